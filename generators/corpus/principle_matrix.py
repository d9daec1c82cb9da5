"""The OHCHR Principles and Guidelines × mechanisms: the strongest provision of each mechanism on the topics
that a principle bears on, and the kinds of absence kept apart. No markup and no language here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generators.corpus.comparisons import Matrix, MatrixCell, matrix
from generators.corpus.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Spread:
    """How many mechanisms answer to a principle by a text that binds today (``binding``), by one that does
    not alone (``not_binding``); whose texts, all read in full, say nothing on any of its topics
    (``silent``); and of how many nothing is recorded (``unknown``).
    """

    binding: int
    not_binding: int
    silent: int
    unknown: int


@dataclass(frozen=True, slots=True)
class PrincipleMatrix:
    """Principles × the mechanisms of the matrix of topics. ``cells[principle, mechanism]`` is a sign;
    ``silent`` holds the pairs where all records of the mechanism were read in full and say nothing on any
    topic of the principle.
    """

    principles: tuple[str, ...]
    mechanisms: tuple[str, ...]
    cells: Mapping[tuple[str, str], MatrixCell]
    silent: frozenset[tuple[str, str]]

    def spread(self, principle: str) -> Spread:
        """How many mechanisms answer to a principle, and how."""
        found = [self.cells.get((principle, name)) for name in self.mechanisms]
        binding = sum(cell is not None and cell.binding for cell in found)
        speaking = sum(cell is not None for cell in found)
        silent = sum((principle, name) in self.silent for name in self.mechanisms)
        return Spread(binding, speaking - binding, silent, len(self.mechanisms) - speaking - silent)


def principle_matrix(corpus: Corpus) -> PrincipleMatrix:
    """The matrix of all principles; one that bears on no topic has an empty row."""
    return corpus.cached(("principle matrix",), lambda: _principle_matrix(corpus))


def _principle_matrix(corpus: Corpus) -> PrincipleMatrix:
    found = matrix(corpus)
    cells: dict[tuple[str, str], MatrixCell] = {}
    silent: set[tuple[str, str]] = set()
    for code, entry in corpus.vocabularies.of("principles").items():
        for mechanism in found.mechanisms:
            if cell := _strongest(corpus, found, entry.topics, mechanism):
                cells[code, mechanism] = cell
            elif entry.topics and all((topic, mechanism) in found.silent for topic in entry.topics):
                silent.add((code, mechanism))
    return PrincipleMatrix(
        tuple(corpus.vocabularies.of("principles")), found.mechanisms, cells, frozenset(silent)
    )


def _strongest(corpus: Corpus, found: Matrix, topics: tuple[str, ...], mechanism: str) -> MatrixCell | None:
    """What binds before what does not, then the stronger; of equal ones that on the topic named first."""
    own = [cell for topic in topics if (cell := found.cells.get((topic, mechanism)))]
    return min(
        own,
        key=lambda cell: (not cell.binding, corpus.vocabularies.rank("strengths", cell.strength)),
        default=None,
    )
