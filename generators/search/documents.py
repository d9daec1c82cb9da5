"""What can be found: records with their provisions, steps and objectives, mechanisms, topics, stages, the
first days, States, terms, principles, items of Dakar.

Each becomes a document with an address, what a result shows, what facets count, and the texts that are
searched. Knows no index and no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.corpus.state_profile import for_members
from generators.document import commonmark
from generators.model.records import Record
from generators.translate import texts
from generators.translate.localizer import Localizer


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in a document that a result leads to: its anchor there, its reference, its text, the labels
    that it stands under, and its reference as it was typed, where it is shown otherwise.
    """

    anchor: str
    ref: str
    text: Localized
    labels: tuple[str, ...] = ()
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Facets:
    """What filters ask: codes of the vocabulary, ids of mechanisms, alpha-3 codes of States."""

    kind: str
    region: tuple[str, ...] = ()
    mechanism: tuple[str, ...] = ()
    force: str = ""
    status: str = ""
    topic: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    year: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One result to be. ``brief`` are its acronyms and numbers, ``names`` further names with their language
    (``zxx`` where it is in none), ``states`` names of States that are searched at low weight, ``day`` a date
    as a number (20050516; 0 where there is none), ``type`` what it is called in a result, ``owners`` the
    mechanisms that it belongs to, ``headline`` the short title that stands above it, where it has one that is
    not its title.
    """

    address: str
    title: Localized
    facets: Facets
    brief: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    summary: Localized | None = None
    states: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    day: int = 0
    type: str = ""
    owners: str = ""
    headline: Localized | None = None


def gather(corpus: Corpus, language: str) -> list[Document]:
    """All documents of a language: records first, in the order of their ids."""
    localizer = Localizer(corpus, language)
    kinds = (_records, _mechanisms, _vocabulary, _first_days, _states, _terms, _items)
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
    yield _name(texts.title(corpus, name, "en"))
    yield from ((text, tag) for tag, text in sorted({**model.official_titles}.items()))
    if model.short_title:
        yield _name(localizer.said(name, model.short_title))
        yield model.short_title, model.language
    yield from ((text, tag) for tag, text in sorted(model.short_titles.items()))
    yield _name(localizer.word("types", model.type))
    for owner in dict.fromkeys((*corpus.adopters(name), *model.developed_by)):
        yield from _called(corpus, localizer, owner)


def _called(corpus: Corpus, localizer: Localizer, owner: str) -> Iterator[tuple[str, str]]:
    """A mechanism's acronyms in every language, and its name in this one."""
    model = corpus.mechanisms.get(owner)
    if model:
        yield from ((text, "zxx") for text in dict.fromkeys(model.acronyms.values()))
        yield from ((text, tag) for tag, text in sorted(model.short_names.items()))
        yield _name(localizer.title(owner))
        if model.short_name:
            yield _name(localizer.said(owner, model.short_name))


def _name(said: Localized) -> tuple[str, str]:
    """A name with the language it really is in, whose words it has."""
    return said.text, said.language


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
            brief=tuple(dict.fromkeys(model.acronyms.values())),
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


def _vocabulary(corpus: Corpus, localizer: Localizer) -> Iterator[Document]:
    """Topics, stages and principles."""
    gettext = localizer.gettext
    for name, kind in (("topics", "topic"), ("stages", "stage"), ("principles", "principle")):
        for code in corpus.vocabularies.of(name):
            yield Document(
                address=address(Target(kind, code)),
                title=localizer.word(name, code),
                facets=Facets(kind, topic=(code,) if kind == "topic" else ()),
                names=(_name(texts.word(corpus, name, code, "en")),),
                summary=localizer.word(name, code, "definition"),
                type={
                    "topic": gettext("Topic"),
                    "stage": gettext("Step of a case"),
                    "principle": gettext("Principle"),
                }[kind],
            )


def first_days_names(localizer: Localizer) -> list[str]:
    """What readers call the first days of a case."""
    typed = re.split("[,،、，]", localizer.gettext("first days, first hours, emergency"))
    return [each.strip() for each in typed if each.strip()]


def _first_days(_: Corpus, localizer: Localizer) -> Iterator[Document]:
    """The page of the first days of a case."""
    lead = localizer.gettext("What the texts ask in the first days of a case, by State")
    yield Document(
        address=address(Target("page", "first-days")),
        title=Localized(localizer.gettext("The first days"), localizer.language, "source"),
        facets=Facets("stage"),
        names=tuple((each, localizer.language) for each in first_days_names(localizer)),
        summary=Localized(lead, localizer.language, "source"),
        type=localizer.gettext("Step of a case"),
    )


def _states(corpus: Corpus, localizer: Localizer) -> Iterator[Document]:
    for code in corpus.all_states:
        name = localizer.state(code)
        yield Document(
            address=address(Target("state", code)),
            title=Localized(name, localizer.language, "source"),
            facets=Facets("state", state=(code,)),
            brief=(code,),
            names=((texts.state_name(corpus, code, "en"), "en"),),
            type=localizer.gettext("State"),
        )


def _terms(corpus: Corpus, localizer: Localizer) -> Iterator[Document]:
    for code, entry in corpus.vocabularies.of("terms").items():
        others = [(each.form, each.language) for each in (*entry.variants, *entry.avoid)]
        yield Document(
            address=address(Target("term", code)),
            title=localizer.word("terms", code),
            facets=Facets("term"),
            brief=tuple(dict.fromkeys(entry.acronyms.values())),
            names=(*((form.form, tag) for tag, form in sorted(entry.forms.items())), *others),
            summary=localizer.word("terms", code, "definition"),
            type=localizer.gettext("Term"),
        )


def _items(corpus: Corpus, localizer: Localizer) -> Iterator[Document]:
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


def _plain(said: Localized) -> Localized:
    """A text in CommonMark without its marks, on one line."""
    return Localized(commonmark.plain(said), said.language, said.state)
