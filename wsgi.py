"""What a process manager starts: `python wsgi.py` serves; `application` is the installation for another server."""

from facilitator import log, serving
from facilitator.app import build
from facilitator.settings import load

settings = load()
log.set_up(settings.log_level)

if __name__ == "__main__":
    serving.serve(settings, with_welcome=False)
else:
    application = build(settings).app
