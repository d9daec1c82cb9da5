"""What applies in a State, binding first; and at the end what is not recorded here, so that absence is never read as "no"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from generators import addresses
from generators.corpus import Adherence, Corpus, Membership, Placed
from generators.pages import phrases
from generators.pages.desk import Desk
from generators.pages.mechanism import record_line
from generators.pages.page import Page, Press
from generators.states import sort_key


def pages(press: Press) -> Iterator[Page]:
    """The list of States, and one page each."""
    voice = press.voice
    yield press.page("states.html.j2", "states/", "states", voice.gettext("States"), _list, voice.gettext("What applies in each State"))
    for code in voice.corpus.all_states:
        name = voice.state(code)
        title = voice.gettext("What applies in {state}").replace("{state}", name)
        yield press.page("state.html.j2", addresses.state(code), "states", title, lambda desk, code=code: _view(desk, code))


def _list(desk: Desk) -> dict[str, Any]:
    codes = sorted(desk.corpus.all_states, key=lambda code: sort_key(desk.voice.state(code)))
    return {"states": [(code, desk.voice.state(code)) for code in codes]}


def _view(desk: Desk, code: str) -> dict[str, Any]:
    corpus = desk.corpus
    memberships = corpus.memberships.get(code, ())
    now = [each for each in memberships if corpus.is_member(each.member)]
    adherences = corpus.adherences.get(code, ())
    bound = {each.record for each in adherences if corpus.is_party(each.party)}
    own = tuple(dict.fromkeys(each.mechanism for each in now))
    standards = _standards(desk, own, bound)
    named = [record for record, model in corpus.records.items() if code in model.named_parties]
    return {
        "state": desk.voice.state(code),
        "now": [_membership(desk, each) for each in now],
        "past": [_membership(desk, each) for each in memberships if not corpus.is_member(each.member)],
        "changes": [(name, change) for name, model in corpus.mechanisms.items() for change in model.changes if change.state == code],
        "binding": [_adherence(desk, each) for each in adherences if corpus.records[each.record].binding and each.record in bound],
        "joined": [_adherence(desk, each) for each in adherences if not corpus.records[each.record].binding and each.record in bound],
        "left": [_adherence(desk, each) for each in adherences if not corpus.is_party(each.party)],
        "named": desk.listing(desk.short_record(record) for record in named),
        "standards": [(kind, _heading(desk, kind), [record_line(desk, record) for record in records]) for kind, records in standards.items()],
        "topics": _topics(desk, bound),
        "reports": _reports(desk, bound, own),
        "unlisted": _unlisted(desk, bound, named),
        "unknown": desk.listing(desk.short_record(name) for name, model in sorted(corpus.mechanisms.items()) if not model.members),
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
    line = record_line(desk, each.record)
    how = Markup("{}").format(desk.label("ratification-ways", each.party.how)) if each.party.how else Markup("")
    line["when"] = desk.listing((how, phrases.span(desk, each.party.since, each.party.until)))
    parties = desk.corpus.records[each.record].parties
    line["grade"] = each.party.confidence or parties.confidence or line["grade"]
    return line


def _standards(desk: Desk, mechanisms: tuple[str, ...], bound: set[str]) -> dict[str, list[str]]:
    """Records of the State's mechanisms that it need not join one by one: not binding, or made by an organisation whose law binds its members."""
    corpus = desk.corpus
    found: dict[str, list[str]] = defaultdict(list)
    for record in sorted({record for name in mechanisms for record in corpus.records_of.get(name, ())}, key=corpus.age, reverse=True):
        model = corpus.records[record]
        if not model.binding and record not in bound and corpus.status(record) not in ("superseded", "draft"):
            found[model.kind].append(record)
    return {kind: found[kind] for kind in ("instrument", "action-plan", "sop") if found[kind]}


def _topics(desk: Desk, bound: set[str]) -> list[tuple[str, list[Markup]]]:
    """The provisions that bind the State, by topic."""
    found = []
    for topic, each in desk.corpus.by_topic.items():
        links = [_provision(desk, placed) for placed in each if placed.record in bound and desk.corpus.records[placed.record].binding]
        if links:
            found.append((topic, links))
    return found


def _provision(desk: Desk, placed: Placed) -> Markup:
    link = Markup("{} {}, {}")
    return desk.once(
        ("provision", desk.root, placed.record, placed.anchor),
        lambda: link.format(
            desk.strength(placed.provision.strength), desk.short_record(placed.record, placed.anchor), desk.ref(placed.provision.ref)
        ),
    )


def _reports(desk: Desk, bound: set[str], mechanisms: tuple[str, ...]) -> list[dict[str, Any]]:
    """Reports that the State owes: under texts it is party to, or plans of its mechanisms that still run; the ones with a date first."""
    corpus = desk.corpus
    found = []
    for record, model in corpus.records.items():
        duty = model.reporting
        owes = record in bound or (not model.binding and set(corpus.adopters(record)) & set(mechanisms))
        if duty and duty.by == "states" and owes and corpus.status(record) not in ("superseded", "expired", "draft"):
            found.append({"record": record, "duty": duty, "every": phrases.value(desk, duty.every), "next": duty.next})
    return sorted(found, key=lambda each: (each["next"].text if each["next"] else "9999", each["record"]))


def _unlisted(desk: Desk, bound: set[str], named: list[str]) -> Markup:
    """Binding records whose parties are not listed here, so that nothing can be said of this State."""
    corpus = desk.corpus
    names = desk.once(("unlisted",), lambda: _without_list(corpus))
    return desk.listing(desk.short_record(name) for name in names if name not in bound and name not in named)


def _without_list(corpus: Corpus) -> list[str]:
    names = [
        record
        for record, model in corpus.records.items()
        if model.binding and not (model.parties and model.parties.states) and model.status != "draft"
    ]
    return sorted(names, key=corpus.age)
