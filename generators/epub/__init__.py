"""The volumes of several chapters as books for e-readers (EPUB 3), in each language, from
the same documents as pages and paper.

``writer`` writes blocks as ``html/`` does where that is the same, and as paper does where
an e-reader is like paper: nothing folds, nothing is drawn; tables are told row by row.
``book`` writes each chapter of a language once, puts chapters together, leads links
within the book or to the public site, and makes what has changed.
"""
