"""Where the parts of a project lie."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Project:
    """A folder that holds ``content/``; releases go to ``dist/`` beside it."""

    root: Path

    @property
    def content(self) -> Path:
        """What editors write."""
        return self.root / "content"

    @property
    def dist(self) -> Path:
        """What the program writes: ``releases/<id>/`` and ``current``, a link to one of them."""
        return self.root / "dist"

    @property
    def fonts(self) -> Path:
        """The pinned fonts that the set-up command installs."""
        return self.root / ".cache" / "fonts"
