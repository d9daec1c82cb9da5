"""Runs as HTML: every text escaped, in its own language and direction; every sign with a word for screen
readers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, ClassVar

from generators.corpus import addresses, cldr
from generators.corpus.addresses import Target
from generators.document import runs as kinds
from generators.document.runs import Runs, Shared, methods_of
from generators.text import gettext_files

UNREVIEWED = '<i role="img" aria-labelledby="TM">⇄</i>'
"""The sign of an unreviewed translation: named, and drawn by that name, once on the page, in its legend."""
READ = "<!--read-->"
"""After a text that somebody has read; it goes when the page is finished (``finish``)."""


@lru_cache(maxsize=20_000)
def escaped(text: str) -> str:
    """Plain text as HTML; most of it is signs between and labels, the same thousands of times."""
    # what markupsafe makes, which takes twice as long for what is no markup yet
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")


_MOST_KEPT = 40_000
"""How many pieces that were written are kept of one language: more than a thousand records have; those of ten
thousand do not fill the memory.
"""


def _element(opening: str, closing: str) -> Callable[[RunWriter, Any], str]:
    return lambda writer, run: f"{opening}{writer.runs(run.runs)}{closing}"


class RunWriter:
    """Writes runs for pages at one depth; ``here`` is the address of the page below the folder of its
    language.

    ``kept`` holds what was written of shared runs and blocks, by the place of the pages that lead alike
    everywhere: their depth and first folder; it is shared by all pages of a language. ``base`` is the
    absolute address of the folder of the language.
    """

    of_runs: ClassVar[Mapping[type, Callable[[Any, Any], str]]]
    """How each kind of run but plain text is written: by the method of its name."""

    def __init_subclass__(cls) -> None:
        cls.of_runs = methods_of(cls, kinds.Run)

    def __init__(
        self, direction: str, here: str, kept: dict[tuple[str, object], str], base: str = ""
    ) -> None:
        self.direction = direction
        self.here = here
        self.base = base
        depth = here.count("/")
        self.root = "../" * depth
        self._folder = here[: here.find("/") + 1]  # what addresses in the same folder need not say
        self._up = "../" * (depth - 1)
        self._place = f"{self.root}{self._folder}"
        self._kept = kept
        self._anywhere = False  # whether what is written now may stand on another page of this depth

    def runs(self, runs: Runs) -> str:
        """A line as HTML."""
        if len(runs) == 1:  # as in most lines; to join one thing takes longer than to write it
            run = runs[0]
            return escaped(run) if type(run) is str else self.of_runs[type(run)](self, run)
        return "".join(
            [escaped(run) if type(run) is str else self.of_runs[type(run)](self, run) for run in runs]
        )

    def shared(self, shared: Shared, write: Callable[[Any], str]) -> str:
        """What ``write`` makes of shared runs or a shared block, written once for all pages of this depth and
        folder.
        """
        key = (self._place, shared)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            before, self._anywhere = self._anywhere, True
            found = self._kept[key] = write(shared.body)
            self._anywhere = before
        return found

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
        """A text with the attributes of its language; one in none (zxx) keeps its order in a right-to-left
        line.
        """
        plain = escaped(text)
        if language == "zxx":
            return f"<bdi>{plain}</bdi>" if self.direction == "rtl" else plain
        direction = cldr.direction(language)
        turned = f' dir="{direction}"' if direction != self.direction else ""
        return f'<span lang="{language}"{turned}>{plain}</span>'

    def _text(self, run: kinds.Text) -> str:
        return self.tagged(run.text, run.language)

    def _reference(self, run: kinds.Reference) -> str:
        if not run.language and self.direction == "ltr":
            return escaped(run.text)
        language = f' lang="{run.language}"' if run.language else ""
        return f"<bdi{language}>{escaped(run.text)}</bdi>"

    def _sign(self, run: kinds.Sign) -> str:
        if run.drawn:
            return f'<i class="{sign_class(run)}" aria-hidden="true">{escaped(run.shape)}</i>'
        # by its class a table that is taken along knows what the words say (answers/tables.js)
        kind = "warn" if run.code == "recalled" else _CLASSES[run.of]
        return f'<span class="{kind}">{escaped(run.words)}</span>'

    def _translation_sign(self, run: kinds.TranslationSign) -> str:
        if run.state == gettext_files.UNREVIEWED:
            return UNREVIEWED
        if run.state == gettext_files.REVIEWED:
            return READ
        return f'<i class="tm" role="img" aria-label="{escaped(run.words)}">{escaped(run.language)}</i>'

    def _absence(self, run: kinds.Absence) -> str:
        if run.silent:
            words = f' role="img" aria-label="{escaped(run.words)}"' if run.words else ""
            return f'<i class="nil"{words}>—</i>' if run.words else "—"
        if run.words:
            return f'<span class="none"><span class="sr">{escaped(run.words)}</span></span>'
        return '<span class="none" aria-hidden="true"></span>'

    def _share(self, run: kinds.Share) -> str:
        """A bar, which begins where a line of the language begins."""
        begins = f' x="{100 * (1 - run.part):.1f}%"' if self.direction == "rtl" else ""
        bar = f'<rect{begins} width="{100 * run.part:.1f}%" height="100%"/>'
        return f'<svg class="share" aria-hidden="true">{bar}</svg>'

    def _link(self, run: kinds.Link) -> str:
        return f'<a href="{escaped(self.href(run.target))}">{self.runs(run.runs)}</a>'

    def _outside(self, run: kinds.Outside) -> str:
        return f'<a href="{escaped(run.url)}" rel="external">{self.runs(run.runs)}</a>'

    def _web_address(self, run: kinds.WebAddress) -> str:
        return f'<bdi dir="ltr">{escaped(self.base + addresses.address(run.target))}</bdi>'

    def _shared(self, run: Shared) -> str:
        return self.shared(run, self.runs)

    _strong = _element("<strong>", "</strong>")
    _emphasis = _element("<em>", "</em>")
    _annotation = _element("<small>", "</small>")
    _avoided = _element("<s>", "</s>")
    _adopters = _element('<span class="own">', "</span>")


_CLASSES = {"strengths": "st", "forces": "fo", "confidences": "gr"}


STRENGTHS = ("obligation", "conditional-obligation", "encouragement", "permission", "principle")
"""The strengths in the order of their list, by which the drawings of their signs are numbered."""


def sign_class(run: kinds.Sign) -> str:
    """The classes of a sign in a matrix; those of strengths are drawn by their place in the list."""
    return f"sg s{STRENGTHS.index(run.code) + 1}" if run.code in STRENGTHS else f"gr {run.code}"


RunWriter.of_runs = methods_of(RunWriter, kinds.Run)
