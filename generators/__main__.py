"""``python -m generators`` is the command ``compendium``."""

from generators.cli import main

main()
