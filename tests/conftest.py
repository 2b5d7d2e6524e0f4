"""What all tests share: the repository, and its real content loaded once."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.load import Document, Sources, load
from tongchuang.project import Project

AS_OF = date(2026, 11, 21)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The five source documents are no part of the project; what imports them is tested where they are at hand."""
    parser.addoption("--sources", metavar="DIR", help="folder of the five source documents")


@pytest.fixture(scope="session")
def project() -> Project:
    return Project(Path(__file__).resolve().parents[1])


@pytest.fixture(scope="session")
def sources(project: Project) -> Sources:
    return load(project)


@pytest.fixture(scope="session")
def catalogue(sources: Sources) -> Catalogue:
    return resolve(sources, AS_OF)


@pytest.fixture(scope="session")
def model_county(project: Project) -> Catalogue:
    """The real content and the made-up model county, which has confirmed places."""
    return resolve(load(replace(project, overlay=project.root / "tests" / "demo")), AS_OF)


@pytest.fixture(scope="session")
def county(model_county: Catalogue) -> Catalogue:
    """A hub that prints the model county."""
    views = {
        lang: replace(view, hub=replace(view.hub, print_county="990101")) for lang, view in model_county.views.items()
    }
    return replace(model_county, views=views)


# An invented township of Yuancheng and its village, and what they became part of.
TOWNSHIP, VILLAGE, NOW = "441602099", "441602099001", "441602001"
_MERGED = [
    {"id": VILLAGE, "name": "老街村", "parent": TOWNSHIP, "date": "2026-10-01", "why": "撤村", "replaced_by": TOWNSHIP},
    {"id": TOWNSHIP, "name": "旧镇", "parent": "441602", "date": "2026-10-01", "why": "并入上城", "replaced_by": NOW},
]
_MERGED_WORDS = {TOWNSHIP: {"name": "Jiu Town", "why": "Part of Shangcheng"}}


@pytest.fixture(scope="session")
def tombstones(sources: Sources) -> Catalogue:
    """The real content after two divisions were merged and a service, a policy and a department withdrawn."""
    ended = {"date": "2026-10-01", "why": "合并了"}

    def changed(document: Document) -> Any:
        match document.kind, document.key, document.lang:
            case "network", "heyuan", lang:
                return {**document.data, "merged": _MERGED_WORDS if lang else _MERGED}
            case "service", "residence-permit-apply", None:
                return {**document.data, "withdrawn": {**ended, "replaced_by": "job-matching"}}
            case "policy", "criminal-law", None:
                return {**document.data, "withdrawn": {**ended, "replaced_by": "social-insurance-law"}}
            case "department", _, None:
                first, second, *rest = document.data
                return [{**first, "withdrawn": {**ended, "replaced_by": second["id"]}}, second, *rest]
        return document.data

    documents = tuple(replace(document, data=changed(document)) for document in sources.documents)
    return resolve(Sources(documents), AS_OF)


@pytest.fixture
def commit() -> Callable[[Path], str]:
    """Commits all files of a folder to its own Git repository; returns the id of the commit."""

    def run(folder: Path, *arguments: str) -> str:
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        author = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
        done = subprocess.run(
            ["git", *author, *arguments], cwd=folder, env=os.environ | settings, check=True, capture_output=True
        )
        return done.stdout.decode().strip()

    def commit(folder: Path) -> str:
        if not (folder / ".git").exists():
            run(folder, "init", "-q")
        run(folder, "add", "-A", "-f")
        run(folder, "commit", "-q", "-m", "content")
        return run(folder, "rev-parse", "HEAD")

    return commit
