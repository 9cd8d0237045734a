"""The commands: data on standard output, everything else on standard error, what came of it as exit status.

Each command is a module of this folder and a row of `COMMANDS`; it is imported when it is called for.
"""

from importlib import import_module

import click

# Each command's name, and the module and function that it is.
COMMANDS = {
    "parse": "parse:parse_command",
    "check": "check:check_command",
    "explain": "explain:explain_command",
    "rules": "rules:rules_command",
    "review": "review:review_command",
    "schema": "rules:schema_command",
    "completion": "completion:completion_command",
}


_EPILOG = """\b
Examples:
  pressparse parse release.txt                what is in a release
  pressparse parse releases/ -o table.csv     a table of a folder, for a spreadsheet
  pressparse review releases/ -o page.html    a page that shows where each value stands
  pressparse explain release.txt date         why the date is what it is
  pressparse check releases/                  what contradicts itself
  pressparse parse --help                     all about a command
"""


class _Commands(click.Group):
    """A group that imports a command when it is called for, so that none pays for what another needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"{__name__}.{module}"), function)
        return command


@click.group(cls=_Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pressparse")
def pressparse() -> None:
    """Turn press releases into records in which every value says where it stands."""
