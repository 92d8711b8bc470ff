/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command line as far as it is typed: its words, and how what follows is to be quoted. */
#pragma once

#include <glib.h>

/**
 * RemitCliLine:
 * @words: (element-type utf8): the words before the one that is being typed, without quotes
 * @current: the word that is being typed, without quotes
 * @quote: the quote that is open: `'`, `"`, or 0
 * @kept: how many bytes of @current the shell leaves as they are when it completes the word
 */
typedef struct {
  GPtrArray *words;
  char *current;
  char quote;
  gsize kept;
} RemitCliLine;

/** @breaks: the characters at which the shell begins another word to complete: COMP_WORDBREAKS */
void remit_cli_line_init (RemitCliLine *self,
                          const char *line,
                          const char *breaks);
void remit_cli_line_clear (RemitCliLine *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitCliLine, remit_cli_line_clear)

/**
 * remit_cli_line_dup_candidate:
 * @word: what the word can become, of which @current is the beginning
 *
 * Returns: (transfer full): what stands in the place of what the shell replaces, quoted as there.
 *   An equals sign at the end is one of FIELD=, and not quoted.
 */
char *remit_cli_line_dup_candidate (const RemitCliLine *self,
                                    const char *word);
