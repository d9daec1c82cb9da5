"""The data dictionary: what each column of the open data means, in a sentence that is not its name, and the
codes that stand in tables, each with its label and what it means: those of the vocabulary, and the few that
follow from the records and stand in no list. It stands in the Data Package, in the database, in the first
sheet of the spreadsheet and in the list of tables, in each language.
"""

from __future__ import annotations

from collections.abc import Mapping

from generators.corpus.corpus import Corpus
from generators.corpus.located import Localized
from generators.document.phrases import Phrases
from generators.document.runs import letters
from generators.model.vocabulary import UNDEFINED
from generators.translate.localizer import ui


def meaning(phrases: Phrases, table: str, column: str) -> str:
    """What a column means; one of a table alone (``parties.since``) goes before what all tables share.

    Raises KeyError of a column that nobody has explained.
    """
    said = _MEANINGS.get(f"{table}.{column}") or _MEANINGS[column]
    return " ".join(map(phrases.localizer.gettext, (said,) if isinstance(said, str) else said))


def beside(phrases: Phrases, column: str) -> str:
    """What the column of labels beside a column of codes means."""
    return letters(phrases.ui("What the codes in {column} mean, in words.", column=[column]))


_POWER = ui("It is empty if no text that we read says so.")
_MEANINGS: Mapping[str, str | tuple[str, ...]] = {
    # what a column means wherever it stands
    **dict.fromkeys(
        ("mechanism", "other", "records.id", "mechanisms.id"),
        ui("By id: the address after instruments/."),
    ),
    "about": ui("How near the text or the line is to trafficking in persons."),
    "address": ui("The address of the page, and of the line on it."),
    "as_of": ui("The day on which the list was true. It is empty if the list does not say it."),
    "binding": ui("Whether the record is a text that can bind."),
    "binds": ui("Whether the record binds anybody on the day of the data."),
    "confidence": ui("How the line was checked: whether somebody read it in the text itself."),
    "id": ui("The anchor of the line on the page of its record. It does not change."),
    "mechanism_name": ui("The organisation or process, by its shortest usual name."),
    "number": ui("The place in the list, from 1."),
    "only_for": ui("The only group of persons to whom it applies. It is empty if it applies to everyone."),
    "record": ui("The record that the line belongs to: its address after instruments/."),
    **dict.fromkeys(("record_name", "records.name"), ui("What the text is usually called.")),
    "ref": ui("The place in the text, as recorded."),
    "reference": ui("The place in the text, as this language writes it."),
    "regions": ui("The regions of the organisations that adopted the text."),
    "says": ui("What the text says at that place, in our words."),
    "source": ui(
        "The id of the source within its record. Where it is a number, it may change when a source is added."
    ),
    **dict.fromkeys(("state", "states.code"), ui("The State, by its code of three letters (ISO 3166-1).")),
    **dict.fromkeys(
        ("state_name", "states.name", "seat_country_name"), ui("The name of the State in this language.")
    ),
    **dict.fromkeys(("status", "status_words"), ui("The status of the record on the day of the data.")),
    "title": ui("The full name, as it was published or as we translate it."),
    "topics": ui("The topics that the line is about."),
    # what the columns of a number and of a time limit mean
    "value": ui("The number in the text. It is empty if the text gives several."),
    **dict.fromkeys(
        ("value_days", "within_days"),
        ui("A length of time in days of the average month or year: to compare by, not to quote."),
    ),
    "value_is": ui("Whether the text says at least or at most that number. It is empty if it says neither."),
    "value_unit": ui("The unit of the number in value, such as days, years or persons."),
    "value_words": ui("The number and the time limit in words."),
    "within": ui("The number of the time within which it must be done."),
    "within_unit": ui("The unit of the time in within, such as hours or days."),
    # what is said of a record as a whole
    "records.kind": ui("Whether it is an instrument, an action plan or a procedure."),
    "records.type": ui("What sort of instrument or plan it is, such as a convention or a directive."),
    "records.mechanisms": ui("The organisations and processes that adopted it, by id."),
    "records.mechanisms_name": ui("The organisations and processes that adopted it, by their short names."),
    "records.number": ui("The official number of the text, such as CETS 197."),
    "records.adopted": ui("The day on which it was adopted, as exactly as it is known."),
    "records.signed": ui("The day on which it was opened for signature."),
    "records.in_force": ui("The day on which it entered into force."),
    "records.applies_from": ui(
        "The day from which it applies, where that is not the day of its entry into force."
    ),
    "records.transposition_due": ui("The day by which States had to put it into their law."),
    "records.period_from": ui("The first day of the time that the plan is for."),
    "records.period_to": ui("The last day of the time that the plan is for."),
    "records.extended_to": ui("The last day of that time, where it was put off."),
    "records.summary": ui("What it is, who adopted it and what for, in two or three sentences of our own."),
    "records.language": ui("The language in which the record was written."),
    "records.text_address": ui("Where the text itself can be read, official pages first."),
    "records.parties_known": ui("Whether we know all parties, some of them, only their number, or nothing."),
    "records.confidence": ui(
        "The best grade that more than half of its lines reach. A record without lines has its own."
    ),
    "records.read_in_full": ui("Whether the whole text was read, first to last article."),
    "seen": ui("The last day on which somebody read a source of it."),
    # what the lines of a record say
    **dict.fromkeys(("until", "holds_until", "withdrawn"), ui("The first day on which it no longer holds.")),
    "provisions.strength": ui(
        "How far the text obliges: whether parties must, should or may, or a principle is stated."
    ),
    "provisions.holds_from": ui(
        "The first day on which the line holds. It is empty if it has held as long as the text."
    ),
    "provisions.current": ui(
        "Whether it is the version that holds on the day of the data. It says nothing about whether the "
        "text itself is in force: see status and binds."
    ),
    "provisions.shown_in": ui(
        "The amended text where topic pages show the line, by its id. Otherwise it is empty."
    ),
    **dict.fromkeys(
        ("provisions.source", "steps.source"),
        ui(
            "The source that holds the text itself: look it up in sources by owner (= record) and id. "
            "It does not say where this line was read: see confidence."
        ),
    ),
    "steps.number": ui("The place of the step in its procedure, from 1."),
    "steps.stage": ui("The step of a case to which it belongs, such as detection or return."),
    "steps.who": ui("Who acts, such as the police, a shelter or a consulate."),
    "steps.who_inferred": ui("Whether who acts is our reading: the source does not name them."),
    "steps.does": ui("Who does what at this step, in our words."),
    "steps.time_limit": ui("A time limit that no number can say."),
    "indicators.measures": ui(
        "Which of our common indicators it counts. It is empty if it counts none of them."
    ),
    # what relates a record to others, what it is silent on, and what was reserved
    "relations.relation": ui(
        "How the record relates to the other one: whether it supersedes, amends or implements it."
    ),
    "relations.other_name": ui("What the other text is usually called."),
    "silence.topic": ui("A topic on which the record has no provision."),
    "silence.absence": ui(
        "Whether the text, read in full, says nothing. Otherwise only a part was read, it could not be "
        "read, or nobody has looked."
    ),
    "provision_topics.topic": ui("A topic that the line is about."),
    "record_regions.region": ui("A region of the organisations that adopted the text."),
    "reservations.kind": ui(
        "Whether it is a reservation, a declaration, an understanding or on territories."
    ),
    "reservations.refs": ui("The articles that it is about, as typed."),
    "reservations.says": ui("What it does. It is empty if we have not read it."),
    "reservations.since": ui("The day on which it was made."),
    # who joined
    "records.parties_number": ui(
        "How many are party on the day of the data, organisations included. If a source gives a higher "
        "number than our list, it is that number. It may be more than the rows in parties."
    ),
    "parties.party_name": ui("The State, or an organisation that is a party like a State."),
    "parties.participation": ui(
        "Its relation to the text on the day of the data. The list participations says what each code means."
    ),
    "parties.since": ui(
        "The day on which it joined: of ratification, accession or deposit. The text binds it from "
        "bound_since."
    ),
    "parties.bound_since": ui(
        "The first day on which the text binds it. A list gives it, or it follows from the text's "
        "article. It is empty if that day is not known."
    ),
    "parties.bound_since_computed": ui(
        "true if bound_since follows from the article and was read in no list."
    ),
    "parties.how": ui("The act by which it joined, such as ratification or accession."),
    "note": ui("What a reader must know about this line."),
    "parties.until": ui("The first day on which the text no longer binds it."),
    "parties.organisation": ui(
        "The organisation that is a party like a State, by id. It is empty if the party is a State."
    ),
    "parties.source": ui(
        "The list that names it, by its id in sources. The day may come from another source."
    ),
    "parties.confidence": ui("How the day on which it joined or signed was checked."),
    "parties.as_of": ui(
        "The day on which the list was true. It is empty if the list does not say it. A State that "
        "joined later may have been added from another source."
    ),
    # what is said of mechanisms, their members, and States
    "mechanisms.name": ui("The organisation or process, by its shortest usual name."),
    "mechanisms.kind": ui("What sort of body it is, such as an organisation, a treaty body or a process."),
    "mechanisms.regions": ui("The regions in which it works."),
    "mechanisms.part_of": ui("The organisations to which it belongs, by id."),
    "mechanisms.founded": ui("The day on which it was founded, as exactly as it is known."),
    "mechanisms.seat_country": ui(
        "The State in which it has its seat, by its code of three letters (ISO 3166-1)."
    ),
    "mechanisms.trafficking_body": ui("The organ that works against trafficking."),
    "mechanisms.powers": ui("What it may ask of States, and what it may do, in our words."),
    "mechanisms.contact": ui("Where its office can be reached, in one line."),
    "mechanisms.website": ui("The address of its own site."),
    "members.member": ui("Whether it is a member on the day of the data."),
    "members.since": ui("The first day of the membership, as exactly as it is known."),
    "members.until": ui("The first day on which it is no longer a member."),
    # who reports to whom, and what a body that gets reports may do
    "reporting.report_by": ui("Who has to report."),
    "reporting.report_to": ui("Who gets the reports, in our words."),
    "reporting.to_mechanism": ui("The organisation or body that gets the reports, by id."),
    "reporting.every": ui("The time between two reports, as a number of the unit in every_unit."),
    "reporting.every_unit": ui("The unit of the time between two reports."),
    "reporting.every_words": ui("The time between two reports in words."),
    "reporting.cadence": ui("When a report is due, where a plain interval cannot say it."),
    "reporting.onward": ui("To whom the body that gets the reports reports in its turn."),
    "reporting.onward_ref": ui("The place in the text that says so."),
    "reporting.visits": (ui("Whether the body may visit a State."), _POWER),
    "reporting.visits_ref": ui("The place in the text that says so."),
    "reporting.complaints": (ui("Whether the body may examine what persons complain of."), _POWER),
    "reporting.complaints_ref": ui("The place in the text that says so."),
    "reporting.publishes": (
        ui("Whether what the body finds about a State is made public."),
        _POWER,
    ),
    "reporting.publishes_ref": ui("The place in the text that says so."),
    # where facts were read, and what codes mean
    "sources.id": ui(
        "The id of the source within its owner. Where it is a number, it may change when a source is added."
    ),
    "sources.owner": ui("The record, mechanism or item of the Dakar consultation whose source it is."),
    "sources.owner_name": ui("What the text, organisation or item is called whose source it is."),
    "sources.title": ui("What was read and who published it, in English."),
    "sources.url": ui("The address at which it was read."),
    "sources.kind": ui(
        "Whether it is the text itself or an official page on it, or what others wrote about it."
    ),
    "sources.copy": ui("Whether the address has a copy that somebody else put there."),
    "sources.seen": ui("The last day on which somebody read it."),
    "vocabulary.list": ui(
        "The name of the list that the code is of, as this dictionary gives it for a column."
    ),
    "vocabulary.code": ui("The code, as in the other tables."),
    "vocabulary.rank": ui("The place in the list, from 1."),
    "vocabulary.label": ui("What the code means, in a few words."),
    "vocabulary.definition": ui("What the code means, in a sentence."),
    "vocabulary.sign": ui("What a matrix shows in place of the words, such as ✓. Most codes have none."),
    "vocabulary.pillar": ui("The group to which a topic belongs, by its code in the list pillars."),
}
"""What columns mean: wherever they stand, or (``table.column``) in one table."""


def code_lists(corpus: Corpus) -> tuple[str, ...]:
    """The names of all lists whose codes stand in tables."""
    named = [name for name in corpus.vocabularies.entries if name not in UNDEFINED]
    return (*named, *_ADDED)


def code_labels(phrases: Phrases, name: str) -> Mapping[str, str]:
    """The label of each code of a list, in its order."""
    return phrases.cached(("codes", name), lambda: _code_labels(phrases, name))


def _code_labels(phrases: Phrases, name: str) -> Mapping[str, str]:
    localizer = phrases.localizer
    if name in _ADDED:
        return {code: localizer.gettext(label) for code, (label, _) in _ADDED[name].items()}
    return {code: localizer.label(name, code) for code in phrases.corpus.vocabularies.of(name)}


def definition(phrases: Phrases, name: str, code: str) -> Localized:
    """What a code of a list means, in a sentence."""
    if name in _ADDED:
        return phrases.localizer.interface(_ADDED[name][code][1])
    return phrases.localizer.word(name, code, "definition")


_ADDED = {
    "translations": {
        "source": (
            ui("Written in this language"),
            ui("The text is in the language in which it was written."),
        ),
        "official": (
            ui("Published in this language"),
            ui("It was published in this language. It is not our translation."),
        ),
        "reviewed": (ui("Reviewed"), ui("It is a translation, and somebody has reviewed it.")),
        "unreviewed": (
            ui("Translation not yet reviewed"),
            ui("It is a translation, and nobody has reviewed it."),
        ),
        "stale": (
            ui("Translation out of date: the source text is shown"),
            ui("The source text has changed since it was translated."),
        ),
        "missing": (
            ui("Not yet translated: the source text is shown"),
            ui("There is no translation of the text into this language."),
        ),
    },
    "participations": {
        "bound": (ui("Party"), ui("The text binds it on the day of the data.")),
        "pending": (
            ui("Has joined, not yet binding on it"),
            ui("It has joined. The text does not bind it yet."),
        ),
        "no-longer-bound": (
            ui("No longer bound"),
            ui("It joined. It has left since, or the text no longer binds anybody."),
        ),
        "takes-part": (
            ui("Takes part but is not bound"),
            ui("It takes part on the day of the data. The text does not bind."),
        ),
        "to-take-part": (ui("To come"), ui("It is to take part from a later day. The text does not bind.")),
        "took-part": (
            ui("No longer taking part"),
            ui("It took part and no longer does. The text does not bind."),
        ),
        "signed": (ui("Signed but not a party"), ui("It signed the text and has not joined it since.")),
        "named": (
            ui("Named as a party in the text. We do not know whether it ratified."),
            ui("The text itself names it as a party. No list that we read says whether it ratified."),
        ),
    },
    "party-lists": {
        "listed": (ui("Listed"), ui("We have a list that names all parties on its day.")),
        "incomplete": (
            ui("Known so far: the list may lack parties"),
            ui("We have a list. A State that is missing may be a party."),
        ),
        "number-only": (
            ui("We know only the number. We have no list of States."),
            ui("A source gives the number of parties. We have read no list that names them."),
        ),
        "signatures-only": (
            ui("We know only who signed. We do not know who has become a party."),
            ui("We have a list of those who signed, and no list of parties."),
        ),
        "not-recorded": (ui("What we do not have"), ui("We have neither a list nor a number of parties.")),
    },
    "absences": {
        "silent": (
            ui("The text says nothing"),
            ui("We read the text in full. It says nothing on this topic."),
        ),
        "read-in-part": (
            ui("Read in part, nothing found"),
            ui("We read a part of the text. That part says nothing on this topic. The rest may."),
        ),
        "unreadable": (
            ui("We could not read the text"),
            ui("We looked for the text and could not read it. It may say something on this topic."),
        ),
        "not-recorded": (
            ui("Not read for this yet"),
            ui("Nobody has read the text for this topic. It may say something."),
        ),
    },
    "relations": {
        "supersedes": (ui("Supersedes"), ui("It has taken the place of the other text.")),
        "is-to-supersede": (
            ui("Is to supersede"),
            ui("It is to take the place of the other text, and has not taken effect yet."),
        ),
        "amends": (ui("Amends"), ui("It has changed the other text.")),
        "is-to-amend": (
            ui("Is to amend"),
            ui("It is to change the other text, and has not taken effect yet."),
        ),
        "implements": (ui("Implements"), ui("It puts the other text into practice.")),
        "related": (ui("Related"), ui("It is about the same matter as the other text.")),
    },
    "bounds": {
        "least": (ui("At least"), ui("The text says at least so much.")),
        "most": (ui("At most"), ui("The text says at most so much.")),
    },
    "powers": {
        "yes": (ui("yes"), ui("A text that we read says so.")),
        "if-agreed": (
            ui("Only if the State agrees"),
            ui("A text that we read says so, for States that agree."),
        ),
    },
}
"""The label and the definition of each code of the lists that are in no vocabulary, in their order."""
