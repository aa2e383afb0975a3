"""Build hook: compiles the Turtle files into ``compiled.json`` for a wheel and for an editable install."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledKnowledge(BuildHookInterface):
    """Writes ``src/rsnms_kg/knowledge/compiled.json`` before a wheel is put together.

    The file is git-ignored, so it is declared as an artifact. An sdist carries the Turtle and this
    hook, and the file is made again when a wheel is built of it.
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the checkout's own Turtle files; ``version`` is ``"standard"`` or ``"editable"``."""
        if self.target_name != "wheel":
            return
        source = Path(self.root, "src")
        sys.path.insert(0, str(source))  # the checkout's code, whatever copy else is installed
        try:
            from rsnms_kg.knowledge import package
        finally:
            sys.path.remove(str(source))
        target = package.write()
        build_data["artifacts"].append(target.relative_to(self.root).as_posix())
