"""Everything together: what was read, indexed; what binds, runs and applies on a day;
comparisons; addresses; CLDR.
"""
