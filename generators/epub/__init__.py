"""Books for e-readers (EPUB 3): the volumes of several chapters, in each language. They
are made of the same documents as pages and paper.

``writer`` writes blocks as ``html/`` does where that is the same. An e-reader is like
paper in the rest: nothing folds, nothing is drawn, and tables are told row by row.
``book`` writes each chapter of a language once and puts chapters together. Links lead
within the book, or to the public site.
"""
