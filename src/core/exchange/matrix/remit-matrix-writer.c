/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the matrix of decision rights as a table. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-matrix-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/remit-output.h"
#include "exchange/table/remit-csv-line.h"
#include "plan/decide/remit-matrix.h"
#include "remit-matrix-holders.h"

static const struct
{
  guint field;
  const char *header;
} fields[REMIT_MATRIX_N_FIELDS] = {
  [REMIT_MATRIX_TEAM] = { REMIT_DECISION_TEAM, N_ ("Team") },
  [REMIT_MATRIX_DECISION] = { REMIT_DECISION_TITLE, N_ ("Decision") },
  [REMIT_MATRIX_DESCRIPTION] = { REMIT_DECISION_DESCRIPTION, N_ ("Description") },
  [REMIT_MATRIX_KIND] = { REMIT_DECISION_KIND, N_ ("Kind") },
  [REMIT_MATRIX_FRAMEWORK] = { REMIT_DECISION_FRAMEWORK, N_ ("Framework") },
  [REMIT_MATRIX_QUORUM] = { REMIT_DECISION_QUORUM, N_ ("Quorum") },
  [REMIT_MATRIX_DECIDE_BY] = { REMIT_DECISION_DECIDE_BY, N_ ("Decide by") },
  [REMIT_MATRIX_STATUS] = { REMIT_DECISION_STATUS, N_ ("Status") },
  [REMIT_MATRIX_KEY] = { REMIT_DECISION_KEY, N_ ("Key") },
};

guint
remit_matrix_field_get_field (RemitMatrixField field)
{
  g_return_val_if_fail (field < REMIT_MATRIX_N_FIELDS, 0);

  return fields[field].field;
}

const char *
remit_matrix_field_get_header (RemitMatrixField field)
{
  g_return_val_if_fail (field < REMIT_MATRIX_N_FIELDS, NULL);

  return _ (fields[field].header);
}

/* ── Writing ──────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitStore *store;
  gint64 plan;
  GPtrArray *holders; /* those that have a column */
  GHashTable *letters; /* of the decision that is written: by holder */
  GHashTable *teams; /* names by id */
  GString *line;
} Writer;

static gboolean
write_header (Writer *self,
              RemitOutput *output)
{
  for (RemitMatrixField i = 0; i < REMIT_MATRIX_N_FIELDS; i++)
    remit_csv_line_add (self->line, remit_matrix_field_get_header (i));
  for (guint i = 0; i < self->holders->len; i++)
    remit_csv_line_add (self->line, ((RemitMatrixHolder *) self->holders->pdata[i])->header);
  return remit_csv_line_end (self->line, output);
}

static char *
dup_field (Writer *self,
           const RemitRecord *decision,
           RemitMatrixField field)
{
  gint64 team = remit_record_get_integer (decision, REMIT_DECISION_TEAM);
  const char *name;

  if (field != REMIT_MATRIX_TEAM)
    return remit_record_format (decision, fields[field].field);
  name = g_hash_table_lookup (self->teams, &team);
  return g_strdup (name != NULL ? name : "");
}

static gboolean
load_letters (Writer *self,
              gint64 decision,
              GError **error)
{
  g_autoptr (RemitStatement) rows = NULL;
  g_autoptr (GError) local_error = NULL;

  g_hash_table_remove_all (self->letters);
  rows = remit_store_prepare (self->store,
                              "SELECT coalesce (slot, role, person), letter FROM right"
                              " WHERE decision = ?1", error);
  if (rows == NULL)
    return FALSE;
  remit_statement_bind_integer (rows, 1, decision);
  while (remit_store_step (self->store, rows, &local_error))
    {
      gint64 holder = remit_statement_get_integer (rows, 0);
      int letter = remit_field_find_choice (
        &remit_right_info.fields[REMIT_RIGHT_LETTER],
        remit_statement_get_text (rows, 1));
      RemitLetters letters
        = GPOINTER_TO_UINT (g_hash_table_lookup (self->letters, &holder));

      if (letter >= 0)
        g_hash_table_replace (self->letters, g_memdup2 (&holder, sizeof holder),
                              GUINT_TO_POINTER (letters | REMIT_LETTERS (letter)));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
write_decision (Writer *self,
                RemitOutput *output,
                const RemitRecord *decision,
                GError **error)
{
  RemitFramework framework
    = (RemitFramework) remit_record_get_integer (decision, REMIT_DECISION_FRAMEWORK);

  if (!load_letters (self, remit_record_get_id (decision), error))
    return FALSE;
  for (RemitMatrixField i = 0; i < REMIT_MATRIX_N_FIELDS; i++)
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
  return remit_csv_line_end (self->line, output);
}

static gboolean
write_decisions (Writer *self,
                 RemitOutput *output,
                 GError **error)
{
  g_autoptr (RemitStatement) rows = NULL;
  g_autoptr (RemitRecord) decision = remit_record_new (REMIT_KIND_DECISION);
  g_autoptr (GError) local_error = NULL;
  gboolean done = TRUE;

  rows = remit_store_prepare (
    self->store,
    remit_store_get_select (REMIT_KIND_DECISION, "WHERE t.plan = ?1 ORDER BY t.position, t.id"),
    error);
  if (rows == NULL)
    return FALSE;
  remit_statement_bind_integer (rows, 1, self->plan);
  while (done && remit_store_step (self->store, rows, &local_error))
    {
      remit_store_read (rows, decision);
      done = write_decision (self, output, decision, &local_error);
    }
  if (local_error == NULL)
    return done;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

static gboolean
load_teams (Writer *self,
            GError **error)
{
  g_autoptr (RemitStatement) rows = NULL;
  g_autoptr (GError) local_error = NULL;

  rows = remit_store_prepare (self->store, "SELECT id, name FROM team WHERE plan = ?1", error);
  if (rows == NULL)
    return FALSE;
  remit_statement_bind_integer (rows, 1, self->plan);
  while (remit_store_step (self->store, rows, &local_error))
    {
      gint64 id = remit_statement_get_integer (rows, 0);

      g_hash_table_insert (self->teams, g_memdup2 (&id, sizeof id),
                           g_strdup (remit_statement_get_text (rows, 1)));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Roles and people without a right have no column. */
static void
drop_unused (GPtrArray *holders)
{
  for (guint i = holders->len; i-- > 0;)
    {
      const RemitMatrixHolder *holder = holders->pdata[i];

      if (holder->kind != REMIT_KIND_SLOT && !holder->used)
        g_ptr_array_remove_index (holders, i);
    }
}

static gboolean
write_all (Writer *self,
           RemitOutput *output,
           GError **error)
{
  self->holders = remit_matrix_holders_load (self->store, self->plan, error);
  if (self->holders == NULL)
    return FALSE;
  drop_unused (self->holders);
  return load_teams (self, error)
         && remit_csv_line_begin (output)
         && write_header (self, output) && write_decisions (self, output, error);
}

/* Everything that the file says is of one moment. */
static gboolean
write_snapshot (Writer *self,
                RemitOutput *output,
                GError **error)
{
  gboolean done;

  if (!remit_store_begin_read (self->store, _ ("Exporting"), error))
    return FALSE;
  done = write_all (self, output, error);
  remit_store_end_read (self->store);
  return done;
}

gboolean
remit_matrix_write_csv (RemitStore *store,
                        gint64 plan,
                        const char *path,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GHashTable) letters = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          NULL);
  g_autoptr (GHashTable) teams = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        g_free);
  Writer self = { .store = store, .plan = plan, .letters = letters, .teams = teams };
  RemitOutput *output;
  GError *local_error = NULL;
  gboolean done;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  output = remit_output_open (path, cancellable, error);
  if (output == NULL)
    return FALSE;
  self.line = g_string_new (NULL);
  done = write_snapshot (&self, output, &local_error);
  g_string_free (self.line, TRUE);
  g_clear_pointer (&self.holders, g_ptr_array_unref);
  if (local_error != NULL)
    remit_output_take_error (output, local_error);
  return remit_output_close (output, done, error);
}
