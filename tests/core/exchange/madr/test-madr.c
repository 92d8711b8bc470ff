/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions as Markdown: what is in the files, and that a folder is written as a whole. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "exchange/madr/remit-markdown-text.h"
#include "exchange/remit-exporter.h"
#include "model/remit-day.h"
#include "remit-test.h"

typedef struct {
  char *folder;
  char *path;
  RemitStore *store;
  RemitExport export;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *workspace = NULL;

  fixture->folder = remit_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "decisions", NULL);
  workspace = g_build_filename (fixture->folder, "test.remit", NULL);
  fixture->store = remit_test_open_new (workspace);
  fixture->export = (RemitExport){ .store = fixture->store };
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_free (fixture->path);
  remit_test_remove_folder (fixture->folder);
}

static gboolean
try_write (Fixture *fixture,
           const char *path,
           GError **error)
{
  return remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "madr"), &fixture->export,
                               path, error);
}

static void
write_all (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  try_write (fixture, fixture->path, &error);
  g_assert_no_error (error);
}

static char *
read_one (Fixture *fixture,
          const char *name)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);
  g_autoptr (GString) text = remit_test_read_files (path);

  return g_strdup (text->str);
}

static gint64
add_decision (Fixture *fixture,
              const char *title,
              const char *description,
              gint64 supersedes,
              RemitDecisionStatus status)
{
  static gint64 raised = 1700000000000;
  RemitRecord *record = remit_record_new (REMIT_KIND_DECISION);

  remit_record_set_integer (record, REMIT_DECISION_PLAN, fixture->export.plan);
  remit_record_set_text (record, REMIT_DECISION_TITLE, title);
  remit_record_set_text (record, REMIT_DECISION_DESCRIPTION, description);
  remit_record_set_integer (record, REMIT_DECISION_SUPERSEDES, supersedes);
  remit_record_set_integer (record, REMIT_DECISION_STATUS, status);
  remit_record_set_integer (record, REMIT_DECISION_RAISED, raised += 1000);
  return remit_test_insert (fixture->store, record);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  g_assert_nonnull (folder);
  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* Nothing is left beside the folder. */
static void
assert_alone (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_false (g_str_has_prefix (name, "."));
}

/* ── What is in the files ─────────────────────────────────────────────────────────────────── */

static void
test_sample (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *text = NULL;

  fixture->export.plan = remit_test_read_sample (fixture->store);
  write_all (fixture);
  g_assert_cmpuint (count_files (fixture->path), ==, 37);
  text = read_one (fixture, "0001-change-the-foundation-model.md");
  g_assert_true (g_str_has_prefix (text, "---\nstatus: accepted\ndate: 2026-03-20\n"));
  g_assert_nonnull (strstr (text, "decision-makers:\n  - \"Customer assistant, Product manager: "
                                  "Sofia Papadaki\"\n"));
  g_assert_nonnull (strstr (text, "\nconsulted:\n"));
  g_assert_nonnull (strstr (text, "\ninformed:\n"));
  g_assert_nonnull (strstr (text, "\n# Change the foundation model\n\n"
                                  "## Context and Problem Statement\n\nWhich bought model"));
  g_assert_nonnull (strstr (text, "\n## Decision Outcome\n\nAccepted, 2026-03-20, Kwame Boateng\n"
                                  "\nThe trial ends tomorrow"));
  g_assert_nonnull (strstr (text, "\n### Consequences\n\nPrompts with names"));
  g_assert_nonnull (strstr (text, "- Accountable: Customer assistant, Product manager: Sofia"));
  g_assert_nonnull (strstr (text, "- 2026-03-09, Chiara Lombardi: Objection\n\n  The contract"));
  g_assert_nonnull (strstr (text, "  Reason for the override: The product manager was ill"));
}

/* In both directions, as links to files that are there; what was rejected replaces nothing. */
static void
test_succession (Fixture *fixture,
                 gconstpointer data)
{
  gint64 first;
  gint64 second;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *four = NULL;

  fixture->export.plan = remit_test_add_plan (fixture->store, "Plan");
  first = add_decision (fixture, "Buy", "", 0, REMIT_DECISION_STATUS_SUPERSEDED);
  second = add_decision (fixture, "Build", "", first, REMIT_DECISION_STATUS_ACCEPTED);
  add_decision (fixture, "Lease", "", first, REMIT_DECISION_STATUS_REJECTED);
  add_decision (fixture, "Borrow [it](x)", "", second, REMIT_DECISION_STATUS_PROPOSED);
  write_all (fixture);
  one = read_one (fixture, "0001-buy.md");
  g_assert_nonnull (strstr (one, "status: \"superseded by ADR-0002\"\n"));
  g_assert_nonnull (strstr (one, "- Superseded by: [ADR-0002 Build](0002-build.md)\n"));
  two = read_one (fixture, "0002-build.md");
  g_assert_nonnull (strstr (two, "status: accepted\n"));
  g_assert_nonnull (strstr (two, "- Supersedes: [ADR-0001 Buy](0001-buy.md)\n"));
  g_assert_nonnull (strstr (two, "- Proposed replacement: [ADR-0004 Borrow \\[it\\](x)]"
                                 "(0004-borrow-it-x.md)\n"));
  four = read_one (fixture, "0004-borrow-it-x.md");
  g_assert_nonnull (strstr (four, "status: proposed\n"));
  g_assert_nonnull (strstr (four, "Not decided yet.\n"));
}

/* Names of files are safe wherever they are unpacked, and of one decision each. */
static void
test_names (Fixture *fixture,
            gconstpointer data)
{
  static const struct {
    const char *title;
    const char *file;
  } cases[] = {
    { "../../etc/passwd", "0001-etc-passwd.md" },
    { "Größe & Maß: C:\\con", "0002-grosse-mass-c-con.md" },
    { "閾値", "0003-decision.md" },
    { "Same", "0004-same.md" },
    { "same?", "0005-same.md" },
    { "-rf .hidden\n", "0006-rf-hidden.md" },
    { "Who, within the very long list of everybody that we have, may decide on the day?",
      "0007-who-within-the-very-long-list-of-everybody-that-we-have-may.md" },
  };

  fixture->export.plan = remit_test_add_plan (fixture->store, "Plan");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add_decision (fixture, cases[i].title, "", 0, REMIT_DECISION_STATUS_PROPOSED);
  write_all (fixture);
  g_assert_cmpuint (count_files (fixture->path), ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->path, cases[i].file, NULL);

      g_test_message ("%s", cases[i].file);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
}

/* What is decided is the last outcome that nobody corrected. */
static void
test_corrected (Fixture *fixture,
                gconstpointer data)
{
  static const char *const texts[] = { "First reason", "Wrong reason" };
  gint64 decision;
  gint64 ids[G_N_ELEMENTS (texts) + 1] = { 0 };
  g_autofree char *text = NULL;

  fixture->export.plan = remit_test_add_plan (fixture->store, "Plan");
  decision = add_decision (fixture, "Buy", "", 0, REMIT_DECISION_STATUS_ACCEPTED);
  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      gboolean corrects = i == G_N_ELEMENTS (texts);
      RemitRecord *event = remit_record_new (REMIT_KIND_DECISION_EVENT);

      remit_record_set_integer (event, REMIT_DECISION_EVENT_PLAN, fixture->export.plan);
      remit_record_set_integer (event, REMIT_DECISION_EVENT_DECISION, decision);
      remit_record_set_integer (event, REMIT_DECISION_EVENT_AT, 1800000000000 + i * 86400000LL);
      remit_record_set_text (event, REMIT_DECISION_EVENT_ACTOR, "Ada \"<b>\" \\ Lovelace");
      remit_record_set_integer (event, REMIT_DECISION_EVENT_KIND,
                                corrects ? REMIT_DECISION_EVENT_CORRECTION
                                         : REMIT_DECISION_EVENT_OUTCOME);
      remit_record_set_integer (event, REMIT_DECISION_EVENT_RESULT, corrects ? 0 : 1);
      remit_record_set_text (event, REMIT_DECISION_EVENT_TEXT, corrects ? "Oops" : texts[i]);
      if (corrects)
        remit_record_set_integer (event, REMIT_DECISION_EVENT_CORRECTS, ids[1]);
      ids[i] = remit_test_insert (fixture->store, event);
    }
  write_all (fixture);
  text = read_one (fixture, "0001-buy.md");
  g_assert_nonnull (strstr (text, "Ada \"\\<b\\>\" \\\\ Lovelace\n\nFirst reason\n\n## More"));
  g_assert_nonnull (strstr (text, ": Outcome, Accepted (corrected later)\n\n  Wrong reason\n"));
  g_assert_nonnull (strstr (text, ": Correction\n\n  Oops\n"));
}

/* ── Texts ────────────────────────────────────────────────────────────────────────────────── */

static void
test_texts (void)
{
  static const struct {
    const char *typed;
    const char *written;
  } cases[] = {
    { "plain, with (brackets) - and dashes! 1. 2)", "plain, with (brackets) - and dashes! 1. 2)" },
    { "<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>" },
    { "[click](javascript:x) ![i](y)", "\\[click\\](javascript:x) !\\[i\\](y)" },
    { "**bold** _it_ `code` ~~gone~~ $x$ a^b^", "\\*\\*bold\\*\\* \\_it\\_ \\`code\\` "
                                                "\\~\\~gone\\~\\~ \\$x\\$ a\\^b\\^" },
    { "# head", "\\# head" },
    { "one\n===\ntwo\n---", "one\\\n\\===\\\ntwo\\\n\\---" },
    { "> quote\n+ item\n- item\n* item", "\\> quote\\\n\\+ item\\\n\\- item\\\n\\* item" },
    { "1. first\n2) second\n12x", "1\\. first\\\n2\\) second\\\n12x" },
    { "    code\n\tcode", "code\\\ncode" },
    { "```\nfence\n```", "\\`\\`\\`\\\nfence\\\n\\`\\`\\`" },
    { "a\\", "a\\\\" },
    { "a\r\nb\rc\n\n\n\nd  \n", "a\\\nb\\\nc\n\nd" },
    { "&lt; &#60; | cell |", "\\&lt; \\&#60; \\| cell \\|" },
    { "see https://x.example and www.x.example", "see https\\://x.example and www\\.x.example" },
    { ": definition", "\\: definition" },
    { "\x01" "a\x1b[31m\xc2\xa0" "b", "a \\[31m b" },
    { "", "" },
    { " \n \n", "" },
    { "Ünïcode ✓ 日本", "Ünïcode ✓ 日本" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) file = g_string_new (NULL);

      remit_markdown_append_lines (file, cases[i].typed, "");
      g_assert_cmpstr (file->str, ==, cases[i].written);
    }
}

static void
test_lines (void)
{
  g_autoptr (GString) file = g_string_new (NULL);

  remit_markdown_append_line (file, "a\n# b\n\n---");
  g_assert_cmpstr (file->str, ==, "a # b ---");
  g_string_truncate (file, 0);
  remit_markdown_append_lines (file, "a\nb\n\n- c", "  ");
  g_assert_cmpstr (file->str, ==, "a\\\n  b\n\n  \\- c");
  g_string_truncate (file, 0);
  remit_markdown_append_quoted (file, "a\"b\\c\nd: {e}\xe2\x80\xa8");
  g_assert_cmpstr (file->str, ==, "\"a\\\"b\\\\c d: {e} \"");
}

/* ── Folders ──────────────────────────────────────────────────────────────────────────────── */

static void
add_some (Fixture *fixture)
{
  fixture->export.plan = remit_test_add_plan (fixture->store, "Plan");
  add_decision (fixture, "Buy", "", 0, REMIT_DECISION_STATUS_PROPOSED);
  add_decision (fixture, "Build", "", 0, REMIT_DECISION_STATUS_PROPOSED);
}

/* Those of an export before are replaced, and none of them stays. */
static void
test_again (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *stale = g_build_filename (fixture->path, "0009-stale.md", NULL);
  g_autofree char *slash = g_strconcat (fixture->path, "/", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  add_some (fixture);
  write_all (fixture);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_true (g_file_set_contents (stale, "---\nstatus: x\ngenerator: Remit\n---\n", -1, NULL));
  g_chmod (fixture->path, 0750);
  g_assert_true (try_write (fixture, slash, &error));
  g_assert_cmpuint (count_files (fixture->path), ==, 2);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0750);
  assert_alone (fixture);
}

static void
assert_refused (Fixture *fixture,
                const char *path,
                const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (try_write (fixture, path, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNWRITABLE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
}

/* A record that somebody wrote, a folder, a link: nothing of others is touched. */
static void
test_others (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *own = g_build_filename (fixture->path, "0001-our-own.md", NULL);
  g_autofree char *inner = g_build_filename (fixture->path, "img", NULL);
  g_autofree char *text = NULL;

  add_some (fixture);
  write_all (fixture);
  g_assert_true (g_file_set_contents (own, "---\nstatus: accepted\n---\n# Ours\n", -1, NULL));
  assert_refused (fixture, fixture->path, "0001-our-own.md");
  g_assert_true (g_file_get_contents (own, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "---\nstatus: accepted\n---\n# Ours"));
  g_unlink (own);
  g_mkdir (inner, 0700);
  assert_refused (fixture, fixture->path, "img");
  g_rmdir (inner);
  g_assert_cmpint (symlink ("0001-buy.md", own), ==, 0);
  assert_refused (fixture, fixture->path, "0001-our-own.md");
  g_unlink (own);
  write_all (fixture);
  assert_alone (fixture);
}

/* A folder that is linked stays linked; an empty one is filled; a file is none. */
static void
test_places (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target", NULL);
  g_autofree char *file = g_build_filename (fixture->folder, "test.remit", NULL);

  add_some (fixture);
  g_mkdir (target, 0755);
  g_assert_cmpint (symlink ("target", fixture->path), ==, 0);
  write_all (fixture);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (target), ==, 2);
  assert_alone (fixture);
  assert_refused (fixture, file, "test.remit");
  assert_refused (fixture, "/proc/none/decisions", "/proc/none/decisions");
}

/* One file with all of them, when the name is that of a file. */
static void
test_single (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "all.md", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) parts = NULL;

  add_some (fixture);
  write_all (fixture);
  parts = remit_test_read_files (fixture->path);
  g_assert_true (try_write (fixture, path, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, parts->str);
}

/* Nothing of a folder is left, and nothing of an old one is gone, when it is given up halfway. */
static void
give_up (double share,
         gpointer data)
{
  if (share > 0)
    g_cancellable_cancel (data);
}

static void
test_given_up (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  add_some (fixture);
  write_all (fixture);
  fixture->export.cancellable = cancellable;
  fixture->export.progress = give_up;
  fixture->export.progress_data = cancellable;
  g_assert_false (try_write (fixture, fixture->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture->path), ==, 2);
  assert_alone (fixture);
}

static void
test_none (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->export.plan = remit_test_add_plan (fixture->store, "Plan");
  g_assert_false (try_write (fixture, fixture->path, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  assert_alone (fixture);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  remit_test_silence_checker ();

#define ADD(path, func) \
  g_test_add ("/exchange/madr/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("sample", test_sample);
  ADD ("succession", test_succession);
  ADD ("names", test_names);
  ADD ("corrected", test_corrected);
  ADD ("again", test_again);
  ADD ("others", test_others);
  ADD ("places", test_places);
  ADD ("single", test_single);
  ADD ("given-up", test_given_up);
  ADD ("none", test_none);
#undef ADD
  g_test_add_func ("/exchange/madr/texts", test_texts);
  g_test_add_func ("/exchange/madr/lines", test_lines);

  return g_test_run ();
}
