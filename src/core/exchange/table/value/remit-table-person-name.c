/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of people, in the orders in which they are written. */
#include "remit-table-person-name.h"

#include <string.h>

#include "model/remit-text.h"
#include "remit-words.h"

/* Returns: (nullable): the only comma, with something before and after it, or %NULL */
static const char *
find_comma (const char *name)
{
  const char *comma = strchr (name, ',');

  if (comma == NULL || comma == name || strchr (comma + 1, ',') != NULL)
    return NULL;
  return comma[1 + strspn (comma + 1, " ")] != '\0' ? comma : NULL;
}

gboolean
remit_table_name_is_last_first (const char *name)
{
  const char *comma = find_comma (name);

  return comma != NULL
         && !remit_words_have (REMIT_WORDS ("values", "title"),
                               comma + 1 + strspn (comma + 1, " "));
}

char *
remit_table_name_dup_turned (const char *name)
{
  const char *comma = find_comma (name);
  g_autofree char *last = NULL;

  if (comma == NULL)
    return g_strdup (name);
  last = g_strstrip (g_strndup (name, (gsize) (comma - name)));
  return g_strdup_printf ("%s %s", comma + 1 + strspn (comma + 1, " "), last);
}

static gboolean
is_east_asian (gunichar character)
{
  GUnicodeScript script = g_unichar_get_script (character);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA
         || script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_HANGUL
         || character == 0x3005 || character == 0x30fc; /* signs that repeat and lengthen */
}

static gboolean
is_all_east_asian (const char *name)
{
  for (; *name != '\0'; name = g_utf8_next_char (name))
    if (*name != ' ' && !is_east_asian (g_utf8_get_char (name)))
      return FALSE;
  return TRUE;
}

char *
remit_table_name_dup_key (const char *name)
{
  g_autofree char *turned =
    remit_table_name_is_last_first (name) ? remit_table_name_dup_turned (name) : g_strdup (name);
  char *folded = remit_text_fold (turned);
  char *end = folded;

  if ((guchar) *folded < 0x80 || !is_all_east_asian (folded))
    return folded;
  for (const char *c = folded; *c != '\0'; c++)
    if (*c != ' ')
      *end++ = *c;
  *end = '\0';
  return folded;
}

char *
remit_table_name_dup_turned_key (const char *name,
                                 gboolean *is_sure)
{
  g_autofree char *folded = remit_text_fold (name);
  char *space = strchr (folded, ' ');
  g_autofree char *turned = NULL;

  *is_sure = FALSE;
  /* a sign that folds to a space may stand at either end */
  if (space == NULL || space == folded || space[1] == '\0' || strpbrk (space + 1, " ,") != NULL
      || space[-1] == ',')
    return NULL;
  *space = '\0';
  turned = g_strdup_printf ("%s %s", space + 1, folded);
  *is_sure = is_all_east_asian (turned);
  return remit_table_name_dup_key (turned);
}

/* In kana and Han signs a space parts the two; in hangul nothing does. */
char *
remit_table_name_dup_joined (const char *first,
                             const char *last)
{
  if (*first == '\0' || *last == '\0')
    return g_strdup (*first != '\0' ? first : last);
  if ((guchar) *first < 0x80 || !is_all_east_asian (first) || !is_all_east_asian (last))
    return g_strdup_printf ("%s %s", first, last);
  if (g_unichar_get_script (g_utf8_get_char (last)) == G_UNICODE_SCRIPT_HANGUL)
    return g_strconcat (last, first, NULL);
  return g_strdup_printf ("%s %s", last, first);
}
