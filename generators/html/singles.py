"""The pages that there is one of: their titles, what describes them, and what their
templates are handed. The larger ones have modules of their own for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from generators import checks
from generators.corpus import cldr, tables
from generators.corpus.addresses import Target, feed
from generators.corpus.cldr import sort_key
from generators.corpus.comparisons import asked_of
from generators.corpus.downloads import Download
from generators.corpus.located import grouped
from generators.document import (
    changes,
    consultation,
    numbers,
    open_data,
    publisher,
    ready_comparisons,
    recognise,
    sentences,
    terms,
)
from generators.document.blocks import Entries, Fact, Facts
from generators.document.phrases import Phrases
from generators.document.record import subtitle
from generators.document.runs import Annotation, Link, Run, joined
from generators.html import (
    case_pages,
    data,
    plans,
    state_pages,
    status,
    text_pages,
    topic,
)
from generators.html import publisher as marks
from generators.html.file_links import FileLinks
from generators.html.folds import in_folds
from generators.html.layout import opening_and_rest
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter

# -- which there are ---------------------------------------------------------------------


def pages(factory: PageFactory) -> Iterator[Page]:
    """The pages that there is one of, each at the address of its name."""
    yield from _pages_of_topics(factory)
    yield from _pages_of_cases(factory)
    yield from _pages_of_texts(factory)
    yield from _pages_about(factory)
    yield from _pages_to_search(factory)
    yield from _pages_to_keep(factory)


def _pages_of_topics(factory: PageFactory) -> Iterator[Page]:
    """Home, and what texts say about what."""
    phrases = factory.phrases
    ui = factory.localizer.gettext
    lead = ui(
        "Regional standards, action plans and standard operating procedures against "
        "trafficking in persons, side by side, in seven languages"
    )
    yield factory.single("", "home", ui("The Dakar Compendium"), home_view, lead)
    lead = ui("What the texts say about each topic, side by side")
    yield factory.single("topics", "topics", ui("Topics"), topic.topics, lead, "topics")
    lead = ui(
        "Periods, time limits, intervals and ratifications that texts set, side by side"
    )
    yield factory.document(
        Target("page", "numbers"),
        "topics",
        ui("Numbers"),
        numbers.document,
        lead,
        crumbs=[phrases.page("topics", phrases.ui("Topics"))],
        jumps=False,  # its folds are the list
    )


def _pages_of_cases(factory: PageFactory) -> Iterator[Page]:
    """What is needed with a case in hand."""
    ui = factory.localizer.gettext
    single = factory.single
    lead = ui(
        "From the first sign to the last file: what the standard operating procedures "
        "ask at each stage"
    )
    yield single("pathway", "pathway", ui("A case"), case_pages.pathway, lead)
    title = ui("One case, one sheet")
    lead = ui(
        "Five questions on a case. The answer is one sheet: whom to call, what to do, "
        "and which articles bind each State"
    )
    yield single("case", "pathway", title, case_pages.case, lead, "needs")
    title = ui("Signs of trafficking")
    lead = ui("Signs of trafficking, first questions, what never to do, and whom to tell")
    yield single("recognise", "pathway", title, signs, lead)
    title = ui("The first days")
    lead = ui("What the texts ask in the first days of a case, by State")
    view = case_pages.any_state
    yield single("first-days", "pathway", title, view, lead, "first-days")
    lead = ui("What applies in each State")
    yield single("states", "states", ui("States"), state_pages.states, lead)


def _pages_of_texts(factory: PageFactory) -> Iterator[Page]:
    """What was agreed and planned, and by which words and principles."""
    ui = factory.localizer.gettext
    single = factory.single
    lead = ui("Every organisation, with its standards, plans and procedures")
    yield single("instruments", "instruments", ui("Texts"), text_pages.instruments, lead)
    lead = ui("Which plans run, which are over, and what followed them")
    yield single("plans", "instruments", ui("Action plans in time"), plans.plans, lead)
    title = ui("Reporting and indicators")
    lead = ui("Who reports to whom, how often, and which numbers are asked for")
    yield single("monitoring", "instruments", title, plans.reporting, lead)
    title = ui("OHCHR Principles and Guidelines")
    lead = ui(
        "What the texts say on each of the Recommended Principles and Guidelines on "
        "Human Rights and Human Trafficking"
    )
    yield single("principles", "instruments", title, topic.principles, lead, "principles")
    lead = ui("What the terms mean, and what they are called in each language")
    yield single("terms", "instruments", ui("Terms"), terms_view, lead, "terms")


def _pages_about(factory: PageFactory) -> Iterator[Page]:
    """What the site is, and how far."""
    ui = factory.localizer.gettext
    single = factory.single
    page = Target("page", "dakar-2010")
    title = ui("The Dakar consultation of 2010")
    lead = ui(
        "What experts of nine regional mechanisms asked for in 2010, and what has been "
        "done since"
    )
    yield factory.document(page, "about", title, consultation.document, lead, jumps=False)
    lead = ui(
        "What we changed for parties, entry into force and time limits. Each day is that "
        "of our change. Other corrections are counted."
    )
    yield single("changes", "about", ui("What changed"), changes_view, lead)
    lead = ui("Coverage, translations, facts to be checked, reviews due")
    yield single("status", "about", ui("How sure it is"), status.status, lead)
    lead = ui("What every record is checked for")
    yield single("rules", "about", ui("Rules for records"), rules, lead)


def _pages_to_search(factory: PageFactory) -> Iterator[Page]:
    """What a reader asks by words, or by two of a kind."""
    ui = factory.localizer.gettext
    single = factory.single
    lead = ui("Search all texts, articles, organisations, topics, States and terms")
    yield single("search", "search", ui("Search"), search, lead)
    title = ui("Topics and organisations")
    lead = ui("What each organisation says on each topic.")
    yield single("matrix", "topics", title, topic.all_topics, lead)
    lead = ui(
        "What two to four texts say on the same topic: article, binding or not, and what "
        "we do not know"
    )
    yield single("compare", "topics", ui("Side by side"), comparison, lead)
    title = ui("From one State to another")
    lead = ui(
        "Which texts bind both States, what they say about return and cooperation, "
        "and whom to contact in each"
    )
    yield single("between", "pathway", title, between, lead)


def _pages_to_keep(factory: PageFactory) -> Iterator[Page]:
    """What an editor changes, and what a reader takes along."""
    ui = factory.localizer.gettext
    single = factory.single
    lead = ui("Change a record or begin a new one in a form, and submit it")
    yield single("edit", "about", ui("Change a file in a form"), nothing, lead)
    title = ui("Check the lines of a text")
    lead = ui("For offices that have the text, and for readers of a translation")
    yield single("review", "about", title, review_sheet, lead)
    lead = ui("PDFs of everything here, for printing and for reading offline")
    yield single("downloads", "downloads", ui("Offline"), downloads, lead)
    lead = ui(
        "Pages that open without a connection, each with the day on which it was saved."
    )
    yield single("kept", "downloads", ui("Saved pages"), saved_pages, lead)
    lead = open_data.about(factory.phrases).what
    yield single("data", "downloads", ui("Open data"), data.view, lead)


# -- what their templates are handed -----------------------------------------------------


def nothing(_factory: PageFactory, _writer: HtmlWriter) -> dict[str, Any]:
    """What a template is handed that says all itself."""
    return {}


def comparison(factory: PageFactory, _writer: HtmlWriter) -> dict[str, Any]:
    """The topics that readers choose from, and comparisons that are ready."""
    phrases = factory.phrases
    topics = phrases.corpus.vocabularies.entries_of("topics")
    return {
        "topics": [(code, phrases.label("topics", code)) for code in topics],
        "ready": ready_comparisons.sections(phrases),
    }


def review_sheet(factory: PageFactory, _writer: HtmlWriter) -> dict[str, Any]:
    """What the review sheet is handed: the languages of the site, with their names.

    ``first`` is the one whose pages are at the root of the site.
    """
    languages = factory.phrases.corpus.languages
    name = factory.localizer.language_name
    return {
        "first": languages[0],
        "languages": [(tag, name(tag)) for tag in languages],
    }


def home_view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """The front page: choices of State and topic, and three cases for example."""
    phrases = factory.phrases
    cases = list(_cases(phrases))
    codes = phrases.corpus.vocabularies.entries_of("topics")
    topics: list[tuple[str, list[tuple[str, str]]]] = []
    for pillar, codes_of_pillar in phrases.corpus.by_pillar(codes):
        label = factory.localizer.label("pillars", pillar)
        topics.append((label, _topic_links(factory, writer, codes_of_pillar)))
    return {
        "states": state_pages.choices(factory, writer, "state"),
        "topics": topics,
        "cases": [Facts(cases, "answers")] if cases else [],
        "keeper": publisher.keeper(phrases),
        "named": bool(publisher.name(phrases)),
        "mark": Markup(marks.mark(phrases, factory.above)),
    }


def _topic_links(
    factory: PageFactory, writer: HtmlWriter, codes: Iterable[str]
) -> list[tuple[str, str]]:
    """The address and the label of each topic."""
    label = factory.localizer.label
    return [(writer.href(Target("topic", code)), label("topics", code)) for code in codes]


def _cases(phrases: Phrases) -> Iterator[Fact]:
    """Questions that somebody with a case has, each with the first sentence of the page
    that answers it. None of them is a request for advice. A question to which nothing
    recorded answers is left out.
    """
    ui = phrases.ui
    recovery = ui(
        "A woman from Nigeria is found in Italy. How much time does she have to recover?"
    )
    pay = ui("A man was forced to work without pay in Senegal. Can he get compensation?")
    boy = ui(
        "Traffickers forced a boy to grow cannabis in the United Kingdom. "
        "Can he be punished?"
    )
    questions = (
        ("reflection-period", "ITA", recovery),
        ("compensation", "SEN", pay),
        ("non-punishment", "GBR", boy),
    )
    for topic_code, state, question in questions:
        for answer in asked_of(phrases.corpus, state):
            if answer.topic == topic_code:
                link = phrases.linked("topic-in", f"{topic_code}/{state}", question)
                cell = Entries([sentences.line(phrases, answer.leading)], "cells")
                yield Fact(link, blocks=[cell])


def signs(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """How a victim is recognised, and a choice of State that leads to whom to call
    there.
    """
    phrases = factory.phrases
    document = recognise.document(phrases)
    opening, head = opening_and_rest(document.head)
    return {
        "crumbs": [phrases.page("pathway", phrases.ui("A case"))],
        "document": document,
        "opening": opening,
        "head": head,
        "whom": recognise.whom(phrases),
        "states": state_pages.choices(factory, writer, "first-days"),
    }


def terms_view(factory: PageFactory, _writer: HtmlWriter) -> dict[str, Any]:
    """All terms, and how many there are."""
    entries = terms.terms(factory.phrases)
    return {"count": len(entries.items), "terms": entries}


def changes_view(factory: PageFactory, _writer: HtmlWriter) -> dict[str, Any]:
    """What changed, day by day, and the link to the feed that says the same."""
    phrases = factory.phrases
    file = feed(Target("page", "changes"))
    return {
        "days": changes.days(phrases),
        "feed": [Link(phrases.ui("As a feed (Atom)"), file)],
    }


def search(factory: PageFactory, _writer: HtmlWriter) -> dict[str, Any]:
    """The list of texts by name, for a reader without scripts."""
    phrases = factory.phrases

    def short_name(record: str) -> str:
        return factory.localizer.short(record).text

    def line(record: str) -> list[Run]:
        link = phrases.title_link(record)
        whole_title = subtitle(phrases, record)
        return [*link, " ", Annotation(whole_title)] if whole_title else link

    return {"records": in_folds(phrases.corpus.records, short_name, line)}


def between(factory: PageFactory, _writer: HtmlWriter) -> dict[str, Any]:
    """What the page from one State to another is handed. ``steps`` is a line: the steps
    of a case that the page is about. The others are codes for its script, with spaces
    between them. ``nationals`` are the groups of nationals of the parties to a text.
    """
    corpus = factory.localizer.corpus
    stages = tables.border_stages(corpus)
    return {
        "steps": joined(factory.phrases.entry("stages", code) for code in stages),
        "topics": " ".join(tables.border_topics(corpus)),
        "near": " ".join(corpus.vocabularies.entries_of("nearness")),
        "leading": " ".join(tables.leading_topics(corpus)),
        "stages": " ".join(stages),
        "nationals": " ".join(tables.groups_of_parties(corpus)),
    }


_KINDS_OF_BOOKS = ("compendium", "regions", "mechanisms")
"""The kinds of EPUBs in the order of their list."""


def downloads(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """Links to files in the order of the alphabet, PDFs by kind. EPUBs are in the order
    of ``_KINDS_OF_BOOKS`` first.
    """
    links = FileLinks(factory.phrases, factory.public, writer)
    pdfs = sorted(factory.public.pdfs.values(), key=_by_title)
    books = sorted(factory.public.books.values(), key=_by_title)
    books.sort(key=lambda file: _KINDS_OF_BOOKS.index(file.kind))
    return {
        "groups": grouped((file.kind, links.pdf(file, file.title)) for file in pdfs),
        "today": factory.phrases.today(),
        "copy": links.offline_copy(),
        "books": [links.book(file, file.title) for file in books],
        "missing": _missing_downloads(factory),
    }


def _missing_downloads(factory: PageFactory) -> list[tuple[str, str]]:
    """The kinds of files that this site was built without, each with the command that
    makes them.
    """
    gettext = factory.localizer.gettext
    public = factory.public
    kinds = [
        (public.pdfs, gettext("PDFs, and sheets to hang up"), "make pdf"),
        (public.books, gettext("Books for e-readers"), "make epub"),
        (public.copy, gettext("This language as one ZIP file"), "make offline"),
    ]
    return [(what, command) for made, what, command in kinds if not made]


def _by_title(file: Download) -> tuple[str, str]:
    return sort_key(file.title)


def saved_pages(factory: PageFactory, _writer: HtmlWriter) -> dict[str, Any]:
    """What the page of saved pages is handed. ``name`` and ``folder`` are those of its
    language. The browser writes days and numbers by ``locale``.
    """
    language = factory.localizer.language
    return {
        "locale": cldr.browser_locale(language),
        "name": cldr.own_name(language),
        "folder": f"{language}/" if factory.above else "",
    }


def rules(_factory: PageFactory, _writer: HtmlWriter) -> dict[str, Any]:
    """All rules that records are checked by, by name."""
    return {"rules": sorted(checks.every_rule(), key=lambda rule: rule.name)}
