"""What a Word file says in its comments: the words that each is at, and whether Word would take the file."""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree

from rsnms_kg.documents.word.xml import W

CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
# By the schema, only these may hold the marks of a comment; Word refuses text boxes and notes.
HOLDERS = {"p", "hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo"}


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def comments(data: bytes) -> dict[int, list[str]]:
    """The paragraphs of each comment by its id."""
    found = [name for name in parts(data) if name.endswith("comments.xml")]
    root = etree.fromstring(parts(data)[found[0]])
    return {
        int(one.get(W + "id")): ["".join(text.text or "" for text in line.iter(W + "t")) for line in one.iter(W + "p")]
        for one in root.iter(W + "comment")
    }


def marked(data: bytes) -> dict[int, str]:
    """The characters that stand in the file between the marks of each comment."""
    words: dict[int, str] = {}
    open_: set[int] = set()
    for node in etree.fromstring(parts(data)["word/document.xml"]).iter():
        if node.tag == W + "commentRangeStart":
            open_.add(int(node.get(W + "id")))
            words[int(node.get(W + "id"))] = ""
        elif node.tag == W + "commentRangeEnd":
            open_.discard(int(node.get(W + "id")))
        elif node.tag == W + "t":
            for one in open_:
                words[one] += str(node.xpath("string()"))
    return words


def faults(data: bytes) -> list[str]:
    """Why Word would not take the comments of a file."""
    held = parts(data)
    root = etree.fromstring(held["word/document.xml"])
    found: list[str] = []
    ids = sorted(comments(data))
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        nodes = list(root.iter(W + name))
        if sorted(int(node.get(W + "id")) for node in nodes) != ids:
            found.append(f"{name}: not one for each comment")
        for node in nodes:
            around = [etree.QName(one).localname for one in node.iterancestors()]
            holder = around[1] if name == "commentReference" else around[0]
            if holder not in HOLDERS or {"txbxContent", "footnote", "drawing", "pict"} & set(around):
                found.append(f"{name} in {holder}")
    starts = {node.get(W + "id"): at for at, node in enumerate(root.iter()) if node.tag == W + "commentRangeStart"}
    ends = {node.get(W + "id"): at for at, node in enumerate(root.iter()) if node.tag == W + "commentRangeEnd"}
    found += [f"comment {one} ends before it starts" for one in starts if ends.get(one, -1) < starts[one]]
    found += [f"a run in a run: {etree.tostring(run)[:80]!r}" for run in root.iter(W + "r")
              if run.getparent().tag == W + "r"]  # fmt: skip
    types = etree.fromstring(held["[Content_Types].xml"])
    named = [one.get("PartName") for one in types.iter(CONTENT_TYPES + "Override")]
    relations = etree.fromstring(held["word/_rels/document.xml.rels"])
    related = list(relations.iter(RELATIONS + "Relationship"))
    targets = [one.get("Target") for one in related if one.get("Type").endswith("/comments")]
    found += [f"kinds of content: {named.count(one)} of {one}" for one in set(named) if named.count(one) > 1]
    found += ["the ids of relations repeat"] * (len({one.get("Id") for one in related}) < len(related))
    found += [] if len(targets) == 1 else [f"{len(targets)} parts of comments"]
    found += [f"no {one}" for one in targets if posixpath.join("/word", one) not in named]
    return found
