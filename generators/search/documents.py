"""What can be found: records with their provisions, steps and objectives, mechanisms,
topics, stages, the first days, States, terms, principles, items of Dakar, each by its
name and by what readers type for it. Knows no index and no file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from generators.corpus import order, parties, state_words
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.corpus.memo import once
from generators.corpus.state_profile import for_members
from generators.document import commonmark, quoted_line
from generators.document.phrases import speaking
from generators.document.runs import DOT, letters
from generators.model.mechanisms import Mechanism
from generators.model.records import Record
from generators.model.vocabulary import VocabularyEntry
from generators.search import signs, words
from generators.search.index import (
    Name,
    SearchDocument,
    SearchEntry,
    in_language,
    name_of,
)
from generators.translate import texts
from generators.translate.localizer import Localizer, ui

TYPES = {
    "topic": ui("Topic"),
    "stage": ui("Step of a case"),
    "principle": ui("Principle"),
    "state": ui("State"),
    "term": ui("Term"),
}
"""What is found is called so, if it is no record, mechanism or item: by its kind."""


def type_of(localizer: Localizer, kind: str) -> str:
    """What such a thing is called in the language."""
    return localizer.gettext(TYPES[kind])


def topics(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    """Topics, stages and principles."""
    for name, kind in (
        ("topics", "topic"),
        ("stages", "stage"),
        ("principles", "principle"),
    ):
        for code in corpus.vocabularies.of(name):
            english = name_of(texts.word(corpus, name, code, "en"))
            yield SearchDocument(
                address=address(Target(kind, code)),
                title=localizer.word(name, code),
                kind=kind,
                facets={"topic": (code,)} if kind == "topic" else {},
                names=(english, *_asked(corpus, localizer, name, code)),
                summary=localizer.word(name, code, "definition"),
                type=type_of(localizer, kind),
            )


def _asked(corpus: Corpus, localizer: Localizer, of: str, code: str) -> Iterator[Name]:
    """The question of a topic, what readers type for it, and the words for the terms that
    belong to it.
    """
    yield from typed_names(corpus.vocabularies.of(of)[code], localizer.language)
    if of == "topics":
        yield name_of(localizer.word(of, code, "question"))
        for term in corpus.vocabularies.of("terms").values():
            if code in term.topics:
                yield from forms(term, localizer.language)


def typed_names(entry: VocabularyEntry, language: str) -> tuple[Name, ...]:
    """What readers type for an entry of a list in a language."""
    return in_language(entry.typed.get(language, ()), language)


def forms(term: VocabularyEntry, language: str) -> tuple[Name, ...]:
    """The form of a language to use for a term, and the further words that mean it, with
    the language.
    """
    own = term.forms.get(language)
    return in_language(
        (*([own.form] if own else ()), *other_words(term, language)), language
    )


def other_words(term: VocabularyEntry, language: str) -> list[str]:
    """The further words of a language that mean a term: its variants, forms to avoid that
    are said to mean the same, and what readers type.
    """
    others = (*term.variants, *(each for each in term.avoid if each.same))
    written = (each.form for each in others if each.language == language)
    return [*written, *term.typed.get(language, ())]


def first_days_names(localizer: Localizer) -> tuple[str, ...]:
    """What readers call the first days of a case."""
    return signs.listed(localizer.gettext("first days, first hours, emergency"))


def first_days(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    """The page of the first days of a case, by its steps too."""
    steps = corpus.vocabularies.of("first-days")
    asked = (
        each for step in steps.values() for each in typed_names(step, localizer.language)
    )
    lead = localizer.gettext("What the texts ask in the first days of a case, by State")
    yield SearchDocument(
        address=address(Target("page", "first-days")),
        title=Localized(
            localizer.gettext("The first days"), localizer.language, "source"
        ),
        kind="stage",
        names=(*in_language(first_days_names(localizer), localizer.language), *asked),
        aside=tuple(name_of(localizer.word("first-days", code)) for code in steps),
        summary=Localized(lead, localizer.language, "source"),
        type=type_of(localizer, "stage"),
    )


def state_cities(corpus: Corpus, code: str, language: str) -> tuple[str, ...]:
    """The cities that readers type for a State in a language."""
    places = corpus.vocabularies.of("places").values()
    here = (
        texts.place(corpus, each.label, language) for each in places if each.state == code
    )
    named = (each.text for each in here if each.language == language)
    return tuple(dict.fromkeys((*state_words.cities(corpus, code, language), *named)))


def states(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    """A document for each State."""
    language = localizer.language
    for code in corpus.all_states:
        called = (
            *state_words.names(corpus, code, language),
            *state_cities(corpus, code, language),
        )
        yield SearchDocument(
            address=address(Target("state", code)),
            title=Localized(localizer.state(code), language, "source"),
            kind="state",
            facets={"state": (code,)},
            names=(
                (texts.state_name(corpus, code, "en"), "en"),
                *in_language(called, language),
            ),
            type=type_of(localizer, "state"),
        )


def terms(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    """A document for each term."""
    language = localizer.language
    for code, entry in corpus.vocabularies.of("terms").items():
        preferred = ((form.form, tag) for tag, form in sorted(entry.forms.items()))
        variants = ((each.form, each.language) for each in entry.variants)
        avoided = ((each.form, each.language) for each in entry.avoid if not each.same)
        yield SearchDocument(
            address=address(Target("term", code)),
            title=localizer.word("terms", code),
            kind="term",
            brief=tuple(dict.fromkeys(entry.acronyms.values())),
            names=(
                *preferred,
                *variants,
                *in_language(other_words(entry, language), language),
            ),
            aside=(*avoided, *in_language(entry.beside.get(language, ()), language)),
            summary=localizer.word("terms", code, "definition"),
            type=type_of(localizer, "term"),
        )


def pages(_: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    """The pages that compare, count, hand out or correct what all records hold, by title,
    by what they are on, and by what readers type.
    """
    for page, (title, lead, asked) in _titles(localizer.gettext).items():
        yield SearchDocument(
            address=address(Target("page", page)),
            title=Localized(title, localizer.language, "source"),
            names=in_language((lead, *signs.listed(asked)), localizer.language),
            summary=Localized(lead, localizer.language, "source"),
        )


def _titles(gettext: Callable[[str], str]) -> dict[str, tuple[str, str, str]]:
    return {
        "numbers": (
            gettext("Numbers"),
            gettext(
                "Periods, time limits, intervals and ratifications that texts set, side by side"
            ),
            gettext("statistics, figures, how many, charts"),
        ),
        "plans": (
            gettext("Action plans in time"),
            gettext("Which plans run, which are over, and what followed them"),
            "",
        ),
        "monitoring": (
            gettext("Reporting and indicators"),
            gettext("Who reports to whom, how often, and which numbers are asked for"),
            gettext("deadlines, reports due, when to report, reporting calendar"),
        ),
        "downloads": (
            gettext("Offline"),
            gettext("PDFs of everything here, for printing and for reading offline"),
            gettext("downloads, without internet, no internet, no connection, to print"),
        ),
        "data": (
            gettext("Open data"),
            gettext("All of it as data: tables, a database, JSON"),
            gettext("csv, excel, dataset, database, download the data"),
        ),
        "contribute": (
            gettext("Contribute"),
            gettext("How to report an error, correct a text or add one"),
            gettext(
                "mistake, error, correction, wrong on this site, comment on this site"
            ),
        ),
        "changes": (
            gettext("What changed"),
            gettext(
                "What was added, corrected or confirmed, and what has expired, by date and organisation"
            ),
            gettext("news, updates, latest"),
        ),
    }


def items(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    """A document for each item of the consultation."""
    for name, model in corpus.items.items():
        yield SearchDocument(
            address=address(Target("item", name)),
            title=localizer.title(name),
            kind=model.kind,
            facets={"topic": model.topics},
            names=(("Dakar 2010", "zxx"),),
            summary=localizer.said(name, model.says),
            type=localizer.label("kinds", model.kind),
            owners=localizer.gettext("Dakar 2010"),
        )


_NOUGHTS = re.compile(r"(?<=[A-Z])0+(?=\d)")

LONGEST_ACRONYM = 7
"""A short name with fewer letters, and no blank, is what other languages have an acronym
for.
"""


def gather(corpus: Corpus, language: str) -> list[SearchDocument]:
    """All documents of a language: records first, in the order of their ids."""
    localizer = Localizer(corpus, language)
    kinds = (
        _records,
        _mechanisms,
        topics,
        first_days,
        signs.documents,
        states,
        terms,
        pages,
        items,
    )
    return [document for kind in kinds for document in kind(corpus, localizer)]


def _records(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    for name in sorted(corpus.records):
        model, day, adopters = (
            corpus.records[name],
            corpus.day(name),
            corpus.adopters(name),
        )
        topics = {topic for provision in model.provisions for topic in provision.topics}
        yield SearchDocument(
            address=address(Target("record", name)),
            title=localizer.title(name),
            kind=model.kind,
            facets={
                "region": corpus.regions(name),
                "mechanism": tuple(dict.fromkeys((*adopters, *model.developed_by))),
                "force": _force(corpus, name),
                "status": (corpus.status(name),),
                "topic": [
                    topic for topic in corpus.vocabularies.of("topics") if topic in topics
                ],
                "state": _bound(corpus, name),
                "year": (str(day.year),) if day else (),
            },
            brief=tuple(_brief(localizer, name, model)),
            typed=tuple(
                each for each in model.typed.get(localizer.language, ()) if " " in each
            ),
            names=tuple(_names(corpus, localizer, name, model)),
            summary=_plain(localizer.said(name, model.summary))
            if model.summary
            else None,
            open=_open(corpus, name),
            entries=tuple(_entries(corpus, localizer, name, model)),
            day=int(f"{day.first:%Y%m%d}") if day else 0,
            type=_type(corpus, localizer, name),
            owners=localizer.comma.join(
                localizer.short(owner).text for owner in adopters
            ),
            general=_counts_less(corpus, model),
            headline=short
            if (short := localizer.short(name)).text != localizer.title(name).text
            else None,
        )


def _force(corpus: Corpus, name: str) -> tuple[str, ...]:
    """Whether a text is made to bind; nothing where it does not apply yet, which would
    read as if it did.
    """
    if corpus.applies_from(name):
        return ()
    return ("binding" if corpus.records[name].binding else "not-binding",)


def _type(corpus: Corpus, localizer: Localizer, name: str) -> str:
    """What sort of text it is, and when its time is, where that is not today."""
    sort = localizer.label("types", corpus.records[name].type)
    phrases = speaking(corpus, localizer.language)
    time = letters(quoted_line.time(phrases, name))
    return f"{sort}{DOT}{time}" if time else sort


def _brief(localizer: Localizer, name: str, model: Record) -> Iterator[str]:
    """What a text is cited by: its number, also without noughts before it (C029), the
    number that its title begins with, names that are one word.
    """
    yield from (
        each
        for each in dict.fromkeys((model.number, _NOUGHTS.sub("", model.number or "")))
        if each
    )
    yield from title_number(localizer.title(name).text)
    names = (
        localizer.short(name).text,
        *(each for its in model.typed.values() for each in its),
    )
    yield from (each for each in names if " " not in each)


def title_number(title: str) -> list[str]:
    """The number that a title begins with (Directive 2011/36/EU of the European
    Parliament …).
    """
    beginning = title[:40].partition(",")[0].split(" of ")[0]
    return [each.upper() for each in list(words.compounds(words.fold(beginning)))[:1]]


def _counts_less(corpus: Corpus, model: Record) -> bool:
    """Whether a text stands behind others that speak of the same: general law, an act
    whose words stand in the text that it amends, one State's own text.
    """
    amends = any(name in corpus.records for name in model.relations.amends)
    return (
        bool(amends or model.model_of)
        or (model.about or order.NEIGHBOUR) == order.NEIGHBOUR
    )


def _entries(
    corpus: Corpus, localizer: Localizer, name: str, model: Record
) -> Iterator[SearchEntry]:
    label = localizer.label

    def entry(anchor: str, ref: str | None, said: str, *labels: str) -> SearchEntry:
        """A line; its reference as it was typed too, where it is shown otherwise."""
        shown = localizer.reference(name, ref)
        typed = ref if ref and shown != ref else ""
        groups = order.groups_of(corpus, name, anchor)
        whom = localizer.comma.join(label("groups", code) for code in groups)
        return SearchEntry(anchor, shown, localizer.said(name, said), labels, typed, whom)

    for _, anchor, line, _ in corpus.lines_of(name, "provisions"):
        yield entry(
            anchor,
            line.ref,
            line.says,
            *(label("topics", topic) for topic in line.topics),
        )
    for _, anchor, step, _ in corpus.lines_of(name, "steps"):
        yield entry(anchor, step.ref, step.does, label("stages", step.stage))
    for kind in ("objectives", "indicators"):
        for _, anchor, line, _ in corpus.lines_of(name, kind):
            yield entry(anchor, line.ref, line.says)
    if duty := model.reporting:
        yield entry("reporting", duty.ref, duty.to, localizer.gettext("Reporting"))


def _names(
    corpus: Corpus, localizer: Localizer, name: str, model: Record
) -> Iterator[Name]:
    """Titles in every language, short titles, the type, where it was adopted and opened
    for signature, and the names of the mechanisms.
    """
    yield name_of(texts.title(corpus, name, "en"))
    yield from _by_language(model.official_titles)
    if model.short_title:
        yield name_of(localizer.said(name, model.short_title))
        yield model.short_title, model.language
    yield from _by_language(model.short_titles)
    yield from (
        (text, tag)
        for tag, its in sorted(model.typed.items())
        for text in its
        if " " in text
    )
    yield name_of(localizer.word("types", model.type))
    places = (
        event.place for event in (model.adopted, model.signature) if event and event.place
    )
    yield from (
        name_of(texts.place(corpus, place, localizer.language))
        for place in dict.fromkeys(places)
    )
    for owner in dict.fromkeys((*corpus.adopters(name), *model.developed_by)):
        yield from _called(corpus, localizer, owner)


def _by_language(names: Mapping[str, str]) -> list[Name]:
    return [(text, tag) for tag, text in sorted(names.items())]


def _called(corpus: Corpus, localizer: Localizer, owner: str) -> Iterator[Name]:
    """A mechanism's acronyms in every language, and its name in this one."""
    model = corpus.mechanisms.get(owner)
    if model:
        yield from ((text, "zxx") for text in dict.fromkeys(model.acronyms.values()))
        yield from _by_language(model.short_names)
        yield name_of(localizer.title(owner))
        if model.short_name:
            yield name_of(localizer.said(owner, model.short_name))


@once
def _bound(corpus: Corpus, name: str) -> tuple[str, ...]:
    """The States that a record is for: its parties, those it names, and where it does not
    bind the members of its mechanisms.
    """
    model = corpus.records[name]
    listed = model.parties.states if model.parties else ()
    found = {
        *model.named_parties,
        *(party.state for party in listed if corpus.is_now(party)),
    }
    if not found and for_members(corpus, name):
        owners = (owner for owner in corpus.adopters(name) if owner in corpus.mechanisms)
        found = {
            member.state for owner in owners for member in corpus.members_today(owner)
        }
    return tuple(sorted(found))


@once
def _open(corpus: Corpus, name: str) -> tuple[str, ...]:
    """The States of which it is not known whether a text that can bind does bind them."""
    states = corpus.all_states if corpus.records[name].binding else ()
    unbound = (code for code in states if name not in corpus.bound_by(code))
    return tuple(code for code in unbound if parties.is_open(corpus, name, code))


def _mechanisms(corpus: Corpus, localizer: Localizer) -> Iterator[SearchDocument]:
    for name, model in sorted(corpus.mechanisms.items()):
        states = tuple(sorted({member.state for member in corpus.members_today(name)}))
        about = model.trafficking_body or model.powers
        yield SearchDocument(
            address=address(Target("record", name)),
            title=localizer.title(name),
            kind="mechanism",
            facets={
                "region": corpus.regions(name),
                "mechanism": (name,),
                "state": states,
            },
            brief=_initialled(model, localizer, name),
            names=(
                *_called(corpus, localizer, name),
                *_by_language(model.official_names),
            ),
            summary=localizer.said(name, about) if about else None,
            type=localizer.label("mechanism-kinds", model.kind),
            owners=localizer.short(name).text,
        )


def _initialled(model: Mechanism, localizer: Localizer, name: str) -> tuple[str, ...]:
    """A mechanism's acronyms, and its short name where that is one word, as acronyms are
    in some scripts.
    """
    short = localizer.short(name).text
    one = (short,) if len(short) < LONGEST_ACRONYM and " " not in short else ()
    return tuple(dict.fromkeys((*model.acronyms.values(), *one)))


def _plain(said: Localized) -> Localized:
    """A text in CommonMark without its marks, on one line."""
    return Localized(commonmark.plain(said), said.language, said.state)
