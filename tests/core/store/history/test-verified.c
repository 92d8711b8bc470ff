/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the history was verified is remembered, and itself not believed blindly. */
#include <sqlite3.h>
#include <string.h>

#include "remit-test.h"
#include "store/history/remit-history-verified.h"
#include "store/history/remit-history-verify.h"
#include "store/remit-store-private.h"

typedef struct {
  char *folder;
  char *path;
  RemitStore *store;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = remit_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test.remit", NULL);
  fixture->store = remit_store_open (fixture->path, REMIT_STORE_CREATE, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 5; i++)
    remit_test_add_person (fixture->store, "Ada");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_free (fixture->path);
  remit_test_remove_folder (fixture->folder);
}

static gint64
verify (Fixture *fixture,
        RemitVerifyScope scope)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitVerification) verdict =
    remit_history_verify (fixture->store, scope, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return verdict->broken;
}

static gint64
get_verified (Fixture *fixture)
{
  RemitVerified verified;

  remit_history_verified_read (fixture->store, &verified);
  return verified.seq;
}

static void
run (Fixture *fixture,
     const char *sql)
{
  remit_test_tamper (remit_store_get_handle (fixture->store), sql);
}

/* A check goes on from where the last one ended; all of it is a matter of a full verification,
 * which the next check then believes. */
static void
test_goes_on (Fixture *fixture,
              gconstpointer data)
{
  g_assert_cmpint (get_verified (fixture), ==, 0);
  g_assert_cmpint (verify (fixture, REMIT_VERIFY_NEW), ==, 0);
  g_assert_cmpint (get_verified (fixture), ==, 5);
  remit_test_add_person (fixture->store, "Bob");
  g_assert_cmpint (verify (fixture, REMIT_VERIFY_NEW), ==, 0);
  g_assert_cmpint (get_verified (fixture), ==, 6);

  run (fixture, "UPDATE history SET actor = 'Eve' WHERE seq = 2");
  g_assert_cmpint (verify (fixture, REMIT_VERIFY_NEW), ==, 0);
  g_assert_cmpint (verify (fixture, REMIT_VERIFY_ALL), ==, 2);
  g_assert_cmpint (verify (fixture, REMIT_VERIFY_NEW), ==, 2);
}

/* What is new is verified. */
static void
test_new (Fixture *fixture,
          gconstpointer data)
{
  verify (fixture, REMIT_VERIFY_NEW);
  remit_test_add_person (fixture->store, "Bob");
  run (fixture, "UPDATE history SET changeset = x'00' WHERE seq = 6");
  g_assert_cmpint (verify (fixture, REMIT_VERIFY_NEW), ==, 6);
  g_assert_cmpint (get_verified (fixture), ==, 5);
}

/* Another history with the same length, in a file of the same name. */
static void
test_another_history (Fixture *fixture,
                      gconstpointer data)
{
  verify (fixture, REMIT_VERIFY_NEW);
  run (fixture, "UPDATE history SET hash = replace (hash, substr (hash, 1, 1), 'x') WHERE seq = 5");
  g_assert_cmpint (get_verified (fixture), ==, 0);
  g_assert_cmpint (verify (fixture, REMIT_VERIFY_NEW), ==, 5);
}

/* Forgets what the process knows, so that only what is written down counts. */
static void
forget (Fixture *fixture)
{
  const RemitVerified nothing = { 0 };

  remit_history_verified_keep (fixture->store, &nothing);
}

static void
write_down (Fixture *fixture)
{
  g_assert_cmpint (verify (fixture, REMIT_VERIFY_ALL), ==, 0);
  remit_test_add_person (fixture->store, "Bob");
  forget (fixture);
}

/* A full verification is written down with the next edit. */
static void
test_written_down (Fixture *fixture,
                   gconstpointer data)
{
  RemitVerified verified;

  write_down (fixture);
  remit_history_verified_read (fixture->store, &verified);
  g_assert_cmpint (verified.seq, ==, 5);
  g_assert_cmpint (verified.full_at, >, 0);
}

static void
test_forged (Fixture *fixture,
             gconstpointer data)
{
  static const char *const attempts[] = {
    "UPDATE verified SET seq = 6, hash = (SELECT hash FROM history WHERE seq = 6)",
    "UPDATE verified SET at = at + 1",
    "UPDATE verified SET seal = replace (seal, substr (seal, 1, 1), 'x')",
    "UPDATE verified SET desk = desk + 1",
  };

  write_down (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      run (fixture, "BEGIN");
      run (fixture, attempts[i]);
      g_assert_cmpint (get_verified (fixture), ==, 0);
      run (fixture, "ROLLBACK");
    }
  g_assert_cmpint (get_verified (fixture), ==, 5);
}

/* What was found out is written down, too. */
static void
test_broken (Fixture *fixture,
             gconstpointer data)
{
  write_down (fixture);
  run (fixture, "UPDATE history SET actor = 'Eve' WHERE seq = 2");
  g_assert_cmpint (verify (fixture, REMIT_VERIFY_ALL), ==, 2);
  remit_test_add_person (fixture->store, "Bob");
  forget (fixture);
  g_assert_cmpint (get_verified (fixture), ==, 0);
  g_assert_cmpint (verify (fixture, REMIT_VERIFY_NEW), ==, 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/verified/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("goes-on", test_goes_on);
  ADD ("new", test_new);
  ADD ("another-history", test_another_history);
  ADD ("written-down", test_written_down);
  ADD ("forged", test_forged);
  ADD ("broken", test_broken);
#undef ADD
  return g_test_run ();
}
