"""One file at a time: the fields, the models of records, mechanisms, items and
vocabularies, and their validation.
"""
