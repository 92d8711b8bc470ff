/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two writers, for each verb: what the other one has done since the last look is judged with it. */
#include "model/remit-id.h"
#include "plan/decide/remit-decide.h"
#include "plan/decide/remit-matrix.h"
#include "plan-verbs.h"

/* @other: the same file, in another process for all that the store knows */
typedef struct {
  PlanFixture f;
  RemitWorkspace *other;
} Writers;

static void
set_up (Writers *w,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  plan_fixture_set_up (&w->f, data);
  w->other = remit_workspace_open (remit_store_get_path (w->f.store), REMIT_STORE_NO_FLAGS,
                                   &error);
  g_assert_no_error (error);
}

static void
tear_down (Writers *w,
           gconstpointer data)
{
  g_assert_finalize_object (w->other);
  plan_fixture_tear_down (&w->f, data);
}

/* What the other one does is done, and not seen yet. */
#define other_does(call) \
  G_STMT_START \
  { \
    g_autoptr (GError) its_error = NULL; \
    GError **error_of_other = &its_error; \
    remit_test_refresh (w->other); \
    remit_workspace_open_plan (w->other, w->f.plan, NULL); \
    g_assert_true ((call) != 0); \
    g_assert_no_error (its_error); \
  } \
  G_STMT_END

/* Asserts that a verb is refused with this message, and has changed nothing. */
#define refused(call, message) \
  G_STMT_START \
  { \
    g_autofree char *before = plan_fixture_dump (&w->f); \
    g_autoptr (GError) error = NULL; \
    gboolean done = (call) != 0; \
    g_assert_false (done); \
    plan_fixture_check_refused (&w->f, before, &error, message); \
  } \
  G_STMT_END

/* Asserts that a verb is done; the file is whole, and both show the same. */
#define does(call) \
  G_STMT_START \
  { \
    g_autofree char *before = plan_fixture_dump (&w->f); \
    g_autoptr (GError) error = NULL; \
    gboolean done = (call) != 0; \
    g_assert_no_error (error); \
    g_assert_true (done); \
    remit_test_undo_and_redo (w->f.store, strchr (before, '\n') + 1); \
    remit_test_verify (w->f.store); \
  } \
  G_STMT_END

static void
set (Writers *w,
     RemitKind kind,
     gint64 id,
     guint field,
     const char *text)
{
  other_does (remit_design_change (w->other, kind, id, field, text, error_of_other));
}

static void
delete (Writers *w,
        RemitKind kind,
        gint64 id)
{
  other_does (remit_design_delete (w->other, kind, id, error_of_other));
}

static RemitRecord *
create_skill (const char *name)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_SKILL);

  remit_record_set_text (record, REMIT_SKILL_NAME, name);
  return record;
}

/* ── Design ───────────────────────────────────────────────────────────────────────────────── */

static void
test_create (Writers *w,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRecord) mine = create_skill ("Rust");
  g_autoptr (RemitRecord) its = create_skill ("Rust");

  other_does (remit_design_create (w->other, its, error_of_other));
  refused (remit_design_create (w->f.workspace, mine, &error),
           "Skill: the Name is already in use");
}

static void
test_change (Writers *w,
             gconstpointer data G_GNUC_UNUSED)
{
  char platform[17];
  char fraud[17];

  remit_id_format (w->f.platform, platform);
  remit_id_format (w->f.fraud, fraud);

  set (w, REMIT_KIND_TEAM, w->f.fraud, REMIT_TEAM_PARENT, platform);
  refused (remit_design_change (w->f.workspace, REMIT_KIND_TEAM, w->f.platform, REMIT_TEAM_PARENT,
                                fraud, &error),
           "Parent team would refer back to itself");
  delete (w, REMIT_KIND_PERSON, w->f.cem);
  refused (remit_design_change (w->f.workspace, REMIT_KIND_PERSON, w->f.cem, REMIT_PERSON_NAME,
                                "Cem Kaya", &error),
           "Person no longer exists");
}

/* What somebody else has saved is not overwritten, where it is said what is thought to be there. */
static void
test_was (Writers *w,
          gconstpointer data G_GNUC_UNUSED)
{
  RemitFieldText value = { REMIT_PERSON_NAME, "Ada L.", "Ada Lovelace" };
  g_autoptr (GError) refusal = NULL;

  set (w, REMIT_KIND_PERSON, w->f.ada, REMIT_PERSON_NAME, "Augusta");
  g_assert_false (remit_design_change_all (w->f.workspace, REMIT_KIND_PERSON, w->f.ada, &value, 1,
                                           &refusal));
  g_assert_error (refusal, REMIT_STORE_ERROR, REMIT_STORE_ERROR_OVERTAKEN);
  g_assert_cmpstr (refusal->message, ==, "Name: changed by another user in the meantime");
  g_assert_cmpstr (plan_fixture_get_text (&w->f, REMIT_KIND_PERSON, w->f.ada, REMIT_PERSON_NAME),
                   ==, "Augusta");
  value.was = "Augusta";
  does (remit_design_change_all (w->f.workspace, REMIT_KIND_PERSON, w->f.ada, &value, 1, &error));
}

static void
test_delete (Writers *w,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRecord) role = remit_record_new (REMIT_KIND_ROLE);
  g_autoptr (RemitRecord) slot = remit_record_new (REMIT_KIND_SLOT);
  g_autoptr (GError) failed = NULL;

  remit_record_set_text (role, REMIT_ROLE_NAME, "Analyst");
  remit_design_create (w->f.workspace, role, &failed);
  g_assert_no_error (failed);
  remit_record_set_integer (slot, REMIT_SLOT_PLAN, w->f.plan);
  remit_record_set_integer (slot, REMIT_SLOT_TEAM, w->f.fraud);
  remit_record_set_integer (slot, REMIT_SLOT_ROLE, remit_record_get_id (role));
  other_does (remit_design_create (w->other, slot, error_of_other));
  refused (remit_design_delete (w->f.workspace, REMIT_KIND_ROLE, remit_record_get_id (role),
                                &error),
           "The role Analyst is used by 1 slot: Analyst in Fraud (plan Churn). Delete or change "
           "these first.");
  delete (w, REMIT_KIND_SLOT, w->f.on_call);
  refused (remit_design_delete (w->f.workspace, REMIT_KIND_SLOT, w->f.on_call, &error),
           "Slot no longer exists");
}

static void
test_move (Writers *w,
           gconstpointer data G_GNUC_UNUSED)
{
  other_does (remit_design_move (w->other, REMIT_KIND_SLOT, w->f.data, w->f.ml, error_of_other));
  does (remit_design_move (w->f.workspace, REMIT_KIND_SLOT, w->f.ml, w->f.data, &error));
  g_assert_cmpint (plan_fixture_get (&w->f, REMIT_KIND_SLOT, w->f.ml, REMIT_SLOT_POSITION), <,
                   plan_fixture_get (&w->f, REMIT_KIND_SLOT, w->f.data, REMIT_SLOT_POSITION));
  delete (w, REMIT_KIND_TEAM, w->f.platform);
  refused (remit_design_move_slot (w->f.workspace, w->f.ml, w->f.platform, 0, &error),
           "Team no longer exists");
}

/* By one place in the order that the other one has made. */
static void
test_move_by (Writers *w,
              gconstpointer data G_GNUC_UNUSED)
{
  gboolean is_moved;

  other_does (remit_design_move (w->other, REMIT_KIND_SLOT, w->f.data, w->f.ml, error_of_other));
  does (remit_design_move_by (w->f.workspace, REMIT_KIND_SLOT, w->f.ml, -1, &is_moved, &error));
  g_assert_true (is_moved);
  other_does (remit_design_move_slot (w->other, w->f.ml, w->f.platform, 0, error_of_other));
  does (remit_design_move_slot_by (w->f.workspace, w->f.ml, -1, &is_moved, &error));
  g_assert_true (is_moved);
  g_assert_cmpint (plan_fixture_get (&w->f, REMIT_KIND_SLOT, w->f.ml, REMIT_SLOT_TEAM), ==,
                   w->f.fraud);
}

static void
test_skill (Writers *w,
            gconstpointer data G_GNUC_UNUSED)
{
  gboolean is_added;

  other_does (remit_design_set_skill (w->other, w->f.ada, w->f.sql, 2, error_of_other));
  does (remit_design_set_skill (w->f.workspace, w->f.ada, w->f.sql, 4, &error));
  other_does (remit_design_set_need (w->other, w->f.ml, w->f.sql, 2, FALSE, error_of_other));
  does (remit_design_set_need (w->f.workspace, w->f.ml, w->f.sql, 3, TRUE, &error));
  other_does (remit_design_add_skill (w->other, REMIT_KIND_PERSON, w->f.ada, 0, "Rust", 3,
                                      &is_added, error_of_other));
  /* it is there, at the level that the other has chosen */
  g_assert_true (remit_design_add_skill (w->f.workspace, REMIT_KIND_PERSON, w->f.ada, 0, "Rust", 1,
                                         &is_added, NULL));
  g_assert_false (is_added);
  does (remit_design_add_skill (w->f.workspace, REMIT_KIND_SLOT, w->f.ml, 0, "Rust", 1, &is_added,
                                &error));
  g_assert_true (is_added);
  delete (w, REMIT_KIND_PERSON, w->f.bob);
  refused (remit_design_set_skill (w->f.workspace, w->f.bob, w->f.sql, 2, &error),
           "Person no longer exists");
  delete (w, REMIT_KIND_SLOT, w->f.on_call);
  refused (remit_design_set_need (w->f.workspace, w->f.on_call, w->f.sql, 2, FALSE, &error),
           "Slot no longer exists");
}

static void
test_copy (Writers *w,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRecord) plan = remit_record_new (REMIT_KIND_PLAN);
  g_autoptr (GError) failed = NULL;

  remit_record_set_text (plan, REMIT_PLAN_NAME, "Second");
  remit_design_create (w->f.workspace, plan, &failed);
  g_assert_no_error (failed);
  delete (w, REMIT_KIND_PLAN, remit_record_get_id (plan));
  refused (remit_design_copy_plan (w->f.workspace, remit_record_get_id (plan), "Third", &error),
           "Plan no longer exists");
  set (w, REMIT_KIND_SLOT, w->f.on_call, REMIT_SLOT_NAME, "Night");
  does (remit_design_duplicate (w->f.workspace, REMIT_KIND_SLOT, w->f.on_call, &error));
  delete (w, REMIT_KIND_SLOT, w->f.on_call);
  refused (remit_design_duplicate (w->f.workspace, REMIT_KIND_SLOT, w->f.on_call, &error),
           "Slot no longer exists");
}

/* ── Placements ───────────────────────────────────────────────────────────────────────────── */

static void
test_placement (Writers *w,
                gconstpointer data G_GNUC_UNUSED)
{
  RemitPlacement placement = { .person = w->f.ada, .slot = w->f.ml };

  other_does (remit_placement_do (w->other, &placement, 1, error_of_other));
  refused (remit_placement_do (w->f.workspace, &placement, 1, &error),
           "Ada Lovelace is already in ML engineer");
}

/* A team that was filled meanwhile gets one slot more, behind the others. */
static void
test_opening (Writers *w,
              gconstpointer data G_GNUC_UNUSED)
{
  RemitPlacement ada = { .person = w->f.ada, .team = w->f.platform };
  RemitPlacement bob = { .person = w->f.bob, .team = w->f.platform };
  g_autoptr (GPtrArray) slots = NULL;

  plan_fixture_set (&w->f, REMIT_KIND_PERSON, w->f.ada, REMIT_PERSON_TITLE, "ML engineer");
  plan_fixture_set (&w->f, REMIT_KIND_PERSON, w->f.bob, REMIT_PERSON_TITLE, "Data engineer");
  other_does (remit_placement_do (w->other, &ada, 1, error_of_other));
  does (remit_placement_do (w->f.workspace, &bob, 1, &error));
  slots = remit_design_get_parts (w->f.workspace, REMIT_KIND_SLOT, w->f.platform);
  g_assert_cmpuint (slots->len, ==, 3);
  g_assert_cmpint (remit_entity_get_integer (slots->pdata[1], REMIT_SLOT_ROLE), ==,
                   w->f.ml_role);
  g_assert_cmpint (remit_entity_get_integer (slots->pdata[2], REMIT_SLOT_ROLE), ==,
                   w->f.data_role);
  g_assert_cmpint (remit_entity_get_integer (slots->pdata[1], REMIT_SLOT_POSITION), <,
                   remit_entity_get_integer (slots->pdata[2], REMIT_SLOT_POSITION));
  delete (w, REMIT_KIND_TEAM, w->f.platform);
  refused (remit_placement_do (w->f.workspace, &ada, 1, &error), "The team no longer exists");
}

/* Who was moved meanwhile stays where they are, and a step is taken from what they have. */
static void
test_allocate (Writers *w,
               gconstpointer data G_GNUC_UNUSED)
{
  gint64 ada = plan_fixture_assign (&w->f, w->f.ml, w->f.ada, 50, "", "");
  RemitPlacement move = { .person = w->f.ada, .assignment = ada, .slot = w->f.data,
                          .allocation = 70 };

  remit_test_refresh (w->f.workspace);
  other_does (remit_placement_do (w->other, &move, 1, error_of_other));
  does (remit_placement_allocate_by (w->f.workspace, ada, 10, &error));
  g_assert_cmpint (plan_fixture_get (&w->f, REMIT_KIND_ASSIGNMENT, ada, REMIT_ASSIGNMENT_SLOT), ==,
                   w->f.data);
  g_assert_cmpint (plan_fixture_get (&w->f, REMIT_KIND_ASSIGNMENT, ada,
                                     REMIT_ASSIGNMENT_ALLOCATION),
                   ==, 80);

  move.slot = w->f.on_call;
  other_does (remit_placement_do (w->other, &move, 1, error_of_other));
  does (remit_placement_allocate (w->f.workspace, ada, 30, &error));
  g_assert_cmpint (plan_fixture_get (&w->f, REMIT_KIND_ASSIGNMENT, ada, REMIT_ASSIGNMENT_SLOT), ==,
                   w->f.on_call);
  delete (w, REMIT_KIND_ASSIGNMENT, ada);
  refused (remit_placement_allocate_by (w->f.workspace, ada, 10, &error),
           "The assignment no longer exists");
}

static void
test_swap (Writers *w,
           gconstpointer data G_GNUC_UNUSED)
{
  gint64 ada = plan_fixture_assign (&w->f, w->f.ml, w->f.ada, 50, "", "");
  gint64 bob = plan_fixture_assign (&w->f, w->f.data, w->f.bob, 50, "", "");

  remit_test_refresh (w->f.workspace);
  delete (w, REMIT_KIND_ASSIGNMENT, bob);
  refused (remit_placement_swap (w->f.workspace, ada, bob, &error),
           "The assignment no longer exists");
}

/* ── Decisions ────────────────────────────────────────────────────────────────────────────── */

static gint64
log_outcome (RemitWorkspace *workspace,
             gint64 decision,
             RemitResult result,
             GError **error)
{
  const RemitLogEntry entry = { .decision = decision,
                                .kind = REMIT_DECISION_EVENT_OUTCOME,
                                .result = result,
                                .text = "Seen",
                                .override = "Private is there" };

  return remit_decide_log (workspace, &entry, error);
}

/* A decision has one outcome. */
static void
test_outcome (Writers *w,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 decision = plan_fixture_add_decision (&w->f, w->f.fraud, "Release");

  other_does (log_outcome (w->other, decision, REMIT_RESULT_ACCEPTED, error_of_other));
  refused (log_outcome (w->f.workspace, decision, REMIT_RESULT_REJECTED, &error),
           "This decision has been made. Supersede it with a new decision, or correct the entry in "
           "its log.");
}

static void
test_correct (Writers *w,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 decision = plan_fixture_add_decision (&w->f, w->f.fraud, "Release");
  gint64 event = log_outcome (w->f.workspace, decision, REMIT_RESULT_ACCEPTED, NULL);

  other_does (remit_decide_correct (w->other, event, "Too early", error_of_other));
  refused (remit_decide_correct (w->f.workspace, event, "Wrong", &error),
           "The log entry does not exist or is already corrected");
}

static void
test_supersede (Writers *w,
                gconstpointer data G_GNUC_UNUSED)
{
  gint64 decision = plan_fixture_add_decision (&w->f, w->f.fraud, "Release");

  other_does (remit_decide_supersede (w->other, decision, "Release 2", error_of_other));
  refused (remit_decide_supersede (w->f.workspace, decision, "Release 3", &error),
           "This decision is already superseded");
}

static void
test_matrix (Writers *w,
             gconstpointer data G_GNUC_UNUSED)
{
  RemitCell cell = { .decision = plan_fixture_add_decision (&w->f, w->f.fraud, "Release"),
                     .holder_kind = REMIT_KIND_SLOT,
                     .holder = w->f.ml,
                     .letters = REMIT_LETTERS (REMIT_LETTER_C) };

  remit_test_refresh (w->f.workspace);
  other_does (remit_matrix_set (w->other, &cell, 1, error_of_other));
  cell.letters = REMIT_LETTERS (REMIT_LETTER_I);
  does (remit_matrix_set (w->f.workspace, &cell, 1, &error));
  set (w, REMIT_KIND_DECISION, cell.decision, REMIT_DECISION_FRAMEWORK, "RAPID");
  cell.letters = REMIT_LETTERS (REMIT_LETTER_C);
  refused (remit_matrix_set (w->f.workspace, &cell, 1, &error),
           "“C” is not a letter of RAPID; use R, A, P, I, D");
}

/* Who gives one letter keeps what the other one has given. */
static void
test_keep (Writers *w,
           gconstpointer data G_GNUC_UNUSED)
{
  RemitCell cell = { .decision = plan_fixture_add_decision (&w->f, w->f.fraud, "Release"),
                     .holder_kind = REMIT_KIND_SLOT,
                     .holder = w->f.ml,
                     .letters = REMIT_LETTERS (REMIT_LETTER_C) };

  remit_test_refresh (w->f.workspace);
  other_does (remit_matrix_set (w->other, &cell, 1, error_of_other));
  cell.letters = REMIT_LETTERS (REMIT_LETTER_I);
  cell.keep = ~cell.letters;
  does (remit_matrix_set (w->f.workspace, &cell, 1, &error));
  g_assert_cmpuint (remit_matrix_get_letters (w->f.workspace, cell.decision, cell.holder_kind,
                                              cell.holder),
                    ==, REMIT_LETTERS (REMIT_LETTER_C) | REMIT_LETTERS (REMIT_LETTER_I));
}

/* ── Conflicts ────────────────────────────────────────────────────────────────────────────── */

static void
test_raise (Writers *w,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitRecord) conflict = remit_record_new (REMIT_KIND_CONFLICT);

  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, w->f.plan);
  remit_record_set_integer (conflict, REMIT_CONFLICT_TEAM, w->f.platform);
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE, "GPUs");
  delete (w, REMIT_KIND_TEAM, w->f.platform);
  refused (remit_settle_raise (w->f.workspace, conflict, NULL, NULL, &error),
           "Team no longer exists");
}

static void
test_step (Writers *w,
           gconstpointer data G_GNUC_UNUSED)
{
  gint64 conflict;

  settle_add_ladder (&w->f);
  conflict = settle_raise (&w->f, "GPUs");
  other_does (remit_settle_step (w->other, conflict, REMIT_CONFLICT_EVENT_WITHDRAWN, 0, 0, "Off",
                                 error_of_other));
  refused (remit_settle_step (w->f.workspace, conflict, REMIT_CONFLICT_EVENT_ESCALATED, 0, 0, "",
                              &error),
           "The conflict is withdrawn. Reopen it first.");
}

/* Who is made accountable keeps what the other one has given, and the log says so. */
static void
test_resolve (Writers *w,
              gconstpointer data G_GNUC_UNUSED)
{
  RemitCell cell = { .decision = plan_fixture_add_decision (&w->f, w->f.fraud, "Release"),
                     .holder_kind = REMIT_KIND_SLOT,
                     .holder = w->f.ml,
                     .letters = REMIT_LETTERS (REMIT_LETTER_C) };
  RemitResolution resolution = { .mode = REMIT_MODE_COMPROMISING, .text = "Half of each",
                                 .decision = cell.decision, .cells = &cell, .n_cells = 1 };
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (GError) error = NULL;
  gint64 conflict;

  settle_add_ladder (&w->f);
  conflict = settle_raise (&w->f, "GPUs");
  other_does (remit_matrix_set (w->other, &cell, 1, error_of_other));
  cell.letters = REMIT_LETTERS (REMIT_LETTER_A);
  cell.keep = ~cell.letters;
  g_assert_true (remit_settle_resolve (w->f.workspace, conflict, 0, &resolution, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (remit_matrix_get_letters (w->f.workspace, cell.decision, cell.holder_kind,
                                              cell.holder),
                    ==, REMIT_LETTERS (REMIT_LETTER_A) | REMIT_LETTERS (REMIT_LETTER_C));
  log = remit_store_load_parts (w->f.store, REMIT_KIND_CONFLICT_EVENT, conflict, NULL);
  g_assert_cmpstr (remit_record_get_text (log->pdata[log->len - 1], REMIT_CONFLICT_EVENT_TEXT), ==,
                   "Half of each\nRights of ML engineer: C → A/C");
}

/* ── Each ─────────────────────────────────────────────────────────────────────────────────── */

/* Whatever it is: what the other one has done meanwhile, and what has nothing to do with it,
 * stays. */
static void
test_each (Writers *w,
           gconstpointer data)
{
  const PlanVerb *verb = data;
  g_autoptr (RemitRecord) skill = create_skill ("COBOL");
  gint64 ids[PLAN_VERB_N_IDS] = { 0 };
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  settle_set_now (TODAY "T12:00:00Z");
  if (verb->prepare != NULL)
    verb->prepare (&w->f, ids);
  other_does (remit_design_create (w->other, skill, error_of_other));
  before = remit_test_dump (w->f.store);
  is_done = verb->run (&w->f, ids, &error);
  g_assert_no_error (error);
  g_assert_true (is_done);
  g_assert_nonnull (remit_workspace_get (w->f.workspace, REMIT_KIND_SKILL,
                                         remit_record_get_id (skill)));
  /* where there is a log, an undo adds to it */
  if (verb->logs)
    remit_test_verify (w->f.store);
  else
    remit_test_undo_and_redo (w->f.store, before);
}

/* ── Undo ─────────────────────────────────────────────────────────────────────────────────── */

/* Undo takes back what it names, or nothing; asked again, it takes back what it now names. */
static void
test_undo (Writers *w,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  remit_design_change (w->f.workspace, REMIT_KIND_PERSON, w->f.ada, REMIT_PERSON_NAME, "Ada L.",
                       &error);
  g_assert_no_error (error);
  set (w, REMIT_KIND_PERSON, w->f.bob, REMIT_PERSON_NAME, "Bob K.");
  message = g_strdup_printf ("Nothing was undone: the last change is now “Rename Bob Martin to Bob "
                             "K.” by %s. Undo again to revert it.", remit_edit_get_actor ());
  g_assert_false (remit_workspace_undo (w->f.workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_OVERTAKEN);
  g_assert_cmpstr (error->message, ==, message);
  g_clear_error (&error);
  g_assert_cmpstr (plan_fixture_get_text (&w->f, REMIT_KIND_PERSON, w->f.ada, REMIT_PERSON_NAME),
                   ==, "Ada L.");
  g_assert_cmpstr (remit_workspace_get_undo_label (w->f.workspace), ==,
                   "Rename Bob Martin to Bob K.");
  g_assert_true (remit_workspace_undo (w->f.workspace, REMIT_HISTORY_UNDO, &error));
  g_assert_cmpstr (plan_fixture_get_text (&w->f, REMIT_KIND_PERSON, w->f.bob, REMIT_PERSON_NAME),
                   ==, "Bob Martin");
  remit_test_verify (w->f.store);
}

/* Where nothing was there to be undone, or redone, somebody else's is not taken either. */
static void
test_redo (Writers *w,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  remit_design_change (w->f.workspace, REMIT_KIND_PERSON, w->f.ada, REMIT_PERSON_NAME, "Ada L.",
                       &error);
  g_assert_no_error (error);
  g_assert_null (remit_workspace_get_redo_label (w->f.workspace));
  other_does (remit_history_undo (remit_workspace_get_store (w->other), REMIT_HISTORY_UNDO,
                                  0, error_of_other));
  g_assert_false (remit_workspace_undo (w->f.workspace, REMIT_HISTORY_REDO, &error));
  g_assert_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_OVERTAKEN);
  g_clear_error (&error);
  g_assert_true (remit_workspace_undo (w->f.workspace, REMIT_HISTORY_REDO, &error));
  g_assert_no_error (error);
  remit_test_verify (w->f.store);
}

#define add(name, test) \
  g_test_add ("/plan/writers/" name, Writers, NULL, set_up, test, tear_down)

int
main (int argc,
      char **argv)
{
  const PlanVerb *verb;

  g_test_init (&argc, &argv, NULL);
  add ("create", test_create);
  add ("change", test_change);
  add ("was", test_was);
  add ("delete", test_delete);
  add ("move", test_move);
  add ("move-by", test_move_by);
  add ("skill", test_skill);
  add ("copy", test_copy);
  add ("placement", test_placement);
  add ("opening", test_opening);
  add ("allocate", test_allocate);
  add ("swap", test_swap);
  add ("outcome", test_outcome);
  add ("correct", test_correct);
  add ("supersede", test_supersede);
  add ("matrix", test_matrix);
  add ("keep", test_keep);
  add ("raise", test_raise);
  add ("step", test_step);
  add ("resolve", test_resolve);
  for (guint i = 0; (verb = plan_verbs_get (i)) != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/plan/writers/each/", verb->name, NULL);

      g_test_add (path, Writers, verb, set_up, test_each, tear_down);
    }
  add ("undo", test_undo);
  add ("redo", test_redo);
  return g_test_run ();
}
