"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines."""

from __future__ import annotations

import os
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pressparse.findings import CODES, UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pressparse.findings import Finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"info": "note", "warning": "warning", "error": "error"}


def sarif(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return the SARIF log of one run that gave `findings`."""
    driver = {"name": "pressparse", "version": version("pressparse"), "rules": [_rule(code) for code in CODES]}
    results = [_result(finding) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    words = code.replace("-", " ")
    level = {"level": _LEVELS[CODES[code]]}
    return {"id": code, "shortDescription": {"text": f"{words[0].upper()}{words[1:]}."}, "defaultConfiguration": level}


def _result(finding: Finding) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(os.fsencode(Path(finding.path).as_posix()))}}
    if finding.code != UNREADABLE:
        place["region"] = {
            "startLine": finding.start.line,
            "startColumn": finding.start.column,
            "endLine": finding.end.line,
            "endColumn": finding.end.column,
        }
    return {
        "ruleId": finding.code,
        "ruleIndex": [*CODES].index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
    }
