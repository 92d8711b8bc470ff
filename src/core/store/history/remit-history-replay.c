/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the data should be after a history, as one number a row. */
#include "remit-history-replay.h"

#include <string.h>

#include "store/changes/remit-changeset.h"
#include "store/remit-store-private.h"

/* A row that the history knows of. */
typedef struct {
  gint64 id;
  guint64 sum;
} Row;

typedef struct {
  const RemitEntityInfo *info;
  const char *table;
  GArray *defaults; /* of guint64: the sum of each column's default */
  GHashTable *rows; /* of Row, by id */
} Table;

/* More than any table has. */
#define MAX_COLUMNS 64

struct _RemitHistoryReplay
{
  RemitStore *store;
  guint64 point;
  guint64 factors[MAX_COLUMNS];
  Table tables[REMIT_N_KINDS];
  Table *last; /* rows of one table come together */
};

/* ── Sums of values ───────────────────────────────────────────────────────────────────────── */

/* A value is taken as a polynomial, whose value at a secret point is its sum; that of a row is the
 * sum of its columns, each times a secret factor. All of it is modulo the prime 2^61 - 1, and the
 * secrets are made anew for each run: so whoever changes a row finds the same sum by luck alone,
 * once in some 2^61 / length. See Carter and Wegman, "Universal Classes of Hash Functions", 1979.
 */
#define PRIME ((G_GUINT64_CONSTANT (1) << 61) - 1)

/* So many bytes are less than the prime. */
#define WORD 7

__extension__ typedef unsigned __int128 Product;

static guint64
multiply (guint64 one,
          guint64 other)
{
  Product product = (Product) one * other;
  guint64 sum = (guint64) (product & PRIME) + (guint64) (product >> 61);

  return sum >= PRIME ? sum - PRIME : sum;
}

static guint64
add (guint64 one,
     guint64 other)
{
  guint64 sum = one + other;

  return sum >= PRIME ? sum - PRIME : sum;
}

static guint64
subtract (guint64 one,
          guint64 other)
{
  return one >= other ? one - other : one + PRIME - other;
}

static guint64
make_secret (void)
{
  return ((guint64) g_random_int () << 32 | g_random_int ()) % PRIME;
}

static guint64
sum_bytes (guint64 point,
           guint64 sum,
           const char *bytes,
           gsize length)
{
  for (gsize i = 0; i < length; i += WORD)
    {
      guint64 word = 0;

      memcpy (&word, bytes + i, MIN (length - i, WORD));
      sum = add (multiply (sum, point), GUINT64_FROM_LE (word));
    }
  return sum;
}

/* The type and the length come first, so that no two values are the same polynomial. */
static guint64
sum_value (const RemitHistoryReplay *self,
           guint column,
           const RemitChangesetValue *value)
{
  gboolean has_bytes = value->type == SQLITE_TEXT || value->type == SQLITE_BLOB;
  guint64 sum = (has_bytes ? (guint64) value->length << 3 : 0) | value->type;

  if (has_bytes)
    sum = sum_bytes (self->point, sum, value->bytes, value->length);
  else if (value->type != SQLITE_NULL)
    sum = sum_bytes (self->point, sum, (const char *) &value->integer, sizeof value->integer);
  return multiply (sum, self->factors[MIN (column, MAX_COLUMNS - 1)]);
}

static void
read_value (sqlite3_stmt *statement,
            int column,
            RemitChangesetValue *value)
{
  value->type = (guint8) sqlite3_column_type (statement, column);
  value->integer = value->type == SQLITE_INTEGER ? sqlite3_column_int64 (statement, column) : 0;
  value->bytes = value->type == SQLITE_TEXT || value->type == SQLITE_BLOB
                   ? sqlite3_column_blob (statement, column)
                   : NULL;
  value->length = value->bytes != NULL ? (gsize) sqlite3_column_bytes (statement, column) : 0;
}

/* What a value adds to the sum of its row: nothing when it is the default. */
static guint64
weigh (const RemitHistoryReplay *self,
       const Table *table,
       guint column,
       const RemitChangesetValue *value)
{
  guint64 sum = sum_value (self, column, value);

  return column < table->defaults->len
           ? subtract (sum, g_array_index (table->defaults, guint64, column))
           : sum;
}

/* ── Tables ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
add_default (RemitHistoryReplay *self,
             Table *table,
             const char *expression,
             GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s", expression != NULL ? expression : "NULL");
  RemitStatement *statement = remit_store_prepare (self->store, g_intern_string (sql), error);

  if (remit_store_step (self->store, statement))
    {
      RemitChangesetValue value;
      guint64 sum;

      read_value (statement, 0, &value);
      sum = sum_value (self, table->defaults->len, &value);
      g_array_append_val (table->defaults, sum);
    }
  return remit_store_finish (self->store, statement, error);
}

static gboolean
init_table (RemitHistoryReplay *self,
            RemitKind kind,
            GError **error)
{
  Table *table = &self->tables[kind];
  g_autoptr (RemitStatement) columns = NULL;

  table->info = remit_entity_info (kind);
  table->table = remit_entity_info_get_table (table->info);
  table->defaults = g_array_new (FALSE, FALSE, sizeof (guint64));
  table->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  columns = remit_store_prepare (self->store,
                                 "SELECT dflt_value FROM pragma_table_info (?1) ORDER BY cid",
                                 error);
  if (columns == NULL)
    return FALSE;
  sqlite3_bind_text (columns, 1, table->table, -1, SQLITE_STATIC);
  while (remit_store_step (self->store, columns))
    if (!add_default (self, table, remit_statement_get_text (columns, 0), error))
      return FALSE;
  return remit_store_finish (self->store, columns, error);
}

RemitHistoryReplay *
remit_history_replay_new (RemitStore *store,
                          GError **error)
{
  g_autoptr (RemitHistoryReplay) self = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  self = g_new0 (RemitHistoryReplay, 1);
  self->store = g_object_ref (store);
  self->point = make_secret ();
  for (guint i = 0; i < MAX_COLUMNS; i++)
    self->factors[i] = make_secret ();
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (!init_table (self, kind, error))
      return NULL;
  return g_steal_pointer (&self);
}

void
remit_history_replay_free (RemitHistoryReplay *self)
{
  if (self == NULL)
    return;
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      g_clear_pointer (&self->tables[kind].defaults, g_array_unref);
      g_clear_pointer (&self->tables[kind].rows, g_hash_table_unref);
    }
  g_clear_object (&self->store);
  g_free (self);
}

/* ── Following ────────────────────────────────────────────────────────────────────────────── */

static Table *
find_table (RemitHistoryReplay *self,
            const char *name)
{
  const RemitEntityInfo *info;

  if (self->last != NULL && strcmp (self->last->table, name) == 0)
    return self->last;
  info = remit_entity_info_by_table (name);
  self->last = info != NULL ? &self->tables[info->kind] : NULL;
  return self->last;
}

static guint64
weigh_all (const RemitHistoryReplay *self,
           const Table *table,
           const RemitChangesetValue *values,
           guint n_values)
{
  guint64 sum = 0;

  /* the first is the id, by which the row is known */
  for (guint i = 1; i < n_values; i++)
    if (values[i].type != 0)
      sum = add (sum, weigh (self, table, i, &values[i]));
  return sum;
}

static Row *
ensure_row (Table *table,
            gint64 id)
{
  Row *row = g_hash_table_lookup (table->rows, &id);

  if (row == NULL)
    {
      row = g_new0 (Row, 1);
      row->id = id;
      g_hash_table_add (table->rows, row);
    }
  return row;
}

static gboolean
follow (const RemitChangesetRow *change,
        gpointer data)
{
  RemitHistoryReplay *self = data;
  Table *table = find_table (self, change->table);
  gint64 id = remit_changeset_row_get_id (change);
  Row *row;

  if (table == NULL)
    return TRUE;
  row = ensure_row (table, id);
  if (change->new != NULL)
    row->sum = add (row->sum, weigh_all (self, table, change->new, change->n_columns));
  if (change->old != NULL)
    row->sum = subtract (row->sum, weigh_all (self, table, change->old, change->n_columns));
  /* what does not come to nothing was not what the history had left; so it stays, and is found */
  if (change->op == SQLITE_DELETE && row->sum == 0)
    g_hash_table_remove (table->rows, &id);
  return TRUE;
}

gboolean
remit_history_replay_add (RemitHistoryReplay *self,
                          gconstpointer changeset,
                          gsize length)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return remit_changeset_foreach (changeset, length, follow, self);
}

/* ── Comparing ────────────────────────────────────────────────────────────────────────────── */

static void
note (RemitHistoryDifference *difference,
      const Table *table,
      gint64 id,
      RemitChangeOp op)
{
  if (difference->n_rows++ > 0)
    return;
  difference->kind = table->info->kind;
  difference->id = id;
  difference->op = op;
}

static void
compare_row (const RemitHistoryReplay *self,
             Table *table,
             sqlite3_stmt *statement,
             RemitHistoryDifference *difference)
{
  int n_columns = sqlite3_column_count (statement);
  gint64 id = sqlite3_column_int64 (statement, 0);
  const Row *row = g_hash_table_lookup (table->rows, &id);
  guint64 sum = 0;

  for (int i = 1; i < n_columns; i++)
    {
      RemitChangesetValue value;

      read_value (statement, i, &value);
      sum = add (sum, weigh (self, table, (guint) i, &value));
    }
  /* the settings are there from the first */
  if (row == NULL && table->info->kind != REMIT_KIND_SETTINGS)
    note (difference, table, id, REMIT_CHANGE_ADDED);
  else if (sum != (row != NULL ? row->sum : 0))
    note (difference, table, id, REMIT_CHANGE_CHANGED);
  g_hash_table_remove (table->rows, &id);
}

static gboolean
compare_table (RemitHistoryReplay *self,
               Table *table,
               GCancellable *cancellable,
               RemitHistoryDifference *difference,
               GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", table->table);
  GHashTableIter iter;
  gpointer row;
  g_autoptr (RemitStatement) statement = remit_store_query (self->store, g_intern_string (sql), 0,
                                                            0, error);

  while (remit_store_step (self->store, statement))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      compare_row (self, table, statement, difference);
    }
  g_hash_table_iter_init (&iter, table->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    note (difference, table, ((Row *) row)->id, REMIT_CHANGE_REMOVED);
  return remit_store_finish (self->store, statement, error);
}

gboolean
remit_history_replay_compare (RemitHistoryReplay *self,
                              GCancellable *cancellable,
                              RemitHistoryDifference *difference,
                              GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  memset (difference, 0, sizeof *difference);
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (!compare_table (self, &self->tables[kind], cancellable, difference, error))
      return FALSE;
  return TRUE;
}
