/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plan files merged row by row with what was changed here since they were written. */
#include <string.h>

#include "model/remit-id.h"
#include "remit-plan-test.h"

typedef struct {
  PlanFixture base;
  gint64 plan, role, alpha, beta, slot, other_slot;
  gint64 ada, ben, first, second;
  char *path;
  GString *file;
} Fixture;

static void
set_up (Fixture *f,
        gconstpointer data)
{
  RemitStore *store;

  plan_fixture_set_up (&f->base, data);
  store = f->base.store;
  f->plan = remit_test_add_plan (store, "Fraud");
  f->role = remit_test_add_role (store, "ml-engineer", "ML engineer");
  f->alpha = remit_test_add_team (store, f->plan, "Alpha");
  f->beta = remit_test_add_team (store, f->plan, "Beta");
  f->slot = remit_test_add_slot (store, f->plan, f->alpha, f->role);
  f->other_slot = remit_test_add_slot (store, f->plan, f->beta, f->role);
  f->ada = remit_test_add_person (store, "Ada Lovelace");
  f->ben = remit_test_add_person (store, "Ben Okri");
  f->first = remit_test_add_assignment (store, f->plan, f->slot, f->ada, 60);
  f->second = remit_test_add_assignment (store, f->plan, f->slot, f->ben, 40);
  f->path = g_build_filename (f->base.folder, "plan.xml", NULL);
}

static void
tear_down (Fixture *f,
           gconstpointer data)
{
  g_free (f->path);
  if (f->file != NULL)
    g_string_free (f->file, TRUE);
  plan_fixture_tear_down (&f->base, data);
}

/* ── The file, which somebody else changes ────────────────────────────────────────────────── */

static void
export_plan (Fixture *f)
{
  g_autofree char *text = NULL;

  g_assert_true (plan_test_write (f->base.store, f->plan, REMIT_AUDIENCE_FULL, f->path, NULL, NULL,
                                  NULL, NULL));
  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  f->file = g_string_new (text);
}

static void
change_file (Fixture *f,
             const char *what,
             const char *by)
{
  g_assert_cmpuint (g_string_replace (f->file, what, by, 0), ==, 1);
}

static char *
dup_id (gint64 id)
{
  char text[17];

  remit_id_format (id, text);
  return g_strdup (text);
}

/* Takes an element with all that is in it out of the file. */
static void
cut_element (Fixture *f,
             const char *element,
             gint64 id)
{
  g_autofree char *text = dup_id (id);
  g_autofree char *start_tag = g_strdup_printf ("<%s id=\"%s\"", element, text);
  g_autofree char *end_tag = g_strdup_printf ("</%s>", element);
  char *start = strstr (f->file->str, start_tag);
  char *close, *end;

  g_assert_nonnull (start);
  close = strchr (start, '>');
  end = close[-1] == '/' ? close + 1 : strstr (start, end_tag) + strlen (end_tag);
  g_string_erase (f->file, start - f->file->str, end - start);
}

static RemitImportResult *
import_with (Fixture *f,
             GHashTable *choices)
{
  const RemitImportOptions options = { .merges = TRUE, .choices = choices, .n_rows = 100 };
  g_autoptr (GError) error = NULL;
  RemitImportResult *result;

  g_assert_true (g_file_set_contents (f->path, f->file->str, -1, NULL));
  result = remit_plan_read (f->base.store, f->path, &options, &error);
  g_assert_no_error (error);
  return result;
}

static RemitImportResult *
import (Fixture *f)
{
  return import_with (f, NULL);
}

static const RemitImportRow *
find_row (RemitImportResult *result,
          const char *element,
          gint64 id)
{
  g_autofree char *text = dup_id (id);
  g_autofree char *key = g_strdup_printf ("%s:%s", element, text);

  for (guint i = 0; i < result->rows->len; i++)
    if (g_str_equal (((RemitImportRow *) result->rows->pdata[i])->key, key))
      return result->rows->pdata[i];
  return NULL;
}

static void
assert_row (RemitImportResult *result,
            const char *element,
            gint64 id,
            RemitImportOutcome outcome,
            RemitImportSide side,
            gboolean is_taken)
{
  const RemitImportRow *row = find_row (result, element, id);

  g_assert_nonnull (row);
  g_assert_cmpstr (remit_import_outcome_nicks[row->outcome], ==,
                   remit_import_outcome_nicks[outcome]);
  g_assert_cmpstr (remit_import_side_nicks[row->side], ==, remit_import_side_nicks[side]);
  g_assert_cmpint (row->is_taken, ==, is_taken);
  g_assert_nonnull (row->text);
}

/* ── The workspace, which is changed as well ──────────────────────────────────────────────── */

static void
set_number (Fixture *f,
            RemitKind kind,
            gint64 id,
            guint field,
            gint64 value)
{
  g_autoptr (RemitEdit) edit = remit_edit_begin (f->base.store, "Change", NULL);

  g_assert_true (remit_edit_set_integer (edit, kind, id, field, value, NULL));
  g_assert_true (remit_edit_commit (edit, NULL));
}

static void
set_name (Fixture *f,
          gint64 team,
          const char *name)
{
  g_autoptr (RemitEdit) edit = remit_edit_begin (f->base.store, "Change", NULL);

  g_assert_true (remit_edit_set_text (edit, REMIT_KIND_TEAM, team, REMIT_TEAM_NAME, name, NULL));
  g_assert_true (remit_edit_commit (edit, NULL));
}

static void
delete (Fixture *f,
        RemitKind kind,
        gint64 id)
{
  g_autoptr (RemitEdit) edit = remit_edit_begin (f->base.store, "Delete", NULL);

  g_assert_true (remit_edit_delete (edit, kind, id, NULL));
  g_assert_true (remit_edit_commit (edit, NULL));
}

static gint64
get_allocation (Fixture *f,
                gint64 id)
{
  g_autoptr (RemitRecord) record = remit_store_load (f->base.store, REMIT_KIND_ASSIGNMENT, id,
                                                     NULL);

  return record != NULL ? remit_record_get_integer (record, REMIT_ASSIGNMENT_ALLOCATION) : -1;
}

static gboolean
is_there (Fixture *f,
          RemitKind kind,
          gint64 id)
{
  g_autoptr (RemitRecord) record = remit_store_load (f->base.store, kind, id, NULL);

  return record != NULL;
}

/* ── Tests ────────────────────────────────────────────────────────────────────────────────── */

/* What either side changed alone is as that side has it; undone and done again in one step. */
static void
test_changed (Fixture *f,
              gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;
  g_autofree char *before = NULL;

  export_plan (f);
  change_file (f, "allocation=\"40\"", "allocation=\"45\"");
  set_number (f, REMIT_KIND_ASSIGNMENT, f->first, REMIT_ASSIGNMENT_ALLOCATION, 65);
  before = remit_test_dump (f->base.store);
  result = import (f);
  assert_row (result, "assignment", f->second, REMIT_IMPORT_CHANGED, REMIT_IMPORT_THEIRS, TRUE);
  assert_row (result, "assignment", f->first, REMIT_IMPORT_CHANGED, REMIT_IMPORT_OURS, FALSE);
  g_assert_cmpuint (result->rows->len, ==, 2);
  g_assert_cmpuint (result->n_kept, ==, 1);
  g_assert_cmpint (get_allocation (f, f->first), ==, 65);
  g_assert_cmpint (get_allocation (f, f->second), ==, 45);
  remit_test_undo_and_redo (f->base.store, before);
}

/* What both changed stays, unless it is taken; what both changed alike is no difference. */
static void
test_clash (Fixture *f,
            gconstpointer data)
{
  g_autoptr (GHashTable) choices = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, NULL);
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (RemitImportResult) taken = NULL;

  export_plan (f);
  change_file (f, "allocation=\"40\"", "allocation=\"45\"");
  change_file (f, "name=\"Beta\"", "name=\"Delta\"");
  set_number (f, REMIT_KIND_ASSIGNMENT, f->second, REMIT_ASSIGNMENT_ALLOCATION, 50);
  set_name (f, f->beta, "Delta");
  result = import (f);
  assert_row (result, "assignment", f->second, REMIT_IMPORT_CHANGED, REMIT_IMPORT_CLASH, FALSE);
  g_assert_cmpuint (result->rows->len, ==, 1);
  g_assert_cmpint (get_allocation (f, f->second), ==, 50);

  g_hash_table_insert (choices, ((RemitImportRow *) result->rows->pdata[0])->key,
                       GINT_TO_POINTER (REMIT_IMPORT_TAKE));
  taken = import_with (f, choices);
  assert_row (taken, "assignment", f->second, REMIT_IMPORT_CHANGED, REMIT_IMPORT_CLASH, TRUE);
  g_assert_cmpint (get_allocation (f, f->second), ==, 45);
}

/* What was deleted here does not come back, what was added here does not go. */
static void
test_added_and_deleted (Fixture *f,
                        gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;
  gint64 gamma;

  export_plan (f);
  cut_element (f, "assignment", f->second);
  delete (f, REMIT_KIND_ASSIGNMENT, f->first);
  gamma = remit_test_add_team (f->base.store, f->plan, "Gamma");
  result = import (f);
  assert_row (result, "assignment", f->first, REMIT_IMPORT_ADDED, REMIT_IMPORT_OURS, FALSE);
  assert_row (result, "assignment", f->second, REMIT_IMPORT_REMOVED, REMIT_IMPORT_THEIRS, TRUE);
  assert_row (result, "team", gamma, REMIT_IMPORT_REMOVED, REMIT_IMPORT_OURS, FALSE);
  g_assert_cmpint (get_allocation (f, f->first), ==, -1);
  g_assert_cmpint (get_allocation (f, f->second), ==, -1);
  g_assert_true (is_there (f, REMIT_KIND_TEAM, gamma));
}

/* What was changed here is not removed, nor what it is in. */
static void
test_needed (Fixture *f,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;
  gint64 mine;

  export_plan (f);
  cut_element (f, "team", f->beta);
  mine = remit_test_add_assignment (f->base.store, f->plan, f->other_slot, f->ada, 20);
  result = import (f);
  assert_row (result, "assignment", mine, REMIT_IMPORT_REMOVED, REMIT_IMPORT_OURS, FALSE);
  assert_row (result, "slot", f->other_slot, REMIT_IMPORT_REMOVED, REMIT_IMPORT_NEEDS, FALSE);
  assert_row (result, "team", f->beta, REMIT_IMPORT_REMOVED, REMIT_IMPORT_NEEDS, FALSE);
  g_assert_true (is_there (f, REMIT_KIND_TEAM, f->beta));
  g_assert_cmpint (get_allocation (f, mine), ==, 20);
  g_assert_cmpuint (result->removed[REMIT_KIND_TEAM], ==, 0);
}

/* Without somebody there are none of their assignments, and the rest comes in. */
static void
test_left_person (Fixture *f,
                  gconstpointer data)
{
  g_autoptr (GHashTable) choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (RemitImportResult) result = NULL;
  g_autofree char *id = dup_id (f->first);
  g_autofree char *before = g_strdup_printf ("<assignment id=\"%s\"", id);
  g_autofree char *after = g_strconcat ("<assignment id=\"0000000000000078\" "
                                        "person=\"0000000000000077\" allocation=\"10\"/>",
                                        before, NULL);
  const gint64 cleo = 0x77;
  const gint64 hers = 0x78;

  export_plan (f);
  change_file (f, "</people>", "<person id=\"0000000000000077\" name=\"Cleo\"/></people>");
  change_file (f, before, after);
  g_hash_table_insert (choices, g_strdup ("person:0000000000000077"),
                       GINT_TO_POINTER (REMIT_IMPORT_LEAVE));
  result = import_with (f, choices);
  assert_row (result, "person", cleo, REMIT_IMPORT_ADDED, REMIT_IMPORT_THEIRS, FALSE);
  assert_row (result, "assignment", hers, REMIT_IMPORT_ADDED, REMIT_IMPORT_NEEDS, FALSE);
  g_assert_false (is_there (f, REMIT_KIND_PERSON, cleo));
  g_assert_cmpint (get_allocation (f, hers), ==, -1);
  g_assert_false (remit_import_result_has_changes (result));
}

static gint64
add_right (Fixture *f,
           gint64 decision)
{
  RemitRecord *right = remit_record_new (REMIT_KIND_RIGHT);

  remit_record_set_integer (right, REMIT_RIGHT_PLAN, f->plan);
  remit_record_set_integer (right, REMIT_RIGHT_DECISION, decision);
  remit_record_set_integer (right, REMIT_RIGHT_SLOT, f->slot);
  remit_record_set_integer (right, REMIT_RIGHT_LETTER, REMIT_LETTER_A);
  return remit_test_insert (f->base.store, right);
}

/* A decision whose framework stays has its rights stay, which have letters of that. */
static void
test_framework (Fixture *f,
                gconstpointer data)
{
  g_autoptr (GHashTable) choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (RemitImportResult) result = NULL;
  gint64 decision = remit_test_add_decision (f->base.store, f->plan, f->alpha, "Release",
                                             REMIT_FRAMEWORK_RACI);
  gint64 right = add_right (f, decision);
  g_autofree char *id = dup_id (decision);

  export_plan (f);
  change_file (f, "framework=\"RACI\"", "framework=\"DACI\"");
  change_file (f, "letter=\"A\"", "letter=\"D\"");
  g_hash_table_insert (choices, g_strdup_printf ("decision:%s", id),
                       GINT_TO_POINTER (REMIT_IMPORT_LEAVE));
  result = import_with (f, choices);
  assert_row (result, "decision", decision, REMIT_IMPORT_CHANGED, REMIT_IMPORT_THEIRS, FALSE);
  g_assert_true (is_there (f, REMIT_KIND_RIGHT, right));
  g_assert_false (remit_import_result_has_changes (result));
}

/* Who is put into a slot again here stays, also when the file has them there anew. */
static void
test_no_room (Fixture *f,
              gconstpointer data)
{
  g_autofree char *id = dup_id (f->first);
  g_autofree char *old = g_strdup_printf ("<assignment id=\"%s\"", id);
  g_autoptr (RemitImportResult) result = NULL;

  export_plan (f);
  change_file (f, old, "<assignment id=\"0000000000000078\"");
  set_number (f, REMIT_KIND_ASSIGNMENT, f->first, REMIT_ASSIGNMENT_ALLOCATION, 70);
  result = import (f);
  assert_row (result, "assignment", 0x78, REMIT_IMPORT_ADDED, REMIT_IMPORT_CLASH, FALSE);
  g_assert_cmpint (get_allocation (f, f->first), ==, 70);
  g_assert_cmpint (get_allocation (f, 0x78), ==, -1);
}

/* Of a file of another workspace nothing is known of the time before: it has the last word. */
static void
test_other_workspace (Fixture *f,
                      gconstpointer data)
{
  const RemitImportOptions options = { .merges = TRUE, .n_rows = 100 };
  g_autoptr (RemitStore) other = plan_fixture_open_other (&f->base);
  g_autoptr (RemitImportResult) first = NULL;
  g_autoptr (RemitImportResult) result = NULL;

  export_plan (f);
  first = remit_plan_read (other, f->path, NULL, NULL);
  g_assert_nonnull (first);
  set_number (f, REMIT_KIND_ASSIGNMENT, f->first, REMIT_ASSIGNMENT_ALLOCATION, 70);
  g_assert_true (plan_test_write (other, f->plan, REMIT_AUDIENCE_FULL, f->path, NULL, NULL, NULL,
                                  NULL));
  g_string_free (f->file, TRUE);
  f->file = NULL;
  result = remit_plan_read (f->base.store, f->path, &options, NULL);
  assert_row (result, "assignment", f->first, REMIT_IMPORT_CHANGED, REMIT_IMPORT_THEIRS, TRUE);
  g_assert_cmpint (get_allocation (f, f->first), ==, 60);
}

/* A plan that was deleted here comes back whole. */
static void
test_deleted_plan (Fixture *f,
                   gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  export_plan (f);
  delete (f, REMIT_KIND_PLAN, f->plan);
  g_assert_cmpint (get_allocation (f, f->first), ==, -1);
  result = import (f);
  g_assert_cmpuint (result->n_kept, ==, 0);
  g_assert_cmpint (get_allocation (f, f->first), ==, 60);
}

/* Without asking for it, the file has the last word as ever. */
static void
test_not_merged (Fixture *f,
                 gconstpointer data)
{
  g_autoptr (RemitImportResult) result = NULL;

  export_plan (f);
  set_number (f, REMIT_KIND_ASSIGNMENT, f->first, REMIT_ASSIGNMENT_ALLOCATION, 70);
  result = remit_plan_read (f->base.store, f->path, NULL, NULL);
  g_assert_nonnull (result);
  g_assert_cmpuint (result->rows->len, ==, 0);
  g_assert_cmpint (get_allocation (f, f->first), ==, 60);
}

/* Another program, which holds the lock when the import comes to it. */
typedef struct {
  const char *path;
  gint64 assignment;
  GAsyncQueue *ready;
} Other;

static gpointer
write_meanwhile (gpointer data)
{
  const Other *self = data;
  g_autoptr (RemitStore) store = remit_store_open (self->path, REMIT_STORE_NO_FLAGS, NULL);
  g_autoptr (RemitEdit) edit = remit_edit_begin (store, "Change", NULL);

  g_assert_nonnull (edit);
  g_assert_true (remit_edit_set_integer (edit, REMIT_KIND_ASSIGNMENT, self->assignment,
                                         REMIT_ASSIGNMENT_ALLOCATION, 70, NULL));
  g_async_queue_push (self->ready, (gpointer) self);
  /* long enough for the import to wait; when it does not, it finds the change there */
  g_usleep (300 * 1000);
  g_assert_true (remit_edit_commit (edit, NULL));
  return NULL;
}

/* What somebody writes just before the import begins is not written over either. */
static void
test_meanwhile (Fixture *f,
                gconstpointer data)
{
  g_autoptr (GAsyncQueue) ready = g_async_queue_new ();
  Other other = { remit_store_get_path (f->base.store), f->first, ready };
  g_autoptr (RemitImportResult) result = NULL;
  GThread *thread;

  export_plan (f);
  remit_store_set_patience (f->base.store, 10000);
  thread = g_thread_new ("other", write_meanwhile, &other);
  g_async_queue_pop (ready);
  result = import (f);
  g_thread_join (thread);
  assert_row (result, "assignment", f->first, REMIT_IMPORT_CHANGED, REMIT_IMPORT_OURS, FALSE);
  g_assert_cmpint (get_allocation (f, f->first), ==, 70);
}

/* What only looks like the history of the file is refused, with nothing changed. */
static void
test_false_history (Fixture *f,
                    gconstpointer data)
{
  const RemitImportOptions options = { .merges = TRUE };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *history = NULL;
  g_autofree char *false_one = NULL;
  g_autoptr (GError) error = NULL;
  char *start;

  export_plan (f);
  start = strstr (f->file->str, "<history");
  g_assert_nonnull (start);
  history = g_strndup (start, (gsize) (strchr (start, '>') - start) + 1);
  set_number (f, REMIT_KIND_ASSIGNMENT, f->first, REMIT_ASSIGNMENT_ALLOCATION, 70);
  false_one = g_strdup_printf ("<!-- %s --><history length=\"1\" head=\"%064d\"/>", history, 7);
  change_file (f, history, false_one);
  g_assert_true (g_file_set_contents (f->path, f->file->str, -1, NULL));
  before = remit_test_dump (f->base.store);
  g_assert_null (remit_plan_read (f->base.store, f->path, &options, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  after = remit_test_dump (f->base.store);
  g_assert_cmpstr (before, ==, after);
}

#define add(path, test) \
  g_test_add ("/exchange/plan/choices/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("changed", test_changed);
  add ("clash", test_clash);
  add ("added-and-deleted", test_added_and_deleted);
  add ("needed", test_needed);
  add ("left-person", test_left_person);
  add ("framework", test_framework);
  add ("no-room", test_no_room);
  add ("other-workspace", test_other_workspace);
  add ("deleted-plan", test_deleted_plan);
  add ("not-merged", test_not_merged);
  add ("meanwhile", test_meanwhile);
  add ("false-history", test_false_history);
  return g_test_run ();
}
