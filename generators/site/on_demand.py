"""While serving: each generated file is written when it is asked for, from the snapshot in hand, and is gone
when the snapshot has it no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generators import data, search
from generators.site import build, data_files, form_output, manifest, output, taken_along
from generators.site.build_state import BuildState
from generators.site.output import Copied, Output
from generators.site.snapshot import Snapshot


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
        if path.startswith(taken_along.FOLDERS):
            found = build.taken(state.snapshot, taken_along.language_of(path))
            return [each for each in found if each.path == path and each.file.is_file()]
        shells = state.shells.get(site_language.code)
        if shells is None:  # a language that is not served
            return ()
        shells = state.shells[site_language.code] = shells.over(state.snapshot.corpus)
        if form_output.is_form(address):
            write = form_output.writers(state.snapshot.root, shells.shell).get(address)
            return [Output(path, write(), manifest.DATA)] if write else []
        if found := data_files.writer(state.snapshot.corpus, shells.shell.site, site_language, address):
            return [Output(path, found[0](), manifest.DATA, found[1])]
        if page := state.snapshot.pages(site_language.code).get(address):
            return [build.file_of(page, shells, data.followed(state.snapshot.corpus, page.target))]
        return [each for each in build.redirects(state.snapshot, shells) if each.path == path]


def _index_of(path: str) -> str:
    """The folder of the search index that a path belongs to; empty where it belongs to none."""
    site_language, address = build.place(path)
    return site_language.path + search.FOLDER if address.startswith(search.FOLDER) else ""
