"""The whole site: shells, pages, links, the sitemap, outputs in a folder; MkDocs and the
live preview.
"""
