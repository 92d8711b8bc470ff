/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is in a PDF, as the tools of Poppler read it. */
#pragma once

#include <glib.h>

/** Returns: whether there are such tools; else a test of a PDF is skipped */
gboolean remit_test_has_poppler (void);

/** Returns: (transfer full): what one of them says of the file */
char *remit_test_run_poppler (const char *tool,
                              const char *option,
                              const char *path);

/**
 * remit_test_read_pdf:
 *
 * Returns: (transfer full) (nullable): the text of all pages, without spaces, since lines may be
 *   broken anywhere, and then the file as it is; %NULL if it is no PDF. Without the tools it is
 *   just the file.
 */
GString *remit_test_read_pdf (const char *path);
