"""Whom to call in a State: the numbers that are recent enough, each with who answers, for whom, from which
page and day; and who is responsible, by the pages that say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generators.corpus.located import SOURCE, Localized, grouped
from generators.corpus.whom_to_call import Reachable, WhomToCall, whom_to_call
from generators.document.blocks import Block, Fact, Facts, Fold, Item, List, Paragraph, Section, notes
from generators.document.phrases import Phrases
from generators.document.runs import Outside, Reference, Run, Runs, Strong, joined
from generators.model.state_contacts import StateContact

ANCHOR = "whom-to-call"
_DOOR = "https://tbinternet.ohchr.org/_layouts/15/TreatyBodyExternal/Countries.aspx"
_TREATY_BODIES = dict(zip("en es fr".split(), "EN SP FR".split(), strict=True))
"""What the pages of the treaty bodies call the languages that they have."""


def section(phrases: Phrases, state: str) -> Section:
    """Whom to call in a State (alpha-3 code), and who is responsible."""
    called = [*numbers(phrases, state, ""), *notes(usable_until(phrases, state), embassy(phrases))]
    return Section(phrases.ui("Whom to call"), [*called, *responsible(phrases, state)], ANCHOR)


def numbers(phrases: Phrases, state: str, anchor: str = ANCHOR, brief: bool = False) -> list[Block]:
    """The numbers to call in a State, or in one sentence that there is none; ``anchor`` is the place of the
    first line. ``brief``: the first line in full; of the others no name, hours and page.
    """
    found = whom_to_call(phrases.corpus, state)
    none = phrases.ui("We have not looked yet for a number to call in this State.")
    if found:
        day = phrases.date(found.looked)
        none = phrases.ui("We looked on {day} and found no recent number on an official page.", day=day)
    first, *others = (_lines(phrases, found, brief) if found else []) or [Item(none)]
    return [List([first._replace(anchor=anchor), *others], "plain")]


def further(phrases: Phrases, state: str) -> list[Block]:
    """What ``numbers`` leaves out in brief: the second line of a State and those after it, in full."""
    found = whom_to_call(phrases.corpus, state)
    others = _lines(phrases, found)[2 if found.named else 1 :] if found else []
    return List(others, "plain").shown()


def first_number(phrases: Phrases, state: str) -> list[Block]:
    """The first number to call in a State, before all else on its page; nothing where none may be shown."""
    found = whom_to_call(phrases.corpus, state)
    if not found or found.named or not found.lines:
        return []
    first = found.lines[0]
    return [Paragraph(joined((_called(phrases, first), _check(phrases, first))), "facts")]


def _lines(phrases: Phrases, found: WhomToCall, brief: bool = False) -> list[Item]:
    """The lines of a State with their numbers; where no number may be shown, that sentence and the pages."""
    if found.named:
        pages = [Item(contact_name(phrases, each), _look_at(phrases, each)) for each in found.named]
        return [Item(unprinted(phrases)), *(pages[:1] if brief else pages)]
    items = [Item(_called(phrases, each), about_contact(phrases, each)) for each in found.lines]
    return [*items[:1], *(_brief(phrases, each) for each in found.lines[1:])] if brief else items


def _brief(phrases: Phrases, each: Reachable) -> Item:
    """A number, for whom it is and who answers; whose it is, if we do not know for whom."""
    named = [] if each.contact.subject else [" ", *contact_name(phrases, each.contact)]
    return Item([*_linked(each), *named], joined(_before_calling(phrases, each)))


def unprinted(phrases: Phrases) -> list[Run]:
    """That the lines that follow have no number that may be shown."""
    return phrases.ui("We have no recent number for these lines. Look for it on their pages.")


def responsible(phrases: Phrases, state: str) -> list[Block]:
    """Who is responsible in a State, by the pages that say so, and where to look further."""
    found = whom_to_call(phrases.corpus, state)
    return [*(_responsible(phrases, found) if found else ()), *notes(_further(phrases, state))]


def usable_until(phrases: Phrases, state: str) -> list[Run]:
    """The last day on which a copy of the numbers may be used; empty where there are none."""
    found = whom_to_call(phrases.corpus, state)
    if not (found and found.valid_until):
        return []
    until = phrases.date(found.valid_until)
    return phrases.ui("Numbers change. Use a printed or saved copy of this list until {day} only.", day=until)


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
    return [*_linked(each), " ", *contact_name(phrases, each.contact)]


def _linked(each: Reachable) -> Runs:
    lines = ((number, f"tel:{dialled(number)}") for number in each.contact.numbers)
    return joined([Strong([Outside([Reference(number)], url)])] for number, url in lines)


def dialled(number: str) -> str:
    """A number as a telephone dials it."""
    return re.sub(r"[^\d+]", "", number)


def about_contact(phrases: Phrases, each: Reachable) -> list[Run]:
    """For whom a line is, who answers, when, and from which page and day its number is."""
    contact = each.contact
    hours = [Reference(contact.hours)] if contact.hours else []
    free = phrases.ui("the call is free") if contact.free else []
    languages = joined(map(phrases.language_name, contact.languages), phrases.localizer.comma)
    return joined((*_before_calling(phrases, each), hours, free, languages, _page(phrases, contact)))


def _before_calling(phrases: Phrases, each: Reachable) -> tuple[Runs, Runs, Runs]:
    """Whether to check a number first, for whom it is, and who answers, whom the caller may fear."""
    answered = {
        "ngo": phrases.ui("an independent organisation answers"),
        "health": phrases.ui("a health service answers"),
        "government": phrases.ui("a public authority answers"),
        "police": phrases.ui("the police answer"),
        "immigration": phrases.ui("the immigration service answers"),
        "security": phrases.ui("a security service answers"),
    }
    who = answered.get(each.contact.answered_by or "", phrases.ui("we do not know who answers"))
    return _check(phrases, each), _subject(phrases, each.contact), who


def _check(phrases: Phrases, each: Reachable) -> Runs:
    return [Strong(phrases.ui("Check before you call"))] if each.check_first else []


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
    named = ((each.kind, Item(contact_name(phrases, each), _page(phrases, each))) for each in found.others)
    lists = {kind: List(items, "plain") for kind, items in grouped(named).items()}
    if rows := [Fact(label, blocks=[lists[kind]]) for kind, label in kinds.items() if kind in lists]:
        yield Fold(phrases.ui("Who is responsible, and pages to look at"), [Facts(rows, "lists")])


def contact_words(phrases: Phrases, each: Reachable) -> Runs:
    """A line with its number in one line of text, for data."""
    return joined((contact_name(phrases, each.contact), about_contact(phrases, each)))


def named_words(phrases: Phrases, contact: StateContact) -> Runs:
    """A line without a number, with its page, in one line of text, for data."""
    return joined((contact_name(phrases, contact), _look_at(phrases, contact)))
