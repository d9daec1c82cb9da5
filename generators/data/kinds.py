"""The kinds of file with data: the fields of each, with their meanings, and what they hold together.

``compendium.json.gz`` holds the records and mechanisms as their own files do. Of a State it says who it is:
what binds a State follows from the parties of the records, and its own file has it joined up.
"""

from __future__ import annotations

from typing import get_args

from generators.data.marked import (
    DAY,
    GRADE,
    MECHANISM,
    NUMBER,
    RECORD,
    SLUG,
    STATE,
    STRING,
    TAG,
    TEXT,
    YES,
    Described,
    Kind,
    by,
    code,
    described,
    many,
    one,
    shape,
    shape_of,
)
from generators.document.open_data.lines import PARTICIPATIONS
from generators.model.citations import TextAddress
from generators.model.items import End, Item
from generators.model.mechanisms import Contact, Mechanism, Member, StateReview
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

ONLY_TRUE: Kind = {"const": True}
WHOLE_DAY: Kind = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
ADDRESS: Kind = {"type": "string", "pattern": "^[a-z0-9/-]*([a-z-]+\\.[a-z]+)?(#[a-z0-9-]+)?$"}
"""Below the folder of the language."""


def or_none(kind: Kind) -> Kind:
    """A value, or null where there is none."""
    return {"anyOf": [kind, {"type": "null"}]}


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
        "confidence": (
            code("confidences"),
            "The best grade that more than half of its lines reach. A record without lines has its own.",
        ),
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
NAMES = {
    "records": (by(RECORD, one(RECORD_NAMED)), "The records, by id, in the order of their titles."),
    "mechanisms": (
        by(MECHANISM, one(MECHANISM_NAMED)),
        "The mechanisms, by id, in the order of their titles.",
    ),
    "labels": (by(SLUG, by(SLUG, one(LABEL))), "What codes mean: by list of the vocabulary, by code."),
}
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
    {"current?": ({"const": False}, "Whether it holds on the day of the data: said only where it does not.")},
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
MOMENT: Kind = {
    "enum": "adopted published signature in-force applies-from transposition-due period-from period-to"
    " extended-to".split()
}
DATE = shape(
    "date",
    "Something that happened to a record, or will.",
    {
        "what": (MOMENT, "What happened."),
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
RELATION: Kind = {
    "enum": "supersedes is-to-supersede superseded-by is-to-be-superseded-by amends is-to-amend amended-by"
    " is-to-be-amended-by implements implemented-by related".split()
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
    "read_in_part": (many(code("topics")), "Topics on which what we read of the text says nothing."),
    "unreadable": (many(code("topics")), "Topics on which we could not read the text: nothing is known."),
    "unread": (many(code("topics")), "Topics that nobody has looked for in it: nothing is known."),
    "who_inferred?": (ONLY_TRUE, "Who acts in its steps is our reading: the source does not name them."),
    "answers": (many(RECORD), "Items of the Dakar consultation of 2010 that it answers."),
    **described(Record),
    "changed?": (WHOLE_DAY, "Day on which the record was changed last."),
    "review?": (DAY, "Day by which it must be looked at again."),
}


FOUNDED = shape("founded", "When a mechanism was founded.", {"date": (DAY, "The day."), "confidence": GRADE})
CONTACT = shape(
    "contact",
    "The office that answers on trafficking; never a person.",
    described(Contact),
    {"postal_address?": (STRING, "Its postal address, as published.")},
)
MEMBER = shape(
    "member",
    "A State's membership of a mechanism, during one interval.",
    described(Member),
    {"status": ({"enum": ["ahead", "now", "past"]}, "On the day of the data.")},
)
MECHANISM_FIELDS = {
    "id": (MECHANISM, "Its id, which never changes."),
    "mechanism": (one(MECHANISM_NAMED), "Who it is."),
    "part_of": (many(MECHANISM), "The mechanisms that it is part of."),
    "bodies": (many(MECHANISM), "The mechanisms that are part of it."),
    "founded?": (one(FOUNDED), "When it was founded."),
    "contact?": (one(CONTACT), "How to reach its office on trafficking."),
    "members": (many(one(MEMBER)), "Its members, past ones and those to come included."),
    "adopted": (many(RECORD), "The records that it adopted, oldest first."),
    "developed": (many(RECORD), "Those that it wrote and others adopted."),
    "party_to": (many(RECORD), "Those that it is itself party to."),
    "receives_reports": (many(RECORD), "Those under which it receives reports."),
    "calendar?": (ADDRESS, "Its days to come, as iCalendar."),
    **described(Mechanism),
    "changed?": (WHOLE_DAY, "Day on which its record was changed last."),
    "review?": (DAY, "Day by which it must be looked at again."),
}

ADHERENCE = shape(
    "adherence",
    "A text that a State joined.",
    {"record": (RECORD, "The text.")},
    described(Party, without="state"),
    BOUND_SINCE,
    {
        "as_of?": (DAY, "Day of the list of parties that this was read in."),
        "words": (STRING, "Since when and how, in words."),
    },
)
SIGNED = shape(
    "signed",
    "A text that a State signed and has not joined.",
    {"record": (RECORD, "The text.")},
    described(Signatory, without="state"),
)
MEMBERSHIP = shape(
    "membership",
    "A mechanism that a State is a member of.",
    {"mechanism": (MECHANISM, "The mechanism.")},
    described(Member, without="state"),
)
TOLD = shape(
    "told",
    "What a mechanism told a State.",
    {"mechanism": (MECHANISM, "The mechanism.")},
    described(StateReview, without="state"),
)
CALLED = shape(
    "called",
    "A line that somebody can call.",
    {
        "numbers": (many(STRING), "As they are dialled in the State."),
        "words": (STRING, "Its name, for whom it is, who answers, from which page and day the number is."),
        "check_first?": (ONLY_TRUE, "The number must be checked before somebody calls."),
        "url": (STRING, "The page that gives the number."),
    },
)
_NAMED = {"words": (STRING, "Its name and the page that names it."), "url": (STRING, "That page.")}
NAMED_LINE = shape("named-line", "A line without a number that is recent enough to show.", _NAMED)
WHO_FIELDS = {
    "state": (one(STATE_NAMED), "Which State it is."),
    "looked?": (DAY, "The day on which somebody looked for whom to call; absent where nobody has."),
    "whom_to_call": (many(one(CALLED)), "Numbers that are recent enough to show on the day of the data."),
    "named_lines?": (many(one(NAMED_LINE)), "Where no number may be shown: the lines that pages name."),
    "check_lines?": (STRING, "That no number is recent enough to show, and what to do, in words."),
    "copies?": (STRING, "Until which day a printed or saved copy of these numbers may be used, in words."),
}
STATE_FIELDS = {
    **WHO_FIELDS,
    "binding": (many(one(ADHERENCE)), "Texts that bind it, oldest first."),
    "pending": (many(one(ADHERENCE)), "Texts that it joined and that do not bind it yet."),
    "left": (many(one(ADHERENCE)), "Texts that it left, or that bind nobody any more."),
    "takes_part": (many(one(ADHERENCE)), "Texts that do not bind and that it takes part in."),
    "will_take_part": (many(one(ADHERENCE)), "Those that it will take part in."),
    "took_part": (many(one(ADHERENCE)), "Those that it took part in."),
    "signed": (many(one(SIGNED)), "Texts that it signed and has not joined."),
    "named": (many(RECORD), "Texts that name it as a party; ratification is not recorded."),
    "open": (
        many(RECORD),
        "Binding texts of its regions, and global ones, of which it is not known whether it is party: the "
        "list was not read, or may lack some. Never to be read as no.",
    ),
    "open_elsewhere": (many(RECORD), "The same of other regions."),
    "standards": (by(code("kinds"), many(RECORD)), "By kind, what its mechanisms adopted for all members."),
    "reports": (many(RECORD), "Records under which it owes reports."),
    "told": (many(one(TOLD)), "What it was told, the newest first. There may be newer ones."),
    "memberships": (many(one(MEMBERSHIP)), "Its memberships on the day of the data."),
    "memberships_to_come": (many(one(MEMBERSHIP)), "Those that begin later."),
    "former_memberships": (many(one(MEMBERSHIP)), "Those that ended."),
}

TOPIC_NAMED = shape(
    "topic-named",
    "Which topic a code means.",
    {
        "label": (STRING, "Its label."),
        "question": (STRING, "The question that it answers."),
        "address": (ADDRESS, "Its page."),
    },
)
TOPIC_FIELDS = {
    "id": (code("topics"), "Its code."),
    "topic": (one(TOPIC_NAMED), "What it is."),
    "lines": (
        many(one(PROVISION)),
        "What is said on it today, in the order of every page: what was checked, what leads it, what is "
        "nearer to trafficking.",
    ),
    "silent": (many(RECORD), "Records that, read in full, say nothing on it."),
    "read_in_part": (many(RECORD), "Records that say nothing in what we read of their text: the rest may."),
    "unreadable": (many(RECORD), "Records whose text we looked for and could not read: nothing is known."),
    "unread": (many(RECORD), "Records in which nobody has looked for it: nothing is known."),
}

STATES_LISTED = {"states": (many(one(STATE_NAMED)), "Every State that the records name, by name.")}

ITEM = shape(
    "item",
    "A recommendation, good practice, lesson or challenge of the Dakar consultation of 2010, or what was "
    "announced or presented there.",
    {
        "id": (RECORD, "Its id."),
        "title": (STRING, "Its title."),
        "address": (ADDRESS, "Its place on the page of the consultation."),
    },
    described(Item),
    {"end": ({"enum": list(get_args(End))}, "How far it is answered on the day of the data.")},
)
ENTRY = shape(
    "entry",
    "An entry of a list of the vocabulary.",
    {
        "label": (STRING, "Its label."),
        "definition?": (one(TEXT), "What it means."),
        "question?": (STRING, "Of a topic: the question that it answers."),
        "address?": (ADDRESS, "Its page or place, where it has one."),
        "sign?": (STRING, "The sign that pages show for it."),
        "pillar?": (code("pillars"), "The pillar of a topic."),
        "phase?": (code("phases"), "Of a step of a case: its phase."),
        "records?": (many(RECORD), "Of a group of persons: the texts that hold for it alone."),
        "lines?": (
            many(STRING),
            "Of a step of the first days: the lines that ask for it; of a group: those for it alone.",
        ),
        "topics?": (many(code("topics")), "The topics that it bears on."),
        "stages?": (many(code("stages")), "The steps of a case that it bears on."),
        "kinds?": (many(code("kinds")), "Of a type: the kinds of record that have it."),
        "group?": (
            {"enum": ["proposed", "pending", "standing", "over"]},
            "Of a status: not yet decided, decided and not in force, standing, over.",
        ),
        "ref?": (STRING, "Of a principle: its number."),
        "unit?": (STRING, "Of an indicator: what it counts."),
        "forms?": (by(TAG, STRING), "Of a term: what it is called, by language."),
        "acronyms?": (by(TAG, STRING), "Of a term: its acronym, by language."),
    },
)
LIST = shape(
    "list",
    "A closed list of the vocabulary.",
    {
        "title": (STRING, "What it is a list of."),
        "definition": (one(TEXT), "What it is for."),
        "entries": (by(SLUG, one(ENTRY)), "Its entries by code, in their order."),
    },
)

RECORD_BODY = shape("record", "A record as data.", RECORD_FIELDS)
MECHANISM_BODY = shape("mechanism", "A mechanism as data.", MECHANISM_FIELDS)
STATE_BODY = shape("state", "A State in the one file: who it is, and whom to call there.", WHO_FIELDS)

WHOLE = {
    "licence": ({"type": "string"}, "Address of the licence of the data."),
    "vocabularies": (by(SLUG, one(LIST)), "The closed lists, by name."),
    "mechanisms": (by(MECHANISM, one(MECHANISM_BODY)), "The mechanisms, by id."),
    "records": (by(RECORD, one(RECORD_BODY)), "The records, by id."),
    "states": (
        by(STATE, one(STATE_BODY)),
        "The States, by alpha-3 code; what binds each is in the parties of the records.",
    ),
    "items": (by(RECORD, one(ITEM)), "The Dakar consultation of 2010, item by item."),
}
