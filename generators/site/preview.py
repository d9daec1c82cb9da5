"""Live preview: a change to a record is read, checked and shown within a second; any other change builds the
whole site again.

MkDocs' server watches, waits and reloads browsers; here stands what it calls when something changed, and what
it asks before it hands out a page.
"""

from __future__ import annotations

import errno
import signal
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from types import FrameType
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from generators import data
from generators.corpus import downloads, interface
from generators.corpus.library import FOLDER
from generators.html.jinja import TEMPLATES
from generators.site.build import BuildState, fingerprint, read
from generators.site.on_demand import OnDemand
from generators.text.problems import Problem

Report = Callable[[list[Problem]], str]


def attach(
    server: LiveReloadServer, state: BuildState, config_file: Path, docs: Path, report: Report
) -> None:
    """Make a server of MkDocs render generated pages when they are asked for, and look at what changed before
    it builds.
    """
    root = config_file.parent
    locale = interface.home(root) / interface.LOCALE
    others = tuple(
        path for path in (config_file, docs, root / "overrides", TEMPLATES, locale) if path.exists()
    )
    pdfs = root / downloads.FOLDER / downloads.MANIFEST
    for path in (root / FOLDER, *others, *((pdfs,) if pdfs.is_file() else ())):
        server.watch(str(path))
    server.build_delay = 0.02  # for more changes to come; an editor saves one file
    lock, demand = Lock(), OnDemand(state)
    server.builder = _builder(server.builder, state, root, others, lock, report)
    server.set_app(_app(server.get_app(), server.mount_path, demand, lock))


def _builder(
    build: Callable[[], None],
    state: BuildState,
    root: Path,
    others: tuple[Path, ...],
    lock: Lock,
    report: Report,
) -> Callable[[], None]:
    """What is called after a change. It raises nothing for a user's mistake: MkDocs would hold back every
    page until the next build.
    """
    seen = fingerprint(*others)

    def rebuild() -> None:
        nonlocal seen
        now = fingerprint(*others)
        with lock:
            if now == seen:
                _reread(state, root, report)
                return
            seen = now
            with suppress(Abort):  # MkDocs has said why; what was served is served on
                build()

    return rebuild


def _reread(state: BuildState, root: Path, report: Report) -> None:
    """Take the records as they are now, and say what is wrong; where that stops the site, keep the last good
    snapshot.
    """
    snapshot, problems = read(root, state.snapshot)
    if problems:
        report(problems)
    if not state.stopped_by(problems):
        state.snapshot = snapshot


def _app(
    serve: Callable[..., Iterable[bytes]], mount: str, demand: OnDemand, lock: Lock
) -> Callable[..., Iterable[bytes]]:
    """The server's application, with every generated file brought up to date before it is handed out."""

    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(mount) and (asked := _file_of(path.removeprefix(mount))):
            with lock:
                demand.bring(asked)
        return serve(environ, start_response)

    return app


def _file_of(path: str) -> str:
    """The generated file that a path may mean, with or without the slash at its end; empty where it means
    another kind of file.
    """
    if path.endswith((".html", ".json", ".pdf", ".zip")) or data.is_data(path):
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


def port_problem(host: str, port: int) -> str:
    """Why nothing can be served at an address, and what to do; empty where it can be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return f"{host}:{port} is in use by another program; take another: make serve PORT={port + 1}"
            return f"{host}:{port}: {error.strerror or error}; take another address (dev_addr in mkdocs.yml)"
    return ""
