/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of what the rules find in a plan. */
#include "remit-book-tables.h"

#include <glib/gi18n-lib.h>

#include "check/remit-check.h"

static void
add_columns (RemitBook *self)
{
  remit_book_sink_begin_table (self->sink, _ ("Findings"), 2);
  remit_book_sink_add_column (self->sink, REMIT_BOOK_TEXT, _ ("Severity"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_KEY, _ ("Rule"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_TEXT, _ ("Title"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_LINES, _ ("Finding"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_LINES, _ ("Why"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_TEXT, _ ("Accepted by"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_LINES, _ ("Accepted because"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_DAY, _ ("Accepted until"));
}

static gboolean
write_finding (RemitBook *self,
               RemitFinding *finding,
               GError **error)
{
  const RemitRecord *waiver = remit_finding_get_waiver (finding);
  RemitRule *rule = remit_finding_get_rule (finding);

  remit_book_sink_add_text (
    self->sink, _ (remit_severity_choices[remit_finding_get_severity (finding)].label));
  remit_book_sink_add_text (self->sink, remit_finding_get_rule_id (finding));
  remit_book_sink_add_text (self->sink, remit_finding_get_title (finding));
  remit_book_sink_add_text (self->sink, remit_finding_get_message (finding));
  remit_book_sink_add_text (self->sink, rule != NULL ? rule->why : NULL);
  remit_book_sink_add_text (
    self->sink, waiver != NULL ? remit_record_get_text (waiver, REMIT_WAIVER_ACTOR) : NULL);
  remit_book_sink_add_text (
    self->sink, waiver != NULL ? remit_record_get_text (waiver, REMIT_WAIVER_REASON) : NULL);
  remit_book_sink_add_some (
    self->sink, waiver != NULL ? remit_record_get_integer (waiver, REMIT_WAIVER_UNTIL) : 0);
  return remit_book_sink_end_row (self->sink, error);
}

gboolean
remit_book_findings_write (RemitBook *self,
                           GError **error)
{
  const RemitExport *export = self->sink->export;
  g_autoptr (RemitRules) rules = remit_rules_load ();
  const RemitCheckOptions options = { .rules = rules, .plan = export->plan,
                                      .cancellable = export->cancellable };
  g_autoptr (GPtrArray) findings = remit_check_run (remit_store_get_path (export->store), &options,
                                                    error);

  add_columns (self);
  if (findings == NULL || !remit_book_sink_begin_rows (self->sink, error))
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    if (!write_finding (self, findings->pdata[i], error))
      return FALSE;
  return remit_book_sink_end_table (self->sink, error);
}
