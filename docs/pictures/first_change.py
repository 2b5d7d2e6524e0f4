"""The first change of the handbook for editors, taken from its text: what its pictures show and its test follows."""

import re
from dataclasses import dataclass
from pathlib import Path

HANDBOOKS = {"zh": "handbook.zh.md", "en": "handbook.md"}
_BLOCK = re.compile(r"^```\w+ (before|after|revision)\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`(content/[^`\s]+\.yaml)`")


@dataclass(frozen=True)
class FirstChange:
    """The file, the words before and after, and the line for its revisions; ``apply`` each as the handbook says."""

    file: str
    before: str
    after: str
    revision: str

    def edit(self, root: Path) -> None:
        """Step 2: the words."""
        file = root / self.file
        text = file.read_text(encoding="utf-8")
        if text.count(self.before) != 1:
            raise ValueError(f"{self.before} does not stand once in {self.file}: choose other words for the handbook")
        file.write_text(text.replace(self.before, self.after), encoding="utf-8")

    def record(self, root: Path) -> None:
        """Step 5: the revision, below the last."""
        file = root / self.file
        head, mark, tail = file.read_text(encoding="utf-8").partition("\nrevisions:\n")
        entries = re.match(r"(?: .*\n)+", tail)
        if not mark or not entries:
            raise ValueError(f"{self.file} has no revisions")
        file.write_text(f"{head}{mark}{entries[0]}{self.revision}\n{tail[entries.end() :]}", encoding="utf-8")


def read(handbook: Path) -> FirstChange:
    """The steps of a handbook."""
    text = handbook.read_text(encoding="utf-8")
    file = _FILE.search(text)
    if file is None:
        raise ValueError(f"{handbook} names no file to edit")
    return FirstChange(file[1], **dict(_BLOCK.findall(text)))
