# SPDX-License-Identifier: GPL-3.0-or-later
"""Chromium without a screen, through ChromeDriver's HTTP interface (W3C WebDriver)."""

import base64
import json
import subprocess
import urllib.request


class Chromium:
    def __init__(self):
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL, text=True)
        self.address = f"http://127.0.0.1:{self.wait_for_port()}"
        options = {"args": ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]}
        capabilities = {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options}}
        value = self.ask("/session", {"capabilities": capabilities})
        self.address += f"/session/{value['sessionId']}"

    def wait_for_port(self):
        for line in self.driver.stdout:
            if "started successfully on port" in line:
                return int(line.rstrip(".\n").rsplit(" ", 1)[1])
        raise RuntimeError("ChromeDriver does not start")

    def ask(self, path, body=None, method="POST"):
        request = urllib.request.Request(self.address + path, json.dumps(body or {}).encode(),
                                         {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)["value"]

    def send(self, command, **parameters):
        """A command of the DevTools protocol."""
        return self.ask("/goog/cdp/execute", {"cmd": command, "params": parameters})

    def show(self, address, width, scheme, media):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=900,
                  deviceScaleFactor=1, mobile=False)
        self.send("Emulation.setEmulatedMedia", media=media, features=features)
        self.ask("/url", {"url": address})

    def run(self, script, *arguments):
        """What the script hands to the last of its arguments."""
        return self.ask("/execute/async", {"script": script, "args": list(arguments)})

    def take_picture(self, path):
        picture = self.send("Page.captureScreenshot", captureBeyondViewport=True)
        path.write_bytes(base64.b64decode(picture["data"]))

    def close(self):
        """The browser ends with its session, not with the driver."""
        self.ask("", method="DELETE")
        self.driver.terminate()
        self.driver.wait()
        self.driver.stdout.close()
