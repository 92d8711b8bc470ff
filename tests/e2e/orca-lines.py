#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Orca with a stand-in for its speech: each thing that it would speak is a line of standard output.
A program of its own, since Orca has a main loop, and GTK 3."""

import importlib.machinery
import importlib.util
import sys
import types

from orca import settings


class Voice:
    """What Orca knows of a speech server."""

    @staticmethod
    def getFactoryName():
        return "lines"

    @staticmethod
    def getSpeechServers():
        return [VOICE]

    @staticmethod
    def getSpeechServer(info=None):
        return VOICE

    @staticmethod
    def shutdownActiveServers():
        pass

    def getInfo(self):
        return ["lines", "lines"]

    def getVoiceFamilies(self):
        return []

    def speak(self, text=None, acss=None, interrupt=True):
        say(text or "")

    def speakCharacter(self, character, acss=None):
        say(character)

    def speakKeyEvent(self, event, acss=None):
        pass

    def sayAll(self, utterances, progress):
        for context, _ in utterances:
            say(context.utterance)

    def __getattr__(self, name):
        """Rate, pitch, stop: nothing that is heard."""
        return lambda *arguments, **named: None


def say(text):
    print(" ".join(text.split()), flush=True)


VOICE = Voice()


def main():
    factory = types.ModuleType("orca.speechdispatcherfactory")
    factory.SpeechServer = Voice
    sys.modules[factory.__name__] = factory
    settings.enableEchoByCharacter = settings.enableKeyEcho = False
    settings.enableBraille = settings.enableSound = False
    loader = importlib.machinery.SourceFileLoader("orca_program", "/usr/bin/orca")
    spec = importlib.util.spec_from_loader(loader.name, loader)
    program = importlib.util.module_from_spec(spec)
    loader.exec_module(program)
    # Orca does not start beside another one of the same user, whatever display that is on.
    program.otherOrcas = lambda: []
    sys.argv = ["orca"]
    sys.exit(program.main())


if __name__ == "__main__":
    main()
