"""What a mistake in a translation can turn round."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generators.corpus.corpus import Corpus
from generators.model.records import Record
from generators.translate.to_do import risks

RECORD = """\
kind: instrument
type: convention
official_titles: {{en: A}}
status: in-force
binding: {binding}
provisions:
  - {{topics: [return], ref: Art. 1, says: Text., {line}}}
confidence: recalled
"""
MAY, MUST = "strength: permission", "strength: obligation"


@pytest.fixture
def model(corpus_of: Callable[..., Corpus]) -> Callable[..., Record]:
    """Makes a record with one provision."""

    def made(line: str, binding: str = "true") -> Record:
        text = RECORD.format(line=line, binding=binding)
        return corpus_of({"instruments/alpha/text.yml": text}).records["alpha/text"]

    return made


@pytest.mark.parametrize(
    ("line", "text", "language", "found"),
    [
        (MUST, "Help them.", "en", ("duty",)),
        ("strength: conditional-obligation", "Help them.", "en", ("duty",)),
        (MAY, "Help them.", "en", ()),
        (MAY, "Help 3 of them.", "en", ("number",)),
        (f"{MAY}, value: {{days: 30}}", "Help them.", "en", ("number",)),
        (f"{MAY}, until: 2030", "Help them.", "en", ("number",)),
        (MAY, "Until the end of June.", "en", ("number",)),
        (MAY, "States may help.", "en", ()),
        (MAY, "Nobody is sent back without a hearing.", "en", ("negation",)),
        (MAY, "A note on notaries.", "en", ()),
        (MAY, "Nul n'est renvoyé.", "fr", ("negation",)),
        (MAY, "不得遣返。", "zh", ("negation",)),
        (MUST, "No return within ٣٠ days.", "en", ("duty", "number", "negation")),
    ],
)
def test_what_a_mistake_turns_round(
    model: Callable[..., Record], line: str, text: str, language: str, found: tuple[str, ...]
) -> None:
    """Duties, numbers and dates, negations: by the line and by whole words of the text."""
    assert risks(model(line), ("provisions", 0, "says"), text, language) == found


def test_what_does_not_bind_misleads_nobody(model: Callable[..., Record]) -> None:
    """Nor does a summary, or what is no record."""
    assert risks(model(MUST, "false"), ("provisions", 0, "says"), "No.", "en") == ()
    assert risks(model(MUST), ("summary",), "No.", "en") == ()
    assert risks(None, ("provisions", 0, "says"), "No.", "en") == ()
