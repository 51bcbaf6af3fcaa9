"""What a page of ours may do in a browser: show itself. No script, no request, no form, no other page inside it."""

from base64 import b64encode
from hashlib import sha256


def policy(style: str) -> str:
    """The ``meta`` element with the content-security policy of a page whose only style is ``style``."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    content = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return f'<meta http-equiv="Content-Security-Policy" content="{content}">\n'
