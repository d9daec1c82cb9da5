"""What changed: from a history to the file, from the file to pages and feeds."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import commands
import pytest
from conftest import LANGUAGES, TODAY
from shown import TREATY

from generators import data
from generators.corpus import change_file
from generators.corpus.addresses import Target, address
from generators.corpus.change_file import ChangeRow
from generators.corpus.corpus import Corpus
from generators.document import changes
from generators.edit import history
from generators.site.build import sitemap
from generators.site.shell import ShellContext, site_languages
from generators.translate.localizer import Localizer

GRADES = ("verified", "reported", "recalled")
RECORD = """\
kind: instrument
title: Convention on Whales
status: adopted
summary: What it is.
provisions:
  - {topics: [assistance], ref: Art. 1, says: Whales are saved., confidence: recalled}
  - {topics: [assistance], ref: Art. 2, says: All of them.}
confidence: reported
"""
ATOM = "{http://www.w3.org/2005/Atom}"
FILE = (
    "2026-10-01\talpha/plan\tadded\t\n2026-11-02\talpha/convention\tcorrected\tparties\n"
)


class Project:
    """A project under git, whose commits have a day."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.git("init", "-q", "-b", "main")

    def git(self, *asked: str, day: str = "2026-01-01") -> None:
        commands.git(
            self.root,
            *asked,
            **{
                f"GIT_{who}_DATE": f"{day}T12:00:00+0000"
                for who in ("AUTHOR", "COMMITTER")
            },
        )

    def write(self, path: str, text: str) -> None:
        file = self.root / "instruments" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def commit(self, day: str, path: str, text: str) -> None:
        self.write(path, text)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "x", day=day)

    def changes(self) -> list[tuple[str, str]]:
        """Each change as its day and what its line says behind its id."""
        found = history.changes(self.root, date(2026, 12, 31), GRADES)
        return [
            (each.day.isoformat(), each.line.split("\t", 1)[1].replace("\t", " ").strip())
            for each in found
        ]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.commit("2026-02-01", "alpha/whales.yml", RECORD)
    return made


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("saved", "saved by all", ["corrected provisions"]),
        ("status: adopted", "status: in-force", ["corrected dates"]),
        (
            "confidence: rep",
            "evaluations_looked: 2026-01\nconfidence: rep",
            ["corrected evaluations"],
        ),
        ("title: Convention on Whales", "title: Whales", ["corrected title"]),
        ("confidence: recalled}", "confidence: verified}", ["raised 1"]),
        ("confidence: reported", "confidence: verified", ["raised 2"]),
        ("confidence: reported", "confidence: recalled", []),
        ("confidence: reported", "confidence: reported\nnotes: For editors.", []),
        (
            "confidence: reported",
            "confidence: reported\nshort_titles: {fr: Baleines}",
            [],
        ),
        (
            "provisions:",
            "provisions:\n  - {topics: [x], ref: Art. 0, says: First.}",
            ["added provisions:1"],
        ),
        (
            "  - {topics: [assistance], ref: Art. 2, says: All of them.}\n",
            "",
            ["corrected provisions"],
        ),
    ],
)
def test_a_change_is_told_by_what_it_is(
    project: Project, old: str, new: str, said: list[str]
):
    """What a text says, how sure that is, and what was added are told apart; what is for
    editors, or less sure than it was, is not told.
    """
    project.commit("2026-03-01", "alpha/whales.yml", RECORD.replace(old, new, 1))
    first, *rest = project.changes()
    assert first == ("2026-02-01", "alpha/whales added")
    assert rest == [("2026-03-01", f"alpha/whales {each}") for each in said]


LAW = """\
kind: instrument
binding: true
status: signed-not-in-force
parties: {as_of: 2026-01, states: [{state: BEN}, {state: TGO}]}
provisions:
  - {topics: [x], ref: Art. 13(1), says: At least 30 days., value: {days: 30, least: true}}
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{state: TGO}", "{state: TGO}, {state: MLI}, {state: NGA}", ["joined MLI NGA"]),
        (
            "{state: BEN}, {state: TGO}",
            "{state: BEN, until: 2026-02}, {state: TGO}",
            ["left BEN"],
        ),
        (
            "status: signed-not",
            "in_force: 2026-02-01\nstatus: not",
            ["status not-in-force 2026-02-01"],
        ),
        ("status: signed-not", "in_force: 2026-02-01\nstatus: signed-not", []),
        ("binding: true\nstatus: signed", "binding: false\nstatus: adopted", []),
        ("days: 30", "days: 45, hours: 2", ["limit days:30 days:45,hours:2 Art. 13(1)"]),
        ("days: 30", "working-days: 20", ["limit days:30 working-days:20 Art. 13(1)"]),
        ("value: {days: 30, least: true}", "x: 1", []),
        ("parties: {as_of: 2026-01, states: [{state: BEN}, {state: TGO}]}\n", "", []),
        # members who are bound without being typed have not left
        (
            "as_of: 2026-01, states: [{state: BEN}, {state: TGO}]",
            "members_of: x, states: [{state: TGO}]",
            [],
        ),
    ],
)
def test_what_changed_in_law_is_told_in_full(
    project: Project, old: str, new: str, said: list[str]
):
    """Who joined and who left, the status of what binds, another number: where something
    was known before.
    """
    project.commit("2026-03-01", "alpha/law.yml", LAW)
    project.commit("2026-03-02", "alpha/law.yml", LAW.replace(old, new, 1))
    told = [
        each.removeprefix("alpha/law ")
        for day, each in project.changes()
        if day == "2026-03-02"
    ]
    assert [each for each in told if not each.startswith("corrected")] == said
    assert "corrected parties" not in told or not said
    history.write(project.root, history.changes(project.root, date(2026, 3, 3), GRADES))
    assert change_file.read(project.root)[1] == []


def test_who_joined_and_left_on_a_day_did_neither(project: Project):
    """A slip that was corrected on its day is no news."""
    project.commit("2026-03-01", "alpha/law.yml", LAW)
    project.commit("2026-03-02", "alpha/law.yml", LAW.replace("TGO", "NGA"))
    assert ("2026-03-02", "alpha/law joined NGA") in project.changes()
    project.commit("2026-03-02", "alpha/law.yml", LAW)
    assert not any(
        what in each for _, each in project.changes() for what in ("joined", "left")
    )


def test_a_day_is_told_once(project: Project):
    """Of a record that was added no more is said on that day; changes of one day are one
    line each; what is not committed is of today; what is no record is not told.
    """
    project.commit("2026-02-01", "alpha/whales.yml", RECORD.replace("saved", "counted"))
    project.commit("2026-03-01", "alpha/whales.yml", RECORD.replace("saved", "fed"))
    project.commit(
        "2026-03-01", "alpha/whales.yml", RECORD.replace("What it is.", "It is.")
    )
    project.commit("2026-03-01", "vocabulary/topics.yml", "kind: vocabulary\n")
    project.write("alpha/whales.yml", RECORD.replace("Art. 2", "Art. 3"))
    project.write("alpha/mechanism.yml", "kind: process\nname: Alpha\n")
    assert project.changes() == [
        ("2026-02-01", "alpha/whales added"),
        ("2026-03-01", "alpha/whales corrected provisions summary"),
        ("2026-12-31", "alpha added"),
        ("2026-12-31", "alpha/whales added provisions:1"),
        ("2026-12-31", "alpha/whales corrected provisions summary"),
    ]
    project.git("add", "-A")
    (project.root / "instruments/alpha/whales.yml").unlink()
    assert ("2026-12-31", "alpha/whales withdrawn") in project.changes()


def test_half_a_history_is_not_read(
    project: Project, tmp_path_factory: pytest.TempPathFactory
):
    """A clone that lacks commits, and a folder without a history, say so in a line."""
    project.commit("2026-03-01", "alpha/whales.yml", RECORD.replace("saved", "fed"))
    clone = tmp_path_factory.mktemp("clone")
    project.git("clone", "-q", "--depth", "1", project.root.as_uri(), str(clone / "here"))
    with pytest.raises(history.NoHistoryError, match="not whole"):
        history.changes(clone / "here", date(2026, 12, 31), GRADES)
    with pytest.raises(history.NoHistoryError, match="no history"):
        history.changes(clone, date(2026, 12, 31), GRADES)


def test_the_file_holds_what_was_found(project: Project):
    """What is written is read again, and the same history gives the same bytes."""
    project.commit(
        "2026-03-01", "alpha/whales.yml", RECORD.replace("recalled}", "verified}")
    )
    found = history.changes(project.root, date(2026, 12, 31), GRADES)
    history.write(project.root, found)
    before = (project.root / change_file.FILE).read_bytes()
    read, problems = change_file.read(project.root)
    assert (list(read), problems) == (found, [])
    history.write(project.root, read)
    assert (project.root / change_file.FILE).read_bytes() == before


# -- over the corpus ---------------------------------------------------------------------


@pytest.fixture
def told(corpus_of: Callable[..., Corpus]) -> Callable[[str], Corpus]:
    """The corpus of the base library with a file of changes."""
    return lambda lines: corpus_of({change_file.FILE: lines})


def test_what_is_there_no_more_is_not_told(told: Callable[[str], Corpus]):
    """A record is known by its present id, one that went only as withdrawn; a plan that
    ended within a year is told, on its day.
    """
    corpus = told(
        f"{FILE}2026-10-02\talpha/gone\tadded\t\n2026-10-03\talpha/gone\twithdrawn\t\n"
    )
    assert [(each.of, each.what) for each in changes.listed(corpus)] == [
        ("alpha/convention", "corrected"),
        ("alpha/gone", "withdrawn"),
        ("alpha/plan", "added"),
    ]
    mixed = told(
        "".join(f"2026-10-01\t{of}\tadded\t\n" for of in ("beta", "alpha/plan", "alpha"))
    )
    assert [each.of for each in changes.listed(mixed)] == ["alpha", "alpha/plan", "beta"]
    assert changes.last(corpus, "alpha/convention") == date(2026, 11, 2)
    assert changes.last(corpus, "beta") is None
    assert ChangeRow(date(2011, 12, 31), "alpha/plan", "expired") not in changes.listed(
        corpus
    )


def test_feeds_are_valid_and_keep_their_ids(told: Callable[[str], Corpus]):
    """Each feed has what RFC 4287 asks for; its ids differ from each other, and stay the
    same when more is added and the site moves; links are absolute where the site's
    address is known.
    """
    first, later, moved = (
        {path: write() for path, write in written.items() if path.endswith("feed.xml")}
        for written in (
            data.writers(told(FILE), "en", "https://a.example/"),
            data.writers(told(FILE), "en", "https://a.example/"),
            data.writers(
                told(f"{FILE}2026-11-20\tbeta\tadded\t\n"), "en", "https://b.example/"
            ),
        )
    )
    feeds = [*first]
    assert {"changes/feed.xml", "regions/africa/feed.xml"} <= {*feeds}
    assert all(each.startswith(("changes/", "regions/")) for each in feeds)
    for path in feeds:
        assert first[path] == later[path]
        feed = ElementTree.fromstring(first[path])
        for each in (feed, *feed.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(each.findall(f"{ATOM}{name}")) == 1
        assert feed.find(f"{ATOM}author/{ATOM}name").text
        links = [link.get("href") for link in feed.iter(f"{ATOM}link")]
        assert all(link.startswith("https://a.example/") for link in links)
        assert f"https://a.example/{path}" in links
    ids = [ElementTree.fromstring(first[path]).find(f"{ATOM}id").text for path in feeds]
    assert len({*ids}) == len(feeds)
    before, after = (
        [
            each.text
            for each in ElementTree.fromstring(made["changes/feed.xml"]).iter(f"{ATOM}id")
        ]
        for made in (first, moved)
    )
    assert after[0] == before[0]
    assert after[2:] == before[1:]


def test_a_second_change_on_one_day_is_an_entry_of_its_own(told: Callable[[str], Corpus]):
    """Readers of feeds pass over an id that they know (RFC 4287, 4.2.15)."""

    def ids(lines: str) -> list[str]:
        feed = ElementTree.fromstring(
            data.writers(told(lines), "en")["changes/feed.xml"]()
        )
        return [each.find(f"{ATOM}id").text for each in feed.iter(f"{ATOM}entry")]

    (before, plan), (after, still) = (
        ids(FILE),
        ids(FILE.replace("parties", "parties summary")),
    )
    assert before != after
    assert plan == still


def test_a_feed_has_the_newest_twenty(told: Callable[[str], Corpus]):
    """A reader that asks once a week misses none; the page of all changes has the rest."""
    lines = "".join(
        f"2026-10-{day:02}\talpha/plan\tcorrected\tsummary\n" for day in range(1, 31)
    )
    feed = ElementTree.fromstring(data.writers(told(lines), "en")["changes/feed.xml"]())
    days = [each.text[:10] for each in feed.iter(f"{ATOM}updated")][1:]
    assert days == [f"2026-10-{day}" for day in range(30, 10, -1)]


def test_a_topic_is_told_what_bears_on_it(corpus_of: Callable[..., Corpus]):
    """Of the records that speak on it what came and what their lines say, of silent ones
    that they are.
    """
    text = f"{TREATY}status: in-force\n"
    speaking = f"{text}provisions: [{{topics: [assistance], ref: Art. 1, strength: obligation, says: Help.}}]\n"
    lines = (
        ("beta/speaks", "added", ""),
        ("beta/speaks", "corrected", "parties"),
        ("beta/speaks", "corrected", "provisions"),
        ("beta/silent", "added", ""),
        ("beta/silent", "corrected", "silent"),
        ("beta/other", "corrected", "provisions"),
    )
    told = "".join(
        f"2026-11-0{day}\t{of}\t{what}\t{parts}\n"
        for day, (of, what, parts) in enumerate(lines, 1)
    )
    corpus = corpus_of(
        {
            change_file.FILE: f"{FILE}{told}",
            "instruments/beta/speaks.yml": speaking,
            "instruments/beta/silent.yml": f"{text}read_in_full: true\nsilent: [assistance]\n",
            "instruments/beta/other.yml": text,
        }
    )
    found = [
        (each.of, each.day.day)
        for each in changes.of_topic(corpus, "assistance")
        if "beta" in each.of
    ]
    assert found == [("beta/silent", 5), ("beta/speaks", 3), ("beta/speaks", 1)]


def test_a_state_is_told_what_concerns_it(corpus_of: Callable[..., Corpus]):
    """What binds it, whoever adopted it, and what its mechanisms did, binding or not;
    nothing of others.
    """
    treaty = f"{TREATY}status: in-force\n"
    files = {
        change_file.FILE: f"{FILE}2026-11-03\tbeta/procedures\tadded\t\n2026-11-03\tbeta/treaty\tadded\t\n",
        "instruments/beta/treaty.yml": f"{treaty}parties: {{states: [{{state: BEN}}]}}\n",
    }
    told = {each.of for each in changes.of_state(corpus_of(files), "BEN")}
    assert told == {"alpha/convention", "alpha/plan", "beta/treaty"}


def test_the_sitemap_says_when_each_page_was_changed_last(told: Callable[[str], Corpus]):
    """A record, its mechanism with what it adopted, a topic, a region, a State: each by
    its own last change; pages about nothing of their own, and those without a history,
    say no day.
    """
    corpus = told(f"{FILE}2026-11-03\talpha/convention\tcorrected\tprovisions\n")
    targets = [
        *(
            Target("record", "alpha/plan"),
            Target("record", "alpha"),
            Target("record", "beta"),
        ),
        *(
            Target("topic", "assistance"),
            Target("region", "africa"),
            Target("state", "BEN"),
        ),
        *(Target("state", "FJI"), Target("page", "plans")),
    ]
    days = {address(each): changes.last_on(corpus, each) for each in targets}
    assert days == {
        "instruments/alpha/plan/": date(2026, 10, 1),
        "instruments/alpha/": date(2026, 11, 3),
        "instruments/beta/": None,
        "topics/assistance/": date(2026, 11, 3),
        "regions/africa/": date(2026, 11, 3),
        "states/ben/": date(2026, 11, 3),
        "states/fji/": None,
        "plans/": None,
    }
    found = sitemap("https://a.example/", site_languages(), days)
    pages = re.findall(
        r"<loc>https://a.example/([^<]*)</loc>(?:<lastmod>(.*?)</lastmod>)?<xhtml", found
    )
    said = {
        path: day
        for path, day in pages
        if not path.startswith(tuple(f"{each}/" for each in LANGUAGES))
    }
    assert said == {path: day.isoformat() if day else "" for path, day in days.items()}


def test_a_feed_of_nothing_is_of_today(corpus_of: Callable[..., Corpus]):
    """Without a history a feed has no entries, and is still one."""
    feed = ElementTree.fromstring(data.writers(corpus_of(), "fr")["changes/feed.xml"]())
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.find(f"{ATOM}updated").text == f"{TODAY}T00:00:00Z"
    assert [link.get("href") for link in feed.iter(f"{ATOM}link")] == ["../changes/"]


def test_a_page_leads_to_the_feed_and_the_calendar_beside_it(
    corpus_of: Callable[..., Corpus],
):
    """Named by the page in words that are escaped."""
    beside = {f"{each}/feed.xml" for each in ("regions/africa", "changes")}
    shell = ShellContext(
        Localizer(corpus_of(), "fr"), (), "https://a.example/", "", "", None
    )
    found = shell.alternates(
        "regions/africa/", "<Alpha>", {*beside, "regions/africa/calendar.ics"}
    )
    assert re.findall('type="([^"]+)".*href="([^"]+)"', found) == [
        ("application/atom+xml", "feed.xml"),
        ("text/calendar", "calendar.ics"),
    ]
    assert found.count("&lt;Alpha&gt;") == 2
    assert shell.alternates("regions/africa/", "x", beside).count("<link") == 1
    assert shell.alternates("changes/", "x", beside).count("<link") == 1
    assert shell.alternates("states/ben/", "x", beside) == ""


def test_the_title_of_a_window_is_escaped(corpus_of: Callable[..., Corpus]):
    """What a record is called stands in the head of its page, where a browser would run
    markup.
    """
    shell = ShellContext(
        Localizer(corpus_of(), "en"), (), "https://a.example/", "", "", None
    )
    title = shell.window_title('</title><script>"', "states/ben/")
    assert title == "&lt;/title&gt;&lt;script&gt;&quot; · Dakar Compendium"
    assert shell.window_title("<b>", "") == "&lt;b&gt;"
    assert shell.window_title("<b>", "kept/") == "&lt;b&gt;"
