"""The processes: Granian takes the requests, each of its workers has the application and what it keeps in memory.

Granian rather than Uvicorn, because it bounds what a client may send before the application sees it (64 KB of
headers, 30 s for them), and one process of it sent 52,000 files a second where one of Uvicorn's sent 41,000. Its own
interface, RSGI, rather than ASGI: one call and no copy of the headers for each request, 1.2 times as many files.
SIGTERM and SIGINT let running requests finish, for as long as ``PATIENCE``.
"""

import gc
import os
from functools import partial
from pathlib import Path
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from .app import Application, application

MOST_WORKERS = 4
# Bytes of a request's line and headers.
_HEADERS = 64 * 1024
# Seconds for running requests when the server stops: some clients never read to the end.
PATIENCE = 20
# New objects before the young, the older and all of them are looked through; Python's own are 700, 10, 10.
_COLLECTED = 700, 10, 1000
# Of Granian only what went wrong, of ours also which release is served; no word of any request.
_LOGGER: dict[str, Any] = {"handlers": ["console"], "level": "INFO", "propagate": False}


def serve(current: Path, host: str, port: int) -> None:
    """Serve what ``current`` leads to until a signal comes."""
    server = Granian(
        "tongchuang",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        workers=min(os.cpu_count() or 1, MOST_WORKERS),
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(max_buffer_size=_HEADERS),
        websockets=False,
        log_level=LogLevels.warning,
        log_dictconfig={"loggers": {"_granian": {**_LOGGER}, "tongchuang": _LOGGER}},
        respawn_failed_workers=True,
        workers_kill_timeout=PATIENCE,
    )
    server.serve(target_loader=partial(_application, current), wrap_loader=False)


def _application(current: Path) -> Application:
    """The application of one worker. What it keeps has no cycles: the collector of those, which stops everything to go
    through all of it (100 ms while a release is switched), need not come by often."""
    gc.set_threshold(*_COLLECTED)
    return application(current)
