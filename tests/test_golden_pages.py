"""Golden cases: records in; the text of pages, of paper, of data and of search entries
out.

A case is ``golden/pages/<case>.yml``: one sentence (``about``), what it changes in its
base (see ``golden_case``), and what it shows: each entry of ``show`` names a ``page`` by
its address, a ``volume`` by its id, ``data`` by the path of its file, or by its address
what ``search`` knows, and the ``language`` (en where none is named). ``whole`` shows also
what all pages or volumes share; ``from`` and ``until`` are headings between which a long
text is shown. ``downloads`` are the PDFs that the site was built with, ``books`` the
EPUBs. ``page_text`` says how to read a text.

``python -m pytest tests/test_golden_pages.py --update`` writes the texts anew; read the
difference.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY
from golden_case import GOLDEN, read_case, write_project
from page_text import page_text, search_text, volume_text

from generators import checks, data, html
from generators.corpus import cldr, library
from generators.corpus.corpus import Corpus
from generators.corpus.downloads import Download
from generators.data import word_files
from generators.data.marked import joined
from generators.document.phrases import Phrases
from generators.pdf import volumes
from generators.search import documents as search_documents
from generators.translate.localizer import Localizer

FOLDER = GOLDEN / "pages"
CASES = sorted(file.stem for file in FOLDER.glob("*.yml"))
PUBLIC = volumes.PublicAddresses("https://example.org/", "https://example.org/code")
FOLD = "[+] "
"""What stands before a heading whose section opens."""


_unchanged: dict[str, Corpus] = {}  # by base: most cases change nothing and share one


def _corpus(case: dict, folder: Path) -> Corpus:
    base = case.get("base", "base")
    if not case.keys() & {"edit", "delete", "replace", "files", "without"}:
        if base not in _unchanged:
            _unchanged[base] = _read({"base": base}, folder)
        return _unchanged[base]
    return _read(case, folder)


def _read(case: dict, folder: Path) -> Corpus:
    read, problems = library.read(write_project(case, folder), cldr.LANGUAGES)
    assert problems == []
    return Corpus(read, TODAY, cldr.LANGUAGES)


@pytest.mark.parametrize("case", CASES)
def test_case(case, tmp_path, pytestconfig):
    """What a case shows is the text that its file holds."""
    file = FOLDER / f"{case}.yml"
    told = read_case(file)
    made = _corpus(told, tmp_path)
    files = {
        kind: {each["volume"]: each for each in told.get(name, ())}
        for kind, name in (("pdf", "downloads"), ("epub", "books"))
    }
    shown = [each | {"text": _text(made, each, files)} for each in told["show"]]
    head = file.read_text("utf-8").partition("\nshow:\n")[0]
    wanted = f"{head}\nshow:\n{''.join(map(_written, shown))}"
    if pytestconfig.getoption("update"):
        file.write_text(wanted, "utf-8")
    held = file.read_text("utf-8")
    difference = difflib.unified_diff(
        held.splitlines(), wanted.splitlines(), case, "what is shown now", lineterm=""
    )
    assert not (lines := list(difference)), "\n" + "\n".join(lines)


def test_the_world_has_no_problem(tmp_path):
    """The library that most cases show is one that editors could have written: every rule
    holds in it.
    """
    made = _corpus({"base": "world"}, tmp_path)
    assert [str(problem) for problem in checks.run(made)] == []


def _text(corpus: Corpus, shown: dict, files: dict[str, dict]) -> str:
    language = shown.get("language", "en")
    whole = shown.get("whole") == "true"
    if "page" in shown:
        pdfs, books = (
            {address: _download(language, each, kind) for address, each in own.items()}
            for kind, own in files.items()
        )
        pages = html.build(corpus, language, html.Public(pdfs=pdfs, books=books))
        lines = _page(pages, language, shown["page"].removeprefix("home"), whole)
    elif "volume" in shown:
        lines = _volume(corpus, language, shown["volume"], whole)
    elif "data" in shown:
        lines = _data(corpus, language, shown["data"])
    else:
        lines = _search(corpus, language, shown["search"])
    return "\n".join(_part(lines, shown.get("from"), shown.get("until")))


def _part(lines: list[str], first: str | None, end: str | None) -> list[str]:
    """The lines from one heading to another."""
    headings = {
        _heading(line): number
        for number, line in reversed([*enumerate(lines)])
        if line.removeprefix(FOLD).startswith("#")
    }
    return lines[headings[first] if first else 0 : headings[end] if end else len(lines)]


def _heading(line: str) -> str:
    return line.removeprefix(FOLD).lstrip("#").partition(" {#")[0].strip()


def _joined(corpus: Corpus, language: str, path: str) -> dict[str, Any]:
    """The object of a file of data; of a file of codes, the whole object in a language."""
    writers = data.writers(corpus, language)
    if path in writers:
        return json.loads(writers[path]())
    codes = json.loads(data.common(corpus)[path]())
    words = json.loads(writers[codes["words"]]())
    (name,) = (
        owner.name
        for owner in word_files.owners(corpus)
        if f"{owner.page}{data.NAME}" == path
    )
    return joined(codes, words["words"][name])


def _data(corpus: Corpus, language: str, path: str) -> list[str]:
    """A file of data, each value of its object on a line of its own, each thing of a list
    too. A file of codes has its words joined to it.
    """
    found = _joined(corpus, language, path)
    lines = []
    for key, value in found.items():
        many = (
            value.items()
            if isinstance(value, dict)
            else enumerate(value)
            if isinstance(value, list)
            else ()
        )
        nested = [(name, each) for name, each in many if isinstance(each, dict)]
        if nested and len(nested) == len(value):
            start = [f"{key}:"]
            start += [
                f"  {name if isinstance(value, dict) else '-'} {json.dumps(each, ensure_ascii=False)}"
                for name, each in nested
            ]
            lines += start
        else:
            lines.append(f"{key}: {json.dumps(value, ensure_ascii=False)}")
    return lines


def _page(
    pages: Iterable[html.Page], language: str, address: str, whole: bool
) -> list[str]:
    page = next(page for page in pages if page.address == address)
    head = [
        f"title: {page.title}",
        f"description: {page.description}",
        f"section: {page.section}",
    ]
    source = [f"source: {page.source}"] if page.source else []
    return [*head, *source, *page_text(page.render(), address, language, whole)]


def _download(language: str, each: dict, kind: str) -> Download:
    address = f"{kind}/{language}/{each['volume']}.{kind}"
    return Download(
        id=each["volume"],
        sha256="",
        source="",
        address=address,
        language=language,
        kind=each["volume"].partition("/")[0],
        page=each.get("page", ""),
        title=each["title"],
        pages=int(each.get("pages", 0)),
        size=int(each["size"]),
    )


def _volume(corpus: Corpus, language: str, name: str, whole: bool) -> list[str]:
    localizer = Localizer(corpus, language)
    made = json.loads(json.dumps(volumes.document(Phrases(localizer), name, PUBLIC)))
    return volume_text(made, "" if whole else localizer.gettext("Signs in this volume"))


def _search(corpus: Corpus, language: str, address: str) -> list[str]:
    found = [
        each
        for each in search_documents.gather(corpus, language)
        if each.address == address
    ]
    assert found, f"search knows nothing of {address}"
    return [line for each in found for line in search_text(each)]


def _written(shown: dict) -> str:
    """An entry of ``show`` as it stands in the file: its text is a literal block."""
    rows = [f"{key}: {value}" for key, value in shown.items() if key != "text"]
    text = "".join(f"      {line}\n" for line in shown["text"].split("\n"))
    return "  - " + "\n    ".join(rows) + f"\n    text: |\n{text}"
