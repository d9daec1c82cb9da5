"""Texts and lines that hold for a group of persons alone, as ``vocabulary/groups.yml`` names them."""

from __future__ import annotations

from collections.abc import Mapping

from generators.corpus.corpus import Corpus
from generators.corpus.located import LocatedProvision, LocatedStep


def group_of(corpus: Corpus, line: LocatedProvision | LocatedStep) -> str:
    """The code of the group for which alone a line holds; empty where it holds for everyone."""
    named = corpus.cached(("groups",), lambda: _named(corpus))
    return named.get(f"{line.record}#{line.anchor}") or named.get(line.record, "")


def group_beside(
    corpus: Corpus, line: LocatedProvision | LocatedStep, topic: str = "", children: bool = False
) -> str:
    """The same, where it needs to be said: not under a ``topic`` that is of this group, nor where all that is
    said is for ``children``.
    """
    code = group_of(corpus, line)
    if not code:
        return ""
    group = corpus.vocabularies.of("groups")[code]
    return "" if topic in group.topics or (children and group.children) else code


def _named(corpus: Corpus) -> Mapping[str, str]:
    """The group of each record and line that one names."""
    groups = corpus.vocabularies.of("groups").items()
    return {place: code for code, group in groups for place in (*group.records, *group.lines)}
