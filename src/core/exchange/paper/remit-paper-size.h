/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sizes of paper. */
#pragma once

/** %REMIT_PAPER_LOCAL: the one of the user's locale */
typedef enum {
  REMIT_PAPER_LOCAL,
  REMIT_PAPER_A4,
  REMIT_PAPER_LETTER,
  REMIT_N_PAPERS
} RemitPaperSize;

/** Their names on the command line, ending with %NULL. */
extern const char *const remit_paper_size_nicks[REMIT_N_PAPERS + 1];

/** The width and height of a size, in points (1/72 inch). */
void remit_paper_size_get (RemitPaperSize size,
                           double *width,
                           double *height);
