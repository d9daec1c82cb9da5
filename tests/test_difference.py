"""What differs between two states of the records, in words that an editor reads, and what
was not read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from commands import committed, run

from generators.corpus.corpus import Corpus
from generators.edit import difference

RECORD = """\
kind: instrument
type: policy
official_titles: {{en: A policy of the Alpha Community}}
short_title: Alpha policy
status: {status}
binding: false
summary: What {what} is.
provisions:
  - {{topics: [assistance], ref: Art. 1, strength: {strength}, says: Victims are housed for {days} days.}}
{lines}relations: {{related: [alpha/plan]}}
parties:
  as_of: 2026-01
  states: [{{state: BEN}}{states}]
confidence: recalled
"""
PATH, FRENCH = "instruments/alpha/policy.yml", "instruments/alpha/fr.po"
PO = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
USUAL = {
    "status": "adopted",
    "what": "it",
    "strength": "encouragement",
    "lines": "",
    "states": "",
    "days": "thirty",
}
SECOND = "  - {topics: [assistance], ref: Art. 2, strength: encouragement, says: Doctors come.}\n"
LONG = SECOND.replace("come", "come to whoever asks for one")

Compared = Callable[..., list[str]]


def record(**parts: str) -> str:
    """The record, with some parts in another state."""
    return RECORD.format(**USUAL | parts)


@pytest.fixture
def compared(corpus_of: Callable[..., Corpus]) -> Compared:
    """The lines that tell two libraries apart: the base library with some files, and with
    others.
    """

    def lines(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
        was = corpus_of(before)
        now = corpus_of(after, [path for path in before if path not in after])
        return [each.line for each in difference.differences(was, now)]

    return lines


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({}, {}, ""),
        ({"status": "draft"}, {}, "status: Draft → Adopted"),
        ({}, {"lines": SECOND}, "added: 1 provision (Art. 2)"),
        ({"lines": SECOND}, {}, "removed: 1 provision (Art. 2)"),
        ({}, {"strength": "principle"}, "Art. 1: strength: Encouragement → principle"),
        (
            {},
            {"days": "ninety"},
            "Art. 1: says: … are housed for thirty days. → … are housed for ninety days.",
        ),
        (
            {"lines": LONG},
            {"lines": LONG.replace("Doctors", "Nurses")},
            "Art. 2: says: Doctors come to whoever … → Nurses come to whoever …",
        ),
        ({}, {"states": ", {state: NGA, since: 2020}"}, "added: 1 party (Nigeria)"),
    ],
    ids="nothing code line-more line-less in-a-line in-a-text first-word State-more".split(),
)
def test_what_changed_is_said_under_the_shortest_name(
    compared: Compared, before: dict[str, str], after: dict[str, str], said: str
) -> None:
    """Codes by their labels, lines by their reference, parties by their code; of long
    texts the words that differ, with some around them. Where nothing differs, there is no
    line, whatever else stands in the files.
    """
    found = compared({PATH: record(**before)}, {PATH: record(**after) + "# a comment\n"})
    assert found == ([f"Alpha policy (alpha/policy): {said}"] if said else [])


def test_a_line_put_in_before_another_moves_nothing(compared: Compared) -> None:
    """Each is known by its reference."""
    changed = record(strength="principle").replace(
        "provisions:\n", f"provisions:\n{SECOND}"
    )
    (line,) = compared({PATH: record()}, {PATH: changed})
    assert line.endswith(
        ": added: 1 provision (Art. 2); Art. 1: strength: Encouragement → principle"
    )


CONTACTS = """\
kind: state
looked: 2026-11-20
contacts:
  - {{kind: coordination, name: National unit, language: en, publisher: The ministry,
     page: official, page_date: {day}, url: https://example.org/unit}}
{more}"""
LINE = """\
  - {kind: helpline, name_en: Child line, numbers: ["116"], subject: children,
     publisher: The line, page: official, page_date: 2026-05, url: https://example.org/a}
"""


def test_a_contact_is_told_with_its_state_and_its_name(compared: Compared) -> None:
    """Neither is left to be guessed from the code of a State and the place of a line."""
    path = "instruments/states/ben.yml"
    before = {path: CONTACTS.format(day="2026-05-01", more="")}
    more = {path: CONTACTS.format(day="2026-05-01", more=LINE)}
    later = {path: CONTACTS.format(day="2026-06-01", more="")}
    told = "Contacts: Benin (states/ben): "
    assert compared(before, more) == [f"{told}added: 1 contact (Child line)"]
    assert compared(more, before) == [f"{told}removed: 1 contact (Child line)"]
    changed = "National unit: page date: 2026-05-01 → 2026-06-01"
    assert compared(before, later) == [f"{told}{changed}"]


def test_a_new_record_says_what_it_holds(compared: Compared) -> None:
    """Of a record that was not there before, the numbers of its lines are said; of one
    that is gone too.
    """
    new = ["Alpha policy (alpha/policy): added: 1 provision"]
    assert compared({}, {PATH: record()}) == new
    assert compared({PATH: record()}, {}) == [new[0].replace("added", "removed")]


def test_what_translators_did_is_counted(compared: Compared) -> None:
    """Of a catalog, what was added, changed and reviewed is counted; a stale entry is
    nothing yet.
    """
    fuzzy = PO + '#, fuzzy\nmsgid "What it is."\nmsgstr "Ce que c\'est."\n'
    added = fuzzy + '\nmsgid "Alpha policy"\nmsgstr "Politique Alpha"\n'
    before = {PATH: record(), FRENCH: fuzzy}
    told = compared(before, {PATH: record(), FRENCH: added.replace("#, fuzzy\n", "")})
    assert told == [
        "Translations of alpha, fr (alpha/fr.po): 1 translation added; 1 translation "
        "reviewed"
    ]


def test_markdown_says_no_more_than_the_text(corpus_of: Callable[..., Corpus]) -> None:
    """What was typed into a record is no link, image, heading or call of somebody in a
    comment.
    """
    typed = record(what="**it** ![x](https://evil.example/a.png) @owner <b>")
    found = difference.markdown(
        difference.differences(corpus_of({PATH: record()}), corpus_of({PATH: typed}))
    )
    assert "#### Alpha policy (alpha/policy)\n\n- summary: " in found
    assert not any(
        bad in found for bad in ("![", "](", "https://", "@owner", "<b>", "**")
    )


def test_the_command_compares_with_a_commit(library_folder: Callable[..., Path]) -> None:
    """``compendium diff`` says what differs from a commit; a commit that there is not is
    one line, status 1.
    """
    root = library_folder({PATH: record(status="draft")})
    committed(root)
    (root / PATH).write_text(record(), "utf-8")
    told = run(root, "diff")
    assert (told.exit_code, told.stdout) == (
        0,
        "Alpha policy (alpha/policy): status: Draft → Adopted\n",
    )
    for name in ("v9", "", "HEAD^{tree}"):
        lost = run(root, "diff", name)
        assert lost.exit_code == 1
        assert lost.stderr == f"Error: there is no commit, branch or tag '{name}' here\n"


BROKEN = "kind: instrument\nsummary: it is: not YAML\n  - so: [\n"
UNREAD = "not read whole, so nothing is said here of what differs in them: {}; run 'compendium check'"


@pytest.fixture
def project(library_folder: Callable[..., Path]) -> Path:
    """A project with a record of two provisions and a catalog, committed."""
    french = PO + 'msgid "What it is."\nmsgstr "Ce que c\'est."\n'
    root = library_folder({PATH: record(lines=SECOND), FRENCH: french})
    committed(root)
    return root


def lines(root: Path, *options: str) -> list[str]:
    """What the command prints; it succeeds, for it is no check."""
    done = run(root, "diff", *options)
    assert done.exit_code == 0, done.output
    return done.stdout.splitlines()


def in_a_field(text: str) -> str:
    return text.replace("strength: encouragement", "strength: {a: b}")


@pytest.mark.parametrize(
    "broken", [lambda text: BROKEN, in_a_field], ids=["as a whole", "in a field"]
)
def test_what_cannot_be_read_is_not_called_removed(
    project: Path, broken: Callable[[str], str]
) -> None:
    """Of a file with a mistake it is said first that it was not read, and not that its
    lines are gone; what differs elsewhere is told.
    """
    (project / PATH).write_text(broken((project / PATH).read_text("utf-8")), "utf-8")
    plan = project / "instruments/alpha/plan.yml"
    plan.write_text(
        plan.read_text("utf-8").replace("status: adopted", "status: draft"), "utf-8"
    )
    first, second = lines(project)
    assert first == UNREAD.format(PATH)
    assert "(alpha/plan): status: " in second
    paragraph, _, heading, *_ = lines(project, "--markdown")
    assert paragraph == first
    assert heading.startswith("#### ")
    assert "removed" not in "\n".join(lines(project, "--markdown"))


@pytest.mark.parametrize("target", ["/etc/passwd", "../../..", "convention.yml"])
def test_a_link_in_the_base_is_left_out(project: Path, target: str) -> None:
    """A link is no record, wherever it leads."""
    (project / "instruments/alpha/link.yml").symlink_to(target)
    committed(project)
    (project / "instruments/alpha/link.yml").unlink()
    assert lines(project) == ["No record differs."]


def test_where_nothing_else_differs_nothing_is_called_the_same(project: Path) -> None:
    """What was not read may differ."""
    (project / PATH).write_text(BROKEN, "utf-8")
    assert lines(project) == [UNREAD.format(PATH)]


def test_a_file_that_is_gone_is_called_so(project: Path) -> None:
    """Also a list that the site needs, of which the check says that it is missing."""
    (project / "instruments/vocabulary/statuses.yml").unlink()
    assert [line for line in lines(project) if "(vocabulary/statuses): " in line]
