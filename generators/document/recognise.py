"""How a victim is recognised: signs by place and by form of exploitation, first
questions, what never to do, whom to tell; each line with the text that it comes from,
texts of organisations before those of single States. What nobody read is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.corpus.memo import once
from generators.document import blocks as block
from generators.document.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Fold,
    ListItem,
    Paragraph,
    Section,
    notes,
)
from generators.document.phrases import Phrases
from generators.document.runs import Run, Strong, joined
from generators.document.whom_to_call import embassy
from generators.model.records import (
    Prohibition,
    Question,
    Record,
    SignForm,
    SignPlace,
    TraffickingSign,
)

FORMS, PLACES = get_args(SignForm), get_args(SignPlace)
ANY, CHILD = "any", "child"
WITH_CHILDREN = ("children", "school")
"""The sheets for places where the person is a child, who is not to be questioned."""
_ENOUGH = 8
"""So many signs make a sheet of a place worth its paper."""


class Guidance(NamedTuple):
    """A sign, question or prohibition, and the record that it stands in."""

    record: str
    line: TraffickingSign | Question | Prohibition


class Recognition(NamedTuple):
    """All that was read. In each list organisations' texts stand before those of single
    States, and of both the text with the most lines first: it was written for this.
    """

    signs: tuple[Guidance, ...]
    questions: tuple[Guidance, ...]
    never: tuple[Guidance, ...]

    def of(self, what: str, code: str) -> list[Guidance]:
        """The signs of a form of exploitation, or that are seen in a place (``what``:
        form, place).
        """
        return [each for each in self.signs if getattr(each.line, what) == code]


@once
def recognition(corpus: Corpus) -> Recognition:
    """What all procedures say on how victims are recognised."""
    return Recognition(
        *(tuple(_read(corpus, of)) for of in ("signs", "questions", "never"))
    )


def sheets(corpus: Corpus) -> tuple[str, ...]:
    """The names of the sheets to print: adults, children, and each place with enough
    signs.
    """
    found = recognition(corpus)
    places = tuple(place for place in PLACES if len(found.of("place", place)) >= _ENOUGH)
    return ("adults", "children", *places) if found.signs else ()


def on_sheet(corpus: Corpus, sheet: str) -> list[Guidance]:
    """The signs of a sheet."""
    found = recognition(corpus)
    if sheet in PLACES:
        return found.of("place", sheet)
    return [
        each for each in found.signs if (each.line.form == CHILD) == (sheet == "children")
    ]


def _read(corpus: Corpus, of: str) -> Iterable[Guidance]:
    read = {
        name: [
            line
            for line in getattr(model, of)
            if corpus.confidence_of(name, line) != "recalled"
        ]
        for name, model in corpus.records.items()
    }
    for name in sorted(
        read, key=lambda name: (name not in corpus.standards, -len(read[name]), name)
    ):
        yield from (Guidance(name, line) for line in read[name])


_SOURCES = 3
"""So many texts are named under a sentence that they share."""

_FIRST = 8
"""So many lines of a section stand on the page before a fold."""

_OWN = 5
"""A form or place with fewer signs of its own says that those of any form hold for it
too.
"""

_ON_SHEET = {"signs": 20, "questions": 8, "never": 6}
"""So many lines stand on a sheet of two sides."""


def document(phrases: Phrases) -> Document:
    """The page, without its title and ``whom`` to tell."""
    found = recognition(phrases.corpus)
    if not found.signs:
        return Document([Paragraph(phrases.ui("We have no sign yet."))], [])
    ui, every = phrases.ui, anchor("form", ANY)
    places, forms = _folded(phrases, "place", PLACES), _folded(phrases, "form", FORMS[1:])
    general = _begun(phrases, found.of("form", ANY))
    for_all = (
        notes(ui("They hold for every place and every form of exploitation."))
        if general
        else []
    )
    sections = [
        Section(
            ui("Signs of any form of exploitation"),
            [*for_all, *general],
            every,
            "general",
        ),
        Section(ui("Signs, by place"), places, "by-place", "choice"),
        Section(ui("Signs, by form of exploitation"), forms, "by-form", "choice"),
        Section(
            _asked(phrases), _begun(phrases, found.questions, later=True), "questions"
        ),
        Section(ui("What never to do"), _begun(phrases, found.never), "never"),
    ]
    return Document(_warning(phrases), [each for each in sections if each.blocks])


def sheet(phrases: Phrases, name: str) -> Document:
    """A sheet to print: for adults, for children, or for a place."""
    found, signs = recognition(phrases.corpus), on_sheet(phrases.corpus, name)
    lists = (
        (phrases.ui("Signs of trafficking"), signs, "signs"),
        (_asked(phrases), () if name in WITH_CHILDREN else found.questions, "questions"),
        (phrases.ui("What never to do"), found.never, "never"),
    )
    shown = (
        (heading, _lines(phrases, lines[: _ON_SHEET[of]]))
        for heading, lines, of in lists
        if lines
    )
    sections = [Section(heading, [lines]) for heading, lines in shown]
    return Document(
        _warning(phrases), [*sections, Section(phrases.ui("Whom to tell"), whom(phrases))]
    )


def whom(phrases: Phrases) -> list[Block]:
    """Whom to tell, where that is not a State that was chosen."""
    ui, page = phrases.ui, phrases.page
    call = page("first-days", ui("Whom to call and what to do first: choose a State"))
    between = page("between", ui("The case concerns two States"))
    ours = ui(
        "This advice and the order of the lines are ours. Each line names the text that it is from."
    )
    return [
        block.List([ListItem(call), ListItem(between)]),
        *notes(embassy(phrases), ours),
    ]


def _asked(phrases: Phrases) -> list[Run]:
    return phrases.ui("First questions to an adult")


def _warning(phrases: Phrases) -> list[Block]:
    proof: list[Run] = [Strong(phrases.ui("A sign is not proof.")), phrases.localizer.gap]
    never = phrases.ui(
        "Do not confront anyone. Do not promise anything. Do not question a child."
    )
    return [Paragraph([*proof, *never], "lead")]


def _folded(phrases: Phrases, of: str, codes: Sequence[str]) -> list[Block]:
    """The signs of each form or place (``of``), behind its name."""
    folds: list[Block] = []
    for code in codes:
        if lines := recognition(phrases.corpus).of(of, code):
            summary = joined((label(phrases, code), _counted(phrases, lines)))
            folds.append(Fold(summary, [_lines(phrases, lines)], anchor=anchor(of, code)))
    return folds


def _counted(phrases: Phrases, lines: Sequence[Guidance]) -> list[Run]:
    number = len(_by_sentence(lines))
    if number < _OWN:
        return phrases.counted(
            "{n} sign, and the signs of any form",
            "{n} signs, and the signs of any form",
            number,
        )
    return phrases.counted("{n} sign", "{n} signs", number)


def _begun(
    phrases: Phrases, lines: Sequence[Guidance], later: bool = False
) -> list[Block]:
    """The first lines, and the others behind a fold; of questions those for ``later``."""
    if len(lines) <= _FIRST:
        return [_lines(phrases, lines)] if lines else []
    first, rest = lines[:_FIRST], lines[_FIRST:]
    n = phrases.number(len(_by_sentence(rest)))
    more = (
        phrases.ui("More questions, for a later talk ({n})", n=n)
        if later
        else phrases.ui("{n} more", n=n)
    )
    return [_lines(phrases, first), Fold(more, [_lines(phrases, rest)])]


def _lines(phrases: Phrases, lines: Sequence[Guidance]) -> Entries:
    """Each sentence once, with every text that says it."""
    entries = []
    for said, same in _by_sentence(lines).items():
        sources = [_source(phrases, each) for each in same[:_SOURCES]]
        entries.append(Entry(phrases.text_of(same[0].record, said), sources))
    return Entries(entries, "cells")


def _source(phrases: Phrases, each: Guidance) -> list[Run]:
    state = phrases.corpus.records[each.record].model_of
    named = [phrases.localizer.state(state)] if state else []
    example = phrases.ui("example from one State: {state}", state=named) if state else []
    place = phrases.cited(phrases.name(each.record), each.line.ref, each.record)
    return joined((place, example, phrases.sure(each.record, each.line)))


def _by_sentence(lines: Sequence[Guidance]) -> dict[str, tuple[Guidance, ...]]:
    return grouped((_said(each.line), each) for each in lines)


def _said(line: object) -> str:
    return getattr(line, "asks", None) or line.says


def anchor(of: str, code: str) -> str:
    """The anchor of the signs of a form of exploitation or of a place (``of``: form,
    place).
    """
    return f"{of}-{code}"


def label(phrases: Phrases, code: str) -> list[Run]:
    """The name of a form of exploitation that a sign points to, or of a place where it is
    seen.
    """
    return {
        "any": phrases.ui("Any form"),
        "labour": phrases.ui("Forced labour"),
        "domestic-work": phrases.ui("Domestic work"),
        "sexual-exploitation": phrases.ui("Sexual exploitation"),
        "begging": phrases.ui("Forced begging"),
        "forced-criminality": phrases.ui("Forced criminality"),
        "forced-marriage": phrases.ui("Forced marriage"),
        "organ-removal": phrases.ui("Removal of organs"),
        "child": phrases.ui("A child, or a person who may be a child"),
        "workplace": phrases.ui("At a workplace"),
        "home": phrases.ui("In a home"),
        "street": phrases.ui("In the street"),
        "border": phrases.ui("At a border or on a journey"),
        "health": phrases.ui("In a clinic or hospital"),
        "school": phrases.ui("In a school"),
        "online": phrases.ui("Online"),
    }[code]


def of_record(phrases: Phrases, name: str, model: Record) -> list[Section]:
    """The signs, questions, prohibitions and documents on the page of their record."""
    sections = []
    for heading, at, lines in (
        (phrases.ui("Signs of trafficking"), "signs-of-trafficking", model.signs),
        (phrases.ui("First questions"), "first-questions", model.questions),
        (phrases.ui("What never to do"), "never", model.never),
        (phrases.ui("Forms and documents"), "documents", model.documents),
    ):
        if entries := [_of_record(phrases, name, each) for each in lines]:
            sections.append(Section(heading, [Entries(entries, "cells")], at))
    return sections


def _of_record(phrases: Phrases, name: str, each: object) -> Entry:
    codes = getattr(each, "form", None), getattr(each, "place", None)
    of = (label(phrases, code) for code in codes if code)
    about = joined((*of, phrases.reference(each.ref, name), phrases.sure(name, each)))
    return Entry(phrases.text_of(name, _said(each)), [about])


def example(phrases: Phrases, model: Record) -> list[Block]:
    """That a record is one State's own text; empty where it is not."""
    if not (state := model.model_of):
        return []
    words = phrases.ui(
        "This is a text of one State only ({state}). It is an example, not a standard of a region.",
        state=[phrases.localizer.state_in_sentence(state)],
    )
    return [Paragraph(words, "open")]
