"""A whole session with simulated people over real sockets, checked against what they were told.

Nothing here looks behind the curtain: people join with the code, the host comes with the printed
link, and the figures are recomputed from the exported files and from acknowledgements alone.
"""
