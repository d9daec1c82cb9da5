"""Measures the budgets of the design, on records made from a seed and on the real ones. Nothing in
``generators`` knows of it.

``synthetic`` makes records, ``hugo`` the same content for Hugo, ``building`` and ``paper`` run in processes
of their own, ``contest`` lets all take turns, ``launch`` and ``measure`` say what a process took,
``real`` looks at the real corpus, ``searching`` types queries into its search, ``report`` writes figures,
``budgets`` holds them against the design, ``__main__`` is the command.
"""
