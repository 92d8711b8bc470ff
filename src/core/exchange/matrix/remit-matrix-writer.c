/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the matrix of decision rights as a table. */
#include "remit-matrix-writer.h"

#include <glib/gi18n-lib.h>

#include "exchange/remit-plan-source.h"
#include "exchange/csv/remit-csv-line.h"
#include "plan/decide/remit-matrix.h"
#include "remit-matrix-holders.h"

const RemitMatrixFieldInfo remit_matrix_fields[REMIT_MATRIX_N_FIELDS] = {
  [REMIT_MATRIX_TEAM] = { REMIT_DECISION_TEAM, N_ ("Team"), "team squad group gruppe mannschaft" },
  [REMIT_MATRIX_DECISION] = { REMIT_DECISION_TITLE, N_ ("Decision"),
                              "decision decisions title activity activities task tasks deliverable "
                              "deliverables process "
                              "workpackage entscheidung entscheidungen titel aktivitat aktivitaet "
                              "aufgabe aufgaben tatigkeit "
                              "taetigkeit arbeitspaket was what" },
  [REMIT_MATRIX_DESCRIPTION] = { REMIT_DECISION_DESCRIPTION, N_ ("Description"),
                                 "description details beschreibung" },
  [REMIT_MATRIX_KIND] = { REMIT_DECISION_KIND, N_ ("Kind"), "kind type art typ" },
  [REMIT_MATRIX_FRAMEWORK] = { REMIT_DECISION_FRAMEWORK, N_ ("Framework"),
                               "framework method rahmen methode" },
  [REMIT_MATRIX_QUORUM] = { REMIT_DECISION_QUORUM, N_ ("Quorum"), "quorum" },
  [REMIT_MATRIX_DECIDE_BY] = { REMIT_DECISION_DECIDE_BY, N_ ("Decide by"),
                               "decideby due duedate deadline until bis frist termin" },
  [REMIT_MATRIX_STATUS] = { REMIT_DECISION_STATUS, N_ ("Status"), "status state stand" },
  [REMIT_MATRIX_KEY] = { REMIT_DECISION_KEY, N_ ("Key"), "key schlussel schluessel" },
};

/* ── Writing ──────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitPlanSource *source;
  RemitOutput *output;
  GPtrArray *holders;  /* those that have a column */
  GHashTable *letters; /* of the decision that is written: by holder */
  GString *line;
} Writer;

/* A column that the reader may not see is left out, since an empty one would say that there is
 * nothing. */
static gboolean
shows (Writer *self,
       RemitMatrixField field)
{
  return remit_plan_source_shows (self->source,
                                  &remit_decision_info.fields[remit_matrix_fields[field].field]);
}

static gboolean
write_header (Writer *self)
{
  for (RemitMatrixField i = 0; i < REMIT_MATRIX_N_FIELDS; i++)
    if (shows (self, i))
      remit_csv_line_add (self->line, _ (remit_matrix_fields[i].header));
  for (guint i = 0; i < self->holders->len; i++)
    remit_csv_line_add (self->line, ((RemitMatrixHolder *) self->holders->pdata[i])->header);
  return remit_csv_line_end (self->line, self->output);
}

static char *
dup_field (Writer *self,
           const RemitRecord *decision,
           RemitMatrixField field)
{
  const RemitRecord *team;

  if (field != REMIT_MATRIX_TEAM)
    return remit_record_format (decision, remit_matrix_fields[field].field);
  team = remit_plan_source_find (self->source, REMIT_KIND_TEAM,
                                 remit_record_get_integer (decision, REMIT_DECISION_TEAM));
  return g_strdup (team != NULL ? remit_record_get_text (team, REMIT_TEAM_NAME) : "");
}

static void
load_letters (Writer *self,
              gint64 decision)
{
  const RemitRecord *right;

  g_hash_table_remove_all (self->letters);
  remit_plan_source_begin (self->source, REMIT_KIND_RIGHT, decision);
  while ((right = remit_plan_source_next (self->source, REMIT_KIND_RIGHT)) != NULL)
    {
      int letter = (int) remit_record_get_integer (right, REMIT_RIGHT_LETTER);
      RemitLetters letters;
      gint64 holder;

      remit_record_get_alternative (right, &holder);
      letters = GPOINTER_TO_UINT (g_hash_table_lookup (self->letters, &holder));
      g_hash_table_replace (self->letters, g_memdup2 (&holder, sizeof holder),
                            GUINT_TO_POINTER (letters | REMIT_LETTERS (letter)));
    }
}

static gboolean
write_decision (Writer *self,
                const RemitRecord *decision)
{
  RemitFramework framework =
    (RemitFramework) remit_record_get_integer (decision, REMIT_DECISION_FRAMEWORK);

  load_letters (self, remit_record_get_id (decision));
  for (RemitMatrixField i = 0; i < REMIT_MATRIX_N_FIELDS; i++)
    if (shows (self, i))
      {
        g_autofree char *text = dup_field (self, decision, i);

        remit_csv_line_add (self->line, text);
      }
  for (guint i = 0; i < self->holders->len; i++)
    {
      const RemitMatrixHolder *holder = self->holders->pdata[i];
      gpointer letters = g_hash_table_lookup (self->letters, &holder->id);
      g_autofree char *text = remit_matrix_format_letters (framework, GPOINTER_TO_UINT (letters));

      remit_csv_line_add (self->line, text);
    }
  return remit_csv_line_end (self->line, self->output);
}

static gboolean
write_decisions (Writer *self,
                 GError **error)
{
  const RemitRecord *decision;

  remit_plan_source_begin (self->source, REMIT_KIND_DECISION, 0);
  while ((decision = remit_plan_source_next (self->source, REMIT_KIND_DECISION)) != NULL)
    if (!write_decision (self, decision))
      return FALSE;
  return remit_plan_source_check (self->source, error);
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

/* Roles and people without a right have no column, nor has what the reader may not see. */
static void
drop_others (RemitPlanSource *source,
             GPtrArray *holders)
{
  for (guint i = holders->len; i-- > 0;)
    {
      const RemitMatrixHolder *holder = holders->pdata[i];

      if ((holder->kind != REMIT_KIND_SLOT && !holder->used)
          || remit_plan_source_find (source, holder->kind, holder->id) == NULL)
        g_ptr_array_remove_index (holders, i);
    }
}

gboolean
remit_matrix_write_csv (const RemitExport *export,
                        RemitOutput *output,
                        GError **error)
{
  g_autoptr (GHashTable) letters = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          NULL);
  g_autoptr (RemitPlanSource) source = NULL;
  g_autoptr (GPtrArray) holders = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  Writer self = { NULL, output, NULL, letters, line };

  source = remit_plan_source_open (export->store, export->plan, export->audience, error);
  if (source == NULL)
    return FALSE;
  holders = remit_matrix_holders_load (export->store, export->plan, error);
  if (holders == NULL)
    return FALSE;
  drop_others (source, holders);
  self.source = source;
  self.holders = holders;
  return remit_csv_line_begin (output) && write_header (&self) && write_decisions (&self, error);
}
