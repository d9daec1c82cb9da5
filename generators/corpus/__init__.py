"""Everything together: what was read, with its indexes.

Here is also what binds, runs and applies on a day. Comparisons, addresses and what CLDR
knows are here too.
"""
