"""The text of a PDF's document, by the conventions of ``page_text``, and of a document of the search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from generators.corpus import cldr
from generators.corpus.located import Localized


def volume_text(document: dict[str, Any], stop: str = "") -> list[str]:
    """The lines of a volume: cover, then its sections, up to the heading ``stop`` where one is given."""
    cover = document["cover"]
    lines = [f"# {document['title']}", *(_said(line) for line in (cover["kind"], *cover["lines"]))]
    lines += [f"{_said(label)} :: {_said(value)}" for label, value in cover["facts"]]
    for section in document["sections"]:
        if section["landscape"]:
            lines.append("(landscape)")
        for part in section["parts"]:
            if stop and part["k"] == "h" and _said(part["t"]) == stop:
                return [*lines, "(signs, about)"]
            lines += _part(part)
    return lines


def _part(part: dict[str, Any]) -> list[str]:
    kind = part["k"]
    if kind in ("contents", "index"):
        return [f"({kind})"]
    if kind == "h":
        anchor = f" {{#{part['id']}}}" if "id" in part else ""
        return [f"{'#' * (part['l'] + 1)} {_said(part['t'])}{anchor}"]
    if kind == "p":
        return [_said(part["t"])]
    if kind == "facts":
        return [f"{_said(label)} :: {_said(value)}" for label, value in part["rows"]]
    if kind == "entries":
        return [
            line
            for item in part["items"]
            for line in _entry(f"<{item['s']}> " if item["s"] else "- ", item["b"])
        ]
    if kind == "signed":
        return _entry(f"{_said([part['s']])} ", part["b"])
    if kind == "list":
        return [f"- {_said(item)}" for item in part["items"]]
    if kind == "notes":
        return [f"{number}. {_said(item)}" for number, item in enumerate(part["items"], 1)]
    return _table(part)


def _entry(sign: str, body: Iterable[dict[str, Any]]) -> list[str]:
    first, *rest = [line for part in body for line in _part(part)]
    return [f"{sign}{first}", *(f"  {line}" for line in rest)]


def _table(part: dict[str, Any]) -> list[str]:
    lines = [f"|= {' | '.join(map(_said, part['head']))} |"]
    for group in part["groups"]:
        if group["t"]:
            lines.append(f"| {_said(group['t'])} |")
        for row in group["rows"]:
            cells = (" / ".join(line.strip() for each in cell for line in _part(each)) for cell in row["c"])
            lines.append(f"| {' | '.join(cells)} |")
    return lines


_STYLES = {"b": "**", "i": "*", "s": "~~", "ref": "", "src": "", "num": "", "warn": ""}


def _said(runs: Iterable[str | dict[str, Any]]) -> str:
    return " ".join("".join(run if isinstance(run, str) else _run(run) for run in runs).split())


def _run(run: dict[str, Any]) -> str:
    text, kind = run["t"], run.get("k", "src")
    if kind in ("sign", "mark"):
        return f"<{text}>"
    if "l" in run:
        own = run["d"] == cldr.direction(run["l"])
        text = f"{{{run['l']}{'' if own else ' ' + run['d']}: {text}}}"
    if kind == "ref" and "url" not in run:
        text = f"{{={text}}}"
    if to := run.get("url") or run.get("to") or run.get("mark"):
        text = f"[{text}]({to})"
    return f"{_STYLES[kind]}{text}{_STYLES[kind]}"


def search_text(document: Any) -> list[str]:
    """The lines of what search knows of an address: a line a field, empty ones left out."""
    return [line for each in fields(document) for line in _field(each.name, getattr(document, each.name))]


def _field(name: str, value: Any) -> list[str]:
    if not value:
        return []
    if name == "names":
        return [f"names: {' · '.join(f'{{{tag}: {text}}}' for text, tag in value)}"]
    if isinstance(value, tuple) and is_dataclass(value[0]):
        return [f"{name}:", *(f"  - {'; '.join(search_text(each))}" for each in value)]
    if is_dataclass(value) and not isinstance(value, Localized):
        return [f"{name}:", *(f"  {line}" for line in search_text(value))]
    return [f"{name}: {_value(value)}"]


def _value(value: Any) -> str:
    if isinstance(value, Localized):
        return f"{{{value.language} {value.state}: {' '.join(value.text.split())}}}"
    return " · ".join(map(_value, value)) if isinstance(value, tuple) else str(value)
