"""What differs between two states of a project's records and translations, in words.

An editor reads them: in the summary of a pull request, or before submitting a change.
Both states are read whole, so a code is said by its label and a line by its reference.
A file may be unreadable in part in one state. Its differences are left out, as the part
that could not be read would count as removed.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generators.corpus.addresses import slug
from generators.corpus.corpus import Corpus
from generators.corpus.inputs import FOLDER
from generators.edit.differing_words import differing_parts, shortened
from generators.model.fields import Code, Loc, State, walk
from generators.model.validation import STATES
from generators.text.gettext_files import STALE, UNREVIEWED, Entries
from generators.text.problems import Problem, harmless
from generators.text.sayings import Find, Saying, say, say_n, translated
from generators.translate import texts

Line = Mapping[str, Any]
"""A line of a list, such as a provision or a party: its values by their keys."""
LineName = tuple[str, int]
"""What a line calls itself, and its place among the lines of that name, from 0."""
_Labels = Mapping[tuple[str, str], str]
"""What codes and States are called, by the key that holds them and the code."""
_MOST_NAMES = 5
"""How many lines are named that were added to a list or taken from it."""
_NAMING = (
    *("id", "ref", "state", "mechanism", "title", "indicator", "to"),
    *("name", "name_en", "url"),
)
"""The keys of which the first tells a line from its neighbours."""
_LABELLING = ("ref", "title", "state", "mechanism", "id", "name", "name_en", "url")
"""The keys of which the first is what people call a line."""
_LINE_COUNTS: Mapping[str, Callable[[int], Saying]] = {
    "provisions": lambda n: say_n("{n} provision", "{n} provisions", n),
    "steps": lambda n: say_n("{n} step", "{n} steps", n),
    "objectives": lambda n: say_n("{n} objective", "{n} objectives", n),
    "indicators": lambda n: say_n("{n} indicator", "{n} indicators", n),
    "sources": lambda n: say_n("{n} source", "{n} sources", n),
    "states": lambda n: say_n("{n} party", "{n} parties", n),
    "members": lambda n: say_n("{n} member", "{n} members", n),
    "entries": lambda n: say_n("{n} entry", "{n} entries", n),
    "contacts": lambda n: say_n("{n} contact", "{n} contacts", n),
}
"""For a list whose lines have a word of their own: a number of them, in words."""


class Difference(NamedTuple):
    """What differs in one file."""

    id: str
    """Such as ``ecowas/policy-2009``, ``vocabulary/topics`` or ``ecowas/fr.po``."""
    name: str
    """How people call the file."""
    phrases: tuple[str, ...]
    """One phrase for each value or line that differs."""

    def translated(self, find: Find) -> Difference:
        """This difference in another language; what was typed remains as it is."""
        phrases = tuple(translated(phrase, find) for phrase in self.phrases)
        return Difference(self.id, translated(self.name, find), phrases)

    @property
    def line(self) -> str:
        """All of it in one line."""
        return f"{self.name} ({self.id}): {'; '.join(self.phrases)}"


def differences(before: Corpus, after: Corpus, language: str = "en") -> list[Difference]:
    """What differs between two corpora: a Difference for each file that is not the same.

    Records, mechanisms, items and lists come first, then catalogs, each sorted by id.
    Codes, States and names are in ``language``. The phrases are English sentences that
    can be translated (``Difference.translated``).
    """
    return [
        *_differences_of_records(before, after, language),
        *_differences_of_catalogs(before, after),
    ]


def _differences_of_records(
    before: Corpus, after: Corpus, language: str
) -> Iterator[Difference]:
    """The difference of each YAML file that is not the same in both, sorted by id."""
    old_sources = before.library.sources
    new_sources = after.library.sources
    for file_id in sorted({*old_sources, *new_sources}):
        phrases = _file_phrases(before, after, file_id, language)
        if phrases:
            named_in = after if file_id in new_sources else before
            name = _file_name(named_in, file_id, language)
            yield Difference(file_id, name, tuple(phrases))


def _differences_of_catalogs(before: Corpus, after: Corpus) -> Iterator[Difference]:
    """The difference of each catalog that is not the same in both, sorted by folder."""
    old_catalogs = before.library.catalogs
    new_catalogs = after.library.catalogs
    for folder, tag in sorted({*old_catalogs, *new_catalogs}):
        old = old_catalogs.get((folder, tag))
        new = new_catalogs.get((folder, tag))
        phrases = _catalog_phrases(old.entries if old else {}, new.entries if new else {})
        if phrases:
            name = say("Translations of {folder}, {tag}", folder=folder, tag=tag)
            yield Difference(f"{folder}/{tag}.po", name, tuple(phrases))


def markdown(file_differences: Iterable[Difference], first: Iterable[str] = ()) -> str:
    """The differences as Markdown: a heading for each file, a list item for each phrase.

    The texts of ``first`` come before them, each as a paragraph. Marks of Markdown in
    typed text are escaped. So a record cannot add a link or a heading to a comment.
    """
    parts = [f"{_escaped(text)}\n" for text in first]
    for difference in file_differences:
        heading = f"#### {_escaped(difference.name)} ({_escaped(difference.id)})"
        phrases = "".join(f"- {_escaped(phrase)}\n" for phrase in difference.phrases)
        parts.append(f"{heading}\n\n{phrases}")
    return "\n".join(parts)


def _escaped(text: str) -> str:
    r"""Text on one line, without meaning for Markdown or HTML.

    It calls nobody (``@``) and links nowhere (``://``): an invisible space breaks these.

    >>> _escaped("*new* <b>")
    '\\*new\\* &lt;b\\>'
    """
    one_line = harmless(" ".join(text.split()))
    without_tags = one_line.replace("&", "&amp;").replace("<", "&lt;")
    escaped = "".join(
        f"\\{letter}" if letter in "\\`*_[]()#!|~>" else letter for letter in without_tags
    )
    return escaped.replace("@", "@\u200b").replace("://", ":\u200b//")


# -- one file ----------------------------------------------------------------------------


def _file_phrases(
    before: Corpus, after: Corpus, file_id: str, language: str
) -> list[str]:
    """What differs in a YAML file, in phrases; none where it says the same in both.

    A file that is not a mapping cannot be read. It is named elsewhere and has no phrases.
    """
    old = before.library.sources.get(file_id)
    new = after.library.sources.get(file_id)
    old_data = old.data if old else None
    new_data = new.data if new else None
    if old is None:
        return [_file_added(new_data)]
    if new is None:
        return [_file_removed(old_data)]
    if not isinstance(old_data, Mapping) or not isinstance(new_data, Mapping):
        return []
    if old_data == new_data:
        return []
    old_labels = _labels(before, file_id, language)
    new_labels = _labels(after, file_id, language)
    return list(_mapping_phrases(old_labels | new_labels, old_data, new_data))


def _file_added(data: Any) -> Saying:
    """That a file is new, with what it holds: ``added: 2 sources``."""
    line_counts = _line_counts(data)
    if not line_counts:
        return say("new file")
    return say("added: {lines}", lines=line_counts)


def _file_removed(data: Any) -> Saying:
    """That a file was removed, with what it held: ``removed: 2 sources``."""
    line_counts = _line_counts(data)
    if not line_counts:
        return say("file removed")
    return say("removed: {lines}", lines=line_counts)


def _line_counts(data: Any) -> tuple[Saying, ...]:
    """How many lines each list of a file has: ``("12 provisions", "2 sources")``.

    Empty for a file that is not a mapping. Lists whose lines have no word are left out.
    """
    if not isinstance(data, Mapping):
        return ()
    return tuple(
        _LINE_COUNTS[key](len(value))
        for key, value in data.items()
        if key in _LINE_COUNTS and isinstance(value, list)
    )


def _labels(corpus: Corpus, file_id: str, language: str) -> dict[tuple[str, str], str]:
    """What the codes and States of a file are called, by their key and the code.

    Empty for a file without a model in the corpus.
    """
    folder, _, stem = file_id.partition("/")
    mechanism = corpus.mechanisms.get(folder) if stem == "mechanism" else None
    model = mechanism or corpus.records.get(file_id) or corpus.items.get(file_id)
    if model is None:
        return {}
    labels = {}
    for loc, mark, value in walk(model):
        keys = [part for part in loc if isinstance(part, str)]
        if isinstance(mark, Code):
            labels[keys[-1], value] = texts.label(corpus, mark.list_name, value, language)
        elif isinstance(mark, State):
            labels[keys[-1], value] = texts.state_name(corpus, value, language)
    return labels


def _file_name(corpus: Corpus, file_id: str, language: str) -> str:
    """How people call a YAML file: the name of its list, or its short title.

    A file of contacts names its State. It is its id where too much of the file could not
    be read.
    """
    folder, _, stem = file_id.partition("/")
    if folder == STATES:
        state = texts.state_name(corpus, stem.upper(), language)
        return say("Contacts: {state}", state=state)
    if folder == "vocabulary":
        return say("List of {name}", name=_key_words(stem).replace("-", " "))
    owner = folder if stem == "mechanism" else file_id
    try:
        return texts.short(corpus, owner, language).text
    except KeyError:
        return owner


def _catalog_phrases(old: Entries, new: Entries) -> list[Saying]:
    """How many translations were added, changed and reviewed, each in a phrase.

    A stale translation counts as none. Translations that were removed are not counted.
    """
    added = 0
    changed = 0
    reviewed = 0
    for key, entry in new.items():
        old_entry = old.get(key)
        if entry.state == STALE:
            continue
        if old_entry is None or old_entry.state == STALE:
            added += 1
        elif (old_entry.text, old_entry.plural) != (entry.text, entry.plural):
            changed += 1
        elif old_entry.state == UNREVIEWED and entry.state != UNREVIEWED:
            reviewed += 1
    phrases = []
    if added:
        phrases.append(say_n("{n} translation added", "{n} translations added", added))
    if changed:
        phrases.append(
            say_n("{n} translation changed", "{n} translations changed", changed)
        )
    if reviewed:
        phrases.append(
            say_n("{n} translation reviewed", "{n} translations reviewed", reviewed)
        )
    return phrases


# -- two values --------------------------------------------------------------------------


def _mapping_phrases(
    labels: _Labels, old: Line, new: Line, around: Loc = ()
) -> Iterator[str]:
    """What differs between two mappings, a phrase for each value or line.

    Keys come in the order of the newer mapping, then those that only the older one has.
    ``around`` has the keys of the mappings that hold them, the outermost first.
    """
    removed_keys = [key for key in old if key not in new]
    for key in (*new, *removed_keys):
        old_value = old.get(key)
        new_value = new.get(key)
        if old_value == new_value:
            continue
        if _is_lines(old_value) or _is_lines(new_value):
            yield from _list_phrases(labels, key, old_value or [], new_value or [])
        elif isinstance(old_value, Mapping) and isinstance(new_value, Mapping):
            yield from _mapping_phrases(labels, old_value, new_value, (*around, key))
        else:
            field = " ".join(_key_words(part) for part in (*around, key))
            yield _value_phrase(labels, key, field, old_value, new_value)


def _value_phrase(
    labels: _Labels, key: str, field: str, old_value: Any, new_value: Any
) -> Saying:
    """How the value of a ``key`` differs; one of the two is None where there is none.

    ``field`` is what the key is called: ``status: Draft → Adopted``.
    """
    old_text = _value_text(labels, key, old_value)
    new_text = _value_text(labels, key, new_value)
    if old_value is None:
        return say("{field} added: {value}", field=field, value=shortened(new_text))
    if new_value is None:
        return say(
            "{field} removed (was: {value})", field=field, value=shortened(old_text)
        )
    old_part, new_part = differing_parts(old_text, new_text)
    return say(
        "{field}: {former} → {value}",
        field=field,
        former=shortened(old_part),
        value=shortened(new_part),
    )


def _value_text(labels: _Labels, key: str, value: Any) -> str:
    """The value of a key in words, on one line; a code is said by its label."""
    if isinstance(value, list):
        members = [_value_text(labels, key, member) for member in value]
        return ", ".join(members) or say("none")
    if isinstance(value, Mapping):
        return ", ".join(
            f"{_key_words(inner_key)} {_value_text(labels, inner_key, inner_value)}"
            for inner_key, inner_value in value.items()
        )
    typed = str(value)
    return " ".join(labels.get((key, typed), typed).split())


# -- lists of lines ----------------------------------------------------------------------


def _is_lines(value: Any) -> bool:
    """Whether a value is a list of lines, such as provisions or parties."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _list_phrases(labels: _Labels, key: str, old: Any, new: Any) -> Iterator[str]:
    """What differs between two lists of lines below a ``key``.

    First which lines were added, then which were removed, then a phrase for each changed
    line. Lines are matched by their names, never by their place. A value that is not a
    list counts as an empty list.
    """
    old_lines = lines_by_name(old, _own_name)
    new_lines = lines_by_name(new, _own_name)
    added = [
        _line_label(labels, name, line)
        for name, line in new_lines.items()
        if name not in old_lines
    ]
    removed = [
        _line_label(labels, name, line)
        for name, line in old_lines.items()
        if name not in new_lines
    ]
    if added:
        count = _line_count(key, len(added))
        yield say("added: {lines} ({names})", lines=count, names=_first_names(added))
    if removed:
        count = _line_count(key, len(removed))
        yield say("removed: {lines} ({names})", lines=count, names=_first_names(removed))
    for name, line in new_lines.items():
        if name in old_lines and old_lines[name] != line:
            phrases = tuple(_mapping_phrases(labels, old_lines[name], line))
            label = _line_label(labels, name, line)
            yield say("{line}: {differences}", line=label, differences=phrases)


def lines_by_name(lines: Any, name_of: Callable[[Line], str]) -> dict[LineName, Line]:
    """The lines of a list, by their names; empty where ``lines`` is not a list.

    ``name_of`` gives what a line calls itself. Lines of the same name are told apart by
    their place among them. A line that is not a mapping becomes one with that ``id``.

    >>> lines_by_name([{"ref": "1"}, {"ref": "1"}], lambda line: line["ref"])
    {('1', 0): {'ref': '1'}, ('1', 1): {'ref': '1'}}
    """
    named: dict[LineName, Line] = {}
    counts: Counter[str] = Counter()
    for line in lines if isinstance(lines, list) else ():
        mapping = line if isinstance(line, Mapping) else {"id": line}
        name = name_of(mapping)
        named[name, counts[name]] = mapping
        counts[name] += 1
    return named


def _own_name(line: Line) -> str:
    """What a line is matched by: its anchor, reference, State …; empty where it has none.

    >>> _own_name({"ref": "Art. 2(1)", "says": "…"})
    'art-2-1'
    """
    for key in _NAMING:
        if line.get(key):
            return slug(str(line[key]))
    return slug("")


def _line_label(labels: _Labels, name: LineName, line: Line) -> str:
    """How a line is called: its reference, title or name as typed; a State by its name.

    Where it has none, its ``name``, or its place where that is empty too: ``line 2``.
    """
    for key in _LABELLING:
        if line.get(key):
            typed = str(line[key])
            return labels.get((key, typed), typed)
    own_name, place = name
    return own_name or say("line {n}", n=place + 1)


def _first_names(names: Sequence[str]) -> tuple[str, ...]:
    """The first names of lines, with ``…`` at the end where there are more."""
    if len(names) > _MOST_NAMES:
        return (*names[:_MOST_NAMES], "…")
    return tuple(names)


def _line_count(key: str, number: int) -> Saying:
    """A number of lines of the list below a key, in words: ``2 provisions``."""
    if key in _LINE_COUNTS:
        return _LINE_COUNTS[key](number)
    field = _key_words(key)
    return say_n("{n} line of {field}", "{n} lines of {field}", number, field=field)


def _key_words(key: Any) -> str:
    """A key of a file as words: ``short title`` for ``short_title``."""
    return str(key).replace("_", " ")


# -- files that could not be read whole --------------------------------------------------


def unread_paths(root: Path, problems: Iterable[Problem]) -> set[str]:
    """The paths of records and catalogs that could not be read whole.

    ``problems`` are those of reading the project in ``root``. A path of no file there is
    left out.
    """
    paths = {problem.path for problem in problems}
    return {
        path
        for path in paths
        if path.startswith(f"{FOLDER}/") and os.path.lexists(root / path)
    }


def of_whole_files(
    file_differences: Iterable[Difference], unread: Iterable[str]
) -> list[Difference]:
    """The differences without those of ``unread`` files, which are given as paths."""
    unread_ids = {path.removeprefix(f"{FOLDER}/").removesuffix(".yml") for path in unread}
    return [
        difference for difference in file_differences if difference.id not in unread_ids
    ]


def unread_told(unread: Iterable[str]) -> Saying:
    """What is to be said of files that could not be read whole, before anything else."""
    return say(
        "not read whole, so nothing is said here of what differs in them: {files}; "
        "run 'compendium check'",
        files=tuple(sorted(unread)),
    )
