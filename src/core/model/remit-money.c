/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money as one text: “650.00 EUR”. */
#include "remit-money.h"

#include <inttypes.h>
#include <string.h>

/* Those of ISO 4217 (list one, 2024) that do not have two decimals. */
static const struct {
  const char *codes;
  int n_decimals;
} others[] = {
  { "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 0 },
  { "BHD IQD JOD KWD LYD OMR TND", 3 },
  { "CLF UYW", 4 },
};

/* Signs that belong to one currency alone. */
static const struct {
  const char *sign;
  const char *code;
} signs[] = {
  { "€", "EUR" },
  { "£", "GBP" },
  { "₹", "INR" },
  { "₩", "KRW" },
  { "US$", "USD" },
};

static int
get_n_decimals (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strstr (others[i].codes, code) != NULL)
      return others[i].n_decimals;
  return 2;
}

static gint64
get_unit (const char *code)
{
  gint64 unit = 1;

  for (int i = get_n_decimals (code); i > 0; i--)
    unit *= 10;
  return unit;
}

static gboolean
is_code (const char *text)
{
  for (int i = 0; i < 3; i++)
    if (!g_ascii_isupper (text[i]))
      return FALSE;
  return text[3] == '\0';
}

/* Digits, then exactly as many decimals. */
static gboolean
parse_amount (const char *text,
              gsize length,
              int n_decimals,
              gint64 *minor)
{
  gsize point = n_decimals > 0 ? length - (gsize) n_decimals - 1 : length;

  *minor = 0;
  if (length > 16 || (n_decimals > 0 && length < (gsize) n_decimals + 2))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (i == point && text[i] == '.')
        continue;
      if (i == point || !g_ascii_isdigit (text[i]))
        return FALSE;
      *minor = *minor * 10 + (text[i] - '0');
    }
  return length > 0 && *minor <= REMIT_MONEY_MAX && (point == 1 || *text != '0');
}

gboolean
remit_money_parse (const char *text,
                   gint64 *minor,
                   RemitCurrency currency)
{
  const char *space;
  gint64 amount;

  g_return_val_if_fail (text != NULL, FALSE);

  space = strchr (text, ' ');
  if (space == NULL || strlen (space) != 4 || !is_code (space + 1)
      || !parse_amount (text, (gsize) (space - text), get_n_decimals (space + 1), &amount))
    return FALSE;
  if (minor != NULL)
    *minor = amount;
  if (currency != NULL)
    memcpy (currency, space + 1, sizeof (RemitCurrency));
  return TRUE;
}

char *
remit_money_format (gint64 minor,
                    const RemitCurrency currency)
{
  int n_decimals = get_n_decimals (currency);
  gint64 unit = get_unit (currency);

  if (n_decimals == 0)
    return g_strdup_printf ("%" PRId64 " %s", minor, currency);
  return g_strdup_printf ("%" PRId64 ".%0*" PRId64 " %s", minor / unit, n_decimals, minor % unit,
                          currency);
}

char *
remit_money_display (gint64 minor,
                     const RemitCurrency currency)
{
  int n_decimals = get_n_decimals (currency);
  gint64 unit = get_unit (currency);

  if (minor % unit == 0)
    return g_strdup_printf ("%'" PRId64 " %s", minor / unit, currency);
  return g_strdup_printf ("%'" PRId64 ".%0*" PRId64 " %s", minor / unit, n_decimals, minor % unit,
                          currency);
}

/* Takes the currency off either end.
 * Returns: (transfer full) (nullable): the rest, or %NULL when there is no currency */
static char *
take_currency (const char *text,
               RemitCurrency currency)
{
  gsize length = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i].sign) || g_str_has_suffix (text, signs[i].sign))
      {
        gsize size = strlen (signs[i].sign);

        g_strlcpy (currency, signs[i].code, sizeof (RemitCurrency));
        return g_str_has_prefix (text, signs[i].sign) ? g_strdup (text + size)
                                                      : g_strndup (text, length - size);
      }
  for (gsize at = 0; length > 3 && at <= length - 3; at += length - 3)
    {
      g_autofree char *part = g_strndup (text + at, 3);
      g_autofree char *code = g_ascii_strup (part, 3);

      if (!is_code (code))
        continue;
      g_strlcpy (currency, code, sizeof (RemitCurrency));
      return at == 0 ? g_strdup (text + 3) : g_strndup (text, length - 3);
    }
  return NULL;
}

/* A separator, and three digits. */
static gboolean
separates_thousands (const char *at)
{
  return strchr (".,' ", *at) != NULL && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2])
         && g_ascii_isdigit (at[3]) && !g_ascii_isdigit (at[4]);
}

/* The last point or comma separates decimals, unless three digits follow it. */
static const char *
find_point (const char *amount,
            int n_decimals)
{
  const char *last = NULL;
  gsize n_after;

  for (const char *at = amount; *at != '\0'; at++)
    if (*at == '.' || *at == ',')
      last = at;
  if (last == NULL)
    return NULL;
  n_after = strlen (last + 1);
  return n_after > 0 && n_after <= (gsize) n_decimals && n_after != 3 ? last : NULL;
}

/* Returns: (transfer full) (nullable): the amount as in files */
static char *
dup_amount (const char *amount,
            int n_decimals)
{
  const char *point = find_point (amount, n_decimals);
  GString *text = g_string_new (NULL);
  int missing = n_decimals;

  for (const char *at = amount; *at != '\0'; at++)
    {
      if (g_ascii_isdigit (*at))
        g_string_append_c (text, *at);
      else if (at == point && n_decimals > 0)
        g_string_append_c (text, '.');
      else if (!separates_thousands (at))
        return g_string_free (text, TRUE);
      if (point != NULL && at > point)
        missing--;
    }
  if (text->len == 0)
    return g_string_free (text, TRUE);
  if (point == NULL && n_decimals > 0)
    g_string_append_c (text, '.');
  for (; missing > 0; missing--)
    g_string_append_c (text, '0');
  while (text->len > 1 && text->str[0] == '0' && g_ascii_isdigit (text->str[1]))
    g_string_erase (text, 0, 1);
  return g_string_free (text, FALSE);
}

char *
remit_money_dup_file_text (const char *text)
{
  RemitCurrency currency = "";
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *money = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (remit_money_parse (text, NULL, NULL))
    return g_strdup (text);
  /* spaces at which no line is broken, as between thousands */
  parts = g_strsplit (text, "\u202f", -1);
  plain = g_strjoinv (" ", parts);
  g_strfreev (parts);
  parts = g_strsplit (plain, "\u00a0", -1);
  g_free (plain);
  plain = g_strstrip (g_strjoinv (" ", parts));

  rest = take_currency (plain, currency);
  if (rest == NULL)
    return g_strdup (text);
  amount = dup_amount (g_strstrip (rest), get_n_decimals (currency));
  if (amount == NULL)
    return g_strdup (text);
  money = g_strdup_printf ("%s %s", amount, currency);
  return remit_money_parse (money, NULL, NULL) ? g_steal_pointer (&money) : g_strdup (text);
}
