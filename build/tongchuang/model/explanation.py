"""What a code of a finding stands for: ``tongchuang explain CODE`` prints it."""

from dataclasses import dataclass

from .finding import Bilingual, Finding, Severity


@dataclass(frozen=True, slots=True)
class Explanation:
    """A stable code with its severity, a short title, and a text that says why it matters and what to do."""

    code: str
    severity: Severity
    title: Bilingual
    text: Bilingual

    def at(self, path: str, position: tuple[int, int], message: Bilingual, remedy: Bilingual) -> Finding:
        """A finding of this code at a line and column (from 1) of a file."""
        return Finding(path, *position, self.code, self.severity, message, remedy)
