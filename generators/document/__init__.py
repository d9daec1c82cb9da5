"""What is said of a record, mechanism, State, topic, stage or region, in one language.

It is said once, as blocks and runs. A block says what its content is, never how it looks;
links lead to targets. Nothing here knows HTML, Typst or an address: ``html/``, ``pdf/``
and ``epub/`` write the same blocks.
"""
