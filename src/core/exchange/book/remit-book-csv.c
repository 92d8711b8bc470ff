/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of a plan as CSV. */
#include "remit-book-sink.h"

#include "model/remit-day.h"

typedef struct {
  RemitBookSink sink;
  RemitCsvLine *line;
} Csv;

/* A failed write sticks to the output, which tells it when it is closed. */
static gboolean
begin_rows (RemitBookSink *sink,
            GError **error G_GNUC_UNUSED)
{
  Csv *self = (Csv *) sink;

  for (guint i = 0; sink->has_groups && i < sink->columns->len; i++)
    {
      const char *group = g_array_index (sink->columns, RemitBookColumn, i).group;

      remit_csv_line_add (self->line, group != NULL ? group : "");
    }
  if (sink->has_groups && !(remit_csv_line_begin (self->line) && remit_csv_line_end (self->line)))
    return FALSE;
  for (guint i = 0; i < sink->columns->len; i++)
    remit_csv_line_add (self->line, g_array_index (sink->columns, RemitBookColumn, i).header);
  return (sink->has_groups || remit_csv_line_begin (self->line)) && remit_csv_line_end (self->line);
}

static void
add_integer (Csv *self,
             RemitBookColumnKind kind,
             gint64 integer)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (kind == REMIT_BOOK_DAY)
    remit_day_format (integer, text);
  else if (kind == REMIT_BOOK_TIME)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (integer / 1000);
      g_autofree char *written = g_date_time_format (time, "%Y-%m-%d %H:%M");

      g_strlcpy (text, written, sizeof text);
    }
  else
    g_snprintf (text, sizeof text,
                kind == REMIT_BOOK_PERCENT ? "%" G_GINT64_FORMAT "%%" : "%" G_GINT64_FORMAT,
                integer);
  remit_csv_line_add (self->line, text);
}

static gboolean
end_row (RemitBookSink *sink,
         GError **error G_GNUC_UNUSED)
{
  Csv *self = (Csv *) sink;

  for (guint i = 0; i < sink->cells->len; i++)
    {
      const RemitBookCell *cell = &g_array_index (sink->cells, RemitBookCell, i);

      if (!cell->is_there || cell->text != NULL)
        remit_csv_line_add (self->line, cell->is_there ? cell->text : "");
      else
        add_integer (self, g_array_index (sink->columns, RemitBookColumn, i).kind, cell->integer);
    }
  return remit_csv_line_end (self->line);
}

static void
csv_free (RemitBookSink *sink)
{
  Csv *self = (Csv *) sink;

  remit_csv_line_free (self->line);
  remit_book_sink_clear (sink);
  g_free (self);
}

static const RemitBookSinkInfo csv_info = {
  .begin_rows = begin_rows, .end_row = end_row, .free = csv_free,
};

RemitBookSink *
remit_book_csv_new (const RemitExport *export,
                    RemitOutput *output)
{
  Csv *self = g_new0 (Csv, 1);

  remit_book_sink_init (&self->sink, &csv_info, export, output);
  self->line = remit_csv_line_new (output, &export->csv);
  return &self->sink;
}
