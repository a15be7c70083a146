"""Libraries loaded without what they import for uses that are not ours, which can be most of the time they take."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable, Mapping
from types import ModuleType

from checker import expressions
from checker.hints import Any


def import_lean(name: str, lent: Mapping[str, Mapping[str, object]]) -> ModuleType:
    """Import a module. lent: stand-ins, name -> members, for the modules that it imports and that are not loaded yet;
    they are there while it is loaded and not afterwards. For a member that a stand-in lacks, its module is loaded.
    The regular expressions that it compiles as it is loaded are had from those kept. Raises ImportError.
    """
    loaded = sys.modules.get(name)
    if loaded is not None:
        return loaded
    stand_ins = {each: _stand_in(each, members) for each, members in lent.items() if each not in sys.modules}
    sys.modules.update(stand_ins)
    sys.modules["re"] = _recalling
    try:
        return importlib.import_module(name)
    finally:
        sys.modules["re"] = re
        for each, stand_in in stand_ins.items():
            if sys.modules.get(each) is stand_in:
                del sys.modules[each]


def _recalled(pattern: Any, flags: int = 0) -> Any:  # noqa: ANN401 - as re.compile has it
    return expressions.compiled(pattern, int(flags)) if type(pattern) is str else re.compile(pattern, flags)


_recalling = ModuleType("re", re.__doc__)
vars(_recalling).update({**vars(re), "compile": _recalled})


def _stand_in(name: str, members: Mapping[str, object]) -> ModuleType:
    made = ModuleType(name)
    vars(made).update(members)

    def lacking(member: str) -> object:
        if member.startswith("__"):
            raise AttributeError(member)
        if sys.modules.get(name) is made:
            del sys.modules[name]
        return getattr(importlib.import_module(name), member)

    vars(made)["__getattr__"] = lacking
    return made


def later(module: str, member: str) -> Callable[..., Any]:
    """A member of a module for a stand-in: the module is loaded when it is called."""

    def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the member has it
        return getattr(importlib.import_module(module), member)(*given, **named)

    return call
