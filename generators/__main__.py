"""``python -m generators`` is the command ``compendium``."""

from generators.cli.main import main

main()
