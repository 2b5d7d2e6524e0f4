"""Documents of other offices become policies: every part in its field, nothing dropped unseen, doubts marked."""

import io
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pypandoc
import pytest
from tongchuang.editorial.import_ import Imported, Known, import_policy, known_of
from tongchuang.editorial.import_.report import report
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish.print import FONTS
from tongchuang.publish.print.lay import laid_out

from .word_file import W, numbering, paragraph, word_file

DAY = date(2026, 11, 22)
NOTICE = """\
000123
特急
青川市人民政府办公室文件
青政办发〔2024〕7号　　　　签发人：王大明
青川市人民政府办公室关于印发青川市
促进农民工就业若干措施的通知
各县（市、区）人民政府，市政府各部门、各直属机构：
《青川市促进农民工就业若干措施》已经市政府同意,现印发给你们。本通知自2024年5月1日起施行，有效期至2029年4月30日。
附件：1.青川市促进农民工就业若干措施
2.任务分工表
青川市人民政府办公室
2024年3月8日
（此件公开发布）
附件1
青川市促进农民工就业若干措施
（试行）
为促进农民工就业，制定以下措施。
一、加强岗位归集。每月公布岗位。（责任单位：市人力资源社会保障局、市财政局，各县（市、区）人民政府）
二、扩大培训。
（一）办好订单班。培训不收钱。
（二）办好夜校。夜里上课。
（市教育局会同市总工会、团市委、市飞天局负责）
附件2
任务分工表
抄送：市委各部门，市人大常委会办公室。
青川市人民政府办公室　　2024年3月11日印发
"""


@pytest.fixture(scope="module")
def known(project: Project) -> Known:
    return known_of(load(project))


def imported(text: str | bytes, known: Known, name: str = "通知.txt", **options: str) -> Imported:
    raw = text.encode() if isinstance(text, str) else text
    return import_policy(raw, name, known, DAY, options.get("id_"), options.get("region"))


def headings(found: Imported) -> list[str]:
    return [line for line in found.draft.body.split("\n") if line.startswith("#")]


def doubts(found: Imported) -> str:
    return "\n".join(doubt.words.zh for doubt in found.draft.doubts)


def pandoc(text: str, to: str) -> bytes:
    command = [pypandoc.get_pandoc_path(), "--from", "markdown+hard_line_breaks", "--to", to, "--standalone"]
    command += ["--metadata", "title=x"] if to == "html" else []
    return subprocess.run([*command, "--output", "-"], input=text.encode(), capture_output=True, check=True).stdout


# The parts of a document


def test_each_part_of_a_notice_gets_its_field(known: Known) -> None:
    fields = imported(NOTICE, known).draft.fields
    assert fields["title"] == "青川市人民政府办公室关于印发青川市促进农民工就业若干措施的通知"
    assert fields["number"] == "青政办发〔2024〕7号"
    assert fields["issuers"] == ["青川市人民政府办公室"]
    assert fields["recipients"] == ["各县（市、区）人民政府", "市政府各部门、各直属机构"]
    assert (fields["kind"], fields["rank"]) == ("full", "normative-document")


def test_signing_printing_effect_and_expiry_are_kept_apart(known: Known) -> None:
    assert imported(NOTICE, known).draft.fields["dates"] == {
        "signed": "2024-03-08",
        "printed": "2024-03-11",
        "effective": "2024-05-01",
        "expires": "2029-04-30",
    }


def test_numbers_become_sections_below_the_title_of_their_annex(known: Known) -> None:
    assert headings(imported(NOTICE, known)) == [
        "## 附件1　青川市促进农民工就业若干措施（试行）",
        "### 一、加强岗位归集",
        "### 二、扩大培训",
        "#### （一）办好订单班",
        "#### （二）办好夜校",
        "## 附件2　任务分工表",
    ]


def test_who_does_a_measure_leads_or_supports_it_and_an_unknown_name_is_a_doubt(known: Known) -> None:
    found = imported(NOTICE, known)
    first, second = found.draft.fields["measures"]
    assert (first["number"], first["title"], first["text"]) == ("一", "加强岗位归集", "每月公布岗位。")
    assert first["lead"] == ["hrss", "finance", "peoples-government"]
    assert (second["lead"], second["supporting"]) == (["education"], ["trade-union", "youth-league"])
    assert "“市飞天局”不在部门表里" in doubts(found)


def test_no_character_is_lost_and_what_is_left_out_is_listed(known: Known) -> None:
    found = imported(NOTICE, known)
    assert not found.comparison.lost
    assert not found.comparison.added
    numbers = found.comparison
    assert numbers.source == numbers.text + numbers.fields + numbers.left_out + numbers.stops
    assert [one.text for one in found.left_out] == [
        "000123", "特急", "青川市人民政府办公室文件", "青政办发〔2024〕7号 签发人：王大明",
    ]  # fmt: skip


def test_a_lost_character_is_counted(known: Known, monkeypatch: pytest.MonkeyPatch) -> None:
    from tongchuang.editorial.import_ import markdown

    escaped = markdown.escaped
    monkeypatch.setattr(markdown, "escaped", lambda text: escaped(text).replace("夜", ""))
    assert imported(NOTICE, known).comparison.lost == {"夜": 2}


def test_marks_of_half_width_in_chinese_are_made_full_and_others_stay(known: Known) -> None:
    body = imported(
        "现就有关事项通知如下,请(照此)办理:打 12333,每天9:00-17:00,网址 https://a.cn/b,c(d).\n", known
    ).draft.body
    assert body == "现就有关事项通知如下，请（照此）办理：打 12333，每天9:00-17:00，网址 https://a.cn/b,c(d).\n"


@pytest.mark.parametrize(
    "written", ["青人社发[2024]第012号", "青人社发（2024）12号", "青人社发﹝2024﹞12号", "文号：青人社发【2024】12号"]
)
def test_a_number_is_put_into_the_official_form_and_said_to_be(written: str, known: Known) -> None:
    found = imported(f"{written}\n关于甲的通知\n各县人民政府：\n请照办，这里是正文的第一句话，写得长一些。\n", known)
    assert found.draft.fields["number"] == "青人社发〔2024〕12号"
    assert "发文字号" in doubts(found)
    assert "【草稿】发文字号" in found.draft.text


def test_a_number_in_the_official_form_is_no_doubt(known: Known) -> None:
    assert "发文字号" not in doubts(imported(NOTICE, known))


def test_digits_without_their_signs_are_read_only_where_one_reading_is_possible(known: Known) -> None:
    head = "青就农发20206\n关于甲的通知\n各县人民政府：\n请照办，这里是正文的第一句话，写得长一些。\n青川市人民政府\n"
    found = imported(f"{head}2020612\n", known)
    assert found.draft.fields["number"] == "青就农发〔2020〕6号"
    assert found.draft.fields["dates"] == {"signed": "2020-06-12"}
    assert "读作 2020-06-12" in doubts(found)
    assert "signed" not in imported(f"{head}2020111\n", known).draft.fields.get("dates", {})


def test_dates_in_chinese_numerals_are_read(known: Known) -> None:
    text = "关于甲的通知\n各县人民政府：\n请照办，这里是正文的第一句话，写得长一些。\n青川市人民政府\n二○一一年十一月二十一日\n"
    assert imported(text, known).draft.fields["dates"] == {"signed": "2011-11-21"}


def test_the_day_of_a_page_is_no_day_of_publication_years_later(known: Known) -> None:
    text = "时间：{}\n关于甲的通知\n各县人民政府：\n请照办，这里是正文的第一句话，写得长一些。\n青川市人民政府\n2015年11月13日\n"
    assert "published" not in imported(text.format("2018-12-31"), known).draft.fields["dates"]
    assert imported(text.format("2015-12-01"), known).draft.fields["dates"]["published"] == "2015-12-01"


def test_names_of_several_who_signed_are_joined_from_their_lines(known: Known) -> None:
    text = "关于甲的通知\n各市财政局：\n请照办，这里是正文的第一句话，写得长一些。\n山东省人力资源和\n社会保障厅 |\n山东省财政厅 |\n2012年11月27日\n"
    fields = imported(text, known).draft.fields
    assert fields["issuers"] == ["山东省人力资源和社会保障厅", "山东省财政厅"]
    assert fields["region"] == "370000"


def test_an_order_puts_rules_in_force_with_their_chapters_and_articles(known: Known) -> None:
    found = imported(
        "中华人民共和国人力资源和社会保障部令\n第53号\n《示例管理办法》已经部务会审议通过，现予公布，自2024年7月1日起施行。\n"
        "部长　张三\n2024年2月3日\n示例管理办法\n第一章　总则\n第一条　为了规范示例，制定本办法。\n"
        "第二条　本办法所称示例，包括：\n（一）甲；\n（二）乙。\n第二章　附则\n第三条　本办法自2024年7月1日起施行。\n",
        known,
    )
    fields = found.draft.fields
    assert (fields["title"], fields["number"]) == ("示例管理办法", "中华人民共和国人力资源和社会保障部令第53号")
    assert (fields["rank"], fields["region"]) == ("ministry-rule", "100000")
    assert fields["dates"] == {"signed": "2024-02-03", "effective": "2024-07-01"}
    assert fields["articles"] == {"count": 3}
    assert headings(found) == ["## 示例管理办法", "### 第一章　总则", "### 第二章　附则"]
    assert "**第一条**　为了规范示例，制定本办法。" in found.draft.body
    assert not found.comparison.lost


def test_a_law_names_who_passed_it_and_its_contents_are_not_its_chapters(known: Known) -> None:
    chapters = "第一章　总　则\n第二章　附　则\n"
    rest = (
        "第一条　为了完善制度，制定本法。\n第二条　境内适用本法。\n第二章　附　则\n第三条　本法自2008年1月1日起施行。\n"
    )
    passed = "（2007年6月29日第十届全国人民代表大会常务委员会第二十八次会议通过　根据2012年12月28日的决定修正）"
    found = imported(f"中华人民共和国示例法\n{passed}\n目　录\n{chapters}第一章　总　则\n{rest}", known)
    fields = found.draft.fields
    assert (fields["title"], fields["rank"], fields["region"]) == ("中华人民共和国示例法", "law", "100000")
    assert fields["issuers"] == ["全国人民代表大会常务委员会"]
    assert fields["dates"] == {"signed": "2007-06-29", "effective": "2008-01-01", "amended": "2012-12-28"}
    assert headings(found) == ["## 第一章　总则", "## 第二章　附则"]
    assert [one.text for one in found.left_out if one.why.zh == "目录"] == ["目 录", "第一章 总 则", "第二章 附 则"]
    order = "（2003年4月27日中华人民共和国国务院令第375号公布）"
    fields = imported(f"示例条例\n{order}\n第一章　总　则\n{rest}", known).draft.fields
    assert (fields["number"], fields["rank"]) == ("中华人民共和国国务院令第375号", "administrative-regulation")
    assert fields["dates"]["published"] == "2003-04-27"


def test_a_number_that_is_missing_is_a_doubt(known: Known) -> None:
    found = imported("关于甲的通知\n各县人民政府：\n现通知如下。\n一、甲\n做甲。\n三、丙\n做丙。\n", known)
    assert "序号不连续：三、丙" in doubts(found)


def test_what_is_not_there_is_left_out_or_marked_never_made_up(known: Known) -> None:
    found = imported("这是一段没有标题、没有署名、没有日期的话，写得够长，所以是正文。\n", known)
    assert found.draft.fields["title"] == "【草稿】标题"
    assert found.draft.fields["issuers"] == ["【草稿】发文机关"]
    assert {"number", "dates", "region", "recipients"}.isdisjoint(found.draft.fields)
    for name in ("标题", "发文字号", "发文机关", "成文日期", "适用地区"):
        assert name in doubts(found)


def test_a_classified_document_is_refused(known: Known) -> None:
    from tongchuang.editorial.import_ import Refused

    with pytest.raises(Refused, match="classified"):
        imported(f"机密★1年\n{NOTICE}", known)


def test_markup_in_a_document_is_shown_as_it_is_written(known: Known) -> None:
    line = "* 号、_线_、<b>标签</b>、[链接](javascript:x)、`码`、\\、# 号和 & 都是字，句子在这里结束。"
    found = imported(f"{line}\n# 井号开头的一句话，也是字。\n- 横线开头的一句话。\n", known)
    assert "<b>" not in found.draft.text
    assert not found.comparison.lost
    assert not found.comparison.added


def test_labels_of_a_page_may_be_set_wide_listed_or_stand_above_their_values(known: Known) -> None:
    found = imported(
        """返回顶部
青山镇人民政府建立工资保障机制的实施方案
  • 索 引 号：QS04907
  • 发文机构：

    镇政府网站
  • 发文字号：

    青政发〔2024〕7号
  • 公文生成日期：2024-02-28
  • 供稿人名单：办公室
青山镇人民政府建立工资保障机制的实施方案
下载地址： 点击此处下载

各村（居），镇直各部门：

为保障农民工工资，成立工作小组，名单如下：
组  长：（镇保障所负责人）
一、每月检查。各工地每月检查一次。
二、有事就报。发现欠薪，当天上报。
""",
        known,
    )
    fields = found.draft.fields
    assert fields["title"] == "青山镇人民政府建立工资保障机制的实施方案"
    assert fields["number"] == "青政发〔2024〕7号"
    assert fields["dates"]["signed"] == "2024-02-28"
    assert fields["issuers"] == ["青山镇人民政府"]
    assert fields["recipients"] == ["各村（居）", "镇直各部门"]
    assert "measures" not in fields
    assert not found.comparison.lost
    assert "（content/network/regions.csv）里没有“青山镇”" in doubts(found)


def test_contents_without_all_that_they_list_are_no_title(known: Known) -> None:
    found = imported(
        """湖南省制定服务规程的规定
湖南省人大常委会
湖南省制定服务规程的规定
目 录
第一章 总 则
第七章 附 则
第一章 总 则
第一条 为了服务好农民工，制定本规定。
第二条 各级窗口应当照本规定办理，不得推诿。
第三条 本规定由省人大常委会解释。
""",
        known,
    )
    assert found.draft.fields["title"] == "湖南省制定服务规程的规定"
    assert not found.comparison.lost


def test_a_division_of_work_has_its_points_for_measures(known: Known) -> None:
    found = imported(
        """国务院关于重点工作分工的意见
国发〔2023〕6号
各省、自治区、直辖市人民政府：
现提出分工意见如下：
一、稳就业
（一）总体要求。
1.全面做好就业工作。（各有关部门分别负责，年内持续推进）
2.优先稳就业，守住底线；新增就业九百万人。（教育部牵头，人力资源社会保障部、国家飞天局按职责分工负责，6月底前完成）
（二）下一步。
3.要稳中求进。（民政部负责）
""",
        known,
    )
    measures = found.draft.fields["measures"]
    assert [(one["number"], one["title"]) for one in measures] == [
        ("1", "全面做好就业工作"),
        ("2", "优先稳就业"),
        ("3", "要稳中求进"),
    ]
    assert (measures[1]["lead"], measures[1]["supporting"]) == (["education"], ["hrss"])
    assert headings(found) == ["## 一、稳就业", "### （一）总体要求", "### （二）下一步"]
    assert "国家飞天局”不在部门表里" in doubts(found)
    assert "各有关部门" not in doubts(found)
    assert "序号不连续" not in doubts(found)


def test_a_letter_to_workers_is_sent_to_them(known: Known) -> None:
    found = imported("关于尽快申领居住证的通告\n广大外来务工人员：\n请在十一月底前到派出所申报居住登记。\n", known)
    assert found.draft.fields["recipients"] == ["广大外来务工人员"]


# Files


@pytest.mark.parametrize("form", ["docx", "odt", "html"])
def test_the_same_document_in_each_format_gives_the_same_policy(form: str, known: Known) -> None:
    plain = imported(NOTICE, known)
    found = imported(pandoc(NOTICE, form), known, f"通知.{form}")
    assert found.format == form
    assert found.draft.text == plain.draft.text
    assert not found.comparison.lost


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_the_encodings_of_chinese_offices_are_read(encoding: str, known: Known) -> None:
    assert imported(NOTICE.encode(encoding), known).draft.text == imported(NOTICE, known).draft.text


def test_lines_that_a_word_file_ran_together_are_found_again(known: Known) -> None:
    measures = "\n".join(
        f"（{n}）甲乙丙丁。各地要每月公布岗位，方便农民工找工作，做到不收费、不拖延、不推诿。"
        for n in "一二三四五六七八九"
    )
    text = f"关于甲的通知\n各县人民政府：\n现就有关事项通知如下：\n一、总则\n{measures}\n青川市人民政府\n2024年3月8日\n"
    assert imported(text.replace("\n", " "), known).draft.text == imported(text, known).draft.text


def test_numbers_that_word_sets_by_itself_are_those_that_word_shows(known: Known) -> None:
    lines = [
        ("关于甲的通知", None), ("各县人民政府：", None), ("现通知如下，请各地认真贯彻执行，不得走样。", None),
        ("总体要求", 0), ("做好各项工作。", None), ("主要任务", 0), ("抓培训。办好班。", 1), ("抓就业。找好岗位。", 1),
        ("订单班。跟着岗位走。", 2), ("夜校。夜里上课。", 2), ("保障", 0), ("组织保障。有人管。", 1),
    ]  # fmt: skip
    raw = word_file("".join(paragraph(*line) for line in lines), word__numbering_xml=numbering())
    found = imported(raw, known, "通知.docx")
    assert headings(found) == [
        "## 一、总体要求", "## 二、主要任务", "### （一）抓培训", "### （二）抓就业", "#### 1.订单班", "#### 2.夜校",
        "## 三、保障", "### （一）组织保障",
    ]  # fmt: skip
    assert not found.comparison.lost
    assert "自动编号的 8 段" in found.remarks[0].zh


def test_numbers_that_an_opendocument_file_sets_by_itself_are_written_out(known: Known) -> None:
    names = ["text:1.0", "style:1.0", "office:1.0"]
    spaces = " ".join(f'xmlns:{name[:-4]}="urn:oasis:names:tc:opendocument:xmlns:{name}"' for name in names)
    levels = (
        '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
        '<text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" '
        'style:num-suffix="）"/>'
    )
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>".format
    inner = f"<text:list>{item('一件事。做。', '')}{item('又一件。做。', '')}</text:list>"
    body = f'<text:list text:style-name="L">{item("甲", "")}{item("乙", inner)}</text:list>'
    content = (
        f'<office:document-content {spaces} office:version="1.2"><office:automatic-styles><text:list-style style:name="L">'
        f"{levels}</text:list-style></office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    found = imported(stream.getvalue(), known, "a.odt")
    assert headings(found) == ["## 一、甲", "## 二、乙", "### （一）一件事", "### （二）又一件"]
    assert not found.comparison.lost


def test_numbers_may_run_on_start_again_or_come_from_a_style(known: Known) -> None:
    on = [("甲", 0), ("一件事。做。", 1), ("乙", 0), ("又一件。做。", 1)]
    raw = word_file("".join(paragraph(*line) for line in on), word__numbering_xml=numbering(restarts=False))
    assert headings(imported(raw, known, "a.docx"))[-1] == "### （二）又一件"
    again = (
        paragraph("甲", 0) + paragraph("做甲。") + paragraph("附件1") + paragraph("表", 0, num=2) + paragraph("做表。")
    )
    raw = word_file(again, word__numbering_xml=numbering())
    assert headings(imported(raw, known, "a.docx")) == ["## 一、甲", "## 附件1", "### 一、表"]
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:name w:val="一级"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="二级"/>'
        '<w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    body = paragraph("甲", style="A") + paragraph("一件事。做。", style="B")
    raw = word_file(body, word__numbering_xml=numbering(styles=("A", "B")), word__styles_xml=styles)
    assert headings(imported(raw, known, "a.docx")) == ["## 一、甲", "### （一）一件事"]


def test_tables_footnotes_and_text_boxes_are_kept_and_margins_comments_and_deletions_told(known: Known) -> None:
    cell = "<w:tc>{}</w:tc>".format
    row = "<w:tr>{}</w:tr>".format
    table = "<w:tbl>{}</w:tbl>".format(
        row(cell(paragraph("温度")) + cell(paragraph("措施"))) + row(cell(paragraph("40℃")) + cell(paragraph("停工")))
    )
    box = f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('青川市人民政府文件')}</w:txbxContent></w:pict></w:r></w:p>"
    noted = (
        '<w:p><w:r><w:t>高温津贴照标准发。</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        "<w:del><w:r><w:delText>删去的话</w:delText></w:r></w:del></w:p>"
    )
    body = (
        box
        + paragraph("关于高温的通知")
        + paragraph("各县人民政府：")
        + paragraph("现就有关事项通知如下，请照办，不得推诿。")
        + noted
        + table
    )
    raw = word_file(
        body,
        word__footnotes_xml=f'<w:footnotes {W}><w:footnote w:id="2">{paragraph("见省里的规定。")}</w:footnote></w:footnotes>',
        word__header1_xml=f"<w:hdr {W}>{paragraph('内部页眉')}</w:hdr>",
        word__comments_xml=f"<w:comments {W}><w:comment>{paragraph('这里再议')}</w:comment></w:comments>",
    )
    found = imported(raw, known, "通知.docx")
    assert found.draft.fields["issuers"] == ["青川市人民政府"]
    assert "| 温度 | 措施 |\n| --- | --- |\n| 40℃ | 停工 |" in found.draft.body
    assert "高温津贴照标准发。［注1］" in found.draft.body
    assert found.draft.body.endswith("注1：见省里的规定。\n")
    assert {one.text for one in found.left_out} >= {"内部页眉", "这里再议", "删去的话"}
    assert not found.comparison.lost


def test_a_web_page_gives_its_text_without_what_is_around_it(known: Known) -> None:
    page = """<html><head><meta charset="gb2312"><title>x</title><script>var a="脚本";</script></head><body>
    <ul><li><a>首页</a></li></ul><div>您现在的位置：首页 &gt; 政务公开</div>
    <table><tr><td>发文机关：</td><td>青川市人力资源和社会保障局</td><td>成文日期：</td><td>2024-06-03</td></tr>
    <tr><td>发文字号：</td><td>青人社发[2024]第012号</td><td>发布日期：</td><td>2024年06月05日</td></tr></table>
    <h1>关于做好高温天气劳动保护工作的通知</h1><p>来源：市人社局　浏览次数：1234　字体：[大 中 小]</p>
    <table><tr><td><p>各县（区）人力资源和社会保障局：</p><p>　　入夏以来气温高，现就有关事项通知如下：</p>
    <p><strong>一、落实责任。</strong>用人单位要发高温津贴。</p><p>青川市人力资源和社会保障局</p><p>2024年6月3日</p>
    </td></tr></table><p>【打印本页】 【关闭窗口】</p><div>主办单位：青川市 蜀ICP备00000000号</div></body></html>"""
    found = imported(page.encode("gb18030"), known, "通知.html")
    fields = found.draft.fields
    assert fields["title"] == "关于做好高温天气劳动保护工作的通知"
    assert (fields["number"], fields["issuers"]) == ("青人社发〔2024〕12号", ["青川市人力资源和社会保障局"])
    assert fields["dates"] == {"signed": "2024-06-03", "published": "2024-06-05"}
    assert found.draft.body.split("\n\n")[0] == "各县（区）人力资源和社会保障局："
    assert found.draft.body.endswith("2024年6月3日\n")
    assert "脚本" not in report(found, "x", "zh")
    assert not found.comparison.lost


def test_lines_of_a_pdf_are_joined_to_paragraphs_and_page_numbers_left_out(known: Known) -> None:
    style = "@page{size:A4;margin:35mm 27mm;@bottom-center{content:'— ' counter(page) ' —'}} html{font-family:'Noto Sans SC'} p{font-size:16pt;line-height:28pt;margin:0;text-indent:2em}"
    text = "各地要把岗位信息送到村，送到社区，送到农民工手里，不收一分钱，不设任何门槛，做到公开、公平、公正。" * 6
    lines = NOTICE.replace("每月公布岗位。", text).splitlines()
    raw = laid_out(f"<style>{style}</style>" + "".join(f"<p>{line}</p>" for line in lines), FONTS)
    found = imported(raw, known, "通知.pdf")
    assert found.format == "pdf"
    assert found.draft.fields["dates"]["printed"] == "2024-03-11"
    assert text in found.draft.body
    assert not found.comparison.lost
    assert any("— 1 —" in one.text for one in found.left_out)


def test_a_report_tells_the_editor_in_either_language(known: Known) -> None:
    found = imported(NOTICE, known)
    chinese, english = report(found, "content/policies/x/zh.md", "zh"), report(found, "content/policies/x/zh.md", "en")
    assert "| 发文字号 | 青政办发〔2024〕7号 |" in chinese
    assert "| Document number | 青政办发〔2024〕7号 |" in english
    assert "| 措施 | 2 条，2 条有牵头部门 |" in chinese
    assert "Text that was left out" in english


# The five source documents, which are not part of the project

SOURCES = {
    "000": {"issuers": 3, "dates": {"signed": "2012-11-27"}, "headings": (4, 10, 13), "region": "370000"},
    "001": {
        "number": "湘就农发〔2020〕6号", "issuers": 1, "dates": {"signed": "2020-06-12", "published": "2020-06-19"},
        "headings": (1, 4, 7, 17), "region": "430000",
    },
    "002": {
        "number": "甬党〔2011〕16号", "issuers": 1, "dates": {"signed": "2011-11-01", "printed": "2011-11-02"},
        "headings": (9, 28), "region": "330200",
    },
    "003": {
        "number": "吉市政发〔2015〕15号", "issuers": 1, "dates": {"signed": "2015-11-13", "printed": "2015-11-13"},
        "headings": (6, 30), "region": "220200", "measures": 30,
    },
    "004": {
        "issuers": 1, "dates": {"signed": "2011-11-21", "published": "2011-12-20"}, "headings": (1, 4, 20, 14),
        "region": "441600",
    },
}  # fmt: skip


@pytest.fixture(params=SOURCES)
def source(request: pytest.FixtureRequest) -> tuple[str, str]:
    folder = request.config.getoption("--sources")
    if folder is None:
        pytest.skip("needs --sources DIR, the folder of the five source documents")
    return request.param, next(Path(folder).glob(f"{request.param}*.txt")).read_text(encoding="utf-8")


def numbered_by_word(text: str, known: Known, restarts: bool) -> bytes:
    """The document with its numbers taken out and set by Word instead."""
    from tongchuang.editorial.import_.characters import clean, punctuated
    from tongchuang.editorial.import_.numbering import numbered

    depths = {"part": 0, "item": 1, "point": 2}
    last = dict.fromkeys(depths, 0)
    paragraphs = []
    for line in text.split("\n"):
        one = numbered(punctuated(clean(line)))
        if one and one.kind in depths and one.value == last[one.kind] + 1 and "0" not in one.rest[:3]:
            last[one.kind] = one.value
            last |= {kind: 0 for kind in depths if depths[kind] > depths[one.kind] and (restarts or kind != "item")}
            paragraphs.append(paragraph(one.rest, depths[one.kind]))
        elif line.strip():
            paragraphs.append(paragraph(line))
    return word_file("".join(paragraphs), word__numbering_xml=numbering(restarts=restarts))


def test_each_source_document_gives_what_is_there(source: tuple[str, str], known: Known) -> None:
    name, text = source
    there = SOURCES[name]
    for found in (
        imported(text, known),
        imported(pandoc(text, "docx"), known, "a.docx"),
        imported(numbered_by_word(text, known, name != "003"), known, "a.docx"),
    ):
        fields = found.draft.fields
        assert fields.get("number") == there.get("number")
        assert len(fields["issuers"]) == there["issuers"]
        assert fields["dates"] == there["dates"]
        assert fields["region"] == there["region"]
        assert len(fields.get("measures", ())) == there.get("measures", 0)
        assert all("lead" in measure for measure in fields.get("measures", ()))
        levels = [line.split(" ")[0] for line in headings(found)]
        assert tuple(levels.count("#" * depth) for depth in range(2, 7) if "#" * depth in levels) == there["headings"]
        assert not found.comparison.lost
