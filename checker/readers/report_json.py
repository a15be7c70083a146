"""The JSON of `gkcheck parse` as the Report that it was: checked by schemas/report.schema.json where it comes in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from checker import report_json
from checker.errors import InputError
from checker.json_text import load
from checker.resources import folder

if TYPE_CHECKING:
    from checker.report import Report

_QUOTE = 60


def read_report_json(text: str, name: str) -> Report:
    """The report. `name` is the file's name as given, which the report takes on.

    Raises InputError that names the line (no JSON) or the path in the JSON (not what the schema asks).
    """
    try:
        data = load(text)
    except RecursionError:
        raise _unfit("$", "嵌套过深", "nested too deeply") from None
    except json.JSONDecodeError as error:
        raise InputError(
            f"不是有效的 JSON（第{error.lineno}行第{error.colno}列）；请用 gkcheck parse 重新生成",
            f"no valid JSON (line {error.lineno}, column {error.colno}: {error.msg}); make it anew with gkcheck parse",
        ) from None
    except ValueError as error:  # a number of more digits than Python converts
        raise _unfit("$", "数字过长", str(error)[:_QUOTE]) from None
    _check(data)
    try:
        return report_json.from_json(cast("dict[str, Any]", data), name)
    except ValueError:  # a day that no month has
        raise _unfit("$.period", "日期不存在", "no such date") from None


def _check(data: object) -> None:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    schema = json.loads((folder("schemas") / "report.schema.json").read_text(encoding="utf-8"))
    fault = best_match(Draft202012Validator(schema).iter_errors(data))
    if fault is not None:
        shown = fault.message if len(fault.message) <= 2 * _QUOTE else f"fails {fault.validator}"
        raise _unfit(_path(fault.absolute_path), f"{shown}", shown)


def _path(steps: Iterable[str | int]) -> str:
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)


def _unfit(path: str, zh: str, en: str) -> InputError:
    return InputError(
        f"JSON 不是 gkcheck parse 的结果：{path}（{zh}）；请用 gkcheck parse 重新生成",
        f"the JSON is not what gkcheck parse writes: {path} ({en}); make it anew with gkcheck parse",
    )
