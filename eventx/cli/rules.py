"""The commands under `eventx rules`: what the rules are, and whether their own examples hold."""

from typing import Annotated

import typer

rules_app = typer.Typer(no_args_is_help=True, help="Lists, shows and checks the rules that find the events.")


@rules_app.command("list")
def list_rules(
    prefix: Annotated[
        str | None, typer.Argument(help="Only rules whose id begins so, such as offer.", show_default=False)
    ] = None,
) -> None:
    """Lists the rules: id and pattern."""
    from eventx.pipeline import default_pipeline

    rules = [rule for rule in default_pipeline().rules if rule.id.startswith(prefix or "")]
    if not rules:
        typer.echo(f"eventx: there is no rule whose id begins with {prefix!r}", err=True)
        raise typer.Exit(2)
    width = max(len(rule.id) for rule in rules)
    for rule in rules:
        typer.echo(f"{rule.id:<{width}}  {rule.name}")


@rules_app.command("show", epilog="Example:\n\n    eventx rules show statement.cue-clause")
def show_rule(
    rule_id: Annotated[str, typer.Argument(metavar="ID", help="The rule's id; eventx rules list has all.")],
) -> None:
    """Shows one rule with its examples and counterexamples."""
    from difflib import get_close_matches

    from eventx.pipeline import default_pipeline

    rules = {rule.id: rule for rule in default_pipeline().rules}
    rule = rules.get(rule_id)
    if rule is None:
        near = get_close_matches(rule_id, rules, n=3)
        hint = f"did you mean {' or '.join(near)}?" if near else "eventx rules list has all"
        typer.echo(f"eventx: there is no rule {rule_id!r}; {hint}", err=True)
        raise typer.Exit(2)
    typer.echo(f"{rule.id}\n  {rule.name}\n\nfinds an event in")
    for example in rule.examples:
        typer.echo(f"  {example}")
    typer.echo("and none in")
    for counterexample in rule.counterexamples:
        typer.echo(f"  {counterexample}")


@rules_app.command("check")
def check_all() -> None:
    """Checks every rule against its own examples and counterexamples; the exit status is 1 where one does not hold."""
    from eventx.check import check_rules
    from eventx.pipeline import default_pipeline

    faults = list(check_rules())
    for fault in faults:
        typer.echo(fault)
    typer.echo(f"{len(default_pipeline().rules)} rules checked, {len(faults)} examples do not hold", err=True)
    if faults:
        raise typer.Exit(1)
