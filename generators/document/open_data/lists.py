"""The tables of sources, and of what the codes of the other tables mean."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.document import sentences
from generators.document.open_data import codes
from generators.document.open_data.columns import Columns, Own, day, own
from generators.document.open_data.table import Column, Table
from generators.document.phrases import Phrases


def sources(phrases: Phrases, base: str = "") -> Table:
    """A row a source of a record, mechanism or item of the consultation."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, "sources", lambda: _sources(corpus), base)
    made.plain("owner", "code", ui("The id of the record, mechanism or item that it is a source of."))
    made.plain("number", "whole", ui("The place in the list, from 1."))
    made.named("owner_name", "owner", ui("What that is usually called."), ui("Record"))
    made.plain("title", "text", ui("Title and publisher of what was read, in English."), ui("Title"))
    made.plain("url", "address", ui("Its address, where one was seen."), ui("Address"))
    made.coded("kind", "source-kinds", ui("The text itself, or what others say of it."), ui("Kind"))
    made.plain("copy", "yes", ui("Whether it is a third party's copy of an official publication."))
    made.plain("seen", "day", ui("The day on which it was read."), ui("As of"))
    return made.table(ui("Sources"), ui("Where each fact was read."), "owner number")


def _sources(corpus: Corpus) -> Own:
    owners = {**corpus.mechanisms, **corpus.records, **corpus.items}
    return own(
        "owner number title url kind copy seen",
        (
            (name, number, each.title, sentences.address(each) or None, each.kind, each.copy_, day(each.seen))
            for name, model in sorted(owners.items())
            for number, each in enumerate(model.sources, 1)
        ),
    )


def vocabulary(phrases: Phrases, base: str = "") -> Table:
    """A row a code of any list."""
    ui = phrases.localizer.gettext
    made = Columns(phrases, "vocabulary", lambda: own("list code rank sign pillar", _entries(phrases)), base)
    made.plain("list", "code", ui("The name of the list."), ui("List"))
    made.plain("code", "code", ui("The code, as it stands in the other tables."))
    made.plain("rank", "whole", ui("The place in the list, from 1."))
    made.add(Column("label", "text", ui("What it is called."), ui("Label")), lambda: _labels(phrases, made))
    meaning = ui("What it means.")
    made.localized("definition", lambda: _definitions(phrases, made), meaning, ui("Definition"))
    made.plain("sign", "text", ui("The sign that stands for it on pages."))
    made.plain("pillar", "code", ui("Of a topic: its pillar."), "", "pillars")
    return made.table(ui("Vocabulary"), ui("What the codes of the other tables mean."), "list code")


def _entries(phrases: Phrases) -> Iterator[tuple]:
    """The entries of all lists; codes and signs are the same in all languages."""
    for name in codes.lists(phrases.corpus):
        entries = phrases.corpus.vocabularies.of(name)
        for rank, code in enumerate(codes.labels(phrases, name), 1):
            entry = entries.get(code)
            yield name, code, rank, entry and entry.sign, entry and entry.pillar


def _labels(phrases: Phrases, made: Columns) -> list[str]:
    pairs = zip(made.of("list"), made.of("code"), strict=True)
    return [codes.labels(phrases, name)[code] for name, code in pairs]


def _definitions(phrases: Phrases, made: Columns) -> list[Localized | None]:
    """The definitions of the vocabulary; what follows from the records has its label alone."""
    lists = phrases.corpus.vocabularies
    found = zip(made.of("list"), made.of("code"), strict=True)
    return [
        phrases.localizer.word(name, code, "definition")
        if (entry := lists.of(name).get(code)) and entry.definition
        else None
        for name, code in found
    ]
