"""The volumes on paper: PDFs of records, comparisons and everything, in each language, from the same corpus
and comparisons as the pages.

``catalogue`` names the volumes and their addresses; ``writer`` turns the blocks of a document into the data
that the template (``volume.typ``) reads; ``typeset`` turns these into bytes and is the only import of typst
and pikepdf; ``build`` has what changed typeset, and says which file a volume is about that was refused.
``factory`` is of books for e-readers too: what is meant, what changed, what stands there.
"""
