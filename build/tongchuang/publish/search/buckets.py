"""Which file of the index holds what: the rule that the writer and all readers share.

Below ``search/<hash>/<lang>/``: Chinese terms in ``c/<class>.json`` by the class of their first character
(its code point modulo 256), with what is known of the characters themselves under the empty key; Latin
words and initials in ``w/``, sounds in ``s/`` and misspelt words in ``v/`` by first letter; documents in
``d/``, sixteen a file; places in ``p/`` by the classes (modulo 64) of their first characters.
"""

from collections.abc import Iterable, Sequence

CLASSES = 256
PLACE_CLASSES = 64
DOCUMENTS = 16


def term_file(term: str) -> str:
    """The file of a term: ``=`` marks a whole text, ``@`` initials, a space two syllables."""
    first = term.lstrip("=@")[0]
    if first > "z":
        return f"c/{ord(first) % CLASSES}"
    return f"s/{first}" if " " in term and term[0] != "=" else f"w/{first}"


def variant_file(word: str) -> str:
    """The file of misspelt words."""
    return f"v/{word[0]}"


def document_file(number: int) -> str:
    """The file of a document."""
    return f"d/{number // DOCUMENTS}"


def place_file(classes: Sequence[int]) -> str:
    """The file of the places whose keys begin with characters of these classes."""
    return f"p/{'-'.join(str(class_) for class_ in classes)}"


def names(files: Iterable[str]) -> dict[str, str]:
    """The file names that exist, by folder: readers ask for no other (``{"w": "a b c"}``)."""
    found: dict[str, list[str]] = {}
    for file in files:
        folder, _, name = file.partition("/")
        found.setdefault(folder, []).append(name)
    return {folder: " ".join(listed) for folder, listed in sorted(found.items())}
