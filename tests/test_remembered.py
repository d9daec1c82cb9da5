"""The memory of catalogs."""

from __future__ import annotations

from pathlib import Path

from generators.text import gettext_files
from generators.text.catalog_cache import Memory

PO = (
    'msgid ""\nmsgstr "Language: fr\\n"\n\n#. x title\n#, fuzzy\nmsgid "return"\nmsgstr "retour"\n\n'
    '#~ msgid "go"\n#~ msgstr "aller"\n'
)


def read(root: Path, text: str):
    """Reads a catalog through the memory of its project, twice, and gives both readings."""
    file = root / "fr.po"
    file.write_text(text, "utf-8")
    found = []
    for _ in range(2):
        memory = Memory(root / ".build" / "catalogs.marshal")
        found.append(gettext_files.read(file, root, "fr", memory))
        memory.save()
    return found


def test_a_remembered_catalog_is_the_one_that_was_parsed(tmp_path):
    """The second reading of the same bytes gives an equal catalog, from memory."""
    (parsed, problems), (remembered, none) = read(tmp_path, PO)
    assert problems == none == []
    assert remembered == parsed
    assert Memory(tmp_path / ".build" / "catalogs.marshal").find(PO) is not None


def test_a_changed_catalog_is_parsed_again(tmp_path):
    """Other bytes are never answered from memory."""
    read(tmp_path, PO)
    (first, _), (second, _) = read(tmp_path, PO.replace("retour", "le retour"))
    assert first.find("return").text == second.find("return").text == "le retour"


def test_a_broken_catalog_is_reported_each_time(tmp_path):
    """Problems are not remembered: they are found at every reading."""
    (_, first), (_, second) = read(tmp_path, PO.replace('"retour"', '"retour'))
    assert first == second
    assert first[0].line == 7


def test_a_broken_memory_is_forgotten(tmp_path):
    """A memory that cannot be read costs time and nothing else."""
    (tmp_path / ".build").mkdir()
    (tmp_path / ".build" / "catalogs.marshal").write_bytes(b"nonsense")
    assert read(tmp_path, PO)[1][0].find("return").text == "retour"
