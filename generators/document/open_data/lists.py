"""The tables of sources, and of what the codes of the other tables mean."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.document import sentences
from generators.document.open_data.columns import (
    Columns,
    Row,
    Table,
    cells,
    code_labels,
    code_lists,
    source_ids,
)
from generators.document.phrases import Phrases


def sources(phrases: Phrases, base: str = "") -> Table:
    """A row a source of a record, mechanism or item of the consultation."""
    corpus, ui = phrases.corpus, phrases.localizer.gettext
    made = Columns(phrases, "sources", lambda: _sources(corpus), base)
    made.id("owner")
    made.id("id")
    made.place()
    made.named("owner_name", "owner", ui("Record"))
    made.plain("title", "text", ui("Title"))
    made.plain("url", "address", ui("Address"))
    made.coded("kind", "source-kinds", ui("Kind"))
    made.plain("copy", "yes", ui("a third party's copy"))
    made.plain("seen", "day", ui("Read on"))
    return made.table(ui("Sources"), ui("Where each fact was read."), "owner id")


def _sources(corpus: Corpus) -> Iterator[Row]:
    for name, model in sorted({**corpus.mechanisms, **corpus.records, **corpus.items}.items()):
        named = zip(source_ids(model.sources), model.sources, strict=True)
        for number, (source, each) in enumerate(named, 1):
            own = {**cells(each, "title kind seen"), "url": sentences.address(each) or None}
            yield {"owner": name, "id": source, "number": number, **own, "copy": each.copy_}


def vocabulary(phrases: Phrases, base: str = "") -> Table:
    """A row a code of any list."""
    ui = phrases.localizer.gettext
    made = Columns(phrases, "vocabulary", lambda: _entries(phrases), base)
    made.plain("list", "code", ui("List"))
    made.id("code")
    made.place("rank")
    made.worded("label", ui("Term"), lambda: _labels(phrases, made))
    made.localized("definition", lambda: _definitions(phrases, made), ui("Definition"))
    made.plain("sign", "text", ui("Signs"))
    made.plain("pillar", "code", "", "pillars")
    return made.table(ui("Terms"), ui("What the codes of the other tables mean."), "list code")


def _entries(phrases: Phrases) -> Iterator[Row]:
    """The entries of all lists; codes and signs are the same in all languages."""
    for name in code_lists(phrases.corpus):
        entries = phrases.corpus.vocabularies.of(name)
        for rank, code in enumerate(code_labels(phrases, name), 1):
            entry = entries.get(code)
            yield {
                "list": name,
                "code": code,
                "rank": rank,
                "sign": entry and entry.sign,
                "pillar": entry and entry.pillar,
            }


def _labels(phrases: Phrases, made: Columns) -> list[str]:
    pairs = zip(made.of("list"), made.of("code"), strict=True)
    return [code_labels(phrases, name)[code] for name, code in pairs]


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
