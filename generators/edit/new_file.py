"""A new file as an editor begins it: sound as it stands, with what else could be said in comments, each with
an example that holds when its sign is taken away.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from generators.model.items import ItemKind
from generators.model.records import RecordKind
from generators.text import yaml_files

KINDS: Mapping[str, str] = {
    "mechanism": "mechanism",
    "instrument": "instrument",
    "plan": "action-plan",
    "sop": "sop",
    **{kind: kind for kind in get_args(ItemKind)},
}
"""What can be begun, and the kind that its file says (``plan`` is the word that people use)."""
COLLECTION = "dakar-2010"
"""The folder of items."""
_WIDTH = 120
"""Lines of long texts are broken before so many characters."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What must be known before a file can be begun. ``codes`` are the values of the fields that ask for one
    (``type``, ``status``, ``kind`` of a mechanism); ``adopted`` is empty where no day is known, ``in_force``
    where it is not; ``source`` is the title of what was read, with ``url`` and ``seen`` where there is one;
    ``read`` says whether that was the text itself.
    """

    title: str
    language: str = "en"
    codes: Mapping[str, str] = field(default_factory=dict)
    regions: Sequence[str] = ()
    binding: bool = False
    adopted: str = ""
    in_force: str = ""
    ref: str = ""
    says: str = ""
    source: str = ""
    url: str = ""
    seen: str = ""
    read: bool = False


def text(kind: str, answers: Answers) -> str:
    """The file of a kind (a key of ``KINDS``)."""
    own = KINDS[kind]
    head = f"# yaml-language-server: $schema=../../schema/{own}.schema.json\n"
    body = {"mechanism": _mechanism, **dict.fromkeys(get_args(RecordKind), _record)}.get(own, _item)
    return f"{head}{body(own, answers)}{_sources(answers)}{_end(answers)}"


def _mechanism(_: str, answers: Answers) -> str:
    return (
        f"kind: {answers.codes['kind']}\n"
        f"{_language(answers)}"
        f"regions: [{', '.join(answers.regions)}]\n"
        f"official_names:\n  {answers.language}: {_written(answers.title)}\n"
        "# acronyms: {en: ABC}\n"
        "# seat: {city: Abuja, country: NGA}\n"
        "# founded: 1975-05-28\n"
        "# members_as_of: 2026-01-31\n"
        "# members:\n"
        "#   - {state: BEN, since: 1975}\n"
        "#   - {state: NGA, since: 1975-05-28}\n"
        "# trafficking_body: The organ that carries the work against trafficking.\n"
        "# website: https://www.example.org/\n"
    )


def _record(kind: str, answers: Answers) -> str:
    adopted = (
        f"adopted: {{date: {answers.adopted}}}\n" if answers.adopted else "# adopted: {date: 2009-07-14}\n"
    )
    in_force = f"in_force: {answers.in_force}\n" if answers.in_force else ""
    return (
        f"kind: {kind}\n"
        f"type: {answers.codes['type']}\n"
        f"{_language(answers)}"
        f"official_titles:\n  {answers.language}: {_written(answers.title)}\n"
        "# short_title: How people call it, in a few words\n"
        f"status: {answers.codes['status']}\n"
        f"binding: {'true' if answers.binding else 'false'}\n"
        f"{adopted}{in_force}"
        f"{_OF_KIND[kind]}"
    )


_SUMMARY = """\
# summary: >-
#   What it is, who adopted it and what for, in two or three sentences of your own.
"""
_PROVISIONS = """\
# provisions:
#   - topics: [assistance]
#     ref: Art. 1
#     strength: encouragement
#     says: What it says there, in your own words, forty at most.
#   - topics: [identification]
#     ref: Art. 2(1)
#     strength: encouragement
#     says: The next line, with its number where the text gives one.
"""
_PARTIES = """\
# relations: {implements: [un/palermo-protocol], related: [un/convention-1949]}
# parties:
#   as_of: 2026-01-31
#   states:
#     - {state: BEN, since: 2024-08-30}
#     - {state: NGA}
"""
_OF_KIND = {
    "instrument": f"{_PARTIES}{_SUMMARY}{_PROVISIONS}",
    "action-plan": (
        "# period: {from: 2026, to: 2030}\n"
        f"{_SUMMARY}"
        "# objectives:\n"
        "#   - {ref: Goal 1, says: 'What the plan sets out to do, in your own words.'}\n"
        f"{_PROVISIONS}"
    ),
    "sop": (
        f"{_SUMMARY}"
        "# steps:\n"
        "#   - stage: detection\n"
        "#     ref: Step 1\n"
        "#     who: [law-enforcement]\n"
        "#     does: What is done at this step, in your own words.\n"
        "#   - stage: immediate-needs\n"
        "#     ref: Step 2\n"
        "#     does: What is done then.\n"
        "#     within: {hours: 48}\n"
    ),
}


def _item(kind: str, answers: Answers) -> str:
    return (
        f"kind: {kind}\n"
        f"{_language(answers)}"
        f"title: {_written(answers.title)}\n"
        f"ref: {_written(answers.ref)}\n"
        "# topics: [assistance]\n"
        f"says: {_written(answers.says)}\n"
        "# still_open: What was not found.\n"
    )


def _language(answers: Answers) -> str:
    return f"language: {answers.language}\n" if answers.language != "en" else ""


def _sources(answers: Answers) -> str:
    """The source that was named, else one to be filled in."""
    if not answers.source:
        return (
            "# sources:\n"
            "#   - title: Title and publisher of what you read\n"
            "#     url: https://www.example.org/text\n"
            "#     kind: primary\n"
            "#     seen: 2026-01-31\n"
        )
    kind = "primary" if answers.read else "secondary"
    more = {"url": answers.url, "kind": kind, "seen": answers.seen}
    lines = "".join(f"    {key}: {_written(value)}\n" for key, value in more.items() if value)
    return f"sources:\n  - title: {_written(answers.source)}\n{lines}"


def _end(answers: Answers) -> str:
    """How sure it is: read, read about, or known from memory."""
    grade = "verified" if answers.read and answers.source else "reported" if answers.source else "recalled"
    return f"confidence: {grade}\n# notes: What is uncertain; editors see it, readers do not.\n"


def _written(value: str) -> str:
    """A text as the value of a key: folded where it is long, plain where YAML reads it as it stands, else in
    double quotes.
    """
    if len(value) > _WIDTH - 16 and " ".join(value.split()) == value:
        lines = textwrap.wrap(value, _WIDTH - 2, break_long_words=False, break_on_hyphens=False)
        return "\n  ".join([">-", *lines])
    try:
        plain = yaml_files.nodes(f"key: {value}\n").data == {"key": value}
    except ValueError:
        plain = False
    return value if plain else json.dumps(value, ensure_ascii=False)
