"""What a schema can find wrong with a value, in an editor's words: codes S…."""

from ..model.explanation import Explanation
from ..model.finding import Bilingual

UNKNOWN_KEY = Explanation(
    "S101",
    "error",
    Bilingual("没有这个栏目", "No such key"),
    Bilingual(
        "每种内容有哪些栏目是固定的。写错的栏目名不会有人看到，里面的内容等于没写，所以要指出来，并猜你想写的是哪一个。",
        "Each kind of content has a fixed set of keys. What stands under a misspelt key would never be seen, so it is "
        "reported, with the nearest key that exists.",
    ),
)
LOCKED_KEY = Explanation(
    "S102",
    "error",
    Bilingual("地方不能改这一栏", "A place may not change this"),
    Bilingual(
        "地方版本只写本地可以改的栏目：窗口、时间、地址、电话，以及对办事人更有利的承诺时限、次数、收费、免交材料。"
        "名称、条件、材料、法定时限等全国或全省一致，只能在标准事项里改。",
        "A local version holds only what a place may change: window, hours, address and phone, and what makes it "
        "easier "
        "for people: a shorter promised time, fewer visits, a lower fee, a paper waived. Name, conditions, materials, "
        "statutory time and so on are the same everywhere and can be changed in the standard item only.",
    ),
)
NOT_WORDS = Explanation(
    "S103",
    "error",
    Bilingual("这一栏不用翻译", "This is not translated"),
    Bilingual(
        "译文文件只放要翻译的文字。时限、金额、日期、编号只写在中文原文里，各种语言共用，免得互相矛盾。",
        "A translation holds only words. Times, amounts, dates and ids stand in the Chinese original alone, shared "
        "by all "
        "languages, so that they can't contradict each other.",
    ),
)
MISSING = Explanation(
    "S104",
    "error",
    Bilingual("缺少必填栏目", "A required key is missing"),
    Bilingual(
        "这一栏是办事人必须知道的，或是发布时必须有的，不能缺。",
        "People need to know this, or nothing can be published without it.",
    ),
)
NOT_QUOTED = Explanation(
    "S105",
    "error",
    Bilingual("文字没有加引号", "Text without quotes"),
    Bilingual(
        "不加引号的数字和 true、false 会当成数和是非，开头的 0 会丢。电话、编码、条号、金额等是文字，要加英文双引号。",
        "Digits and true or false without quotes are read as numbers and yes or no, and a leading 0 can be lost. Phone "
        "numbers, codes, article numbers and amounts are text: put them in double quotes.",
    ),
)
WRONG_TYPE = Explanation(
    "S106",
    "error",
    Bilingual("写法不对：该是列表、数字或别的", "The wrong kind of value"),
    Bilingual(
        "每一栏该写文字、整数、true/false、列表还是下级栏目，是固定的。",
        "Whether a key takes text, a whole number, true or false, a list or keys below it is fixed.",
    ),
)
EMPTY = Explanation(
    "S107",
    "error",
    Bilingual("栏目空着", "Nothing after the key"),
    Bilingual(
        "写了栏目名却没有内容。没有内容的栏目请整行删掉。",
        "The key is there but nothing follows. Delete the line if there is nothing to say.",
    ),
)
NOT_ALLOWED = Explanation(
    "S108",
    "error",
    Bilingual("不在可选的值里", "Not one of the allowed values"),
    Bilingual(
        "这一栏只能从固定的几个值里选一个，用英文写。",
        "This key takes one of a few fixed words.",
    ),
)
WRONG_FORM = Explanation(
    "S109",
    "error",
    Bilingual("格式不对", "Written in the wrong form"),
    Bilingual(
        "编号、号码、网址、条号等有固定的格式，照格式写别的系统才认得。",
        "Ids, numbers, web addresses and articles have a fixed form that other systems rely on.",
    ),
)
NO_DATE = Explanation(
    "S110",
    "error",
    Bilingual("不是一个日期", "Not a date"),
    Bilingual(
        '日期写成“年-月-日”，如 "2026-01-31"，月和日都写两位，而且要真有这一天。',
        'Dates are written year-month-day, such as "2026-01-31", with two digits each for month and day, and the '
        "day must exist.",
    ),
)
TOO_LONG = Explanation(
    "S111",
    "error",
    Bilingual("太长", "Too long"),
    Bilingual(
        "手机屏幕、公示板和告知单放不下更长的文字，也没有人读完。",
        "Phone screens, boards and notices have no room for more, and nobody would read it.",
    ),
)
TOO_SHORT = Explanation(
    "S112",
    "error",
    Bilingual("太短或空着", "Too short or empty"),
    Bilingual(
        "这一栏要让人一看就明白，这么短说不清楚，空着就更不行。",
        "This is meant to be understood at a glance. So little can't say what is needed, nothing even less.",
    ),
)
COUNT = Explanation(
    "S113",
    "error",
    Bilingual("条数不对", "Too few or too many entries"),
    Bilingual(
        "列表的条数有上下限：太少不够用，太多在手机和纸上放不下。",
        "Lists have a least and a greatest length: too little is useless, too much has no room on a phone or on paper.",
    ),
)
OUT_OF_RANGE = Explanation(
    "S114",
    "error",
    Bilingual("数字太大或太小", "Number too big or too small"),
    Bilingual(
        "这个数超出了合理的范围，多半是写错了。", "The number is beyond what makes sense, and is most likely a slip."
    ),
)
REPEATED = Explanation(
    "S115",
    "error",
    Bilingual("列表里有重复", "The same entry twice"),
    Bilingual(
        "同一个值在列表里写了不止一次，会重复显示。",
        "A value stands in the list more than once and would be shown more than once.",
    ),
)
COLUMNS = Explanation(
    "S116",
    "error",
    Bilingual("表格的列不对", "Wrong columns"),
    Bilingual(
        "区划表的列是 code、name、parent（代码、名称、上级代码），译名表的列是 code、name，一列不多，一列不少。",
        "A division table has the columns code, name and parent; a table of translated names has code and name; no "
        "more, no less.",
    ),
)
INVALID = Explanation(
    "S199",
    "error",
    Bilingual("不合要求", "Not as required"),
    Bilingual(
        "这一处不合规定的写法。请对照同类文件改写。",
        "This is not written as required. Compare it with a file of the same kind.",
    ),
)
EXPLANATIONS = tuple(value for value in list(vars().values()) if isinstance(value, Explanation))

# What a pattern without a description of its own asks for.
FORMS = {
    r"^\d{1,4}-\d{1,2}$": Bilingual('插入的条号，加引号："276-1"', 'an inserted article in quotes: "276-1"'),
    r"^[^\n]*\S[^\n]*$": Bilingual("写成一行，不换行，不能只有空格", "one line of text, not only spaces"),
    r"^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$": Bilingual(
        "事项编号、斜线、步骤或救济的编号，例如 wage-arrears-report/arbitration",
        "the id of a service, a slash and that of its step or remedy, as wage-arrears-report/arbitration",
    ),
    r"^[0-9a-f]{64}$": Bilingual("64位的SHA-256（0到9、a到f）", "a SHA-256 of 64 digits and letters a to f"),
    r"^\d{3,8}$": Bilingual("3 到 8 位数字，加引号", "3 to 8 digits in quotes"),
    r"^0\d{2,3}$": Bilingual(
        "以 0 开头的三四位区号，加引号", "an area code of 3 or 4 digits that starts with 0, in quotes"
    ),
    r"^[0-9+() -]{3,30}$": Bilingual(
        "电话号码，只有数字、空格和 + - ( )", "a phone number: digits, spaces and + - ( )"
    ),
    r'^https://[^\s"<>]+$': Bilingual("以 https:// 开头的网址", "a web address that starts with https://"),
    r'^https://[^\s"<>]+[^/]$': Bilingual(
        "以 https:// 开头、末尾没有 / 的网址", "a web address that starts with https:// and does not end in /"
    ),
    r"^[a-z0-9-]+\.csv$": Bilingual("同一文件夹里的 .csv 文件名", "the name of a .csv file in the same folder"),
    r"^([01]\d|2[0-3]):[0-5]\d$": Bilingual('24 小时制的时间，加引号："09:00"', 'a 24-hour time in quotes: "09:00"'),
    r"^\d{1,9}(\.\d{1,4})?$": Bilingual('数值，加引号："2300.00"', 'a number in quotes: "2300.00"'),
    r"\{name\}": Bilingual(
        "要含有 {name}，代表地名", "it must contain {name}, which stands for the name of the region"
    ),
}
