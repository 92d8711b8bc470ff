/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which conflicts of a plan are wanted, and in which order. */
#include "remit-conflict-query.h"

#include <string.h>

#include "model/remit-record.h"

/* ── SQL ──────────────────────────────────────────────────────────────────────────────────── */

enum {
  PLAN = 1,
  STATUS,
  TYPE,
  SEVERITY,
  OWNER,
  MATCH,
  LIMIT,
  OFFSET,
};

static const char *const conditions[] = {
  [REMIT_CONFLICTS_RUNNING] = " AND t.status IN ('open', 'mediating', 'escalated')",
  [REMIT_CONFLICTS_OVER] = " AND t.status IN ('resolved', 'closed', 'withdrawn')",
  [REMIT_CONFLICTS_ALL] = "",
};

#define CLOCK "coalesce (t.due, 9223372036854775807)"

/* The first three as the indexes of the migration 0003 have them. Those who own stand by their
 * names, which SQL cannot sort as the language does. */
static const char *const orders[] = {
  [REMIT_CONFLICTS_BY_CLOCK] = CLOCK ", t.id",
  [REMIT_CONFLICTS_BY_AGE] = "t.raised, t.id",
  [REMIT_CONFLICTS_BY_SEVERITY] = "t.severity DESC, t.raised, t.id",
  [REMIT_CONFLICTS_BY_STATE] = "CASE t.status WHEN 'open' THEN 0 WHEN 'mediating' THEN 1"
                               " WHEN 'escalated' THEN 2 WHEN 'resolved' THEN 3"
                               " WHEN 'closed' THEN 4 ELSE 5 END, " CLOCK ", t.raised, t.id",
  [REMIT_CONFLICTS_BY_RUNG] = "t.rung DESC, " CLOCK ", t.raised, t.id",
  [REMIT_CONFLICTS_BY_OWNER] = CLOCK ", t.raised, t.id",
};

/* @matching: what is looked for is in few of them, so that SQLite is not to go through the plan */
static char *
dup_where (const RemitConflictQuery *query,
           gboolean matching)
{
  return g_strconcat (matching ? "WHERE +t.plan = ?1" : "WHERE t.plan = ?1",
                      conditions[query->shown],
                      query->status >= 0 ? " AND t.status = ?2" : "",
                      query->type >= 0 ? " AND t.type = ?3" : "",
                      query->severity >= 0 ? " AND t.severity = ?4" : "",
                      query->owner == REMIT_CONFLICTS_NOBODY ? " AND t.owner IS NULL"
                      : query->owner > 0                     ? " AND t.owner = ?5"
                                                             : "",
                      NULL);
}

static void
bind_choice (RemitStatement *statement,
             int parameter,
             guint field,
             int choice)
{
  if (choice >= 0)
    remit_statement_bind_text (statement, parameter,
                               remit_conflict_info.fields[field].choices[choice].nick);
}

static void
bind (const RemitConflictQuery *query,
      RemitStatement *statement)
{
  remit_statement_bind_integer (statement, PLAN, query->plan);
  bind_choice (statement, STATUS, REMIT_CONFLICT_STATUS, query->status);
  bind_choice (statement, TYPE, REMIT_CONFLICT_TYPE, query->type);
  if (query->severity >= 0)
    remit_statement_bind_integer (statement, SEVERITY, query->severity);
  if (query->owner > 0)
    remit_statement_bind_integer (statement, OWNER, query->owner);
}

/* ── What an index knows ──────────────────────────────────────────────────────────────────── */

gboolean
remit_conflict_query_is_quick (const RemitConflictQuery *query)
{
  g_return_val_if_fail (query != NULL, FALSE);

  return query->status < 0 && query->type < 0 && query->severity < 0 && query->owner < 0
         && (query->shown == REMIT_CONFLICTS_RUNNING
               ? query->order <= REMIT_CONFLICTS_BY_SEVERITY
               : query->shown == REMIT_CONFLICTS_ALL && query->order == REMIT_CONFLICTS_BY_AGE);
}

guint
remit_conflict_query_count (const RemitConflictQuery *query,
                            RemitStore *store)
{
  g_autofree char *where = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (RemitStatement) row = NULL;

  g_return_val_if_fail (query != NULL && REMIT_IS_STORE (store), 0);

  where = dup_where (query, FALSE);
  sql = g_strconcat ("SELECT count (*) FROM conflict AS t ", where, NULL);
  row = remit_store_prepare (store, g_intern_string (sql), NULL);
  if (row == NULL)
    return 0;
  bind (query, row);
  return remit_store_step (store, row) ? (guint) remit_statement_get_integer (row, 0) : 0;
}

GPtrArray *
remit_conflict_query_load_page (const RemitConflictQuery *query,
                                RemitStore *store,
                                guint first,
                                guint n)
{
  GPtrArray *page = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
  g_autofree char *where = NULL;
  g_autofree char *all = NULL;
  g_autoptr (RemitStatement) rows = NULL;

  g_return_val_if_fail (query != NULL && REMIT_IS_STORE (store), page);

  where = dup_where (query, FALSE);
  all = g_strconcat (where, " ORDER BY ", orders[query->order], " LIMIT ?7 OFFSET ?8", NULL);
  rows = remit_store_prepare (store, remit_store_get_select (REMIT_KIND_CONFLICT, all), NULL);
  if (rows == NULL)
    return page;
  bind (query, rows);
  remit_statement_bind_integer (rows, LIMIT, n);
  remit_statement_bind_integer (rows, OFFSET, first);
  while (remit_store_step (store, rows))
    {
      RemitRecord *record = remit_record_new (REMIT_KIND_CONFLICT);

      remit_store_read (rows, record);
      g_ptr_array_add (page, record);
    }
  return page;
}

/* ── Owners ───────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  gint64 person;
  char *key;
} Owner;

static void
owner_clear (gpointer owner)
{
  g_free (((Owner *) owner)->key);
}

static int
compare_owners (gconstpointer a,
                gconstpointer b)
{
  return strcmp (((const Owner *) a)->key, ((const Owner *) b)->key);
}

/* Goes from owner to owner in the index, past all that each of them owns. */
static const char list_owners[] =
  "WITH RECURSIVE who (id) AS ("
  " SELECT min (owner) FROM conflict WHERE owner IS NOT NULL"
  " UNION ALL"
  " SELECT (SELECT min (owner) FROM conflict WHERE owner > who.id) FROM who"
  "  WHERE who.id IS NOT NULL)"
  " SELECT person.id, person.name FROM who JOIN person ON person.id = who.id"
  " WHERE EXISTS (SELECT 1 FROM conflict WHERE owner = who.id AND plan = ?1)";

GArray *
remit_conflict_query_list_owners (RemitStore *store,
                                  gint64 plan,
                                  GError **error)
{
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (Owner));
  g_autoptr (RemitStatement) rows = NULL;
  GArray *people;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  g_array_set_clear_func (owners, owner_clear);
  rows = remit_store_prepare (store, list_owners, error);
  if (rows == NULL)
    return NULL;
  remit_statement_bind_integer (rows, PLAN, plan);
  while (remit_store_step (store, rows))
    {
      Owner owner = { remit_statement_get_integer (rows, 0),
                      g_utf8_collate_key (remit_statement_get_text (rows, 1), -1) };

      g_array_append_val (owners, owner);
    }
  if (!remit_store_finish (store, rows, error))
    return NULL;
  g_array_sort (owners, compare_owners);
  people = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < owners->len; i++)
    g_array_append_val (people, g_array_index (owners, Owner, i).person);
  return people;
}

/* ── What has to be looked for ────────────────────────────────────────────────────────────── */

typedef struct {
  gint64 conflict;
  guint place; /* of the owner */
} Found;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  guint left = ((const Found *) a)->place;
  guint right = ((const Found *) b)->place;

  return left < right ? -1 : left > right;
}

/* Returns: (transfer full): from owners to their places in the order, when it is by them */
static GHashTable *
place_owners (const RemitConflictQuery *query,
              RemitStore *store,
              GError **error)
{
  GHashTable *places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) owners = NULL;

  if (query->order != REMIT_CONFLICTS_BY_OWNER)
    return places;
  owners = remit_conflict_query_list_owners (store, query->plan, error);
  if (owners == NULL)
    g_clear_pointer (&places, g_hash_table_unref);
  for (guint i = 0; owners != NULL && i < owners->len; i++)
    g_hash_table_insert (places, g_memdup2 (&g_array_index (owners, gint64, i), sizeof (gint64)),
                         GUINT_TO_POINTER (i + 1));
  return places;
}

static const char *
get_sql (const RemitConflictQuery *query,
         gboolean matching)
{
  g_autofree char *where = dup_where (query, matching);
  g_autofree char *sql = g_strdup_printf (
    "SELECT t.id, t.owner FROM conflict AS t %s%s ORDER BY %s", where,
    matching ? " AND t.id IN (SELECT conflict FROM conflict_text WHERE conflict_text MATCH ?6"
               " ORDER BY rowid DESC LIMIT " G_STRINGIFY (REMIT_CONFLICTS_MAX_FOUND) ")"
             : "",
    orders[query->order]);

  return g_intern_string (sql);
}

static void
add_found (GArray *found,
           RemitStatement *row,
           GHashTable *places)
{
  gint64 owner = remit_statement_get_integer (row, 1);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &owner));
  Found one = { remit_statement_get_integer (row, 0), place != 0 ? place : G_MAXUINT };

  g_array_append_val (found, one);
}

static gboolean
read_found (RemitStore *store,
            RemitStatement *rows,
            GHashTable *places,
            GArray *found,
            GCancellable *cancellable,
            GError **error)
{
  while (remit_store_step (store, rows))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      add_found (found, rows, places);
    }
  return remit_store_finish (store, rows, error);
}

GArray *
remit_conflict_query_run (const RemitConflictQuery *query,
                          RemitStore *store,
                          const char *match,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GHashTable) places = NULL;
  g_autoptr (RemitStatement) rows = NULL;
  GArray *conflicts;

  g_return_val_if_fail (query != NULL && REMIT_IS_STORE (store), NULL);

  places = place_owners (query, store, error);
  if (places == NULL)
    return NULL;
  rows = remit_store_prepare (store, get_sql (query, match != NULL), error);
  if (rows == NULL)
    return NULL;
  bind (query, rows);
  if (match != NULL)
    remit_statement_bind_text (rows, MATCH, match);
  if (!read_found (store, rows, places, found, cancellable, error))
    return NULL;
  /* which leaves those of one owner in their order */
  if (query->order == REMIT_CONFLICTS_BY_OWNER)
    g_array_sort (found, compare_places);
  conflicts = g_array_sized_new (FALSE, FALSE, sizeof (gint64), found->len);
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (conflicts, g_array_index (found, Found, i).conflict);
  return conflicts;
}

GPtrArray *
remit_conflict_query_load (const RemitConflictQuery *query,
                           RemitStore *store,
                           GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (
    (GDestroyNotify) remit_record_free);
  g_autoptr (GArray) conflicts = remit_conflict_query_run (query, store, NULL, NULL, error);
  g_autoptr (GError) local_error = NULL;

  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      RemitRecord *record = remit_store_load (store, REMIT_KIND_CONFLICT,
                                              g_array_index (conflicts, gint64, i), &local_error);

      if (record != NULL)
        g_ptr_array_add (records, record);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
  return conflicts != NULL ? g_steal_pointer (&records) : NULL;
}
