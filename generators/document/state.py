"""One State: what the texts that bind it ask, the texts that it joined, its memberships.

At the end of the page is what is not recorded here, so that absence is never read as
"no".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generators.corpus import order
from generators.corpus import parties as parties_of
from generators.corpus.addresses import Target
from generators.corpus.coming import of_state
from generators.corpus.corpus import Corpus
from generators.corpus.located import Adherence, Membership, grouped
from generators.corpus.memo import once
from generators.corpus.state_profile import StateProfile, state_profile
from generators.document import (
    monitoring,
    narrow_questions,
    parties,
    sentences,
    state_reviews,
    whom_to_call,
)
from generators.document.blocks import (
    Block,
    Document,
    Fold,
    List,
    ListItem,
    Paragraph,
    Row,
    Section,
    Table,
    facts,
    notes,
    table,
)
from generators.document.mechanism import change_line, contacts_section, without_members
from generators.document.phrases import Phrases
from generators.document.runs import (
    DOT,
    Absence,
    Annotation,
    Link,
    Run,
    Runs,
    WebAddress,
    joined,
)
from generators.document.sharing import shared_line
from generators.document.state_questions import sentences_section, topics_section
from generators.document.years import texts_by_year
from generators.model.mechanisms import Change


def document(phrases: Phrases, state: str, with_sentences: bool = False) -> Document:
    """All that is recorded of a State (alpha-3 code), without its name.

    The head has the number to call. Then come the questions that matter most, and all
    topics by name. In folds is what that rests on. ``with_sentences``, for paper, has
    what the texts say on each topic.
    """
    profile = state_profile(phrases.corpus, state)
    days = phrases.linked("first-days", state, phrases.ui("First days"))
    between = phrases.linked("between", state, phrases.ui("With another State"))
    case = phrases.linked("case", state, phrases.ui("A case here"))
    head = [
        _counted_texts(phrases, profile),
        Paragraph(joined((days, case, between), " "), "doors"),
        *whom_to_call.first_number(phrases, state),
    ]
    if with_sentences:
        by_topic = sentences_section(phrases, state)
    else:
        by_topic = topics_section(phrases, state)
    questions = narrow_questions.section_of_state(phrases, state, with_sentences)
    answers = [section for section in (questions, by_topic) if section]
    grounds = [
        section._replace(role=section.role or "fold")
        for section in _grounds(phrases, state, profile, with_sentences)
        if section
    ]
    if not with_sentences:
        return Document(head, [*answers, *grounds])
    # on paper the answers take pages: whom to call and what binds go before them
    first = [section for section in grounds if section.anchor in _FIRST_ON_PAPER]
    others = [section for section in grounds if section.anchor not in _FIRST_ON_PAPER]
    return Document(head, [*first, *answers, *others])


_FIRST_ON_PAPER = ("whom-to-call", "binding")
"""The anchors of the sections with which a volume begins."""


def _grounds(
    phrases: Phrases, state: str, profile: StateProfile, with_sentences: bool
) -> list[Section | None]:
    """The sections after the answers, in their order: what the answers rest on, and what
    is not recorded. None is a section without content.
    """
    pending = phrases.ui("Has joined, not yet binding on it")
    former = phrases.ui("No longer bound")
    organisations = [membership.mechanism for membership in profile.now]
    return [
        whom_to_call.whom_to_call_section(phrases, state),
        _binding_section(phrases, profile),
        _adherences_section(phrases, pending, profile.pending, "pending"),
        _signed_section(phrases, state),
        _not_bound_section(phrases, state),
        _named_section(phrases, state),
        *_standards_sections(phrases, profile),
        _reports_section(phrases, profile),
        state_reviews.reviews_of_state(phrases, state),
        monitoring.dates(phrases, of_state(phrases.corpus, state)),
        contacts_section(phrases, organisations),
        _memberships_section(phrases, state, profile),
        _adherences_section(phrases, former, profile.former, "left"),
        _not_binding_section(phrases, profile),
        _not_recorded_section(phrases, state, profile, with_sentences),
    ]


def _counted_texts(phrases: Phrases, profile: StateProfile) -> Paragraph:
    """How many texts are known to bind a State, and of how many we do not know it."""
    binding = {adherence.record for adherence in profile.binding}
    not_known = len(profile.unlisted_nearby)
    if binding:
        known = phrases.ui("Binding texts: {n}", n=phrases.number(len(binding)))
    else:
        known = phrases.ui("We know no text that binds this State.")
    unknown: Runs = []
    if not_known:
        unknown = phrases.ui("Not known: {n}", n=phrases.number(not_known))
    return Paragraph(joined((known, unknown), DOT if binding else " "), "facts")


# -- the texts that it joined ------------------------------------------------------------


def _binding_section(phrases: Phrases, profile: StateProfile) -> Section:
    """The texts that bind a State, those on trafficking first; that none is known, where
    none is.
    """
    heading = phrases.ui("Binding texts it is party to, and since when")
    if not profile.binding:
        none = phrases.ui(
            "None of our lists of parties names this State. Before you decide that no "
            "text binds it, check with the depositary of each text below."
        )
        return Section(heading, [Paragraph(none)], "binding")
    columns = [phrases.ui("Text"), phrases.ui("Since when, how, and by which list")]
    nearest_first = sorted(
        profile.binding,
        key=lambda adherence: _nearness(phrases.corpus, adherence.record),
    )
    rows = [parties.bound_row(phrases, adherence) for adherence in nearest_first]
    unsought = phrases.ui(
        "Reservations: where a line names none and gives no day for that, nobody has "
        "looked for one."
    )
    texts = phrases.counted("{n} text", "{n} texts", len(rows))
    list_: list[Block] = [table(heading, columns, rows, "parties"), *notes(unsought)]
    years = texts_by_year(phrases, profile.binding)
    return Section(heading, [*years, Fold(texts, list_)], "binding", "shown")


@once
def _nearness(corpus: Corpus, record: str) -> tuple[int, int, str]:
    """A key that puts records in order: those on trafficking first. Where two are
    equally near, the one that speaks on more topics comes first.
    """
    model = corpus.records[record]
    rank = corpus.vocabularies.rank("nearness", model.about or "")
    topics = {topic for provision in model.provisions for topic in provision.topics}
    return rank, -len(topics), record


def _adherences_section(
    phrases: Phrases, heading: Runs, adherences: Sequence[Adherence], anchor: str
) -> Section | None:
    """The texts of some adherences, each with when and how the State joined; None where
    there are none.
    """
    return _adherences_list(phrases, adherences).under(heading, anchor)


def _adherences_list(phrases: Phrases, adherences: Sequence[Adherence]) -> List:
    """The texts of some adherences, each with when and how the State joined."""
    items = [parties.adherence(phrases, adherence) for adherence in adherences]
    return List(items, "records")


def _signed_section(phrases: Phrases, state: str) -> Section | None:
    """The texts that a State signed and has not joined; None where there are none."""
    signatures = parties_of.signed(phrases.corpus).get(state, ())
    items = [parties.signature(phrases, signature) for signature in signatures]
    heading = phrases.ui("Signed but not a party")
    return List(items, "records").under(heading, "signed")


def _not_bound_section(phrases: Phrases, state: str) -> Section | None:
    """The acts of its organisations that do not bind a member State, and why. None where
    there are none.
    """
    exemptions = parties_of.not_bound(phrases.corpus).get(state, ())
    items = [parties.exempt(phrases, exemption) for exemption in exemptions]
    return List(items, "records").under(phrases.ui("Does not take part"), "not-bound")


def _named_section(phrases: Phrases, state: str) -> Section | None:
    """The texts that name the State as a party without a day of ratification; None where
    there are none.
    """
    records = parties_of.named(phrases.corpus).get(state, ())
    names = sentences.names(phrases, records)
    heading = phrases.ui(
        "Named as a party in the text. We do not know whether it ratified."
    )
    return Section(heading, [Paragraph(names)], "named") if names else None


def _not_binding_section(phrases: Phrases, profile: StateProfile) -> Section | None:
    """The texts that never bind: those in which the State takes part, will take part, and
    took part. None where there are none.
    """
    items = [
        sentences.record_item(
            phrases,
            adherence.record,
            phrases.corpus.confidence_in(adherence.record, adherence.party),
        )
        for adherence in profile.joined
    ]
    colon = phrases.localizer.colon
    joining = _adherences_list(phrases, profile.joining)
    parted = _adherences_list(phrases, profile.parted)
    blocks = [
        *List(items, "records").shown(),
        *joining.behind(phrases.ui("To come"), colon),
        *parted.behind(phrases.ui("No longer taking part"), colon),
    ]
    if not blocks:
        return None
    return Section(phrases.ui("Takes part but is not bound"), blocks, "joined")


# -- memberships -------------------------------------------------------------------------


def _memberships_section(phrases: Phrases, state: str, profile: StateProfile) -> Section:
    """The organisations to which a State belongs, will belong and belonged, and what they
    say of its coming or going. Where it belongs to none today a sentence says so.
    """
    colon = phrases.localizer.colon
    blocks = [*_memberships_list(phrases, profile.now).shown()]
    if not blocks:
        none = phrases.ui("We know of no organisation to which it belongs.")
        blocks.append(Paragraph(none))
    ahead = _memberships_list(phrases, profile.ahead)
    blocks += ahead.behind(phrases.ui("To come"), colon)
    past = _memberships_list(phrases, profile.past)
    blocks += past.behind(phrases.ui("Former memberships"), colon)
    changes = [
        ListItem(change_line(phrases, mechanism, phrases.name(mechanism), event))
        for mechanism, event in _changes_by_state(phrases.corpus).get(state, ())
    ]
    blocks += List(changes).shown()
    return Section(phrases.ui("Memberships"), blocks, "memberships")


@once
def _changes_by_state(corpus: Corpus) -> Mapping[str, tuple[tuple[str, Change], ...]]:
    """What mechanisms say of States that come or go. By State (alpha-3 code) it is the
    ids of mechanisms, each with a change.
    """
    changes = (
        (event.state, (name, event))
        for name, mechanism in corpus.mechanisms.items()
        for event in mechanism.changes
    )
    return grouped(changes)


def _memberships_list(phrases: Phrases, memberships: Sequence[Membership]) -> List:
    """Organisations by name, each with since when and until when the State belongs."""
    items = [_membership_item(phrases, membership) for membership in memberships]
    return List(items, "columns")


def _membership_item(phrases: Phrases, membership: Membership) -> ListItem:
    """An organisation, with since when and until when the State belongs to it."""
    mechanism = membership.mechanism
    member = membership.member
    span = sentences.span(phrases, member.since, member.until)
    note = phrases.text_of(mechanism, member.note)
    return ListItem(phrases.title_link(mechanism), joined((span, note)))


# -- what its mechanisms ask -------------------------------------------------------------


def _standards_sections(phrases: Phrases, profile: StateProfile) -> Iterator[Section]:
    """Records of a State's mechanisms that do not bind, so that nobody joins them one by
    one. There is a section for each kind that has records.
    """
    ui = phrases.localizer.gettext
    headings = {
        "instrument": ui("Standards of its organisations, not binding"),
        "action-plan": ui("Action plans of its organisations"),
        "sop": ui("Procedures of its organisations"),
    }
    for kind, records in profile.standards.items():
        near, general_law = order.apart(phrases.corpus, records)
        items = [sentences.record_item(phrases, name, force=False) for name in near]
        force: Runs = []
        if kind != "instrument":  # its heading says that it does not bind
            force = phrases.label("forces", "not-binding")
        blocks: list[Block] = [*notes(force)]
        blocks += List(items, "records").shown()
        blocks += sentences.law_by_name(phrases, general_law)
        yield Section([headings[kind]], blocks, kind)


def _reports_section(phrases: Phrases, profile: StateProfile) -> Section | None:
    """The reports that a State owes, to whom and how often. Those under general
    law are there by the name of the text. None where it owes none.
    """
    near, general_law = order.apart(phrases.corpus, profile.reports)
    duties = List([monitoring.duty_item(phrases, record) for record in near])
    by_name = sentences.law_by_name(phrases, general_law, "reporting")
    blocks = [*duties.shown(), *by_name]
    return Section(phrases.ui("Reports due"), blocks, "reports") if blocks else None


# -- what is not known -------------------------------------------------------------------


def _not_recorded_section(
    phrases: Phrases, state: str, profile: StateProfile, with_names: bool
) -> Section:
    """What we do not have of a State: lists of parties, lists of members, national law.

    Organisations without a list of members are named only ``with_names``, else counted.
    Without names the questions above say already that national law is not here.
    """
    in_sentence = [phrases.localizer.state_in_sentence(state)]
    warning = phrases.ui(
        "If a text is not on this page, it may still apply in {state}.",
        state=in_sentence,
    )
    nearby = phrases.ui("Binding texts: we do not know whether the State is a party")
    elsewhere = phrases.ui("Texts of other regions: we do not know either")
    organisations = phrases.labelled(
        phrases.ui("Organisations whose members we do not know"),
        _organisations_without_members(phrases, with_names),
    )
    national: Runs = []
    if with_names:
        only = phrases.ui("This site holds regional and global texts only.")
        national = phrases.labelled(phrases.ui("National law"), only)
    blocks: list[Block] = [
        Paragraph(warning),
        *_folded_text_names(phrases, nearby, profile.unlisted_nearby),
        *_folded_text_names(phrases, elsewhere, profile.unlisted_elsewhere),
        *notes(organisations, national),
    ]
    heading = phrases.ui("What we do not have")
    return Section(heading, blocks, "not-recorded", "gap")


@once
def _text_names(phrases: Phrases, records: tuple[str, ...]) -> list[Run]:
    """Records or mechanisms in one line, by name: many States have the same line."""
    return shared_line(sentences.names(phrases, records))


def _folded_text_names(
    phrases: Phrases, label: Runs, records: tuple[str, ...]
) -> list[Block]:
    """A fold with what some records are, how many, and their names; nothing where there
    are none.
    """
    if not records:
        return []
    counted = phrases.counted("{n} text", "{n} texts", len(records))
    summary = [*label, " ", Annotation(counted)]
    return [Fold(summary, [Paragraph(_text_names(phrases, records))])]


def _organisations_without_members(phrases: Phrases, with_names: bool) -> list[Run]:
    """The mechanisms that have no members listed here, ``with_names``; else how many.

    They are the same for every State, so one page names them for all. Empty where there
    are none.
    """
    mechanisms = without_members(phrases.corpus)
    if with_names:
        return _text_names(phrases, mechanisms)
    if not mechanisms:
        return []
    counted = phrases.counted(
        "{n} organisation or process", "{n} organisations and processes", len(mechanisms)
    )
    return [Link(counted, Target("page", "status", "known"))]


# -- all States --------------------------------------------------------------------------


def overview(phrases: Phrases, states: Iterable[str]) -> Table:
    """A table with a row for each State (alpha-3 codes): the binding texts it is party
    to, and its memberships.
    """
    columns = [phrases.ui("State"), *_overview_labels(phrases)]
    rows = []
    for state in states:
        cells = [phrases.state(state), *_texts_and_memberships(phrases, state)]
        rows.append(Row([[Paragraph(cell)] for cell in cells]))
    return table(phrases.ui("States"), columns, rows, "states")


def brief(phrases: Phrases, state: str) -> Document:
    """The row of a State in ``overview`` as a document, with the address of its page,
    which says more.
    """
    absent = Absence(silent=False, words=phrases.localizer.gettext("we do not have this"))
    values = [cell or [absent] for cell in _texts_and_memberships(phrases, state)]
    rows = [*zip(_overview_labels(phrases), values, strict=True)]
    address = [WebAddress(Target("state", state))]
    rows.append((phrases.ui("Address"), address))
    return Document([facts(rows)], ())


def _overview_labels(phrases: Phrases) -> tuple[Runs, Runs]:
    """The labels of what ``_texts_and_memberships`` returns."""
    return phrases.ui("Binding texts it is party to"), phrases.ui("Memberships")


def _texts_and_memberships(phrases: Phrases, state: str) -> tuple[Runs, Runs]:
    """The texts that bind a State, and the organisations to which it belongs today, by
    name. Each line is empty where none is known.
    """
    profile = state_profile(phrases.corpus, state)
    records = dict.fromkeys(adherence.record for adherence in profile.binding)
    mechanisms = dict.fromkeys(membership.mechanism for membership in profile.now)
    return sentences.names(phrases, records), sentences.names(phrases, mechanisms)
