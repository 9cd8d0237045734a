"""Whose release it is: which evidence chooses the profile, and that the stronger one wins."""

import pytest

import pressparse
from pressparse.profiles import known_profiles

LEAD = "The balloons flew over the Arctic for the first time on Monday, and all of them came back to the base."


def release(head: str = "", lead: str = LEAD, foot: str = "", title: str = "Balloons over the Arctic") -> str:
    """Return a release with these lines around it."""
    return f"PRESS RELEASE\n\n{head}\n\n{title}\n\n{lead}\n\nThe next campaign is in a year.\n\n{foot}\n"


CHOSEN = [
    (release("PR123-2020"), "cnes", "reference", "PR123-2020"),
    (release("CP009-2016"), "cnes", "reference", "CP009-2016"),
    (release("N° 27–2017"), "esa", "reference", "N° 27–2017"),
    (release("RELEASE 14-046"), "nasa", "reference", "RELEASE 14-046"),
    (release("ESA"), "esa", "masthead", "ESA"),
    (release("JAXA and CNES"), "jaxa", "masthead", "JAXA"),
    (release("Japan Aerospace Exploration Agency (JAXA)"), "jaxa", "masthead", "Japan Aerospace Exploration Agency"),
    (release(foot="Contact: presse@cnes.fr"), "cnes", "mail-domain", "cnes.fr"),
    (release(foot="Contact: Fabienne Lissak, fabienne.lissak at nasa.gov"), "nasa", "mail-domain", "nasa.gov"),
    (release(foot="Contact: presse [at] cnrs.fr"), "cnrs", "mail-domain", "cnrs.fr"),
    (release(foot="www.eumetsat.int"), "eumetsat", "web-domain", "eumetsat.int"),
    (release(foot="https://sci.ESA.int/lisa"), "esa", "web-domain", "ESA.int"),
    (release(foot="www.nasa.gov\n\nContact: media@esa.int"), "esa", "mail-domain", "esa.int"),
    (release(lead=f"{LEAD} CNES and DLR built them, CNES and DLR flew them."), "cnes", "mentions", "CNES"),
    (release(lead=f"{LEAD} CNES and DLR built them. DLR flew them."), "dlr", "mentions", "DLR"),
    (release(lead=f"{LEAD} THALES ALENIA SPACE built them for Thales."), "thales", "mentions", "THALES ALENIA SPACE"),
    (release(title="DLR balloons over the Arctic"), "dlr", "mentions", "DLR"),
    (release(lead=f"CNES and its partners met on Monday. {LEAD}"), "cnes", "mentions", "CNES"),
    (release(lead=f"LUND (CNES PR) — {LEAD} NASA built them, NASA flew them."), "cnes", "dateline", "CNES"),
    (release(lead=f"LUND (CNES) -- {LEAD} NASA built them, NASA flew them."), "cnes", "dateline", "CNES"),
    (release(lead=f"LUND, (CNES PR). {LEAD} NASA built them, NASA flew them."), "nasa", "mentions", "NASA"),
    (release(lead=f"LUND CNES PR) — {LEAD} NASA built them, NASA flew them."), "nasa", "mentions", "NASA"),
    (
        release(lead=f"{LEAD} CNES met the European Space Agency (ESA) and staff of ESA. CNES built them."),
        "cnes",
        "mentions",
        "CNES",
    ),
    (
        release(lead=f"{LEAD} The president of CNES, Jean Arvor, met DLR. They saw Oberlund and Lund with DLR."),
        "cnes",
        "mentions",
        "CNES",
    ),
    (
        release(lead=LEAD + " “All is well,” said the president of CNES, Jean Arvor."),
        "cnes",
        "mentions",
        "CNES",
    ),
    (
        release(
            foot=LEAD + "\n\n“All of them are well,” said the president of CNES, Jean Arvor, to the crew at the base."
        ),
        "cnes",
        "quotation",
        "CNES",
    ),
    (
        release(title="France-Japan space cooperation Balloons ready to fly"),
        "cnes",
        "kicker",
        "France-Japan space cooperation",
    ),
    (
        release("June 20, 2023 | Climate", lead=f"{LEAD} CNES and DLR built them, and CNES flew them."),
        "dlr",
        "layout",
        "DLR",
    ),
    (
        release("June 20, 2023 | Climate", lead=f"{LEAD} CNES built them, and CNES flew them."),
        "cnes",
        "mentions",
        "CNES",
    ),
    (release("PR123-2020", foot="Contact: media@esa.int"), "cnes", "reference", "PR123-2020"),
    (release("ESA", foot="Contact: presse@cnes.fr"), "esa", "masthead", "ESA"),
    (release(lead=f"{LEAD} NASA built them.", foot="Contact: presse@cnes.fr"), "cnes", "mail-domain", "cnes.fr"),
]


@pytest.mark.parametrize(("text", "profile", "rule", "raw"), CHOSEN, ids=[" ".join(row[1:]) for row in CHOSEN])
def test_the_strongest_evidence_chooses(text: str, profile: str, rule: str, raw: str) -> None:
    """Its own references, its masthead, its mail, its site, who is named most; the words that chose stand by."""
    found = pressparse.parse(text)
    assert found.profile == profile
    evidence = found.evidence["profile"]
    assert (evidence.rule, evidence.raw) == (rule, raw)
    assert evidence.span.of(text) == raw


NOBODY = [
    release(),
    release("ABC 12/2023"),
    release(lead=f"{LEAD} ESAB and the CNESIAN built them."),
    release(lead=f"{LEAD} CNES built them."),
    release(foot="www.notesa.int"),
    release(foot="www.esa.int.nowhere.org"),
    release(foot="Contact: presse@nowhere.fr"),
    release(foot=LEAD + "\n\nAll of them are well, said the president of CNES, Jean Arvor, to the crew at the base."),
    release(foot=LEAD + "\n\n“All of them are well and at the base,” said Jean Arvor, who leads the campaign of CNES."),
    release(
        lead=f"{LEAD} “All is well,” said Anne Kermor.",
        foot=LEAD + "\n\n“All of them are well,” said the president of CNES, Jean Arvor, to the crew at the base.",
    ),
    release(lead=f"{LEAD} CNES built them.", foot="Contact: press@nowhere.org"),
]


@pytest.mark.parametrize("text", NOBODY)
def test_a_release_of_nobody_known_is_generic(text: str) -> None:
    """A release that only speaks of an issuer, and has somebody else's addresses, is not the issuer's."""
    found = pressparse.parse(text)
    assert found.profile == "generic"
    assert "profile" not in found.evidence


@pytest.mark.parametrize("name", [profile.name for profile in known_profiles()])
def test_a_profile_that_is_given_stands(name: str) -> None:
    """Whatever the text says; what was told is no evidence of the text."""
    found = pressparse.parse(release("PR123-2020"), profile=name)
    assert found.profile == name
    assert "profile" not in found.evidence
