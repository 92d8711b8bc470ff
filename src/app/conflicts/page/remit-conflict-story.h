/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The story of a conflict as one thread: what was said, each step, and what it led to. */
#pragma once

#include "widgets/sections/remit-timeline.h"

G_BEGIN_DECLS

#define REMIT_TYPE_CONFLICT_STORY (remit_conflict_story_get_type ())
G_DECLARE_FINAL_TYPE (RemitConflictStory, remit_conflict_story, REMIT, CONFLICT_STORY,
                      RemitTimeline)

G_END_DECLS
