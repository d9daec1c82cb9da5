"""The form in a browser, on the small library with everything in it: what is changed is changed and nothing
else, a new file passes every check, and all of it works from the keyboard, from right to left, on a phone.
"""

from __future__ import annotations

import re
from pathlib import Path

import golden_case
import pytest
from barriers import barriers
from browsing import Open, eventually
from conftest import BASE, LANGUAGES, TODAY
from playwright.sync_api import Locator, Page, expect

from generators import checks
from generators.corpus import library
from generators.corpus.corpus import Corpus

pytestmark = pytest.mark.browser

CONVENTION = "alpha/convention-2005"
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
    return changes(page).evaluate_all("all => all.map(each => each.textContent.trimEnd())")


def saved(page: Page) -> str:
    """The file that the form hands over."""
    with page.expect_download() as found:
        page.get_by_role("button", name="Download the file").click()
    return Path(found.value.path()).read_text("utf-8")


def test_a_date_is_changed_and_nothing_else(open_small: Open):
    """Open, change one date, save: one line of difference, with quotes, comments and order as they were."""
    page = open_small(f"edit/?record={CONVENTION}")
    expect(page.get_by_text("Nothing has been changed yet.")).to_be_visible()
    expect(page.get_by_role("button", name="Download the file")).to_be_hidden()
    field(page, "In force").fill("2009-02-30")
    expect(field(page, "In force")).to_have_attribute("aria-invalid", "true")
    expect(
        page.get_by_role("button", name="In force: this day does not exist in the calendar")
    ).to_be_visible()
    field(page, "In force").fill("2009-04")
    expect(field(page, "In force")).to_have_attribute("aria-invalid", "false")
    eventually(page, lines, ["- in_force: 2008-02-01", "+ in_force: 2009-04"])
    assert saved(page) == SOURCE.replace("in_force: 2008-02-01", "in_force: 2009-04")
    page.get_by_role("button", name="Undo all changes").click()
    expect(field(page, "In force")).to_have_value("2008-02-01")
    expect(page.get_by_text("Nothing has been changed yet.")).to_be_visible()


def test_a_party_is_added(open_small: Open):
    """A State is found by a name of it, and stands as a line of its own, written as its neighbour is; nobody
    has said yet where it was read, so the line asks for that, and is no surer than from memory.
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
    eventually(page, lines, ["+     - {state: SEN, since: 2011-05, confidence: recalled}"])
    added.get_by_role("button", name="Remove").click()
    eventually(page, lines, [])


def test_a_line_is_moved_and_a_topic_ticked(open_small: Open):
    """Lines whose order says something can be moved; the definition of a ticked code is shown."""
    page = open_small(f"edit/?record={CONVENTION}")
    provisions = fold(page, "provisions")
    first = provisions.locator(".lines > li").first
    expect(first.locator("summary").first).to_have_text("Art. 20 · Investigation · Encouragement")
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
    expect(provisions.locator(".lines > li").nth(1).locator("summary").first).to_contain_text("Art. 20")
    assert saved(page).index("Art. 12(1)") < saved(page).index("Art. 20")


def test_a_text_of_a_new_organisation_is_begun(open_small: Open, tmp_path: Path):
    """Who begins a text of an organisation that is not here yet describes each in a form, with parties and
    relations among the first fields of the text; the checks accept both.
    """
    page = open_small("edit/?new=mechanism")
    page.get_by_label(re.compile("^Name in the address")).fill("volta")
    page.get_by_label("Kind (needed)").select_option(index=1)
    page.locator("details[data-key='regions'] > summary").click()
    page.get_by_label("Africa", exact=True).check()
    page.get_by_label("Add: Official names").select_option("en")
    page.get_by_label("Official names: English").fill("Volta Forum")
    page.get_by_label("Confidence (needed)").select_option("recalled")
    expect(page.get_by_text("The form finds no mistake.")).to_be_visible()
    files = {"mechanism": saved(page)}
    page = open_small("edit/?new=instrument")
    for key in ("parties", "relations", "in_force"):
        expect(page.locator(f".fields > [data-key='{key}']")).to_be_visible()
    field(page, "Organisation or process").fill("Volta")
    expect(page.get_by_role("button", name="Organisation or process: not an id")).to_be_visible()
    field(page, "Organisation or process").fill("volta")
    field(page, "Name in the address").fill("agreement-2012")
    field(page, "Type").select_option(index=1)
    page.get_by_label("Add: Official titles").select_option("en")
    page.get_by_label("Official titles: English").fill("Volta Agreement")
    field(page, "Status").select_option("adopted")
    field(page, "Binding").select_option("false")
    field(page, "Confidence").select_option("recalled")
    expect(page.get_by_text("The form finds no mistake.")).to_be_visible()
    host = page.get_by_role("link", name="Open it on the code host")
    expect(host).to_have_attribute("href", re.compile(re.escape("/instruments/volta?filename=")))
    files["agreement-2012"] = saved(page)
    root = golden_case.write_project({"base": "world"}, tmp_path)
    (root / "instruments/volta").mkdir()
    for name, text in files.items():
        (root / f"instruments/volta/{name}.yml").write_text(text, "utf-8")
    found, problems = library.read(root, LANGUAGES)
    assert [*problems, *checks.run(Corpus(found, TODAY, LANGUAGES))] == []


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
    """From the page of a record to a changed file without a pointer; what is to be mended leads to its
    field, folded away or not.
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
    eventually(page, lambda page: lines(page)[1:], ["+ adopted: {date: 2005-13, place: Cotonou}"])
    summary.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Adopted › Date: this day does not exist in the calendar").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-key='adopted'] [data-key='date'] input")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("2005-12")
    expect(page.get_by_text("The form finds no mistake.")).to_be_visible()


def test_the_form_is_accessible_and_fits_a_phone(open_small: Open):
    """Nothing is in the way, with folds open, something wrong and a difference in sight; nothing is wider
    than a phone.
    """
    page = open_small(f"ar/edit/?record={CONVENTION}", width=360, scheme="dark")
    page.locator("[data-key='in_force'] input").fill("2008-02-31")
    page.locator(".fields").evaluate(
        "form => [...form.querySelectorAll(':scope > details')].forEach(each => { each.open = true; })"
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
    for address in ("edit/?record=../../x", "edit/?new=__proto__", "edit/?record=__proto__"):
        page = open_small(address)
        expect(page.get_by_role("alert")).to_have_text(re.compile("^No record, mechanism or item"))
    page = open_small("edit/")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.get_by_label("Which file?").fill("dakar-2010/lesson-listen")
    page.get_by_role("button", name="Open").click()
    expect(field(page, "Title")).not_to_have_value("")
    open_page = open_small("edit/")
    open_page.locator("a[href='?new=lesson']").click()
    expect(field(open_page, "Title")).to_be_visible()
    expect(open_page.get_by_label("Organisation or process")).to_have_count(0)
