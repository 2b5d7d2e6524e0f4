"""The site in a browser while you edit: save a file, and the page that is open shows it by itself within 2 seconds.

    tongchuang preview
    tongchuang preview --port 8002

Each page says at its top what tongchuang check finds in the content, at file and line: errors wherever they are, and
remarks on the files that were saved since the preview began. While there are errors, the page from before them stays.
Printed sheets are made when their link is followed. The search, the API and the tables are made by tongchuang build.

Only this computer can see the preview. Nothing is written. Ctrl+C stops it.

Exit status: 0 stopped, 2 could not run.
"""

import argparse

from ..model.finding import Bilingual
from . import add_as_of, day_of, lacking, message_language, project_of
from ._port import free, port

HELP = Bilingual("边改边看：保存后网页自己刷新", "see the site while you edit: it reloads when you save")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``preview``."""
    parser.add_argument("--port", type=port, default=8001, metavar="N", help="端口（默认 8001） · port (default: 8001)")
    parser.add_argument("--lang", choices=("zh", "en"), help="说明用的语言 · language of the messages")
    add_as_of(parser)


def run(args: argparse.Namespace) -> int:
    """Serve until Ctrl+C."""
    project, lang = project_of(args), message_language(args)
    try:
        from ..serve.preview.desk import Desk
        from ..serve.preview.server import HOST, serve
    except ImportError as missing:
        raise lacking(missing, "hub") from missing
    free(HOST, args.port)
    desk = Desk(project, day_of(args))

    def ready() -> None:
        address = f"http://{HOST}:{args.port}/"
        said = Bilingual(f"在浏览器里打开 {address}（Ctrl+C 停止）", f"Open {address} in a browser (Ctrl+C to stop)")
        print(said.in_language(lang), flush=True)

    try:
        serve(desk, args.port, ready)
    except KeyboardInterrupt:
        return 0
    return 0
