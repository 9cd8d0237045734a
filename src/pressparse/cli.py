"""The entry of the command `pressparse`. It works without the extra `cli`, to say that it is missing."""

import io
import sys

_USAGE = 2


def main() -> None:
    """Run the command; without its extra say what to install."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # where not all of Unicode can be shown, the rest is escaped
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        from pressparse.commands import pressparse  # noqa: PLC0415 - click and rich may not be installed

        pressparse()
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"click", "rich"}:
            raise
        sys.stderr.write("pressparse: the command needs an extra, install it by: pip install 'pressparse[cli]'\n")
        sys.exit(_USAGE)
