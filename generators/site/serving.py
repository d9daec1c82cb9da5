"""While serving: what is asked for and handed out, with what is wrong at the top of every page; how changes
are told; why nothing can be served at an address.
"""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable, Iterable, Sequence
from html import escape
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

from generators import data
from generators.text import files
from generators.text.problems import Problem, harmless
from generators.text.sayings import Find, Saying, say, say_n, translated

Serve = Callable[..., Iterable[bytes]]


def app(serve: Serve, mount: str, bring: Callable[[str], str]) -> Serve:
    """The server's application, with every generated file brought up to date before it is handed out
    (``bring``, which returns the banner), and what is wrong put at the top of every page.
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path.startswith("/livereload/"):
            return serve(environ, start_response)
        asked = _file_of(path.removeprefix(mount)) if path.startswith(mount) else ""
        above = bring(asked) if asked else ""
        sent: list[Any] = []
        body = serve(environ, lambda *head: sent.extend(head))
        status, headers = sent[0], dict(sent[1])
        if above and headers.get("Content-Type") == "text/html":
            body = [_put_into(b"".join(body), above)]
            headers["Content-Length"] = str(len(body[0]))
        start_response(status, list(headers.items()))
        return body

    return answer


def _file_of(path: str) -> str:
    """The generated file that a path may mean, with or without the slash at its end; empty where it means
    another kind of file.
    """
    if path.endswith((".html", ".json", ".pdf", ".epub", ".zip")) or data.is_data(path):
        return path
    page = not path or path.endswith("/") or "." not in path.rpartition("/")[2]
    return f"{path.rstrip('/')}/index.html".lstrip("/") if page else ""


def port_problem(host: str, port: int) -> Saying | None:
    """Why nothing can be served at an address, and what to do; None where it can be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return say(
                    "{place} is in use by another program; take another: {command}",
                    place=f"{host}:{port}",
                    command=f"make serve PORT={port + 1}",
                )
            return say(
                "{place}: {error}; take another address (dev_addr in mkdocs.yml)",
                place=f"{host}:{port}",
                error=error.strerror or error,
            )
    return None


MOST = 20
"""So many problems are listed; the terminal has them all."""

_LONGEST = 800
_BODY = b"<body>"
_TYPED = ("\ufdd0", "\ufdd1")
"""Letters that no text has; they stand round what fills a sentence until it is markup."""


def banner(problems: Sequence[Problem], find: Find, kept: bool, notes: Sequence[Saying] = ()) -> str:
    """The banner, in the language that ``find`` finds translations in; empty where nothing is to be said.
    ``kept`` says that the page is from before the mistake; ``notes`` are sentences beside the problems.
    """
    said = [f"<p><strong>{_text(each, find)}</strong></p>" for each in notes]
    if problems:
        head = say_n("{n} problem", "{n} problems", len(problems))
        page = (
            say("This page is the last good one; it follows when the problem is corrected.")
            if kept
            else say("This page shows what was saved all the same.")
        )
        listed = "".join(f"<li>{_item(each.told(find, _TYPED))}</li>" for each in problems[:MOST])
        said.append(f"<p><strong>{_text(head, find)}</strong> {_text(page, find)}</p><ul>{listed}</ul>")
        if more := len(problems) - MOST:
            rest = say_n("{n} more in the terminal", "{n} more in the terminal", more)
            said.append(f"<p>{_text(rest, find)}</p>" if more > 0 else "")
    if not said:
        return ""
    label = _text(say("Preview"), find)
    begin = f'<section class="notice" role="alert" aria-label="{label}" style="max-inline-size: none">'
    return f"{begin}{''.join(said)}</section>"


def _put_into(page: bytes, above: str) -> bytes:
    """A page with a banner at its top; one without a body stays as it is."""
    return page.replace(_BODY, _BODY + above.encode("utf-8", "replace"), 1) if above else page


def _item(problem: Problem) -> str:
    """File and line, and under it what is wrong and what to do, each in its own direction."""
    place = f'<code dir="ltr">{_shown(problem.path)}:{problem.line}</code>'
    field = f" <bdi>{_shown(problem.field)}</bdi>" if problem.field not in ("", "-") else ""
    lines = [each for each in (problem.message, problem.hint) if each]
    return place + field + "".join(f'<br><span dir="auto">{_isolated(_shown(each))}</span>' for each in lines)


def _isolated(text: str) -> str:
    """A text in which what fills its sentence keeps its own direction, and turns nothing else round."""
    begin, end = _TYPED
    whole = text + end * (text.count(begin) - text.count(end))  # where it was cut
    return whole.replace(begin, "<bdi>").replace(end, "</bdi>")


def _text(sentence: Saying, find: Find) -> str:
    return escape(translated(sentence, find))


def _shown(text: str) -> str:
    """What somebody typed, as text of a page: harmless, not too long, escaped."""
    return escape(harmless(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"))


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


class Watching(Observer):
    """Looks at folders as the system tells of them."""

    def schedule(self, event_handler: Handler, path: str, *, recursive: bool = True) -> Any:
        return super().schedule(_Wanted(event_handler), path, recursive=recursive, event_filter=_CHANGES)
