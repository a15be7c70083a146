"""Counted answers as a chart: bars by label, one beside the other for each column."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from checker.errors import InputError

_MOST = 60


def render_chart(columns: Sequence[str], rows: Sequence[Sequence[object]], labels: int, form: str) -> bytes:
    """A chart as the bytes of a file. columns, rows: the first `labels` of them say what is counted; form: png or svg.

    Of more than 60 rows those with the largest numbers are shown. Raises InputError if matplotlib is not installed.
    """
    try:
        import matplotlib

        matplotlib.use("Agg")
        from matplotlib.figure import Figure
    except ImportError as error:
        raise InputError(
            "图表需要 matplotlib；请先运行 pip install 'gkcheck[charts]'",
            "charts need matplotlib: pip install 'gkcheck[charts]'",
        ) from error
    values = [[float(str(value or 0)) for value in row[labels:]] for row in rows]
    shown = sorted(range(len(rows)), key=lambda at: -max(values[at], default=0))[:_MOST]
    shown.sort()
    named = [" ".join("-" if label is None else str(label) for label in rows[at][:labels]) for at in shown]
    series = columns[labels:]
    figure = Figure(figsize=(max(6.0, 0.3 * len(shown) * max(1, len(series)) + 2), 4.5), layout="constrained")
    axes = figure.add_subplot()
    width = 0.8 / max(1, len(series))
    for number, name in enumerate(series):
        places = [at + (number - (len(series) - 1) / 2) * width for at in range(len(shown))]
        axes.bar(places, [values[at][number] for at in shown], width, label=name)
    axes.set_xticks(range(len(shown)), named, rotation=90 if len(shown) > 8 else 0)
    axes.set_xlabel(" ".join(columns[:labels]))
    axes.legend()
    made = BytesIO()
    matplotlib.rcParams["svg.hashsalt"] = "gkcheck"
    metadata = {"Date": None} if form == "svg" else {"Software": None}
    figure.savefig(made, format=form, dpi=120, metadata=metadata)
    return made.getvalue()
