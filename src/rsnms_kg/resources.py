"""Where the data folders ``ontology/`` and ``shapes/`` are: in the installed package or in a checkout."""

from __future__ import annotations

from pathlib import Path

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import KnowledgeError

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def data_folder(name: str) -> Path:
    """Return the folder ``ontology`` or ``shapes``.

    The packaged copy comes first: a wheel carries the folders inside the package, an editable
    install reads them from the top of the checkout.

    :raises KnowledgeError: when neither is there (a broken installation).
    """
    for home in (_PACKAGE, _CHECKOUT):
        folder = home / name
        if folder.is_dir():
            return folder
    raise KnowledgeError(
        Bilingual(
            f"Установка повреждена: нет папки данных «{name}». Установите rsnms-kg заново.",
            f"The installation is broken: the data folder {name!r} is missing. Reinstall rsnms-kg.",
        )
    )


def turtle_files(*names: str) -> list[Path]:
    """Return every Turtle file below the named data folders (``shapes``, ``ontology/codes``), in a fixed order."""
    found = []
    for name in names:
        top, _, below = name.partition("/")
        found += sorted((data_folder(top) / below).rglob("*.ttl"))
    return found
