# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for what a test expects."""

import subprocess
import time

# Seconds: a machine may be busy, and the program slow under a sanitizer.
PATIENCE = 60
PAUSE = 0.02


class Failure(Exception):
    """What the test expected is not so."""


def wait_until(what, condition, patience=PATIENCE):
    """Waits until condition() is true, and returns what it said; fails when that takes too long."""
    end = time.monotonic() + patience
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > end:
            raise Failure(f"{what}: not within {patience} seconds")
        time.sleep(PAUSE)


def check(what, condition):
    if not condition:
        raise Failure(what)


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=PATIENCE).stdout
