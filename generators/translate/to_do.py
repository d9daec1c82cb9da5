"""What a translator does next: the texts of a language that nobody has translated or read, in the order in
which readers are harmed by that. First what misleads, then texts that bind, then those of the pages of
States, then the rest; of equal ones first what is missing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from generators.corpus.asked import asked
from generators.corpus.corpus import Corpus
from generators.corpus.state_profile import state_profile
from generators.text import gettext_files
from generators.text.gettext_files import Catalog, Key, Translation
from generators.translate.units import Unit
from generators.translate.update import INTERFACE, SAID_TO_EDITORS, by_text

Why = Literal["misleads", "binds", "state", "rest"]
MISSING, DOUBTED = "missing", "doubted"
"""No translation, and one that a check objects to; beside the states that catalogs know."""
_WHY: tuple[Why, ...] = ("misleads", "binds", "state", "rest")
_STATES = (gettext_files.STALE, DOUBTED, MISSING, gettext_files.UNREVIEWED)


class Open(NamedTuple):
    """A text to be translated or read: its folder (or ``interface``, ``messages``), its places, its state and
    why it stands where it does in the order; ``found`` is the translation that there is.
    """

    folder: str
    key: Key
    units: Sequence[Unit]
    state: str
    why: Why
    found: Translation | None


def to_do(
    corpus: Corpus,
    language: str,
    texts: Mapping[str, Sequence[Unit]],
    doubted: Collection[tuple[str, int]] = frozenset(),
) -> list[Open]:
    """What is to be done for a language, in order; ``texts`` are those of each folder, ``doubted`` file and
    line of the translations that a check objects to.
    """
    shown = _on_state_pages(corpus)
    found = [
        each
        for folder, units in texts.items()
        for each in _open(
            corpus, folder, units, catalog_of(corpus, folder, language), language, doubted, shown
        )
    ]
    return sorted(found, key=lambda each: (_WHY.index(each.why), _STATES.index(each.state)))


def catalog_of(corpus: Corpus, folder: str, language: str) -> Catalog | None:
    """The catalog of a folder, or of the interface and the messages by their names."""
    library = corpus.library
    own = {INTERFACE: library.interface, SAID_TO_EDITORS: library.messages}.get(folder)
    return library.catalogs.get((folder, language)) if own is None else own.get(language)


def _open(
    corpus: Corpus,
    folder: str,
    units: Sequence[Unit],
    catalog: Catalog | None,
    language: str,
    doubted: Collection[tuple[str, int]],
    shown: Collection[tuple[str, str]],
) -> Iterator[Open]:
    for key, places in by_text(unit for unit in units if unit.wanted(language)).items():
        found = catalog.entries.get(key) if catalog else None
        state = found.state if found else MISSING
        if catalog and found and (catalog.path, found.line) in doubted:
            state = DOUBTED
        if state != gettext_files.REVIEWED:
            why = _why(corpus, folder, key, places, state, shown)
            yield Open(folder, key, places, state, why, found)


def _why(
    corpus: Corpus,
    folder: str,
    key: Key,
    places: Sequence[Unit],
    state: str,
    shown: Collection[tuple[str, str]],
) -> Why:
    if state in (gettext_files.STALE, DOUBTED):
        return "misleads"
    names = (f"{folder}/{unit.place.partition(' ')[0]}" for unit in places)
    if any(name in corpus.records and corpus.records[name].binding for name in names):
        return "binds"
    return "state" if folder == INTERFACE or (folder, key[1]) in shown else "rest"


def _on_state_pages(corpus: Corpus) -> frozenset[tuple[str, str]]:
    """The texts that pages of States say, with their folders: names of mechanisms and of texts, the strongest
    line of each topic, the words of the lists.
    """
    return corpus.cached(("texts of State pages",), lambda: frozenset(_said_of_states(corpus)))


def _said_of_states(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for words in corpus.vocabularies.lists.values():
        yield from (("vocabulary", entry.label) for entry in words.entries)
    for code in corpus.all_states:
        found = state_profile(corpus, code)
        joined = {each.record for each in (*found.binding, *found.pending, *found.joined)}
        records = joined.union(*found.standards.values(), found.reports)
        for name in (*records, *(each.mechanism for each in found.now)):
            model = corpus.model(name)
            own = ("title", "short_title", "name", "short_name")
            yield from ((name.partition("/")[0], getattr(model, key, None) or "") for key in own)
        for _, topics in asked(corpus, {each.record for each in found.binding}):
            for each in topics:
                yield each.strongest.record.partition("/")[0], each.strongest.provision.says
