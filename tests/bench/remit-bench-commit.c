/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures a commit that writes a line of the history of today's form, against one that writes a
 * line of form 1, as it was until format 4: remit-bench-commit NEW OLD N, of which the two files
 * are made. Prints both medians in microseconds. */
#include <stdlib.h>

#include "store/remit-edit.h"
#include "store/remit-migrations.h"
#include "store/remit-store-private.h"

#define OLD_FORMAT 4

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
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW)
    return;
  g_printerr ("%s\n", sqlite3_errmsg (db));
  exit (EXIT_FAILURE);
}

/* ── Form 1, by hand ──────────────────────────────────────────────────────────────────────── */

typedef struct {
  sqlite3 *db;
  sqlite3_stmt *head;
  sqlite3_stmt *update;
  sqlite3_stmt *insert;
} Old;

static void
run (Old *old,
     const char *sql)
{
  check (old->db, sqlite3_exec (old->db, sql, NULL, NULL, NULL));
}

static void
old_open (Old *old,
          const char *path)
{
  check (NULL, sqlite3_open (path, &old->db));
  run (old, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
  g_assert (remit_migrations_get_newest () > OLD_FORMAT);
  for (int i = 1; i <= OLD_FORMAT; i++)
    {
      g_autofree char *name = g_strdup_printf ("/org/remit/store/migrations/%04d.sql", i);
      g_autoptr (GBytes) script = g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                           NULL);

      run (old, g_bytes_get_data (script, NULL));
    }
  run (old, "INSERT INTO person (id, name) VALUES (1, 'Ada Lovelace')");
  check (old->db, sqlite3_prepare_v2 (old->db, "SELECT seq, undo_top, redo_top, hash FROM history "
                                               "ORDER BY seq DESC LIMIT 1",
                                      -1, &old->head, NULL));
  check (old->db, sqlite3_prepare_v2 (old->db, "UPDATE person SET capacity = ?1 WHERE id = 1", -1,
                                      &old->update, NULL));
  check (old->db, sqlite3_prepare_v2 (old->db, "INSERT INTO history VALUES (?1, ?2, 'Grace Hopper',"
                                               " 'Change capacity of Ada Lovelace', 'edit', 0, 0,"
                                               " ?3, ?1, 0, '', ?4, ?5)",
                                      -1, &old->insert, NULL));
}

static void
step (Old *old,
      sqlite3_stmt *statement)
{
  check (old->db, sqlite3_step (statement));
  sqlite3_reset (statement);
}

static void
write_line (Old *old,
            const void *changeset,
            int length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *text = NULL;
  gint64 seq = sqlite3_step (old->head) == SQLITE_ROW ? sqlite3_column_int64 (old->head, 0) : 0;
  gint64 at = g_get_real_time () / 1000;

  text = g_strdup_printf ("64:%064d1:%" G_GINT64_FORMAT "13:%" G_GINT64_FORMAT "12:Grace Hopper"
                          "31:Change capacity of Ada Lovelace4:edit1:01:01:01:01:00:%d:",
                          0, seq + 1, at, length);
  sqlite3_reset (old->head);
  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_update (checksum, changeset, length);
  sqlite3_bind_int64 (old->insert, 1, seq + 1);
  sqlite3_bind_int64 (old->insert, 2, at);
  sqlite3_bind_int64 (old->insert, 3, seq);
  sqlite3_bind_blob (old->insert, 4, changeset, length, SQLITE_STATIC);
  sqlite3_bind_text (old->insert, 5, g_checksum_get_string (checksum), -1, SQLITE_TRANSIENT);
  step (old, old->insert);
}

static void
old_edit (Old *old,
          int number)
{
  sqlite3_session *session = NULL;
  void *changeset = NULL;
  int length = 0;

  run (old, "BEGIN IMMEDIATE");
  check (old->db, sqlite3session_create (old->db, "main", &session));
  check (old->db, sqlite3session_attach (session, NULL));
  sqlite3_bind_int (old->update, 1, number % 100);
  step (old, old->update);
  check (old->db, sqlite3session_changeset (session, &length, &changeset));
  sqlite3session_delete (session);
  write_line (old, changeset, length);
  sqlite3_free (changeset);
  run (old, "COMMIT");
}

/* ── Today's form ─────────────────────────────────────────────────────────────────────────── */

static gint64
new_open (RemitStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, "Add Ada Lovelace", &error);
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PERSON);

  die_if (error);
  remit_record_set_text (record, REMIT_PERSON_NAME, "Ada Lovelace");
  remit_edit_insert (edit, record, &error);
  die_if (error);
  remit_edit_commit (edit, &error);
  die_if (error);
  return remit_record_get_id (record);
}

static void
new_edit (RemitStore *store,
          gint64 person,
          int number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, NULL, &error);

  die_if (error);
  remit_edit_set_integer (edit, REMIT_KIND_PERSON, person, REMIT_PERSON_CAPACITY, number % 100,
                          &error);
  die_if (error);
  remit_edit_describe (edit, 0,
                       remit_message_new_with ("Change %1$s of %2$s",
                                               remit_message_new_label ("Capacity"),
                                               remit_message_new_text ("Ada Lovelace"), NULL));
  remit_edit_commit (edit, &error);
  die_if (error);
}

/* ── In turns ─────────────────────────────────────────────────────────────────────────────── */

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

static void
measure (RemitStore *store,
         Old *old,
         int n)
{
  g_autoptr (GArray) new_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) old_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 person = new_open (store);

  for (int i = 0; i < n; i++)
    {
      gint64 start = g_get_monotonic_time ();
      gint64 middle, end;

      new_edit (store, person, i);
      middle = g_get_monotonic_time ();
      old_edit (old, i);
      end = g_get_monotonic_time ();

      middle -= start;
      end -= start + middle;
      g_array_append_val (new_times, middle);
      g_array_append_val (old_times, end);
    }
  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", get_median (new_times),
           get_median (old_times));
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) store = NULL;
  Old old;

  if (argc != 4)
    return 2;
  store = remit_store_open (argv[1], REMIT_STORE_CREATE, &error);
  die_if (error);
  old_open (&old, argv[2]);
  measure (store, &old, atoi (argv[3]));
  sqlite3_finalize (old.head);
  sqlite3_finalize (old.update);
  sqlite3_finalize (old.insert);
  sqlite3_close (old.db);
  return EXIT_SUCCESS;
}
