/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the tables of a plan are written, row by row: to a CSV file, or sheets of a workbook. */
#include "remit-book-sink.h"

/* So many rows are written between two looks at whether to go on. */
#define ROWS_BETWEEN 64

static void
column_clear (gpointer data)
{
  RemitBookColumn *column = data;

  g_free (column->header);
  g_free (column->group);
}

static void
cell_clear (gpointer data)
{
  RemitBookCell *cell = data;

  g_free (cell->text);
}

void
remit_book_sink_init (RemitBookSink *self,
                      const RemitBookSinkInfo *info,
                      const RemitExport *export,
                      RemitOutput *output)
{
  self->info = info;
  self->export = export;
  self->output = output;
  self->columns = g_array_new (FALSE, FALSE, sizeof (RemitBookColumn));
  g_array_set_clear_func (self->columns, column_clear);
  self->cells = g_array_new (FALSE, FALSE, sizeof (RemitBookCell));
  g_array_set_clear_func (self->cells, cell_clear);
}

void
remit_book_sink_clear (RemitBookSink *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_free (self->name);
}

void
remit_book_sink_free (RemitBookSink *self)
{
  if (self != NULL)
    self->info->free (self);
}

void
remit_book_sink_begin_table (RemitBookSink *self,
                             const char *name,
                             guint n_frozen)
{
  g_free (self->name);
  self->name = g_strdup (name);
  self->n_frozen = n_frozen;
  self->n_rows = 0;
  self->has_groups = FALSE;
  g_array_set_size (self->columns, 0);
  g_array_set_size (self->cells, 0);
}

void
remit_book_sink_add_column (RemitBookSink *self,
                            RemitBookColumnKind kind,
                            const char *header)
{
  RemitBookColumn column = { kind, g_strdup (header), NULL };

  g_array_append_val (self->columns, column);
}

void
remit_book_sink_add_grouped (RemitBookSink *self,
                             RemitBookColumnKind kind,
                             const char *group,
                             const char *header)
{
  RemitBookColumn column = { kind, g_strdup (header), g_strdup (group) };

  g_array_append_val (self->columns, column);
  self->has_groups |= *group != '\0';
}

gboolean
remit_book_sink_begin_rows (RemitBookSink *self,
                            GError **error)
{
  return self->info->begin_rows (self, error);
}

static void
add (RemitBookSink *self,
     const char *text,
     gint64 integer,
     gboolean is_there)
{
  RemitBookCell cell = { g_strdup (text), integer, is_there };

  g_assert (self->cells->len < self->columns->len);
  g_array_append_val (self->cells, cell);
}

void
remit_book_sink_add_text (RemitBookSink *self,
                          const char *text)
{
  add (self, text, 0, text != NULL && *text != '\0');
}

void
remit_book_sink_add_integer (RemitBookSink *self,
                             gint64 integer)
{
  add (self, NULL, integer, TRUE);
}

void
remit_book_sink_add_some (RemitBookSink *self,
                          gint64 integer)
{
  add (self, NULL, integer, integer != 0);
}

gboolean
remit_book_sink_end_row (RemitBookSink *self,
                         GError **error)
{
  gboolean done;

  g_assert (self->cells->len == self->columns->len);
  done = self->info->end_row (self, error);
  g_array_set_size (self->cells, 0);
  self->n_rows++;
  if (++self->n_done % ROWS_BETWEEN != 0 || !done)
    return done;
  if (self->n_expected > 0)
    remit_export_step (self->export, MIN (0.9, (double) self->n_done / self->n_expected));
  return !g_cancellable_set_error_if_cancelled (self->export->cancellable, error);
}

gboolean
remit_book_sink_end_table (RemitBookSink *self,
                           GError **error)
{
  return self->info->end_table == NULL || self->info->end_table (self, error);
}

gboolean
remit_book_sink_finish (RemitBookSink *self,
                        GError **error)
{
  return self->info->finish == NULL || self->info->finish (self, error);
}
