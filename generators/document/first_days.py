"""The first days of a case, for a State or for any: whom to call, by numbers that are recent enough, each
with who answers, for whom, from which page and day; then step by step our advice with the one sentence of law
that says most on it; and who is responsible, by the pages that say so. What else is asked stands behind a
fold on the page for any State, to which the others lead, and on the page of the State; on paper a sheet of
two pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from generators.corpus.addresses import Target
from generators.corpus.first_days import Asking, FirstStep, first_days, told
from generators.corpus.located import SOURCE, Localized, LocatedProvision
from generators.corpus.whom_to_call import Reachable, WhomToCall, whom_to_call
from generators.document import sentences
from generators.document.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Fold,
    Group,
    Item,
    List,
    Paragraph,
    Row,
    Section,
    Table,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.runs import Link, Outside, Reference, Run, Runs, Strong, joined
from generators.model.state_contacts import StateContact

_TOPICS = 2
"""How many topics a step of a State leads to."""

_FOLDED = 3
"""How many further sentences a step holds behind its fold; of the others the texts are named."""


def document(phrases: Phrases, state: str = "", sheet: bool = False) -> Document:
    """The steps in a State (alpha-3 code; without one, for any), without the title. A ``sheet`` is to be hung
    up: a table of the same steps and sentences.
    """
    steps = first_days(phrases.corpus, state)
    times = [each for step in steps if not step.children for each in step.times]
    if sheet:
        sections = [_sheet(phrases, _groups(phrases, steps))]
    else:
        sections = [
            Section(label, [_steps(phrases, of, state)], anchor, "fold" if anchor == "child" else "")
            for label, anchor, of in _groups(phrases, steps)
        ]
    if state and not sheet:
        first, *others = sections
        heading = phrases.ui("Where to ask further")
        kept = notes(usable_until(phrases, state))
        bodies = Section(heading, [*kept, *responsible(phrases, state)], "contacts")
        sections = [first._replace(former=["everyone"]), *others, bodies]
    return Document([*_head(phrases, state, sheet)], [*sections, *_times(phrases, times)])


def _groups(phrases: Phrases, steps: Sequence[FirstStep]) -> list[tuple[Runs, str, list[FirstStep]]]:
    """The steps by when they are taken, those for a child last: label, anchor, steps."""
    labels = {"now": phrases.ui("At once"), "today": phrases.ui("Today"), "days": phrases.ui("In these days")}
    groups: list[tuple[Runs, str, list[FirstStep]]] = [
        (label, moment, [each for each in steps if not each.children and each.moment == moment])
        for moment, label in labels.items()
    ]
    child = phrases.ui("For a child, or a person who may be a child")
    groups.append((child, "child", [each for each in steps if each.children]))
    return [group for group in groups if group[2]]


def _head(phrases: Phrases, state: str, sheet: bool) -> list[Block]:
    ours = phrases.ui("The steps are our advice. Below each is what a text says.")
    if not state:
        more = phrases.ui("Choose a State to see whom to call and which texts bind it.")
        return [Paragraph(more, "lead"), *notes(ours)]
    onward = (
        [Link(phrases.ui("Is it a child?"), Target("first-days", state, "child"))],
        phrases.page("first-days", phrases.ui("Another State")),
        phrases.state(state),
    )
    links = [] if sheet else [Paragraph(joined(onward), "facts")]
    kept = notes(usable_until(phrases, state)) if sheet else []
    return [*links, *numbers_to_call(phrases, state), *kept, *notes(ours)]


def _times(phrases: Phrases, times: Sequence[Asking]) -> list[Section]:
    """The times that texts set for the steps, each said once with its text."""
    said = list({(each.record, each.anchor): _time(phrases, each) for each in times}.values())
    items = List([Item(each) for each in said], "plain")
    return [Section(phrases.ui("Time limits that texts set"), [items], "times")] if said else []


def _time(phrases: Phrases, each: Asking) -> Runs:
    alone = sentences.only_for(phrases, each)
    return sentences.in_brackets(sentences.value(phrases, told(each)), joined((_place(phrases, each), alone)))


def _steps(phrases: Phrases, steps: Sequence[FirstStep], state: str) -> Entries:
    return Entries([_step(phrases, each, state) for each in steps], "advice")


def _step(phrases: Phrases, each: FirstStep, state: str) -> Entry:
    """A step: our advice; that nothing we know binds the State on it, or only for some, where that is so; and
    the sentence of a text.
    """
    shown: list[Block] = []
    if state and not each.binding:
        shown += notes(phrases.ui("We know no text that binds this State on this step."))
    elif state and each.for_some:
        shown += notes(phrases.ui("The texts that bind this State on this step are for some persons only."))
    shown += _leading(phrases, each)
    shown += _elsewhere(phrases, each, state) if state else _fold(phrases, each)
    return Entry(
        phrases.definition("first-days", each.code),
        label=phrases.label("first-days", each.code),
        anchor=each.code,
        more=shown,
    )


def _leading(phrases: Phrases, each: FirstStep) -> list[Block]:
    lines = [sentences.line(phrases, line, children=each.children) for line in each.leading]
    return [Entries(lines, "cells")] if lines else []


def _elsewhere(phrases: Phrases, each: FirstStep, state: str) -> list[Block]:
    """Where the rest is said that is asked of a State on a step: the topics that most of it is about, and
    how much global guidance the page for any State has.
    """
    rest, guided = _rest(each)
    topics = Counter(
        topic for one in rest if isinstance(one, LocatedProvision) for topic in one.provision.topics
    )
    links: list[Runs] = [
        [Link(phrases.label("topics", topic), Target("topic-in", f"{topic}/{state}"))]
        for topic, _ in topics.most_common(_TOPICS)
    ]
    if guided:
        counted = phrases.counted("{n} line of global guidance", "{n} lines of global guidance", len(guided))
        links.append([Link(counted, Target("page", "first-days", each.code))])
    return notes(phrases.labelled(phrases.ui("Also"), joined(links)) if links else [])


def _fold(phrases: Phrases, each: FirstStep) -> list[Block]:
    """The first of what else is asked on a step, behind a fold; of the others the texts by name."""
    lines = [line for part in _rest(each) for line in part]
    if not lines:
        return []
    shown = [sentences.line(phrases, one, children=each.children) for one in lines[:_FOLDED]]
    blocks: list[Block] = [Entries(shown, "cells")]
    left = joined(_place(phrases, one) for one in lines[_FOLDED:])
    who = phrases.ui("Who acts, according to the procedures")
    acts = sentences.labels(phrases, "roles", each.acts)
    blocks += notes(phrases.labelled(phrases.ui("Also"), left), phrases.labelled(who, acts))
    return [Fold(phrases.ui("{n} more", n=phrases.number(len(lines))), blocks)]


def _rest(each: FirstStep) -> tuple[list[Asking], list[Asking]]:
    """What else is asked on a step, and global guidance on it."""
    lines = [one for one in (*each.binding, *each.regional) if one not in each.leading]
    return lines, [one for one in each.guidance if one not in each.leading]


def _sheet(phrases: Phrases, groups: Sequence[tuple[Runs, str, Sequence[FirstStep]]]) -> Section:
    """The steps as a table: of each our advice and its leading sentence."""
    heading = phrases.ui("Step by step")
    columns = [phrases.ui("Step"), phrases.ui("What a text says")]
    rows = [Group(label, [_row(phrases, each) for each in of]) for label, _, of in groups]
    return Section(heading, [Table(heading, columns, rows, "sheet")])


def _row(phrases: Phrases, each: FirstStep) -> Row:
    return Row([[Paragraph(phrases.label("first-days", each.code))], _leading(phrases, each)])


def _place(phrases: Phrases, each: Asking) -> list[Run]:
    """The record of a line, and the place in it, which lead to it."""
    return phrases.cited(phrases.name(each.record, each.anchor), told(each).ref, each.record)


# -- whom to call ---------------------------------------------------------------------------------------

ANCHOR = "whom-to-call"
_DOOR = "https://tbinternet.ohchr.org/_layouts/15/TreatyBodyExternal/Countries.aspx"
_TREATY_BODIES = dict(zip("en es fr".split(), "EN SP FR".split(), strict=True))
"""What the pages of the treaty bodies call the languages that they have."""


def to_call(phrases: Phrases, state: str) -> Section:
    """Whom to call in a State (alpha-3 code), and who is responsible."""
    called = [*numbers_to_call(phrases, state, ""), *notes(usable_until(phrases, state), embassy(phrases))]
    return Section(phrases.ui("Whom to call"), [*called, *responsible(phrases, state)], ANCHOR)


def numbers_to_call(phrases: Phrases, state: str, anchor: str = ANCHOR) -> list[Block]:
    """The numbers to call in a State, or in one sentence that there is none; ``anchor`` is the place of the
    first line.
    """
    found = whom_to_call(phrases.corpus, state)
    if found is None:
        items = [Item(phrases.ui("We have not looked yet for a number to call in this State."))]
    else:
        none = phrases.ui(
            "We looked on {day} and found no recent number on an official page.",
            day=phrases.date(found.looked),
        )
        items = _lines(phrases, found) or [Item(none)]
    items[0] = items[0]._replace(anchor=anchor)
    return [List(items, "plain")]


def first_number(phrases: Phrases, state: str) -> list[Block]:
    """The first number to call in a State, before all else on its page; nothing where none may be shown."""
    found = whom_to_call(phrases.corpus, state)
    if not found or found.named or not found.lines:
        return []
    first = found.lines[0]
    check = [Strong(phrases.ui("Check before you call"))] if first.check_first else []
    return [Paragraph(joined((_called(phrases, first), check)), "facts")]


def _lines(phrases: Phrases, found: WhomToCall) -> list[Item]:
    """The lines of a State with their numbers; where no number may be shown, that sentence and the pages."""
    if found.named:
        pages = [Item(contact_name(phrases, each), _look_at(phrases, each)) for each in found.named]
        return [Item(unprinted(phrases)), *pages]
    return [Item(_called(phrases, each), about_contact(phrases, each)) for each in found.lines]


def unprinted(phrases: Phrases) -> list[Run]:
    """That the lines that follow have no number that may be shown."""
    return phrases.ui(
        "We have no recent number for the lines below. Look for it on the page that each one names."
    )


def responsible(phrases: Phrases, state: str) -> list[Block]:
    """Who is responsible in a State, by the pages that say so, and where to look further."""
    found = whom_to_call(phrases.corpus, state)
    return [*(_responsible(phrases, found) if found else ()), *notes(_further(phrases, state))]


def usable_until(phrases: Phrases, state: str) -> list[Run]:
    """The last day on which a copy of the numbers may be used; empty where there are none."""
    found = whom_to_call(phrases.corpus, state)
    if not (found and found.valid_until):
        return []
    return phrases.ui(
        "Numbers change. Use a printed or saved copy of this list until {day} only.",
        day=phrases.date(found.valid_until),
    )


def embassy(phrases: Phrases) -> list[Run]:
    """Whom a person in danger is never sent to: advice of ours."""
    return phrases.ui("Do not send anyone who may need protection to the embassy of their own State.")


def _further(phrases: Phrases, state: str) -> list[Run]:
    """Where the United Nations keeps what its treaty bodies told a State; no number to call stands there."""
    language = _TREATY_BODIES.get(phrases.language, "EN")
    words = phrases.ui("reports and recommendations to this State, United Nations treaty bodies")
    door = phrases.outside(f"{_DOOR}?CountryCode={state}&Lang={language}", words)
    return phrases.labelled(phrases.ui("Where to look further"), door)


def _called(phrases: Phrases, each: Reachable) -> list[Run]:
    numbers = joined(
        [Strong([Outside([Reference(number)], f"tel:{dialled(number)}")])] for number in each.contact.numbers
    )
    return [*numbers, " ", *contact_name(phrases, each.contact)]


def dialled(number: str) -> str:
    """A number as a telephone dials it."""
    return re.sub(r"[^\d+]", "", number)


def about_contact(phrases: Phrases, each: Reachable) -> list[Run]:
    """For whom a line is, who answers, when, and from which page and day its number is."""
    contact = each.contact
    answered = {
        "ngo": phrases.ui("an independent organisation answers"),
        "health": phrases.ui("a health service answers"),
        "government": phrases.ui("a public authority answers"),
        "police": phrases.ui("the police answer"),
        "immigration": phrases.ui("the immigration service answers"),
        "security": phrases.ui("a security service answers"),
    }
    return joined(
        (
            [Strong(phrases.ui("Check before you call"))] if each.check_first else [],
            _subject(phrases, contact),
            answered.get(contact.answered_by or "", phrases.ui("we do not know who answers")),
            [Reference(contact.hours)] if contact.hours else [],
            phrases.ui("the call is free") if contact.free else [],
            joined((phrases.language_name(tag) for tag in contact.languages), phrases.localizer.comma),
            _page(phrases, contact),
        )
    )


def _look_at(phrases: Phrases, contact: StateContact) -> list[Run]:
    """For whom a line without a number is, and the page that names it."""
    return joined((_subject(phrases, contact), _page(phrases, contact)))


def _subject(phrases: Phrases, contact: StateContact) -> list[Run]:
    subjects = {
        "trafficking": phrases.ui("for victims of trafficking"),
        "children": phrases.ui("for children"),
        "violence": phrases.ui("for victims of violence"),
        "everyone": phrases.ui("for everyone"),
    }
    return subjects.get(contact.subject or "", [])


def contact_name(phrases: Phrases, contact: StateContact) -> list[Run]:
    """What a body is called in its own language, and in English where that is another."""
    own = contact.name and phrases.plain(Localized(contact.name, contact.language or "zxx", SOURCE))
    english = phrases.english(contact.name_en)
    return [*own, " (", *english, ")"] if own and english else list(own or english)


def _page(phrases: Phrases, contact: StateContact) -> list[Run]:
    """The page that says so, with its day."""
    page = phrases.outside(contact.url, phrases.english(contact.publisher))
    return joined((page, phrases.date(contact.page_date)), phrases.localizer.comma)


def _responsible(phrases: Phrases, found: WhomToCall) -> Iterable[Block]:
    kinds = {
        "helpline": phrases.ui("Helplines: look for the number on the page"),
        "identification": phrases.ui("Who identifies victims"),
        "child-protection": phrases.ui("Child protection"),
        "referral-mechanism": phrases.ui("Referral mechanism"),
        "coordination": phrases.ui("Who coordinates"),
        "rapporteur": phrases.ui("National rapporteur"),
        "law": phrases.ui("National law"),
    }
    rows = [
        Fact(label, blocks=[List([_body(phrases, each) for each in of], "plain")])
        for kind, label in kinds.items()
        if (of := [each for each in found.others if each.kind == kind])
    ]
    if rows:
        yield Fold(phrases.ui("Who is responsible, and pages to look at"), [Facts(rows, "lists")])


def _body(phrases: Phrases, contact: StateContact) -> Item:
    return Item(contact_name(phrases, contact), _page(phrases, contact))


def contact_words(phrases: Phrases, each: Reachable) -> Runs:
    """A line with its number in one line of text, for data."""
    return joined((contact_name(phrases, each.contact), about_contact(phrases, each)))


def named_words(phrases: Phrases, contact: StateContact) -> Runs:
    """A line without a number, with its page, in one line of text, for data."""
    return joined((contact_name(phrases, contact), _look_at(phrases, contact)))
