"""Files on disk: written whole or not at all."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import UsageError


def write_atomically(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` so that a reader finds the old content or the new, never a part.

    The data goes to a new file beside it, onto the disk, and then takes the name. A link stays a link,
    the old file's rights are kept, and what is no file (``/dev/null``, a pipe) is written as it is.

    :raises UsageError: when it cannot be written; the old content is still there.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
            return
        _replace(target, data)
    except (OSError, ValueError) as refusal:
        reason = getattr(refusal, "strerror", None) or str(refusal)
        raise UsageError(
            Bilingual(
                f"Не удалось записать «{path}»: {reason}. Проверьте папку, права и место на диске.",
                f"Cannot write {str(path)!r}: {reason}. Check the folder, the rights and the free space.",
            )
        ) from refusal


def _replace(target: Path, data: bytes) -> None:
    beside, handle = _new_file(target)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _new_file(target: Path) -> tuple[Path, int]:
    """Create a file of a free name beside the target, with the rights that any new file gets."""
    for attempt in count():
        beside = target.with_name(f".{target.name[:80]}.{os.getpid()}-{attempt}.tmp")
        try:
            return beside, os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        except FileExistsError:
            continue
    raise AssertionError("unreachable")
