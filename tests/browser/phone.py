"""A participant's phone, by what its owner sees and taps."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, expect

from tests.browser.screen import Screen


class Phone(Screen):
    """The page for joining a session and for taking part in it."""

    # --- coming in ----------------------------------------------------------------------------

    def open(self, code: str) -> None:
        """Follow the link, or scan the QR code."""
        self.page.goto(f"{self._base}/j/{code}")

    def type_code(self, typed: str) -> None:
        """Go to the address and type the code."""
        self.page.goto(self._base)
        self.page.get_by_label("Enter the session code").fill(typed)
        self.page.get_by_role("button", name="Continue").click()

    def join(self, group: str = "Prefer not to say") -> None:
        """The two taps."""
        self.page.get_by_text(group, exact=True).click()
        self.page.get_by_role("button", name="Join", exact=True).click()

    def come_in(self, code: str, group: str = "Prefer not to say") -> None:
        """From the link to the room."""
        self.open(code)
        self.join(group)
        self.is_in()

    def is_in(self) -> None:
        """The page is in the session, and says so."""
        expect(self.pill).to_have_text("Connected")

    def is_back(self) -> None:
        """The page has found a way to the server again, whichever."""
        expect(self.pill).to_contain_text("Connected")

    # --- what it shows ------------------------------------------------------------------------

    @property
    def step(self) -> Locator:
        """Which step of how many."""
        return self.page.locator(".page-header__step")

    @property
    def banner(self) -> Locator:
        """What stands across the page while something is wrong, or new."""
        return self.page.locator("main .banner, main .offer-bar")

    @property
    def mark(self) -> Locator:
        """Where the answer or the idea stands."""
        return self.page.locator("main .status").first

    @property
    def said(self) -> Locator:
        """What was said last to those who listen."""
        return self.page.get_by_role("status")

    @property
    def alarmed(self) -> Locator:
        """What was said at once."""
        return self.page.get_by_role("alert")

    @property
    def own_answer(self) -> Locator:
        """The answer read back."""
        return self.page.get_by_role("region", name="Your answer").get_by_role("listitem")

    @contextmanager
    def big_screen(self) -> Iterator[Locator]:
        """What the big screen shows, as text, while somebody has it unfolded."""
        summary = self.page.get_by_text("On the big screen", exact=True)
        summary.click()
        yield self.page.locator(".big-screen__picture")
        summary.click()

    # --- answering ----------------------------------------------------------------------------

    def answer(self, *labels: str, own_words: str | None = None) -> None:
        """Choose answers and send them."""
        self.choose(*labels, own_words=own_words)
        self.send()

    def choose(self, *labels: str, own_words: str | None = None) -> None:
        """Tap answers, without sending them."""
        for label in labels:
            self.page.locator("main form").get_by_text(label, exact=True).click()
        if own_words is not None:
            self.page.get_by_text("Something else, in my own words", exact=True).click()
            self.page.get_by_label("In my own words", exact=True).fill(own_words)

    def write(self, text: str) -> None:
        """Write an answer in own words and send it."""
        self.page.get_by_label("Your answer", exact=True).fill(text)
        self.send()

    def send(self) -> None:
        """Tap the button of the question."""
        self.page.get_by_role("button", name="Send answer").click()

    def change(self) -> None:
        """Go back from the sent answer to the fields."""
        self.page.get_by_role("button", name="Change my answer").click()

    def is_saved(self) -> None:
        """The page says that the server has the answer."""
        expect(self.mark).to_contain_text("Saved ")

    def go_to_it(self) -> None:
        """Take up what is offered in a bar to somebody who is busy."""
        self.page.get_by_role("region", name="New").get_by_role("button", name="Go to it").click()

    # --- ideas --------------------------------------------------------------------------------

    def suggest(self, column: str, text: str) -> None:
        """Write an idea and send it."""
        self.page.locator("main form").get_by_text(column, exact=True).click()
        self.page.get_by_label("Your idea", exact=True).fill(text)
        self.page.get_by_role("button", name="Send idea").click()

    @property
    def my_ideas(self) -> Locator:
        """The own ideas with what became of each."""
        return self.page.get_by_role("region", name="My ideas").locator(".ideas > li")

    @property
    def board(self) -> Locator:
        """Everybody's ideas."""
        return self.page.get_by_role("region", name="Ideas on the board")

    def idea(self, text: str) -> Locator:
        """One of everybody's ideas."""
        return self.board.get_by_role("listitem").filter(has_text=text)
