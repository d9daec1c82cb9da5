"""While serving: what is asked for and handed out, and how the program begins, starts anew and ends."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import socket
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Timer
from types import FrameType
from typing import Any

from generators import data
from generators.site import banner
from generators.text.sayings import Saying, say

Serve = Callable[..., Iterable[bytes]]


def restart(folder: Path) -> None:
    """Start this program anew in place of itself; the folder that it wrote into is removed."""
    shutil.rmtree(folder, ignore_errors=True)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def app(serve: Serve, mount: str, bring: Callable[[str], str]) -> Serve:
    """The server's application, with every generated file brought up to date before it is handed out
    (``bring``, which returns the banner), and what is wrong put at the top of every page.
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = _path(environ["PATH_INFO"])
        if path.startswith("/livereload/"):
            return serve(environ, start_response)
        environ["PATH_INFO"] = path.encode().decode("latin-1")
        asked = _file_of(path.removeprefix(mount)) if path.startswith(mount) else ""
        above = bring(asked) if asked else ""
        sent: list[Any] = []
        body = serve(environ, lambda *head: sent.extend(head))
        status, headers = sent[0], dict(sent[1])
        if above and headers.get("Content-Type") == "text/html":
            body = [banner.put_into(b"".join(body), above)]
            headers["Content-Length"] = str(len(body[0]))
        start_response(status, list(headers.items()))
        return body

    return answer


def _path(raw: str) -> str:
    """The path that was asked for, of what the server makes of it; one that no file can have, where it is no
    UTF-8 or holds a null byte.
    """
    try:
        path = raw.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        path = "\0"
    unknown = "\0" in path or (path.startswith("/livereload/") and len(path) > 80)
    return "/\N{REPLACEMENT CHARACTER}" if unknown else path


def _file_of(path: str) -> str:
    """The generated file that a path may mean, with or without the slash at its end; empty where it means
    another kind of file.
    """
    if path.endswith((".html", ".json", ".pdf", ".epub", ".zip")) or data.is_data(path):
        return path
    page = not path or path.endswith("/") or "." not in path.rpartition("/")[2]
    return f"{path.rstrip('/')}/index.html".lstrip("/") if page else ""


def stop_at_term() -> None:
    """Make TERM end the server as Ctrl+C does, so that it removes its temporary folder; a second one ends it
    at once.
    """

    def stop(number: int, frame: FrameType | None) -> None:
        del frame
        signal.signal(number, signal.SIG_DFL)
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)


def port_problem(host: str, port: int) -> Saying | None:
    """Why nothing can be served at an address, and what to do; None where it can be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return say(
                    "{place} is in use by another program; take another: {command}",
                    place=f"{host}:{port}",
                    command=f"make serve PORT={port + 1}",
                )
            return say(
                "{place}: {error}; take another address (dev_addr in mkdocs.yml)",
                place=f"{host}:{port}",
                error=error.strerror or error,
            )
    return None


def later(seconds: float, do: Callable[..., object], *what: object) -> None:
    """Do something in a while, unless the program has ended."""
    timer = Timer(seconds, do, what)
    timer.daemon = True
    timer.start()
