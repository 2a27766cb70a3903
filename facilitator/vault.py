"""The installation's secret: made on first start, readable by its owner alone."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

SHORTEST = 32


def open_vault(data: Path) -> "Vault":
    """The secret of this data folder, made when there is none. Raises OSError when the folder is not writable."""
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = data / "secret"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    else:
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return Vault(path.read_text().strip())


class Vault:
    """Makes keys for different purposes out of one secret, so that none opens another's lock."""

    def __init__(self, secret: str) -> None:
        if len(secret) < SHORTEST:
            message = "The file `secret` in the data folder is damaged. Restore it, or remove it to sign everybody out."
            raise ValueError(message)
        self._secret = secret.encode()

    def key(self, purpose: str) -> str:
        """The key for one purpose: 128 bits as URL-safe text, the same each time."""
        return hmac.new(self._secret, purpose.encode(), hashlib.sha256).hexdigest()[:32]
