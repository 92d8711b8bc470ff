/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comments on an entity, and an entry for a new one. */
#pragma once

#include "widgets/sections/remit-list-section.h"

/**
 * RemitCommentsSection:
 *
 * In the form of anything that comments can be on; see remit-comments.h. A comment that is clicked
 * is shown in a form of its own.
 */
#define REMIT_TYPE_COMMENTS_SECTION (remit_comments_section_get_type ())
G_DECLARE_FINAL_TYPE (RemitCommentsSection, remit_comments_section, REMIT, COMMENTS_SECTION,
                      RemitListSection)
