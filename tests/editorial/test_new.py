"""``tongchuang new`` asks in plain words or takes flags, and writes files that pass ``check`` at once."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tongchuang.cli import main
from tongchuang.editorial.new.kinds import kinds
from tongchuang.load.walk import classify

SMALL = Path(__file__).parents[1] / "check" / "shared" / "content"
DAY = "2026-11-21"
SERVICE = [
    *("--name", "欠薪线索举报", "--category", "wages", "--type", "公共服务", "--window", "维权窗口"),
    *("--summary", "看见别人被欠薪，也可以告诉这里，不用留名字。", "--keywords", "工地欠薪，帮工友举报", "匿名举报"),
    *("--audience", "worker", "--levels", "office", "--lead", "劳动保障监察", "--policy", "wage-rules", "--free", "是"),
    *("--visits", "0", "--result", "登记回执"),
]
POLICY = [
    *(
        "--title",
        "关于做好农民工工作的通知",
        "--id",
        "workers-2026",
        "--issuers",
        "河源市人民政府",
        "--rank",
        "规范性文件",
    ),
    *("--region", "河源市", "--signed", "2026-10-01", "--kind", "digest", "--source", "以市政府网站公布的文本为准"),
]
NOTICE = ["--title", "停电一上午", "--text", "上午不办事。", "--starts", "2026-11-30", "--ends", "2026-12-01"]
GIVEN = {
    "service": ([*SERVICE, "--id", "wage-tip"], "content/services/wages/wage-tip.yaml"),
    "local": (["--region", "441602", "--service", "report-wages"], "content/local/441602/report-wages.yaml"),
    "place": (
        ["--code", "上城街道", "--source", "街道办核对", "--confirmed", "2026-11-20", "--windows", "rights"],
        "content/network/places/441602001.yaml",
    ),
    "policy": (POLICY, "content/policies/workers-2026/zh.md"),
    "notice": ([*NOTICE, "--id", "power-cut", "--region", "源城"], "content/notices/power-cut.yaml"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "content")
    return tmp_path


def arguments(root: Path, *asked: str) -> list[str]:
    return ["new", *asked, "--project", str(root), "--as-of", DAY]


def run(root: Path, *asked: str, lang: str = "zh") -> int:
    return main([*arguments(root, *asked), "--lang", lang])


def files(root: Path) -> set[str]:
    return {file.relative_to(root).as_posix() for file in (root / "content").rglob("*.*")}


def test_every_kind_of_record_is_tried_here() -> None:
    assert GIVEN.keys() == kinds().keys()


@pytest.mark.parametrize("kind", GIVEN)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_written_passes_check_and_lies_where_its_kind_belongs(
    root: Path, kind: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    flags, path = GIVEN[kind]
    assert run(root, kind, *flags, lang=lang) == 0
    assert files(root) - before == {path}
    place = classify(path)
    assert place is not None
    assert place.kind == kind
    assert path in capsys.readouterr().out
    assert main(["check", "--project", str(root), "--as-of", DAY]) == 0


def test_each_field_stands_below_a_comment_from_the_schema(root: Path) -> None:
    run(root, *("service", *GIVEN["service"][0]))
    text = (root / GIVEN["service"][1]).read_text(encoding="utf-8")
    assert "# 平常话：人们真会说的话，每条一句" in text
    assert "# 办理层级（centre 中心；office 所；station 站）\nlevels:\n  - office\n" in text
    assert "#   conditions: 办理条件\n" in text
    fields = [line for line in text.split("\n") if line[:1].isalpha() or line.startswith('"')]
    assert all(text.split(f"\n{field}\n")[0].split("\n")[-1].startswith("# ") for field in fields[:5])


def test_a_local_version_lists_what_may_be_changed_and_how(root: Path) -> None:
    run(root, *("local", *GIVEN["local"][0]))
    text = (root / GIVEN["local"][1]).read_text(encoding="utf-8")
    assert "base: r1\n" in text
    assert "#   time: 办结时限（可以写 promised）\n" in text
    assert "conditions" not in text


def test_what_is_still_to_be_filled_in_is_listed_and_never_published(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(root, *("service", *GIVEN["service"][0]))
    told = capsys.readouterr().out
    text = (root / GIVEN["service"][1]).read_text(encoding="utf-8").split("\n")
    marked = [f"{GIVEN['service'][1]}:{n}  " for n, line in enumerate(text, 1) if "【草稿】" in line and line[0] == " "]
    assert len(marked) == 5
    assert all(line in told for line in marked)
    assert main(["check", "--project", str(root), "--as-of", DAY, "--for-release"]) == 1


def test_an_id_is_spelt_from_the_name(root: Path) -> None:
    assert run(root, "notice", *NOTICE, "--region", "441602") == 0
    record = yaml.safe_load((root / "content/notices/ting-dian-yi-shang-wu.yaml").read_text(encoding="utf-8"))
    assert record["id"] == "ting-dian-yi-shang-wu"


def test_where_nobody_can_be_asked_every_missing_flag_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(root)
    assert run(root, "notice", "--title", "停电") == 2
    said = capsys.readouterr().err
    assert all(f"\n  --{flag}  " in said for flag in ("text", "starts", "ends", "region"))
    assert "--where" not in said
    assert run(root, "service", lang="en") == 2
    assert "1 wages" in capsys.readouterr().err
    assert files(root) == before


@pytest.mark.parametrize(
    ("flag", "value", "said"),
    [
        ("--starts", "2026年12月1日", "2026-01-31"),
        ("--region", "火星", "441602"),
        ("--id", "Power Cut", "小写英文字母"),
        ("--title", "长" * 301, "300"),
        ("--kind", "nonsense", "activity"),
    ],
)
def test_an_answer_that_does_not_fit_says_what_would(
    root: Path, flag: str, value: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    assert run(root, "notice", *NOTICE, "--region", "441602", flag, value) == 2
    told = capsys.readouterr().err
    assert flag in told
    assert said in told
    assert files(root) == before


def test_nothing_is_overwritten(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    flags, path = GIVEN["notice"]
    run(root, "notice", *flags)
    text = (root / path).read_bytes()
    assert run(root, "notice", *flags, "--text", "别的") == 2
    assert path in capsys.readouterr().err
    assert (root / path).read_bytes() == text


def test_what_check_would_refuse_is_not_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(root)
    assert run(root, "notice", *NOTICE, "--region", "441602", "--ends", "2026-11-01") == 1
    assert "content/notices/" in capsys.readouterr().out
    assert files(root) == before


def test_at_a_terminal_it_asks_again_until_an_answer_fits(root: Path) -> None:
    """A real terminal, with all answers typed ahead: the second is wrong, and asked for again."""
    answers = [
        "停电一上午",
        "Power Cut",
        "power-cut",
        "",
        "上午不办事。",
        "2026-11-30",
        "2026-12-01",
        "源城",
        "",
        "",
        "",
    ]
    ours, theirs = pty.openpty()
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    run = f"import sys; from tongchuang.cli import main; sys.exit(main({arguments(root, 'notice', '--lang', 'zh')}))"
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", run], stdin=theirs, capture_output=True, env=env, timeout=60)
    os.close(ours)
    os.close(theirs)
    told = done.stdout.decode()
    assert done.returncode == 0, told + done.stderr.decode()
    assert "[1/10] 标题" in told
    assert "小写英文字母" in told
    assert "6 urgent  急事" in told
    assert (root / "content/notices/power-cut.yaml").exists()


def test_who_goes_away_in_the_middle_leaves_nothing(root: Path) -> None:
    before = files(root)
    ours, theirs = pty.openpty()
    os.write(ours, "停电\n\x04".encode())
    run = f"import sys; from tongchuang.cli import main; sys.exit(main({arguments(root, 'notice', '--lang', 'en')}))"
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", run], stdin=theirs, capture_output=True, env=env, timeout=60)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 2
    assert "nothing was written" in done.stderr.decode()
    assert files(root) == before
