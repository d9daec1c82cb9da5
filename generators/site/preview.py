"""Live preview: a change to a record is read and shown within half a second, and then checked; any other
change builds the whole site again. A mistake in a record, a template or the settings is shown on every page,
above what was shown last; each generated file is written when it is asked for, from the snapshot in hand.

MkDocs' server waits and reloads browsers; here stands what it calls when something changed, and what it asks
before it hands out a page.
"""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock

from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from generators import data, search
from generators.corpus import cldr, downloads, interface
from generators.corpus.library import FOLDER
from generators.edit import form
from generators.html import finish
from generators.site import build, manifest, output, serving
from generators.site.mkdocs_run import CONFIG, problems
from generators.site.output import Copied, Output
from generators.site.snapshot import BuildState, Snapshot, Stamp, check, fingerprint, read_unchecked
from generators.text.problems import Problem
from generators.text.sayings import say
from generators.translate import messages

Report = Callable[[list[Problem]], str]

log = logging.getLogger("mkdocs.plugins.compendium")

_BEFORE_RULES = 0.2
"""Seconds in which browsers fetch a page that changed before the rules are asked of it."""


def attach(
    server: LiveReloadServer, state: BuildState, config_file: Path, docs: Path, report: Report
) -> None:
    """Make a server of MkDocs render generated pages when they are asked for, and look at what changed before
    it builds.
    """
    root = config_file.parent
    locale = interface.home(root) / interface.LOCALE
    others = tuple(
        path for path in (config_file, docs, root / "overrides", finish.TEMPLATES, locale) if path.exists()
    )
    volumes = [root / each / downloads.MANIFEST for each in (downloads.FOLDER, downloads.BOOKS)]
    for path in tuple(server._watched_paths):  # by MkDocs, with an observer that is slower
        server.unwatch(path)
    server.observer = serving.Watching()
    for path in (root / FOLDER, *others, *filter(Path.is_file, volumes)):
        folder = path if path.is_dir() else path.parent  # an editor replaces a file
        server.watch(str(folder), recursive=path.is_dir())
    server.build_delay = 0.02  # for more changes to come; an editor saves one file
    shown = _Shown(state, root, others, report, server.builder, lambda: _reload(server))
    server.builder = shown.follow
    server.set_app(serving.app(server.get_app(), server.mount_path, shown.bring))


@dataclass(slots=True)
class _Shown:
    """What is shown, and what is wrong. ``build`` is MkDocs' own: the whole site, anew; ``reload`` makes
    browsers fetch their page again.
    """

    state: BuildState
    root: Path
    others: tuple[Path, ...]
    report: Report
    build: Callable[[], None]
    reload: Callable[[], None]
    lock: Lock = field(default_factory=Lock)
    demand: OnDemand = field(init=False)
    seen: Stamp = field(init=False)
    good: Snapshot = field(init=False)
    """The last snapshot of which the rules say nothing that stops a page."""
    kept: bool = False
    """Whether what is shown is from before a mistake."""
    failed: bool = False
    """Whether the last build of the whole site was given up."""

    def __post_init__(self) -> None:
        self.demand, self.seen = OnDemand(self.state), fingerprint(*self.others)
        self.good = self.state.snapshot

    def follow(self) -> None:
        """What is called after a change. It raises nothing for a user's mistake: MkDocs would hold back every
        page until the next build.
        """
        now = fingerprint(*self.others)
        if now != self.seen or self.failed:
            self.seen = now
            with self.lock:
                self._build()
        else:
            self._reread()

    def _reread(self) -> None:
        """Take the records as they are now and show them, and ask the rules of them when browsers had time to
        fetch their page; where something is or was wrong, at once, so that nothing comes and goes.
        """
        before = self.state.problems
        try:
            snapshot = read_unchecked(self.root, self.good)
            if snapshot.corpus is not self.good.corpus:
                if not (self.kept or self.state.stopped_by([*snapshot.problems])):
                    with self.lock:
                        self.state.snapshot = snapshot
                    self.reload()
                    time.sleep(_BEFORE_RULES)
                check(snapshot)
            with self.lock:
                self._judged(snapshot)
        except Exception as error:  # noqa: BLE001 - said on each page
            self.state.problems, self.kept = [self._fault(error)], True
        if self.state.problems != before:
            self.reload()

    def _judged(self, snapshot: Snapshot) -> None:
        """Say what is wrong with a snapshot; where that stops the site, the last good one is shown."""
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
        self.kept, self.good = self.failed, self.state.snapshot

    def _tried(self) -> list[Problem]:
        """Builds; returns what is wrong."""
        self.state.problems = []
        try:
            finish.compile_all()
            self.build()
        except MkDocsException as error:  # Abort, where MkDocs has said why
            return self.state.problems or problems(self.root) or [self._fault(error)]
        except Exception as error:  # noqa: BLE001 - said on each page
            return [self._fault(error)]
        self.failed = False
        return self.state.problems

    def _fault(self, error: Exception) -> Problem:
        """What was raised, as a problem, at the line of a template where that is to blame; logged."""
        file, line = Path(getattr(error, "filename", None) or ""), getattr(error, "lineno", None)
        log.error("%s", error, exc_info=None if line else error)
        path = file.relative_to(self.root).as_posix() if file.is_relative_to(self.root) else CONFIG
        hint = say("correct it and save; the preview goes on")
        return Problem(path, line or 1, "-", f"{type(error).__name__}: {error}", hint, "preview")

    def bring(self, path: str) -> str:
        """Bring a generated file up to date; returns the banner for the page at this path."""
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
            notes.append(say("This preview serves these languages only: {languages}", languages=served))
            language = cldr.LANGUAGES[0]
        if not found and not notes:
            return ""
        return serving.banner(found, messages.opened(self.root, language), kept, notes)


def _reload(server: LiveReloadServer) -> None:
    """Make browsers fetch their page again."""
    with server._epoch_cond:
        server._visible_epoch = server._wanted_epoch = server._wanted_epoch + 1
        server._epoch_cond.notify_all()


class OnDemand:
    """The generated files of the site that is served. Hand-written pages and assets are not its concern: they
    stand in the folder already.
    """

    def __init__(self, state: BuildState) -> None:
        self._state = state
        self._folder = state.folder
        self._written: dict[str, tuple[Snapshot, frozenset[str]]] = {}
        """What was asked for, the snapshot it was written from, and the paths that were written."""

    def bring(self, path: str) -> None:
        """Bring the file at a path of the site up to date; a path of none is left alone."""
        if self._folder is not self._state.folder:  # it was emptied, and all was built anew
            self._folder = self._state.folder
            self._written.clear()
        wanted = _index_of(path) or path
        snapshot, paths = self._written.get(wanted, (None, frozenset()))
        if snapshot is self._state.snapshot:
            return
        found = frozenset(self._put(each) for each in self._outputs(wanted))
        for gone in paths - found:
            (Path(self._state.folder.folder) / gone).unlink(missing_ok=True)
        if found or paths:
            self._written[wanted] = self._state.snapshot, found

    def _put(self, each: Output | Copied) -> str:
        self._state.folder.made.clear()
        return output.put(each, self._state.folder).path

    def _outputs(self, path: str) -> Iterable[Output | Copied]:
        state = self._state
        site_language, address = build.place(path)
        if path.endswith(search.FOLDER):
            return build.index(state.snapshot, site_language)
        if path.startswith(build.FOLDERS):
            found = build.taken(state.snapshot, build.language_of(path))
            return [each for each in found if each.path == path and each.file.is_file()]
        shells = state.shells.get(site_language.code)
        if shells is None:  # a language that is not served
            return ()
        shells = state.shells[site_language.code] = shells.over(state.snapshot.corpus)
        if form.is_form(address):
            write = build.form_writers(state.snapshot.root, shells.shell).get(address)
            return [Output(path, write(), manifest.DATA)] if write else []
        if found := build.data_writer(state.snapshot.corpus, shells.shell.site, site_language, address):
            return [Output(path, found[0](), manifest.DATA, found[1])]
        if page := state.snapshot.pages(site_language.code).get(address):
            return [build.file_of(page, shells, data.followed(state.snapshot.corpus, page.target))]
        return [each for each in build.redirects(state.snapshot, shells) if each.path == path]


def _index_of(path: str) -> str:
    """The folder of the search index that a path belongs to; empty where it belongs to none."""
    site_language, address = build.place(path)
    return site_language.path + search.FOLDER if address.startswith(search.FOLDER) else ""
