/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is new, for the about window. */
#pragma once

#include <glib.h>

/**
 * remit_news_dup_markup:
 * @markdown: news as in NEWS.md: `## version` heads a section, `- ` begins a point
 *
 * Returns: (transfer full): the first section in the markup of #AdwAboutWindow
 */
char *remit_news_dup_markup (const char *markdown);
