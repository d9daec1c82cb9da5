"""Runs: the pieces that a line of text is made of. A plain string is text in the
document's own language.

A line is a list of runs (``Runs``). Each run says what it is; how it looks is a writer's
business.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar, assert_never

from generators.corpus.addresses import Target

DOT = "\u00a0· "
"""What joins the facts of one line."""

Body = TypeVar("Body")


class Text(NamedTuple):
    """A text in a language of its own (BCP 47; ``zxx``: an acronym that is in none)."""

    text: str
    language: str


class Reference(NamedTuple):
    """A place in a text, a number or an id, which keeps its order in a right-to-left
    line. Its words may be in a ``language`` that is not the document's (empty: they are
    not).
    """

    text: str
    language: str = ""


class Sign(NamedTuple):
    """What the vocabulary says of a line in a word or two.

    ``list_name`` is strengths, forces or confidences. ``code`` is the entry there, and
    ``words`` is its label. In a matrix the sign is ``drawn`` with its ``shape``, and the
    words are those of its link.
    """

    list_name: str
    code: str
    shape: str
    words: str
    drawn: bool = False


class TranslationSign(NamedTuple):
    """That the text before it is an unreviewed translation, or is in ``language`` for
    want of a current one. The ``state`` is unreviewed, stale or missing.

    Reviewed is a state too, and shows nothing. It tells writers that somebody has read
    this text. A whole that nobody has read can say so once, and not after each sentence.
    """

    state: str
    language: str
    words: str


class Strong(NamedTuple):
    """What is to be seen first: a name, a label."""

    runs: Runs


class Emphasis(NamedTuple):
    """What a summary stresses."""

    runs: Runs


class Annotation(NamedTuple):
    """What is said in passing, and may be passed over."""

    runs: Runs


class Avoided(NamedTuple):
    """A form not to be used."""

    runs: Runs


class Adopters(NamedTuple):
    """Who adopted a text, before its name."""

    runs: Runs


class Absence(NamedTuple):
    """That there is nothing here. The text, read in full, says nothing (``silent``), or
    nobody has looked yet. The ``words`` say so where no words are next to it.
    """

    silent: bool
    words: str = ""


class Share(NamedTuple):
    """How large a number is, as a part of the largest of its group, from 0 to 1. It is
    drawn where a writer can draw. It has no words, for the number itself is next to it.
    """

    part: float


class Parts(NamedTuple):
    """A whole in parts, each from 0 to 1, in the order of the words next to it. Each part
    has a shape of its own.
    """

    parts: Sequence[float]


class Mark(NamedTuple):
    """A point on a scale, ``at`` a place from 0 to 1.

    ``lane`` is its row from below, where several are at one place. A ``minor`` one has
    another shape.
    """

    at: float
    lane: int = 0
    minor: bool = False


class Stretch(NamedTuple):
    """A part of a scale, from a place to another, each from 0 to 1. An ``open`` one has
    no known end.
    """

    start: float
    end: float
    open: bool = False


class Scale(NamedTuple):
    """A line of years or sizes, with what is on it. Places go from 0 to 1.

    ``ticks`` are places with their words, and ``now`` is that of today. It is drawn where
    a writer can draw. It has no words, for they are next to it.
    """

    marks: Sequence[Mark] = ()
    stretch: Stretch | None = None
    ticks: Sequence[tuple[float, str]] = ()
    now: float | None = None


class Link(NamedTuple):
    """A link within the Compendium."""

    runs: Runs
    target: Target


class Outside(NamedTuple):
    """A link to another host."""

    runs: Runs
    url: str


class WebAddress(NamedTuple):
    """The address of a target on the published site, written out in full: for what is
    cited elsewhere.
    """

    target: Target


class Shared(Generic[Body]):
    """Runs, or a block, that many pages of a language show: writers keep what they wrote
    of it. Two of them are the same only where they are the same object.
    """

    __slots__ = ("body",)

    def __init__(self, body: Body) -> None:
        self.body = body


class SharedText(NamedTuple):
    """What a writer made of something shared, with the marks that it holds
    (``RunWriter.marks``).
    """

    text: str
    marks: frozenset[str]


SharedTexts = dict[tuple[Hashable, Shared[Any]], SharedText]
"""What writers made of what many pages of a language show: by the place of the page, and
the thing.
"""


Holding = Strong | Emphasis | Annotation | Avoided | Adopters | Link | Outside
"""Runs that say something of other runs."""
_Words = str | Text | Reference | Sign | TranslationSign | Absence | WebAddress
_Drawn = Share | Parts | Scale
Run = _Words | _Drawn | Holding | Shared["Runs"]
"""Whoever writes runs has a case for each of these; the type checker finds a kind without
one.
"""
Runs = Sequence[Run]


def joined(parts: Iterable[Runs], by: str = DOT) -> list[Run]:
    """Lines joined to one; empty ones are left out.

    >>> joined([["Benin"], [], ["Togo"]], ", ")
    ['Benin', ', ', 'Togo']
    """
    line: list[Run] = []
    for part in parts:
        if part:
            if line:
                line.append(by)
            line += part
    return line


def letters(runs: Runs) -> str:
    """Only the text of a line, without what is drawn: for sorting and descriptions.

    >>> letters(["Art. ", Reference("5"), Share(0.5)])
    'Art. 5'
    """
    return "".join(map(_letters, runs))


def _letters(run: Run) -> str:
    """The text of a run; nothing of what is drawn or written out by writers."""
    match run:
        case str():
            return run
        case Text() | Reference():
            return run.text
        case Shared():
            return letters(run.body)
        case Sign():
            return "" if run.drawn else run.words
        case Absence():
            return run.words
        case Link() | Outside():
            return letters(run.runs)
        case Strong() | Emphasis() | Annotation() | Avoided() | Adopters():
            return letters(run.runs)
        case TranslationSign() | Share() | Parts() | Scale() | WebAddress():
            return ""
        case _:
            assert_never(run)
