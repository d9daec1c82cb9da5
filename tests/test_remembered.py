"""What is remembered between two runs: what files held, and what rules said of parts of
the corpus. It makes nothing but time; ``test_golden_problems`` judges each change with a
memory of what stood there before.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_case import write_project
from test_golden_problems import told

from generators import checks
from generators.corpus import inputs
from generators.text import gettext_files, yaml_files
from generators.text.memory import Memory

PO = (
    'msgid ""\nmsgstr "Language: fr\\n"\n\n#. x title\n#, fuzzy\nmsgid "return"\nmsgstr "retour à"\n\n'
    '#~ msgid "go"\n#~ msgstr "aller"\n'
)
YAML = "title: A\nlist:\n  - {a: é, b: [1, 2]}\n  - z\nlast:\n  x: >-\n    two\n    lines\n  y: end\n"
CODE = "this code"


def memory_of(root: Path, code: str = CODE) -> Memory:
    return Memory(root / ".build" / "files.memory", code)


def twice(root: Path, name: str, text: str):
    """Reads a file through the memory of its project, twice, and gives both readings."""
    (root / name).write_text(text, "utf-8")
    found = []
    for _ in range(2):
        memory = memory_of(root)
        if name.endswith(".po"):
            found.append(gettext_files.read(root / name, root, "fr", memory))
        else:
            found.append(yaml_files.read(root / name, root, memory))
        memory.save()
    return found


def values(catalog: gettext_files.Catalog) -> tuple:
    return (
        catalog.path,
        catalog.language,
        catalog.entries,
        catalog.obsolete,
        catalog.letters,
        catalog.digest,
    )


def test_a_remembered_catalog_is_the_one_that_was_parsed(tmp_path):
    """The second reading of the same bytes gives an equal catalog, from memory."""
    (parsed, problems), (remembered, none) = twice(tmp_path, "fr.po", PO)
    assert problems == none == []
    own, _ = gettext_files.read(tmp_path / "fr.po", tmp_path, "fr")
    assert values(remembered) == values(parsed) == values(own)
    assert parsed.letters == "à"


def test_a_remembered_record_is_the_one_that_was_parsed(tmp_path):
    """The second reading of the same bytes gives the same data, with the same lines."""
    (parsed, problems), (remembered, none) = twice(tmp_path, "a.yml", YAML)
    assert problems == none == []
    own, _ = yaml_files.read(tmp_path / "a.yml", tmp_path)
    assert type(remembered.spots) is type(parsed.spots) is not type(own.spots)
    assert remembered.spots() == parsed.spots() == own.spots()
    assert (remembered.data, remembered.letters, remembered.digest) == (
        own.data,
        own.letters,
        own.digest,
    )
    assert remembered.problem(("list", 0, "b", 1), "x").line == 3


def test_changed_bytes_are_parsed_again(tmp_path):
    """Other bytes are never answered from memory."""
    twice(tmp_path, "fr.po", PO)
    (first, _), (second, _) = twice(tmp_path, "fr.po", PO.replace("retour", "le retour"))
    assert first.find("return").text == second.find("return").text == "le retour à"
    twice(tmp_path, "a.yml", YAML)
    (first, _), (second, _) = twice(tmp_path, "a.yml", YAML.replace("A", "B"))
    assert first.data["title"] == second.data["title"] == "B"


def test_problems_are_found_at_each_reading(tmp_path):
    """What has a problem is not remembered."""
    (_, first), (_, second) = twice(tmp_path, "fr.po", PO.replace('à"', "à"))
    assert first == second
    assert first[0].line == 7
    (_, first), (_, second) = twice(tmp_path, "a.yml", YAML + "title: B\n")
    assert first == second
    assert first[0].line == 10


def test_other_code_forgets(tmp_path):
    """What other code made of the same bytes is not known."""
    memory = memory_of(tmp_path)
    memory.keep("a", 1)
    memory.save()
    assert memory_of(tmp_path).find("a") == 1
    assert memory_of(tmp_path, "other code").find("a") is None
    assert memory_of(tmp_path, "").find("a") is None


@pytest.mark.parametrize("broken", ["nonsense", "", "cut", "folder"])
def test_a_broken_memory_is_forgotten(tmp_path, broken):
    """A memory that cannot be read costs time and nothing else, and is made anew where it
    can be.
    """
    twice(tmp_path, "fr.po", PO)
    file = tmp_path / ".build" / "files.memory"
    whole = file.read_bytes()
    if broken == "folder":
        file.unlink()
        file.mkdir()
    else:
        file.write_bytes(whole[:-3] if broken == "cut" else broken.encode())
    assert twice(tmp_path, "fr.po", PO)[1][0].find("return").text == "retour à"
    assert broken == "folder" or file.read_bytes() == whole
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_a_turned_bit_anywhere_is_seen(tmp_path):
    """A memory of which one bit is another is thrown away: neither a text nor a verdict
    follows from it.
    """
    memory = memory_of(tmp_path)
    memory.keep("a", ["é", 7, ("b",)])
    memory.save()
    file = tmp_path / ".build" / "files.memory"
    whole = file.read_bytes()
    for place in range(len(whole)):
        for bit in range(8):
            file.write_bytes(
                whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :]
            )
            assert memory_of(tmp_path).find("a") is None
    file.write_bytes(whole)
    assert memory_of(tmp_path).find("a") == ["é", 7, ("b",)]


# -- a whole project ---------------------------------------------------------------------


def test_what_is_remembered_belongs_to_the_code_that_made_it(monkeypatch, tmp_path):
    """Other rules look at everything again."""
    root = write_project({"base": "base"}, tmp_path)
    told(root)
    before = (root / checks.MEMORY).read_bytes()
    monkeypatch.setattr(inputs, "code", lambda *folders: f"other {folders}")
    told(root)
    assert (root / checks.MEMORY).read_bytes() != before
