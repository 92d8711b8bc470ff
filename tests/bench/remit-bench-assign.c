/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures one assignment by the core against one bare INSERT transaction, in turns:
 * remit-bench-assign WORKSPACE BARE N. Prints both medians in microseconds. */
#include <stdlib.h>

#include "plan/placement/remit-placement.h"
#include "store/remit-store-private.h"

/* The same columns as the workspace has, without its indexes, checks and triggers. */
#define TABLE                                                                                  \
  "CREATE TABLE assignment (id INTEGER PRIMARY KEY, plan INTEGER, slot INTEGER, person INTEGER, " \
  "allocation INTEGER, \"from\" TEXT, \"until\" TEXT, state TEXT)"

static void
die_if (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (EXIT_FAILURE);
}

static void
check (sqlite3 *db,
       int code)
{
  if (code == SQLITE_OK || code == SQLITE_DONE)
    return;
  g_printerr ("%s\n", sqlite3_errmsg (db));
  exit (EXIT_FAILURE);
}

typedef struct {
  sqlite3 *db;
  sqlite3_stmt *begin;
  sqlite3_stmt *insert;
  sqlite3_stmt *commit;
} Bare;

static void
bare_open (Bare *bare,
           const char *path)
{
  check (NULL, sqlite3_open (path, &bare->db));
  check (bare->db, sqlite3_exec (bare->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                           TABLE, NULL, NULL, NULL));
  check (bare->db, sqlite3_prepare_v2 (bare->db, "BEGIN IMMEDIATE", -1, &bare->begin, NULL));
  check (bare->db, sqlite3_prepare_v2 (bare->db, "INSERT INTO assignment VALUES "
                                                 "(?1, ?2, ?3, ?4, ?5, NULL, NULL, 'confirmed')",
                                       -1, &bare->insert, NULL));
  check (bare->db, sqlite3_prepare_v2 (bare->db, "COMMIT", -1, &bare->commit, NULL));
}

static void
run (Bare *bare,
     sqlite3_stmt *statement)
{
  check (bare->db, sqlite3_step (statement));
  sqlite3_reset (statement);
}

static void
bare_insert (Bare *bare,
             const RemitPlacement *placement,
             int number)
{
  sqlite3_bind_int64 (bare->insert, 1, number + 1);
  sqlite3_bind_int64 (bare->insert, 2, placement->slot);
  sqlite3_bind_int64 (bare->insert, 3, placement->slot);
  sqlite3_bind_int64 (bare->insert, 4, placement->person);
  sqlite3_bind_int64 (bare->insert, 5, 50);
  run (bare, bare->begin);
  run (bare, bare->insert);
  run (bare, bare->commit);
}

static gint64
get_id (RemitWorkspace *workspace,
        RemitKind kind,
        guint place)
{
  GListModel *list = remit_workspace_get_list (workspace, kind);
  g_autoptr (RemitEntity) entity = NULL;

  entity = g_list_model_get_item (list, place % g_list_model_get_n_items (list));
  return remit_entity_get_id (entity);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static gint64
get_median (GArray *times)
{
  g_array_sort (times, compare);
  return g_array_index (times, gint64, times->len / 2);
}

/* Assigns the people from the last one on, who have nothing to do yet, to slot after slot. */
static void
measure (RemitWorkspace *workspace,
         Bare *bare,
         int n)
{
  g_autoptr (GArray) core_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) bare_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_people = g_list_model_get_n_items (remit_workspace_get_list (workspace,
                                                                       REMIT_KIND_PERSON));

  for (int i = 0; i < n; i++)
    {
      RemitPlacement placement = { .person = get_id (workspace, REMIT_KIND_PERSON,
                                                     n_people - 1 - (guint) i),
                                   .slot = get_id (workspace, REMIT_KIND_SLOT, (guint) i) };
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      gint64 middle, end;

      remit_placement_do (workspace, &placement, 1, &error);
      middle = g_get_monotonic_time ();
      die_if (error);
      bare_insert (bare, &placement, i);
      end = g_get_monotonic_time ();

      middle -= start;
      end -= start + middle;
      g_array_append_val (core_times, middle);
      g_array_append_val (bare_times, end);
    }
  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", get_median (core_times),
           get_median (bare_times));
}

int
main (int argc,
      char **argv)
{
  g_autoptr (RemitWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  Bare bare;

  if (argc != 4)
    return 2;
  workspace = remit_workspace_open (argv[1], REMIT_STORE_NO_FLAGS, &error);
  die_if (error);
  remit_workspace_open_plan (workspace, get_id (workspace, REMIT_KIND_PLAN, 0), &error);
  die_if (error);
  bare_open (&bare, argv[2]);
  measure (workspace, &bare, atoi (argv[3]));
  return EXIT_SUCCESS;
}
