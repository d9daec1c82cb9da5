"""What a browser may do on the pages of the site: the one home of the policy, as each
page says it itself and as hosts read it (Netlify and its like, Apache, nginx), together
with what hosts compress.
"""

from __future__ import annotations

from collections.abc import Iterator

from generators.site import manifest
from generators.site.manifest import Output

IN_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The Content-Security-Policy as a page says it of itself, for hosts that send no
headers.
"""
POLICY = f"{IN_PAGE}; frame-ancestors 'none'"
"""The same as a header, which alone can forbid frames."""

HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What a host sends with every file. Data stands beside pages, so pages of any other site
may read everything.
"""

COMPRESSED = (
    *(
        "text/css",
        "text/csv",
        "text/calendar",
        "text/plain",
        "text/javascript",
        "text/xml",
        "image/svg+xml",
    ),
    *(
        "application/javascript",
        "application/json",
        "application/ld+json",
        "application/manifest+json",
    ),
    "application/xml",
)
"""The types of file, beside HTML, that hosts compress: a language kept on a phone takes
12 MB, not 50.
"""

NETLIFY, APACHE, NGINX = "_headers", ".htaccess", "headers-nginx.conf"


def outputs() -> Iterator[Output]:
    """The headers as files at the root of the site, one for each sort of host."""
    headers, types = HEADERS.items(), " ".join(COMPRESSED)
    sent = "".join(f"  {name}: {value}\n" for name, value in headers)
    yield Output(
        NETLIFY,
        f"# hosts that read this file compress by themselves\n/*\n{sent}",
        manifest.HOST,
    )

    sent = "".join(f'  Header always set {name} "{value}"\n' for name, value in headers)
    packed = f"  AddOutputFilterByType DEFLATE text/html {types}\n"
    both = f"<IfModule mod_headers.c>\n{sent}</IfModule>\n<IfModule mod_deflate.c>\n{packed}</IfModule>\n"
    yield Output(APACHE, f"{both}ErrorDocument 404 /404.html\n", manifest.HOST)

    sent = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers)
    packed = f"gzip on;\ngzip_comp_level 6;\ngzip_vary on;\ngzip_proxied any;\ngzip_types {types};\n"
    both = f"# include this in the server block of the site\n{sent}{packed}"
    yield Output(NGINX, f"{both}error_page 404 /404.html;\n", manifest.HOST)
