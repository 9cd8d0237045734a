"""Records as ninjs and as schema.org articles, held against the published schemas."""

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs
import pytest
from export_samples import CASES, EMPTY, HOSTILE_RELEASE, RELEASES, SEED, TESTS, named
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import pressparse
from pressparse.exports.articles import news_article
from pressparse.exports.ninjs import news_object

Json: TypeAlias = Any  # a JSON value

SCHEMAS = TESTS / "schemas"
SAMPLES = [*RELEASES, EMPTY, HOSTILE_RELEASE]
NAMES = [*(case.name for case in CASES), "empty", "hostile"]


NINJS = json.loads((SCHEMAS / "ninjs-3.1.json").read_text("utf-8"))
GEOJSON = json.loads((SCHEMAS / "geojson.json").read_text("utf-8"))
REGISTRY: Registry[Json] = Registry().with_resource(GEOJSON["$id"], Resource.from_contents(GEOJSON))
DATE_TIME = Draft202012Validator.FORMAT_CHECKER


@pytest.mark.parametrize("release", SAMPLES, ids=NAMES)
def test_ninjs_is_valid(release: pressparse.Release) -> None:
    """IPTC's own schema, which allows no property that it does not know, accepts every release."""
    validator = Draft202012Validator(NINJS, registry=REGISTRY, format_checker=DATE_TIME)
    assert [error.message for error in validator.iter_errors(news_object(release))] == []


def test_ninjs_says_what_the_record_says() -> None:
    """The places where newsrooms look."""
    news = news_object(SEED)
    assert news["headlines"][0]["value"] == "CNES, JAXA and ISAS readying for MMX mission"
    assert news["altIds"] == [{"role": "reference", "value": "PR168-2017"}]
    assert [(person["name"], person["rel"]) for person in news["people"]] == [
        ("Fabienne Lissak", "press contact"),
        ("Pascale Bresson", "press contact"),
        ("Raphaël Sart", "press contact"),
        ("Jean-Yves Le Gall", "quoted"),
    ]


@pytest.mark.parametrize(
    ("embargo", "until"),
    [
        ("2024-03-14T00:01+00:00", "2024-03-14T00:01:00+00:00"),
        ("2024-03-14T00:01", "2024-03-14T00:01:00-12:00"),
        ("2024-03-14", "2024-03-14T00:00:00-12:00"),
    ],
)
def test_no_embargo_ends_too_early(embargo: str, until: str) -> None:
    """Without a printed zone it ends when it is over everywhere on earth; the note says what is printed."""
    news = news_object(pressparse.Release.from_dict({**SEED.to_dict(), "embargo": embargo}))
    assert (news["embargoedUntil"], news["edNote"]) == (until, f"Embargo as printed: {embargo}")


def test_an_identity_is_that_of_the_content() -> None:
    """The same bytes have the same name; a text stands for its bytes, a record for itself."""
    uris = [news_object(release)["uri"] for release in (SEED, pressparse.parse(SEED.text or ""))]
    assert uris[0] == uris[1] == "ni:///sha-256;mrdn4vkIdel5s7mVlHNFqlFV1_EMgWqiGCHNmTTqXAM"
    assert news_object(attrs.evolve(SEED, digest=None, text=None))["uri"] not in uris


VOCABULARY = json.loads((SCHEMAS / "schemaorg-30.0.json").read_text("utf-8"))


PUBLISHED = TESTS.parents[1] / "shared" / "schemas" / "schemaorg-current-https.jsonld"


def named_in(node: Json, key: str) -> list[str]:
    """Return the names of what `node` refers to by `key`."""
    found = node.get(f"schema:{key}", node.get(f"rdfs:{key}", []))
    return sorted(one["@id"].removeprefix("schema:") for one in (found if isinstance(found, list) else [found]))


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published vocabulary is not beside this checkout")
def test_the_extract_is_that_of_the_published_vocabulary() -> None:
    """Nothing was left out of it but what is superseded, and nothing put in."""
    graph = json.loads(PUBLISHED.read_text("utf-8"))["@graph"]
    nodes = {node["@id"].removeprefix("schema:"): node for node in graph if node["@id"].startswith("schema:")}
    assert {
        "classes": {
            name: named_in(node, "subClassOf") for name, node in nodes.items() if "rdfs:Class" in node["@type"]
        },
        "properties": {
            name: {"domain": named_in(node, "domainIncludes"), "range": named_in(node, "rangeIncludes")}
            for name, node in nodes.items()
            if "rdf:Property" in node["@type"] and "schema:supersededBy" not in node
        },
    } == VOCABULARY


def ancestors(name: str) -> set[str]:
    """Return a class with all that it is a kind of."""
    return {name}.union(*(ancestors(parent) for parent in VOCABULARY["classes"].get(name, [])))


def outside_the_vocabulary(node: Json) -> Iterator[str]:
    """Yield what schema.org does not allow: a type, a property of its type, a value of its property."""
    kind = node["@type"]
    if kind not in VOCABULARY["classes"]:
        yield kind
    for name, value in node.items():
        if name.startswith("@"):
            continue
        known = VOCABULARY["properties"].get(name, {"domain": [], "range": []})
        if not ancestors(kind) & set(known["domain"]):
            yield f"{kind}.{name}"
        for item in value if isinstance(value, list) else [value]:
            kinds = ancestors(item["@type"]) if isinstance(item, dict) else {"Text", "Date", "URL"}
            if not kinds & set(known["range"]):
                yield f"{kind}.{name}: {item}"
            if isinstance(item, dict):
                yield from outside_the_vocabulary(item)


@pytest.mark.parametrize("release", SAMPLES, ids=NAMES)
def test_every_property_is_one_of_its_type(release: pressparse.Release) -> None:
    """Domains and ranges are those of the vocabulary."""
    article = news_article(release)
    assert article["@context"] == "https://schema.org"
    assert [*outside_the_vocabulary(article)] == []


def test_the_check_of_the_vocabulary_finds_what_is_wrong() -> None:
    """A check that finds nothing fails."""
    point = {"@type": "ContactPoint", "email": {"@type": "Person"}}
    wrong = {"@type": "NewsArticle", "contactPoint": point, "headlines": "x", "publisher": {"@type": "Orgnization"}}
    assert [*outside_the_vocabulary(wrong)] == [
        "NewsArticle.contactPoint",
        "ContactPoint.email: {'@type': 'Person'}",
        "NewsArticle.headlines",
        "NewsArticle.headlines: x",
        "NewsArticle.publisher: {'@type': 'Orgnization'}",
        "Orgnization",
    ]


def test_contacts_are_contact_points_of_the_publisher() -> None:
    """And people are persons."""
    article = news_article(SEED)
    (publisher,) = article["publisher"]
    assert [point["telephone"] for point in publisher["contactPoint"]] == [
        ["+33144767837"],
        ["+33144767539"],
        ["+33144767451"],
    ]
    assert article["mentions"][0] == {
        "@type": "Person",
        "name": "Fabienne Lissak",
        "jobTitle": "Head of Media",
        "worksFor": {"@type": "Organization", "name": "CNES"},
    }
    assert article["hasPart"][0]["spokenByCharacter"] == {"@type": "Person", "name": "Jean-Yves Le Gall"}


def test_several_issuers_have_their_own_contacts() -> None:
    """Who belongs to a later issuer stands there, all others with the first."""
    joint = next(release for release in RELEASES if len(release.issuers) > 1)
    first, *others = (issuer.name for issuer in joint.issuers)
    contacts = (*(attrs.evolve(named(name), organization=name) for name in others), named("ESTEC"))
    publishers = news_article(attrs.evolve(joint, contacts=contacts))["publisher"]
    assert [(one["name"], [point["name"] for point in one["contactPoint"]]) for one in publishers] == [
        (first, ["ESTEC"]),
        *((name, [name]) for name in others),
    ]


def test_an_unknown_issuer_is_named_by_its_contacts() -> None:
    """Without a profile there is no other name."""
    (publisher,) = news_article(attrs.evolve(SEED, profile="generic"))["publisher"]
    assert publisher["name"] == "CNES"
