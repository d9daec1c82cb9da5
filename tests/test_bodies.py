"""Who gets reports: which duties are of one body, whom it watches, and what it told States."""

from __future__ import annotations

from generators.corpus.corpus import Corpus
from generators.corpus.tables import Body, bodies, reviews, states_watched

RECORD = """\
kind: instrument
type: convention
official_titles: {{en: Text {n}}}
status: in-force
in_force: 2001
binding: true
about: {about}
reporting: {{to: {to}, to_mechanism: {mechanism}, by: states}}
parties: {{as_of: 2020, states: [{states}]}}
confidence: recalled
"""


def made(corpus_of, *records: tuple[str, str, str, str]) -> Corpus:
    """The base library with records: about what, to whom, to which mechanism, and who is party."""
    files = {
        f"instruments/alpha/text-{n}.yml": RECORD.format(
            n=n,
            about=about,
            to=to,
            mechanism=mechanism,
            states=", ".join(f"{{state: {each}}}" for each in of.split()),
        )
        for n, (about, to, mechanism, of) in enumerate(records)
    }
    kinds = {"court": "treaty-body", "union": "organisation"}
    for name, kind in kinds.items():
        files[f"instruments/{name}/mechanism.yml"] = (
            f"kind: {kind}\nregions: [africa]\nofficial_names: {{en: {name.title()}}}\nconfidence: recalled\n"
        )
    told = (
        "date: 2011",
        "under: alpha/text-1, date: 2012",
        "by: Council, date: 2013",
        "by: Chamber, date: 2014",
    )
    files["instruments/court/mechanism.yml"] += "reviews:\n" + "".join(
        f"  - {{state: BEN, what: case, {each}, confidence: reported, url: 'https://a.org/{number}'}}\n"
        for number, each in enumerate(told, 1)
    )
    return corpus_of(files)


def own(corpus: Corpus) -> list[Body]:
    """The bodies of the records made here."""
    return [body for body in bodies(corpus) if body.records[0].startswith("alpha/text-")]


def test_a_treaty_body_is_one_and_an_organisation_is_several(corpus_of):
    """What a text calls a treaty body does not matter; of an organisation it is all that tells them apart."""
    corpus = made(
        corpus_of,
        ("trafficking", "The Court", "court", "BEN GHA"),
        ("trafficking", "Judges", "court", "BEN NGA"),
        ("exploitation", "Council", "union", "BEN"),
        ("exploitation", "Office", "union", "BEN TGO"),
    )
    assert own(corpus) == [
        Body("court", ("alpha/text-0", "alpha/text-1")),
        Body("union", ("alpha/text-3",)),
        Body("union", ("alpha/text-2",)),
    ]


def test_a_body_that_may_act_stands_before_one_that_only_reads(corpus_of):
    """A visit, a complaint or a public finding helps whoever comes; then what is nearest to trafficking."""
    corpus = made(
        corpus_of,
        ("trafficking", "Reader", "union", "BEN GHA NGA"),
        ("framework", "The Court, visits: {ref: Art. 9}", "court", "BEN"),
        ("exploitation", "Judge, complaints: {ref: Art. 8}", "union", "BEN"),
    )
    assert [body.records for body in own(corpus)] == [("alpha/text-2",), ("alpha/text-1",), ("alpha/text-0",)]


def test_a_body_watches_every_state_that_is_party_to_one_of_its_texts(corpus_of):
    """A State counts once."""
    corpus = made(
        corpus_of,
        ("trafficking", "The Court", "court", "BEN GHA"),
        ("trafficking", "Judges", "court", "BEN NGA"),
    )
    assert [states_watched(corpus, body) for body in own(corpus)] == [3]


def test_what_a_body_told_is_its_own(corpus_of):
    """What has no organ and no text is the mechanism's; what another organ said is not its."""
    corpus = made(
        corpus_of,
        ("trafficking", "The Court", "court", "BEN"),
        ("trafficking", "Judges", "court", "BEN"),
        ("exploitation", "Council", "union", "BEN"),
    )
    found = {body.mechanism: [told.review.url[-1] for told in reviews(corpus, body)] for body in own(corpus)}
    assert found == {"court": ["2", "1"], "union": ["3"]}
