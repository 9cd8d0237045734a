"""`pressparse schema`: the JSON Schema of the records."""

import click

from pressparse.commands.console import print_json
from pressparse.model import json_schema


@click.command("schema")
def schema_command() -> None:
    """Print the JSON Schema (draft 2020-12) of the records."""
    print_json(json_schema(), pretty=True)
