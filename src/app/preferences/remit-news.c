/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is new, for the about window. */
#include "remit-news.h"

#include <string.h>

/* Paragraphs and points of the text that are being put together. */
typedef struct
{
  GString *markup;
  GString *text;
  const char *element;
  gboolean in_list;
} Writer;

static void
end_element (Writer *writer)
{
  g_autofree char *plain = NULL;
  g_autofree char *escaped = NULL;

  if (writer->text->len == 0)
    return;

  plain = g_strdup (writer->text->str);
  g_strdelimit (plain, "`*", ' ');
  escaped = g_markup_escape_text (g_strstrip (plain), -1);
  g_string_append_printf (writer->markup, "<%s>%s</%s>", writer->element, escaped, writer->element);
  g_string_truncate (writer->text, 0);
}

static void
set_in_list (Writer *writer,
             gboolean in_list)
{
  end_element (writer);
  if (writer->in_list != in_list)
    g_string_append (writer->markup, in_list ? "<ul>" : "</ul>");
  writer->in_list = in_list;
  writer->element = in_list ? "li" : "p";
}

static void
add_words (Writer *writer,
           const char *words)
{
  if (writer->text->len > 0)
    g_string_append_c (writer->text, ' ');
  g_string_append (writer->text, words);
}

static void
add_line (Writer *writer,
          const char *line)
{
  if (*line == '\0')
    set_in_list (writer, FALSE);
  else if (g_str_has_prefix (line, "- "))
    {
      set_in_list (writer, TRUE);
      add_words (writer, line + strlen ("- "));
    }
  else
    add_words (writer, line);
}

char *
remit_news_dup_markup (const char *markdown)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Writer writer = { .markup = g_string_new (NULL), .text = text, .element = "p" };
  gboolean found = FALSE;

  g_return_val_if_fail (markdown != NULL, NULL);

  lines = g_strsplit (markdown, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean head = g_str_has_prefix (lines[i], "## ");

      if (head && found)
        break;
      if (found)
        add_line (&writer, g_strstrip (lines[i]));
      found = found || head;
    }
  set_in_list (&writer, FALSE);
  return g_string_free (writer.markup, FALSE);
}
