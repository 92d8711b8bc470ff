/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the tables of a plan, such as its people, slots and decision rights. */
#include "remit-book-writer.h"

#include "exchange/matrix/remit-matrix-writer.h"
#include "remit-book-tables.h"

static gboolean (*const writers[REMIT_N_EXPORT_TABLES]) (RemitBook *self, GError **error) = {
  [REMIT_EXPORT_PEOPLE] = remit_book_people_write,
  [REMIT_EXPORT_SEATS] = remit_book_seats_write,
  [REMIT_EXPORT_RIGHTS] = remit_matrix_write_table,
  [REMIT_EXPORT_ASSIGNMENTS] = remit_book_assignments_write,
  [REMIT_EXPORT_DECISIONS] = remit_book_decisions_write,
  [REMIT_EXPORT_CONFLICTS] = remit_book_conflicts_write,
  [REMIT_EXPORT_SKILLS] = remit_book_skills_write,
  [REMIT_EXPORT_LEVELS] = remit_book_levels_write,
  [REMIT_EXPORT_SKILL_MATRIX] = remit_book_skill_matrix_write,
  [REMIT_EXPORT_FINDINGS] = remit_book_findings_write,
};

static gboolean
write_tables (RemitBook *self,
              guint tables,
              GError **error)
{
  for (guint i = 0; i < REMIT_N_EXPORT_TABLES; i++)
    if ((tables & 1u << i) && !writers[i](self, error))
      return FALSE;
  return remit_plan_source_check (self->source, error)
         && remit_book_sink_finish (self->sink, error);
}

static RemitPlanSource *
open_source (const RemitExport *export,
             RemitBookReferences **references,
             GError **error)
{
  g_autoptr (RemitPlanSource) source = remit_plan_source_open (export->store, export->plan,
                                                               export->audience, error);

  if (source == NULL)
    return NULL;
  *references = remit_book_references_new (export->store, error);
  return *references != NULL ? g_steal_pointer (&source) : NULL;
}

gboolean
remit_book_write_csv (const RemitExport *export,
                      RemitOutput *output,
                      GError **error)
{
  g_autoptr (RemitBookReferences) references = NULL;
  g_autoptr (RemitPlanSource) source = open_source (export, &references, error);
  g_autoptr (RemitBookSink) sink = NULL;

  if (source == NULL)
    return FALSE;
  sink = remit_book_csv_new (export, output);
  sink->n_expected = remit_plan_source_count (source);
  return write_tables (&(RemitBook){ source, references, sink }, export->tables, error);
}

gboolean
remit_book_write_xlsx (const RemitExport *export,
                       RemitOutput *output,
                       GError **error)
{
  g_autoptr (RemitBookReferences) references = NULL;
  g_autoptr (RemitPlanSource) source = open_source (export, &references, error);
  g_autoptr (RemitBookSink) sink = NULL;

  if (source == NULL)
    return FALSE;
  sink = remit_book_xlsx_new (
    export, output, remit_record_get_text (remit_plan_source_get_plan (source), REMIT_PLAN_NAME),
    error);
  if (sink == NULL)
    return FALSE;
  sink->n_expected = remit_plan_source_count (source);
  return write_tables (&(RemitBook){ source, references, sink }, export->tables, error);
}
