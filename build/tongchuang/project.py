"""Where the parts of a project lie."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Project:
    """A folder that holds ``content/``; releases go to ``dist/`` beside it.

    ``overlay`` is another folder that holds a ``content/``, whose files are added: the model county's.
    """

    root: Path
    overlay: Path | None = None

    @property
    def content(self) -> Path:
        """What editors write."""
        return self.root / "content"

    @property
    def dist(self) -> Path:
        """What the program writes: ``releases/<id>/`` and ``current``, a link to one of them.

        With an overlay, a folder named after it: what it adds never gets into the hub's own releases.
        """
        return self.root / (f"dist-{self.overlay.name}" if self.overlay else "dist")

    @property
    def cache(self) -> Path:
        """What the program keeps to be quicker next time; it may be deleted."""
        return self.root / ".cache" / self.dist.name

    def shown(self, path: str) -> str:
        """How to name a content file (``content/...``) to people: one that the overlay adds lies there."""
        if self.overlay is None or (self.root / path).exists():
            return path
        return os.path.relpath(self.overlay / path, self.root)
