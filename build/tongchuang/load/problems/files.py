"""Files that can't be content (L1…)."""

import re

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding

TOP = (1, 1)

NO_CONTENT = Explanation(
    "L101",
    "error",
    Bilingual("没有 content 文件夹", "No content folder"),
    Bilingual(
        "项目的内容都放在 content 文件夹里。没有这个文件夹，多半是指错了项目位置。",
        "All content of a project lies in its content folder. If there is none, the command probably points "
        "at the wrong folder.",
    ),
)
UNKNOWN_FILE = Explanation(
    "L102",
    "error",
    Bilingual("这里不该有这个文件", "A file that does not belong here"),
    Bilingual(
        "每种内容都有固定的位置和文件名：content/services/<类别>/<编号>.yaml、content/policies/<编号>/zh.md、"
        "content/local/<区划代码>/<事项编号>.yaml、content/network/ 等。放错位置或写错文件名的内容不会发布，"
        "所以要指出来。README.md 和以点开头的文件不受限制。",
        "Each kind of content has its place and file name: content/services/<category>/<id>.yaml, "
        "content/policies/<id>/zh.md, content/local/<division code>/<service id>.yaml, content/network/ and so on. "
        "A file elsewhere or named otherwise would never be published, so it is reported. README.md and files "
        "whose name starts with a dot may lie anywhere.",
    ),
)
SYMBOLIC_LINK = Explanation(
    "L103",
    "error",
    Bilingual("符号链接", "Symbolic link"),
    Bilingual(
        "符号链接可以指向项目以外的文件，把不该公开的东西带进来，所以一律不读。",
        "A symbolic link can point outside the project and bring in what must not be published, so none is read.",
    ),
)
TOO_BIG = Explanation(
    "L104",
    "error",
    Bilingual("文件太大", "File too big"),
    Bilingual(
        "内容文件都是文字，用不了这么大；太大的文件多半是放错了，也会拖慢每一次检查。",
        "Content is text and never needs this much. A file this big is most likely there by mistake, and would "
        "slow down every check.",
    ),
)
TOO_MANY = Explanation(
    "L105",
    "error",
    Bilingual("文件太多", "Too many files"),
    Bilingual(
        "content 里的文件数有上限，多出来的没有读。多半是误放了别的文件夹。",
        "The number of files in content is bounded, and those beyond it were not read. Most likely another folder "
        "was put there by mistake.",
    ),
)
TOO_DEEP = Explanation(
    "L106",
    "error",
    Bilingual("文件夹套得太深", "Folders too deep"),
    Bilingual(
        "content 里最多再套两层文件夹，更深的不会读。",
        "Within content there are at most two levels of folders; what is deeper is not read.",
    ),
)
UNREADABLE = Explanation(
    "L107",
    "error",
    Bilingual("读不了", "Can't be read"),
    Bilingual(
        "电脑不让读这个文件或文件夹：可能没有权限，也可能刚被删掉。",
        "The computer refuses to read this file or folder: permission may be missing, or it has just been removed.",
    ),
)
IN_TWO_PLACES = Explanation(
    "L108",
    "error",
    Bilingual("同一个文件有两份", "One file in two places"),
    Bilingual(
        "用 --with 加进来的文件夹只能添新文件，不能换掉项目自己的文件，不然看到的就不是真正的内容。",
        "A folder brought in by --with may add files only. If it could replace the project's own, what one sees would "
        "no longer be the content itself.",
    ),
)
NOT_A_PNG = Explanation(
    "L109",
    "error",
    Bilingual("标识不是PNG图片", "A mark that is no PNG picture"),
    Bilingual(
        "标识只收PNG：它不会带脚本，也不会去网上取东西。文件名改成 .png 没有用，要向给标识的单位要PNG原图，或用看图软件另存为PNG。",
        "A mark must be a PNG: that can't hold a script or fetch anything. Renaming a file does not help; ask for the "
        "artwork as PNG, or save it as PNG with a picture viewer.",
    ),
)


def no_content(path: str) -> Finding:
    """The project has no content."""
    return NO_CONTENT.at(
        path,
        TOP,
        Bilingual("找不到 content 文件夹。", "There is no content folder."),
        Bilingual(
            "请在项目文件夹里运行，或用 --project 指明项目位置。", "Run this in the project, or name it with --project."
        ),
    )


def unknown_file(path: str, better: str | None) -> Finding:
    """A file that no pattern knows; ``better`` is a name that one would."""
    name = path.rsplit("/", 1)[-1]
    remedy = Bilingual(
        "请改成规定的位置和文件名，或把它移出 content。运行 tongchuang explain L102 看有哪些位置。",
        "Move or rename it to where its kind belongs, or take it out of content. Run tongchuang explain L102 to see where.",
    )
    if re.search(r"\.(docx?|wps|odt|pdf|ofd|rtf)$", name.lower()):
        remedy = Bilingual(
            f"内容文件是文本。政策文件请用 tongchuang import {name} 导入，再把它移出 content。",
            f"Content is text. Import a policy with tongchuang import {name}, then take this out of content.",
        )
    elif re.search(r"\.(xlsx?|et|ods)$", name.lower()):
        remedy = Bilingual(
            f"内容文件是文本。表格请用 tongchuang sheet import {name} 收回，再把它移出 content。",
            f"Content is text. Take a workbook in with tongchuang sheet import {name}, then take it out of content.",
        )
    elif better:
        remedy = Bilingual(f"文件名请改成“{better}”。", f'Rename it to "{better}".')
    return UNKNOWN_FILE.at(
        path,
        TOP,
        Bilingual(
            f"不认识文件“{name}”，它不会发布。", f'"{name}" is no file of the content; it would not be published.'
        ),
        remedy,
    )


def symlink(path: str) -> Finding:
    """A symbolic link, to a file or a folder."""
    return SYMBOLIC_LINK.at(
        path,
        TOP,
        Bilingual("这是符号链接，不读。", "This is a symbolic link and is not read."),
        Bilingual("请把文件本身放在这里。", "Put the file itself here."),
    )


def too_big(path: str, most: int) -> Finding:
    """More than ``most`` bytes."""
    limit = f"{most // 1_000_000} MB"
    return TOO_BIG.at(
        path,
        TOP,
        Bilingual(f"文件超过 {limit}，没有读。", f"The file is over {limit} and was not read."),
        Bilingual("请拆成几个文件，或删掉不属于内容的部分。", "Split it, or remove what is no content."),
    )


def too_many(path: str, count: int, most: int) -> Finding:
    """More than ``most`` files."""
    return TOO_MANY.at(
        path,
        TOP,
        Bilingual(f"有 {count} 个文件，最多读 {most} 个。", f"There are {count} files; at most {most} are read."),
        Bilingual("请把不是内容的文件移走。", "Move away what is no content."),
    )


def too_deep(path: str, most: int) -> Finding:
    """A folder below the deepest that is read."""
    return TOO_DEEP.at(
        path,
        TOP,
        Bilingual(
            f"content 里最多套 {most} 层文件夹，这个更深，没有读。",
            f"This folder is more than {most} levels below content and was not read.",
        ),
        Bilingual("请移到规定的位置。", "Move it to where its kind belongs."),
    )


def unreadable(path: str) -> Finding:
    """The system refuses."""
    return UNREADABLE.at(
        path,
        TOP,
        Bilingual("打不开，没有读。", "It can't be opened and was not read."),
        Bilingual("请检查权限，或重新放一份。", "Check its permissions, or put a fresh copy there."),
    )


def in_two_places(path: str, overlay: str) -> Finding:
    """A file of the overlay that the project has too."""
    return IN_TWO_PLACES.at(
        path,
        TOP,
        Bilingual(f"项目和“{overlay}”里都有这个文件。", f'Both the project and "{overlay}" have this file.'),
        Bilingual(
            f"请给“{overlay}”里的那份换个编号和文件名。", f'Give the one in "{overlay}" another id and file name.'
        ),
    )


def not_a_png(path: str) -> Finding:
    """A picture of another format under the name of a PNG."""
    return NOT_A_PNG.at(
        path,
        TOP,
        Bilingual("这个文件不是PNG图片，没有读。", "This file is no PNG picture and was not read."),
        Bilingual("请放一份PNG格式的原图。", "Put the artwork here as PNG."),
    )
