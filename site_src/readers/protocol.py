"""What a reader is: the module that reads one form of files into entries."""

from typing import Protocol

from site_src.models import Dump


class Reader(Protocol):
    """A module with these names. To read a new form is to write one and to name it in `READERS`."""

    NAME: str  # what `--format` takes, as `json`
    FORM: str  # what people call the form, as `arXiv listing e-mail`

    def detect(self, text: str) -> bool:
        """Whether the text is of this form, by what it holds; quick, and never by the file's name."""

    def read(self, text: str, name: str) -> Dump:
        """The dump; warnings are in its `problems`. `name` is the file's path, for places.

        Raises InputError with a place and a cure for what cannot be read whole.
        """
