"""What the front page counts and answers: of the right texts, strengths and States, and nothing typed."""

from __future__ import annotations

from conftest import BASE
from small_records import CONVENTION, POLICY, line, small_corpus, text

from generators.corpus import headlines

IN_FORCE = "in_force: 2001\n"
_ENTRY = (
    "  - {id: non-punishment, label: Non-punishment, definition: No penalty., pillar: protection, "
    "question: Are victims spared?}\n"
)
TOPICS = {
    "vocabulary/topics": (BASE / "instruments" / "vocabulary" / "topics.yml").read_text("utf-8") + _ENTRY
}


def test_only_what_stands_and_asks_is_counted(corpus_of):
    """A draft asks nothing yet, an aim asks nothing of anybody, a permission neither."""
    asking = line("non-punishment", "encouragement")
    corpus = small_corpus(
        corpus_of,
        TOPICS
        | {
            "alpha/asks": text(lines=asking),
            "alpha/binds": text(CONVENTION, "in-force", line("non-punishment", "obligation"), IN_FORCE),
            "alpha/draft": text(POLICY, "draft", asking),
            "alpha/aim": text(lines=line("non-punishment", "principle")),
            "alpha/may": text(lines=line("non-punishment", "permission")),
        },
    )
    found = headlines.headline_counts(corpus)
    assert (found.non_punishment, found.non_punishment_binding) == (2, 1)


def test_a_length_in_months_is_none_in_days(corpus_of):
    """The sentence says days."""
    lines = {
        "alpha/days": text(lines=line("reflection-period")),
        "beta/months": text(lines=line("reflection-period").replace("says:", "value: {months: 6}, says:")),
        "alpha/counted": text(lines=line("reflection-period").replace("says:", "value: {days: 45}, says:")),
    }
    found = headlines.headline_counts(small_corpus(corpus_of, lines))
    assert (found.reflection, found.reflection_timed) == (2, 1)


def test_every_line_counts_once_by_its_own_grade(corpus_of):
    """Provisions, steps, objectives and indicators; a line without a grade has its record's."""
    sure = line(more=", confidence: verified").replace(
        "says: Housing., confidence", "says: Housing, confidence"
    )
    corpus = small_corpus(corpus_of, {"alpha/a": text(lines=sure + line())})
    assert dict(headlines.grades(corpus)) == {"verified": 1, "confirmed": 0, "reported": 0, "recalled": 1}


def test_the_example_is_the_first_line_that_binds(corpus_of):
    """In the one order of lines; where nothing binds there is none."""
    lines = line("non-punishment") + line("non-punishment", "obligation")
    corpus = small_corpus(
        corpus_of,
        TOPICS
        | {
            "alpha/soft": text(lines=lines),
            "alpha/firm": text(CONVENTION, "in-force", lines, IN_FORCE),
        },
    )
    found = headlines.leading(corpus, "non-punishment")
    assert (found.record, found.provision.strength) == ("alpha/firm", "obligation")
    assert headlines.leading(corpus, "reflection-period") is None


def test_the_state_that_joined_last_is_bound_today(corpus_of):
    """Of the text that reaches farthest; who joins on a day to come, or left, is no example."""
    states = (
        "[{state: BEN, since: 2003}, {state: TGO, since: 2005}, {state: GHA, since: 2030}, "
        "{state: MLI, since: 2006, until: 2010}]"
    )
    keys = f"{IN_FORCE}parties:\n  states: {states}\n"
    few = f"{IN_FORCE}parties:\n  states: [{{state: FRA, since: 2009}}]\n"
    corpus = small_corpus(
        corpus_of,
        {
            "alpha/far": text(CONVENTION, "in-force", line(), keys),
            "alpha/near": text(CONVENTION, "in-force", line(), few),
        },
    )
    found = headlines.last_joined(corpus)
    assert (found.record, found.party.state) == ("alpha/far", "TGO")


def test_where_nothing_is_recorded_there_is_no_example(corpus_of):
    """The page leaves the question out."""
    corpus = small_corpus(corpus_of, {"alpha/a": text()})
    assert headlines.last_joined(corpus) is None
    assert headlines.first_asked(corpus) is None
    assert headlines.leading(corpus, "assistance") is None
