"""Documents as blocks and runs, before a page or a volume writes them: what golden pages do not tell."""

from __future__ import annotations

import pytest

from generators.corpus.located import SOURCE, Localized
from generators.document import citation, commonmark, consultation, coverage, record, stage, topic
from generators.document.blocks import (
    Document,
    Entries,
    Entry,
    Fact,
    Facts,
    Fold,
    Group,
    Item,
    List,
    Paragraph,
    Row,
    Section,
    Table,
)
from generators.document.phrases import Phrases
from generators.document.runs import (
    Absence,
    Day,
    Emphasis,
    Link,
    Outside,
    Reference,
    Shared,
    Sign,
    Strong,
    Text,
    TranslationSign,
    letters,
)
from generators.text import partial_dates
from generators.translate.localizer import Localizer
from tests import plain

PLAN = "kind: action-plan\ntype: plan\ntitle: A plan\nstatus: adopted\nbinding: false\n"
ITEM = "kind: lesson\ntitle: Listen\nref: Part 1\nsays: They know.\nconfidence: recalled\n"


@pytest.fixture
def phrases(corpus_of):
    """What is said, in one language, over the base library with some files changed."""
    return lambda language="en", **files: Phrases(
        Localizer(corpus_of({f"instruments/{name}.yml": text for name, text in files.items()}), language)
    )


# -- summaries -----------------------------------------------------------------------------------------------


def paragraphs(text: str, of: str, on: str) -> list:
    return list(commonmark.paragraphs(Localized(text, of, SOURCE), on))


def test_a_summary_in_another_language_says_so_in_each_of_its_texts():
    """Also within emphasis and links; in the language of the page no text bears one."""
    typed = "*a* **b** [c](https://e.org/) d"
    space = Text(" ", "fr")
    assert paragraphs(typed, "fr", "en") == [
        [
            Emphasis([Text("a", "fr")]),
            space,
            Strong([Text("b", "fr")]),
            space,
            Outside([Text("c", "fr")], "https://e.org/"),
            Text(" d", "fr"),
        ]
    ]
    assert paragraphs(typed, "fr", "fr") == [
        [Emphasis(["a"]), " ", Strong(["b"]), " ", Outside(["c"], "https://e.org/"), " d"]
    ]


@pytest.mark.parametrize(("language", "space"), [("en", " "), ("zh", "")])
def test_a_line_break_is_a_space_where_the_language_has_spaces(language, space):
    """At any place of a summary, however it was typed."""
    for around in ("*{}*", "**{}**", "[{}](https://e.org/)", "{}"):
        for ends in ("\n", "  \n", "\\\n"):
            said = Localized(around.format(f"a{ends}b"), language, SOURCE)
            assert letters(next(commonmark.paragraphs(said, language))) == f"a{space}b"
            if around == "{}":
                assert commonmark.plain(said) == f"a{space}b"


def test_the_paragraphs_of_a_summary_are_one_line_without_marks():
    """For a description of a page."""
    said = Localized("*a* [b](https://e.org/)\n\nc", "en", SOURCE)
    assert commonmark.plain(said) == "a b c"


# -- phrases -------------------------------------------------------------------------------------------------


def test_a_date_is_known_by_its_code_and_said_in_words(phrases):
    """No more precise than it was typed, both ways."""
    said = phrases()
    days = [said.date(partial_dates.parse(text)) for text in ("2005", "2005-05", "2005-05-03")]
    assert days == [[Day("2005", "2005")], [Day("2005-05", "May 2005")], [Day("2005-05-03", "3 May 2005")]]


def test_a_sign_that_the_vocabulary_does_not_draw_is_a_dot(phrases):
    """Also of a code that is in no list; its words are the code's."""
    said = phrases()
    drawn = said.sign("strengths", "obligation")
    assert (drawn.of, drawn.code, drawn.drawn) == ("strengths", "obligation", False)
    assert drawn.shape == said.corpus.vocabularies.of("strengths")["obligation"].sign
    assert said.sign("strengths", "unknown").shape == "·"
    assert said.sign("types", "convention", True) == Sign("types", "convention", "·", "Convention", True)


def test_only_what_was_not_read_says_how_sure_it_is(phrases):
    """Of a line the grades but that of a text that was read; of a form of a term that nobody has seen it."""
    said = phrases()
    grades = ("verified", "confirmed", "reported", "recalled")
    assert [bool(said.confidence(code)) for code in grades] == [False, True, True, True]
    assert [bool(said.form_sure(code)) for code in ("official", "common", "recalled")] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "language", "run"),
    [
        ("Art. 12", "en", Reference("Art. 12")),
        ("Art. 12", "fr", Reference("Art. 12")),
        ("Preamble", "en", Reference("Preamble")),
        ("Preamble", "fr", Reference("Preamble", "en")),
    ],
)
def test_a_place_with_words_says_their_language_where_it_is_another(phrases, text, language, run):
    """A number is in none."""
    assert phrases(language).reference(text) == [run]


# -- documents -----------------------------------------------------------------------------------------------


def test_the_legend_of_a_volume_explains_each_word(phrases):
    """Strengths, forces, confidences, in their order; then those that are in no list."""
    said = phrases()
    legend, about = citation.colophon(said, "https://e.org/a", "https://e.org/b", "https://e.org/c")
    assert [block.role for block in legend.blocks] == ["legend"] * 4
    words = [entry.label for block in legend.blocks[:3] for entry in block.items]
    lists = said.corpus.vocabularies.of
    listed = [each.label for of in ("strengths", "forces", "confidences") for each in lists(of).values()]
    assert words == [[label] for label in listed]
    assert [entry.number for entry in legend.blocks[3].items] == ["—", "⇄", "en"]
    links = [run.url for block in about.blocks for run in block.runs if isinstance(run, Outside)]
    assert links == ["https://e.org/a", "https://e.org/b", "https://e.org/c"]


def test_the_consultation_shows_how_its_items_ended(phrases):
    """An end and a kind without an item have no heading; whoever was led to a kind finds the first end."""
    (open_,) = consultation.document(phrases(**{"dakar-2010/listen": ITEM})).sections
    assert (open_.anchor, open_.role, letters(open_.heading)) == ("open", "fold", "Still open 1")
    assert "lesson" in open_.former
    assert [(letters(kind.heading), len(kind.blocks[0].items)) for kind in open_.blocks] == [
        ("Lessons learned", 1)
    ]


def test_what_was_not_checked_is_counted_by_its_lines_and_days(phrases):
    """Provisions, steps, objectives and days, each once; a record that is recalled as a whole counts though
    it has no lines; what binds comes first, then what has most.
    """
    unsure = "confidence: recalled"
    files = {
        "alpha/plan": f"{PLAN}confidence: verified\nadopted: {{date: 2005, {unsure}}}\n"
        f"objectives:\n  - {{ref: One, says: A., {unsure}}}\n  - {{ref: Two, says: B.}}\n",
        "alpha/empty": f"{PLAN}{unsure}\nadopted: {{date: 2005}}\n",
        "alpha/convention": f"{PLAN.replace('binding: false', 'binding: true')}confidence: verified\n"
        f"provisions:\n  - {{topics: [assistance], ref: A, strength: obligation, says: A., {unsure}}}\n",
        "alpha/sure": f"{PLAN}confidence: verified\n",
        "beta/procedures": f"{PLAN.replace('action-plan', 'sop').replace('type: plan', 'type: procedures')}"
        f"confidence: reported\nsteps:\n"
        + "".join(f"  - {{stage: return, ref: S{n}, does: Go., {unsure}}}\n" for n in range(3)),
    }
    found = coverage.coverage(phrases(**files).corpus)
    assert found.check_first == (
        ("alpha/convention", 1),
        ("beta/procedures", 3),
        ("alpha/plan", 2),
        ("alpha/empty", 1),
    )


def test_a_provision_begins_its_line_with_its_strength(phrases):
    """As a word; official titles stand in a fold of their own kind."""
    said = phrases()
    made = record.document(said, "alpha/convention")
    (provisions,) = [each for each in made.sections if each.anchor == "provisions"]
    entry = provisions.blocks[0].blocks[0].blocks[0].items[0]
    assert entry.about[0][0].code == "obligation"
    (titles,) = [block for block in made.head if isinstance(block, Fold)]
    assert (titles.role, titles.open, titles.blocks[0].role) == ("titles", False, "titles")


@pytest.mark.parametrize(("own", "shown"), [("fr", Reference("Décision 3 unique", "fr")), ("en", None)])
def test_the_number_of_a_record_is_in_its_language(phrases, own, shown):
    """A number with words is read in the language of its file."""
    text = f"{PLAN}language: {own}\nnumber: Décision 3 unique\nconfidence: verified\n"
    said = phrases(**{"alpha/plan": text})
    made = record.identity(said, "alpha/plan", said.corpus.records["alpha/plan"])
    rows = {letters(row.label): row.value for section in made for row in section.blocks[0].rows}
    assert rows["Number"] == [shown or Reference("Décision 3 unique")]


def test_where_nothing_is_recorded_one_sentence_says_so(phrases):
    """In place of a table without rows."""
    said = phrases()
    empty = [
        code
        for code in said.corpus.vocabularies.of("stages")
        if isinstance(stage.comparison(said, code), Paragraph)
    ]
    assert empty
    for code in empty:
        sentence = "We have no step of a procedure for this stage yet."
        assert stage.comparison(said, code) == Paragraph([sentence])
    (block,) = topic.comparison(said, "investigation")
    assert block == Paragraph(["We have found no rule on this topic yet."])


@pytest.mark.parametrize(
    ("silent", "said"),
    [
        (1, "We read 1 text in full. It says nothing on this topic."),
        (2, "We read 2 texts in full. They say nothing on this topic."),
    ],
)
def test_silent_records_are_counted(phrases, silent, said):
    """One and many."""
    text = f"{PLAN}read_in_full: true\nsilent: [investigation]\nconfidence: verified\n"
    made = phrases(**{f"alpha/{name}": text for name in ("x", "y")[:silent]})
    section = topic.absences(made, "investigation")[0]
    assert (section.anchor, letters(section.blocks[0].runs)) == ("silent", f" {said}")


# -- bare text -----------------------------------------------------------------------------------------------


def test_the_lines_of_a_document_are_all_that_it_says():
    """Every text of every kind of block, in order, what is drawn and empty lines left out."""
    entry = Entry(["e2"], [["e3"], ["e4"]], ["e0"], ["e1"], more=[Paragraph(["e5"])])
    rows = [Row([[Paragraph(["t4"])], None]), Row([None, [Paragraph(["t5"])]])]
    head = [
        Paragraph(
            [Sign("forces", "binding", "§", "x", drawn=True), "p", TranslationSign("stale", "en", "x")]
        ),
        Paragraph([Absence(silent=True)]),
        Facts([Fact(["f1"], ["f2"], [Paragraph(["f3"])])]),
        List([Item(["l2"], ["l3"], "l1"), Shared(Item(["l4"]))]),
        Entries([entry, Shared(Entry([Day("2005", "e6")]))]),
        Table(["caption"], [["t1"], ["t2"]], [Group(["t3"], rows)]),
        Fold(["o1"], [Shared(Paragraph([Shared(["o2"])]))]),
    ]
    sections = [Section([Text("s1", "fr")], [Section([Reference("s2")], [Paragraph([Strong(["s3"])])])])]
    aside = [Section([Link(["a1"], None)], [Paragraph([Absence(False, "a2")])])]
    wanted = "p f1 f2 f3 l1 l2 l3 l4 e0 e1 e2 e3 e4 e5 e6 t1 t2 t3 t4 t5 o1 o2 s1 s2 s3 a1 a2"
    assert plain.lines(Document(head, sections, aside)) == wanted.split()
