/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an audience is not given, as it is told before; and names that roles stand in for. */
#include <string.h>

#include "exchange/plan/remit-plan-reader.h"
#include "exchange/remit-exporter.h"
#include "exchange/remit-leaving.h"
#include "exchange/remit-pseudonyms.h"
#include "model/remit-entities.h"
#include "remit-test.h"

typedef struct {
  char *folder;
  RemitStore *store;
  gint64 plan;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *workspace = NULL;

  fixture->folder = remit_test_make_folder ();
  workspace = g_build_filename (fixture->folder, "test.remit", NULL);
  fixture->store = remit_test_open_new (workspace);
  fixture->plan = remit_test_read_sample (fixture->store);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  remit_test_remove_folder (fixture->folder);
}

static RemitLeaving *
find (Fixture *fixture,
      RemitAudience audience)
{
  g_autoptr (GError) error = NULL;
  RemitLeaving *leaving = remit_leaving_find (fixture->store, fixture->plan, audience, NULL,
                                              &error);

  g_assert_no_error (error);
  return leaving;
}

static gint64
find_id (Fixture *fixture,
         const char *sql)
{
  return remit_store_query_integer (fixture->store, sql, 0, 0, NULL);
}

static void
set_text (Fixture *fixture,
          RemitKind kind,
          gint64 id,
          guint field,
          const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->store, "Change", &error);

  remit_edit_set_text (edit, kind, id, field, text, &error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
}

/* ── What is told ─────────────────────────────────────────────────────────────────────────── */

static void
test_full (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (RemitLeaving) leaving = find (fixture, REMIT_AUDIENCE_FULL);
  g_autofree char *text = remit_leaving_dup_text (leaving);

  g_assert_cmpstr (text, ==, "");
}

static void
test_stakeholder (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (RemitEdit) edit = remit_edit_begin (fixture->store, "Hide", NULL);
  g_autoptr (RemitLeaving) before = find (fixture, REMIT_AUDIENCE_STAKEHOLDER);
  g_autoptr (RemitLeaving) leaving = NULL;
  g_autoptr (GError) error = NULL;
  gint64 conflict = find_id (fixture, "SELECT min (id) FROM conflict");
  const char *const *left_out;

  left_out = (const char *const *) before->left_out;
  g_assert_true (g_strv_contains (
    left_out, "E-mail (Person): 43, for example ingrid.solberg@halden-energy.example"));
  g_assert_true (g_strv_contains (
    left_out, "Notes (Person): 3, for example Four days from September on."));
  g_assert_false (g_strv_contains (left_out, "1 conflict"));
  g_assert_cmpuint (before->replaced, ==, 0);
  g_assert_null (before->named[0]);

  remit_edit_set_integer (edit, REMIT_KIND_CONFLICT, conflict, REMIT_CONFLICT_VISIBILITY,
                          REMIT_VISIBILITY_PRIVATE, &error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
  leaving = find (fixture, REMIT_AUDIENCE_STAKEHOLDER);
  g_assert_true (g_strv_contains ((const char *const *) leaving->left_out, "1 conflict"));
}

/* A long example is cut between characters. */
static void
test_long (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (RemitLeaving) leaving = NULL;
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autofree char *line = NULL;
  gint64 person = find_id (fixture, "SELECT min (id) FROM person WHERE notes <> ''");

  for (guint i = 0; i < 100; i++)
    g_string_append (notes, "é");
  set_text (fixture, REMIT_KIND_PERSON, person, REMIT_PERSON_NOTES, notes->str);
  g_string_truncate (notes, 120);
  line = g_strdup_printf ("Notes (Person): 3, for example %s…", notes->str);
  leaving = find (fixture, REMIT_AUDIENCE_STAKEHOLDER);
  g_assert_true (g_strv_contains ((const char *const *) leaving->left_out, line));
}

/* Texts that name somebody, in part, in any case, and with marks around. */
static void
test_named (Fixture *fixture,
            gconstpointer data)
{
  gint64 team = find_id (fixture, "SELECT id FROM team WHERE name = 'ML platform'");
  g_autoptr (RemitLeaving) before = find (fixture, REMIT_AUDIENCE_ANONYMOUS);
  g_autoptr (RemitLeaving) leaving = NULL;

  g_assert_null (before->named[0]);
  g_assert_cmpuint (before->replaced, >, 43);
  g_assert_true (g_strv_contains ((const char *const *) before->left_out, "10 absences"));

  set_text (fixture, REMIT_KIND_TEAM, team, REMIT_TEAM_PURPOSE, "Ask (LINDQVIST) first.");
  leaving = find (fixture, REMIT_AUDIENCE_ANONYMOUS);
  g_assert_cmpstr (leaving->named[0], ==, "Purpose of ML platform");
  g_assert_null (leaving->named[1]);
}

/* ── Names ────────────────────────────────────────────────────────────────────────────────── */

static void
test_pseudonyms (Fixture *fixture,
                 gconstpointer data)
{
  gint64 first = find_id (fixture, "SELECT id FROM person WHERE name = 'Kwame Boateng'");
  gint64 second = find_id (fixture, "SELECT id FROM person WHERE name = 'Aisha Bello'");
  gint64 other = find_id (fixture, "SELECT id FROM person WHERE name = 'Grete Lunde'");
  g_autoptr (GError) error = NULL;
  RemitPseudonyms *names = remit_pseudonyms_load (fixture->store, fixture->plan, &error);

  g_assert_no_error (error);
  /* by the role of the first slot, whoever else has a slot of it */
  g_assert_cmpstr (remit_pseudonyms_get (names, first), ==, "ML coach 1");
  g_assert_cmpstr (remit_pseudonyms_get (names, second), ==, "ML engineer 1");
  g_assert_true (g_str_has_prefix (remit_pseudonyms_get (names, other), "Person "));
  g_assert_cmpstr (remit_pseudonyms_get (names, 0), ==, "Somebody");
  g_assert_cmpstr (remit_pseudonyms_get (names, 4711), ==, "Somebody");
  remit_pseudonyms_free (names);
}

static char *
write_anonymous (Fixture *fixture)
{
  char *path = g_build_filename (fixture->folder, "plan.xml", NULL);
  RemitExport export = { .store = fixture->store, .plan = fixture->plan,
                         .audience = REMIT_AUDIENCE_ANONYMOUS };
  g_autoptr (GError) error = NULL;

  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), &export, path, &error);
  g_assert_no_error (error);
  return path;
}

/* Somebody's own file takes nobody's name, nor what else it does not have. */
static void
test_import (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *path = write_anonymous (fixture);
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitImportResult) result = remit_plan_read (fixture->store, path, NULL, &error);

  g_assert_no_error (error);
  after = remit_test_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

/* Elsewhere the people of the file are called what stands there. Two are known only as somebody's
 * manager, which is not told. */
static void
test_import_elsewhere (Fixture *fixture,
                       gconstpointer data)
{
  g_autofree char *path = write_anonymous (fixture);
  g_autofree char *workspace = g_build_filename (fixture->folder, "other.remit", NULL);
  g_autoptr (RemitStore) other = remit_test_open_new (workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitImportResult) result = remit_plan_read (other, path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (remit_store_query_integer (other, "SELECT count (*) FROM person", 0, 0, NULL),
                   ==, 41);
  g_assert_cmpint (remit_store_query_integer (
                     other, "SELECT count (*) FROM person WHERE name = 'ML engineer 1'", 0, 0,
                     NULL), ==, 1);
  g_assert_cmpint (remit_store_query_integer (
                     other, "SELECT count (*) FROM person WHERE name GLOB '*[0-9]'", 0, 0, NULL),
                   ==, 41);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add ("/exchange/leaving/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("full", test_full);
  ADD ("stakeholder", test_stakeholder);
  ADD ("long", test_long);
  ADD ("named", test_named);
  ADD ("pseudonyms", test_pseudonyms);
  ADD ("import", test_import);
  ADD ("import-elsewhere", test_import_elsewhere);
#undef ADD
  return g_test_run ();
}
