"""What a sheet may load: its own style sheets and data: addresses, nothing else."""

from pathlib import Path
from urllib.request import url2pathname

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse


class Denied(FatalURLFetchingError):  # type: ignore[misc]  # WeasyPrint has no types
    """A sheet asked for something outside the project."""


class AssetFetcher(URLFetcher):  # type: ignore[misc]
    """Fetches data: addresses and files below ``folder``; stops the layout at anything else."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=("data", "file"), allow_redirects=False, fail_on_errors=True)
        self._folder = folder.resolve()

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The resource at ``url``; Denied if it isn't the project's."""
        scheme, _, rest = url.partition(":")
        if scheme == "file" and Path(url2pathname(rest.removeprefix("//"))).resolve().is_relative_to(self._folder):
            return super().fetch(url, headers)
        if scheme == "data":
            return super().fetch(url, headers)
        raise Denied(url)
