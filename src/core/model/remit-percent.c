/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Percentages in texts: the number and its sign stay together. */
#include "remit-percent.h"

#include <string.h>

#define NO_BREAK_SPACE "\u00a0"
#define ISOLATE "\u2066"
#define POP "\u2069"

static RemitPercentStyle style = REMIT_PERCENT_PLAIN;

void
remit_percent_set_style (RemitPercentStyle new_style)
{
  style = new_style;
}

static gboolean
is_of_number (char c)
{
  return g_ascii_isdigit (c) || c == '.' || c == ',';
}

/* Returns: the length of a space at @text, or 0 */
static gsize
get_space (const char *text)
{
  if (*text == ' ')
    return 1;
  return g_str_has_prefix (text, NO_BREAK_SPACE) ? strlen (NO_BREAK_SPACE) : 0;
}

/* Returns: the length of a number, a space and a sign at @text, or 0; sets the number's */
static gsize
find_percentage (const char *text,
                 gsize *number)
{
  gsize space;

  *number = 0;
  if (!g_ascii_isdigit (*text))
    return 0;
  while (is_of_number (text[*number]))
    (*number)++;
  space = get_space (text + *number);
  return space > 0 && text[*number + space] == '%' ? *number + space + 1 : 0;
}

char *
remit_percent_keep (char *text)
{
  g_autofree char *owned = text;
  GString *kept;

  if (style == REMIT_PERCENT_PLAIN || strchr (text, '%') == NULL)
    return g_steal_pointer (&owned);
  kept = g_string_new (NULL);
  while (*text != '\0')
    {
      gsize number;
      gsize length = find_percentage (text, &number);
      gboolean isolated = length > 0 && style == REMIT_PERCENT_ISOLATED;

      if (isolated)
        g_string_append (kept, ISOLATE);
      if (number > 0)
        g_string_append_len (kept, text, (gssize) number);
      else
        g_string_append_c (kept, *text);
      if (length > 0)
        g_string_append (kept, NO_BREAK_SPACE "%");
      if (isolated)
        g_string_append (kept, POP);
      text += MAX (length, MAX (number, 1));
    }
  return g_string_free (kept, FALSE);
}

char *
remit_percent_printf (const char *format,
                      ...)
{
  va_list arguments;
  char *text;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return remit_percent_keep (text);
}
