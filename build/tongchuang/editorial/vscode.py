"""What lets Visual Studio Code complete and explain content while it is typed: ``.vscode/``, made from ``schemas/``.

Its YAML extension wants a schema for each file. A record that has a file of its own is bound to its schema; lists of
records, and local versions, whose schema is derived, have one written here. Translations hold only words: they are
bound to none. ``make reference`` runs this module.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .. import schemas
from ..load.walk import LISTS, globs

ROOT = Path(__file__).resolve().parents[3]
_SCHEMAS = ".vscode/schemas"


def files() -> Mapping[str, str]:
    """The text of each file, by its path below the project."""
    found: dict[str, Any] = {f"{_SCHEMAS}/local.json": schemas.local_schema()}
    bound: dict[str, list[str]] = {}
    for glob, kind in globs():
        schema = f"schemas/{kind}.json"
        if kind in LISTS:
            schema = f"{_SCHEMAS}/{kind}.json"
            found[schema] = {"type": "array", "items": {"$ref": f"../../schemas/{kind}.json"}}
        elif kind == "local":
            schema = f"{_SCHEMAS}/local.json"
        bound[f"./{schema}"] = [glob, f"!{glob.removesuffix('yaml')}*.yaml"] if "*" in glob else [glob]
    settings = {
        "yaml.schemas": bound,
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "files.trimTrailingWhitespace": True,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }
    found[".vscode/settings.json"] = settings
    found[".vscode/extensions.json"] = {"recommendations": ["redhat.vscode-yaml"]}
    return {path: json.dumps(content, ensure_ascii=False, indent=1) + "\n" for path, content in found.items()}


def main() -> None:
    """Write them."""
    for path, text in files().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
