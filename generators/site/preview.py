"""Live preview: a change to a record is read, checked and shown within a second; any other change builds the
whole site again.

MkDocs' server watches, waits and reloads browsers; here stands what it calls when something changed, and what
it asks before it hands out a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from generators.corpus import interface
from generators.corpus.library import FOLDER
from generators.html.jinja import TEMPLATES
from generators.site.build import BuildState, fingerprint, read
from generators.text.problems import Problem

Say = Callable[[list[Problem]], str]


def attach(server: LiveReloadServer, state: BuildState, config_file: Path, docs: Path, say: Say) -> None:
    """Make a server of MkDocs render generated pages when they are asked for, and look at what changed before
    it builds.
    """
    root = config_file.parent
    locale = interface.home(root) / interface.LOCALE
    others = tuple(
        path for path in (config_file, docs, root / "overrides", TEMPLATES, locale) if path.exists()
    )
    for path in (root / FOLDER, *others):
        server.watch(str(path))
    server.build_delay = 0.02  # for more changes to come; an editor saves one file
    lock = Lock()
    server.builder = _builder(server.builder, state, root, others, lock, say)
    server.set_app(_app(server.get_app(), server.mount_path, state, lock))


def _builder(
    build: Callable[[], None], state: BuildState, root: Path, others: tuple[Path, ...], lock: Lock, say: Say
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
                _reread(state, root, say)
                return
            seen = now
            with suppress(Abort):  # MkDocs has said why; what was served is served on
                build()

    return rebuild


def _reread(state: BuildState, root: Path, say: Say) -> None:
    """Take the records as they are now, and say what is wrong; where that stops the site, keep the last good
    snapshot.
    """
    snapshot, problems = read(root, state.snapshot)
    if problems:
        say(problems)
    if not state.stopped_by(problems):
        state.snapshot = snapshot


def _app(
    serve: Callable[..., Iterable[bytes]], mount: str, state: BuildState, lock: Lock
) -> Callable[..., Iterable[bytes]]:
    """The server's application, with every generated page brought up to date before it is handed out."""

    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(mount) and path.endswith(("/", "/index.html")):
            with lock:
                state.refresh(path.removeprefix(mount).removesuffix("index.html") + "index.html")
        elif path.startswith(mount) and path.endswith(".json"):
            with lock:
                state.refresh_index(path.removeprefix(mount))
        return serve(environ, start_response)

    return app
