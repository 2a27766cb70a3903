"""The browser of the system: Debian's Chromium, without a word to the outside."""

import os
import shutil

import pytest
from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TURNED_OFF = (
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *(
        "HttpsFirstBalancedModeAutoEnable",
        "LensOverlay",
        "MediaRouter",
        "PaintHolding",
        "ThirdPartyStoragePartitioning",
    ),
    *("AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"),
    *("PreconnectToSearch", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
)
"""What Playwright turns off, because the last such list is the one that counts; and the two pages for suggestions under
the address bar, which nobody sees here and which cost each device a third of its start."""

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(TURNED_OFF)}",
]
MISSING = (
    "The browser tests need Chromium and found none. "
    "Install it (sudo apt install chromium), or name yours in CHROMIUM, and try again."
)


def launch(playwright: Playwright, *flags: str) -> Browser:
    """Chromium, started. Fails the test when there is none, because a skipped test proves nothing."""
    named = os.environ.get("CHROMIUM")
    found = next(filter(None, map(shutil.which, [named] if named else NAMES)), None)
    if found is None:
        pytest.fail(MISSING, pytrace=False)
    return playwright.chromium.launch(executable_path=found, args=[*FLAGS, *flags])
