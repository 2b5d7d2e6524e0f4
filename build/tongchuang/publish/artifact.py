"""What a publisher gives to the release: a path below the release folder and its bytes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of a release; ``path`` uses forward slashes and never leaves the folder."""

    path: str
    data: bytes
