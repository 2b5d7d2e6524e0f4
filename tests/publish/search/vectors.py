"""Writes ``vectors.json``, which every reader of the index must pass: a small index, queries and what they find.

    PYTHONPATH=build .venv/bin/python tests/publish/search/vectors.py

Its records and places are made up here, so that nothing of the content changes them; the weights with which it was made
stay in it. It is written anew when the format of the index or the reading of it changes.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from tongchuang.catalogue import View, resolve
from tongchuang.load import load
from tongchuang.model.place import Place, Region, Tier
from tongchuang.project import Project
from tongchuang.publish.search import analysis, buckets, characters, files, impacts, place_reader, places
from tongchuang.publish.search.reader import Reader, typed_sounds
from tongchuang.publish.search.records import Record
from tongchuang.publish.words import words

FILE = Path(__file__).parent / "vectors.json"
ROOT = Path(__file__).resolve().parents[3]
LIMIT = 10
# Kind, id; name, keywords and a line in Chinese; the same in English.
RECORDS = [
    (
        ("service", "residence-permit-apply"),
        ("居住证申领", ["办居住证", "暂住证"], "时限15日 · 免费"),
        ("Apply for a residence permit", ["residence permit", "living permit"], "15 days · Free"),
    ),
    (
        ("service", "wage-arrears-report"),
        ("拖欠工资投诉", ["老板不给钱", "拖欠工资", "要工钱"], "时限60个工作日 · 免费"),
        ("Report unpaid wages", ["unpaid wages", "boss won't pay"], "60 working days · Free"),
    ),
    (
        ("service", "work-injury-recognition"),
        ("工伤认定", ["工伤", "干活受伤"], "时限60日 · 免费"),
        ("Work injury recognition", ["injured at work", "work injury"], "60 days · Free"),
    ),
    (
        ("service", "compulsory-school-enrolment"),
        ("义务教育入学", ["孩子上学", "转学"], "免费"),
        ("School enrolment", ["child school", "primary school"], "Free"),
    ),
    (
        ("life-event", "boss-wont-pay"),
        ("老板不给工钱", ["欠薪"], "一步一步怎么要回来"),
        ("The boss won't pay", ["wages owed"], "How to get it back, step by step"),
    ),
    (
        ("term", "arbitration"),
        ("劳动仲裁", ["仲裁"], "不用打官司"),
        ("Labour arbitration", ["arbitration"], "No court"),
    ),
]
# Records of other words, so that those above are scarce, as in a real index.
OTHERS = {
    "zh": """天地 玄黄 宇宙 洪荒 日月 盈昃 辰宿 列张 寒来 暑往 秋收 冬藏 闰余 律吕 云腾 致雨 露结 为霜 金生 丽水 玉出 昆冈""",
    "en": """amber basalt cedar dune ember fjord glacier harbour island juniper kelp lagoon meadow nettle oasis prairie
        quartz reef savanna tundra upland valley""",
}
# Code, tier, short name in Chinese and English; who lies below whom the codes tell.
REGIONS: list[tuple[str, Tier, str, str]] = [
    ("990000", "province", "云岭省", "Yunling Province"),
    ("990100", "city", "清河市", "Qinghe City"),
    ("990101", "county", "和平县", "Heping County"),
    ("990102", "county", "长安区", "Chang'an District"),
    ("990101001", "township", "阳明镇", "Yangming Town"),
    ("990101002", "township", "和平乡", "Heping Township"),
    ("990102001", "township", "新村街道", "Xincun Subdistrict"),
    ("990101001001", "village", "新村", "Xin Village"),
    ("990101001002", "village", "重阳村", "Chongyang Village"),
    ("990102001001", "village", "新村", "Xin Village"),
    ("990102001002", "village", "四都社区", "Sidu Community"),
]
ASKED = {
    "zh": [
        *(
            "居住证",
            "居住證怎么办",
            "居主证",
            "jzz",
            "juzhuzheng",
            "juzhuz",
            "ｊｚｚ",
            "我的居住证咋办",
            "证",
            "老板不给钱",
        ),
        *(
            "包工头跑了三个月的钱没给咋整",
            "老板不给工钱了",
            "工伤",
            "gongshang",
            "gong shang",
            "供伤认定",
            "工地受商",
            "仲裁",
            "孩子上学",
        ),
        *(
            "办jzz",
            "和平",
            "heping",
            "hp",
            "新村",
            "xincun",
            "和平新村",
            "和平县 新村",
            "新村 和平县",
            "清河 和平",
            "heping xincun",
        ),
        *(
            "阳明镇 新村",
            "yangming cyc",
            "sidu",
            "sidou",
            "云岭 清河",
            "unpaid wages",
            "番茄炒蛋",
            "",
            "((((",
            "__proto__",
            "𠀀工资",
        ),
    ],
    "en": [
        *(
            "residence permit",
            "residance permit",
            "Residence permits!",
            "boss won’t pay",
            "the boss",
            "injuries at work",
        ),
        *(
            "injurd",
            "school",
            "Xin Village",
            "heping county xin village",
            "xin village, heping",
            "Changan",
            "居住证",
            "the",
            "",
        ),
    ],
}
TEXTS = ["Ｗon’t PAY Café", "办JZZ，N+1 要不要？", "我的居住证怎么办理", "居住證", "\u0130X 𠀀工资", "", "a_b-c"]
STEMS = [
    "injuries",
    "injured",
    "injury",
    "wages",
    "boss",
    "paying",
    "employment",
    "running",
    "bus",
    "ties",
    "the",
    "apply",
]
SOUNDS = ["zhuang", "shang", "nv", "cheng", "lve"]
TYPED = ["xian", "juzhuzheng", "juzhuz", "gongshan", "qwxz", "lao"]
SLIPS = [("permt", "permit"), ("permti", "permit"), ("pemrti", "permit"), ("permitt", "permit"), ("permit", "permit")]
TERMS = ["居住", "居_证", "居", "=居住证 办", "=residenc permit", "@jzz", "gon san", "wag", "trad_union", "𠀀工"]
ENTRIES: list[dict[str, dict[int, int]]] = [
    {"": {0: 3, 700: 9}, "住": {52: 10, 53: 11, 54: 11}, "_证": {7: 15}},
    {"he": {}},
]
NUMBERS: list[set[int]] = [set(), {0}, {3, 4, 5, 255}, set(range(11))]


def vectors() -> dict[str, Any]:
    """All of the file."""
    index = dict(_index())
    reader = Reader(lambda path: json.dumps(index[path]).encode())
    return {
        "steps": _steps(),
        "index": index,
        "queries": [
            {
                "query": query,
                "lang": lang,
                "limit": LIMIT,
                "found": [asdict(result) for result in reader.search(query, lang, LIMIT)],
            }
            for lang, queries in ASKED.items()
            for query in queries
        ],
    }


def _steps() -> dict[str, list[Any]]:
    """Functions of a reader by their names in ``reader.py`` and its neighbours: arguments and results."""
    normal = [analysis.normalise(text) for text in TEXTS]
    syllables = ["an", "gong", "gon", "ju", "san", "shan", "shang", "xi", "xian", "zheng", "zhu", "zen", "zu"]
    written = [buckets.written(entries) for entries in ENTRIES]
    return {
        "normalise": [[text, analysis.normalise(text)] for text in TEXTS],
        "runs": [[text, analysis.runs(text)] for text in normal],
        "pieces": [[analysis.runs(text), analysis.pieces(analysis.runs(text))] for text in normal],
        "stem": [[word, analysis.stem(word)] for word in STEMS],
        "plain": [[sound, analysis.plain(sound)] for sound in SOUNDS],
        "one_slip_apart": [[typed, word, analysis.one_slip_apart(typed, word)] for typed, word in SLIPS],
        "typed_sounds": [[letters, syllables, typed_sounds(letters, syllables)] for letters in TYPED],
        "term_key": [[term, list(buckets.term_key(term))] for term in TERMS],
        "read": [
            [text, {rest: list(map(list, found)) for rest, found in buckets.read(text).items()}] for text in written
        ],
        "exists": [
            [_told(numbers), number, number in numbers] for numbers in NUMBERS for number in (0, 3, 5, 10, 255, 999)
        ],
        "regions_file": [[name, place_reader.regions_file(name)] for name in ("和平", "heping", "h")],
        "below": [[code, place_reader.below(code)] for code in ("990000", "990100", "990101", "990101001")],
    }


def _told(numbers: set[int]) -> str:
    return buckets.names([f"x/{number}" for number in numbers]).get("x", "")


def _index() -> Iterator[tuple[str, Any]]:
    """Paths below ``search/`` and what lies there."""
    own = resolve(load(Project(ROOT)), date(2026, 11, 21))
    chinese = _with_regions(own.view("zh"), 2)
    languages = {}
    for at, lang in enumerate(("zh", "en"), 1):
        records = [_record(row[0], row[at]) for row in RECORDS]
        records += [_record(("term", f"other-{n}"), (name, [name], "")) for n, name in enumerate(OTHERS[lang].split())]
        weighed = impacts.impacts(records, impacts.GRAINS if lang == "zh" else impacts.LATIN_GRAINS)
        made: dict[str, Any] = {
            **files.term_files(weighed),
            **files.word_files(records),
            **files.document_files(records),
            **places.files(_with_regions(own.view(lang), at + 1), chinese, words(lang)),
        }
        if lang == "zh":
            made |= files.character_files(weighed) | {"syllables": " ".join(characters.inventory())}
        languages[lang] = {"files": buckets.names(sorted(made)), "words": {}}
        yield from ((f"small/{lang}/{name}.json", made[name]) for name in sorted(made))
    yield "current.json", {"hash": "small", "format": buckets.FORMAT, "languages": languages}


def _record(key: tuple[str, str], said: tuple[str, list[str], str]) -> Record:
    name, keywords, line = said
    fields = {"name": [name], "title": [name], "keywords": keywords, "said": keywords}
    return Record(*key, name, line, fields)


def _with_regions(view: View, named: int) -> View:
    """The view with the made-up regions, and a place in each county, township and village of the first county."""
    regions = {"100000": view.regions["100000"]}
    for row in REGIONS:
        above = [code for code in regions if row[0].startswith(place_reader.below(code))]
        chain = ("100000", *above, row[0])
        regions[row[0]] = Region(row[0], row[1], str(row[named]), str(row[named]), chain[-2], chain)
    levels = {"county": "centre", "township": "office", "village": "station"}
    found = {
        code: Place(code, levels[region.tier], f"{region.short} {levels[region.tier]}", region, ())  # type: ignore[arg-type]
        for code, region in regions.items()
        if region.tier in levels
    }
    return replace(view, regions=regions, places=found)


if __name__ == "__main__":
    FILE.write_text(
        json.dumps(vectors(), ensure_ascii=False, separators=(",", ":")).replace('},"', '},\n"') + "\n", "utf-8"
    )
