"""What the installation says about itself: two pages that anybody can read, without a cookie."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from facilitator import paths
from facilitator.web import about


@pytest.fixture
def reader() -> FlaskClient:
    """Somebody who was never here before."""
    app = Flask("facilitator", template_folder=str(paths.templates()))
    app.register_blueprint(about.bp)
    app.jinja_env.globals["asset"] = "/static/{}".format
    return app.test_client()


@pytest.mark.parametrize(("address", "heading"), [("/accessibility", "Accessibility"), ("/privacy", "Privacy")])
def test_a_page_about_the_installation_can_be_read_by_anybody(reader: FlaskClient, address: str, heading: str) -> None:
    reply = reader.get(address)
    page = reply.get_data(as_text=True)

    assert reply.status_code == 200
    assert "Set-Cookie" not in reply.headers
    assert re.findall(r"<h1[^>]*>([^<]*)</h1>", page) == [heading]
    assert '<link rel="stylesheet" href="/static/about.css">' in page


@pytest.mark.parametrize("address", ["/accessibility", "/privacy"])
def test_every_page_has_a_way_past_its_header_and_two_live_regions(reader: FlaskClient, address: str) -> None:
    page = reader.get(address).get_data(as_text=True)

    assert page.index('href="#main"') < page.index("<header")
    assert [page.count(role) for role in ('role="status"', 'role="alert"', 'id="main"')] == [1, 1, 1]
    assert all(link in page for link in ('href="/accessibility"', 'href="/privacy"'))


def test_nothing_in_a_page_needs_what_its_policy_forbids(reader: FlaskClient) -> None:
    page = reader.get("/privacy").get_data(as_text=True)

    assert " style=" not in page
    assert "<script" not in page
    assert not re.search(r'(src|href)="(https?:)?//', page)
