"""The generators of the Dakar Compendium: YAML records in, pages, a search index and PDFs out.

The package is a house of rows; a module imports only from rows below its own (``tests/test_layers.py`` holds the rows)::

    doors      plugin    cli    with plugin_serve, plugin_site, plugin_listing, plugin_links, plugin_shell below the first
    outputs    pages/    search/    pdf/
    services   checks/   compare    applies    render    publish    schema    translations    wording
    whole      corpus    texts    opening
    shelves    library
    one        records    mechanisms    items    reading    placed    addresses
    words      vocabulary    states    cited
    text       sources    catalogs    fields    files
    leaf       problems    dates    clock    remembered    downloads
"""
