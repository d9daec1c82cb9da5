"""The page of signs in search.

Its sections have what readers call them. Each sign, question and prohibition is a line
that leads to its section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.document import recognise
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.model.records import TraffickingSign
from generators.search.index import SearchDocument, SearchEntry, in_language
from generators.translate.localizer import Localizer

PAGE = "recognise"
"""The name of the page in ``addresses``."""


class SignSection(NamedTuple):
    """A section of the page of signs."""

    anchor: str
    heading: str
    typed: tuple[str, ...] = ()
    """What readers type for it."""


def listed(words: str) -> tuple[str, ...]:
    """The words of a list in the interface, which may have a comma of any language.

    >>> listed("mistake, wrong on this site")
    ('mistake', 'wrong on this site')
    >>> listed("")
    ()
    """
    pieces = (piece.strip() for piece in re.split("[,،、，]", words))
    return tuple(piece for piece in pieces if piece)


def page_names(localizer: Localizer) -> tuple[str, ...]:
    """What readers call the page as a whole."""
    return listed(
        localizer.gettext(
            "signs, signs of trafficking, indicators of trafficking, red flags, "
            "recognise a victim, recognise, spot a victim"
        )
    )


def sections_with_own_words(localizer: Localizer) -> list[SignSection]:
    """The sections that readers ask for by words of their own, without "signs"."""
    gettext = localizer.gettext
    questions = gettext(
        "questions to ask, ask the victim, first questions, first interview"
    )
    never = gettext("what never to do, prohibitions")
    tell = gettext("whom to call, report a suspicion, report suspected trafficking")
    return [
        SignSection(
            "questions", gettext("First questions to an adult"), listed(questions)
        ),
        SignSection("never", gettext("What never to do"), listed(never)),
        SignSection("whom-to-tell", gettext("Whom to tell"), listed(tell)),
    ]


def sections_of_signs(localizer: Localizer) -> list[SignSection]:
    """The sections of the places and forms of exploitation that have signs.

    Readers ask for one of them by its words together with a word for signs.
    """
    recognition = recognise.recognition(localizer.corpus)
    phrases = Phrases(localizer)
    typed = _typed_by_code(localizer)
    keys: list[tuple[recognise.SignKey, str]] = [
        *(("place", place) for place in recognise.PLACES),
        *(("form", form) for form in recognise.FORMS[1:]),
    ]
    sections = []
    for key, code in keys:
        if recognition.signs_of(key, code):
            heading = letters(recognise.label(phrases, code))
            names = (heading, *typed.get(code, ()))
            sections.append(SignSection(recognise.anchor(key, code), heading, names))
    return sections


def _typed_by_code(localizer: Localizer) -> dict[str, tuple[str, ...]]:
    """What readers type for a place or a form of exploitation, by its code."""
    gettext = localizer.gettext
    words_by_code = {
        "domestic-work": gettext("domestic worker, maid, servant, housekeeper"),
        "child": gettext("child, children, minor, girl, boy"),
        "labour": gettext("forced labour, worker, labour exploitation"),
        "workplace": gettext("workplace, factory, workshop"),
        "farm": gettext("farm, harvest, greenhouse, seasonal worker, agriculture"),
        "construction": gettext("construction site, building site, builder"),
        "fishing": gettext("fishing boat, fishing vessel, fisherman, crew, shellfish"),
        "border": gettext("border, airport, border guard, journey"),
        "health": gettext("hospital, doctor, nurse, patient"),
        "school": gettext("school, teacher, pupil, student"),
        "online": gettext("online, internet, social media"),
    }
    return {code: listed(words) for code, words in words_by_code.items()}


def documents(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    """The document of the page of signs; none where no record has a sign."""
    if not recognise.recognition(corpus).signs:
        return
    language = localizer.language
    own_words = sections_with_own_words(localizer)
    typed = [words for section in own_words for words in section.typed]
    # What readers type for these sections finds the page, and not a line of it.
    sections = [
        *(section._replace(typed=()) for section in own_words),
        *sections_of_signs(localizer),
    ]
    yield SearchDocument(
        address=address(Target("page", PAGE)),
        title=Localized(localizer.gettext("Signs of trafficking"), language, "source"),
        names=in_language(page_names(localizer), language),
        aside=in_language(typed, language),
        entries=tuple(_entries(localizer, sections)),
        type=localizer.gettext("Step of a case"),
    )


def _entries(
    localizer: Localizer, sections: Iterable[SignSection]
) -> Iterator[SearchEntry]:
    """The lines of the page, each sentence once.

    The heading of its section is its reference. Its labels are that heading, and what
    readers type for the section.
    """
    section_by_anchor = {section.anchor: section for section in sections}
    for sentence, (anchor, record) in _sentences(localizer.corpus).items():
        section = section_by_anchor.get(anchor, SignSection(anchor, ""))
        yield SearchEntry(
            anchor=anchor,
            ref=section.heading,
            text=localizer.text_of(record, sentence),
            labels=(section.heading, *section.typed),
        )


def _sentences(corpus: Corpus) -> Mapping[str, tuple[str, str]]:
    """The sentences of the page, each with the anchor of its section and its record.

    A sentence of several records has the anchor and the record of the first one. In the
    order it has the place of the last one.
    """
    recognition = recognise.recognition(corpus)
    lines: list[tuple[str, str, str]] = []
    for sign in recognition.signs:
        lines.append((sign.line.says, _narrowest_anchor(recognition, sign), sign.record))
    for question in recognition.questions:
        lines.append((question.line.asks, "questions", question.record))
    for prohibition in recognition.never:
        lines.append((prohibition.line.says, "never", prohibition.record))
    sentences = {
        sentence: (anchor, record) for sentence, anchor, record in reversed(lines)
    }
    return dict(reversed(sentences.items()))


def _narrowest_anchor(
    recognition: recognise.Recognition, sign: recognise.Guidance[TraffickingSign]
) -> str:
    """The anchor of the section of a sign: its place, or its form of exploitation.

    It is the one with fewer signs; the place, where both have as many. A sign of one
    trade is under its place only.
    """
    form = sign.line.form
    place = sign.line.place
    if not place:
        return recognise.anchor("form", form)
    of_place = recognition.signs_of("place", place)
    of_form = recognition.signs_of("form", form)
    if place in recognise.TRADES or len(of_place) <= len(of_form):
        return recognise.anchor("place", place)
    return recognise.anchor("form", form)
