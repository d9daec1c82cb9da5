"""The records as data, for the scripts of the pages and for other programs: beside the page of each record,
mechanism, State and topic a file ``index.json`` that says the same, in the language of the page; days to come
as calendars (``calendars.py``); the common indicators as a form (``indicator_form.py``); what changed, as
Atom (``feeds.py``); each record as reference managers read it (``citations.py``); all of it as tables
(``tables/``). What a page is about stands in its head as JSON-LD (``linked_data.py``).

Every ``index.json`` is one object. ``format`` is the version of this description: its first number rises when
a field changes its meaning or goes, the second when one is added. ``language`` is that of labels and texts,
``day`` the day of the data. Codes are those of the vocabularies, dates ISO 8601 and no more precise than they
are known, States ISO 3166-1 alpha-3, addresses below the folder of the language. A text that stands in
another language than the file's says so (``language``), and a translation that no person has read yet says
``unreviewed``. ``names.py`` has what all files share, ``lines.py`` a provision or a step, ``files.py`` the
four kinds of file, and the lists of States and of records.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generators.corpus.addresses import CITATIONS, INDICATOR_FORM, Target, address
from generators.corpus.corpus import Corpus
from generators.data import calendars, citations, feeds, files, tables
from generators.data.indicator_form import form
from generators.document.phrases import Phrases
from generators.translate.localizer import Localizer

__all__ = ["FORMAT", "NAME", "is_data", "outputs", "work_out", "writers"]

FORMAT = "1.1"
NAME = "index.json"
"""The name of each file that says what a page says; its folder is the address of that page."""

_KINDS = (
    *(NAME, ".ics", ".xlsx", "/feed.xml", ".csv", ".sqlite", "/datapackage.json", "/metadata.json"),
    *(f"/{name}" for name in CITATIONS.values()),
)

_LISTS = {"states": files.states, "instruments": files.records}
_CITATIONS = {
    CITATIONS["CSL-JSON"]: "application/vnd.citationstyles.csl+json",
    CITATIONS["RIS"]: "application/x-research-info-systems",
    CITATIONS["BibTeX"]: "application/x-bibtex",
}


def is_data(path: str) -> bool:
    """Whether a path may be that of a file of data."""
    return path.endswith(_KINDS)


def writers(corpus: Corpus, language: str, base: str = "") -> Mapping[str, Callable[[], bytes]]:
    """What writes each file of a language, by its path below the folder of the language; ``base`` is the
    absolute address of that folder, for files that are read elsewhere.
    """
    phrases = Phrases(Localizer(corpus, language))
    kinds = (
        ("record", corpus.records, files.record),
        ("record", corpus.mechanisms, files.mechanism),
        ("state", corpus.all_states, files.state),
        ("topic", corpus.vocabularies.of("topics"), files.topic),
    )
    found = {
        f"{address(Target(kind, name))}{NAME}": partial(_written, phrases, make, name)
        for kind, names, make in kinds
        for name in names
    }
    listed = {
        f"{address(Target('page', name))}{NAME}": partial(_written, phrases, make, "")
        for name, make in _LISTS.items()
    }
    return {
        **listed,
        **found,
        **({INDICATOR_FORM: partial(form, phrases)} if corpus.vocabularies.of("indicators") else {}),
        **dict(calendars.writers(phrases, base)),
        **feeds.writers(phrases, base),
        **dict(tables.writers(phrases, base)),
        **dict(citations.writers(phrases, base)),
    }


def beside(corpus: Corpus, target: Target) -> Mapping[str, str]:
    """The files beside the page of a target that say what it says, by name, with their media types."""
    if target.kind == "record" and target.name in corpus.records:
        return {NAME: "application/json", **_CITATIONS}
    listed = target.kind == "page" and target.name in _LISTS
    return {NAME: "application/json"} if listed or target.kind in ("record", "state", "topic") else {}


def outputs(corpus: Corpus, language: str, base: str = "") -> Iterator[tuple[str, bytes]]:
    """The files of a language, by their paths below its folder; the same corpus gives the same bytes."""
    for path, write in writers(corpus, language, base).items():
        yield path, write()


def work_out(corpus: Corpus) -> None:
    """Work out what files of all languages share, before processes that write them are copied."""
    tables.work_out(corpus)


def _written(phrases: Phrases, make: Callable[[Phrases, str], dict[str, object]], name: str) -> bytes:
    head = {"format": FORMAT, "language": phrases.language, "day": phrases.corpus.today.isoformat()}
    return json.dumps({**head, **make(phrases, name)}, ensure_ascii=False, separators=(",", ":")).encode()
