"""What a translator does next in one language, as data: of each text where it stands, in words and by its
page, what it says, its translation as it stands, the terms in it with what they are called, and the line of
its catalog. The page and the files that its script fetches are made of the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generators.corpus.addresses import Target
from generators.corpus.cldr import sort_key
from generators.document.blocks import Block, Entries, Entry, Fact, Facts, Paragraph
from generators.document.phrases import Phrases
from generators.document.runs import Annotation, Link, Outside, Run, Runs, Text, joined, letters
from generators.model import manuals
from generators.text import gettext_files
from generators.translate import texts, to_do
from generators.translate.standing import held
from generators.translate.terms_said import terms_said
from generators.translate.to_do import DOUBTED, MISSING, Open, Why
from generators.translate.units import Unit
from generators.translate.update import INTERFACE, SAID_TO_EDITORS

LISTS, CONSULTATION = "vocabulary", "dakar-2010"
"""The folders that are no mechanism's."""


PART = 50
"""How many texts stand on the page, and in each file with further ones."""


class Term(NamedTuple):
    """A term in a text: its code, the words that say it there, and what it is called in the language of the
    page.
    """

    code: str
    said: str
    form: str


class Work(NamedTuple):
    """A text to be translated or read. ``field`` is where it stands, in words, ``name`` the page, in the
    language ``named`` (empty: that of the page for translators), ``address`` its address (empty: no page),
    ``places`` how many others there are, in words; ``source`` the text, or that for one and that for many;
    ``translation`` what there is of it (empty: nothing), each plural form for itself; ``previous`` what a
    translation that is out of date translates; ``about`` why it stands here; ``path`` and ``line`` its place
    in the project (0: its catalog does not have it yet).
    """

    folder: str
    why: Why
    field: str
    name: str
    named: str
    address: str
    places: str
    source: tuple[str, ...]
    language: str
    translation: tuple[str, ...]
    previous: str
    about: tuple[str, ...]
    terms: tuple[Term, ...]
    path: str
    line: int


def whys(phrases: Phrases) -> Mapping[Why, str]:
    """What the classes are called, in their order."""
    ui = phrases.localizer.gettext
    return {
        "misleads": ui("A mistake here misleads"),
        "binds": ui("Other lines of texts that bind"),
        "state": ui("On the pages of States"),
        "rest": ui("Everything else"),
    }


def folder_name(phrases: Phrases, folder: str) -> str:
    """What a folder is called: a mechanism by its name."""
    ui = phrases.localizer.gettext
    if folder in phrases.corpus.mechanisms:
        return phrases.localizer.short(folder).text
    named = {
        LISTS: ui("Lists and terms"),
        CONSULTATION: ui("The Dakar consultation of 2010"),
        INTERFACE: ui("Words of the site"),
        SAID_TO_EDITORS: ui("Messages to editors"),
    }
    return named.get(folder, folder)


def folders(phrases: Phrases, found: Sequence[Open]) -> list[tuple[str, str]]:
    """The folders of some texts with their names: mechanisms by name, then those that are none."""
    named = [(each, folder_name(phrases, each)) for each in {each.folder for each in found}]
    return sorted(named, key=lambda pair: (pair[0] not in phrases.corpus.mechanisms, sort_key(pair[1])))


def opened(phrases: Phrases, own: bool) -> Sequence[Open]:
    """The texts to be translated or read, in order; ``own`` says whether the interface is the project's."""
    corpus, language = phrases.corpus, phrases.language
    key = ("to do", language, own)
    return corpus.cached(key, lambda: to_do.to_do(corpus, language, to_do.texts(corpus, language, own)))


def work(phrases: Phrases, each: Open) -> Work:
    """What is shown of one text."""
    unit, found = each.units[0], each.found
    others = len({one.place for one in each.units}) - 1
    counted = phrases.localizer.ngettext
    return Work(
        each.folder,
        each.why,
        _field(phrases, unit),
        *_page(phrases, unit, each.folder),
        counted("and {n} other place", "and {n} other places", others) if others else "",
        tuple(filter(None, (unit.text, unit.plural))),
        unit.source_language,
        tuple(filter(None, found.plural or (found.text,))) if found else (),
        found.previous if found else "",
        tuple(_about(phrases, each)),
        tuple(_terms(phrases, unit)),
        each.path,
        each.line,
    )


def _about(phrases: Phrases, each: Open) -> Iterator[str]:
    words = phrases.cached(("words of work",), lambda: _words(phrases))
    if each.state != gettext_files.UNREVIEWED:  # which most are, and the page says of all
        yield words[each.state]
    if each.risks:
        risks = phrases.localizer.enumeration.join(words[risk] for risk in each.risks)
        yield letters(phrases.labelled(phrases.ui("Mind"), [risks]))


def _words(phrases: Phrases) -> Mapping[str, str]:
    """What states of translations and risks are called, and the fields of lists by their keys."""
    ui = phrases.localizer.gettext
    return {
        gettext_files.STALE: ui("Translation out of date: the source text is shown"),
        DOUBTED: ui("A check objects"),
        MISSING: ui("Not yet translated: the source text is shown"),
        "duty": ui("what must be done"),
        "number": ui("a number or a date"),
        "negation": ui("a negation"),
        "label": ui("Name"),
        "plural": ui("Several of it"),
        "definition": ui("Definition"),
        "question": ui("Question"),
        "unit": ui("Unit"),
        "disaggregation": ui("By"),
    }


def _terms(phrases: Phrases, unit: Unit) -> Iterator[Term]:
    entries = phrases.corpus.vocabularies.of("terms")
    for said in terms_said(phrases.corpus, unit.text, unit.source_language):
        form = entries[said.code].forms.get(phrases.language)
        if form and unit.context != "terms":  # the term's own entry says its forms already
            yield Term(said.code, said.form, form.form)


# -- where it stands -----------------------------------------------------------------------------------------


def _page(phrases: Phrases, unit: Unit, folder: str) -> tuple[str, str, str]:
    """The name of the page that a text stands on, its language (empty: that of ``phrases``), and its address;
    empty where it has none.
    """
    if not unit.file:
        return folder_name(phrases, folder), "", ""
    _, _, stem = unit.file.partition("/")
    if folder != LISTS:
        said = phrases.localizer.short(unit.file)
    else:
        held_by = phrases.corpus.vocabularies.lists[stem]
        said = texts.text_in(
            phrases.corpus, held_by.title, LISTS, phrases.language, held_by.language, held_by.of
        )
    return said.text, "" if said.language == phrases.language else said.language, unit.address


def _field(phrases: Phrases, unit: Unit) -> str:
    """The field that a text stands in, with the line that it is of: ``Art. 13: What it says``."""
    if not unit.file:
        return unit.place
    folder, _, stem = unit.file.partition("/")
    model = phrases.corpus.vocabularies.lists[stem] if folder == LISTS else phrases.corpus.model(unit.file)
    holder, key, named = held(model, unit.loc)
    of_lists = phrases.cached(("words of work",), lambda: _words(phrases))
    label = of_lists.get(key) or phrases.localizer.gettext(manuals.label(type(holder), key))
    where = letters(phrases.reference(named, "" if folder == LISTS else unit.file))
    return letters(phrases.labelled([where], [label])) if where else label


# -- as blocks -----------------------------------------------------------------------------------------------


def entries(phrases: Phrases, found: Sequence[Work], edit: str) -> Entries:
    """Texts one below the other; ``edit`` is what the addresses begin with at which the code host lets a file
    be edited (empty: it lets nobody).
    """
    return Entries([_entry(phrases, each, edit) for each in found], "translations")


def _entry(phrases: Phrases, each: Work, edit: str) -> Entry:
    name: Runs = [Text(each.name, each.named)] if each.named else [each.name]
    place = [Link(name, _target(each.address))] if each.address else name
    return Entry(
        text=_said(each.source, each.language),
        about=[joined([[one] for one in each.about] + [_catalog(each, edit)])],
        label=joined([[each.field], place, [Annotation([each.places])] if each.places else []]),
        more=list(_translated(phrases, each)),
    )


def _target(place: str) -> Target:
    """A page and a place on it, by an address."""
    page, _, anchor = place.partition("#")
    return Target("page", page.removesuffix("/"), anchor)


def _said(forms: Sequence[str], language: str) -> list[Run]:
    return joined([[Text(form, language)] for form in forms], " | ")


def _translated(phrases: Phrases, each: Work) -> Iterator[Block]:
    if each.previous:
        yield Paragraph(
            phrases.ui("It translates: {source}", source=[Text(each.previous, each.language)]), "note"
        )
    if each.translation:
        yield Paragraph([" | ".join(each.translation)])
    rows = [
        Fact([Text(term.said, each.language)], [Link([term.form], Target("term", term.code))])
        for term in each.terms
    ]
    if rows:
        yield Facts(rows, "pairs")


def _catalog(each: Work, edit: str) -> Runs:
    where = f"{each.path}:{each.line}" if each.line else each.path
    return [Outside([where], link(edit, each.path, each.line))] if edit else [where]


def link(edit: str, path: str, line: int) -> str:
    """The address at which the code host lets a line of a file be edited."""
    return f"{edit}{path}#L{line}" if line else f"{edit}{path}"
