"""What editors write with: the JSON Schemas of all kinds of file."""
