"""How to cite a page: one sentence, with the day of the data and the address of the page."""

from __future__ import annotations

from generators.corpus.addresses import Target, citation_files
from generators.corpus.corpus import Corpus
from generators.document.blocks import Paragraph, Section
from generators.document.phrases import Phrases
from generators.document.runs import Link, Run, Runs, WebAddress, joined


def of_record(phrases: Phrases, name: str) -> Section:
    """How to cite a record: its title, who adopted it, when."""
    localizer, corpus = phrases.localizer, phrases.corpus
    adopters = joined(
        (phrases.plain(localizer.title(each)) for each in corpus.adopters(name)), localizer.enumeration
    )
    by = joined((adopters, _day(phrases, name)), localizer.comma)
    return section(phrases, Target("record", name), phrases.plain(localizer.title(name)), by)


def section(phrases: Phrases, target: Target, title: Runs, by: Runs = ()) -> Section:
    """How to cite the page of ``target``; ``by`` is who made the thing that it is about, and when."""
    where = phrases.ui(
        "In: The Dakar Compendium, as of {date}: {address}",
        date=phrases.today(),
        address=[WebAddress(target)],
    )
    said = phrases.ui("{title}. {where}", title=by, where=where) if by else where
    whole = phrases.ui("{title}. {where}", title=title, where=said)
    return Section(phrases.ui("How to cite this page"), [Paragraph(whole, "cite")], "cite", "fold")


def with_files(phrases: Phrases, cite: Section, record: str) -> Section:
    """The section with links to the citation of a record in the forms that reference managers read."""
    links = joined([Link([words], to)] for words, to in citation_files(Target("record", record)).items())
    line = phrases.labelled(phrases.ui("For reference managers"), links)
    return cite._replace(blocks=[*cite.blocks, Paragraph(line)])


def _day(phrases: Phrases, name: str) -> list[Run]:
    """The day of a text, with a sign where nothing was read of it."""
    day = phrases.corpus.day(name)
    if day is None:
        return []
    return [
        *phrases.date(day),
        *(phrases.confidence_sign("recalled") if unread(phrases.corpus, name) else []),
    ]


def unread(corpus: Corpus, name: str) -> bool:
    """Whether nobody has read the day by which a record is cited (``Corpus.day``)."""
    model = corpus.records[name]
    event = next((each for each in (model.adopted, model.signature) if each and each.date), "in_force")
    return corpus.confidence_of(name, event) == "recalled"
