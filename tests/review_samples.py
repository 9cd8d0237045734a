"""Releases for the review page: clean ones, wrong columns, and text that would do harm if it were not escaped."""

from golden import seeds

import pressparse

# Three names and two numbers: whose they are nobody can tell.
WRONG_COLUMNS = """PRESS RELEASE

Paris, 12 April 2013
PR061-2013

# Tango Delta experiment ready for flight

The experiment passed its review yesterday and flies in June.

CONTACTS

Pascale Bresson
Raphaël Sart
Fabienne Lissak

Press Officer
Press Officer
Head of Media

Tel. +33 (0)1 44 76 75 39
Tel. +33 (0)1 44 76 74 51

pascale.bresson@cnes.fr
raphael.sart@cnes.fr
fabienne.lissak@cnes.fr
"""

# Markup, characters that turn the text around or print nothing, half a character, and all line ends.
HARMFUL = (
    "PRESS RELEASE\r\n\r\nParis, 5 May 2019\r\n\r\n"
    "# <script>document.title = 'taken'</script> & a \u202etitle\u202c\r\n\r\n"
    "The agencies met on \x00Friday at <img src=x onerror=\"document.title='taken'\">, \ud800 it says.\x0c"
    '</div></article>"\'><a href="https://example.org/">a link</a> and {{ 7 * 7 }} {% raw %}\r'
    "“We \u200bmet,” said <b>Jean Exemple</b>, President of CNES.\n\n"
    "Presse : Jean Exemple, Tél. 01 44 76 00 01, jean.exemple@example.org\n"
)


def samples() -> tuple[pressparse.Release, ...]:
    """Return both seeds, a release with wrong columns, and a harmful one."""
    texts = (*(case.text for case in seeds()), WRONG_COLUMNS, HARMFUL)
    return tuple(pressparse.parse(text) for text in texts)
