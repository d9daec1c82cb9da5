"""Records of a few lines, for tests that need many of them with one thing different in
each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generators.corpus.corpus import Corpus

PLAN, POLICY, CONVENTION = (
    "action-plan plan false",
    "instrument policy false",
    "instrument convention true",
)
MECHANISM = "kind: process\nregions: [{}]\nname: {}\n{}confidence: recalled\n"
ALPHA = "instruments/alpha/"


def text(
    sort: str = POLICY, status: str = "adopted", lines: str = "", keys: str = ""
) -> str:
    """A record of a kind, type and force; ``lines`` are its provisions."""
    kind, type_, binding = sort.split()
    head = f"kind: {kind}\ntype: {type_}\nofficial_titles: {{en: A text}}\nstatus: {status}\n"
    provisions = f"provisions:\n{lines}" if lines else ""
    return f"{head}binding: {binding}\n{keys}{provisions}confidence: recalled\n"


def line(
    topics: str = "assistance", strength: str = "encouragement", more: str = ""
) -> str:
    """A provision."""
    return f"  - {{topics: [{topics}], ref: Art. 1, strength: {strength}, says: Housing.{more}}}\n"


def small_corpus(corpus_of: Callable[..., Corpus], files: Mapping[str, str]) -> Corpus:
    """The corpus of the lists, two mechanisms (Alpha of Africa, Beta of Europe) and some
    records alone, by their path below ``instruments/`` without ``.yml``.
    """
    base = [
        f"{ALPHA}convention.yml",
        f"{ALPHA}plan.yml",
        "instruments/beta/procedures.yml",
    ]
    made = {f"instruments/{name}.yml": each for name, each in files.items()}
    return corpus_of(made, [path for path in base if path not in made])
