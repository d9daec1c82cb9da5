"""What is said of a document, in the language of its reader, before a page or a volume
writes it: what golden pages do not tell.
"""

from __future__ import annotations

import re

import pytest
from shown import TREATY, english, on_a_day, page
from shown import letters as seen

from generators import html
from generators.corpus import comparisons, numbers
from generators.document import (
    citation,
    consultation,
    recognise,
    record,
    sentences,
    stage,
    state,
    topic,
)
from generators.document.phrases import Phrases
from generators.document.recognise import sheets
from generators.document.runs import Reference, letters
from generators.html import status
from generators.model.records import Period
from generators.pdf import volumes
from generators.search import answers
from generators.translate.localizer import Localizer


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_words_of_a_reference_are_in_the_language_of_its_record(corpus_of, language):
    """On every page, what a French record calls a place is French, and untagged where the
    page is French too.
    """
    text = (
        "kind: instrument\ntype: convention\nlanguage: fr\nofficial_titles: {fr: "
        "Convention Gamma}\nnumber: Troisième acte\nstatus: in-force\nbinding: "
        "true\nin_force: 2008\nparties: {states: [{state: BEN}]}\nprovisions:\n  - "
        "{topics: [assistance], ref: chapitre premier, strength: obligation, says: Un "
        "logement.}\nreporting: {by: states, to: Comité., ref: dernier "
        "chapitre}\nconfidence: recalled\n"
    )
    mechanism_text = (
        "kind: organisation\nlanguage: fr\nregions: [africa]\nname: Gamma\n"
        "confidence: recalled\n"
    )
    corpus = corpus_of(
        {
            "instruments/gamma/acte.yml": text,
            "instruments/gamma/mechanism.yml": mechanism_text,
        }
    )
    references = set()
    for made in html.build(corpus, language):
        written = made.render()
        for words in ("chapitre premier", "Troisième acte", "dernier chapitre"):
            references |= {
                (words, tag)
                for tag in re.findall(rf'<(\w+(?: lang="\w+")?)[^<>]*>{words}<', written)
            }
    assert {words for words, _ in references} == {
        "chapitre premier",
        "Troisième acte",
        "dernier chapitre",
    }
    tags = {re.search(r'lang="(\w+)"|$', tag)[1] for _, tag in references}
    assert tags == ({None} if language == "fr" else {"fr"})


@pytest.mark.parametrize(
    ("language", "stop", "pause"),
    [
        ("en", ". ", "; "),
        ("fr", ". ", "\u202f; "),
        ("zh", "。", "；"),
        ("ar", ". ", "؛ "),
    ],
)
def test_sentences_are_joined_as_the_language_writes(world, language, stop, pause):
    """How to cite a record, and how an error is reported, have the stops of their
    language.
    """
    localizer, name = Localizer(world, language), "alpha/convention-2005"
    phrases = Phrases(localizer)
    (cite,) = (
        section
        for section in record.document(phrases, name).sections
        if section.anchor == "cite"
    )
    assert letters(cite.blocks[0].runs).startswith(localizer.title(name).text + stop)
    about = citation.colophon(
        phrases, "https://a.example/", "https://b.example/", "https://c.example/"
    )[1]
    assert (
        sum(f"https://b.example/{pause}" in letters(block.runs) for block in about.blocks)
        == 1
    )


def test_two_sources_of_the_consultation_with_one_title_are_two(corpus_with):
    """A source is left out where it is the same, and not where it is called the same."""
    corpus = corpus_with(base="world")
    name, item = next((name, item) for name, item in corpus.items.items() if item.sources)
    first = item.sources[0]
    second = first.model_copy(update={"url": "https://other.example/text"})
    corpus.items[name] = item.model_copy(update={"sources": (first, first, second)})
    section = consultation.document(Phrases(Localizer(corpus, "en"))).sections[-1]
    titles = [letters(item.runs) for item in section.blocks[0].items]
    assert titles.count(first.title) == 2


# -- what is said in one line of a record ------------------------------------------------


RECORD = f"{TREATY}status: in-force\n"


@pytest.fixture
def small(corpus_of):
    """What is said in English over the base library with another convention."""
    return lambda keys="": Phrases(
        Localizer(corpus_of({"instruments/alpha/convention.yml": RECORD + keys}), "en")
    )


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (None, ""),
        ({}, ""),
        ({"from": "2008"}, "from 2008, no end set"),
        ({"to": "2011"}, "until 2011"),
        ({"extended_to": "2012"}, "until 2012"),
        ({"from": "2008", "to": "2011"}, "2008 to 2011"),
        ({"from": "2008", "to": "2011", "extended_to": "2012"}, "2008 to 2012"),
    ],
)
def test_a_period_is_said_by_the_ends_that_it_has(small, keys, words):
    """An extension is its end; what is not known is not said."""
    period = None if keys is None else Period.model_validate(keys)
    assert letters(sentences.period(small(), period)) == words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("{date: 2005}", "2005"),
        ("{date: 2005, confidence: recalled}", "2005 (Not yet checked)"),
        ("{place: Accra, confidence: recalled}", "Accra (Not yet checked)"),
        ("{place: Accra, place_confidence: recalled}", "Accra (Not yet checked)"),
        ("{date: 2005, place: Accra}", "2005, Accra"),
        (
            "{date: 2005, place: Accra, confidence: recalled}",
            "2005, Accra (Not yet checked)",
        ),
        (
            "{date: 2005, place: Accra, confidence: recalled, place_confidence: "
            "reported}",
            "2005 (Not yet checked), Accra (Reported)",
        ),
        (
            "{date: 2005, place: Accra, confidence: recalled, place_confidence: "
            "verified}",
            "2005 (Not yet checked), Accra",
        ),
    ],
)
def test_day_and_place_say_each_how_sure_they_are(small, typed, words):
    """Where that is not as sure as the record; once, after both, where they are alike."""
    ((label, value),) = [
        line
        for line in sentences.timeline(small(f"adopted: {typed}\n"), "alpha/convention")
        if line[1]
    ]
    assert (label, letters(value)) == (["Adopted"], words)


def test_a_topic_of_a_principle_counts_its_records(small):
    """One text is one, and its provision is next to it."""
    provision = "provisions: [{topics: [assistance], ref: Art. 1, strength: obligation, says: Housing.}]\n"
    made = topic.principles(small(provision))
    item = made.sections[0].blocks[0].items[0].more[0].items[0]
    assert letters(item.about) == "1 text\u00a0· Alpha Convention, Art. 1, Obligation"


def test_states_stand_in_the_order_of_their_names(small):
    """Not of their codes."""
    assert letters(sentences.states(small(), ["CHE", "CIV", "DEU", "BEN"])) == (
        "Benin, Côte d’Ivoire, Germany, Switzerland"
    )


def test_the_place_of_a_step_is_in_the_language_of_its_record(corpus_of):
    """In the table of a stage as on the record's own page."""
    text = (
        "kind: sop\ntype: procedures\ntitle: A text\nlanguage: fr\nstatus: "
        "adopted\nbinding: false\nconfidence: verified\nsteps: [{stage: return, ref: "
        "Chapitre premier, does: Go.}]\n"
    )
    phrases = Phrases(
        Localizer(corpus_of({"instruments/beta/procedures.yml": text}), "en")
    )
    (row,) = stage.comparison(phrases, "return").groups[0].rows
    assert row.cells[1][-1].runs[0].runs == [Reference("Chapitre premier", "fr")]


PLAN = "kind: action-plan\ntype: plan\ntitle: A plan\nstatus: adopted\nbinding: false\n"


@pytest.fixture
def phrases(corpus_of):
    """What is said, in one language, over the base library with some files changed."""
    return lambda language="en", **files: Phrases(
        Localizer(
            corpus_of({f"instruments/{name}.yml": text for name, text in files.items()}),
            language,
        )
    )


# -- documents ---------------------------------------------------------------------------


def test_what_was_not_checked_is_counted_by_its_lines_and_days(phrases):
    """Provisions, steps, objectives and days, each once; a record that is recalled as a
    whole counts though it has no lines; what binds comes first, then what has most.
    """
    unsure = "confidence: recalled"
    files = {
        "alpha/plan": f"{PLAN}confidence: verified\nadopted: {{date: 2005, {unsure}}}\n"
        f"objectives:\n  - {{ref: One, says: A., {unsure}}}\n  - {{ref: Two, says: B.}}\n",
        "alpha/empty": f"{PLAN}{unsure}\nadopted: {{date: 2005}}\n",
        "alpha/convention": f"{PLAN.replace('binding: false', 'binding: true')}confidence: verified\n"
        f"provisions:\n  - {{topics: [assistance], ref: A, strength: obligation, says: A., {unsure}}}\n",
        "alpha/sure": f"{PLAN}confidence: verified\n",
        "beta/procedures": f"{PLAN.replace('action-plan', 'sop').replace('type: plan', 'type: procedures')}"
        f"confidence: reported\nsteps:\n"
        + "".join(
            f"  - {{stage: return, ref: S{n}, does: Go., {unsure}}}\n" for n in range(3)
        ),
    }
    assert status.check_first(phrases(**files).corpus) == (
        ("alpha/convention", 1),
        ("beta/procedures", 3),
        ("alpha/plan", 2),
        ("alpha/empty", 1),
    )


# -- how far the corpus is, as numbers ---------------------------------------------------


VERIFIED = f"{PLAN}confidence: verified\n"
REVIEW = "review: {{due: {}}}\n"


@pytest.fixture
def counted(corpus_of):
    """The base library with some records of Alpha more."""
    return lambda **records: corpus_of(
        {f"instruments/alpha/{name}.yml": text for name, text in records.items()}
    )


@pytest.mark.parametrize(
    ("due", "overdue"),
    [("2026-11-23", 1), ("2026-11-24", 0), ("2026-11", 0), ("2026-10", 1), ("2025", 1)],
)
def test_a_review_is_late_when_its_last_day_is_over(counted, due, overdue):
    """Not yet on that day, nor within a month or year that is named."""
    shown = page(counted(plan=VERIFIED + REVIEW.format(due)), "status/")
    assert ("1 review is overdue." in shown) is bool(overdue)


NAMED = "Binding texts with a list of parties"


def test_what_is_known_of_parties_and_texts_is_counted(counted):
    """Lists, those that say that they lack some, days, addresses of texts; a copy is no
    official text.
    """
    gap = "incomplete: A gap., organisations: [{mechanism: alpha}], "
    numbers = counted(
        convention=f"{RECORD}parties: {{{gap}states: [{{state: BEN, since: 2004}}, {{state: NGA}}]}}\n"
        "status_page: https://example.org/parties\ntext: [{url: "
        "https://example.org/copy, copy: true}, {url: https://example.org/text}]\n",
        treaty=f"{RECORD}parties: {{count: 4}}\ntext: [{{url: https://example.org/copy, copy: true}}]\n",
        plan=VERIFIED,
    )
    records = len(numbers.records)
    assert status.known(numbers) == {
        NAMED: (1, 2),
        "Lists that are complete, as far as we know": (0, 1),
        "Parties with the date when they joined": (1, 3),
        "Texts with a link to the official text": (1, records),
        "Texts with a link to a copy only": (1, records),
        "Texts with a link to the depositary's list of parties": (1, 2),
    }
    assert "alpha/plan" in status.without_text(numbers)


def test_one_states_own_text_lacks_no_list_of_parties(counted):
    """Of the texts that bind, those count that States can join."""
    own = VERIFIED.replace("action-plan\ntype: plan", "sop\ntype: sop").replace(
        "false", "true"
    )
    _, before = status.known(counted())[NAMED]
    assert status.known(counted(own=own))[NAMED][1] == before + 1
    assert status.known(counted(own=f"{own}model_of: BEN\n"))[NAMED][1] == before


# -- signs, questions and prohibitions ---------------------------------------------------


HEAD = "kind: sop\ntype: procedures\ntitle: {}\nstatus: adopted\nbinding: false\nconfidence: recalled\n"


def procedure(title: str, number: int, more: str = "", place: str = "school") -> str:
    """A procedure with so many signs and questions that were read."""
    lines = [f"{title} {n}" for n in range(number)]
    signs = "".join(
        f"  - {{form: child, place: {place}, ref: p. 1, says: {line}., confidence: reported}}\n"
        for line in lines
    )
    typed = "".join(
        f"  - {{ref: p. 2, asks: {line}?, confidence: reported}}\n" for line in lines
    )
    return f"{HEAD.format(title)}{more}signs:\n{signs}questions:\n{typed}"


def test_a_place_has_a_sheet_once_eight_signs_were_read(corpus_of):
    """Seven are too few for its paper."""
    few = corpus_of({"instruments/alpha/few.yml": procedure("Few", 7)})
    assert sheets(few) == ("adults", "children")
    enough = corpus_of({"instruments/alpha/enough.yml": procedure("Enough", 8)})
    assert sheets(enough) == ("adults", "children", "school")


def test_signs_of_any_form_come_first(corpus_of):
    """Before places and forms; a place with few signs of its own says that those of any
    form hold there.
    """
    files = {
        "instruments/alpha/few.yml": procedure("Few", 2).replace(
            "form: child", "form: any", 1
        ),
        "instruments/alpha/many.yml": procedure("Many", 5, place="street"),
    }
    sections = recognise.document(Phrases(Localizer(corpus_of(files), "en"))).sections
    assert [section.anchor for section in sections][:3] == [
        "form-any",
        "by-place",
        "by-form",
    ]
    street, school = (letters(fold.summary).split("· ")[1] for fold in sections[1].blocks)
    assert (street, school) == ("5 signs", "2 signs, and the signs of any form")


# -- words for States and ages -----------------------------------------------------------


def test_no_sentence_names_a_state_without_its_article(corpus_of):
    """In English, on pages of States and in the titles of paper; data and search have the
    name for the sentences that scripts make.
    """
    codes = "PHL GBR MDA VAT BEN".split()
    listed = ", ".join(f"{{state: {code}, since: 2010}}" for code in codes)
    corpus = on_a_day(
        corpus_of, {"t": f"{TREATY}status: in-force\nparties: {{states: [{listed}]}}\n"}
    )
    phrases = english(corpus)
    localizer = phrases.localizer
    for code in codes[:4]:
        bare = localizer.state(code)
        named = localizer.state_in_sentence(code)
        assert named == f"the {bare}"
        assert volumes.title(localizer, f"states/{code}") == f"What applies in {named}"
        shown = seen(page(corpus, f"states/{code.lower()}/"))
        assert not re.search(
            rf"\b(?:in|binds|bind|for) {re.escape(bare)}", shown, re.IGNORECASE
        )
        assert shown.count(f"in {named}") > 1
    assert localizer.state_in_sentence("BEN") == "Benin"
    names = answers.answers(corpus, "en")["in_sentence"]
    assert names == {
        code: localizer.state_in_sentence(code) for code in sorted(codes[:4])
    }


_AGED = {
    "en": ("18 years of age", "18 years"),
    "ar": ("18 سنة من العمر", "18 سنة"),
    "es": ("18 años de edad", "18 años"),
    "fr": ("18 ans", "18 ans"),
    "pt": ("18 anos de idade", "18 anos"),
    "ru": ("18 лет", "18 лет"),
    "zh": ("18岁", "18年"),
}


def test_an_age_is_no_length_of_time(corpus_of):
    """In words of its own in each language, in a group of its own, and without days."""
    lines = (
        "provisions:\n  - {topics: [assistance], ref: Art. 1, strength: obligation, "
        "says: One., value: {age: 18}}\n  - {topics: [assistance], ref: Art. 2, "
        "strength: obligation, says: Two., value: {years: 18}}\n  - {topics: "
        "[assistance], ref: Art. 3, strength: obligation, says: Three., value: {age: "
        "16}}\n"
    )
    corpus = on_a_day(corpus_of, {"t": f"{TREATY}status: in-force\n{lines}"})
    for language, expected in _AGED.items():
        localizer = Localizer(corpus, language)
        words = (
            localizer.measure({unit: 18}).replace("\u00a0", " ")
            for unit in ("age", "years")
        )
        assert tuple(words) == expected
    groups = [group for group in numbers.numbers(corpus) if group.code == "assistance"]
    sizes = {group.unit: [dict(line.measure) for line in group.lines] for group in groups}
    assert sizes["age"] == [{"age": 16}, {"age": 18}]
    assert {"years": 18} in sizes["time"]
    assert all("age" not in measure for measure in sizes["time"])
    assert comparisons.in_days({"age": 18}) is None


def test_a_state_on_paper_begins_with_whom_to_call_and_what_binds(world):
    """On its page the answers come first, for the others are in folds there."""
    phrases = Phrases(Localizer(world, "en"))
    on_paper = state.document(phrases, "BEN", with_sentences=True).sections
    on_page = state.document(phrases, "BEN").sections
    first = ["whom-to-call", "binding"]
    assert [section.anchor for section in on_paper][:2] == first
    assert [section.anchor for section in on_page][:2] != first
    assert {section.anchor for section in on_page if section.anchor} <= {
        section.anchor for section in on_paper if section.anchor
    } | {"topics"}
