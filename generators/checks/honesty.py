"""What a record may claim: graded facts with their sources, statuses that were decided, silence only after
reading.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.checks.rules import File, cited, records, rule
from generators.corpus.corpus import Corpus
from generators.model.fields import Code, Ref, walk
from generators.text.problems import Problem

_GRADE = Code("confidences")
_NEEDS_SOURCE = ("verified", "reported")


@rule("confidence-source", "What is graded verified or reported names a source in the same file.", cited)
def confidence_source(_: Corpus, file: File) -> Iterator[Problem]:
    if file.model.sources:
        return
    named = set()
    for loc, mark, value in walk(file.model):
        if isinstance(mark, Ref):
            named.add(loc[:-1])  # a line that names a record has its source there
        elif mark == _GRADE and value in _NEEDS_SOURCE and loc[:-1] not in named:
            yield file.problem(
                loc, f"'{value}' without a source", "add it under 'sources', or grade it 'recalled'"
            )


@rule(
    "status-derived",
    "A status that follows from dates and relations (superseded, expired, extended) is never typed.",
    records,
)
def status_derived(corpus: Corpus, file: File) -> Iterator[Problem]:
    known = corpus.vocabularies.of("statuses")
    entry = known.get(file.model.status)
    if entry and entry.derived:
        decided = ", ".join(code for code, other in known.items() if not other.derived)
        yield file.problem(
            ("status",),
            f"'{entry.id}' is derived",
            f"say what was decided ({decided}); the rest follows from relations and period",
        )


@rule("status-fits", "A status agrees with the record's force and dates.", records)
def status_fits(corpus: Corpus, file: File) -> Iterator[Problem]:
    model = file.model
    if model.status == "in-force" and not model.binding:
        yield file.problem(
            ("status",), "'in-force' for a text that does not bind", "expected 'adopted', or 'binding: true'"
        )
    if model.status == "signed-not-in-force" and model.in_force and model.in_force.last <= corpus.today:
        yield file.problem(
            ("status",), f"'signed-not-in-force', yet in force since {model.in_force}", "expected 'in-force'"
        )
    if model.status == "draft" and (model.in_force or (model.adopted and model.adopted.date)):
        yield file.problem(
            ("status",),
            "'draft' for a text with a date of adoption or entry into force",
            "expected 'adopted' or 'in-force'",
        )


@rule("still-guides", "A plan that still guides after its end says why in its notes.", records)
def still_guides(_: Corpus, file: File) -> Iterator[Problem]:
    if file.model.period and file.model.period.still_guides and not file.model.notes:
        yield file.problem(
            ("period", "still_guides"), "no reason given", "say in 'notes' what shows that it still guides"
        )


@rule("silent-unread", "Only a text that was read in full is recorded as silent.", records)
def silent_unread(_: Corpus, file: File) -> Iterator[Problem]:
    if file.model.silent and not file.model.read_in_full:
        yield file.problem(
            ("silent",),
            "silence of a text not read in full",
            "read it all and add 'read_in_full: true', or leave 'silent' out",
        )


@rule("silent-said", "A text is not recorded as silent on a topic on which it has a provision.", records)
def silent_said(_: Corpus, file: File) -> Iterator[Problem]:
    said = (
        {
            topic: number
            for number, provision in enumerate(file.model.provisions)
            for topic in provision.topics
        }
        if file.model.silent
        else {}
    )
    for number, topic in enumerate(file.model.silent):
        if topic in said:
            line = file.source.line(("provisions", said[topic]))
            yield file.problem(
                ("silent", number), f"'{topic}' has a provision on line {line}", "remove one of them"
            )


@rule("parties-both", "Parties are a list of States or a number that was read, one of the two.", records)
def parties_both(_: Corpus, file: File) -> Iterator[Problem]:
    parties = file.model.parties
    if parties and parties.states and parties.count is not None:
        yield file.problem(
            ("parties", "count"), "a number beside the list", "the site counts the list: remove 'count'"
        )
    if parties and not parties.states and parties.count is None:
        yield file.problem(
            ("parties",), "neither States nor a number", "add 'states' or 'count', or leave 'parties' out"
        )


@rule(
    "party-named",
    "A State that is listed as a party is not also among those of unknown ratification.",
    records,
)
def party_named(_: Corpus, file: File) -> Iterator[Problem]:
    listed = {party.state for party in file.model.parties.states} if file.model.parties else set()
    for number, state in enumerate(file.model.named_parties):
        if state in listed:
            yield file.problem(
                ("named_parties", number), f"'{state}' is also under 'parties'", "remove it here"
            )


RULES = (
    confidence_source,
    status_derived,
    status_fits,
    still_guides,
    silent_unread,
    silent_said,
    parties_both,
    party_named,
)
