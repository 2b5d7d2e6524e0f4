"""The index of the real content, published once and searched from memory."""

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.search import publish
from tongchuang.publish.search.reader import Reader


@pytest.fixture(scope="session")
def files(catalogue: Catalogue) -> dict[str, bytes]:
    return {artifact.path: artifact.data for artifact in publish(catalogue)}


@pytest.fixture(scope="session")
def reader(files: dict[str, bytes]) -> Reader:
    return Reader(lambda path: files[f"search/{path}"])
