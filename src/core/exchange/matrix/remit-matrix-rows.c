/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a matrix's file, checked, and matched with the decisions that are there. */
#include "remit-matrix-create.h"

#include <glib/gi18n-lib.h>

#include "exchange/table/value/remit-table-day.h"
#include "exchange/table/value/remit-table-value.h"
#include "exchange/table/value/remit-words.h"
#include "model/remit-day.h"
#include "model/remit-text.h"
#include "remit-matrix-heading.h"

typedef struct {
  RemitMatrixRun *run;
  RemitMatrixImport *import;
  RemitMatrixRows *result;
  GHashTable *decisions; /* key → record */
  GHashTable *seen;      /* key → line */
  gint64 team;           /* of decisions without one */
  gboolean has_team;     /* whether there is a column of teams */
  int phase;             /* the column with phases, or -1 */
  GHashTable *taken;     /* lines of rows that are decisions all the same, or NULL */
  char *heading;         /* above the row */
  gint64 heading_team;   /* the one that the heading names, or 0 */
  GString *faults;
  guint n_faults;
} Reading;

/* Faulty cells that are told in full. */
#define MAX_FAULTS 20

static void
row_free (RemitMatrixRow *self)
{
  g_clear_pointer (&self->old, remit_record_free);
  g_clear_pointer (&self->decision, remit_record_free);
  g_clear_pointer (&self->cells, g_array_unref);
  g_free (self);
}

static void
heading_clear (gpointer data)
{
  g_free (((RemitMatrixHeading *) data)->text);
}

void
remit_matrix_rows_free (RemitMatrixRows *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->headings);
  g_free (self);
}

static char *
dup_key (gint64 team,
         const char *title)
{
  g_autofree char *folded = remit_text_fold (title);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", team, folded);
}

/* ── What is there ────────────────────────────────────────────────────────────────────────── */

static gboolean
load_decisions (Reading *self,
                RemitStore *store,
                GError **error)
{
  g_autoptr (GPtrArray) decisions = remit_store_load_all (
    store, REMIT_KIND_DECISION, "WHERE t.plan = ?1 ORDER BY t.position, t.id", self->import->plan,
    error);

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      const RemitRecord *decision = decisions->pdata[i];
      char *key = dup_key (remit_record_get_integer (decision, REMIT_DECISION_TEAM),
                           remit_record_get_text (decision, REMIT_DECISION_TITLE));

      /* of equal ones the first */
      if (g_hash_table_contains (self->decisions, key))
        g_free (key);
      else
        g_hash_table_insert (self->decisions, key, remit_record_copy (decision));
    }
  return decisions != NULL;
}

/* Returns: the team of a column's slot, or 0; -1 with @error set */
static gint64
get_team (RemitStore *store,
          const RemitMatrixColumn *column,
          GError **error)
{
  g_autoptr (RemitRecord) slot = NULL;

  if (column->holder == NULL || column->holder->kind != REMIT_KIND_SLOT)
    return 0;
  slot = remit_store_load (store, REMIT_KIND_SLOT, column->holder->id, error);
  return slot != NULL ? remit_record_get_integer (slot, REMIT_SLOT_TEAM) : -1;
}

/* The team whose slots all columns of slots are; none when these are of several. New slots are of
 * that team, too; when there is none yet, of the only team of the plan. */
static gboolean
find_common_team (Reading *self,
                  RemitStore *store,
                  GError **error)
{
  gboolean is_new = FALSE;
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < self->import->n_columns; i++)
    {
      const RemitMatrixColumn *column = &self->import->columns[i];
      gint64 team = get_team (store, column, error);

      is_new |= column->made != NULL && column->made->team == NULL && !column->made->is_bare;
      if (team < 0)
        return FALSE;
      if (team != 0 && self->team != 0 && self->team != team)
        {
          self->team = 0;
          return TRUE;
        }
      self->team = team != 0 ? team : self->team;
    }
  if (is_new && self->team == 0 && !self->has_team)
    self->team = remit_matrix_create_only_team (self->run, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static gboolean
refuse (GError **error,
        guint line,
        const char *format,
        ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError **error,
        guint line,
        const char *format,
        ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  return remit_exchange_refuse (error,
                                /* Translators: a line of a file, and what is wrong with it */
                                _ ("Line %1$u: %2$s"), line, words);
}

static gboolean
check_width (Reading *self,
             const RemitCsvRow *row,
             GError **error)
{
  guint n = row->n_cells + (row->more ? row->n_more : 0);

  if (n <= self->import->n_columns)
    return TRUE;
  return refuse (error, row->line,
                 ngettext ("the row has %u cell, the header %u",
                           "the row has %u cells, the header %u", n),
                 n, self->import->n_columns);
}

static char *
get_cell (Reading *self,
          const RemitCsvRow *row,
          RemitMatrixField field)
{
  for (guint i = 0; i < self->import->n_columns; i++)
    if (self->import->columns[i].field == field && i < row->n_cells)
      {
        char *cell = row->cells[i];

        remit_table_value_clean (cell, field == REMIT_MATRIX_DESCRIPTION);
        return cell;
      }
  return NULL;
}

static gboolean
find_team (Reading *self,
           const RemitCsvRow *row,
           gint64 *team,
           GError **error)
{
  const char *name = get_cell (self, row, REMIT_MATRIX_TEAM);
  g_autofree char *folded = NULL;
  const gint64 *found;

  *team = self->has_team ? 0 : self->heading_team != 0 ? self->heading_team : self->team;
  if (name == NULL || *name == '\0')
    return TRUE;
  folded = remit_text_fold (name);
  found = g_hash_table_lookup (self->run->teams, folded);
  if (found == NULL && self->import->creates)
    return (*team = remit_matrix_create_team (self->run, name, error)) != 0;
  if (found == NULL)
    return refuse (error, row->line, _ ("the plan has no team “%.80s”"), name);
  if (*found == 0)
    return refuse (error, row->line, _ ("the plan has several teams called “%.80s”"), name);
  *team = *found;
  return TRUE;
}

static gboolean
set_field (RemitRecord *record,
           guint field,
           const char *text)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];
  RemitTableDay day;
  gint64 value;

  if (info->kind == REMIT_FIELD_ENUM)
    value = remit_field_understand_choice (info, text);
  else if (info->kind != REMIT_FIELD_DATE)
    return remit_record_parse (record, field, text, NULL);
  else if (!remit_table_day_parse (text, &day) || (value = remit_table_day_get_clear (&day)) == 0)
    return FALSE;
  if (value < 0)
    return FALSE;
  remit_record_set_integer (record, field, value);
  return TRUE;
}

/* An empty cell says nothing. Of a decision that is there, the log says the status. */
static gboolean
read_fields (Reading *self,
             const RemitCsvRow *row,
             RemitMatrixRow *to,
             GError **error)
{
  for (RemitMatrixField i = REMIT_MATRIX_DECISION; i < REMIT_MATRIX_N_FIELDS; i++)
    {
      const char *text = get_cell (self, row, i);
      guint field = remit_matrix_fields[i].field;

      if (text == NULL || *text == '\0')
        continue;
      if (!set_field (to->decision, field, text))
        return refuse (error, row->line,
                       /* Translators: a text, and the header of its column */
                       _ ("“%1$.80s” is not a valid “%2$s”"), text,
                       _ (remit_matrix_fields[i].header));
    }
  if (to->old == NULL || remit_record_is_same (to->old, to->decision, REMIT_DECISION_STATUS))
    return TRUE;
  remit_record_copy_field (to->decision, to->old, REMIT_DECISION_STATUS);
  if (self->result->status_line == 0)
    self->result->status_line = row->line;
  return TRUE;
}

/* All are told at once, so that the file is mended in one go. */
static void
add_words (Reading *self,
           const char *words)
{
  if (++self->n_faults > MAX_FAULTS)
    return;
  if (self->faults->len > 0)
    g_string_append_c (self->faults, '\n');
  g_string_append (self->faults, words);
}

static void
add_fault (Reading *self,
           guint line,
           const char *header,
           const char *reason)
{
  /* Translators: a line of a file, the header of a column, and what is wrong there */
  g_autofree char *words = g_strdup_printf (_ ("Line %1$u: column “%2$.80s”: %3$s"), line, header,
                                            reason);

  add_words (self, words);
}

/* Returns: whether to read on: what is wrong with a row is told with what is wrong with others */
static gboolean
take_fault (Reading *self,
            GError *fault,
            GError **error)
{
  if (!g_error_matches (fault, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED))
    {
      g_propagate_error (error, fault);
      return FALSE;
    }
  add_words (self, fault->message);
  g_error_free (fault);
  return TRUE;
}

static gboolean
refuse_faults (Reading *self,
               GError **error)
{
  guint n_more = self->n_faults > MAX_FAULTS ? self->n_faults - MAX_FAULTS : 0;

  if (self->n_faults == 0)
    return TRUE;
  if (n_more > 0)
    {
      g_string_append_c (self->faults, '\n');
      g_string_append_printf (
        self->faults, ngettext ("… and %'u more", "… and %'u more", n_more), n_more);
    }
  return remit_exchange_refuse (error, "%s", self->faults->str);
}

/* In a table that was turned, a cell is in the line of its holder, and its decision's column. */
static guint
get_line (Reading *self,
          const RemitCsvRow *row,
          guint column)
{
  const GArray *lines = self->import->lines;

  return lines != NULL ? g_array_index (lines, guint, column) : row->line;
}

static const char *
get_header (Reading *self,
            const RemitMatrixRow *row,
            const char *header)
{
  return self->import->lines != NULL
           ? remit_record_get_text (row->decision, REMIT_DECISION_TITLE)
           : header;
}

static gboolean
read_letters (Reading *self,
              RemitFramework framework,
              const char *cell,
              RemitLetters *letters,
              GError **error)
{
  if (self->import->mark >= 0 && remit_matrix_cell_is_mark (cell))
    cell = remit_letter_choices[self->import->mark].nick;
  return remit_matrix_cell_read (framework, cell, letters, error);
}

static void
read_cells (Reading *self,
            const RemitCsvRow *row,
            RemitMatrixRow *to)
{
  const char *const *headers = self->import->file->headers;
  RemitFramework framework =
    (RemitFramework) remit_record_get_integer (to->decision, REMIT_DECISION_FRAMEWORK);

  for (guint i = 0; i < self->import->n_columns; i++)
    {
      RemitMatrixRowCell cell = { .holder = self->import->columns[i].holder };
      g_autoptr (GError) reason = NULL;

      if (cell.holder == NULL)
        continue;
      if (i < row->n_cells
          && !read_letters (self, framework, row->cells[i], &cell.letters, &reason))
        add_fault (self, get_line (self, row, i), get_header (self, to, headers[i]),
                   reason->message);
      g_array_append_val (to->cells, cell);
    }
}

static gboolean
check_twice (Reading *self,
             const RemitCsvRow *row,
             char *key,
             const char *title,
             GError **error)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, key));

  if (before != 0)
    {
      g_free (key);
      /* Translators: a decision, and a line of a file */
      return refuse (error, row->line, _ ("“%1$.80s” is already in line %2$u"), title, before);
    }
  g_hash_table_insert (self->seen, key, GUINT_TO_POINTER (row->line));
  return TRUE;
}

static RemitMatrixRow *
add_row (Reading *self,
         const RemitCsvRow *row,
         const RemitRecord *old,
         gint64 team)
{
  RemitMatrixRow *to = g_new0 (RemitMatrixRow, 1);

  to->line = row->line;
  to->old = old != NULL ? remit_record_copy (old) : NULL;
  to->decision = old != NULL ? remit_record_copy (old) : remit_record_new (REMIT_KIND_DECISION);
  to->cells = g_array_new (FALSE, FALSE, sizeof (RemitMatrixRowCell));
  if (old == NULL)
    {
      remit_record_set_integer (to->decision, REMIT_DECISION_PLAN, self->import->plan);
      remit_record_set_integer (to->decision, REMIT_DECISION_TEAM, team);
      remit_record_set_integer (to->decision, REMIT_DECISION_RAISED, remit_time_now ());
      remit_record_set_integer (to->decision, REMIT_DECISION_FRAMEWORK,
                                self->import->look.framework);
    }
  g_ptr_array_add (self->result->rows, to);
  return to;
}

static void
note_heading (Reading *self,
              const RemitCsvRow *row,
              const char *title,
              gboolean is_team,
              gboolean is_taken)
{
  RemitMatrixHeading heading = { row->line, g_strdup (title), is_team, is_taken };

  g_array_append_val (self->result->headings, heading);
}

/* A team of the plan is that of the decisions below; anything else is their phase. */
static void
take_heading (Reading *self,
              const RemitCsvRow *row,
              char *title)
{
  g_autofree char *folded = remit_text_fold (title);
  const gint64 *team = g_hash_table_lookup (self->run->teams, folded);
  gboolean is_team = !self->has_team && team != NULL && *team != 0;

  note_heading (self, row, title, is_team, FALSE);
  g_free (self->heading);
  self->heading = is_team ? NULL : g_strdup (title);
  if (is_team)
    self->heading_team = *team;
  g_free (title);
}

/* Whoever knows better says so by the line, of which a table that was turned has but one. */
static gboolean
is_taken (Reading *self,
          const RemitCsvRow *row)
{
  return self->taken != NULL && self->import->lines == NULL
         && g_hash_table_contains (self->taken, GUINT_TO_POINTER (row->line));
}

/* Returns: (nullable): the phase that the row is of, by a column or the heading above */
static const char *
get_phase (Reading *self,
           const RemitCsvRow *row)
{
  if (self->phase < 0 || (guint) self->phase >= row->n_cells)
    return self->heading;
  remit_table_value_clean (row->cells[self->phase], FALSE);
  return *row->cells[self->phase] != '\0' ? row->cells[self->phase] : NULL;
}

/* What is decided in two phases is told apart by the later one's name: "Testing (Run)". */
static char *
dup_title (Reading *self,
           const RemitCsvRow *row,
           gint64 team)
{
  const char *title = get_cell (self, row, REMIT_MATRIX_DECISION);
  const char *phase = get_phase (self, row);
  g_autofree char *key = dup_key (team, title != NULL ? title : "");

  if (title == NULL || phase == NULL || !g_hash_table_contains (self->seen, key))
    return g_strdup (title != NULL ? title : "");
  /* Translators: a decision, and the phase that it is of */
  return g_strdup_printf (_ ("%1$s (%2$s)"), title, phase);
}

/* Returns: the column with phases, or -1 */
static int
find_phase (RemitMatrixImport *import)
{
  for (guint i = 0; i < import->n_columns; i++)
    if (import->columns[i].field == REMIT_MATRIX_N_FIELDS && import->columns[i].holder == NULL
        && remit_words_have (REMIT_WORDS ("matrix", "phase"), import->file->headers[i]))
      return (int) i;
  return -1;
}

static gboolean
read_row_at (Reading *self,
             const RemitCsvRow *row,
             GError **error)
{
  RemitMatrixRow *to;
  g_autofree char *title = NULL;
  const char *only;
  gint64 team;
  char *key;

  if (remit_csv_row_is_empty (row))
    return TRUE;
  if (!check_width (self, row, error) || !find_team (self, row, &team, error))
    return FALSE;
  title = dup_title (self, row, team);
  if (*title == '\0' && (only = remit_matrix_row_get_remark (self->import, row)) != NULL)
    {
      note_heading (self, row, only, FALSE, FALSE);
      return TRUE;
    }
  if (*title == '\0')
    return refuse (error, row->line, _ ("the decision is missing"));
  key = dup_key (team, title);
  if (remit_matrix_row_is_heading (self->import, row, title)
      && !g_hash_table_contains (self->decisions, key))
    {
      if (is_taken (self, row))
        note_heading (self, row, title, FALSE, TRUE);
      else
        {
          take_heading (self, row, g_steal_pointer (&title));
          g_free (key);
          return TRUE;
        }
    }
  to = add_row (self, row, g_hash_table_lookup (self->decisions, key), team);
  if (!check_twice (self, row, key, title, error) || !read_fields (self, row, to, error))
    return FALSE;
  remit_record_set_text (to->decision, REMIT_DECISION_TITLE, title);
  read_cells (self, row, to);
  return TRUE;
}

/* Of a table that was turned, all decisions are in the line of the header. */
static gboolean
read_row (const RemitCsvRow *row,
          gpointer data,
          GError **error)
{
  Reading *self = data;
  RemitCsvRow at = *row;
  GError *fault = NULL;

  if (self->import->lines != NULL)
    at.line = at.last_line = self->import->original->header_line;
  return read_row_at (self, &at, &fault) || take_fault (self, fault, error);
}

RemitMatrixRows *
remit_matrix_rows_read (RemitMatrixRun *run,
                        const RemitImportOptions *options,
                        GError **error)
{
  g_autoptr (RemitMatrixRows) rows = g_new0 (RemitMatrixRows, 1);
  g_autoptr (GHashTable) decisions = g_hash_table_new_full (
    g_str_hash, g_str_equal, g_free, (GDestroyNotify) remit_record_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) faults = g_string_new (NULL);
  RemitMatrixImport *import = run->import;
  Reading self = { .run = run,
                   .import = import,
                   .result = rows,
                   .decisions = decisions,
                   .seen = seen,
                   .phase = find_phase (import),
                   .taken = options != NULL ? options->taken : NULL,
                   .faults = faults };
  gboolean done;

  rows->headings = g_array_new (FALSE, FALSE, sizeof (RemitMatrixHeading));
  g_array_set_clear_func (rows->headings, heading_clear);
  rows->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  for (guint i = 0; i < import->n_columns; i++)
    self.has_team |= import->columns[i].field == REMIT_MATRIX_TEAM;
  done = load_decisions (&self, run->store, error)
         && find_common_team (&self, run->store, error)
         && remit_csv_file_read (import->file, options, 0, 0.5, read_row, &self, error)
         && refuse_faults (&self, error);
  g_free (self.heading);
  if (!done)
    return NULL;
  rows->n_others = g_hash_table_size (decisions);
  for (guint i = 0; i < rows->rows->len; i++)
    rows->n_others -= ((RemitMatrixRow *) rows->rows->pdata[i])->old != NULL;
  return g_steal_pointer (&rows);
}
