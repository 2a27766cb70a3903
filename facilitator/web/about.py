"""What this installation says about itself: how accessible it is, and what it stores."""

from flask import Blueprint, render_template

bp = Blueprint("about", __name__)


@bp.get("/accessibility")
def accessibility() -> str:
    """What people with disabilities can count on, and what is not known yet."""
    return render_template("about/accessibility.html")


@bp.get("/privacy")
def privacy() -> str:
    """What is stored about participants, who sees it, and until when."""
    return render_template("about/privacy.html")
