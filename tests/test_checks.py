"""The rules as a whole; what each of them says is in ``golden/problems``."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import BASE, TODAY

from generators import checks
from generators.checks import rules
from generators.corpus.corpus import Corpus

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def test_rules_have_names_of_their_own():
    """No two rules share a name, and names are words with hyphens."""
    names = [rule.name for rule in checks.every_rule()]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


def test_rules_have_one_sentence_each():
    """A rule's sentence is one sentence, for editors."""
    assert [
        rule.name
        for rule in checks.every_rule()
        if not re.fullmatch(r"[A-Z'].*[^.]\.", rule.sentence)
    ] == []


def test_a_rule_alone_says_what_it_says_among_all(corpus_of):
    """One rule yields its own problems, under its name."""
    broken = (
        (BASE / "instruments/alpha/plan.yml")
        .read_text("utf-8")
        .replace("adopted\n", "expired\n")
    )
    corpus = corpus_of({"instruments/alpha/plan.yml": broken})
    rule = next(rule for rule in checks.RULES if rule.name == "status-derived")
    assert list(rules.find_problems((rule,), corpus)) == checks.run(corpus)
    assert [problem.rule for problem in checks.run(corpus)] == ["status-derived"]


def test_problems_come_in_the_order_of_files_and_lines(corpus_of):
    """An editor works through one file from top to bottom, then through the next."""
    wrong = "kind: organisation\nregions: [nowhere]\nname: Alpha\npart_of: [nobody]\nconfidence: sure\n"
    problems = checks.run(
        corpus_of(
            {
                "instruments/beta/mechanism.yml": wrong,
                "instruments/alpha/mechanism.yml": wrong,
            }
        )
    )
    expected = [(body, line) for body in ("alpha", "beta") for line in (2, 4, 5)]
    assert [
        (Path(problem.path).parent.name, problem.line) for problem in problems
    ] == expected


def test_a_broken_file_is_no_broken_reference(read_library):
    """A file whose own keys are wrong still counts as there, so that one mistake is one
    problem.
    """
    read, problems = read_library(
        {"instruments/alpha/convention.yml": "kind: instrument\nconfidance: verified\n"}
    )
    assert problems != []
    assert checks.run(Corpus(read, TODAY, ("en",))) == []


def test_hidden_characters_in_catalogs_are_named(corpus_of):
    """A bidirectional override in a translation of a record or of the interface is a
    problem.
    """
    said = {
        "generators/locale/fr.po": 'msgid "About"\nmsgstr "À \u202epropos"\n',
        "instruments/alpha/fr.po": 'msgid "30 days at least."\nmsgstr "Au moins \u202e30 jours."\n',
    }
    problems = checks.run(
        corpus_of({path: HEADER + entry for path, entry in said.items()})
    )
    assert [(each.path, each.line, each.rule, each.message) for each in problems] == [
        ("generators/locale/fr.po", 5, "interface-markup", "a hidden character (U+202E)"),
        (
            "instruments/alpha/fr.po",
            5,
            "translation-markup",
            "a hidden character (U+202E)",
        ),
    ]


def test_a_stale_translation_is_not_judged(corpus_of):
    """What is not published need not agree with a text that has changed since."""
    stale = (
        '#, fuzzy\n#| msgid "20 days"\nmsgid "30 days at least."\nmsgstr "20 jours."\n'
    )
    assert checks.run(corpus_of({"instruments/alpha/fr.po": HEADER + stale})) == []


def test_a_form_to_avoid_may_stand_beside_the_term(corpus_of):
    """Where the term itself was kept, in any inflection, a form to avoid stands for
    something else.
    """
    for said in ("Logement, indemnisations et compensation.", "Logement."):
        po = f'{HEADER}msgid "Housing and compensation."\nmsgstr "{said}"\n'
        assert checks.run(corpus_of({"instruments/alpha/fr.po": po})) == []
