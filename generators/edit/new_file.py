"""A new file as an editor begins it: without a problem, and with examples in comments.

The comments show what else a file of its kind can say. Each example holds when its sign
is taken away.
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
    """What must be known before a file can be begun."""

    title: str
    language: str = "en"
    """The language of the title."""
    sort: str = ""
    """The code of the type of a text, or of the kind of a mechanism."""
    status: str = ""
    binding: bool | None = False
    region: Sequence[str] = ()
    about: str = ""
    """The code of how near a text is to trafficking."""
    adopted: str = ""
    """The day of adoption (ISO 8601), its month or year; empty where none is known."""
    source: str = ""
    """The title of what the editor read; empty where nothing was."""
    read: bool = False
    """Whether that was the text itself."""
    seen: str = ""
    """The day of reading, ISO 8601."""


def text(kind: str, answers: Answers) -> str:
    """The text of a new file of a kind (a key of ``KINDS``)."""
    file_kind = KINDS[kind]
    language = f"language: {answers.language}\n" if answers.language != "en" else ""
    title = f"  {answers.language}: {_yaml_text(answers.title)}\n"
    if file_kind == "mechanism":
        regions = ", ".join(answers.region)
        lines = (
            f"kind: {answers.sort}\n"
            f"{language}"
            f"regions: [{regions}]\n"
            f"official_names:\n{title}"
        )
    else:
        lines = (
            f"kind: {file_kind}\n"
            f"type: {answers.sort}\n"
            f"{language}"
            f"official_titles:\n{title}"
            f"{_status_lines(answers)}"
        )
    head = f"# yaml-language-server: $schema=../../schema/{file_kind}.schema.json\n"
    return f"{head}{lines}{_EXAMPLES[file_kind]}{_source_lines(answers)}{_NOTES}"


def _status_lines(answers: Answers) -> str:
    """The lines of a text with its status, whether it binds, and its adoption."""
    adopted = f"adopted: {{date: {answers.adopted}}}\n"
    if not answers.adopted:
        adopted = "# adopted: {date: 2009-07-14}\n"
    return (
        "# short_title: How people call it, in a few words\n"
        f"status: {answers.status}\n"
        f"binding: {'true' if answers.binding else 'false'}\n"
        f"{adopted}"
        f"{_IN_FORCE if answers.status == 'in-force' else ''}"
        f"about: {answers.about}\n"
        f"{_REASON if answers.about == 'framework' else ''}"
    )


def _source_lines(answers: Answers) -> str:
    """The lines with the source that was named, or with one to fill in as a comment.

    The last line is how sure the record is: read, read about, or known from memory.
    """
    if not answers.source:
        return f"{_NO_SOURCE}confidence: recalled\n"
    kind = "primary" if answers.read else "secondary"
    grade = "verified" if answers.read else "reported"
    return (
        "sources:\n"
        f"  - title: {_yaml_text(answers.source)}\n"
        f"    kind: {kind}\n"
        f"    seen: {answers.seen}\n"
        f"confidence: {grade}\n"
    )


def _yaml_text(value: str) -> str:
    """A text as the value of a key in YAML: plain, in double quotes, or folded.

    It is plain where YAML reads the same text, and folded where it is long.

    >>> _yaml_text("Plan of action")
    'Plan of action'
    >>> _yaml_text("Plan: two")
    '"Plan: two"'
    """
    if len(value) > _WIDTH - 16 and " ".join(value.split()) == value:
        lines = textwrap.wrap(
            value, _WIDTH - 2, break_long_words=False, break_on_hyphens=False
        )
        return "\n  ".join([">-", *lines])
    quoted = json.dumps(value, ensure_ascii=False)
    try:
        plain_meaning = yaml_places.meaning(f"key: {value}")
    except ValueError:
        return quoted
    is_same = plain_meaning == yaml_places.meaning(f"key: {quoted}")
    return value if is_same else quoted


_REASON = "about_reason: Which text on trafficking builds on it, and where.\n"
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
