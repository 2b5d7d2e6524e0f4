"""The servers that are measured: ours, and Debian's nginx set up as for a public site (files compressed beforehand)."""

import getpass
import gzip
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

_NGINX = """\
# Root's nginx would not be allowed to read what root's copies are in.
user {user};
worker_processes auto;
daemon off;
pid {work}/nginx.pid;
error_log {work}/nginx.log;
events {{ worker_connections 1024; }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 10000000;
  gzip_static on;
  gzip_vary on;
  open_file_cache max=20000 inactive=600s;
  client_body_temp_path {work}/1;
  proxy_temp_path {work}/2;
  fastcgi_temp_path {work}/3;
  uwsgi_temp_path {work}/4;
  scgi_temp_path {work}/5;
  server {{
    listen 127.0.0.1:{port};
    root {work}/site;
    add_header Cache-Control no-cache;
    add_header X-Content-Type-Options nosniff;
  }}
}}
"""


@contextmanager
def ours(project: Path) -> Iterator[int]:
    """``tongchuang serve``; gives its port."""
    port = _free_port()
    command = [sys.executable, "-m", "tongchuang", "serve", "--project", str(project), "--port", str(port)]
    with _running(command, port):
        yield port


@contextmanager
def nginx(release: Path, files: Iterable[str], work: Path) -> Iterator[int]:
    """nginx with these files of the release; gives its port."""
    for file in files:
        target = work / "site" / file
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(release / file, target)
        Path(f"{target}.gz").write_bytes(gzip.compress((release / file).read_bytes(), 6, mtime=0))
    port = _free_port()
    configuration = work / "nginx.conf"
    configuration.write_text(_NGINX.format(work=work, port=port, user=getpass.getuser()), encoding="utf-8")
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin") or "nginx"
    with _running([program, "-c", str(configuration), "-e", str(work / "nginx.log")], port):
        yield port


@contextmanager
def _running(command: list[str], port: int) -> Iterator[None]:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            for _ in range(100):
                try:
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield
        finally:
            process.terminate()
            process.wait(30)


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port
