"""Damage: what nobody printed is undone, what somebody printed stays, and everything stands where it was given."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressparse.repair import repair
from pressparse.text import Span


def misread(text: str, code_page: str) -> str:
    """Return what the UTF-8 bytes of `text` look like in `code_page`, undefined bytes as control characters."""
    return "".join(bytes((byte,)).decode(code_page, "replace").replace("\ufffd", chr(byte)) for byte in text.encode())


CODE_PAGES = ["cp1252", "latin-1", "cp1250", "mac_roman", "mac_latin2", "cp437", "cp850"]
SENTENCES = [
    "Le 3 février, la coopération franco-québécoise à l’étude « Écume » a déjà coûté 2,5 M€ – où ça ?",
    "“It’s a first,” said Zoë Núñez at São Paulo – naïve, 5 °C ± 2 … © Agency",
    "Die Größe des Geräts überrascht Jürgen Weiß: „Schöne Überraschung“, 12 µm × 3 m²",
    "Il più grande: è già così. ¿Qué pasó en el año 2015? ¡Éxito! n° 5, 3ª campaña",
    "Dušan, Škoda, Brňák, Małgorzata, Işık",
    "CŒUR DE L’ÉTÉ À ÎLE-DE-FRANCE, ÇA VA ÊTRE SÛR, OÙ ? PÔLE NAÏF",
]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("code_page", CODE_PAGES)
def test_a_text_read_in_a_wrong_code_page_is_read_right(sentence: str, code_page: str) -> None:
    """Of UTF-8 read in any of the usual code pages the text is restored, be it once or twice damaged."""
    damaged = misread(sentence, code_page)
    found = repair(damaged)
    assert found.view.text == sentence
    assert found.view.whole == Span(0, len(damaged))
    assert repair(misread(damaged, code_page)).view.text == sentence


@pytest.mark.parametrize("sentence", SENTENCES)
def test_damaged_places_are_named(sentence: str) -> None:
    """Each damaged character has its span in the text as given, and there are no others."""
    damaged = misread(sentence, "cp1252")
    meant = [span.of(damaged).encode("cp1252", "ignore") for span in repair(damaged).damaged]
    assert len(meant) == sum(not letter.isascii() for letter in sentence)
    assert all(span.end > span.start + 1 for span in repair(damaged).damaged)


DAMAGE = [
    ("FĂ©vrier", "Février"),
    ("coopÃ©ration", "coopération"),
    ("une premiÃ¨re Ã  Kourou", "une première à Kourou"),
    ("Ã\xa0 Paris", "à Paris"),
    ("dÃ©jÃ\xa0 lÃ\xa0.", "déjà là."),
    ("LÃ\xa0 oÃ¹ tombe la foudre", "Là où tombe la foudre"),
    ("de lÃ  Ã  ici", "de là à ici"),
    ("Â« Voici Â»", "« Voici »"),
    ("2\xa0000Â\xa0km", "2\xa0000\xa0km"),
    ("le satelliteÂ : il", "le satellite\xa0: il"),
    ("lâ€™agence", "l’agence"),
    ("lâ€™Ã©tÃ©", "l’été"),
    ("‚ÄėLakes of Lund‚Äô, the Igua√ßu", "‘Lakes of Lund’, the Iguaçu"),
    ("â€œGo,â€\x9d she said", "“Go,” she said"),
    ("11 â€“ 12", "11 – 12"),
    ("5 âˆ’ 3", "5 − 3"),
    ("2 â‚¬", "2 €"),
    ("20\xa0Â°C", "20\xa0°C"),
    ("DuÅ¡an", "Dušan"),
    ("Å\xa0koda", "Škoda"),
    ("ï»¿PRESS RELEASE", "\ufeffPRESS RELEASE"),
    ("scientiï¬\x81que", "scientifique"),
    ("eÌ\x81te", "éte"),
    ("Un espaceâ€‹ sans largeur", "Un espace\u200b sans largeur"),
    ("dÕEtudes spatiales", "d’Etudes spatiales"),
    ("LÕESPACE", "L’ESPACE"),
    ("quÕil", "qu’il"),
    ("tŽlŽcommunications", "télécommunications"),
    ("RŽgion", "Région"),
    ("annoncŽ hier", "annoncé hier"),
    ("voilˆ, tout", "voilà, tout"),
    ("fran\x8daise", "française"),
    ("premi\x8fre", "première"),
    ("coopÃƒÂ©ration", "coopération"),
    ("oÃƒÂ¹", "où"),
]


@pytest.mark.parametrize(("text", "meant"), DAMAGE, ids=[row[0] for row in DAMAGE])
def test_damage_is_undone(text: str, meant: str) -> None:
    """Single words give themselves away too, and what is repaired still stands where it was given."""
    found = repair(text)
    assert found.view.text == meant
    assert found.damaged
    assert found.view.raw(0, len(meant)) == text


def test_damage_of_one_line_is_undone_in_that_line() -> None:
    """A text may be damaged in one line only; the others stay as they are."""
    text = "Février à l’été\nFĂ©vrier\nMÂ\nSCHÖNE Äußerung"
    found = repair(text)
    assert found.view.text == "Février à l’été\nFévrier\nMÂ\nSCHÖNE Äußerung"
    assert found.damaged == (Span(17, 19),)


UNDAMAGED = [
    "A plain text, with a & b; and nothing else.",
    "L’été, où la forêt brûle ; « déjà là », ça va. ÂGE, ÎLE, ÔTER, À L’ÉTÉ, Ÿ",
    "Die Größe „Ä“ und „Ö“: ÄRGERN, „UNIVERSITÄT“, Straße",
    "Dušan Žagar i Džemal Hadžić, DŽENAN ŠARIĆ, JOŽE, UŽDARYTA, AŽUOLAS, Ž",
    "Příliš žluťoučký kůň úpěl ďábelské ódy. ŽIŽKA, ŘÍP, Ě",
    "Zażółć gęślą jaźń. ŁÓDŹ, ŻÓŁW. Wyniósł się – był „tam”.",
    "„AGENȚIA SPAȚIALĂ ROMÂNĂ”, ÎN ȚARĂ, și încă. „ROMÂNĂ” ACUM",
    "AMANHÃ E DEPOIS, IRMÃ\xa0! “AMANHÃ” PÕE, AÇÕES, NÃO, São João, MAÇÃ DO AMOR",
    "TÕRAVERE, SÕNA, VÕRU, Tõravere, Õun, Äike, ÕUN",
    "Ångström: 2 Å\xa0près, 10 Å\xa0; Å, SKÅ, «Å», 5 Å wide, Århus, Å\xa0!",
    "El niño, ¿qué? ¡Sí! MAÑANA, PINGÜINO, 1ª, 2º",
    "İstanbul’da ığdır, ŞİŞLİ, ĞÜŞ",
    "Tiếng Việt: Ấn Độ, ÔNG, Õ, Ã, Đà Nẵng",
    "Ðað er þá svo, ÆÐI, ÞÓR",
    "Árvíztűrő tükörfúrógép, ŐRÜLT",
    "Γειά σου Κόσμε, ΓΗ",
    "Сегодня президент агентства",
    "宇宙航空研究開発機構 – 国際協力",
    "우주 항공",
    "وكالة الفضاء",
    "अंतरिक्ष",
    "√2 ≈ 1,41 ; ¬a ; ƒ(x) ; 3 ‚low‘ ; ±5 °C ; ½ ; © 2015 ; ™",
    "┌──┐ │ ├ ┬ ┼ └──┘",
    "naïve café — “quotes” ‘single’ … € £ • ⦁ ·",
    "Franšais English",
]


@pytest.mark.parametrize("text", UNDAMAGED)
def test_a_text_without_damage_stays(text: str) -> None:
    """No language is mistaken for damage: the text is its own view."""
    found = repair(text)
    assert found.view.text == text
    assert not found.view.runs
    assert found.damaged == ()


UNDONE = [
    ("soft\xadware", "software"),
    ("soft\xad\nware", "soft-\nware"),
    ("soft\xad\r\nware", "soft-\r\nware"),
    ("a soft\xad\n\xad\n", "a soft-\n\n"),
    ("ofﬁce, ﬂow, eﬀect, eﬃcient, waﬄe, ﬆ, ﬅ", "office, flow, effect, efficient, waffle, st, st"),
    ("e\u0301te\u0301", "été"),
    ("\u212bngstro\u0308m", "Ångström"),
    ("&eacute;t&#233; &#xE9; R&amp;D &laquo;&nbsp;a&nbsp;&raquo;", "été é R&D «\xa0a\xa0»"),
    ("e&#769;", "é"),
    ("l&rsquo;&eacute;t&eacute;", "l’été"),
]


@pytest.mark.parametrize(("text", "clean"), UNDONE, ids=[ascii(row[0]) for row in UNDONE])
def test_what_nobody_printed_is_undone(text: str, clean: str) -> None:
    """Soft hyphens, ligatures, decomposed accents and entities are undone; none of them is damage."""
    found = repair(text)
    assert found.view.text == clean
    assert found.damaged == ()
    assert found.view.raw(0, len(clean)) == text


KEPT = ["AT&T; R&D", "a &unknown; b", "a & b;", "&#10;", "&#13;&#12;", "&;", "&amp"]


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_entity_stays(text: str) -> None:
    """Neither a bare ampersand nor an unknown name changes, and no entity breaks a line."""
    assert repair(text).view.text == text


MIXED = st.text(alphabet="aeé à’“ÃÂâ€™©¨¹\xa0\xad\n\r\u0301ﬁ&;lt#1Õ√Äƒ", max_size=40)


@given(MIXED)
def test_a_repaired_text_is_composed_and_keeps_its_lines(text: str) -> None:
    """Whatever is mixed up, values are NFC, no line end comes or goes, and all stands within the text."""
    found = repair(text)
    assert unicodedata.is_normalized("NFC", found.view.text)
    assert [c for c in found.view.text if c in "\r\n"] == [c for c in text if c in "\r\n"]
    assert 0 <= found.view.whole.start <= found.view.whole.end <= len(text)
    assert list(found.damaged) == sorted(found.damaged)


@given(st.text(alphabet=st.characters(codec="ascii", exclude_characters="&")))
def test_an_english_text_is_its_own_view(text: str) -> None:
    """What is ASCII has no damage."""
    assert repair(text).view.text is text
