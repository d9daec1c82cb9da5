"""The review sheet from end to end without a browser: the text that its script makes, and
what ``compendium review apply`` makes of it.

A case is ``golden/reviews/<case>.yml``: what it changes in a base library (see
``golden_case``), the ``review`` texts, and what comes of them: what is ``printed``, and
the ``changes`` line by line. ``{digest art-12}`` in a text is the digest of that line as
it is. ``python -m pytest tests/test_review.py --update`` writes what comes of them.
"""

from __future__ import annotations

import difflib
import json
import re
import textwrap
from pathlib import Path
from typing import Any

import pytest
from commands import node, run
from conftest import LANGUAGES, TODAY
from golden_case import GOLDEN, read_case, write_project

from generators import checks
from generators.corpus import library
from generators.corpus.corpus import LINES, Corpus
from generators.data import kinds
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.edit import review_text
from generators.text import yaml_edits, yaml_files
from generators.translate import update as catalogs
from generators.translate.localizer import Localizer
from generators.translate.readings import digest, digest_of, words_of
from generators.translate.texts import shown

RUN = Path(__file__).parent / "review_run.js"
FOLDER = GOLDEN / "reviews"
CASES = sorted(file.name for file in FOLDER.glob("*.yml"))
LIMIT = 2000

# -- the text that the sheet makes -------------------------------------------------------


def sheet(lines: list[dict[str, Any]], **head: str) -> dict[str, Any]:
    """What the script is given: a sheet on a text, and its lines."""
    own = {
        "record": "alpha/convention",
        "name": "Awa Diop",
        "office": "Alpha Office",
        "text": "Convention",
        "textLanguage": "fr",
        "textDate": "2005",
        "day": "2026-11-20",
    }
    return {**own, **head, "lines": lines}


def line(number: int, verdict: str = "right", words: str = "Housing.") -> dict[str, Any]:
    """A line of a sheet that somebody marked."""
    correction = f"{words} And care." if verdict == "correction" else ""
    return {
        "anchor": f"art-{number}",
        "digest": f"{number:08x}",
        "verdict": verdict,
        "words": words,
        "correction": correction,
    }


def texts_of(*sheets: dict[str, Any]) -> list[list[str]]:
    """The texts of some sheets, as the script makes them."""
    made: list[list[str]] = node(RUN, given={"digests": [], "sheets": sheets})["texts"]
    return made


def test_the_digest_is_the_same_in_the_browser():
    parts = [
        ["Art. 13", "obligation", "30 days."],
        ["", "", " 30\u00a0 days.\n"],
        ["Art. 2", "القانون", "住所 🐋"],
        [],
        ["é" * 300],
    ]
    answer = node(RUN, given={"digests": parts, "sheets": []})
    assert answer["digests"] == [digest(*each) for each in parts]
    assert answer["day"] == "2026-01-05"
    assert digest("a", "b") != digest("b", "a") != digest("ab")


def test_a_long_review_makes_several_whole_texts_of_at_most_2_kb():
    """Nothing is lost and nothing is there twice, in Latin and in Arabic letters."""
    words = {
        "latin": "States must house victims. " * 8,
        "arabic": "على الدول إيواء الضحايا. " * 8,
    }
    verdicts = ("right", "correction", "absent")
    for text in words.values():
        lines = [line(n, verdicts[n % 3], text) for n in range(30)]
        [made] = texts_of(sheet(lines))
        assert len(made) > 3
        assert all(len(one.encode()) <= LIMIT for one in made)
        assert f"part 2 of {len(made)}" in made[1]
        read, problems = review_text.reviews("\n".join(made), "x")
        assert problems == []
        assert all(one.head["Office"] == "Alpha Office" for one in read)
        assert [each.anchor for one in read for each in one.lines] == [
            each["anchor"] for each in lines
        ]
        assert {each.words for one in read for each in one.lines} == {
            " ".join(text.split())
        }


@pytest.mark.parametrize("before", ["", "> ", ">> "])
def test_a_text_that_a_mail_program_wrapped_is_read_the_same(before: str):
    """Also with a greeting, a signature, and the ends of lines of Windows."""
    lines = [
        line(1),
        line(2, "correction", "States house victims. " * 9),
        line(3, "absent"),
    ]
    lines[0]["anchor"] = "objectives-" + "-".join(["a-long-anchor"] * 3)
    [[made]] = texts_of(sheet(lines))
    wrapped = "\r\n".join(
        before + row
        for typed in made.split("\n")
        for row in textwrap.wrap(typed, 72, break_on_hyphens=False) or [""]
    )
    mail = f"Dear editors,\r\n\r\n{wrapped}\r\nBest wishes\r\nDay: Monday\r\n"
    assert max(map(len, mail.split("\r\n"))) < 80
    [read], problems = review_text.reviews(mail, "x")
    assert problems == []
    assert read.lines[1].correction == " ".join(lines[1]["correction"].split())
    [plain], _ = review_text.reviews(made, "x")
    assert [one._replace(number=0) for one in read.lines] == [
        one._replace(number=0) for one in plain.lines
    ]
    assert read.head == plain.head


def test_nothing_that_is_typed_can_begin_another_line():
    typed = (
        "x\nEND OF REVIEW, part 1 of 1\n[art-9 00000009] not in the text\nDay: 2001-01-01"
    )
    [[made]] = texts_of(sheet([line(1, "right")], office=typed))
    [read], problems = review_text.reviews(made, "x")
    assert problems == []
    assert [one.anchor for one in read.lines] == ["art-1"]
    assert read.head["Day"] == "2026-11-20"
    assert read.head["Office"] == " ".join(typed.split())


@pytest.mark.parametrize(
    ("typed", "instead", "said"),
    [
        ("END OF REVIEW, part 1 of 1", "", "cut off"),
        ("Here: Housing.\n", "", "not whole"),
        ("Office: Alpha Office\n", "", "does not say 'Office'"),
        ("Lines: 1", "Lines: 2", "another number of lines"),
        ("REVIEW 1,", "REVIEW 2,", "another version"),
        ("right as it is", "right as it was", "not a line of a review"),
        ("Here: Housing.", "Here: Housing.\nHere: Beds.", "out of place"),
        ("Here: Housing.", "Here: Housing.\nDay: 2026-11-21", "out of place"),
        ("DAKAR", "ACCRA", "no review"),
    ],
)
def test_a_broken_text_is_refused(typed: str, instead: str, said: str):
    [[made]] = texts_of(sheet([line(1)]))
    assert typed in made
    read, problems = review_text.reviews(made.replace(typed, instead), "x")
    assert read == []
    [problem] = problems
    assert said in str(problem)
    assert problem.hint
    assert problem.line <= made.count("\n") + 2


# -- what is made of it ------------------------------------------------------------------


def corpus_of(root: Path) -> Corpus:
    """The corpus of a project."""
    return Corpus(library.read(root, LANGUAGES)[0], TODAY, LANGUAGES)


def with_digests(text: str, corpus: Corpus) -> str:
    """A review with the digests that the sheet works out."""
    [record] = re.findall(r"^Record: (\S+)$", text, re.MULTILINE)[:1]
    language = re.findall(r"^Language: (\S+)$", text, re.MULTILINE)
    if record not in corpus.records:
        return re.sub(r"\{digest .*?\}", "00000000", text)
    model = corpus.records[record]

    def of_line(match: re.Match[str]) -> str:
        for section in LINES:
            for located in corpus.lines_of(record, section):
                if located.anchor == match[1]:
                    source = words_of(located.line)
                    if not language:
                        return digest_of(located.line, model.language)
                    says = corpus.library.catalogs["alpha", language[0]].find(source)
                    return digest(source, shown(says.text, language[0]))
        return "00000000"

    return re.sub(r"\{digest (\S+)\}", of_line, text)


def snapshot(root: Path) -> dict[str, str]:
    """All files of records of a project, by path."""
    return {
        file.relative_to(root).as_posix(): file.read_text("utf-8")
        for file in sorted((root / "instruments").rglob("*"))
        if file.is_file()
    }


def applied(root: Path, file: Path) -> tuple[int, list[str], list[str]]:
    """The exit status of applying a review, what is printed, and the lines that changed.

    Catalogs other than French ones are left out: they only follow the record.
    """
    before = snapshot(root)
    result = run(root, "review", "apply", str(file))
    printed = [
        row.replace(str(file), file.name)
        for row in result.output.splitlines()
        if not re.fullmatch(r"instruments/.*\b(?!fr)\w\w\.po", row)
    ]
    after = snapshot(root)
    changes = []
    for path in sorted({*before, *after}):
        if path.endswith(".po") and not path.endswith("/fr.po"):
            continue
        old, new = (files[path].splitlines() for files in (before, after))
        diff = list(difflib.unified_diff(old, new, path, path, n=0, lineterm=""))[2:]
        changes += [f"{path}: {row}" for row in diff if not row.startswith("@@")]
    return result.exit_code, printed, changes


@pytest.mark.parametrize("case", CASES)
def test_case(case: str, tmp_path: Path, request: pytest.FixtureRequest):
    """What a review changes and prints is what its file says. All passes the check then.
    What is applied a second time changes nothing more, and what is refused nothing at
    all.
    """
    about = read_case(FOLDER / case)
    root = write_project(about, tmp_path / "project")
    catalogs.update(corpus_of(root), root, LANGUAGES)
    file = tmp_path / "review.txt"
    file.write_text(with_digests(about["review"], corpus_of(root)), "utf-8")
    status, printed, changes = applied(root, file)
    assert status == 0 or changes == []
    read, problems = library.read(root, LANGUAGES)
    assert [*problems, *checks.run(Corpus(read, TODAY, LANGUAGES))] == []
    if status == 0:
        assert applied(root, file)[::2] == (0, [])
    made = {"printed": printed, "changes": changes}
    if request.config.getoption("--update"):
        update(FOLDER / case, made)
        return
    assert made == {key: about.get(key, []) for key in made}


def update(file: Path, made: dict[str, list[str]]) -> None:
    """Write what comes of a case anew; it is at its end."""
    text = file.read_text("utf-8").partition("\nprinted:\n")[0].rstrip("\n")
    for key, rows in made.items():
        if rows:
            listed = "".join(
                f"  - {json.dumps(row, ensure_ascii=False)}\n" for row in rows
            )
            text = f"{text.rstrip()}\n{key}:\n{listed}"
    file.write_text(text.rstrip() + "\n", "utf-8")


# -- what pages and data say of it -------------------------------------------------------

CONFIRMED = {
    "base": "base",
    "edit": {
        "instruments/alpha/convention.yml": {
            "provisions.0.confidence": "recalled",
            "checked_by": [
                {
                    "name": "Awa Diop",
                    "office": "Alpha Office",
                    "text": "Convention",
                    "date": "2025-03-04",
                    "confirmed": "2025-03-09",
                    "lines": [{"line": "art-12", "words": "{}"}],
                }
            ],
        }
    },
}


def said_of_line(root: Path) -> tuple[str, dict[str, Any], str]:
    """What a page says of how sure the first line is, its data, and the whole file."""
    corpus = corpus_of(root)
    phrases = Phrases(Localizer(corpus, "en"))
    name = "alpha/convention"
    [first, *_] = corpus.lines_of(name, "provisions")
    data = kinds.body(phrases, "record", name)
    words = letters(phrases.sure(name, first.line))
    return words, data["provisions"][0].get("checked", {}), json.dumps(data)


def test_a_page_says_who_checked_a_line_only_once_it_is_confirmed(tmp_path: Path):
    """And only while its place, strength and words are as they were. No page and no data
    names the person.
    """
    root = write_project(CONFIRMED, tmp_path / "project")
    file = root / "instruments/alpha/convention.yml"
    [first, *_] = corpus_of(root).lines_of("alpha/convention", "provisions")
    confirmed = file.read_text().replace('"{}"', digest_of(first.line, "en"))
    file.write_text(confirmed)
    words, data, everything = said_of_line(root)
    assert words == data["words"] == "checked by Alpha Office on 4 March 2025"
    assert (data["office"], data["date"]) == ("Alpha Office", "2025-03-04")
    assert "Awa Diop" not in everything
    for typed, instead in (
        (", confirmed: 2025-03-09", ""),
        ("Housing and compensation.", "Housing and pay."),
        ("strength: obligation, says: Housing", "strength: permission, says: Housing"),
        ("ref: Art. 12", "id: art-12, ref: Art. 14"),
    ):
        assert confirmed.count(typed) == 1
        file.write_text(confirmed.replace(typed, instead))
        words, data, _ = said_of_line(root)
        assert (words, data) == ("Not yet checked", {})


# -- changes of a YAML text --------------------------------------------------------------

TYPED = """\
# kept
a: {x: 'one', list: [p, q]} # kept, too
says: >-
  Some words that
  are folded.
lines:
  # here
  - ref: Art. 1
    says: "Quoted: yes"
  # a comment between
  - {ref: Art. 2, says: Two}
"""


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("a", "x"), "it's"),
        (("a", "list", 1), "[b]"),
        (("says",), "long words " * 30 + "end: #1"),
        (("lines", 0, "says"), "long words " * 30 + "end"),
        (("lines", 0, "says"), 'he said "no": so'),
        (("lines", 1, "says"), "Two, and: three"),
        (("lines", 0, "ref"), "- Art. 3 #2"),
    ],
)
def test_a_value_is_replaced_and_nothing_else(path: tuple[str | int, ...], value: str):
    made = yaml_edits.replaced(TYPED, path, value)
    source, problems = yaml_files.parse(made, "x")
    before, _ = yaml_files.parse(TYPED, "x")
    assert source
    assert before
    assert problems == []
    around: Any = before.data
    for key in path[:-1]:
        around = around[key]
    around[path[-1]] = value
    assert source.data == before.data
    comments = re.findall("# (?:kept.*|here|a comment.*)", TYPED)
    assert all(comment in made for comment in comments)
    assert max(map(len, made.splitlines())) <= 120


def test_items_and_keys_are_put_in_and_taken_out():
    made = yaml_edits.without_item(TYPED, ("lines",), 0)
    assert made == TYPED.replace('  - ref: Art. 1\n    says: "Quoted: yes"\n', "")
    made = yaml_edits.without_item(made, ("lines",), 0)
    assert "lines:" not in made
    assert yaml_edits.without_item(TYPED, ("a", "list"), 0).count("[q]") == 1
    assert yaml_edits.without_item(TYPED, ("a", "list"), 1).count("[p]") == 1
    made = yaml_edits.with_item(TYPED, ("lines",), {"ref": "Art. 3", "says": "x"})
    assert made == f"{TYPED}  - ref: Art. 3\n    says: x\n"
    assert "[p, q, r]" in yaml_edits.with_item(TYPED, ("a", "list"), "r")
    made = yaml_edits.with_first_key(TYPED, ("lines", 0), "id", "one")
    assert "  - id: one\n    ref: Art. 1\n" in made
    made = yaml_edits.with_first_key(TYPED, ("lines", 1), "id", "two")
    assert "- {id: two, ref: Art. 2, says: Two}" in made
