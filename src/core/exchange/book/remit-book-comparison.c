/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes how two plans differ, as a workbook or as CSV. */
#include "remit-book-comparison.h"

#include <glib/gi18n-lib.h>

#include "exchange/remit-output.h"
#include "remit-book-sink.h"

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

/* ── Figures ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
write_figures (RemitBookSink *sink,
               const RemitComparison *comparison,
               GError **error)
{
  remit_book_sink_begin_table (sink, _ ("Figures"), 1);
  remit_book_sink_add_column (sink, REMIT_BOOK_TEXT, _ ("Figure"));
  remit_book_sink_add_column (sink, REMIT_BOOK_NUMBER, comparison->titles[0]);
  remit_book_sink_add_column (sink, REMIT_BOOK_NUMBER, comparison->titles[1]);
  if (!remit_book_sink_begin_rows (sink, error))
    return FALSE;
  for (RemitPlanFigure i = 0; i < REMIT_N_PLAN_FIGURES; i++)
    {
      g_autofree char *label =
        g_strdup_printf (remit_plan_figure_is_percent (i) ? "%s (%%)" : "%s",
                         remit_plan_figure_get_label (i));

      remit_book_sink_add_text (sink, label);
      remit_book_sink_add_integer (sink, comparison->figures[0].values[i]);
      remit_book_sink_add_integer (sink, comparison->figures[1].values[i]);
      if (!remit_book_sink_end_row (sink, error))
        return FALSE;
    }
  return remit_book_sink_end_table (sink, error);
}

/* ── All of it ────────────────────────────────────────────────────────────────────────────── */

static gboolean
write_sheets (const RemitBookComparison *self,
              const RemitExport *export,
              RemitOutput *output,
              GError **error)
{
  const RemitComparison *comparison = self->comparison;
  /* Translators: the names of two plans that are compared */
  g_autofree char *title =
    g_strdup_printf (_ ("%1$s and %2$s"), comparison->titles[0], comparison->titles[1]);
  g_autoptr (RemitBookSink) sink = remit_book_xlsx_new (export, output, title, error);

  return sink != NULL && write_differences (sink, comparison, error)
         && (self->findings == NULL || write_findings (sink, self->findings, error))
         && write_figures (sink, comparison, error) && remit_book_sink_finish (sink, error);
}

static gboolean
write_csv (const RemitBookComparison *self,
           const RemitExport *export,
           RemitOutput *output,
           GError **error)
{
  g_autoptr (RemitBookSink) sink = remit_book_csv_new (export, output);

  return write_differences (sink, self->comparison, error) && remit_book_sink_finish (sink, error);
}

gboolean
remit_book_write_comparison (const RemitBookComparison *self,
                             const RemitExport *export,
                             const char *path,
                             GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  gboolean is_xlsx = g_str_has_suffix (lower, ".xlsx");
  GError *problem = NULL;
  RemitOutput *output;
  gboolean done;

  if (!is_xlsx && !g_str_has_suffix (lower, ".csv") && !g_str_equal (path, "-"))
    {
      g_set_error_literal (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED,
                           _ ("The file name must end in “.xlsx” or “.csv”"));
      return FALSE;
    }
  output = remit_output_open (path, export->cancellable, error);
  if (output == NULL)
    return FALSE;
  done = (is_xlsx ? write_sheets : write_csv) (self, export, output, &problem);
  if (problem != NULL)
    remit_output_take_error (output, problem);
  return remit_output_close (output, done, error);
}
