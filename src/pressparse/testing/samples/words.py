"""What made-up contact blocks are made of: invented names, roles, desks, and the text around them."""

from random import Random


def entries(text: str) -> tuple[str, ...]:
    """Return what stands between the bars of `text`."""
    return tuple(entry.strip() for entry in text.split("|"))


GIVEN = entries("""
    Pascale | Raphaël | Fabienne | Julien | Alain | Jean-Yves | Anne-Sophie | Zoé | Léonie | François | Günther | Jürgen
    | Åsa | Haruka | Joana | Marc | Oksana | Tariq | Ngozi | Xiaoming | Benedikt | Rosalind | Siobhán | Cathal | Ewa
    | J.-M. | T. K. | Irène | Mads | Chloé
""")
SURNAMES = entries("""
    Bressot | Sarde | Lissay | Guérin | Delmas | Le Bihan | de La Tour | Fontaine-Duval | Castelain | d’Ormesson
    | O'Leary | van der Meer | von Tresckow | Müller | Großmann | Ishimoto | Ferreira-Lopes | El Amrani | Okonkwo
    | Zhang | Aasland | Święcicka | Di Marco | McAllister | Kerouédan | N’Diaye | Roux | Lo | Saint-Clair | Petit
    | Martinez y Vega | Ó Briain | Marchal | Holloway | Estève
""")
# The organization that a role names stands behind its colon.
ROLES = {
    role: organization or None
    for role, _, organization in (
        entry.partition(":")
        for entry in entries("""
            Press Officer | Head of Media | Attachée de presse | Attaché de presse | Responsable du service presse
            | CNES Press Officer:CNES | CNRS press officer:CNRS | Media Relations Manager | Chargée de communication
            | Director of Communications | Directrice de la communication | Responsable presse CNES:CNES | Porte-parole
            | Communications Manager | Attachée de presse du CNES:CNES | Press Officer at ESA:ESA | Spokesperson
            | Chef du service de presse | Senior Press Officer | Public Affairs Officer | Chargé des relations médias
            | Project Manager | Chercheuse CNRS:CNRS | Directeur adjoint de la communication
            | Deputy Head of Communications | Press Officer, Helios Orbital:Helios Orbital
        """)
    )
}
DESKS = {
    "Secrétariat presse": "secretariat.presse@cnes.fr",
    "Service de presse du CNES": "cnes-presse@cnes.fr",
    "ESA Media Relations Office": "media@esa.int",
    "Press Office": "pressoffice@example.org",
    "Bureau de presse": "presse@example.fr",
    "CNES Press Office": "presse@cnes.fr",
}
ORGANIZATIONS = entries("""
    CNES | ESA | CNRS | DLR | JAXA | Thales Alenia Space | Airbus Defence and Space | Observatoire de Paris
    | Université de Haute-Provence
""")
PLACES = entries("""
    Headquarters, Washington | Jet Propulsion Laboratory, Pasadena, Calif. | Observatoire de Paris | DLR
    | Institut de physique du globe | Fjordsat AS
""")
DOMAINS = entries("cnes.fr | esa.int | cnrs.fr | dlr.de | example.com | helios-orbital.example | univ-hp.example")
HEADINGS = (
    "CONTACTS",
    "## CONTACTS",
    "Contacts :",
    "Contact presse",
    "Press contacts:",
    "Contacts presse :",
    "Contact",
    "**Contacts**",
    "Media contacts",
    "Pour plus d’informations :",
    "For further information, please contact:",
    "_____\nContacts",
    "### Contacts presse",
)
ORGANIZATION_HEADINGS = entries(
    "{} CONTACTS | ### {} CONTACTS | Contacts presse {} | {} press contacts: | Contacts {} : | CONTACTS PRESSE {}"
)

TITLES = {
    "en": "A new instrument takes its place on the orbital bench",
    "fr": "Un nouvel instrument prend place sur le banc orbital",
}
DATES = {"en": "16 March 2021", "fr": "16 mars 2021"}
PARAGRAPHS = {
    "en": (
        """On Tuesday 14 March the teams in charge of the Heliodor balloon closed the last door of its gondola and \
wheeled it towards the cold chamber, where it will stay for three weeks.""",
        """The gondola weighs 412 kilograms and carries two telescopes. “We had waited for this for years,” said one \
of the engineers, while the first readings came in.""",
    ),
    "fr": (
        """Mardi 14 mars, les équipes chargées du ballon Héliodor ont fermé la dernière porte de sa nacelle, puis \
l’ont poussée vers la chambre froide où elle restera trois semaines.""",
        """La nacelle pèse 412 kilogrammes et porte deux télescopes. Les premières mesures seront publiées au \
printemps, dès que les données auront été vérifiées.""",
    ),
}
BOILERPLATE = {
    "en": "About the Heliodor mission\n\nHeliodor is a stratospheric balloon that measures the light of distant dust "
    "clouds. It flies twice a year from a base in the north.",
    "fr": "À propos d’Héliodor\n\nHéliodor est un ballon stratosphérique qui mesure la lumière de nuages de poussière "
    "lointains. Il vole deux fois par an depuis une base du nord.",
}

_SPELLING = str.maketrans("éèêàâçôóïîáíëÉÅåśęñÓŚ", "eeeaacooiiaieEAasenOS", "’'.") | {ord("ß"): "ss"}
_UMLAUTS = ({"ü": "ue", "ä": "ae", "ö": "oe"}, {"ü": "u", "ä": "a", "ö": "o"})


def address_of(given: str, surname: str, random: Random) -> str:
    """Return the address that somebody of that name may have."""
    spelling = _SPELLING | str.maketrans(random.choice(_UMLAUTS))
    first, last = (text.translate(spelling).lower() for text in (given, surname))
    first, whole, dashed = first.replace(" ", ""), last.replace(" ", ""), last.replace(" ", "-")
    initials = "".join(part[0] for part in first.split("-"))
    ways = ("{0}.{1}", "{0}.{1}", "{0}.{2}", "{3}.{1}", "{3}{1}", "{0}_{1}", "{1}.{0}")
    return f"{random.choice(ways).format(first, whole, dashed, initials)}@{random.choice(DOMAINS)}"
