"""What a command says while it works."""

import sys
import time


class Progress:
    """Says on the error stream what is being done, and at the end how long it took."""

    def __init__(self) -> None:
        self._start = time.perf_counter()

    def __call__(self, step: str) -> None:
        print(f"{self.seconds():6.2f}s  {step}", file=sys.stderr, flush=True)

    def seconds(self) -> float:
        """Since the command began."""
        return time.perf_counter() - self._start
