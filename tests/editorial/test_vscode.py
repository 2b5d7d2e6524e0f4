"""The editor's own settings are those of the schemas, and each file of the content is explained by its own."""

import json
import re

import pytest
from tongchuang.editorial.vscode import ROOT, files
from tongchuang.load.walk import classify


@pytest.mark.parametrize("path", sorted(files()))
def test_the_committed_file_is_current(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == files()[path], "run make reference"


def _expression(glob: str) -> str:
    return re.escape(glob).replace(r"\*", "[^/]*")


def test_every_record_has_the_schema_of_its_kind_and_no_translation_has_one() -> None:
    bound = json.loads(files()[".vscode/settings.json"])["yaml.schemas"]
    for file in sorted((ROOT / "content").rglob("*.yaml")):
        path = file.relative_to(ROOT).as_posix()
        found = [
            schema
            for schema, (glob, *but) in bound.items()
            if re.fullmatch(_expression(glob), path)
            and not any(re.fullmatch(_expression(one.removeprefix("!")), path) for one in but)
        ]
        place = classify(path)
        assert place, path
        translated = re.search(r"\.[a-z]{2}\.yaml$", path)
        assert [schema.rpartition("/")[2] for schema in found] == ([] if translated else [f"{place.kind}.json"]), path


def test_every_schema_that_is_bound_is_there_and_so_is_all_that_it_points_to() -> None:
    for schema in json.loads(files()[".vscode/settings.json"])["yaml.schemas"]:
        file = ROOT / schema
        for name in re.findall(r'"\$ref": "([^"#]+)', file.read_text(encoding="utf-8")):
            assert (file.parent / name).resolve().is_file(), name
