"""Whose is it? Rows, cards, columns, side by side: each cell with its owner, or with nobody."""

import pytest
from contact_scores import read

from pressparse.cells.blocks import contact_blocks
from pressparse.contacts import joins_in
from pressparse.lines import split_lines
from pressparse.repair import repair


def owners(text: str) -> dict[str | None, list[str]]:
    """Return by name what belongs to it: the ends of its numbers, the words before the `@` of its addresses."""
    return {
        contact.name: [phone.raw[-2:] for phone in contact.phones]
        + [email.address.partition("@")[0] for email in contact.emails]
        + ([contact.role] if contact.role else [])
        for contact in read(text).contacts
    }


def codes(text: str) -> list[str]:
    """Return the codes of what is doubtful."""
    return [found.code for found in read(text).diagnostics]


A, B, C = "Jeanne Martin", "Paul Roux", "Zoé Müller"
JOINED = {
    "rows": (
        f"Contacts\n{A}  Tel 01 44 76 00 01  a.b@x.fr\n{B}  Tel 01 44 76 00 02",
        {A: ["01", "a.b"], B: ["02"]},
    ),
    "numbers and addresses behind all names of a line": (
        f"Contacts: {A}, {B}, 01 44 76 00 01/02, roux@x.fr, jeanne.martin@x.fr",
        {A: ["01", "jeanne.martin"], B: ["02", "roux"]},
    ),
    "rows of people who are called like a month and a town": (
        f"Contacts\n{A} – 01 44 76 00 01\nPaul Mars – 01 44 76 00 02\nZoé Paris, Press Officer, 01 44 76 00 03",
        {A: ["01"], "Paul Mars": ["02"], "Zoé Paris": ["03", "Press Officer"]},
    ),
    "rows of people whom only their place tells": (
        f"Contacts\n{A} – 01 44 76 00 01\nNgozi Mars – 01 44 76 00 02\nMARS Paul – 01 44 76 00 03",
        {A: ["01"], "Ngozi Mars": ["02"], "MARS Paul": ["03"]},
    ),
    "a row of somebody and numbers behind words": (
        f"Contacts\n{A} – 01 44 76 00 01\nin Mars – 01 44 76 00 02\nEurope – 01 44 76 00 03\n01 44 76 00 04",
        {A: ["01", "02", "03", "04"]},
    ),
    "cards with a street of two words": (
        f"Contacts\n{A}\nEditor\nLinder Kuppe\n51999 Köln\nTel 01 44 76 00 01\n\n{B}\nUlmer Straße 2\n01 44 76 00 02",
        {A: ["01", "Editor"], B: ["02"]},
    ),
    "names above a street's town, known, first or below a number": (
        (
            f"Contacts\nNgozi Okonkwo\n51999 Köln\nTel 01 44 76 00 01\nMei Okoro\n51999 Köln\nTel 01 44 76 00 02\n\n"
            f"{A}\nCNES\n{B}\nF-31999 Toulouse"
        ),
        {"Ngozi Okonkwo": ["01"], "Mei Okoro": ["02"], A: [], B: []},
    ),
    "a name as the last line": (f"Contacts\n{A}\nEditor\nNgozi Okonkwo", {A: ["Editor"], "Ngozi Okonkwo": []}),
    "lines of work, side by side and below an organization": (
        f"Contacts\n{A}    {B}\nPress Relations   Editor\n01 44 76 00 01   01 44 76 00 02\n{C}, CNES\nPress Relations",
        {A: ["01", "Press Relations"], B: ["02", "Editor"], C: ["Press Relations"]},
    ),
    "columns that lost their gaps": (
        (
            f"Contacts\n{A} {B}\nAttachée de presse Attaché de presse\nTél. 01 44 76 00 01 Tél. 01 44 76 00 02\n"
            "jeanne.martin@x.fr paul.roux@x.fr"
        ),
        {A: ["01", "jeanne.martin", "Attachée de presse"], B: ["02", "paul.roux", "Attaché de presse"]},
    ),
    "columns without gaps or labels": (
        f"{A} {B}\n01 44 76 00 01 01 44 76 00 02\njeanne.martin@x.fr paul.roux@x.fr",
        {A: ["01", "jeanne.martin"], B: ["02", "paul.roux"]},
    ),
    "columns of three without gaps, behind a heading": (
        (
            f"Presse : {A} Lo {B} {C}\n+33 1 44 76 00 01 +33 1 44 76 00 02 +33 1 44 76 00 03\n"
            "p.roux@x.fr j.martin@x.fr z.mueller@x.fr"
        ),
        {"Jeanne Martin Lo": ["01", "j.martin"], B: ["02", "p.roux"], C: ["03", "z.mueller"]},
    ),
    "a long name with two addresses": (
        "Contact\nJeanne Maria Martin Lo\njeanne.martin@x.fr presse@x.fr",
        {"Jeanne Maria Martin Lo": ["jeanne.martin", "presse"]},
    ),
    "a phone and a fax behind two names of a line": (
        f"Contacts: {A}, {B}, Tel 01 44 76 00 01, Fax 01 44 76 00 02",
        {A: [], B: ["01", "02"]},
    ),
    "one number too many behind two names of a line": (
        f"Contacts: {A}, {B}, 01 44 76 00 01, 01 44 76 00 02, 01 44 76 00 03",
        {A: [], B: ["01", "02", "03"]},
    ),
    "a number beside each of two names of a line": (
        f"Contacts: {A}, 01 44 76 00 01, {B}, 01 44 76 00 02",
        {A: ["01"], B: ["02"]},
    ),
    "cards": (
        f"Contacts\n{A}\nTel 01 44 76 00 01\npresse@x.fr\n{B}\nTel 01 44 76 00 02\npresse@y.fr",
        {A: ["01", "presse"], B: ["02", "presse"]},
    ),
    "cards, one of a bare name": (
        f"Contacts\n{A}\nEditor\n{B}\n{C}\nWriter",
        {A: ["Editor"], B: [], C: ["Writer"]},
    ),
    "cards that end with the name": (
        f"Contacts\nTel 01 44 76 00 01\nEditor\n{A}\nTel 01 44 76 00 02\nEditor\n{B}",
        {A: ["01", "Editor"], B: ["02", "Editor"]},
    ),
    "cards with the name inside": (
        f"Contacts\nEditor\n{A}\nTel 01 44 76 00 01\nWriter\n{B}\nTel 01 44 76 00 02",
        {A: ["01", "Editor"], B: ["02", "Writer"]},
    ),
    "cards that blank lines part": (
        f"Contacts\n\n{A}\n\n{B}\nEditor\nTel 01 44 76 00 02\n\nWriter\n{C}\nTel 01 44 76 00 03",
        {A: [], B: ["02", "Editor"], C: ["03", "Writer"]},
    ),
    "a card behind a row": (
        f"Contacts\n{A}, Editor, Tel 01 44 76 00 01\n{B}\nWriter\nTel 01 44 76 00 02",
        {A: ["01", "Editor"], B: ["02", "Writer"]},
    ),
    "columns": (
        f"Contacts\nTel 01 44 76 00 01\nTel 01 44 76 00 02\n{A}\n{B}\nEditor\nWriter",
        {A: ["01", "Editor"], B: ["02", "Writer"]},
    ),
    "alternating lines above columns": (
        f"Contacts\n{A}\nEditor\n{B}\nWriter\nTel 01 44 76 00 01\nTel 01 44 76 00 02",
        {A: ["01", "Editor"], B: ["02", "Writer"]},
    ),
    "alternating lines above addresses in another order": (
        f"Contacts\n{A}\nEditor\n{B}\nWriter\npaul.roux@x.fr\njeanne.martin@x.fr",
        {A: ["jeanne.martin", "Editor"], B: ["paul.roux", "Writer"]},
    ),
    "alternating lines, the last with a card's rest": (
        f"Contacts\n{A}\nEditor\n{B}\nWriter\nTel 01 44 76 00 02\npaul.roux@x.fr",
        {A: ["Editor"], B: ["02", "paul.roux", "Writer"]},
    ),
    "two columns of numbers": (
        f"Contacts\n{A}\n{B}\nTel 01 44 76 00 01\nTel 01 44 76 00 02\nMob 06 00 00 00 11\nMob 06 00 00 00 12",
        {A: ["01", "11"], B: ["02", "12"]},
    ),
    "two numbers in one line": (
        f"Contacts\n{A}\n{B}\nTel 01 44 76 00 01 / Fax 01 44 76 00 11\nTel 01 44 76 00 02 / Fax 01 44 76 00 12",
        {A: ["01", "11"], B: ["02", "12"]},
    ),
    "two unlabelled columns": (
        f"Contacts\n{A}\n{B}\n01 44 76 00 01\n01 44 76 00 02\n\n01 44 76 00 11\n01 44 76 00 12",
        {A: ["01", "11"], B: ["02", "12"]},
    ),
    "addresses in another order": (
        f"Contacts\n{A}\n{B}\n{C}\npaul.roux@x.fr\npresse@x.fr\njmartin@x.fr",
        {A: ["jmartin"], B: ["paul.roux"], C: ["presse"]},
    ),
    "side by side": (
        f"""Contacts
{A}                 {B}
Editor                        Writer
Tel 01 44 76 00 01            Tel 01 44 76 00 02
presse@x.fr                   presse@y.fr""",
        {A: ["01", "presse", "Editor"], B: ["02", "presse", "Writer"]},
    ),
    "side by side, a place empty": (
        f"Contacts\n{A}                 {B}\n                              Writer\nTel 01 44 76 00 01",
        {A: ["01"], B: ["Writer"]},
    ),
    "side by side in a table": (
        f"Contacts\n| {A} | {B} |\n| | Writer |\n| 01 44 76 00 01 | |\n| | p@x.fr |",
        {A: ["01"], B: ["p", "Writer"]},
    ),
    "side by side with tabs": (
        f"Contacts\n{A}\t\t{B}\n\t\t\tTel 01 44 76 00 02\nTel 01 44 76 00 01",
        {A: ["01"], B: ["02"]},
    ),
    "side by side above columns": (
        f"Contacts\n{A}  {B}\nTel 01 44 76 00 01\nTel 01 44 76 00 02",
        {A: ["01"], B: ["02"]},
    ),
    "several in one line": (
        f"Contacts: {A} (Tel 01 44 76 00 01), {B} (Editor, Tel 01 44 76 00 02)",
        {A: ["01"], B: ["02", "Editor"]},
    ),
    "several in one line, a desk last": (
        f"Contacts: {A} (Editor), {B} (01 44 76 00 02), Service de presse (01 44 76 00 03)",
        {A: ["Editor"], B: ["02"], "Service de presse": ["03"]},
    ),
    "several in one line, a desk behind a bracket": (
        f"Contacts: {A} (Editor), Service de presse (01 44 76 00 03)",
        {A: ["Editor"], "Service de presse": ["03"]},
    ),
    "several in a sentence": (
        f"Contacts : {A} au 01 44 76 00 01 et {B} au 01 44 76 00 02.",
        {A: ["01"], B: ["02"]},
    ),
    "two in one line with strokes": (
        f"Contacts\n{A}/{B}\n01 44 76 00 01/01 44 76 00 02\njmartin@x.fr / proux@x.fr",
        {A: ["01", "jmartin"], B: ["02", "proux"]},
    ),
    "side by side, addresses changed over": (
        f"Contacts\n{A}    {B}\npaul.roux@x.fr    jeanne.martin@x.fr",
        {A: ["jeanne.martin"], B: ["paul.roux"]},
    ),
    "side by side below their organizations": (
        f"Contacts\n{A}    {B}\n01 44 76 00 01    01 44 76 00 02\n\nCNES\n{C}\n01 44 76 00 03",
        {A: ["01"], B: ["02"], C: ["03"]},
    ),
    "groups of columns": (
        f"Contacts\n{A}\n{B}\n01 44 76 00 01\n01 44 76 00 02\n{C}\n01 44 76 00 03",
        {A: ["01"], B: ["02"], C: ["03"]},
    ),
    "a desk among the names": (
        f"Contacts\n{A}\nService de presse\n01 44 76 00 01\n01 44 76 00 02",
        {A: ["01"], "Service de presse": ["02"]},
    ),
    "a desk below a person with a role, and her address": (
        f"Contacts\n{A}\nEditor\nPress Office\njeanne.martin@x.fr",
        {A: ["jeanne.martin", "Editor"]},
    ),
    "a desk behind a blank line": (
        f"Contacts\n{A}\n\nPress Office\n01 44 76 00 01",
        {A: [], "Press Office": ["01"]},
    ),
    "a desk below a name": (
        f"Contacts\n{A}\nMedia Relations\nTel 01 44 76 00 01\nMobile 06 00 00 00 01",
        {A: ["01", "01", "Media Relations"]},
    ),
    "side by side, much nearer to one": (
        f"Contacts\n{A}                 {B}\n          Tel 01 44 76 00 01",
        {A: ["01"], B: []},
    ),
    "side by side above columns of two kinds": (
        f"Contacts\n{A}  {B}\nTel 01 44 76 00 01\nTel 01 44 76 00 02\njmartin@x.fr\nproux@x.fr",
        {A: ["01", "jmartin"], B: ["02", "proux"]},
    ),
    "side by side above lines with a number and an address": (
        f"Contacts\n{A}    {B}\n01 44 76 00 01, jmartin@x.fr\n01 44 76 00 02, proux@x.fr",
        {A: ["01", "jmartin"], B: ["02", "proux"]},
    ),
    "three side by side, much nearer to one": (
        f"Contacts\n{A}            {B}            {C}\n Tel 01 44 76 00 01",
        {A: ["01"], B: [], C: []},
    ),
    "side by side below a card": (
        f"Contacts\n{A}\n01 44 76 00 01\n{B}    {C}\n01 44 76 00 02    01 44 76 00 03",
        {A: ["01"], B: ["02"], C: ["03"]},
    ),
    "cards that a rule parts": (f"Contacts\n{A}\nEditor\n<hr>\nWriter\n{B}", {A: ["Editor"], B: ["Writer"]}),
    "a desk among the names, with addresses": (
        f"Contacts\n{A}\nService de presse\njmartin@x.fr\npresse@x.fr",
        {A: ["jmartin"], "Service de presse": ["presse"]},
    ),
    "a desk among the names, with roles": (
        f"Contacts\n{A}\nService de presse\nEditor\nWriter\n01 44 76 00 01\n01 44 76 00 02",
        {A: ["01", "Editor"], "Service de presse": ["02", "Writer"]},
    ),
    "a desk between a name and a row": (f"{A}\nPress Office\n{B}  01 44 76 00 02", {A: ["Press Office"], B: ["02"]}),
    "a role before the names of a line": (f"Contacts\nEditor  {A}  {B}", {A: ["Editor"], B: []}),
    "a phone above a mobile": (
        f"Contacts\n{A}\n{B}\nTel 01 44 76 00 01\nMob 06 00 00 00 02",
        {A: ["01"], B: ["02"]},
    ),
    "three cards with the name inside": (
        f"Contacts\nEditor\n{A}\n01 44 76 00 01\nWriter\n{B}\n01 44 76 00 02\nEditor\n{C}\n01 44 76 00 03",
        {A: ["01", "Editor"], B: ["02", "Writer"], C: ["03", "Editor"]},
    ),
    "three cards that end with the name": (
        f"Contacts\nEditor\n{A}\nWriter\n{B}\nEditor\n{C}",
        {A: ["Editor"], B: ["Writer"], C: ["Editor"]},
    ),
    "the last of three has a card": (
        f"Contacts\n{A}  Tel 01 44 76 00 01\n{B}  Tel 01 44 76 00 02\n{C}\nTel 01 44 76 00 03",
        {A: ["01"], B: ["02"], C: ["03"]},
    ),
    "a row between cards": (
        f"Contacts\n{A}\nEditor\n{B}, Tel 01 44 76 00 02\n{C}\nWriter",
        {A: ["Editor"], B: ["02"], C: ["Writer"]},
    ),
    "a desk's card below a person's": (
        f"Contacts\n{A}\nEditor\nPress Office\n01 44 76 00 03\npresse@x.fr",
        {A: ["Editor"], "Press Office": ["03", "presse"]},
    ),
    "a desk with its number below a person": (
        f"Contacts\n{A}\nMedia Relations  01 44 76 00 01",
        {A: [], "Media Relations": ["01"]},
    ),
    "a desk between names": (
        f"Contacts\n{A}\nPress Office\n{B}\n01 44 76 00 01\n01 44 76 00 02\n01 44 76 00 03",
        {A: ["01"], "Press Office": ["02"], B: ["03"]},
    ),
    "a desk below the second of two names": (
        f"Contacts\n{A}\n\n{B}\nMedia Relations\n01 44 76 00 01",
        {A: [], B: ["01", "Media Relations"]},
    ),
}
LEFT = {
    "columns without gaps whose roles nothing parts": (
        f"Contacts\n{A} {B}\nPress Officer Press Officer\njeanne.martin@x.fr paul.roux@x.fr",
        {A: ["jeanne.martin"], B: ["paul.roux"], None: ["Press Officer Press Officer"]},
    ),
    "one number too few": (
        f"Contacts\n{A}\n{B}\nTel 01 44 76 00 01\njeanne.martin@x.fr\npaul.roux@x.fr",
        {A: ["jeanne.martin"], B: ["paul.roux"], None: ["01"]},
    ),
    "one number too many": (
        f"Contacts\n{A}\n{B}\n01 44 76 00 01\n01 44 76 00 02\n01 44 76 00 03",
        {A: [], B: [], None: ["01", "02", "03"]},
    ),
    "one address too few": (
        f"Contacts\n{A}\n{B}\n{C}\nzoe.mueller@x.fr\npresse@x.fr",
        {A: [], B: [], C: ["zoe.mueller"], None: ["presse"]},
    ),
    "all addresses proven, one missing": (f"Contacts\n{A}\n{B}\npaul.roux@x.fr", {A: [], B: ["paul.roux"]}),
    "one role for two": (
        f"Contacts\n{A}\n{B}\nEditor\n01 44 76 00 01\n01 44 76 00 02",
        {A: ["01"], B: ["02"], None: ["Editor"]},
    ),
    "two roles for three": (f"Contacts\n{A}\n{B}\n{C}\nEditor\nWriter", {A: [], B: [], C: []}),
    "a phone and a fax for two": (
        f"Contacts\n{A}\n{B}\nTel 01 44 76 00 01\nFax 01 44 76 00 02",
        {A: [], B: [], None: ["01", "02"]},
    ),
    "one mobile for two": (
        f"Contacts\n{A}\n{B}\nTel 01 44 76 00 01\nTel 01 44 76 00 02\nMob 06 00 00 00 03",
        {A: ["01"], B: ["02"], None: ["03"]},
    ),
    "one number below alternating lines": (
        f"Contacts\n{A}\nEditor\n{B}\nWriter\nTel 01 44 76 00 01",
        {A: ["Editor"], B: ["Writer"], None: ["01"]},
    ),
    "a number before cards that have theirs": (
        f"Contacts\nTel 01 44 76 00 09\n{A}\nTel 01 44 76 00 01\n{B}\nTel 01 44 76 00 02",
        {A: ["01"], B: ["02"], None: ["09"]},
    ),
    "two addresses that might change places": (
        f"Contacts\n{A}\n{B}\n{C}\nzoe.mueller@x.fr\npresse@x.fr\ninfo@x.fr",
        {A: [], B: ["presse"], C: ["zoe.mueller"], None: ["info"]},
    ),
    "a number below a person with a role and a desk": (
        f"Contacts\n{A}\nEditor\nPress Office\n01 44 76 00 01",
        {A: ["Editor"], "Press Office": [], None: ["01"]},
    ),
    "below no name of a table": (
        f"Contacts\n| {A} | {B} | |\n| | | 01 44 76 00 01 |",
        {A: [], B: [], None: ["01"]},
    ),
    "below two names that no gap parts": (f"Contacts\n{A}, {B}\n01 44 76 00 01", {A: [], B: [], None: ["01"]}),
    "two people's addresses in one line": (
        f"Contacts\n{A}\n{B}\njeanne.martin@x.fr, paul.roux@x.fr",
        {A: [], B: [], None: ["jeanne.martin", "paul.roux"]},
    ),
    "a desk's number below a person with a role in her line": (
        f"Contacts\n{A}, Editor\nPress Office\n01 44 76 00 01",
        {A: ["Editor"], "Press Office": [], None: ["01"]},
    ),
    "a desk below a person's address": (
        f"Contacts\n{A}\njmartin@x.fr\nService de presse\n01 44 76 00 01",
        {A: ["jmartin"], "Service de presse": [], None: ["01"]},
    ),
    "a person and a desk, a remark between them": (
        f"Contacts\n{A}\nin the morning only\nMedia Relations\n01 44 76 00 01",
        {A: [], "Media Relations": [], None: ["01"]},
    ),
    "between two columns": (
        f"Contacts\n{A}                    {B}\n                Tel 01 44 76 00 01",
        {A: [], B: [], None: ["01"]},
    ),
    "between two columns behind a bullet and a tab": (
        f"Contacts\n-\t{A}\t{B}\n\t\tTel 01 44 76 00 01",
        {A: [], B: [], None: ["01"]},
    ),
    "one role above columns and a card": (
        f"Contacts\nEditor\n{A}\n{B}\n01 44 76 00 01\n01 44 76 00 02\n{C}\n01 44 76 00 03",
        {A: ["01"], B: ["02"], C: ["03"], None: ["Editor"]},
    ),
    "a phone and, behind a blank line, a mobile": (
        f"Contacts\n{A}\n{B}\nTel 01 44 76 00 01\n\nMob 06 00 00 00 02",
        {A: [], B: [], None: ["01", "02"]},
    ),
    "an address that two names spell": (
        f"Contacts\n{A}\nPaul Martin\nmartin@x.fr",
        {A: [], "Paul Martin": [], None: ["martin"]},
    ),
    "a desk above a person, and a role below both": (
        f"Contacts\nPress Office\n{A}\nEditor",
        {"Press Office": [], A: [], None: ["Editor"]},
    ),
    "a desk below two names": (
        f"Contacts\n{A}\n{B}\nMedia Relations\n01 44 76 00 01",
        {A: [], B: [], "Media Relations": [], None: ["01"]},
    ),
    "a desk below the second of two cards": (
        f"Contacts\n{A}\nEditor\n{B}\nMedia Relations\n01 44 76 00 01",
        {A: ["Editor"], B: ["Media Relations"], None: ["01"]},
    ),
    "two desks, a remark between them": (
        "Contacts\nPress Office\nin the morning only\nCommunication Department\n01 44 76 00 01",
        {"Press Office": [], "Communication Department": [], None: ["01"]},
    ),
    "a further name in a line of its own": (
        f"Contacts\n{A}\nPress Officer\nand {B}\n01 44 76 00 01",
        {A: ["Press Officer"], B: [], None: ["01"]},
    ),
}


@pytest.mark.parametrize("shape", JOINED)
def test_what_belongs_together_is_joined(shape: str) -> None:
    """Each shape gives everybody what is theirs, and nothing is doubtful about it."""
    text, expected = JOINED[shape]
    assert owners(text) == expected
    assert codes(text) == []


@pytest.mark.parametrize("shape", LEFT)
def test_what_is_doubtful_is_left_and_said(shape: str) -> None:
    """A column that disagrees with the names goes to nobody by position, and the block is marked."""
    text, expected = LEFT[shape]
    assert owners(text) == expected
    assert codes(text) == ["contact-columns-unequal"]


def test_nothing_is_doubtful_without_names() -> None:
    """Numbers of a heading without anybody below it are nobody's, and no column disagrees."""
    text = "Contacts\nTel 01 44 76 00 01\npresse@x.fr"
    assert owners(text) == {None: ["01", "presse"]}
    assert codes(text) == []


def test_the_way_of_joining_is_kept() -> None:
    """`rule` says how a contact was joined, the evidence of role and organization how each of them was."""
    contacts = read(f"DLR contacts\n{A}\n{B}\nEditor\nWriter\npaul.roux@x.fr\njeanne.martin@x.fr").contacts
    assert [contact.rule for contact in contacts] == ["reordered", "reordered"]
    assert contacts[0].evidence["role"].rule == "column"
    assert contacts[0].evidence["organization"].rule == "heading"


WAYS = {
    "rows": "row row row",
    "cards": "card card card card",
    "a card behind a row": "row row card card",
    "columns": "column column column column",
    "alternating lines above columns": "card card column column",
    "addresses in another order": "reordered column reordered",
    "side by side": "side side side side side side",
    "several in one line": "row row row",
    "side by side, addresses changed over": "reordered reordered",
    "side by side below their organizations": "side side card",
    "one number too few": "left column column",
    "one address too few": "spelled left",
    "one mobile for two": "column column left",
    "one number below alternating lines": "card card left",
    "a number before cards that have theirs": "left card card",
    "two addresses that might change places": "reordered column left",
    "between two columns": "left",
}


@pytest.mark.parametrize("shape", WAYS)
def test_each_cell_is_joined_in_its_way(shape: str) -> None:
    """Each cell tells how it was joined, and where it stands."""
    text, _ = (JOINED | LEFT)[shape]
    lines = split_lines(repair(text).view)
    found = list(joins_in([lines[at] for block in contact_blocks(lines) for at in block]))
    assert [how for _, how in found] == WAYS[shape].split()
    values = {phone.raw for contact in read(text).contacts for phone in contact.phones}
    values |= {email.raw for contact in read(text).contacts for email in contact.emails}
    values |= {contact.evidence["role"].raw for contact in read(text).contacts if contact.role}
    assert {span.of(text) for span, _ in found} >= values


ORGANIZATIONS = {
    f"Contacts: CNES, {A} (01 44 76 00 01), {B} (01 44 76 00 02)": {A: ("CNES", "row"), B: ("CNES", "row")},
    f"Contacts: {A}, CNES, {B}, DLR": {A: ("CNES", "row"), B: ("DLR", "row")},
    f"Contacts\n{A}                 {B}\n              CNES": {A: ("CNES", "side"), B: ("CNES", "side")},
    f"Contacts\nHelios Orbital\n{A}\njm@heliosorbital.com": {A: ("Helios Orbital", "card")},
    f"Contacts\n{A}\nESA press officer\njm@x.fr": {A: ("ESA", "role")},
    f"Contacts\nESA\n{A}\n01 44 76 00 01\n\nHeliorb\n{B}\njm@heliorb.com": {
        A: ("ESA", "heading"),
        B: ("Heliorb", "heading"),
    },
    f"Contacts\n\nHeliorb:\n{A}\n01 44 76 00 01\njm@press.heliorb.com": {A: ("Heliorb", "heading")},
    f"Contacts\n{A}\nEditor\nHeliorb\njm@heliorb.com": {A: ("Heliorb", "card")},
    f"Contacts\n{A}\nEditor\nheliorb\njm@heliorb.com": {},
    f"Contacts\n{A}\nEditor\nHeliorb\njm@x.fr": {},
    f"Contacts\nheliorb\n{A}\njm@heliorb.com": {},
    f"Contacts\nHeliorb – Lake\n{A}\njm@heliorb.com": {},
    f"Contacts\n{A}\nEmail:\njm@email.com": {},
    f"Press contacts – Heliorb\n{A}\n01 44 76 00 01": {A: ("Heliorb", "heading")},
    f"Contacts – Heliorb\n{A}\n01 44 76 00 01": {},
    f"Press contacts – Toulouse\n{A}\n01 44 76 00 01": {},
    f"Press contacts – heliorb\n{A}\n01 44 76 00 01": {},
    f"Press contacts – Heliorb Lakes North\n{A}\n01 44 76 00 01": {},
    f"Press contacts * Heliorb\n{A}\n01 44 76 00 01": {},
    f"Contacts\n{A}\nEditor\n## DLR\n{B}\n01 44 76 00 01": {B: ("DLR", "heading")},
    f"Contacts\n{A}\nEditor\n# DLR\n{B}\n01 44 76 00 01": {B: ("DLR", "heading")},
    f"Contacts\nESA\n{A}\n01 44 76 00 01\n\nCNES\n{B}\n01 44 76 00 02\n\nDLR\n{C}\n01 44 76 00 03": {
        A: ("ESA", "heading"),
        B: ("CNES", "heading"),
        C: ("DLR", "heading"),
    },
    f"Contacts\n{A}\nMedia Relations – CNES\n01 44 76 00 01": {A: ("CNES", "card")},
    "Contacts\nPress Office\nCommunication Department\n01 44 76 00 01": {
        "Press Office": ("Communication Department", "card"),
    },
}


@pytest.mark.parametrize("text", ORGANIZATIONS)
def test_an_organization_is_everybodys_or_somebodys(text: str) -> None:
    """What stands before or between all names is everybody's; its evidence says how it was joined."""
    found = {
        one.name: (one.organization, one.evidence["organization"].rule)
        for one in read(text).contacts
        if one.organization
    }
    assert found == ORGANIZATIONS[text]


def test_two_addresses_that_spell_one_name_keep_their_places() -> None:
    """Neither of them is proof; that the second spells somebody else's name is said."""
    text = f"Contacts\n{A}\n{B}\njeanne.martin@x.fr\njmartin@x.fr"
    assert owners(text) == {A: ["jeanne.martin"], B: ["jmartin"]}
    (doubt,) = read(text).diagnostics
    assert doubt.message.startswith("'jmartin@x.fr' spells 'Jeanne Martin'")


def test_a_bare_name_is_a_row() -> None:
    """A name that nothing was joined to stands in its row."""
    text, _ = JOINED["cards, one of a bare name"]
    assert [contact.rule for contact in read(text).contacts] == ["card", "row", "card"]


@pytest.mark.parametrize("role", ["Manager, External\nand Public Affairs", "Press Officer\nof the Institute of Light"])
def test_a_role_that_goes_on_ends_a_contact(role: str) -> None:
    """The second line of a role, be it an organization's name, is in the role's evidence and in the contact's span."""
    text = f"Contact\n{A}\njm@x.fr\n{role}"
    (contact,) = read(text).contacts
    found = contact.evidence["role"]
    assert (contact.role, found.raw, found.rule) == (role.replace("\n", " "), role, "card")
    assert contact.span.of(text) == text.removeprefix("Contact\n")


DOUBTS = {
    f"Contact\n{A}\nTél. 01 44 76 00 0": "'01 44 76 00 0' is no valid number",
    f"Contact\n{A}\npaul.roux@x.fr": "'paul.roux@x.fr' spells the name of nobody here",
    f"Contacts\n{A}\n{B}\n01 44 76 00 01": "a column has not one cell for each name",
}


@pytest.mark.parametrize("text", DOUBTS)
def test_a_doubt_is_said_in_words(text: str) -> None:
    """The message names what is doubtful."""
    (doubt,) = read(text).diagnostics
    assert doubt.message.startswith(DOUBTS[text])


def test_blocks_apart_keep_their_numbers() -> None:
    """Doubts of a second block name its contacts in the record, and each block's lines are explained."""
    prose = "The gondola weighs 412 kilograms, carries two telescopes and flies for thirty hours above the sea."
    text = f"{A}  01 44 76 00 01\n\n{prose}\n\nContacts\n{A}\n{B}\n01 44 76 00 02"
    found = read(text)
    assert [doubt.field for doubt in found.diagnostics] == ["contacts[3]"]
    assert [line.text for line in found.explained] == [line for line in text.split("\n") if line and line != prose]


def test_desks_above_people_are_headings() -> None:
    """Behind somebody's number a desk heads the next people."""
    text = f"Service de presse du CNES\n{A}  Tél. 01 44 76 00 01\nService de presse du DLR\n{B}  Tél. 01 44 76 00 02"
    assert read(text).contacts[-1].organization == "DLR"
    assert read(f"Press Office\n{A}  Tél. 01 44 76 00 01").explained[0].text == "Press Office"
