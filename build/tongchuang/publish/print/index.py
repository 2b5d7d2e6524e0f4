"""The log of what was printed: each sheet with its edition, its pages, and the steps of the ladders that it took."""

import json
from collections.abc import Iterable

from ..artifact import Artifact
from . import thumbnail
from .cache import Printed
from .compose import Job

PATH = "print/index.json"


def index(jobs: Iterable[Job], printed: Iterable[Printed], pictured: bool = False) -> Artifact:
    """``print/index.json``: a sheet a line, by path; ``own_step`` is null where nothing is the place's own.

    ``pictured`` tells whether their small pictures lie beside them.
    """
    composed = {copy.path: (job, copy) for job in jobs for copy in job.copies}
    entries = []
    for one in sorted(printed, key=lambda one: one.path):
        job, copy = composed[one.path]
        entry = {
            "path": one.path,
            "document": job.document,
            "title": copy.title,
            "edition": copy.edition,
            "size": job.size,
            "lang": job.lang,
            "pages": one.pages,
            "step": one.step,
            "own_step": one.own_step,
            "picture": thumbnail.path(one.path) if pictured else None,
        }
        entries.append(json.dumps(entry, ensure_ascii=False))
    return Artifact(PATH, ("[\n" + ",\n".join(entries) + "\n]\n").encode())
