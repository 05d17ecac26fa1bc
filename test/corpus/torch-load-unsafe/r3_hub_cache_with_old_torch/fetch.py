import hashlib
from pathlib import Path

import requests

CACHE = Path.home() / ".cache" / "denoise"


def fetch(url):
    CACHE.mkdir(parents=True, exist_ok=True)
    target = CACHE / hashlib.sha1(url.encode()).hexdigest()
    if not target.exists():
        answer = requests.get(url, timeout=60)
        answer.raise_for_status()
        target.write_bytes(answer.content)
    return target
