"""The rules as a whole; what each of them says is in ``golden/problems``."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import BASE, TODAY

from generators import checks
from generators.checks import rules
from generators.corpus.corpus import Corpus


def test_base_library_has_no_problem(corpus_of):
    """The library that all cases start from breaks no rule."""
    assert checks.run(corpus_of()) == []


def test_rules_have_names_of_their_own():
    """No two rules share a name, and names are words with hyphens."""
    names = [rule.name for rule in checks.every_rule()]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


def test_rules_have_one_sentence_each():
    """A rule's sentence is one sentence, for editors."""
    assert [
        rule.name for rule in checks.every_rule() if not re.fullmatch(r"[A-Z'].*[^.]\.", rule.sentence)
    ] == []


def test_a_rule_alone_says_what_it_says_among_all(corpus_of):
    """One rule yields its own problems, under its name."""
    broken = (BASE / "instruments/alpha/plan.yml").read_text("utf-8").replace("adopted\n", "expired\n")
    corpus = corpus_of({"instruments/alpha/plan.yml": broken})
    rule = next(rule for rule in checks.RULES if rule.name == "status-derived")
    assert list(rules.found((rule,), corpus)) == checks.run(corpus)
    assert [problem.rule for problem in checks.run(corpus)] == ["status-derived"]


def test_problems_come_in_the_order_of_files_and_lines(corpus_of):
    """An editor works through one file from top to bottom, then through the next."""
    wrong = "kind: organisation\nregions: [nowhere]\nname: Alpha\npart_of: [nobody]\nconfidence: sure\n"
    problems = checks.run(
        corpus_of({"instruments/beta/mechanism.yml": wrong, "instruments/alpha/mechanism.yml": wrong})
    )
    expected = [(body, line) for body in ("alpha", "beta") for line in (2, 4, 5)]
    assert [(Path(problem.path).parent.name, problem.line) for problem in problems] == expected


def test_a_broken_file_is_no_broken_reference(read_library):
    """A file whose own keys are wrong still counts as there, so that one mistake is one problem."""
    read, problems = read_library(
        {"instruments/alpha/convention.yml": "kind: instrument\nconfidance: verified\n"}
    )
    assert problems != []
    assert checks.run(Corpus(read, TODAY, ("en",))) == []


def test_hidden_characters_in_translations_are_named(corpus_of):
    """A bidirectional override in a catalog is a problem as it is in a record."""
    po = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "30 days at least."\n'
        'msgstr "Au moins \u202e30 jours."\n'
    )
    problems = checks.run(corpus_of({"instruments/alpha/fr.po": po}))
    assert [(problem.rule, problem.message) for problem in problems] == [
        ("translation-markup", "a hidden character (U+202E)")
    ]


def test_a_stale_translation_is_not_judged(corpus_of):
    """What is not published need not agree with a text that has changed since."""
    stale = '#, fuzzy\n#| msgid "20 days"\nmsgid "30 days at least."\nmsgstr "20 jours."\n'
    po = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n{stale}'
    assert checks.run(corpus_of({"instruments/alpha/fr.po": po})) == []


def test_a_form_to_avoid_may_stand_beside_the_term(corpus_of):
    """Where the term itself was kept, in any inflection, a form to avoid stands for something else."""
    for said in ("Logement, indemnisations et compensation.", "Logement."):
        po = (
            f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
            f'msgid "Housing and compensation."\nmsgstr "{said}"\n'
        )
        assert checks.run(corpus_of({"instruments/alpha/fr.po": po})) == []


def test_depth_is_a_problem_of_its_file(read_library):
    """The deepest nesting that YAML allows is a problem of its file, and no traceback."""
    _, problems = read_library(
        {"instruments/alpha/deep.yml": f"kind: sop\nnotes: {'[' * 990}<b>{']' * 990}\n"}
    )
    assert {problem.rule for problem in problems} == {"value-type", "key-missing"}
