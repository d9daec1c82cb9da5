"""What one reading of a large corpus keeps of it: nothing twice, and nothing that was looked at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import golden_case
from conftest import LANGUAGES, TODAY
from pydantic import BaseModel

from generators.corpus import library
from generators.corpus.corpus import Corpus
from generators.text.catalogs import Remembered
from generators.translate import update


def _models(value: object) -> Iterator[BaseModel]:
    """A model and all models within it."""
    if isinstance(value, BaseModel):
        yield value
        value = [*vars(value).values()]
    if isinstance(value, dict):
        value = [*value.values()]
    for each in value if isinstance(value, list | tuple) else ():
        yield from _models(each)


def test_models_share_the_set_of_keys_that_are_typed_in_them(world: Corpus):
    """Of hundreds of thousands of lines each had one of its own; which keys were typed is still known."""
    found = [model for record in world.records.values() for model in _models(record)]
    sets = [model.model_fields_set for model in found]
    assert len({id(each) for each in sets}) == len({*map(frozenset, sets)}) < len(sets)
    one = found[0].model_copy(update={"binding": None})
    assert one.model_fields_set is not found[0].model_fields_set
    for model in found:
        assert model.model_fields_set <= {*type(model).model_fields}
        assert "kind" in model.model_fields_set or not hasattr(model, "kind")


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
