"""What the files of data have in common: their head, texts, what ids and codes mean, sources."""

from __future__ import annotations

from generators.data.shapes import (
    ADDRESS,
    DAY,
    MECHANISM,
    NUMBER,
    ONLY_TRUE,
    RECORD,
    SLUG,
    STATE,
    STRING,
    TAG,
    URL,
    WHOLE_DAY,
    YES,
    Described,
    by,
    code,
    many,
    one,
    shape,
)

HEAD = {
    "$schema": (
        STRING,
        "Address of the JSON Schema that describes this file: absolute where the site knows its own address, "
        "else relative to this file.",
    ),
    "format": (
        {"type": "string", "pattern": r"^\d+\.\d+$"},
        "Version of the format: the first number rises when a field changes its meaning or goes, the second "
        "when one is added.",
    ),
    "language": (TAG, "Language of labels and texts in this file."),
    "day": (WHOLE_DAY, "Day of the data: status, parties and everything else is as of this day."),
    "base?": (URL, "Absolute address that every relative address in this file continues."),
}

TEXT_FIELDS = {
    "says": (STRING, "The text, in our words unless it is a title."),
    "language?": (TAG, "Language of the text, where it is not the file's (no current translation)."),
    "direction?": ({"enum": ["ltr", "rtl"]}, "Direction of that language."),
    "unreviewed?": (ONLY_TRUE, "The text is a translation by machine that no person has read yet."),
}
TEXT = shape("text", "A text with its language where that is not the file's.", TEXT_FIELDS)

GRADE = (
    code("confidences"),
    "How sure it is: verified (the text itself was read), confirmed (two independent sources), reported (one "
    "secondary source), recalled (nothing was read).",
)

BOUND_SINCE: Described = {
    "bound_since?": (
        DAY,
        "First day on which it binds this State: as a list gives it, else as it follows from the "
        "text's article. Without it that day is not known.",
    ),
    "bound_since_computed?": (
        ONLY_TRUE,
        "True where that day follows from the article and was read in no list.",
    ),
}
RECORD_NAMED = shape(
    "record-named",
    "Which record an id means.",
    {
        "name": (STRING, "Its shortest usual name."),
        "title": (STRING, "Its title."),
        "address": (ADDRESS, "Its page; the same as data is index.json beside it."),
        "kind": (code("kinds"), "Instrument, action plan or standard operating procedure."),
        "type": (code("types"), "What sort of instrument, plan or procedure it is."),
        "binding": (YES, "Whether it is made to bind."),
        "about": (code("nearness"), "How near it is to trafficking in persons."),
        "binds": (YES, "Whether it binds anybody on the day of the data."),
        "status": (code("statuses"), "Where it stands on the day of the data."),
        "status_words": (STRING, "The status in words, with its date."),
        "mechanisms": (many(MECHANISM), "The mechanisms that adopted it; the first keeps it."),
        "regions": (many(code("regions")), "The regions of these mechanisms."),
        "confidence": (code("confidences"), "The grade that most of its lines reach."),
        "topics": (NUMBER, "On how many topics it speaks."),
        "states?": (NUMBER, "How many States are party to it, where that is known."),
    },
)
MECHANISM_NAMED = shape(
    "mechanism-named",
    "Which mechanism an id means.",
    {
        "name": (STRING, "Its acronym or shortest usual name."),
        "title": (STRING, "Its name."),
        "address": (ADDRESS, "Its page."),
        "regions": (many(code("regions")), "Its regions."),
        "contact?": (STRING, "How to reach its office on trafficking, in one line."),
    },
)
STATE_NAMED = shape(
    "state-named",
    "Which State a code means.",
    {
        "code": (STATE, "ISO 3166-1 alpha-3."),
        "name": (STRING, "Its name."),
        "address": (ADDRESS, "Its page."),
    },
)
LABEL = shape(
    "label",
    "What a code means.",
    {
        "label": (STRING, "Its label."),
        "sign?": (STRING, "The sign that the pages show for it."),
    },
)
LABELS = {"labels": (by(SLUG, by(SLUG, one(LABEL))), "What codes mean: by list of the vocabulary, by code.")}
RECORDS = {"records": (by(RECORD, one(RECORD_NAMED)), "The records, by id, in the order of their titles.")}
MECHANISMS = {
    "mechanisms": (
        by(MECHANISM, one(MECHANISM_NAMED)),
        "The mechanisms, by id, in the order of their titles.",
    )
}
