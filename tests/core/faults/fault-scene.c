/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace that is made once, and of which each fault gets a fresh copy. */
#include "fault-scene.h"

#include <glib/gstdio.h>
#include <string.h>

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

/* Not g_file_set_contents(), which waits for the disk. */
static void
write_file (const char *path,
            GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                            (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
}

static char *
dup_log_path (FaultScene *self)
{
  return g_strconcat (self->path, "-wal", NULL);
}

void
fault_scene_keep (FaultScene *self)
{
  g_autofree char *log = dup_log_path (self);
  g_autofree char *flaw = NULL;

  g_clear_pointer (&self->file, g_bytes_unref);
  g_clear_pointer (&self->log, g_bytes_unref);
  g_clear_pointer (&self->sum, g_free);
  g_clear_pointer (&self->rows, g_free);
  self->file = read_file (self->path);
  self->log = read_file (log);
  self->rows = remit_test_dump (self->f.store);
  flaw = fault_scene_inspect (self, &self->sum);
  g_assert_cmpstr (flaw, ==, NULL);
  fault_scene_close (self);
}

FaultScene *
fault_scene_new (const PlanVerb *verb)
{
  FaultScene *self = g_new0 (FaultScene, 1);

  settle_set_now (TODAY "T12:00:00Z");
  plan_fixture_set_up (&self->f, NULL);
  self->path = g_strdup (remit_store_get_path (self->f.store));
  /* some of it stands in the file, and some in its log */
  g_assert_cmpint (sqlite3_wal_checkpoint_v2 (remit_store_get_handle (self->f.store), NULL,
                                              SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL),
                   ==, SQLITE_OK);
  plan_fixture_add_absence (&self->f, self->f.cem, "2026-03-02", "2026-03-06");
  if (verb->prepare != NULL)
    verb->prepare (&self->f, self->ids);
  fault_scene_keep (self);
  return self;
}

void
fault_scene_free (FaultScene *self)
{
  fault_scene_close (self);
  remit_test_remove_folder (self->f.folder);
  g_bytes_unref (self->file);
  g_bytes_unref (self->log);
  g_free (self->path);
  g_free (self->sum);
  g_free (self->rows);
  g_free (self);
}

void
fault_scene_write (FaultScene *self)
{
  g_autofree char *log = dup_log_path (self);
  g_autofree char *shared = g_strconcat (self->path, "-shm", NULL);

  g_assert_null (self->f.workspace);
  g_unlink (shared);
  write_file (self->path, self->file);
  write_file (log, self->log);
}

void
fault_scene_open_as_it_is (FaultScene *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (self->f.workspace);
  self->f.workspace = remit_workspace_open (self->path, REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  self->f.store = remit_workspace_get_store (self->f.workspace);
  remit_store_set_patience (self->f.store, 0);
  remit_workspace_open_plan (self->f.workspace, self->f.plan, &error);
  g_assert_no_error (error);
  /* what it needs of the file, it has to read again */
  sqlite3_db_release_memory (remit_store_get_handle (self->f.store));
}

void
fault_scene_open (FaultScene *self)
{
  fault_scene_write (self);
  fault_scene_open_as_it_is (self);
}

void
fault_scene_close (FaultScene *self)
{
  if (self->f.workspace != NULL)
    g_assert_finalize_object (self->f.workspace);
  self->f.workspace = NULL;
  self->f.store = NULL;
}

/* ── What is in it ────────────────────────────────────────────────────────────────────────── */

/* Each value with its type and its length, so that nothing can be taken for something else. */
static void
add_row (sqlite3_stmt *row,
         GChecksum *sum)
{
  for (int i = 0; i < sqlite3_column_count (row); i++)
    {
      int type = sqlite3_column_type (row, i);
      gint64 integer = type == SQLITE_INTEGER ? sqlite3_column_int64 (row, i) : 0;
      const void *bytes = type == SQLITE_INTEGER ? NULL : sqlite3_column_blob (row, i);
      int length = type == SQLITE_INTEGER ? 0 : sqlite3_column_bytes (row, i);

      g_checksum_update (sum, (const guchar *) &type, sizeof type);
      g_checksum_update (sum, (const guchar *) &integer, sizeof integer);
      g_checksum_update (sum, (const guchar *) &length, sizeof length);
      if (length > 0)
        g_checksum_update (sum, bytes, length);
    }
}

static void
add_table (sqlite3 *db,
           const char *name,
           GChecksum *sum)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", name);
  sqlite3_stmt *row;

  g_checksum_update (sum, (const guchar *) name, -1);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
  while (sqlite3_step (row) == SQLITE_ROW)
    add_row (row, sum);
  g_assert_cmpint (sqlite3_finalize (row), ==, SQLITE_OK);
}

static char *
sum_up (sqlite3 *db)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_stmt *row;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                           "AND rootpage > 0 ORDER BY name", -1, &row, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (row) == SQLITE_ROW)
    add_table (db, (const char *) sqlite3_column_text (row, 0), sum);
  g_assert_cmpint (sqlite3_finalize (row), ==, SQLITE_OK);
  return g_strdup (g_checksum_get_string (sum));
}

static char *
check_integrity (sqlite3 *db)
{
  sqlite3_stmt *row;
  char *words = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &row, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (row), ==, SQLITE_ROW);
  if (!g_str_equal (sqlite3_column_text (row, 0), "ok"))
    words = g_strdup ((const char *) sqlite3_column_text (row, 0));
  sqlite3_finalize (row);
  return words;
}

char *
fault_scene_inspect (FaultScene *self,
                     char **sum)
{
  sqlite3 *db = NULL;
  char *words = NULL;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  words = check_integrity (db);
  *sum = words == NULL ? sum_up (db) : NULL;
  sqlite3_close (db);
  return words;
}

/* ── Its rows ─────────────────────────────────────────────────────────────────────────────── */

/* What the scene does not have is new, and stands in the order in which it was made. */
static gboolean
number_id (const GMatchInfo *match,
           GString *text,
           gpointer data)
{
  gpointer *known_and_new = data;
  const char *known = known_and_new[0];
  GHashTable *numbers = known_and_new[1];
  g_autofree char *id = g_match_info_fetch (match, 0);
  gpointer number;

  if (strstr (known, id) != NULL)
    g_string_append (text, id);
  else
    {
      number = g_hash_table_lookup (numbers, id);
      if (number == NULL)
        {
          number = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
          g_hash_table_insert (numbers, g_strdup (id), number);
        }
      g_string_append_printf (text, "new-%u", GPOINTER_TO_UINT (number));
    }
  return FALSE;
}

char *
fault_scene_dup_rows (FaultScene *self)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b[0-9a-f]{16}\\b", 0, 0, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *rows = remit_test_dump (self->f.store);
  gpointer data[] = { self->rows, numbers };

  return g_regex_replace_eval (regex, rows, -1, 0, 0, number_id, data, NULL);
}

static void
describe (const RemitRecord *record,
          GString *text)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  g_string_append_printf (text, "%s %016" G_GINT64_MODIFIER "x", info->name,
                          remit_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *value = remit_record_format (record, i);

      g_string_append_printf (text, " %s=“%s”", info->fields[i].name, value);
    }
  g_string_append_c (text, '\n');
}

char *
fault_scene_dup_live (RemitWorkspace *workspace)
{
  GString *text = g_string_new (NULL);

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      GListModel *list = remit_workspace_get_list (workspace, kind);

      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr (RemitEntity) entity = g_list_model_get_item (list, i);

          describe (remit_entity_get_record (entity), text);
        }
    }
  return g_string_free (text, FALSE);
}

char *
fault_scene_find_difference (const char *is,
                             const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (is, "\n", -1);
  g_auto (GStrv) others = g_strsplit (expected, "\n", -1);
  guint i = 0;

  while (lines[i] != NULL && others[i] != NULL && g_str_equal (lines[i], others[i]))
    i++;
  return g_strdup_printf ("“%s”, not “%s”", lines[i] != NULL ? lines[i] : "",
                          others[i] != NULL ? others[i] : "");
}
