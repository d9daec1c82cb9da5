"""Anchors: the places on pages that links lead to, each of them one place alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.checks.rules import File, Value, items, lists, owners, records, rule, values, whole
from generators.corpus.addresses import Target, anchor, row_anchor
from generators.corpus.anchors import OF_PAGES, Clash, clashes
from generators.corpus.corpus import Corpus
from generators.model.fields import Plain
from generators.text.problems import Problem
from generators.text.sayings import say


@rule("A provision's id, else its reference, is an anchor that nothing else on its page has.", records)
def provision_id(_: Corpus, file: File) -> Iterator[Problem]:
    yield from (_clash(file, clash) for clash in clashes(file.model) if clash.where == "provisions")


@rule(
    "The id of a step, objective, indicator or source, or else its reference, is its anchor. Nothing else "
    "on its page has the same anchor.",
    owners,
)
def line_id(_: Corpus, file: File) -> Iterator[Problem]:
    yield from (_clash(file, clash) for clash in clashes(file.model) if clash.where != "provisions")


_NEXT = (
    r"^(Art\. \w+(?:\(\w+\))*),? (?:§ ?|(?:paragraph|para?|letter|lit|point)\.? )"
    r"\(?(\w{1,3})\)?(?![\w.-])"
)
ARTICLE_FORMS = (
    (r"^[Aa]rt(?:icle)?\.? ?(?=\d|[IVXLC]+\b)", "Art. "),
    (r"^[Aa]rticles (?=\d|[IVXLC]+\b)", "Arts. "),
    (_NEXT, "$1($2)"),
    (_NEXT, "$1($2)"),
    (r"^(Art\. \w+(?:\(\w+\))+) (\([a-z]\))", "$1$2"),
)
"""How an article is typed, each with how it is written, in turn; browsers read these patterns too."""


def article(text: str) -> str:
    """A reference to an article as records write it: ``Art. 3(1)`` for ``Article 3, paragraph 1``."""
    for pattern, written in ARTICLE_FORMS:
        text = re.sub(pattern, written.replace("$", "\\"), text)
    return text


@rule(
    "An article is written as Art. 7, Art. 3(1) or Art. 3(1)(a), because links to it are permanent.",
    values,
    Plain,
)
def article_form(_: Corpus, found: Value) -> Iterator[Problem]:
    if found.loc[-1] == "ref" and found.file.model.language == "en" and article(found.value) != found.value:
        hint = say("write: {line}", line=f"ref: {article(found.value)}")
        yield found.problem(say("records do not write '{value}' like this", value=found.value), hint)


@rule("An id is not a name that the page of its list already uses.", lists)
def entry_id(_: Corpus, file: File) -> Iterator[Problem]:
    kept = OF_PAGES.get(file.model.of, ())
    for number, entry in enumerate(file.model):
        if entry.id in kept:
            yield file.problem(
                ("entries", number, "id"),
                say("'{id}' is a name that the page of the list keeps for itself", id=entry.id),
                say("choose another id"),
            )


@rule("The name of an item is not a name that the page of the consultation already uses.", items)
def item_name(_: Corpus, file: File) -> Iterator[Problem]:
    own = anchor(Target("item", file.name))
    if own in OF_PAGES["items"] or own.startswith("source-"):
        yield file.problem(
            ("kind",),
            say("'{own}' is a name that the page keeps for itself", own=own),
            say("give the file another name"),
        )


@rule(
    "Two records have names that differ in more than where their folder ends, for tables name their rows so.",
    whole,
)
def row_name(corpus: Corpus, _: Corpus) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for name in sorted(corpus.records):
        other = first.setdefault(row_anchor(name), name)
        if other != name:
            yield corpus.library.sources[name].problem(
                (),
                say("'{name}' and '{other}' would have one row in a table", name=name, other=other),
                say("give one of the files another name"),
            )


def _clash(file: File, clash: Clash) -> Problem:
    line = getattr(file.model, clash.where)[clash.index]
    prefix = "source-" if clash.where == "sources" else f"{clash.where}-"
    free = clash.given if clash.where == "steps" else clash.given.removeprefix(prefix)
    if clash.taken_by is None:
        message = say("'{name}' is a name that the page keeps for itself", name=clash.wanted)
        hint = say("give the line an id of its own, such as 'id: {free}'", free=free)
    else:
        line_taken = file.source.line(clash.taken_by)
        message = say("'{name}' is also the anchor of line {line}", name=clash.wanted, line=line_taken)
        hint = say(
            "give the newer of the two its own id, such as 'id: {free}': links go to the older one",
            free=free,
        )
    return file.problem((clash.where, clash.index, "id" if line.id else "ref"), message, hint)
