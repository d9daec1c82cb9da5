"""Live preview: a changed record is shown within half a second, and then checked.

Any other change builds the whole site again. A mistake in a record, a template or the
settings is shown on every page, above what was shown last. Each generated file is written
when a browser asks for it, from the snapshot in hand.

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
from generators.corpus.inputs import FOLDER
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
"""Logs problems; returns how many they are, in words."""

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
    """Make a server of MkDocs write generated pages when a browser asks for them.

    After a change it looks at what changed before it builds. ``rebuild`` builds the whole
    site, ``docs`` is the folder of hand-written pages.
    """
    root = config_file.parent
    overrides = root / "overrides"
    locale = interface.home(root) / interface.LOCALE
    settings = (config_file, docs, overrides, layout.TEMPLATES, locale)
    watched = tuple(path for path in settings if path.exists())
    volumes = [root / name / downloads.MANIFEST for name in _VOLUMES]
    preview = _Preview(state, root, watched, report, server, rebuild)
    mkdocs_seam.follow_changes(
        server,
        [root / FOLDER, *filter(Path.is_dir, watched)],
        filter(Path.is_file, (*watched, *volumes)),
        preview.follow,
    )
    mkdocs_seam.answer_with(
        server, lambda serve: app(serve, server.mount_path, preview.bring)
    )


class _Preview:
    """What the preview shows, and what is wrong.

    ``others`` are the files and folders of which a change builds the whole site.
    ``rebuild`` is what MkDocs does that by.
    """

    def __init__(
        self,
        state: BuildState,
        root: Path,
        others: Sequence[Path],
        report: Report,
        server: Server,
        rebuild: Callable[[], None],
    ) -> None:
        self.state = state
        self.root = root
        self.others = others
        self.report = report
        self.server = server
        self.rebuild = rebuild
        self.lock = Lock()
        self.demand = OnDemand(state)
        self.built_from = fingerprint(*others)
        """The stamp of ``others`` at the last build."""
        self.good = build.current_snapshot(state)
        """The last snapshot with which the rules find nothing that stops a page."""
        self.is_last_good = False
        """Whether what is shown is from before a mistake."""
        self.failed = False
        """Whether the last build of the whole site was given up."""
        self.python_before = python_stamp()
        """The stamp of our modules when they were loaded."""

    def follow(self) -> None:
        """Show what changed. It is called after each change.

        It raises nothing for a user's mistake: MkDocs would hold back every page until
        the next build.
        """
        now = fingerprint(*self.others)
        if now != self.built_from or self.failed:
            self.built_from = now
            with self.lock:
                self._build()
        else:
            self._reread()

    def _reread(self) -> None:
        """Take the records as they are now, show them, and ask the rules of them.

        Browsers have time to fetch their page before the rules are asked. Where something
        is or was wrong, the rules are asked first, so that nothing comes and goes.
        """
        before = self.state.problems
        try:
            publisher = self.good.corpus.publisher
            snapshot = read_unchecked(self.root, self.good, self.good.site, publisher)
            if snapshot.corpus is not self.good.corpus:
                is_stopped = self.state.stopped_by([*snapshot.problems])
                if not self.is_last_good and not is_stopped:
                    self._show_unchecked(snapshot)
                check(snapshot)
            with self.lock:
                self._show_checked(snapshot)
        except Exception as error:  # noqa: BLE001 - said on each page
            self.state.problems = [self._fault(error)]
            self.is_last_good = True
        if self.state.problems != before:
            reload_browsers(self.server)

    def _show_unchecked(self, snapshot: Snapshot) -> None:
        """Show a snapshot, and wait until browsers had time to fetch their page."""
        with self.lock:
            self.state.snapshot = snapshot
        reload_browsers(self.server)
        time.sleep(_BEFORE_RULES)

    def _show_checked(self, snapshot: Snapshot) -> None:
        """Show a snapshot that the rules were asked of, and report its problems.

        Where they stop the site, the last good snapshot is shown.
        """
        problems = [*snapshot.problems]
        self.report(problems)
        self.state.problems = problems
        self.is_last_good = self.state.stopped_by(problems)
        if not self.is_last_good:
            self.good = snapshot
        self.state.snapshot = self.good

    def _build(self) -> None:
        """Build the whole site again; where that fails, all is as it was."""
        self.state.snapshot = self.good
        site = Path(build.output_folder(self.state).folder)
        before = replace(self.state)
        aside = site.rename(site.with_name(f"{site.name}.last"))
        site.mkdir(mode=0o700)
        self.failed = True
        try:
            self.state.problems = self._try_build()
        finally:
            if self.failed:
                shutil.rmtree(site)
                aside.rename(site)
                self.state.restore(before)
            else:
                shutil.rmtree(aside)
                self.demand = OnDemand(self.state)
        self.is_last_good = self.failed
        self.good = build.current_snapshot(self.state)

    def _try_build(self) -> list[Problem]:
        """Build the whole site; returns what is wrong.

        ``failed`` is false afterwards where the build came to its end.
        """
        self.state.problems = []
        try:
            layout.compile_all()
            self.rebuild()
        except BuildStopped as error:  # Abort, where MkDocs has said why
            return self.state.problems or problems(self.root) or [self._fault(error)]
        except Exception as error:  # noqa: BLE001 - said on each page
            return [self._fault(error)]
        self.failed = False
        return self.state.problems

    def _fault(self, error: Exception) -> Problem:
        """Log what was raised, and return it as a problem.

        It is at the line of a template where that is to blame, else in the settings.
        """
        file = Path(getattr(error, "filename", None) or "")
        line = getattr(error, "lineno", None)
        log.error("%s", error, exc_info=None if line else error)
        path = CONFIG
        if file.is_relative_to(self.root):
            path = file.relative_to(self.root).as_posix()
        message = f"{type(error).__name__}: {error}"
        hint = say("correct it and save; the preview goes on")
        return Problem(path, line or 1, "-", message, hint, "preview")

    def bring(self, path: str) -> str:
        """Bring the file at a path of the site up to date, where it is generated.

        Returns the banner for the page at this path, as markup; empty where nothing is
        wrong.
        """
        language = build.place(path)[0].code
        notes = []
        problems = []
        with self.lock:
            is_last_good = self.is_last_good
            try:
                self.demand.bring(path)
            except Exception as error:  # noqa: BLE001 - said on the page, which stays
                problems.append(self._fault(error))
                is_last_good = True
            problems += self.state.problems
        if language not in self.state.shells:
            served = ", ".join(map(cldr.own_name, self.state.shells))
            notes.append(
                say(
                    "This preview serves these languages only: {languages}",
                    languages=served,
                )
            )
            language = cldr.LANGUAGES[0]
        if python_stamp() != self.python_before:
            notes.append(
                say("Python code has changed. End this preview, and start it again.")
            )
        if not problems and not notes:
            return ""
        find = messages.opened(self.root, language)
        return banner(problems, find, is_last_good, notes)


class OnDemand:
    """The generated files of the site that is served.

    Hand-written pages and assets are not its concern: they are in the folder already.
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
        """Bring the file at a path of the site up to date.

        The files of a search index are written together. Nothing happens where no
        generated file has this path.
        """
        here, address = build.place(path)
        if address.startswith(search.FOLDER):
            path = here.path + search.FOLDER
        now = build.current_snapshot(self._state)
        snapshot, old_paths = self._written.get(path, (None, frozenset[str]()))
        if snapshot is now:
            return
        folder = build.output_folder(self._state)
        folder.made.clear()
        new_paths = frozenset(
            manifest.put(output, folder).path for output in self._outputs(path)
        )
        for old_path in old_paths - new_paths:
            Path(folder.folder, old_path).unlink(missing_ok=True)
        if new_paths or old_paths:
            self._written[path] = now, new_paths

    def _outputs(self, path: str) -> Iterable[Output]:
        """The generated file at a path, or none; all of a search index by its folder."""
        here = build.place(path)[0]
        if path.endswith(search.FOLDER):
            return build.index(build.current_snapshot(self._state), here)
        download = _MADE.match(path)
        language = download[1] if download else here.code
        output = self._files(language).get(path)
        return [output] if output else ()

    def _files(self, language: str) -> dict[str, Output]:
        """The files of a language by path; none where the language is not served."""
        snapshot = build.current_snapshot(self._state)
        shells = self._state.shells
        if language not in shells:
            return {}
        listed = self._listed.get(language)
        if listed and listed[0] is snapshot:
            return listed[1]
        shells[language] = shells[language].over(snapshot.corpus)
        outputs = build.outputs(snapshot, shells[language])
        files = {output.path: output for output in outputs}
        self._listed[language] = snapshot, files
        return files


# -- what is handed out, with what is wrong at the top of every page ---------------------

Serve = Callable[..., Iterable[bytes]]
"""An application of WSGI."""


def app(serve: Serve, mount: str, bring: Callable[[str], str]) -> Serve:
    """The application of the preview, round that of the server (``serve``).

    It brings every generated file up to date before that is handed out, by ``bring``.
    That returns the banner, which comes to the top of every page. ``mount`` is the path
    of the site on the server.
    """

    def answer(
        environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path.startswith("/livereload/"):
            return serve(environ, start_response)
        page_banner = ""
        if path.startswith(mount):
            page_banner = bring(_file_of(path.removeprefix(mount)))
        head: list[Any] = []
        body = serve(environ, lambda *arguments: head.extend(arguments))
        status = head[0]
        headers = dict(head[1])
        if page_banner and headers.get("Content-Type") == "text/html":
            begin = _BODY + page_banner.encode("utf-8", "replace")
            page = b"".join(body).replace(_BODY, begin, 1)
            body = [page]
            headers["Content-Length"] = str(len(page))
        start_response(status, list(headers.items()))
        return body

    return answer


def _file_of(path: str) -> str:
    """The file that a path means; that of a page with or without the slash at its end.

    >>> _file_of("fr/topics")
    'fr/topics/index.html'
    """
    name = path.rpartition("/")[2]
    if "." in name:
        return path
    return f"{path.rstrip('/')}/index.html".lstrip("/")


def port_problem(host: str, port: int) -> Saying | None:
    """Why nothing can be served at an address, and what to do; None where it can be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    place = f"{host}:{port}"
    try:
        with socket.socket(family) as test_socket:
            test_socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            test_socket.bind((host, port))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            return say(
                "{place}: {error}; take another address (dev_addr in mkdocs.yml)",
                place=place,
                error=error.strerror or error,
            )
        return say(
            "{place} is in use by another program; take another: {command}",
            place=place,
            command=f"make serve PORT={port + 1}",
        )
    return None


MOST = 20
"""So many problems are listed; the terminal has them all."""

_PACKAGE = Path(__file__).parents[1]


def python_stamp(package: Path = _PACKAGE) -> frozenset[tuple[str, int]]:
    """The modules of our package, each with the time of its last change."""
    return frozenset(
        (module.as_posix(), module.stat().st_mtime_ns) for module in package.rglob("*.py")
    )


_LONGEST = 800
_BODY = b"<body>"
_TYPED = ("\ufdd0", "\ufdd1")
"""Letters that no text has; they stand round what fills a sentence until it is markup."""


def banner(
    problems: Sequence[Problem],
    find: Find,
    is_last_good: bool,
    notes: Sequence[Saying] = (),
) -> str:
    """The banner, as markup, in the language that ``find`` finds translations in.

    ``is_last_good`` says that the page is from before the mistake. ``notes`` are
    sentences that come before the problems.
    """
    parts = [f"<p><strong>{_text(note, find)}</strong></p>" for note in notes]
    if problems:
        head = say_n("{n} problem", "{n} problems", len(problems))
        page = say("This page shows what was saved all the same.")
        if is_last_good:
            page = say(
                "This page is the last good one; "
                "it follows when the problem is corrected."
            )
        parts.append(f"<p><strong>{_text(head, find)}</strong> {_text(page, find)}</p>")
        rows = [_row(problem.translated(find, _TYPED)) for problem in problems[:MOST]]
        parts.append(f"<ul>{''.join(rows)}</ul>")
        more = len(problems) - MOST
        if more > 0:
            rest = say_n("{n} more in the terminal", "{n} more in the terminal", more)
            parts.append(f"<p>{_text(rest, find)}</p>")
    label = _text(say("Preview"), find)
    return (
        f'<section class="notice" role="alert" aria-label="{label}" '
        f'style="max-inline-size: none">{"".join(parts)}</section>'
    )


def _row(problem: Problem) -> str:
    """A row of the list of problems, as markup.

    It is file and line, then what is wrong and what to do, each in its own direction.
    """
    parts = [f'<code dir="ltr">{_safe(problem.path)}:{problem.line}</code>']
    if problem.field not in ("", "-"):
        parts.append(f" <bdi>{_safe(problem.field)}</bdi>")
    for sentence in (problem.message, problem.hint):
        if sentence:
            text = _isolated(_safe(sentence))
            parts.append(f'<br><span dir="auto">{text}</span>')
    return f"<li>{''.join(parts)}</li>"


def _isolated(text: str) -> str:
    """A text in which what fills its sentence keeps its own direction.

    It turns nothing else round. ``_TYPED`` marks its begin and its end.
    """
    begin, end = _TYPED
    whole = text + end * (text.count(begin) - text.count(end))  # where it was cut
    return whole.replace(begin, "<bdi>").replace(end, "</bdi>")


def _text(sentence: Saying, find: Find) -> str:
    """A sentence in the language that ``find`` finds translations in, escaped."""
    return escape(translated(sentence, find))


def _safe(text: str) -> str:
    """What somebody typed, as text of a page: harmless, not too long, escaped."""
    return escape(harmless(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"))
