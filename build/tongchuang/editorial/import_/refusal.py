"""Why a file can't be imported, with the one thing to do about it."""

from ...model.finding import Bilingual


class Refused(Exception):
    """The file can't be read as a policy; ``message`` says what it is and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.message = Bilingual(zh, en)
