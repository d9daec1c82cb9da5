"""Today: from SOURCE_DATE_EPOCH, else from the newest commit, else from the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from commands import git

from generators import checks
from generators.corpus import inputs
from generators.corpus.corpus import Corpus
from generators.corpus.loading import open_corpus


def commit(folder: Path, day: str) -> None:
    (folder / day).touch()
    when = {f"GIT_{who}_DATE": f"{day}T23:30:00Z" for who in ("AUTHOR", "COMMITTER")}
    for command in (["init", "-q"], ["add", day], ["commit", "-qm", day]):
        git(folder, *command, **when)


def test_source_date_epoch_decides(tmp_path: Path) -> None:
    """SOURCE_DATE_EPOCH is today, in UTC, whatever was committed."""
    commit(tmp_path, "2024-02-29")
    assert inputs.day_of_build(tmp_path, {"SOURCE_DATE_EPOCH": "0"}) == date(1970, 1, 1)


def test_the_newest_commit_decides_where_the_variable_is_not_set(tmp_path: Path) -> None:
    """Without the variable, or with an empty one, today is the day (UTC) of the newest
    commit.
    """
    commit(tmp_path, "2023-05-01")
    commit(tmp_path, "2024-02-29")
    assert (
        inputs.day_of_build(tmp_path, {})
        == inputs.day_of_build(tmp_path, {"SOURCE_DATE_EPOCH": ""})
        == date(2024, 2, 29)
    )


@pytest.mark.parametrize("around", ["no repository", "an empty one", "somebody else's"])
def test_the_clock_decides_where_nothing_is_committed(
    tmp_path: Path, around: str
) -> None:
    """In a repository without a commit, outside of any, and in a project that was
    unpacked into somebody else's, today is the clock's day.
    """
    (tmp_path / "project").mkdir()
    (tmp_path / "project/README").touch()
    if around == "an empty one":
        git(tmp_path / "project", "init", "-q")
    elif around == "somebody else's":
        commit(tmp_path, "2019-01-01")
    before = datetime.now(UTC).date()
    assert (
        before
        <= inputs.day_of_build(tmp_path / "project", {})
        <= datetime.now(UTC).date()
    )


@pytest.mark.parametrize(
    "typed",
    ["yesterday", "1e9", "99999999999999999999", "253402300799", "-62135596800", "\n"],
)
def test_something_else_than_seconds_is_refused(tmp_path: Path, typed: str) -> None:
    """A value that is no number of seconds is named in the message."""
    with pytest.raises(ValueError, match=f"'{typed}' is no number of seconds"):
        inputs.day_of_build(tmp_path, {"SOURCE_DATE_EPOCH": typed})


def test_a_wrong_variable_is_a_problem_of_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Doors get one line with the remedy, and a corpus all the same."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    _, problems = open_corpus(tmp_path)
    assert [str(problem) for problem in problems if problem.rule == "clock"] == [
        "environment:1: SOURCE_DATE_EPOCH: 'soon' is no number of seconds since "
        "1970-01-01; set it to seconds since 1970-01-01, or unset it"
    ]


# -- what is in the future ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "clock", "last"),
    [
        (date(2026, 11, 24), date(2026, 12, 2), date(2026, 12, 3)),
        (date(2026, 12, 2), date(2026, 11, 24), date(2026, 12, 3)),
    ],
)
def test_the_last_day_that_can_have_come_is_after_data_and_clock(
    today: date, clock: date, last: date
) -> None:
    """The later of the two counts, and the day after it: somewhere on earth that day has
    begun.
    """
    assert inputs.latest(today, clock) == last


NEW = """\
kind: action-plan
type: plan
title: A plan of last week
status: adopted
binding: false
adopted: {date: 2026-11-26}
sources: [{title: The plan, kind: primary, seen: 2026-11-27}]
confidence: recalled
"""
TREATY = """\
kind: instrument
type: convention
official_titles: {en: Alpha Convention}
status: in-force
binding: true
adopted: {date: 2005-05-03}
in_force: 2026-11-26
parties: {states: [{state: BEN, since: 2026-11-26}]}
sources: [{title: The text, kind: primary}]
confidence: recalled
"""
FILES = {"instruments/alpha/plan.yml": NEW, "instruments/alpha/convention.yml": TREATY}


@pytest.mark.parametrize(
    ("clock", "problems"),
    [
        (date(2026, 12, 2), []),
        (date(2026, 11, 26), []),  # it is the 27th somewhere
        (date(2026, 11, 25), ["seen"]),
        (date(2026, 11, 20), ["adopted", "in-force", "seen", "since"]),
    ],
)
def test_a_true_record_is_not_refused_for_its_day(
    corpus_of, clock: date, problems: list[str]
) -> None:
    """A text adopted, a treaty in force, a party and a source since the newest commit:
    right once the clock has reached their day, though the data is older.
    """
    read = corpus_of(FILES)
    today = min(date(2026, 11, 24), clock)
    corpus = Corpus(read.library, today, read.languages, inputs.latest(today, clock))
    found = [str(each) for each in checks.run(corpus) if "future" in each.message]
    keys = {
        "adopted": "'adopted' for a text",
        "in-force": "'in-force', yet",
        "seen": "seen:",
        "since": "since:",
    }
    assert [
        key for key, words in keys.items() if any(words in each for each in found)
    ] == problems


def test_what_is_shown_follows_the_day_of_the_data_alone(corpus_of) -> None:
    """A clock that is later changes what is refused, and nothing of what is said."""
    read = corpus_of(FILES)
    corpus = Corpus(read.library, date(2026, 11, 24), read.languages, date(2026, 12, 3))
    assert corpus.status("alpha/plan") == "draft"
    assert not corpus.binds("alpha/convention")
