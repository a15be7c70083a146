"""A faulty report is refused with its finding, a clean one passes, own rules are proved; Chinese names throughout."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copy, copyfile, copytree, ignore_patterns

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
PARTS = ("checker", "rules", "schemas", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
MOST_SECONDS = 540  # building the environment is the network's matter; it must not hang for ever
PROVED = """rule LC001 local-total
    title     本县申请总数写明
    severity  error
    basis     本县通知
    years     2019..
    require   requests[received, total] >= 0
    message   本年新收总计为{requests[received, total]}
    hint      核对本年新收
    fails     set requests[received, total] = -1
    passes    set requests[received, total] = 0
"""
UNPROVED = PROVED.replace("fails     set requests[received, total] = -1", "fails     set requests[received, total] = 1")


class Repository:
    """A repository with gkcheck's hooks installed."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder, self._environment = folder, environment

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command in the repository."""
        return subprocess.run(
            words,
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            timeout=MOST_SECONDS,
            check=False,
        )

    def commit(self, *names: str) -> subprocess.CompletedProcess[str]:
        """Add files and commit them, through the hooks."""
        added = self.run("git", "add", "--", *names)
        assert added.returncode == 0, added.stderr
        return self.run("git", "commit", "-m", "年报")

    def take_back(self, *names: str) -> None:
        """Out of the index and the folder again."""
        self.run("git", "rm", "-q", "--cached", "-f", "--", *names)
        for name in names:
            (self.folder / name).unlink()


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    home = tmp_path_factory.mktemp("home")
    names = {f"GIT_{who}_{what}": f"{who}@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    own = {"HOME": str(home), "PRE_COMMIT_HOME": str(home / "pre-commit"), "GKCHECK_CACHE": str(home / "cache")}
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, **names, **own, "PATH": tools, "PYTHONUTF8": "1", "GIT_CONFIG_NOSYSTEM": "1"}


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> tuple[Path, str]:
    """This tree, as it is now, as a repository that pre-commit can clone, and its revision."""
    folder = tmp_path_factory.mktemp("gkcheck")
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            copytree(source, folder / name, ignore=ignore_patterns("__pycache__"))
        else:
            copy(source, folder / name)
    tree = Repository(folder, environment)
    for words in (("git", "init", "-q"), ("git", "add", "-A"), ("git", "commit", "-q", "-m", "as it is")):
        assert tree.run(*words).returncode == 0
    return folder, tree.run("git", "rev-parse", "HEAD").stdout.strip()


@pytest.fixture(scope="module")
def repository(
    tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str], hooks: tuple[Path, str]
) -> Iterator[Repository]:
    source, revision = hooks
    folder = tmp_path_factory.mktemp("年报")
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {source}\n  rev: {revision}\n  hooks:\n  - id: gkcheck\n  - id: gkcheck-rules\n",
        encoding="utf-8",
    )
    made = Repository(folder, environment)
    assert made.run("git", "init", "-q").returncode == 0
    installed = made.run("pre-commit", "install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    yield made


def test_a_faulty_report_is_refused_with_its_finding(repository: Repository) -> None:
    name = "云岭县 2023年报.docx"
    copyfile(EXAMPLES / "faulty-2021.docx", repository.folder / name)
    result = repository.commit(name)
    said = result.stdout + result.stderr
    assert result.returncode != 0
    assert name in said
    assert "GK401" in said
    assert repository.run("git", "log").returncode != 0  # no commit was made
    repository.take_back(name)


def test_a_clean_report_and_other_files_pass(repository: Repository) -> None:
    copyfile(EXAMPLES / "compliant-2021.docx", repository.folder / "云岭县2023年报.docx")
    copyfile(EXAMPLES / "compliant-2019.docx", repository.folder / "云岭县2020年报.docx")
    (repository.folder / "~$云岭县2023年报.docx").write_bytes(b"owner")
    (repository.folder / "说明.txt").write_text("说明", encoding="utf-8")
    result = repository.commit("云岭县2023年报.docx", "云岭县2020年报.docx", "~$云岭县2023年报.docx", "说明.txt")
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_settings_of_the_repository_hold(repository: Repository) -> None:
    name = "存档.docx"
    copyfile(EXAMPLES / "faulty-2021.docx", repository.folder / name)
    waiver = f'[[waiver]]\ncode = "GK"\nfile = "/{name}"\nreason = "存档，不再更改"\n'
    (repository.folder / "gkcheck-waivers.toml").write_text(waiver, encoding="utf-8")
    result = repository.commit(name, "gkcheck-waivers.toml")
    assert result.returncode == 0, result.stdout + result.stderr


def test_rules_of_the_repository_are_proved(repository: Repository) -> None:
    (repository.folder / "规则").mkdir()
    path = repository.folder / "规则" / "本县.rules"
    path.write_text(UNPROVED, encoding="utf-8")
    refused = repository.commit("规则/本县.rules")
    assert refused.returncode != 0
    assert "LC001" in refused.stdout + refused.stderr
    assert "没有报告" in refused.stdout + refused.stderr
    path.write_text(PROVED, encoding="utf-8")
    result = repository.commit("规则/本县.rules")
    assert result.returncode == 0, result.stdout + result.stderr
