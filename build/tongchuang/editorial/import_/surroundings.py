"""What stands around a document on a web page or on its cover, and isn't part of it."""

import re

# A label and its value, as pages and the tables above official texts have them. The keys name what they mean here.
_LABELS = {
    "published": "发布时间|发布日期|公布日期|公开日期|公开时间|公布时间",
    "posted": "时间|日期|更新时间|发表于|发布于|上传时间|录入时间",
    "signed": "成文日期|公文生成日期|生成日期|发文日期|签署日期|成文时间|发文时间|生成时间",
    "effective": "施行日期|实施日期|生效日期|生效时间|实施时间",
    "expires": "失效日期|失效时间|废止日期",
    "number": "发文字号|文号|文件编号|文件号|发文文号",
    "issuer": "发文机关|发文机构|发布机构|发布部门|制发机关|发文单位|发布机关|制定机关|发布单位|公开主体",
    "title": "名称|标题|文件名称|信息名称|公文名称",
    "": (
        "来源|信息来源|作者|编辑|责任编辑|点击次数|阅读次数|阅读人次|浏览次数|点击数|点击|浏览量|浏览|访问量|字体大小|字号|字体|索引号|信息索引|索引"
        "|主题分类|分类|组配分类|体裁分类|主题词|关键词|有效性|文件有效性|时效性|效力状态|信息类别|公开方式|公开形式|公开类别|公开责任部门|审核|语种|效力级别"
        "|内容概述|内容摘要|摘要|阅读|阅读量|访问次数|下载地址|稿件来源|文章来源|公文种类|公文类别|所属类别|信息分类|服务对象|供稿|记者|政策文件|备注"
    ),
}
# Typists set labels wide: 索 引 号.
_LABEL = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<label>"
    + "|".join(r"\s*".join(label) for label in sorted("|".join(_LABELS.values()).split("|"), key=len, reverse=True))
    + r")\s*[：:]\s*|(?<=[\]】\s])(?P<verb>发表于|发布于)\s*"
)
# A line of the list that pages put above official texts: a bullet, some label, its value.
_LISTED = re.compile(r"[•·●▪◆]\s*[^：:。]{2,12}[：:]\s*(?P<value>.*)")
_MEANING = {label: meaning for meaning, labels in _LABELS.items() for label in labels.split("|")}
_CHROME = re.compile(
    r"当前位置|首页|^\[?(?:打印|关闭|分享|收藏|返回|纠错|顶部)|打印本页|关闭窗口|无障碍|字体[：:\s]|字号[：:\s]|\[大\]|大\s*中\s*小"
    r"|分享到|扫一扫|二维码|点击此处下载|上一篇|下一篇|相关(?:链接|文章|新闻|稿件|解读|信息|附件)|其[它他]新闻|版权所有|备案|网站标识码|公网安备|主办单位|承办单位|网站地图|联系我们"
    r"|设为首页|加入收藏|登录|注册|门户网站|微信|微博|浏览器|下载文字版|下载图片版|附件下载|责任编辑|阅读次数|点击次数|阅读人次|^\d{4,}$|^[|>\s·—-]+$"
    r"|Copyright|ICP|.>.*>|政府网$|【.*(?:打印|关闭|字体).*】"
)
_END = re.compile(
    r"打印本页|关闭窗口|扫一扫|分享到|上一篇|下一篇|相关(?:链接|文章|新闻|稿件|解读)|其[它他]新闻|版权所有|责任编辑|主办单位|网站标识码|附件下载|【打印】|【关闭】|^打印$|^分享"
)
_SECRET = re.compile(r"^(?:绝密|机密|秘密)(?:\s*★.*)?$")
_COVER = re.compile(r"^(?:\d{6}|特急|加急|特提|平急|签发人[：:].*)$")


def labelled(line: str) -> list[tuple[str, str]]:
    """The labels of a line by what they mean, with their values; empty if it has none."""
    found = list(_LABEL.finditer(line))
    if not found and (listed := _LISTED.fullmatch(line)):
        return [("", listed["value"])]
    ends = [*(match.start() for match in found[1:]), len(line)] if found else []
    return [
        (_MEANING[re.sub(r"\s", "", match["label"] or match["verb"])], line[match.end() : end].strip(" |[]【】"))
        for match, end in zip(found, ends, strict=True)
    ]


def meaning(cell: str) -> str | None:
    """What a cell of a table above the text says that the next one holds; None if it is no label."""
    return _MEANING.get(re.sub(r"[\s：:]", "", cell))


def is_page(line: str) -> bool:
    """Whether a line belongs to the web page: where one is, what to click."""
    return bool(_CHROME.search(line)) and len(line) < 300


def ends_text(line: str) -> bool:
    """Whether a line of the page stands where the text has ended."""
    return bool(_END.search(line)) and len(line) < 120


def is_cover(line: str) -> bool:
    """Whether a line belongs to the head of the paper (GB/T 9704-2012, 7.2): copy number, urgency, letterhead, signatory."""
    return bool(_COVER.match(line))


def is_secret(line: str) -> bool:
    """Whether a line says that the document is classified (GB/T 9704-2012, 7.2.2)."""
    return bool(_SECRET.match(line))
