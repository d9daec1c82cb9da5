"""Who asks for which of the common indicators, by mechanism."""

from __future__ import annotations

from small_records import CONVENTION, PLAN, small_corpus, text

from generators.corpus.indicator_matrix import indicator_matrix

INDICATORS = """\
kind: vocabulary
of: indicators
title: Indicators
definition: What the list is for.
entries:
  - id: victims
    label: Victims
    definition: How many.
    asked_by:
      - {id: alpha/plan, ref: Art. 1, confidence: verified}
      - {id: alpha/treaty, ref: Art. 2}
      - {id: beta}
  - {id: judges, label: Judges, definition: How many.}
"""


def test_a_cell_holds_all_who_ask_what_binds_first(corpus_of):
    """Records stand under those who adopted them, plans that measure a number among them; a number that
    nobody asks for has an empty row.
    """
    corpus = small_corpus(
        corpus_of,
        {
            "vocabulary/indicators": INDICATORS,
            "alpha/plan": text(PLAN, keys="indicators: [{says: Judges trained., measures: judges}]\n"),
            "alpha/treaty": text(CONVENTION, "in-force", keys="with: [beta]\n"),
        },
    )
    found = indicator_matrix(corpus)
    cells = {
        pair: [(each.owner, each.anchor, each.confidence, each.binding) for each in asking]
        for pair, asking in found.cells.items()
    }
    treaty = ("alpha/treaty", "", "recalled", True)
    assert found.mechanisms == ("alpha", "beta")
    assert found.indicators == ("victims", "judges")
    assert cells == {
        ("victims", "alpha"): [treaty, ("alpha/plan", "", "verified", False)],
        ("victims", "beta"): [treaty, ("beta", "", "recalled", False)],
        ("judges", "alpha"): [("alpha/plan", "indicators", "recalled", False)],
    }
