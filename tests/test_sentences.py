"""What is said in one line of a record, on records made by hand."""

from __future__ import annotations

import pytest
from shown import TREATY

from generators.document import sentences, stage, topic
from generators.document.phrases import Phrases
from generators.document.runs import Reference, letters
from generators.model.records import Period
from generators.translate.localizer import Localizer

RECORD = f"{TREATY}status: in-force\n"


@pytest.fixture
def phrases(corpus_of):
    """What is said in English over the base library with another convention."""
    return lambda keys="": Phrases(
        Localizer(corpus_of({"instruments/alpha/convention.yml": RECORD + keys}), "en")
    )


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (None, ""),
        ({}, ""),
        ({"from": "2008"}, "from 2008, no end set"),
        ({"to": "2011"}, "until 2011"),
        ({"extended_to": "2012"}, "until 2012"),
        ({"from": "2008", "to": "2011"}, "2008 to 2011"),
        ({"from": "2008", "to": "2011", "extended_to": "2012"}, "2008 to 2012"),
    ],
)
def test_a_period_is_said_by_the_ends_that_it_has(phrases, keys, said):
    """An extension is its end; what is not known is not said."""
    period = None if keys is None else Period.model_validate(keys)
    assert letters(sentences.period(phrases(), period)) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("{date: 2005}", "2005"),
        ("{date: 2005, confidence: recalled}", "2005 (Not yet checked)"),
        ("{place: Accra, confidence: recalled}", "Accra (Not yet checked)"),
        ("{place: Accra, place_confidence: recalled}", "Accra (Not yet checked)"),
        ("{date: 2005, place: Accra}", "2005, Accra"),
        ("{date: 2005, place: Accra, confidence: recalled}", "2005, Accra (Not yet checked)"),
        (
            "{date: 2005, place: Accra, confidence: recalled, place_confidence: reported}",
            "2005 (Not yet checked), Accra (Reported)",
        ),
        (
            "{date: 2005, place: Accra, confidence: recalled, place_confidence: verified}",
            "2005 (Not yet checked), Accra",
        ),
    ],
)
def test_day_and_place_say_each_how_sure_they_are(phrases, typed, said):
    """Where that is not as sure as the record; once, after both, where they are alike."""
    ((label, value),) = [
        each for each in sentences.timeline(phrases(f"adopted: {typed}\n"), "alpha/convention") if each[1]
    ]
    assert (label, letters(value)) == (["Adopted"], said)


def test_a_topic_of_a_principle_counts_its_records(phrases):
    """One text is one, and its provision is next to it."""
    provision = "provisions: [{topics: [assistance], ref: Art. 1, strength: obligation, says: Housing.}]\n"
    made = topic.principles(phrases(provision))
    item = made.sections[0].blocks[0].items[0].more[0].items[0]
    assert letters(item.about) == "1 text\u00a0· Alpha Convention, Art. 1, Obligation"


def test_states_stand_in_the_order_of_their_names(phrases):
    """Not of their codes."""
    assert letters(sentences.states(phrases(), ["CHE", "CIV", "DEU", "BEN"])) == (
        "Benin, Côte d’Ivoire, Germany, Switzerland"
    )


def test_the_place_of_a_step_is_in_the_language_of_its_record(corpus_of):
    """In the table of a stage as on the record's own page."""
    text = (
        "kind: sop\ntype: procedures\ntitle: A text\nlanguage: fr\nstatus: adopted\nbinding: false\n"
        "confidence: verified\nsteps: [{stage: return, ref: Chapitre premier, does: Go.}]\n"
    )
    phrases = Phrases(Localizer(corpus_of({"instruments/beta/procedures.yml": text}), "en"))
    (row,) = stage.comparison(phrases, "return").groups[0].rows
    assert row.cells[1][-1].runs[0].runs == [Reference("Chapitre premier", "fr")]
