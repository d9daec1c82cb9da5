"""Sites that tests build and serve: as ``make site`` builds them, as a host serves them."""

from __future__ import annotations

import gzip
import hashlib
import http.server
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

from golden_case import remember_catalogs

from generators.corpus.cldr import LANGUAGES
from generators.site import handwritten

PROJECT = Path(__file__).parent.parent
NOON = "1795521600"  # 2026-11-24, TODAY: two builds of one test run have one day
# Chromium without even a window that nobody sees: a page opens in a third of the time.
CHROMIUM = "/usr/bin/chromium-headless-shell"
NO_CHROMIUM = (
    f"there is no chromium at {CHROMIUM}; install it: "
    "sudo apt-get install chromium-headless-shell"
)
CHROMIUM_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()


@dataclass(frozen=True)
class Site:
    """A site, built and served: the folder it stands in, and its address, which ends in a
    slash.
    """

    folder: Path
    url: str


def folder_of(language: str) -> str:
    """The folder of a language."""
    return "" if language == LANGUAGES[0] else f"{language}/"


def write_project(library: Path, project: Path) -> Path:
    """A project with the theme of the real one, the records of ``library`` and short
    hand-written pages.
    """
    shutil.copytree(library / "instruments", project / "instruments")
    shutil.copytree(PROJECT / "overrides", project / "overrides")
    shutil.copy2(PROJECT / "mkdocs.yml", project)
    remember_catalogs(project)
    (project / "docs").mkdir()
    for name in handwritten.LED_TO:
        (project / f"docs/{name}.md").write_text(
            f"# {name.title()}\n\nA small site.\n", "utf-8"
        )
    return project


PDF = "pdf/fr/records/alpha/convention.pdf"


def made_pdf(project: Path, data: bytes) -> None:
    """Put a PDF of the convention in French there, as ``compendium pdf`` does."""
    file = project / ".build" / PDF
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    entry = {
        "id": "records/alpha/convention",
        "language": "fr",
        "kind": "records",
        "title": "Convention",
        "address": PDF,
        "page": "instruments/alpha/convention/",
        "pages": 1,
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "source": "",
    }
    manifest = json.dumps({"date": "2026-11-24", "files": {PDF: entry}})
    (project / ".build/pdf/manifest.json").write_text(manifest, "utf-8")


def change(file: Path, old: str, new: str) -> None:
    """Change a file as an editor does."""
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def mkdocs_build(project: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Build a project strictly into a folder, as ``make site`` does."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--config-file",
        str(project / "mkdocs.yml"),
        "--site-dir",
        str(folder),
    ]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": NOON, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment
    )


class _Server(http.server.ThreadingHTTPServer):
    """A browser that leaves a page before all of it has come is no error; a server that
    is closed answers no more, on lines that are still open neither.
    """

    def __init__(self, *arguments: Any) -> None:
        self.lines: list[socket.socket] = []
        super().__init__(*arguments)

    def get_request(self) -> tuple[socket.socket, Any]:
        line, address = super().get_request()
        self.lines.append(line)
        return line, address

    def server_close(self) -> None:
        super().server_close()
        for line in self.lines:
            with suppress(OSError):  # closed already
                line.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Static files as a host sends them: compressed where the browser takes it, with the
    site's own page for what is not there. ``more`` are further headers.
    """

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, more: Mapping[str, str], **keywords: Any) -> None:
        self.more = more
        super().__init__(*arguments, **keywords)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        found = file.is_file()
        self._send(
            200 if found else 404, file if found else Path(self.directory) / "404.html"
        )

    def _send(self, status: int, file: Path) -> None:
        body = self.read(file)
        packed = "gzip" in self.headers.get("Accept-Encoding", "") and file.suffix in set(
            ".html .css .js .svg .xml .json .csv".split()
        )
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(file)))
        for name, value in self.more.items():
            self.send_header(name, value)
        if packed:
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        if "assets" in file.parts:  # their addresses carry their versions
            self.send_header("Cache-Control", "max-age=3600, immutable")
        self.end_headers()
        self.wfile.write(body)

    def read(self, file: Path) -> bytes:
        """What is sent of a file."""
        return file.read_bytes()

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def served(
    folder: Path,
    headers: Mapping[str, str] | None = None,
    handler: type[Handler] = Handler,
) -> Iterator[str]:
    """Serve a folder on a free port of this machine, with these headers; yields its
    address, which ends in a slash.
    """
    server = _Server(
        ("127.0.0.1", 0), partial(handler, directory=str(folder), more=headers or {})
    )
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
