/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command line as far as it is typed: its words, and how what follows is to be quoted. */
#include "remit-cli-line.h"

#include <string.h>

/* What a backslash takes its meaning from, within double quotes. */
#define SPECIAL "\"\\$`"

static gboolean
is_any (char letter,
        const char *of)
{
  return letter != '\0' && strchr (of, letter) != NULL;
}

/* Reads the next letter. Returns: how many bytes were read */
static gsize
read_letter (RemitCliLine *self,
             GString *word,
             const char *text,
             const char *breaks)
{
  if (*text == '\\'
      && (self->quote == 0 || (self->quote == '"' && is_any (text[1], SPECIAL))))
    {
      if (text[1] == '\0')
        return 1;
      g_string_append_c (word, text[1]);
      return 2;
    }
  if (self->quote != 0 && *text == self->quote)
    self->quote = 0;
  else if (self->quote == 0 && is_any (*text, "'\""))
    {
      self->quote = *text;
      self->kept = word->len;
    }
  else
    {
      g_string_append_c (word, *text);
      if (self->quote == 0 && is_any (*text, breaks))
        self->kept = word->len;
    }
  return 1;
}

void
remit_cli_line_init (RemitCliLine *self,
                     const char *line,
                     const char *breaks)
{
  GString *word = g_string_new (NULL);
  gboolean is_open = FALSE;

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->quote = 0;
  self->kept = 0;
  while (*line != '\0')
    if (self->quote == 0 && g_ascii_isspace (*line))
      {
        if (is_open)
          g_ptr_array_add (self->words, g_strdup (word->str));
        g_string_truncate (word, 0);
        is_open = FALSE;
        self->kept = 0;
        line++;
      }
    else
      {
        is_open = TRUE;
        line += read_letter (self, word, line, breaks);
      }
  self->current = g_string_free (word, FALSE);
}

void
remit_cli_line_clear (RemitCliLine *self)
{
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_clear_pointer (&self->current, g_free);
}

static gboolean
has_to_be_quoted (const RemitCliLine *self,
                  const char *c)
{
  if (self->quote == '"')
    return is_any (*c, SPECIAL);
  if (self->quote == '\'' || (guchar) *c >= 0x80 || g_ascii_isalnum (*c))
    return FALSE;
  return !is_any (*c, "-_./%+,") && !(*c == '=' && c[1] == '\0');
}

char *
remit_cli_line_dup_candidate (const RemitCliLine *self,
                              const char *word)
{
  GString *text = g_string_new (NULL);

  for (const char *c = word + self->kept; *c != '\0'; c++)
    {
      if (*c == '\'' && self->quote == '\'')
        g_string_append (text, "'\\'");
      else if (has_to_be_quoted (self, c))
        g_string_append_c (text, '\\');
      g_string_append_c (text, *c);
    }
  return g_string_free (text, FALSE);
}
