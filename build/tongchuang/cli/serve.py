"""The release in dist/current/ at http://127.0.0.1:8000/, as a web server shows it, and its search for other systems:

    tongchuang serve
    tongchuang serve --port 80 --host 0.0.0.0
    curl 'http://127.0.0.1:8000/api/v1/search?q=老板不给钱&lang=zh'

What else there is to ask: http://127.0.0.1:8000/api/v1/openapi.json (OpenAPI 3.1), /health, /version.
When tongchuang build has switched dist/current, the next request is answered from the new release; the server goes on.
It keeps no record of requests. Ctrl+C or SIGTERM stops it once running requests are answered.

The public site needs no such server: any web server can serve dist/current/. Use this one for the search API, a kiosk
or a preview; before it, on the public network, put one that speaks HTTPS.

Exit status: 0 stopped, 2 when there is nothing to serve or the address is taken.
"""

import argparse
from pathlib import Path

from ..model.finding import Bilingual
from ..project import Project
from . import CannotRun, lacking, message_language
from ._port import free, port

HELP = Bilingual("把已生成的内容放到网上：网站和搜索接口", "serve what has been built: the site and the search API")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``serve``."""
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="在哪个地址上听（默认只有本机能连；0.0.0.0 是全部） · address (default: this computer alone; 0.0.0.0: all)",
    )
    parser.add_argument("--port", type=port, default=8000, metavar="N", help="端口（默认 8000） · port (default: 8000)")
    parser.add_argument("--lang", choices=("zh", "en"), help="说明用的语言 · language of the messages")


def run(args: argparse.Namespace) -> int:
    """Serve until a signal comes."""
    overlay: Path | None = args.overlay
    current = Project(args.project.resolve(), overlay.resolve() if overlay else None).dist / "current"
    try:
        from ..serve.run import serve
    except ImportError as missing:
        raise lacking(missing, "serve") from missing
    id_ = _release(current)
    free(args.host, args.port)
    where = f"http://{f'[{args.host}]' if ':' in args.host else args.host}:{args.port}/"
    said = Bilingual(f"{id_}：{where}（Ctrl+C 停止）", f"{id_}: {where} (Ctrl+C to stop)")
    print(said.in_language(message_language(args)), flush=True)
    serve(current, args.host, args.port)
    return 0


def _release(current: Path) -> str:
    """The id of the release; CannotRun if there is none, or one of another version's."""
    from msgspec import MsgspecError

    from ..publish.search.reader import OtherFormat
    from ..serve.releases import searchable

    try:
        return searchable(current).facts.id
    except OtherFormat as other:
        raise CannotRun(
            Bilingual(
                f"发布内容（{current}）是别的版本的同窗生成的。先运行 tongchuang build。",
                f"The release ({current}) was built by another version of tongchuang. Run tongchuang build first.",
            )
        ) from other
    except (OSError, MsgspecError) as problem:
        raise CannotRun(
            Bilingual(
                f"没有可以提供的发布内容（{current}）。先运行 tongchuang build。",
                f"There is no release to serve ({current}). Run tongchuang build first.",
            )
        ) from problem
