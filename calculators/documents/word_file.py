"""A document as a file for a word processor (.docx: Office Open XML, ECMA-376), made with the standard library alone.

The same document gives the same bytes. What somebody typed only ever becomes text within ``w:t``.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from calculators.documents.filling import DOTS, Block, FilledDocument, Part, Text
from calculators.documents.plain_text import TO_SIGN
from calculators.frame.reading import printable

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
WIDTH = 9638  # twentieths of a point between the margins of A4
LONG_AGO = (1980, 1, 1, 0, 0, 0)

CONTENT_TYPES = f"""{HEAD}<Types xmlns="{PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{MAIN}.styles+xml"/>\
<Override PartName="/word/settings.xml" ContentType="{MAIN}.settings+xml"/>\
<Override PartName="/word/numbering.xml" ContentType="{MAIN}.numbering+xml"/>\
<Override PartName="/word/footer1.xml" ContentType="{MAIN}.footer+xml"/>\
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
</Types>"""

RELATIONS = f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>\
<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
</Relationships>"""

RELATIONS_OF_DOCUMENT = f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{OFFICE}/relationships/styles" Target="styles.xml"/>\
<Relationship Id="rId2" Type="{OFFICE}/relationships/settings" Target="settings.xml"/>\
<Relationship Id="rId3" Type="{OFFICE}/relationships/numbering" Target="numbering.xml"/>\
<Relationship Id="rId4" Type="{OFFICE}/relationships/footer" Target="footer1.xml"/>\
</Relationships>"""

SETTINGS = f"""{HEAD}<w:settings {W}><w:defaultTabStop w:val="708"/><w:compat>\
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
<w:themeFontLang w:val="nl-NL"/></w:settings>"""

NUMBERING = f"""{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>\
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="\u2022"/><w:lvlJc w:val="left"/>\
<w:pPr><w:ind w:left="425" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum>\
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


def _paragraph_style(style: str, name: str, layout: str, letters: str = "", after: str = "Normal") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="{after}"/><w:qFormat/><w:pPr>{layout}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'
    )


def _edges(names: tuple[str, ...]) -> str:
    return "".join(f'<w:{name} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for name in names)


STYLES = (
    f'{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" '
    'w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
    '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    + _paragraph_style("Title", "Title", '<w:spacing w:after="240"/>', '<w:b/><w:sz w:val="36"/><w:szCs w:val="36"/>')
    + _paragraph_style(
        "Heading1",
        "heading 1",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="26"/><w:szCs w:val="26"/>',
    )
    + _paragraph_style(
        "ListBullet",
        "List Bullet",
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/><w:contextualSpacing/>',
        after="ListBullet",
    )
    + _paragraph_style("Cell", "Table Text", '<w:spacing w:before="40" w:after="40"/>', after="Cell")
    + '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders>{_edges(('top', 'left', 'bottom', 'right', 'insideH', 'insideV'))}</w:tblBorders>"
    "</w:tblPr></w:style></w:styles>"
)


def write(document: FilledDocument) -> bytes:
    """Return the bytes of the file."""
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": _document(document),
        "word/_rels/document.xml.rels": RELATIONS_OF_DOCUMENT,
        "word/styles.xml": STYLES,
        "word/settings.xml": SETTINGS,
        "word/numbering.xml": NUMBERING,
        "word/footer1.xml": _footer(document),
        "docProps/core.xml": _properties(document),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every machine
            archive.writestr(entry, text.encode())
    return made.getvalue()


def _escaped(text: str) -> str:
    """Return a text as the content of an element."""
    return printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _document(document: FilledDocument) -> str:
    body = "".join(
        (
            _paragraph(_run(document.title), "Title"),
            *(xml for part in document.parts for xml in _part(part)),
            _paragraph(_run(document.receipt), "Cell"),
        )
    )
    return (
        f'{HEAD}<w:document {W} xmlns:r="{OFFICE}/relationships"><w:body>{body}'
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" '
        'w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _part(part: Part) -> Iterator[str]:
    if part.title:
        yield _paragraph(_run(part.title), "Heading1")
    for block in part.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if block.kind == "alinea":
        yield from (_paragraph(_runs(text)) for text in block.lines)
    elif block.kind == "lijst":
        yield from (_paragraph(_runs(text), "ListBullet") for text in block.lines)
    elif block.kind == "tabel":
        rows = [[_runs(cell) for cell in row] for row in block.rows]
        yield _table([_run(heading) for heading in block.head], rows)
    elif block.kind == "ondertekening":
        yield _signatures(block)


def _signatures(block: Block) -> str:
    """Return a table with a row for each party: who, name, place and day, and room for the signature."""
    rows = [[_runs(party), _run(DOTS), _run(DOTS), "<w:r><w:br/><w:br/></w:r>"] for party in block.lines]
    return _table([_run(heading) for heading in ("Partij", *TO_SIGN)], rows)


def _runs(text: Text) -> str:
    return "".join(_run(run.shown) for run in text)


def _run(text: str) -> str:
    """Return a run of text; a new line in it is a break within the paragraph."""
    lines = (f'<w:t xml:space="preserve">{line}</w:t>' for line in re.split(r"\n", _escaped(text)))
    return f"<w:r>{'<w:br/>'.join(lines)}</w:r>"


def _paragraph(runs: str, style: str = "") -> str:
    layout = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{layout}{runs}</w:p>"


def _table(head: list[str], rows: list[list[str]]) -> str:
    """Return a table whose heading is repeated on each sheet, followed by an empty line."""
    width = WIDTH // len(head)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for _ in head)
    written = _row(head, width, "<w:tblHeader/>") + "".join(_row(row, width) for row in rows)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>'
        '<w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{written}</w:tbl><w:p/>"
    )


def _row(cells: list[str], width: int, kind: str = "") -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(_bold(runs, kind), "Cell")}</w:tc>'
        for runs in cells
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{kind}</w:trPr>{inside}</w:tr>"


def _bold(runs: str, kind: str) -> str:
    return runs.replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>") if kind else runs


def _footer(document: FilledDocument) -> str:
    """Return the foot of each sheet: the title and the number of the sheet."""
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    sheet = _paragraph(_run(f"{document.title}, blad ") + number, "Cell")
    return f"{HEAD}<w:ftr {W}>{sheet}</w:ftr>"


def _properties(document: FilledDocument) -> str:
    """Return title and language of the file, and nothing about who made it or when."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_escaped(document.title)}</dc:title><dc:language>nl-NL</dc:language></cp:coreProperties>"
    )
