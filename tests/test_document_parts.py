"""Documents as blocks and runs, before a page or a volume writes them: what golden pages do not tell."""

from __future__ import annotations

import pytest

from generators.corpus.located import SOURCE, Localized
from generators.document import commonmark
from generators.document.phrases import Phrases
from generators.document.runs import (
    Emphasis,
    Outside,
    Strong,
    Text,
    letters,
)
from generators.html import status
from generators.translate.localizer import Localizer

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


def test_only_what_was_not_read_says_how_sure_it_is(phrases):
    """The grades but that of a text that was read."""
    said = phrases()
    grades = ("verified", "confirmed", "reported", "recalled")
    assert [bool(said.confidence(code)) for code in grades] == [False, True, True, True]


# -- documents -----------------------------------------------------------------------------------------------


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
    assert status.check_first(phrases(**files).corpus) == (
        ("alpha/convention", 1),
        ("beta/procedures", 3),
        ("alpha/plan", 2),
        ("alpha/empty", 1),
    )
