"""The sentences in which explanations give reasons, and where in a text each field is looked for."""

from collections.abc import Mapping

# The tables of rules that a field is read by.
TABLES: Mapping[str, tuple[str, ...]] = {
    "reference": ("references",),
    "kind": ("kinds", "kind labels"),
    "date": ("release dates",),
    "embargo": ("release dates",),
    "place": ("places", "place lines", "release dates"),
    "kicker": ("kickers",),
    "dates": ("dates",),
    "phones": ("phones",),
    "emails": ("emails",),
}
# The regions that it is looked for in.
REGIONS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("reference", "kind", "issuers", "embargo"), ("masthead", "title")),
    **dict.fromkeys(("date", "place"), ("masthead", "title", "body")),
    **dict.fromkeys(("title", "subtitle"), ("title", "unknown")),
    "kicker": ("masthead", "title"),
    **dict.fromkeys(("dates", "language"), ("title", "body")),
    **dict.fromkeys(("paragraphs", "subheadings", "quotes"), ("body",)),
    "contacts": ("contacts",),
    "captions": ("caption",),
    "boilerplate": ("boilerplate",),
    "footnotes": ("footnote",),
}
# Why something is absent: it is not known from the text, all is well, or nothing begins it.
ABSENT: Mapping[str, str] = {
    **dict.fromkeys(("source", "digest", "encoding"), "known only of what was read from bytes or files"),
    "links": "the whole text prints no web address",
    "diagnostics": "nothing is missing, ambiguous or contradictory",
    "unclaimed": "every line belongs to something that is understood",
    "contacts": "a block of contacts begins with a heading, or with a line that has a number or an address",
    "reference": "no grammar of references fits at the front of a line of the masthead or the title",
    "issuers": "an organization alone on a line of the masthead is an issuer",
}
# What a scalar is taken from where several places have one.
CHOICES: Mapping[str, str] = {
    "reference": "the first reference of the masthead counts",
    "date": "a dateline counts before a date line of its own, that before the stamp of a site; of equals the first",
    "kind": "the first kind of the masthead counts",
    "place": "a place counts with the date that is the release's own, or alone in front of the lead",
}
# What chose the issuer's profile, by the rule in its evidence.
PROFILES: Mapping[str, str] = {
    "reference": "its grammar of references fits",
    "masthead": "a line of the masthead names it",
    "mail-domain": "it owns the domain of a mail address",
    "web-domain": "it owns the domain of a web address",
    "dateline": "the brackets of the dateline name it",
    "kicker": "it names such occasions before its headlines",
    "layout": "it prints a kicker on its date line, and is named",
    "mentions": "the title and the first paragraphs name it",
    "quotation": "the head of its house is the first who is quoted",
}
NO_PROFILE = "the text points to no issuer that has a profile, or the profile was given"
GIVEN_LANGUAGE = "the language was given"
NO_LANGUAGE = "the body has too few common words of any language"
OTHERWISE = (
    "parsed again here it comes out otherwise: the record is of another version or parser, or was made with options,"
    " or changed"
)
READS_AS = "among contacts it reads as {}"
# How a cell was joined to a contact.
JOINS: Mapping[str, str] = {
    "row": "stands in one line with the name",
    "card": "stands between this name and the next one",
    "side": "stands below the name, beside those of others",
    "column": "stands in a column with one cell for each name, at the name's place",
    "reordered": "an address that spells this name, though it stands at the place of another",
    "spelled": "an address that spells this name, in a column that has not one cell for each name",
    "left": "could be joined to nobody: no name stands with it, or its column has not one cell for each name",
}
# How the year of a date of the body is known.
BASES: Mapping[str, str] = {
    "printed": "its year is printed",
    "weekday": "the printed weekday fits no other year near the release's",
    "tense": "the verb of its clause tells on which side of the release it lies",
    "relative": "its words count from the release's day",
    "assumed": "nothing tells its year: the release's own is assumed",
    "unknown": "nothing tells its year, and the release has none",
}


def country_reason(region: str | None, profile: str) -> str:
    """Return how a national number was read."""
    if region is None:
        return f"a national number, and the profile {profile} names no country to read it in"
    return f"a national number, read in {region}, the country of the profile {profile}"
