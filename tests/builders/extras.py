# ruff: noqa: E501 (XML is kept whole)
"""What an Extra puts into a paragraph: tracked changes, comments, hidden text, objects, links."""

from __future__ import annotations

from tests.builders.shapes import Shape
from tests.builders.spec import Extra
from tests.builders.xml import Needs, text_runs

_BY = 'w:author="审核" w:date="2024-01-05T10:00:00Z"'


def extra_runs(extra: Extra, shape: Shape, needs: Needs) -> str:  # noqa: PLR0911 (one return a kind)
    """XML to stand at the end of a paragraph; "" for what stands in the package alone."""
    text = text_runs(extra.text, shape)
    number = 500 + needs.next()
    match extra.kind:
        case "insertion":
            return f'<w:ins w:id="{number}" {_BY}>{text}</w:ins>'
        case "deletion":
            gone = text.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
            return f'<w:del w:id="{number}" {_BY}>{gone}</w:del>'
        case "move":
            away = f'<w:moveFrom w:id="{number}" {_BY}>{text}</w:moveFrom>'
            return f'{away}<w:moveTo w:id="{number + 100}" {_BY}>{text}</w:moveTo>'
        case "format":
            change = f'<w:rPr><w:b/><w:rPrChange w:id="{number}" {_BY}><w:rPr/></w:rPrChange></w:rPr>'
            return f'<w:r>{change}<w:t xml:space="preserve">{extra.text}</w:t></w:r>'
        case "comment":
            inside = f"<w:p><w:r><w:t>{extra.text}</w:t></w:r></w:p>"
            needs.comments.append(f'<w:comment w:id="{number}" {_BY}>{inside}</w:comment>')
            return f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        case "hidden":
            return text_runs(extra.text, shape, properties="<w:vanish/>")
        case "hidden_style":
            return text_runs(extra.text, shape, properties='<w:rStyle w:val="GhostChar"/>')
        case "ole" | "embedded":
            return '<w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="x" r:id="rIdOle"/></w:object></w:r>'
        case "activex":
            return '<w:r><w:object><w:control r:id="rIdAx" w:name="CheckBox1" w:shapeid="y"/></w:object></w:r>'
        case "link_picture":
            blip = '<a:blip r:link="rIdPic"/>'
            return f'<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="p">{blip}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        case "link_ole":
            return '<w:r><w:object><o:OLEObject Type="Link" ProgID="Excel.Sheet.12" ShapeID="z" r:id="rIdLink"/></w:object></w:r>'
    return ""
