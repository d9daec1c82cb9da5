"""The page of signs in search: its sections, by what readers call them, and each sign,
question and prohibition as a line that leads to its section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.document import recognise
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.search.index import SearchDocument, SearchEntry, here
from generators.translate.localizer import Localizer

PAGE = "recognise"

Section = tuple[str, str, tuple[str, ...]]
"""The anchor of a section, its heading, and what readers type for it."""


def listed(words: str) -> tuple[str, ...]:
    """The words of a list in the interface, as any language parts them."""
    return tuple(each.strip() for each in re.split("[,،、，]", words) if each.strip())


def asked(localizer: Localizer) -> tuple[str, ...]:
    """What readers call the page as a whole."""
    words = localizer.gettext(
        "signs, signs of trafficking, indicators of trafficking, red flags, recognise a victim, "
        "recognise, spot a victim"
    )
    return listed(words)


def whole(localizer: Localizer) -> list[Section]:
    """The sections that are asked for by their own words."""
    gettext = localizer.gettext
    questions = gettext(
        "questions to ask, ask the victim, first questions, first interview"
    )
    tell = gettext("whom to call, report a suspicion, report suspected trafficking")
    return [
        ("questions", gettext("First questions to an adult"), listed(questions)),
        (
            "never",
            gettext("What never to do"),
            listed(gettext("what never to do, prohibitions")),
        ),
        ("whom-to-tell", gettext("Whom to tell"), listed(tell)),
    ]


def parts(localizer: Localizer) -> list[Section]:
    """The sections of a form of exploitation or of a place, which are asked for beside a
    word for signs.
    """
    found, phrases = recognise.recognition(localizer.corpus), Phrases(localizer)
    gettext = localizer.gettext
    typed = {
        "domestic-work": listed(gettext("domestic worker, maid, servant, housekeeper")),
        "child": listed(gettext("child, children, minor, girl, boy")),
        "labour": listed(gettext("forced labour, worker, labour exploitation")),
        "workplace": listed(gettext("workplace, factory, farm, construction site")),
        "border": listed(gettext("border, airport, border guard, journey")),
        "health": listed(gettext("hospital, doctor, nurse, patient")),
        "school": listed(gettext("school, teacher, pupil, student")),
        "online": listed(gettext("online, internet, social media")),
    }
    sections = []
    for of, codes in (("place", recognise.PLACES), ("form", recognise.FORMS[1:])):
        for code in codes:
            if found.of(of, code):
                label = letters(recognise.label(phrases, code))
                sections.append(
                    (recognise.anchor(of, code), label, (label, *typed.get(code, ())))
                )
    return sections


def documents(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    """The page, each sentence once."""
    if not recognise.recognition(corpus).signs:
        return
    sections = [
        *((anchor, label, ()) for anchor, label, _ in whole(localizer)),
        *parts(localizer),
    ]
    yield SearchDocument(
        address=address(Target("page", PAGE)),
        title=Localized(
            localizer.gettext("Signs of trafficking"), localizer.language, "source"
        ),
        names=here(asked(localizer), localizer.language),
        aside=here(
            (each for *_, typed in whole(localizer) for each in typed), localizer.language
        ),
        entries=tuple(_entries(localizer, {anchor: rest for anchor, *rest in sections})),
        type=localizer.gettext("Step of a case"),
    )


def _entries(
    localizer: Localizer, sections: dict[str, list[Any]]
) -> Iterator[SearchEntry]:
    """The lines, each with the heading of its section, and under what readers type for
    it.
    """
    found = recognise.recognition(localizer.corpus)
    lines = [
        *((_narrowest(found, each), each.record, each.line.says) for each in found.signs),
        *(("questions", each.record, each.line.asks) for each in found.questions),
        *(("never", each.record, each.line.says) for each in found.never),
    ]
    once = {said: (anchor, record) for anchor, record, said in reversed(lines)}
    for said, (anchor, record) in reversed(once.items()):
        heading, typed = sections.get(anchor, ("", ()))
        yield SearchEntry(
            anchor, heading, localizer.said(record, said), (heading, *typed)
        )


def _narrowest(found: recognise.Recognition, each: recognise.Guidance) -> str:
    """The section with the fewest signs of those that a sign stands in, of equals its
    place.
    """
    form, place = each.line.form, each.line.place
    if place and len(found.of("place", place)) <= len(found.of("form", form)):
        return recognise.anchor("place", place)
    return recognise.anchor("form", form)
