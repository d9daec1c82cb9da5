"""What is said of a record, mechanism, State, topic, stage, region …, once, in one
language, as blocks and runs.

A block says what a thing is, never how it looks; links lead to targets. Nothing here
knows HTML, Typst or an address: ``html/``, ``pdf/`` and ``epub/`` write the same blocks.
"""
