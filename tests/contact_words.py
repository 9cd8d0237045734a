"""What made-up contact blocks are made of: names, roles, desks, ways of printing numbers, the text around them."""

from random import Random

GIVEN = (
    "Pascale", "Raphaël", "Fabienne", "Julien", "Alain", "Jean-Yves", "Anne-Sophie", "Zoé", "Léonie", "François", "Günther", "Jürgen", "Åsa", "Haruka", "Joana",
    "Marc", "Oksana", "Tariq", "Ngozi", "Xiaoming", "Benedikt", "Rosalind", "Siobhán", "Cathal", "Ewa", "J.-M.", "T. K.", "Irène", "Mads", "Chloé",
)  # fmt: skip
SURNAME = (
    "Bresson", "Sart", "Lissak", "Guérin", "Delmas", "Le Bihan", "de La Tour", "Fontaine-Duval", "Castelain", "d’Ormesson", "O'Leary", "van der Meer", "von Tresckow",
    "Müller", "Großmann", "Ishimoto", "Ferreira-Lopes", "El Amrani", "Okonkwo", "Zhang", "Aasland", "Święcicka", "Di Marco", "McAllister", "Kerouédan", "N’Diaye", "Roux",
    "Lo", "Saint-Clair", "Petit", "Martinez y Vega", "Ó Briain", "Marchal", "Holloway", "Estève",
)  # fmt: skip
ROLES = (
    ("Press Officer", None), ("Head of Media", None), ("Attachée de presse", None), ("Attaché de presse", None), ("Responsable du service presse", None),
    ("CNES Press Officer", "CNES"), ("CNRS press officer", "CNRS"), ("Media Relations Manager", None), ("Chargée de communication", None), ("Director of Communications", None),
    ("Directrice de la communication", None), ("Responsable presse CNES", "CNES"), ("Porte-parole", None), ("Communications Manager", None), ("Attachée de presse du CNES", "CNES"),
    ("Press Officer at ESA", "ESA"), ("Chef du service de presse", None), ("Senior Press Officer", None), ("Public Affairs Officer", None), ("Chargé des relations médias", None),
    ("Project Manager", None), ("Chercheuse CNRS", "CNRS"), ("Directeur adjoint de la communication", None), ("Spokesperson", None), ("Deputy Head of Communications", None),
)  # fmt: skip
DESKS = (
    ("Secrétariat presse", "secretariat.presse@cnes.fr"), ("Service de presse du CNES", "cnes-presse@cnes.fr"), ("ESA Media Relations Office", "media@esa.int"),
    ("Press Office", "pressoffice@example.org"), ("Bureau de presse", "presse@example.fr"), ("CNES Press Office", "presse@cnes.fr"),
)  # fmt: skip
ORGANIZATIONS = (
    "CNES",
    "ESA",
    "CNRS",
    "DLR",
    "JAXA",
    "Thales Alenia Space",
    "Airbus Defence and Space",
    "Observatoire de Paris",
    "Université de Haute-Provence",
)
PLACES = (
    "Headquarters, Washington",
    "Jet Propulsion Laboratory, Pasadena, Calif.",
    "Observatoire de Paris",
    "DLR",
    "Institut de physique du globe",
    "Fjordsat AS",
)
DOMAINS = ("cnes.fr", "esa.int", "cnrs.fr", "dlr.de", "example.com", "helios-orbital.example", "univ-hp.example")
HEADINGS = (
    "CONTACTS", "## CONTACTS", "Contacts :", "Contact presse", "Press contacts:", "Contacts presse :", "Contact", "**Contacts**", "Media contacts", "Pour plus d’informations :",
    "For further information, please contact:", "_____\nContacts", "### Contacts presse",
)  # fmt: skip
ORGANIZATION_HEADINGS = (
    "{} CONTACTS",
    "### {} CONTACTS",
    "Contacts presse {}",
    "{} press contacts:",
    "Contacts {} :",
    "CONTACTS PRESSE {}",
)

# How a French number (nine digits behind the zero) is printed, abroad and at home.
ABROAD = (
    "+33 (0){} {} {} {} {}",
    "+33(0){} {} {} {} {}",
    "+33 {} {} {} {} {}",
    "+33.{}.{}.{}.{}.{}",
    "+33{}{}{}{}{}",
    "+33 (0){}.{}.{}.{}.{}",
    "(+33) {} {} {} {} {}",
)
AT_HOME = (
    "0{} {} {} {} {}",
    "0{}.{}.{}.{}.{}",
    "0{}{}{}{}{}",
    "0{}-{}-{}-{}-{}",
    "0{}\xa0{}\xa0{}\xa0{}\xa0{}",
    "0{}\u202f{}\u202f{}\u202f{}\u202f{}",
)
FOREIGN = (("+49 30 23125 {:03}", "+493023125{:03}"), ("+44 20 7946 0{:03}", "+442079460{:03}"), ("+1 202-555-0{:03}", "+12025550{:03}"), ("+47 22 00 0{:03}", None),
           ("+81 50 3000 0{:03}", "+815030000{:03}"), ("+39 06 4151 0{:03}", "+390641510{:03}"))  # fmt: skip
LABELS = {
    "voice": (
        "Tel. ",
        "Tel: ",
        "Tel : ",
        "Tél. ",
        "Tél. : ",
        "Tél : ",
        "Téléphone : ",
        "Phone: ",
        "T ",
        "T. ",
        "Tél.\xa0: ",
        "Tel ",
    ),
    "mobile": ("Mob. ", "Mobile: ", "Portable : ", "Port. ", "Mob : ", "Cell: ", "M. "),
    "fax": ("Fax ", "Fax: ", "Fax : ", "Télécopie : "),
}
TITLES = {
    "en": "A new instrument takes its place on the orbital bench",
    "fr": "Un nouvel instrument prend place sur le banc orbital",
}
PARAGRAPHS = {
    "en": (
        "On Tuesday 14 March the teams in charge of the Heliodor balloon closed the last door of its gondola and wheeled it towards the cold chamber, where it will stay for three weeks.",
        "The gondola weighs 412 kilograms and carries two telescopes. “We had waited for this for years,” said one of the engineers, while the first readings came in.",
    ),
    "fr": (
        "Mardi 14 mars, les équipes chargées du ballon Héliodor ont fermé la dernière porte de sa nacelle, puis l’ont poussée vers la chambre froide où elle restera trois semaines.",
        "La nacelle pèse 412 kilogrammes et porte deux télescopes. Les premières mesures seront publiées au printemps, dès que les données auront été vérifiées.",
    ),
}
BOILERPLATE = ("About the Heliodor mission\n\nHeliodor is a stratospheric balloon that measures the light of distant dust clouds. It flies twice a year from a base in the north.",
               "À propos d’Héliodor\n\nHéliodor est un ballon stratosphérique qui mesure la lumière de nuages de poussière lointains. Il vole deux fois par an depuis une base du nord.")  # fmt: skip
_SPELLING = str.maketrans("éèêàâçôóïîáíëÉÅåśęñ", "eeeaacooiiaieEAasen") | {
    ord("ß"): "ss",
    ord("Ś"): "S",
    ord("’"): "",
    ord("'"): "",
    ord("."): "",
    ord("Ó"): "O",
}


def address_of(given: str, surname: str, random: Random) -> str:
    """Return the address that somebody of that name may have."""
    umlauts = random.choice(({"ü": "ue", "ä": "ae", "ö": "oe"}, {"ü": "u", "ä": "a", "ö": "o"}))
    first, last = (
        text.translate(_SPELLING | {ord(k): v for k, v in umlauts.items()}).lower() for text in (given, surname)
    )
    first, whole, dashed = first.replace(" ", ""), last.replace(" ", ""), last.replace(" ", "-")
    initials = "".join(part[0] for part in first.split("-"))
    local = random.choice(
        (
            f"{first}.{whole}",
            f"{first}.{whole}",
            f"{first}.{dashed}",
            f"{initials}.{whole}",
            f"{initials}{whole}",
            f"{first}_{whole}",
            f"{whole}.{first}",
        )
    )
    return f"{local}@{random.choice(DOMAINS)}"
