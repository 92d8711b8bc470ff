/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may steer a terminal. */
#include "remit-cli-terminal.h"

#include <inttypes.h>
#include <stdio.h>

#define REPLACEMENT 0xfffd

/* All but those that text is made of. */
static gboolean
is_control (gunichar letter)
{
  return g_unichar_iscntrl (letter) && letter != '\n' && letter != '\t';
}

/* With such characters escaped as in JSON, or else replaced. */
static char *
dup_harmless (const char *text,
              gboolean escape)
{
  GString *harmless = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (escape && is_control (letter))
        g_string_append_printf (harmless, "\\u%04" PRIx32, (uint32_t) letter);
      else
        g_string_append_unichar (harmless, is_control (letter) ? REPLACEMENT : letter);
    }
  return g_string_free (harmless, FALSE);
}

/* In the encoding of the locale, as GLib would do it. */
static void
write_plain (const char *text,
             FILE *stream)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *plain = dup_harmless (valid, FALSE);
  g_autofree char *local = NULL;
  const char *charset;

  if (!g_get_charset (&charset))
    local = g_convert_with_fallback (plain, -1, charset, "UTF-8", "?", NULL, NULL, NULL);
  fputs (local != NULL ? local : plain, stream);
  fflush (stream);
}

static void
print (const char *text)
{
  write_plain (text, stdout);
}

static void
print_error (const char *text)
{
  write_plain (text, stderr);
}

void
remit_cli_terminal_guard (void)
{
  g_set_print_handler (print);
  g_set_printerr_handler (print_error);
}

char *
remit_cli_terminal_escape_json (const char *json)
{
  return dup_harmless (json, TRUE);
}
