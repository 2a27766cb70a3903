"""The big screen, by what the room sees."""

from playwright.sync_api import Locator

from tests.browser.screen import Screen


class BigScreen(Screen):
    """The page that is projected or shared."""

    def open(self, token: str) -> None:
        """Follow the link of the big screen."""
        self.page.goto(f"{self._base}/enter#{token}")
        self.page.wait_for_url("**/stage/**")

    def column(self, title: str) -> Locator:
        """A column of the board with its ideas."""
        heading = self.page.get_by_role("heading", name=title)
        return self.page.locator(".stage-board__column").filter(has=heading)
