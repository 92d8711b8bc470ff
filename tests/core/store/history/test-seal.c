/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An archive and what stands for it, changed by somebody; and sealing that somebody disturbs. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "model/remit-day.h"
#include "remit-sealed-test.h"

/* ── Tampering ────────────────────────────────────────────────────────────────────────────── */

static char *
dup_found (const char *path,
           gboolean *is_whole)
{
  g_autoptr (RemitStore) store = remit_sealed_open (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitVerification) verdict =
    remit_history_verify (store, REMIT_VERIFY_ALL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  *is_whole = remit_verification_is_whole (verdict);
  return remit_verification_dup_sentence (verdict);
}

#define CHANGED "The record of the archive was modified"

static const struct
{
  const char *sql;
  const char *words;
} attempts[] = {
  { "UPDATE history_anchor SET seq = 5", CHANGED },
  { "UPDATE history_anchor SET at = at + 1", CHANGED },
  { "UPDATE history_anchor SET hash = lower (hex (zeroblob (32)))", CHANGED },
  { "UPDATE history_anchor SET undo_top = 1", CHANGED },
  { "UPDATE history_anchor SET redo_top = 1", CHANGED },
  { "UPDATE history_anchor SET before = '2026-12-31'", CHANGED },
  { "UPDATE history_anchor SET archive = 'other.remit'", CHANGED },
  { "DELETE FROM history_anchor", "Entry 1 is missing" },
  { "UPDATE history_stub SET below = below + 1", CHANGED },
  { "UPDATE history_stub SET count = count + 1", CHANGED },
  { "DELETE FROM history_stub", CHANGED },
  { "INSERT INTO history_stub VALUES (2, 7, 7, 7)", CHANGED },
  { "DELETE FROM history_base", CHANGED },
  { "UPDATE history_base SET salt = zeroblob (16)", CHANGED },
  { "UPDATE history_base SET digest = zeroblob (32)", CHANGED },
  { "UPDATE history_base SET compartment = 'other'", CHANGED },
  { "UPDATE history_base SET changeset = CAST (changeset || x'00' AS BLOB)", CHANGED },
  { "UPDATE history_base SET changeset = x'', salt = NULL", "outside Remit" },
  { "INSERT INTO history_base SELECT 99, compartment, digest, salt, changeset FROM history_base",
    CHANGED },
  { "UPDATE person SET title = 'Head' WHERE name = 'Ada'", "Person “Ada” was changed" },
  { "UPDATE history SET label = replace (label, ',6,', ',5,') WHERE seq = 13", CHANGED },
  { "UPDATE history SET label = 'x' WHERE seq = 13", CHANGED },
  { "DELETE FROM history WHERE seq = 7", "Entry 7 is missing" },
  { "DELETE FROM history WHERE seq = 13; DELETE FROM history_part WHERE seq = 13", CHANGED },
  { "INSERT INTO history SELECT 3, at, actor, label, op, target, plan, below, undo_top, redo_top, "
    "parts, changeset, hash, form, desk, 999 FROM history WHERE seq = 7",
    "Entry 7 of" },
};

static void
test_tampered (RemitSealed *fixture,
               gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize length;
  gboolean is_whole;

  remit_sealed_compact (fixture->store, "2027-01-01", fixture->archive, NULL);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_autofree char *sentence = NULL;

      g_file_set_contents (fixture->path, contents, (gssize) length, NULL);
      remit_sealed_tamper (fixture->path, attempts[i].sql);
      sentence = dup_found (fixture->path, &is_whole);
      if (is_whole || strstr (sentence, attempts[i].words) == NULL)
        g_error ("%s: %s", attempts[i].sql, sentence);
    }
}

/* Nothing is edited in an archive; one that was changed so that it verifies by itself is not the
 * one that was sealed. */
static void
test_other_archive (RemitSealed *fixture,
                    gconstpointer data)
{
  RemitStore *archive;
  g_autoptr (GError) error = NULL;

  remit_sealed_compact (fixture->store, "2027-01-01", fixture->archive, NULL);
  archive = remit_store_open (fixture->archive, REMIT_STORE_NO_FLAGS, NULL);
  g_assert_true (remit_store_is_read_only (archive));
  g_assert_null (remit_edit_begin (archive, "Test", &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "Archives are read-only"));
  g_assert_finalize_object (archive);
  remit_sealed_assert_archive (fixture->store, fixture->archive, TRUE);

  remit_sealed_tamper (fixture->archive, "DELETE FROM history_end");
  archive = remit_store_open (fixture->archive, REMIT_STORE_NO_FLAGS, NULL);
  remit_test_add_person (archive, "Eve");
  g_assert_finalize_object (archive);
  remit_sealed_assert_archive (fixture->store, fixture->archive, FALSE);

  remit_sealed_tamper (fixture->archive, "DELETE FROM history WHERE seq > 6;"
                                         "DELETE FROM history_part WHERE seq > 6;"
                                         "DELETE FROM person WHERE name = 'Eve'");
  remit_sealed_assert_archive (fixture->store, fixture->archive, TRUE);
  remit_sealed_tamper (fixture->archive, "UPDATE person SET title = 'Head' WHERE name = 'Ada'");
  remit_sealed_assert_archive (fixture->store, fixture->archive, FALSE);
}

/* ── Others ───────────────────────────────────────────────────────────────────────────────── */

/* Writes into the workspace while the archive is being verified. */
static void
write_meanwhile (double share,
                 gpointer data)
{
  RemitSealed *fixture = data;
  RemitStore *other;

  if (share != 0.7)
    return;
  other = remit_store_open (fixture->path, REMIT_STORE_NO_FLAGS, NULL);
  remit_test_add_person (other, "Meanwhile");
  g_assert_finalize_object (other);
}

static void
test_writer (RemitSealed *fixture,
             gconstpointer data)
{
  const RemitWorkControl writing = { NULL, write_meanwhile, fixture };
  RemitCompacted compacted;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  remit_compact (fixture->store, remit_day_parse ("2027-01-01"), fixture->archive, &writing,
                 &compacted, &error);
  g_assert_no_error (error);
  g_assert_cmpint (remit_sealed_count (fixture->store, "SELECT max (seq) FROM history"),
                   ==, LENGTH + 2);
  after = remit_test_dump (fixture->store);
  g_assert_nonnull (strstr (after, "Meanwhile"));
  remit_test_verify (fixture->store);
}

/* Seals more while the archive is being verified. */
static void
seal_meanwhile (double share,
                gpointer data)
{
  RemitSealed *fixture = data;
  g_autofree char *path = g_build_filename (fixture->folder, "faster.remit", NULL);
  RemitStore *other;

  if (share != 0.7)
    return;
  other = remit_store_open (fixture->path, REMIT_STORE_NO_FLAGS, NULL);
  remit_sealed_compact (other, "2028-01-01", path, NULL);
  g_assert_finalize_object (other);
}

static void
test_overtaken (RemitSealed *fixture,
                gconstpointer data)
{
  const RemitWorkControl sealing = { NULL, seal_meanwhile, fixture };
  RemitCompacted compacted;
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_compact (fixture->store, remit_day_parse ("2027-01-01"), fixture->archive,
                                 &sealing, &compacted, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_OVERTAKEN);
  g_assert_false (g_file_test (fixture->archive, G_FILE_TEST_EXISTS));
  g_assert_cmpint (remit_anchor_get_seq (fixture->store), ==, LENGTH);
  remit_test_verify (fixture->store);
}

/* ── Faults ───────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  GCancellable *cancellable;
  int n;
} Cancel;

static void
cancel (double share,
        gpointer data)
{
  Cancel *self = data;

  if (self->n-- == 0)
    g_cancellable_cancel (self->cancellable);
}

/* Cancelled at whichever step, nothing was done, and no archive is left; or all was. */
static void
test_cancelled (RemitSealed *fixture,
                gconstpointer data)
{
  gboolean done = FALSE;
  int i;

  for (i = 0; !done; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Cancel order = { cancellable, i };
      const RemitWorkControl cancelling = { cancellable, cancel, &order };
      RemitCompacted compacted;
      g_autoptr (GError) error = NULL;

      done = remit_compact (fixture->store, remit_day_parse ("2027-01-01"), fixture->archive,
                            &cancelling, &compacted, &error);
      g_assert_true (done || remit_worker_was_cancelled (error));
      g_assert_true (g_file_test (fixture->archive, G_FILE_TEST_EXISTS) == done);
      remit_test_verify (fixture->store);
    }
  g_assert_cmpint (i, >, 4);
  remit_sealed_assert_archive (fixture->store, fixture->archive, TRUE);
}

static void
die (double share,
     gpointer data)
{
  int *n = data;

  if ((*n)-- == 0)
    kill (getpid (), SIGKILL);
}

/* Run as another process, which is killed at a step. */
static int
run_and_die (const char *path,
             const char *archive,
             int n)
{
  const RemitWorkControl dying = { NULL, die, &n };
  g_autoptr (RemitStore) store = remit_store_open (path, REMIT_STORE_NO_FLAGS, NULL);
  RemitCompacted compacted;

  return store != NULL
             && remit_compact (store, remit_day_parse ("2027-01-01"), archive, &dying, &compacted,
                               NULL)
           ? EXIT_SUCCESS
           : EXIT_FAILURE;
}

/* Returns: whether the process was not killed */
static gboolean
start_and_wait (RemitSealed *fixture,
                const char *archive,
                int n)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *number = g_strdup_printf ("%d", n);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, self,
                                                      "--die", fixture->path, archive, number,
                                                      NULL);

  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, NULL);
  return !g_subprocess_get_if_signaled (process);
}

/* Killed at whichever step, the workspace is as it was, or its beginning is in the archive. */
static void
test_killed (RemitSealed *fixture,
             gconstpointer data)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  gboolean is_sealed = FALSE;
  gboolean done = FALSE;

  g_clear_object (&fixture->store);
  for (int i = 0; !done && !is_sealed; i++)
    {
      g_autofree char *name = g_strdup_printf ("archive-%d.remit", i);
      g_autofree char *archive = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *after = NULL;

      done = start_and_wait (fixture, archive, i);
      fixture->store = remit_store_open (fixture->path, REMIT_STORE_NO_FLAGS, NULL);
      after = remit_test_dump (fixture->store);
      g_assert_cmpstr (after, ==, before);
      remit_test_verify (fixture->store);
      is_sealed = remit_anchor_get_seq (fixture->store) != 0;
      if (is_sealed)
        remit_sealed_assert_archive (fixture->store, archive, TRUE);
      g_clear_object (&fixture->store);
    }
  g_assert_true (is_sealed);
}

int
main (int argc,
      char **argv)
{
  if (argc == 5 && g_str_equal (argv[1], "--die"))
    return run_and_die (argv[2], argv[3], atoi (argv[4]));

  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/store/seal/" name, RemitSealed, NULL, remit_sealed_set_up, func,               \
              remit_sealed_tear_down)
  ADD ("tampered", test_tampered);
  ADD ("other-archive", test_other_archive);
  ADD ("writer", test_writer);
  ADD ("overtaken", test_overtaken);
  ADD ("cancelled", test_cancelled);
  ADD ("killed", test_killed);
#undef ADD
  return g_test_run ();
}
