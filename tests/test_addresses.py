"""Addresses and anchors: where things stand, that they stay there, and that pages hold
what is promised.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from commands import run
from conftest import PROJECT

from generators import html
from generators.corpus import addresses, anchors, published
from generators.corpus.addresses import FORMER_PAGES, Target, address, relative
from generators.corpus.corpus import Corpus

SOP = """\
kind: sop
type: procedures
title: Procedures
status: adopted
binding: false
provisions:
  - {topics: [assistance], ref: Section 4, strength: encouragement, says: Housing.}
steps:
  - {stage: identification, ref: Section 1, does: Ask in a safe place.}
  - {stage: identification, ref: Section 2, does: Write it down.}
sources:
  - {id: text, title: Text, url: https://example.org/text, kind: primary}
confidence: verified
"""
PLAN = """\
kind: action-plan
type: plan
title: Plan
status: adopted
binding: false
adopted: {date: 2008}
objectives:
  - {ref: Goal 1, says: Train the police.}
  - {says: Train judges.}
  - {id: consuls, ref: Goal 1, says: Train consuls.}
indicators:
  - {ref: Table 2, says: Officers trained.}
aliases: [alpha/former-plan]
confidence: recalled
"""
ITEM = "kind: lesson\ntitle: Ask first\nref: para. 2\nsays: Ask first.\nconfidence: recalled\n"
PRINCIPLES = """\
kind: vocabulary
of: principles
title: Principles
definition: What the list is for.
entries:
  - {id: p1, label: Human rights first, definition: They stand at the centre., topics: [assistance]}
  - {id: g1, label: Promotion of human rights, definition: Take steps., topics: [assistance]}
"""
FILES = {
    "instruments/beta/procedures.yml": SOP,
    "instruments/alpha/plan.yml": PLAN,
    "instruments/dakar-2010/lesson-ask.yml": ITEM,
    "instruments/vocabulary/principles.yml": PRINCIPLES,
}
LEGEND = {"TM", "signs", "TAKE"}
SECTION_OF_RECORD = re.compile(r"instruments/[^/]+/[^/]+/")


def ids(page: html.Page) -> list[str]:
    """The ids on a page."""
    return re.findall(r'\sid="?([^">\s]+)', page.render())


# -- addresses ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (Target("record", "au/plan"), "instruments/au/plan/"),
        (Target("record", "au", "sources"), "instruments/au/#sources"),
        (Target("record", "au/plan", "art-3"), "instruments/au/plan/#art-3"),
        (Target("item", "dakar-2010/lesson-ask"), "dakar-2010/#lesson-ask"),
        (Target("state", "BEN"), "states/ben/"),
        (Target("topic", "return", "au-plan"), "topics/return/#au-plan"),
        (Target("stage", "return"), "pathway/return/"),
        (Target("region", "africa"), "regions/africa/"),
        (Target("term", "return"), "terms/#return"),
        (Target("principle", "p1"), "principles/#p1"),
        (Target("indicator", "victims"), "monitoring/#victims"),
        (Target("pillar", "protection"), "topics/#protection"),
        (Target("rule", "words"), "rules/#words"),
        (Target("page"), ""),
        (Target("page", "plans", "africa"), "plans/#africa"),
    ],
)
def test_a_target_has_one_address(target: Target, expected: str) -> None:
    """These addresses are published: none of them may change."""
    assert address(target) == expected


def test_what_stands_on_a_page_takes_no_anchor_and_an_unknown_kind_is_an_error() -> None:
    """A term is a place on a page already; a slip in a kind is our mistake, and none goes
    by unseen.
    """
    with pytest.raises(ValueError, match="terms/#return"):
        address(Target("term", "return", "more"))
    with pytest.raises(KeyError):
        address(Target("tpoic", "return"))


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("", "", "./"),
        ("", "terms/#x", "terms/#x"),
        ("plans/", "", "../"),
        ("instruments/au/plan/", "states/ben/", "../../../states/ben/"),
    ],
)
def test_a_link_leads_from_one_address_to_another(
    here: str, there: str, link: str
) -> None:
    """Both stand below the same folder."""
    assert relative(here, there) == link


# -- anchors of lines --------------------------------------------------------------------


def test_each_line_of_a_record_has_its_anchor(corpus_of: Callable[..., Corpus]) -> None:
    """A provision and an objective are named by id, else by reference; a step by id, else
    counted; what has neither is counted among its like.
    """
    found = corpus_of(FILES).anchors
    assert found["beta/procedures"] == anchors.Anchors(
        ("section-4",), ("step-1", "step-2"), (), (), ("source-text",)
    )
    assert found["alpha/plan"].objectives == (
        "objectives-goal-1",
        "objectives-1",
        "objectives-consuls",
    )
    assert found["alpha/plan"].indicators == ("indicators-table-2",)


def test_a_line_put_in_moves_no_other(corpus_of: Callable[..., Corpus]) -> None:
    """A provision, and a step with an id, put in before all others leave every anchor as
    it was.
    """
    before = corpus_of(FILES).anchors["beta/procedures"]
    first = "  - {topics: [return], ref: Section 3, strength: encouragement, says: Way home.}\n"
    text = SOP.replace("provisions:\n", f"provisions:\n{first}")
    text = text.replace(
        "steps:\n",
        "steps:\n  - {id: wait, stage: identification, ref: Section 1, does: Wait.}\n",
    )
    after = corpus_of(FILES | {"instruments/beta/procedures.yml": text}).anchors[
        "beta/procedures"
    ]
    assert after.provisions == ("section-3", *before.provisions)
    assert after.steps == ("wait", *before.steps)


def test_a_line_that_asks_for_a_taken_anchor_takes_none_that_another_asks_for(
    corpus_of: Callable[..., Corpus],
) -> None:
    """Who clashes gets a free name: the id that a later line was published under stays
    that line's.
    """
    lines = "".join(
        f"  - {{{own}topics: [return], ref: Section 4, strength: encouragement, says: Food.}}\n"
        for own in ("", "", "id: section-4-2, ")
    )
    text = SOP[: SOP.index("  - {topics")] + lines + SOP[SOP.index("steps:") :]
    found = corpus_of({"instruments/beta/procedures.yml": text}).anchors[
        "beta/procedures"
    ]
    assert found.provisions == ("section-4", "section-4-3", "section-4-2")


def test_a_provision_takes_neither_a_step_s_anchor_nor_the_frame_s(
    corpus_of: Callable[..., Corpus],
) -> None:
    """Whatever check says, no page has an anchor twice: not the step's, the section's,
    the frame's.
    """
    lines = "".join(
        f"  - {{topics: [return], ref: {ref}, strength: encouragement, says: Food.}}\n"
        for ref in ("Step 1", "Content", "Steps", "Source text", "Search-slot")
    )
    text = SOP[: SOP.index("  - {topics")] + lines + SOP[SOP.index("steps:") :]
    corpus = corpus_of({"instruments/beta/procedures.yml": text})
    page = next(
        page
        for page in html.build(corpus, "en")
        if page.address == "instruments/beta/procedures/"
    )
    found = ids(page)
    assert {
        "step-1",
        "provision-step-1",
        "content-2",
        "steps-2",
        "provision-source-text",
    } <= set(found)
    assert len(found) == len(set(found))
    assert "content" not in found


# -- pages hold what is promised ---------------------------------------------------------


def test_everything_published_stands_on_its_page(
    corpus_of: Callable[..., Corpus],
) -> None:
    """Each address that the corpus publishes is a generated page, a hand-written one or a
    former address, and each anchor stands on it; and each generated page is published.
    """
    corpus = corpus_of(FILES)
    pages = {page.address: {*ids(page), ""} for page in html.build(corpus, "en")}
    promised = {
        address(target).partition("#")[::2] for target in published.published(corpus)
    }
    elsewhere = {
        ("about/", ""),
        ("contribute/", ""),
        ("tour/", ""),
        ("instruments/alpha/former-plan/", ""),
    }
    elsewhere |= {(f"{name}/", "") for name in FORMER_PAGES}
    missing = {
        (page, anchor) for page, anchor in promised if anchor not in pages.get(page, ())
    }
    assert missing == elsewhere
    assert set(pages) <= {page for page, _ in promised}


def test_the_pages_are_known_before_they_are_made(
    corpus_of: Callable[..., Corpus],
) -> None:
    """Whoever asks where pages stand need not make them: the addresses are those of the
    generated pages.
    """
    corpus = corpus_of(FILES)
    assert published.pages(corpus) == {page.address for page in html.build(corpus, "en")}


def test_ids_of_a_page_are_no_names_for_lines(corpus_of: Callable[..., Corpus]) -> None:
    """What a template calls its sections and forms is kept from the lines and entries of
    the same page.
    """
    corpus = corpus_of(FILES)
    promised = {address(target) for target in published.published(corpus)}
    kept = {
        "terms/": anchors.OF_PAGES["terms"],
        "principles/": anchors.OF_PAGES["principles"],
        "monitoring/": anchors.OF_PAGES["indicators"],
        "topics/": anchors.OF_PAGES["pillars"],
        "dakar-2010/": anchors.OF_PAGES["items"],
    }
    for page in html.build(corpus, "en"):
        own = {
            each for each in ids(page) if f"{page.address}#{each}" not in promised
        } - LEGEND
        if SECTION_OF_RECORD.fullmatch(page.address):
            assert own <= {*anchors.SECTIONS}, page.address
        elif page.address.startswith("topics/") and page.address != "topics/":
            assert own <= {*anchors.OF_PAGES["regions"]}, page.address
        elif page.address in kept:
            assert own <= {*kept[page.address]}, page.address
    frame = (PROJECT / "overrides/main.html").read_text("utf-8")
    assert set(re.findall(r'\sid="([^"]+)"', frame)) <= {*anchors.FRAME}


def test_the_command_lists_all_addresses(library_folder) -> None:
    """One line an address, sorted, those of the rules among them; and where a file cannot
    be read, the problem and nothing else.
    """
    root = library_folder(FILES)
    done = run(root, "addresses")
    lines = done.output.splitlines()
    assert done.exit_code == 0
    assert lines == sorted(set(lines))
    assert {
        "/",
        "/instruments/beta/procedures/#step-2",
        "/states/ben/",
        "/rules/#words",
    } <= set(lines)
    (root / "instruments/beta/procedures.yml").write_text("kind: [", encoding="utf-8")
    done = run(root, "addresses")
    assert done.exit_code == 1
    assert "/states/" not in done.output


def test_no_address_is_written_out_elsewhere() -> None:
    """Templates and modules say what they link to: an address stands in ``addresses``
    alone.
    """
    names = "|".join(filter(None, (*addresses.PAGES, "regions")))
    written = re.compile(
        rf"""["'](?:(?:{names})/["'#]|(?:topics|pathway|states|regions)/{{|(?:step|source)-["'{{])"""
    )
    folders = [
        PROJECT / "generators" / folder for folder in ("html", "pdf", "search", "site")
    ]
    files = [
        file
        for folder in folders
        for kind in ("*.py", "*.j2")
        for file in folder.rglob(kind)
    ]
    files.append(PROJECT / "overrides/main.html")
    assert len(files) > 50
    found = [
        f"{file.relative_to(PROJECT)}:{number}: {line.strip()[:80]}"
        for file in files
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if written.search(line)
    ]
    assert found == []
