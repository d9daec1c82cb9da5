"""What can be found beside records and mechanisms: topics, stages and principles, the first days, States,
terms, items of Dakar, each by its name and by what readers type for it. Knows no index and no file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generators.corpus import state_words
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.model.vocabulary import Entry as TermEntry
from generators.search.document import Document, Facets, name_of
from generators.translate import texts
from generators.translate.localizer import Localizer


def topics(corpus: Corpus, localizer: Localizer) -> Iterator[Document]:
    """Topics, stages and principles."""
    gettext = localizer.gettext
    for name, kind in (("topics", "topic"), ("stages", "stage"), ("principles", "principle")):
        for code in corpus.vocabularies.of(name):
            yield Document(
                address=address(Target(kind, code)),
                title=localizer.word(name, code),
                facets=Facets(kind, topic=(code,) if kind == "topic" else ()),
                names=(
                    name_of(texts.word(corpus, name, code, "en")),
                    *_asked(corpus, localizer, name, code),
                ),
                summary=localizer.word(name, code, "definition"),
                type={
                    "topic": gettext("Topic"),
                    "stage": gettext("Step of a case"),
                    "principle": gettext("Principle"),
                }[kind],
            )


def _asked(corpus: Corpus, localizer: Localizer, of: str, code: str) -> Iterator[tuple[str, str]]:
    """The question of a topic, what readers type for it, and the words for the terms that belong to it."""
    yield from _typed(corpus.vocabularies.of(of)[code], localizer.language)
    if of == "topics":
        yield name_of(localizer.word(of, code, "question"))
        for term in corpus.vocabularies.of("terms").values():
            if code in term.topics:
                own = term.forms.get(localizer.language)
                yield from ((own.form, localizer.language),) if own else ()
                yield from ((form, localizer.language) for form in meaning(term, localizer.language))


def _typed(entry: TermEntry, language: str) -> Iterator[tuple[str, str]]:
    """What readers type for an entry of a list in a language."""
    yield from ((each, language) for each in entry.typed.get(language, ()))


def meaning(term: TermEntry, language: str) -> list[str]:
    """The further words of a language that mean a term: its variants, forms to avoid that are said to mean
    the same, and what readers type.
    """
    others = (*term.variants, *(each for each in term.avoid if each.same))
    written = (each.form for each in others if each.language == language)
    return [*written, *term.typed.get(language, ())]


def first_days_names(localizer: Localizer) -> list[str]:
    """What readers call the first days of a case."""
    typed = re.split("[,،、，]", localizer.gettext("first days, first hours, emergency"))
    return [each.strip() for each in typed if each.strip()]


def first_days(corpus: Corpus, localizer: Localizer) -> Iterator[Document]:
    """The page of the first days of a case, by its steps too."""
    steps = corpus.vocabularies.of("first-days")
    typed = (each for step in steps.values() for each in _typed(step, localizer.language))
    lead = localizer.gettext("What the texts ask in the first days of a case, by State")
    yield Document(
        address=address(Target("page", "first-days")),
        title=Localized(localizer.gettext("The first days"), localizer.language, "source"),
        facets=Facets("stage"),
        names=(
            *((each, localizer.language) for each in first_days_names(localizer)),
            *typed,
        ),
        aside=tuple(name_of(localizer.word("first-days", code)) for code in steps),
        summary=Localized(lead, localizer.language, "source"),
        type=localizer.gettext("Step of a case"),
    )


def state_names(corpus: Corpus, code: str, language: str) -> tuple[str, ...]:
    """What readers type for a State in a language, beside its name: other names, and cities."""
    localizer = Localizer(corpus, language)
    places = corpus.vocabularies.of("places").items()
    here = (localizer.word("places", place) for place, entry in places if entry.state == code)
    named = (each.text for each in here if each.language == language)
    return tuple(
        dict.fromkeys(
            (
                *state_words.names(corpus, code, language),
                *state_words.cities(corpus, code, language),
                *named,
            )
        )
    )


def states(corpus: Corpus, localizer: Localizer) -> Iterator[Document]:
    """A document for each State."""
    for code in corpus.all_states:
        name = localizer.state(code)
        yield Document(
            address=address(Target("state", code)),
            title=Localized(name, localizer.language, "source"),
            facets=Facets("state", state=(code,)),
            brief=(code,),
            names=(
                (texts.state_name(corpus, code, "en"), "en"),
                *((each, localizer.language) for each in state_names(corpus, code, localizer.language)),
            ),
            type=localizer.gettext("State"),
        )


def terms(corpus: Corpus, localizer: Localizer) -> Iterator[Document]:
    """A document for each term."""
    for code, entry in corpus.vocabularies.of("terms").items():
        own = [(each.form, each.language) for each in entry.variants]
        here = [(form, localizer.language) for form in meaning(entry, localizer.language)]
        yield Document(
            address=address(Target("term", code)),
            title=localizer.word("terms", code),
            facets=Facets("term"),
            brief=tuple(dict.fromkeys(entry.acronyms.values())),
            names=(*((form.form, tag) for tag, form in sorted(entry.forms.items())), *own, *here),
            aside=(
                *((each.form, each.language) for each in entry.avoid if not each.same),
                *((each, localizer.language) for each in entry.beside.get(localizer.language, ())),
            ),
            summary=localizer.word("terms", code, "definition"),
            type=localizer.gettext("Term"),
        )


def pages(_: Corpus, localizer: Localizer) -> Iterator[Document]:
    """The pages that compare, count or hand out what all records hold, by title and by what they are on."""
    for page, (title, lead) in _titles(localizer.gettext).items():
        yield Document(
            address=address(Target("page", page)),
            title=Localized(title, localizer.language, "source"),
            facets=Facets(""),
            names=((lead, localizer.language),),
            summary=Localized(lead, localizer.language, "source"),
        )


def _titles(gettext: Callable[[str], str]) -> dict[str, tuple[str, str]]:
    return {
        "numbers": (
            gettext("Numbers"),
            gettext("Periods, time limits, intervals and ratifications that texts set, side by side"),
        ),
        "plans": (
            gettext("Action plans in time"),
            gettext("Which plans run, which are over, and what followed them"),
        ),
        "monitoring": (
            gettext("Reporting and indicators"),
            gettext("Who reports to whom, how often, and which numbers are asked for"),
        ),
        "downloads": (
            gettext("Downloads"),
            gettext("PDFs of everything here, for printing and for reading offline"),
        ),
        "data": (gettext("Open data"), gettext("All of it as data: tables, a database, JSON")),
        "changes": (
            gettext("What changed"),
            gettext("What was added, corrected, made surer or expired in the records, by day and mechanism"),
        ),
    }


def items(corpus: Corpus, localizer: Localizer) -> Iterator[Document]:
    """A document for each item of the consultation."""
    for name, model in corpus.items.items():
        yield Document(
            address=address(Target("item", name)),
            title=localizer.title(name),
            facets=Facets(model.kind, topic=model.topics),
            names=(("Dakar 2010", "zxx"),),
            summary=localizer.said(name, model.says),
            type=localizer.label("kinds", model.kind),
            owners=localizer.gettext("Dakar 2010"),
        )
