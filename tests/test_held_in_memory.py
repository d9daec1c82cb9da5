"""What one reading of a large corpus keeps of it: nothing twice, and nothing that was looked at once."""

from __future__ import annotations

from pathlib import Path

import golden_case
from conftest import LANGUAGES, TODAY

from generators.corpus import library
from generators.corpus.corpus import Corpus
from generators.text.gettext_files import Remembered
from generators.translate import update


def test_who_counts_translations_leaves_the_catalogs_packed(tmp_path: Path):
    """How far all languages are translated is counted while one is built, which needs no other's texts."""
    root = golden_case.write_project({"base": "world"}, tmp_path / "project")
    read, _ = library.read(root, LANGUAGES)
    corpus = Corpus(read, TODAY, LANGUAGES)
    rows = update.coverage(corpus, LANGUAGES)
    assert sum(row.unreviewed + row.reviewed for row in rows)
    catalogs = corpus.library.catalogs.values()
    assert catalogs
    assert not [each.path for each in catalogs if isinstance(each, Remembered) and "_both" in vars(each)]
    assert {type(each) for each in catalogs} == {Remembered}
