"""The Halcyon Space Agency, which is invented: how it numbers its releases, and how it hides its addresses."""

from importlib.resources import files

import regex

from pressparse.emails import Address
from pressparse.rules import Rule

PROFILE = files(__name__) / "halcyon.toml"


def _address(match: regex.Match[str]) -> Address:
    return Address(match.start(), match.start(), match.end(), f"{match['local']}@{match['domain']}")


RULES = (
    Rule(
        name="halcyon-star",
        table="emails",
        pattern=r"""
        (?<! [\w.-] )                       # not the tail of another word
        (?P<local> [\w-]{1,40}+ (?: \. [\w-]{1,40}+ ){0,4}+ )
        [ ]★[ ]
        (?P<domain> [\w-]{1,40}+ (?: \. [\w-]{1,40}+ ){1,4}+ )
        """,
        build=_address,
        examples=("press ★ halcyon.example", "Mail: ⟨ines.okafor ★ mail.halcyon.example⟩."),
        rejects=("press★halcyon.example", "press ★ halcyon", ".press ★ halcyon.example", "a rating of ★ ★ ★"),
        anchors=("★",),
    ),
)
