"""Say which places a question finds on a built site, and why: `python -m publishing.search "vraag" [site]`."""

import sys
from pathlib import Path

from publishing.search import why


def main() -> None:
    """Read the command line."""
    question, site = [*sys.argv[1:], "site"][:2]
    print(why(question, Path(site)))


if __name__ == "__main__":
    main()
