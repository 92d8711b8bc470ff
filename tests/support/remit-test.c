/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests share: temporary workspaces, and a text of everything in one. */
#include "remit-test.h"
#include "exchange/plan/remit-plan-reader.h"
#include "model/remit-data.h"
#include "store/history/remit-history-verify.h"

#include <glib/gstdio.h>
#include <string.h>

void
remit_test_replace (const char *path,
                    const char *what,
                    const char *by)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, what, by, 1), ==, 1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
}

char *
remit_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("remit-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL
                                                                     : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
remit_test_remove_folder (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

void
remit_test_remove (const char *path)
{
  remove_tree (path);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list_names (GDir *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
append_file (GString *text,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_string_append_len (text, contents, (gssize) length);
}

GString *
remit_test_read_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = folder != NULL ? list_names (folder) : NULL;
  GString *text = g_string_new (NULL);

  if (names == NULL)
    append_file (text, path);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, names->pdata[i], NULL);

      if (i > 0)
        g_string_append_c (text, '\n');
      append_file (text, file);
    }
  return text;
}

/* A new workspace is the same every time, and takes long to make under a sanitizer. */
static GBytes *
make_new_workspace (void)
{
  char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "new.remit", NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_clear_object (&(RemitStore *){ remit_store_open (path, REMIT_STORE_CREATE, &error) });
  g_assert_no_error (error);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  remit_test_remove_folder (folder);
  return g_bytes_new_take (contents, length);
}

RemitStore *
remit_test_open_new (const char *path)
{
  static GBytes *workspace;
  g_autoptr (GError) error = NULL;
  RemitStore *store;

  if (workspace == NULL)
    workspace = make_new_workspace ();
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_file_set_contents (path, g_bytes_get_data (workspace, NULL),
                         (gssize) g_bytes_get_size (workspace), &error);
  g_assert_no_error (error);
  store = remit_store_open (path, REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  return store;
}

RemitWorkspace *
remit_test_open_workspace (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "test.remit", NULL);
  RemitWorkspace *workspace;

  g_clear_object (&(RemitStore *){ remit_test_open_new (path) });
  workspace = remit_workspace_open (path, REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  g_assert_true (REMIT_IS_WORKSPACE (workspace));
  return workspace;
}

static void
dump_kind (RemitStore *store,
           RemitKind kind,
           GString *text)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  g_autoptr (RemitRecord) record = remit_record_new (kind);
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement;

  statement = remit_store_prepare (store, remit_store_get_select (kind, "ORDER BY t.id"), &error);
  g_assert_no_error (error);
  while (remit_store_step (store, statement))
    {
      remit_store_read (statement, record);
      g_string_append_printf (text, "%s %016" G_GINT64_MODIFIER "x", info->name,
                              remit_record_get_id (record));
      for (guint i = 0; i < info->n_fields; i++)
        {
          g_autofree char *value = remit_record_format (record, i);

          g_string_append_printf (text, " %s=“%s”", info->fields[i].name, value);
        }
      g_string_append_c (text, '\n');
    }
  g_assert_no_error (error);
  remit_statement_reset (statement);
}

char *
remit_test_dump (RemitStore *store)
{
  GString *text = g_string_new (NULL);

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    dump_kind (store, kind, text);
  return g_string_free (text, FALSE);
}

static void
keep_result (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

void
remit_test_refresh (RemitWorkspace *workspace)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_main_context_push_thread_default (context);
  remit_workspace_refresh_async (workspace, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  remit_workspace_refresh_finish (workspace, result, &error);
  g_assert_no_error (error);
}

RemitEdit *
remit_test_begin (RemitWorkspace *workspace,
                  const char *label)
{
  g_autoptr (GError) error = NULL;
  RemitEdit *edit = remit_workspace_begin (workspace, &error);

  g_assert_no_error (error);
  remit_edit_describe (edit, 0, remit_message_new (label, NULL));
  return edit;
}

gint64
remit_test_count_rows (RemitStore *store,
                       RemitKind kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s",
                                          remit_entity_info_get_table (remit_entity_info (kind)));

  return remit_store_query_integer (store, g_intern_string (sql), 0, 0, NULL);
}

gint64
remit_test_find_broken (RemitStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitVerification) verdict = NULL;

  verdict = remit_history_verify (store, REMIT_VERIFY_ALL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (verdict->flaw, ==, NULL);
  return verdict->broken;
}

void
remit_test_tamper (sqlite3 *db,
                   const char *sql)
{
  char *words = NULL;

  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_exec (db, sql, NULL, NULL, &words);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
  if (words != NULL)
    g_error ("%s: %s", sql, words);
}

char *
remit_test_dup_verdict (RemitStore *store,
                        gboolean *is_whole,
                        GError **error)
{
  g_autoptr (RemitVerification) verdict =
    remit_history_verify (store, REMIT_VERIFY_ALL, NULL, NULL, NULL, error);

  *is_whole = verdict != NULL && remit_verification_is_whole (verdict);
  return verdict != NULL ? remit_verification_dup_sentence (verdict) : NULL;
}

void
remit_test_verify (RemitStore *store)
{
  g_autoptr (GError) error = NULL;
  gboolean is_whole;
  g_autofree char *sentence = remit_test_dup_verdict (store, &is_whole, &error);
  RemitStatement *keys;

  g_assert_no_error (error);
  if (!is_whole)
    g_error ("%s", sentence);
  /* undo works with foreign keys off */
  keys = remit_store_prepare (store, "PRAGMA foreign_key_check", NULL);
  g_assert_false (remit_store_step (store, keys));
  g_assert_true (remit_store_finish (store, keys, &error));
}

void
remit_test_undo_and_redo (RemitStore *store,
                          const char *before)
{
  g_autofree char *after = remit_test_dump (store);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;

  remit_history_undo (store, REMIT_HISTORY_UNDO, 0, &error);
  g_assert_no_error (error);
  undone = remit_test_dump (store);
  g_assert_cmpstr (undone, ==, before);

  remit_history_undo (store, REMIT_HISTORY_REDO, 0, &error);
  g_assert_no_error (error);
  redone = remit_test_dump (store);
  g_assert_cmpstr (redone, ==, after);

  remit_test_verify (store);
}

gint64
remit_test_insert (RemitStore *store,
                   RemitRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, "Test", &error);
  gint64 id;

  g_assert_no_error (error);
  remit_edit_insert (edit, record, &error);
  g_assert_no_error (error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);

  id = remit_record_get_id (record);
  remit_record_free (record);
  return id;
}

gint64
remit_test_read_sample (RemitStore *store)
{
  g_autofree char *sample = remit_data_dup_path ("samples/halden-energy.xml");
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitImportResult) result = remit_plan_read (store, sample, NULL, &error);

  g_assert_no_error (error);
  return result->plan;
}

gint64
remit_test_add_person (RemitStore *store,
                       const char *name)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_PERSON);

  remit_record_set_text (record, REMIT_PERSON_NAME, name);
  return remit_test_insert (store, record);
}

void
remit_test_add_people (RemitStore *store,
                       guint n)
{
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, "Many", NULL);
  g_autoptr (RemitRecord) record = remit_record_new (REMIT_KIND_PERSON);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %05u", i);

      remit_record_set_id (record, 0);
      remit_record_set_text (record, REMIT_PERSON_NAME, name);
      g_assert_true (remit_edit_insert (edit, record, NULL));
    }
  g_assert_true (remit_edit_commit (edit, NULL));
}

gint64
remit_test_add_skill (RemitStore *store,
                      const char *name)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_SKILL);

  remit_record_set_text (record, REMIT_SKILL_NAME, name);
  return remit_test_insert (store, record);
}

gint64
remit_test_add_role (RemitStore *store,
                     const char *key,
                     const char *name)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_ROLE);

  remit_record_set_text (record, REMIT_ROLE_KEY, key);
  remit_record_set_text (record, REMIT_ROLE_NAME, name);
  return remit_test_insert (store, record);
}

gint64
remit_test_add_plan (RemitStore *store,
                     const char *name)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_PLAN);

  remit_record_set_text (record, REMIT_PLAN_NAME, name);
  return remit_test_insert (store, record);
}

gint64
remit_test_add_team (RemitStore *store,
                     gint64 plan,
                     const char *name)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_TEAM);

  remit_record_set_integer (record, REMIT_TEAM_PLAN, plan);
  remit_record_set_text (record, REMIT_TEAM_NAME, name);
  return remit_test_insert (store, record);
}

gint64
remit_test_add_decision (RemitStore *store,
                         gint64 plan,
                         gint64 team,
                         const char *title,
                         RemitFramework framework)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_DECISION);

  remit_record_set_integer (record, REMIT_DECISION_PLAN, plan);
  remit_record_set_integer (record, REMIT_DECISION_TEAM, team);
  remit_record_set_text (record, REMIT_DECISION_TITLE, title);
  remit_record_set_integer (record, REMIT_DECISION_FRAMEWORK, framework);
  return remit_test_insert (store, record);
}

gint64
remit_test_add_slot (RemitStore *store,
                     gint64 plan,
                     gint64 team,
                     gint64 role)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_SLOT);

  remit_record_set_integer (record, REMIT_SLOT_PLAN, plan);
  remit_record_set_integer (record, REMIT_SLOT_TEAM, team);
  remit_record_set_integer (record, REMIT_SLOT_ROLE, role);
  return remit_test_insert (store, record);
}

gint64
remit_test_add_assignment (RemitStore *store,
                           gint64 plan,
                           gint64 slot,
                           gint64 person,
                           int allocation)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_ASSIGNMENT);

  remit_record_set_integer (record, REMIT_ASSIGNMENT_PLAN, plan);
  remit_record_set_integer (record, REMIT_ASSIGNMENT_SLOT, slot);
  remit_record_set_integer (record, REMIT_ASSIGNMENT_PERSON, person);
  remit_record_set_integer (record, REMIT_ASSIGNMENT_ALLOCATION, allocation);
  return remit_test_insert (store, record);
}

void
remit_test_assert_note (RemitNotes *notes,
                        const char *words)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < remit_notes_get_n_kept (notes); i++)
    {
      g_autofree char *note = remit_note_dup_words (remit_notes_get (notes, i));

      g_string_append_printf (all, "%s\n", note);
      if (strstr (note, words) != NULL)
        return;
    }
  g_error ("No note has “%s”:\n%s", words, all->str);
}

static void
be_silent (const char *domain,
           GLogLevelFlags level,
           const char *message,
           gpointer data)
{
}

void
remit_test_silence_checker (void)
{
  g_log_set_handler ("remit-core", G_LOG_LEVEL_DEBUG, be_silent, NULL);
}
