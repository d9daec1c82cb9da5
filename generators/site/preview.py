"""Live preview: a change to a record is read, checked and shown within half a second; any other change builds
the whole site again, and one of Python starts the preview anew. A mistake is shown on every page, above what
was shown last.

MkDocs' server waits and reloads browsers; here stands what it calls when something changed, and what it asks
before it hands out a page.
"""

from __future__ import annotations

import errno
import logging
import os
import shutil
import signal
import socket
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock, Timer
from types import FrameType
from typing import Any

from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from generators import data
from generators.corpus import cldr, downloads, interface
from generators.corpus.library import FOLDER
from generators.html import jinja
from generators.site import banner, build, faults
from generators.site.build import fingerprint, read
from generators.site.build_state import BuildState
from generators.site.on_demand import OnDemand
from generators.site.watching import Watching
from generators.text.problems import Problem
from generators.text.sayings import Saying, say
from generators.translate import messages

Report = Callable[[list[Problem]], str]
Serve = Callable[..., Iterable[bytes]]

log = logging.getLogger("mkdocs.plugins.compendium")

_SAID_BEFORE_RESTART = 0.5
"""Seconds in which browsers fetch the page that says that the preview starts anew."""


def attach(
    server: LiveReloadServer, state: BuildState, config_file: Path, docs: Path, report: Report
) -> None:
    """Make a server of MkDocs render generated pages when they are asked for, and look at what changed before
    it builds.
    """
    root = config_file.parent
    locale = interface.home(root) / interface.LOCALE
    others = tuple(
        path for path in (config_file, docs, root / "overrides", jinja.TEMPLATES, locale) if path.exists()
    )
    pdfs = root / downloads.FOLDER / downloads.MANIFEST
    for path in tuple(server._watched_paths):  # by MkDocs, with an observer that is slower
        server.unwatch(path)
    server.observer = Watching()
    watched = (root / FOLDER, *others, faults.PACKAGE, *((pdfs,) if pdfs.is_file() else ()))
    for path in watched:
        if not any(path.is_relative_to(other) and path != other for other in watched):
            server.watch(str(path))
    server.build_delay = 0.02  # for more changes to come; an editor saves one file
    shown = _Shown(state, root, others, report, server.builder)
    server.builder = shown.follow
    server.set_app(_app(server.get_app(), server.mount_path, shown))


@dataclass(slots=True)
class _Shown:
    """What is shown, and what is wrong. ``build`` is MkDocs' own: the whole site, anew."""

    state: BuildState
    root: Path
    others: tuple[Path, ...]
    report: Report
    build: Callable[[], None]
    lock: Lock = field(default_factory=Lock)
    demand: OnDemand = field(init=False)
    seen: build.Stamp = field(init=False)
    code: build.Stamp = field(init=False)
    kept: bool = False
    """Whether what is shown is from before a mistake."""
    failed: bool = False
    """Whether the last build of the whole site was given up."""
    code_changed: bool = False
    code_problems: list[Problem] = field(default_factory=list)
    notes: list[Saying] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.demand, self.seen, self.code = OnDemand(self.state), fingerprint(*self.others), _code()

    def follow(self) -> None:
        """What is called after a change. It raises nothing for a user's mistake: MkDocs would hold back every
        page until the next build.
        """
        with self.lock:
            now = fingerprint(*self.others)
            if now != self.seen or self.failed:
                self.seen = now
                self._build()
            else:
                self._reread()
            if (code := _code()) != self.code:
                self.code, self.code_changed = code, True
                self.code_problems = faults.of_python(self.root)
                self.report(self.code_problems)
            if self.code_changed and not self.code_problems:
                self._start_anew()

    def _reread(self) -> None:
        """Take the records as they are now, and say what is wrong; where that stops the site, keep the last
        good snapshot.
        """
        try:
            snapshot, problems = read(self.root, self.state.snapshot)
        except Exception as error:  # noqa: BLE001 - said on each page
            self.state.problems, self.kept = [self._fault(error)], True
            return
        self.report(problems)
        self.state.problems, self.kept = problems, self.state.stopped_by(problems)
        if not self.kept:
            self.state.snapshot = snapshot

    def _build(self) -> None:
        """Build the whole site anew; where that fails, all is as it was."""
        site = Path(self.state.folder.folder)
        before, shells = replace(self.state), dict(self.state.shells)
        aside = site.rename(site.with_name(f"{site.name}.last"))
        site.mkdir(mode=0o700)
        self.failed = True
        try:
            self.state.problems = self._tried()
        finally:
            if self.failed:
                shutil.rmtree(site)
                aside.rename(site)
                before.shells.update(shells)
                self.state.restore(before)
            else:
                shutil.rmtree(aside)
        self.kept = self.failed

    def _tried(self) -> list[Problem]:
        """Builds; returns what is wrong."""
        self.state.problems = []
        with faults.errors_logged() as said:
            try:
                jinja.compile_all()
                self.build()
            except MkDocsException as error:  # Abort, where MkDocs has said why
                if not (self.state.problems or said):
                    said.append(str(error))
                    log.error("%s", error)
                return self.state.problems or faults.of_log(said)
            except Exception as error:  # noqa: BLE001 - said on each page
                return [self._fault(error)]
        self.failed = False
        return self.state.problems

    def _fault(self, error: Exception) -> Problem:
        """What was raised, as a problem; logged, with where it was raised if it does not say so itself."""
        problem = faults.of_exception(error, self.root)
        log.error("%s", problem, exc_info=None if faults.is_of_template(error) else error)
        return problem

    def _start_anew(self) -> None:
        if self.kept:
            self.notes = [say("Python changed: the preview starts anew when the problems are mended.")]
            return
        self.notes = [say("Python changed: the preview starts anew.")]
        log.info("%s", self.notes[0])
        self.state.restart = True
        timer = Timer(_SAID_BEFORE_RESTART, signal.raise_signal, (signal.SIGTERM,))
        timer.daemon = True
        timer.start()

    def bring(self, path: str) -> str:
        """Bring a generated file up to date; returns the banner for the page at this path."""
        language = build.place(path)[0].code
        notes, wrong = list(self.notes), []
        with self.lock:
            try:
                self.demand.bring(path)
            except Exception as error:  # noqa: BLE001 - said on the page, which stays as it was
                wrong.append(self._fault(error))
            problems, kept = [*self.code_problems, *wrong, *self.state.problems], self.kept or bool(wrong)
        if language not in self.state.shells:
            served = ", ".join(map(cldr.own_name, self.state.shells))
            notes.append(say("This preview serves these languages only: {languages}", languages=served))
            language = cldr.LANGUAGES[0]
        if not problems and not notes:
            return ""
        return banner.markup(problems, messages.opened(self.root, language), kept, notes)


def _code() -> build.Stamp:
    """Python as it is on the disk."""
    return tuple(each for each in fingerprint(faults.PACKAGE) if each[0].endswith(".py"))


def restart(state: BuildState) -> None:
    """Start this program anew in place of itself, with nothing left behind."""
    shutil.rmtree(state.folder.folder, ignore_errors=True)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def _app(serve: Serve, mount: str, shown: _Shown) -> Serve:
    """The server's application, with every generated file brought up to date before it is handed out, and
    what is wrong put at the top of every page.
    """

    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = _path(environ["PATH_INFO"])
        if path.startswith("/livereload/"):
            return serve(environ, start_response)
        environ["PATH_INFO"] = path.encode().decode("latin-1")
        asked = _file_of(path.removeprefix(mount)) if path.startswith(mount) else ""
        above = shown.bring(asked) if asked else ""
        sent: list[Any] = []
        body = serve(environ, lambda *head: sent.extend(head))
        status, headers = sent[0], dict(sent[1])
        if above and headers.get("Content-Type") == "text/html":
            body = [banner.put_into(b"".join(body), above)]
            headers["Content-Length"] = str(len(body[0]))
        start_response(status, list(headers.items()))
        return body

    return app


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
    if path.endswith((".html", ".json", ".pdf")) or data.is_data(path):
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
