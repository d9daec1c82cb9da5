"""How a victim is recognised: signs, first questions, what never to do, whom to tell.

Signs are by place and by form of exploitation. Each line names the texts that it comes
from; texts of organisations come before those of single States. What nobody read is left
out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, Literal, NamedTuple, TypeVar, get_args

from generators.corpus.corpus import Corpus
from generators.corpus.located import grouped
from generators.corpus.memo import once
from generators.document.blocks import (
    Block,
    Document,
    Entries,
    Entry,
    Fold,
    List,
    ListItem,
    Paragraph,
    Section,
    notes,
)
from generators.document.local_numbers import local_numbers_section
from generators.document.phrases import Phrases
from generators.document.runs import Run, Runs, Strong, joined
from generators.document.whom_to_call import embassy_advice
from generators.model.fields import SignForm
from generators.model.records import (
    NeededDocument,
    Prohibition,
    Question,
    Record,
    SignPlace,
    TraffickingSign,
)

FORMS: tuple[SignForm, ...] = get_args(SignForm)
PLACES: tuple[SignPlace, ...] = get_args(SignPlace)
ANY: SignForm = "any"
CHILD: SignForm = "child"
_FORMS_BUT_ANY = tuple(form for form in FORMS if form != ANY)
TRADES: tuple[SignPlace, ...] = ("farm", "construction", "fishing")
"""Places of one trade: their signs are under the place only, not under a form as well."""

WITH_CHILDREN = ("children", "school")
"""The sheets for places where the person is a child, who is not to be questioned."""
_ENOUGH_SIGNS = 8
"""So many signs make a sheet of a place worth its paper."""
_NAMED_SOURCES = 3
"""So many texts are named under a sentence that they share."""
_LINES_BEFORE_FOLD = 8
"""So many lines of a section are before its fold."""
_MANY_SIGNS = 5
"""A form or place with fewer signs says that those of any form hold for it too."""
_SIGNS_ON_SHEET = 20
"""So many signs are on a sheet of two sides, as are the two numbers that follow."""
_QUESTIONS_ON_SHEET = 8
_PROHIBITIONS_ON_SHEET = 6

SignKey = Literal["form", "place"]
"""By what signs are put together: the form of exploitation, or where they are seen."""
GuidanceModel = TraffickingSign | Question | Prohibition | NeededDocument
GuidanceLine = TypeVar("GuidanceLine", bound=GuidanceModel, covariant=True)


# -- what the procedures say -------------------------------------------------------------


class Guidance(NamedTuple, Generic[GuidanceLine]):
    """A sign, question or prohibition (``line``), and the id of its record."""

    record: str
    line: GuidanceLine


class Recognition(NamedTuple):
    """All that was read, each list in one order.

    Texts of organisations come before those of single States. In both, the text with the
    most lines is first, for it was written for this.
    """

    signs: tuple[Guidance[TraffickingSign], ...]
    questions: tuple[Guidance[Question], ...]
    never: tuple[Guidance[Prohibition], ...]

    def signs_of(self, key: SignKey, code: str) -> list[Guidance[TraffickingSign]]:
        """The signs of a form of exploitation, or that are seen in a place (``code``).

        Those of one trade are under its place only.
        """
        if key == "place":
            return [sign for sign in self.signs if sign.line.place == code]
        return [
            sign
            for sign in self.signs
            if sign.line.form == code and sign.line.place not in TRADES
        ]


@once
def recognition(corpus: Corpus) -> Recognition:
    """What all procedures say on how victims are recognised."""
    records = corpus.records.items()
    return Recognition(
        signs=_lines_read(corpus, {name: record.signs for name, record in records}),
        questions=_lines_read(
            corpus, {name: record.questions for name, record in records}
        ),
        never=_lines_read(corpus, {name: record.never for name, record in records}),
    )


def _lines_read(
    corpus: Corpus, lines_by_record: Mapping[str, Sequence[GuidanceLine]]
) -> tuple[Guidance[GuidanceLine], ...]:
    """The lines that somebody read in the text, in the order of ``Recognition``."""
    read_by_record = {
        record: [
            line for line in lines if corpus.confidence_of(record, line) != "recalled"
        ]
        for record, lines in lines_by_record.items()
    }

    def place(record: str) -> tuple[bool, int, str]:
        return record not in corpus.standards, -len(read_by_record[record]), record

    return tuple(
        Guidance(record, line)
        for record in sorted(read_by_record, key=place)
        for line in read_by_record[record]
    )


# -- the page ----------------------------------------------------------------------------


def document(phrases: Phrases) -> Document:
    """The page, without its title and ``whom`` to tell."""
    guidance = recognition(phrases.corpus)
    if not guidance.signs:
        return Document([Paragraph(phrases.ui("We have no sign yet."))], [])
    sections = [
        Section(
            phrases.ui("Signs of any form of exploitation"),
            _general_signs(phrases, guidance.signs_of("form", ANY)),
            anchor("form", ANY),
            "general",
        ),
        Section(
            phrases.ui("Signs, by place"),
            _sign_folds(phrases, "place", PLACES),
            "by-place",
            "choice",
        ),
        Section(
            phrases.ui("Signs, by form of exploitation"),
            _sign_folds(phrases, "form", _FORMS_BUT_ANY),
            "by-form",
            "choice",
        ),
        Section(
            _questions_heading(phrases),
            _questions_blocks(phrases, guidance.questions),
            "questions",
        ),
        Section(
            phrases.ui("What never to do"),
            _lines_blocks(phrases, guidance.never),
            "never",
        ),
    ]
    return Document(
        _warning(phrases), [section for section in sections if section.blocks]
    )


def whom(phrases: Phrases) -> list[Block]:
    """Whom to tell, for a reader who has not chosen a State."""
    first_days = phrases.page(
        "first-days", phrases.ui("Whom to call and what to do first: choose a State")
    )
    between = phrases.page("between", phrases.ui("The case concerns two States"))
    ours = phrases.ui(
        "This advice and the order of the lines are ours. Each line names the text that "
        "it is from."
    )
    links = List([ListItem(first_days), ListItem(between)])
    return [links, *notes(embassy_advice(phrases), ours)]


def _whom_on_sheet(phrases: Phrases) -> list[Block]:
    """Whom to tell, on paper, which cannot follow a link."""
    ours = phrases.ui(
        "This advice and the order of the lines are ours. Each line names the text that "
        "it is from."
    )
    return [*notes(embassy_advice(phrases), ours)]


def _questions_heading(phrases: Phrases) -> list[Run]:
    """The heading of the first questions, on the page and on sheets."""
    return phrases.ui("First questions to an adult")


def _warning(phrases: Phrases) -> list[Block]:
    """The sentences that open the page and each sheet: that a sign is not proof, and what
    not to do.
    """
    no_proof = Strong(phrases.ui("A sign is not proof."))
    do_not = phrases.ui(
        "Do not confront anyone. Do not promise anything. Do not question a child."
    )
    return [Paragraph([no_proof, phrases.localizer.gap, *do_not], "lead")]


def _general_signs(
    phrases: Phrases, signs: Sequence[Guidance[TraffickingSign]]
) -> list[Block]:
    """The signs of any form of exploitation; nothing where there are none."""
    if not signs:
        return []
    hold = phrases.ui("They hold for every place and every form of exploitation.")
    return [*notes(hold), *_lines_blocks(phrases, signs)]


def _sign_folds(phrases: Phrases, key: SignKey, codes: Sequence[str]) -> list[Block]:
    """A fold with the signs of each form of exploitation or place (``codes``) that has
    any.
    """
    folds: list[Block] = []
    for code in codes:
        signs = recognition(phrases.corpus).signs_of(key, code)
        if signs:
            summary = joined((label(phrases, code), _counted_signs(phrases, signs)))
            entries = _guidance_entries(phrases, signs)
            folds.append(Fold(summary, [entries], anchor=anchor(key, code)))
    return folds


def _counted_signs(
    phrases: Phrases, signs: Sequence[Guidance[TraffickingSign]]
) -> list[Run]:
    """How many signs there are, each sentence once."""
    number = len(_by_sentence(signs))
    if number >= _MANY_SIGNS:
        return phrases.counted("{n} sign", "{n} signs", number)
    return phrases.counted(
        "{n} sign, and the signs of any form",
        "{n} signs, and the signs of any form",
        number,
    )


def _lines_blocks(
    phrases: Phrases, lines: Sequence[Guidance[GuidanceModel]]
) -> list[Block]:
    """The first lines, and the others in a fold: "3 more"."""
    rest = lines[_LINES_BEFORE_FOLD:]
    number = phrases.number(len(_by_sentence(rest)))
    return _with_fold(phrases, lines, phrases.ui("{n} more", n=number))


def _questions_blocks(
    phrases: Phrases, questions: Sequence[Guidance[Question]]
) -> list[Block]:
    """The first questions, and those for a later talk in a fold."""
    rest = questions[_LINES_BEFORE_FOLD:]
    number = phrases.number(len(_by_sentence(rest)))
    summary = phrases.ui("More questions, for a later talk ({n})", n=number)
    return _with_fold(phrases, questions, summary)


def _with_fold(
    phrases: Phrases, lines: Sequence[Guidance[GuidanceModel]], summary: Runs
) -> list[Block]:
    """The first lines, and the others in a fold with a ``summary``. No fold where these
    are all; nothing where there are no lines.
    """
    first = lines[:_LINES_BEFORE_FOLD]
    rest = lines[_LINES_BEFORE_FOLD:]
    blocks: list[Block] = []
    if first:
        blocks.append(_guidance_entries(phrases, first))
    if rest:
        blocks.append(Fold(summary, [_guidance_entries(phrases, rest)]))
    return blocks


# -- sheets to print ---------------------------------------------------------------------


def sheets(corpus: Corpus) -> tuple[str, ...]:
    """The names of the sheets to print: adults, children, and each place with enough
    signs. Empty where there are no signs.
    """
    guidance = recognition(corpus)
    if not guidance.signs:
        return ()
    places = [
        place
        for place in PLACES
        if len(guidance.signs_of("place", place)) >= _ENOUGH_SIGNS
    ]
    return ("adults", "children", *places)


def signs_on_sheet(corpus: Corpus, sheet: str) -> list[Guidance[TraffickingSign]]:
    """The signs of a sheet: adults, children or a place."""
    guidance = recognition(corpus)
    if sheet in PLACES:
        return guidance.signs_of("place", sheet)
    for_children = sheet == "children"
    return [sign for sign in guidance.signs if (sign.line.form == CHILD) == for_children]


def sheet(phrases: Phrases, name: str) -> Document:
    """A sheet to print: for adults, for children, or for a place (``name``). A sheet for
    children has no questions.
    """
    guidance = recognition(phrases.corpus)
    signs = signs_on_sheet(phrases.corpus, name)
    questions = () if name in WITH_CHILDREN else guidance.questions
    lists: list[tuple[Runs, Sequence[Guidance[GuidanceModel]]]] = [
        (phrases.ui("Signs of trafficking"), signs[:_SIGNS_ON_SHEET]),
        (_questions_heading(phrases), questions[:_QUESTIONS_ON_SHEET]),
        (phrases.ui("What never to do"), guidance.never[:_PROHIBITIONS_ON_SHEET]),
    ]
    sections = [
        Section(heading, _entries_on_sheet(phrases, lines))
        for heading, lines in lists
        if lines
    ]
    sections.append(Section(phrases.ui("Whom to tell"), _whom_on_sheet(phrases)))
    sections.append(local_numbers_section(phrases))
    return Document(_warning(phrases), sections)


# -- lines -------------------------------------------------------------------------------


def _guidance_entries(
    phrases: Phrases, lines: Sequence[Guidance[GuidanceModel]]
) -> Entries:
    """Each sentence once, with the first texts that say it."""
    entries = []
    for sentence, same_lines in _by_sentence(lines).items():
        sources = [_source_line(phrases, line) for line in same_lines[:_NAMED_SOURCES]]
        words = phrases.text_of(same_lines[0].record, sentence)
        entries.append(Entry(words, sources))
    return Entries(entries, "cells")


def _entries_on_sheet(
    phrases: Phrases, lines: Sequence[Guidance[GuidanceModel]]
) -> list[Block]:
    """Each sentence once, with the numbers of its texts. A list has each text once."""
    numbers: dict[str, str] = {}
    entries = []
    for sentence, same_lines in _by_sentence(lines).items():
        places = []
        for guidance in same_lines[:_NAMED_SOURCES]:
            record = guidance.record
            number = numbers.setdefault(record, f"[{len(numbers) + 1}]")
            place = phrases.reference(guidance.line.ref, record)
            numbered = joined(([number], place), " ")
            places.append(joined((numbered, phrases.sure(record, guidance.line))))
        words = phrases.text_of(same_lines[0].record, sentence)
        entries.append(Entry(words, [joined(places)]))
    texts = []
    for record, number in numbers.items():
        name = joined(([number], phrases.name(record)), " ")
        texts.append(ListItem(joined((name, _example_of(phrases, record)))))
    return [Entries(entries, "cells"), List(texts)]


def _example_of(phrases: Phrases, record: str) -> Runs:
    """That a text is an example from one State; empty where it is not."""
    state = phrases.corpus.records[record].model_of
    if not state:
        return []
    name = [phrases.localizer.state(state)]
    return phrases.ui("example from one State: {state}", state=name)


def _source_line(phrases: Phrases, guidance: Guidance[GuidanceModel]) -> list[Run]:
    """The text that a line is from, with the place. It says if the text is an example
    from one State, and how sure the line is.
    """
    record = guidance.record
    line = guidance.line
    place = phrases.cited(phrases.name(record), line.ref, record)
    return joined((place, _example_of(phrases, record), phrases.sure(record, line)))


def _by_sentence(
    lines: Sequence[Guidance[GuidanceModel]],
) -> dict[str, tuple[Guidance[GuidanceModel], ...]]:
    """Lines by their sentences, both in their order: several texts may say the same."""
    return grouped((_sentence(guidance.line), guidance) for guidance in lines)


def _sentence(line: GuidanceModel) -> str:
    """What a line says, or asks."""
    return line.asks if isinstance(line, Question) else line.says


def anchor(key: SignKey, code: str) -> str:
    """The place on the page of the signs of a form of exploitation or of a place.

    >>> anchor("place", "school")
    'place-school'
    """
    return f"{key}-{code}"


def label(phrases: Phrases, code: str) -> list[Run]:
    """The name of a form of exploitation that a sign points to, or of a place where it is
    seen. Raises KeyError for any other code.
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
        "farm": phrases.ui("On a farm"),
        "construction": phrases.ui("On a building site"),
        "fishing": phrases.ui("On a fishing vessel or a shore"),
        "home": phrases.ui("In a home"),
        "street": phrases.ui("In the street"),
        "border": phrases.ui("At a border or on a journey"),
        "health": phrases.ui("In a clinic or hospital"),
        "school": phrases.ui("In a school"),
        "online": phrases.ui("Online"),
    }[code]


# -- on the page of a record -------------------------------------------------------------


def of_record(phrases: Phrases, name: str, record: Record) -> list[Section]:
    """The signs, questions, prohibitions and documents of a record, whose id is ``name``.
    There is a section for each kind that it has.
    """
    lists: list[tuple[Runs, str, Sequence[GuidanceModel]]] = [
        (phrases.ui("Signs of trafficking"), "signs-of-trafficking", record.signs),
        (phrases.ui("First questions"), "first-questions", record.questions),
        (phrases.ui("What never to do"), "never", record.never),
        (phrases.ui("Forms and documents"), "documents", record.documents),
    ]
    sections = []
    for heading, place, lines in lists:
        entries = [_entry_of_record(phrases, name, line) for line in lines]
        if entries:
            sections.append(Section(heading, [Entries(entries, "cells")], place))
    return sections


def _entry_of_record(phrases: Phrases, name: str, line: GuidanceModel) -> Entry:
    """A line on the page of its record: the article, and how sure that is. A sign has its
    form and place before that.
    """
    about: list[Runs] = []
    if isinstance(line, TraffickingSign):
        about.append(label(phrases, line.form))
        if line.place:
            about.append(label(phrases, line.place))
    about.append(phrases.reference(line.ref, name))
    about.append(phrases.sure(name, line))
    return Entry(phrases.text_of(name, _sentence(line)), [joined(about)])


def example(phrases: Phrases, record: Record) -> list[Block]:
    """That a record is the own text of one State, as a paragraph; nothing where it is
    not.
    """
    if not record.model_of:
        return []
    words = phrases.ui(
        "This is a text of one State only ({state}). It is an example, not a standard "
        "of a region.",
        state=[phrases.localizer.state_in_sentence(record.model_of)],
    )
    return [Paragraph(words, "open")]
