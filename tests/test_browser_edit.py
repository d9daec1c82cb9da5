"""The form in a browser, on the small library with everything in it: what is changed is
changed and nothing else, a new file passes every check, and all of it works from the
keyboard, from right to left, on a phone.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import golden_case
import pytest
from barriers import barriers
from browsing import Open, eventually, until
from conftest import BASE, LANGUAGES, TODAY
from playwright.sync_api import Download, Locator, Page, expect

from generators import checks
from generators.corpus import library
from generators.corpus.corpus import Corpus

pytestmark = pytest.mark.browser

CONVENTION = "alpha/convention-2005"
DRAFTS = "sessionStorage.length"
SOURCE = (BASE.parent / "world" / "instruments" / f"{CONVENTION}.yml").read_text("utf-8")


def field(page: Page, name: str) -> Locator:
    """The control of a field, by how it is called."""
    return page.get_by_label(re.compile(rf"^{re.escape(name)}( \(needed\))?$"))


def fold(page: Page, name: str) -> Locator:
    """Opens a fold of the whole form, by the key of its field, and hands it over."""
    found = page.locator(
        f".fields > details[data-key='{name}'], .fields > .more > details[data-key='{name}']"
    )
    found.locator("summary").first.click()
    return found


def changes(page: Page) -> Locator:
    """The lines of the difference."""
    return page.locator(".diff :is(del, ins)")


def lines(page: Page) -> list[str]:
    """The lines of the difference that is shown, without what stands around them."""
    return changes(page).evaluate_all(
        "all => all.map(each => each.textContent.trimEnd())"
    )


def saved(page: Page) -> str:
    """The file that the form hands over."""
    with page.expect_download() as found:
        page.get_by_role("button", name="Download the file").click()
    return Path(found.value.path()).read_text("utf-8")


def test_a_date_is_changed_and_nothing_else(open_small: Open):
    """Open, change one date, save: one line of difference, with quotes, comments and
    order as they were.
    """
    page = open_small(f"edit/?record={CONVENTION}")
    expect(page.get_by_text("Nothing has been changed yet.")).to_be_visible()
    expect(page.get_by_role("button", name="Download the file")).to_be_hidden()
    field(page, "In force").fill("2009-02-30")
    expect(field(page, "In force")).to_have_attribute("aria-invalid", "true")
    expect(
        page.get_by_role(
            "button", name="In force: this day does not exist in the calendar"
        )
    ).to_be_visible()
    field(page, "In force").fill("2009-04")
    expect(field(page, "In force")).to_have_attribute("aria-invalid", "false")
    eventually(page, lines, ["- in_force: 2008-02-01", "+ in_force: 2009-04"])
    assert saved(page) == SOURCE.replace("in_force: 2008-02-01", "in_force: 2009-04")
    page.get_by_role("button", name="Undo all changes").click()
    expect(field(page, "In force")).to_have_value("2008-02-01")
    expect(page.get_by_text("Nothing has been changed yet.")).to_be_visible()


def test_a_party_is_added(open_small: Open):
    """A State is found by a name of it, and stands as a line of its own, written as its
    neighbour is; nobody has said yet where it was read, so the line asks for that, and is
    no surer than from memory.
    """
    page = open_small(f"edit/?record={CONVENTION}")
    parties = fold(page, "parties")
    states = parties.locator("details[data-key='states']")
    states.locator("summary").first.click()
    expect(states.locator(".lines > li")).to_have_count(5)
    states.get_by_role("button", name="Add: States").click()
    added = states.locator(".lines > li").last
    state = added.get_by_label("State (needed)")
    expect(state).to_be_focused()
    expect(added.get_by_text("Where did you read this?")).to_be_visible()
    state.fill("Republic of Senegal")
    state.press("Tab")
    expect(state).to_have_value("SEN")
    added.get_by_label("Since", exact=True).fill("2011-05")
    expect(added.locator("summary").first).to_have_text("Senegal · 2011-05")
    eventually(
        page, lines, ["+     - {state: SEN, since: 2011-05, confidence: recalled}"]
    )
    added.get_by_role("button", name="Remove").click()
    eventually(page, lines, [])


def test_a_line_is_moved_and_a_topic_ticked(open_small: Open):
    """Lines whose order says something can be moved; the definition of a ticked code is
    shown.
    """
    page = open_small(f"edit/?record={CONVENTION}")
    provisions = fold(page, "provisions")
    first = provisions.locator(".lines > li").first
    expect(first.locator("summary").first).to_have_text(
        "Art. 20 · Investigation · Encouragement"
    )
    first.locator("summary").first.click()
    topics = first.locator("details[data-key='topics']")
    topics.locator("summary").click()
    topics.get_by_label("Assistance").check()
    eventually(
        page,
        lambda page: [line.partition(", ref")[0] for line in lines(page)],
        ["-   - {topics: [investigation]", "+   - {topics: [investigation, assistance]"],
    )
    first.get_by_role("button", name="Move down").click()
    expect(
        provisions.locator(".lines > li").nth(1).locator("summary").first
    ).to_contain_text("Art. 20")
    assert saved(page).index("Art. 12(1)") < saved(page).index("Art. 20")


def test_a_text_is_begun_together_with_its_mechanism(open_small: Open, tmp_path: Path):
    """Who begins a text of an organisation that is not here yet describes both on one
    page, with parties and relations among the first fields, and hands in both; the checks
    accept them.
    """
    page = open_small("edit/?new=instrument")
    folder = field(page, "Organisation or process").first
    names = folder.locator("option").all_inner_texts()
    assert names[2:] == sorted(names[2:], key=str.casefold)
    for key in ("parties", "relations", "in_force"):
        expect(page.locator(f".fields > [data-key='{key}']")).to_be_visible()
    folder.select_option("A new one, which I describe here")
    along = page.locator(".along")
    along.get_by_label(re.compile("^Name in the address")).fill("volta")
    along.get_by_label("Kind (needed)").select_option(index=1)
    along.locator("details[data-key='regions'] > summary").click()
    along.get_by_label("Africa", exact=True).check()
    along.get_by_label("Add: Official names").select_option("en")
    along.get_by_label("Official names: English").fill("Volta Forum")
    along.get_by_label("Confidence (needed)").select_option("recalled")
    own = page.locator("form.fields > .field, form.fields > .place > .field")
    own.get_by_label(re.compile("^Name in the address")).last.fill("agreement-2012")
    own.get_by_label("Type (needed)").select_option(index=1)
    own.get_by_label("Add: Official titles").select_option("en")
    own.get_by_label("Official titles: English").fill("Volta Agreement")
    own.get_by_label("Status (needed)").select_option("adopted")
    own.get_by_label("Binding (needed)").select_option("false")
    own.get_by_label("Confidence (needed)").last.select_option("recalled")
    expect(page.get_by_text("The form finds no mistake.")).to_be_visible()
    taken: list[Download] = []
    page.on("download", lambda each: taken.append(each))
    page.get_by_role("button", name="Download the file").click()
    names = ["mechanism.yml", "agreement-2012.yml"]
    eventually(page, lambda _: [each.suggested_filename for each in taken], names)
    root = golden_case.write_project({"base": "world"}, tmp_path)
    (root / "instruments/volta").mkdir()
    for each in taken:
        each.save_as(root / "instruments/volta" / each.suggested_filename)
    found, problems = library.read(root, LANGUAGES)
    assert [*problems, *checks.run(Corpus(found, TODAY, LANGUAGES))] == []
    hosts = page.get_by_role("link", name="Open it on the code host")
    expect(hosts).to_have_count(2)
    assert all(
        "/instruments/volta?filename=" in each.get_attribute("href")
        for each in hosts.all()
    )


def test_a_draft_is_kept_only_when_asked_for(open_small: Open):
    """It waits in the tab, and is discarded in sight."""
    page = open_small(f"edit/?record={CONVENTION}")
    field(page, "Number").fill("ACTS 198")
    expect(changes(page)).to_have_count(2)
    assert page.evaluate(DRAFTS) == 0
    page.get_by_role("button", name="Keep a draft in this tab").click()
    until(page, f"{DRAFTS} === 1")
    page.reload()
    page.get_by_role("button", name="Go on with the draft").click()
    expect(field(page, "Number")).to_have_value("ACTS 198")
    expect(changes(page)).to_have_count(2)
    page.reload()
    page.get_by_role("button", name="Discard the draft").click()
    until(page, f"{DRAFTS} === 0")
    expect(field(page, "Number")).to_have_value("ACTS 197")


@pytest.mark.parametrize(
    "kept",
    ["not json", "null", "[]", '{"text": 1}', json.dumps({"text": SOURCE, "data": "x"})],
)
def test_a_broken_draft_frees_the_form(open_small: Open, kept: str):
    """What is kept and cannot be read is not offered, and the form is there."""
    page = open_small(f"edit/?record={CONVENTION}")
    page.evaluate(f"sessionStorage.setItem('edit:{CONVENTION}', {json.dumps(kept)})")
    page.reload()
    expect(field(page, "Number")).to_have_value("ACTS 197")
    expect(page.get_by_role("button", name="Go on with the draft")).to_have_count(0)


def test_a_draft_that_cannot_be_shown_is_dropped(open_small: Open):
    """Its values may be of another type; then the form is as the file is."""
    page = open_small(f"edit/?record={CONVENTION}")
    draft = json.dumps({"text": SOURCE, "data": [{"provisions": "x"}]})
    page.evaluate(f"sessionStorage.setItem('edit:{CONVENTION}', {json.dumps(draft)})")
    page.reload()
    page.get_by_role("button", name="Go on with the draft").click()
    until(page, f"{DRAFTS} === 0")
    expect(field(page, "Number")).to_have_value("ACTS 197")


def test_leaving_warns_while_something_is_not_handed_in(open_small: Open):
    """A page that was changed asks before it goes; one that was handed in does not."""
    page = open_small(f"edit/?record={CONVENTION}")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    field(page, "Number").fill("ACTS 198")
    expect(changes(page)).to_have_count(2)
    page.reload()
    assert asked == ["beforeunload"]
    field(page, "Number").fill("ACTS 198")
    expect(changes(page)).to_have_count(2)
    saved(page)
    page.reload()
    assert asked == ["beforeunload"]


def test_the_keyboard_alone_is_enough(open_small: Open):
    """From the page of a record to a changed file without a pointer; what is to be mended
    leads to its field, folded away or not.
    """
    page = open_small(f"instruments/{CONVENTION}/")
    page.get_by_role("link", name="Change this in a form").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/edit/?record=alpha/convention-2005")
    summary = page.locator(".fields > details[data-key='adopted'] > summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-key='adopted'] [data-key='date'] input")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("2005-13")
    eventually(
        page, lambda page: lines(page)[1:], ["+ adopted: {date: 2005-13, place: Cotonou}"]
    )
    summary.focus()
    page.keyboard.press("Enter")
    page.get_by_role(
        "button", name="Adopted › Date: this day does not exist in the calendar"
    ).focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-key='adopted'] [data-key='date'] input")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("2005-12")
    expect(page.get_by_text("The form finds no mistake.")).to_be_visible()


def test_the_form_is_accessible_and_fits_a_phone(open_small: Open):
    """Nothing is in the way, with folds open, something wrong and a difference in sight;
    nothing is wider than a phone.
    """
    page = open_small(f"ar/edit/?record={CONVENTION}", width=360, scheme="dark")
    page.locator("[data-key='in_force'] input").fill("2008-02-31")
    page.locator(".fields").evaluate(
        "form => [...form.querySelectorAll(':scope > details')].forEach(each => { "
        "each.open = true; })"
    )
    line = page.locator(".lines > li > details").first
    line.evaluate("each => { each.open = true; }")
    expect(line.locator("label").first).to_be_visible()
    expect(changes(page)).to_have_count(2)
    expect(page.locator(".mend button")).to_have_count(1)
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("html").get_attribute("dir") == "rtl"


def test_an_address_may_say_anything(open_small: Open):
    """What is no file is said; every file and every kind can be chosen."""
    for address in (
        "edit/?record=../../x",
        "edit/?new=__proto__",
        "edit/?record=__proto__",
    ):
        page = open_small(address)
        expect(page.get_by_role("alert")).to_have_text(
            re.compile("^No record, mechanism or item")
        )
    page = open_small("edit/")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.get_by_label("Which file?").fill("dakar-2010/lesson-listen")
    page.get_by_role("button", name="Open").click()
    expect(field(page, "Title")).not_to_have_value("")
    open_page = open_small("edit/")
    open_page.locator("a[href='?new=lesson']").click()
    expect(field(open_page, "Title")).to_be_visible()
    expect(open_page.get_by_label("Organisation or process")).to_have_count(0)


def test_a_change_can_be_sent_by_mail(open_small: Open):
    """Where the project has an address, the difference stands in a mail; a long one is
    offered to copy.
    """
    page = open_small("edit/")
    project = '{"edit": "https://code.example/edit/main/", "new": "", "mail": "editors@example.org"}'
    page.route("**/edit/project.json", lambda route: route.fulfill(body=project))
    page.goto(f"{page.url}?record={CONVENTION}")
    field(page, "Number").fill("ACTS 198")
    mail = page.get_by_role("link", name="Send the difference by mail")
    change = re.escape("-number%3A%20ACTS%20197%0A%2Bnumber%3A%20ACTS%20198%0A")
    expect(mail).to_have_attribute(
        "href",
        re.compile(rf"^mailto:editors@example\.org\?subject=instruments.*{change}"),
    )
    host = page.get_by_role("link", name="Open it on the code host")
    expect(host).to_have_attribute(
        "href", f"https://code.example/edit/main/instruments/{CONVENTION}.yml"
    )
    field(page, "Notes").fill("many words " * 300)
    expect(mail).to_be_hidden()
    expect(page.get_by_role("button", name="Copy the difference")).to_be_visible()
