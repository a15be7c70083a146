"""Results and figures as tables for anyone's questions: a DuckDB file, or a folder of Parquet files.

One row a report (`reports`), a finding (`findings`) and a figure (`figures`); the rows of a file are replaced together,
in one transaction, so that a run that is killed leaves neither half a report nor one twice.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.batch.records import Judged
from checker.errors import InputError

if TYPE_CHECKING:
    import duckdb

TABLES: Mapping[str, Mapping[str, str]] = {
    "reports": {
        "file": "VARCHAR", "content": "VARCHAR", "year": "INTEGER", "organisation": "VARCHAR", "level": "VARCHAR",
        "kind": "VARCHAR", "layout": "VARCHAR", "checked": "INTEGER", "errors": "INTEGER", "warnings": "INTEGER",
        "notices": "INTEGER", "waived": "INTEGER",
    },
    "findings": {
        "file": "VARCHAR", "number": "INTEGER", "code": "VARCHAR", "name": "VARCHAR", "severity": "VARCHAR",
        "message": "VARCHAR", "hint": "VARCHAR", "basis": "VARCHAR", "section": "VARCHAR", "table_key": "VARCHAR",
        "row_key": "VARCHAR", "column_key": "VARCHAR", "paragraph": "INTEGER", "quote": "VARCHAR",
        "expected": "VARCHAR", "actual": "VARCHAR",
    },
    "figures": {
        "file": "VARCHAR", "section": "VARCHAR", "table_key": "VARCHAR", "row_key": "VARCHAR", "column_key": "VARCHAR",
        "raw": "VARCHAR", "value": "DECIMAL(28, 4)", "state": "VARCHAR",
    },
}  # fmt: skip
"""Columns and types of each table. value is NULL where the cell holds no number."""
_AT_ONCE = 500


class DuckStore:
    """The store at a path: a DuckDB file, or, if it ends with .parquet, a folder with a file for each table.

    Raises InputError if DuckDB is not installed, the file is no such store, or another process writes to it.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._parquet = path, path.suffix == ".parquet"
        self._waiting: dict[str, tuple[str, Judged]] = {}
        self._base = opened(path)
        try:
            for table, columns in TABLES.items():
                listed = ", ".join(f"{name} {kind}" for name, kind in columns.items())
                self._base.execute(f"CREATE TABLE IF NOT EXISTS {table} ({listed})")
        except duck_error() as error:
            raise _refusal(path, error) from error

    def has(self, name: str, content: str) -> bool:
        """Whether the result of this file with this content is in it."""
        if self._waiting.get(name, ("", None))[0] == content:
            return True
        found = self._base.execute("SELECT 1 FROM reports WHERE file = ? AND content = ?", [_plain(name), content])
        return found.fetchone() is not None

    def add(self, name: str, content: str, judged: Judged) -> None:
        """Take a result, in place of what is there of the file."""
        self._waiting[name] = (content, judged)
        if len(self._waiting) >= _AT_ONCE:
            self._write()

    def close(self) -> None:
        """Make what was taken lasting. Raises InputError if it cannot be written."""
        self._write()
        if self._parquet:
            self._export()
        self._base.close()

    def _export(self) -> None:
        for table in TABLES:
            part = self._path / f".{table}-{os.getpid()}.part"
            try:
                self._path.mkdir(exist_ok=True)
                self._base.execute(f"COPY {table} TO '{_quoted(part)}' (FORMAT parquet, COMPRESSION zstd)")
                part.replace(self._path / f"{table}.parquet")
            except (OSError, duck_error()) as error:
                raise _refusal(self._path, error) from error

    def _write(self) -> None:
        if not self._waiting:
            return
        with tempfile.TemporaryDirectory() as scratch:
            parts = {table: Path(scratch) / f"{table}.json" for table in TABLES}
            files = {table: open(part, "w", encoding="utf-8", errors="replace") for table, part in parts.items()}  # noqa: SIM115 - closed together below
            for name, (content, judged) in self._waiting.items():
                for table, row in _rows(_plain(name), content, judged):
                    files[table].write(json.dumps(row, ensure_ascii=False) + "\n")
            for file in files.values():
                file.close()
            try:
                self._base.execute("BEGIN")
                for table, columns in TABLES.items():
                    self._base.execute(
                        f"DELETE FROM {table} WHERE file IN (SELECT file FROM {_read(parts['reports'], 'reports')})"
                    )
                    listed = ", ".join(columns)
                    self._base.execute(f"INSERT INTO {table} SELECT {listed} FROM {_read(parts[table], table)}")
                self._base.execute("COMMIT")
            except duck_error() as error:
                with suppress(duck_error()):
                    self._base.execute("ROLLBACK")
                raise _refusal(self._path, error) from error
        self._waiting = {}


def opened(path: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """A connection to a store. Raises InputError."""
    if path.suffix not in (".duckdb", ".parquet"):
        raise InputError(
            f"{path}：不是结果库；结果库是 .duckdb 文件或 .parquet 文件夹",
            f"{path}: not a store, which is a .duckdb file or a .parquet folder",
        )
    try:
        import duckdb
    except ImportError as error:
        raise InputError(
            "结果库需要 duckdb；请先运行 pip install 'gkcheck[store]'",
            "the store needs duckdb: pip install 'gkcheck[store]'",
        ) from error
    try:
        if path.suffix != ".parquet":
            return duckdb.connect(str(path), read_only=read_only)
        base = duckdb.connect()
        for table in TABLES:
            part = path / f"{table}.parquet"
            if part.is_file():
                base.execute(f"CREATE TABLE {table} AS SELECT * FROM read_parquet('{_quoted(part)}')")
            elif read_only:
                raise InputError(f"{path}：不是结果库", f"{path}: not a store")
        return base
    except duckdb.Error as error:
        raise _refusal(path, error) from error


def duck_error() -> type[Exception]:
    """The class of what DuckDB raises."""
    import duckdb

    return duckdb.Error


def _rows(name: str, content: str, judged: Judged) -> list[tuple[str, dict[str, Any]]]:
    """The rows of a result by table; figures and sides as text with all their digits."""
    line = json.loads("{" + judged.tail, parse_float=str)
    extra = json.loads(judged.rows, parse_float=str, parse_int=str)
    counts = line["counts"]
    report = {
        "file": name, "content": content, "level": extra["level"], "kind": extra["kind"],
        "errors": counts["error"], "warnings": counts["warning"], "notices": counts["notice"],
        "waived": counts["waived"], **{key: line[key] for key in ("year", "organisation", "layout", "checked")},
    }  # fmt: skip
    rows: list[tuple[str, dict[str, Any]]] = [("reports", report)]
    for number, finding in enumerate(line["findings"], 1):
        place = finding["place"]
        row = {key: finding[key] for key in ("code", "name", "severity", "message", "hint", "basis")}
        row |= {"file": name, "number": number, "paragraph": place["paragraph"], "quote": place["quote"]}
        row |= {"section": place["section"], "table_key": place["table"]}
        row |= {"row_key": place["row"], "column_key": place["column"]}
        row |= {side: None if finding[side] is None else str(finding[side]) for side in ("expected", "actual")}
        rows.append(("findings", row))
    for section, table, row_key, column, raw, value, state in extra["figures"]:
        figure = {"file": name, "section": section, "table_key": table, "row_key": row_key, "column_key": column}
        rows.append(("figures", {**figure, "raw": raw, "value": value, "state": state}))
    return rows


def _read(part: Path, table: str) -> str:
    columns = ", ".join(f"{name}: '{kind}'" for name, kind in TABLES[table].items())
    return f"read_json('{_quoted(part)}', format = 'newline_delimited', columns = {{{columns}}})"


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _plain(name: str) -> str:
    """A file's name as text, whatever bytes it is of."""
    return name.encode("utf-8", "replace").decode()


def _refusal(path: Path, error: Exception) -> InputError:
    first = str(error).splitlines()[0] if str(error) else type(error).__name__
    return InputError(f"结果库 {path} 不能用（{first}）", f"the store {path} cannot be used ({first})")
