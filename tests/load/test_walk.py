"""Which files are content, and what each is by where it lies."""

from pathlib import Path

import pytest
from tongchuang.load import load
from tongchuang.load.walk import MOST_BYTES, classify, walk
from tongchuang.model.finding import Finding
from tongchuang.project import Project


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("hub.yaml", ("hub", "hub", None, None)),
        ("life-events.en.yaml", ("life-event", "life-events", "en", None)),
        ("glossary.zh-Hant.yaml", ("term", "glossary", "zh-Hant", None)),
        ("services/wages/report.yaml", ("service", "report", None, None)),
        ("services/wages/report.ug.yaml", ("service", "report", "ug", None)),
        ("local/441602/report.yaml", ("local", "report", None, "441602")),
        ("policies/some-law/zh.md", ("policy", "some-law", None, None)),
        ("policies/some-law/en.md", ("policy", "some-law", "en", None)),
        ("network/heyuan.csv", ("division", "heyuan", None, None)),
        ("network/heyuan.en.csv", ("division", "heyuan", "en", None)),
        ("network/heyuan.yaml", ("network", "heyuan", None, None)),
        ("network/places/441602001.yaml", ("place", "441602001", None, None)),
    ],
)
def test_a_file_is_what_its_place_says(path: str, expected: tuple[str, str, str | None, str | None]) -> None:
    place = classify(f"content/{path}")
    assert place
    assert (place.kind, place.key, place.lang, place.region) == expected


@pytest.mark.parametrize(
    "path",
    ["hub.yml", "hub.zh.yaml", "Hub.yaml", "notes.txt", "services/report.yaml", "services/wages/a/b.yaml",
     "services/wages/../hub.yaml", "local/guangdong/report.yaml", "policies/some-law/en.yaml", "network/places/x.yaml",
     "hub.yaml\n"],
)  # fmt: skip
def test_any_other_file_is_none(path: str) -> None:
    assert classify(f"content/{path}") is None


def codes(root: Path) -> list[tuple[str, str]]:
    return [(entry.path, entry.code) for entry in walk(root / "content") if isinstance(entry, Finding)]


def test_a_project_without_content_is_a_finding(tmp_path: Path) -> None:
    assert [(f.path, f.code) for f in load(Project(tmp_path)).findings] == [("content", "L101")]


def test_a_symbolic_link_is_refused_be_it_file_folder_or_content_itself(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    (real / "hub.yaml").write_text("name: x\n")
    content = tmp_path / "content"
    content.mkdir()
    (content / "hub.yaml").symlink_to(real / "hub.yaml")
    (content / "services").symlink_to(real)
    (content / "broken.yaml").symlink_to("nowhere")
    assert codes(tmp_path) == [
        ("content/broken.yaml", "L103"),
        ("content/hub.yaml", "L103"),
        ("content/services", "L103"),
    ]
    other = tmp_path / "other"
    other.mkdir()
    (other / "content").symlink_to(content)
    assert codes(other) == [("content", "L103")]


def test_readme_and_dot_files_are_ignored_and_other_strangers_named(tmp_path: Path) -> None:
    content = tmp_path / "content" / "services"
    content.mkdir(parents=True)
    for name in ("README.md", ".DS_Store", "~$报告.docx", "Wage Arrears.yml"):
        (content / name).write_text("x")
    assert codes(tmp_path) == [
        ("content/services/Wage Arrears.yml", "L102"),
        ("content/services/~$报告.docx", "L102"),
    ]


def test_a_misnamed_file_gets_the_right_name_suggested(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "services" / "wages"
    folder.mkdir(parents=True)
    (folder / "Wage Arrears.yml").write_text("x")
    [found] = [entry for entry in walk(tmp_path / "content") if isinstance(entry, Finding)]
    assert found.remedy.en == 'Rename it to "wage-arrears.yaml".'


def test_a_name_that_is_no_text_does_not_stop_the_others(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / b"\xff\xfe.yaml".decode("utf-8", "surrogateescape")).write_text("a: 1\n")
    (content / "windows.yaml").write_text("- id: rights\n")
    sources = load(Project(tmp_path))
    assert [document.path for document in sources.documents] == ["content/windows.yaml"]
    assert [found.code for found in sources.findings] == ["L102"]
    assert sources.findings[0].path.encode("utf-8")


def test_a_file_beyond_bounds_is_not_read(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "hub.yaml").write_bytes(b"#" * (MOST_BYTES + 1))
    (content / "windows.yaml").write_text("- id: rights\n")
    sources = load(Project(tmp_path))
    assert [found.code for found in sources.findings] == ["L104"]
    assert [document.key for document in sources.documents] == ["windows"]


def test_too_many_files_are_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tongchuang.load.walk.MOST_FILES", 2)
    content = tmp_path / "content"
    content.mkdir()
    for name in ("groups.yaml", "hub.yaml", "windows.yaml"):
        (content / name).write_text("- id: x\n")
    assert codes(tmp_path) == [("content", "L105")]


def test_an_unreadable_file_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "groups.yaml").write_text("- id: x\n")
    (content / "windows.yaml").write_text("- id: x\n")
    opened = Path.open

    def refuse(self: Path, *args: str) -> object:
        if self.name == "groups.yaml":
            raise PermissionError
        return opened(self, *args)

    monkeypatch.setattr(Path, "open", refuse)
    sources = load(Project(tmp_path))
    assert [(found.path, found.code) for found in sources.findings] == [("content/groups.yaml", "L107")]
    assert [document.key for document in sources.documents] == ["windows"]


def test_a_mark_is_read_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "network" / "marks"
    folder.mkdir(parents=True)
    png = b"\x89PNG\r\n\x1a\n" + b"whatever follows"
    (folder / "demo.png").write_bytes(png)
    sources = load(Project(tmp_path))
    assert {profile: mark.png for profile, mark in sources.marks.items()} == {"demo": png}
    assert sources.findings == ()


def test_a_mark_of_another_format_is_refused_whatever_it_is_called(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "network" / "marks"
    folder.mkdir(parents=True)
    (folder / "demo.png").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")
    (folder / "demo.svg").write_bytes(b"<svg/>")
    sources = load(Project(tmp_path))
    assert not sources.marks
    assert [(f.path, f.code) for f in sources.findings] == [
        ("content/network/marks/demo.png", "L109"),
        ("content/network/marks/demo.svg", "L102"),
    ]
