"""The scripts of the form under node, beside their twins in Python: a text changed in the browser is the text
that ``compendium set`` makes.
"""

from __future__ import annotations

import random
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conftest import BASE
from editing import run
from test_patch import RECORD, TYPED, shuffled

from generators.edit.form import source
from generators.edit.patch import patched
from generators.text import yaml_files

WORLD = sorted((BASE.parent / "world" / "instruments").glob("*/*.yml"))
WIDE = 'title: "𝒜 🐋 whale"  # 🐋\nadopted: {date: 2009, place: 𠮷}\nsays: end\n'


def changed(data: Any, path: tuple, value: Any) -> Any:
    """A copy of data with the value at a path replaced."""
    if not path:
        return value
    key, *rest = path
    if isinstance(data, list):
        return [
            changed(each, tuple(rest), value) if place == key else each for place, each in enumerate(data)
        ]
    return {name: changed(each, tuple(rest), value) if name == key else each for name, each in data.items()}


def texts() -> list[str]:
    return [*(file.read_text("utf-8") for file in WORLD), RECORD, WIDE]


def test_the_places_say_what_the_file_says():
    """What travels to the browser says there what the file says, beside letters of two units too; it is
    changed by nothing where nothing changed.
    """
    sources = [source("x.yml", text) for text in texts()]
    data = [yaml_files.nodes(text).data for text in texts()]
    assert run(*(("said", each) for each in sources)) == data
    assert run(*(("patched", each, wanted) for each, wanted in zip(sources, data, strict=True))) == texts()


def test_whatever_is_changed_is_the_same_in_both_languages_of_the_code():
    """Random changes, with texts that YAML would take for something else: both patchers write the same, and
    it reads back as it was meant.
    """
    asked, wanted = [], []
    for seed in range(40):
        chance = random.Random(seed)
        for text in [*chance.sample(texts(), 4), RECORD, WIDE]:
            wanted.append(shuffled(yaml_files.nodes(text).data, chance))
            asked.append(("patched", source("x.yml", text), wanted[-1]))
    for (_, given, meant), made in zip(asked, run(*asked), strict=True):
        assert made == patched(given["text"], meant)
        assert yaml_files.nodes(made).data == meant


def test_a_new_file_is_what_was_typed():
    """Keys and values of any shape and length become a file that reads back as them."""
    line = {"topics": ["assistance", "return"], "ref": "Art. 1", "says": "Victims are housed. " * 9 + "So."}
    data = {
        "kind": "instrument",
        "official_titles": {"en": "A title: of " + "many words " * 9 + "in all", "fr": "Un titre"},
        "named_parties": ["BEN", "NGA", "TGO", "GHA"] * 15,
        "adopted": {"date": "2009", "place": "Abuja"},
        "provisions": [line, {**line, "says": "Short."}],
        "aliases": ["a b", "c: d"],
        **{f"key{number}": text for number, text in enumerate(TYPED)},
    }
    [made] = run(("begun", "# head\n", data))
    assert yaml_files.nodes(made).data == data
    assert max(map(len, made.splitlines())) <= 120
    assert made.startswith("# head\nkind: instrument\nofficial_titles:\n  en: ")
    one = "".join(f"{key}: {value}\n" for key, value in (("kind", "instrument"), ("x", "y")))
    assert (
        patched(one, {"kind": "instrument", **data})
        == "kind: instrument\n" + made.partition("instrument\n")[2]
    )


@pytest.mark.parametrize("seed", range(8))
def test_the_differences_can_be_applied(tmp_path: Path, seed: int):
    """What is offered for a mail is what ``git apply`` takes."""
    chance = random.Random(seed)
    before = chance.choice(texts())
    after = patched(before, shuffled(yaml_files.nodes(before).data, chance))
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
