# SPDX-License-Identifier: GPL-3.0-or-later
"""What a story asks for. It does not know whether it drives X11 or Wayland: screen.py has what both
can do, x11.py and mutter.py have how."""

from .program import Program
from .running import Running
from .screen import Box, Picture, get_box, holding, key, pointer, screen, type_text
from .story import run_story, step
from .waiting import check, run, wait_until

__all__ = ["Box", "Picture", "Program", "Running", "check", "get_box", "holding", "key", "pointer",
           "run", "run_story", "screen", "step", "type_text", "wait_until"]
