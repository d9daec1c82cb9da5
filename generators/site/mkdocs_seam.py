"""The one seam: where MkDocs and static-i18n are asked for more than their hooks offer.

Only this module replaces a part of them, or reads what they keep to themselves.
``tests/test_mkdocs_seam.py`` holds that. Each function says what it changes, why, and
what the site would be without it.

The seconds were measured with 300 records on two processors, in December 2026. The
preview shows a change 0.35 s after it is saved. The limit is half a second.

Two more departures were tried, and are not needed: together they saved 0.5 s a build. One
was a single environment of templates for all languages. The other was a list of the
theme's files without its 15,000 icons.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from watchdog import events
from watchdog.observers import Observer

from generators.text import files

Server = LiveReloadServer
"""The server of the preview, for modules that know no MkDocs."""

BuildStopped = MkDocsException
"""What a build raises for a mistake of a user, for modules that know no MkDocs."""


def leave_out_templates(theme: Theme) -> None:
    """Have MkDocs write no page for lost readers and no sitemap: both are generated.

    Without it a build fails. Material's ``404.html`` extends our ``main.html``, and has
    no values for it. The sitemap of MkDocs knows the hand-written pages only, and each
    language writes it over that of the last.
    """
    theme.static_templates.clear()


def name_home_page(nav: Navigation, config: MkDocsConfig, folder: str) -> None:
    """Tell static-i18n which page is home in the folder of a language: it is generated.

    Without it each language is a warning ("Could not find a homepage"). A strict build
    stops at the first.
    """
    home = File.generated(config, f"{folder}index.md", content="")
    nav.homepage = Page("Home", home, config)


def follow_changes(
    server: Server,
    folders: Iterable[Path],
    single_files: Iterable[Path],
    follow: Callable[[], None],
) -> None:
    """Have the server look at these folders and files only.

    After a change it calls ``follow``, in the place of a build.

    Without our observer the page is there after 0.8 s: that of MkDocs looks every half
    second. It also takes the swap file of an editor for a change, and browsers fetch
    their page for nothing. Without ``follow`` each change builds the whole site again.
    That takes 2.4 s, and a minute where all pages are written.
    """
    for path in tuple(server._watched_paths):
        server.unwatch(path)
    server.observer = Watching()
    for folder in folders:
        server.watch(str(folder))
    for file in single_files:
        server.watch(str(file.parent), recursive=False)  # an editor replaces a file
    server.build_delay = 0.02  # for more changes to come; an editor saves one file
    server.builder = follow


def answer_with(server: Server, wrap: Callable[[Any], Any]) -> None:
    """Put our application round that of the server; ``wrap`` makes it from that.

    Without it no page could be made when it is asked for. The preview would have to
    write all of them first, which takes a minute. No page could show what is wrong.
    """
    server.set_app(wrap(server.get_app()))


def reload_browsers(server: Server) -> None:
    """Make browsers fetch their page again, while ``follow`` is still at work.

    Without it they wait until the rules have been asked: 1.5 s.
    """
    with server._epoch_cond:
        server._wanted_epoch += 1
        server._visible_epoch = server._wanted_epoch
        server._epoch_cond.notify_all()


_CHANGES = [
    events.FileCreatedEvent,
    events.FileDeletedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
]
"""A file that was only read has not changed."""


# watchdog picks the class for the system when it is imported
class Watching(Observer):  # type: ignore[valid-type, misc]
    """Looks at folders as the system tells of them.

    What happens to files of editors and of Python itself does not count as a change.
    """

    def schedule(
        self, event_handler: events.FileSystemEventHandler, path: str, *, recursive: bool
    ) -> Any:
        """Look at a folder; the handler is told of changes only."""
        handle = event_handler.dispatch

        def dispatch(event: events.FileSystemEvent) -> None:
            if not all(map(_is_passed_over, _paths(event))):
                handle(event)

        # a handler has one purpose here, so its method may be another for it
        event_handler.dispatch = dispatch  # type: ignore[method-assign]
        return super().schedule(
            event_handler, path, recursive=recursive, event_filter=_CHANGES
        )


def _paths(event: events.FileSystemEvent) -> list[Path]:
    """The paths that an event is about: one, or two where a file was moved."""
    return [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]


def _is_passed_over(path: Path) -> bool:
    """Whether a file is an editor's own, or one that Python makes."""
    return files.is_editors_own(path.name) or "__pycache__" in path.parts
