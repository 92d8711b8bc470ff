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

/* ── Letters without accents ──────────────────────────────────────────────────────────────── */

/* Letters that Unicode does not take for others with an accent, and those that are spelled with two
 * where a keyboard lacks them. All of them folded. */
static const struct {
  gunichar letter;
  const char *plain;
  const char *spelled;
} letters[] = {
  { 0x00e4, "a", "ae" }, /* ä */
  { 0x00e5, "a", "aa" }, /* å */
  { 0x00e6, "ae", "ae" }, /* æ */
  { 0x00f0, "d", "d" }, /* ð */
  { 0x00f6, "o", "oe" }, /* ö */
  { 0x00f8, "o", "oe" }, /* ø */
  { 0x00fc, "u", "ue" }, /* ü */
  { 0x00fe, "th", "th" }, /* þ */
  { 0x0111, "d", "d" }, /* đ */
  { 0x0127, "h", "h" }, /* ħ */
  { 0x0131, "i", "i" }, /* ı */
  { 0x0142, "l", "l" }, /* ł */
  { 0x014b, "n", "n" }, /* ŋ */
  { 0x0153, "oe", "oe" }, /* œ */
  { 0x0167, "t", "t" }, /* ŧ */
};

static void
append_letter (GString *result,
               gunichar letter,
               gboolean spelled)
{
  char parts[8];

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == letter)
      {
        g_string_append (result, spelled ? letters[i].spelled : letters[i].plain);
        return;
      }
  parts[g_unichar_to_utf8 (letter, parts)] = '\0';
  if (letter >= 0x80)
    {
      g_autofree char *apart = g_utf8_normalize (parts, -1, G_NORMALIZE_NFD);

      for (const char *part = apart; *part != '\0'; part = g_utf8_next_char (part))
        if (g_unichar_type (g_utf8_get_char (part)) != G_UNICODE_NON_SPACING_MARK)
          g_string_append_unichar (result, g_utf8_get_char (part));
      return;
    }
  g_string_append (result, parts);
}

/* Takes @folded. */
static char *
replace_letters (char *folded,
                 gboolean spelled)
{
  g_autofree char *text = folded;
  GString *result;

  if (g_str_is_ascii (text))
    return g_steal_pointer (&text);
  result = g_string_sized_new (strlen (text));
  for (const char *letter = text; *letter != '\0'; letter = g_utf8_next_char (letter))
    append_letter (result, g_utf8_get_char (letter), spelled);
  return g_string_free (result, FALSE);
}

char *
remit_text_dup_order_key (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_utf8_collate_key (folded, -1);
}

char *
remit_text_fold_letters (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return replace_letters (remit_text_fold (text), FALSE);
}

char *
remit_text_spell_letters (const char *text)
{
  g_autofree char *plain = NULL;
  g_autofree char *spelled = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_str_is_ascii (text))
    return NULL;
  plain = remit_text_fold_letters (text);
  spelled = replace_letters (remit_text_fold (text), TRUE);
  return g_str_equal (plain, spelled) ? NULL : g_steal_pointer (&spelled);
}
