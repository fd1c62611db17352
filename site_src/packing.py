"""What hatchling asks while it builds a wheel: templates, bundled scripts and styles, and the sets of techniques."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Packing(BuildHookInterface):  # type: ignore[type-arg]  # of any builder's configuration
    """Lays what `assets.pack` gives into the wheel beside the modules. An editable wheel reads the checkout instead."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the folder to what the wheel is made of; without node_modules there is a message and no wheel."""
        if version == "editable":
            return
        sys.path.append(self.root)  # a build environment has hatchling, but not what is being built
        from site_src import assets, errors, files  # noqa: PLC0415  only now there is a place to import it from

        self._folder = tempfile.TemporaryDirectory()  # goes when the build ends
        packed = Path(self._folder.name) / "packed"
        try:
            files.write_tree(packed, assets.pack())
        except errors.InputError as error:
            self.app.abort(f"{error}\nno wheel was built")
        build_data["force_include"][str(packed)] = "site_src/packed"
