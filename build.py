"""The command `distillate`, run from a checkout: on content/ here where there is one, else on the checkout's own."""

import sys
from pathlib import Path

from site_src.commands import main

HERE = Path("content")

if __name__ == "__main__":
    is_digest = (HERE / "site.yml").exists()
    sys.exit(main(content=HERE if is_digest else Path(__file__).resolve().parent / "content"))
