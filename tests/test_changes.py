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
from generators.site.shell import site_languages

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

    def git(self, *arguments: str, day: str = "2026-01-01") -> None:
        """Run git in the project; what it commits is of a day (ISO 8601)."""
        time = f"{day}T12:00:00+0000"
        commands.git(self.root, *arguments, GIT_AUTHOR_DATE=time, GIT_COMMITTER_DATE=time)

    def write(self, path: str, text: str) -> None:
        """Write a file of records."""
        file = self.root / "instruments" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def commit(self, day: str, path: str, text: str) -> None:
        """Write a file of records and commit it on a day (ISO 8601)."""
        self.write(path, text)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "x", day=day)

    def changes(self) -> list[tuple[str, str]]:
        """Each change as its day, and its line of the file without the day."""
        days_and_lines = []
        for change in history.changes(self.root, date(2026, 12, 31), GRADES):
            _, details = change.line.split("\t", 1)
            line = details.replace("\t", " ").strip()
            days_and_lines.append((change.day.isoformat(), line))
        return days_and_lines


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with one record."""
    with_whales = Project(tmp_path)
    with_whales.commit("2026-02-01", "alpha/whales.yml", RECORD)
    return with_whales


@pytest.mark.parametrize(
    ("old", "new", "expected"),
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
    project: Project, old: str, new: str, expected: list[str]
):
    """What a text says, how sure that is, and what was added are kept apart. What is for
    editors, or less sure than it was, does not count.
    """
    project.commit("2026-03-01", "alpha/whales.yml", RECORD.replace(old, new, 1))
    first, *rest = project.changes()
    assert first == ("2026-02-01", "alpha/whales added")
    assert rest == [("2026-03-01", f"alpha/whales {line}") for line in expected]


def test_contacts_of_a_state_are_added_by_number(project: Project):
    """A contact is a line, by its name; the day of looking is for editors."""
    contact = "  - {kind: helpline, name: Line, url: https://a.example/}\n"
    state = "kind: state\nlooked: 2026-02-01\ncontacts:\n"
    project.commit("2026-03-01", "states/sen.yml", state + contact)
    later = state.replace("02-01", "03-02") + contact + contact.replace("Line", "Other")
    project.commit("2026-03-02", "states/sen.yml", later)
    assert project.changes()[-1] == ("2026-03-02", "states/sen added contact:1")


def test_how_far_the_comparison_is_can_be_said(project: Project):
    """A reader of the progress is called for each edit, with the number of all."""
    project.commit("2026-03-01", "alpha/whales.yml", RECORD.replace("saved", "safe"))
    told: list[tuple[int, int]] = []
    history.changes(
        project.root, date(2026, 3, 3), GRADES, lambda *numbers: told.append(numbers)
    )
    assert told == [(0, 2), (1, 2)]


LAW = """\
kind: instrument
binding: true
status: signed-not-in-force
parties: {as_of: 2026-01, states: [{state: BEN}, {state: TGO}]}
provisions:
  - topics: [x]
    ref: Art. 13(1)
    says: At least 30 days.
    value: {days: 30, least: true}
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
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
    project: Project, old: str, new: str, expected: list[str]
):
    """Who joined and who left, the status of what binds, another number: where something
    was known before.
    """
    project.commit("2026-03-01", "alpha/law.yml", LAW)
    project.commit("2026-03-02", "alpha/law.yml", LAW.replace(old, new, 1))
    lines = [
        line.removeprefix("alpha/law ")
        for day, line in project.changes()
        if day == "2026-03-02"
    ]
    assert [line for line in lines if not line.startswith("corrected")] == expected
    assert "corrected parties" not in lines or not expected
    history.write(project.root, history.changes(project.root, date(2026, 3, 3), GRADES))
    assert change_file.read(project.root)[1] == []


def test_who_joined_and_left_on_a_day_did_neither(project: Project):
    """A slip that somebody corrected on the same day is not a change."""
    project.commit("2026-03-01", "alpha/law.yml", LAW)
    project.commit("2026-03-02", "alpha/law.yml", LAW.replace("TGO", "NGA"))
    assert ("2026-03-02", "alpha/law joined NGA") in project.changes()
    project.commit("2026-03-02", "alpha/law.yml", LAW)
    lines = " ".join(line for _, line in project.changes())
    assert "joined" not in lines
    assert "left" not in lines


def test_a_day_is_told_once(project: Project):
    """A record that was added has no further line on that day. Changes of one day are one
    line each. What is not committed is of today. Only records count.
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


def test_no_history_is_a_sentence_of_ours(tmp_path: Path, monkeypatch):
    """A folder without git's, and a machine without git; git's own words name neither."""
    with pytest.raises(history.NoHistoryError, match="needs a clone of the project"):
        history.changes(tmp_path, date(2026, 12, 31), GRADES)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(history.NoHistoryError, match="git is not installed here"):
        history.changes(tmp_path, date(2026, 12, 31), GRADES)


def test_the_file_holds_what_was_found(project: Project):
    """What is written is read again, and the same history gives the same bytes."""
    project.commit(
        "2026-03-01", "alpha/whales.yml", RECORD.replace("recalled}", "verified}")
    )
    written = history.changes(project.root, date(2026, 12, 31), GRADES)
    history.write(project.root, written)
    before = (project.root / change_file.FILE).read_bytes()
    read, problems = change_file.read(project.root)
    assert (list(read), problems) == (written, [])
    history.write(project.root, read)
    assert (project.root / change_file.FILE).read_bytes() == before


# -- over the corpus ---------------------------------------------------------------------


@pytest.fixture
def corpus_with_changes(corpus_of: Callable[..., Corpus]) -> Callable[[str], Corpus]:
    """The corpus of the base library with a file of changes."""
    return lambda lines: corpus_of({change_file.FILE: lines})


def test_what_is_there_no_more_is_not_told(corpus_with_changes: Callable[[str], Corpus]):
    """A record is known by its present id. One that went is only known as withdrawn. A
    plan that ended more than a year ago is not there.
    """
    corpus = corpus_with_changes(
        f"{FILE}2026-10-02\talpha/gone\tadded\t\n2026-10-03\talpha/gone\twithdrawn\t\n"
    )
    assert [(change.owner, change.what) for change in changes.listed(corpus)] == [
        ("alpha/convention", "corrected"),
        ("alpha/gone", "withdrawn"),
        ("alpha/plan", "added"),
    ]
    owners = ("beta", "alpha/plan", "alpha")
    lines = "".join(f"2026-10-01\t{owner}\tadded\t\n" for owner in owners)
    mixed = changes.listed(corpus_with_changes(lines))
    assert [change.owner for change in mixed] == ["alpha", "alpha/plan", "beta"]
    assert changes.last(corpus, "alpha/convention") == date(2026, 11, 2)
    assert changes.last(corpus, "beta") is None
    expired = ChangeRow(date(2011, 12, 31), "alpha/plan", "expired")
    assert expired not in changes.listed(corpus)


def feeds_of(corpus: Corpus, site: str) -> dict[str, bytes]:
    """The feeds of the site in English, by their paths."""
    writers = data.writers(corpus, "en", site)
    return {path: write() for path, write in writers.items() if path.endswith("feed.xml")}


def ids_of(feed: bytes) -> list[str]:
    """The ids of a feed and of its entries, in their order."""
    return [element.text for element in ElementTree.fromstring(feed).iter(f"{ATOM}id")]


def test_feeds_are_valid(corpus_with_changes: Callable[[str], Corpus]):
    """Each feed has what RFC 4287 asks for. Its links are absolute where the site's
    address is known.
    """
    feeds = feeds_of(corpus_with_changes(FILE), "https://a.example/")
    assert {"changes/feed.xml", "regions/africa/feed.xml"} <= {*feeds}
    assert all(path.startswith(("changes/", "regions/")) for path in feeds)
    for path, written in feeds.items():
        feed = ElementTree.fromstring(written)
        for element in (feed, *feed.iter(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"{ATOM}{name}")) == 1
        assert feed.find(f"{ATOM}author/{ATOM}name").text
        links = [link.get("href") for link in feed.iter(f"{ATOM}link")]
        assert all(link.startswith("https://a.example/") for link in links)
        assert f"https://a.example/{path}" in links


def test_feeds_keep_their_ids(corpus_with_changes: Callable[[str], Corpus]):
    """The ids of feeds differ. They stay when a change is added and the site moves."""
    first = feeds_of(corpus_with_changes(FILE), "https://a.example/")
    assert feeds_of(corpus_with_changes(FILE), "https://a.example/") == first
    ids = {ids_of(feed)[0] for feed in first.values()}
    assert len(ids) == len(first)
    longer_file = f"{FILE}2026-11-20\tbeta\tadded\t\n"
    moved = feeds_of(corpus_with_changes(longer_file), "https://b.example/")
    before = ids_of(first["changes/feed.xml"])
    after = ids_of(moved["changes/feed.xml"])
    assert after[0] == before[0]
    assert after[2:] == before[1:]


def test_a_second_change_on_one_day_is_an_entry_of_its_own(
    corpus_with_changes: Callable[[str], Corpus],
):
    """Readers of feeds pass over an id that they know (RFC 4287, 4.2.15)."""
    once = feeds_of(corpus_with_changes(FILE), "")["changes/feed.xml"]
    changed_file = FILE.replace("parties", "parties summary")
    twice = feeds_of(corpus_with_changes(changed_file), "")["changes/feed.xml"]
    _, convention_once, plan_once = ids_of(once)
    _, convention_twice, plan_twice = ids_of(twice)
    assert convention_once != convention_twice
    assert plan_once == plan_twice


def test_a_feed_has_the_newest_twenty(corpus_with_changes: Callable[[str], Corpus]):
    """A reader that asks once a week misses none. One page has all changes."""
    lines = "".join(
        f"2026-10-{day:02}\talpha/plan\tcorrected\tsummary\n" for day in range(1, 31)
    )
    feeds = feeds_of(corpus_with_changes(lines), "")
    feed = ElementTree.fromstring(feeds["changes/feed.xml"])
    days = [element.text[:10] for element in feed.iter(f"{ATOM}updated")][1:]
    assert days == [f"2026-10-{day}" for day in range(30, 10, -1)]


def test_a_topic_is_told_what_bears_on_it(corpus_of: Callable[..., Corpus]):
    """A record that speaks on it counts when it came, and when its lines changed. A
    silent one counts when that changed.
    """
    text = f"{TREATY}status: in-force\n"
    provision = "topics: [assistance], ref: Art. 1, strength: obligation, says: Help."
    speaking = f"{text}provisions: [{{{provision}}}]\n"
    silent = f"{text}read_in_full: true\nsilent: [assistance]\n"
    lines = (
        ("beta/speaks", "added", ""),
        ("beta/speaks", "corrected", "parties"),
        ("beta/speaks", "corrected", "provisions"),
        ("beta/silent", "added", ""),
        ("beta/silent", "corrected", "silent"),
        ("beta/other", "corrected", "provisions"),
    )
    further_lines = "".join(
        f"2026-11-0{day}\t{owner}\t{what}\t{parts}\n"
        for day, (owner, what, parts) in enumerate(lines, 1)
    )
    corpus = corpus_of(
        {
            change_file.FILE: f"{FILE}{further_lines}",
            "instruments/beta/speaks.yml": speaking,
            "instruments/beta/silent.yml": silent,
            "instruments/beta/other.yml": text,
        }
    )
    owners_and_days = [
        (change.owner, change.day.day)
        for change in changes.of_topic(corpus, "assistance")
        if "beta" in change.owner
    ]
    assert owners_and_days == [("beta/silent", 5), ("beta/speaks", 3), ("beta/speaks", 1)]


def test_a_state_is_told_what_concerns_it(corpus_of: Callable[..., Corpus]):
    """It is what binds it, and what its mechanisms did, binding or not; nothing of other
    texts.
    """
    treaty = f"{TREATY}status: in-force\n"
    further_lines = (
        "2026-11-03\tbeta/procedures\tadded\t\n2026-11-03\tbeta/treaty\tadded\t\n"
    )
    files = {
        change_file.FILE: f"{FILE}{further_lines}",
        "instruments/beta/treaty.yml": f"{treaty}parties: {{states: [{{state: BEN}}]}}\n",
    }
    owners = {change.owner for change in changes.of_state(corpus_of(files), "BEN")}
    assert owners == {"alpha/convention", "alpha/plan", "beta/treaty"}


def days_in_sitemap(written: str) -> dict[str, str]:
    """The pages of the default language in a sitemap, each with its day (or empty)."""
    pages = re.findall(
        r"<loc>https://a.example/([^<]*)</loc>(?:<lastmod>(.*?)</lastmod>)?<xhtml",
        written,
    )
    other_languages = tuple(f"{language}/" for language in LANGUAGES)
    return {path: day for path, day in pages if not path.startswith(other_languages)}


def test_the_sitemap_says_when_each_page_was_changed_last(
    corpus_with_changes: Callable[[str], Corpus],
):
    """A page has the day of the last change of its subject. A mechanism counts with what
    it adopted. A page without a subject or a history has no day.
    """
    corpus = corpus_with_changes(
        f"{FILE}2026-11-03\talpha/convention\tcorrected\tprovisions\n"
    )
    targets = [
        Target("record", "alpha/plan"),
        Target("record", "alpha"),
        Target("record", "beta"),
        Target("topic", "assistance"),
        Target("region", "africa"),
        Target("state", "BEN"),
        Target("state", "FJI"),
        Target("page", "plans"),
    ]
    days = {address(target): changes.last_on(corpus, target) for target in targets}
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
    written = sitemap("https://a.example/", site_languages(), days)
    expected = {path: day.isoformat() if day else "" for path, day in days.items()}
    assert days_in_sitemap(written) == expected


def test_a_feed_of_nothing_is_of_today(corpus_of: Callable[..., Corpus]):
    """Without a history a feed has no entries, and is still one."""
    feed = ElementTree.fromstring(data.writers(corpus_of(), "fr")["changes/feed.xml"]())
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.find(f"{ATOM}updated").text == f"{TODAY}T00:00:00Z"
    assert [link.get("href") for link in feed.iter(f"{ATOM}link")] == ["../changes/"]
