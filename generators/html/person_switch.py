"""The switch by which a reader says whom a case is about: an adult, a child, a worker, a
refugee.

It is the same on every page that has it. It is hidden until its script
(``answers/person.js``) comes: without scripts everything is on the page in its usual
order. What a reader chooses is never sent and never stored.
"""

from __future__ import annotations

from markupsafe import Markup

from generators.corpus.memo import once
from generators.document.phrases import Phrases

KINDS = frozenset({"state", "topic", "between", "first-days"})
"""The pages (by their name, else by their kind) that have the switch."""

_CHILD_PART = "first-days"
"""The kind of page that has a part for a child (its anchor is ``child``)."""


def person_switch(phrases: Phrases, kind: str) -> Markup:
    """The switch of a page of a kind. It is empty where the page has none, and where
    there is no list of persons.
    """
    persons = phrases.corpus.vocabularies.entries_of("persons")
    if kind not in KINDS or not persons:
        return Markup("")
    switch = _switch(phrases)
    if kind != _CHILD_PART:
        return switch
    link = Markup('<noscript><p class="facts"><a href="#child">{}</a></p></noscript>\n')
    is_child = phrases.localizer.gettext("Is it a child?")
    return switch + link.format(is_child)


@once
def _switch(phrases: Phrases) -> Markup:
    """The switch itself: a choice of persons, each with the topics about that person."""
    gettext = phrases.localizer.gettext
    option = Markup('<option value="{}"{}>{}')
    topics = Markup(' data-topics="{}"')
    options = [
        option.format(
            code,
            topics.format(" ".join(person.topics)) if person.topics else "",
            phrases.localizer.label("persons", code),
        )
        for code, person in phrases.corpus.vocabularies.entries_of("persons").items()
    ]
    switch = Markup(
        '<div class="who" data-persons hidden><label>{} <select><option value="">{}{}'
        "</select></label><output></output></div>\n"
    )
    return switch.format(
        gettext("The person"),
        gettext("Anyone"),
        Markup("").join(options),
    )
