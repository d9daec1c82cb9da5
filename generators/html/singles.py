"""The pages that there is one of: their table, and what the templates of the smaller ones
are handed; three cases for example on the front page, each with the first sentence of the
page that answers it.
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
from generators.corpus.located import grouped
from generators.document import (
    changes,
    consultation,
    numbers,
    open_data,
    publisher,
    recognise,
    sentences,
    terms,
)
from generators.document.blocks import Entries, Fact, Facts
from generators.document.phrases import Phrases
from generators.document.record import subtitle
from generators.document.runs import Annotation, Link, Run, joined
from generators.html import data, many, plans, status, topic
from generators.html import publisher as marks
from generators.html.layout import opening_and_rest
from generators.html.many import in_folds
from generators.html.page import Page, PageFactory
from generators.html.writer import HtmlWriter


def pages(factory: PageFactory) -> Iterator[Page]:
    """The pages that there is one of, each at the address of its name."""
    for kind in (_compared, _of_plans, _about, _tools):
        yield from kind(factory)


def _compared(factory: PageFactory) -> Iterator[Page]:
    """What texts say, and what it is about."""
    phrases, ui, single = factory.phrases, factory.localizer.gettext, factory.single
    lead = ui(
        "Regional standards, action plans and standard operating procedures against trafficking in persons, "
        "side by side, in seven languages"
    )
    yield single("", "home", ui("The Dakar Compendium"), home_view, lead)
    lead = ui("What the texts say about each topic, side by side")
    yield single("topics", "topics", ui("Topics"), topic.topics, lead, "topics")
    lead = ui(
        "Periods, time limits, intervals and ratifications that texts set, side by side"
    )
    page, crumbs = (
        Target("page", "numbers"),
        [phrases.page("topics", phrases.ui("Topics"))],
    )
    made = numbers.document  # without jumps: its folds are the list
    yield factory.document(
        page, "topics", ui("Numbers"), made, lead, crumbs=crumbs, jumps=False
    )
    lead = ui(
        "From the first sign to the last file: what the standard operating procedures ask at each stage"
    )
    yield single("pathway", "pathway", ui("A case"), many.pathway, lead)
    lead = ui("Signs of trafficking, first questions, what never to do, and whom to tell")
    yield single("recognise", "pathway", ui("Signs of trafficking"), signs, lead)
    lead = ui("What the texts ask in the first days of a case, by State")
    yield single(
        "first-days", "pathway", ui("The first days"), many.any_state, lead, "first-days"
    )
    yield single(
        "states", "states", ui("States"), many.states, ui("What applies in each State")
    )


def _of_plans(factory: PageFactory) -> Iterator[Page]:
    """What was agreed and planned, and by which words and principles."""
    ui, single = factory.localizer.gettext, factory.single
    lead = ui("Every organisation, with its standards, plans and procedures")
    yield single("instruments", "instruments", ui("Texts"), many.instruments, lead)
    lead = ui("Which plans run, which are over, and what followed them")
    yield single("plans", "instruments", ui("Action plans in time"), plans.plans, lead)
    lead = ui("Who reports to whom, how often, and which numbers are asked for")
    yield single(
        "monitoring", "instruments", ui("Reporting and indicators"), plans.reporting, lead
    )
    title = ui("OHCHR Principles and Guidelines")
    lead = ui(
        "What the texts say on each of the Recommended Principles and Guidelines on Human Rights "
        "and Human Trafficking"
    )
    yield single("principles", "instruments", title, topic.principles, lead, "principles")
    lead = ui("What the terms mean, and what they are called in each language")
    yield single("terms", "instruments", ui("Terms"), terms_view, lead, "terms")


def _about(factory: PageFactory) -> Iterator[Page]:
    """What the site is, and how far."""
    ui, single = factory.localizer.gettext, factory.single
    lead = ui(
        "What experts of nine regional mechanisms asked for in 2010, and what has been done since"
    )
    page, title = Target("page", "dakar-2010"), ui("The Dakar consultation of 2010")
    yield factory.document(page, "about", title, consultation.document, lead, jumps=False)
    lead = ui(
        "What we changed for parties, entry into force and time limits. Each day is that of our change. "
        "Other corrections are counted."
    )
    yield single("changes", "about", ui("What changed"), changes_view, lead)
    lead = ui("Coverage, translations, facts to be checked, reviews due")
    yield single("status", "about", ui("How sure it is"), status.status, lead)
    yield single(
        "rules",
        "about",
        ui("Rules for records"),
        rules,
        ui("What every record is checked for"),
    )


def _tools(factory: PageFactory) -> Iterator[Page]:
    """What a reader or an editor does here."""
    ui, single = factory.localizer.gettext, factory.single
    lead = ui("Search all texts, articles, organisations, topics, States and terms")
    yield single("search", "search", ui("Search"), search, lead)
    lead = ui("What each organisation says on each topic.")
    yield single(
        "matrix", "topics", ui("Topics and organisations"), topic.all_topics, lead
    )
    lead = ui(
        "What two to four texts say on the same topic: article, binding or not, and what we do not know"
    )
    yield single("compare", "topics", ui("Side by side"), nothing, lead)
    lead = ui(
        "Which texts bind both States, what they say about return and cooperation, "
        "and whom to contact in each"
    )
    yield single("between", "pathway", ui("From one State to another"), between, lead)
    lead = ui("Change a record or begin a new one in a form, and submit it")
    yield single("edit", "about", ui("Change a file in a form"), nothing, lead)
    lead = ui("PDFs of everything here, for printing and for reading offline")
    yield single("downloads", "downloads", ui("Offline"), downloads, lead)
    lead = ui(
        "Pages that open without a connection, each with the day on which it was saved."
    )
    yield single("kept", "downloads", ui("Saved pages"), kept, lead)
    yield single(
        "data",
        "downloads",
        ui("Open data"),
        data.view,
        open_data.about(factory.phrases).what,
    )


def home_view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, label = factory.phrases, factory.localizer.label
    cases = list(_cases(phrases))
    pillars = phrases.corpus.by_pillar(phrases.corpus.vocabularies.of("topics"))

    def links(codes: Iterable[str]) -> list[tuple[str, str]]:
        """The address and the label of each topic."""
        return [
            (writer.href(Target("topic", code)), label("topics", code)) for code in codes
        ]

    return {
        "states": many.choices(factory, writer, "state"),
        "topics": [(label("pillars", pillar), links(own)) for pillar, own in pillars],
        "cases": [Facts(cases, "answers")] if cases else [],
        "keeper": publisher.keeper(phrases),
        "named": bool(publisher.name(phrases)),
        "mark": Markup(marks.mark(phrases, factory.above)),
    }


def signs(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """How a victim is recognised, and a choice of State that leads to whom to call there."""
    phrases = factory.phrases
    document = recognise.document(phrases)
    opening, head = opening_and_rest(document.head)
    return {
        "crumbs": [phrases.page("pathway", phrases.ui("A case"))],
        "document": document,
        "opening": opening,
        "head": head,
        "whom": recognise.whom(phrases),
        "states": many.choices(factory, writer, "first-days"),
    }


def terms_view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    made = terms.terms(factory.phrases)
    return {"count": len(made.items), "terms": made}


def changes_view(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    phrases, place = factory.phrases, feed(Target("page", "changes"))
    return {
        "days": changes.days(phrases),
        "feed": [Link(phrases.ui("As a feed (Atom)"), place)],
    }


def search(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    localizer, phrases = factory.localizer, factory.phrases

    def line(record: str) -> list[Run]:
        whole = subtitle(phrases, record)
        return [*phrases.title_link(record), *([" ", Annotation(whole)] if whole else [])]

    return {
        "records": in_folds(
            phrases.corpus.records, lambda name: localizer.short(name).text, line
        )
    }


def nothing(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """What a template is handed that says all itself."""
    return {}


def between(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """``topics``, ``near``, ``leading``, ``stages`` and ``nationals`` (the groups that
    are nationals of the parties to a text) are codes, a space between them.
    """
    corpus, stages = (
        factory.localizer.corpus,
        tables.border_stages(factory.localizer.corpus),
    )
    return {
        "steps": joined(factory.phrases.entry("stages", each) for each in stages),
        "topics": " ".join(tables.border_topics(corpus)),
        "near": " ".join(corpus.vocabularies.of("nearness")),
        "leading": " ".join(tables.leading_topics(corpus)),
        "stages": " ".join(stages),
        "nationals": " ".join(tables.groups_of_parties(corpus)),
    }


def downloads(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """Files in the order of the alphabet; of EPUBs everything, then regions, then
    mechanisms.
    """
    pdfs, books = (
        sorted(files.values(), key=lambda each: sort_key(each.title))
        for files in (factory.public.pdfs, factory.public.books)
    )
    books.sort(key=lambda each: ("compendium", "regions", "mechanisms").index(each.kind))
    return {
        "groups": grouped(
            (each.kind, factory.download(writer, each, each.title)) for each in pdfs
        ),
        "today": factory.phrases.today(),
        "copy": factory.offline_copy(writer),
        "books": [factory.book(writer, each, each.title) for each in books],
    }


def kept(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    """``folder`` is that of the language, ``name`` the language in its own words,
    ``locale`` how days and numbers are written in it.
    """
    language = factory.localizer.language
    return {
        "locale": cldr.browser_locale(language),
        "name": cldr.own_name(language),
        "folder": f"{language}/" if factory.above else "",
    }


def rules(factory: PageFactory, writer: HtmlWriter) -> dict[str, Any]:
    return {"rules": sorted(checks.every_rule(), key=lambda rule: rule.name)}


def _cases(phrases: Phrases) -> Iterator[Fact]:
    """Questions that somebody with a case has, none of them a request for advice; one to
    which nothing recorded answers is left out.
    """
    ui = phrases.ui
    recovery = ui(
        "A woman from Nigeria is found in Italy. How much time does she have to recover?"
    )
    pay = ui("A man was forced to work without pay in Senegal. Can he get compensation?")
    boy = ui(
        "Traffickers forced a boy to grow cannabis in the United Kingdom. Can he be punished?"
    )
    asked = (
        ("reflection-period/ITA", recovery),
        ("compensation/SEN", pay),
        ("non-punishment/GBR", boy),
    )
    for place, question in asked:
        code, _, alpha3 = place.partition("/")
        for each in (
            each for each in asked_of(phrases.corpus, alpha3) if each.topic == code
        ):
            cell = Entries([sentences.line(phrases, each.leading)], "cells")
            yield Fact(phrases.linked("topic-in", place, question), blocks=[cell])
