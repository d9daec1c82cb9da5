"""Telephone numbers that are right; wrong ones are in ``golden/problems/phone-number``."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generators import checks
from generators.checks import phones

CONTACT = """\
kind: state
looked: 2024-05-01
contacts:
  - {kind: helpline, name_en: Line, numbers: ["NUMBER"], subject: everyone,
     url: https://example.org/l, publisher: A, page: official, page_date: 2024}
"""
OFFICE = """\
kind: organisation
regions: [africa]
official_names: {en: Beta Community}
members: [{state: BOL}, {state: GBR}, {state: JAM}]
contact: {telephone: NUMBER}
sources: [{title: Its page, kind: primary}]
confidence: reported
"""


def problems_of(corpus_of, state: str, contact: str, office: str) -> list[str]:
    """What the rule says of the number of a contact and of an office."""
    corpus = corpus_of(
        {
            f"instruments/states/{state}.yml": CONTACT.replace("NUMBER", contact),
            "instruments/beta/mechanism.yml": OFFICE.replace("NUMBER", office),
        }
    )
    return [str(problem) for problem in checks.run(corpus, [phones.phone_number])]


@pytest.mark.parametrize(
    ("state", "number"),
    [
        ("ben", "166"),  # short codes are the State's own matter
        ("ben", "131 237"),
        ("bol", "+591 800 14 0348"),  # a free line that libphonenumber does not know yet
        ("jam", "+1 888 587 8423"),  # a free line that several States share
        ("ben", "+800 1234 5678"),  # a free line of no State
        ("gbr", "+44 20 7946 0018"),
    ],
)
def test_a_true_number_is_not_refused(corpus_of, state, number):
    """Published short codes and free lines are right, whatever the library knows."""
    assert problems_of(corpus_of, state, number, "+43 1 514 36-0") == []


@pytest.mark.parametrize("number", ["+4312606", "+43  1 26060", "+43 1 26060 ext. 3"])
def test_the_number_of_an_office_is_written_in_groups(corpus_of, number):
    """An office has the code of the country, groups, and at most an extension."""
    (problem,) = problems_of(corpus_of, "ben", "116", number)
    assert "in another form" in problem


def test_a_state_that_does_not_exist_has_no_emergency_number_to_contradict():
    """Another rule says that the file is of no State."""
    assert phones.is_emergency_number("117", "BEN")
    assert not phones.is_emergency_number("17", "BEN")
    assert phones.is_emergency_number("17", "XYZ")


def test_the_library_is_loaded_only_for_a_number():
    """``check`` begins as fast as without it."""
    code = "import sys, generators.checks; sys.exit('phonenumbers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
