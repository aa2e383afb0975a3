"""``python -m rsnms_kg`` is the command ``rsnms``."""

from rsnms_kg.command.entry import command

if __name__ == "__main__":
    command()
