"""One record: what it is, where it stands, what it says, who is bound, where that was read."""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import record_profile
from generators.corpus.cldr import sort_key
from generators.corpus.record_profile import OrderedProvision
from generators.document import commonmark, record_identity, sentences
from generators.document.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Fold,
    Item,
    List,
    Paragraph,
    Section,
    facts,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.runs import Run, Text, joined
from generators.model.citations import Source
from generators.model.records import Indicator, Objective, Party, Record, Step


def document(say: Phrases, name: str) -> Document:
    """All that is recorded of a record (``name`` is its id), without its title."""
    model = say.corpus.records[name]
    parts = (_summary, _provisions, _objectives, _indicators, _steps, _reporting, _parties, _silent, _answers)
    sections = [section for part in parts if (section := part(say, name, model))]
    return Document(
        head=list(_head(say, name, model)),
        sections=[*sections, *sources(say, model.sources), _cite(say, name)],
        aside=list(record_identity.sections(say, name, model)),
    )


def _head(say: Phrases, name: str, model: Record) -> Iterator[Block]:
    if model.language not in model.official_titles:
        yield from notes(
            say.ui("Descriptive title: no official title in this language of the record was seen.")
        )
    yield Paragraph(sentences.facts(say, name), "facts")
    if model.confidence == "recalled":
        yield Paragraph(say.confidence("recalled"))
    if model.official_titles:
        number = len(model.official_titles)
        titles = say.counted("{n} official title", "{n} official titles", number)
        yield Fold(titles, [official_names(say, model.official_titles)], role="titles")


def official_names(say: Phrases, by_language: dict[str, str]) -> Facts:
    """Official titles or names, each in its language."""
    rows = [Fact(say.language_name(tag), [Text(text, tag)]) for tag, text in sorted(by_language.items())]
    return Facts(rows, "titles")


def _summary(say: Phrases, name: str, model: Record) -> Section | None:
    if not model.summary:
        return None
    said = say.localizer.said(name, model.summary)
    paragraphs = [Paragraph(runs) for runs in commonmark.paragraphs(said, say.language)]
    return Section(say.ui("Summary"), [*paragraphs, *notes(say.translation_note(said))], "summary")


# -- what it says ----------------------------------------------------------------------------------------


def _provisions(say: Phrases, name: str, model: Record) -> Section | None:
    if not model.provisions:
        return None
    pillars = [
        Section(
            say.label("pillars", pillar),
            [
                Section(say.entry("topics", topic), [Entries([provision(say, name, line) for line in lines])])
                for topic, lines in topics
            ],
        )
        for pillar, topics in record_profile.by_pillar(say.corpus, name)
    ]
    return Section(say.ui("Provisions"), pillars, "provisions")


def provision(say: Phrases, name: str, line: OrderedProvision) -> Entry:
    """A provision on its record's page, with what else it bears on."""
    each = line.provision
    about = [
        say.name_of_place(each.ref, name, line.anchor),
        say.label("strengths", each.strength),
        say.confidence(say.corpus.confidence_of(name, each)),
        sentences.span(say, each.from_, each.until),
        *(say.entry("topics", other) for other in line.topics[1:]),
    ]
    return Entry(
        text=say.text_of(name, each.says),
        about=[joined(about)],
        value=say.measure(each.value),
        sign=say.sign("strengths", each.strength, True),
        anchor=line.anchor,
    )


def _objectives(say: Phrases, name: str, model: Record) -> Section | None:
    if not model.objectives:
        return None
    anchored = zip(say.corpus.anchors[name].objectives, model.objectives, strict=True)
    lines = [_line(say, name, anchor, line) for anchor, line in anchored]
    return Section(say.ui("Objectives"), [Entries(lines, "objectives")], "objectives")


def _indicators(say: Phrases, name: str, model: Record) -> Section | None:
    if not model.indicators:
        return None
    anchored = zip(say.corpus.anchors[name].indicators, model.indicators, strict=True)
    lines = [_line(say, name, anchor, line, line.measures or "") for anchor, line in anchored]
    return Section(say.ui("Indicators"), [Entries(lines, "indicators")], "indicators")


def _line(say: Phrases, name: str, anchor: str, line: Objective | Indicator, measures: str = "") -> Entry:
    measured = say.label("indicators", measures) if measures else []
    sure = say.confidence(say.corpus.confidence_of(name, line))
    about = joined((say.reference(line.ref), measured, sure))
    return Entry(say.text_of(name, line.says), [about], anchor=anchor)


def _steps(say: Phrases, name: str, model: Record) -> Section | None:
    if not model.steps:
        return None
    inferred = (
        say.ui("Who acts is our reading: the source does not name the actors.") if model.who_inferred else []
    )
    anchored = zip(say.corpus.anchors[name].steps, model.steps, strict=True)
    entries = [step(say, name, number, *each) for number, each in enumerate(anchored, 1)]
    return Section(say.ui("Steps of a case"), [*notes(inferred), Entries(entries, "steps")], "steps")


def step(say: Phrases, name: str, number: int, anchor: str, each: Step) -> Entry:
    """A step of a procedure on its record's page."""
    about = (
        say.reference(each.ref),
        sentences.labels(say, "roles", each.who),
        say.text_of(name, each.time_limit) if each.time_limit else [],
        say.measure(each.value),
        say.confidence(say.corpus.confidence_of(name, each)),
    )
    return Entry(
        text=say.text_of(name, each.does),
        about=[joined(about)],
        label=say.entry("stages", each.stage),
        number=say.localizer.number(number),
        anchor=anchor,
    )


def _reporting(say: Phrases, name: str, model: Record) -> Section | None:
    duty = model.reporting
    if duty is None:
        return None
    to = say.text_of(name, duty.to)
    rows = [
        (say.ui("Who reports"), say.label("roles", duty.by)),
        (say.ui("To whom"), say.labelled(say.name(duty.to_mechanism), to) if duty.to_mechanism else to),
        (say.ui("How often"), sentences.every(say, duty)),
        (say.ui("When"), say.text_of(name, duty.cadence) if duty.cadence else []),
        (say.ui("Next due"), say.date(duty.next) if duty.next else []),
        (say.ui("Where it says so"), say.reference(duty.ref)),
    ]
    return Section(say.ui("Reporting"), [facts(rows)], "reporting")


# -- who is bound ----------------------------------------------------------------------------------------


def _parties(say: Phrases, name: str, model: Record) -> Section | None:
    if not (model.parties or model.named_parties):
        return None
    heading = say.ui("Parties") if model.binding else say.ui("Participating States")
    return Section(heading, list(_party_blocks(say, name, model)), "parties")


def _party_blocks(say: Phrases, name: str, model: Record) -> Iterator[Block]:
    corpus = say.corpus
    listed = sorted(
        model.parties.states if model.parties else (),
        key=lambda each: sort_key(say.localizer.state(each.state)),
    )
    now, ahead, past = (
        [Item(_party(say, name, each)) for each in listed if corpus.phase(each) == phase]
        for phase in ("now", "ahead", "past")
    )
    if number := corpus.party_count(name):
        as_of = say.ui("as of {date}", date=say.date(model.parties.as_of)) if model.parties.as_of else []
        known = joined((say.counted("{n} State", "{n} States", number), as_of), say.localizer.comma)
        sure = say.confidence_sign(model.parties.confidence or model.confidence)
        yield Paragraph([*known, " ", *sure])
        if not now:
            yield from notes(say.ui("Only the number was read; no list of States is recorded here."))
    if now:
        yield List(now, "states")
    for label, states in ((say.ui("To come"), ahead), (say.ui("No longer bound"), past)):
        if states:
            yield Paragraph([*label, say.localizer.colon])
            yield List(states, "states")
    if model.named_parties:
        label = say.ui("Named in the text as its parties; ratification is not recorded here")
        yield Paragraph(say.labelled(label, sentences.states(say, model.named_parties)))


def _party(say: Phrases, name: str, party: Party) -> list[Run]:
    more = (
        sentences.joined_when(say, party),
        say.text_of(name, party.note) if party.note else [],
        say.confidence_sign(party.confidence) if party.confidence else [],
    )
    return sentences.in_brackets(say.state(party.state), joined(more))


# -- what it does not say, and where that was read -------------------------------------------------------


def _silent(say: Phrases, name: str, model: Record) -> Section | None:
    del name
    if not model.silent:
        return None
    topics = joined(say.entry("topics", code) for code in model.silent)
    read = notes(say.ui("The whole text was read, first to last article."))
    heading = say.ui("On these topics the text says nothing")
    return Section(heading, [Paragraph(["— ", *topics]), *read], "silent")


def _answers(say: Phrases, name: str, model: Record) -> Section | None:
    del model
    answers = [Item(say.name(item)) for item in record_profile.answered_items(say.corpus, name)]
    heading = say.ui("Answers the Dakar consultation of 2010")
    return Section(heading, [List(answers)], "dakar") if answers else None


def sources(say: Phrases, all_: tuple[Source, ...]) -> list[Section]:
    """The section of sources; none where there are no sources."""
    items = [sentences.source(say, each) for each in all_]
    return [Section(say.ui("Sources"), [List(items, "sources")], "sources")] if items else []


def _cite(say: Phrases, name: str) -> Section:
    where = say.ui(
        "In: The Dakar Compendium, record {id}, as of {date}.", id=say.reference(name), date=say.today()
    )
    title = say.plain(say.localizer.title(name))
    return Section(say.ui("How to cite this page"), [Paragraph([*title, ". ", *where], "cite")], "cite")
