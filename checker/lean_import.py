"""Libraries loaded without what they import for uses that are not ours, which can be most of the time they take."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any


def import_lean(name: str, lent: Mapping[str, Mapping[str, object]]) -> ModuleType:
    """Import a module. lent: stand-ins, name -> members, for the modules that it imports and that are not loaded yet;
    they are there while it is loaded and not afterwards. Raises ImportError.
    """
    loaded = sys.modules.get(name)
    if loaded is not None:
        return loaded
    lacking = [each for each in lent if each not in sys.modules]
    for each in lacking:
        sys.modules[each] = stand_in = ModuleType(each)
        vars(stand_in).update(lent[each])
    try:
        return importlib.import_module(name)
    finally:
        for each in lacking:
            del sys.modules[each]


def later(module: str, member: str) -> Callable[..., Any]:
    """A member of a module for a stand-in: the module is loaded when it is called."""

    def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the member has it
        return getattr(importlib.import_module(module), member)(*given, **named)

    return call
