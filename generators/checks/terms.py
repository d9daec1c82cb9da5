"""What search may read as a term: no form of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generators.checks.rules import File, lists, rule, rules_of
from generators.corpus.corpus import Corpus
from generators.model.fields import Loc
from generators.model.vocabulary import Entry
from generators.text.problems import Problem
from generators.text.sayings import say


@rule(
    "A form of a term is not also a form of another term: search reads it as that term. This applies to "
    "variants, forms to avoid that mean the same, and words that readers type.",
    lists,
)
def term_of_another(corpus: Corpus, file: File) -> Iterator[Problem]:
    if file.model.of != "terms":
        return
    preferred = {
        (language, form.form.casefold()): entry.id
        for entry in file.model.entries
        for language, form in entry.forms.items()
    }
    meant: dict[tuple[str, str], str] = defaultdict(str)
    for number, entry in enumerate(file.model.entries):
        for loc, language, form in _read_as(entry):
            key = language, form.casefold()
            other = preferred.get(key) or meant[key] or entry.id
            meant[key] = meant[key] or entry.id
            if other != entry.id:
                yield file.problem(
                    ("entries", number, *loc),
                    say("'{form}' is a form of '{other}' too", form=form, other=other),
                    say("leave it to one of the two, or take 'same' from the form to avoid"),
                )


def _read_as(entry: Entry) -> Iterator[tuple[Loc, str, str]]:
    """Where each further form of a term stands, its language, and the form."""
    for number, variant in enumerate(entry.variants):
        yield ("variants", number, "form"), variant.language, variant.form
    for number, variant in enumerate(entry.avoid):
        if variant.same:
            yield ("avoid", number, "form"), variant.language, variant.form
    for language, words in entry.typed.items():
        for number, word in enumerate(words):
            yield ("typed", language, number), language, word


RULES = rules_of(globals())
