"""Blocks and runs for the typesetter: the parts of some volumes of the small library, in
``golden/paper`` (``--update`` writes them anew: read the difference), and on runs made by
hand what these volumes do not have.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from generators.corpus.addresses import Target
from generators.document.blocks import (
    Entries,
    Entry,
    Fact,
    Facts,
    Fold,
    Group,
    Paragraph,
    Row,
    Section,
    Table,
)
from generators.document.phrases import Phrases
from generators.document.runs import (
    DOT,
    Absence,
    Annotation,
    Avoided,
    Emphasis,
    Link,
    Outside,
    Reference,
    Shared,
    Strong,
    Text,
    TranslationSign,
)
from generators.pdf import volumes
from generators.pdf.runs import as_mapping
from generators.pdf.writer import PaperWriter
from generators.translate import texts
from generators.translate.localizer import Localizer

PUBLIC = volumes.PublicAddresses("https://example.org/", "https://example.org/code")
VOLUMES = {
    "record": "records/alpha/convention-2005",
    "procedures": "records/alpha/sop-2016",
    "topic-ar": "topics/reflection-period",
    "stage": "pathway/identification",
    "state": "states/ben",
    "mechanism": "mechanisms/alpha",
}
"""Volumes that have nearly every kind of block between them; what ends in a language is
in that language.
"""


@pytest.mark.parametrize("name", VOLUMES)
def test_the_parts_of_a_volume_are_as_they_are_kept(world, name, golden):
    """What the typesetter is given: the volume, and each part of its sections in a line
    of its own.
    """
    phrases = Phrases(Localizer(world, "ar" if name.endswith("-ar") else "en"))
    document = volumes.document(phrases, VOLUMES[name], PUBLIC)
    lines = [{**document, "sections": len(document["sections"])}]
    for section in document["sections"]:
        lines += [{**section, "parts": len(section["parts"])}, *section["parts"]]
    made = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
    golden(f"paper/{name}.jsonl", made)


def parts(*blocks: Any) -> list:
    return list(PaperWriter("ltr", "： ").parts(blocks, 1))


def test_a_fold_beside_a_fact_or_an_entry_stands_open():
    """Without its summary, for what it says follows."""
    fold = Fold(["gone"], [Paragraph(["f"])])
    (facts,) = parts(Facts([Fact(["a"], ["b"], [fold])]))
    assert facts["rows"] == [[["a"], ["b", DOT, "f"]]]
    (entries,) = parts(Entries([Entry(["a"], more=[fold])]))
    assert entries["items"][0]["b"][1:] == [{"k": "p", "t": ["f"], "c": "src"}]


@pytest.mark.parametrize(
    ("role", "columns"), [("comparison", 3), ("steps", 4), ("duties", 8), ("states", 3)]
)
def test_the_columns_of_a_table_share_its_width(role, columns):
    """Each kind of table has a share for every column that it has, and the shares are
    whole numbers.
    """
    (made,) = parts(Table([], [], [], role))
    assert len(made["w"]) == columns
    assert all(isinstance(share, int) and share > 0 for share in made["w"])


def test_a_row_of_a_list_of_states_has_a_name():
    """The foot of a page says the first and the last that is on it."""
    (made,) = parts(
        Table([], [], [Group([], [Row([[Paragraph([Shared(["a"]), "b"])]])])], "states")
    )
    assert [row["row"] for row in made["groups"][0]["rows"]] == ["ab"]


def test_the_heading_of_a_topic_is_found_by_the_index():
    """By its address, in a volume of several chapters; the heading itself leads nowhere."""
    section = Section([Shared([Link(["a"], Target("topic", "b"))])], [])
    assert [*PaperWriter("ltr", targets={"topics/b/"}).parts([section], 1)] == [
        {"k": "h", "l": 1, "t": [{"t": "a"}], "id": "topics/b/"}
    ]
    assert parts(section) == [{"k": "h", "l": 1, "t": ["a"]}]


ADDRESS = "https://e.org/"
PLAN = {"to": "instruments/alpha/plan/"}
OUT = {"t": ADDRESS, "url": ADDRESS, "k": "ref"}


@pytest.mark.parametrize(
    ("run", "written"),
    [
        (Text("a", "ar"), [{"t": "a", "l": "ar", "d": "rtl"}]),
        (Text("AC", "zxx"), ["AC"]),
        (TranslationSign("stale", "en", "w"), ["\u00a0", {"t": "en", "k": "mark"}]),
        (Avoided(["a"]), [{"t": "a", "k": "s"}]),
        (Annotation([Emphasis(["a"]), Text("b", "fr")]), [
            {"t": "a", "k": "i"}, {"t": "b", "l": "fr", "d": "ltr", "k": "src"}]),
        (Absence(silent=True), ["—"]),
        (Absence(silent=False), []),
        (Absence(True, "no"), ["no"]),
        (Link(["a", "b"], Target("record", "alpha/plan", "art-3")), [
            {"t": "a", **PLAN}, {"t": "b", **PLAN, "page": True}]),
        (Link(["a"], Target("topic", "return")), [{"t": "a", "to": "topics/return/"}]),
        (Link(["a"], Target("record", "alpha/other")), ["a"]),
        (Outside([Reference(ADDRESS)], ADDRESS), [OUT]),
        (Outside([Reference(ADDRESS), "b"], ADDRESS), [ADDRESS, "b", " ", OUT]),
        (Shared(["a", Strong(["b"])]), ["a", {"t": "b", "k": "b"}]),
    ],
)  # fmt: skip
def test_a_run_is_written_as_what_it_is(run, written):
    """A link is its chapter (of a text with the page) or its address; what leads nowhere
    is its words.
    """
    assert (
        PaperWriter("ltr", targets={"instruments/alpha/plan/", "topics/return/"}).runs(
            [run]
        )
        == written
    )


def test_a_place_keeps_its_order_in_a_line_from_the_right():
    """It is set apart there, and is plain text elsewhere."""
    assert PaperWriter("rtl").runs([Reference("12(1)")]) == [{"t": "12(1)", "k": "ref"}]


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("المادة 6، الفقرة 3(أ)", ["، ", "("]),
        ("الاتفاقية رقم 29 · المادة 1A: نص", [" · ", ": "]),
        ("نسبة 1.5 و2011/36 و12:30", []),
        ("اتفاقية B-57، المادة", []),
    ],
)
def test_signs_after_a_number_are_runs_of_their_own(text: str, signs: list[str]) -> None:
    """Else a search in an Arabic PDF does not find the number; a number stays whole."""
    for run in (text, Reference(text), Text(text, "ar")):
        written = [as_mapping(part) for part in PaperWriter("rtl").runs([run])]
        assert "".join(part["t"] for part in written) == text
        stops = [part["t"] for part in written if "stop" in part]
        assert stops == [sign.rstrip() for sign in signs]
    assert PaperWriter("ltr").runs([text]) == [text]


# -- volumes as values -------------------------------------------------------------------


def texts_of(document: object) -> list[str]:
    """All texts of a document, in order."""
    if isinstance(document, str):
        return [document]
    if isinstance(document, dict):
        return [text for value in document.values() for text in texts_of(value)]
    return (
        [text for value in document for text in texts_of(value)]
        if isinstance(document, list)
        else []
    )


@pytest.fixture
def document(corpus_of):
    """The document of a volume of the base library with some files changed."""
    return lambda volume, language="en", files=None: volumes.document(
        Phrases(Localizer(corpus_of(files), language)), volume, PUBLIC
    )


def test_the_two_kinds_of_absence_are_kept_apart(document):
    """Of a topic that nobody has looked for, the volume says that nothing is known, not
    that the texts are silent.
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
    """Of parties the year alone, no titles in other languages, not how to cite; on a
    topic the places of the texts, for each has its chapter. A volume of one text has all
    of it.
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
    """Under each topic two sentences of each of the first five texts; the others by name,
    with their articles.
    """
    path = "instruments/alpha/convention-2005.yml"
    lines = [
        {
            "topics": ["assistance"],
            "ref": f"Art. {n}",
            "strength": "obligation",
            "says": f"Sentence {n}.",
        }
        for n in (50, 51, 52, 53)
    ]
    corpus = corpus_with(base="world", edit={path: {"provisions": lines}})
    said = "".join(
        texts_of(volumes.document(Phrases(Localizer(corpus, "en")), "states/ben", PUBLIC))
    )
    assert "Sentence 51." in said
    assert "Sentence 52." not in said
    assert "Also: Alpha Convention, Art. 52, Art. 53" in said


def test_the_compendium_explains_the_field(world):
    """Everything is in the compendium: each indicator, each principle with what bears on
    it, each term with its form in every other language.
    """
    made = volumes.document(Phrases(Localizer(world, "fr")), "compendium", PUBLIC)
    said = texts_of(made)
    for name in ("indicators", "principles", "terms"):
        labels = {
            texts.word(world, name, code, "fr").text
            for code in world.vocabularies.entries_of(name)
        }
        assert labels <= set(said), labels - set(said)
    assert any("art. 12, par. 1" in text for text in said)
    assert {"التعويض", "赔偿", "smuggling of migrants"} <= set(said)
