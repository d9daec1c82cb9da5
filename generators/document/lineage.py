"""What a text rests on and what rests on it, in order of time."""

from __future__ import annotations

from collections.abc import Collection

from generators.corpus import lineage, record_profile
from generators.document import sentences
from generators.document.blocks import Item, Lineage, Section, Strand
from generators.document.phrases import Phrases
from generators.document.record_identity import relation_words
from generators.document.runs import Run, Strong, joined

_LEAST = 3  # of two texts the lineage that stands beside says all there is
_UPWARDS = ("supersedes", "is-to-supersede", "amends", "is-to-amend", "implements")


def section(phrases: Phrases, name: str) -> Section | None:
    """The line of a record, drawn and in words; None where fewer than three texts are in it."""
    found = lineage.line(phrases.corpus, name)
    if len(found.records) < _LEAST:
        return None
    bonds = {track.bond for track in found.tracks}
    drawn = Lineage(
        [_item(phrases, each, each == name, found.records) for each in found.records],
        [Strand(track.bond, track.lane, track.older, track.newer) for track in found.tracks],
        found.records.index(name),
        [(bond, relation_words(phrases, bond)) for bond in lineage.BONDS if bond in bonds],
    )
    return Section(phrases.ui("What it rests on, and what rests on it"), [drawn])


def _item(phrases: Phrases, record: str, here: bool, line: Collection[str]) -> Item:
    """A text of the line: its year and name, and what it does to older ones; a text of the line leads to its
    page in its own row alone.
    """

    def plain(name: str) -> list[Run]:
        return phrases.plain(phrases.localizer.short(name))

    name: list[Run] = [Strong(plain(record))] if here else phrases.name(record)
    about = joined(
        phrases.labelled(
            relation_words(phrases, relation),
            joined(
                (plain(each) if each in line else phrases.name(each) for each in others),
                phrases.localizer.comma,
            ),
        )
        for relation, others in record_profile.relations(phrases.corpus, record)
        if relation in _UPWARDS
    )
    sign = phrases.force_sign(phrases.corpus.records[record].binding)
    return Item([*sign, " ", *name], about, sentences.year(phrases, record))
