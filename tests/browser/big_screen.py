"""The big screen, by what the room sees."""

from playwright.sync_api import Locator, Page


class BigScreen:
    """The page that is projected or shared."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self._base = base

    def open(self, token: str) -> None:
        """Follow the link of the big screen."""
        self.page.goto(f"{self._base}/enter#{token}")
        self.page.wait_for_url("**/stage/**")

    @property
    def heading(self) -> Locator:
        """The one h1."""
        return self.page.get_by_role("heading", level=1)

    @property
    def body(self) -> Locator:
        """Everything that can be seen."""
        return self.page.locator("body")

    @property
    def results(self) -> Locator:
        """The drawing, and the table behind it."""
        return self.page.get_by_role("figure")

    def line(self, answer: str) -> Locator:
        """One line of the results' table."""
        return self.results.get_by_role("row").filter(has_text=answer)

    def column(self, title: str) -> Locator:
        """A column of the board with its ideas."""
        heading = self.page.get_by_role("heading", name=title)
        return self.page.locator(".stage-board__column").filter(has=heading)
