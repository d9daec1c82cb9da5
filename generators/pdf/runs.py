"""Runs for the typesetter: plain values for JSON, which ``volume.typ`` sets.

A run is a string in the volume's language, or a mapping: ``t`` its text; ``k`` its kind (``ref`` keeps its
order in a right-to-left text, ``mark`` is the sign of an unreviewed, missing or stale translation (where no
translation of a volume was read, its cover says so and ``without_marks`` takes them away), ``sign`` a
sign of strength by its number, ``b``, ``i``, ``src``, ``num``, ``warn`` and ``s`` are emphases); ``l`` and
``d`` the language and direction of a text in another language; ``to`` a chapter of the same volume; ``url``
an address. No text is markup.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from typing import Any

from generators.corpus import addresses, cldr
from generators.document.runs import (
    Absence,
    Adopters,
    Annotation,
    Avoided,
    Caution,
    Day,
    Emphasis,
    Link,
    Outside,
    Reference,
    Runs,
    Share,
    Shared,
    Sign,
    Strong,
    Text,
    TranslationSign,
    WebAddress,
    drawing,
)
from generators.text import gettext_files

JsonRun = str | dict[str, Any]
JsonRuns = list[JsonRun]

_BEFORE, _UNREAD = "\u00a0", {"t": "⇄", "k": "mark"}


def without_marks(value: Any) -> Any:
    """Parts of a volume without the signs of unreviewed translations."""
    if isinstance(value, list):
        marked = [place for place, each in enumerate(value) if each is _UNREAD]
        gone = {place for each in marked for place in (each - 1, each)}
        return [without_marks(each) for place, each in enumerate(value) if place not in gone]
    if isinstance(value, dict):
        return {key: without_marks(each) for key, each in value.items()}
    return value


class PaperRuns:
    """Writes runs for one volume; ``targets`` are the records and mechanisms that have a chapter in it.

    ``machine`` says, once all is written, whether nobody has read any of its translations. ``base`` is the
    absolute address of the language's pages.
    """

    def __init__(self, direction: str, targets: Set[str] = frozenset(), base: str = "") -> None:
        self.rtl = direction == "rtl"
        self.base = base
        self.targets = targets
        self.unread = False  # whether anything written so far is an unreviewed translation
        self.read = False  # whether anything written so far was read by a person

    @property
    def machine(self) -> bool:
        return self.unread and not self.read

    def runs(self, runs: Runs) -> JsonRuns:
        """A line for the typesetter."""
        found: JsonRuns = []
        for run in runs:
            if type(run) is str:
                found.append(run)
            else:
                found += _RUNS[type(run)](self, run)
        return found


def _text(writer: PaperRuns, run: Text) -> JsonRuns:
    del writer
    if run.language == "zxx":
        return [run.text]
    return [{"t": run.text, "l": run.language, "d": cldr.direction(run.language)}]


def _reference(writer: PaperRuns, run: Reference) -> JsonRuns:
    return [{"t": run.text, "k": "ref"}] if writer.rtl else [run.text]


def _day(writer: PaperRuns, run: Day) -> JsonRuns:
    del writer
    return [run.words]


def _sign(writer: PaperRuns, run: Sign) -> JsonRuns:
    """A sign; where no words stand beside it, those of a strength or force are added, for paper names no
    signs.
    """
    del writer
    if run.of == "strengths":
        drawn: JsonRuns = [{"k": "sign", "t": str(drawing(run.code))}]
        return drawn if run.named else [*drawn, f"\u00a0{run.words}"]
    return [run.shape] if run.named or run.of == "confidences" else [f"{run.shape}\u00a0{run.words}"]


def _translation_sign(writer: PaperRuns, run: TranslationSign) -> JsonRuns:
    if run.state == gettext_files.REVIEWED:
        writer.read = True
        return []
    if run.state != gettext_files.UNREVIEWED:
        return ["\u00a0", {"t": run.language, "k": "mark"}]
    writer.unread = True
    return [_BEFORE, _UNREAD]


def _kind(kind: str) -> Callable[[PaperRuns, Any], JsonRuns]:
    def write(writer: PaperRuns, run: Any) -> JsonRuns:
        return with_kind(kind, writer.runs(run.runs))

    return write


def with_kind(kind: str, runs: JsonRuns) -> JsonRuns:
    """Runs of a kind; those that have one of their own keep it."""
    return [
        {"t": run, "k": kind} if isinstance(run, str) else run if run.get("k") else run | {"k": kind}
        for run in runs
    ]


def _link(writer: PaperRuns, run: Link) -> JsonRuns:
    """Runs that lead to a chapter, where this volume holds one."""
    runs = writer.runs(run.runs)
    if run.target.kind != "record" or run.target.name not in writer.targets:
        return runs
    to = {"to": run.target.name}
    return [{"t": each} | to if isinstance(each, str) else each | to for each in runs]


def _outside(writer: PaperRuns, run: Outside) -> JsonRuns:
    """A link to another host, with its address in full where the words are others, for paper cannot be
    followed.
    """
    words = writer.runs(run.runs)
    address: JsonRun = {"t": run.url, "url": run.url, "k": "ref"}
    said = run.runs[0].text if len(run.runs) == 1 and isinstance(run.runs[0], Reference) else ""
    if said and said == run.url.removeprefix("mailto:"):
        return [address | {"t": said}]
    return [*words, " ", address]


def _web_address(writer: PaperRuns, run: WebAddress) -> JsonRuns:
    url = f"{writer.base}{addresses.address(run.target)}"
    return [{"t": url, "url": url, "k": "ref"}]


def _absence(writer: PaperRuns, run: Absence) -> JsonRuns:
    """The words of an absence; a dash for silence, and nothing where words stand beside it."""
    del writer
    if run.words:
        return [run.words]
    return ["—"] if run.silent else []


def _share(writer: PaperRuns, run: Share) -> JsonRuns:
    """Nothing: the number stands beside it."""
    del writer, run
    return []


def _shared(writer: PaperRuns, run: Shared) -> JsonRuns:
    return writer.runs(run.body)


_RUNS: Mapping[type, Callable[[PaperRuns, Any], JsonRuns]] = {
    Text: _text,
    Reference: _reference,
    Day: _day,
    Sign: _sign,
    TranslationSign: _translation_sign,
    Strong: _kind("b"),
    Emphasis: _kind("i"),
    Annotation: _kind("src"),
    Caution: _kind("warn"),
    Avoided: _kind("s"),
    Adopters: _kind("b"),
    Absence: _absence,
    Share: _share,
    Link: _link,
    Outside: _outside,
    WebAddress: _web_address,
    Shared: _shared,
}
"""How each kind of run but plain text is written."""
