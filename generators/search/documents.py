"""What can be found: records with their provisions, steps and objectives, mechanisms, topics, stages, States, terms, principles, items of Dakar.

Each becomes a document with an address, what a result shows, what facets count, and the texts that are searched. Knows no index and no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generators import addresses
from generators.corpus import Corpus
from generators.placed import Localized
from generators.records import Record
from generators.wording import Voice

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*`]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in a document that a result leads to: its anchor there, its reference, its text, and the labels that it stands under."""

    anchor: str
    ref: str
    text: Localized
    labels: tuple[str, ...] = ()


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
    """One result to be. ``brief`` are its acronyms and numbers, ``names`` further names with their language (``zxx`` where it is in none),
    ``states`` names of States that are searched at low weight, ``day`` a date as a number (20050516; 0 where there is none), ``type`` what it is
    called in a result, ``owners`` the mechanisms that it belongs to.
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


def gather(corpus: Corpus, language: str) -> list[Document]:
    """All documents of a language: records first, in the order of their ids."""
    voice = Voice(corpus, language)
    kinds = (_records, _mechanisms, _vocabulary, _states, _terms, _items)
    return [document for kind in kinds for document in kind(corpus, voice)]


def _records(corpus: Corpus, voice: Voice) -> Iterator[Document]:
    for name in sorted(corpus.records):
        model, day, adopters = corpus.records[name], corpus.day(name), corpus.adopters(name)
        entries = tuple(_entries(corpus, voice, name, model))
        topics = {topic for provision in model.provisions for topic in provision.topics}
        states = _bound(corpus, name, model)
        yield Document(
            address=addresses.record(name),
            title=voice.title(name),
            facets=Facets(
                kind=model.kind,
                region=corpus.regions(name),
                mechanism=tuple(dict.fromkeys((*adopters, *model.developed_by))),
                force="binding" if model.binding else "not-binding",
                status=corpus.status(name),
                topic=tuple(topic for topic in corpus.words.of("topics") if topic in topics),
                state=states,
                year=str(day.year) if day else "",
            ),
            brief=(model.number,) if model.number else (),
            names=tuple(_names(corpus, voice, name, model)),
            summary=_plain(voice.said(name, model.summary)) if model.summary else None,
            states=tuple(voice.state(code) for code in states),
            entries=entries,
            day=int(f"{day.first:%Y%m%d}") if day else 0,
            type=voice.label("types", model.type),
            owners=", ".join(voice.short(owner).text for owner in adopters),
        )


def _entries(corpus: Corpus, voice: Voice, name: str, model: Record) -> Iterator[Entry]:
    for anchor, line in zip(corpus.anchors[name], model.provisions, strict=True):
        yield Entry(anchor, line.ref, voice.said(name, line.says), tuple(voice.label("topics", topic) for topic in line.topics))
    for number, step in enumerate(model.steps, 1):
        yield Entry(f"step-{number}", step.ref, voice.said(name, step.does), (voice.label("stages", step.stage),))
    for anchor, lines in (("objectives", model.objectives), ("indicators", model.indicators)):
        for line in lines:
            yield Entry(anchor, line.ref or "", voice.said(name, line.says))
    if model.reporting:
        yield Entry("reporting", model.reporting.ref or "", voice.said(name, model.reporting.to), (voice.gettext("Reporting"),))


def _names(corpus: Corpus, voice: Voice, name: str, model: Record) -> Iterator[tuple[str, str]]:
    """Titles in every language, short titles, the type, and the names of the mechanisms."""
    yield str(corpus.title(name, "en")), "en"
    yield from ((text, tag) for tag, text in sorted({**model.official_titles}.items()))
    if model.short_title:
        yield voice.said(name, model.short_title).text, voice.language
        yield model.short_title, model.language
    yield from ((text, tag) for tag, text in sorted(model.short_titles.items()))
    yield voice.label("types", model.type), voice.language
    for owner in dict.fromkeys((*corpus.adopters(name), *model.developed_by)):
        yield from _called(corpus, voice, owner)


def _called(corpus: Corpus, voice: Voice, owner: str) -> Iterator[tuple[str, str]]:
    """A mechanism's acronyms in every language, and its name in this one."""
    model = corpus.mechanisms.get(owner)
    if model:
        yield from ((text, "zxx") for text in dict.fromkeys(model.acronyms.values()))
        yield voice.title(owner).text, voice.title(owner).language
        if model.short_name:
            yield voice.said(owner, model.short_name).text, voice.language


def _bound(corpus: Corpus, name: str, model: Record) -> tuple[str, ...]:
    """The States that a record is for: its parties, those it names, and where it does not bind the members of its mechanisms."""
    found = {*model.named_parties, *(party.state for party in (model.parties.states if model.parties else ()) if corpus.is_party(party))}
    if not model.binding and not found:
        found = {member.state for owner in corpus.adopters(name) if owner in corpus.mechanisms for member in corpus.members_today(owner)}
    return tuple(sorted(found))


def _mechanisms(corpus: Corpus, voice: Voice) -> Iterator[Document]:
    for name, model in sorted(corpus.mechanisms.items()):
        states = tuple(sorted({member.state for member in corpus.members_today(name)}))
        yield Document(
            address=addresses.record(name),
            title=voice.title(name),
            facets=Facets("mechanism", corpus.regions(name), (name,), state=states),
            brief=tuple(dict.fromkeys(model.acronyms.values())),
            names=(*_called(corpus, voice, name), *((text, tag) for tag, text in sorted(model.official_names.items()))),
            summary=voice.said(name, model.trafficking_body or model.powers) if model.trafficking_body or model.powers else None,
            states=tuple(voice.state(code) for code in states),
            type=voice.label("mechanism-kinds", model.kind),
            owners=voice.short(name).text,
        )


def _vocabulary(corpus: Corpus, voice: Voice) -> Iterator[Document]:
    """Topics, stages and principles."""
    say = voice.gettext
    for name, kind, address in (("topics", "topic", "topics/{}/"), ("stages", "stage", "pathway/{}/"), ("principles", "principle", "principles/#{}")):
        for code in corpus.words.of(name):
            yield Document(
                address=address.format(code),
                title=voice.word(name, code),
                facets=Facets(kind, topic=(code,) if kind == "topic" else ()),
                names=((corpus.label(name, code, "en"), "en"),),
                summary=voice.word(name, code, "definition"),
                type={"topic": say("Topic"), "stage": say("Step of a case"), "principle": say("Principle")}[kind],
            )


def _states(corpus: Corpus, voice: Voice) -> Iterator[Document]:
    for code in corpus.all_states:
        name = voice.state(code)
        yield Document(
            address=addresses.state(code),
            title=Localized(name, voice.language, "source"),
            facets=Facets("state", state=(code,)),
            brief=(code,),
            names=((corpus.state_name(code, "en"), "en"),),
            type=voice.gettext("State"),
        )


def _terms(corpus: Corpus, voice: Voice) -> Iterator[Document]:
    for code, entry in corpus.words.of("terms").items():
        others = [(each.form, each.language) for each in (*entry.variants, *entry.avoid)]
        yield Document(
            address=f"terms/#{code}",
            title=voice.word("terms", code),
            facets=Facets("term"),
            brief=tuple(dict.fromkeys(entry.acronyms.values())),
            names=(*((form.form, tag) for tag, form in sorted(entry.forms.items())), *others),
            summary=voice.word("terms", code, "definition"),
            type=voice.gettext("Term"),
        )


def _items(corpus: Corpus, voice: Voice) -> Iterator[Document]:
    for name, model in corpus.items.items():
        yield Document(
            address=addresses.item(name),
            title=voice.title(name),
            facets=Facets(model.kind, topic=model.topics),
            names=(("Dakar 2010", "zxx"),),
            summary=voice.said(name, model.says),
            type=voice.label("kinds", model.kind),
            owners=voice.gettext("Dakar 2010"),
        )


def _plain(said: Localized) -> Localized:
    """A text in CommonMark without its signs."""
    return Localized(_LINK.sub(lambda found: found.group(1) or "", said.text), said.language, said.state)
