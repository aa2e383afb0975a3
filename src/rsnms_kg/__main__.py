"""``python -m rsnms_kg`` is the command ``rsnms``."""

import sys

from rsnms_kg.command.entry import main

if __name__ == "__main__":
    sys.exit(main())
