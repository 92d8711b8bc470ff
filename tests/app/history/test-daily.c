/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was tampered with is found out by itself, once a day. */
#include <sqlite3.h>
#include <string.h>

#include "history/remit-history-daily.h"
#include "remit-test-app.h"
#include "store/history/remit-history-verified.h"

typedef struct {
  char *folder;
  char *path;
  char *said; /* what a RemitHistoryDaily found */
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (RemitStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = remit_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.remit", NULL);
  store = remit_store_open (fixture->path, REMIT_STORE_CREATE, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 3; i++)
    remit_test_add_person (store, "Ada");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_free (fixture->said);
  g_free (fixture->path);
  remit_test_remove_folder (fixture->folder);
}

/* As another program does it. */
static void
tamper (Fixture *fixture)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  remit_test_tamper (db, "UPDATE history SET actor = 'Mallory' WHERE seq = 2");
  sqlite3_close (db);
}

static void
on_broken (RemitHistoryDaily *daily G_GNUC_UNUSED,
           const char *sentence,
           Fixture *fixture)
{
  g_free (fixture->said);
  fixture->said = g_strdup (sentence);
}

static gboolean
is_verified (gpointer workspace)
{
  RemitVerified verified;

  remit_history_verified_read (remit_workspace_get_store (workspace), &verified);
  return verified.full_at != 0;
}

static gboolean
has_said (gpointer data)
{
  return ((Fixture *) data)->said != NULL;
}

static void
test_once (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitWorkspace) workspace = remit_workspace_open (fixture->path, REMIT_STORE_NO_FLAGS,
                                                               &error);
  g_autoptr (RemitHistoryDaily) daily = NULL;

  g_assert_no_error (error);
  daily = remit_history_daily_new (workspace);
  g_signal_connect (daily, "broken", G_CALLBACK (on_broken), fixture);
  g_assert_true (remit_history_daily_look (daily));
  remit_test_wait (is_verified, workspace);
  remit_test_settle ();
  g_assert_false (remit_history_daily_look (daily));
  g_assert_null (fixture->said);
}

static void
test_broken (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitWorkspace) workspace = remit_workspace_open (fixture->path, REMIT_STORE_NO_FLAGS,
                                                               &error);
  g_autoptr (RemitHistoryDaily) daily = remit_history_daily_new (workspace);

  g_assert_no_error (error);
  tamper (fixture);
  g_signal_connect (daily, "broken", G_CALLBACK (on_broken), fixture);
  g_assert_true (remit_history_daily_look (daily));
  remit_test_wait (has_said, fixture);
  g_assert_true (g_str_has_prefix (fixture->said, "Entry 2 of "));
}

/* A window looks some seconds after it was opened, and says what it found. */
static void
test_window (Fixture *fixture,
             gconstpointer data)
{
  RemitWindow *window;

  tamper (fixture);
  window = remit_test_app_open (fixture->folder);
  remit_test_wait_until_said (window, "Entry 2 of ");
  remit_test_app_close (window);
}

static void
add_tests (void)
{
#define ADD(name, func) g_test_add ("/daily/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("once", test_once);
  ADD ("broken", test_broken);
  ADD ("window", test_window);
#undef ADD
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
