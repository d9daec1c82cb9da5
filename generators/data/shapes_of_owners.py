"""The fields of a mechanism, a State and a topic, and of the lists of States and of records."""

from __future__ import annotations

from typing import get_args

from generators.data.shapes import (
    ADDRESS,
    DAY,
    MECHANISM,
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
    shape,
)
from generators.data.shapes_of_names import (
    GRADE,
    MECHANISM_NAMED,
    SINCE_UNTIL,
    SOURCES,
    STATE_NAMED,
    TEXT,
    TEXT_FIELDS,
)
from generators.data.shapes_of_records import PROVISION
from generators.model.items import End, ItemKind

_NOTE = {"note?": (one(TEXT), "What is to be known of it.")}

SEAT = shape(
    "seat",
    "Where a secretariat sits.",
    {"city": (STRING, "Its city."), "country?": (STATE, "Its State."), "confidence": GRADE},
)
FOUNDED = shape("founded", "When a mechanism was founded.", {"date": (DAY, "The day."), "confidence": GRADE})
CONTACT = shape(
    "contact",
    "The office that answers on trafficking; never a person.",
    {
        "office?": (one(TEXT), "Its name."),
        "postal_address?": (STRING, "Its postal address, as published."),
        "telephone?": (STRING, "Its telephone."),
        "mail?": (STRING, "Its mail address."),
        "url?": (URL, "Its page."),
        "focal_points?": (URL, "The page that lists the focal points of its member States."),
        "seen?": (DAY, "Day on which this was read."),
    },
)
MEMBER = shape(
    "member",
    "A State's membership of a mechanism, during one interval.",
    {
        "state": (STATE, "ISO 3166-1 alpha-3."),
        "name": (STRING, "Its name."),
        "status": ({"enum": ["ahead", "now", "past"]}, "On the day of the data."),
    },
    SINCE_UNTIL,
    {"as?": (STRING, "The mechanism's own name for the State.")},
    _NOTE,
    {"confidence": GRADE},
)
CHANGE = shape(
    "change",
    "What a beginning and an end cannot say of a membership: a suspension, an announced withdrawal.",
    {"state": (STATE, "ISO 3166-1 alpha-3."), "date?": (DAY, "When.")},
    TEXT_FIELDS,
)
MECHANISM_FIELDS = {
    "id": (MECHANISM, "Its id, which never changes."),
    "mechanism": (one(MECHANISM_NAMED), "Who it is."),
    "kind": (code("mechanism-kinds"), "Organisation, treaty body, process …"),
    "official_names": (by(TAG, STRING), "Its name as published, by language."),
    "acronyms": (by(TAG, STRING), "Its acronym, by language."),
    "part_of": (many(MECHANISM), "The mechanisms that it is part of."),
    "bodies": (many(MECHANISM), "The mechanisms that are part of it."),
    "seat?": (one(SEAT), "Where its secretariat sits."),
    "founded?": (one(FOUNDED), "When it was founded."),
    "working_languages": (many(TAG), "Its working languages."),
    "trafficking_body?": (one(TEXT), "The organ that carries the work against trafficking."),
    "powers?": (one(TEXT), "What it may ask of States."),
    "contact?": (one(CONTACT), "How to reach its office on trafficking."),
    "website?": (URL, "Its website."),
    "members": (many(one(MEMBER)), "Its members, past ones and those to come included."),
    "members_as_of?": (DAY, "Day of that list."),
    "changes": (many(one(CHANGE)), "Suspensions, announced withdrawals."),
    "adopted": (many(RECORD), "The records that it adopted, oldest first."),
    "developed": (many(RECORD), "Those that it wrote and others adopted."),
    "party_to": (many(RECORD), "Those that it is itself party to."),
    "receives_reports": (many(RECORD), "Those under which it receives reports."),
    "calendar?": (ADDRESS, "Its days to come, as iCalendar."),
    **SOURCES,
    "confidence": GRADE,
    "changed?": (WHOLE_DAY, "Day on which its record was changed last."),
    "review?": (DAY, "Day by which it must be looked at again."),
}

ADHERENCE = shape(
    "adherence",
    "A text that a State joined.",
    {"record": (RECORD, "The text.")},
    SINCE_UNTIL,
    {
        "in_force_since?": (DAY, "First day on which it binds this State, where it is another than since."),
        "how?": (code("ratification-ways"), "Ratification, accession, succession …"),
        "as_of?": (DAY, "Day of the list of parties that this was read in."),
    },
    _NOTE,
    {"confidence": GRADE, "words": (STRING, "Since when and how, in words.")},
)
SIGNED = shape(
    "signed",
    "A text that a State signed and has not joined.",
    {"record": (RECORD, "The text."), "since?": (DAY, "Day of signature."), "confidence": GRADE},
)
MEMBERSHIP = shape(
    "membership",
    "A mechanism that a State is a member of.",
    {"mechanism": (MECHANISM, "The mechanism.")},
    SINCE_UNTIL,
    {"confidence": GRADE},
)
STATE_FIELDS = {
    "state": (one(STATE_NAMED), "Which State it is."),
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
    "calendar?": (ADDRESS, "Its days to come, as iCalendar."),
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
    "lines": (many(one(PROVISION)), "What is said on it today: by region, force and day; strongest first."),
    "silent": (many(RECORD), "Records that, read in full, say nothing on it."),
    "unread": (many(RECORD), "Records in which nobody has looked for it: nothing is known."),
}

RECORD_LISTED = shape(
    "record-listed",
    "A record in the list of all.",
    {
        "id": (RECORD, "Its id; its page and data stand at instruments/<id>/."),
        "name": (STRING, "Its shortest usual name."),
        "title": (STRING, "Its title."),
        "kind": (code("kinds"), "Instrument, action plan or standard operating procedure."),
        "binding": (YES, "Whether it is made to bind."),
        "regions": (many(code("regions")), "Its regions."),
    },
)
RECORDS_LISTED = {"records": (many(one(RECORD_LISTED)), "Every record, by title.")}
STATES_LISTED = {"states": (many(one(STATE_NAMED)), "Every State that the records name, by name.")}

ANSWER = shape(
    "answer",
    "A record or mechanism that has answered an item of the consultation.",
    {"id": ({"type": "string"}, "Its id."), "confidence": GRADE},
    TEXT_FIELDS,
)
PAGE_ANSWER = shape(
    "page-answer",
    "A page of the compendium that answers an item of the consultation.",
    {"page": (STRING, "Its name."), "topic?": (code("topics"), "The topic that it is about.")},
    TEXT_FIELDS,
)
ITEM = shape(
    "item",
    "A recommendation, good practice, lesson or challenge of the Dakar consultation of 2010, or what was "
    "announced or presented there.",
    {
        "id": (RECORD, "Its id."),
        "kind": ({"enum": list(get_args(ItemKind))}, "What it is."),
        "title": (STRING, "Its title."),
        "address": (ADDRESS, "Its place on the page of the consultation."),
        "ref": (STRING, "Where in the report of the consultation."),
        "topics": (many(code("topics")), "What it is on."),
    },
    TEXT_FIELDS,
    {
        "answered_by": (many(one(ANSWER)), "What has answered it since."),
        "pages": (many(one(PAGE_ANSWER)), "Pages of the compendium that answer it."),
        "still_open?": (one(TEXT), "What is still open."),
        "end": ({"enum": list(get_args(End))}, "How far it is answered."),
        "by": (many(RECORD), "The mechanisms whose announcement or presentation it is."),
        "day?": (DAY, "Of an announcement: the day of what became of it."),
    },
    SOURCES,
    {"confidence": GRADE},
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
        "pillar?": (code("pillars"), "Of a topic: its pillar."),
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
