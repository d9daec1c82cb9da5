"""What editors write with: JSON Schemas for all kinds of file, the form, and new files.

It also says in words what differs between two states of the records.
"""
