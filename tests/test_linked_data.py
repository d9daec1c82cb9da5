"""What pages say of themselves as JSON-LD, read as RDF without a network."""

from __future__ import annotations

import json
import re

import pytest
from golden_case import GOLDEN
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF

from generators import data, html
from generators.corpus.addresses import Target, address
from generators.corpus.corpus import Corpus
from generators.data import linked_data
from generators.document.open_data import LICENCE_ADDRESS
from generators.translate.localizer import Localizer
from tests.sites import folder_of

# what rdflib's own reader of JSON-LD does is none of ours
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SITE = "https://site.example/"
SCHEMA = Namespace("https://schema.org/")
KEPT = GOLDEN / "linked-data.txt"
BLOCK = re.compile(r'<script type="application/ld\+json">([^<]*)</script>\n')


def read(corpus: Corpus, language: str, target: Target) -> Graph:
    """The block of a page, as a graph."""
    node = linked_data.page(Localizer(corpus, language), folder_of(language), target)
    (text,) = BLOCK.fullmatch(linked_data.script(SITE, node)).groups()
    return Graph().parse(data=text, format="json-ld")


def main(graph: Graph, language: str, target: Target) -> URIRef:
    """What the page is about."""
    page = URIRef(f"{SITE}{folder_of(language)}{address(target)}")
    assert (page, RDF.type, SCHEMA.WebPage) in graph
    assert (page, SCHEMA.inLanguage, Literal(language)) in graph
    return graph.value(page, SCHEMA.mainEntity)


def test_what_some_pages_say_is_as_it_is_kept(world: Corpus, pytestconfig):
    """Each key of a law, a text that does not bind, a mechanism, a topic and a State (``--update``)."""
    names = ("alpha/convention-2005", "alpha/declaration-2009", "alpha")
    targets = [*(Target("record", name) for name in names), Target("topic", "assistance")]
    targets.append(Target("state", "BEN"))
    blocks = [
        linked_data.script(SITE, linked_data.page(Localizer(world, "en"), "", each)) for each in targets
    ]
    said = [json.loads(BLOCK.fullmatch(each)[1]) for each in blocks]
    made = "".join(f"{json.dumps(each, ensure_ascii=False, indent=1)}\n" for each in said)
    if pytestconfig.getoption("update"):
        KEPT.write_text(made, "utf-8")
    assert made == KEPT.read_text("utf-8")


def test_every_page_of_the_small_world_is_read(world: Corpus):
    """Mechanisms are organisations, topics terms, States places; each page has its block."""
    kinds = {"topic": SCHEMA.DefinedTerm, "state": SCHEMA.Place}
    for page in html.build(world, "ar"):
        graph = read(world, "ar", page.target)
        thing = main(graph, "ar", page.target)
        kind = kinds.get(page.target.kind)
        if page.target.kind == "record" and page.target.name in world.mechanisms:
            kind = SCHEMA.Organization
        if page.target == Target("page", "data"):
            kind = SCHEMA.Dataset
        assert (thing is None) is (kind is None and page.target.kind != "record")
        if kind:
            assert (thing, RDF.type, kind) in graph


def said(world: Corpus, name: str, **changes: object) -> dict:
    """What the page of a record says of the text, where some of its fields are others."""
    corpus = Corpus(world.library, world.today, world.languages)
    before = corpus.records[name]
    corpus.records[name] = before.model_copy(update=changes)
    try:
        return linked_data.page(Localizer(corpus, "en"), "", Target("record", name))["mainEntity"]
    finally:
        corpus.records[name] = before


def test_what_nobody_has_read_is_not_said(world: Corpus):
    """A day that is recalled is left out; one that is read is as precise as it is known."""
    name = "alpha/convention-2005"
    adopted = world.records[name].adopted
    assert said(world, name)["legislationDate"] == adopted.date.text
    recalled = adopted.model_copy(update={"confidence": "recalled"})
    assert "legislationDate" not in said(world, name, adopted=recalled)


def test_force_is_said_where_it_was_established(world: Corpus):
    """In force where it binds today, not in force while it is a draft; nothing where that was not found."""
    force = {
        name: linked_data.page(Localizer(world, "en"), "", Target("record", name))["mainEntity"].get(
            "legislationLegalForce", {}
        )
        for name in world.records
    }
    assert force["alpha/convention-2005"] == {"@id": "https://schema.org/InForce"}
    for name, found in force.items():
        if found:
            assert world.records[name].binding
            assert found["@id"].endswith("/InForce") is world.binds(name)
            assert world.binds(name) or world.group(name) == "proposed"


def test_no_text_ends_the_block():
    """A text with the end of a script in it stays a text."""
    block = linked_data.script(SITE, {"name": "</script><script>steal()</script><!--"})
    (text,) = BLOCK.fullmatch(block).groups()
    assert json.loads(text)["name"] == "</script><script>steal()</script><!--"


def test_the_data_as_a_whole_is_a_dataset(world: Corpus):
    """The page of the data is about a dataset: each file of its language, and of all, that holds everything
    is there, with its address and its form.
    """
    node = linked_data.page(Localizer(world, "fr"), "fr/", Target("page", "data"))
    (text,) = BLOCK.fullmatch(linked_data.script(SITE, node)).groups()
    graph = Graph().parse(data=text, format="json-ld")
    whole = URIRef(f"{SITE}data/#this")
    assert (whole, RDF.type, SCHEMA.Dataset) in graph
    assert (whole, SCHEMA.license, URIRef(LICENCE_ADDRESS)) in graph
    found = {
        (str(graph.value(each, SCHEMA.contentUrl)), str(graph.value(each, SCHEMA.encodingFormat)))
        for each in graph.objects(whole, SCHEMA.distribution)
    }
    held = {f"fr/{path}" for path in data.writers(world, "fr", f"{SITE}fr/")} | {*data.common(world, SITE)}
    assert {address.removeprefix(SITE) for address, _ in found} <= held
    assert (f"{SITE}data/compendium.sqlite.gz", "application/gzip") in found
    assert (f"{SITE}fr/data/compendium.json.gz", "application/gzip") in found
