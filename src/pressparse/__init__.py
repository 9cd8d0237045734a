"""Turn press releases into typed, frozen records that know where every value stands.

>>> import pressparse
>>> pressparse.find_references("CNES, Paris, PR168-2017")
(Reference(prefix='PR', number=168, year=2017),)

The public names are loaded on first use: `import pressparse` costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressparse.batch import parse_many
    from pressparse.contacts import find_contacts
    from pressparse.dates import find_dates
    from pressparse.emails import find_emails
    from pressparse.errors import (
        ExportError,
        FieldError,
        NoTextError,
        PressparseError,
        ProfileError,
        RecordError,
        RuleError,
        StrictError,
        TimeLimitError,
        UnknownLanguageError,
        UnknownProfileError,
        UnknownRegionError,
        UnreadableError,
        WordsError,
        WorkerError,
    )
    from pressparse.evidence import Evidence, EvidenceMap
    from pressparse.explain import explain
    from pressparse.explanations import Explanation
    from pressparse.formats import parse_bytes, parse_file
    from pressparse.model import (
        SCHEMA_VERSION,
        Contact,
        DateExpression,
        Diagnostic,
        Email,
        Encoding,
        Failure,
        Footnote,
        Issuer,
        Link,
        Passage,
        Phone,
        Quote,
        Reference,
        Release,
        json_schema,
    )
    from pressparse.names import find_names
    from pressparse.parse import parse
    from pressparse.parser import Parser
    from pressparse.phones import find_phones
    from pressparse.plugins import PluginWarning
    from pressparse.profiles import Profile, ReferenceShape
    from pressparse.quotes import find_quotes
    from pressparse.references import find_references
    from pressparse.review import review_page
    from pressparse.rules import Rule
    from pressparse.text import Span

    __version__: str

__all__ = [
    "SCHEMA_VERSION",
    "Contact",
    "DateExpression",
    "Diagnostic",
    "Email",
    "Encoding",
    "Evidence",
    "EvidenceMap",
    "Explanation",
    "ExportError",
    "Failure",
    "FieldError",
    "Footnote",
    "Issuer",
    "Link",
    "NoTextError",
    "Parser",
    "Passage",
    "Phone",
    "PluginWarning",
    "PressparseError",
    "Profile",
    "ProfileError",
    "Quote",
    "RecordError",
    "Reference",
    "ReferenceShape",
    "Release",
    "Rule",
    "RuleError",
    "Span",
    "StrictError",
    "TimeLimitError",
    "UnknownLanguageError",
    "UnknownProfileError",
    "UnknownRegionError",
    "UnreadableError",
    "WordsError",
    "WorkerError",
    "__version__",
    "explain",
    "find_contacts",
    "find_dates",
    "find_emails",
    "find_names",
    "find_phones",
    "find_quotes",
    "find_references",
    "json_schema",
    "parse",
    "parse_bytes",
    "parse_file",
    "parse_many",
    "review_page",
]

_HOMES = {
    "batch": ("parse_many",),
    "contacts": ("find_contacts",),
    "dates": ("find_dates",),
    "emails": ("find_emails",),
    "errors": (
        "ExportError",
        "FieldError",
        "NoTextError",
        "PressparseError",
        "ProfileError",
        "RecordError",
        "RuleError",
        "StrictError",
        "TimeLimitError",
        "UnknownLanguageError",
        "UnknownProfileError",
        "UnknownRegionError",
        "UnreadableError",
        "WordsError",
        "WorkerError",
    ),
    "evidence": ("Evidence", "EvidenceMap"),
    "explain": ("explain",),
    "explanations": ("Explanation",),
    "formats": ("parse_bytes", "parse_file"),
    "model": (
        "SCHEMA_VERSION",
        "Contact",
        "DateExpression",
        "Diagnostic",
        "Email",
        "Encoding",
        "Failure",
        "Footnote",
        "Issuer",
        "Link",
        "Passage",
        "Phone",
        "Quote",
        "Reference",
        "Release",
        "json_schema",
    ),
    "names": ("find_names",),
    "parse": ("parse",),
    "parser": ("Parser",),
    "phones": ("find_phones",),
    "plugins": ("PluginWarning",),
    "profiles": ("Profile", "ReferenceShape"),
    "quotes": ("find_quotes",),
    "references": ("find_references",),
    "review": ("review_page",),
    "rules": ("Rule",),
    "text": ("Span",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


class _Package(ModuleType):
    """A package in which the function `parse` keeps its name when its home, the module `parse`, is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if isinstance(value, ModuleType) and _HOME.get(name) == name:
            value = getattr(value, name)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    """Return the public name `name`, which is an ordinary attribute from then on."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - costs more than all of this module

        value: object = version(__name__)
    elif name in _HOME:
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    else:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
