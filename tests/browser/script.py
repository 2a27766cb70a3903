"""The words of the played session: what is asked in the shipped template, what is said, what must come out."""

TITLE = "Ensuring gender balance in upskilling and reskilling"
WELCOME = "Welcome, and how to take part"
DEVICE = "A test: where do you see this question?"
STAND = "How far is your organisation with gender balance in upskilling and reskilling?"
NOT_MINE = "This does not apply to my organisation"
HOLDS_BACK = "Challenges: what holds people back"
WORDS = "In your own words: what keeps women or men from taking part in training?"
BARRIERS = "Which barriers matter most where you work?"
CARE = "Courses clash with caring for children or relatives"
SHIFTS = "Shifts and work schedules leave no time to learn"
MODELS = "There are few role models"
DATA = "There are no data by sex on who is trained"
COOPERATION = "Cooperation: offer, ask, idea"
BOARD = "How can we work together?"

IN_GREEK = "Οι βάρδιες αλλάζουν κάθε εβδομάδα"
IN_GERMAN = "Probearbeit erst nach dem Zeugnis"
MENTORS = "We can lend mentors to small companies"
CATALOGUE = "Wspólny katalog kursów dla trzech regionów"
SALES = "Buy our training software"

CLOSED = "Voting is closed. Results come when the host shows them."

ANSWERED = [
    (DEVICE, "On a phone", "", "", ""),
    (DEVICE, "On a computer", "", "", ""),
    (DEVICE, "On a phone", "", "", ""),
    (STAND, "", "", "1", ""),
    (STAND, "", "", "4", ""),
    (STAND, "", "", "", ""),
    (WORDS, "", "", "", IN_GREEK),
    (WORDS, "", "", "", SALES),
    (BARRIERS, f"{CARE}\n{SHIFTS}", "", "", ""),
    (BARRIERS, CARE, IN_GERMAN, "", ""),
    (BARRIERS, f"{CARE}\n{SHIFTS}\n{MODELS}", "", "", ""),
]
"""Every answer: the question, the options, the own option, the step of a scale, the text."""

IDEAS = {
    MENTORS: ("Offer", "approved", "0", "yes"),
    SALES: ("Offer", "declined", "0", "no"),
    CATALOGUE: ("Ask", "approved", "1", "no"),
}
"""Every idea: its column, what became of it, its support, whether it is pinned."""

LINES = {
    (DEVICE, "On a phone"): (3, 2, 67),
    (DEVICE, "On a tablet"): (3, 0, 0),
    (DEVICE, "On a computer"): (3, 1, 33),
    (STAND, "Not yet"): (3, 1, 50),
    (STAND, "A plan with targets"): (3, 1, 50),
    (BARRIERS, CARE): (3, 3, 100),
    (BARRIERS, SHIFTS): (3, 2, 67),
    (BARRIERS, MODELS): (3, 1, 33),
    (BARRIERS, DATA): (3, 0, 0),
}
"""Lines of results: how many people answered, how many chose it, their share."""

WITHOUT_A_PERSON = {
    "poll_number",
    "poll",
    "options",
    "values",
    "seconds",
    "second",
    "words",
    "other_text",
    "value",
    "not_applicable",
    "text",
    "language",
    "is_hidden",
}
"""What an exported answer may say: nothing of who gave it, of which group, or when."""
