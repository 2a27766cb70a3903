"""What the house says when it does not serve a request."""

import pytest

from tests.web.conftest import Home


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/api/act", {"POST", "OPTIONS"}),
        ("PUT", "/api/state", {"GET", "HEAD", "OPTIONS"}),
    ],
)
def test_a_wrong_method_is_told_which_ones_are_right(home: Home, method: str, path: str, allowed: set[str]) -> None:
    reply = home.building.app.test_client().open(path, method=method)

    assert (reply.status_code, reply.get_json()["code"]) == (405, "bad_shape")
    assert set(reply.headers["Allow"].split(", ")) == allowed
