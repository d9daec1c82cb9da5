"""What applies in a State, binding first; what the texts that bind it ask, by pillar and
topic: the sentence that answers best, and how many other texts speak; on paper the first
sentences of the first texts, and the others by name; and at the end what is not recorded
here, so that absence is never read as "no".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generators.corpus import order
from generators.corpus import parties as parties_of
from generators.corpus.addresses import Target
from generators.corpus.coming import of_state
from generators.corpus.comparisons import AskedOfTopic, asked_of
from generators.corpus.corpus import Corpus
from generators.corpus.located import Adherence, Located, Membership, grouped
from generators.corpus.memo import once
from generators.corpus.state_profile import StateProfile, state_profile
from generators.document import blocks as block
from generators.document import monitoring, parties, reserved, sentences, whom_to_call
from generators.document.blocks import (
    Block,
    Document,
    Fact,
    List,
    Paragraph,
    Section,
    facts,
    notes,
    table,
)
from generators.document.mechanism import change, of_mechanisms, without_members
from generators.document.phrases import Phrases
from generators.document.runs import DOT, Absence, Link, Run, Runs, WebAddress, joined
from generators.document.sharing import shared_line
from generators.model.mechanisms import Change

_TEXTS, _LINES = 5, 2
"""How many texts, and sentences of each, stand on paper under a topic; of the others,
their places.
"""


def document(phrases: Phrases, code: str, with_sentences: bool = False) -> Document:
    """All that is recorded of a State (``code`` is alpha-3), without its name: numbers to
    call, what the texts ask, and behind folds what the answer rests on.
    ``with_sentences``, for paper, says more of what binds it than the first sentence of
    each topic.
    """
    found = state_profile(phrases.corpus, code)
    signed = [
        parties.signature(phrases, each)
        for each in parties_of.signed(phrases.corpus).get(code, ())
    ]
    behind = [
        whom_to_call.section(phrases, code),
        _binding(phrases, found),
        _adherences(
            phrases,
            phrases.ui("Has joined, not yet binding on it"),
            found.pending,
            "pending",
        ),
        List(signed, "records").under(phrases.ui("Signed but not a party"), "signed"),
        _not_bound(phrases, code),
        _named(phrases, code),
        *_standards(phrases, found),
        _reports(phrases, found),
        monitoring.told_to(phrases, code),
        monitoring.dates(phrases, of_state(phrases.corpus, code)),
        of_mechanisms(phrases, [each.mechanism for each in found.now]),
        _memberships(phrases, code, found),
        _adherences(phrases, phrases.ui("No longer bound"), found.former, "left"),
        _joined(phrases, found),
        _not_recorded(phrases, code, found, with_sentences),
    ]
    days = phrases.linked("first-days", code, phrases.ui("First days"))
    between = phrases.linked("between", code, phrases.ui("With another State"))
    doors = Paragraph(joined((days, between), " "), "doors")
    sections = [each._replace(role=each.role or "fold") for each in behind if each]
    if first := (sentences_of if with_sentences else places)(phrases, code):
        sections = [first, *sections]
    return Document(
        [_known(phrases, found), doors, *whom_to_call.first_number(phrases, code)],
        sections,
    )


def _known(phrases: Phrases, found: StateProfile) -> Paragraph:
    """How many texts are known to bind a State, and of how many more that is not known."""
    bound, open_ = (
        len({each.record for each in found.binding}),
        len(found.unlisted_nearby),
    )
    left = phrases.ui("Not known: {n}", n=phrases.number(open_)) if open_ else []
    none = phrases.ui("We know no text that binds this State.")
    known = phrases.ui("Binding texts: {n}", n=phrases.number(bound)) if bound else none
    return Paragraph(joined((known, left), DOT if bound else " "), "facts")


# -- the texts that it joined ------------------------------------------------------------


def _binding(phrases: Phrases, found: StateProfile) -> Section:
    """The texts that bind a State, those on trafficking first; that none is known, where
    none is.
    """
    heading = phrases.ui("Binding texts it is party to, and since when")
    why = phrases.ui(
        "None of our lists of parties names this State. Before you decide that no text binds it, check "
        "with the depositary of each text below."
    )
    columns = [phrases.ui("Text"), phrases.ui("Since when, how, and by which list")]
    ordered = sorted(
        found.binding, key=lambda each: _nearness(phrases.corpus, each.record)
    )
    rows = [parties.bound_row(phrases, each) for each in ordered]
    if not rows:
        return Section(heading, [Paragraph(why)], "binding")
    unsought = phrases.ui(
        "Reservations: where a line names none and gives no day for that, nobody has looked for one."
    )
    return Section(
        heading, [table(heading, columns, rows, "parties"), *notes(unsought)], "binding"
    )


@once
def _nearness(corpus: Corpus, record: str) -> tuple[int, int, str]:
    """What puts the texts on trafficking first, of equal ones those that speak on most
    topics.
    """
    model = corpus.records[record]
    near = corpus.vocabularies.rank("nearness", model.about or "")
    return (
        near,
        -len({topic for line in model.provisions for topic in line.topics}),
        record,
    )


def _adherences(
    phrases: Phrases, heading: Runs, each: tuple[Adherence, ...], anchor: str
) -> Section | None:
    return List([parties.adherence(phrases, one) for one in each], "records").under(
        heading, anchor
    )


# -- memberships -------------------------------------------------------------------------


def _memberships(phrases: Phrases, code: str, found: StateProfile) -> Section:
    def listed(of: tuple[Membership, ...]) -> List:
        return List([_membership(phrases, each) for each in of], "columns")

    none = Paragraph(phrases.ui("We know of no organisation to which it belongs."))
    told = _changes(phrases.corpus).get(code, ())
    changes = [
        block.ListItem(change(phrases, name, phrases.name(name), each))
        for name, each in told
    ]
    blocks = [
        *(listed(found.now).shown() or [none]),
        *listed(found.ahead).behind(phrases.ui("To come"), phrases.localizer.colon),
        *listed(found.past).behind(
            phrases.ui("Former memberships"), phrases.localizer.colon
        ),
        *List(changes).shown(),
    ]
    return Section(phrases.ui("Memberships"), blocks, "memberships")


@once
def _changes(corpus: Corpus) -> Mapping[str, tuple[tuple[str, Change], ...]]:
    """What mechanisms say of a State that comes or goes, by State."""
    pairs = (
        (name, each)
        for name, model in corpus.mechanisms.items()
        for each in model.changes
    )
    return grouped((each.state, (name, each)) for name, each in pairs)


def _membership(phrases: Phrases, each: Membership) -> block.ListItem:
    span = sentences.span(phrases, each.member.since, each.member.until)
    note = phrases.text_of(each.mechanism, each.member.note)
    return block.ListItem(phrases.title_link(each.mechanism), joined((span, note)))


def _not_bound(phrases: Phrases, code: str) -> Section | None:
    """The acts of its organisations that do not bind it although it is a member, and why."""
    found = parties_of.not_bound(phrases.corpus).get(code, ())
    items = [parties.exempt(phrases, each) for each in found]
    return List(items, "records").under(phrases.ui("Does not take part"), "not-bound")


def _named(phrases: Phrases, code: str) -> Section | None:
    records = sentences.names(phrases, parties_of.named(phrases.corpus).get(code, ()))
    heading = phrases.ui(
        "Named as a party in the text. We do not know whether it ratified."
    )
    return Section(heading, [Paragraph(records)], "named") if records else None


def _joined(phrases: Phrases, found: StateProfile) -> Section | None:
    """The texts that never bind: those that the State takes part in, will take part in,
    and did.
    """

    def listed(of: tuple[Adherence, ...]) -> List:
        return List([parties.adherence(phrases, each) for each in of], "records")

    sure = phrases.corpus.confidence_in
    items = [sentences.record_item(phrases, of.record, sure(*of)) for of in found.joined]
    blocks = [
        *List(items, "records").shown(),
        *listed(found.joining).behind(phrases.ui("To come"), phrases.localizer.colon),
        *listed(found.parted).behind(
            phrases.ui("No longer taking part"), phrases.localizer.colon
        ),
    ]
    return (
        Section(phrases.ui("Takes part but is not bound"), blocks, "joined")
        if blocks
        else None
    )


# -- what its mechanisms ask -------------------------------------------------------------


def _standards(phrases: Phrases, found: StateProfile) -> Iterator[Section]:
    """Records of the State's mechanisms that it need not join one by one, because they do
    not bind.
    """
    ui = phrases.localizer.gettext
    headings = {
        "instrument": ui("Standards of its organisations, not binding"),
        "action-plan": ui("Action plans of its organisations"),
        "sop": ui("Procedures of its organisations"),
    }
    for kind, records in found.standards.items():
        own, law = order.apart(phrases.corpus, records)
        items = [sentences.record_item(phrases, each, force=False) for each in own]
        said = phrases.label("forces", "not-binding") if kind != "instrument" else []
        by_name, listed = (
            sentences.law_by_name(phrases, law),
            List(items, "records").shown(),
        )
        yield Section([headings[kind]], [*notes(said), *listed, *by_name], kind)


def _reports(phrases: Phrases, found: StateProfile) -> Section | None:
    """The reports that are owed: to whom and how often; under general law, by name."""
    own, law = order.apart(phrases.corpus, found.reports)
    items = List([monitoring.duty(phrases, record) for record in own])
    blocks = [*items.shown(), *sentences.law_by_name(phrases, law, "reporting")]
    return Section(phrases.ui("Reports due"), blocks, "reports") if blocks else None


# -- what is not known -------------------------------------------------------------------


def _not_recorded(
    phrases: Phrases, code: str, found: StateProfile, named: bool
) -> Section:
    here = [phrases.localizer.state_in_sentence(code)]
    warning = phrases.ui(
        "If a text is not on this page, it may still apply in {state}.", state=here
    )
    elsewhere = _unlisted(phrases, found.unlisted_elsewhere)
    counted = phrases.counted("{n} text", "{n} texts", len(found.unlisted_elsewhere))
    nearby = phrases.ui("Binding texts: we do not know whether the State is a party")
    others = phrases.ui("Texts of other regions: we do not know either")
    rows = [
        Fact(nearby, _unlisted(phrases, found.unlisted_nearby)),
        Fact(
            others,
            blocks=[block.Fold(counted, [Paragraph(elsewhere)])] if elsewhere else (),
        ),
        Fact(
            phrases.ui("Organisations whose members we do not know"),
            _unknown_members(phrases, named),
        ),
        Fact(
            phrases.ui("National law"),
            phrases.ui("This site holds regional and global texts only."),
        ),
    ]
    known = block.Facts([row for row in rows if row.value or row.blocks], "lists")
    return Section(
        phrases.ui("What we do not have"),
        [Paragraph(warning), known],
        "not-recorded",
        "gap",
    )


@once
def _unlisted(phrases: Phrases, names: tuple[str, ...]) -> list[Run]:
    return shared_line(sentences.names(phrases, names))


def _unknown_members(phrases: Phrases, named: bool) -> list[Run]:
    """The mechanisms that have no members listed here, ``named``; else how many: they are
    the same for every State, so one page names them for all.
    """
    unknown = without_members(phrases.corpus)
    if named:
        return _unlisted(phrases, unknown)
    counted = phrases.counted(
        "{n} organisation or process", "{n} organisations and processes", len(unknown)
    )
    return [Link(counted, Target("page", "status", "known"))] if unknown else []


def overview(phrases: Phrases, codes: list[str]) -> block.Table:
    """A row a State: the binding texts it is party to, and its memberships."""
    lines = [(phrases.state(code), *_bound_and_member(phrases, code)) for code in codes]
    rows = [block.Row([[Paragraph(cell)] for cell in cells]) for cells in lines]
    return table(
        phrases.ui("States"),
        [phrases.ui("State"), *_overview_labels(phrases)],
        rows,
        "states",
    )


def brief(phrases: Phrases, code: str) -> Document:
    """The row of a State as a document, with the address of its page, which says more."""
    absent = Absence(silent=False, words=phrases.localizer.gettext("we do not have this"))
    values = (each or [absent] for each in _bound_and_member(phrases, code))
    rows = zip(_overview_labels(phrases), values, strict=True)
    address = phrases.ui("Address"), [WebAddress(Target("state", code))]
    return Document([facts([*rows, address])], ())


def _overview_labels(phrases: Phrases) -> tuple[Runs, Runs]:
    return phrases.ui("Binding texts it is party to"), phrases.ui("Memberships")


def _bound_and_member(phrases: Phrases, code: str) -> tuple[Runs, Runs]:
    found = state_profile(phrases.corpus, code)
    bound = sentences.names(phrases, dict.fromkeys(each.record for each in found.binding))
    return bound, sentences.names(
        phrases, dict.fromkeys(each.mechanism for each in found.now)
    )


def places(phrases: Phrases, code: str) -> Section | None:
    """By whom a topic's question is about, a victim first: the question, which leads to
    the topic for this State (``code`` is alpha-3), the first sentence that binds it, and
    how many other texts speak on it; after these the questions to which only general law
    speaks, for its first sentence would read as the answer, and is about other persons
    than victims of trafficking.
    """
    topics, found = (
        phrases.corpus.vocabularies.of("topics"),
        asked_of(phrases.corpus, code),
    )
    labels = {
        "victim": phrases.ui("About a victim"),
        "child": phrases.ui("About a child"),
        "accused": phrases.ui("About the crime and the accused"),
        "state": phrases.ui("About what the State must organise"),
    }
    about = grouped((each.person or "state", topic) for topic, each in topics.items())
    answered, folds = {each.topic for each in found}, []
    for key, label in labels.items():
        asked = [each for each in found if each.topic in about.get(key, ())]
        if not asked:
            continue
        said = [
            _asked(phrases, code, each)
            for each in asked
            if each.records or not each.general
        ]
        general = [
            _asked(phrases, code, each)
            for each in asked
            if each.general and not each.records
        ]
        left = [topic for topic in about[key] if topic not in answered]
        blocks = [
            *([block.Facts(said, "lists")] if said else []),
            *_general(phrases, general),
        ]
        counted = joined((label, phrases.number(len(asked))))
        folds.append(
            block.Fold(
                counted, [*blocks, *_unsaid(phrases, code, left)], open=key == "victim"
            )
        )
    unread = reserved.unread(phrases, (each.leading for each in found), code)
    return (
        Section(phrases.ui("What the texts ask"), [*folds, *unread], "topics")
        if folds
        else None
    )


def _asked(phrases: Phrases, code: str, each: AskedOfTopic) -> Fact:
    """The question of a topic, and what answers it; of general law alone, its places; and
    from what reservations free the State.
    """
    question = phrases.definition("topics", each.topic, "question")
    link = phrases.linked("topic-in", f"{each.topic}/{code}", question)
    freed = reserved.freed(phrases, each.reserved)
    if each.records:
        said = [*_not_said(phrases, code, each.topic), *_topic(phrases, code, each)]
        return Fact(link, blocks=[*said, *freed])
    return Fact(link, blocks=[*notes(_places(phrases, each)), *freed])


def _not_said(phrases: Phrases, code: str, topic: str) -> list[Block]:
    """That no text which binds the State says what readers most ask of a topic, where
    that is so.
    """
    corpus = phrases.corpus
    entry, bound = corpus.vocabularies.of("topics")[topic], corpus.bound_by(code)
    if not entry.unsaid or any(line.partition("#")[0] in bound for line in entry.lines):
        return []
    return [Paragraph(phrases.definition("topics", topic, "unsaid"))]


def _unsaid(phrases: Phrases, code: str, topics: list[str]) -> list[Block]:
    """The topics on which nothing was found in the texts that bind a State: what has no
    row is no "no".
    """
    links = [
        phrases.linked("topic-in", f"{each}/{code}", phrases.label("topics", each))
        for each in topics
    ]
    none = phrases.ui("We found nothing in the texts that bind this State on")
    return notes(phrases.labelled(none, joined(links)))


def _general(phrases: Phrases, rows: Sequence[Fact]) -> list[Block]:
    none = phrases.ui(
        "No text on trafficking that we have read and that binds this State answers these questions. General "
        "law says something on them:"
    )
    return [Paragraph(none), block.Facts(rows, "lists")] if rows else []


def _topic(phrases: Phrases, code: str, each: AskedOfTopic) -> list[Block]:
    """The first sentence on a topic, and what limits it for the State."""
    leading, left = each.leading, len(each.records) + len(each.general) - 1

    def line() -> block.Entries:
        more = phrases.some("{n} more text", "{n} more texts", left)
        place = joined((sentences.place(phrases, leading), more))
        return block.Entries(
            [sentences.line(phrases, leading, each.topic, place=place)], "cells"
        )

    shown = phrases.shared(("asked", each.topic, leading.place, left), line)
    return [shown, *reserved.beside(phrases, leading, code)]


def _places(phrases: Phrases, each: AskedOfTopic) -> Runs:
    """Where general law speaks on a topic."""
    return joined(sentences.places(phrases, lines) for lines in each.general)


def sentences_of(phrases: Phrases, code: str) -> Section | None:
    """By topic, what binds the State, in the one order: what the first texts say, and
    where others speak.
    """
    said = (
        (each.topic, _said(phrases, code, each))
        for each in asked_of(phrases.corpus, code)
    )
    topics: list[Block] = [
        Section(phrases.entry("topics", topic), blocks) for topic, blocks in said
    ]
    leading = (each.leading for each in asked_of(phrases.corpus, code))
    topics += reserved.unread(phrases, leading, code)
    return (
        Section(phrases.ui("What they ask, by topic"), topics, "topics")
        if topics
        else None
    )


def _said(phrases: Phrases, code: str, each: AskedOfTopic) -> list[Block]:
    near = each.records
    general = phrases.labelled(
        sentences.general_law(phrases, len(each.general)), _places(phrases, each)
    )
    freed = reserved.freed(phrases, each.reserved)
    if not near:
        none = phrases.ui(
            "No text on trafficking that we have read and that binds this State says anything about this."
        )
        return [Paragraph(none), *notes(general), *freed]
    shown = [line for lines in near[:_TEXTS] for line in lines[:_LINES]]
    left = [
        rest
        for place, lines in enumerate(near)
        if (rest := lines[_LINES if place < _TEXTS else 0 :])
    ]
    also = phrases.labelled(
        phrases.ui("Also"), joined(sentences.places(phrases, lines) for lines in left)
    )
    entries = block.Entries(
        [_line(phrases, code, line, each.topic) for line in shown], "cells"
    )
    return [*_not_said(phrases, code, each.topic), entries, *notes(also, general), *freed]


def _line(phrases: Phrases, code: str, line: Located, topic: str) -> block.Entry:
    """A sentence, and below it what limits it for the State."""
    said, limits = (
        sentences.line(phrases, line, topic),
        reserved.beside(phrases, line, code),
    )
    return said._replace(more=[*said.more, *limits]) if limits else said
