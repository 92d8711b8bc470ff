/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beginning of a history, sealed into an archive: nothing is lost, and all of it verifies. */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/remit-day.h"
#include "remit-sealed-test.h"
#include "store/history/remit-history-search.h"
#include "store/history/remit-history-verified.h"
#include "store/past/remit-past.h"
#include "store/undo/remit-rewind.h"

static void
undo (RemitStore *store,
      RemitHistoryOp op)
{
  g_autoptr (GError) error = NULL;

  remit_history_undo (store, op, 0, &error);
  g_assert_no_error (error);
}

/* ── What comes of it ─────────────────────────────────────────────────────────────────────── */

static void
test_both (RemitSealed *fixture,
           gconstpointer data)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *hash = remit_history_dup_hash (fixture->store, BORDER + 1, NULL);
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *then = NULL;
  g_autofree char *in_archive = NULL;
  g_autofree char *past = g_build_filename (fixture->folder, "past.remit", NULL);
  g_autoptr (RemitStore) archive = NULL;
  g_autoptr (RemitStore) stood = NULL;
  g_auto (RemitAnchor) anchor = { 0 };
  RemitCompacted compacted;
  GStatBuf info;

  g_assert_true (remit_past_write (fixture->store, BORDER, past, NULL, NULL));
  stood = remit_sealed_open (past);
  then = remit_test_dump (stood);
  remit_sealed_compact (fixture->store, "2027-01-01", fixture->archive, &compacted);
  g_assert_cmpint (compacted.n_lines, ==, BORDER);
  g_assert_cmpint (compacted.size_after, <, compacted.size_before);
  g_assert_cmpint (g_stat (fixture->archive, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_size, ==, compacted.archive_size);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_size, ==, compacted.size_after);

  /* the data, and the lines that stay, are as they were; one was added */
  after = remit_test_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
  kept = remit_history_dup_hash (fixture->store, BORDER + 1, NULL);
  g_assert_cmpstr (kept, ==, hash);
  g_assert_cmpint (remit_sealed_count (fixture->store, "SELECT min (seq) FROM history"),
                   ==, BORDER + 1);
  g_assert_cmpint (remit_sealed_count (fixture->store, "SELECT max (seq) FROM history"),
                   ==, LENGTH + 1);
  remit_test_verify (fixture->store);

  archive = remit_sealed_open (fixture->archive);
  in_archive = remit_test_dump (archive);
  g_assert_cmpstr (in_archive, ==, then);
  g_assert_cmpint (remit_sealed_count (archive, "SELECT max (seq) FROM history"), ==, BORDER);
  remit_test_verify (archive);
  g_assert_true (remit_anchor_read (&anchor, fixture->store, NULL));
  g_assert_cmpint (anchor.seq, ==, BORDER);
  g_assert_cmpstr (anchor.archive, ==, "archive.remit");
  remit_sealed_assert_archive (fixture->store, fixture->archive, TRUE);
}

static char *
dup_past (RemitSealed *fixture,
          RemitStore *store,
          gint64 seq,
          GError **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, "past.remit", NULL);
  g_autoptr (RemitStore) past = NULL;
  char *dump;

  if (!remit_past_write (store, seq, path, NULL, error))
    return NULL;
  past = remit_sealed_open (path);
  dump = remit_test_dump (past);
  g_clear_object (&past);
  g_unlink (path);
  return dump;
}

/* What is kept leads back to what it led back to; what is older is asked of the archive. */
static void
test_past (RemitSealed *fixture,
           gconstpointer data)
{
  char *before[LENGTH + 1];
  g_autoptr (RemitStore) archive = NULL;
  g_autoptr (GError) error = NULL;

  for (gint64 seq = 0; seq <= LENGTH; seq++)
    before[seq] = dup_past (fixture, fixture->store, seq, NULL);
  remit_sealed_compact (fixture->store, "2027-01-01", fixture->archive, NULL);
  archive = remit_sealed_open (fixture->archive);
  for (gint64 seq = 0; seq <= LENGTH; seq++)
    {
      RemitStore *store = seq < BORDER ? archive : fixture->store;
      g_autofree char *after = dup_past (fixture, store, seq, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (after, ==, before[seq]);
      g_free (before[seq]);
    }
  g_assert_null (dup_past (fixture, fixture->store, BORDER - 1, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_ARCHIVED);
  g_assert_nonnull (strstr (error->message, "archive.remit"));

  g_assert_cmpint (remit_rewind_find (fixture->store, remit_time_parse (NEW)), ==, LENGTH);
  g_assert_cmpint (remit_rewind_find (fixture->store, remit_time_parse (NEW) - 1), ==, BORDER);
  g_assert_cmpint (remit_rewind_find (fixture->store, remit_time_parse (OLD) - 1), ==, 0);
}

static void
assert_nothing (RemitStore *store,
                RemitHistoryOp op)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_history_undo (store, op, 0, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOTHING);
}

/* What is sealed is taken back no more, and what stays can be, there and back. */
static void
test_undo (RemitSealed *fixture,
           gconstpointer data)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *after = NULL;
  g_auto (RemitHistoryTop) top = { 0 };
  g_auto (RemitHistoryTop) redo = { 0 };

  remit_sealed_compact (fixture->store, "2027-01-01", fixture->archive, NULL);
  g_assert_true (remit_history_read_tops (fixture->store, &top, &redo));
  g_assert_cmpint (top.seq, ==, LENGTH);
  for (int i = 0; i < 4; i++)
    undo (fixture->store, REMIT_HISTORY_UNDO);
  assert_nothing (fixture->store, REMIT_HISTORY_UNDO);
  remit_history_top_clear (&top);
  g_assert_true (remit_history_read_tops (fixture->store, &top, &redo));
  g_assert_cmpint (top.seq, ==, 0);
  g_assert_null (top.label);
  g_assert_true (top.is_sealed);
  remit_test_verify (fixture->store);
  for (int i = 0; i < 4; i++)
    undo (fixture->store, REMIT_HISTORY_REDO);
  assert_nothing (fixture->store, REMIT_HISTORY_REDO);
  remit_test_verify (fixture->store);
  after = remit_test_dump (fixture->store);
  g_assert_nonnull (strstr (after, "Joan"));
  g_assert_cmpint (remit_test_count_rows (fixture->store, REMIT_KIND_PERSON), ==, 304);
}

/* When nothing stays but the line about it, edits go on from that. */
static void
test_all (RemitSealed *fixture,
          gconstpointer data)
{
  g_autofree char *before = NULL;

  remit_sealed_compact (fixture->store, "2029-01-01", fixture->archive, NULL);
  g_assert_cmpint (remit_sealed_count (fixture->store, "SELECT count (*) FROM history"), ==, 1);
  assert_nothing (fixture->store, REMIT_HISTORY_UNDO);
  before = remit_test_dump (fixture->store);
  remit_test_add_person (fixture->store, "Carol");
  remit_test_undo_and_redo (fixture->store, before);
  g_assert_cmpint (remit_sealed_count (fixture->store, "SELECT count FROM history WHERE seq = 14"),
                   ==, 14);
}

/* ── Chains of archives ───────────────────────────────────────────────────────────────────── */

static void
test_twice (RemitSealed *fixture,
            gconstpointer data)
{
  g_autofree char *second = g_build_filename (fixture->folder, "second.remit", NULL);
  g_autoptr (RemitStore) archive = NULL;

  remit_sealed_compact (fixture->store, "2027-01-01", fixture->archive, NULL);
  remit_test_add_person (fixture->store, "Carol");
  /* the line about the first archive is newer than all of the second */
  remit_sealed_compact (fixture->store, "2028-01-01", second, NULL);
  g_assert_cmpint (remit_anchor_get_seq (fixture->store), ==, LENGTH);
  remit_test_verify (fixture->store);
  remit_sealed_assert_archive (fixture->store, second, TRUE);
  remit_sealed_assert_archive (fixture->store, fixture->archive, FALSE);

  archive = remit_sealed_open (second);
  g_assert_cmpint (remit_anchor_get_seq (archive), ==, BORDER);
  remit_test_verify (archive);
  remit_sealed_assert_archive (archive, fixture->archive, TRUE);
}

static void
test_contains (RemitSealed *fixture,
               gconstpointer data)
{
  g_autoptr (RemitStore) archive = NULL;
  g_autoptr (GError) error = NULL;
  char *hashes[LENGTH + 1];

  for (gint64 seq = 1; seq <= LENGTH; seq++)
    hashes[seq] = remit_history_dup_hash (fixture->store, seq, NULL);
  remit_sealed_compact (fixture->store, "2027-01-01", fixture->archive, NULL);
  archive = remit_sealed_open (fixture->archive);
  for (gint64 seq = 1; seq <= LENGTH; seq++)
    {
      g_assert_true (remit_history_contains (seq < BORDER ? archive : fixture->store, seq,
                                             hashes[seq], &error));
      g_assert_no_error (error);
    }
  g_assert_false (remit_history_contains (fixture->store, BORDER, hashes[1], &error));
  g_assert_no_error (error);
  g_assert_false (remit_history_contains (fixture->store, BORDER - 1, hashes[BORDER - 1], &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_ARCHIVED);
  for (gint64 seq = 1; seq <= LENGTH; seq++)
    g_free (hashes[seq]);
}

/* ── Refusals ─────────────────────────────────────────────────────────────────────────────── */

static void
assert_refused (RemitStore *store,
                const char *day,
                const char *archive,
                RemitStoreError code)
{
  g_autofree char *before = remit_test_dump (store);
  g_autofree char *after = NULL;
  gint64 length = remit_sealed_count (store, "SELECT count (*) FROM history");
  const RemitWorkControl control = { NULL };
  RemitCompacted compacted;
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_compact (store, remit_day_parse (day), archive, &control, &compacted,
                                 &error));
  g_assert_error (error, REMIT_STORE_ERROR, (int) code);
  after = remit_test_dump (store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (remit_sealed_count (store, "SELECT count (*) FROM history"), ==, length);
}

static void
test_refused (RemitSealed *fixture,
              gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", NULL);
  g_autofree char *further = g_build_filename (fixture->folder, "further.remit", NULL);
  g_autofree char *contents = NULL;

  assert_refused (fixture->store, "2026-01-01", fixture->archive, REMIT_STORE_ERROR_NOTHING);
  g_assert_false (g_file_test (fixture->archive, G_FILE_TEST_EXISTS));

  /* neither a file nor a link is written through, even one that leads nowhere */
  g_assert_true (g_file_set_contents (fixture->archive, "mine", -1, NULL));
  assert_refused (fixture->store, "2027-01-01", fixture->archive, REMIT_STORE_ERROR_READ_ONLY);
  g_file_get_contents (fixture->archive, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, "mine");
  g_unlink (fixture->archive);
  g_assert_cmpint (symlink (missing, fixture->archive), ==, 0);
  assert_refused (fixture->store, "2027-01-01", fixture->archive, REMIT_STORE_ERROR_READ_ONLY);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  g_unlink (fixture->archive);

  /* what was sealed is not sealed again, nor is the line about it all that is */
  remit_sealed_compact (fixture->store, "2027-01-01", fixture->archive, NULL);
  assert_refused (fixture->store, "2027-01-01", further, REMIT_STORE_ERROR_NOTHING);
  remit_sealed_compact (fixture->store, "2029-01-01", further, NULL);
  assert_refused (fixture->store, "2029-01-01", missing, REMIT_STORE_ERROR_NOTHING);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

/* What somebody has changed is not sealed as if it were right. */
static void
test_damaged (RemitSealed *fixture,
              gconstpointer data)
{
  remit_sealed_tamper (fixture->path, "UPDATE person SET title = 'Head' WHERE name = 'Ada'");
  assert_refused (fixture->store, "2027-01-01", fixture->archive, REMIT_STORE_ERROR_DAMAGED);
  remit_sealed_tamper (fixture->path, "UPDATE person SET title = '' WHERE name = 'Ada';"
                                      "UPDATE history SET actor = 'Eve' WHERE seq = 2");
  assert_refused (fixture->store, "2027-01-01", fixture->archive, REMIT_STORE_ERROR_DAMAGED);
  g_assert_false (g_file_test (fixture->archive, G_FILE_TEST_EXISTS));
}

/* ── Others ───────────────────────────────────────────────────────────────────────────────── */

/* Who reads meanwhile reads on, and who has the workspace open sees the same data afterwards. */
static void
test_readers (RemitSealed *fixture,
              gconstpointer data)
{
  g_autoptr (RemitWorkspace) workspace = remit_workspace_open (fixture->path,
                                                               REMIT_STORE_NO_FLAGS, NULL);
  RemitStore *reader = remit_sealed_open (fixture->path);
  g_autoptr (RemitHistorySearch) search = remit_history_search_new (reader, NULL);
  g_autoptr (GPtrArray) page = remit_history_search_next (search, 3, NULL);
  g_autoptr (GPtrArray) rest = NULL;
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *read = NULL;
  GListModel *people = remit_workspace_get_list (workspace, REMIT_KIND_PERSON);

  g_assert_true (remit_store_begin_read (reader, NULL, NULL));
  g_assert_cmpint (remit_sealed_count (reader, "SELECT count (*) FROM history"), ==, LENGTH);
  remit_sealed_compact (fixture->store, "2027-01-01", fixture->archive, NULL);
  g_assert_cmpint (remit_sealed_count (reader, "SELECT count (*) FROM history"), ==, LENGTH);
  read = remit_test_dump (reader);
  g_assert_cmpstr (read, ==, before);
  g_assert_true (remit_store_end_read (reader, TRUE, NULL));
  rest = remit_history_search_next (search, 100, NULL);
  g_assert_cmpuint (page->len + rest->len, ==, LENGTH - BORDER);
  g_assert_true (remit_history_search_is_complete (search));

  remit_test_refresh (workspace);
  g_assert_cmpuint (g_list_model_get_n_items (people), ==, 304);
  g_assert_cmpstr (remit_workspace_get_undo_label (workspace), ==, "Test");
  remit_test_add_person (fixture->store, "Carol");
  remit_test_refresh (workspace);
  g_assert_cmpuint (g_list_model_get_n_items (people), ==, 305);
  g_object_unref (reader);
}

/* A window that had not seen lines yet that are sealed by now reads all anew. */
static void
test_behind (RemitSealed *fixture,
             gconstpointer data)
{
  g_autoptr (RemitWorkspace) workspace = remit_workspace_open (fixture->path,
                                                               REMIT_STORE_NO_FLAGS, NULL);
  GListModel *people = remit_workspace_get_list (workspace, REMIT_KIND_PERSON);

  remit_test_add_person (fixture->store, "Carol");
  remit_test_refresh (workspace);
  remit_test_add_person (fixture->store, "Dan");
  remit_sealed_compact (fixture->store, "2029-01-01", fixture->archive, NULL);
  remit_test_add_person (fixture->store, "Eve");
  remit_test_refresh (workspace);
  g_assert_cmpuint (g_list_model_get_n_items (people), ==, 307);
  g_assert_cmpstr (remit_workspace_get_undo_label (workspace), ==, "Test");
}

/* How far the history was verified counts on. */
static void
test_verified (RemitSealed *fixture,
               gconstpointer data)
{
  g_autoptr (RemitVerification) before =
    remit_history_verify (fixture->store, REMIT_VERIFY_NEW, NULL, NULL, NULL, NULL);
  g_autoptr (RemitVerification) after = NULL;
  RemitVerified verified;

  g_assert_true (remit_verification_is_whole (before));
  remit_sealed_compact (fixture->store, "2029-01-01", fixture->archive, NULL);
  remit_history_verified_read (fixture->store, &verified);
  g_assert_cmpint (verified.seq, ==, 0);
  after = remit_history_verify (fixture->store, REMIT_VERIFY_NEW, NULL, NULL, NULL, NULL);
  g_assert_true (remit_verification_is_whole (after));
  g_assert_cmpint (after->sealed, ==, LENGTH);
}

/* ── The plan ─────────────────────────────────────────────────────────────────────────────── */

static void
test_plan (RemitSealed *fixture,
           gconstpointer data)
{
  RemitCompactPlan plan;
  RemitCompacted compacted;
  g_autofree char *name = NULL;
  g_autofree char *other = NULL;

  g_assert_true (remit_compact_plan (fixture->store, remit_day_parse ("2027-01-01"), &plan, NULL));
  g_assert_cmpint (plan.seq, ==, BORDER);
  g_assert_cmpint (plan.n_lines, ==, BORDER);
  g_assert_cmpint (plan.n_kept, ==, LENGTH - BORDER);
  g_assert_cmpint (plan.saved, >, 0);

  name = remit_archive_dup_path (fixture->path, plan.day);
  g_assert_true (g_str_has_suffix (name, "/test-before-2027-01-01.remit"));
  remit_sealed_compact (fixture->store, "2027-01-01", name, &compacted);
  g_assert_cmpint (compacted.size_before, ==, plan.size);
  other = remit_archive_dup_path (fixture->path, plan.day);
  g_assert_true (g_str_has_suffix (other, "/test-before-2027-01-01-2.remit"));
  g_assert_true (remit_compact_plan (fixture->store, remit_day_parse ("2027-01-01"), &plan, NULL));
  g_assert_cmpint (plan.n_lines, ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/store/compact/" name, RemitSealed, NULL, remit_sealed_set_up, func,               \
              remit_sealed_tear_down)
  ADD ("both", test_both);
  ADD ("past", test_past);
  ADD ("undo", test_undo);
  ADD ("all", test_all);
  ADD ("twice", test_twice);
  ADD ("contains", test_contains);
  ADD ("refused", test_refused);
  ADD ("damaged", test_damaged);
  ADD ("readers", test_readers);
  ADD ("behind", test_behind);
  ADD ("verified", test_verified);
  ADD ("plan", test_plan);
#undef ADD
  return g_test_run ();
}
