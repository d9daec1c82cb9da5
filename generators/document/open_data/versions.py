"""The versions of the open data (JSON files and tables), the newest first, with what changed. The first
number of a version rises when a field changes its meaning or goes (a program that reads it must be looked
at), the second when something is added.
"""

from __future__ import annotations

VERSIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "2.1",
        "2026-11-29",
        (
            "Records: could_not_read says when and where somebody looked for a text that could not be read; "
            "compared_with names the amending texts that its lines were compared with; text has by_rule "
            "where its address follows from the number of the record. Topics and records: what could not be "
            "read (unreadable) is told from what nobody has looked at (unread).",
            "Records: reporting says to whom the body that gets the reports reports (onward), and where the "
            "text lets it visit a State (visits), examine complaints (complaints) and publish (publishes).",
            "Plans: evaluations (what, by, when, finding, url), and evaluations_looked, the day on which "
            "somebody looked for them.",
            "States: whom_to_call, the numbers that are recent enough to show, and the day on which somebody "
            "looked; copies, until which day a printed or saved copy of them may be used.",
            "Mechanisms: reviews, what each told States; States: told, the same by State.",
        ),
    ),
    (
        "2.0",
        "2026-11-28",
        (
            "instruments/index.json says what ids of records and mechanisms and codes mean (records, now by "
            "id, mechanisms, labels); the files of records, mechanisms, States and topics repeat none of it. "
            "Parties, signatories and members are codes and days, without names.",
            "only_for in JSON is the code of the list groups, no longer its words.",
            "One database in all languages, and tables as CSV at the root of the site: provisions.csv has "
            "codes, days and numbers, fr/provisions_text.csv what French says by the same key; labels of "
            "codes are in vocabulary_text. Addresses in them lead to the pages of the default language.",
            "only_for in the tables of provisions and steps; a source is known by its id, not by its place; "
            "since of parties is described as the day of joining, after which the text enters into force.",
            "Period and entry_into_force say how sure they are, memberships their note and as.",
            "States have no calendar any more.",
            "bound_since in place of in_force_since: from which day a text binds a State, and whether that "
            "day follows from the article of the text (bound_since_computed). Reservations and declarations.",
            "How near a text or a line is to trafficking (about), the topics that a line leads (leads), "
            "numbers that are at least or at most (value_is), who may join a text (open_to). The lines of a "
            "topic come in the order of every page; general marks general law that also applies.",
        ),
    ),
    (
        "1.2",
        "2026-11-27",
        (
            "All of it as one file, data/compendium.json, in each language.",
            "All of it as tables: CSV with a Data Package, a database (SQLite), a spreadsheet.",
            "JSON Schemas of every kind of file under data/schema/; each file names its own in $schema.",
            "Records: dates with their confidence, relations, parties with day, way and standing, "
            "objectives, indicators, reporting, official titles, links to the text, sources, topics that "
            "nobody has looked for (unread).",
            "Mechanisms: seat, bodies, members with their standing and the day of the list, contact in its "
            "parts, sources.",
            "States: texts that do not bind and that it takes part in, memberships past and to come, the "
            "confidence of each line.",
            "base: the absolute address that relative addresses continue.",
        ),
    ),
    ("1.1", "2026-11-25", ("Calendars, feeds and the form for the common indicators beside the pages.",)),
    ("1.0", "2026-11-24", ("index.json beside each page of a record, mechanism, State and topic.",)),
)
"""Version, day, and what changed, a sentence each."""

VERSION = VERSIONS[0][0]
"""The version of today."""
