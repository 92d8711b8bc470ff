/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that are the same for people, however they were typed. */
#pragma once

#include <glib.h>

/**
 * remit_text_fold:
 *
 * The one form in which names, titles and words are compared, wherever they come from: without
 * letter case, however letters are composed or widened (Unicode's NFKC), without what cannot be
 * seen (zero-width and direction marks, soft hyphens), with one kind of apostrophe, of hyphen and
 * of space, and without spaces at the ends or doubled. Accents stay: “Muller” is not “Müller”.
 *
 * Returns: (transfer full): @text in that form; empty for what is not UTF-8
 */
char *remit_text_fold (const char *text);

/** Returns: whether two texts are the same when they are folded */
gboolean remit_text_is_like (const char *a,
                             const char *b);

/** Returns: (transfer full): by which names stand in order in the user's language, whatever their
 * letter case; compared by strcmp() */
char *remit_text_dup_order_key (const char *name);

/**
 * remit_text_fold_letters:
 *
 * For searching, where nobody types accents: remit_text_fold(), and “Müller”, “Łukasz” and
 * “Ærø” become “muller”, “lukasz” and “aero”.
 *
 * Returns: (transfer full): @text in that form; empty for what is not UTF-8
 */
char *remit_text_fold_letters (const char *text);

/**
 * remit_text_spell_letters:
 *
 * The same as it is spelled where the letters are missing: “Müller” is “mueller”, “Åse” is “aase”.
 *
 * Returns: (transfer full) (nullable): %NULL when it is remit_text_fold_letters()
 */
char *remit_text_spell_letters (const char *text);
