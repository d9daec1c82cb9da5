"""Firefox and WebKitGTK as they are installed, driven by what they speak themselves:
Firefox by Marionette, a socket that takes the commands of W3C WebDriver; WebKitGTK by its
own WebDriver, which takes them over HTTP.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

COMMANDS = {  # what Marionette calls a command, where WebDriver has it below the session
    "WebDriver:Navigate": "url",
    "WebDriver:ExecuteScript": "execute/sync",
    "WebDriver:FindElement": "element",
    "WebDriver:ElementClick": "element/{id}/click",
    "WebDriver:ElementSendKeys": "element/{id}/value",
    "WebDriver:SetWindowRect": "window/rect",
    "WebDriver:SwitchToFrame": "frame",
}
ELEMENT = (
    "element-6066-11e4-a52e-4f735466cecf"  # the key of an element's id, by W3C WebDriver
)
PREFERENCES = """\
user_pref("marionette.port", {port});
user_pref("network.dns.disabled", true);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.aboutConfig.showWarning", false);
"""
MESSAGES = """
const said = Services.console.getMessageArray().filter(each => each instanceof Ci.nsIScriptError);
Services.console.reset();
return said.filter(each => each.sourceName.startsWith("http://127.0.0.1") || each.category === "CSP")
  .map(each => `${each.errorMessage} (${each.category}, ${each.sourceName}:${each.lineNumber})`);
"""


class Refused(Exception):
    """A browser that is not there, or did not do what it was told."""


class Driven:
    """A browser that is told one thing after the other, in one window. ``console`` hands
    over what it said of the pages since it was last asked: warnings, errors of scripts,
    what the policy forbade. WebKitGTK keeps its console to itself while it is driven.
    """

    def __init__(
        self,
        name: str,
        say: Callable[[str, dict], object],
        console: Callable[[], list[str]] = list,
    ) -> None:
        self.name, self.say, self.console = name, say, console

    def open(self, url: str) -> None:
        """Go to an address and wait until it has loaded."""
        self.say("WebDriver:SwitchToFrame", {"id": None})
        self.say("WebDriver:Navigate", {"url": url})

    def run(self, script: str, *arguments: object) -> object:
        """What a script's ``return`` gives, in the page."""
        return self.say(
            "WebDriver:ExecuteScript", {"script": script, "args": list(arguments)}
        )

    def element(self, selector: str) -> str:
        """The id of the first element that a selector of CSS fits."""
        return self.say(
            "WebDriver:FindElement", {"using": "css selector", "value": selector}
        )[ELEMENT]

    def click(self, selector: str) -> None:
        """Click as a hand would: in the middle of what is seen, after scrolling there."""
        self.say("WebDriver:ElementClick", {"id": self.element(selector)})

    def type(self, selector: str, text: str) -> None:
        """Type with the keys, at the end of what stands there."""
        self.say(
            "WebDriver:ElementSendKeys", {"id": self.element(selector), "text": text}
        )

    def size(self, width: int, height: int) -> None:
        """Give the window a size, in pixels of the screen."""
        self.say("WebDriver:SetWindowRect", {"width": width, "height": height})

    def enter(self) -> None:
        """Go on in the first frame of the page, once it is there, until the next
        ``open``.
        """
        self.until(
            "return frames[0]?.location.protocol !== 'about:' && "
            "frames[0].document.readyState === 'complete'"
        )
        self.say("WebDriver:SwitchToFrame", {"id": 0})

    def until(self, script: str, *arguments: object, seconds: float = 20) -> object:
        """The first value of a script that is not false; ``AssertionError`` where none
        comes.
        """
        end = time.monotonic() + seconds
        while not (value := self.run(script, *arguments)):
            assert time.monotonic() < end, (
                f"{self.name}: never came true: {script} {arguments}"
            )
            time.sleep(0.1)
        return value


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def _there(program: str | Path | None, package: str) -> str:
    if not program or not os.access(program, os.X_OK):
        raise Refused(f"This needs Debian's {package}: sudo apt-get install {package}")
    return str(program)


@contextmanager
def _started(command: list[str], log: Path, **more: str) -> Iterator[subprocess.Popen]:
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=out, env={**os.environ, **more}
        )
    try:
        yield process
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()
        process.wait()


def _patiently(attempt: Callable[[], object], seconds: float = 60) -> object:
    end = time.monotonic() + seconds
    while True:
        try:
            return attempt()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@contextmanager
def firefox(folder: Path) -> Iterator[Driven]:
    """Debian's Firefox ESR without a screen, with a profile of its own in ``folder``."""
    port = _free_port()
    (folder / "user.js").write_text(PREFERENCES.format(port=port), "utf-8")
    program = _there(shutil.which("firefox-esr"), "firefox-esr")
    command = [
        program,
        "--headless",
        "--no-remote",
        "--profile",
        str(folder),
        "--marionette",
    ]
    with ExitStack() as stack:
        command += ["--remote-allow-system-access"]  # to its console
        stack.enter_context(_started(command, folder / "log", HOME=str(folder)))
        line = stack.enter_context(
            _patiently(lambda: socket.create_connection(("127.0.0.1", port)))
        )
        answers = stack.enter_context(line.makefile("rb"))

        def read() -> list:
            length = b"".join(iter(lambda: answers.read(1), b":"))
            return json.loads(answers.read(int(length)))

        def say(name: str, parameters: dict) -> object:
            told = json.dumps([0, 1, name, parameters]).encode()
            line.sendall(b"%d:%s" % (len(told), told))
            _, _, error, result = read()
            if error:
                raise Refused(f"firefox: {name} {parameters}: {error['message']}")
            return result.get("value", result)

        def console() -> list[str]:
            say("Marionette:SetContext", {"value": "chrome"})
            try:
                return say("WebDriver:ExecuteScript", {"script": MESSAGES, "args": []})
            finally:
                say("Marionette:SetContext", {"value": "content"})

        read()  # it says which protocol it speaks
        say("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {}}})
        yield Driven("firefox", say, console)


def _ask(url: str, body: dict) -> object:
    headers = {"Content-Type": "application/json"}
    try:
        with urllib.request.urlopen(
            urllib.request.Request(url, json.dumps(body).encode(), headers)
        ) as answer:
            return json.load(answer)["value"]
    except urllib.error.HTTPError as error:
        raise Refused(
            f"webkit: {url} {body}: {json.load(error)['value']['message']}"
        ) from error


@contextmanager
def webkit(folder: Path) -> Iterator[Driven]:
    """Debian's WebKitGTK in its own small browser, on a screen that nobody sees."""
    program = _there(shutil.which("WebKitWebDriver"), "webkit2gtk-driver")
    small = next(
        iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))), None
    )
    _there(small, "webkit2gtk-driver")
    _there(shutil.which("Xvfb"), "xvfb")
    port, log = _free_port(), folder / "log"
    with ExitStack() as stack:
        display = stack.enter_context(_screen(folder / "screen"))
        more = {
            "DISPLAY": display,
            "GDK_BACKEND": "x11",
            "HOME": str(folder),
            "no_proxy": "127.0.0.1",
        }
        stack.enter_context(_started([program, f"--port={port}"], log, **more))
        options = {"binary": str(small), "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        base = f"http://127.0.0.1:{port}/session"
        session = f"{base}/{_patiently(lambda: _ask(base, wanted))['sessionId']}"
        stack.callback(
            lambda: urllib.request.urlopen(
                urllib.request.Request(session, method="DELETE")
            ).close()
        )
        yield Driven(
            "webkit",
            lambda name, told: _ask(f"{session}/{COMMANDS[name].format(**told)}", told),
        )


@contextmanager
def _screen(log: Path) -> Iterator[str]:
    with _started(
        ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1400x1000x24"],
        log,
    ):
        yield f":{_patiently(lambda: _number(log))}"


def _number(log: Path) -> int:
    if not (
        found := [line for line in log.read_text("utf-8").splitlines() if line.isdigit()]
    ):
        raise OSError(f"Xvfb did not start: {log.read_text('utf-8')}")
    return int(found[0])


ENGINES = {"firefox": firefox, "webkit": webkit}
