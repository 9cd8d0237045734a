"""Phone numbers: the rules say how one is printed, libphonenumber what it means."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple, cast

import regex

from pressparse.book import per_book
from pressparse.errors import UnknownRegionError
from pressparse.lexicon import label_before
from pressparse.model import Phone, PhoneType
from pressparse.rules import Hit, Rule, RuleTable, find_all
from pressparse.text import View
from pressparse.tries import compile_words
from pressparse.words import Meaning, fold, merged_vocabulary

_FEWEST, _FEWEST_NATIONAL, _MOST = 6, 9, 15
_FEWEST_ABROAD = _FEWEST_NATIONAL
# Where numbers that are none in the country itself are dialed as if in it, under codes of their own.
_OVERSEAS: Mapping[str | None, tuple[str, ...]] = {"FR": ("GF", "GP", "MQ", "RE", "YT")}
_BOTH, _ANY = "voice/fax", "any"
# What stands between a label and its number.
_BETWEEN = " \t\xa0\u202f.:)"
_PLAIN = str.maketrans(
    {"‐": "-", "‑": "-", "–": "-", "\xa0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "O": "0"}
)


class Number(NamedTuple):
    """A printed number before anybody has said what country it is in.

    `start` and `end` bound it in the clean string without its label, which begins at `label_start`, and without a type
    in brackets, which closes at `closed`; `digits` is what libphonenumber is asked about, `label` the type that the
    label says (`voice/fax` for `Tél./Fax`).
    """

    label_start: int
    start: int
    end: int
    closed: int
    digits: str
    label: str | None
    extension: str | None


class Reading(NamedTuple):
    """What libphonenumber says of a number in a country."""

    e164: str | None
    type: PhoneType


def _number(match: regex.Match[str], fewest: int = _FEWEST) -> Number | None:
    """Build the number of a match with what stands around it: its label, an extension, its type in brackets."""
    digits = match[0].translate(_PLAIN)
    if not fewest <= sum(map(str.isdigit, digits)) <= _MOST:
        return None
    return number_at(match.string, *match.span(), f"+{digits[2:]}" if digits.startswith("00") else digits)


def number_at(text: str, start: int, end: int, digits: str) -> Number:
    """Return the number printed at `[start, end)` with its label, an extension, its type in brackets.

    `digits` is what libphonenumber is to read, `+33 1 …` or a national number: rules of others build their values so.
    """
    label_start, label = label_before(text, start, "phone_labels")
    extension = _extension().match(text, end)
    digits_end = extension.end("extension") if extension else end
    remark = _REMARK.match(text, extension.end() if extension else end)
    meant = _labels().get(fold(remark[1])) if remark else None
    kind = meant or label
    return Number(
        label_start,
        start,
        digits_end,
        remark.end() if remark and meant else extension.end() if extension else end,
        digits,
        None if kind in (None, _ANY) else str(kind),
        extension["extension"] if extension else None,
    )


def _abroad(match: regex.Match[str]) -> Number | None:
    number = _number(match, _FEWEST_ABROAD)
    return number and number._replace(digits=number.digits if "+" in number.digits else f"+{number.digits}")


def _national(match: regex.Match[str]) -> Number | None:
    return _number(match, _FEWEST_NATIONAL)


def _labelled(match: regex.Match[str]) -> Number | None:
    number = _number(match) if match.start() and match.string[match.start() - 1] in _BETWEEN else None
    return number if number and number.label_start < number.start else None


@per_book()
def _labels() -> Mapping[str, Meaning]:
    return merged_vocabulary("contacts").meanings["phone_labels"]


@per_book()
def _extension() -> regex.Pattern[str]:
    return compile_words(
        r"[ \xa0]? [,;(/]? [ \xa0]? \L<extensions> [ \xa0.:]{0,2} (?P<extension>\d{1,6}+) (?!\w) \)?",
        merged_vocabulary("contacts").lists,
    )


_REMARK = regex.compile(r"[ \xa0]?\(([^()\n]{1,20}+)\)")
_BLANK = r"[ \xa0\u202f\u2007\u2009]"
_MARK = r"[ \xa0\u202f\u2007\u2009.\-‐‑–]"
# A label may be glued to the number before it: `…3980Fax:`.
_NEXT_LABEL = rf"\p{{Lu}}[\p{{L}}\p{{M}}-]{{1,11}}+ (?: \. | {_BLANK}? : | (?<=\p{{Ll}}){_BLANK}?[+(\d] )"
_END = rf"(?! {_MARK}? \d | (?! x\d | {_NEXT_LABEL} )\w | [,:] \d | {_BLANK}? [°%€$′’'] )"
_SECOND = regex.compile(
    rf"""(?x) [ \xa0]?/[ \xa0]?
    (?P<end> \d{{3}}-\d{{4}} | \d{{3,5}}+ | (?<= {_MARK}\d\d/ ) \d\d (?!/) ) (?! /\d{{1,2}}(?!\d) ) {_END}"""
)

_FRENCH = rf"[1-9] (?: {_MARK}? \d\d ){{4}}"

RULES: tuple[Rule[Number], ...] = (
    Rule(
        name="international",
        pattern=rf"""
        (?: \(\+\d{{1,3}}+\) | \+ {_BLANK}? \d{{1,3}}+ | 00 (?<! \w00 | [\d.,]{_MARK}00 ) {_BLANK}? [1-9]\d{{0,2}}+ )
        (?: {_MARK}? \( (?: \d{{1,4}}+ | O ) \) )?+
        (?: {_MARK}? \d{{1,5}}+ / (?=\d) )?
        (?: {_MARK}? \d++ ){{1,8}}+
        {_END}
        """,
        build=_abroad,
        examples=(
            "+1 202-358-1100",
            "(+33) 1 44 76 00 01",
            "+33 (0)1 44 76 00 01",
            "+33\xa01\xa044\xa076\xa000\xa001",
            "+49 2203/601-2116",
            "Tél.\xa0: ⟨+39(0)6.9418.0952⟩",
            "0033 1 44 76 00 01",
            "⟨+44 20 7946 0000⟩ ext. 12",
            "+33 (O)1 44 76 00 01",
        ),
        rejects=("+5 000 000 km", "+12 000 000 000 €", "+1 000 000 000 000 000 000", "12 0033 144 760 001"),
        anchors=("+", "00"),
    ),
    Rule(
        name="unsigned",
        pattern=rf"""
        [1-9] (?<! [\w+][1-9] | \d{_MARK}[1-9] ) \d{{0,2}}+ {_BLANK}? \(0\)
        (?: {_MARK}? \d++ ){{1,8}}+
        {_END}
        """,
        build=_abroad,
        examples=("33 (0)1 44 76 00 01", "Tél. ⟨33(0)1.44.76.00.01⟩"),
        rejects=("7 33 (0)1 44 76 00 01", "a33 (0)1 44 76 00 01", "33 (0)1 44 76 00 01 €"),
        anchors=("(0)",),
    ),
    Rule(
        name="french",
        pattern=rf"""
        (?: 0 (?: (?<! \w0 | (?:[\d+]|\d\)){_MARK}?0 ) | (?<= 0{_FRENCH}{_BLANK}0 ) )
          | \(0\) (?<! \d{_BLANK}?\(0\) ) {_BLANK}? )
        {_FRENCH}
        (?: {_END} | (?= {_BLANK} 0{_FRENCH} (?!\d) ) )  # of two columns that lost their gap
        """,
        build=_number,
        examples=(
            "01 44 76 00 01",
            "Tél. ⟨01.44.76.00.01⟩",
            "0600000001",
            "(0)1 44 76 00 01",
            "⟨01-44-76-00-01⟩ (fax)",
            "(CNES) ⟨01 44 76 00 01⟩",
            "⟨01 44 76 00 01⟩ 01 44 76 00 02",
            "01 44 76 00 01 ⟨01 44 76 00 02⟩",
        ),
        rejects=(
            "978-01 44 76 00 01",
            "(33) 01 44 76 00 01",
            "01 44 76 00 01 12",
            "x0144760001",
            "01 44 76 00",
            "FR76 30 01 44 76 00 01",
        ),
        anchors=("0",),
    ),
    Rule(
        name="american",
        pattern=rf"""
        (?= [(\d] ) (?<! \w | \d{_MARK} | [+)] )
        (?: 1 {_MARK} )?+
        (?: (?: \( [2-9]\d\d \) {_BLANK}? | [2-9]\d\d [-./] ) [2-9]\d\d [-.] \d{{4}}
          | (?<= \A | ,[ ] ) [2-9]\d\d[2-9]\d{{6}} (?= ,[ ] | \Z ) )
        {_END}
        """,
        build=_number,
        examples=(
            "202-358-1100",
            "(202) 358-1100",
            "1-202-358-1100",
            "Phone: ⟨202/358-1100⟩",
            "⟨202.358.1100⟩ x12",
            "Lund, ⟨2023581100⟩, x@y.us",
        ),
        rejects=(
            "978-202-358-1100",
            "202-358-11001",
            "102-358-1100",
            "202-358-1100-1",
            "No 2023581100",
            "2023581100 m",
        ),
    ),
    Rule(
        name="trunk",
        pattern=rf"""
        0 (?<! \w0 | (?:[\d+/]|\d\)){_MARK}?0 ) [1-9]\d{{1,4}}
        (?: /? {_MARK}? | {_BLANK}[-–]{_BLANK} ) \d{{3,8}}+
        (?: {_MARK}? \d{{2,4}} ){{0,3}}+
        {_END}
        """,
        build=_national,
        examples=("0228 447-385", "Tel: ⟨020 7946 0000⟩", "06151/807 0000", "050-3362-4374", "0228 – 447385"),
        rejects=("978 0228 447-385", "0228 447-385-12345", "0228 447"),
        anchors=("0",),
    ),
    Rule(
        name="labelled",
        pattern=rf"""
        (?= [(\d] ) (?<! \d ) (?: \( \d{{1,5}}+ \) {_MARK}? )?+ \d++
        (?: / (?=\d) )?+ (?: {_MARK}? \d++ ){{0,7}}+
        {_END}
        """,
        build=_labelled,
        examples=("Tel: ⟨33 1 4476 0001⟩", "Phone ⟨(202) 358 1100⟩", "Tel. ⟨91/3581100⟩", "Fax: ⟨3581100⟩"),
        rejects=("33 1 4476 0001", "Tel: 33 1 4476 0001 €"),
    ),
)
PHONES = RuleTable(name="phones", rules=RULES)


def find_phones(text: str | View, *, region: str | None = None) -> tuple[Phone, ...]:
    """Return the phone numbers printed in `text`, in order.

    National numbers are read in `region` (ISO 3166: `FR`); without one, and where libphonenumber calls a number
    invalid, `e164` is `None`. Raises `UnknownRegionError`.
    """
    check_region(region)
    view = View.of(text)
    return tuple(read_phone(hit.value, hit.rule.name, view, region) for hit in phone_hits(view))


def check_region(region: str | None) -> None:
    """Raise `UnknownRegionError` for a country in which nobody could read national numbers."""
    if region is not None and region not in known_regions():
        raise UnknownRegionError(region)


@cache
def known_regions() -> frozenset[str]:
    """Return the countries whose numbers libphonenumber knows, by their two letters."""
    from phonenumbers import SUPPORTED_REGIONS  # noqa: PLC0415 - dear to import

    return frozenset(SUPPORTED_REGIONS)


def phone_hits(view: View) -> list[Hit[Number]]:
    """Return the printed numbers of `view`; of two behind one `Tél./Fax` the second is the fax."""
    hits = _with_seconds(find_all(PHONES.read(), view), view.text)
    for at in range(1, len(hits)):
        before, hit = hits[at - 1], hits[at]
        if (
            before.value.label == _BOTH
            and not hit.value.label
            and view.text[before.end : hit.start].strip(" \xa0") == "/"
        ):
            hits[at] = Hit(hit.start, hit.end, hit.value._replace(label="fax"), hit.rule)
    return hits


def _with_seconds(hits: list[Hit[Number]], text: str) -> list[Hit[Number]]:
    """Return `hits`, each with the numbers that differ from it in its last digits only: `202-358-1100/1101`."""
    found: list[Hit[Number]] = []
    for hit in hits:
        found.append(hit)
        while second := _SECOND.match(text, found[-1].value.end):
            digits = hit.value.digits
            number = number_at(text, *second.span("end"), digits[: -len(second["end"])] + second["end"])
            found.append(Hit(number.start, number.end, number, hit.rule))
    return found


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
    return phone.e164 is None and (region is not None or phone.rule == "international")


@lru_cache(maxsize=4096)
def _reading(digits: str, region: str | None) -> Reading:
    import phonenumbers  # noqa: PLC0415 - costs more than all of pressparse, and many texts have no number

    for country in (region, *_OVERSEAS.get(region, ())):
        try:
            number = phonenumbers.parse(digits, country)
        except phonenumbers.NumberParseException:
            return Reading(None, "voice")
        if phonenumbers.is_valid_number(number):
            break
    else:
        return Reading(None, "voice")
    mobile = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return Reading(e164, "mobile" if mobile else "voice")
