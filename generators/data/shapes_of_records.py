"""The fields of a record: who it is, its days, its parties, its lines."""

from __future__ import annotations

from generators.data.shapes import (
    ADDRESS,
    DAY,
    MECHANISM,
    NUMBER,
    ONLY_FALSE,
    ONLY_TRUE,
    RECORD,
    SLUG,
    STATE,
    STRING,
    TAG,
    URL,
    WHOLE_DAY,
    YES,
    by,
    code,
    many,
    one,
    or_none,
    shape,
)
from generators.data.shapes_of_names import GRADE, RECORD_NAMED, SINCE_UNTIL, SOURCES, TEXT, TEXT_FIELDS
from generators.document.open_data.adherences import PARTICIPATIONS

LENGTH = by(code("measures"), NUMBER)

PLACE = {
    "record": (RECORD, "The record that it stands in."),
    "address": (ADDRESS, "Its own place on the record's page; kept for good."),
    "ref": (STRING, "Article, section or paragraph of the text, as typed in the record."),
    "reference": (STRING, "The same as lawyers of the file's language write it."),
    "reference_language?": (TAG, "Language of its words, where it is not the file's."),
}
_MAY_HAVE_PLACE = {
    "record": PLACE["record"],
    "address": PLACE["address"],
    "ref?": PLACE["ref"],
    "reference?": PLACE["reference"],
    "reference_language?": PLACE["reference_language?"],
}
MEASURED = {
    "value?": (LENGTH, "A number that stands in the text, by unit: a period, an age, a sum."),
    "within?": (LENGTH, "The time within which it must be done, by unit."),
    "value_words?": (STRING, "Both in words."),
    "only_for?": (code("groups"), "The group of persons that it holds for alone; for everyone without it."),
    "confidence": GRADE,
}
PROVISION = shape(
    "provision",
    "What one place of a text says on one or more topics.",
    PLACE,
    TEXT_FIELDS,
    MEASURED,
    {
        "strength": (code("strengths"), "How firmly it is said, by its wording."),
        "topics": (many(code("topics")), "What it is on."),
        "from?": (DAY, "First day on which this wording holds, where it is not as old as the record."),
        "until?": (DAY, "First day on which this wording no longer holds."),
        "current?": (ONLY_FALSE, "It does not hold on the day of the data."),
    },
)
STEP = shape(
    "step",
    "One step of a standard operating procedure.",
    PLACE,
    TEXT_FIELDS,
    MEASURED,
    {
        "number": (NUMBER, "Its place in the procedure, from 1."),
        "stage": (code("stages"), "The step of a case that it belongs to."),
        "who": (many(code("roles")), "Who acts."),
        "time_limit?": (one(TEXT), "A limit of time that is no plain number."),
    },
)
OBJECTIVE = shape("objective", "An objective of a plan.", _MAY_HAVE_PLACE, TEXT_FIELDS, {"confidence": GRADE})
INDICATOR = shape(
    "indicator",
    "What a plan measures.",
    _MAY_HAVE_PLACE,
    TEXT_FIELDS,
    {
        "confidence": GRADE,
        "measures?": (code("indicators"), "The common indicator that it corresponds to."),
    },
)
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
THRESHOLD = shape(
    "threshold",
    "What the final clauses ask for before the text enters into force.",
    {
        "ratifications?": (NUMBER, "How many ratifications."),
        "after?": (LENGTH, "How long after the last of them, by unit."),
        "ref?": (STRING, "Where it says so."),
        "confidence?": GRADE,
    },
)
PERIOD = shape(
    "period",
    "The years that a plan was made for.",
    {
        "from?": (DAY, "First day."),
        "to?": (DAY, "Last day."),
        "extended_to?": (DAY, "Last day after an extension."),
        "still_guides": (YES, "It guides after its end."),
    },
)
ORIGINAL = shape(
    "original",
    "Where the text itself can be read; it stays its owner's.",
    {
        "url": (URL, "Its address."),
        "publisher?": (STRING, "Whose page it is."),
        "language?": (TAG, "Language of the text there."),
        "copy": (YES, "Whether it is a third party's copy."),
    },
)
_NOTE = {"note?": (one(TEXT), "What is to be known of it.")}
_HOW = {"how?": (code("ratification-ways"), "Ratification, accession, succession …")}
PARTY = shape(
    "party",
    "A State that joined the text.",
    {
        "state": (STATE, "ISO 3166-1 alpha-3."),
        "participation": (
            {"enum": [*PARTICIPATIONS]},
            "On the day of the data: bound; pending (the text is not in force, or not for it yet); "
            "no-longer-bound (it left, or the text binds nobody any more); of a text that does not bind, "
            "takes-part, to-take-part or took-part. The same codes as in the table of parties.",
        ),
    },
    SINCE_UNTIL,
    {"in_force_since?": (DAY, "First day on which it binds this State, where it is another than since.")},
    _HOW,
    _NOTE,
    {"confidence": GRADE},
)
ORGANISATION = shape(
    "organisation",
    "An organisation that is party beside States.",
    {"mechanism": (MECHANISM, "Its id.")},
    SINCE_UNTIL,
    _HOW,
    _NOTE,
    {"confidence": GRADE},
)
SIGNATORY = shape(
    "signatory",
    "A State that signed and has not joined.",
    {
        "state": (STATE, "ISO 3166-1 alpha-3."),
        "since?": (DAY, "Day of signature."),
        "confidence": GRADE,
    },
)
PARTIES = shape(
    "parties",
    "Who is party. A State that is not named is not party only where the list is not incomplete.",
    {
        "as_of?": (DAY, "Day of the list."),
        "source?": (SLUG, "The source (its id) that holds the list."),
        "count?": (
            NUMBER,
            "How many parties are known of, organisations among them; may exceed those named.",
        ),
        "count_as_of?": (DAY, "Day of that number."),
        "incomplete?": (one(TEXT), "Why the list may lack parties: who is not named is then not known."),
        "confidence": GRADE,
        "states": (many(one(PARTY)), "States that joined, past ones included."),
        "organisations": (many(one(ORGANISATION)), "Organisations that joined."),
        "signatories": (many(one(SIGNATORY)), "States that signed and have not joined."),
    },
)
REPORTING = shape(
    "reporting",
    "Who reports to whom, how often.",
    {
        "by": (code("roles"), "Who reports."),
        "to": (one(TEXT), "To whom."),
        "to_mechanism?": (MECHANISM, "The mechanism that receives reports."),
        "every?": (LENGTH, "How often, by unit."),
        "cadence?": (one(TEXT), "How often, where no plain interval says it."),
        "last?": (DAY, "Day of the last report."),
        "next?": (DAY, "Day of the next report."),
        "next_computed?": (ONLY_TRUE, "That day is worked out from the last report and the interval."),
        "ref?": (STRING, "Where it says so."),
        "confidence": GRADE,
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
    "entry_into_force?": (one(THRESHOLD), "What it needs to enter into force."),
    "period?": (one(PERIOD), "Its years, of a plan."),
    "official_titles": (by(TAG, STRING), "Its title as published, by language."),
    "number?": (STRING, "CETS, OJ, UNTS, decision or resolution number."),
    "developed_by": (many(MECHANISM), "Bodies that wrote it without adopting it."),
    "authentic_languages": (many(TAG), "Languages in which the text is authentic."),
    "text": (many(one(ORIGINAL)), "Where the text itself can be read, official pages first."),
    "status_page?": (URL, "The depositary's page that says who is party today."),
    "relations": (by(RELATION, many(RECORD)), "Other records that it bears on, or that bear on it."),
    "parties?": (one(PARTIES), "Who is party, where a list or a number was read."),
    "named_parties": (many(STATE), "States that the text names as its parties; ratification not recorded."),
    "provisions": (many(one(PROVISION)), "What it says, by topic."),
    "steps": (many(one(STEP)), "Its steps, of a procedure."),
    "objectives": (many(one(OBJECTIVE)), "Its objectives."),
    "indicators": (many(one(INDICATOR)), "Its indicators."),
    "reporting?": (one(REPORTING), "The duty to report under it."),
    "silent": (many(code("topics")), "Topics on which the text, read in full, says nothing."),
    "unread": (many(code("topics")), "Topics that nobody has looked for in it: nothing is known."),
    "read_in_full": (YES, "Whether the whole text was read."),
    "who_inferred?": (ONLY_TRUE, "Who acts in its steps is our reading: the source does not name them."),
    "answers": (many(RECORD), "Items of the Dakar consultation of 2010 that it answers."),
    **SOURCES,
    "changed?": (WHOLE_DAY, "Day on which the record was changed last."),
    "review?": (DAY, "Day by which it must be looked at again."),
}
