/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a text is meant by what somebody typed. */
#pragma once

#include <glib.h>

/** What a text scores at most. */
#define REMIT_FIND_BEST 1000

/**
 * RemitFindWord:
 * @text: a word that was typed, as remit_text_fold_letters() has it
 * @letters: which letters it has, see remit_find_match_letters()
 * @n_letters: how many
 */
typedef struct {
  char *text;
  gsize length;
  guint64 letters;
  guint n_letters;
} RemitFindWord;

/** Returns: (transfer full) (element-type RemitFindWord): the words of what was typed */
GArray *remit_find_match_split (const char *typed);

/** Returns: a bit for each letter that is in a folded text, to tell quickly what cannot match */
guint64 remit_find_match_letters (const char *folded);

/** Returns: %FALSE when a text with these letters cannot match; see remit_find_match_letters() */
gboolean remit_find_match_may (const RemitFindWord *word,
                               guint64 letters);

/**
 * remit_find_match_word:
 * @folded: as remit_text_fold_letters() has it
 * @fuzzy: whether slips and letters in order count, too
 *
 * In falling order: the whole text; its beginning; a whole word in it; the beginning of a word;
 * beginnings of several words in their order, as in initials (“mle” for “ML engineer”); a part of a
 * word; and if @fuzzy, letters in order (“dlmn” for “Dlamini”), and a word with one letter wrong,
 * missing, too many, or two in each other’s place.
 *
 * Returns: from 1 to %REMIT_FIND_BEST; 0 when the word is not meant
 */
int remit_find_match_word (const char *folded,
                           const RemitFindWord *word,
                           gboolean fuzzy);
