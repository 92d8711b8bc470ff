/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logs: appended to, corrected, and never rewritten, by an undo neither. */
#include <string.h>

#include "remit-test.h"
#include "store/remit-follow.h"

typedef struct {
  char *folder;
  RemitWorkspace *workspace;
  RemitStore *store;
  gint64 plan;
  gint64 person;
  gint64 decision;
} Fixture;

static gint64
add_decision (RemitStore *store,
              gint64 plan)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_DECISION);

  remit_record_set_integer (record, REMIT_DECISION_PLAN, plan);
  remit_record_set_text (record, REMIT_DECISION_TITLE, "Release");
  remit_record_set_integer (record, REMIT_DECISION_RAISED, 5000);
  return remit_test_insert (store, record);
}

static void
set_up (Fixture *f,
        gconstpointer data)
{
  f->folder = remit_test_make_folder ();
  f->workspace = remit_test_open_workspace (f->folder);
  f->store = remit_workspace_get_store (f->workspace);
  f->person = remit_test_add_person (f->store, "Ada");
  f->plan = remit_test_add_plan (f->store, "Plan");
  remit_workspace_open_plan (f->workspace, f->plan, NULL);
  f->decision = add_decision (f->store, f->plan);
}

static void
tear_down (Fixture *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->workspace);
  remit_test_remove_folder (f->folder);
}

static RemitRecord *
create_event (Fixture *f,
              int kind)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_DECISION_EVENT);

  remit_record_set_integer (record, REMIT_DECISION_EVENT_PLAN, f->plan);
  remit_record_set_integer (record, REMIT_DECISION_EVENT_DECISION, f->decision);
  remit_record_set_integer (record, REMIT_DECISION_EVENT_AT, 6000);
  remit_record_set_text (record, REMIT_DECISION_EVENT_ACTOR, "Ada");
  remit_record_set_integer (record, REMIT_DECISION_EVENT_PERSON, f->person);
  remit_record_set_integer (record, REMIT_DECISION_EVENT_KIND, kind);
  return record;
}

/* One edit: the outcome, and the status that follows from it. */
static gint64
decide (Fixture *f)
{
  g_autoptr (RemitRecord) record = create_event (f, REMIT_DECISION_EVENT_OUTCOME);
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  edit = remit_test_begin (f->workspace, "Decide");
  g_assert_no_error (error);
  remit_edit_insert (edit, record, &error);
  g_assert_no_error (error);
  remit_edit_set_integer (edit, REMIT_KIND_DECISION, f->decision, REMIT_DECISION_STATUS,
                          REMIT_DECISION_STATUS_ACCEPTED, &error);
  g_assert_no_error (error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
  return remit_record_get_id (record);
}

static gint64
get (Fixture *f,
     RemitKind kind,
     gint64 id,
     guint field)
{
  g_autoptr (RemitRecord) record = remit_store_load (f->store, kind, id, NULL);
  RemitEntity *entity = remit_workspace_get (f->workspace, kind, id);

  g_assert_nonnull (record);
  g_assert_nonnull (entity);
  g_assert_cmpint (remit_entity_get_integer (entity, field), ==,
                   remit_record_get_integer (record, field));
  return remit_record_get_integer (record, field);
}

/* Returns: the entry that corrects @id */
static gint64
find_correction (Fixture *f,
                 gint64 id)
{
  GPtrArray *all = remit_workspace_get_referring (f->workspace, REMIT_KIND_DECISION_EVENT,
                                                  REMIT_DECISION_EVENT_CORRECTS, id);

  return all->len == 1 ? remit_entity_get_id (all->pdata[0]) : 0;
}

static void
test_undo (Fixture *f,
           gconstpointer data)
{
  gint64 outcome = decide (f);
  gint64 correction, again;
  g_autoptr (GError) error = NULL;
  RemitEntity *entity;

  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_cmpint (get (f, REMIT_KIND_DECISION, f->decision, REMIT_DECISION_STATUS), ==,
                   REMIT_DECISION_STATUS_PROPOSED);
  g_assert_cmpint (get (f, REMIT_KIND_DECISION_EVENT, outcome, REMIT_DECISION_EVENT_AT), ==, 6000);
  correction = find_correction (f, outcome);
  g_assert_cmpint (get (f, REMIT_KIND_DECISION_EVENT, correction, REMIT_DECISION_EVENT_KIND), ==,
                   REMIT_DECISION_EVENT_CORRECTION);
  entity = remit_workspace_get (f->workspace, REMIT_KIND_DECISION_EVENT, correction);
  g_assert_cmpstr (remit_entity_get_text (entity, REMIT_DECISION_EVENT_TEXT), ==,
                   "Undone: Decide");
  g_assert_cmpint (get (f, REMIT_KIND_DECISION_EVENT, correction, REMIT_DECISION_EVENT_PLAN), ==,
                   f->plan);

  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_REDO, &error));
  g_assert_cmpint (get (f, REMIT_KIND_DECISION, f->decision, REMIT_DECISION_STATUS), ==,
                   REMIT_DECISION_STATUS_ACCEPTED);
  again = find_correction (f, correction);
  entity = remit_workspace_get (f->workspace, REMIT_KIND_DECISION_EVENT, again);
  g_assert_cmpstr (remit_entity_get_text (entity, REMIT_DECISION_EVENT_TEXT), ==,
                   "Redone: Decide");
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_DECISION_EVENT), ==, 3);

  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_cmpint (get (f, REMIT_KIND_DECISION, f->decision, REMIT_DECISION_STATUS), ==,
                   REMIT_DECISION_STATUS_PROPOSED);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_DECISION_EVENT), ==, 4);
  remit_test_verify (f->store);
}

/* The decision came before its log, and cannot be taken from under it. */
static void
test_undo_owner (Fixture *f,
                 gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  decide (f);
  g_assert_true (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  before = remit_test_dump (f->store);
  g_assert_false (remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "a log entry was written since"));
  after = remit_test_dump (f->store);
  g_assert_cmpstr (after, ==, before);
}

/* With the whole plan, its logs go and come; they are in the history. */
static void
test_whole_plan (Fixture *f,
                 gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  decide (f);
  before = remit_test_dump (f->store);
  edit = remit_test_begin (f->workspace, "Delete");
  g_assert_true (remit_edit_delete (edit, REMIT_KIND_PLAN, f->plan, &error));
  g_assert_true (remit_edit_commit (edit, &error));
  g_clear_pointer (&edit, remit_edit_free);
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_DECISION_EVENT), ==, 0);
  remit_test_undo_and_redo (f->store, before);
}

/* A person who is deleted leaves the name behind; undone, the entry knows the person again. */
static void
test_person (Fixture *f,
             gconstpointer data)
{
  gint64 outcome = decide (f);
  g_autofree char *before = remit_test_dump (f->store);
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  edit = remit_test_begin (f->workspace, "Delete");
  g_assert_true (remit_edit_delete (edit, REMIT_KIND_PERSON, f->person, &error));
  g_assert_true (remit_edit_commit (edit, &error));
  g_clear_pointer (&edit, remit_edit_free);
  g_assert_cmpint (get (f, REMIT_KIND_DECISION_EVENT, outcome, REMIT_DECISION_EVENT_PERSON), ==, 0);
  remit_test_undo_and_redo (f->store, before);
}

static void
refuse (Fixture *f,
        const char *sql,
        const char *word)
{
  sqlite3 *db = remit_store_get_handle (f->store);
  g_autofree char *before = remit_test_dump (f->store);
  g_autofree char *after = NULL;

  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  g_assert_nonnull (strstr (sqlite3_errmsg (db), word));
  after = remit_test_dump (f->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_database (Fixture *f,
               gconstpointer data)
{
  g_autofree char *right = NULL;

  decide (f);
  refuse (f, "UPDATE decision_event SET text = 'x'", "remit:log");
  refuse (f, "UPDATE decision_event SET at = 7000", "remit:log");
  refuse (f, "DELETE FROM decision_event", "remit:log");
  right = g_strdup_printf ("INSERT INTO right (id, plan, decision, person, letter) "
                           "VALUES (1, %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT
                           ", %" G_GINT64_FORMAT ", 'P')", f->plan, f->decision, f->person);
  refuse (f, right, "remit:letter");
  refuse (f, "INSERT INTO decision_event"
             " (id, plan, decision, at, actor, kind)"
             " SELECT 9, plan, id, 0, 'x', 'outcome' FROM decision", "remit:outcome-before");
}

/* Whoever is merged is followed by the entries that name them; that opens nothing else. */
static void
test_follow (Fixture *f,
             gconstpointer data)
{
  gint64 outcome = decide (f);
  gint64 kept = remit_test_add_person (f->store, "Ada Lovelace");
  gint64 third = remit_test_add_person (f->store, "Bob");
  g_autofree char *to_third = NULL;
  g_autofree char *before = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  to_third = g_strdup_printf ("UPDATE decision_event SET person = %" G_GINT64_FORMAT, third);
  refuse (f, to_third, "remit:log");
  remit_test_refresh (f->workspace);
  before = remit_test_dump (f->store);

  edit = remit_test_begin (f->workspace, "Merge");
  g_assert_true (remit_edit_let_follow (edit, f->person, kept, &error));
  refuse (f, to_third, "remit:log");
  refuse (f, "UPDATE decision_event SET actor = 'x', person = (SELECT kept FROM merging)",
          "remit:log");
  g_assert_true (remit_edit_set_integer (edit, REMIT_KIND_DECISION_EVENT, outcome,
                                         REMIT_DECISION_EVENT_PERSON, kept, &error));
  g_assert_true (remit_edit_delete (edit, REMIT_KIND_PERSON, f->person, &error));
  g_assert_true (remit_edit_commit (edit, &error));
  g_clear_pointer (&edit, remit_edit_free);

  g_assert_cmpint (get (f, REMIT_KIND_DECISION_EVENT, outcome, REMIT_DECISION_EVENT_PERSON), ==,
                   kept);
  remit_test_undo_and_redo (f->store, before);
  refuse (f, to_third, "remit:log");
}

/* Who goes has to be gone when the edit ends, so that no way into the log stays open. */
static void
test_follow_nobody (Fixture *f,
                    gconstpointer data)
{
  gint64 kept = remit_test_add_person (f->store, "Ada Lovelace");
  g_autofree char *before = remit_test_dump (f->store);
  g_autofree char *after = NULL;
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  remit_test_refresh (f->workspace);
  edit = remit_test_begin (f->workspace, "Merge");
  g_assert_true (remit_edit_let_follow (edit, f->person, kept, &error));
  g_assert_true (remit_edit_set_text (edit, REMIT_KIND_PERSON, kept, REMIT_PERSON_NAME, "A",
                                      &error));
  g_assert_false (remit_edit_commit (edit, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_CONSTRAINT);
  after = remit_test_dump (f->store);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/logs/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/store/logs/undo-owner", Fixture, NULL, set_up, test_undo_owner, tear_down);
  g_test_add ("/store/logs/whole-plan", Fixture, NULL, set_up, test_whole_plan, tear_down);
  g_test_add ("/store/logs/person", Fixture, NULL, set_up, test_person, tear_down);
  g_test_add ("/store/logs/follow", Fixture, NULL, set_up, test_follow, tear_down);
  g_test_add ("/store/logs/follow-nobody", Fixture, NULL, set_up, test_follow_nobody, tear_down);
  g_test_add ("/store/logs/database", Fixture, NULL, set_up, test_database, tear_down);
  return g_test_run ();
}
