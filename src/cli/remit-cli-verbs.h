/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of verbs, which help, dispatch and completion follow. */
#pragma once

#include "remit-cli.h"

G_BEGIN_DECLS

/** Returns: (transfer none) (nullable): the verb at @index, %NULL after the last one */
const RemitCliVerb *remit_cli_verbs_get (guint index);

/**
 * remit_cli_verb_find:
 * @n_words: (out): how many of @words are the verb's name
 *
 * Returns: (transfer none) (nullable): the verb with which @words begin
 */
const RemitCliVerb *remit_cli_verb_find (char **words,
                                         guint *n_words);

/** Returns: (transfer full): "assign PERSON SLOT" */
char *remit_cli_verb_dup_synopsis (const RemitCliVerb *verb);

/** Returns: (transfer full): a line for each verb whose name begins with @prefix */
char *remit_cli_verbs_dup_list (const char *prefix);

/** Returns: (transfer full): the same for the verbs whose first of two words is @word */
char *remit_cli_verbs_dup_family (const char *word);

/** The options that all verbs have; set by whoever parses them. */
extern const GOptionEntry remit_cli_common_options[];

G_END_DECLS
