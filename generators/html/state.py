"""What applies in a State, binding first; and at the end what is not recorded here, so that absence is never
read as "no".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from generators.corpus import addresses
from generators.corpus.cldr import sort_key
from generators.corpus.located import Adherence, LocatedProvision, Membership
from generators.corpus.state_profile import state_profile
from generators.html import phrases
from generators.html.desk import Desk
from generators.html.page import Page, Press


def pages(press: Press) -> Iterator[Page]:
    """The list of States, and one page each."""
    localizer = press.localizer
    yield press.page(
        "states.html.j2",
        "states/",
        "states",
        localizer.gettext("States"),
        _list,
        localizer.gettext("What applies in each State"),
    )
    for code in localizer.corpus.all_states:
        name = localizer.state(code)
        title = localizer.gettext("What applies in {state}").replace("{state}", name)
        yield press.page(
            "state.html.j2", addresses.state(code), "states", title, lambda desk, code=code: _view(desk, code)
        )


def _list(desk: Desk) -> dict[str, Any]:
    codes = sorted(desk.corpus.all_states, key=lambda code: sort_key(desk.localizer.state(code)))
    return {"states": [(code, desk.localizer.state(code)) for code in codes]}


def _view(desk: Desk, code: str) -> dict[str, Any]:
    corpus = desk.corpus
    found = state_profile(corpus, code)
    return {
        "state": desk.localizer.state(code),
        "now": [_membership(desk, each) for each in found.now],
        "coming": [_membership(desk, each) for each in found.ahead],
        "past": [_membership(desk, each) for each in found.past],
        "changes": [
            (name, change)
            for name, model in corpus.mechanisms.items()
            for change in model.changes
            if change.state == code
        ],
        "binding": [_adherence(desk, each) for each in found.binding],
        "pending": [_adherence(desk, each) for each in found.pending],
        "joined": [
            phrases.row(desk, each.record, corpus.confidence_in(each.record, each.party))
            for each in found.joined
        ],
        "left": [_adherence(desk, each) for each in found.former],
        "named": desk.listing(desk.short_record(record) for record in corpus.named.get(code, ())),
        "standards": [
            (kind, _heading(desk, kind), [phrases.row(desk, record) for record in records])
            for kind, records in found.standards.items()
        ],
        "topics": _topics(desk, found.binding),
        "reports": [_report(desk, record) for record in found.reports],
        "unlisted": _unlisted(desk, found.unlisted_nearby),
        "elsewhere": (len(found.unlisted_elsewhere), _unlisted(desk, found.unlisted_elsewhere)),
        "unknown": desk.once(("unknown", desk.root), lambda: _unknown(desk)),
    }


def _heading(desk: Desk, kind: str) -> Markup:
    return {
        "instrument": desk.say("Standards of its mechanisms, not binding"),
        "action-plan": desk.say("Action plans of its mechanisms"),
        "sop": desk.say("Procedures of its mechanisms"),
    }[kind]


def _membership(desk: Desk, each: Membership) -> tuple[Markup, Markup]:
    return desk.record(each.mechanism), phrases.span(desk, each.member.since, each.member.until)


def _adherence(desk: Desk, each: Adherence) -> dict[str, Any]:
    return {
        "id": each.record,
        "year": phrases.year(desk, each.record),
        "force": desk.force(desk.corpus.records[each.record].binding),
        "over": desk.corpus.group(each.record) == "over",
        "status_text": phrases.status(desk, each.record),
        "when": phrases.party(desk, each.party),
        "grade": desk.corpus.confidence_in(each.record, each.party),
    }


def _topics(desk: Desk, binding: tuple[Adherence, ...]) -> list[tuple[str, Markup]]:
    """The provisions that bind the State, by topic, as items of a list."""
    items = desk.once(("items", desk.root), lambda: _items(desk))
    own = [items[each.record] for each in binding if each.record in items]
    found = (
        (topic, "".join([each[topic] for each in own if topic in each])) for topic in desk.corpus.by_topic
    )
    return [(topic, Markup(joined)) for topic, joined in found if joined]


def _items(desk: Desk) -> dict[str, dict[str, Markup]]:
    """The provisions of each binding record, by topic, as items of a list: the same for every State that it
    binds.
    """
    found: dict[str, dict[str, Markup]] = defaultdict(lambda: defaultdict(Markup))
    for topic, each in desk.corpus.by_topic.items():
        for placed in each:
            if desk.corpus.records[placed.record].binding:
                found[placed.record][topic] += _item(desk, placed)
    return found


def _item(desk: Desk, placed: LocatedProvision) -> Markup:
    where = desk.cited(desk.short_record(placed.record, placed.anchor), placed.provision.ref)
    grade = desk.grade(desk.corpus.confidence_of(placed.record, placed.provision))
    return Markup(f"<li>{desk.strength(placed.provision.strength)} {where} {grade}</li>")


def _report(desk: Desk, record: str) -> Markup:
    return desk.once(
        ("duty", desk.root, record), lambda: phrases.duty(desk, record, desk.corpus.records[record].reporting)
    )


def _unlisted(desk: Desk, names: tuple[str, ...]) -> Markup:
    return desk.once(
        ("unlisted", desk.root, names), lambda: desk.listing(desk.short_record(name) for name in names)
    )


def _unknown(desk: Desk) -> Markup:
    """The mechanisms whose members are not listed here."""
    return desk.listing(
        desk.short_record(name) for name, model in sorted(desk.corpus.mechanisms.items()) if not model.members
    )
