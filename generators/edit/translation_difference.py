"""What differs in translations between two states of a project: which no longer say what their text says, and
what translators did.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generators.corpus.corpus import Corpus
from generators.text.gettext_files import STALE, UNREVIEWED, Catalog, Key, Translation
from generators.text.sayings import Saying, say_n
from generators.translate import units


def newly_stale(before: Corpus, after: Corpus) -> dict[str, Saying]:
    """By file, how many translations say what its texts said before and no longer say."""
    was, now = _placed(before), _placed(after)
    found: dict[str, Counter[str]] = {}
    for place, unit in now.items():
        former = was.get(place)
        if former is None or former.text == unit.text:
            continue
        folder, file = place[0], f"{place[0]}/{place[1].partition(' ')[0]}"
        for language in after.languages:
            catalog = after.library.catalogs.get((folder, language))
            if unit.wanted(language) and catalog and _is_stale(catalog, former, unit):
                found.setdefault(file, Counter())[language] += 1
    return {
        file: say_n(
            "{n} translation now stale ({languages})",
            "{n} translations now stale ({languages})",
            counted.total(),
            languages=tuple(sorted(counted)),
        )
        for file, counted in found.items()
    }


def _placed(corpus: Corpus) -> dict[tuple[str, str], units.Unit]:
    return {(folder, unit.place): unit for folder, held in units.extract(corpus).items() for unit in held}


def _is_stale(catalog: Catalog, former: units.Unit, unit: units.Unit) -> bool:
    """Whether what a catalog has for a text is of the text that it was."""
    found = catalog.find(unit.text, unit.context)
    return found.state == STALE if found else catalog.find(former.text, former.context) is not None


def of_catalogs(before: Corpus, after: Corpus) -> Iterator[tuple[str, str, tuple[Saying, ...]]]:
    """What translators did: the folder of each catalog that differs, its language, and a phrase for each
    thing.
    """
    was, now = before.library.catalogs, after.library.catalogs
    for key in sorted({*was, *now}):
        old, new = ({} if each is None else dict(each.entries) for each in (was.get(key), now.get(key)))
        phrases = list(_of_entries(old, new))
        if phrases:
            yield (*key, tuple(phrases))


def _of_entries(old: Mapping[Key, Translation], new: Mapping[Key, Translation]) -> Iterator[Saying]:
    told: Counter[str] = Counter()
    for key, entry in new.items():
        former = old.get(key)
        if entry.state == STALE:
            continue
        if former is None or former.state == STALE:
            told["added"] += 1
        elif (former.text, former.plural) != (entry.text, entry.plural):
            told["changed"] += 1
        elif former.state == UNREVIEWED != entry.state:
            told["reviewed"] += 1
    if n := told["added"]:
        yield say_n("{n} translation added", "{n} translations added", n)
    if n := told["changed"]:
        yield say_n("{n} translation changed", "{n} translations changed", n)
    if n := told["reviewed"]:
        yield say_n("{n} translation reviewed", "{n} translations reviewed", n)
