"""While serving: changes below folders are told by the system at once, where MkDocs would look for them
twice a second.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
)
from watchdog.events import FileSystemEventHandler as Handler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from generators.text import files

_CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
"""That a file was read is no change."""


class _Wanted(Handler):
    """Hands on what happens to files, but to those of editors and of Python itself."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler

    def dispatch(self, event: FileSystemEvent) -> None:
        paths = (Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path)
        if not all(files.is_editors_own(path.name) or "__pycache__" in path.parts for path in paths):
            self._handler.dispatch(event)


class Watching:
    """Looks at folders as the system tells of them, and at single files (which an editor may replace) twice a
    second; at folders too where the system has no more to give.
    """

    def __init__(self) -> None:
        self._told, self._polled = Observer(), PollingObserver(timeout=0.5)
        self._folders: list[tuple[Handler, str, bool]] = []

    def schedule(self, handler: Handler, path: str, *, recursive: bool = True) -> Any:
        handler = _Wanted(handler)
        if Path(path).is_dir():
            self._folders.append((handler, path, recursive))
            return self._told.schedule(handler, path, recursive=recursive, event_filter=_CHANGES)
        return self._polled.schedule(handler, path, recursive=recursive)

    def start(self) -> None:
        self._polled.start()
        try:
            self._told.start()
        except OSError:  # so many are watched on this machine that no more may be
            for handler, path, recursive in self._folders:
                self._polled.schedule(handler, path, recursive=recursive)

    def stop(self) -> None:
        for each in (self._told, self._polled):
            each.stop()

    def join(self) -> None:
        for each in (self._told, self._polled):
            if each.is_alive():
                each.join()
