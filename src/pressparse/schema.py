"""The JSON Schema of the record."""

import json
from importlib import resources
from typing import Any


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `Release.to_dict` returns and the command line prints."""
    path = resources.files("pressparse") / "data" / "release-1.0.schema.json"
    schema: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return schema
