"""The command as `python -m pressparse`."""

from pressparse.cli import main

main()
