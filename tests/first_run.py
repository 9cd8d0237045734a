"""Score releases that no rule has seen, once: `python tests/first_run.py FOLDER`.

Writes a page of the folder's name into `docs/accuracy/`. It holds the scores of the first run as they came out, and
every miss; it is written once, a second run refuses.
"""

import sys
from pathlib import Path

from golden import corpus
from scorecard import ROOT, misses, parsed, part_scores, rates


def page(folder: Path) -> str:
    """Return the page about the releases in `folder`, which has an `index.toml` as the corpus has."""
    cases = corpus(folder)
    records = parsed(cases)
    wrong = list(misses(records, cases)) or ["  none"]
    return "\n".join(
        [
            f"## The first run on {len(cases)} releases written last",
            "",
            f"Composed in one sitting in `{folder.resolve().relative_to(ROOT)}/` when the rules were done, and scored",
            "once before any rule was touched again. The misses below the table are all there were.",
            "",
            *rates({name: score for name, score in part_scores(records, cases).items() if score.wanted or score.wrong}),
            "",
            "```",
            *wrong,
            "```",
            "",
        ]
    )


def main() -> int:
    """Write the page; return 1 if it stands already."""
    folder = Path(sys.argv[1])
    target = ROOT / "docs" / "accuracy" / f"{folder.resolve().name}.md"
    if target.exists():
        sys.stderr.write(f"{target.relative_to(ROOT)} holds a first run already\n")
        return 1
    target.parent.mkdir(exist_ok=True)
    target.write_text(page(folder), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
