"""What the values of a record were read from."""

from collections.abc import Iterator, Mapping

import attrs

from pressparse.text import Span, View


@attrs.frozen(kw_only=True)
class Evidence:
    """What a scalar was read from: the printed text, where it stands, and the rule that took it."""

    raw: str
    span: Span
    rule: str


@attrs.frozen(repr=False)
class EvidenceMap(Mapping[str, Evidence]):
    """Evidence by field name: a mapping that is frozen, hashable and can be pickled."""

    pairs: tuple[tuple[str, Evidence], ...] = ()

    def __getitem__(self, field: str) -> Evidence:
        for name, evidence in self.pairs:
            if name == field:
                return evidence
        raise KeyError(field)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __repr__(self) -> str:
        return f"EvidenceMap({dict(self.pairs)!r})"


def evidence_of(view: View, rule: str) -> Evidence:
    """Return `view` as the evidence of a value that `rule` took."""
    span = view.whole
    return Evidence(raw=span.of(view.given), span=span, rule=rule)
