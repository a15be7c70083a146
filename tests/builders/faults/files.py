"""GK010–GK016: what a Word file holds beside its text."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.builders.faults import Fault, Planted, sentence
from tests.builders.spec import Extra, Spec


def _extra(code: str, name: str, *extras: Extra) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted:
        return Planted(replace(spec, extras=extras))

    return Fault(code, name, plant)


def _metadata(name: str, **values: str) -> Fault:
    def plant(spec: Spec, rng: random.Random) -> Planted:
        return Planted(replace(spec, metadata=values))

    return Fault("GK015", name, plant)


FILE_FAULTS = (
    _extra("GK010", "insertion-left", Extra("insertion", "（此句为审核时补充。）")),
    _extra("GK010", "deletion-left", Extra("deletion", "该项工作尚未完成。")),
    _extra("GK010", "move-left", Extra("move", "并按规定公示。", "problems")),
    _extra("GK010", "format-change-left", Extra("format", "确保实效。")),
    _extra("GK010", "insertion-in-preface", Extra("insertion", "欢迎监督。", "preface")),
    _extra("GK011", "comment-left", Extra("comment", "这个数请再核对一下")),
    _extra("GK011", "two-comments-left", Extra("comment", "口径？"), Extra("comment", "删掉这一句", "problems")),
    _extra("GK012", "hidden-run", Extra("hidden", "内部掌握：本段暂不对外。")),
    _extra("GK012", "hidden-by-style", Extra("hidden_style", "以上数据由某科提供，未核实。", "other")),
    _extra("GK013", "macro", Extra("macro", where="")),
    _extra("GK013", "ole-object", Extra("ole")),
    _extra("GK013", "embedded-workbook", Extra("embedded", where="problems")),
    _extra("GK013", "activex-control", Extra("activex")),
    _extra("GK014", "linked-picture", Extra("link_picture")),
    _extra("GK014", "linked-template", Extra("link_template", where="")),
    _extra("GK014", "linked-data", Extra("link_ole", where="problems")),
    _metadata("author", author="张某某"),
    _metadata("company-and-editor", last_editor="李某某", company="某某文印店"),
    _metadata("manager", manager="王某"),
    sentence("GK016", "table-instruction", "该部分以表格形式报告。表格如下：", "disclosure"),
    sentence("GK016", "table-instruction-requests", "该部分以表格形式报告。", "requests"),
)
