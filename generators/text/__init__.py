"""The lowest row: files as text, YAML and gettext with their lines, partial dates,
problems.
"""
