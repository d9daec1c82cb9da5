"""Values changed in a YAML text, and nothing else: every other character stays as it was typed."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from difflib import unified_diff
from typing import Any

import pytest
from conftest import BASE

from generators.edit.patch import PatchError, patched
from generators.text import yaml_files

RECORD = """\
# who wrote this comment keeps it
kind: instrument
adopted: {date: 2009, place: "Abuja"}   # so the minutes
titles:
  en: A text
  fr: 'Un texte'
parties:
  # from the depositary
  states:
    - {state: BEN, since: 2004-08-30}   # read
    - state: NGA
      since: 2001
provisions:
  - topics: [assistance, return]
    ref: Art. 1
    says: >-
      Victims are housed for as long as they need it, and nobody asks them to testify before they have had
      time to recover.
  - topics: [assistance]
    ref: Art. 2
    says: Doctors come.
silent:
  [compensation,
   data]
"""
TYPED = (
    *("2009-04-14", "yes: no", "- dash", "a, b [c]", "{x}", 'It\'s "said" #1: here', "~", "null", "12:30"),
    *(
        "a # b",
        "`tick",
        "@at",
        "%at",
        "trailing:",
        "العربية: نص",
        "long " * 60 + "end",
        "two\nlines",
        "-1",
        "-",
    ),
)


def changed(**values: Any) -> str:
    """The record with some of its keys said otherwise; None takes a key out."""
    data = yaml_files.nodes(RECORD).data
    wanted = {key: values.get(key, each) for key, each in data.items() if values.get(key, each) is not None}
    return patched(RECORD, wanted)


def difference(made: str) -> list[str]:
    """The lines that differ from the record."""
    told = unified_diff(RECORD.splitlines(), made.splitlines(), n=0, lineterm="")
    return [line for line in told if line[0] in "+-" and not line.startswith(("+++", "---"))]


def test_what_says_the_same_stays_as_it_is() -> None:
    """A text that says already what is wanted is not touched."""
    assert patched(RECORD, yaml_files.nodes(RECORD).data) == RECORD


@pytest.mark.parametrize(
    ("values", "lines"),
    [
        (
            {"adopted": {"date": "2009-07-14", "place": "Abuja"}},
            [
                '-adopted: {date: 2009, place: "Abuja"}   # so the minutes',
                '+adopted: {date: 2009-07-14, place: "Abuja"}   # so the minutes',
            ],
        ),
        (
            {"titles": {"en": "A text", "fr": "L'autre"}},
            ["-  fr: 'Un texte'", "+  fr: 'L''autre'"],
        ),
        (
            {"titles": {"en": "A text", "fr": "Un texte", "pt": "Um texto: dois"}},
            ['+  pt: "Um texto: dois"'],
        ),
        (
            {"adopted": {"date": "2009", "confidence": "reported", "place": "Abuja"}},
            [
                '-adopted: {date: 2009, place: "Abuja"}   # so the minutes',
                '+adopted: {date: 2009, confidence: reported, place: "Abuja"}   # so the minutes',
            ],
        ),
        ({"silent": ["compensation", "data", "gender"]}, ["-   data]", "+   data, gender]"]),
        ({"silent": ["data"]}, ["-  [compensation,", "-   data]", "+  [data]"]),
        ({"adopted": None}, ['-adopted: {date: 2009, place: "Abuja"}   # so the minutes']),
    ],
    ids=["in-braces", "quotes-kept", "key-added", "key-between", "item-added", "item-gone", "key-gone"],
)
def test_a_change_is_the_lines_that_it_means(values: dict[str, Any], lines: list[str]) -> None:
    """Changing, adding and taking out a value changes its line alone; comments and quotes stay."""
    assert difference(changed(**values)) == lines


def test_a_party_is_put_among_the_others_as_they_are_written() -> None:
    """A State put in between is a line of its own, written as its neighbour is."""
    states = yaml_files.nodes(RECORD).data["parties"]["states"]
    benin, nigeria = states
    togo = {"state": "TGO", "since": "2009"}
    assert difference(changed(parties={"states": [benin, togo, nigeria]})) == [
        "+    - {state: TGO, since: 2009}"
    ]
    assert difference(changed(parties={"states": [benin, nigeria, togo]})) == [
        "+    - state: TGO",
        "+      since: 2009",
    ]


def test_an_item_that_moves_keeps_how_it_was_typed() -> None:
    """Its comment and the breaks of its lines go along."""
    states = yaml_files.nodes(RECORD).data["parties"]["states"]
    assert difference(changed(parties={"states": states[::-1]})) == [
        "-    - {state: BEN, since: 2004-08-30}   # read",
        "+    - {state: BEN, since: 2004-08-30}   # read",
    ]
    lines = yaml_files.nodes(RECORD).data["provisions"]
    made = changed(provisions=lines[::-1])
    assert sorted(made.splitlines()) == sorted(RECORD.splitlines())


def test_the_first_key_of_an_item_gives_its_place_to_the_next() -> None:
    """An item whose first keys go keeps its dash."""
    lines = yaml_files.nodes(RECORD).data["provisions"]
    del lines[1]["topics"]
    assert difference(changed(provisions=lines)) == [
        "-  - topics: [assistance]",
        "-    ref: Art. 2",
        "+  - ref: Art. 2",
    ]


def test_a_long_text_is_folded() -> None:
    """A text too long for a line is folded as records fold them, and says what was typed."""
    lines = yaml_files.nodes(RECORD).data["provisions"]
    lines[1]["says"] = "Doctors come, " * 12 + "and stay."
    made = changed(provisions=lines)
    assert "    says: >-\n      Doctors come, Doctors" in made
    assert max(map(len, made.splitlines())) <= 120


def walked(data: Any, path: tuple = ()) -> Iterator[tuple[tuple, Any]]:
    """Every value with its path."""
    yield path, data
    for key, each in (
        data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    ):
        yield from walked(each, (*path, key))


def shuffled(data: Any, chance: random.Random) -> Any:
    """A copy of data with some values changed, taken out and put in."""
    made = copy.deepcopy(data)
    for _ in range(chance.randrange(1, 4)):
        path, value = chance.choice([(path, value) for path, value in walked(made) if path])
        around = made
        for key in path[:-1]:
            around = around[key]
        what = chance.randrange(3)
        if what == 0 and len(around) > 1:
            del around[path[-1]]
        elif what == 1 and isinstance(around, list):
            around.insert(chance.randrange(len(around) + 1), copy.deepcopy(value))
        elif isinstance(value, str):
            around[path[-1]] = chance.choice(TYPED)
    return made


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_changed_reads_back(seed: int) -> None:
    """Random changes of real shapes, with texts that YAML would take for something else, read back as they
    were meant.
    """
    chance = random.Random(seed)
    files = sorted((BASE.parent / "world" / "instruments").glob("*/*.yml"))
    for file in [*chance.sample(files, 4), None]:
        text = file.read_text("utf-8") if file else RECORD
        wanted = shuffled(yaml_files.nodes(text).data, chance)
        assert yaml_files.nodes(patched(text, wanted)).data == wanted


@pytest.mark.parametrize("text", ["a: [b", "a: 1\na: 2\n", "", "- &x a\n- *x\n? {b: c}\n: d"])
def test_what_cannot_be_read_is_refused(text: str) -> None:
    """A file that is no sound YAML is not changed."""
    with pytest.raises(PatchError):
        patched(text, {"a": "2"})
