"""Commands speak plainly, in the language asked for, and tell by their exit status how it went."""

from pathlib import Path

import pytest
from tongchuang.cli import commands, main
from tongchuang.project import Project
from tongchuang.publish.print.documents import documents

PLACE = "441602001003"


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert {
        "check",
        "diff",
        "due",
        "explain",
        "import",
        "translate",
        "sheet",
        "show",
        "build",
        "print",
        "search",
        "serve",
        "verify",
        "new",
        "owners",
        "preview",
    } == set(commands())
    for name in commands():
        with pytest.raises(SystemExit) as stopped:
            main([name, "--help"])
        assert stopped.value.code == 0
        assert "--project" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["check"], ["show", "job-matching"], ["build"], ["verify"], ["search", "工资"]])
def test_a_folder_without_content_is_told_so(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--project", str(tmp_path), "--lang", "zh"]) == 2
    said = capsys.readouterr().err
    assert "没有" in said
    assert "Traceback" not in said


def test_show_names_the_file_and_line_behind_each_field(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "residence-permit-apply", "--place", PLACE, "--why", "--project", str(project.root)]) == 0
    out = capsys.readouterr().out
    assert "居住证" in out
    fields = [line for line in out.splitlines()[1:] if not line.startswith("      ")]
    origins = [line for line in out.splitlines() if line.startswith("      [")]
    assert len(fields) == len(origins) > 50
    assert "[locked] content/services/residence-hukou/residence-permit-apply.yaml:" in out


@pytest.mark.parametrize(
    "arguments", [["no-such-service"], ["job-matching", "--place", "999999"], ["job-matching", "--place", "x"]]
)
def test_show_says_what_there_is_not(
    arguments: list[str], project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", *arguments, "--project", str(project.root), "--lang", "en"]) == 2
    assert "There is no" in capsys.readouterr().err


def test_explain_lists_every_code_and_tells_about_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 25
    code = lines[0].split()[0]
    for lang in ("zh", "en"):
        assert main(["explain", code, "--lang", lang]) == 0
        assert code in capsys.readouterr().out
    assert main(["explain", "Z999"]) == 2


def test_a_date_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--as-of", "2026-02-30"])
    assert stopped.value.code == 2
    assert "2026-01-31" in capsys.readouterr().err


def test_messages_follow_the_locale_and_are_chinese_otherwise(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for locale, word in (("en_US.UTF-8", "There is no"), ("zh_CN.UTF-8", "没有"), ("C", "没有")):
        monkeypatch.setenv("LC_ALL", locale)
        assert main(["show", "nothing", "--project", str(project.root)]) == 2
        assert word in capsys.readouterr().err


def test_the_help_of_print_names_every_document_and_what_it_is_of() -> None:
    told = commands()["print"].__doc__ or ""
    for name, document in documents().items():
        title = document.words("zh")(f"print.{name}.title")
        assert f"{name} {title}" in told, name
