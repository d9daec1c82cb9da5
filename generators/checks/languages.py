"""What each language needs of its translations: slots that stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generators.checks.rules import rule
from generators.checks.translations import Held, held
from generators.corpus.corpus import Corpus
from generators.text.problems import Problem

_SLOT = re.compile(r"\{[a-z]+\}")


@rule(
    "translation-slots",
    "A translation of words that go round something has the slots of its text, such as {n}.",
    held,
)
def translation_slots(_: Corpus, here: Held) -> Iterator[Problem]:
    for line in here.lines:
        if "{" in line.text and (lost := set(_SLOT.findall(line.text)) ^ set(_SLOT.findall(line.found.text))):
            named = ", ".join(sorted(lost))
            yield line.problem(f"other slots than the text ({named})", "keep what stands in braces as it is")


RULES = (translation_slots,)
