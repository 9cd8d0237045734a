"""A kit for those who write rules and profiles: proofs, comparisons, made-up texts with their truth, a pytest plugin.

The names are loaded on first use, since pytest imports the plugin in every project that it runs in.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressparse.testing.comparison import ABSENT, Difference, Truth, check_truth, differences
    from pressparse.testing.rules import check_profile, check_rule

__all__ = ["ABSENT", "Difference", "Truth", "check_profile", "check_rule", "check_truth", "differences"]

_HOMES = {
    "ABSENT": "comparison",
    "Difference": "comparison",
    "differences": "comparison",
    "check_profile": "rules",
    "check_rule": "rules",
    "Truth": "comparison",
    "check_truth": "comparison",
}


def __getattr__(name: str) -> object:
    """Return the public name `name` from the module that it lives in."""
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
