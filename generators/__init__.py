"""The generators of the Dakar Compendium: YAML records in, pages, a search index and PDFs
out.

The package is layers of folders; a folder imports from layers below its own, and from
itself. ``tests/test_layers.py`` holds this picture::

    doors     site/       shells, links, outputs; MkDocs, preview
              cli/        the command
    books     epub/       the chapters of volumes for e-readers: blocks as XHTML, zipped
    outputs   html/       blocks as HTML; layout by Jinja
              pdf/        blocks for Typst; volumes
              search/     the index of each language
              edit/       JSON Schemas; what changed, from the history
    as data   data/       what pages say, as JSON and tables; what changed, as Atom
    said      document/   what is said, once, in one language: blocks, runs, targets
    rules     checks/     one rule, one function, one sentence, one golden case
    services  translate/  what is to be translated; catalogs; a language over the corpus
    whole     corpus/     all files: the law on a day; comparisons; addresses; CLDR
    one       model/      one file: fields, models of every kind of file, validation
    tongues   languages/  what is of one language, a file for each
    text      text/       files as text, YAML and gettext with their lines, partial dates
              locale/     the interface's catalogs
"""
