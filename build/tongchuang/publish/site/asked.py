"""The site a file at a time: what is asked for is drawn, with MkDocs' own templates, and nothing else.

For whoever changes the content and wants to see it: all pages take seconds, one takes milliseconds.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as MkDocsPage

from ...catalogue import Catalogue
from . import config
from .page import Page
from .pages import all_pages
from .printed import Printed
from .skin import Skin
from .stamp import STAMPED, shell, stamp

_INDEX = "index.html"


class Asked(Skin):
    """A skin that MkDocs is set up for once and that then draws each file when it is asked for."""

    def __init__(self, catalogue: Catalogue, printed: Mapping[str, Printed]) -> None:
        super().__init__(catalogue, printed)
        made = config(self, "nothing-is-written")
        self._config = made.plugins.on_config(made)
        self._files = get_files(made)
        environment = made.theme.get_env()
        self._files.add_files_from_theme(environment, made)
        self._files = made.plugins.on_files(self._files, config=made)
        self._nav = get_navigation(Files([]), made)
        self._environment = made.plugins.on_env(environment, config=made, files=self._files)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """No page before it is asked for."""
        return self._with_mark(files, config)

    def file(self, path: str) -> bytes | None:
        """The file at a path of the release, the same as ``publish`` makes; None if the site has none there."""
        if path in self._config.theme.static_templates:
            return self._template(path).encode()
        lang, _, rest = path.partition("/")
        if lang in self.catalogue.languages and (rest == _INDEX or rest.endswith(f"/{_INDEX}")):
            drawn = self._page(lang, rest.removesuffix(_INDEX))
            return None if drawn is None else drawn.encode()
        for file in self._files:
            if file.dest_uri == path and not file.is_documentation_page():
                return file.content_bytes
        return None

    def _page(self, lang: str, address: str) -> str | None:
        for page in all_pages(self.catalogue, lang):
            if page.address == address:
                return self._drawn(lang, f"{lang}/{address}index.md", page)
        for kind, page, body in self._stamped(lang):
            if page.address == address:
                path = f"{lang}/shells/{kind}.md"
                self._drawn(lang, path, shell(kind))  # Which keeps it.
                [(_, html)] = stamp(self.shells[lang, kind], [(page, body)])
                return html
        return None

    def _stamped(self, lang: str) -> Iterator[tuple[str, Page, Markup]]:
        day = self.catalogue.as_of.isoformat()
        return chain.from_iterable(
            ((kind, page, body) for page, body in STAMPED[kind].pages(self.drawings[lang], day)) for kind in STAMPED
        )

    def _drawn(self, lang: str, path: str, page: Page) -> str:
        """A page as ``mkdocs.commands.build`` makes it, event by event."""
        self.pages[path] = (lang, page)
        file = File(path, None, self._config.site_dir, True, inclusion=InclusionLevel.NOT_IN_NAV)
        framed = MkDocsPage(None, file, self._config)
        framed.content = self._config.plugins.on_page_content("", page=framed, config=self._config, files=self._files)
        context = get_context(self._nav, self._files, self._config, framed)
        context = self._config.plugins.on_page_context(context, page=framed, config=self._config, nav=self._nav)
        html = self._environment.get_template("main.html").render(context)
        return str(self._config.plugins.on_post_page(html, page=framed, config=self._config))

    def _template(self, name: str) -> str:
        context = get_context(self._nav, self._files, self._config)
        context = self._config.plugins.on_template_context(context, template_name=name, config=self._config)
        return str(self._environment.get_template(name).render(context))
