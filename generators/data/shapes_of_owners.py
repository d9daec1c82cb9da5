"""The fields of a mechanism, a State and a topic, and of the lists of States and of records."""

from __future__ import annotations

from typing import get_args

from generators.data.marked import described
from generators.data.shapes import (
    ADDRESS,
    DAY,
    MECHANISM,
    ONLY_TRUE,
    RECORD,
    SLUG,
    STRING,
    TAG,
    WHOLE_DAY,
    by,
    code,
    many,
    one,
    shape,
)
from generators.data.shapes_of_names import (
    BOUND_SINCE,
    GRADE,
    MECHANISM_NAMED,
    STATE_NAMED,
    TEXT,
)
from generators.data.shapes_of_records import PROVISION
from generators.model.items import End, Item
from generators.model.mechanisms import Contact, Mechanism, Member, StateReview
from generators.model.records import Party, Signatory

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
STATE_FIELDS = {
    "state": (one(STATE_NAMED), "Which State it is."),
    "looked?": (DAY, "The day on which somebody looked for whom to call; absent where nobody has."),
    "whom_to_call": (many(one(CALLED)), "Numbers that are recent enough to show on the day of the data."),
    "copies?": (STRING, "Until which day a printed or saved copy of these numbers may be used, in words."),
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
