"""`pressparse rules`: the rule book. `pressparse schema`: the JSON Schema of the records."""

from collections.abc import Iterator
from textwrap import dedent
from typing import Any

import click
from click.shell_completion import CompletionItem

from pressparse.commands.console import print_json, printable
from pressparse.commands.options import book_options
from pressparse.model import json_schema
from pressparse.rulebook import rules_in_book, words_named
from pressparse.rules import Rule

_SHOWN = 12


def _complete(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem | str]:
    names = [name for table, rules in rules_in_book() for name in (table, *(rule.name for rule in rules))]
    return [name for name in names if name.startswith(incomplete)]


_EPILOG = """\b
Examples:
  pressparse rules
  pressparse rules days-of-month
  pressparse rules references --profile my-agency.toml"""


@click.command("rules", short_help="List the rules by which releases are read.", epilog=_EPILOG)
@click.argument("name", required=False, metavar="[NAME]", shell_complete=_complete)
@book_options
def rules_command(name: str | None, *, profile: str | None) -> None:  # noqa: ARG001 - a profile from a file has rules
    """List the rules by which releases are read, table by table, in the order in which they are tried.

    With the NAME of a rule or a table its patterns are shown, with the first words of the tables of words that they
    name, what they find and what they must not find.
    """
    tables = rules_in_book()
    if name is None:
        lines = [line for table, rules in tables for line in _listed(table, rules)]
    else:
        found = [(table, rule) for table, rules in tables for rule in rules if name in (table, rule.name)]
        if not found:
            known = ", ".join(table for table, _ in tables)
            msg = f"no rule and no table is called {name!r}; the tables are {known}"
            raise click.UsageError(msg)
        lines = [line for table, rule in found for line in _shown(table, rule)]
    click.echo(printable("\n".join(lines).rstrip()))


def _listed(table: str, rules: tuple[Rule[Any], ...]) -> Iterator[str]:
    width = max((len(rule.name) for rule in rules), default=0)
    yield f"{table}:"
    yield from (f"  {rule.name:{width}}  {rule.examples[0]}" for rule in rules)
    yield ""


def _shown(table: str, rule: Rule[Any]) -> Iterator[str]:
    languages = f", {' and '.join(rule.languages)} only" if rule.languages else ""
    yield f"{rule.name} (table {table}{languages})"
    yield from (f"    {line}" for line in dedent(rule.pattern).strip("\n").splitlines())
    for words, entries in words_named(table, rule):
        more = f" … ({len(entries)})" if len(entries) > _SHOWN else ""
        yield f"  \\L<{words}>: {', '.join(entries[:_SHOWN])}{more}"
    for heading, texts in (("finds", rule.examples), ("does not find", rule.rejects)):
        yield from (f"  {heading}: {text}" for text in texts)
    yield ""


@click.command("schema")
def schema_command() -> None:
    """Print the JSON Schema (draft 2020-12) of the records."""
    print_json(json_schema(), pretty=True)
