/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of people, in the orders in which they are written. */
#pragma once

#include <glib.h>

/** Returns: whether a name is written "Lovelace, Ada"; a title behind a comma, “Ada Lovelace, PhD”,
 * is none of that */
gboolean remit_table_name_is_last_first (const char *name);

/** Returns: (transfer full): "Ada Lovelace" of "Lovelace, Ada" */
char *remit_table_name_dup_turned (const char *name);

/**
 * remit_table_name_dup_key:
 *
 * Returns: (transfer full): what names are looked up by: folded, the first name first, however it
 *   was written; and without spaces where they part no words, as in “山田 太郎”
 */
char *remit_table_name_dup_key (const char *name);

/**
 * remit_table_name_dup_turned_key:
 * @is_sure: (out): whether the scripts leave no doubt that both orders mean one person, as those of
 *   Han, kana and hangul do
 *
 * Returns: (transfer full) (nullable): what the name would be looked up by if it were written the
 *   other way round without a comma: that of "Lovelace Ada" for "Ada Lovelace"; %NULL unless it has
 *   two words
 */
char *remit_table_name_dup_turned_key (const char *name,
                                       gboolean *is_sure);

/** Returns: (transfer full): a whole name of two parts, the family name first where it is so */
char *remit_table_name_dup_joined (const char *first,
                                   const char *last);
