/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes of paper. */
#include "remit-paper-size.h"

#include <glib.h>
#include <langinfo.h>

#define POINTS_PER_MILLIMETRE (72 / 25.4)

const char *const remit_paper_size_nicks[REMIT_N_PAPERS + 1] = {
  [REMIT_PAPER_LOCAL] = "local",
  [REMIT_PAPER_A4] = "a4",
  [REMIT_PAPER_LETTER] = "letter",
};

/* LC_PAPER has its height in millimetres: only Letter, of the two, is below 290. */
static RemitPaperSize
find_local (void)
{
#ifdef _NL_PAPER_HEIGHT
  int height = GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_HEIGHT));

  return height > 0 && height < 290 ? REMIT_PAPER_LETTER : REMIT_PAPER_A4;
#else
  return REMIT_PAPER_A4;
#endif
}

void
remit_paper_size_get (RemitPaperSize size,
                      double *width,
                      double *height)
{
  if (size == REMIT_PAPER_LOCAL)
    size = find_local ();
  *width = size == REMIT_PAPER_LETTER ? 612 : 210 * POINTS_PER_MILLIMETRE;
  *height = size == REMIT_PAPER_LETTER ? 792 : 297 * POINTS_PER_MILLIMETRE;
}
