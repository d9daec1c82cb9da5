"""Volumes as values, before they are pages."""

from __future__ import annotations

import pytest

from generators.document.phrases import Phrases
from generators.pdf import volumes
from generators.translate import texts
from generators.translate.localizer import Localizer

PUBLIC = volumes.Public("https://example.org/", "https://example.org/code")


def texts_of(document: object) -> list[str]:
    """All texts of a document, in order."""
    if isinstance(document, str):
        return [document]
    if isinstance(document, dict):
        return [text for value in document.values() for text in texts_of(value)]
    return [text for value in document for text in texts_of(value)] if isinstance(document, list) else []


@pytest.fixture
def document(corpus_of):
    """The document of a volume of the base library with some files changed."""
    return lambda volume, language="en", files=None: volumes.document(
        Phrases(Localizer(corpus_of(files), language)), volume, PUBLIC
    )


def test_the_two_kinds_of_absence_are_kept_apart(document):
    """Of a topic that nobody has looked for, the volume says that nothing is known, not that the texts are
    silent.
    """
    said = texts_of(document("topics/investigation"))
    assert "We have found no rule on this topic yet." in said
    assert "Not read for this yet" in said
    assert "The text says nothing" not in said


def test_nothing_is_told_twice(document):
    """In the compendium each record has one chapter, and what leads to it finds it."""
    headings = [
        part
        for section in document("compendium")["sections"]
        for part in section["parts"]
        if part["k"] == "h" and part.get("id", "").startswith("instruments/")
    ]
    assert sorted(part["id"] for part in headings) == [
        "instruments/alpha/",
        "instruments/alpha/convention/",
        "instruments/alpha/plan/",
        "instruments/beta/",
        "instruments/beta/procedures/",
    ]


def test_a_volume_of_many_texts_tells_each_in_brief(world):
    """Of parties the year alone, no titles in other languages, not how to cite; on a topic the places of the
    texts, for each has its chapter. A volume of one text has all of it.
    """
    phrases = Phrases(Localizer(world, "en"))
    region, own = (
        "".join(texts_of(volumes.document(phrases, volume, PUBLIC)["sections"]))
        for volume in ("regions/africa", "records/alpha/convention-2005")
    )
    for said in ("How to cite this page", "Convention Alpha contre", "1 March 2008"):
        assert said in own
        assert said not in region
    assert "Joined: Beninstates/ben/ (2008)" in region.replace("src", "")
    first, *_ = volumes.document(phrases, "compendium", PUBLIC)["sections"]
    assert not [part for part in first["parts"] if part["k"] == "table"]
    assert "Binding and in force (" in "".join(texts_of(first))


def test_a_state_is_told_the_first_texts_and_where_others_speak(corpus_with):
    """Under each topic two sentences of each of the first five texts; the others by name, with their
    articles.
    """
    path = "instruments/alpha/convention-2005.yml"
    lines = [
        {"topics": ["assistance"], "ref": f"Art. {n}", "strength": "obligation", "says": f"Sentence {n}."}
        for n in (50, 51, 52, 53)
    ]
    corpus = corpus_with(base="world", edit={path: {"provisions": lines}})
    said = "".join(texts_of(volumes.document(Phrases(Localizer(corpus, "en")), "states/ben", PUBLIC)))
    assert "Sentence 51." in said
    assert "Sentence 52." not in said
    assert "Also: Alpha Convention, Art. 52, Art. 53" in said


def test_the_compendium_explains_the_field(world):
    """Everything is in the compendium: each indicator, each principle with what bears on it, each term with
    its form in every other language.
    """
    made = volumes.document(Phrases(Localizer(world, "fr")), "compendium", PUBLIC)
    said = texts_of(made)
    for name in ("indicators", "principles", "terms"):
        labels = {texts.word(world, name, code, "fr").text for code in world.vocabularies.of(name)}
        assert labels <= set(said), labels - set(said)
    assert any("art. 12, par. 1" in text for text in said)
    assert {"التعويض", "赔偿", "smuggling of migrants"} <= set(said)
