/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of archives share: a workspace of two years, and its archive. */
#include "remit-sealed-test.h"

#include "model/remit-day.h"

static void
add_conflict (RemitStore *store,
              gint64 plan,
              const char *title)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_CONFLICT);

  remit_record_set_integer (record, REMIT_CONFLICT_PLAN, plan);
  remit_record_set_text (record, REMIT_CONFLICT_TITLE, title);
  remit_record_set_text (record, REMIT_CONFLICT_RAISER, "Ada");
  remit_record_set_integer (record, REMIT_CONFLICT_RAISED, remit_time_now ());
  remit_test_insert (store, record);
}

static void
undo (RemitStore *store,
      RemitHistoryOp op)
{
  g_autoptr (GError) error = NULL;

  remit_history_undo (store, op, 0, &error);
  g_assert_no_error (error);
}

/* Line 7 takes back line 5, which is going to be sealed. */
static void
fill (RemitStore *store)
{
  gint64 plan;

  g_setenv ("REMIT_NOW", OLD, TRUE);
  plan = remit_test_add_plan (store, "Plan");
  remit_test_add_people (store, 300);
  remit_test_add_person (store, "Ada");
  add_conflict (store, plan, "Whose data are these?");
  remit_test_add_person (store, "Bob");
  undo (store, REMIT_HISTORY_UNDO);
  g_setenv ("REMIT_NOW", NEW, TRUE);
  undo (store, REMIT_HISTORY_REDO);
  undo (store, REMIT_HISTORY_UNDO);
  undo (store, REMIT_HISTORY_REDO);
  add_conflict (store, plan, "Who may see them?");
  remit_test_add_person (store, "Grace");
  remit_test_add_person (store, "Joan");
  g_setenv ("REMIT_NOW", NOW, TRUE);
}

void
remit_sealed_set_up (RemitSealed *fixture,
                     gconstpointer data)
{
  fixture->folder = remit_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.remit", NULL);
  fixture->archive = g_build_filename (fixture->folder, "archive.remit", NULL);
  fixture->store = remit_test_open_new (fixture->path);
  fill (fixture->store);
}

void
remit_sealed_tear_down (RemitSealed *fixture,
                        gconstpointer data)
{
  g_clear_object (&fixture->store);
  g_free (fixture->path);
  g_free (fixture->archive);
  remit_test_remove_folder (fixture->folder);
  g_unsetenv ("REMIT_NOW");
}

RemitStore *
remit_sealed_open (const char *path)
{
  g_autoptr (GError) error = NULL;
  RemitStore *store = remit_store_open (path, REMIT_STORE_READ_ONLY, &error);

  g_assert_no_error (error);
  return store;
}

void
remit_sealed_compact (RemitStore *store,
                      const char *day,
                      const char *archive,
                      RemitCompacted *compacted)
{
  const RemitWorkControl control = { NULL };
  RemitCompacted ignored;
  g_autoptr (GError) error = NULL;

  remit_compact (store, remit_day_parse (day), archive, &control,
                 compacted != NULL ? compacted : &ignored, &error);
  g_assert_no_error (error);
}

gint64
remit_sealed_count (RemitStore *store,
                    const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = remit_store_query_integer (store, sql, 0, 0, &error);

  g_assert_no_error (error);
  return n;
}

void
remit_sealed_assert_archive (RemitStore *store,
                             const char *path,
                             gboolean is_right)
{
  g_autoptr (RemitStore) archive = remit_sealed_open (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitArchiveVerdict) verdict = remit_archive_verify (store, archive, NULL, NULL, NULL,
                                                                  &error);

  g_assert_no_error (error);
  g_assert_true (remit_archive_verdict_is_right (verdict) == is_right);
}

void
remit_sealed_tamper (const char *path,
                     const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  remit_test_tamper (db, sql);
  sqlite3_close (db);
}
