"""What the page of the data says of them as JSON-LD."""

from __future__ import annotations

import json
import re

from generators import data
from generators.corpus.corpus import Corpus
from generators.data import linked_data
from generators.document.open_data import LICENCE_ADDRESS
from generators.translate.localizer import Localizer

SITE = "https://site.example/"


def test_the_data_as_a_whole_is_a_dataset(world: Corpus):
    """With its licence, and each file of its language, and of all, that holds everything, with its address
    and its form; no context is to be fetched.
    """
    block = linked_data.dataset(Localizer(world, "fr"), SITE, "fr/")
    (text,) = re.fullmatch(r'<script type="application/ld\+json">([^<]*)</script>\n', block).groups()
    said = json.loads(text)
    assert said["@context"] == {"@vocab": "https://schema.org/", "@base": SITE}
    assert (said["@type"], said["license"]) == ("Dataset", {"@id": LICENCE_ADDRESS})
    found = {(each["contentUrl"]["@id"], each["encodingFormat"]) for each in said["distribution"]}
    held = {f"fr/{path}" for path in data.writers(world, "fr", f"{SITE}fr/")} | {*data.common(world, SITE)}
    assert {address for address, _ in found} <= held
    assert ("data/compendium.sqlite.gz", "application/gzip") in found
    assert ("fr/data/compendium.json.gz", "application/gzip") in found
