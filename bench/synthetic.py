"""Records made from a seed: clones of the real ones, with their texts, provisions, parties and translations,
under the real vocabularies.

A clone stands in a folder of its own kind: about twenty of them below the clone of a real mechanism.
Relations and other references to real records and mechanisms are left out; everything else is the very text
of the source, so that the mix of long and short records is the real one.
"""

from __future__ import annotations

import random
import re
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generators.corpus.corpus import Corpus
from generators.corpus.library import FOLDER
from generators.text import gettext_files
from generators.translate import units

TOGETHER = 20
"""Records in one folder."""
_REFERRING = re.compile(
    r"^(?:relations|with|developed_by|part_of|aliases):.*\n(?:[ \t#-].*\n|\n)*", re.MULTILINE
)
_FOLLOWED = re.compile(r"(\brecord: |\{id: )([a-z0-9-]+(?:/[a-z0-9-]+)?)(?=[,}\n])(?!.*\btitle: )")
_WITHIN = re.compile(
    r"^[ \t]+to_mechanism:.*\n|\bto_mechanism: [a-z0-9-]+(?:, )?|^  organisations:\n(?:    .*\n)+",
    re.MULTILINE,
)
_LINES = re.compile(r"^    (?:lines|records):\n(?:      - .*\n)+", re.MULTILINE)
_LINE = re.compile(r"^      - ([^#\n]+)(#\S+)?\n", re.MULTILINE)

Block = tuple[tuple[str, str], str]  # context and msgid, and the entry as it stands in a catalog


@dataclass(frozen=True, slots=True)
class Clone:
    """A synthetic record (``name``) and the real one it was made from."""

    name: str
    source: str


class Stock:
    """The real records and mechanisms to clone: their YAML without references, and the entries of their texts
    in each language.
    """

    def __init__(self, corpus: Corpus, root: Path) -> None:
        self.root = root
        self.records = sorted(corpus.records)
        self.mechanisms = sorted(corpus.mechanisms)
        names = (*self.records, *(f"{name}/mechanism" for name in self.mechanisms))
        self.yaml = {name: _cut((root / FOLDER / f"{name}.yml").read_text("utf-8")) for name in names}
        self.blocks = {language: _blocks(corpus, language) for language in corpus.languages}


def clones(stock: Stock, count: int, seed: int) -> list[Clone]:
    """``count`` clones; all records come in turn, in an order that the seed decides."""
    order = _order(stock.records, seed)
    sources = (order[number % len(order)] for number in range(count))
    return [
        Clone(f"synthetic-{number // TOGETHER:04}/{source.partition('/')[2]}-{number:05}", source)
        for number, source in enumerate(sources)
    ]


def mechanisms(stock: Stock, made: Sequence[Clone], seed: int) -> dict[str, str]:
    """The real mechanism that stands behind each folder of the clones; all come in turn, in an order that the
    seed decides.
    """
    order = _order(stock.mechanisms, seed)
    return {
        folder: order[number % len(order)]
        for number, folder in enumerate(dict.fromkeys(clone.name.partition("/")[0] for clone in made))
    }


def write(stock: Stock, made: Sequence[Clone], seed: int, folder: Path, languages: Sequence[str]) -> None:
    """Write a project into ``folder``: the clones, the vocabularies, the hand-written pages, the theme and an
    mkdocs.yml of these languages.
    """
    copy_project(stock.root, folder, languages)
    _vocabulary(stock, folder, languages, made)
    by_folder: dict[str, list[Clone]] = defaultdict(list)
    for clone in made:
        by_folder[clone.name.partition("/")[0]].append(clone)
    for name, source in mechanisms(stock, made, seed).items():
        mechanism, members = f"{source}/mechanism", by_folder[name]
        place = folder / FOLDER / name
        place.mkdir(parents=True)
        (place / "mechanism.yml").write_text(stock.yaml[mechanism], "utf-8")
        for clone in members:
            (folder / FOLDER / f"{clone.name}.yml").write_text(stock.yaml[clone.source], "utf-8")
        for language in languages:
            entries = dict(
                block
                for source in (mechanism, *(clone.source for clone in members))
                for block in stock.blocks[language].get(source, ())
            )
            if entries:
                (place / f"{language}.po").write_text(_catalog(language, entries.values()), "utf-8")


def settings(text: str, languages: Sequence[str]) -> str:
    """An mkdocs.yml with only these of its languages."""
    lines = text.splitlines(keepends=True)
    named = re.compile(r"\s*- \{locale: ([\w-]+),")
    return "".join(line for line in lines if not (match := named.match(line)) or match[1] in languages)


def copy_project(root: Path, folder: Path, languages: Sequence[str]) -> None:
    """Copy everything that a build reads, the records left out, with an mkdocs.yml of these languages."""
    for name in ("docs", "overrides"):
        shutil.copytree(root / name, folder / name)
    for file in (folder / "docs").rglob("*.*.*"):  # pages and pictures of one language
        if file.suffixes[0].removeprefix(".") not in languages:
            file.unlink()
    (folder / "mkdocs.yml").write_text(settings((root / "mkdocs.yml").read_text("utf-8"), languages), "utf-8")


def _vocabulary(stock: Stock, folder: Path, languages: Sequence[str], made: Sequence[Clone]) -> None:
    """The real vocabularies; where a term or indicator names a record it names a clone of it, or the first
    clone where there is none.
    """
    clone_of = dict.fromkeys(stock.records, made[0].name) | {
        clone.source: clone.name for clone in reversed(made)
    }
    clone_of |= dict.fromkeys(stock.mechanisms, made[0].name.partition("/")[0])
    place = folder / FOLDER / "vocabulary"
    place.mkdir(parents=True)
    for file in sorted((stock.root / FOLDER / "vocabulary").iterdir()):
        text = file.read_text("utf-8")
        if file.suffix == ".yml":
            followed = _FOLLOWED.sub(lambda match: match[1] + clone_of.get(match[2], match[2]), text)
            named = {clone.source: clone.name for clone in reversed(made)}
            (place / file.name).write_text(_LINES.sub(partial(_named, named), followed), "utf-8")
        elif file.stem in languages:
            (place / file.name).write_text(text, "utf-8")


def _named(named: Mapping[str, str], block: re.Match[str]) -> str:
    """Clones, or their lines, in place of the records or lines that an entry names; nothing where none was
    cloned.
    """
    kept = [
        f"      - {named[record]}{anchor}\n" for record, anchor in _LINE.findall(block[0]) if record in named
    ]
    return f"{block[0].partition(':')[0]}:\n{''.join(kept)}" if kept else ""


def _order(names: Sequence[str], seed: int) -> list[str]:
    return random.Random(seed).sample(names, len(names))


def _cut(text: str) -> str:
    return _WITHIN.sub("", _REFERRING.sub("", text if text.endswith("\n") else f"{text}\n"))


def _blocks(corpus: Corpus, language: str) -> Mapping[str, list[Block]]:
    """The entries of each record's and mechanism's texts that the catalogs of a language hold and would
    publish.
    """
    found: dict[str, list[Block]] = defaultdict(list)
    for folder, texts in units.extract(corpus).items():
        catalog = corpus.library.catalogs.get((folder, language))
        for unit in texts if catalog else ():
            entry = catalog.find(unit.text, unit.context)
            left_out = "parties.organisations" in unit.place
            if entry and entry.state != gettext_files.STALE and unit.wanted(language) and not left_out:
                found[f"{folder}/{unit.place.partition(' ')[0]}"].append(_block(unit, entry))
    return found


def _block(unit: units.Unit, entry: gettext_files.Translation) -> Block:
    lines = [
        *(["#, fuzzy"] if entry.state == gettext_files.UNREVIEWED else []),
        *([f"msgctxt {_quoted(unit.context)}"] if unit.context else []),
        f"msgid {_quoted(unit.text)}",
        f"msgstr {_quoted(entry.text)}",
    ]
    return (unit.context, unit.text), "\n".join(lines)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _catalog(language: str, blocks: Iterable[str]) -> str:
    return "\n\n".join(_joined(language, blocks)) + "\n"


def _joined(language: str, blocks: Iterable[str]) -> Iterator[str]:
    yield gettext_files.text_of(language, ()).rstrip("\n")
    yield from blocks
