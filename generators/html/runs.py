"""Runs as HTML: every text escaped, in its own language and direction; every sign with a
word for screen readers.

A writer also notes what its page holds beyond words: the ``marks``. What a legend
explains, whether somebody has read a translation, and whether there is a table follow
from them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, assert_never

from generators.corpus import addresses, cldr
from generators.corpus.addresses import Target
from generators.document import runs as kinds
from generators.document.runs import Run, Runs, Shared, SharedText, SharedTexts
from generators.html import scales
from generators.html.attributes import escaped as escaped
from generators.text import gettext_files

UNREVIEWED_SIGN = '<i role="img" aria-labelledby="TM">⇄</i>'
"""The sign of an unreviewed translation. The legend of its page has its words, once,
under this id.
"""

READ = "read"
"""The mark of a translation that somebody has read."""
UNREAD = "unread"
"""The mark of a translation that nobody has read."""
SILENT = "silent"
"""The mark of the dash that says: the whole text was read and says nothing."""
TAKEN_ALONG = "taken along"
"""The mark of a table, or of answers that a script puts into one: readers can save it."""

Body = TypeVar("Body")


_MOST_KEPT = 40_000
"""How many pieces that were written are kept of one language: more than a thousand
records have; those of ten thousand do not fill the memory.
"""


class RunWriter:
    """Writes runs for pages at one depth. The page is at the address ``here``, below the
    folder of its language.

    What was written of shared runs and blocks is kept in ``written``. All pages of a
    language use one. A key has what decides where links lead: depth and first folder of
    the page. The absolute address of the folder of the language is ``base``.

    With ``unread_signs`` each unread translation gets its sign. Where nobody has read
    anything of a page, the page says so once. Its texts need no sign then. What was
    written so far is in ``marks``: some marks of this module, and the classes of signs.
    """

    def __init__(
        self,
        direction: str,
        here: str,
        written: SharedTexts,
        base: str = "",
        *,
        unread_signs: bool = True,
    ) -> None:
        self.direction = direction
        self.here = here
        self.base = base
        self.unread_signs = unread_signs
        self.marks: set[str] = set()
        depth = here.count("/")
        self.root = "../" * depth
        # addresses in the same folder need not say it
        self._folder = here[: here.find("/") + 1]
        self._up = "../" * (depth - 1)
        signs = "" if unread_signs else " without signs"
        self._place = f"{self.root}{self._folder}{signs}"
        self._written = written
        self._anywhere = False  # whether what is written now may be on another page too

    def runs(self, runs: Runs) -> str:
        """A line as HTML."""
        # most lines have one run; to join one thing takes longer than to write it
        if len(runs) == 1:
            return self.run(runs[0])
        # most runs are strings
        parts = [escaped(run) if type(run) is str else self.run(run) for run in runs]
        return "".join(parts)

    def run(self, run: Run) -> str:  # noqa: C901 - a case for each kind
        """One run as HTML. The most frequent kinds come first: they are asked one after
        the other.
        """
        match run:
            case str():
                return escaped(run)
            case Shared():
                return self.shared(run, self.runs)
            case kinds.Link():
                return self._link(run)
            case kinds.Reference():
                return self._reference(run)
            case kinds.Text():
                return self.tagged(run.text, run.language)
            case kinds.TranslationSign():
                return self._translation_sign(run)
            case kinds.Sign():
                return self._sign(run)
            case kinds.Annotation():
                return f"<small>{self.runs(run.runs)}</small>"
            case kinds.Absence():
                return self._absence(run)
            case kinds.Outside():
                return self._outside(run)
            case kinds.Strong():
                return f"<strong>{self.runs(run.runs)}</strong>"
            case kinds.Emphasis():
                return f"<em>{self.runs(run.runs)}</em>"
            case kinds.Adopters():
                return f'<span class="own">{self.runs(run.runs)}</span>'
            case kinds.Avoided():
                return f"<s>{self.runs(run.runs)}</s>"
            case kinds.Share() | kinds.Parts() | kinds.Scale():
                return self._drawn(run)
            case kinds.WebAddress():
                return self._web_address(run)
            case _:
                assert_never(run)

    def shared(self, shared: Shared[Body], write: Callable[[Body], str]) -> str:
        """What ``write`` makes of shared runs or a shared block. It is written once for
        all pages of this depth and folder. Its marks are noted on each of them.
        """
        key = (self._place, shared)
        piece = self._written.get(key)
        if piece is None:
            piece = self._write_apart(shared.body, write)
            if len(self._written) >= _MOST_KEPT:
                self._written.clear()
            self._written[key] = piece
        if piece.marks:
            self.marks |= piece.marks
        return piece.text

    def _write_apart(self, body: Body, write: Callable[[Body], str]) -> SharedText:
        """A piece for any page of this place, with the marks in it and no others."""
        marks_before = self.marks
        anywhere_before = self._anywhere
        self.marks = set()
        self._anywhere = True
        piece = SharedText(write(body), frozenset(self.marks))
        self.marks = marks_before
        self._anywhere = anywhere_before
        return piece

    def href(self, target: Target) -> str:
        """The relative address of a target, for an attribute."""
        address = addresses.address(target)
        page, _, anchor = address.partition("#")
        if anchor and page == self.here and not self._anywhere:
            return f"#{anchor}"
        if self._folder and address.startswith(self._folder):
            return f"{self._up}{address.removeprefix(self._folder)}" or "./"
        return f"{self.root}{address}" or "./"

    def tagged(self, text: str, language: str) -> str:
        """A text with the attributes of its language; one in none (zxx) keeps its order
        in a right-to-left line.
        """
        plain = escaped(text)
        if language == "zxx":
            return f"<bdi>{plain}</bdi>" if self.direction == "rtl" else plain
        direction = cldr.direction(language)
        turned = f' dir="{direction}"' if direction != self.direction else ""
        return f'<span lang="{language}"{turned}>{plain}</span>'

    def _link(self, run: kinds.Link) -> str:
        return f'<a href="{escaped(self.href(run.target))}">{self.runs(run.runs)}</a>'

    def _outside(self, run: kinds.Outside) -> str:
        return f'<a href="{escaped(run.url)}" rel="external">{self.runs(run.runs)}</a>'

    def _reference(self, run: kinds.Reference) -> str:
        if not run.language and self.direction == "ltr":
            return escaped(run.text)
        language = f' lang="{run.language}"' if run.language else ""
        return f"<bdi{language}>{escaped(run.text)}</bdi>"

    def _sign(self, run: kinds.Sign) -> str:
        if run.drawn:
            sign = sign_class(run)
            self.marks.add(sign)
            return f'<i class="{sign}" aria-hidden="true">{escaped(run.shape)}</i>'
        # by its class a table that is saved knows what the words say (answers/tables.js),
        # and the style sheet draws its shape before them
        return f'<span class="{_kind_of_words(run)}">{escaped(run.words)}</span>'

    def _translation_sign(self, run: kinds.TranslationSign) -> str:
        if run.state == gettext_files.UNREVIEWED:
            self.marks.add(UNREAD)
            return UNREVIEWED_SIGN if self.unread_signs else ""
        if run.state == gettext_files.REVIEWED:
            self.marks.add(READ)
            return ""
        words = escaped(run.words)
        language = escaped(run.language)
        return f'<i class="tm" role="img" aria-label="{words}">{language}</i>'

    def _absence(self, run: kinds.Absence) -> str:
        words = escaped(run.words)
        if run.silent and words:
            self.marks.add(SILENT)
            return f'<i class="nil" role="img" aria-label="{words}">—</i>'
        if run.silent:
            return "—"
        if words:
            return f'<span class="none"><span class="sr">{words}</span></span>'
        return '<span class="none" aria-hidden="true"></span>'

    def _drawn(self, run: kinds.Share | kinds.Parts | kinds.Scale) -> str:
        """A bar or a scale, which begins where a line of the language begins."""
        is_rtl = self.direction == "rtl"
        if isinstance(run, kinds.Share):
            return scales.share(run, is_rtl)
        if isinstance(run, kinds.Parts):
            return scales.parts(run, is_rtl)
        return scales.scale(run, is_rtl)

    def _web_address(self, run: kinds.WebAddress) -> str:
        url = self.base + addresses.address(run.target)
        return f'<bdi dir="ltr">{escaped(url)}</bdi>'


STRENGTHS = (
    "obligation",
    "conditional-obligation",
    "encouragement",
    "permission",
    "principle",
)
"""The strengths in the order of their list, by which the drawings of their signs are
numbered.
"""


_WORDS = {
    ("forces", "binding"): "fo",
    ("forces", "not-binding"): "fo not",
    ("forces", ""): "fo late",
    ("confidences", "confirmed"): "gr g2",
    ("confidences", "reported"): "gr g1",
    ("confidences", "recalled"): "warn",
}
"""The classes of words that a sign stands for. A text is binding, not binding, or not
today. A line has as many dots as sources, and none where nobody has checked it.
"""


def _kind_of_words(run: kinds.Sign) -> str:
    """The classes of a sign in words: what it says of, and its shape.

    >>> _kind_of_words(kinds.Sign("strengths", "permission", "", "May"))
    'st s4'
    """
    if run.list_name == "strengths":
        if run.code in STRENGTHS:
            return f"st s{STRENGTHS.index(run.code) + 1}"
        return "st"
    default = "fo" if run.list_name == "forces" else "gr"
    return _WORDS.get((run.list_name, run.code), default)


def sign_class(run: kinds.Sign) -> str:
    """The classes of a sign in a matrix; those of strengths are drawn by their place in
    the list.
    """
    if run.code in STRENGTHS:
        return f"sg s{STRENGTHS.index(run.code) + 1}"
    return f"gr {run.code}"
