/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what several plans amount to, side by side, as a workbook or as CSV. */
#include "remit-book-figures.h"

#include <glib/gi18n-lib.h>

#include "remit-book-file.h"

static gboolean
write_figure (RemitBookSink *sink,
              const RemitBookFigures *self,
              RemitPlanFigure figure,
              GError **error)
{
  g_autofree char *label =
    g_strdup_printf (remit_plan_figure_is_percent (figure) ? "%s (%%)" : "%s",
                     remit_plan_figure_get_label (figure));

  remit_book_sink_add_text (sink, label);
  for (guint i = 0; i < self->n; i++)
    remit_book_sink_add_integer (sink, self->figures[i]->values[figure]);
  return remit_book_sink_end_row (sink, error);
}

static gboolean
write_findings (RemitBookSink *sink,
                const RemitBookFigures *self,
                GError **error)
{
  if (self->n_findings == NULL)
    return TRUE;
  remit_book_sink_add_text (sink, _ ("Findings"));
  for (guint i = 0; i < self->n; i++)
    remit_book_sink_add_integer (sink, self->n_findings[i]);
  return remit_book_sink_end_row (sink, error);
}

gboolean
remit_book_figures_add (const RemitBookFigures *self,
                        RemitBookSink *sink,
                        GError **error)
{
  remit_book_sink_begin_table (sink, _ ("Figures"), 1);
  remit_book_sink_add_column (sink, REMIT_BOOK_TEXT, _ ("Figure"));
  for (guint i = 0; i < self->n; i++)
    remit_book_sink_add_column (sink, REMIT_BOOK_NUMBER, self->titles[i]);
  if (!remit_book_sink_begin_rows (sink, error))
    return FALSE;
  for (RemitPlanFigure figure = 0; figure < REMIT_N_PLAN_FIGURES; figure++)
    if (!write_figure (sink, self, figure, error))
      return FALSE;
  return write_findings (sink, self, error) && remit_book_sink_end_table (sink, error);
}

static gboolean
write_table (RemitBookSink *sink,
             gboolean is_workbook G_GNUC_UNUSED,
             gconstpointer self,
             GError **error)
{
  return remit_book_figures_add (self, sink, error);
}

gboolean
remit_book_write_figures (const RemitBookFigures *self,
                          const RemitExport *export,
                          const char *path,
                          GError **error)
{
  return remit_book_file_write (export, path, _ ("Figures"), write_table, self, error);
}
