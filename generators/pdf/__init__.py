"""The volumes on paper: PDFs of records, comparisons and everything, in each language.
They are made from the same corpus and comparisons as the pages.

``volume_names``
    Which volumes there are, and their addresses and titles.
``volumes``
    What is in a volume, as one value for JSON.
``volume_index``
    The index of a volume.
``writer``
    Turns the blocks of a document into the data that the template (``volume.typ``) reads.
``typeset``
    Turns this data into bytes: the only import of typst and pikepdf.
``shelf``
    Knows the files that were made.
``factory``
    Makes what has changed, books for e-readers too.
"""
