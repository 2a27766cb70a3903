"""A facilitated online event: polls, idea boards, a run of show and the results to take away."""
