"""What differs between two states of a project's records and translations, in words that
an editor reads: for the summary of a pull request, and for whoever looks over a change
before handing it in.

Both states are read whole, so a code is said by its label and a line by its reference. Of
files that could not be read whole in one of them nobody is told that what stands in them
was removed.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

from generators.corpus.addresses import slug
from generators.corpus.corpus import Corpus
from generators.corpus.inputs import FOLDER
from generators.model.fields import Code, Loc, State, walk
from generators.text.gettext_files import STALE, UNREVIEWED, Key, Translation
from generators.text.problems import Problem, harmless
from generators.text.sayings import Find, Saying, say, say_n, translated
from generators.translate import texts


def _of_entries(
    old: Mapping[Key, Translation], new: Mapping[Key, Translation]
) -> Iterator[Saying]:
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


Line = Mapping[str, Any]
"""A line of a list, such as a provision or a party."""
_LONGEST = 200
"""So many letters of a text are shown."""
_AROUND = 3
"""So many words are shown on both sides of what differs between two texts."""
_NAMED = 5
"""How many lines are named that were added to a list or taken from it."""
_LISTS: Mapping[str, Callable[[int], Saying]] = {
    "provisions": lambda n: say_n("{n} provision", "{n} provisions", n),
    "steps": lambda n: say_n("{n} step", "{n} steps", n),
    "objectives": lambda n: say_n("{n} objective", "{n} objectives", n),
    "indicators": lambda n: say_n("{n} indicator", "{n} indicators", n),
    "sources": lambda n: say_n("{n} source", "{n} sources", n),
    "states": lambda n: say_n("{n} party", "{n} parties", n),
    "members": lambda n: say_n("{n} member", "{n} members", n),
    "entries": lambda n: say_n("{n} entry", "{n} entries", n),
}
"""Lists whose lines are counted under a name of their own."""


class Difference(NamedTuple):
    """What differs of one file: its id (``ecowas/policy-2009``, ``vocabulary/topics``,
    ``ecowas/fr.po``), how people call it, and one phrase for each thing that differs.
    """

    id: str
    name: str
    phrases: tuple[str, ...]

    def told(self, find: Find) -> Difference:
        """This difference in another language, but for what was typed."""
        name, *phrases = (translated(each, find) for each in (self.name, *self.phrases))
        return Difference(self.id, name, tuple(phrases))

    @property
    def line(self) -> str:
        """All of it in one line."""
        return f"{self.name} ({self.id}): {'; '.join(self.phrases)}"


def differences(before: Corpus, after: Corpus, language: str = "en") -> list[Difference]:
    """What differs between two corpora, by file: records, mechanisms, items and lists,
    then catalogs. Codes, States and names are said in a language; the phrases are
    sentences that can be told in it.
    """
    was, now = before.library.sources, after.library.sources
    found = []
    for name in sorted({*was, *now}):
        if phrases := _of_file(before, after, name, language):
            called = _name(after if name in now else before, name, language)
            found.append(Difference(name, called, tuple(phrases)))
    former, present = before.library.catalogs, after.library.catalogs
    for folder, tag in sorted({*former, *present}):
        key = (folder, tag)
        old, new = (
            each[key].entries if key in each else {} for each in (former, present)
        )
        if phrases := list(_of_entries(old, new)):
            called = say("Translations of {folder}, {tag}", folder=folder, tag=tag)
            found.append(Difference(f"{folder}/{tag}.po", called, tuple(phrases)))
    return found


def markdown(found: Iterable[Difference], first: Iterable[str] = ()) -> str:
    """The differences as Markdown: a heading a file, an item a phrase, and paragraphs
    with what is to be said ``first``. Marks of Markdown in what was typed are escaped, so
    a record cannot say more in a comment than it says.
    """
    parts = [f"{_escaped(each)}\n" for each in first]
    for each in found:
        items = "".join(f"- {_escaped(phrase)}\n" for phrase in each.phrases)
        parts.append(f"#### {_escaped(each.name)} ({_escaped(each.id)})\n\n{items}")
    return "\n".join(parts)


def _escaped(text: str) -> str:
    """Text without meaning for Markdown or HTML, on one line, that calls nobody (``@``)
    and links nowhere.
    """
    one_line = harmless(" ".join(text.split())).replace("&", "&amp;").replace("<", "&lt;")
    escaped = "".join(
        f"\\{each}" if each in "\\`*_[]()#!|~>" else each for each in one_line
    )
    return escaped.replace("@", "@\u200b").replace("://", ":\u200b//")


# -- one file ----------------------------------------------------------------------------


def _of_file(before: Corpus, after: Corpus, name: str, language: str) -> list[str]:
    was, now = (each.library.sources.get(name) for each in (before, after))
    if was is None or now is None:
        whole = (now or was).data  # type: ignore[union-attr]
        return [_whole(whole if isinstance(whole, Mapping) else {}, gone=now is None)]
    if was.data == now.data or not (
        isinstance(was.data, Mapping) and isinstance(now.data, Mapping)
    ):
        return []  # what is no mapping is no file that can be read, and named among those
    labels = _labels(before, name, language) | _labels(after, name, language)
    return list(_mapping(labels, was.data, now.data))


def _whole(data: Mapping[str, Any], gone: bool) -> Saying:
    """That a whole file came or went, with what it holds: ``added: 12 provisions, 2
    sources``.
    """
    lists = [
        (key, value)
        for key, value in data.items()
        if key in _LISTS and isinstance(value, list)
    ]
    held = tuple(_LISTS[key](len(value)) for key, value in lists)
    if not held:
        return say("file removed") if gone else say("new file")
    return (
        say("removed: {lines}", lines=held) if gone else say("added: {lines}", lines=held)
    )


_Labels = Mapping[tuple[str, str], str]
"""What codes and States are called, by the key that holds them."""


def _labels(corpus: Corpus, name: str, language: str) -> dict[tuple[str, str], str]:
    folder, _, stem = name.partition("/")
    model = corpus.mechanisms.get(folder) if stem == "mechanism" else None
    model = model or corpus.records.get(name) or corpus.items.get(name)
    found = {}
    for loc, mark, value in walk(model) if model else ():
        key = next(part for part in reversed(loc) if isinstance(part, str))
        if isinstance(mark, Code):
            found[key, value] = texts.label(corpus, mark.of, value, language)
        elif isinstance(mark, State):
            found[key, value] = texts.state_name(corpus, value, language)
    return found


def _said(labels: _Labels, key: str, value: Any) -> str:
    """A value in words."""
    if isinstance(value, list):
        return ", ".join(_said(labels, key, each) for each in value) or say("none")
    if isinstance(value, Mapping):
        return ", ".join(
            f"{_word(inner)} {_said(labels, inner, each)}"
            for inner, each in value.items()
        )
    return " ".join(labels.get((key, str(value)), str(value)).split())


def _mapping(labels: _Labels, was: Any, now: Any, around: Loc = ()) -> Iterator[str]:
    """What differs between two mappings, key by key in the order of the newer one;
    ``around`` is what is said before a key.
    """
    for key in [*now, *(key for key in was if key not in now)]:
        one, other = was.get(key), now.get(key)
        if one == other:
            continue
        if _is_lines(one) or _is_lines(other):
            yield from _lists(labels, key, one or [], other or [])
        elif isinstance(one, Mapping) and isinstance(other, Mapping):
            yield from _mapping(labels, one, other, (*around, key))
        else:
            said = (_said(labels, key, each) for each in (one, other))
            yield _changed((*around, key), one, other, *said)


def _changed(said: Loc, one: Any, other: Any, was: str, now: str) -> str:
    words = " ".join(_word(part) for part in said)
    if one is None:
        return say("{field} added: {value}", field=words, value=_cut(now))
    if other is None:
        return say("{field} removed (was: {value})", field=words, value=_cut(was))
    former, value = map(_cut, _core(was, now))
    return say("{field}: {former} → {value}", field=words, former=former, value=value)


def _core(was: str, now: str) -> tuple[str, str]:
    """Of two texts what differs, with a few words around it."""
    one, other = was.split(), now.split()
    begin = _same(one, other)
    end = _same(one[begin:][::-1], other[begin:][::-1])
    return _middle(one, begin, end), _middle(other, begin, end)


def _same(one: list[str], other: list[str]) -> int:
    """How many words two texts begin with alike."""
    return sum(
        1
        for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    )


def _middle(words: list[str], begin: int, end: int) -> str:
    first, last = max(begin - _AROUND, 0), min(len(words) - end + _AROUND, len(words))
    return f"{'… ' if first else ''}{' '.join(words[first:last])}{' …' if last < len(words) else ''}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _is_lines(value: Any) -> bool:
    """Whether a value is a list of lines, such as provisions or parties."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _lists(labels: _Labels, key: str, was: list[Any], now: list[Any]) -> Iterator[str]:
    """What differs between two lists of lines, which are known by their names and never
    by their numbers.
    """
    ones, others = lines_by_name(was, _own_name), lines_by_name(now, _own_name)
    if names := [
        _called(name, line) for name, line in others.items() if name not in ones
    ]:
        yield say(
            "added: {lines} ({names})",
            lines=_counted(key, len(names)),
            names=_first(names),
        )
    if names := [
        _called(name, line) for name, line in ones.items() if name not in others
    ]:
        yield say(
            "removed: {lines} ({names})",
            lines=_counted(key, len(names)),
            names=_first(names),
        )
    for name, line in others.items():
        if name in ones and ones[name] != line:
            told = tuple(_mapping(labels, ones[name], line))
            yield say("{line}: {differences}", line=_called(name, line), differences=told)


def _first(names: Sequence[str]) -> tuple[str, ...]:
    return (*names[:_NAMED], *(["…"] if len(names) > _NAMED else []))


def lines_by_name(lines: Any, name: Callable[[Line], str]) -> dict[tuple[str, int], Line]:
    """Lines of a list by what they call themselves, and which of those of the same name
    they are.
    """
    found: dict[tuple[str, int], Line] = {}
    seen: Counter[str] = Counter()
    for line in lines if isinstance(lines, list) else ():
        mapping = line if isinstance(line, Mapping) else {"id": line}
        own = name(mapping)
        found[own, seen[own]] = mapping
        seen[own] += 1
    return found


def _own_name(line: Line) -> str:
    keys = ("id", "ref", "state", "mechanism", "title", "indicator", "to")
    return slug(str(next((line[key] for key in keys if line.get(key)), "")))


def _called(name: tuple[str, int], line: Line) -> str:
    """How a line is called: by its reference or title as it was typed, else by its place
    among those of its name.
    """
    for key in ("ref", "title", "state", "mechanism", "id"):
        if line.get(key):
            return str(line[key])
    return name[0] or say("line {n}", n=name[1] + 1)


def _counted(key: str, number: int) -> Saying:
    if key in _LISTS:
        return _LISTS[key](number)
    return say_n("{n} line of {field}", "{n} lines of {field}", number, field=_word(key))


def _word(key: Any) -> str:
    return str(key).replace("_", " ")


def _name(corpus: Corpus, name: str, language: str) -> str:
    folder, _, stem = name.partition("/")
    if folder == "vocabulary":
        return say("List of {name}", name=_word(stem).replace("-", " "))
    owner = folder if stem == "mechanism" else name
    try:
        return texts.short(corpus, owner, language).text
    except KeyError:  # too much of it could not be read
        return owner


def unread_paths(root: Path, problems: Iterable[Problem]) -> set[str]:
    """The files of records and catalogs that problems of reading a project are of."""
    found = {each.path for each in problems if each.path.startswith(f"{FOLDER}/")}
    return {path for path in found if os.path.lexists(root / path)}


def of_whole_files(
    found: Iterable[Difference], unread: Iterable[str]
) -> list[Difference]:
    """The differences but those of files that could not be read whole."""
    ids = {path.removeprefix(f"{FOLDER}/").removesuffix(".yml") for path in unread}
    return [each for each in found if each.id not in ids]


def unread_told(unread: Iterable[str]) -> Saying:
    """What is to be said of such files before anything else."""
    return say(
        "not read whole, so nothing is said here of what differs in them: {files}; run 'compendium check'",
        files=tuple(sorted(unread)),
    )
