"""h2load (Debian's ``nghttp2-client``) at a steady rate, with the time of every request, or as fast as it can."""

import re
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

# Connections, each with a process of its own: one of h2load's asks its questions in the same order on all its own.
CONNECTIONS = 20


@dataclass(frozen=True, slots=True)
class Load:
    """Milliseconds of each request, and how often each status came (-1: none)."""

    milliseconds: Sequence[float]
    statuses: Counter[int]
    seconds: float

    def percentile(self, part: float) -> float:
        """Milliseconds that this part of the requests took at most."""
        return sorted(self.milliseconds)[min(len(self.milliseconds) - 1, int(len(self.milliseconds) * part))]

    @property
    def failed(self) -> int:
        """Requests with a status from 500 on, or none."""
        return sum(count for status, count in self.statuses.items() if status >= 500 or status < 0)


def steady(port: int, paths: Sequence[str], rate: int, work: Path, meanwhile: Callable[[], None]) -> Load:
    """Ask for each path once, ``rate`` a second, while ``meanwhile`` is called again and again."""
    started, running = time.time(), []
    for n in range(CONNECTIONS):
        uris, log = work / f"uris-{n}", work / f"log-{n}"
        mine = paths[n::CONNECTIONS]
        log.unlink(missing_ok=True)
        uris.write_text("".join(f"http://127.0.0.1:{port}{path}\n" for path in mine))
        command = ["h2load", "--h1", "-c1", f"-n{len(mine)}", f"--rps={rate / CONNECTIONS}", f"--input-file={uris}"]
        running.append(
            subprocess.Popen([*command, f"--log-file={log}", *_GZIP], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        )
        time.sleep(1 / rate)  # so that they don't ask in step
    while any(process.poll() is None for process in running):
        meanwhile()
    seconds = time.time() - started
    for process in running:
        assert process.stderr is not None
        process.stderr.close()
    rows = [line.split() for n in range(CONNECTIONS) for line in (work / f"log-{n}").read_text().splitlines()]
    if len(rows) != len(paths):
        raise SystemExit(f"h2load told of {len(rows)} of {len(paths)} requests")
    return Load([int(row[2]) / 1000 for row in rows], Counter(int(row[1]) for row in rows), seconds)


def fastest(port: int, paths: Sequence[str], seconds: int, work: Path) -> float:
    """Requests a second for these paths again and again, on 32 connections; all must succeed."""
    uris = work / "uris"
    uris.write_text("".join(f"http://127.0.0.1:{port}{path}\n" for path in paths))
    command = ["h2load", "--h1", "-c32", "-t1", f"-D{seconds}", "--warm-up-time=2", f"--input-file={uris}", *_GZIP]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rate = re.search(r"finished in .*?, ([\d.]+) req/s", said)
    statuses = re.search(r"status codes: (\d+) 2xx, 0 3xx, 0 4xx, 0 5xx", said)
    if not rate or not statuses:
        raise SystemExit(said)
    return float(rate[1])


_GZIP = ("-H", "accept-encoding: gzip")
