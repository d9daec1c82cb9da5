"""Live preview: a change to a record is read and shown within half a second, and then
checked; any other change builds the whole site again. A mistake in a record, a template
or the settings is shown on every page, above what was shown last; each generated file is
written when it is asked for, from the snapshot in hand.

The server of MkDocs waits and reloads browsers. Here is what it calls when something
changed, and what it asks before it hands out a page (by ``mkdocs_seam``).
"""

from __future__ import annotations

import errno
import logging
import re
import shutil
import socket
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from threading import Lock
from typing import Any

from generators import search
from generators.corpus import cldr, downloads, interface
from generators.corpus.library import FOLDER
from generators.html import layout
from generators.site import build, manifest, mkdocs_seam
from generators.site.manifest import Output
from generators.site.mkdocs_run import CONFIG, problems
from generators.site.mkdocs_seam import BuildStopped, Server, reload_browsers
from generators.site.snapshot import (
    BuildState,
    Snapshot,
    check,
    fingerprint,
    read_unchecked,
)
from generators.text.problems import Problem, harmless
from generators.text.sayings import Find, Saying, say, say_n, translated
from generators.translate import messages

Report = Callable[[list[Problem]], str]

log = logging.getLogger("mkdocs.plugins.compendium")

_VOLUMES = (downloads.FOLDER, downloads.BOOKS)
"""The folders of PDFs and books, each with a list of what is in it."""

_MADE = re.compile("(?:pdf|epub|offline)/([a-z]+)")
"""The beginning of the path of a file that another command made, and its language."""
_BEFORE_RULES = 0.2
"""Seconds in which browsers fetch a page that changed before the rules are asked of it.
"""


def attach(
    server: Server,
    rebuild: Callable[[], None],
    state: BuildState,
    config_file: Path,
    docs: Path,
    report: Report,
) -> None:
    """Make a server of MkDocs render generated pages when they are asked for, and look
    at what changed before it builds (``rebuild``: the whole site).
    """
    root = config_file.parent
    overrides = root / "overrides"
    locale = interface.home(root) / interface.LOCALE
    settings = (config_file, docs, overrides, layout.TEMPLATES, locale)
    watched = tuple(path for path in settings if path.exists())
    volumes = [root / name / downloads.MANIFEST for name in _VOLUMES]
    shown = _Shown(state, root, watched, report, server, rebuild)
    mkdocs_seam.follow_changes(
        server,
        [root / FOLDER, *filter(Path.is_dir, watched)],
        filter(Path.is_file, (*watched, *volumes)),
        shown.follow,
    )
    mkdocs_seam.answer_with(
        server, lambda serve: app(serve, server.mount_path, shown.bring)
    )


class _Shown:
    """What is shown, and what is wrong. ``build`` is of MkDocs: the whole site, anew.
    ``good`` is the last snapshot of which the rules say nothing that stops a page;
    ``kept`` says that what is shown is from before a mistake, ``failed`` that the last
    build of the whole site was given up.
    """

    def __init__(
        self,
        state: BuildState,
        root: Path,
        others: Sequence[Path],
        report: Report,
        server: Server,
        build: Callable[[], None],
    ) -> None:
        self.state = state
        self.root = root
        self.others = others
        self.report = report
        self.server = server
        self.build = build
        self.lock = Lock()
        self.demand = OnDemand(state)
        self.seen = fingerprint(*others)
        self.good = state.snapshot
        self.kept = False
        self.failed = False

    def follow(self) -> None:
        """What is called after a change. It raises nothing for a user's mistake: MkDocs
        would hold back every page until the next build.
        """
        now = fingerprint(*self.others)
        if now != self.seen or self.failed:
            self.seen = now
            with self.lock:
                self._build()
        else:
            self._reread()

    def _reread(self) -> None:
        """Take the records as they are now and show them, and ask the rules of them when
        browsers had time to fetch their page; where something is or was wrong, at once,
        so that nothing comes and goes.
        """
        before = self.state.problems
        try:
            kept_by = self.good.corpus.publisher
            snapshot = read_unchecked(self.root, self.good, self.good.site, kept_by)
            if snapshot.corpus is not self.good.corpus:
                if not (self.kept or self.state.stopped_by([*snapshot.problems])):
                    with self.lock:
                        self.state.snapshot = snapshot
                    reload_browsers(self.server)
                    time.sleep(_BEFORE_RULES)
                check(snapshot)
            with self.lock:
                self._judged(snapshot)
        except Exception as error:  # noqa: BLE001 - said on each page
            self.state.problems, self.kept = [self._fault(error)], True
        if self.state.problems != before:
            reload_browsers(self.server)

    def _judged(self, snapshot: Snapshot) -> None:
        """Say what is wrong with a snapshot; where that stops the site, the last good one
        is shown.
        """
        found = [*snapshot.problems]
        self.report(found)
        self.state.problems, self.kept = found, self.state.stopped_by(found)
        if not self.kept:
            self.good = snapshot
        self.state.snapshot = self.good

    def _build(self) -> None:
        """Build the whole site anew; where that fails, all is as it was."""
        self.state.snapshot = self.good
        site = Path(self.state.folder.folder)
        before = replace(self.state)
        aside = site.rename(site.with_name(f"{site.name}.last"))
        site.mkdir(mode=0o700)
        self.failed = True
        try:
            self.state.problems = self._tried()
        finally:
            if self.failed:
                shutil.rmtree(site)
                aside.rename(site)
                self.state.restore(before)
            else:
                shutil.rmtree(aside)
                self.demand = OnDemand(self.state)
        self.kept, self.good = self.failed, self.state.snapshot

    def _tried(self) -> list[Problem]:
        """Builds; returns what is wrong."""
        self.state.problems = []
        try:
            layout.compile_all()
            self.build()
        except BuildStopped as error:  # Abort, where MkDocs has said why
            return self.state.problems or problems(self.root) or [self._fault(error)]
        except Exception as error:  # noqa: BLE001 - said on each page
            return [self._fault(error)]
        self.failed = False
        return self.state.problems

    def _fault(self, error: Exception) -> Problem:
        """What was raised, as a problem, at the line of a template where that is to
        blame; logged.
        """
        file, line = (
            Path(getattr(error, "filename", None) or ""),
            getattr(error, "lineno", None),
        )
        log.error("%s", error, exc_info=None if line else error)
        path = (
            file.relative_to(self.root).as_posix()
            if file.is_relative_to(self.root)
            else CONFIG
        )
        hint = say("correct it and save; the preview goes on")
        return Problem(
            path, line or 1, "-", f"{type(error).__name__}: {error}", hint, "preview"
        )

    def bring(self, path: str) -> str:
        """Bring a generated file up to date; returns the banner for the page at this
        path.
        """
        language = build.place(path)[0].code
        notes, wrong = [], []
        with self.lock:
            try:
                self.demand.bring(path)
            except Exception as error:  # noqa: BLE001 - said on the page, which stays as it was
                wrong.append(self._fault(error))
            found, kept = [*wrong, *self.state.problems], self.kept or bool(wrong)
        if language not in self.state.shells:
            served = ", ".join(map(cldr.own_name, self.state.shells))
            notes.append(
                say(
                    "This preview serves these languages only: {languages}",
                    languages=served,
                )
            )
            language = cldr.LANGUAGES[0]
        if not found and not notes:
            return ""
        return banner(found, messages.opened(self.root, language), kept, notes)


class OnDemand:
    """The generated files of the site that is served. Hand-written pages and assets are
    not its concern: they stand in the folder already.
    """

    def __init__(self, state: BuildState) -> None:
        self._state = state
        self._listed: dict[str, tuple[Snapshot, dict[str, Output]]] = {}
        """What a language has, by path, with the snapshot that it is of."""
        self._written: dict[str, tuple[Snapshot, frozenset[str]]] = {}
        """What was asked for, the snapshot it was written from, and the paths that were
        written.
        """

    def bring(self, path: str) -> None:
        """Bring the file at a path of the site up to date; a path of none is left alone."""
        here, address = build.place(path)
        wanted = here.path + search.FOLDER if address.startswith(search.FOLDER) else path
        snapshot, paths = self._written.get(wanted, (None, frozenset()))
        if snapshot is self._state.snapshot:
            return
        self._state.folder.made.clear()
        found = frozenset(
            manifest.put(each, self._state.folder).path for each in self._outputs(wanted)
        )
        for gone in paths - found:
            (Path(self._state.folder.folder) / gone).unlink(missing_ok=True)
        if found or paths:
            self._written[wanted] = self._state.snapshot, found

    def _outputs(self, path: str) -> Iterable[Output]:
        if path.endswith(search.FOLDER):
            return build.index(self._state.snapshot, build.place(path)[0])
        made = _MADE.match(path)
        found = self._files(made[1] if made else build.place(path)[0].code).get(path)
        return [found] if found else ()

    def _files(self, language: str) -> dict[str, Output]:
        """What a language has; nothing where it is not served."""
        snapshot, shells = self._state.snapshot, self._state.shells
        if language in shells and self._listed.get(language, (None,))[0] is not snapshot:
            shells[language] = shells[language].over(snapshot.corpus)
            every = build.outputs(snapshot, shells[language])
            self._listed[language] = snapshot, {each.path: each for each in every}
        return self._listed[language][1] if language in shells else {}


# -- what is handed out, with what is wrong at the top of every page ---------------------

Serve = Callable[..., Iterable[bytes]]


def app(serve: Serve, mount: str, bring: Callable[[str], str]) -> Serve:
    """The server's application, with every generated file brought up to date before it is
    handed out (``bring``, which returns the banner), and what is wrong put at the top of
    every page.
    """

    def answer(
        environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path.startswith("/livereload/"):
            return serve(environ, start_response)
        asked = _file_of(path.removeprefix(mount)) if path.startswith(mount) else ""
        above = bring(asked) if asked else ""
        sent: list[Any] = []
        body = serve(environ, lambda *head: sent.extend(head))
        status, headers = sent[0], dict(sent[1])
        if above and headers.get("Content-Type") == "text/html":
            body = [
                b"".join(body).replace(_BODY, _BODY + above.encode("utf-8", "replace"), 1)
            ]
            headers["Content-Length"] = str(len(body[0]))
        start_response(status, list(headers.items()))
        return body

    return answer


def _file_of(path: str) -> str:
    """The file that a path means; that of a page with or without the slash at its end."""
    page = not path or path.endswith("/") or "." not in path.rpartition("/")[2]
    return f"{path.rstrip('/')}/index.html".lstrip("/") if page else path


def port_problem(host: str, port: int) -> Saying | None:
    """Why nothing can be served at an address, and what to do; None where it can be."""
    family, place = socket.AF_INET6 if ":" in host else socket.AF_INET, f"{host}:{port}"
    try:
        with socket.socket(family) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            why = error.strerror or error
            return say(
                "{place}: {error}; take another address (dev_addr in mkdocs.yml)",
                place=place,
                error=why,
            )
        other = f"make serve PORT={port + 1}"
        return say(
            "{place} is in use by another program; take another: {command}",
            place=place,
            command=other,
        )
    return None


MOST = 20
"""So many problems are listed; the terminal has them all."""

_LONGEST = 800
_BODY = b"<body>"
_TYPED = ("\ufdd0", "\ufdd1")
"""Letters that no text has; they stand round what fills a sentence until it is markup."""


def banner(
    problems: Sequence[Problem], find: Find, kept: bool, notes: Sequence[Saying] = ()
) -> str:
    """The banner, in the language that ``find`` finds translations in. ``kept`` says that
    the page is from before the mistake; ``notes`` are sentences beside the problems.
    """
    said = [f"<p><strong>{_text(each, find)}</strong></p>" for each in notes]
    if problems:
        head = say_n("{n} problem", "{n} problems", len(problems))
        page = say("This page shows what was saved all the same.")
        if kept:
            page = say(
                "This page is the last good one; it follows when the problem is corrected."
            )
        listed = "".join(
            f"<li>{_item(each.told(find, _TYPED))}</li>" for each in problems[:MOST]
        )
        said.append(
            f"<p><strong>{_text(head, find)}</strong> {_text(page, find)}</p><ul>{listed}</ul>"
        )
        if (more := len(problems) - MOST) > 0:
            rest = say_n("{n} more in the terminal", "{n} more in the terminal", more)
            said.append(f"<p>{_text(rest, find)}</p>")
    label = _text(say("Preview"), find)
    begin = f'<section class="notice" role="alert" aria-label="{label}" style="max-inline-size: none">'
    return f"{begin}{''.join(said)}</section>"


def _item(problem: Problem) -> str:
    """File and line, and under it what is wrong and what to do, each in its own
    direction.
    """
    place = f'<code dir="ltr">{_shown(problem.path)}:{problem.line}</code>'
    field = (
        f" <bdi>{_shown(problem.field)}</bdi>" if problem.field not in ("", "-") else ""
    )
    lines = [each for each in (problem.message, problem.hint) if each]
    return (
        place
        + field
        + "".join(
            f'<br><span dir="auto">{_isolated(_shown(each))}</span>' for each in lines
        )
    )


def _isolated(text: str) -> str:
    """A text in which what fills its sentence keeps its own direction, and turns nothing
    else round.
    """
    begin, end = _TYPED
    whole = text + end * (text.count(begin) - text.count(end))  # where it was cut
    return whole.replace(begin, "<bdi>").replace(end, "</bdi>")


def _text(sentence: Saying, find: Find) -> str:
    return escape(translated(sentence, find))


def _shown(text: str) -> str:
    """What somebody typed, as text of a page: harmless, not too long, escaped."""
    return escape(harmless(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"))
