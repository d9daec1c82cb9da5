"""Only the seam replaces a part of MkDocs, or reads what is private to it."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import PROJECT
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.nav import Navigation
from mkdocs.theme import Theme
from watchdog.events import FileModifiedEvent, FileOpenedEvent, FileSystemEventHandler

from generators.site import mkdocs_seam

SITE = PROJECT / "generators/site"
SEAM = Path(mkdocs_seam.__file__)
HOOKS = SITE / "mkdocs_plugin.py"
SETTINGS = SITE / "mkdocs_run.py"

OFFERED = {
    "page.meta",  # on_page_markdown may change what a page says of itself
    "file.content_bytes",  # a property with a setter, in place of the file on disk
    "language.build",  # an option of static-i18n
}
"""What a plugin may set."""


def of_foreign_objects(file: Path) -> Iterator[ast.Attribute]:
    """The attributes of anything but ``self`` that a module names."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and not ast.unparse(node).startswith("self."):
            yield node


@pytest.mark.parametrize(
    "file", [HOOKS, SETTINGS, SITE / "preview.py"], ids=lambda file: file.stem
)
def test_only_the_seam_reaches_into_mkdocs(file: Path):
    """No other module sets an attribute that MkDocs does not offer for that, or names a
    private one.
    """
    attributes = list(of_foreign_objects(file))
    names = [node.attr for node in attributes if not node.attr.endswith("__")]
    private = [name for name in names if name.startswith("_")]
    assert private == []
    assigned = {
        ast.unparse(node) for node in attributes if isinstance(node.ctx, ast.Store)
    }
    assert assigned <= OFFERED
    replaced = {
        "static_templates",
        "homepage",
        "observer",
        "builder",
        "set_app",
        "get_env",
        "loader",
    }
    assert set(names) & replaced == set()


def test_each_departure_says_what_the_site_would_be_without_it():
    """Who wants to remove one reads there what it would cost."""
    departures = [
        function
        for _, function in inspect.getmembers(mkdocs_seam, inspect.isfunction)
        if function.__module__ == mkdocs_seam.__name__
        and not function.__name__.startswith("_")
    ]
    assert len(departures) == 5
    silent = [
        function.__name__ for function in departures if "Without " not in function.__doc__
    ]
    assert silent == []


def test_mkdocs_writes_no_page_for_lost_readers_and_no_sitemap():
    """Both are generated; Material's and that of MkDocs would take their place."""
    theme = Theme(name="material")
    assert {"404.html", "sitemap.xml"} <= theme.static_templates
    mkdocs_seam.leave_out_templates(theme)
    assert theme.static_templates == set()


@pytest.mark.parametrize("folder", ["", "fr/"])
def test_i18n_is_told_where_home_is(tmp_path: Path, folder: str):
    """It is the index of the folder of each language, and is in no menu."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "A site", "docs_dir": str(tmp_path)})
    assert config.validate() == ([], [])
    config.plugins._current_plugin = "compendium"  # as within a hook
    nav = Navigation([], [])
    mkdocs_seam.name_home_page(nav, config, folder)
    assert nav.homepage.url == folder
    assert nav.homepage.file.dest_uri == f"{folder}index.html"
    assert nav.items == []


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveReloadServer]:
    """A server of MkDocs that is not started, and looks at one folder."""
    made = LiveReloadServer(
        builder=lambda: None, host="127.0.0.1", port=0, root=str(tmp_path)
    )
    made.watch(str(tmp_path / "docs"))
    yield made
    made.server_close()


def test_the_preview_looks_at_what_it_is_told_to_and_calls_us(
    server: LiveReloadServer, tmp_path: Path
):
    """What MkDocs looked at is left; a folder is followed down, of a file its folder."""
    before = set(vars(server))
    records = tmp_path / "records"
    records.mkdir()

    def follow() -> None:
        """What is called after a change."""

    mkdocs_seam.follow_changes(server, [records], [tmp_path / "mkdocs.yml"], follow)

    assert set(vars(server)) == before  # a part of another name would be no part
    assert server.builder is follow
    assert set(server._watched_paths) == {str(records), str(tmp_path)}
    followed = {watch.path: watch.is_recursive for watch in server._watch_refs.values()}
    assert followed == {str(records): True, str(tmp_path): False}


def test_what_an_editor_does_for_itself_is_no_change(tmp_path: Path):
    """A swap file, and a file that is only read, call nobody."""
    seen = []

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: FileModifiedEvent) -> None:
            seen.append(event.src_path)

    handler = Handler()
    watch = mkdocs_seam.Watching().schedule(handler, str(tmp_path), recursive=False)
    for name in (".record.yml.swp", "record.yml~", "record.yml"):
        handler.dispatch(FileModifiedEvent(str(tmp_path / name)))
    assert seen == [str(tmp_path / "record.yml")]
    assert FileOpenedEvent not in watch.event_filter


def test_browsers_are_told_of_a_change_before_the_rules_are_asked(
    server: LiveReloadServer,
):
    """The server has a newer epoch, and holds no page back for it."""
    before = server._visible_epoch
    mkdocs_seam.reload_browsers(server)
    assert server._visible_epoch == server._wanted_epoch == before + 1
