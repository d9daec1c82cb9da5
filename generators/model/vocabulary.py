"""The closed lists: each is a file in ``instruments/vocabulary/``.

An entry has a label and a definition. No list is in code. Rules, pages and schemas read
from here which codes there are, their order and their names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from generators.model.citations import Source
from generators.model.fields import (
    AnyRef,
    ByLanguage,
    Code,
    ForEditors,
    Grade,
    Id,
    LanguageCode,
    LanguageTag,
    LineRef,
    Model,
    Prose,
    Rank,
    RecordRef,
    Said,
    SignForm,
    StateCode,
    Text,
    Typed,
    Url,
    Yes,
)

Topics = tuple[Annotated[str, Code("topics")], ...]
StatusGroup = Literal["proposed", "pending", "standing", "over"]
"""What kinds of status there are: not yet decided by those who must; decided and not yet
in force; standing; over since, because a successor came or its time ran out.
"""


class AskedBy(Model):
    """Who asks States for the numbers of an indicator, and where."""

    id: AnyRef
    ref: Text | None = None
    confidence: Grade | None = None


class Form(Model):
    """A term in one language."""

    form: Text
    confidence: Literal["official", "common", "recalled"]
    """official: seen in an authentic or official text; common: seen in another text;
    recalled: not seen.
    """
    source: Id | None = None
    ref: Text | None = None


class Variant(Model):
    """Another correct form of a term, or a form to avoid."""

    language: LanguageCode
    form: Text
    use: ForEditors | None = None
    why: ForEditors | None = None
    source: Id | None = None
    same: Yes = False
    """Of a form to avoid: who types it means this term, so that search reads it as this
    one.
    """


class Follows(Model):
    """The text whose definition ours follows."""

    text: Text
    record: AnyRef | None = None
    ref: Text | None = None


class Citation(Model):
    """A source of the term base."""

    id: Id | None = None
    title: Text
    url: Url | None = None
    upload: ForEditors | None = None
    """Instead of that, its address on a site where anybody puts up documents; readers are
    not led there.
    """


class VocabularyEntry(Model):
    """One entry of a list."""

    id: Id
    label: Said
    """What it is called; in the list of references with ``{n}`` for its number, or
    ``{text}`` for what it goes with.
    """
    plural: Said | None = None
    """What several of it are called, with ``{n}`` for their numbers."""
    definition: Said | None = None
    pillar: Annotated[str, Code("pillars")] | None = None
    phase: Annotated[str, Code("phases")] | None = None
    question: Said | None = None
    person: Literal["victim", "child", "accused", "state"] | None = None
    """Of a topic: whom its question is about; the State where nothing is said."""
    topics: Topics = ()
    stages: tuple[Annotated[str, Code("stages")], ...] = ()
    lines: tuple[LineRef, ...] = ()
    """Of a step of the first days: the provisions and steps that ask for it; of a group:
    those that hold for it alone, in texts that hold for others too; of a topic, those
    that say what readers most ask of it; of a question, those that answer it.
    """
    questions: tuple[Annotated[str, Code("questions")], ...] = ()
    """Of a need of a case: the questions that it leads to, for an adult; of a person, the
    questions that are about such a person.
    """
    child_questions: tuple[Annotated[str, Code("questions")], ...] = ()
    """Of a need of a case: those for a child, or for a person who may be a child."""
    exploitation: tuple[SignForm, ...] = ()
    """Of a group: the forms of exploitation in which it can apply; without one it does
    not depend on the form. Of a question: those in which a case asks it.
    """
    groups: tuple[Annotated[str, Code("groups")], ...] = ()
    """Of a question: the groups of persons that it is about; a line for one of these
    alone answers it as one for everyone does. Of a person: the groups that such a person
    may be in.
    """
    on_states: Rank | None = None
    """Of a question: its place on the page of every State, by what a person with a case
    needs first; a question without a place is only under its topic.
    """
    of_origin: Yes = False
    """true for a question of what the State must do from which the person comes; no other
    State answers it.
    """
    unsaid: Said | None = None
    """Of a topic: what is said of a State that is bound by none of its ``lines``."""
    leads: tuple[LineRef, ...] = ()
    """Of a topic or a step of the first days: the provisions that a specialist on
    trafficking would show first, from the most protective and specific to the general.
    """
    records: tuple[RecordRef, ...] = ()
    """Of a group: the texts that hold for it alone; of a person, further texts that are
    about such a person.
    """
    children: Yes = False
    """true where it is for persons under 18 alone, or those who may be; of a group, where
    it is of such; of a person, where every question for such is about that person.
    """
    moment: Literal["now", "today", "days"] | None = None
    """Of a step of the first days: when it is taken; now where nothing is said."""
    kinds: tuple[Annotated[str, Code("kinds")], ...] = ()
    cited_as: Literal["treaty", "legislation", "report", "document"] | None = None
    """Of a type of text: what it is to reference managers (a type of CSL); document where
    nothing is said.
    """
    derived: Yes = False
    across_borders: Yes = False
    """Of a topic or a stage: it is about the way from one State into another. Of a need:
    the State from which the person comes must act, too; other needs are asked only of the
    State where the person is.
    """
    between: Rank | None = None
    """Of a topic: its place on the page of two States, by what a person with a case there
    needs first; a topic without a place does not stand there.
    """
    of_parties: Yes = False
    """Of a group: it is of nationals of the States that are party to the text."""
    state: StateCode | None = None
    """Of a place: the State that it lies in."""
    typed: Typed = {}
    """Of a term, topic, stage or step of the first days: further words that readers type
    for it, by language; search alone knows them, and reads one of a term as the term.
    """
    beside: Typed = {}
    """Of a term: words that bring readers to it and mean something else, wider or nearer
    to daily life (a kidney, a brothel), by language; search finds the term by them and
    reads none of them as the term.
    """
    group: StatusGroup | None = None
    """Of a status: proposed (nobody is to follow it yet), pending (made, waiting to enter
    into force), standing, or over.
    """
    sign: Text | None = None
    ref: Text | None = None
    unit: Said | None = None
    disaggregation: Said | None = None
    asked_by: tuple[AskedBy, ...] = ()
    forms: Annotated[dict[str, Form], LanguageTag()] = {}
    acronyms: ByLanguage = {}
    variants: tuple[Variant, ...] = ()
    avoid: tuple[Variant, ...] = ()
    follows: Follows | None = None
    confidence: Grade | None = None
    notes: ForEditors | None = None


class StateName(Model):
    """A State whose CLDR name departs from the United Nations' short name."""

    id: StateCode
    names: ByLanguage
    source: Source
    confidence: Grade
    note: ForEditors | None = None


class StateWords(Model):
    """What readers type for a State, by language; only search knows it."""

    id: StateCode
    names: Typed = {}
    """Short, former and other names."""
    cities: Typed = {}
    """Its capital and large cities, where neither CLDR nor the list of places has them.
    """
    source: Source | None = None
    confidence: Grade


class Vocabulary(Model):
    """One closed list."""

    kind: Literal["vocabulary"]
    language: LanguageCode = "en"
    of: Id
    title: Annotated[str, Prose()]
    definition: Said
    entries: Annotated[tuple[VocabularyEntry, ...], Field(min_length=1)]
    sources: tuple[Citation, ...] = ()

    def __iter__(self) -> Iterator[VocabularyEntry]:  # type: ignore[override]
        """The entries, in order; pydantic's own iterator would give fields."""
        return iter(self.entries)


class StateNames(Model):
    """``states.yml``: names that CLDR does not have, and what readers type for States."""

    kind: Literal["vocabulary"]
    of: Literal["states"]
    title: Text
    definition: Text
    entries: tuple[StateName, ...]
    typed: tuple[StateWords, ...] = ()


NEEDED_BY = {"statuses": {"group"}, "stages": {"phase"}}
"""The keys beyond id, label and definition that every entry of a list must have: the code
asks for them.
"""

OF_SPELLING = {"references", "places"}
"""The lists about how words are written, which no data have."""
UNDEFINED = {*OF_SPELLING, "questions", "needs"}
"""The lists whose entries say by their label what they are; every entry of another list
has a definition.
"""

REQUIRED = (
    "pillars topics nearness phases stages first-days groups regions kinds types "
    "statuses strengths forces confidences mechanism-kinds roles ratification-ways "
    "reservation-kinds measures source-kinds principles indicators terms states"
).split()
"""The lists that the code asks for by name."""


class Vocabularies(NamedTuple):
    """All closed lists, indexed."""

    lists: Mapping[str, Vocabulary]
    """The lists by name."""
    entries: Mapping[str, Mapping[str, VocabularyEntry]]
    """The entries of each list by id, in the order of the file."""
    ranks: Mapping[str, Mapping[str, int]]
    """The place of each id in its list, from 0."""
    state_names: Mapping[str, StateName]
    """The names of States that CLDR does not have, by code."""
    state_words: Mapping[str, tuple[StateWords, ...]]
    """What readers type for each State."""
    states: Sequence[StateName] = ()
    """The entries of the list of States as they are typed, also where a State has two."""

    def entries_of(self, name: str) -> Mapping[str, VocabularyEntry]:
        """The entries of a list by id, in order; empty where it could not be read."""
        return self.entries.get(name, {})

    def rank(self, name: str, code: str) -> int:
        """The place of a code in its list; codes that are not there come last."""
        order = self.ranks.get(name, {})
        return order.get(code, len(order))


def gather(lists: Mapping[str, Vocabulary], states: StateNames | None) -> Vocabularies:
    """Index lists that were read, by name, and the list of States (None: not read)."""
    entries = {
        name: {entry.id: entry for entry in vocabulary.entries}
        for name, vocabulary in lists.items()
    }
    ranks = {
        name: {code: rank for rank, code in enumerate(by_id)}
        for name, by_id in entries.items()
    }
    state_entries = states.entries if states else ()
    words_by_state: dict[str, tuple[StateWords, ...]] = {}
    for words in states.typed if states else ():
        words_by_state[words.id] = (*words_by_state.get(words.id, ()), words)
    return Vocabularies(
        lists=lists,
        entries=entries,
        ranks=ranks,
        state_names={entry.id: entry for entry in state_entries},
        state_words=words_by_state,
        states=state_entries,
    )
