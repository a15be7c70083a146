# ruff: noqa: E501 (HTML is kept whole)
"""Reports as web pages: as an office saves them, and as a government site publishes them."""

from __future__ import annotations

from html import escape

from tests.builders.spec import Spec
from tests.forms.parts import Part, cells, parts


def table(part: Part) -> str:
    """A table with rowspan and colspan; blank cells hold a non-breaking space, as editors write them."""
    rows = []
    for row in cells(part.matrix):
        found = []
        for cell in row:
            if cell.above:
                continue
            spans = (f' colspan="{cell.across}"' if cell.across > 1 else "") + (
                f' rowspan="{cell.down}"' if cell.down > 1 else ""
            )
            found.append(f"<td{spans}><p>{escape(cell.text) or '&nbsp;'}</p></td>")
        rows.append(f"<tr>{''.join(found)}</tr>")
    return f'<table border="1"><tbody>{"".join(rows)}</tbody></table>'


def _body(spec: Spec, *, title: bool = True) -> str:
    found = []
    for part in parts(spec):
        if part.kind == "table":
            found.append(table(part))
        elif part.kind == "title":
            found.append(f"<h1>{escape(part.text)}</h1>" if title else "")
        elif part.kind == "heading":
            found.append(f'<p style="font-weight:bold"><strong>{escape(part.text)}</strong></p>')
        else:
            found.append(f"<p>\n　　<span style='font-size:16pt'>{escape(part.text)}</span></p>")
    return "\n".join(found)


def saved(spec: Spec) -> bytes:
    """A document saved as a page: nothing but its paragraphs and tables."""
    return f'<html><head><meta charset="utf-8"><title>文档1</title></head><body>{_body(spec)}</body></html>'.encode()


def fragment(spec: Spec) -> bytes:
    """Paragraphs and tables without a page around them."""
    return _body(spec).encode()


def site(spec: Spec) -> bytes:
    """A page of a government site in gb18030: navigation, scripts, a sidebar and the article in nested layout tables."""
    name = escape("".join(spec.title))
    links = "".join(
        f'<li><a href="/c{i}/">{word}</a></li>'
        for i, word in enumerate(("首页", "要闻", "公开", "服务", "互动", "数据"))
    )
    page = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312" />
<title>{name}_云江市人民政府</title><meta name="SiteName" content="云江市人民政府" /><meta name="ArticleTitle" content="{name}" />
<script type="text/javascript">document.write("<p>脚本写出的文字，不是正文。</p>");</script><style>td{{font-size:12px}}</style></head>
<body><div class="top"><h2 class="logo">云江市人民政府</h2><p>今天是个好日子，欢迎访问本站。</p></div><ul class="nav">{links}</ul>
<table width="1000" align="center" cellpadding="0"><tr><td width="220" valign="top"><table class="left"><tr><td><a href="/zn/">指南</a></td></tr>
<tr><td><a href="/nb/">年报</a></td></tr></table></td><td><table width="100%"><tr><td>当前位置：<a href="/">首页</a> &gt; <a href="/nb/">年报</a></td></tr>
<tr><td align="center"><h1>{name}</h1></td></tr><tr><td>发布时间：{spec.year + 1}-01-20&nbsp;&nbsp;来源：云江市某单位&nbsp;&nbsp;浏览次数：<span id="hits">35</span>
【字号：<a href="javascript:size(16)">大</a> <a href="javascript:size(14)">中</a>】</td></tr>
<tr><td><div id="zoom">{_body(spec, title=False)}</div></td></tr><tr><td><a href="javascript:print()">打印</a> <a href="#">关闭</a></td></tr>
<tr><td>上一篇：<a href="/n1.html">关于另一件事的通知</a></td></tr></table></td></tr></table>
<div class="footer"><p>主办单位：云江市人民政府办公室　地址：云江市中心大道1号　电话：0999-1111111</p><p>网站标识码：0000000000　备案号：某ICP备00000000号</p>
<p style="display:none">不显示的文字。</p></div></body></html>"""
    return page.encode("gb18030")


def broken(spec: Spec) -> bytes:
    """A page whose text stands in one div, its lines parted by br and set in font tags."""
    found = []
    for part in parts(spec):
        text = (
            table(part)
            if part.kind == "table"
            else f'<font face="仿宋_GB2312">&nbsp;&nbsp;&nbsp; {escape(part.text)}</font><br>'
        )
        found.append(text)
    head = "<html><head><meta http-equiv=Content-Type content='text/html; charset=gbk'></head>"
    return f"{head}<body><div class=WordSection1>{'<br>'.join(found)}</div></body></html>".encode("gbk")


def archive(spec: Spec) -> bytes:
    """A page saved as one file (MHTML)."""
    import base64

    body = base64.encodebytes(saved(spec)).decode()
    return (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_x"\r\n\r\n------=_x\r\n'
        'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        f"{body}\r\n------=_x--\r\n"
    ).encode()
