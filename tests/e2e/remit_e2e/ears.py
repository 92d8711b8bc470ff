# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody who does not see the screen is told: Orca, whose speech is written down."""

import pathlib
import subprocess
import threading

from .waiting import Failure, wait_until

ORCA = pathlib.Path(__file__).parent.parent / "orca-lines.py"


class Ears:
    def __init__(self, environment):
        self.lines = []
        self.heard = 0  # up to where it was asked for
        self.process = subprocess.Popen(
            ["/usr/bin/python3", "-u", ORCA], env=environment, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        threading.Thread(target=self.listen, daemon=True).start()
        self.wait_for("Screen reader on.")

    def listen(self):
        for line in self.process.stdout:
            self.lines.append(line.strip().replace("\u00a0", " "))

    def wait_for(self, *texts):
        """Until all of the texts were spoken after what was waited for before, in any order."""
        begin = self.heard

        def are_spoken():
            lines = self.lines[begin:]
            found = [next((i for i, line in enumerate(lines) if text in line), None)
                     for text in texts]
            return None if None in found else [begin + 1 + max(found)]

        try:
            self.heard, = wait_until(f"{texts} are spoken", are_spoken)
        except Failure as failure:
            raise Failure(f"{failure}; but: {self.lines[begin:]}") from failure

    def close(self):
        self.process.kill()
        self.process.wait()
