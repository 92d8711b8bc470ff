/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that are the same for people, however they were typed. */
#include "remit-text.h"

#include <string.h>

/* Most texts are plain: one pass, and no tables of Unicode.
 * Returns: (transfer full) (nullable): %NULL for one that is not */
static char *
fold_ascii (const char *text)
{
  gsize length = strlen (text);
  char *folded = g_malloc (length + 1);
  char *end = folded;

  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80 || *text == '`')
      {
        g_free (folded);
        return NULL;
      }
    else if (!g_ascii_isspace (*text))
      *end++ = g_ascii_tolower (*text);
    else if (end > folded && end[-1] != ' ')
      *end++ = ' ';
  if (end > folded && end[-1] == ' ')
    end--;
  *end = '\0';
  return folded;
}

/* What joins, parts or turns letters, or chooses among their shapes. */
static gboolean
is_invisible (gunichar character)
{
  return g_unichar_type (character) == G_UNICODE_FORMAT || g_unichar_iscntrl (character)
         || (character >= 0xfe00 && character <= 0xfe0f)
         || (character >= 0xe0100 && character <= 0xe01ef) || character == 0x034f
         || character == 0x115f || character == 0x1160 || character == 0x3164;
}

/* What looks like one of these, spreadsheets and phones put in its place.
 * Returns: 0 for what cannot be seen */
static gunichar
fold_character (gunichar character)
{
  switch (character)
    {
    case '`':
    case 0x00b4: /* acute accent */
    case 0x02b9: /* modifier letters that stand for an apostrophe */
    case 0x02bb:
    case 0x02bc:
    case 0x02bd:
    case 0x2018: /* quotation marks */
    case 0x2019:
    case 0x201b:
    case 0x2032: /* prime */
    case 0xff07:
      return '\'';
    case 0x2010: /* hyphens and dashes */
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xfe58:
    case 0xfe63:
    case 0xff0d:
      return '-';
    default:
      break;
    }
  if (g_unichar_isspace (character))
    return ' ';
  return is_invisible (character) ? 0 : character;
}

static char *
replace_lookalikes (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = fold_character (g_utf8_get_char (text));

      if (character != 0
          && (character != ' ' || (folded->len > 0 && folded->str[folded->len - 1] != ' ')))
        g_string_append_unichar (folded, character);
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

/* Lookalikes go first: Unicode takes an acute accent by itself for a space with an accent. What is
 * written in one sign may be capitals; and folding may take letters apart that were one. */
char *
remit_text_fold (const char *text)
{
  g_autofree char *plain = NULL;
  g_autofree char *compatible = NULL;
  g_autofree char *caseless = NULL;
  char *folded;

  g_return_val_if_fail (text != NULL, NULL);

  folded = fold_ascii (text);
  if (folded != NULL)
    return folded;
  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup ("");
  plain = replace_lookalikes (text);
  compatible = g_utf8_normalize (plain, -1, G_NORMALIZE_ALL_COMPOSE);
  caseless = g_utf8_casefold (compatible, -1);
  return g_utf8_normalize (caseless, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

gboolean
remit_text_is_like (const char *a,
                    const char *b)
{
  g_autofree char *first = remit_text_fold (a);
  g_autofree char *second = remit_text_fold (b);

  return g_str_equal (first, second);
}
