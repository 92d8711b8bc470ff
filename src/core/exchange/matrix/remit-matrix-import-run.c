/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a matrix of decision rights: the edit. */
#include <glib/gi18n-lib.h>

#include "model/remit-text.h"
#include "remit-matrix-create.h"

/* ── Rights ───────────────────────────────────────────────────────────────────────────────── */

static RemitMatrixRowCell *
find_cell (const RemitMatrixRow *row,
           const RemitRecord *right)
{
  gint64 id;
  RemitKind kind = remit_record_get_alternative (right, &id);

  for (guint i = 0; i < row->cells->len; i++)
    {
      RemitMatrixRowCell *cell = &g_array_index (row->cells, RemitMatrixRowCell, i);

      if (cell->holder->kind == kind && cell->holder->id == id)
        return cell;
    }
  return NULL;
}

static RemitLetters
get_letter (const RemitRecord *right)
{
  return REMIT_LETTERS (remit_record_get_integer (right, REMIT_RIGHT_LETTER));
}

/* What has no column stays, and so has to be a letter of the framework still. */
static gboolean
check_framework (const RemitMatrixRow *row,
                 GPtrArray *rights,
                 GError **error)
{
  RemitFramework framework
    = (RemitFramework) remit_record_get_integer (row->decision, REMIT_DECISION_FRAMEWORK);

  for (guint i = 0; i < rights->len; i++)
    {
      RemitLetter letter
        = (RemitLetter) remit_record_get_integer (rights->pdata[i], REMIT_RIGHT_LETTER);

      if (find_cell (row, rights->pdata[i]) != NULL
          || remit_framework_get_letter (framework, letter) != NULL)
        continue;
      return remit_exchange_refuse (error,
                                    /* Translators: a line of a file, a framework such as RACI,
                                     * and a letter */
                                    _ ("Line %1$u: %2$s has no %3$s, which is held by a slot, role "
                                       "or person without a column in the file"), row->line,
                                    remit_framework_get_info (framework)->nick,
                                    remit_letter_choices[letter].nick);
    }
  return TRUE;
}

/* Takes away what the file no longer has; what stays is struck off the cells. */
static gboolean
delete_rights (RemitMatrixRun *self,
               const RemitMatrixRow *row,
               GPtrArray *rights,
               GError **error)
{
  for (guint i = 0; i < rights->len; i++)
    {
      RemitMatrixRowCell *cell = find_cell (row, rights->pdata[i]);

      if (cell == NULL)
        continue;
      if (cell->letters & get_letter (rights->pdata[i]))
        {
          cell->letters &= ~get_letter (rights->pdata[i]);
          self->result->same[REMIT_KIND_RIGHT]++;
          continue;
        }
      if (!remit_edit_delete (self->edit, REMIT_KIND_RIGHT,
                              remit_record_get_id (rights->pdata[i]), error))
        return FALSE;
      self->result->removed[REMIT_KIND_RIGHT]++;
    }
  return TRUE;
}

static gboolean
insert_right (RemitMatrixRun *self,
              gint64 decision,
              const RemitMatrixHolder *holder,
              RemitLetter letter,
              GError **error)
{
  g_autoptr (RemitRecord) right = remit_right_create (self->import->plan, decision, holder->kind,
                                                      holder->id, letter);

  self->result->added[REMIT_KIND_RIGHT]++;
  return remit_edit_insert (self->edit, right, error);
}

static gboolean
insert_rights (RemitMatrixRun *self,
               const RemitMatrixRow *row,
               GError **error)
{
  gint64 decision = remit_record_get_id (row->decision);

  for (guint i = 0; i < row->cells->len; i++)
    {
      const RemitMatrixRowCell *cell = &g_array_index (row->cells, RemitMatrixRowCell, i);

      for (RemitLetter letter = 0; letter < REMIT_N_LETTERS; letter++)
        if ((cell->letters & REMIT_LETTERS (letter))
            && !insert_right (self, decision, cell->holder, letter, error))
          return FALSE;
    }
  return TRUE;
}

/* ── Decisions ────────────────────────────────────────────────────────────────────────────── */

static gboolean
merge_row (RemitMatrixRun *self,
           const RemitMatrixRow *row,
           GError **error)
{
  g_autoptr (GPtrArray) rights = remit_store_load_all (self->store, REMIT_KIND_RIGHT,
                                                       "WHERE t.decision = ?1 ORDER BY t.id",
                                                       remit_record_get_id (row->old), error);

  if (rights == NULL || !check_framework (row, rights, error))
    return FALSE;
  /* On the way no right has a letter that is not one of the framework. */
  if (!remit_record_is_same (row->old, row->decision, REMIT_DECISION_FRAMEWORK))
    {
      for (guint i = 0; i < rights->len; i++)
        if (find_cell (row, rights->pdata[i]) != NULL
            && !remit_edit_delete (self->edit, REMIT_KIND_RIGHT,
                                   remit_record_get_id (rights->pdata[i]), error))
          return FALSE;
      g_ptr_array_set_size (rights, 0);
    }
  if (!delete_rights (self, row, rights, error))
    return FALSE;
  if (remit_record_is_equal (row->old, row->decision))
    remit_import_result_count_same (self->result, REMIT_KIND_DECISION,
                                    remit_record_get_id (row->decision));
  else
    {
      self->result->changed[REMIT_KIND_DECISION]++;
      if (!remit_edit_update (self->edit, row->decision, error))
        return FALSE;
    }
  return insert_rights (self, row, error);
}

static gboolean
import_row (RemitMatrixRun *self,
            const RemitMatrixRow *row,
            GError **error)
{
  if (row->old != NULL)
    return merge_row (self, row, error);
  self->position = MIN (self->position + 1024, G_MAXINT32);
  remit_record_set_integer (row->decision, REMIT_DECISION_POSITION, self->position);
  self->result->added[REMIT_KIND_DECISION]++;
  return remit_edit_insert (self->edit, row->decision, error) && insert_rights (self, row, error);
}

static gboolean
find_position (RemitMatrixRun *self,
               GError **error)
{
  g_autoptr (RemitStatement) rows = remit_store_query (
    self->store, "SELECT coalesce (max (position), 0) FROM decision WHERE plan = ?1",
    self->import->plan, 0, error);

  if (remit_store_step (self->store, rows))
    self->position = remit_statement_get_integer (rows, 0);
  return remit_store_finish (self->store, rows, error);
}

static gboolean
load_teams (RemitMatrixRun *self,
            GError **error)
{
  g_autoptr (RemitStatement) rows = remit_store_query (
    self->store, "SELECT id, name FROM team WHERE plan = ?1", self->import->plan, 0, error);

  while (remit_store_step (self->store, rows))
    {
      gint64 id = remit_statement_get_integer (rows, 0);
      char *name = remit_text_fold (remit_statement_get_text (rows, 1));

      if (g_hash_table_contains (self->teams, name))
        id = 0;
      g_hash_table_replace (self->teams, name, g_memdup2 (&id, sizeof id));
    }
  return remit_store_finish (self->store, rows, error);
}

/* What a dry run made is gone again. */
static void
reset_created (RemitMatrixImport *import)
{
  for (guint i = 0; i < import->created->len; i++)
    {
      RemitMatrixHolder *holder = import->created->pdata[i];

      holder->kind = REMIT_KIND_ROLE;
      holder->id = 0;
    }
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

static gboolean
has_frameworks (RemitMatrixImport *import)
{
  for (guint i = 0; i < import->n_columns; i++)
    if (import->columns[i].field == REMIT_MATRIX_FRAMEWORK)
      return TRUE;
  return FALSE;
}

/* Decisions without the rights that the file has for them would be worse than none. */
static gboolean
check_holders (RemitMatrixImport *import,
               GError **error)
{
  g_autoptr (GString) unknown = g_string_new (NULL);
  const char *const *headers = import->file->headers;

  for (guint i = 0; i < import->n_columns; i++)
    {
      g_autofree char *place = g_strdup_printf ("#%u", i + 1);

      if (remit_matrix_import_is_unknown (import, i))
        g_string_append_printf (unknown, "%s“%.80s”", unknown->len > 0 ? ", " : "",
                                *headers[i] != '\0' ? headers[i] : place);
    }
  return unknown->len == 0
         || remit_exchange_refuse (error,
                                   /* Translators: a list of headers of columns */
                                   _ ("The plan has no slot, role or person for these columns: %s. "
                                      "Import the slots first, add the roles, choose holders for "
                                      "the columns, or skip the columns"), unknown->str);
}

static void
note (RemitMatrixRun *self,
      const RemitMatrixRows *rows)
{
  const char *const *headers = self->import->file->headers;

  for (guint i = 0; i < self->import->n_columns; i++)
    if (*headers[i] != '\0' && self->import->columns[i].holder == NULL
        && self->import->columns[i].field == REMIT_MATRIX_N_FIELDS)
      /* Translators: the header of a column */
      remit_import_result_note (self->result, REMIT_NOTE_COLUMN, 0,
                                _ ("The column “%s” was skipped"), headers[i]);
  for (guint i = 0; i < rows->headings->len; i++)
    {
      const RemitMatrixHeading *heading = &g_array_index (rows->headings, RemitMatrixHeading, i);

      remit_import_result_note (
        self->result, heading->is_team ? REMIT_NOTE_ROW : REMIT_NOTE_HEADING, heading->line,
        /* Translators: a team */
        heading->is_team    ? _ ("“%.80s” is the team of the decisions below")
        /* Translators: what stands in a row of a file */
        : heading->is_taken ? _ ("“%.80s” is imported anyway, as requested")
                            /* Translators: what stands in a row of a file */
                            : _ ("“%.80s” has no rights and looks like a heading; skipped"),
        heading->text);
    }
  if (self->import->look.framework != REMIT_FRAMEWORK_RACI
      && self->result->added[REMIT_KIND_DECISION] > 0 && !has_frameworks (self->import))
    remit_import_result_note (self->result, REMIT_NOTE_FILE, 0,
                              /* Translators: a framework such as DACI */
                              _ ("The letters are those of %s; new decisions use this framework"),
                              remit_framework_get_info (self->import->look.framework)->nick);
  if (rows->n_others > 0)
    remit_import_result_note (
      self->result, REMIT_NOTE_FILE, 0,
      ngettext ("%'u decision of the plan is not in the file and was kept",
                "%'u decisions of the plan are not in the file and were kept",
                rows->n_others),
      rows->n_others);
  if (rows->status_line != 0)
    remit_import_result_note (self->result, REMIT_NOTE_VALUE, rows->status_line,
                              _ ("The status was not changed: it follows from the log of the "
                                 "decision"));
}

static gboolean
run_rows (RemitMatrixRun *self,
          const RemitMatrixRows *rows,
          const RemitImportOptions *options,
          GError **error)
{
  for (guint i = 0; i < rows->rows->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (options->cancellable, error)
          || !import_row (self, rows->rows->pdata[i], error))
        return FALSE;
      if (options->progress != NULL && i % 64 == 0)
        options->progress (0.5 + 0.5 * i / rows->rows->len, options->progress_data);
    }
  return options->dry_run || remit_edit_commit (self->edit, error);
}

RemitImportResult *
remit_matrix_import_run (RemitMatrixImport *import,
                         RemitStore *store,
                         const RemitImportOptions *options,
                         GError **error)
{
  static const RemitImportOptions no_options;
  g_autoptr (RemitImportResult) result = remit_import_result_new ();
  g_autoptr (RemitMatrixRows) rows = NULL;
  g_autoptr (RemitStore) target = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GHashTable) teams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  RemitMatrixRun self = { .import = import, .result = result, .teams = teams };

  g_return_val_if_fail (import != NULL && REMIT_IS_STORE (store), NULL);

  if (options == NULL)
    options = &no_options;
  remit_csv_file_note_remarks (import->file, result);
  if (!remit_matrix_import_has_decisions (import))
    {
      remit_exchange_refuse (error,
                             _ ("Line %u: no column has the decisions. Choose the column, or name "
                                "it “Decision”"),
                             import->file->header_line);
      return NULL;
    }
  if (!check_holders (import, error))
    return NULL;
  reset_created (import);
  target = remit_import_options_dup_store (options, store, error);
  edit = target != NULL ? remit_edit_begin (target, NULL, error) : NULL;
  if (edit == NULL)
    return NULL;
  self.store = target;
  self.edit = edit;
  remit_import_result_watch (result, options, edit);
  /* Translators: a step of the history; the name of a file */
  remit_edit_describe (edit, import->plan,
                       remit_message_new (N_ ("Import decision rights from %s"), import->name,
                                          NULL));
  rows = load_teams (&self, error) ? remit_matrix_rows_read (&self, options, error) : NULL;
  if (rows == NULL || !remit_matrix_create_holders (&self, rows, error)
      || !find_position (&self, error) || !run_rows (&self, rows, options, error))
    return NULL;
  result->plan = import->plan;
  note (&self, rows);
  remit_import_told_finish (result->told, target);
  if (options->progress != NULL)
    options->progress (1, options->progress_data);
  return g_steal_pointer (&result);
}
