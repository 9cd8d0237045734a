"""`pressparse check`: findings as compilers print them, for people, programs and code hosts."""

import json
from pathlib import Path
from typing import Any

import pytest
from command_runs import Command
from golden import SEEDS, seeds
from jsonschema import Draft4Validator

from pressparse.commands.check import CODES, codes_of
from pressparse.diagnostics import SEVERITIES
from pressparse.text import position

ROOT = Path(__file__).parents[1]
SARIF = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
DOUBTFUL = seeds()[1].text.replace("PR168-2017", "PR168-2016")

LAKE_DATA_AGENCY = r"""
name = "lda"
title = "Lake Data Agency"
names = ["Lake Data Agency"]

[[references]]
name = "lda-reference"
pattern = '(?P<prefix>LDA) [ ] n° [ ] (?P<number>\d+) [ ] of [ ] (?P<year>\d{4})'
canonical = "{prefix} {number}/{year}"
examples = ["LDA n° 7 of 2019"]
rejects = ["LDA n° 7", "n° 7 of 2019"]
"""


@pytest.fixture
def release(tmp_path: Path) -> str:
    """Return the path of a release with one warning, in its third line."""
    path = tmp_path / "a b.txt"
    path.write_text(DOUBTFUL, "utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("text", "at", "place"),
    [
        ("ab", 0, (1, 1)),
        ("ab", 2, (1, 3)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\r\nb", 2, (1, 3)),
        ("a\rb", 2, (2, 1)),
        ("a\fb", 2, (1, 3)),
        ("é\U0001f680b", 2, (1, 3)),
    ],
)
def test_columns_count_code_points_from_1(text: str, at: int, place: tuple[int, int]) -> None:
    """Lines end where editors end them."""
    assert position(text, at) == place


def test_a_finding_has_file_line_and_column(run: Command, release: str) -> None:
    """As compilers print it, and status 1."""
    done = run("check", release)
    line, column = position(DOUBTFUL, DOUBTFUL.index("PR168-2016"))
    message = "the reference is of 2016, the release of 2017"
    assert done.out == f"{release}:{line}:{column}: reference-year-mismatch {message}\n"
    assert (done.status, done.err) == (1, "1 release, 1 finding\n")


def test_findings_are_those_of_ones_own_profile_and_words(run: Command, tmp_path: Path) -> None:
    """A release is read as `parse` reads it with the same options."""
    text = seeds()[0].text.replace("PR123-2020", "LDA n° 7 of 2019")
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (tmp_path / "lda.toml").write_text(LAKE_DATA_AGENCY, "utf-8")
    asked = ("check", str(tmp_path / "a.txt"), "--select", "reference")
    assert "reference-missing" in run(*asked).out
    assert "reference-year-mismatch" in run(*asked, "--profile", str(tmp_path / "lda.toml")).out


def test_nothing_found_is_status_0(run: Command) -> None:
    """The seeds contradict themselves nowhere."""
    done = run("check", str(SEEDS))
    assert (done.status, done.out, done.err) == (0, "", "2 releases, 0 findings\n")


SELECTED = [
    (("--select", "reference-year-mismatch"), {"reference-year-mismatch"}),
    (("--select", "reference"), {"reference-year-mismatch"}),
    (("--select", "weekday-mismatch, kind-missing"), {"kind-missing"}),
    (("--select", "title,date"), set()),
    (("--select", "info", "--select", "reference"), {"kind-missing", "reference-year-mismatch"}),
    (("--select", "info,warning", "--ignore", "kind"), {"reference-year-mismatch"}),
    (("--ignore", "reference-year-mismatch"), set()),
    (("--select", ""), {"reference-year-mismatch"}),
]


@pytest.mark.parametrize(("options", "codes"), SELECTED, ids=[" ".join(options) for options, _ in SELECTED])
def test_codes_are_selected_and_ignored(run: Command, options: tuple[str, ...], codes: set[str]) -> None:
    """By name, by their first words, by severity; to ignore weighs more."""
    text = DOUBTFUL.replace("# Press Release", "")
    done = run("check", "-", "--format=json", *options, stdin=text.encode())
    assert {row["code"] for row in json.loads(done.out)["findings"]} == codes
    assert done.status == bool(codes)


def test_an_unknown_code_is_told_which_there_are(run: Command) -> None:
    """A typing error is no empty selection."""
    done = run("check", "-", "--ignore", "weekday-mismach")
    assert (done.status, done.out) == (2, "")
    assert "unknown code 'weekday-mismach'; known are info, warning, error, kind-missing, " in done.err


def test_a_folder_without_releases_is_wrong_usage(run: Command, tmp_path: Path) -> None:
    """A run that finds no release does not pass for one that finds nothing wrong."""
    assert run("check", str(tmp_path)).status == 2


def test_every_diagnostic_can_be_selected() -> None:
    """And what is said of a document that cannot be read."""
    assert CODES.keys() == {*SEVERITIES, "unreadable"}
    assert codes_of("info") | codes_of("warning") | codes_of("error") == CODES.keys()
    assert codes_of("contact") < codes_of("warning")
    assert not codes_of("mismatch")


def test_json_says_all_of_a_finding(run: Command, release: str) -> None:
    """With its span, and the words that stand there."""
    found = json.loads(run("check", release, "--format", "json").out)
    at = DOUBTFUL.index("PR168-2016")
    line, column = position(DOUBTFUL, at)
    assert found == {
        "checked": 1,
        "findings": [
            {
                "path": release,
                "line": line,
                "column": column,
                "end_line": line,
                "end_column": column + 10,
                "code": "reference-year-mismatch",
                "severity": "warning",
                "field": "reference",
                "message": "the reference is of 2016, the release of 2017",
                "span": [at, at + 10],
                "raw": "PR168-2016",
            }
        ],
    }


def sarif(out: str) -> dict[str, Any]:
    """Return the only run of a SARIF log, which keeps the schema."""
    log = json.loads(out)
    Draft4Validator(SARIF).validate(log)
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


def test_sarif_is_valid(run: Command, release: str) -> None:
    """Rules, levels and places as SARIF 2.1.0 wants them; a path is a URI, a column a code point."""
    found = sarif(run("check", release, "--format", "sarif", "--select", "info,warning,error").out)
    (result,) = (one for one in found["results"] if one["level"] == "warning")
    rule = found["tool"]["driver"]["rules"][result["ruleIndex"]]
    line, column = position(DOUBTFUL, DOUBTFUL.index("PR168-2016"))
    assert rule["id"] == result["ruleId"] == "reference-year-mismatch"
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": release.replace(" ", "%20")},
                "region": {"startLine": line, "startColumn": column, "endLine": line, "endColumn": column + 10},
            }
        }
    ]
    assert found["columnKind"] == "unicodeCodePoints"


def test_sarif_of_nothing_is_valid(run: Command) -> None:
    """A clean run says so: no results, which closes what was open before."""
    assert sarif(run("check", str(SEEDS), "--format", "sarif").out)["results"] == []


def test_what_cannot_be_read_is_a_finding(run: Command, tmp_path: Path, release: str) -> None:
    """Binary and missing files do not hide the others."""
    picture, gone = tmp_path / "picture.txt", tmp_path / "gone.txt"
    picture.write_bytes(b"\x89PNG\r\n" + bytes(range(256)) * 4)
    done = run("check", str(gone), str(picture), release)
    assert done.status == 1
    assert [line.removeprefix(f"{tmp_path}/").partition(" ")[0:3:2] for line in done.out.splitlines()[:2]] == [
        ("gone.txt:1:1:", "unreadable no such file or directory"),
        ("picture.txt:1:1:", "unreadable binary data, no text in any encoding"),
    ]
    assert "reference-year-mismatch" in done.out
    (result,) = sarif(run("check", str(gone), "--format=sarif").out)["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_nothing_of_a_release_reaches_the_terminal_raw(run: Command, tmp_path: Path) -> None:
    """Neither its name nor its words can steer it."""
    path = tmp_path / "\x1b[31m\n.txt"
    path.write_text("Contact\nJeanne Martin\nT\u00e9l. +33 1 99\x1b[2J", "utf-8")
    for form in ("text", "json", "sarif"):
        done = run("check", str(path), "--select=info,warning,error", f"--format={form}")
        assert "\x1b" not in done.out
        assert done.status == 1
    assert len(run("check", str(path), "--select=kind").out.splitlines()) == 1


def test_of_extracted_text_no_line_is_claimed(monkeypatch: pytest.MonkeyPatch, run: Command, release: str) -> None:
    """The lines of a web page's text are not those of its file: the finding stands at the front."""
    monkeypatch.setattr("pressparse.commands.check._LINES_OF_THE_FILE", frozenset())
    (row,) = json.loads(run("check", release, "--format=json").out)["findings"]
    assert (row["line"], row["column"], row["raw"]) == (1, 1, "PR168-2016")


def test_pre_commit_offers_the_check() -> None:
    """The hook runs the command that there is, with the extra that it needs."""
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert "entry: pressparse check\n" in hooks
    assert '".[cli]"' in hooks
