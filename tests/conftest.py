"""What all tests share: the repository, and its real content loaded once."""

from datetime import date
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.load import Sources, load
from tongchuang.project import Project

AS_OF = date(2026, 11, 21)


@pytest.fixture(scope="session")
def project() -> Project:
    return Project(Path(__file__).resolve().parents[1])


@pytest.fixture(scope="session")
def sources(project: Project) -> Sources:
    return load(project)


@pytest.fixture(scope="session")
def catalogue(sources: Sources) -> Catalogue:
    return resolve(sources, AS_OF)
