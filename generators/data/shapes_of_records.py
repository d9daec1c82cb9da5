"""The fields of a record: who it is, its days, its parties, its lines."""

from __future__ import annotations

from generators.data.marked import described, shape_of
from generators.data.shapes import (
    ADDRESS,
    DAY,
    NUMBER,
    ONLY_FALSE,
    ONLY_TRUE,
    RECORD,
    STRING,
    TAG,
    WHOLE_DAY,
    by,
    code,
    many,
    one,
    or_none,
    shape,
)
from generators.data.shapes_of_names import BOUND_SINCE, GRADE, RECORD_NAMED, TEXT
from generators.document.open_data.adherences import PARTICIPATIONS
from generators.model.citations import TextAddress
from generators.model.records import (
    Indicator,
    Objective,
    Organisation,
    Parties,
    Party,
    Provision,
    Record,
    Reporting,
    Signatory,
    Step,
)

_PLACE = {
    "record": (RECORD, "The record that it stands in."),
    "address": (ADDRESS, "Its own place on the record's page; kept for good."),
}
_REFERENCE = {
    "reference": (STRING, "The place in the text as lawyers of the file's language write it."),
    "reference_language?": (TAG, "Language of its words, where it is not the file's."),
}
_MAY_HAVE_REFERENCE = {
    "reference?": _REFERENCE["reference"],
    "reference_language?": _REFERENCE["reference_language?"],
}
_MEASURED = {
    "value_words?": (STRING, "What value and within say, in words."),
    "only_for?": (code("groups"), "The group of persons that it holds for alone; for everyone without it."),
}
_TEXT_PLACE = shape(
    "text-address",
    "Where the text itself can be read, whole.",
    described(TextAddress),
    {"by_rule?": (ONLY_TRUE, "Nobody opened the address: it follows from the number of the record.")},
)
PROVISION = shape(
    "provision",
    "What one place of a text says on one or more topics.",
    _PLACE,
    described(Provision),
    _REFERENCE,
    {
        "leads?": (many(code("topics")), "The topics on which a specialist would show it first."),
        "general?": (
            ONLY_TRUE,
            "In the file of a topic: true where its text is general law that also applies.",
        ),
    },
    _MEASURED,
    {"current?": (ONLY_FALSE, "Whether it holds on the day of the data: said only where it does not.")},
)
STEP = shape(
    "step",
    "One step of a standard operating procedure.",
    _PLACE,
    described(Step),
    _REFERENCE,
    _MEASURED,
    {"number": (NUMBER, "Its place in the procedure, from 1.")},
)
OBJECTIVE = shape("objective", "An objective of a plan.", _PLACE, described(Objective), _MAY_HAVE_REFERENCE)
INDICATOR = shape("indicator", "What a plan measures.", _PLACE, described(Indicator), _MAY_HAVE_REFERENCE)
DATE = shape(
    "date",
    "Something that happened to a record, or will.",
    {
        "what": (
            {
                "enum": [
                    *("adopted", "published", "signature", "in-force", "applies-from", "transposition-due"),
                    *("period-from", "period-to", "extended-to"),
                ]
            },
            "What happened.",
        ),
        "date?": (DAY, "When."),
        "place?": (STRING, "Where."),
        "confidence": GRADE,
        "place_confidence?": (code("confidences"), "How sure the place is."),
    },
)
PARTY = shape(
    "party",
    "A State that joined the text.",
    described(Party),
    BOUND_SINCE,
    {
        "participation": (
            {"enum": [*PARTICIPATIONS]},
            "On the day of the data: bound; pending (the text is not in force, or not for it yet); "
            "no-longer-bound (it left, or the text binds nobody any more); of a text that does not bind, "
            "takes-part, to-take-part or took-part. The same codes as in the table of parties.",
        ),
    },
)
PARTIES = shape(
    "parties",
    "Who is party. A State that is not named is not party only where the list is not incomplete.",
    described(Parties),
    {
        "count?": (
            NUMBER,
            "How many parties are known of, organisations among them; may exceed those named.",
        ),
        "count_as_of?": (DAY, "Day of that number."),
        "states": (many(one(PARTY)), "States that joined, past ones included."),
        "organisations": (many(one(shape_of(Organisation))), "Organisations that joined."),
        "signatories": (many(one(shape_of(Signatory))), "States that signed and have not joined."),
    },
)
REPORTING = shape(
    "reporting",
    "Who reports to whom, how often.",
    described(Reporting),
    {
        "next?": (DAY, "Day of the next report."),
        "next_computed?": (ONLY_TRUE, "That day is worked out from the last report and the interval."),
    },
)
RELATION = {
    "enum": [
        *(
            "supersedes",
            "is-to-supersede",
            "superseded-by",
            "is-to-be-superseded-by",
            "amends",
            "is-to-amend",
        ),
        *("amended-by", "is-to-be-amended-by", "implements", "implemented-by", "related"),
    ]
}
RECORD_FIELDS = {
    "id": (RECORD, "Its id, which never changes."),
    "record": (one(RECORD_NAMED), "Who it is and where it stands."),
    "summary": (or_none(one(TEXT)), "What it is about; CommonMark."),
    "adopted": (or_none(DAY), "Day of adoption."),
    "in_force": (or_none(DAY), "Day of entry into force."),
    "dates": (many(one(DATE)), "All its days, the earliest first."),
    "text": (many(one(_TEXT_PLACE)), "Where the text itself can be read: official pages, else copies."),
    "relations": (by(RELATION, many(RECORD)), "Other records that it bears on, or that bear on it."),
    "parties?": (one(PARTIES), "Who is party, where a list or a number was read."),
    "provisions": (many(one(PROVISION)), "What it says, by topic."),
    "steps": (many(one(STEP)), "Its steps, of a procedure."),
    "objectives": (many(one(OBJECTIVE)), "Its objectives."),
    "indicators": (many(one(INDICATOR)), "Its indicators."),
    "reporting?": (one(REPORTING), "The duty to report under it."),
    "silent": (many(code("topics")), "Topics on which the text, read in full, says nothing."),
    "unreadable": (many(code("topics")), "Topics on which we could not read the text: nothing is known."),
    "unread": (many(code("topics")), "Topics that nobody has looked for in it: nothing is known."),
    "who_inferred?": (ONLY_TRUE, "Who acts in its steps is our reading: the source does not name them."),
    "answers": (many(RECORD), "Items of the Dakar consultation of 2010 that it answers."),
    **described(Record),
    "changed?": (WHOLE_DAY, "Day on which the record was changed last."),
    "review?": (DAY, "Day by which it must be looked at again."),
}
