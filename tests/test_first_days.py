"""The first days of a case: which sentences ask for a step where, and in which order."""

from __future__ import annotations

import pytest

from generators.corpus.first_days import FirstStep, first_days

PROVISION = "  - {{topics: [assistance], ref: {}, strength: {}, says: Help., confidence: {}}}\n"
TREATY = (
    "kind: instrument\ntype: convention\ntitle: A treaty\nstatus: {}\nbinding: true\nconfidence: recalled\n"
    "parties: {{states: [{{state: BEN}}]}}\nprovisions:\n{}"
)
STEPS = """\
kind: vocabulary
of: first-days
title: The first days
definition: What the list is for.
entries:
  - id: safety
    label: Bring the person to safety
    definition: Shelter at once.
    stages: [identification]
    leads: [{}]
    lines: [{}]
"""
GROUPS = """\
kind: vocabulary
of: groups
title: Groups
definition: What the list is for.
entries:
  - {{id: workers, label: Only for workers, definition: Who works., lines: [{}]}}
"""


@pytest.fixture
def step(corpus_of):
    """The one step, in Benin, of a treaty with some provisions (reference, strength, confidence);
    ``group`` is a line for workers alone, ``leads`` those that lead the step.
    """

    def make(
        *lines: tuple[str, str, str], status: str = "in-force", group: str = "", leads: str = ""
    ) -> FirstStep:
        named = ", ".join(f"alpha/treaty#{ref.lower().replace('. ', '-')}" for ref, _, _ in lines)
        provisions = "".join(PROVISION.format(*each) for each in lines)
        files = {
            "instruments/alpha/treaty.yml": TREATY.format(status, provisions),
            "instruments/vocabulary/first-days.yml": STEPS.format(leads, named),
            "instruments/vocabulary/groups.yml": GROUPS.format(group),
        }
        return first_days(corpus_of(files), "BEN")[0]

    return make


def test_a_sentence_that_was_read_comes_first_then_the_firmer(step):
    """Of equal ones in the order of the list."""
    found = step(
        ("Art. 1", "permission", "verified"),
        ("Art. 2", "obligation", "recalled"),
        ("Art. 3", "obligation", "verified"),
        ("Art. 4", "obligation", "verified"),
    )
    assert [each.provision.ref for each in found.binding] == ["Art. 3", "Art. 4", "Art. 1", "Art. 2"]


def test_what_holds_for_a_group_alone_comes_after_what_holds_for_everyone(step):
    """However firm it is, of lines that were read alike."""
    found = step(
        ("Art. 1", "obligation", "verified"),
        ("Art. 2", "encouragement", "verified"),
        group="alpha/treaty#art-1",
    )
    assert [each.provision.ref for each in found.binding] == ["Art. 2", "Art. 1"]


@pytest.mark.parametrize(
    ("lines", "leading", "for_some"),
    [
        ([("Art. 1", "obligation", "recalled"), ("Art. 3", "encouragement", "verified")], ["Art. 3"], False),
        (
            [("Art. 2", "obligation", "verified"), ("Art. 1", "obligation", "recalled")],
            ["Art. 2", "Art. 1"],
            False,
        ),
        ([("Art. 2", "obligation", "verified")], ["Art. 2"], True),
        ([("Art. 1", "obligation", "recalled")], ["Art. 1"], False),
    ],
)
def test_what_leads_a_step_is_what_the_one_order_puts_first(step, lines, leading, for_some):
    """What was checked comes before the firmer. Where it holds for some alone, what holds for everyone comes
    after it; and it is known whether all that binds is for some.
    """
    found = step(*lines, group="alpha/treaty#art-2")
    assert [each.provision.ref for each in found.leading] == leading
    assert found.for_some is for_some


def test_what_a_specialist_would_show_first_leads_a_step(step):
    """In the order of the list, and before what is firmer."""
    lines = [
        (f"Art. {n}", strength, "verified") for n, strength in enumerate(("obligation", "permission"), 1)
    ]
    found = step(*lines, ("Art. 3", "permission", "verified"), leads="alpha/treaty#art-3, alpha/treaty#art-2")
    assert [each.provision.ref for each in found.binding] == ["Art. 3", "Art. 2", "Art. 1"]


def test_a_draft_asks_for_nothing(step):
    """What binds nobody today stands at no step."""
    found = step(("Art. 1", "obligation", "verified"), status="draft")
    assert (found.binding, found.regional, found.guidance) == ((), (), ())
