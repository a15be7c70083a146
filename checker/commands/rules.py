"""gkcheck rules and gkcheck explain: the rule pack itself."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from checker.commands.common import LANG, RULES, guarded, load, load_here
from checker.commands.help import command, group


@command("explain")
@click.argument("code", metavar="CODE")
@RULES
@LANG
def explain_command(code: str, folders: tuple[Path, ...], lang: str) -> None:
    """说明一条规则：检查什么、依据、何时不适用、例子。"""
    from checker.rule_page import explain

    click.echo(guarded(lang, lambda: explain(code, load_here(folders, lang), lang)), nl=False)


@group("rules")
def rules_group() -> None:
    """规则库：列出、自检。"""


@rules_group.command("list")
@RULES
@LANG
def rules_list(folders: tuple[Path, ...], lang: str) -> None:
    """列出全部规则。"""
    from checker.rule_page import overview

    click.echo(overview(load_here(folders, lang), lang), nl=False)


@rules_group.command("docs")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--check", "checking", is_flag=True, help="只比较，有过时的页退出状态为 1。")
@RULES
@LANG
def rules_docs(folder: Path, checking: bool, folders: tuple[Path, ...], lang: str) -> None:
    """每条规则写一页 Markdown 到文件夹。"""
    from checker.rule_page import pages
    from checker.writing import write_folder

    changed = guarded(lang, lambda: write_folder(folder, pages(load(folders, lang), lang), dry=checking))
    for name in changed:
        click.echo(f"{folder / name}")
    sys.exit(1 if checking and changed else 0)


@rules_group.command("test")
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=click.Path(path_type=Path))
@LANG
def rules_test(paths: tuple[Path, ...], lang: str) -> None:
    """用各规则自带的例子自检规则库，或自检文件夹里（或某些规则文件所在文件夹里）自定的规则。"""
    from checker.proving_folders import prove_folders
    from checker.rule_page import proof_text

    proof = guarded(lang, lambda: prove_folders(paths))
    click.echo(proof_text(proof, lang), nl=False)
    sys.exit(1 if proof.unproved else 0)
