"""The pages of mechanisms: the list of all with their records, and one page each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from generators.corpus import addresses, comparisons
from generators.corpus.cldr import sort_key
from generators.html import phrases
from generators.html.desk import Desk
from generators.html.page import Page, Press
from generators.model.citations import last_read
from generators.model.mechanisms import Mechanism, Member


def pages(press: Press) -> Iterator[Page]:
    """The list of mechanisms and records, and one page a mechanism."""
    localizer = press.localizer
    lead = localizer.gettext("Every mechanism, with its standards, plans and procedures")
    yield press.page(
        "instruments.html.j2",
        "instruments/",
        "mechanisms",
        localizer.gettext("Mechanisms and records"),
        _list,
        lead,
    )
    for name, model in localizer.corpus.mechanisms.items():
        title = localizer.title(name).text
        description = (
            localizer.said(name, model.trafficking_body).text[:300] if model.trafficking_body else title
        )
        yield press.page(
            "mechanism.html.j2",
            addresses.record(name),
            "mechanisms",
            title,
            lambda desk, name=name, model=model: _view(desk, name, model),
            description,
            f"instruments/{name}/mechanism.yml",
        )


def _list(desk: Desk) -> dict[str, Any]:
    corpus = desk.corpus
    return {
        "regions": [
            (
                region,
                [
                    (name, _records(desk, name))
                    for name in sorted(names, key=lambda name: comparisons.mechanism_sort_key(corpus, name))
                ],
            )
            for region, names in corpus.mechanisms_in.items()
        ],
        "counts": (len(corpus.mechanisms), len(corpus.records)),
    }


def _records(desk: Desk, mechanism: str) -> list[Markup]:
    return [phrases.row(desk, record) for record in desk.corpus.records_of.get(mechanism, ())]


def _view(desk: Desk, name: str, model: Mechanism) -> dict[str, Any]:
    corpus = desk.corpus
    found = comparisons.matrix_of(corpus, name)
    return {
        "name": name,
        "model": model,
        "regions": phrases.regions(desk, name),
        "last_read": last_read(model.sources),
        "titles": sorted(model.official_names.items()),
        "acronyms": sorted(set(model.acronyms.values())),
        "parents": desk.listing(
            desk.short_record(parent) for parent in model.part_of if parent in corpus.mechanisms
        ),
        "bodies": desk.listing(desk.short_record(body) for body in corpus.bodies_of.get(name, ())),
        "languages": desk.listing(
            Markup("{}").format(desk.localizer.language_name(tag)) for tag in model.working_languages
        ),
        "members": _members(desk, name, model, "now"),
        "coming": _members(desk, name, model, "ahead"),
        "former": _members(desk, name, model, "past"),
        "own": {key: _own(desk, name, key) for key in ("seat", "founded", "members")},
        "changes": [(desk.state(change.state), change) for change in model.changes],
        "records": _records(desk, name),
        "developed": desk.listing(
            desk.short_record(record) for record in comparisons.developed(corpus, name)
        ),
        "topics": [(topic, sign.count, sign) for topic, sign in found],
        "reports": [
            (record, corpus.records[record].reporting) for record in comparisons.reported(corpus, name)
        ],
    }


def _own(desk: Desk, name: str, key: str) -> Markup:
    """The sign of one value's confidence, where that is not the mechanism's."""
    model = desk.corpus.mechanisms[name]
    sure = desk.corpus.confidence_of(name, model.seat if key == "seat" else key)
    return Markup(" ") + desk.grade(sure) if sure != model.confidence else Markup("")


def _members(desk: Desk, name: str, model: Mechanism, phase: str) -> list[Markup]:
    return [_member(desk, name, each) for each in _sorted(desk, model) if desk.corpus.phase(each) == phase]


def _sorted(desk: Desk, model: Mechanism) -> list[Member]:
    return sorted(model.members, key=lambda member: sort_key(desk.localizer.state(member.state)))


def _member(desk: Desk, name: str, member: Member) -> Markup:
    note = desk.said(name, member.note) if member.note else Markup("")
    own = Markup("{}").format(member.as_) if member.as_ else Markup("")
    grade = desk.grade(member.confidence) if member.confidence else Markup("")
    more = desk.listing((own, phrases.span(desk, member.since, member.until), note, grade))
    return desk.state(member.state) + (Markup(" <small>({})</small>").format(more) if more else Markup(""))
