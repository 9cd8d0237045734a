"""E-mail addresses: printed, linked, or hidden from robots."""

import attrs
import regex

from pressparse.book import per_book
from pressparse.lexicon import label_before
from pressparse.model import Email
from pressparse.rules import Hit, Rule, RuleTable, find_all
from pressparse.text import View
from pressparse.tries import compile_words
from pressparse.words import merged_vocabulary


@attrs.frozen
class Address:
    """A printed address; `start` and `end` bound it, a link as a whole, in the clean string without its label.

    `words` bounds what a link prints in the place of the address (`[Pascale](mailto:…)`).
    """

    label_start: int
    start: int
    end: int
    address: str
    words: tuple[int, int] | None = None


def _printed(match: regex.Match[str]) -> Address | None:
    domain = _dot().sub(".", match["domain"])
    if domain.startswith("www."):
        return None
    return _built(match, f"{_dot().sub('.', match['local'])}@{domain}")


def _after_label(match: regex.Match[str]) -> Address | None:
    address = _printed(match)
    return address if address and address.label_start < address.start else None


def _linked(match: regex.Match[str]) -> Address:
    """Read a link: the address it prints, else the one it leads to."""
    printed = _ADDRESS.search(match["words"])
    if printed:
        return _built(match, printed[0])
    return _built(match, match["address"], match.span("words"))


def _built(match: regex.Match[str], address: str, words: tuple[int, int] | None = None) -> Address:
    start, end = match.span()
    label_start, _ = label_before(match.string, start, "address_labels")
    return Address(label_start, start, end, address, words)


_LOCAL = r"[\w+%'’-]{1,64}+ (?: \. [\w+%'’-]{1,64}+ ){0,8}+"
_DOMAIN = r"(?: [\w-]{1,63}+ \. ){1,6} [A-Za-z]{2,24}+ (?! [\w@-] )"
_HIDDEN_DOT = r"(?: \. | [ ]?[\[(]\L<dots>[\])][ ]? | [ ]\L<dots>[ ] )"
_ADDRESS = regex.compile(rf"(?x) {_LOCAL} @ {_DOMAIN}")

RULES: tuple[Rule[Address], ...] = (
    Rule(
        name="markdown-link",
        pattern=rf"""
        \[ (?P<words> [^\[\]\n]{{1,200}}+ ) \]
        \( (?:mailto:)?+ (?P<address> {_LOCAL} @ {_DOMAIN} ) [^()\s]{{0,300}}+ \)
        """,
        build=_linked,
        examples=(
            "[jeanne.martin@cnes.fr](mailto:jeanne.martin@cnes.fr)",
            "E-mail: ⟨[Press office](mailto:presse@cnes.fr?subject=Interview)⟩",
            "[presse@cnes.fr](presse@cnes.fr)",
        ),
        rejects=(),
        anchors=("](",),
    ),
    Rule(
        name="html-link",
        pattern=rf"""
        <[aA]\s [^<>]{{0,300}}? mailto: (?P<address> {_LOCAL} @ {_DOMAIN} ) [^<>]{{0,300}}+ >
        (?P<words> (?: (?!</[aA]>) . ){{0,300}}+ ) </[aA]>
        """,
        build=_linked,
        examples=(
            '<a href="mailto:presse@cnes.fr">presse@cnes.fr</a>',
            "<a class='x' href='mailto:presse@cnes.fr'><b>Presse</b></a>",
        ),
        rejects=("<abbr>presse@cnes.fr</a>",),
        anchors=("<a", "<A"),
    ),
    Rule(
        name="printed",
        pattern=rf"""
        (?<! [\w.+%'’@-] | (?<! @ [\w.-]{{1,64}} ) / )
        (?P<local> {_LOCAL} )
        (?: [@＠] | [ ]@[ ] )
        (?P<domain> {_DOMAIN} )
        """,
        build=_printed,
        examples=(
            "presse@cnes.fr",
            "<⟨jean-yves.le-gall+x@mail.cnes.fr⟩>",
            "Mail : ⟨presse @ cnes.fr⟩",
            "mailto:⟨presse@cnes.fr⟩",
            "jan.holm@x.int/⟨anna.berg@x.org⟩",
        ),
        rejects=("x/presse@cnes.fr", "@cnes.fr", "presse@cnes", "presse@cnes.f", ".presse@cnes.fr"),
        anchors=("@", "＠"),
    ),
    Rule(
        name="bracketed",
        pattern=rf"""
        (?<! [\w.+%'’@/-] )
        (?P<local> [\w+%-]{{1,64}}+ (?: {_HIDDEN_DOT} [\w+%-]{{1,64}}+ ){{0,4}} )
        [ ]?[\[({{<][ ]? \L<ats> [ ]?[\])}}>][ ]?
        (?P<domain> [\w-]{{1,63}}+ (?: {_HIDDEN_DOT} [\w-]{{1,63}}+ ){{1,4}} )
        """,
        build=_printed,
        examples=(
            "presse [at] cnes.fr",
            "presse(at)cnes.fr",
            "jean [dot] martin {AT} cnes [dot] fr",
            "presse [@] cnes.fr",
        ),
        rejects=("x/presse [at] cnes.fr",),
        anchors=("[", "(", "{"),
    ),
    Rule(
        name="spoken",
        pattern=r"""
        (?<! [\w.+%'’@/-] )
        (?P<local> [\w+-]{1,64}+ (?: (?: [._] | [ ]\L<dots>[ ] ) [\w+-]{1,64}+ ){1,4} )
        [ ]\L<ats>[ ]
        (?P<domain> [\w-]{1,63}+ (?: (?: \. | [ ]\L<dots>[ ] ) [\w-]{1,63}+ ){1,4} )
        """,
        build=_printed,
        examples=("grace.holloway at nasa.gov", "grace dot holloway at jpl dot nasa dot gov"),
        rejects=("live at esa.int", "U.S. at www.nasa.gov", "x/grace.holloway at nasa.gov"),
    ),
    Rule(
        name="spoken-after-label",
        pattern=r"""
        (?<! [\w+-] ) (?P<local> [\w+-]{1,64}+ )
        [ ]\L<ats>[ ]
        (?P<domain> [\w-]{1,63}+ (?: (?: \. | [ ]\L<dots>[ ] ) [\w-]{1,63}+ ){1,4} )
        """,
        build=_after_label,
        examples=("E-mail: ⟨presse at cnes.fr⟩",),
        rejects=("live at esa.int", "E-mail: presse at www.cnes.fr"),
    ),
)
EMAILS = RuleTable(name="emails", rules=RULES)


def find_emails(text: str | View) -> tuple[Email, ...]:
    """Return the e-mail addresses printed in `text`, in order; a link that leads to one is one."""
    view = View.of(text)
    return tuple(read_email(hit.value, hit.rule.name, view) for hit in address_hits(view))


def address_hits(view: View) -> list[Hit[Address]]:
    """Return the printed addresses of `view`."""
    return find_all(EMAILS.read(), view)


def read_email(address: Address, rule: str, view: View) -> Email:
    """Return the e-mail address of `address`, which `rule` found in `view`."""
    start, end = address.start, address.end
    return Email(address=address.address, raw=view.raw(start, end), span=view.span(start, end), rule=rule)


@per_book()
def _dot() -> regex.Pattern[str]:
    return compile_words(_HIDDEN_DOT, merged_vocabulary("contacts").lists)


@per_book()
def address_sign() -> regex.Pattern[str]:
    """Return the pattern of that without which no address is printed, linked or hidden."""
    return compile_words(r"[@＠] | [\s(\[{] \L<ats> (?= [\s)\]}] )", merged_vocabulary("contacts").lists)
