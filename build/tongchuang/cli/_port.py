"""Where a server of the command line listens."""

import argparse
import socket

from ..model.finding import Bilingual
from . import CannotRun

_HIGHEST_PORT = 65535


def free(host: str, port: int) -> None:
    """CannotRun if nothing can listen there: the workers would only say so in their own words."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
    except OSError as problem:
        raise CannotRun(
            Bilingual(
                f"不能用 {host} 的端口 {port}：{problem.strerror}。换一个：--port 8001。",
                f"Can't listen on {host}, port {port}: {problem.strerror}. Try another: --port 8001.",
            )
        ) from problem


def port(text: str) -> int:
    """A port's number, as an argument."""
    if text.isdecimal() and 1 <= int(text) <= _HIGHEST_PORT:
        return int(text)
    raise argparse.ArgumentTypeError(
        f"{text}: 请写 1 到 {_HIGHEST_PORT} 的数 · write a number from 1 to {_HIGHEST_PORT}"
    )
