"""Measures the budgets of the design, on copies of the real records and on these. Nothing
in ``generators`` knows of it.

``synthetic`` makes records, ``hugo`` gives their pages to Hugo, ``building`` and
``paper`` run in processes of their own, ``contest`` lets all take turns, ``launch`` and
``measure`` say what a process took, ``real`` looks at the real corpus, ``searching``
types queries into its search, ``__main__`` is the command and holds figures against the
budgets of the design.
"""
