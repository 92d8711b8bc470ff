/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of tables, in the languages that they come in. */
#pragma once

#include <glib.h>

/**
 * RemitWords:
 *
 * A list of `words/tables.ini`, among the program's data. Read once, when one is first asked for.
 */
typedef struct _RemitWords RemitWords;

/** Returns: (transfer none): the list; one without words when the file does not have it */
const RemitWords *remit_words_get (const char *group,
                                   const char *name);

/** The same, of literals, for what asks at each cell. */
#define REMIT_WORDS(GROUP, NAME)                                   \
  ({                                                               \
    static const RemitWords *list;                                 \
    if (g_atomic_pointer_get (&list) == NULL)                      \
      g_atomic_pointer_set (&list, remit_words_get (GROUP, NAME)); \
    g_atomic_pointer_get (&list);                                  \
  })

/** Returns: %FALSE when no word, folded or not, begins as the text does: most texts need no more */
gboolean remit_words_may_begin (const RemitWords *self,
                                const char *text);

/** Returns: (transfer none): the words as they stand in the file, ending with %NULL */
const char *const *remit_words_get_all (const RemitWords *self);

/** Returns: whether a text is one of the words, both folded (see remit_text_fold()) */
gboolean remit_words_have (const RemitWords *self,
                           const char *text);

/** The same for a text that is folded already. */
gboolean remit_words_have_folded (const RemitWords *self,
                                  const char *folded);

/** Returns: the bytes of the longest word with which a folded text begins, as whole words; or 0 */
gsize remit_words_match_beginning (const RemitWords *self,
                                   const char *folded);
