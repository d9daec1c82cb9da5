"""What a person in a case needs, and the questions to which each need leads.

The needs are in ``vocabulary/needs.yml``. An adult and a child have questions of their
own.
"""

from __future__ import annotations

from generators.corpus.corpus import Corpus
from generators.corpus.located import Located
from generators.corpus.memo import once
from generators.corpus.narrow_questions import lines_of_question
from generators.corpus.order import NEIGHBOUR


@once
def questions_of_needs(corpus: Corpus) -> tuple[str, ...]:
    """The codes of all questions to which a need leads, each once."""
    needs = corpus.vocabularies.entries_of("needs").values()
    return tuple(
        dict.fromkeys(
            code for need in needs for code in (*need.questions, *need.child_questions)
        )
    )


@once
def lines_of_needs(corpus: Corpus) -> tuple[Located, ...]:
    """The lines that answer one of these questions, each once."""
    lines: dict[str, Located] = {}
    for code in questions_of_needs(corpus):
        for line in lines_of_question(corpus, code):
            lines.setdefault(line.place, line)
    return tuple(lines.values())


@once
def texts_of_needs(corpus: Corpus) -> tuple[str, ...]:
    """The ids of the texts that the page of a case can name.

    They are those of its lines. Then come all others on trafficking or exploitation that
    bind: one that nobody has read may answer, too.
    """
    near = (
        name
        for name, model in corpus.standards.items()
        if model.binding and (model.about or NEIGHBOUR) != NEIGHBOUR
    )
    names = (line.record for line in lines_of_needs(corpus))
    return tuple(dict.fromkeys((*names, *near)))
