"""The generators of the Dakar Compendium: YAML records in, pages, data and PDFs out.

The package is a house of rows; a module imports only from rows below its own (``tests/test_layers.py`` holds the rows)::

    doors      plugin (the only import of mkdocs)      cli
    outputs    pages/    exports    search    pdf
    services   checks/   compare    render    publish    schema    translations
    whole      corpus
    one        records
    words      vocabulary    states
    text       sources    catalogs
    leaf       problems    dates
"""
