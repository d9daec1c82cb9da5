"""References between files, and the circles that they must not make; what stands first:
how near a text is to trafficking, and the lines that lead a topic.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches

from generators.checks.rules import FieldValue, File, lists, records, rule, values, whole
from generators.corpus import order
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located
from generators.corpus.memo import once
from generators.model.fields import SLUG, Line, Loc, Plain, Ref
from generators.model.vocabulary import VocabularyEntry
from generators.text.problems import Problem, expected, near
from generators.text.sayings import say
from generators.translate import references

_WHAT = {
    "record": say("a record"),
    "mechanism": say("a mechanism"),
    "any": say("a record or a mechanism"),
}
_FORM = {
    "record": "<mechanism>/<record>",
    "mechanism": say("the name of a mechanism's folder"),
    "any": say("<mechanism>/<record> or <mechanism>"),
}


@rule(values, Ref)
def reference(corpus: Corpus, found: FieldValue) -> Iterator[Problem]:
    """A reference leads to a record or a mechanism that is there."""
    to, known = found.mark.to, _targets(corpus, found.mark.to)
    place = f"{found.value}/mechanism" if "/" not in found.value else found.value
    if found.value in known or place in corpus.library.unread:
        return  # what is wrong with a file is said once, at the file
    hint = _meant(corpus, found.value, known) or say("expected {form}", form=_FORM[to])
    yield found.problem(
        say("'{value}' is not {what}", value=found.value, what=_WHAT[to]), hint
    )


def _meant(corpus: Corpus, typed: str, known: Collection[str]) -> str:
    """What was meant by an id: one of the same mechanism, or of one that is called nearly
    so, for a text of another is no help; where none is meant, the file is begun first.
    Empty where it is no id.
    """
    folder, slash, _ = typed.partition("/")
    if not slash:
        return near(typed, known)
    bodies = (
        [folder]
        if folder in corpus.mechanisms
        else get_close_matches(folder, corpus.mechanisms, n=1)
    )
    own = [name for name in known if name.partition("/")[0] in bodies]
    if hint := near(typed, own):
        return hint
    if not re.fullmatch(f"{SLUG}/{SLUG}", typed):
        return ""
    what = f"instrument {typed}" if folder in corpus.mechanisms else f"mechanism {folder}"
    return say("begin it first: compendium new {what}", what=what)


@rule(values, Plain)
def reference_words(corpus: Corpus, found: FieldValue) -> Iterator[Problem]:
    """Every word of an English reference is in the list 'references', so that all
    languages can say it.
    """
    in_english = getattr(found.file.model, "language", "en") == "en"
    if (
        found.loc[-1] in ("ref", "refs")
        and in_english
        and corpus.vocabularies.entries_of("references")
    ):
        for words in references.unknown(corpus, found.value):
            hint = say(
                "add it to instruments/vocabulary/references.yml, or write it as the "
                "list does"
            )
            yield found.problem(
                say("'{words}' is not in the list 'references'", words=words), hint
            )


@rule(values, Line)
def line_reference(corpus: Corpus, found: FieldValue) -> Iterator[Problem]:
    """A line of a record that is named by its anchor is there."""
    record, _, anchor = found.value.partition("#")
    if record in corpus.library.unread:
        return  # what is wrong with it is said once, at the file
    if record not in corpus.records:
        hint = near(record, corpus.records) or say("expected <mechanism>/<record>#<line>")
        yield found.problem(say("'{record}' is not a record", record=record), hint)
        return
    own = corpus.anchors[record]
    lines = (*own.provisions, *own.steps)
    if anchor not in lines:
        hint = near(anchor, lines) or say(
            "look at the address of the line on the record's page"
        )
        yield found.problem(
            say("'{record}' has no line '{anchor}'", record=record, anchor=anchor), hint
        )


@rule(lists)
def source_unknown(_: Corpus, file: File) -> Iterator[Problem]:
    """A source that a term names is in its file's list of sources."""
    known = {source.id for source in file.model.sources if source.id}
    for number, entry in enumerate(file.model):
        for loc, source in _named_sources(entry):
            if source and source not in known:
                message = say("'{source}' is not in this file's sources", source=source)
                yield file.problem(
                    ("entries", number, *loc), message, expected(source, known)
                )


@rule(records)
def self_reference(_: Corpus, file: File) -> Iterator[Problem]:
    """A record bears no relation to itself."""
    for kind, targets in file.model.relations:
        if file.name in targets:
            message = say("'{name}' is this record itself", name=file.name)
            hint = say("name another, or leave it out")
            yield file.problem(
                ("relations", kind, targets.index(file.name)), message, hint
            )


@rule(records)
def supersession_force(corpus: Corpus, file: File) -> Iterator[Problem]:
    """A text that binds is superseded only by one that binds."""
    for number, name in enumerate(
        () if file.model.binding else file.model.relations.supersedes
    ):
        if name in corpus.records and corpus.records[name].binding:
            message = say(
                "{name} binds, this text does not, and so cannot end it", name=name
            )
            hint = say(
                "name it under 'related' or 'implements', or check 'binding' in both"
            )
            yield file.problem(("relations", "supersedes", number), message, hint)


@rule(whole)
def supersession_circle(corpus: Corpus, _: Corpus) -> Iterator[Problem]:
    """Following what a record supersedes never leads back to it."""
    yield from _circles_of(corpus, "supersedes", say("supersedes"))


@rule(whole)
def implements_circle(corpus: Corpus, _: Corpus) -> Iterator[Problem]:
    """Following what a record implements never leads back to it."""
    yield from _circles_of(corpus, "implements", say("implements"))


def _circles_of(corpus: Corpus, relation: str, verb: str) -> Iterator[Problem]:
    graph = {
        name: getattr(record.relations, relation)
        for name, record in corpus.records.items()
    }
    for circle in _circles(graph):
        message = say("a circle: {circle}", circle=_chain(circle, verb))
        hint = say("keep only what the texts say")
        yield corpus.library.sources[circle[0]].problem(
            ("relations", relation), message, hint
        )


def _chain(circle: Sequence[str], verb: str) -> str:
    """A circle in words, from its first name back to it."""
    said = circle[0]
    for name in (*circle[1:], circle[0]):
        said = say("{one} {verb} {other}", one=said, verb=verb, other=name)
    return said


@rule(whole)
def part_circle(corpus: Corpus, _: Corpus) -> Iterator[Problem]:
    """Following what a mechanism is part of never leads back to it."""
    for circle in _circles(
        {name: mechanism.part_of for name, mechanism in corpus.mechanisms.items()}
    ):
        verb = say("is part of")
        message = say("a circle: {circle}", circle=_chain(circle, verb))
        source = corpus.library.sources[f"{circle[0]}/mechanism"]
        yield source.problem(("part_of",), message, say("keep only what is so"))


def _targets(corpus: Corpus, to: str) -> Collection[str]:
    """What a reference may lead to."""
    own = {"record": corpus.records, "mechanism": corpus.mechanisms}
    return own[to] if to in own else corpus.records.keys() | corpus.mechanisms.keys()


def _named_sources(entry: VocabularyEntry) -> Iterator[tuple[Loc, str | None]]:
    for language, form in entry.forms.items():
        yield ("forms", language, "source"), form.source
    for key, variants in (("variants", entry.variants), ("avoid", entry.avoid)):
        for number, variant in enumerate(variants):
            yield (key, number, "source"), variant.source


def _circles(graph: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Every circle once, from its first name in the alphabet."""
    for start in sorted(graph):
        paths, seen = [(start,)], {start}
        while paths:
            path = paths.pop()
            for name in graph.get(path[-1], ()):
                if name == start:
                    yield path
                elif name > start and name not in seen:
                    seen.add(name)
                    paths.append((*path, name))


@rule(records)
def nearness_reason(_: Corpus, file: File) -> Iterator[Problem]:
    """A text that counts as general law that others build on says why. A line that is
    nearer or further than its text also says why.
    """
    if file.model.about == "framework" and not file.model.about_reason:
        yield file.problem(
            ("about",), say("'framework' without a reason"), say("add 'about_reason'")
        )
    for number, line in enumerate(file.model.provisions):
        if line.about and not line.about_reason:
            message = say("'{about}' without a reason", about=line.about)
            yield file.problem(
                ("provisions", number, "about"), message, say("add 'about_reason'")
            )


@rule(lists)
def lead_line(corpus: Corpus, file: File) -> Iterator[Problem]:
    """A line that leads a topic has that topic, is in force and was read. It is not a
    change that the amended text already has. One that leads a step of the first days is
    one of its lines.
    """
    if file.model.of == "first-days":
        yield from _of_steps(file)
    if file.model.of != "topics":
        return
    known = _by_place(corpus)
    for number, entry in enumerate(file.model):
        on_topic = {line.place for line in corpus.by_topic[entry.id]}
        for at, place in enumerate(entry.leads):
            line = known.get(place)
            if line and (message := _wrong(corpus, line, entry.id, place in on_topic)):
                hint = say("name another, or leave it out")
                yield file.problem(("entries", number, "leads", at), message, hint)


def _of_steps(file: File) -> Iterator[Problem]:
    for number, entry in enumerate(file.model):
        for at, place in enumerate(entry.leads):
            if place not in entry.lines:
                message, hint = (
                    say("not one of the lines of this step"),
                    say("add it to 'lines' too"),
                )
                yield file.problem(("entries", number, "leads", at), message, hint)


def _wrong(corpus: Corpus, lead: Located, topic: str, shown: bool) -> str:
    """Why a line cannot lead a topic; empty where it can."""
    if topic not in lead.line.topics:
        return say("this line does not have the topic '{topic}'", topic=topic)
    if not shown:
        return say(
            "this line is not in force, or the text that it amends already says it"
        )
    grade = corpus.confidence_of(lead.record, lead.line)
    return (
        ""
        if grade in order.READ
        else say("nobody has read this line: it is '{grade}'", grade=grade)
    )


@once
def _by_place(corpus: Corpus) -> dict[str, Located]:
    every = (
        line for name in corpus.records for line in corpus.lines_of(name, "provisions")
    )
    return {line.place: line for line in every}
