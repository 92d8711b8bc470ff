/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command line as far as it is typed: its words, and how what follows is to be quoted. */
#include "remit-cli-line.h"

#include <string.h>

/* The line while it is read. */
typedef struct {
  RemitCliLine *line;
  GString *word;
  gboolean is_open;
} Reader;

static void
end_word (Reader *self)
{
  if (self->is_open)
    g_ptr_array_add (self->line->words, g_strdup (self->word->str));
  g_string_truncate (self->word, 0);
  self->is_open = FALSE;
  self->line->kept = 0;
}

/* Within quotes. Returns: how many bytes were read */
static gsize
read_quoted (Reader *self,
             const char *text)
{
  if (*text == self->line->quote)
    {
      self->line->quote = 0;
      return 1;
    }
  if (*text == '\\' && self->line->quote == '"' && text[1] != '\0' && strchr ("\"\\$`", text[1]))
    text++;
  else
    {
      g_string_append_c (self->word, *text);
      return 1;
    }
  g_string_append_c (self->word, *text);
  return 2;
}

/* Outside of quotes. */
static gsize
read_plain (Reader *self,
            const char *text,
            const char *breaks)
{
  if (g_ascii_isspace (*text))
    {
      end_word (self);
      return 1;
    }
  self->is_open = TRUE;
  if (*text == '\'' || *text == '"')
    {
      self->line->quote = *text;
      self->line->kept = self->word->len;
      return 1;
    }
  if (*text == '\\')
    {
      if (text[1] != '\0')
        g_string_append_c (self->word, text[1]);
      return text[1] != '\0' ? 2 : 1;
    }
  g_string_append_c (self->word, *text);
  if (strchr (breaks, *text) != NULL)
    self->line->kept = self->word->len;
  return 1;
}

void
remit_cli_line_init (RemitCliLine *self,
                     const char *line,
                     const char *breaks)
{
  Reader reader = { self, g_string_new (NULL), FALSE };

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->quote = 0;
  self->kept = 0;
  while (*line != '\0')
    line += self->quote != 0 ? read_quoted (&reader, line) : read_plain (&reader, line, breaks);
  self->current = g_string_free (reader.word, FALSE);
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
    return strchr ("\"\\$`", *c) != NULL;
  if (self->quote == '\'' || (guchar) *c >= 0x80 || g_ascii_isalnum (*c))
    return FALSE;
  return strchr ("-_./%+,", *c) == NULL && !(*c == '=' && c[1] == '\0');
}

char *
remit_cli_line_dup_candidate (const RemitCliLine *self,
                              const char *word)
{
  GString *text = g_string_new (NULL);

  for (const char *c = word + self->kept; *c != '\0'; c++)
    {
      if (*c == '\'' && self->quote == '\'')
        {
          g_string_append (text, "'\\''");
          continue;
        }
      if (has_to_be_quoted (self, c))
        g_string_append_c (text, '\\');
      g_string_append_c (text, *c);
    }
  return g_string_free (text, FALSE);
}
