/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people are searched for: words, and skills with the least level that is asked for. */
#pragma once

#include "store/workspace/remit-workspace.h"

/**
 * RemitPersonQuery:
 *
 * Terms with blanks between them, all of which have to be there: `python>=3 spark "machine
 * learning">=2 hamburg`. A word is looked for in the name, title, unit, place and skills; one with
 * `>=` (or `≥`, `>`, `=`, `:`) and a number in skills alone, which are held at that level at least
 * (`=`: at that level; `>`: above it). As long as the number is not typed yet, any level will do. A
 * term with blanks stands in quotes.
 */
typedef struct _RemitPersonQuery RemitPersonQuery;

/** Returns: (transfer full): never %NULL; what is no comparison is a word */
RemitPersonQuery *remit_person_query_new (const char *text);
void remit_person_query_free (RemitPersonQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitPersonQuery, remit_person_query_free)

/** Returns: whether it lets everybody through */
gboolean remit_person_query_is_empty (const RemitPersonQuery *self);

/**
 * RemitPersonWords:
 * @texts: where a word is looked for: name, title and the like
 * @skills: the names of a person's skills
 * @levels: at which level they have each of them
 *
 * What a person is found by, all of it folded by remit_text_fold_letters(): of those who are
 * searched again and again that is done once.
 */
typedef struct {
  const char *const *texts;
  guint n_texts;
  const char *const *skills;
  const int *levels;
  guint n_skills;
} RemitPersonWords;

/** Returns: whether a person has all that is searched for. For any thread. */
gboolean remit_person_query_matches_words (const RemitPersonQuery *self,
                                           const RemitPersonWords *words);

/** The same for a person of a workspace. */
gboolean remit_person_query_matches (const RemitPersonQuery *self,
                                     RemitWorkspace *workspace,
                                     RemitEntity *person);
