"""Documents that try something, small enough to be made here; run as a program it reads them all, guarded."""

import email.message
import sys
import zlib
from collections.abc import Callable, Iterator

Document = tuple[str, bytes]  # a name, and the bytes

_PAGE = b"<!doctype html><html><body><main><h1>A probe reaches the Moon</h1><p>5 May 2019</p>%s</main></body></html>"

# What a page may refer to, in the hope that somebody fetches, opens or runs it.
CALLS = b"""
<base href="http://127.0.0.1:9/"><link rel="stylesheet" href="http://127.0.0.1:9/a.css"><img src="http://127.0.0.1:9/a.png">
<script src="http://127.0.0.1:9/a.js"></script><script>fetch("http://127.0.0.1:9/")</script>
<iframe src="file:///etc/passwd"></iframe><object data="file:///etc/passwd"></object>
<meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/">
<a href="javascript:alert(1)">Read more</a> <a href="file:///etc/passwd">Annex</a>
"""
ENTITIES = b"""<?xml version="1.0"?>
<!DOCTYPE html [
<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "http://127.0.0.1:9/a.dtd"> %y;
]>
<html xmlns="http://www.w3.org/1999/xhtml"><body><main><h1>A probe reaches the Moon</h1><p>5 May 2019</p>
<p>It flies. &d; &x;</p></main></body></html>
"""


def page(inside: bytes) -> bytes:
    """Return a web page with `inside` in its text."""
    return _PAGE % inside


def pdf(content: bytes, pages: int = 1, *, extra: bytes = b"") -> bytes:
    """Return a PDF file all of whose pages have the same, compressed, `content`; `extra` goes into its catalog."""
    packed = zlib.compress(content, 9)
    fonts = b"/Resources << /Font << /F 5 0 R >> >>"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % extra,
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * pages, pages),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R %s >>" % fonts,
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        font,
    ]
    written = b"%PDF-1.4\n"
    places = []
    for number, value in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Root 1 0 R /Size %d >>\n"
    end = b"startxref\n%d\n%%%%EOF\n" % len(written)
    return written + head % (len(objects) + 1, table, len(objects) + 1) + end


def mail(depth: int = 0, parts: int = 1, name: str = "../../../tmp/taken.txt") -> bytes:
    """Return a mail with attachments called `name`, inside of `depth` other mails."""
    message = email.message.EmailMessage()
    message["Subject"] = "A probe reaches the Moon"
    message.set_content("5 May 2019\n\nIt flies.\n")
    for _ in range(parts):
        message.add_attachment(b"<h1>More</h1><p>It flies far.</p>", maintype="text", subtype="html", filename=name)
    for _ in range(depth):
        outer = email.message.EmailMessage()
        outer["Subject"] = "Fwd"
        outer.set_content("See below.\n")
        outer.add_attachment(message)
        message = outer
    return message.as_bytes()


CURIOUS = b"/OpenAction << /S /Launch /F (/bin/true) >> /AA << /WC << /S /URI /URI (http://127.0.0.1:9/) >> >>"
TEXT = b"BT /F 12 Tf 72 700 Td (A probe reaches the Moon, 5 May 2019) Tj ET "

CALLING: tuple[Document, ...] = (
    ("page.html", page(CALLS)),
    ("entities.xhtml", ENTITIES),
    ("mail.eml", mail()),
    ("file.pdf", pdf(TEXT, extra=CURIOUS)),
    (
        "text.txt",
        b"5 May 2019\n\n# A probe\n\n![x](http://127.0.0.1:9/a.png) [y](file:///etc/passwd) `$(touch /tmp/taken)`\n",
    ),
)

# Small files that become large, or deep, where nobody looks.
BOMBS: tuple[Document, ...] = (
    ("deep.html", page(b"<div>" * 200_000 + b"<p>It flies.</p>")),
    ("wide.html", page(b"<p>It flies.</p>" * 20_000)),
    ("tables.html", page(b"<table><tr><td>" * 20_000)),
    ("deep.eml", mail(depth=30)),
    ("wide.eml", mail(parts=1_000)),
    ("blanks.pdf", pdf(b" " * 50_000_000)),
    ("states.pdf", pdf(b"q " * 1_000_000 + TEXT)),
    ("pages.pdf", pdf(TEXT, pages=20_000)),
    ("characters.pdf", pdf(b"BT /F 9 Tf 9 700 Td " + b"(It flies.) Tj " * 20_000 + b"ET", pages=30)),
)


class Guarded(BaseException):
    """Something was done that reading a document has no need of."""


def guard(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse, as an audit hook, what reaches out of the process: files, the network, other programs, new code."""
    name = event.partition(".")[0]
    if name in {"socket", "subprocess", "os", "shutil", "ftplib", "urllib", "webbrowser", "ctypes"}:
        if event in {"os.listdir", "os.scandir", "ctypes.call_function", "ctypes.addressof", "ctypes.string_at"}:
            return  # asked by imports of the interpreter, and by every call of PDFium
        if event.startswith("ctypes.") and not event.startswith("ctypes.dl"):
            return
        raise Guarded(event, arguments)
    if event in {"open", "exec", "compile", "import", "pickle.find_class", "code.__new__"}:
        raise Guarded(event, arguments)


def read_all(read: Callable[[str, bytes], object]) -> Iterator[str]:
    """Read every document once unguarded, so that what is imported late is there, and again with the guard up."""
    for name, data in CALLING:
        read(name, data)
    sys.addaudithook(guard)
    for name, data in CALLING:
        read(name, data)
        yield name


if __name__ == "__main__":
    import pressparse
    from pressparse import exports

    def read(name: str, data: bytes) -> object:
        """Parse a document and write it in every form."""
        release = pressparse.parse_bytes(data, name=name)
        texts = [exports.dumps(release, to) for to in ("json", "csv", "ninjs", "jsonld", "vcard", "markdown")]
        return texts, pressparse.review_page(release), pressparse.explain(release, "title")

    for done in read_all(read):
        sys.stdout.write(f"{done}\n")
