"""`pressparse rules`: the rule book in a terminal."""

import re
from pathlib import Path

import pytest
from command_runs import Command
from own_agency import PROFILE

from pressparse.rulebook import rules_in_book

RULES = [(table, rule) for table, rules in rules_in_book() for rule in rules]


def test_all_rules_are_listed(run: Command) -> None:
    """Table by table, each with its first example."""
    done = run("rules")
    lines = done.out.splitlines()
    assert (done.status, done.err) == (0, "")
    assert [line.removesuffix(":") for line in lines if line and not line.startswith(" ")] == [
        table for table, _ in rules_in_book()
    ]
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [rule.name for _, rule in RULES]
    assert ["cnes-reference", "PR123-2020"] in [line.split() for line in lines]


@pytest.mark.parametrize(("table", "rule"), RULES, ids=[rule.name for _, rule in RULES])
def test_a_rule_is_shown(run: Command, table: str, rule: object) -> None:
    """With its pattern, its words, what it finds and what not."""
    name = getattr(rule, "name", "")
    lines = run("rules", name).out.splitlines()
    assert lines[0].startswith(f"{name} (table {table}")
    for heading, texts in (("finds", "examples"), ("does not find", "rejects")):
        assert sum(line.startswith(f"  {heading}: ") for line in lines) == len(getattr(rule, texts))


def test_the_words_behind_a_pattern_are_shown(run: Command) -> None:
    """The first few, and how many there are."""
    out = run("rules", "kind").out
    assert "  \\L<kinds>: " in out
    assert " … (" in out
    assert "    (?P<kind>" in out or "    \\A" in out


def test_a_table_is_shown(run: Command) -> None:
    """All of its rules, an empty line between them."""
    out = run("rules", "kinds").out
    named = [rule.name for table, rule in RULES if table == "kinds"]
    assert [block.partition(" ")[0] for block in out.split("\n\n")] == named


def test_languages_are_told(run: Command) -> None:
    """Of a rule that is meant for some only."""
    (table, rule) = next((table, rule) for table, rule in RULES if rule.languages)
    assert f"{rule.name} (table {table}, {' and '.join(rule.languages)} only)" in run("rules", rule.name).out


def test_an_unknown_name_is_wrong_usage(run: Command) -> None:
    """The message names the tables."""
    done = run("rules", "nothing")
    assert done.status == 2
    assert "no rule and no table is called 'nothing'; the tables are references, kickers, kinds" in " ".join(
        done.err.split()
    )


def test_files_of_one_s_own_count(run: Command, tmp_path: Path) -> None:
    """A profile brings rules, words stand behind patterns."""
    (tmp_path / "bpi.toml").write_text(PROFILE, "utf-8")
    (tmp_path / "words.toml").write_text('[masthead.kinds]\nbulletin = "statement"\n', "utf-8")
    assert "  finds: BPI 7 of 2031" in run("rules", "bpi-reference", "--profile", str(tmp_path / "bpi.toml")).out
    calls = ((), ("--words", str(tmp_path / "words.toml")))
    counts = [re.findall(r"L<kinds>: .* … \((\d+)\)", run("rules", "kind", *words).out)[0] for words in calls]
    assert int(counts[1]) == int(counts[0]) + 1


COMPLETED = [
    ("rules remar", ["remarks"]),
    ("rules cnes-", ["cnes-reference", "cnes-early-reference"]),
]


@pytest.mark.parametrize(("words", "wanted"), COMPLETED, ids=[row[0] for row in COMPLETED])
def test_names_are_completed(run: Command, monkeypatch: pytest.MonkeyPatch, words: str, wanted: list[str]) -> None:
    """Those of rules and of tables."""
    monkeypatch.setenv("_PRESSPARSE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"pressparse {words}")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert [line.partition(",")[2] for line in run().out.splitlines()] == wanted
