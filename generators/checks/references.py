"""References between files, and the circles that they must not make.

Also what comes first: how near a text is to trafficking, and the lines that lead a topic.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches

from generators.checks.anchors import is_said_to_be_gone
from generators.checks.rules import FieldValue, File, lists, records, rule, values, whole
from generators.corpus import order
from generators.corpus.corpus import Corpus
from generators.corpus.located import Located
from generators.corpus.memo import once
from generators.model.fields import SLUG, Line, Loc, Plain, Ref
from generators.model.records import Provision, Record
from generators.model.vocabulary import Vocabulary, VocabularyEntry
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
def reference(corpus: Corpus, field_value: FieldValue[Ref]) -> Iterator[Problem]:
    """A reference leads to a record or a mechanism that is there."""
    name = field_value.value
    kind = field_value.mark.to
    known = _targets(corpus, kind)
    file_name = name if "/" in name else f"{name}/mechanism"
    if name in known or file_name in corpus.library.unread:
        return  # what is wrong with a file is said once, at the file
    message = say("'{value}' is not {what}", value=name, what=_WHAT[kind])
    hint = _meant(corpus, name, known) or say("expected {form}", form=_FORM[kind])
    yield field_value.problem(message, hint)


def _meant(corpus: Corpus, typed: str, known: Collection[str]) -> str:
    """The remedy for an id that leads nowhere; empty where the text has not the form of
    one.

    It names the id that was meant: of the same mechanism, or of one that is called nearly
    so. A text of another mechanism would not help. Where nothing is meant, the remedy is
    to begin the file.
    """
    folder, slash, _ = typed.partition("/")
    if not slash:
        return near(typed, known)
    mechanisms = [folder]
    if folder not in corpus.mechanisms:
        mechanisms = get_close_matches(folder, corpus.mechanisms, n=1)
    candidates = [name for name in known if name.partition("/")[0] in mechanisms]
    if hint := near(typed, candidates):
        return hint
    if not re.fullmatch(f"{SLUG}/{SLUG}", typed):
        return ""
    what = f"instrument {typed}" if folder in corpus.mechanisms else f"mechanism {folder}"
    return say("begin it first: compendium new {what}", what=what)


@rule(values, Plain)
def reference_words(corpus: Corpus, field_value: FieldValue[Plain]) -> Iterator[Problem]:
    """Every word of an English reference is in the list 'references', so that all
    languages can say it.
    """
    in_english = getattr(field_value.file.model, "language", "en") == "en"
    is_reference = field_value.loc[-1] in ("ref", "refs")
    if not is_reference or not in_english:
        return
    if not corpus.vocabularies.entries_of("references"):
        return
    for words in references.unknown(corpus, field_value.value):
        message = say("'{words}' is not in the list 'references'", words=words)
        hint = say(
            "add it to instruments/vocabulary/references.yml, or write it as the "
            "list does"
        )
        yield field_value.problem(message, hint)


@rule(values, Line)
def line_reference(corpus: Corpus, field_value: FieldValue[Line]) -> Iterator[Problem]:
    """A line of a record that is named by its anchor is there."""
    record, _, anchor = field_value.value.partition("#")
    if record in corpus.library.unread:
        return  # what is wrong with it is said once, at the file
    if record not in corpus.records:
        hint = near(record, corpus.records) or say("expected <mechanism>/<record>#<line>")
        yield field_value.problem(say("'{record}' is not a record", record=record), hint)
        return
    anchors = corpus.anchors[record]
    lines = (*anchors.provisions, *anchors.steps)
    if anchor not in lines and not is_said_to_be_gone(corpus, record, anchor):
        message = say("'{record}' has no line '{anchor}'", record=record, anchor=anchor)
        hint = near(anchor, lines) or say(
            "look at the address of the line on the record's page"
        )
        yield field_value.problem(message, hint)


@rule(lists)
def source_unknown(_: Corpus, file: File[Vocabulary]) -> Iterator[Problem]:
    """A source that a term names is in its file's list of sources."""
    known = {source.id for source in file.model.sources if source.id}
    for number, entry in enumerate(file.model):
        for loc, source in _named_sources(entry):
            if source and source not in known:
                message = say("'{source}' is not in this file's sources", source=source)
                hint = expected(source, known)
                yield file.problem(("entries", number, *loc), message, hint)


def _named_sources(entry: VocabularyEntry) -> Iterator[tuple[Loc, str | None]]:
    """The sources that a term names for its forms, each with its place; None where a form
    has none.
    """
    for language, form in entry.forms.items():
        yield ("forms", language, "source"), form.source
    for key, variants in (("variants", entry.variants), ("avoid", entry.avoid)):
        for number, variant in enumerate(variants):
            yield (key, number, "source"), variant.source


@rule(records)
def self_reference(_: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A record bears no relation to itself."""
    for kind, targets in file.model.relations:
        if file.name in targets:
            message = say("'{name}' is this record itself", name=file.name)
            hint = say("name another, or leave it out")
            loc = ("relations", kind, targets.index(file.name))
            yield file.problem(loc, message, hint)


@rule(records)
def supersession_force(corpus: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A text that binds is superseded only by one that binds."""
    if file.model.binding:
        return
    for number, name in enumerate(file.model.relations.supersedes):
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
    """A problem for each circle of one relation between records."""
    graph = {
        name: getattr(record.relations, relation)
        for name, record in corpus.records.items()
    }
    for circle in _circles(graph):
        message = say("a circle: {circle}", circle=_chain(circle, verb))
        hint = say("keep only what the texts say")
        source = corpus.library.sources[circle[0]]
        yield source.problem(("relations", relation), message, hint)


def _chain(circle: Sequence[str], verb: str) -> str:
    """A circle in words, from its first name back to it.

    >>> _chain(["au/law", "au/plan"], "supersedes")
    'au/law supersedes au/plan supersedes au/law'
    """
    chain = circle[0]
    for name in (*circle[1:], circle[0]):
        chain = say("{one} {verb} {other}", one=chain, verb=verb, other=name)
    return chain


@rule(whole)
def part_circle(corpus: Corpus, _: Corpus) -> Iterator[Problem]:
    """Following what a mechanism is part of never leads back to it."""
    graph = {name: mechanism.part_of for name, mechanism in corpus.mechanisms.items()}
    for circle in _circles(graph):
        chain = _chain(circle, say("is part of"))
        message = say("a circle: {circle}", circle=chain)
        source = corpus.library.sources[f"{circle[0]}/mechanism"]
        yield source.problem(("part_of",), message, say("keep only what is so"))


def _targets(corpus: Corpus, to: str) -> Collection[str]:
    """The ids that a reference to ``record``, ``mechanism`` or ``any`` may lead to."""
    if to == "record":
        return corpus.records
    if to == "mechanism":
        return corpus.mechanisms
    return corpus.records.keys() | corpus.mechanisms.keys()


def _circles(graph: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Every circle of a graph once, from its first name in the alphabet.

    >>> list(_circles({"b": ("a",), "a": ("b",), "c": ("a",)}))
    [('a', 'b')]
    """
    for start in sorted(graph):
        paths: list[tuple[str, ...]] = [(start,)]
        seen = {start}
        while paths:
            path = paths.pop()
            for name in graph.get(path[-1], ()):
                if name == start:
                    yield path
                elif name > start and name not in seen:
                    seen.add(name)
                    paths.append((*path, name))


@rule(records)
def nearness_reason(_: Corpus, file: File[Record]) -> Iterator[Problem]:
    """A text that counts as general law that others build on says why. A line that is
    nearer or further than its text also says why.
    """
    hint = say("add 'about_reason'")
    if file.model.about == "framework" and not file.model.about_reason:
        yield file.problem(("about",), say("'framework' without a reason"), hint)
    for number, line in enumerate(file.model.provisions):
        if line.about and not line.about_reason:
            message = say("'{about}' without a reason", about=line.about)
            yield file.problem(("provisions", number, "about"), message, hint)


_TRAFFICKING = "trafficking-in-persons"
"""The term whose words are in the title of a text about trafficking."""


@rule(records)
def nearness_missing(corpus: Corpus, file: File[Record]) -> Iterator[Problem]:
    """If a title has the words for trafficking in persons, 'about' says how near the
    text is to it. A text without 'about' is shown last.
    """
    if file.model.about:
        return
    words = _words_for_trafficking(corpus)
    for loc, language, title in _titles(file.model):
        title_in_small = title.casefold()
        if any(word in title_in_small for word in words.get(language, ())):
            codes = ", ".join(corpus.vocabularies.entries_of("nearness"))
            hint = say("add 'about', one of: {codes}", codes=codes)
            yield file.problem(loc, say("a title on trafficking without 'about'"), hint)
            return


def _titles(record: Record) -> Iterator[tuple[Loc, str, str]]:
    """The titles of a text: the place, language and words of each."""
    for language, title in record.official_titles.items():
        yield ("official_titles", language), language, title
    if record.title:
        yield ("title",), record.language, record.title


@once
def _words_for_trafficking(corpus: Corpus) -> dict[str, list[str]]:
    """The words for trafficking in persons, in small letters, by language."""
    term = corpus.vocabularies.entries_of("terms").get(_TRAFFICKING)
    if term is None:
        return {}
    words = {language: [form.form.casefold()] for language, form in term.forms.items()}
    for variant in term.variants:
        words.setdefault(variant.language, []).append(variant.form.casefold())
    first_word = term.label.casefold().split()[0]
    words.setdefault("en", []).append(first_word)
    return words


@rule(lists)
def lead_line(corpus: Corpus, file: File[Vocabulary]) -> Iterator[Problem]:
    """A line that leads a topic has that topic, is in force and was read. It is not a
    change that the amended text already has. One that leads a step of the first days is
    one of its lines.
    """
    if file.model.of == "first-days":
        yield from _leads_of_steps(file)
    if file.model.of == "topics":
        yield from _leads_of_topics(corpus, file)


def _leads_of_topics(corpus: Corpus, file: File[Vocabulary]) -> Iterator[Problem]:
    """The lines that lead a topic and cannot."""
    provisions = _provisions_by_place(corpus)
    hint = say("name another, or leave it out")
    for number, topic in enumerate(file.model):
        shown = {provision.place for provision in corpus.by_topic[topic.id]}
        for index, place in enumerate(topic.leads):
            if place not in provisions:
                continue
            message = _why_not(corpus, provisions[place], topic.id, place in shown)
            if message:
                yield file.problem(("entries", number, "leads", index), message, hint)


def _leads_of_steps(file: File[Vocabulary]) -> Iterator[Problem]:
    """The lines that lead a step of the first days and are none of its lines."""
    message = say("not one of the lines of this step")
    hint = say("add it to 'lines' too")
    for number, step in enumerate(file.model):
        for index, place in enumerate(step.leads):
            if place not in step.lines:
                yield file.problem(("entries", number, "leads", index), message, hint)


def _why_not(corpus: Corpus, lead: Located[Provision], topic: str, shown: bool) -> str:
    """Why a line cannot lead a topic; empty where it can.

    ``shown`` says whether the topic shows it.
    """
    if topic not in lead.line.topics:
        return say("this line does not have the topic '{topic}'", topic=topic)
    if not shown:
        return say(
            "this line is not in force, or the text that it amends already says it"
        )
    grade = corpus.confidence_of(lead.record, lead.line)
    if grade in order.READ:
        return ""
    return say("nobody has read this line: it is '{grade}'", grade=grade)


@once
def _provisions_by_place(corpus: Corpus) -> dict[str, Located[Provision]]:
    """The provisions of all records, by record and anchor."""
    return {
        provision.place: provision
        for name in corpus.records
        for provision in corpus.lines_of(name, "provisions")
    }
