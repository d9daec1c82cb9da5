"""How an editor reads a file: as YAML 1.2, where a bare number is no text, and by the
schema of its kind.
"""

from __future__ import annotations

import re
from typing import Any

from jsonschema import Draft202012Validator

# The scalars of YAML 1.2's core schema that are no text.
_WHOLE = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_NUMBER = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_TRUTH = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}


def as_an_editor_reads(data: Any) -> Any:
    """Our data (all text) as YAML 1.2 would make it; a quoted number is taken for a bare
    one, which asks more of a schema, not less.
    """
    if isinstance(data, dict):
        return {key: as_an_editor_reads(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_an_editor_reads(value) for value in data]
    if _WHOLE.fullmatch(data):
        return int(data, 0) if data[:2] in ("0o", "0x") else int(data)
    if _NUMBER.fullmatch(data):
        return float(data.replace(".inf", "inf").replace(".nan", "nan"))
    return _TRUTH.get(data, data)


def schema_errors(validator: Draft202012Validator, data: Any) -> list[tuple[str, str]]:
    """What a schema finds wrong in our data (all text): the key, '-' for the file itself,
    and the message.
    """
    return [
        (".".join(map(str, error.absolute_path)) or "-", error.message[:200])
        for error in validator.iter_errors(as_an_editor_reads(data))
    ]
