"""The whole corpus as one file, ``data/compendium.json``, in each language: made of the very texts that the
files beside the pages are made of.
"""

from __future__ import annotations

from typing import Any

from generators.corpus.addresses import KIND_OF_LIST, Target, address
from generators.corpus.corpus import Corpus
from generators.data import names
from generators.data.marked import marked
from generators.data.names import known
from generators.document.phrases import Phrases
from generators.model.items import end
from generators.model.vocabulary import Entry
from generators.translate import texts

PATH = "data/compendium.json"
"""Below the folder of the language."""

_LEFT_OUT = frozenset(("references", "places"))
"""Lists that are about how words are written, not about the records."""


def folder(corpus: Corpus, language: str) -> str:
    """The folder of a language, below the root of the site."""
    return "" if language == corpus.languages[0] else f"{language}/"


def vocabularies(phrases: Phrases) -> dict[str, Any]:
    """The closed lists in a language, by name."""
    return {
        name: {
            "title": _of_list(phrases, name, words.title)["says"],
            "definition": _of_list(phrases, name, words.definition),
            "entries": {each.id: _entry(phrases, name, each) for each in words},
        }
        for name, words in phrases.corpus.vocabularies.lists.items()
        if name not in _LEFT_OUT
    }


def items(phrases: Phrases) -> dict[str, Any]:
    """The items of the Dakar consultation, by id."""
    return {name: _item(phrases, name) for name in phrases.corpus.items}


def _of_list(phrases: Phrases, name: str, said: str) -> dict[str, Any]:
    corpus, source = phrases.corpus, phrases.corpus.vocabularies.lists[name].language
    found = texts.text_in(corpus, said, "vocabulary", phrases.language, source, name)
    return names.text(phrases, found)


def _entry(phrases: Phrases, name: str, each: Entry) -> dict[str, Any]:
    localizer = phrases.localizer
    place = address(Target(KIND_OF_LIST[name], each.id)) if name in KIND_OF_LIST else None
    word = localizer.word(name, each.id, "definition") if each.definition else None
    return {
        "label": localizer.label(name, each.id),
        **known(
            definition=word and names.text(phrases, word),
            question=localizer.word(name, each.id, "question").text if each.question else None,
            address=place,
            sign=each.sign,
            pillar=each.pillar,
            phase=each.phase,
            records=list(each.records) or None,
            lines=list(each.lines) or None,
            topics=list(each.topics) or None,
            stages=list(each.stages) or None,
            kinds=list(each.kinds) or None,
            group=each.group,
            ref=each.ref,
            unit=localizer.word(name, each.id, "unit").text if each.unit else None,
            forms={tag: form.form for tag, form in each.forms.items()} or None,
            acronyms=dict(each.acronyms) or None,
        ),
    }


def _item(phrases: Phrases, name: str) -> dict[str, Any]:
    model = phrases.corpus.items[name]
    return {
        "id": name,
        "title": phrases.localizer.title(name).text,
        "address": address(Target("item", name)),
        **marked(phrases, name, model),
        "end": end(model),
    }
