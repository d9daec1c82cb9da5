"""What each language must not lose or add in translation: slots, how firmly a text speaks, and words whose
near neighbour means something else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from generators.checks.interface import Said, interface
from generators.checks.rules import rule, rules_of
from generators.checks.translations import Held, Line, held
from generators.corpus.corpus import Corpus
from generators.languages import facts
from generators.text.problems import Problem
from generators.text.sayings import say

_SLOT = re.compile(r"\{[a-z]+\}")
_MILD = {"encouragement", "permission", "principle"}
_FIRM_SOURCE = re.compile(
    r"\b(must|shall|ha(?:s|ve) to|needs? to|oblig|requir|owe|duty|duties|bound|not|never|cannot)",
    re.IGNORECASE,
)
_SHOULD = re.compile(r"\bshould\b", re.IGNORECASE)


@rule("A translation of words that go round something has the slots of its text, such as {n}.", held)
def translation_slots(_: Corpus, here: Held) -> Iterator[Problem]:
    for line in here.lines:
        if "{" in line.text and (lost := set(_SLOT.findall(line.text)) ^ set(_SLOT.findall(line.found.text))):
            named = ", ".join(sorted(lost))
            yield line.problem(
                say("other slots than the text ({named})", named=named),
                say("keep what is in braces as it is"),
            )


@rule(
    "A translation is not firmer than its text: 'should' stays 'should'. If a provision encourages, "
    "permits or states a principle, its translation does not add a 'must'.",
    held,
)
def translation_firmer(corpus: Corpus, here: Held) -> Iterator[Problem]:
    modal = facts(here.catalog.language).modal
    mild = _mild(corpus, here.catalog.path.split("/")[-2]) if modal else frozenset()
    for line in here.lines if modal else ():
        # most lines say nothing that one must, so that is asked first
        found = modal.must.search(line.found.text) if line.source == "en" else None
        if found and (line.text in mild or _SHOULD.search(line.text)) and not _FIRM_SOURCE.search(line.text):
            yield line.problem(
                say("'{found}' is firmer than the text", found=found[0]),
                say("write {should}, or no such word", should=modal.should),
            )


def _mild(corpus: Corpus, folder: str) -> frozenset[str]:
    """What the provisions of a folder say that commit nobody, where none that commits says the same."""
    return corpus.cached(("mild", folder), lambda: _mild_texts(corpus, folder))


def _mild_texts(corpus: Corpus, folder: str) -> frozenset[str]:
    strengths: dict[str, set[str]] = defaultdict(set)
    for name, record in corpus.records.items():
        if name.startswith(f"{folder}/"):
            for provision in record.provisions:
                strengths[provision.says].add(provision.strength)
    return frozenset(text for text, found in strengths.items() if found <= _MILD)


@rule(
    "A translation does not say the near word that means something else, such as Spanish 'pendiente' for "
    "'due'.",
    held,
)
def translation_neighbour(_: Corpus, here: Held) -> Iterator[Problem]:
    for line in here.lines:
        if line.source == "en":
            yield from _misled(line, here.catalog.language, line.text, line.found.text)


@rule(
    "A translation of the interface does not say the near word that means something else either.", interface
)
def interface_neighbour(_: Corpus, said: Said) -> Iterator[Problem]:
    for _form, text, _one in said.forms():
        yield from _misled(said, said.catalog.language, said.text, text)


def _misled(at: Line | Said, language: str, source: str, text: str) -> Iterator[Problem]:
    for near in facts(language).neighbours:
        found = near.wrong.search(text)
        if found and near.source.search(source) and not near.unless.search(source):
            yield at.problem(say("'{found}' says something else", found=found[0]), near.hint)


RULES = rules_of(globals())
