"""CSV tables that are no tables (L5…)."""

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding

BAD_HEADER = Explanation(
    "L501",
    "error",
    Bilingual("表头有错", "Wrong table header"),
    Bilingual(
        "表格第一行是列名，每列一个，不能空着，也不能重复。",
        "The first row of a table names its columns, each once, none empty.",
    ),
)
RAGGED = Explanation(
    "L502",
    "error",
    Bilingual("这一行的格数不对", "Row with the wrong number of cells"),
    Bilingual(
        "每一行的格数要和表头一样。多出来的常常是文字里的英文逗号没有加引号，少的常常是漏了一格。",
        "Each row has as many cells as the header. One too many is often a comma inside text without quotes, one too "
        "few a cell left out.",
    ),
)
BAD_QUOTING = Explanation(
    "L503",
    "error",
    Bilingual("表格里的引号有错", "Wrong quotes in a table"),
    Bilingual(
        "CSV 里用英文双引号包住带逗号的文字，引号要成对；文字本身的引号写两个。从出错处起没有读。",
        "In CSV, double quotes enclose text with commas, in pairs; a quote within text is written twice. Nothing from "
        "the error on was read.",
    ),
)


def bad_header(path: str, name: str) -> Finding:
    """An empty or repeated column name."""
    problem = Bilingual(f"列名“{name}”重复了。", f'The column "{name}" is there twice.')
    if not name.strip():
        problem = Bilingual("表头里有空着的列名。", "A column has no name.")
    return BAD_HEADER.at(
        path,
        (1, 1),
        problem,
        Bilingual("请改正第一行，每列一个不同的列名。", "Correct the first row: each column has a name of its own."),
    )


def separator(path: str, sign: str) -> Finding:
    """Cells that are separated by something else than commas."""
    name = Bilingual("制表符", "tabs") if sign == "\t" else Bilingual(f"“{sign}”", f'"{sign}"')
    return BAD_HEADER.at(
        path,
        (1, 1),
        Bilingual(f"这个表用{name.zh}隔开，应当用英文逗号。", f"The cells are separated by {name.en}, not by commas."),
        Bilingual("另存时选“CSV UTF-8（逗号分隔）”。", 'Save it as "CSV UTF-8 (comma delimited)".'),
    )


def ragged(path: str, at: tuple[int, int], cells: int, due: int) -> Finding:
    """A row of ``cells`` where the header has ``due``."""
    return RAGGED.at(
        path,
        at,
        Bilingual(f"这一行有 {cells} 格，表头有 {due} 格。", f"This row has {cells} cells, the header {due}."),
        Bilingual(
            "请补上缺的格，或给带逗号的文字加英文双引号。",
            "Add the missing cell, or put text with commas in double quotes.",
        ),
    )


def bad_quoting(path: str, at: tuple[int, int]) -> Finding:
    """Quotes that don't pair in the row that starts at ``at``."""
    return BAD_QUOTING.at(
        path,
        at,
        Bilingual("这一行的引号没有配对。", "The quotes of this row don't pair."),
        Bilingual("请检查英文双引号。", "Check the double quotes."),
    )
