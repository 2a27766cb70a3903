"""What all pages of a session have in common, by what anybody sees."""

from playwright.sync_api import Locator, Page


class Screen:
    """A page of a session."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self._base = base

    @property
    def heading(self) -> Locator:
        """The one h1: which session, or the present thing."""
        return self.page.get_by_role("heading", level=1)

    @property
    def body(self) -> Locator:
        """Everything that can be seen."""
        return self.page.locator("body")

    @property
    def pill(self) -> Locator:
        """How the connection is, in words."""
        return self.page.locator(".pill")

    @property
    def results(self) -> Locator:
        """The drawing of the present question, and the table behind it."""
        return self.page.get_by_role("figure")

    def line(self, answer: str) -> Locator:
        """One line of the results' table."""
        return self.results.get_by_role("row").filter(has_text=answer)
