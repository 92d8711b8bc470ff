/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying what a file still holds, damaged or altered, into a new one. */
#include "remit-repair.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "remit-migrations.h"
#include "remit-private-file.h"
#include "remit-schema.h"
#include "remit-search.h"
#include "remit-store-private.h"

/* One run. */
typedef struct {
  RemitStore *from;
  RemitStore *to;
  int format;
  GCancellable *cancellable;
  RemitRepair *report;
} Run;

/* The rows of one table. */
typedef struct {
  const char *name;
  GPtrArray *columns; /* those that both files have */
  char *key;          /* the column by which the rows are read in order */
  gint64 n_refused;
} Table;

static void
table_clear (Table *self)
{
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->key, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

void
remit_repair_free (RemitRepair *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_free (self);
}

static void G_GNUC_PRINTF (2, 3)
leave_out (Run *self,
           const char *format,
           ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->report->left_out, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* ── Tables ───────────────────────────────────────────────────────────────────────────────── */

/* What a pragma says of a table of ours, whose names need no quotes. */
static RemitStatement *
ask_of_table (RemitStore *store,
              const char *pragma,
              const char *table)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA main.%s (%s)", pragma, table);

  return remit_store_prepare (store, g_intern_string (sql), NULL);
}

/* A view and a virtual table run what somebody wrote. */
static gboolean
is_plain_table (RemitStore *store,
                const char *table)
{
  g_autoptr (RemitStatement) row = ask_of_table (store, "table_list", table);

  return remit_store_step (store, row)
         && g_strcmp0 (remit_statement_get_text (row, 2), "table") == 0;
}

/* So does a column that is computed.
 * Returns: (element-type utf8) */
static GPtrArray *
list_columns (RemitStore *store,
              const char *table)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RemitStatement) rows = ask_of_table (store, "table_xinfo", table);

  while (remit_store_step (store, rows))
    if (remit_statement_get_integer (rows, 6) == 0)
      g_ptr_array_add (names, g_strdup (remit_statement_get_text (rows, 1)));
  return names;
}

static char *
dup_key (RemitStore *store,
         const char *table)
{
  g_autoptr (RemitStatement) rows = ask_of_table (store, "table_xinfo", table);

  while (remit_store_step (store, rows))
    if (remit_statement_get_integer (rows, 5) == 1)
      return g_strdup (remit_statement_get_text (rows, 1));
  return g_strdup ("rowid");
}

static void
table_init (Table *self,
            const Run *run,
            const char *name)
{
  g_autoptr (GPtrArray) theirs = list_columns (run->from, name);

  self->name = name;
  self->key = dup_key (run->to, name);
  self->columns = list_columns (run->to, name);
  for (guint i = 0; i < self->columns->len;)
    if (g_ptr_array_find_with_equal_func (theirs, self->columns->pdata[i], g_str_equal, NULL))
      i++;
    else
      g_ptr_array_remove_index (self->columns, i);
}

static char *
join_columns (const Table *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (text, "%s\"%s\"", i > 0 ? ", " : "",
                            (const char *) table->columns->pdata[i]);
  return g_string_free (text, FALSE);
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static RemitStatement *
prepare_read (const Run *self,
              const Table *table,
              gboolean from_the_end)
{
  g_autofree char *names = join_columns (table);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM main.%s NOT INDEXED ORDER BY \"%s\"%s",
                                          names, table->name, table->key,
                                          from_the_end ? " DESC" : "");

  return remit_store_prepare (self->from, g_intern_string (sql), NULL);
}

/* The settings are there from the first. */
static sqlite3_stmt *
prepare_insert (const Run *self,
                const Table *table)
{
  g_autofree char *names = join_columns (table);
  g_autofree char *values = g_strnfill (table->columns->len * 2 - 1, ',');
  g_autofree char *sql = NULL;

  for (guint i = 0; i < table->columns->len; i++)
    values[i * 2] = '?';
  sql = g_strdup_printf ("INSERT %s INTO main.%s (%s) VALUES (%s)",
                         g_str_equal (table->name, "settings") ? "OR REPLACE" : "", table->name,
                         names, values);
  return remit_store_prepare (self->to, g_intern_string (sql), NULL);
}

/* From the end, those come again at last that came from the start. */
static void
copy_row (Run *self,
          Table *table,
          sqlite3_stmt *row,
          sqlite3_stmt *insert,
          gboolean from_the_end)
{
  sqlite3 *db = remit_store_get_handle (self->to);
  int code;

  for (int i = 0; i < sqlite3_column_count (row); i++)
    sqlite3_bind_value (insert, i + 1, sqlite3_column_value (row, i));
  if (remit_store_run (self->to, insert, NULL))
    {
      self->report->n_rows++;
      return;
    }
  code = sqlite3_extended_errcode (db);
  if (!from_the_end
      || (code != SQLITE_CONSTRAINT_PRIMARYKEY && code != SQLITE_CONSTRAINT_ROWID))
    table->n_refused++;
}

/* Returns: whether all rows could be read, up to the end */
static gboolean
copy_rows (Run *self,
           Table *table,
           gboolean from_the_end)
{
  g_autoptr (RemitStatement) rows = prepare_read (self, table, from_the_end);
  sqlite3_stmt *insert = prepare_insert (self, table);

  if (rows == NULL || insert == NULL)
    return FALSE;
  while (!g_cancellable_is_cancelled (self->cancellable) && remit_store_step (self->from, rows))
    copy_row (self, table, rows, insert, from_the_end);
  return remit_store_finish (self->from, rows, NULL);
}

static void
copy_table (Run *self,
            const char *name)
{
  g_auto (Table) table = { NULL };

  if (!is_plain_table (self->from, name))
    return;
  table_init (&table, self, name);
  if (table.columns->len == 0)
    return;
  if (!copy_rows (self, &table, FALSE))
    {
      leave_out (self, _ ("Cannot read some rows of the table “%s”"), name);
      copy_rows (self, &table, TRUE);
    }
  if (table.n_refused > 0)
    leave_out (self,
               ngettext ("%'lu row of the table “%s” is invalid",
                         "%'lu rows of the table “%s” are invalid", (gulong) table.n_refused),
               (gulong) table.n_refused, name);
}

/* What follows from the rest is made anew; what was verified is verified again. */
static gboolean
is_derived (const char *table)
{
  return g_str_has_prefix (table, "conflict_text") || g_str_equal (table, "verified")
         || g_str_equal (table, "merging");
}

static void
copy_tables (Run *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RemitStatement) rows = remit_store_prepare (
    self->to, "SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name", NULL);

  while (remit_store_step (self->to, rows))
    if (!is_derived (remit_statement_get_text (rows, 0)))
      g_ptr_array_add (names, g_strdup (remit_statement_get_text (rows, 0)));
  remit_statement_reset (rows);
  for (guint i = 0; i < names->len; i++)
    copy_table (self, names->pdata[i]);
}

/* ── What refers to what is not there ─────────────────────────────────────────────────────── */

/* A row that refers to what is not there. */
typedef struct {
  const char *table; /* interned */
  gint64 id;
} Orphan;

static GArray *
find_orphans (Run *self)
{
  GArray *orphans = g_array_new (FALSE, FALSE, sizeof (Orphan));
  g_autoptr (RemitStatement) rows =
    remit_store_prepare (self->to, "PRAGMA foreign_key_check", NULL);

  while (remit_store_step (self->to, rows))
    {
      Orphan orphan = { g_intern_string (remit_statement_get_text (rows, 0)),
                        remit_statement_get_integer (rows, 1) };

      g_array_append_val (orphans, orphan);
    }
  return orphans;
}

/* A row that refers to nothing in two ways comes twice. Returns: how many went */
static gulong
remove_all (Run *self,
            const GArray *orphans)
{
  gulong n_removed = 0;

  for (guint i = 0; i < orphans->len; i++)
    {
      const Orphan *orphan = &g_array_index (orphans, Orphan, i);
      g_autofree char *sql =
        g_strdup_printf ("DELETE FROM main.%s WHERE rowid = ?1", orphan->table);

      if (remit_store_run (self->to, remit_store_query (self->to, g_intern_string (sql), orphan->id,
                                                        0, NULL), NULL))
        n_removed += (gulong) sqlite3_changes (remit_store_get_handle (self->to));
    }
  return n_removed;
}

/* With each row may go what others refer to. */
static void
remove_orphans (Run *self)
{
  gulong n_all = 0;
  gulong n_removed;

  do
    {
      g_autoptr (GArray) orphans = find_orphans (self);

      n_removed = remove_all (self, orphans);
      n_all += n_removed;
    }
  while (n_removed > 0 && !g_cancellable_is_cancelled (self->cancellable));
  if (n_all > 0)
    leave_out (self,
               ngettext ("%'lu row refers to a missing item",
                         "%'lu rows refer to missing items", n_all),
               n_all);
}

/* ── All of it ────────────────────────────────────────────────────────────────────────────── */

static gboolean
find_format (Run *self,
             GError **error)
{
  int newest = remit_migrations_get_newest ();
  g_autoptr (GError) local_error = NULL;

  self->format = (int) remit_store_query_integer (self->from, "PRAGMA main.user_version", 0, 0,
                                                  &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!is_plain_table (self->from, "person") || !is_plain_table (self->from, "history"))
    {
      remit_store_set_error (self->from, SQLITE_NOTADB, NULL, error);
      return FALSE;
    }
  if (self->format > 0 && self->format <= newest)
    return TRUE;
  leave_out (self, _ ("Unknown format number %d; read as %d"),
             self->format, newest);
  self->format = newest;
  return TRUE;
}

static void
list_differences (Run *self)
{
  g_autoptr (GPtrArray) differences = remit_schema_list_differences (self->from, self->format,
                                                                     NULL);

  for (guint i = 0; differences != NULL && i < differences->len; i++)
    leave_out (self,
               /* Translators: such as: the trigger “x” has been added */
               _ ("Modified outside Remit: %s"), (const char *) differences->pdata[i]);
}

static gboolean
fill (Run *self,
      GError **error)
{
  int newest = remit_migrations_get_newest ();

  if (!remit_store_exec (self->to, "PRAGMA foreign_keys = OFF", NULL, error)
      || !remit_store_begin_unchecked (self->to, error)
      || !remit_migrations_apply (self->to, 0, self->format, error))
    return FALSE;
  copy_tables (self);
  remove_orphans (self);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->report->n_rows <= 1)
    {
      remit_store_set_error (self->from, SQLITE_CORRUPT, NULL, error);
      return FALSE;
    }
  return remit_migrations_apply (self->to, self->format, newest, error)
         && remit_search_fill (self->to, error)
         && remit_store_commit (self->to, error);
}

static gboolean
repair (Run *self,
        const char *from,
        const char *to,
        GError **error)
{
  self->from = remit_store_open_raw (from, REMIT_STORE_READ_ONLY, error);
  if (self->from == NULL
      || !remit_store_exec (self->from, "PRAGMA cell_size_check = ON; BEGIN", NULL, error)
      || !find_format (self, error) || !remit_private_file_make (to, error))
    return FALSE;
  list_differences (self);
  self->to = remit_store_open_raw (to, REMIT_STORE_NO_FLAGS, error);
  if (self->to != NULL)
    {
      /* the rows were checked once, and their order here is another */
      sqlite3_db_config (remit_store_get_handle (self->to), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0,
                         NULL);
      if (fill (self, error))
        return TRUE;
    }
  g_clear_object (&self->to);
  g_unlink (to);
  return FALSE;
}

RemitRepair *
remit_repair (const char *from,
              const char *to,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (RemitRepair) report = g_new0 (RemitRepair, 1);
  Run run = { .cancellable = cancellable, .report = report };
  gboolean done;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  report->left_out = g_ptr_array_new_with_free_func (g_free);
  done = repair (&run, from, to, error);
  g_clear_object (&run.from);
  g_clear_object (&run.to);
  return done ? g_steal_pointer (&report) : NULL;
}
