/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes how two plans differ, as a workbook or as CSV. */
#include "remit-book-comparison.h"

#include <glib/gi18n-lib.h>

#include "remit-book-figures.h"
#include "remit-book-file.h"

/* ── Differences ──────────────────────────────────────────────────────────────────────────── */

static void
add_field (RemitBookSink *sink,
           const RemitDifference *difference,
           const RemitHistoryField *field)
{
  remit_book_sink_add_text (sink, difference->team_name);
  remit_book_sink_add_text (sink, remit_difference_op_get_label (difference->op));
  remit_book_sink_add_text (sink, _ (remit_entity_info (difference->kind)->label));
  remit_book_sink_add_text (sink, difference->line->name);
  remit_book_sink_add_text (sink, field != NULL ? field->label : NULL);
  remit_book_sink_add_text (sink, field != NULL ? field->old : NULL);
  remit_book_sink_add_text (sink, field != NULL ? field->new : NULL);
}

static gboolean
write_difference (RemitBookSink *sink,
                  const RemitDifference *difference,
                  GError **error)
{
  GPtrArray *fields = difference->line->fields;

  for (guint i = 0; i < MAX (fields->len, 1); i++)
    {
      add_field (sink, difference, i < fields->len ? fields->pdata[i] : NULL);
      if (!remit_book_sink_end_row (sink, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_differences (RemitBookSink *sink,
                   const RemitComparison *comparison,
                   GError **error)
{
  remit_book_sink_begin_table (sink, _ ("Differences"), 1);
  remit_book_sink_add_column (sink, REMIT_BOOK_TEXT, _ ("Team"));
  remit_book_sink_add_column (sink, REMIT_BOOK_TEXT, _ ("Difference"));
  remit_book_sink_add_column (sink, REMIT_BOOK_TEXT, _ ("Kind"));
  remit_book_sink_add_column (sink, REMIT_BOOK_TEXT, _ ("Name"));
  remit_book_sink_add_column (sink, REMIT_BOOK_TEXT, _ ("Field"));
  remit_book_sink_add_column (sink, REMIT_BOOK_LINES, comparison->titles[0]);
  remit_book_sink_add_column (sink, REMIT_BOOK_LINES, comparison->titles[1]);
  if (!remit_book_sink_begin_rows (sink, error))
    return FALSE;
  for (guint i = 0; i < comparison->differences->len; i++)
    if (!write_difference (sink, comparison->differences->pdata[i], error))
      return FALSE;
  return remit_book_sink_end_table (sink, error);
}

/* ── Findings ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
write_findings_of (RemitBookSink *sink,
                   GPtrArray *findings,
                   const char *label,
                   GError **error)
{
  for (guint i = 0; i < findings->len; i++)
    {
      RemitFinding *finding = findings->pdata[i];

      remit_book_sink_add_text (sink, label);
      remit_book_sink_add_text (
        sink, _ (remit_severity_choices[remit_finding_get_severity (finding)].label));
      remit_book_sink_add_text (sink, remit_finding_get_rule_id (finding));
      remit_book_sink_add_text (sink, remit_finding_get_message (finding));
      if (!remit_book_sink_end_row (sink, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_findings (RemitBookSink *sink,
                const RemitFindingChanges *findings,
                GError **error)
{
  remit_book_sink_begin_table (sink, _ ("Findings"), 1);
  remit_book_sink_add_column (sink, REMIT_BOOK_TEXT, _ ("Difference"));
  remit_book_sink_add_column (sink, REMIT_BOOK_TEXT, _ ("Severity"));
  remit_book_sink_add_column (sink, REMIT_BOOK_KEY, _ ("Rule"));
  remit_book_sink_add_column (sink, REMIT_BOOK_LINES, _ ("Finding"));
  /* Translators: findings that one of two plans has and the other has not, and those of both */
  return remit_book_sink_begin_rows (sink, error)
         && write_findings_of (sink, findings->added, C_ ("findings", "New"), error)
         && write_findings_of (sink, findings->fixed, C_ ("findings", "Fixed"), error)
         && write_findings_of (sink, findings->same, C_ ("findings", "Unchanged"), error)
         && remit_book_sink_end_table (sink, error);
}

/* ── All of it ────────────────────────────────────────────────────────────────────────────── */

static gboolean
write_figures (RemitBookSink *sink,
               const RemitComparison *comparison,
               GError **error)
{
  const RemitBookFigures figures = {
    .n = 2,
    .titles = (const char *const *) comparison->titles,
    .figures = (const RemitPlanFigures *const[]){ &comparison->figures[0],
                                                  &comparison->figures[1] },
  };

  return remit_book_figures_add (&figures, sink, error);
}

static gboolean
write_tables (RemitBookSink *sink,
              gboolean is_workbook,
              gconstpointer data,
              GError **error)
{
  const RemitBookComparison *self = data;

  return write_differences (sink, self->comparison, error)
         && (!is_workbook || self->findings == NULL
             || write_findings (sink, self->findings, error))
         && (!is_workbook || write_figures (sink, self->comparison, error));
}

gboolean
remit_book_write_comparison (const RemitBookComparison *self,
                             const RemitExport *export,
                             const char *path,
                             GError **error)
{
  /* Translators: the names of two plans that are compared */
  g_autofree char *title = g_strdup_printf (_ ("%1$s and %2$s"), self->comparison->titles[0],
                                            self->comparison->titles[1]);

  return remit_book_file_write (export, path, title, write_tables, self, error);
}
