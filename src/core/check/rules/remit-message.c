/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages of rules: texts with named placeholders. */
#include "remit-message.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-day.h"
#include "model/remit-percent.h"
#include "plan/load/remit-period.h"
#include "remit-rule.h"

/* What stands between the braces. */
typedef struct {
  char *first;
  char *last; /* of a period */
  enum
  {
    PLAIN,
    DATE,
    PERIOD,
    UNKNOWN
  } format;
} Placeholder;

static void
placeholder_clear (Placeholder *self)
{
  g_free (self->first);
  g_free (self->last);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Placeholder, placeholder_clear)

static void
parse (const char *begin,
       const char *end,
       Placeholder *self)
{
  g_autofree char *inner = g_strndup (begin, (gsize) (end - begin));
  char *format = strchr (inner, '|');
  char *dots;

  self->format = PLAIN;
  if (format != NULL)
    {
      *format++ = '\0';
      self->format = strcmp (format, "date") == 0     ? DATE
                     : strcmp (format, "period") == 0 ? PERIOD
                                                      : UNKNOWN;
    }
  else if (strcmp (inner, "period") == 0)
    {
      self->format = PERIOD;
      self->first = g_strdup ("from");
      self->last = g_strdup ("until");
      return;
    }

  dots = self->format == PERIOD ? strstr (inner, "..") : NULL;
  if (dots != NULL)
    {
      *dots = '\0';
      self->last = g_strdup (dots + 2);
    }
  else if (self->format == PERIOD)
    self->format = UNKNOWN;
  self->first = g_strdup (inner);
}

/* Open ends are written so that they can be compared. */
static gint64
parse_day (const char *text)
{
  return g_strcmp0 (text, "9999-12-31") == 0 ? 0 : remit_day_parse (text);
}

static char *
dup_value (const Placeholder *self,
           RemitMessageLookup lookup,
           gpointer data)
{
  g_autofree char *first = lookup (self->first, self->format == PLAIN, data);
  g_autofree char *last = self->last != NULL ? lookup (self->last, FALSE, data) : NULL;

  switch (self->format)
    {
    case DATE:
      return remit_day_display (parse_day (first));
    case PERIOD:
      return remit_period_dup_words (parse_day (first), parse_day (last));
    case PLAIN:
    case UNKNOWN:
    default:
      return first != NULL ? g_steal_pointer (&first) : g_strdup ("");
    }
}

char *
remit_message_format (const char *text,
                      RemitMessageLookup lookup,
                      gpointer data)
{
  GString *message = g_string_new (NULL);

  g_return_val_if_fail (text != NULL && lookup != NULL, NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *end = *p == '{' && p[1] != '{' ? strchr (p, '}') : NULL;
      g_auto (Placeholder) placeholder = { NULL };
      g_autofree char *value = NULL;

      if (end == NULL)
        {
          g_string_append_c (message, *p);
          p += *p == '{' && p[1] == '{';
          continue;
        }
      parse (p + 1, end, &placeholder);
      value = dup_value (&placeholder, lookup, data);
      g_string_append (message, value);
      p = end;
    }
  return remit_percent_keep (g_string_free (message, FALSE));
}

static gboolean
check_column (const char *column,
              RemitMessageLookup lookup,
              gpointer data,
              GError **error)
{
  g_autofree char *value = column != NULL ? lookup (column, FALSE, data) : NULL;

  if (column == NULL || value != NULL)
    return TRUE;
  g_set_error (error, REMIT_RULE_ERROR, REMIT_RULE_ERROR_INVALID,
               /* Translators: a placeholder in a rule's message */
               _ ("The message has {%s}, but the SELECT has no such column"), column);
  return FALSE;
}

gboolean
remit_message_check (const char *text,
                     RemitMessageLookup lookup,
                     gpointer data,
                     GError **error)
{
  g_return_val_if_fail (text != NULL && lookup != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *end = *p == '{' && p[1] != '{' ? strchr (p, '}') : NULL;
      g_auto (Placeholder) placeholder = { NULL };

      if (*p != '{')
        continue;
      if (p[1] == '{')
        {
          p++;
          continue;
        }
      if (end != NULL)
        parse (p + 1, end, &placeholder);
      if (end == NULL || placeholder.format == UNKNOWN)
        {
          g_set_error (error, REMIT_RULE_ERROR, REMIT_RULE_ERROR_INVALID,
                       _ ("The message has an unknown placeholder: %.40s"), p);
          return FALSE;
        }
      if (!check_column (placeholder.first, lookup, data, error)
          || !check_column (placeholder.last, lookup, data, error))
        return FALSE;
      p = end;
    }
  return TRUE;
}
