"""Mails: which of their parts is the release, how it is decoded, and what the lines above a message are."""

import datetime as dt
from email import message_from_bytes
from email.message import EmailMessage

import pytest

import pressparse
from pressparse.errors import UnreadableError
from pressparse.formats import read
from pressparse.formats.mail import is_mail, largest_piece, mail_format, without_prefixes
from pressparse.formats.mail.bodies import unflowed
from pressparse.formats.mail.headers import header_text, sent_on
from pressparse.formats.source import Claim, Document, Source

TEXT = "The agencies met in Toulouse to discuss the next steps of the mission.\n"
RELEASE = f"PRESS RELEASE\n\n5 May 2019\n\nA satellite reaches its orbit\n\n{TEXT * 3}"
HEAD = b"From: press@example.org\nMIME-Version: 1.0\n"


def message(text: str = TEXT, **headers: str) -> EmailMessage:
    """Return a mail with a text."""
    made = EmailMessage()
    for name, value in {"From": "press@example.org", "Message-ID": "<1@example.org>", **headers}.items():
        made[name] = value
    made.set_content(text)
    return made


def document_of(mail: EmailMessage | bytes) -> Document:
    """Return what is read of a mail."""
    return read(Source("a.eml", mail if isinstance(mail, bytes) else mail.as_bytes()))


RECOGNIZED = [
    (b"From: a@b.example\nMessage-ID: <1>\n\nText", True),
    (b"From - Thu Mar 14 12:01:02 2019\r\nReceived: from x\r\n\tby y\r\nSubject: z\r\n\r\nText", True),
    (b"\xef\xbb\xbfMIME-Version: 1.0\nDate: x\n", True),
    (b"From: A\nTo: B\nSubject: a text that looks so\n\nText", False),
    (b"Content-Type: text/html\n\nText", False),
    (b"From: a@b.example\nMessage-ID: <1>\nno header\n\nText", False),
    (b"PRESS RELEASE\n\n5 May 2019", False),
    (b"", False),
]


@pytest.mark.parametrize(("data", "is_one"), RECOGNIZED)
def test_mails_are_known_by_their_header(data: bytes, is_one: bool) -> None:  # noqa: FBT001 - a row of the table
    """It has what programs write, and what people read, and nothing else."""
    assert is_mail(Source(None, data)) is is_one


def test_a_header_of_thousands_is_none() -> None:
    """No mail has so many lines of it."""
    assert not is_mail(Source(None, b"From: x\nMIME-Version: 1.0\n" * 300))


def test_the_ending_of_a_name_tells_too() -> None:
    """A mail that somebody typed has no header of a program's."""
    assert read(Source("A.EML", b"From: a@b.example\nSubject: A title\n\nText")).format == "email"


HEADERS = [
    (b"A plain\n one", "A plain one"),
    ("Communiqué".encode(), "Communiqué"),
    ("Communiqué de février".encode("cp1252"), "Communiqué de février"),
    (b"=?utf-8?q?Communiqu=C3=A9?= =?utf-8?b?IGRlIHByZXNzZQ==?=", "Communiqué de presse"),
    (b"=?iso-8859-1?q?f=E9vrier?= 2019", "février 2019"),
    (b"=?no-such?q?Text?=", "Text"),
    (b"=?utf-8?b?!!!?=", ""),
    (b"=?utf-8?b?abcde?=", "=?utf-8?b?abcde?="),
    (b"=?utf-8?q?" + b"=00" * 30 + b"?=", "\0" * 30),
]


@pytest.mark.parametrize(("raw", "text"), HEADERS)
def test_headers_are_decoded(raw: bytes, text: str) -> None:
    """However they are written, and wherever they are broken."""
    assert header_text(message_from_bytes(b"Subject: " + raw + b"\n\n"), "Subject") == text


def test_a_header_that_is_not_there_is_empty() -> None:
    """It is no error."""
    assert header_text(message_from_bytes(b"\n"), "Subject") == ""


DATES = [
    ("Thu, 14 Mar 2019 23:12:30 +0100", dt.date(2019, 3, 14)),
    ("14 Mar 2019 10:12", dt.date(2019, 3, 14)),
    ("Thu, 99 Foo 2019", None),
    ("Thu, 31 Feb 2019 10:00:00 +0000", None),
    ("Thu, 14 Mar 2019 10:12:30 +99999999999999", None),
    ("", None),
]


@pytest.mark.parametrize(("header", "day"), DATES)
def test_the_day_of_a_mail_is_the_senders(header: str, day: dt.date | None) -> None:
    """What is no date is none."""
    assert sent_on(message_from_bytes(f"Date: {header}\n\n".encode())) == day


PREFIXES = [
    ("Re: A title", "A title"),
    ("TR : RE: Fwd: A title", "A title"),
    ("AW[2]: A title", "A title"),
    ("CNES: A title", "CNES: A title"),
    ("ESA: A title", "ESA: A title"),
    ("Re:", ""),
]


@pytest.mark.parametrize(("subject", "title"), PREFIXES)
def test_subjects_lose_what_programs_put_in_front(subject: str, title: str) -> None:
    """An agency in front of a title is none of that."""
    assert without_prefixes(subject) == title


FLOWED = [
    ("One \ntwo\nthree", "One two\nthree"),
    (" space-stuffed\n>quoted \n> and on", "space-stuffed\n> quoted and on"),
    (">quoted \nnot", "> quoted \nnot"),
    ("Text \n-- \nAnna", "Text \n-- \nAnna"),
    ("One \n", "One "),
]


@pytest.mark.parametrize(("sent", "text"), FLOWED)
def test_flowed_lines_are_joined(sent: str, text: str) -> None:
    """Those of one depth of quotation, and never a signature."""
    assert unflowed(sent, delete_blank=False) == text


def test_flowed_lines_may_be_broken_within_words() -> None:
    """Where the mail says so the blank at the end is none of the text."""
    assert unflowed("One \ntwo", delete_blank=True) == "Onetwo"
    mail = HEAD + b"Content-Type: text/plain; format=flowed; delsp=yes\n\nOne \ntwo\n"
    assert document_of(mail).text == "Onetwo"


FORWARDED = {
    "Outlook": "-----Original Message-----\nFrom: Press\nSent: Monday\nTo: Desk\nSubject: A title\n\nBody of it",
    "Outlook in French": "________\n\nDe : Presse\nEnvoyé : lundi\nÀ : Rédaction\nObjet : A title\n\nBody of it",
    "Outlook in German": "Von: Presse\nGesendet: Montag\nAn: Redaktion\nBetreff: A title\n\nBody of it",
    "Outlook in HTML": "**From:** Press\n**Sent:** Monday\n**To:** Desk\n**Subject:** A title\n\nBody of it",
    "Apple": "Begin forwarded message:\n\n> From: Press\n> Subject: A title\n> Date: 5 May\n> To: Desk\n> \n> Body of it",
    "Gmail": "---------- Forwarded message ---------\nFrom: Press\nDate: 5 May\nSubject: A title\nTo: Desk\n\n\nBody of it",
    "Thunderbird": "-------- Message transféré --------\nSujet : \tA title\nDate : \t5 May\nDe : \tPress\nPour : \tDesk\n\nBody of it",
    "Thunderbird in HTML": "| Subject: | A title |\n| Date: | 5 May |\n| From: | Press |\n\nBody of it",
}


@pytest.mark.parametrize("lines", FORWARDED.values(), ids=FORWARDED)
def test_the_lines_above_a_forwarded_message_are_no_masthead(lines: str) -> None:
    """They go, with what stands above; the subject among them is that of the message."""
    piece = largest_piece(f"Hello,\n\n{lines}")
    assert piece is not None
    assert (piece.text.lstrip("> \n"), piece.subject) == ("Body of it", "A title")


RELEASE_IN_HTML = """<p class=MsoNormal>PRESS RELEASE</p>
<p class=MsoNormal>5 May 2019</p>
<p class=MsoNormal><b>A satellite reaches its orbit</b></p>
<p class=MsoNormal>The agencies met in Toulouse on Thursday to discuss the next steps of the mission, which has been in orbit for two years.</p>
<p class=MsoNormal>Contact: Anna Weber, Press Officer, +49 30 901820, <a href="mailto:anna.weber@example.org">anna.weber@example.org</a></p>"""
FORWARDED_IN_HTML = {
    "Outlook": """<div class=WordSection1><p class=MsoNormal>FYI<o:p></o:p></p><p class=MsoNormal>Best,<br>Paul Roux<br>Desk<br>+33 1 44 76 00 09</p>
<div>
<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b><span lang=EN-US>From:</span></b><span lang=EN-US> Press Office &lt;press@example.org&gt; <br><b>Sent:</b> Monday, May 6, 2019 9:00 AM<br><b>To:</b> Desk &lt;desk@example.net&gt;<br><b>Subject:</b> Press release: satellite<o:p></o:p></span></p></div></div><p class=MsoNormal><o:p>&nbsp;</o:p></p>{R}</div>""",
    "Apple, in French": """<html><body dir="auto">Voir ci-dessous.<br>
<div><br><blockquote type="cite">
<div>Début du message transféré :</div><br>
<div style="margin:0"><span style="color:rgba(0,0,0,1)"><b>De: </b></span><span>Press Office &lt;<a href="mailto:press@example.org">press@example.org</a>&gt;<br></span></div>
<div style="margin:0"><span><b>Objet: </b></span><span><b>Satellite</b><br></span></div>
<div><span><b>Date: </b></span><span>6 mai 2019 à 09:00<br></span></div>
<div><span><b>À: </b></span><span>desk@example.net<br></span></div><br>{R}</blockquote></div>""",
    "Thunderbird": """<p>FYI<br></p>
<div class="moz-forward-container"><br><br>-------- Forwarded Message --------<table class="moz-email-headers-table" border="0"><tbody><tr><th valign="BASELINE" align="RIGHT">Subject: </th><td>Satellite</td></tr><tr><th>Date: </th><td>Mon, 6 May 2019</td></tr><tr><th>From: </th><td>Press <a href="mailto:press@example.org">&lt;press@example.org&gt;</a></td></tr><tr><th>To: </th><td><a href="mailto:d@example.net">d@example.net</a></td></tr></tbody></table><br><br>{R}</div>""",
    "Outlook on the web, in German": """<div dir="ltr">Zur Info</div><hr tabindex="-1" style="width:98%">
<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>Von:</b> Presse &lt;press@example.org&gt;<br><b>Gesendet:</b> Montag, 6. Mai 2019 09:00<br><b>An:</b> Redaktion<br><b>Betreff:</b> Satellit</font>
<div>&nbsp;</div></div>{R}""",
}


@pytest.mark.parametrize("page", FORWARDED_IN_HTML.values(), ids=FORWARDED_IN_HTML)
def test_messages_forwarded_in_html_are_read_alone(page: str) -> None:
    """Neither the words above nor the signature there become part of the release."""
    mail = message("", Subject="FW: For you")
    mail.set_content(f"<html><body>{page.format(R=RELEASE_IN_HTML)}</body></html>", subtype="html")
    release = pressparse.parse_bytes(mail.as_bytes())
    assert (release.title, release.date) == ("A satellite reaches its orbit", dt.date(2019, 5, 5))
    assert [contact.name for contact in release.contacts] == ["Anna Weber"]
    assert release.unclaimed == ()


WHOLE = [
    TEXT,
    "From: Press\nTo: Desk\n\nOnly two of them",
    "To: Desk\nDate: 5 May\nSubject: from nobody\n\nText",
    "From: Press\nTo: Desk\nSubject: nothing below",
    "The minister wrote:\nText",
]


@pytest.mark.parametrize("text", WHOLE)
def test_other_lines_with_labels_stay(text: str) -> None:
    """A message is cut where the lines say who sent it, and to whom or when, and what it is about."""
    assert largest_piece(text) is None


def test_an_answer_keeps_the_larger_message() -> None:
    """Be it the answer or what is answered."""
    above = largest_piece(f"{TEXT * 2}\nOn 5 May 2019 at 10:00, Press <press@example.org> wrote:\n> Hello")
    below = largest_piece(f"Merci.\n\nLe 5 mai 2019 à 10:00, Presse a écrit :\n> {TEXT}")
    assert above is not None
    assert below is not None
    assert (above.text.strip(), below.text.strip()) == ((TEXT * 2).strip(), f"> {TEXT}".strip())


def test_the_subject_is_the_title_of_a_text_without() -> None:
    """It is put above the text, so that it has a place there; a title of the text's own comes first."""
    bare = pressparse.parse_bytes(message(TEXT * 3, Subject="Fwd: A satellite reaches its orbit").as_bytes())
    assert bare.title == "A satellite reaches its orbit"
    assert bare.evidence["title"].span.of(bare.text or "") == bare.title
    assert pressparse.parse_bytes(message(RELEASE, Subject="For you").as_bytes()).title == bare.title
    assert pressparse.parse_bytes(message(TEXT * 3, Subject="Press release").as_bytes()).title is None


def test_the_header_is_evidence_alone() -> None:
    """Its date and subject are held against the text's; those of who forwards it are not."""
    date = "Mon, 06 May 2019 10:00:00 +0200"
    claims = document_of(message(Date=date, Subject="Re: A title")).claims
    assert claims == (
        Claim("date", dt.date(2019, 5, 6), "the header Date", within=7),
        Claim("title", "A title", "the header Subject"),
    )
    assert document_of(message(f"{FORWARDED['Gmail']}", Date=date)).claims == ()
    release = pressparse.parse_bytes(message(RELEASE, Date="Mon, 03 Jun 2019 10:00:00 +0200").as_bytes())
    assert [(d.code, d.field) for d in release.diagnostics][:1] == [("metadata-mismatch", "date")]
    assert release.date == dt.date(2019, 5, 5)


def test_of_two_versions_the_one_with_more_is_read() -> None:
    """HTML is preferred where it holds about as much, since it has headings and tables."""
    mail = message("One two three four")
    mail.add_alternative("<h1>One</h1><p>two three four", subtype="html")
    assert document_of(mail).text == "# One\n\ntwo three four"
    mail = message("One two three four")
    mail.add_alternative("<p>See the text.", subtype="html")
    assert document_of(mail).text == "One two three four"


def test_parts_one_after_the_other_are_one_text() -> None:
    """As Apple's Mail sends what stands above and below a picture."""
    picture = b"Content-Type: image/png\nContent-Disposition: inline; filename=a.png\n\nx"
    mail = HEAD + b"Content-Type: multipart/mixed; boundary=z\n\n--z\n\nOne\n--z\n" + picture + b"\n--z\n\ntwo\n--z--"
    assert document_of(mail).text == "One\n\ntwo"


ATTACHED = {
    "text": (RELEASE.encode(), "text", "plain", "cp.txt"),
    "Markdown": (RELEASE.encode(), "application", "octet-stream", "cp.md"),
    "text in another code page": (RELEASE.replace("A satellite", "Un satellite équipé").encode("cp1252"), "text", "plain", "cp.txt"),
    "text without a name": (RELEASE.encode(), "text", "plain", None),
    "page": (f"<!doctype html><pre>{RELEASE}".encode(), "text", "html", "cp.html"),
    "page without a type": (f"<!doctype html><pre>{RELEASE}".encode(), "application", "octet-stream", None),
    "mail": (message(RELEASE).as_bytes(), "application", "octet-stream", "cp.eml"),
}  # fmt: skip


@pytest.mark.parametrize("name", ATTACHED)
def test_the_release_may_be_attached(name: str) -> None:
    """Where the mail itself is but a few words, in whatever format it is."""
    data, maintype, subtype, filename = ATTACHED[name]
    mail = message("Please find our release attached.", Subject="For you")
    mail.add_attachment(data, maintype=maintype, subtype=subtype, filename=filename)
    release = pressparse.parse_bytes(mail.as_bytes(), name="a.eml")
    assert release.title
    assert release.title.endswith("reaches its orbit") or release.title.startswith("Un satellite équipé")
    assert (release.format, release.date, release.source) == ("email", dt.date(2019, 5, 5), "a.eml")


def test_a_mail_may_be_attached_as_it_is() -> None:
    """So programs forward one."""
    mail = message("See below.", Subject="Fwd: x")
    mail.add_attachment(message(TEXT * 3, Subject="A satellite reaches its orbit"))
    assert pressparse.parse_bytes(mail.as_bytes()).title == "A satellite reaches its orbit"


def test_a_body_that_is_the_release_stays() -> None:
    """What is attached to it is beside it; so is what is attached and shorter, empty, unreadable or unknown."""
    for text, attached, filename in [
        (TEXT * 20, TEXT * 40, "long.txt"),
        (TEXT, "Short", "short.txt"),
        (TEXT, " ", "empty.txt"),
        (TEXT, "%PDF-", "broken.pdf"),
        (TEXT, "{\\rtf", "a.txt"),
        (TEXT, "PK\x03\x04", "a.docx"),
    ]:
        mail = message(text)
        mail.add_attachment(attached.encode(), maintype="application", subtype="octet-stream", filename=filename)
        assert document_of(mail).text.strip() == text.strip()


def test_an_attachment_that_cannot_be_read_is_said() -> None:
    """The release may have been in it, unless the body is long enough to be one."""
    office = "a zip archive or an office document, which this version does not read"
    for text, data, filename, said in [
        ("See below.", b"%PDF-1.4", "a.pdf", ["not read: a.eml: a.pdf: a damaged PDF file"]),
        ("See below.", b"PK\x03\x04", "a.docx", [f"not read: a.eml: a.docx: {office}"]),
        ("See below.", b"\x89PNG\r\n", "a.png", []),
        (TEXT * 20, b"%PDF-1.4", "a.pdf", []),
    ]:
        mail = message(text)
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=filename)
        found = pressparse.parse_bytes(mail.as_bytes(), name="a.eml").diagnostics
        assert [one.message for one in found if one.code == "input-truncated"] == said


UNREADABLE = {
    "no text": (HEAD + b"\n", "a mail without text"),
    "a picture alone": (HEAD + b"Content-Type: image/png\n\nx", "a mail without text"),
    "an empty mail attached": (HEAD + b"Content-Type: message/rfc822\n\n", "a mail without text"),
    "encrypted": (HEAD + b"Content-Type: application/pkcs7-mime\n\nMIAG", "an encrypted mail"),
    "binary": (HEAD + b"Content-Transfer-Encoding: base64\n\nAAECAwQFBgcICQAAAAAAAAAAAAA=\n", "binary data in the place of a mail's text"),
    "nested parts": (HEAD + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2000)), "a mail of too many parts inside of each other"),
    "nested mails": (HEAD + b"Content-Type: message/rfc822\n\n" + (HEAD + b"Content-Type: message/rfc822\n\n") * 5 + HEAD + b"\nText", "mails inside of each other, more than 3 deep"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNREADABLE)
def test_mails_without_text_are_refused(name: str) -> None:
    """The error says why."""
    data, reason = UNREADABLE[name]
    with pytest.raises(UnreadableError) as caught:
        document_of(data)
    assert str(caught.value) == f"a.eml: {reason}"


def test_formats_are_given() -> None:
    """Whoever reads mails says what their parts are read by; without anything a page is a text."""
    mail = HEAD + b"Content-Type: text/html\n\n<p>Text"
    assert mail_format(lambda _: None).to_text(Source("a.eml", mail)).text == "<p>Text"


def test_a_multipart_without_parts_is_read_as_text() -> None:
    """Its boundary was lost on the way."""
    assert document_of(HEAD + b"Content-Type: multipart/mixed\n\nText").text == "Text"


def test_what_is_left_out_is_said() -> None:
    """Of thousands of parts or millions of characters only the first are read."""
    parts = HEAD + b"Content-Type: multipart/mixed; boundary=z\n\n" + b"--z\n\nText\n" * 300 + b"--z--"
    nested = HEAD + b"Content-Type: multipart/mixed; boundary=y\n\n--y\n" + parts[len(HEAD) :] + b"\n--y--"
    long = HEAD + b"\n" + b"word " * 250_000
    for mail in (parts, nested, long):
        document = document_of(mail)
        assert [found.code for found in document.diagnostics] == ["input-truncated"]
        assert len(document.text) <= 1_000_000


def test_a_mail_of_megabytes_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is of the file, what was read of it stands."""
    monkeypatch.setattr("pressparse.formats.mail._MOST_BYTES", 200)
    document = document_of(message(TEXT * 20))
    assert document.text.startswith("The agencies")
    assert [found.code for found in document.diagnostics] == ["input-truncated"]


def test_a_page_saved_as_a_mail_is_a_page() -> None:
    """Browsers save a page with its pictures so; it has no subject."""
    page = (
        b"Content-Type: text/html\nContent-Location: https://x.example/\n\n<!doctype html><title>x</title><p>Text</p>"
    )
    mail = b"From: <Saved by Blink>\nSnapshot-Content-Location: https://x.example/\nSubject: x\nMIME-Version: 1.0\n"
    document = document_of(mail + b"Content-Type: multipart/related; boundary=z\n\n--z\n" + page + b"\n--z--\n")
    assert (document.text, document.format, document.heading) == ("Text", "html", None)


def test_charsets_of_parts_count() -> None:
    """A part says how it is to be decoded; if it is wrong, its bytes do."""
    page = b"Content-Type: text/html; charset=%s\n\n<meta charset=koi8-r><p>Communiqu\xe9 de f\xe9vrier, pr\xe9sent\xe9"
    assert document_of(HEAD + page % b"windows-1252").encoding == pressparse.Encoding(name="cp1252", how="declared")
    text = b"Content-Type: text/plain; charset=utf-8\n\nCommuniqu\xe9 de f\xe9vrier, pr\xe9sent\xe9 \xe0 la presse"
    assert document_of(HEAD + text).encoding == pressparse.Encoding(name="cp1252", how="detected")


BROKEN_PARAMETERS = [
    "Content-Type: text/plain; charset*=\0''utf-8",
    "Content-Type: text/plain; charset*=\0''utf-8\nContent-Disposition: attachment",
    "Content-Type: other/plain; charset=utf-8\0\nContent-Disposition: attachment; filename=x.txt",
    "Content-Type: text/plain\nContent-Disposition: attachment; filename*=\0''x.txt",
    "Content-Type: text/plain\nContent-Disposition: attachment; filename*=idna''%ff.txt",
]


@pytest.mark.parametrize("header", BROKEN_PARAMETERS)
def test_parameters_in_charsets_that_are_none_are_left_out(header: str) -> None:
    """The standard library raises for them; the text is read all the same."""
    data = f"From: a@b.fr\nMIME-Version: 1.0\n{header}\n\nThe probe has landed.\n".encode()
    assert pressparse.parse_bytes(data, name="x.eml").to_dict()["text"].strip() == "The probe has landed."
