"""States in search: found by other names, by cities and with a slip, and named where one is typed."""

from __future__ import annotations

import pytest
import searching
from searching import Index, addresses

from generators.corpus import state_words

STATES = """\
kind: vocabulary
of: states
title: Names of States
definition: Where CLDR departs from the United Nations.
entries:
  - id: MMR
    names: {en: Myanmar, fr: Myanmar}
    source: {title: United Nations M49, kind: secondary}
    confidence: reported
typed:
  - id: BEN
    names: {en: [Dahomey]}
    cities: {en: [Parakou], fr: [Parakou]}
    confidence: recalled
"""


def test_names_of_states_follow_from_cldr(corpus_of):
    """Short names, those in brackets and initials of three words or more come from CLDR, in each language and
    norm; a name that the site shows already is not among them.
    """
    corpus = corpus_of({"instruments/vocabulary/states.yml": STATES})
    assert "Birmania" in state_words.names(corpus, "MMR", "es")
    assert "Birmanie" in state_words.names(corpus, "MMR", "fr")
    assert state_words.names(corpus, "BEN", "en") == ("Dahomey",)
    assert state_words.names(corpus, "BEN", "fr") == ()
    assert state_words._initials("Democratic Republic of the Congo") == "DRC"
    assert state_words._initials("United Kingdom") == ""


# -- a State that is typed -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "typed", "first", "sure"),
    [
        ("en", "Benin", "BEN", True),
        ("en", "dahomey", "BEN", True),
        ("en", "parak", "BEN", True),
        ("fr", "benin", "BEN", True),
        ("fr", "Nigéria", "NGA", True),
        ("ar", "نيجيريا", "NGA", True),
        ("zh", "拉各", "NGA", True),
        ("en", "Nigerai", "NGA", False),
    ],
)
def test_a_state_is_named_by_whatever_readers_type(
    index_of: Index, language: str, typed: str, first: str, sure: bool
):
    """Names with and without accents, former names, cities, beginnings, and one letter wrong, of which nobody
    can be sure.
    """
    folder = index_of({"instruments/vocabulary/states.yml": STATES}, language)
    [found] = searching.run({"folder": str(folder), "states": [typed]})
    assert found["codes"][0] == first
    assert found["sure"] is sure
    assert found["near"] is not sure


def test_a_state_comes_before_the_state_of_a_city(index_of: Index):
    """Where both begin as typed."""
    folder = index_of({"instruments/vocabulary/states.yml": STATES.replace("[Parakou]", "[Nikki]")}, "en")
    [found] = searching.run({"folder": str(folder), "states": ["ni"]})
    assert found["codes"].index("NGA") < found["codes"].index("BEN")


def test_a_state_that_nobody_knows_is_none(index_of: Index):
    """Nothing typed, blanks and nonsense name no State."""
    found = searching.run({"folder": str(index_of()), "states": ["", "  ", "qwxzkj", "…"]})
    assert [each["codes"] for each in found] == [[], [], [], []]


# -- cities in the names of texts, and texts that are for a State --------------------------------------------

TEXT = """\
kind: instrument
type: convention
title: Convention on Whales
status: in-force
binding: true
in_force: 2006
{more}
provisions:
  - {{topics: [assistance], ref: Art. 1, strength: obligation, says: Whales are saved.}}
confidence: recalled
"""


def test_a_text_that_is_for_a_state_is_found_by_it(index_of: Index):
    """Whom a text binds finds it, and what it says comes before the same in a text for others; of each State
    that is named it is known which texts bind it and of which nobody knows.
    """
    parties = "parties: {as_of: 2020, states: [{state: %s, since: 2006}]}"
    files = {
        f"instruments/alpha/{state.lower()}.yml": TEXT.format(more=parties % state)
        for state in ("BEN", "NGA")
    }
    files["instruments/alpha/none.yml"] = TEXT.format(more="")
    benin, nigeria = searching.found(index_of(files), "Benin whales", "Nigeria whales")
    of_benin, of_nigeria = (f"instruments/alpha/{state}/" for state in ("ben", "nga"))
    found = [[each.partition("#")[0] for each in addresses(answer)] for answer in (benin, nigeria)]
    first = [next(each for each in some if each in (of_benin, of_nigeria)) for some in found]
    assert first == [of_benin, of_nigeria]
    [said] = benin["bound"]
    assert said["label"] == "Benin"
    assert {of_benin, of_nigeria} & {*said["its"]} == {of_benin}
    assert {of_benin, "instruments/alpha/none/"} & {*said["open"]} == {"instruments/alpha/none/"}
