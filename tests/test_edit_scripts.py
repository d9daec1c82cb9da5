"""The scripts of the form under node: values changed in a YAML text, and nothing else;
every other character stays as it was typed.
"""

from __future__ import annotations

import copy
import random
import subprocess
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from conftest import BASE
from editing import data_of, run

from generators.edit.form import source
from generators.text import yaml_places

WORLD = sorted((BASE.parent / "world" / "instruments").glob("*/*.yml"))
WIDE = 'title: "𝒜 🐋 whale"  # 🐋\nadopted: {date: 2009, place: 𠮷}\nsays: end\n'
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
    *(
        "2009-04-14",
        "yes: no",
        "- dash",
        "a, b [c]",
        "{x}",
        'It\'s "said" #1: here',
        "~",
        "null",
        "12:30",
    ),
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


def texts() -> list[str]:
    return [*(file.read_text("utf-8") for file in WORLD), RECORD, WIDE]


def said_so(**values: Any) -> str:
    """The record as the form writes it with some of its keys said otherwise; None takes a
    key out.
    """
    data = data_of(RECORD)
    wanted = {
        key: values.get(key, each)
        for key, each in data.items()
        if values.get(key, each) is not None
    }
    [made] = run(("patched", source("x.yml", RECORD), wanted))
    return made


def difference(made: str) -> list[str]:
    """The lines that differ from the record."""
    told = unified_diff(RECORD.splitlines(), made.splitlines(), n=0, lineterm="")
    return [
        line for line in told if line[0] in "+-" and not line.startswith(("+++", "---"))
    ]


def walked(data: Any, path: tuple = ()) -> Iterator[tuple[tuple, Any]]:
    """Every value with its path."""
    yield path, data
    for key, each in (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    ):
        yield from walked(each, (*path, key))


def shuffled(data: Any, chance: random.Random) -> Any:
    """A copy of data with some values changed, taken out and put in."""
    made = copy.deepcopy(data)
    for _ in range(chance.randrange(1, 4)):
        path, value = chance.choice(
            [(path, value) for path, value in walked(made) if path]
        )
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


def changed(data: Any, path: tuple, value: Any) -> Any:
    """A copy of data with the value at a path replaced."""
    if not path:
        return value
    key, *rest = path
    if isinstance(data, list):
        return [
            changed(each, tuple(rest), value) if place == key else each
            for place, each in enumerate(data)
        ]
    return {
        name: changed(each, tuple(rest), value) if name == key else each
        for name, each in data.items()
    }


def test_the_places_say_what_the_file_says():
    """What travels to the browser says there what the file says, beside letters of two
    units too; it is changed by nothing where nothing changed.
    """
    sources = [source("x.yml", text) for text in texts()]
    data = [data_of(text) for text in texts()]
    assert run(*(("said", each) for each in sources)) == data
    assert (
        run(
            *(
                ("patched", each, wanted)
                for each, wanted in zip(sources, data, strict=True)
            )
        )
        == texts()
    )


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
        (
            {"silent": ["compensation", "data", "gender"]},
            ["-   data]", "+   data, gender]"],
        ),
        ({"silent": ["data"]}, ["-  [compensation,", "-   data]", "+  [data]"]),
        (
            {"adopted": None},
            ['-adopted: {date: 2009, place: "Abuja"}   # so the minutes'],
        ),
    ],
    ids=[
        "in-braces",
        "quotes-kept",
        "key-added",
        "key-between",
        "item-added",
        "item-gone",
        "key-gone",
    ],
)
def test_a_change_is_the_lines_that_it_means(
    values: dict[str, Any], lines: list[str]
) -> None:
    """Changing, adding and taking out a value changes its line alone; comments and quotes
    stay.
    """
    assert difference(said_so(**values)) == lines


def test_a_party_is_put_among_the_others_as_they_are_written() -> None:
    """A State put in between is a line of its own, written as its neighbour is."""
    states = data_of(RECORD)["parties"]["states"]
    benin, nigeria = states
    togo = {"state": "TGO", "since": "2009"}
    assert difference(said_so(parties={"states": [benin, togo, nigeria]})) == [
        "+    - {state: TGO, since: 2009}"
    ]
    assert difference(said_so(parties={"states": [benin, nigeria, togo]})) == [
        "+    - state: TGO",
        "+      since: 2009",
    ]


def test_an_item_that_moves_keeps_how_it_was_typed() -> None:
    """Its comment and the breaks of its lines go along."""
    states = data_of(RECORD)["parties"]["states"]
    assert difference(said_so(parties={"states": states[::-1]})) == [
        "-    - {state: BEN, since: 2004-08-30}   # read",
        "+    - {state: BEN, since: 2004-08-30}   # read",
    ]
    lines = data_of(RECORD)["provisions"]
    made = said_so(provisions=lines[::-1])
    assert sorted(made.splitlines()) == sorted(RECORD.splitlines())


def test_the_first_key_of_an_item_gives_its_place_to_the_next() -> None:
    """An item whose first keys go keeps its dash."""
    lines = data_of(RECORD)["provisions"]
    del lines[1]["topics"]
    assert difference(said_so(provisions=lines)) == [
        "-  - topics: [assistance]",
        "-    ref: Art. 2",
        "+  - ref: Art. 2",
    ]


def test_a_long_text_is_folded() -> None:
    """A text too long for a line is folded as records fold them, and says what was typed."""
    lines = data_of(RECORD)["provisions"]
    lines[1]["says"] = "Doctors come, " * 12 + "and stay."
    made = said_so(provisions=lines)
    assert "    says: >-\n      Doctors come, Doctors" in made
    assert max(map(len, made.splitlines())) <= 120


def untouched(
    one: tuple[str, list, Any], other: tuple[str, list, Any]
) -> Iterator[tuple[str, str]]:
    """What stands in two texts for each key that says the same in both, its own letters
    included; each text goes with its tree and its data.
    """
    (text, tree, data), (made, after, wanted) = one, other
    for key in data.keys() & wanted.keys():
        (_, end, begin, *_), (_, last, first, *_) = tree[4][key], after[4][key]
        if data[key] == wanted[key]:
            yield text[begin:end], made[first:last]
        elif isinstance(data[key], dict) and isinstance(wanted[key], dict):
            yield from untouched(
                (text, tree[4][key], data[key]), (made, after[4][key], wanted[key])
            )


def test_whatever_is_changed_reads_back_and_nothing_else_changes():
    """Random changes, with texts that YAML would take for something else: what is written
    says what was meant, and what was not changed is typed as before.
    """
    asked, kept = [], 0
    for seed in range(40):
        chance = random.Random(seed)
        for text in [*chance.sample(texts(), 4), RECORD, WIDE]:
            asked.append(
                ("patched", source("x.yml", text), shuffled(data_of(text), chance))
            )
    for (_, given, wanted), made in zip(asked, run(*asked), strict=True):
        assert data_of(made) == wanted
        both = (
            (text, yaml_places.tree(text), data_of(text)) for text in (given["text"], made)
        )
        for one, other in untouched(*both):
            assert one == other
            kept += 1
    assert kept > 1000


def test_a_new_file_is_what_was_typed():
    """Keys and values of any shape and length become a file that reads back as them."""
    line = {
        "topics": ["assistance", "return"],
        "ref": "Art. 1",
        "says": "Victims are housed. " * 9 + "So.",
    }
    data = {
        "kind": "instrument",
        "official_titles": {
            "en": "A title: of " + "many words " * 9 + "in all",
            "fr": "Un titre",
        },
        "named_parties": ["BEN", "NGA", "TGO", "GHA"] * 15,
        "adopted": {"date": "2009", "place": "Abuja"},
        "provisions": [line, {**line, "says": "Short."}],
        "aliases": ["a b", "c: d"],
        **{f"key{number}": text for number, text in enumerate(TYPED)},
    }
    [made] = run(("begun", "# head\n", data))
    assert data_of(made) == data
    assert max(map(len, made.splitlines())) <= 120
    assert made.startswith("# head\nkind: instrument\nofficial_titles:\n  en: ")


@pytest.mark.parametrize("seed", range(8))
def test_the_differences_can_be_applied(tmp_path: Path, seed: int):
    """What is offered for a mail is what ``git apply`` takes."""
    chance = random.Random(seed)
    before = chance.choice(texts())
    wanted = shuffled(data_of(before), chance)
    [after] = run(("patched", source("x.yml", before), wanted))
    if after == before:
        return
    file = tmp_path / "x.yml"
    file.write_text(before, "utf-8", newline="\n")
    [told] = run(("unified", "x.yml", before, after))
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=told.encode(), check=True)
    assert file.read_bytes() == after.encode()
    [told] = run(("unified", "new.yml", "", after))
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=told.encode(), check=True)
    assert (tmp_path / "new.yml").read_bytes() == after.encode()
