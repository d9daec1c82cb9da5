"""What can be found: records with their provisions, steps and objectives, mechanisms, topics, stages, the
first days, States, terms, principles, items of Dakar (``named``). Knows no index and no file.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.corpus import order
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.corpus.state_profile import for_members
from generators.document import commonmark
from generators.model.mechanisms import Mechanism
from generators.model.records import Record
from generators.search import named
from generators.search.document import Document, Entry, Facets, name_of
from generators.translate import texts
from generators.translate.localizer import Localizer

LONGEST_ACRONYM = 7
"""A short name with fewer letters, and no blank, is what other languages have an acronym for."""


def gather(corpus: Corpus, language: str) -> list[Document]:
    """All documents of a language: records first, in the order of their ids."""
    localizer = Localizer(corpus, language)
    kinds = (
        _records,
        _mechanisms,
        named.topics,
        named.first_days,
        named.states,
        named.terms,
        named.pages,
        named.items,
    )
    return [document for kind in kinds for document in kind(corpus, localizer)]


def _records(corpus: Corpus, localizer: Localizer) -> Iterator[Document]:
    for name in sorted(corpus.records):
        model, day, adopters = corpus.records[name], corpus.day(name), corpus.adopters(name)
        entries = tuple(_entries(corpus, localizer, name, model))
        topics = {topic for provision in model.provisions for topic in provision.topics}
        states = _bound(corpus, name, model)
        yield Document(
            address=address(Target("record", name)),
            title=localizer.title(name),
            facets=Facets(
                kind=model.kind,
                region=corpus.regions(name),
                mechanism=tuple(dict.fromkeys((*adopters, *model.developed_by))),
                force="binding" if model.binding else "not-binding",
                status=corpus.status(name),
                topic=tuple(topic for topic in corpus.vocabularies.of("topics") if topic in topics),
                state=states,
                year=str(day.year) if day else "",
            ),
            brief=(model.number,) if model.number else (),
            names=tuple(_names(corpus, localizer, name, model)),
            summary=_plain(localizer.said(name, model.summary)) if model.summary else None,
            states=tuple(localizer.state(code) for code in states),
            entries=entries,
            day=int(f"{day.first:%Y%m%d}") if day else 0,
            type=localizer.label("types", model.type),
            owners=localizer.comma.join(localizer.short(owner).text for owner in adopters),
            general=(model.about or order.NEIGHBOUR) == order.NEIGHBOUR,
            headline=short if (short := localizer.short(name)).text != localizer.title(name).text else None,
        )


def _entries(corpus: Corpus, localizer: Localizer, name: str, model: Record) -> Iterator[Entry]:
    anchors = corpus.anchors[name]
    for anchor, line in zip(anchors.provisions, model.provisions, strict=True):
        yield Entry(
            anchor,
            localizer.reference(name, line.ref),
            localizer.said(name, line.says),
            tuple(localizer.label("topics", topic) for topic in line.topics),
            _typed(localizer, name, line.ref),
        )
    for anchor, step in zip(anchors.steps, model.steps, strict=True):
        yield Entry(
            anchor,
            localizer.reference(name, step.ref),
            localizer.said(name, step.does),
            (localizer.label("stages", step.stage),),
            _typed(localizer, name, step.ref),
        )
    for of_lines, lines in (
        (anchors.objectives, model.objectives),
        (anchors.indicators, model.indicators),
    ):
        for anchor, line in zip(of_lines, lines, strict=True):
            ref, typed = localizer.reference(name, line.ref), _typed(localizer, name, line.ref)
            yield Entry(anchor, ref, localizer.said(name, line.says), typed=typed)
    if model.reporting:
        yield Entry(
            "reporting",
            localizer.reference(name, model.reporting.ref),
            localizer.said(name, model.reporting.to),
            (localizer.gettext("Reporting"),),
            _typed(localizer, name, model.reporting.ref),
        )


def _typed(localizer: Localizer, name: str, ref: str | None) -> str:
    """A reference as it was typed, where it is shown otherwise."""
    return ref if ref and localizer.reference(name, ref) != ref else ""


def _names(corpus: Corpus, localizer: Localizer, name: str, model: Record) -> Iterator[tuple[str, str]]:
    """Titles in every language, short titles, the type, and the names of the mechanisms."""
    yield name_of(texts.title(corpus, name, "en"))
    yield from ((text, tag) for tag, text in sorted({**model.official_titles}.items()))
    if model.short_title:
        yield name_of(localizer.said(name, model.short_title))
        yield model.short_title, model.language
    yield from ((text, tag) for tag, text in sorted(model.short_titles.items()))
    yield name_of(localizer.word("types", model.type))
    for owner in dict.fromkeys((*corpus.adopters(name), *model.developed_by)):
        yield from _called(corpus, localizer, owner)


def _called(corpus: Corpus, localizer: Localizer, owner: str) -> Iterator[tuple[str, str]]:
    """A mechanism's acronyms in every language, and its name in this one."""
    model = corpus.mechanisms.get(owner)
    if model:
        yield from ((text, "zxx") for text in dict.fromkeys(model.acronyms.values()))
        yield from ((text, tag) for tag, text in sorted(model.short_names.items()))
        yield name_of(localizer.title(owner))
        if model.short_name:
            yield name_of(localizer.said(owner, model.short_name))


def _bound(corpus: Corpus, name: str, model: Record) -> tuple[str, ...]:
    """The States that a record is for: its parties, those it names, and where it does not bind the members of
    its mechanisms.
    """
    found = {
        *model.named_parties,
        *(party.state for party in (model.parties.states if model.parties else ()) if corpus.is_party(party)),
    }
    if not found and for_members(corpus, name):
        found = {
            member.state
            for owner in corpus.adopters(name)
            if owner in corpus.mechanisms
            for member in corpus.members_today(owner)
        }
    return tuple(sorted(found))


def _mechanisms(corpus: Corpus, localizer: Localizer) -> Iterator[Document]:
    for name, model in sorted(corpus.mechanisms.items()):
        states = tuple(sorted({member.state for member in corpus.members_today(name)}))
        yield Document(
            address=address(Target("record", name)),
            title=localizer.title(name),
            facets=Facets("mechanism", corpus.regions(name), (name,), state=states),
            brief=_initialled(model, localizer, name),
            names=(
                *_called(corpus, localizer, name),
                *((text, tag) for tag, text in sorted(model.official_names.items())),
            ),
            summary=localizer.said(name, model.trafficking_body or model.powers)
            if model.trafficking_body or model.powers
            else None,
            states=tuple(localizer.state(code) for code in states),
            type=localizer.label("mechanism-kinds", model.kind),
            owners=localizer.short(name).text,
        )


def _initialled(model: Mechanism, localizer: Localizer, name: str) -> tuple[str, ...]:
    """A mechanism's acronyms, and its short name where that is one word, as acronyms are in some scripts."""
    short = localizer.short(name).text
    one = (short,) if len(short) < LONGEST_ACRONYM and " " not in short else ()
    return tuple(dict.fromkeys((*model.acronyms.values(), *one)))


def _plain(said: Localized) -> Localized:
    """A text in CommonMark without its marks, on one line."""
    return Localized(commonmark.plain(said), said.language, said.state)
