"""Phone numbers: as printed, what libphonenumber makes of them, and what is none."""

import phonenumbers
import pytest

from pressparse.phones import find_phones
from pressparse.repair import repair

PRINTED = {
    "+33 (0)1 44 76 75 39": ("+33 (0)1 44 76 75 39", "+33144767539", "voice", None),
    "Tel. +33(0)1 44 76 00 01": ("+33(0)1 44 76 00 01", "+33144760001", "voice", None),
    "Tél.\xa0: 01\xa044\xa076\xa000\xa001": ("01\xa044\xa076\xa000\xa001", "+33144760001", "voice", None),
    "Téléphone : 01.44.76.00.01": ("01.44.76.00.01", "+33144760001", "voice", None),
    "T 01\u202f44\u202f76\u202f00\u202f01": ("01\u202f44\u202f76\u202f00\u202f01", "+33144760001", "voice", None),
    "Te\u0301l. 01 44 76 00 01": ("01 44 76 00 01", "+33144760001", "voice", None),
    "Portable : 0600000001": ("0600000001", "+33600000001", "mobile", None),
    "Port. 06-00-00-00-01": ("06-00-00-00-01", "+33600000001", "mobile", None),
    "Mob. +33 6 00 00 00 01": ("+33 6 00 00 00 01", "+33600000001", "mobile", None),
    "06 00 00 00 01": ("06 00 00 00 01", "+33600000001", "mobile", None),
    "06 00 00 00 01 (portable)": ("06 00 00 00 01", "+33600000001", "mobile", None),
    "Tél. (mobile) : 06 00 00 00 01": ("06 00 00 00 01", "+33600000001", "mobile", None),
    "Tél. 06 00 00 00 01": ("06 00 00 00 01", "+33600000001", "voice", None),
    "Fax : 01 44 76 00 02": ("01 44 76 00 02", "+33144760002", "fax", None),
    "Télécopie 01 44 76 00 02": ("01 44 76 00 02", "+33144760002", "fax", None),
    "01 44 76 00 02 (fax)": ("01 44 76 00 02", "+33144760002", "fax", None),
    "Tél./Fax : 01 44 76 00 02": ("01 44 76 00 02", "+33144760002", "voice", None),
    "Tel: +33 1 44 76 00 01 ext. 12": ("+33 1 44 76 00 01 ext. 12", "+33144760001", "voice", "12"),
    "Tél. 01 44 76 00 01, poste 4273": ("01 44 76 00 01, poste 4273", "+33144760001", "voice", "4273"),
    "+1 202-555-0143 x12": ("+1 202-555-0143 x12", "+12025550143", "voice", "12"),
    "0033 1 44 76 00 01": ("0033 1 44 76 00 01", "+33144760001", "voice", None),
    "(+33) 1 44 76 00 01": ("(+33) 1 44 76 00 01", "+33144760001", "voice", None),
    "(+33 1 44 76 00 01)": ("+33 1 44 76 00 01", "+33144760001", "voice", None),
    "Tel: 33 1 4476 0001": ("33 1 4476 0001", "+33144760001", "voice", None),
    "(0)1 44 76 00 01": ("(0)1 44 76 00 01", "+33144760001", "voice", None),
    "Tél. 33 (0)1 44 76 00 01": ("33 (0)1 44 76 00 01", "+33144760001", "voice", None),
    "44 (0)20 7946 0000": ("44 (0)20 7946 0000", "+442079460000", "voice", None),
    "Tel: +49 (0)2203 601-2116": ("+49 (0)2203 601-2116", "+4922036012116", "voice", None),
    "Tel.: +49 6151/807-0000": ("+49 6151/807-0000", "+4961518070000", "voice", None),
    "+39(0)6.9418.0952": ("+39(0)6.9418.0952", "+390694180952", "voice", None),
    "+81-50-3000-0001": ("+81-50-3000-0001", "+815030000001", "voice", None),
    "Mobile: +47 412 34 567": ("+47 412 34 567", "+4741234567", "mobile", None),
    "Phone: +1 (202) 555-0143": ("+1 (202) 555-0143", "+12025550143", "voice", None),
    "+33 1 44 76 75 399": ("+33 1 44 76 75 399", None, "voice", None),
}
SEVERAL = {
    "Tél. 01 44 76 00 01 / Fax 01 44 76 00 02": ["voice", "fax"],
    "Tél./Fax : 01 44 76 00 01 / 01 44 76 00 02": ["voice", "fax"],
    "Tel: +33 1 44 76 00 01 - Mob: +33 6 00 00 00 01": ["voice", "mobile"],
    "01 44 76 00 01, 06 00 00 00 01": ["voice", "mobile"],
    "Phone:+49 89 30000 0001Fax:+49 89 30000 0002": ["voice", "fax"],
    "Tél.\xa0: 01 44 76 00 01Télécopie : 01 44 76 00 02": ["voice", "fax"],
    "Tel +49 89 30000 0001Fax +49 89 30000 0002": ["voice", "fax"],
    "Phone: +49 89 30000 0001E-Mail: jm@x.de": ["voice"],
    "Tel./Fax: 0228 447-385 / 386": ["voice", "fax"],
}
NONE = (
    "ISBN 978-2-07-036822-8",
    "ISSN 0249-6313",
    "IBAN FR76 3000 6000 0112 3456 7890 189",
    "SIRET 775 665 912 00082",
    "48°51'24\" N, 2°21'07\" E",
    "48.856613, 2.352222",
    "€2,127,000,012",
    "2 127 000 012 €",
    "+5 000 000 km",
    "Flight AF 0612, 12:45",
    "VA 237",
    "2019-2024",
    "PR123-2020",
    "22/10/2020 10:30",
    "2020-10-22T08:30:00",
    "doi:10.1038/s41586-020-2649-2",
    "from 01/02/2021 to 03/04/2021",
    "412 555-014",
)


@pytest.mark.parametrize("text", PRINTED)
def test_a_number_is_read_as_printed(text: str) -> None:
    """`raw` has no label, `e164` is libphonenumber's, the type is the label's or libphonenumber's."""
    (phone,) = find_phones(repair(text).view, region="FR")
    assert (phone.raw, phone.e164, phone.type, phone.extension) == PRINTED[text]
    assert phone.span.of(text) == phone.raw


@pytest.mark.parametrize("text", SEVERAL)
def test_several_numbers_have_their_own_types(text: str) -> None:
    """A label counts for the number behind it; `Tél./Fax` before two gives each its own."""
    assert [phone.type for phone in find_phones(text, region="FR")] == SEVERAL[text]


SECOND = {
    "202-555-0143/0144": [("202-555-0143", None), ("0144", "+12025550144")],
    "202-555-0143/555-0144": [("202-555-0143", None), ("555-0144", "+12025550144")],
    "Tel: +44 (0)20 7946 0001 / 4582 x214": [("+44 (0)20 7946 0001", None), ("4582 x214", "+442079464582")],
    "+44 20 7946 0001/4582": [("+44 20 7946 0001", None), ("4582", "+442079464582")],
    "202-555-0143/0144/0145": [("202-555-0143", None), ("0144", "+12025550144"), ("0145", "+12025550145")],
    "202-555-0143 x12/0144": [("202-555-0143 x12", None), ("0144", "+12025550144")],
    "202-555-0143/2024/06": [("202-555-0143", None)],
    "202-555-0143/014-2": [("202-555-0143", None)],
    "202-555-0143/01": [("202-555-0143", None)],
    "+33 1 44 76 00 01/02": [("+33 1 44 76 00 01", None), ("02", "+33144760002")],
    "+33 1 44 76 00 01/02/2024": [("+33 1 44 76 00 01", None)],
    "+33 1 44 76 00 01/24h": [("+33 1 44 76 00 01", None)],
    "+33 1 44 76 00 01 / 12 rue du Lac": [("+33 1 44 76 00 01", None)],
}


@pytest.mark.parametrize("text", SECOND)
def test_a_second_number_has_the_first_ones_head(text: str) -> None:
    """Behind a slash only its last digits are printed."""
    first, *second = find_phones(text, region="US")
    assert [(first.raw, None), *((phone.raw, phone.e164) for phone in second)] == SECOND[text]


@pytest.mark.parametrize("text", NONE)
def test_other_digits_are_no_number(text: str) -> None:
    """Identifiers, coordinates, prices, dates and flights cannot be called."""
    assert find_phones(text, region="FR") == ()


@pytest.mark.parametrize(("region", "e164"), [("FR", "+33144760001"), (None, None), ("US", None)])
def test_a_national_number_needs_its_country(region: str | None, e164: str | None) -> None:
    """Without a country a national number is printed, but not read."""
    (phone,) = find_phones("Tél. 01 44 76 00 01", region=region)
    assert (phone.raw, phone.e164) == ("01 44 76 00 01", e164)


@pytest.mark.parametrize(
    ("text", "e164", "kind"),
    [
        ("06 94 23 09 73", "+594694230973", "mobile"),
        ("06 39 01 23 45", "+262639012345", "mobile"),
    ],
)
def test_french_numbers_overseas_are_read(text: str, e164: str, kind: str) -> None:
    """French Guiana, where launches are, and the other departments dial as France does, under codes of their own."""
    (phone,) = find_phones(text, region="FR")
    assert (phone.e164, phone.type) == (e164, kind)


@pytest.mark.parametrize(("region", "text"), [("US", "202-555-0143"), ("US", "(202) 555-0143"), ("DE", "0228 447-385")])
def test_other_countries_print_theirs(region: str, text: str) -> None:
    """Whatever is valid in the country is read."""
    (phone,) = find_phones(text, region=region)
    assert phone.e164 == phonenumbers.format_number(
        phonenumbers.parse(text, region), phonenumbers.PhoneNumberFormat.E164
    )
