"""One record as a chapter: what it is, what it says, who is bound, where that was read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from generators.corpus.cldr import sort_key
from generators.model.citations import Source, last_read
from generators.model.records import Party, Provision, Record, Step
from generators.pdf import parts, sentences
from generators.pdf.ink import STRENGTHS, Ink, Runs, joined, strong
from generators.pdf.parts import Part


class Line(NamedTuple):
    """A provision on the first of its topics, in the order of the vocabulary, with the rest of them."""

    provision: Provision
    topics: tuple[str, ...]


def chapter(ink: Ink, name: str, level: int) -> Iterator[Part]:
    """All that is recorded of a record, without its title; sections stand at ``level``."""
    model = ink.corpus.records[name]
    yield from parts.paras(
        (ink.note(ink.localizer.title(name)), "src"), (sentences.facts(ink, name), "facts")
    )
    if model.language not in model.official_titles:
        yield parts.para(
            ink.say("Descriptive title: no official title in this language of the record was seen."), "src"
        )
    if model.confidence == "recalled":
        yield parts.para(ink.grade("recalled"), "warn")
    yield from _summary(ink, name, model, level)
    yield parts.heading(level, ink.say("Identity"))
    yield parts.facts(_identity(ink, name, model))
    yield from _provisions(ink, name, model, level)
    yield from _objectives(ink, name, model, level)
    yield from _steps(ink, name, model, level)
    yield from _reporting(ink, name, model, level)
    yield from _parties(ink, name, model, level)
    yield from _silent(ink, name, model, level)
    yield from sources(ink, model.sources, level)


def _summary(ink: Ink, name: str, model: Record, level: int) -> Iterator[Part]:
    if model.summary:
        said = ink.localizer.said(name, model.summary)
        yield parts.heading(level, ink.say("Summary"))
        yield from (
            parts.para(ink.plain(type(said)(text, said.language, said.state)))
            for text in said.text.split("\n")
            if text.strip()
        )
        yield from parts.paras((ink.note(said), "src"))


# -- identity ------------------------------------------------------------------------------------------------


def _identity(ink: Ink, name: str, model: Record) -> Iterator[tuple[Runs, Runs]]:
    say, corpus = ink.say, ink.corpus
    yield from sentences.timeline(ink, name)
    yield say("Needs to enter into force"), _threshold(ink, model)
    yield say("Number"), ink.ref(model.number) if model.number else []
    yield say("Region"), sentences.regions(ink, name)
    yield say("Developed by"), joined(ink.title(owner) for owner in model.developed_by)
    yield (
        say("Authentic languages"),
        joined([ink.localizer.language_name(tag)] for tag in model.authentic_languages),
    )
    yield say("Confidence"), ink.graded(model.confidence)
    read = last_read(model.sources)
    yield say("Sources last read"), ink.date(read) if read else []
    yield say("Next review due"), ink.date(model.review.due) if model.review else []
    for label, others in _relations(ink, name):
        yield label, joined(ink.short(other) for other in others if other in corpus.records)
    for language, official in sorted(model.official_titles.items()):
        if language != ink.localizer.language:
            yield (
                say("Title in: {language}", language=[ink.localizer.language_name(language)]),
                ink.tagged(language, official),
            )


def _threshold(ink: Ink, model: Record) -> Runs:
    threshold = model.entry_into_force
    if threshold is None:
        return []
    number = threshold.ratifications
    after = sentences.value(ink, threshold.after)
    return joined(
        (
            ink.numbered("{n} ratification", "{n} ratifications", number) if number else [],
            ink.say("{length} after the last one needed", length=after) if after else [],
            ink.ref(threshold.ref) if threshold.ref else [],
            ink.grade(threshold.confidence) if threshold.confidence else [],
        )
    )


def _relations(ink: Ink, name: str) -> list[tuple[Runs, tuple[str, ...]]]:
    """Relations in both directions; "related" is one list, whoever named the other."""
    own, inverse = ink.corpus.records[name].relations, ink.corpus.inverse
    line = ink.corpus.supersession(name)
    return [
        (ink.say("Supersedes"), line.supersedes),
        (ink.say("Is to supersede"), line.is_to_supersede),
        (ink.say("Superseded by"), line.superseded_by),
        (ink.say("Is to be superseded by"), line.is_to_be_superseded_by),
        (ink.say("Amends"), own.amends),
        (ink.say("Amended by"), inverse["amends"].get(name, ())),
        (ink.say("Implements"), own.implements),
        (ink.say("Implemented by"), inverse["implements"].get(name, ())),
        (ink.say("Related"), tuple(dict.fromkeys((*own.related, *inverse["related"].get(name, ()))))),
    ]


# -- what it says --------------------------------------------------------------------------------------------


def _provisions(ink: Ink, name: str, model: Record, level: int) -> Iterator[Part]:
    """Provisions under the first of their topics, topics under their pillars, all in the order of the
    vocabulary.
    """
    if not model.provisions:
        return
    words = ink.corpus.vocabularies
    topics = words.of("topics")
    lines = [
        Line(each, tuple(sorted(each.topics, key=lambda code: words.rank("topics", code))))
        for each in model.provisions
    ]

    def place(line: Line) -> tuple[int, int]:
        entry = topics.get(line.topics[0])
        return (words.rank("pillars", (entry and entry.pillar) or ""), words.rank("topics", line.topics[0]))

    lines.sort(key=place)
    yield parts.heading(level, ink.say("Provisions"))
    for _, of_pillar in groupby(lines, key=lambda line: place(line)[0]):
        each = list(of_pillar)
        entry = topics.get(each[0].topics[0])
        yield parts.heading(level + 1, ink.word("pillars", (entry and entry.pillar) or ""))
        for topic, of_topic in groupby(each, key=lambda line: line.topics[0]):
            yield parts.heading(level + 2, ink.word("topics", topic))
            yield parts.entries(_entry(ink, name, line) for line in of_topic)


def _entry(ink: Ink, name: str, line: Line) -> Part:
    each = line.provision
    source = joined(
        (
            ink.ref(each.ref),
            [ink.label("strengths", each.strength)],
            ink.grade(ink.corpus.confidence_of(name, each)),
            sentences.span(ink, each.from_, each.until),
            *(ink.word("topics", other) for other in line.topics[1:]),
        )
    )
    body = parts.paras(
        (sentences.value(ink, each.value), "num"), (ink.said(name, each.says), ""), (source, "src")
    )
    return parts.entry(str(STRENGTHS.get(each.strength, 5)), body)


def _objectives(ink: Ink, name: str, model: Record, level: int) -> Iterator[Part]:
    if model.objectives:
        yield parts.heading(level, ink.say("Objectives"))
        lines = ((each.says, each.ref, each.confidence, "") for each in model.objectives)
        yield parts.entries(_line(ink, name, *line) for line in lines)
    if model.indicators:
        yield parts.heading(level, ink.say("Indicators"))
        lines = ((each.says, each.ref, each.confidence, each.measures or "") for each in model.indicators)
        yield parts.entries(_line(ink, name, *line) for line in lines)


def _line(ink: Ink, name: str, says: str, ref: str | None, grade: str | None, measures: str) -> Part:
    measured = ink.word("indicators", measures) if measures else []
    source = joined(
        (ink.ref(ref) if ref else [], measured, ink.grade(grade or ink.corpus.records[name].confidence))
    )
    return parts.entry("", parts.paras((ink.said(name, says), ""), (source, "src")))


def _steps(ink: Ink, name: str, model: Record, level: int) -> Iterator[Part]:
    if model.steps:
        yield parts.heading(level, ink.say("Steps of a case"))
        if model.who_inferred:
            yield parts.para(ink.say("Who acts is our reading: the source does not name the actors."), "src")
        yield parts.entries(_step(ink, name, number, step) for number, step in enumerate(model.steps, 1))


def _step(ink: Ink, name: str, number: int, step: Step) -> Part:
    source = joined(
        (
            ink.ref(step.ref),
            sentences.words(ink, "roles", step.who),
            ink.said(name, step.time_limit) if step.time_limit else [],
            sentences.value(ink, step.value),
            ink.grade(ink.corpus.confidence_of(name, step)),
        )
    )
    body = parts.paras(
        (strong(ink.word("stages", step.stage)), ""), (ink.said(name, step.does), ""), (source, "src")
    )
    return parts.entry(f"{ink.localizer.number(number)}.", body)


def _reporting(ink: Ink, name: str, model: Record, level: int) -> Iterator[Part]:
    duty = model.reporting
    if duty is None:
        return
    every = sentences.value(ink, duty.every)
    to = [*ink.short(duty.to_mechanism), ink.localizer.colon] if duty.to_mechanism else []
    yield parts.heading(level, ink.say("Reporting"))
    yield parts.facts(
        [
            (ink.say("Who reports"), ink.word("roles", duty.by)),
            (ink.say("To whom"), [*to, *ink.said(name, duty.to)]),
            (ink.say("How often"), ink.say("every {length}", length=every) if every else []),
            (ink.say("When"), ink.said(name, duty.cadence) if duty.cadence else []),
            (ink.say("Next due"), ink.date(duty.next) if duty.next else []),
            (ink.say("Where it says so"), ink.ref(duty.ref) if duty.ref else []),
        ]
    )


# -- who is bound --------------------------------------------------------------------------------------------


def _parties(ink: Ink, name: str, model: Record, level: int) -> Iterator[Part]:
    if not (model.parties or model.named_parties):
        return
    corpus = ink.corpus
    listed = (
        sorted(model.parties.states, key=lambda party: sort_key(ink.localizer.state(party.state)))
        if model.parties
        else []
    )
    now, coming, past = (
        [_party(ink, name, party) for party in listed if corpus.phase(party) == phase]
        for phase in ("now", "ahead", "past")
    )
    yield parts.heading(level, ink.say("Parties") if model.binding else ink.say("Participating States"))
    if number := corpus.party_count(name):
        as_of = ink.say("as of {date}", date=ink.date(model.parties.as_of)) if model.parties.as_of else []
        known = joined((ink.numbered("{n} State", "{n} States", number), as_of), ink.localizer.comma)
        yield parts.para([*known, " ", *ink.grade(model.parties.confidence or model.confidence)])
        if not now:
            yield parts.para(ink.say("Only the number was read; no list of States is recorded here."), "src")
    if now:
        yield parts.bullets(now, 2)
    if coming:
        yield parts.para([*ink.say("To come"), ink.localizer.colon])
        yield parts.bullets(coming, 2)
    if past:
        yield parts.para([*ink.say("No longer bound"), ":"])
        yield parts.bullets(past, 2)
    if model.named_parties:
        named = sentences.states(ink, model.named_parties)
        yield parts.para(
            [
                *ink.say("Named in the text as its parties; ratification is not recorded here"),
                ink.localizer.colon,
                *named,
            ]
        )


def _party(ink: Ink, name: str, party: Party) -> Runs:
    more = joined(
        (
            sentences.party(ink, party),
            ink.said(name, party.note) if party.note else [],
            ink.grade(party.confidence) if party.confidence else [],
        )
    )
    return sentences.in_brackets(ink.state(party.state), more)


# -- what it does not say, and where that was read -----------------------------------------------------------


def _silent(ink: Ink, name: str, model: Record, level: int) -> Iterator[Part]:
    if model.silent:
        yield parts.heading(level, ink.say("On these topics the text says nothing"))
        yield parts.para(["— ", *joined(ink.word("topics", code) for code in model.silent)])
        yield parts.para(ink.say("The whole text was read, first to last article."), "src")
    answers = [
        item
        for item, each in ink.corpus.items.items()
        if any(answer.id == name for answer in each.answered_by)
    ]
    if answers:
        yield parts.heading(level, ink.say("Answers the Dakar consultation of 2010"))
        yield parts.bullets(ink.plain(ink.localizer.title(item)) for item in answers)


def sources(ink: Ink, all_: tuple[Source, ...], level: int) -> Iterator[Part]:
    """The sources as numbered notes, each with its address in full."""
    if all_:
        yield parts.heading(level, ink.say("Sources"))
        yield parts.sources(_source(ink, source) for source in all_)


def _source(ink: Ink, source: Source) -> Runs:
    if source.url:
        where = ink.address(source.url)
    else:
        where = (
            ink.ref(f"{source.repo}/{source.path or ''}")
            if source.repo
            else ink.say("named, no address seen")
        )
    return [
        *joined(
            (
                [source.title],
                ink.word("source-kinds", source.kind),
                ink.say("a third party's copy") if source.copy_ else [],
                ink.say("read {date}", date=ink.date(source.seen)) if source.seen else [],
                where,
            )
        )
    ]
