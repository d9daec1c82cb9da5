"""The page of one record: what it is, where it stands, what it says, who is bound, where that was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from generators.corpus import addresses
from generators.corpus.cldr import sort_key
from generators.html import phrases
from generators.html.desk import Desk
from generators.html.page import Page, Press
from generators.model.citations import last_read
from generators.model.records import Party, Provision, Record


@dataclass(frozen=True, slots=True)
class Line:
    """A provision as it is shown: on the first of its ``topics``, with links to the comparisons of all of
    them.
    """

    topics: tuple[str, ...]
    written: Markup


def pages(press: Press) -> Iterator[Page]:
    """One page a record."""
    corpus = press.localizer.corpus
    for name, model in corpus.records.items():
        title = press.localizer.title(name).text
        yield press.page(
            "record.html.j2",
            addresses.record(name),
            "plans" if model.kind == "action-plan" else "mechanisms",
            title,
            lambda desk, name=name, model=model: _view(desk, name, model),
            description=_description(press, name, model),
            source=f"instruments/{name}.yml",
        )


def _description(press: Press, name: str, model: Record) -> str:
    if model.summary:
        return press.localizer.said(name, model.summary).text.split("\n")[0][:300]
    owner = press.localizer.title(name.partition("/")[0]).text
    return f"{press.localizer.title(name).text}. {press.localizer.label('types', model.type)}, {owner}."


def _view(desk: Desk, name: str, model: Record) -> dict[str, Any]:
    return {
        "name": name,
        "model": model,
        "facts": phrases.facts(desk, name),
        "crumbs": _crumbs(desk, name),
        "titles": sorted(model.official_titles.items()),
        "descriptive": model.language not in model.official_titles,
        "pillars": _by_pillar(desk, name, model),
        "dates": phrases.timeline(desk, model),
        "threshold": _threshold(desk, model),
        "relations": _relations(desk, name),
        "period": phrases.period(desk, model.period) if model.period else "",
        "parties": _parties(desk, model),
        "past_parties": [
            _party(desk, party) for party in _sorted(desk, model) if not desk.corpus.is_party(party)
        ],
        "named": phrases.states(desk, model.named_parties),
        "party_count": desk.corpus.party_count(name),
        "steps": [
            (number, step, desk.corpus.confidence_of(name, step), phrases.value(desk, step.value))
            for number, step in enumerate(model.steps, 1)
        ],
        "every": phrases.value(desk, model.reporting.every) if model.reporting else "",
        "regions": phrases.regions(desk, name),
        "last_read": last_read(model.sources),
        "developers": desk.listing(desk.short_record(owner) for owner in model.developed_by),
        "silent": desk.listing(desk.entry("topics", "topics", code) for code in model.silent),
        "languages": desk.listing(
            Markup(escape(desk.localizer.language_name(tag))) for tag in model.authentic_languages
        ),
        "answers": [
            item
            for item, each in desk.corpus.items.items()
            if any(answer.id == name for answer in each.answered_by)
        ],
    }


def _crumbs(desk: Desk, name: str) -> list[Markup]:
    owner = name.partition("/")[0]
    regions = desk.corpus.regions(owner)
    first = [desk.entry("regions", "regions", regions[0])] if regions else []
    return [*first, desk.short_record(owner)]


def _by_pillar(desk: Desk, name: str, model: Record) -> list[tuple[str, list[tuple[str, list[Line]]]]]:
    """Provisions under the first of their topics, topics under their pillars, all in the order of the
    vocabulary.
    """
    words = desk.corpus.vocabularies
    lines = []
    for anchor, provision in zip(desk.corpus.anchors[name], model.provisions, strict=True):
        topics = tuple(sorted(provision.topics, key=lambda code: words.rank("topics", code)))
        lines.append(Line(topics, _written(desk, name, anchor, provision, topics)))
    lines.sort(key=lambda line: words.rank("topics", line.topics[0]))
    by_topic = [(topic, list(each)) for topic, each in groupby(lines, key=lambda line: line.topics[0])]

    def pillar(pair: tuple[str, list[Line]]) -> str:
        entry = words.of("topics").get(pair[0])
        return (entry and entry.pillar) or ""

    by_topic.sort(key=lambda pair: words.rank("pillars", pillar(pair)))
    return [(code, list(each)) for code, each in groupby(by_topic, key=pillar)]


def _written(desk: Desk, name: str, anchor: str, provision: Provision, topics: tuple[str, ...]) -> Markup:
    """A provision with its sign, article and grade. There are tens of thousands, so no template writes them."""
    value = f'<p class="num">{escape(phrases.value(desk, provision.value))}</p>' if provision.value else ""
    facts = [
        f'<a href="#{anchor}">{desk.ref(provision.ref)}</a>',
        escape(desk.label("strengths", provision.strength)),
        desk.graded(desk.corpus.confidence_of(name, provision)),
        phrases.span(desk, provision.from_, provision.until),
        *(desk.entry("topics", "topics", other) for other in topics[1:]),
    ]
    return Markup(
        f'<div class="prov {desk.strength_class(provision.strength)}" id="{anchor}">\n<div>{value}<p>{desk.said(name, provision.says)}</p>\n'
        f'<p class="src">{" · ".join([fact for fact in facts if fact])}</p></div>\n</div>\n'
    )


def _relations(desk: Desk, name: str) -> list[tuple[Markup, list[str]]]:
    """Relations in both directions; "related" is one list, whoever named the other."""
    own, inverse = desk.corpus.records[name].relations, desk.corpus.inverse
    related = tuple(dict.fromkeys((*own.related, *inverse["related"].get(name, ()))))
    rows = [
        (desk.say("Supersedes"), own.supersedes),
        (desk.say("Superseded by"), inverse["supersedes"].get(name, ())),
        (desk.say("Amends"), own.amends),
        (desk.say("Amended by"), inverse["amends"].get(name, ())),
        (desk.say("Implements"), own.implements),
        (desk.say("Implemented by"), inverse["implements"].get(name, ())),
        (desk.say("Related"), related),
    ]
    return [
        (label, [other for other in others if other in desk.corpus.records])
        for label, others in rows
        if others
    ]


def _threshold(desk: Desk, model: Record) -> Markup:
    threshold = model.entry_into_force
    if threshold is None:
        return Markup("")
    parts = []
    if threshold.ratifications:
        parts.append(desk.numbered("{n} ratification", "{n} ratifications", threshold.ratifications))
    if threshold.after:
        parts.append(
            desk.say("{length} after the last one needed", length=phrases.value(desk, threshold.after))
        )
    if threshold.ref:
        parts.append(desk.ref(threshold.ref))
    if threshold.confidence:
        parts.append(desk.grade(threshold.confidence))
    return desk.listing(parts)


def _sorted(desk: Desk, model: Record) -> list[Party]:
    return (
        sorted(model.parties.states, key=lambda party: sort_key(desk.localizer.state(party.state)))
        if model.parties
        else []
    )


def _parties(desk: Desk, model: Record) -> list[Markup]:
    return [_party(desk, party) for party in _sorted(desk, model) if desk.corpus.is_party(party)]


def _party(desk: Desk, party: Party) -> Markup:
    how = Markup(escape(desk.label("ratification-ways", party.how))) if party.how else Markup("")
    note = (
        desk.said(desk.here.removeprefix("instruments/").rstrip("/"), party.note)
        if party.note
        else Markup("")
    )
    grade = desk.grade(party.confidence) if party.confidence else Markup("")
    more = desk.listing((how, phrases.span(desk, party.since, party.until), note, grade))
    return desk.state(party.state) + (Markup(" <small>({})</small>").format(more) if more else Markup(""))
