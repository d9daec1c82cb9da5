"""Records and mechanisms as documents that search can find.

A record is found by its titles and numbers, by the names of its mechanisms, and by its
lines. Lines are provisions, steps, objectives, indicators and the duty to report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generators.corpus import order, parties
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.corpus.memo import once
from generators.corpus.state_profile import for_members
from generators.document import commonmark, quoted_line
from generators.document.phrases import speaking
from generators.document.runs import DOT, letters
from generators.model.records import Record
from generators.search import words
from generators.search.index import Name, SearchDocument, SearchEntry, name_of
from generators.translate import texts
from generators.translate.localizer import Localizer

_NOUGHTS = re.compile(r"(?<=[A-Z])0+(?=\d)")
"""Noughts between letters and a number, as in C029."""

LONGEST_ACRONYM = 7
"""A short name without a blank and with fewer characters counts as an acronym.

So it does in scripts that have no acronyms.
"""


# -- records -----------------------------------------------------------------------------


def record_documents(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    """A document for each record, in the order of their ids."""
    for record in sorted(corpus.records):
        yield _record_document(corpus, localizer, record)


def _record_document(corpus: Corpus, localizer: Localizer, record: str) -> SearchDocument:
    """The document of a record (its id)."""
    model = corpus.records[record]
    day = corpus.day(record)
    typed_here = model.typed.get(localizer.language, ())
    owners = [localizer.short(owner).text for owner in corpus.adopters(record)]
    return SearchDocument(
        address=address(Target("record", record)),
        title=localizer.title(record),
        kind=model.kind,
        facets=_record_facets(corpus, record),
        brief=tuple(_brief_names(localizer, record, model)),
        typed=tuple(name for name in typed_here if " " in name),
        names=tuple(_record_names(corpus, localizer, record)),
        summary=_plain_summary(localizer, record),
        open=_states_open(corpus, record),
        entries=tuple(_record_entries(corpus, localizer, record)),
        day=int(f"{day.first:%Y%m%d}") if day else 0,
        type=_type_and_time(corpus, localizer, record),
        owners=localizer.comma.join(owners),
        general=_comes_after_others(corpus, model),
        headline=_headline(localizer, record),
    )


def _record_facets(corpus: Corpus, record: str) -> Mapping[str, Sequence[str]]:
    """The codes of a record for each filter, as in ``SearchDocument.facets``."""
    model = corpus.records[record]
    day = corpus.day(record)
    topics = {topic for provision in model.provisions for topic in provision.topics}
    mechanisms = (*corpus.adopters(record), *model.developed_by)
    return {
        "region": corpus.regions(record),
        "mechanism": tuple(dict.fromkeys(mechanisms)),
        "force": _force(corpus, record),
        "status": (corpus.status(record),),
        "topic": [
            code for code in corpus.vocabularies.entries_of("topics") if code in topics
        ],
        "state": _states_for(corpus, record),
        "year": (str(day.year),) if day else (),
    }


def _force(corpus: Corpus, record: str) -> tuple[str, ...]:
    """Whether a record is made to bind, as a code of the vocabulary of forces.

    It is empty where the record does not apply yet, so that nobody thinks it does.
    """
    if corpus.applies_from(record):
        return ()
    return ("binding",) if corpus.records[record].binding else ("not-binding",)


@once
def _states_for(corpus: Corpus, record: str) -> tuple[str, ...]:
    """The States (alpha-3 codes) that a record is for, in order.

    They are its parties today, and the States that it names. Where it has none of them
    and does not bind, they are the members of its mechanisms today.
    """
    model = corpus.records[record]
    states = set(model.named_parties)
    if model.parties:
        states.update(
            party.state for party in model.parties.states if corpus.is_now(party)
        )
    if not states and for_members(corpus, record):
        for owner in corpus.adopters(record):
            if owner in corpus.mechanisms:
                states.update(member.state for member in corpus.members_today(owner))
    return tuple(sorted(states))


@once
def _states_open(corpus: Corpus, record: str) -> tuple[str, ...]:
    """The States (alpha-3 codes) of which nobody knows whether a record binds them.

    There are none where the record is not made to bind.
    """
    if not corpus.records[record].binding:
        return ()
    return tuple(
        state
        for state in corpus.all_states
        if record not in corpus.bound_by(state) and parties.is_open(corpus, record, state)
    )


def _plain_summary(localizer: Localizer, record: str) -> Localized | None:
    """The summary of a record without marks, on one line; None where it has none."""
    summary = localizer.corpus.records[record].summary
    if not summary:
        return None
    text = localizer.text_of(record, summary)
    return text._replace(text=commonmark.plain(text))


def _type_and_time(corpus: Corpus, localizer: Localizer, record: str) -> str:
    """The type of a record; also from when it applies, or that its time is over."""
    type_label = localizer.label("types", corpus.records[record].type)
    phrases = speaking(corpus, localizer.language)
    time = letters(quoted_line.time(phrases, record))
    return f"{type_label}{DOT}{time}" if time else type_label


def _headline(localizer: Localizer, record: str) -> Localized | None:
    """The short title of a record; None where it is the same as its title."""
    short = localizer.short(record)
    if short.text == localizer.title(record).text:
        return None
    return short


def _comes_after_others(corpus: Corpus, model: Record) -> bool:
    """Whether a record comes after others on the same subject in the results.

    It is so of general law, and of one State's own text. It is so too of an act whose
    words are now in the record that it amends.
    """
    amends_record = any(record in corpus.records for record in model.relations.amends)
    if amends_record or model.model_of:
        return True
    return model.about in (None, order.NEIGHBOUR)


# -- names of a record -------------------------------------------------------------------


def _brief_names(localizer: Localizer, record: str, model: Record) -> Iterator[str]:
    """The names of one word by which a record is cited, and its numbers.

    Its number is given with and without noughts (C029, C29). The number that its title
    begins with is among them.
    """
    if model.number:
        yield from dict.fromkeys((model.number, _NOUGHTS.sub("", model.number)))
    yield from title_number(localizer.title(record).text)
    typed = [name for names in model.typed.values() for name in names]
    for name in (localizer.short(record).text, *typed):
        if " " not in name:
            yield name


def title_number(title: str) -> list[str]:
    """The number with which a title begins, in a list; none where it has no number.

    >>> title_number("Directive 2011/36/EU of the European Parliament")
    ['2011/36/EU']
    >>> title_number("Convention of 2005")
    []
    """
    beginning = title[:40].partition(",")[0].split(" of ")[0]
    numbers = list(words.compounds(words.fold(beginning)))
    return [number.upper() for number in numbers[:1]]


def _record_names(corpus: Corpus, localizer: Localizer, record: str) -> Iterator[Name]:
    """The further names of a record, each with its language.

    They are its titles in every language, its short titles, and what readers type for
    it. Its type, the places where it was adopted and signed, and the names of its
    mechanisms are among them.
    """
    model = corpus.records[record]
    yield name_of(texts.title(corpus, record, "en"))
    yield from _by_language(model.official_titles)
    if model.short_title:
        yield name_of(localizer.text_of(record, model.short_title))
        yield model.short_title, model.language
    yield from _by_language(model.short_titles)
    for tag, typed in sorted(model.typed.items()):
        for name in typed:
            if " " in name:
                yield name, tag
    yield name_of(localizer.word("types", model.type))
    events = [event for event in (model.adopted, model.signature) if event]
    for place in dict.fromkeys(event.place for event in events if event.place):
        yield name_of(texts.place(corpus, place, localizer.language))
    for owner in dict.fromkeys((*corpus.adopters(record), *model.developed_by)):
        yield from _mechanism_names(corpus, localizer, owner)


def _by_language(name_by_language: Mapping[str, str]) -> list[Name]:
    """Names by their languages as names with their languages, in order."""
    return [(text, tag) for tag, text in sorted(name_by_language.items())]


# -- lines of a record -------------------------------------------------------------------


def _record_entries(
    corpus: Corpus, localizer: Localizer, record: str
) -> Iterator[SearchEntry]:
    """The lines of a record to which a result leads."""
    label = localizer.label
    for _, anchor, provision, _ in corpus.lines_of(record, "provisions"):
        topics = tuple(label("topics", topic) for topic in provision.topics)
        yield _entry(localizer, record, anchor, provision.ref, provision.says, topics)
    for _, anchor, step, _ in corpus.lines_of(record, "steps"):
        stages = (label("stages", step.stage),)
        yield _entry(localizer, record, anchor, step.ref, step.does, stages)
    for _, anchor, objective, _ in corpus.lines_of(record, "objectives"):
        yield _entry(localizer, record, anchor, objective.ref, objective.says)
    for _, anchor, indicator, _ in corpus.lines_of(record, "indicators"):
        yield _entry(localizer, record, anchor, indicator.ref, indicator.says)
    duty = corpus.records[record].reporting
    if duty:
        reporting = (localizer.gettext("Reporting"),)
        yield _entry(localizer, record, "reporting", duty.ref, duty.to, reporting)


def _entry(
    localizer: Localizer,
    record: str,
    anchor: str,
    ref: str | None,
    text: str,
    labels: tuple[str, ...] = (),
) -> SearchEntry:
    """A line of a record; ``ref`` and ``text`` are as the record has them."""
    shown_ref = localizer.reference(record, ref)
    groups = order.groups_of(localizer.corpus, record, anchor)
    group_labels = [localizer.label("groups", group) for group in groups]
    return SearchEntry(
        anchor=anchor,
        ref=shown_ref,
        text=localizer.text_of(record, text),
        labels=labels,
        typed=ref if ref and shown_ref != ref else "",
        whom=localizer.comma.join(group_labels),
    )


# -- mechanisms --------------------------------------------------------------------------


def mechanism_documents(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    """A document for each mechanism, in the order of their ids."""
    for name, model in sorted(corpus.mechanisms.items()):
        states = {member.state for member in corpus.members_today(name)}
        summary = model.trafficking_body or model.powers
        yield SearchDocument(
            address=address(Target("record", name)),
            title=localizer.title(name),
            kind="mechanism",
            facets={
                "region": corpus.regions(name),
                "mechanism": (name,),
                "state": tuple(sorted(states)),
            },
            brief=_acronyms(localizer, name),
            names=(
                *_mechanism_names(corpus, localizer, name),
                *_by_language(model.official_names),
            ),
            summary=localizer.text_of(name, summary) if summary else None,
            type=localizer.label("mechanism-kinds", model.kind),
            owners=localizer.short(name).text,
        )


def _mechanism_names(
    corpus: Corpus, localizer: Localizer, mechanism: str
) -> Iterator[Name]:
    """The acronyms and short names of a mechanism in every language, and its name here.

    There are none where the corpus has no such mechanism.
    """
    model = corpus.mechanisms.get(mechanism)
    if not model:
        return
    for acronym in dict.fromkeys(model.acronyms.values()):
        yield acronym, "zxx"
    yield from _by_language(model.short_names)
    yield name_of(localizer.title(mechanism))
    if model.short_name:
        yield name_of(localizer.text_of(mechanism, model.short_name))


def _acronyms(localizer: Localizer, mechanism: str) -> tuple[str, ...]:
    """A mechanism's acronyms in all languages, and its short name if that is like one."""
    acronyms = list(localizer.corpus.mechanisms[mechanism].acronyms.values())
    short = localizer.short(mechanism).text
    if len(short) < LONGEST_ACRONYM and " " not in short:
        acronyms.append(short)
    return tuple(dict.fromkeys(acronyms))
