"""What stands first on a topic, in every output."""

from __future__ import annotations

from generators.corpus import comparisons, tables
from generators.data import files
from generators.document.phrases import Phrases
from generators.translate.localizer import Localizer


def test_every_output_leads_with_the_same_line(world):
    """A State's page and paper, the topic's page for that State and its data agree: what a State
    changes is only whom a text binds.
    """
    phrases = Phrases(Localizer(world, "en"))
    compared = 0
    for state in world.all_states:
        bound = world.bound_by(state)
        for _, topics in comparisons.asked_of(world, state):
            for each in topics:
                found = comparisons.topic(world, each.topic)
                rows = [row for row in found.rows if row.record in bound]
                first_row = min(rows, key=lambda row: int(tables.facets(world, found, row)["place"]))
                lines = [
                    line for line in files.topic(phrases, each.topic)["lines"] if line["record"] in bound
                ]
                place = f"{each.leading.record}#{each.leading.anchor}"
                assert f"{first_row.record}#{first_row.cells[0].anchor}" == place
                assert lines[0]["address"].endswith(f"{place.replace('#', '/#')}")
                compared += 1
    assert compared > 10
