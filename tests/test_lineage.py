"""The line of a record: which texts are in it, in which order, and how they are joined."""

from __future__ import annotations

from small_records import PLAN, POLICY, small_corpus, text

from generators.corpus.plan_times import PlanTimes, plan_times
from generators.corpus.record_profile import Line, Track, line

BASE = {"alpha/base": text(keys="adopted: {date: 2000}\n")}


def relation(name: str, others: str, year: int) -> str:
    """A record of a year that bears a relation on others of Alpha."""
    named = ", ".join(f"alpha/{other}" for other in others.split())
    return text(keys=f"adopted: {{date: {year}}}\nrelations: {{{name}: [{named}]}}\n")


def test_a_record_without_relations_is_alone(corpus_of):
    """There is nothing to draw."""
    assert line(small_corpus(corpus_of, BASE), "alpha/base") == Line(("alpha/base",), ())


def test_a_line_reaches_up_and_down_and_not_to_siblings(corpus_of):
    """What a record rests on, and what rests on it; not what else rests on the same text."""
    corpus = small_corpus(
        corpus_of,
        BASE
        | {
            "alpha/middle": relation("implements", "base", 2005),
            "alpha/late": relation("amends", "middle", 2010),
            "alpha/sibling": relation("implements", "base", 2006),
        },
    )
    assert line(corpus, "alpha/middle").records == ("alpha/base", "alpha/middle", "alpha/late")
    assert set(line(corpus, "alpha/base").records) == set(corpus.records)


def test_a_text_stands_after_those_that_it_rests_on_whatever_their_days(corpus_of):
    """Of two of one day, or where a day is wrong, the one that is rested on comes first."""
    corpus = small_corpus(corpus_of, BASE | {"alpha/a": relation("implements", "base", 1990)})
    assert line(corpus, "alpha/a").records == ("alpha/base", "alpha/a")


def test_records_that_rest_on_each_other_are_all_there(corpus_of):
    """A circle is an editor's slip; the page stands all the same."""
    files = {"alpha/a": relation("implements", "b", 2001), "alpha/b": relation("implements", "a", 2002)}
    found = line(small_corpus(corpus_of, files), "alpha/a")
    assert found.records == ("alpha/a", "alpha/b")
    assert found.tracks == (Track("implements", 0, 0, (1,)),)


def test_one_track_leads_to_all_that_do_the_same(corpus_of):
    """A track a text and relation; two that would lie over one another run side by side, the shorter nearer
    to the texts.
    """
    corpus = small_corpus(
        corpus_of,
        BASE
        | {
            "alpha/b": relation("implements", "base", 2001),
            "alpha/c": relation("supersedes", "b", 2002),
            "alpha/d": relation("implements", "base", 2003),
        },
    )
    found = line(corpus, "alpha/base")
    assert found.tracks == (Track("supersedes", 0, 1, (2,)), Track("implements", 1, 0, (1, 3)))
    assert found.lanes == 2


# -- plans in time ---------------------------------------------------------------------------------------


def plans(corpus_of, **files: str) -> PlanTimes:
    made = {f"alpha/{name}": each for name, each in files.items()}
    return plan_times(small_corpus(corpus_of, made))


def plan(begins: int, ends: int) -> str:
    return text(PLAN, keys=f"period: {{from: {begins}, to: {ends}}}\n")


def test_plans_that_have_ended_are_apart_from_those_that_run(corpus_of):
    """Each of the two begins with the oldest."""
    found = plans(corpus_of, a=plan(2005, 2010), b=plan(2001, 2004), c=plan(2012, 2040), d=plan(2011, 2041))
    kinds = [[each.record for _, own in regions for each in own] for regions in (found.others, found.ended)]
    assert kinds == [["alpha/d", "alpha/c"], ["alpha/b", "alpha/a"]]
    assert (found.running, found.total) == (2, 4)


def test_a_plan_runs_while_an_end_is_set_that_has_not_come(corpus_of):
    """One without an end may be forgotten, and one that still guides has ended: neither is said to run."""
    guides = text(PLAN, keys="period: {from: 2001, to: 2004, still_guides: true}\n")
    endless = text(PLAN, keys="period: {from: 2006}\n")
    found = plans(corpus_of, a=plan(2012, 2040), b=guides, c=endless, d=text(PLAN), e=text(PLAN, "draft"))
    assert (found.running, found.endless, found.total) == (1, 2, 5)


def test_policies_are_no_plans(corpus_of):
    """Only action plans stand on the axis."""
    assert plans(corpus_of, a=plan(2001, 2004), b=text(POLICY)).total == 1
