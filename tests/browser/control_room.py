"""The control room, by what a moderator sees and presses."""

from playwright.sync_api import Locator, expect

from tests.browser.screen import Screen


class ControlRoom(Screen):
    """A moderator's page."""

    def open(self, token: str) -> None:
        """Follow a personal link."""
        self.page.goto(f"{self._base}/enter#{token}")
        self.page.wait_for_url("**/control/**")
        expect(self.pill).to_have_text("Connected")

    # --- what it shows ------------------------------------------------------------------------

    @property
    def live(self) -> Locator:
        """What participants have now."""
        return self.page.get_by_role("region", name="Live", exact=True)

    @property
    def next(self) -> Locator:
        """What comes."""
        return self.page.get_by_role("region", name="Next", exact=True)

    @property
    def room(self) -> Locator:
        """Who is here, and what the big screen shows."""
        return self.page.get_by_role("region", name="Room", exact=True)

    @property
    def run(self) -> Locator:
        """The run of show."""
        return self.page.get_by_role("region", name="Run of show")

    @property
    def queue(self) -> Locator:
        """Ideas that wait for review."""
        return self.page.get_by_role("region", name="Waiting for you")

    @property
    def told(self) -> Locator:
        """What the last press did."""
        return self.page.locator(".undo__says")

    def card(self, title: str) -> Locator:
        """A question or a board of the live step."""
        return self.live.get_by_role("article", name=title)

    def line_of(self, question: str, answer: str) -> Locator:
        """One line of a question's table."""
        return self.card(question).get_by_role("row").filter(has_text=answer)

    def idea(self, text: str) -> Locator:
        """A reviewed idea on the board."""
        ideas = self.page.get_by_role("region", name="Ideas", exact=True)
        return ideas.locator("[data-settled]").filter(has_text=text)

    # --- what it does -------------------------------------------------------------------------

    def launch(self) -> None:
        """Press the one big button."""
        self.page.locator(".launch").click()

    def launch_until(self, step: str) -> None:
        """Launch one step after the other until this one is live."""
        title = self.live.locator(".live__title")
        while title.text_content() != step:
            coming = self.next.locator(".screen__title").text_content() or ""
            self.launch()
            expect(title).to_have_text(coming)

    def press(self, button: str, about: str) -> None:
        """Press a button of a question or of a board, titled `about`, and see it become another one."""
        self._press(self.card(about).get_by_role("button", name=f"{button} “{about}”"))

    def press_beside(self, button: str, words: str) -> None:
        """Press a button of an idea, or of an answer in own words, and see it become another one."""
        self._press(self.page.get_by_role("button", name=f"{button} “{words}”", exact=True))

    def show_new(self, number: int) -> None:
        """Take up the ideas that came while others were looked at."""
        self.queue.get_by_role("button", name=f"{number} new – show").click()

    def approve(self, idea: str) -> None:
        """Let an idea be seen."""
        self.press_beside("Approve", idea)

    def decline(self, idea: str) -> None:
        """Keep an idea from everybody."""
        self.press_beside("Decline", idea)

    def end(self) -> None:
        """End the session, with the typed word."""
        self.page.get_by_role("button", name="End session…").click()
        self.page.get_by_label("Type END to end the session").fill("END")
        self.page.get_by_role("dialog").get_by_role("button", name="End session").click()
        expect(self.page.get_by_role("heading", name="The session is over")).to_be_visible()

    def _press(self, button: Locator) -> None:
        button.click()
        expect(button).to_have_count(0)
