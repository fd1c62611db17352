"""What a test may ask for instead of what all have: the site under a path of its host, and no service worker."""

import pytest

# For what addresses decide. All else that holds under a path holds at the root.
AT_THE_ROOT_TOO = pytest.mark.parametrize("site", ["root", "path"], indirect=True)
# It takes each page visited to its store, which is half the work of a test that does not ask for it.
WITH_THE_WORKER = pytest.mark.parametrize("context", ["allow"], indirect=True)
