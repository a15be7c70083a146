"""Builds real .docx reports for the tests: what they say (Spec) and how they are set (Shape)."""

from __future__ import annotations

from tests.builders.build import build
from tests.builders.shapes import SHAPES, Shape, random_shape
from tests.builders.spec import Spec
from tests.builders.write import random_spec

__all__ = ["SHAPES", "Shape", "Spec", "build", "random_shape", "random_spec"]
