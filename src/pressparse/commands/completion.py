"""`pressparse completion`: the scripts by which shells complete the command, as click writes them."""

import click
from click.shell_completion import get_completion_class

_SHELLS = ("bash", "zsh", "fish", "powershell")
_PROGRAM = "pressparse"
_VARIABLE = "_PRESSPARSE_COMPLETE"  # as click calls it

_EPILOG = """\b
To have it in every new window, add a line to the file that your shell reads when it starts:
  bash        ~/.bashrc                   eval "$(pressparse completion bash)"
  zsh         ~/.zshrc                    eval "$(pressparse completion zsh)"
  fish        ~/.config/fish/config.fish  pressparse completion fish | source
  PowerShell  the file $PROFILE           pressparse completion powershell | Out-String | Invoke-Expression
"""


@click.command("completion", short_help="Print a script by which a shell completes the command.", epilog=_EPILOG)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion_command(ctx: click.Context, shell: str) -> None:
    """Print the script by which SHELL completes commands, options and their values."""
    script = get_completion_class(shell)
    if script is None:
        msg = "this needs click 8.5 or newer, install it by: pip install --upgrade click"
        raise click.UsageError(msg)
    click.echo(script(ctx.find_root().command, {}, _PROGRAM, _VARIABLE).source())
