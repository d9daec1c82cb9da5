"""What a browser may do on the pages of the site, and what hosts compress.

This is the one home of the policy. Each page says it itself, and hosts read it (Netlify
and its like, Apache, nginx).
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.site import manifest
from generators.site.manifest import Output

IN_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'self'"
)
"""The Content-Security-Policy as a page says it of itself, for hosts that send no
headers.
"""
POLICY = f"{IN_PAGE}; frame-ancestors 'none'"
"""The policy as a header. Only a header can forbid frames."""

HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
}
"""What a host sends with every file. There is data among the pages, so pages of any other
site may read everything.
"""

COMPRESSED = (
    "text/css",
    "text/csv",
    "text/calendar",
    "text/plain",
    "text/javascript",
    "text/xml",
    "image/svg+xml",
    "application/javascript",
    "application/json",
    "application/ld+json",
    "application/manifest+json",
    "application/xml",
)
"""The types of file, next to HTML, that hosts compress. A language kept on a phone then
takes 12 MB, not 50.
"""

NETLIFY = "_headers"
APACHE = ".htaccess"
NGINX = "headers-nginx.conf"


def outputs() -> Iterator[Output]:
    """The headers as files at the root of the site, one for each sort of host."""
    yield Output(NETLIFY, _netlify_file(), manifest.HOST)
    yield Output(APACHE, _apache_file(), manifest.HOST)
    yield Output(NGINX, _nginx_file(), manifest.HOST)


def _netlify_file() -> str:
    """The headers as Netlify and its like read them."""
    headers = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    return f"# hosts that read this file compress by themselves\n/*\n{headers}"


def _apache_file() -> str:
    """Headers, compression and the page for lost readers, as Apache reads them."""
    headers = "".join(
        f'  Header always set {name} "{value}"\n' for name, value in HEADERS.items()
    )
    types = " ".join(COMPRESSED)
    return (
        f"<IfModule mod_headers.c>\n{headers}</IfModule>\n"
        f"<IfModule mod_deflate.c>\n"
        f"  AddOutputFilterByType DEFLATE text/html {types}\n"
        f"</IfModule>\n"
        f"ErrorDocument 404 /404.html\n"
    )


def _nginx_file() -> str:
    """Headers, compression and the page for lost readers, as nginx reads them."""
    headers = "".join(
        f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items()
    )
    types = " ".join(COMPRESSED)
    return (
        f"# include this in the server block of the site\n{headers}"
        f"gzip on;\ngzip_comp_level 6;\ngzip_vary on;\ngzip_proxied any;\n"
        f"gzip_types {types};\n"
        f"error_page 404 /404.html;\n"
    )
