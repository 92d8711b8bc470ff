/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the index of words is made of. */
#pragma once

/** The rows of the index: its id, that of the conflict, and the words. */
#define REMIT_SEARCH_CONFLICTS                                                                     \
  "SELECT id, id AS conflict, title || ' ' || description || ' ' || impact || ' ' || resolution"   \
  " AS text FROM conflict"
#define REMIT_SEARCH_EVENTS "SELECT id, conflict, text FROM conflict_event WHERE text <> ''"
