"""What is to be translated, catalogs kept up to date with it, and one language over the
corpus.
"""
