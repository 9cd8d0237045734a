"""What mastheads print beside their fields: `For release`, `(CNES PR)`, `No. 12`, `843 views`, `Source: […]`."""

from typing import Literal

from pressparse.cells.roles import is_organization
from pressparse.lexicon import words_of
from pressparse.rules import Rule, RuleTable

# A `source` says from whom, and often when, a release was taken over; below an `issuer` the issuer's name stands, and
# behind the colon of a `named` one; beside a `byline` the day on which somebody put it on a page.
Remark = Literal["aside", "source", "issuer", "named", "byline"]


def _behind_label(name: str, at: int) -> Remark | None:
    """Return what the issuer behind its label at `at` is; nothing for `From: Brume to the Moon`, which is a title."""
    aside: Remark | None = "aside" if at or " " not in name else None
    return "named" if is_organization(words_of(name)) else aside


REMARK_RULES: tuple[Rule[Remark], ...] = (
    Rule(
        name="release-mark",
        pattern=r"""
            (?<!\w)
            (?:\L<release_marks>)
            (?!\w) :?
            """,
        build=lambda _: "aside",
        examples=("For immediate release", "Pour diffusion immédiate"),
        rejects=("Waiting for releases", "before release", "therefor release"),
    ),
    Rule(
        name="reference-label",
        pattern=r"""
            (?<!\w)
            (?: \p{Lu}[\p{L}\d-]{1,15}+ [ ] (?= [Rr] ) )?
            (?i: r[ée]f (?:[ée]rence)?+ )
            (?: \. | [ ](?i: number | no\.? | n° ) )?+
            (?: [ ]?:[ ]? | [ ]?(?=\p{Lu}) )
            (?= (?: \p{Lu}{1,8}+ [ ./–-]? )? (?: [Nn](?:°|o\.?) [ ]? )?+ \d )
            """,
        build=lambda _: "aside",
        examples=("⟨ASI reference: ⟩N° 24/2019", "⟨Réf. : ⟩CP009-2016", "⟨REF ⟩PR 43/2005"),
        rejects=(
            "Preference: 12",
            "Reference: none",
            "Reference 12",
            "Reference mission",
            "Terms of reference: the 12 partners",
        ),
    ),
    Rule(
        name="issuer-label",
        pattern=r"""
            \A \L<issuer_labels> [ ]?:?
            \Z
            """,
        build=lambda _: "issuer",
        examples=("From:", "News provided by", "Nouvelles fournies par :"),
        rejects=("The data are from:", "From: the lake", "Fromage"),
    ),
    Rule(
        name="issuer-behind-label",
        pattern=r"""
            (?: \A | (?<= (?: \L<kinds> | \L<release_marks> ) [ ] ) )
            \L<issuer_labels> [ ]?: [ ]
            \p{Lu} [^:\n]{2,80}+
            \Z
            """,
        build=lambda match: _behind_label(match[0].partition(": ")[2], match.start()),
        examples=("Press Release ⟨From: Fjord Laboratory⟩", "Status Report ⟨from: Lake Agency⟩"),
        rejects=(
            "It came From: Lund",
            "Statement From Lund",
            "Statement Lund",
            "Statement From: lund",
            "Statement From: Lac:",
            "From: Brume to the Moon",
        ),
    ),
    Rule(
        name="byline",
        pattern=r"""
            (?<=\d{4}[ ]) \L<bylines> [ ] \p{Lu}[^\d\n]{1,60}+ \Z
          | \A \L<bylines> [ ]?:? [ ]
            \p{Lu}[\p{L}'’.-]*+ [ ]
            (?: (?:de|du|la|le|van|von) [ ] ){0,2} \p{Lu}[\p{L}'’.-]*+
            (?: [ ] (?: \p{Lu}[\p{L}'’.-]*+ | (?:and|et|de|du|la|le|van|von)(?=[ ]) ) ){0,6}?
            (?: [ ] (?:in|dans) [ ] [^\d\n]{2,60}? )?
            (?= \Z | [ ,|·•–—-]{1,4} (?: (?:on|le) [ ] )? (?: \d | \L<months> \b | \L<weekdays> \b ) )
            """,
        build=lambda _: "byline",
        examples=(
            "By Jeanne Martin",
            "⟨Posted by: Jeanne de La Tour and Paul Roux⟩ - January 12, 2018",
            "⟨Publié par Paul Roux dans Actualités, Espace⟩ 12 janvier 2018",
            "Publié le 12 janvier 2018 ⟨par Brumeweb⟩",
        ),
        rejects=(
            "Led by Jeanne Martin",
            "By Jeanne",
            "By jeanne Martin",
            "By the Lake",
            "By Land and by sea",
            "By Jeanne Martin of the agency",
            "Byron Martin",
            "For Jeanne Martin",
        ),
    ),
    Rule(
        name="legal-form",
        pattern=r"""
            (?<!\w)
            \L<agency_forms>
            (?= [ ]\p{Lu} | \Z )
            """,
        build=lambda _: "aside",
        examples=("National Research and Development Agency", "⟨National Research and Development Agency⟩ Lake Agency"),
        rejects=("XNational Research and Development Agency", "National Research and Development Agency opens"),
    ),
    Rule(
        name="change-in-brackets",
        pattern=r"""
            \(
            \L<updated>
            [ ]?:? [ \xa0] [^()\n]{0,24}? \d [^()\n]{0,24}+ \)
            """,
        build=lambda _: "aside",
        examples=("(mise à jour le 12 mars 2013)", "⟨(Updated: 12/03/2013)⟩ Lakes"),
        rejects=("mise à jour le 12 mars 2013)", "(le 12 mars 2013)", "(mise à jour le 12 mars", "(Updated often)"),
    ),
    Rule(
        name="stamp-without-year",
        pattern=r"""
            (?<!\w)
            (?:\L<published> | \L<updated>) [ ]?:? [ \xa0]
            \d{1,2}+ (?: er | st | nd | rd | th )?+ [ \xa0]
            \L<months> \b
            (?! ,? \s+ \d{4} )
            """,
        build=lambda _: "aside",
        examples=("Publié le 9 juin", "Published on 3 May"),
        rejects=(
            "Publié le 9 juin 2019",
            "Publié le 9",
            "le 9 juin",
            "unpublished on 3 May",
            "Published on 3 Mays",
            "Publiéle 9 juin",
        ),
    ),
    Rule(
        name="issuer-of-repost",
        pattern=r"""
            \( [ ]? [\p{Lu}\d/ -]{2,20}
            (?: [ ]PR | WIRE ) (?: ; [^()\n]{1,60}+ )?+ [ ]? \)
            """,
        build=lambda _: "aside",
        examples=("(CNES PR)", "(BUSINESS WIRE)", "(CNES PR; posted July 2, 2018)"),
        rejects=("(CNES)", "CNES PR", "(cnes PR)"),
    ),
    Rule(
        name="issuer-of-dateline",
        pattern=r"""
            (?<= \d [ ]? )
            [(\[] \p{Lu} [\p{L}\d ./&-]{1,40}+ [)\]]
            (?= [ ]?[–—-] | \Z )
            """,
        build=lambda _: "aside",
        examples=(
            "3 May 2016 ⟨(CNES)⟩ — A",
            "3 May 2016 ⟨(Lake Agency)⟩ - A",
            "No. 12 ⟨(Lake Agency)⟩",
        ),
        rejects=("(CNES) — A", "3 May 2016 CNES — A", "3 May 2016 (cnes) — A", "3 May 2016 (CNES) is"),
    ),
    Rule(
        name="wire",
        pattern=r"""
            / [ ]? [\p{Lu}\d] [\p{L}\d -]{1,20}+
            /
            (?!\w)
            """,
        build=lambda _: "aside",
        examples=("/CNW/", "/CNW Telbec/"),
        rejects=("/CNW", "CNW/", "/cnw/", "/CNW/news"),
    ),
    Rule(
        name="wire-name",
        pattern=r"""
            (?<!\w)
            \L<wires>
            (?: [ ]\([^()\n]{1,60}+\) (?=\Z) )?+
            (?= [ ]?[|,;:/–—-] | [ ]\( | \Z )
            """,
        build=lambda _: "aside",
        examples=("PR Newswire", "WiredGov Newswire (news of others)"),
        rejects=("XPR Newswire", "PR Newswires", "PR Newswire reports"),
    ),
    Rule(
        name="wire-in-brackets",
        pattern=r"""
            \( [ ]?
            \L<wires> (?: [ ]?[/;,-][ ]? [^()\n]{1,30}+ )?+
            [ ]? \)
            """,
        build=lambda _: "aside",
        examples=("(PresseBox)", "(Business Wire - 3 May)"),
        rejects=("(Lake Wire)", "PresseBox)", "(PresseBox", "(PresseBox said)"),
    ),
    Rule(
        name="release-code",
        pattern=r"""
            (?<!\w)
            \p{Ll}{3,5} \d{4}
            \p{Ll}? [ ] [–—-] [ ]
            (?= \L<kinds> (?!\w) )
            """,
        build=lambda _: "aside",
        examples=("⟨eso0632 — ⟩Science Release", "⟨heic1107a - ⟩Photo Release"),
        rejects=(
            "xxxeso0632 — Science Release",
            "eso06321 — Science Release",
            "eso0632 Science Release",
            "eso0632 — Stars",
            "eso — Science Release",
        ),
    ),
    Rule(
        name="code-behind-kind",
        pattern=r"""
            (?<= [\w\]] [ ] (?: [:|–—-] [ ] )? )
            \p{Ll}{3,5}+ \d{4} \p{Ll}?+
            \Z
            """,
        build=lambda _: "aside",
        examples=("Press Release ⟨eso0419⟩", "Photo Release — ⟨heic1107a⟩"),
        rejects=(
            "eso0419",
            "Press Release eso041",
            "Press Release eso0419 of",
            "Press Release Xeso0419",
            "Press Release:eso0419",
        ),
    ),
    Rule(
        name="id-behind-kind",
        pattern=r"""
            (?<= \L<kinds> [ ]? (?: [:|–—-] [ ] )? )
            (?: \p{Lu}\p{Ll}{1,9}+ [ -]? )? [Ii][Dd]
            [ ]?:?[ ]? (?: [Nn](?: ° | o\.? ) [ ]? )?+
            \d{2,10}+ (?! [\w,] | [./-]\d )
            """,
        build=lambda _: "aside",
        examples=(
            "Press release ⟨BoxID: 319846⟩",
            "Press Release | ⟨News ID 319846⟩ (LAKE)",
        ),
        rejects=(
            "ID: 319846",
            "Press release BoxID",
            "Press release 319846",
            "Press release ID 319846x",
            "Press release ID 31/12",
            "Press release ideas 12",
        ),
    ),
    Rule(
        name="code-before-date",
        pattern=r"""
            (?<= \L<kinds> [ ]{0,2} (?: [:|–—-] [ ] )? )
            [\p{Lu}\d] [\w./-]{1,14}+
            (?= (?: [\s\xa0]{1,80}+ | [ ]?[,|–—-][ ] )
                (?: \L<months> \.? [ ] \d{1,2} | \d{1,2} (?: er | st | nd | rd | th )? [ ] \L<months> )
                ,? [ ] \d{4}
                \Z
            )
            """,
        build=lambda match: "aside" if any(map(str.isdigit, match[0])) else None,
        examples=(
            "NEWS RELEASE: ⟨76A/09⟩ April 30, 2009",
            "Press release ⟨LAB12⟩ - 30 April 2009",
        ),
        rejects=(
            "76A/09 April 30, 2009",
            "Press release Lund April 30, 2009",
            "Press release lab12 April 30, 2009",
            "Press release 76A/09 of April 30, 2009",
            "Press release 76A/09 April 2009",
            "Press release 76A/09 April 30, 09",
            "Press release 76A/09 April 30, 2009 of",
        ),
    ),
    Rule(
        name="number-without-year",
        pattern=r"""
            (?<!\w)
            (?i:n[°º]|no\.?|nr\.?|num[ée]ro|number|\#) [ ]?
            \d{1,5}+
            (?! \w | [ ]?[-–/.,]\d )
            """,
        build=lambda _: "aside",
        examples=("No. 123", "n° 12"),
        rejects=("27", "N° 27-2017", "N° 27–2017", "piano 12", "No 123456", "No. 12th", "no."),
    ),
    Rule(
        name="counter",
        pattern=r"""
            (?<![\w.,])
            \d{1,6}+ (?: [.,\xa0] \d{3} ){0,2}+
            [ \xa0] (?:\L<counters>) (?!\w)
            """,
        build=lambda _: "aside",
        examples=("843 views", "303 mots", "3 min read"),
        rejects=("843", "views", "12 satellites", "2.843.120.100 views", "843 viewsX"),
    ),
    Rule(
        name="issued-by",
        pattern=r"""
            (?: \A \p{L}{2,4} [ ] \L<kinds> [ ] | (?<= \A \L<kinds> [ ] ) )
            (?: \p{Ll}{1,3} [ ] ){0,2}
            \L<published> [ ] (?: by | par ) [ ] [^\d\n]{2,80}+
            \d [^\n]{5,24}+ (?<= \d{4} \.? )
            \Z
            """,
        build=lambda _: "source",
        examples=("The statement was issued by X on 3 May 2023.", "News release ⟨publié par X le 3 mai 2023⟩"),
        rejects=(
            "On the press release issued by the Lake Agency on 10 October 2023",
            "The lake release issued by the Lake Agency on 10 October 2023",
            "The press release on the Lake Agency on 10 October 2023",
            "The press release issued by the Lake Agency, born in 2023.",
            "The press release issued by the Lake Agency on 10 October 2023\nLakes",
        ),
    ),
    Rule(
        name="source",
        pattern=r"""
            \(? [ ]?
            (?<!\w) (?i:sources?) (?: [ ]?: | [ ] (?=\p{Lu}) )
            [^()\n]{1,300}+ \)?
            \Z
            """,
        build=lambda _: "source",
        examples=("(Source: CNES; issued July 25, 2018)", "SOURCE Northern Lake Agency"),
        rejects=("Resource: CNES", "source of light", "(Source: CNES) says", "(Source:)"),
    ),
)

REMARKS = RuleTable(name="remarks", rules=REMARK_RULES)
