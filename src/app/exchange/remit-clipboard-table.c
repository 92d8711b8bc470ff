/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a table from the clipboard, copied from a spreadsheet, a web page or a text. */
#include "remit-clipboard-table.h"

#include <string.h>

typedef struct
{
  RemitClipboardTableFunc func;
  gpointer data;
  GdkClipboard *clipboard;
} Question;

/* Frees the question. */
static void
answer (Question *question,
        GBytes *table)
{
  question->func (question->data, table);
  g_object_unref (question->clipboard);
  g_free (question);
}

/* One line is no table. */
static void
on_text_read (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GBytes) table = NULL;

  if (text != NULL && strchr (g_strstrip (text), '\n') != NULL)
    table = g_bytes_new (text, strlen (text));
  answer (data, table);
}

static void
read_text (Question *question)
{
  gdk_clipboard_read_text_async (question->clipboard, NULL, on_text_read, question);
}

static gboolean
has_table (GBytes *page)
{
  gsize length;
  const char *text = g_bytes_get_data (page, &length);

  for (gsize i = 0; i + 6 < length; i++)
    if (text[i] == '<' && g_ascii_strncasecmp (text + i + 1, "table", 5) == 0)
      return TRUE;
  return FALSE;
}

static void
on_page_read (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  Question *question = data;
  g_autoptr (GBytes) page = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) >= 0)
    page = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  if (page != NULL && has_table (page))
    answer (question, page);
  else
    read_text (question);
}

static void
on_page_opened (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (GInputStream) stream =
    gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      read_text (data);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                  | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_page_read, data);
}

void
remit_clipboard_table_read (GdkClipboard *clipboard,
                            RemitClipboardTableFunc func,
                            gpointer data)
{
  static const char *types[] = { "text/html", NULL };
  Question *question;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard) && func != NULL);

  question = g_new0 (Question, 1);
  question->func = func;
  question->data = data;
  question->clipboard = g_object_ref (clipboard);
  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_page_opened, question);
}
