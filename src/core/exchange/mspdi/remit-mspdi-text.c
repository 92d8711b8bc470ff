/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML as a text that is written piece by piece: elements with a text, one a line. */
#include "remit-mspdi-text.h"

#include <string.h>

#include "model/remit-day.h"

/* Bytes that are written at once. */
#define PIECE (64 * 1024)
#define MINUTES_OF_DAY 1440

void
remit_mspdi_text_init (RemitMspdiText *self,
                       RemitOutput *output)
{
  *self = (RemitMspdiText){ .output = output, .text = g_string_sized_new (PIECE + 4096) };
  g_string_append (self->text, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
}

static void
flush (RemitMspdiText *self)
{
  self->failed = self->failed
                 || !remit_output_write (self->output, self->text->str, self->text->len);
  g_string_truncate (self->text, 0);
}

gboolean
remit_mspdi_text_finish (RemitMspdiText *self)
{
  flush (self);
  return !self->failed;
}

void
remit_mspdi_text_clear (RemitMspdiText *self)
{
  g_string_free (self->text, TRUE);
}

static void
indent (RemitMspdiText *self)
{
  static const char spaces[] = "                ";

  g_string_append_len (self->text, spaces, (gssize) MIN (2 * self->depth, sizeof spaces - 1));
}

static void
open_tag (RemitMspdiText *self,
          const char *name)
{
  indent (self);
  g_string_append_c (self->text, '<');
  g_string_append (self->text, name);
  g_string_append_c (self->text, '>');
}

static void
close_tag (RemitMspdiText *self,
           const char *name)
{
  /* an element has a namespace only where it begins */
  g_string_append_len (self->text, "</", 2);
  g_string_append_len (self->text, name, (gssize) strcspn (name, " "));
  g_string_append_len (self->text, ">\n", 2);
  if (self->text->len >= PIECE)
    flush (self);
}

void
remit_mspdi_text_start (RemitMspdiText *self,
                        const char *name)
{
  open_tag (self, name);
  g_string_append_c (self->text, '\n');
  self->depth++;
}

void
remit_mspdi_text_end (RemitMspdiText *self,
                      const char *name)
{
  self->depth--;
  indent (self);
  close_tag (self, name);
}

/* A carriage return would come back as a line feed. */
static void
append_character (GString *text,
                  const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (c == '&')
    g_string_append (text, "&amp;");
  else if (c == '<')
    g_string_append (text, "&lt;");
  else if (c == '>')
    g_string_append (text, "&gt;");
  else if (c == '\r')
    g_string_append (text, "&#13;");
  else if ((c < 0x20 && c != '\t' && c != '\n') || c == 0xfffe || c == 0xffff)
    g_string_append_unichar (text, 0xfffd);
  else
    g_string_append_len (text, p, g_utf8_next_char (p) - p);
}

static gboolean
is_plain (char c)
{
  return (c >= ' ' || c == '\t' || c == '\n') && c != '&' && c != '<' && c != '>';
}

static void
append_escaped (GString *text,
                const char *value)
{
  while (*value != '\0')
    {
      const char *p = value;

      while (is_plain (*p))
        p++;
      g_string_append_len (text, value, p - value);
      if (*p != '\0')
        {
          append_character (text, p);
          p = g_utf8_next_char (p);
        }
      value = p;
    }
}

void
remit_mspdi_text_add (RemitMspdiText *self,
                      const char *name,
                      const char *value)
{
  if (*value == '\0')
    return;
  open_tag (self, name);
  append_escaped (self->text, value);
  close_tag (self, name);
}

static void
add_cut (RemitMspdiText *self,
         const char *name,
         const char *value,
         glong maximum)
{
  g_autofree char *cut = NULL;

  /* as many bytes are no more characters */
  if (strlen (value) > (gsize) maximum && g_utf8_strlen (value, -1) > maximum)
    cut = g_utf8_substring (value, 0, maximum);
  remit_mspdi_text_add (self, name, cut != NULL ? cut : value);
}

void
remit_mspdi_text_add_short (RemitMspdiText *self,
                            const char *name,
                            const char *value)
{
  add_cut (self, name, value, REMIT_MSPDI_TEXT_MAX);
}

void
remit_mspdi_text_add_integer (RemitMspdiText *self,
                              const char *name,
                              gint64 value)
{
  char buffer[32];

  g_snprintf (buffer, sizeof buffer, "%" G_GINT64_FORMAT, value);
  remit_mspdi_text_add (self, name, buffer);
}

void
remit_mspdi_text_add_share (RemitMspdiText *self,
                            const char *name,
                            gint64 percent)
{
  char buffer[32];

  if (percent % 100 == 0)
    g_snprintf (buffer, sizeof buffer, "%d", (int) (percent / 100));
  else
    g_snprintf (buffer, sizeof buffer, "%d.%02d", (int) (percent / 100), (int) (percent % 100));
  remit_mspdi_text_add (self, name, buffer);
}

void
remit_mspdi_text_add_moment (RemitMspdiText *self,
                             const char *name,
                             gint64 day,
                             gint64 minutes)
{
  char buffer[40];

  /* the format has no end of a day but its last minute */
  minutes = MIN (minutes, MINUTES_OF_DAY - 1);
  remit_day_format (day, buffer);
  g_snprintf (buffer + 10, sizeof buffer - 10, "T%02d:%02d:00", (int) (minutes / 60),
              (int) (minutes % 60));
  remit_mspdi_text_add (self, name, buffer);
}

void
remit_mspdi_text_add_time (RemitMspdiText *self,
                           const char *name,
                           gint64 minutes)
{
  char buffer[32];

  g_snprintf (buffer, sizeof buffer, "%02d:%02d:00", (int) (minutes / 60 % 24),
              (int) (minutes % 60));
  remit_mspdi_text_add (self, name, buffer);
}

void
remit_mspdi_text_add_duration (RemitMspdiText *self,
                               const char *name,
                               gint64 minutes)
{
  char buffer[40];

  g_snprintf (buffer, sizeof buffer, "PT%" G_GINT64_FORMAT "H%dM0S", minutes / 60,
              (int) (minutes % 60));
  remit_mspdi_text_add (self, name, buffer);
}

void
remit_mspdi_text_add_custom (RemitMspdiText *self,
                             guint field,
                             const char *value)
{
  if (*value == '\0')
    return;
  remit_mspdi_text_start (self, "ExtendedAttribute");
  remit_mspdi_text_add_integer (self, "FieldID", field);
  add_cut (self, "Value", value, REMIT_MSPDI_CUSTOM_MAX);
  remit_mspdi_text_end (self, "ExtendedAttribute");
}
