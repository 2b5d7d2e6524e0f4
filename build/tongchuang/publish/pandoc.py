"""pandoc, shut in: no files and no network of its own, bounded memory and time."""

import os
import subprocess

import pypandoc

MEMORY = "512M"
SECONDS = 60
_OUT_OF_MEMORY = 251  # GHC's exit code for an exhausted heap


class Stopped(Exception):
    """What it was to do took more than its time or memory."""


class Failed(Exception):
    """It could not do it; the argument is what it said."""


def run(said: bytes, *arguments: str, epoch: int = 0) -> bytes:
    """What pandoc makes of its input; ``epoch`` (seconds since 1970) is the time that it writes into files.

    The same arguments give the same bytes. Stopped or Failed if there is nothing.
    """
    command = [pypandoc.get_pandoc_path(), "+RTS", f"-M{MEMORY}", "-RTS", "--sandbox", *arguments]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(epoch)}
    try:
        done = subprocess.run(  # noqa: S603 (a fixed program, no shell, its input is text)
            command, input=said, capture_output=True, env=environment, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise Stopped(f"{SECONDS} s") from None
    if done.returncode == _OUT_OF_MEMORY:
        raise Stopped(MEMORY)
    if done.returncode:
        raise Failed(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout
