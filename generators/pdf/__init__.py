"""The volumes on paper: PDFs of records, comparisons and everything, in each language,
from the same corpus and comparisons as the pages.

``volumes`` names the volumes and their addresses, and says what is in them; ``writer``
turns the blocks of a document into the data that the template (``volume.typ``) reads;
``typeset`` turns these into bytes and is the only import of typst and pikepdf;
``factory`` has what changed made, books for e-readers too, and knows what stands there.
"""
