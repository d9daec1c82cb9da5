"""How facets and their values are called in a language, and what the script of the site says with results."""

from __future__ import annotations

from generators.corpus.cldr import sort_key
from generators.corpus.corpus import Corpus
from generators.search.document import Document
from generators.search.named import meaning
from generators.translate.localizer import Localizer


def labels(corpus: Corpus, language: str, documents: list[Document]) -> dict[str, dict[str, str]]:
    """The values of each facet that occur, with their labels, in the order in which they are shown."""
    localizer = Localizer(corpus, language)
    lists = {"region": "regions", "force": "forces", "status": "statuses", "topic": "topics"}
    found = {
        facet: {code: localizer.label(name, code) for code in corpus.vocabularies.of(name)}
        for facet, name in lists.items()
    }
    owners = {owner: localizer.short(owner).text for owner in corpus.mechanisms}
    states = {code: localizer.state(code) for code in corpus.all_states}
    found |= {"kind": _kinds(corpus, localizer), "mechanism": _sorted(owners), "state": _sorted(states)}
    found["year"] = {year: year for year in sorted(_used(documents, "year"), reverse=True) if year}
    used = {facet: _used(documents, facet) for facet in found}
    order = ("kind", "region", "mechanism", "force", "status", "topic", "state", "year")
    return {
        facet: {code: text for code, text in found[facet].items() if code in used[facet]} for facet in order
    }


def _kinds(corpus: Corpus, localizer: Localizer) -> dict[str, str]:
    gettext = localizer.gettext
    pages = {
        "topic": gettext("Topic"),
        "stage": gettext("Step of a case"),
        "principle": gettext("Principle"),
        "state": gettext("State"),
        "term": gettext("Term"),
    }
    return {code: localizer.label("kinds", code) for code in corpus.vocabularies.of("kinds")} | pages


def _sorted(names: dict[str, str]) -> dict[str, str]:
    return dict(sorted(names.items(), key=lambda each: sort_key(each[1])))


def _used(documents: list[Document], facet: str) -> set[str]:
    values = (getattr(document.facets, facet) for document in documents)
    return {code for value in values for code in ((value,) if isinstance(value, str) else value)}


def also(corpus: Corpus, language: str) -> list[tuple[str, str]]:
    """Other words for a term, with the form that this site uses: who types one of them means the other. Forms
    to avoid that mean something else do not stand here.
    """
    found = []
    for entry in corpus.vocabularies.of("terms").values():
        form = entry.forms.get(language)
        others = meaning(entry, language)
        found += [(other, form.form) for other in others if form and other != form.form]
    return found


def interface(corpus: Corpus, language: str) -> dict[str, str]:
    """What the script says, by the names it asks for."""
    gettext = Localizer(corpus, language).gettext
    return {
        "hint": gettext("A word, an acronym, a number such as CETS 197, an article, a State"),
        "count": gettext("Results: {n}"),
        "lost": gettext("The first results do not hold: {words}"),
        "some": gettext("With some of the words"),
        "none": gettext("Nothing was found. Fewer or other words may help."),
        "all": gettext("All {n} results, with filters"),
        "more": gettext("Show more"),
        "foreign": gettext("Not yet translated: the source text is shown"),
        "kind": gettext("Kind"),
        "region": gettext("Region"),
        "mechanism": gettext("Mechanisms"),
        "force": gettext("Force"),
        "status": gettext("Status"),
        "topic": gettext("Topic"),
        "state": gettext("States"),
        "year": gettext("Year"),
        "slash": gettext("The key / opens the search"),
        "keys": gettext("Arrow keys walk through the results; Escape closes"),
    }
