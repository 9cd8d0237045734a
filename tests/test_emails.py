"""E-mail addresses: printed, linked, hidden from robots, and what is none."""

import pytest

from pressparse.emails import find_emails

PRINTED = {
    "jeanne.martin@cnes.fr": ("jeanne.martin@cnes.fr", "jeanne.martin@cnes.fr"),
    "E-mail : Jeanne.Martin@CNES.fr.": ("Jeanne.Martin@CNES.fr", "Jeanne.Martin@CNES.fr"),
    "Jeanne Martin <jeanne-martin+x@mail.cnes.fr>": ("jeanne-martin+x@mail.cnes.fr",) * 2,
    "[jeanne.martin@cnes.fr](mailto:jeanne.martin@cnes.fr)": (
        "jeanne.martin@cnes.fr",
        "[jeanne.martin@cnes.fr](mailto:jeanne.martin@cnes.fr)",
    ),
    "[Jeanne Martin](mailto:jeanne.martin@cnes.fr)": (
        "jeanne.martin@cnes.fr",
        "[Jeanne Martin](mailto:jeanne.martin@cnes.fr)",
    ),
    "[presse@cnes.fr](mailto:presse@cnes.fr?subject=Interview)": (
        "presse@cnes.fr",
        "[presse@cnes.fr](mailto:presse@cnes.fr?subject=Interview)",
    ),
    '(<a href="mailto:presse@cnes.fr" class="x">presse@cnes.fr</a>)': (
        "presse@cnes.fr",
        '<a href="mailto:presse@cnes.fr" class="x">presse@cnes.fr</a>',
    ),
    "mailto:presse@cnes.fr": ("presse@cnes.fr", "presse@cnes.fr"),
    "raphaël.martin@cnes.fr": ("raphaël.martin@cnes.fr", "raphaël.martin@cnes.fr"),
    "jeanne.martin at nasa.gov": ("jeanne.martin@nasa.gov", "jeanne.martin at nasa.gov"),
    "jeanne.martin [at] cnes.fr": ("jeanne.martin@cnes.fr", "jeanne.martin [at] cnes.fr"),
    "presse(at)cnes.fr": ("presse@cnes.fr", "presse(at)cnes.fr"),
    "presse [arobase] cnes [point] fr": ("presse@cnes.fr", "presse [arobase] cnes [point] fr"),
    "jeanne dot martin at jpl dot nasa dot gov": (
        "jeanne.martin@jpl.nasa.gov",
        "jeanne dot martin at jpl dot nasa dot gov",
    ),
    "E-mail: presse at cnes.fr": ("presse@cnes.fr", "presse at cnes.fr"),
    "presse @ cnes.fr": ("presse@cnes.fr", "presse @ cnes.fr"),
    "presse＠cnes.fr": ("presse@cnes.fr", "presse＠cnes.fr"),
}
NONE = (
    "[email protected]",
    "@CNES",
    "Follow us @cnes.fr",
    "Watch the landing live at esa.int.",
    "Learn more in the U.S. at www.nasa.gov",
    "presse@cnes",
    "https://cnes.fr/@presse",
    "jeanne.martin looked at nasa",
    "E-mail: presse at www.cnes.fr",
)


@pytest.mark.parametrize("text", PRINTED)
def test_an_address_is_read_as_printed(text: str) -> None:
    """A link is one piece; of a hidden address `raw` stays as it is."""
    (email,) = find_emails(text)
    assert (email.address, email.raw) == PRINTED[text]
    assert email.span.of(text) == email.raw


@pytest.mark.parametrize("text", NONE)
def test_anything_else_is_no_address(text: str) -> None:
    """What cannot be recovered, handles and ordinary sentences are none."""
    assert find_emails(text) == ()


def test_addresses_come_in_order() -> None:
    """Several in one text, in the order of print."""
    text = "a.b@x.fr, c.d [at] y.fr; [e.f@z.fr](mailto:e.f@z.fr)"
    assert [email.address for email in find_emails(text)] == ["a.b@x.fr", "c.d@y.fr", "e.f@z.fr"]
