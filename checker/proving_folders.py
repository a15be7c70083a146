"""Proofs of several folders of rules, named by themselves or by files in them, as a pre-commit hook names them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from checker.proof_results import ProofResult
from checker.proving import prove_folder
from checker.resources import folder as package_folder


def prove_folders(paths: Iterable[Path]) -> ProofResult:
    """Prove the folders that are named, or in which the named files of rules lie, each by itself; without any the pack.

    Raises as prove_folder.
    """
    own = package_folder("rules").resolve()
    folders = dict.fromkeys(_folder_of(path) for path in paths)
    result = ProofResult()
    for folder in folders or (None,):
        result += prove_folder(None if folder is None or folder.resolve() == own else folder)
    return result


def _folder_of(path: Path) -> Path:
    """The folder of a pack that a path means: layouts lie in a folder of their own within it."""
    folder = path.parent if path.is_file() else path
    return folder.parent if path.is_file() and folder.name == "layouts" else folder
