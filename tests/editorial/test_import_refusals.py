"""Files that can't be a policy are told apart, each with its remedy; harmful ones are not opened."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from tongchuang.cli import main
from tongchuang.editorial.import_ import Known, Refused, import_policy
from tongchuang.publish import pandoc as shut_in

from .word_file import W, paragraph, word_file

KNOWN = Known({}, (), frozenset())
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024)
NOTICE = "关于甲的通知\n青政发〔2024〕7号\n河源市财政局：\n请照办，这里是正文的第一句话，写得长一些。\n河源市人民政府\n2024年3月8日\n"


def zipped(**members: str | bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return stream.getvalue()


def refused(raw: bytes, name: str = "x.docx") -> Refused:
    with pytest.raises(Refused) as caught:
        import_policy(raw, name, KNOWN, date(2026, 11, 22))
    assert caught.value.message.zh
    assert caught.value.message.en
    return caught.value


def pdf(**save: object) -> bytes:
    stream = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(stream, **save)
    return stream.getvalue()


def utf16(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("raw", "name", "what", "remedy"),
    [
        (utf16("WordDocument"), "通知.doc", ".doc", "另存为 .docx"),
        (utf16("WordDocument"), "通知.wps", ".wps", "另存为 .docx"),
        (utf16("EncryptedPackage"), "通知.docx", "密码", "去掉密码"),
        (utf16("Workbook"), "表.xls", "Excel", ".docx"),
        (zipped(OFD_xml="<a/>").replace(b"OFD.xml", b"OFD.xml"), "通知.ofd", "OFD", "另存为 Word"),
        (zipped(xl__workbook_xml="<a/>"), "表.xlsx", "Excel", ".docx"),
        (zipped(a="b"), "a.zip", "压缩包", "解压"),
        (
            zipped(mimetype="application/vnd.oasis.opendocument.text", content_xml="x", **{"META-INF__manifest_xml": "encryption-data"}),
            "通知.odt", "密码", "去掉密码",
        ),
        (b"PK\x03\x04 broken", "a.docx", "坏了", "另存"),
        (b"%PDF-1.7 broken", "a.pdf", "坏了", "重新下载"),
        (b"\x89PNG\r\n\x1a\n....", "a.png", "图片", "文字识别"),
        (b"{\\rtf1 x}", "a.rtf", "RTF", "另存为 .docx"),
        (b"MIME-Version: 1.0\r\n", "a.mht", "网页", "另存为 .docx"),
        (b"\x00\x01\x02\x03", "a.bin", "认不出", "另存为 .docx"),
        (b" \n", "a.txt", "空的", "选错"),
        (b"\xff\xff\xff\xff\xff", "a.txt", "编码", "UTF-8"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_its_remedy(raw: bytes, name: str, what: str, remedy: str) -> None:
    said = refused(raw, name).message.zh
    assert what in said
    assert remedy in said


def test_a_scan_and_an_encrypted_pdf_are_told_apart() -> None:
    assert "扫描" in refused(pdf(), "a.pdf").message.zh
    locked = pdf(encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "密码" in refused(locked, "a.pdf").message.zh


def test_an_old_word_name_on_a_web_page_is_no_obstacle() -> None:
    found = import_policy(
        f"<html><p>{'</p><p>'.join(NOTICE.split())}</p></html>".encode(), "通知.doc", KNOWN, date(2026, 1, 1)
    )
    assert found.draft.fields["number"] == "青政发〔2024〕7号"


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a\\b", "word/../../x"])
def test_an_archive_that_points_outside_itself_is_not_opened(name: str) -> None:
    assert "不安全" in refused(word_file(paragraph("甲"), **{name: "x"})).message.zh


def test_a_bomb_is_not_unpacked() -> None:
    assert "大得不正常" in refused(word_file(paragraph("甲"), word__media__image1=bytes(20_000_000))).message.zh
    # Its directory calls this part small.
    raw = bytearray(word_file("<w:p/>" * 2_000_000))
    size = len(f"<w:document {W}><w:body>{'<w:p/>' * 2_000_000}</w:body></w:document>").to_bytes(4, "little")
    lied = bytes(raw).replace(size, (1000).to_bytes(4, "little"))
    refused(lied)


def test_entities_and_document_types_are_not_followed() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "甲甲甲甲"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    document = f"{bomb}<w:document {W}><w:body><w:p><w:r><w:t>&c;&f;</w:t></w:r></w:p></w:body></w:document>"
    for encoded in (document.encode(), f'<?xml version="1.0" encoding="UTF-16"?>{document}'.encode("utf-16")):
        assert "不安全" in refused(zipped(word__document_xml=encoded)).message.zh


def test_xml_nested_without_end_is_refused() -> None:
    refused(word_file("<w:p>" * 50_000 + "</w:p>" * 50_000))
    refused(("<html>" + "<div>" * 100_000 + NOTICE).encode(), "a.html")


def test_a_file_that_is_too_long_for_a_document_is_refused() -> None:
    assert "太长" in refused(("一、甲\n" * 20_000).encode(), "a.txt").message.zh
    assert "太长" in refused(("甲" * 400_000).encode(), "a.txt").message.zh


def test_pandoc_is_stopped_when_it_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shut_in, "SECONDS", 0.001)
    assert "限度" in refused(word_file(paragraph("甲"))).message.zh


def test_pandoc_is_stopped_when_it_takes_too_much_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shut_in, "MEMORY", "2M")
    assert (
        "限度"
        in refused(
            word_file("".join(paragraph(f"{n * 7919 % 99991:x}{n * 104729 % 99991:x}") for n in range(20000)))
        ).message.zh
    )


# The command


@pytest.fixture
def hub(tmp_path: Path, project: object) -> Path:
    import shutil

    shutil.copytree(Path(__file__).parents[1] / "check" / "shared" / "content", tmp_path / "content")
    return tmp_path


@pytest.fixture
def run(hub: Path) -> Callable[..., int]:
    def command(raw: bytes, name: str, *arguments: str) -> int:
        file = hub / name
        file.write_bytes(raw)
        return main(["import", str(file), "--project", str(hub), "--as-of", "2026-11-22", "--lang", "zh", *arguments])

    return command


def test_a_notice_becomes_a_policy_that_passes_the_check(
    run: Callable[..., int], hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(NOTICE.encode(), "通知.txt", "--id", "jia-2024", "--region", "100000") == 0
    assert "| 发文字号 | 青政发〔2024〕7号 |" in capsys.readouterr().out
    text = (hub / "content/policies/jia-2024/zh.md").read_text(encoding="utf-8")
    assert 'signed: "2024-03-08"' in text
    assert main(["check", "--project", str(hub), "--as-of", "2026-11-22"]) == 0
    # Until the doubts are settled nothing is published.
    assert main(["check", "--project", str(hub), "--as-of", "2026-11-22", "--for-release"]) == 1
    assert "R607" in capsys.readouterr().out


def test_a_region_that_was_not_recognised_is_the_only_error(
    run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(NOTICE.replace("河源市", "某某市").encode(), "通知.txt", "--id", "jia-2024") == 1
    err = capsys.readouterr().err
    assert err.count("[错误]") == 1
    assert "region" in err


def test_a_policy_that_is_there_is_not_touched(
    run: Callable[..., int], hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(NOTICE.encode(), "通知.txt", "--id", "jia-2024")
    file = hub / "content/policies/jia-2024/zh.md"
    file.write_text("改过", encoding="utf-8")
    assert run(NOTICE.encode(), "通知.txt", "--id", "jia-2024") == 2
    assert file.read_text(encoding="utf-8") == "改过"
    assert "--id" in capsys.readouterr().err


def test_a_file_that_is_refused_or_not_there_leaves_nothing_behind(
    run: Callable[..., int], hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = set((hub / "content").rglob("*"))
    assert run(utf16("WordDocument"), "通知.doc") == 2
    assert "旧格式" in capsys.readouterr().err
    assert main(["import", str(hub / "没有.docx"), "--project", str(hub), "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert "can't be opened" in said
    assert "Traceback" not in said
    assert set((hub / "content").rglob("*")) == before


@pytest.mark.parametrize("option", [("--id", "../x"), ("--id", "甲"), ("--region", "12")])
def test_an_id_or_region_that_is_none_is_refused(option: tuple[str, str], run: Callable[..., int]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(NOTICE.encode(), "通知.txt", *option)
    assert stopped.value.code == 2


def test_the_same_file_gives_the_same_bytes(run: Callable[..., int], hub: Path) -> None:
    texts = []
    for id_ in ("a-1", "a-2"):
        run(
            word_file(paragraph("关于甲的通知") + paragraph("正文一句话，写得长一些，有二十五个字以上才算。")),
            "a.docx",
            "--id",
            id_,
        )
        texts.append((hub / f"content/policies/{id_}/zh.md").read_text(encoding="utf-8").replace(id_, ""))
    assert texts[0] == texts[1]
