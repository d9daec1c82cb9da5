"""Everything in one volume: the comparisons, the reports that are due, all mechanisms with their records, the
States, and what explains them: indicators, Principles, the Dakar consultation, terms.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import comparisons
from generators.corpus.cldr import sort_key
from generators.corpus.state_profile import state_profile
from generators.pdf import documents_region, documents_stage, documents_topic, parts, sentences
from generators.pdf import documents_vocabulary as vocabulary
from generators.pdf.ink import Ink, Runs, joined
from generators.pdf.parts import Part


def sections(ink: Ink) -> list[Part]:
    """The sections of the volume: comparisons on landscape paper, the rest upright."""
    regions = ink.corpus.vocabularies.of("regions")
    shown: set[str] = set()
    return [
        parts.section([*_topics(ink), *_stages(ink), *_reporting(ink)], landscape=True),
        parts.section([part for region in regions for part in _region(ink, region, shown)]),
        parts.section(
            [
                *_states(ink),
                *vocabulary.indicators(ink),
                *vocabulary.principles(ink),
                *_consultation(ink),
                *vocabulary.terms(ink),
            ]
        ),
    ]


def _topics(ink: Ink) -> Iterator[Part]:
    yield parts.chapter(1, ink.say("Topics"))
    for place, code in enumerate(ink.corpus.vocabularies.of("topics")):
        yield parts.chapter(2, ink.word("topics", code), new_page=bool(place))
        yield from documents_topic.chapter(ink, code, 3, brief=True)


def _stages(ink: Ink) -> Iterator[Part]:
    yield parts.chapter(1, ink.say("Steps of a case"))
    for place, code in enumerate(ink.corpus.vocabularies.of("stages")):
        yield parts.chapter(2, ink.word("stages", code), new_page=bool(place))
        yield from documents_stage.chapter(ink, code, 3, brief=True)


def _reporting(ink: Ink) -> Iterator[Part]:
    corpus = ink.corpus
    duties = [(name, model.reporting) for name, model in corpus.records.items() if model.reporting]
    duties.sort(
        key=lambda pair: (
            pair[1].next.text if pair[1].next else "9999",
            comparisons.position(corpus, pair[0]),
        )
    )
    if not duties:
        return
    yield parts.chapter(1, ink.say("Who reports to whom"))
    head = [ink.say(text) for text in ("Record", "Who reports", "To whom", "How often", "Next due")]
    rows = []
    for name, duty in duties:
        every = ink.say("every {length}", length=sentences.value(ink, duty.every)) if duty.every else []
        cadence = ink.said(name, duty.cadence) if duty.cadence else []
        to = joined((ink.ref(duty.ref) if duty.ref else [], ink.grade(corpus.confidence_of(name, duty))))
        cells = [
            documents_topic.name_cell(ink, name, 0),
            parts.paras((ink.word("roles", duty.by), "")),
            parts.paras((ink.said(name, duty.to), ""), (to, "src")),
            parts.paras((every, "num"), (cadence, "")),
            parts.paras(
                (
                    ink.date(duty.next) if duty.next else ink.say("not recorded here"),
                    "" if duty.next else "src",
                )
            ),
        ]
        rows.append(parts.row(cells))
    yield parts.table(head, (26, 14, 30, 18, 12), [([], rows)])


def _region(ink: Ink, region: str, shown: set[str]) -> Iterator[Part]:
    yield parts.chapter(1, ink.word("regions", region))
    yield from documents_region.overview(ink, region, 2)
    yield from documents_region.chapters(ink, region, 2, shown)


def _states(ink: Ink) -> Iterator[Part]:
    """A row a State; its own volume says more."""
    corpus = ink.corpus
    yield parts.chapter(1, ink.say("States"))
    yield parts.para(
        ink.say("An empty cell means that nothing is recorded here, never that the answer is no."), "src"
    )
    rows = []
    for code in sorted(corpus.all_states, key=lambda code: sort_key(ink.localizer.state(code))):
        found = state_profile(corpus, code)
        bound, own = (
            [each.record for each in found.binding],
            dict.fromkeys(each.mechanism for each in found.now),
        )
        rows.append(
            parts.row([parts.paras((runs, style)) for runs, style in _state(ink, code, bound, list(own))])
        )
    yield parts.table(
        [ink.say("State"), ink.say("Binding texts it is party to"), ink.say("Memberships")],
        (20, 50, 30),
        [([], rows)],
    )


def _state(ink: Ink, code: str, bound: list[str], own: list[str]) -> list[tuple[Runs, str]]:
    return [
        (ink.state(code), ""),
        (joined(ink.short(record) for record in bound), ""),
        (joined(ink.short(name) for name in own), ""),
    ]


def _consultation(ink: Ink) -> Iterator[Part]:
    items = ink.corpus.items
    if not items:
        return
    yield parts.chapter(1, ink.say("The Dakar consultation of 2010"))
    for kind in dict.fromkeys(item.kind for item in items.values()):
        yield parts.heading(2, ink.word("kinds", kind))
        yield parts.entries(_item(ink, name) for name, item in items.items() if item.kind == kind)


def _item(ink: Ink, name: str) -> Part:
    item = ink.corpus.items[name]
    answers = joined(
        ink.title(answer.id)
        for answer in item.answered_by
        if answer.id in ink.corpus.records or answer.id in ink.corpus.mechanisms
    )
    source = joined(
        (ink.ref(item.ref), ink.grade(item.confidence), *(ink.word("topics", topic) for topic in item.topics))
    )
    title = [
        {"t": run, "k": "b"} if isinstance(run, str) else run for run in ink.plain(ink.localizer.title(name))
    ]
    answered: Runs = [*ink.say("Answered by"), ink.localizer.colon, *answers] if answers else []
    return parts.entry(
        "", parts.paras((title, ""), (ink.said(name, item.says), ""), (answered, ""), (source, "src"))
    )
