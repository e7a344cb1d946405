"""Before any test module is imported: asserts in what tests share, too, say what was not equal."""

import pytest

pytest.register_assert_rewrite("tests")
