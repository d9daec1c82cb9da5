"""What differs between two states of a project's records, in words that an editor reads: for the summary of a
pull request, and for whoever looks over a change before handing it in.

Both states are read whole, so a code is said by its label and a line by its reference. What could not be read
in one of them is left out; ``compendium check`` says why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from typing import Any, NamedTuple

from generators.corpus.addresses import slug
from generators.corpus.corpus import Corpus
from generators.edit.translation_difference import newly_stale, of_catalogs
from generators.model.fields import Code, State, walk
from generators.text.problems import harmless
from generators.translate import texts

Loc = tuple[str | int, ...]
_LONGEST = 200
"""So many letters of a text are shown."""
_AROUND = 3
"""So many words are shown on both sides of what differs between two texts."""
_NAMED = 5
"""How many lines are named that were added to a list or taken from it."""
_LISTS = {
    "provisions": ("provision", "provisions"),
    "steps": ("step", "steps"),
    "objectives": ("objective", "objectives"),
    "indicators": ("indicator", "indicators"),
    "sources": ("source", "sources"),
    "states": ("party", "parties"),
    "members": ("member", "members"),
    "entries": ("entry", "entries"),
}
"""The words for one line, and for several, of the lists that are counted by them."""


class Difference(NamedTuple):
    """What differs of one file: its id (``ecowas/policy-2009``, ``vocabulary/topics``, ``ecowas/fr.po``), how
    people call it, and one phrase for each thing that differs.
    """

    id: str
    name: str
    phrases: tuple[str, ...]

    @property
    def line(self) -> str:
        """All of it in one line."""
        return f"{self.name} ({self.id}): {'; '.join(self.phrases)}"


def differences(before: Corpus, after: Corpus) -> list[Difference]:
    """What differs between two corpora, by file: records, mechanisms, items and lists, then catalogs."""
    was, now = before.library.sources, after.library.sources
    stale = newly_stale(before, after)
    found = []
    for name in sorted({*was, *now}):
        phrases = _of_file(before, after, name)
        if name in stale:
            phrases = [*phrases, stale[name]]
        if phrases:
            found.append(Difference(name, _name(after if name in now else before, name), tuple(phrases)))
    catalogs = [
        Difference(f"{folder}/{language}.po", f"Translations of {folder}, {language}", phrases)
        for folder, language, phrases in of_catalogs(before, after)
    ]
    return [*found, *catalogs]


def markdown(found: Iterable[Difference]) -> str:
    """The differences as Markdown: a heading a file, an item a phrase. Marks of Markdown in what was typed
    are escaped, so a record cannot say more in a comment than it says.
    """
    parts = [
        f"#### {_escaped(each.name)} ({_escaped(each.id)})\n\n"
        + "".join(f"- {_escaped(phrase)}\n" for phrase in each.phrases)
        for each in found
    ]
    return "\n".join(parts) or "No record differs.\n"


def _escaped(text: str) -> str:
    """Text without meaning for Markdown or HTML, on one line, that calls nobody (``@``) and links nowhere."""
    one_line = harmless(" ".join(text.split())).replace("&", "&amp;").replace("<", "&lt;")
    return (
        "".join(f"\\{each}" if each in "\\`*_[]()#!|~>" else each for each in one_line)
        .replace("@", "@\u200b")
        .replace("://", ":\u200b//")
    )


# -- one file ------------------------------------------------------------------------------------------------


def _of_file(before: Corpus, after: Corpus, name: str) -> list[str]:
    was, now = (each.library.sources.get(name) for each in (before, after))
    if was is None or now is None:
        whole = (now or was).data  # type: ignore[union-attr]
        return [f"{'removed' if now is None else 'added'}{_size(whole)}"]
    if was.data == now.data:
        return []
    old, new = _Side(before, name), _Side(after, name)
    return list(_mapping(old, new, was.data, now.data, ()))


def _size(data: Any) -> str:
    """What a whole file holds, by its lists: ``: 12 provisions, 2 sources``."""
    lists = [(key, value) for key, value in data.items() if key in _LISTS and isinstance(value, list)]
    return f": {', '.join(_counted(key, len(value)) for key, value in lists)}" if lists else ""


class _Side:
    """One of the two states of a file: what its codes and States are called."""

    def __init__(self, corpus: Corpus, name: str) -> None:
        self._labels: dict[tuple[Loc, str], str] = {}
        folder, _, stem = name.partition("/")
        models: tuple[Any, ...] = (corpus.records.get(name), corpus.items.get(name))
        if stem == "mechanism":
            models = (corpus.mechanisms.get(folder),)
        for model in filter(None, models):
            for loc, mark, value in walk(model):
                if isinstance(mark, Code):
                    self._labels[loc, value] = texts.label(corpus, mark.of, value, corpus.languages[0])
                elif isinstance(mark, State):
                    self._labels[loc, value] = texts.state_name(corpus, value, corpus.languages[0])

    def said(self, loc: Loc, value: Any) -> str:
        """A value in words."""
        if isinstance(value, list):
            return ", ".join(self.said((*loc, number), each) for number, each in enumerate(value)) or "none"
        if isinstance(value, Mapping):
            return ", ".join(f"{_word(key)} {self.said((*loc, key), each)}" for key, each in value.items())
        return " ".join(self._labels.get((loc, str(value)), str(value)).split())


def _mapping(
    old: _Side, new: _Side, was: Any, now: Any, loc: Loc, at: tuple[Loc, Loc] | None = None
) -> Iterator[str]:
    """What differs between two mappings, key by key in the order of the newer one; ``loc`` is what is said
    before a key, ``at`` where each of the two stands in its file.
    """
    before, after = at or ((), ())
    for key in [*now, *(key for key in was if key not in now)]:
        one, other = was.get(key), now.get(key)
        if one == other:
            continue
        here, there, said = (*before, key), (*after, key), (*loc, key)
        if _is_lines(one) or _is_lines(other):
            yield from _lists(old, new, one or [], other or [], (here, there))
        elif isinstance(one, Mapping) and isinstance(other, Mapping):
            yield from _mapping(old, new, one, other, said, (here, there))
        else:
            yield _changed(said, one, other, old.said(here, one), new.said(there, other))


def _changed(said: Loc, one: Any, other: Any, was: str, now: str) -> str:
    words = " ".join(_word(part) for part in said)
    if one is None:
        return f"{words} added: {_cut(now)}"
    if other is None:
        return f"{words} removed (was: {_cut(was)})"
    return f"{words}: {' → '.join(map(_cut, _core(was, now)))}"


def _core(was: str, now: str) -> tuple[str, str]:
    """Of two texts what differs, with a few words around it."""
    one, other = was.split(), now.split()
    begin = _same(one, other)
    end = _same(one[begin:][::-1], other[begin:][::-1])
    return _middle(one, begin, end), _middle(other, begin, end)


def _same(one: list[str], other: list[str]) -> int:
    """How many words two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _middle(words: list[str], begin: int, end: int) -> str:
    first, last = max(begin - _AROUND, 0), min(len(words) - end + _AROUND, len(words))
    return f"{'… ' if first else ''}{' '.join(words[first:last])}{' …' if last < len(words) else ''}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _is_lines(value: Any) -> bool:
    """Whether a value is a list of lines, such as provisions or parties."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _lists(old: _Side, new: _Side, was: list[Any], now: list[Any], at: tuple[Loc, Loc]) -> Iterator[str]:
    """What differs between two lists of lines, which are known by their names and never by their numbers."""
    ones, others = _by_name(was), _by_name(now)
    key = str(at[1][-1])
    for verb, names in (("added", others.keys() - ones.keys()), ("removed", ones.keys() - others.keys())):
        if names:
            held = others if verb == "added" else ones
            ordered = [_called(name, held[name][1]) for name in held if name in names]
            shown = ", ".join(ordered[:_NAMED]) + (", …" if len(ordered) > _NAMED else "")
            yield f"{_counted(key, len(ordered))} {verb} ({shown})"
    for name, (number, line) in others.items():
        if name in ones and ones[name][1] != line:
            place, former = ones[name]
            both = ((*at[0], place), (*at[1], number))
            told = _mapping(old, new, former, line, (), both)
            yield f"{_called(name, line)}: {', '.join(told)}"


def _by_name(lines: list[Any]) -> dict[tuple[str, int], tuple[int, Any]]:
    """Lines by what they call themselves, and which of those of the same name they are, with their number."""
    found: dict[tuple[str, int], tuple[int, Any]] = {}
    seen: Counter[str] = Counter()
    for number, line in enumerate(lines):
        mapping = line if isinstance(line, Mapping) else {"id": line}
        keys = ("id", "ref", "state", "mechanism", "title", "indicator", "to")
        own = slug(str(next((mapping[key] for key in keys if mapping.get(key)), "")))
        found[own, seen[own]] = (number, mapping)
        seen[own] += 1
    return found


def _called(name: tuple[str, int], line: Mapping[str, Any]) -> str:
    """How a line is called: by its reference or title as it was typed, else by its place among those of its
    name.
    """
    for key in ("ref", "title", "state", "mechanism", "id"):
        if line.get(key):
            return str(line[key])
    return name[0] or f"line {name[1] + 1}"


def _counted(key: str, number: int) -> str:
    one, several = _LISTS.get(key, (f"line of {_word(key)}", f"lines of {_word(key)}"))
    return f"{number} {one if number == 1 else several}"


def _word(key: Any) -> str:
    return str(key).replace("_", " ")


def _name(corpus: Corpus, name: str) -> str:
    folder, _, stem = name.partition("/")
    if folder == "vocabulary":
        return f"List of {_word(stem).replace('-', ' ')}"
    return texts.short(corpus, folder if stem == "mechanism" else name, corpus.languages[0]).text
