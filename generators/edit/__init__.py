"""What editors write with: the JSON Schemas of all kinds of file, the files of the form,
new files, and what differs between two states of the records, in words.
"""
