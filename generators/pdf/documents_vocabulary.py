"""The chapters that explain and lead: the common indicators, the OHCHR Principles as a lens over all records,
the terms in each language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generators.corpus import comparisons
from generators.corpus.cldr import LANGUAGES, sort_key
from generators.model.vocabulary import Entry
from generators.pdf import parts
from generators.pdf.ink import Ink, Runs, joined, strong
from generators.pdf.parts import Part


def indicators(ink: Ink) -> Iterator[Part]:
    """The common indicators: what each counts, in what unit, by what, and who asks for it."""
    entries = ink.corpus.vocabularies.of("indicators")
    if entries:
        yield parts.chapter(1, ink.say("Common indicators"))
        yield parts.entries(_indicator(ink, code, entry) for code, entry in entries.items())


def _indicator(ink: Ink, code: str, entry: Entry) -> Part:
    def labelled(text: str, part: str) -> Runs:
        return (
            [*ink.say(text), ink.localizer.colon, *ink.word("indicators", code, part)]
            if getattr(entry, part)
            else []
        )

    asking = [_cited(ink, ink.short(each.id), each.ref) for each in entry.asked_by]
    asking += [
        ink.short(name)
        for name, model in ink.corpus.records.items()
        if any(each.measures == code for each in model.indicators)
    ]
    topics = [ink.word("topics", topic) for topic in entry.topics]
    return _explained(
        ink,
        "indicators",
        code,
        joined((labelled("Unit", "unit"), labelled("By", "disaggregation"), *topics)),
        [*ink.say("Asked for by"), ink.localizer.colon, *joined(asking)] if asking else [],
    )


def principles(ink: Ink) -> Iterator[Part]:
    """The OHCHR Principles and Guidelines, each with the topics that it bears on and the strongest provisions
    recorded there.
    """
    entries = ink.corpus.vocabularies.of("principles")
    if entries:
        yield parts.chapter(1, ink.say("OHCHR Principles and Guidelines"))
        yield parts.entries(_principle(ink, code, entry) for code, entry in entries.items())


def _principle(ink: Ink, code: str, entry: Entry) -> Part:
    where = joined(
        (ink.ref(entry.ref) if entry.ref else [], ink.grade(entry.confidence) if entry.confidence else [])
    )
    return _explained(
        ink,
        "principles",
        code,
        where,
        *(_borne(ink, each) for each in comparisons.topics_of_principle(ink.corpus, code)),
    )


def _borne(ink: Ink, each: comparisons.TopicOfPrinciple) -> Runs:
    strongest = (
        [
            ink.strength(placed.provision.strength),
            f"\u00a0{ink.label('strengths', placed.provision.strength)}{ink.localizer.colon}",
            *_cited(ink, ink.to(placed.record, ink.short(placed.record)), placed.provision.ref),
        ]
        for placed in each.strongest
    )
    return joined(
        (
            strong(ink.word("topics", each.topic)),
            ink.numbered("{n} record", "{n} records", each.count),
            *strongest,
        )
    )


def terms(ink: Ink) -> Iterator[Part]:
    """The terms of the field, in the order of this language: definition, and the form in each language with
    how sure it is.
    """
    entries = ink.corpus.vocabularies.of("terms")
    if entries:
        yield parts.chapter(1, ink.say("Terms"))
        order = sorted(entries, key=lambda code: sort_key(ink.localizer.word("terms", code).text))
        yield parts.entries(_term(ink, code, entries[code]) for code in order)


def _term(ink: Ink, code: str, entry: Entry) -> Part:
    follows: Runs = []
    if entry.follows:
        source = (
            ink.to(entry.follows.record, ink.short(entry.follows.record))
            if entry.follows.record
            else [entry.follows.text or ""]
        )
        follows = [*ink.say("Follows"), " ", *_cited(ink, source, entry.follows.ref)]
    forms = (
        _form(ink, tag, entry) for tag in LANGUAGES if tag in entry.forms and tag != ink.localizer.language
    )
    avoid = [
        ink.tagged(each.language, each.form)
        for each in entry.avoid
        if each.language == ink.localizer.language
    ]
    return _explained(
        ink, "terms", code, follows, joined(forms), [*ink.say("not"), " ", *joined(avoid)] if avoid else []
    )


def _form(ink: Ink, tag: str, entry: Entry) -> Runs:
    form = entry.forms[tag]
    return [
        f"{ink.localizer.language_name(tag)}{ink.localizer.colon}",
        *ink.tagged(tag, form.form),
        f"\u00a0{ink.form_sign(form.confidence)}",
    ]


def _cited(ink: Ink, record: Runs, ref: str | None) -> Runs:
    """A record and the place in it, with the comma of the language."""
    return ink.say("{record}, {ref}", record=record, ref=ink.ref(ref)) if ref else record


def _explained(ink: Ink, name: str, code: str, *lines: Runs) -> Part:
    """An entry of the vocabulary: label, definition, and small lines."""
    label = strong(ink.word(name, code))
    return parts.entry("", parts.paras((label, ""), (ink.word(name, code, "definition"), ""), *_small(lines)))


def _small(lines: Iterable[Runs]) -> Iterator[tuple[Runs, str]]:
    return ((line, "src") for line in lines)
