"""What differs between two states of the records, in words that an editor reads."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from generators.cli.main import main
from generators.corpus.corpus import Corpus
from generators.edit import difference

RECORD = """\
kind: instrument
type: policy
official_titles: {{en: A policy of the Alpha Community}}
short_title: Alpha policy
status: {status}
binding: false
summary: What {what} is.
provisions:
  - {{topics: [assistance], ref: Art. 1, strength: {strength}, says: Victims are housed for {days} days.}}
{lines}relations: {{related: [alpha/plan]}}
parties:
  as_of: 2026-01
  states: [{{state: BEN}}{states}]
confidence: recalled
"""
PATH, FRENCH = "instruments/alpha/policy.yml", "instruments/alpha/fr.po"
PO = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
USUAL = {
    "status": "adopted",
    "what": "it",
    "strength": "encouragement",
    "lines": "",
    "states": "",
    "days": "thirty",
}
SECOND = "  - {topics: [assistance], ref: Art. 2, strength: encouragement, says: Doctors come.}\n"

Compared = Callable[..., list[str]]


def record(**parts: str) -> str:
    """The record, with some parts in another state."""
    return RECORD.format(**USUAL | parts)


@pytest.fixture
def compared(corpus_of: Callable[..., Corpus]) -> Compared:
    """The lines that tell two libraries apart: the base library with some files, and with others."""

    def lines(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
        was = corpus_of(before)
        now = corpus_of(after, [path for path in before if path not in after])
        return [each.line for each in difference.differences(was, now)]

    return lines


def test_what_is_the_same_is_not_named(compared: Compared) -> None:
    """Where nothing differs, there is no line, whatever stands in the files."""
    assert compared({PATH: record()}, {PATH: record() + "# a comment\n"}) == []


def test_codes_are_said_by_their_labels(compared: Compared) -> None:
    """A code that changed is said by its labels, before and after, under the record's shortest name."""
    assert compared({PATH: record(status="draft")}, {PATH: record()}) == [
        "Alpha policy (alpha/policy): status: Draft → Adopted"
    ]


def test_a_line_is_known_by_its_reference(compared: Compared) -> None:
    """What changed in a provision is said under its reference, and a provision put in before it moves
    nothing.
    """
    changed = record(strength="principle", lines=SECOND)
    assert compared({PATH: record()}, {PATH: changed}) == [
        "Alpha policy (alpha/policy): added: 1 provision (Art. 2);"
        " Art. 1: strength: Encouragement → principle"
    ]


def test_what_went_is_named(compared: Compared) -> None:
    """A line that is gone is counted and named."""
    assert compared({PATH: record(lines=SECOND)}, {PATH: record()}) == [
        "Alpha policy (alpha/policy): removed: 1 provision (Art. 2)"
    ]


def test_of_a_text_what_differs_is_shown(compared: Compared) -> None:
    """Of two long texts the words that differ are shown, with some around them."""
    [line] = compared({PATH: record()}, {PATH: record(days="ninety")})
    assert line.endswith("Art. 1: says: … are housed for thirty days. → … are housed for ninety days.")


def test_parties_are_counted(compared: Compared) -> None:
    """A State more is a party more, by its code."""
    assert compared({PATH: record()}, {PATH: record(states=", {state: NGA, since: 2020}")}) == [
        "Alpha policy (alpha/policy): added: 1 party (NGA)"
    ]


def test_a_new_record_says_what_it_holds(compared: Compared) -> None:
    """Of a record that was not there before, the numbers of its lines are said; of one that is gone too."""
    new = ["Alpha policy (alpha/policy): added: 1 provision"]
    assert compared({}, {PATH: record()}) == new
    assert compared({PATH: record()}, {}) == [new[0].replace("added", "removed")]


def test_translations_of_a_changed_text_are_stale(compared: Compared) -> None:
    """A text that changed says how many of its translations no longer say it, and in which languages."""
    french = PO + 'msgid "What it is."\nmsgstr "Ce que c\'est."\n'
    before = {PATH: record(), FRENCH: french}
    [line] = compared(before, {PATH: record(what="this"), FRENCH: french})
    assert line.endswith("summary: What it is. → What this is.; 1 translation now stale (fr)")


def test_what_translators_did_is_counted(compared: Compared) -> None:
    """Of a catalog, what was added, changed and reviewed is counted; a stale entry is nothing yet."""
    fuzzy = PO + '#, fuzzy\nmsgid "What it is."\nmsgstr "Ce que c\'est."\n'
    added = fuzzy + '\nmsgid "Alpha policy"\nmsgstr "Politique Alpha"\n'
    before = {PATH: record(), FRENCH: fuzzy}
    told = compared(before, {PATH: record(), FRENCH: added.replace("#, fuzzy\n", "")})
    assert told == ["Translations of alpha, fr (alpha/fr.po): 1 translation added; 1 translation reviewed"]


def test_markdown_says_no_more_than_the_text(corpus_of: Callable[..., Corpus]) -> None:
    """What was typed into a record is no link, image, heading or call of somebody in a comment."""
    typed = record(what="**it** ![x](https://evil.example/a.png) @owner <b>")
    found = difference.markdown(difference.differences(corpus_of({PATH: record()}), corpus_of({PATH: typed})))
    assert "#### Alpha policy (alpha/policy)\n\n- summary: " in found
    assert not any(bad in found for bad in ("![", "](", "https://", "@owner", "<b>", "**"))


def test_the_command_compares_with_a_commit(library_folder: Callable[..., Path]) -> None:
    """``compendium diff`` says what differs from a commit; a commit that there is not is one line, status
    1.
    """
    root = library_folder({PATH: record(status="draft")})
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for asked in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "x"]):
        subprocess.run(["git", *asked], cwd=root, check=True, capture_output=True)
    (root / PATH).write_text(record(), "utf-8")
    told = CliRunner().invoke(main, ["diff", "--root", str(root)], catch_exceptions=False)
    assert (told.exit_code, told.stdout) == (0, "Alpha policy (alpha/policy): status: Draft → Adopted\n")
    lost = CliRunner().invoke(main, ["diff", "v9", "--root", str(root)], catch_exceptions=False)
    assert lost.exit_code == 1
    assert lost.stderr == "Error: there is no commit, branch or tag 'v9' here\n"
