"""A new file as an editor begins it: sound as it stands, with what else could be said in
comments, each with an example that holds when its sign is taken away.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from generators.text import yaml_places

KINDS = {
    "mechanism": "mechanism",
    "instrument": "instrument",
    "plan": "action-plan",
    "sop": "sop",
}
"""What can be begun, and the kind that its file says (``plan`` is the word that people
use).
"""
_WIDTH = 120
"""Lines of long texts are broken before so many characters."""


class Answers(NamedTuple):
    """What must be known before a file can be begun. ``sort`` is the code of its type, or
    of the kind of a mechanism; ``adopted`` is empty where no day is known; ``source`` is
    the title of what was read, ``seen`` the day of that; ``read`` says whether it was the
    text itself.
    """

    title: str
    language: str = "en"
    sort: str = ""
    status: str = ""
    binding: bool | None = False
    region: Sequence[str] = ()
    adopted: str = ""
    source: str = ""
    read: bool = False
    seen: str = ""


def text(kind: str, answers: Answers) -> str:
    """The file of a kind (a key of ``KINDS``)."""
    own = KINDS[kind]
    language = f"language: {answers.language}\n" if answers.language != "en" else ""
    title = f"  {answers.language}: {_written(answers.title)}\n"
    if own == "mechanism":
        regions = ", ".join(answers.region)
        said = f"kind: {answers.sort}\n{language}regions: [{regions}]\nofficial_names:\n{title}"
    else:
        said = f"kind: {own}\ntype: {answers.sort}\n{language}official_titles:\n{title}{_decided(answers)}"
    head = f"# yaml-language-server: $schema=../../schema/{own}.schema.json\n"
    return f"{head}{said}{_EXAMPLES[own]}{_sources(answers)}{_NOTES}"


def _decided(answers: Answers) -> str:
    """What was decided of a text."""
    return (
        "# short_title: How people call it, in a few words\n"
        f"status: {answers.status}\n"
        f"binding: {'true' if answers.binding else 'false'}\n"
        f"{'' if answers.adopted else '# '}adopted: {{date: {answers.adopted or '2009-07-14'}}}\n"
        f"{_IN_FORCE if answers.status == 'in-force' else ''}"
    )


def _sources(answers: Answers) -> str:
    """The source that was named, else one to be filled in; and how sure it is: read, read
    about, or known from memory.
    """
    if not answers.source:
        return f"{_NO_SOURCE}confidence: recalled\n"
    kind, grade = ("primary", "verified") if answers.read else ("secondary", "reported")
    source = f"  - title: {_written(answers.source)}\n    kind: {kind}\n    seen: {answers.seen}\n"
    return f"sources:\n{source}confidence: {grade}\n"


def _written(value: str) -> str:
    """A text as the value of a key: folded where it is long, plain where YAML reads it as
    it stands, else in double quotes.
    """
    if len(value) > _WIDTH - 16 and " ".join(value.split()) == value:
        lines = textwrap.wrap(
            value, _WIDTH - 2, break_long_words=False, break_on_hyphens=False
        )
        return "\n  ".join([">-", *lines])
    quoted = json.dumps(value, ensure_ascii=False)
    try:
        plain = yaml_places.meaning(f"key: {value}") == yaml_places.meaning(
            f"key: {quoted}"
        )
    except ValueError:
        plain = False
    return value if plain else quoted


_IN_FORCE = "# in_force: 2012-01-31\n"
_NOTES = "# notes: What is uncertain; editors see it, readers do not.\n"
_NO_SOURCE = """\
# sources:
#   - title: Title and publisher of what you read
#     url: https://www.example.org/text
#     kind: primary
#     seen: 2026-01-31
"""
_MECHANISM = """\
# acronyms: {en: ABC}
# seat: {city: Abuja, country: NGA}
# founded: 1975-05-28
# members_as_of: 2026-01-31
# members:
#   - {state: BEN, since: 1975}
#   - {state: NGA, since: 1975-05-28}
# trafficking_body: The organ that carries the work against trafficking.
# website: https://www.example.org/
"""
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
_PERIOD = "# period: {from: 2026, to: 2030}\n"
_OBJECTIVES = """\
# objectives:
#   - {ref: Goal 1, says: 'What the plan sets out to do, in your own words.'}
"""
_STEPS = """\
# steps:
#   - stage: detection
#     ref: Step 1
#     who: [law-enforcement]
#     does: What is done at this step, in your own words.
#   - stage: immediate-needs
#     ref: Step 2
#     does: What is done then.
#     within: {hours: 48}
"""
_EXAMPLES = {
    "mechanism": _MECHANISM,
    "instrument": f"{_PARTIES}{_SUMMARY}{_PROVISIONS}",
    "action-plan": f"{_PERIOD}{_SUMMARY}{_OBJECTIVES}{_PROVISIONS}",
    "sop": f"{_SUMMARY}{_STEPS}",
}
