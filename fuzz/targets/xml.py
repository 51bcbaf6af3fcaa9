"""Kamerstukken in XML."""

from tests import small

from fuzz.official import examined
from fuzz.oracle import Target, refusing
from mivdcli.sources.readers import read

_BODY = (
    "<officiele-publicatie><metadata/><kamerstuk><stuk><algemeen><vrije-tekst>{}</vrije-tekst></algemeen></stuk></kamerstuk>"
    "</officiele-publicatie>"
)


def one(data: bytes) -> None:
    with refusing():
        examined(read(data, "letter.xml"))


def seeds() -> list[bytes]:
    bodies = (
        "<al>One <nadruk type='vet'>two</nadruk> three.</al>",
        "<divisie><kop><nr>1.2</nr><titel>Boats</titel></kop><al>Text<noot id='1'><noot.nr>1</noot.nr><noot.al>Note.</noot.al></noot>.</al></divisie>",
        "<lijst><li><li.nr>a.</li.nr><al>First</al></li><li><li.nr>b.</li.nr><lijst><li><al>Inner</al></li></lijst></li></lijst>",
        "<table><title>T</title><tgroup><tbody><row><entry><al>1</al></entry><entry>2</entry></row></tbody></tgroup></table>",
        "<tekst-sluiting><ondertekening><functie>The keeper,</functie><naam><voornaam>A.</voornaam><achternaam>B</achternaam></naam></ondertekening></tekst-sluiting>",
        "<tussenkop kopopmaak='cur'>Head</tussenkop>loose<al/>tail<?pi x?><!-- c --><![CDATA[ <x> ]]>",
        "<al>A<lijst><li><al>in</al></li></lijst>B<noot/></al>",
    )
    old = "<?xml version='1.0' encoding='ISO-8859-1'?><kamerwrk><frontm/><stuk><tuskop letat='vet'>H</tuskop><al>\xe9n</al></stuk><voetnoot nr='1'><al>n</al></voetnoot></kamerwrk>"
    entity = "<?xml version='1.0'?><!DOCTYPE kamerwrk [<!ENTITY a 'b'>]><kamerwrk><stuk><al>&a;</al></stuk></kamerwrk>"
    both = [small.as_xml(texts).encode() for texts in (small.OFFICIAL_PLAN, small.OFFICIAL_REPORT)]
    return [*both, *(_BODY.format(body).encode() for body in bodies), old.encode("latin-1"), entity.encode()]


TARGET = Target(
    one, seeds,
    ("<al>", "</al>", "<noot>", "</noot>", "<noot/>", "<lijst>", "<li>", "<li.nr>", "<kop>", "<nr>", "<titel>", "<table>", "<row>",
     "<entry>", "<divisie>", "<tussenkop>", "<nadruk>", "<voetnoot nr='1'>", "<tekst-sluiting>", "<naam>", "<![CDATA[", "]]>",
     "<!--", "-->", "<?", "?>", "<!DOCTYPE", "<!ENTITY", "&amp;", "&#0;", "&#x1b;", "<extref>", "<dossier>", "<dossiernr>"),
    8192,
)  # fmt: skip
