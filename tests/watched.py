"""A site served with something more: on each page a script that keeps what goes wrong,
for a browser whose console nobody sees; and a page that holds another, as narrow as a
phone.
"""

from __future__ import annotations

import re
from pathlib import Path

from sites import Handler

KEEPER, FRAME = "/keeps-faults.js", "/frame.html"
PHONE = '<!doctype html><iframe width=360 height=800 src="{}"></iframe>'  # no window gets as narrow
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
KEEPS = """\
(() => {
  const kept = () => sessionStorage.getItem("faults") ?? "";
  let left = false; // what is on its way when a reader leaves is broken off, and no fault
  addEventListener("beforeunload", () => { left = true; });
  const keep = said => left || sessionStorage.setItem("faults", `${kept()}${location.pathname}: ${said}\\n`);
  addEventListener("error", ({ message, target }) => keep(message ?? target.outerHTML), true);
  addEventListener("unhandledrejection", ({ reason }) => keep(`rejected: ${reason}`));
  addEventListener("securitypolicyviolation", (stopped) =>
    keep(`forbidden: ${stopped.violatedDirective} ${stopped.blockedURI}`));
  const { error } = console;
  console.error = (...said) => { keep(said.join(" ")); error.apply(console, said); };
})();
"""
FAULTS = """
const said = sessionStorage.getItem("faults");
sessionStorage.removeItem("faults");
return said ? said.trim().split("\\n") : [];
"""


class Watched(Handler):
    """The site as a host serves it, each page with the script at its head;
    ``/frame.html?/ar/`` is a page that shows that of the address, 360 px wide.
    """

    def do_GET(self) -> None:  # noqa: N802 (http.server calls it so)
        path, _, address = self.path.partition("?")
        if path == KEEPER:
            self.answer("text/javascript", KEEPS)
        elif path == FRAME:
            self.answer("text/html", PHONE.format(address))
        else:
            super().do_GET()

    def answer(self, kind: str, text: str) -> None:
        """Send a text that stands in no file of the site."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def read(self, file: Path) -> bytes:
        """A page with the script behind its policy, which allows the site's own; other
        files as they are.
        """
        body = file.read_bytes()
        if file.suffix != ".html":
            return body
        script = f'<script src="{KEEPER}"></script>'.encode()
        return POLICY.sub(lambda found: found[0] + script, body, count=1)
