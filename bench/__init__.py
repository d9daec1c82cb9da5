"""Measures the budgets of the design, on records made from a seed and on the real ones. Nothing in
``generators`` knows of it.

``synthetic`` makes records, ``hugo`` the same content for Hugo, ``building`` and ``plain`` run in processes
of their own, ``launch`` and ``measure`` say what a process took, ``real`` looks at the real corpus,
``report`` holds figures against budgets, ``__main__`` is the command.
"""
