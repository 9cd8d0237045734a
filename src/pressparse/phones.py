"""Phone numbers: the rules say how one is printed, libphonenumber what it means."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

import attrs

from pressparse.model import Phone
from pressparse.rules import Hit, Rule, Table, compile_rules, find_all
from pressparse.text import View
from pressparse.words import merged_vocabulary

if TYPE_CHECKING:
    import regex

    from pressparse.model import PhoneType

_FEWEST, _FEWEST_ABROAD, _MOST = 6, 9, 15
_BOTH = "voice/fax"


@attrs.frozen
class Number:
    """A printed number before anybody has said what country it is in.

    `start` and `end` bound it in the clean string without its label, which begins at `label_start`; `digits` is what
    libphonenumber is asked about, `label` the type that the label says (`voice/fax` for `Tél./Fax`).
    """

    label_start: int
    start: int
    end: int
    digits: str
    label: str | None
    extension: str | None


class Reading(NamedTuple):
    """What libphonenumber says of a number in a country."""

    e164: str | None
    type: PhoneType


def _number(match: regex.Match[str]) -> Number | None:
    groups = match.groupdict()
    digits = "".join("-" if c in "‐‑–" else " " if c.isspace() else c for c in match["digits"])
    if not _FEWEST <= sum(map(str.isdigit, digits)) <= _MOST:
        return None
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    extension = groups["extension"]
    end = match.end("extension") if extension else match.end("digits")
    label_start = match.start("label") if groups["label"] else match.start()
    return Number(label_start, match.start("digits"), end, digits, _labelled(groups), extension)


def _abroad(match: regex.Match[str]) -> Number | None:
    number = _number(match)
    return number if number and sum(map(str.isdigit, number.digits)) >= _FEWEST_ABROAD else None


def _labelled(groups: dict[str, str | None]) -> str | None:
    """Return what the label says: `mobile` for `Tél. (mobile)` and for `06… (portable)`."""
    words = merged_vocabulary("contacts")
    word = groups["behind"] or groups["aside"] or groups["label"]
    return cast("str | None", words.meaning("phone_labels", word)) if word else None


# A label is looked for from the number backwards, so that only digits start a search.
_LABEL = r"""
  (?<![\w.@-]) (?P<label>\L<phone_labels>) [.]?
  (?: [ \xa0]? \( (?P<aside>\L<phone_labels>) \) )?
  [ \xa0\u202f\t]? [ \xa0\u202f.:\t]{0,3}
"""
_BLANK = r"[ \xa0\u202f\u2007\u2009]"
_MARK = r"[ \xa0\u202f\u2007\u2009.\-‐‑–]"
_END = rf"(?! {_MARK}? \d | \w | [,:/] \d | {_BLANK}? [°%€$′’'] )"
_TAIL = rf"""
(?: {_BLANK}? [,;(/]? {_BLANK}? (?<!\pL) \L<extensions> [ \xa0.:]{{0,2}} (?P<extension>\d{{1,6}}+) (?!\w) \)? )?+
(?: {_BLANK}? \( (?P<behind>\L<phone_labels>) \) )?+
"""

RULES: tuple[Rule[Number], ...] = (
    Rule(
        name="french-abroad",
        pattern=rf"""
        (?<= {_LABEL} | )
        (?<! \w )
        (?P<digits> (?: \(\+33\) | \+ {_BLANK}? 33 ) {_MARK}? (?:\(0\))?+ {_MARK}? [1-9] (?: {_MARK}? \d\d ){{4}} )
        (?! \d | {_MARK}? \d (?!\d) )
        {_TAIL}
        """,
        build=_number,
        examples=(
            "+33 (0)1 44 76 00 01",
            "Tel. +33(0)1 44 76 00 01",
            "Tél.\xa0: +33\xa01\xa044\xa076\xa000\xa001",
            "(+33) 1 44 76 00 01",
            "+33.1.44.76.00.01",
            "+ 33 1 44 76 00 01 poste 12",
            "+33 6 00 00 00 01 (mobile)",
        ),
        rejects=(),
        anchors=("33",),
    ),
    Rule(
        name="international",
        pattern=rf"""
        (?<= {_LABEL} | )
        (?<! \w )
        (?P<digits>
          (?: \(\+\d{{1,3}}+\) | \+ {_BLANK}? \d{{1,3}}+ | 00 {_BLANK}? [1-9]\d{{0,2}}+ )
          (?: {_MARK}? \( \d{{1,4}}+ \) )?+
          (?: {_MARK}? \d{{1,5}}+ / (?=\d) )?
          (?: {_MARK}? \d++ ){{1,8}}+
        )
        {_END}
        {_TAIL}
        """,
        build=_abroad,
        examples=(
            "+1 (202) 358-1100",
            "+49 2203/601-2116",
            "+39(0)6.9418.0952",
            "0033 1 44 76 00 01",
            "Phone: +47 77 60 00 00",
            "+44 20 7946 0000 ext. 12",
            "+81-50-3362-4374",
        ),
        rejects=("+5 000 000 km", "+12 000 000 €", "+1 000 000 000 000 000 000", "x+33144760001"),
        anchors=("+", "00"),
    ),
    Rule(
        name="french",
        pattern=rf"""
        (?<= {_LABEL} | )
        (?<! \w | \d {_MARK} | \+ | \) )
        (?P<digits> (?: 0 | \(0\) {_BLANK}? ) [1-9] (?: {_MARK}? \d\d ){{4}} )
        {_END}
        {_TAIL}
        """,
        build=_number,
        examples=(
            "01 44 76 00 01",
            "Tél. 01.44.76.00.01",
            "Port. 0600000001",
            "(0)1 44 76 00 01",
            "01-44-76-00-01 (fax)",
        ),
        rejects=("978-01 44 76 00 01", "01 44 76 00 01 12", "x0144760001"),
        anchors=("0",),
    ),
    Rule(
        name="american",
        pattern=rf"""
        (?<= {_LABEL} | )
        (?<! \w | \d {_MARK} | [+)] )
        (?P<digits> (?: 1 {_MARK} )?+ (?: \( [2-9]\d\d \) {_BLANK}? | [2-9]\d\d [-./] ) [2-9]\d\d [-.] \d{{4}} )
        {_END}
        {_TAIL}
        """,
        build=_number,
        examples=("202-358-1100", "(202) 358-1100", "1-202-358-1100", "Phone: 202/358-1100", "202.358.1100 x12"),
        rejects=("978-202-358-1100", "202-358-11001", "102-358-1100"),
    ),
    Rule(
        name="trunk",
        pattern=rf"""
        (?<= {_LABEL} | )
        (?<! \w | \d {_MARK} | [+)/] )
        (?P<digits> 0 [1-9]\d{{1,4}} (?: /? {_MARK}? | {_BLANK}[-–]{_BLANK} ) \d{{3,8}}+ (?: {_MARK}? \d{{2,4}} ){{0,3}}+ )
        {_END}
        {_TAIL}
        """,
        build=_number,
        examples=("0228 447-385", "Tel: 020 7946 0000", "06151/807 0000", "050-3362-4374", "0228 – 447385"),
        rejects=(),
        anchors=("0",),
    ),
    Rule(
        name="labelled",
        pattern=rf"""
        (?<= {_LABEL} )
        (?P<digits> (?: \( \d{{1,5}}+ \) {_MARK}? )?+ \d++ (?: / (?=\d) )?+ (?: {_MARK}? \d++ ){{0,7}}+ )
        {_END}
        {_TAIL}
        """,
        build=_number,
        examples=("Tel: ⟨33 1 4476 0001⟩",),
        rejects=(),
    ),
)


def find_phones(text: str | View, *, region: str | None = None) -> tuple[Phone, ...]:
    """Return the phone numbers printed in `text`, in order.

    National numbers are read in `region` (ISO 3166: `FR`); without one, and where libphonenumber calls a number
    invalid, `e164` is `None`.
    """
    view = View.of(text)
    return tuple(read_phone(hit.value, hit.rule.name, view, region) for hit in phone_hits(view))


def phone_hits(view: View) -> list[Hit[Number]]:
    """Return the printed numbers of `view`; of two behind one `Tél./Fax` the second is the fax."""
    hits = find_all(_table(), view)
    for at in range(1, len(hits)):
        before, hit = hits[at - 1], hits[at]
        if (
            before.value.label == _BOTH
            and not hit.value.label
            and view.text[before.end : hit.start].strip(" \xa0") == "/"
        ):
            hits[at] = attrs.evolve(hit, value=attrs.evolve(hit.value, label="fax"))
    return hits


@cache
def _table() -> Table[Number]:
    return compile_rules(RULES, None, merged_vocabulary("contacts"))


def read_phone(number: Number, rule: str, view: View, region: str | None) -> Phone:
    """Return the phone of `number`, which `rule` found in `view`, read in `region`."""
    reading = _reading(number.digits, region)
    label = number.label.split("/", maxsplit=1)[0] if number.label else reading.type
    return Phone(
        raw=view.raw(number.start, number.end),
        e164=reading.e164,
        type=cast("PhoneType", label),
        extension=number.extension,
        span=view.span(number.start, number.end),
        rule=rule,
    )


def is_invalid(phone: Phone, region: str | None) -> bool:
    """Whether libphonenumber refused `phone`; a national number without a country is not refused, only unread."""
    return phone.e164 is None and (region is not None or phone.raw.lstrip("( ").startswith(("+", "00")))


@lru_cache(maxsize=4096)
def _reading(digits: str, region: str | None) -> Reading:
    import phonenumbers  # noqa: PLC0415 - costs more than all of pressparse, and many texts have no number

    try:
        number = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return Reading(None, "voice")
    if not phonenumbers.is_valid_number(number):
        return Reading(None, "voice")
    mobile = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return Reading(e164, "mobile" if mobile else "voice")
