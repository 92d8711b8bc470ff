/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Placing, moving, ending and swapping assignments: what is written, its label, undo and redo. */
#include "model/remit-day.h"
#include "plan-fixture.h"

static void
check_done (PlanFixture *f,
            const RemitPlacement *placements,
            gsize n_placements,
            const char *label)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_placement_do (f->workspace, placements, n_placements, &error));
  g_assert_no_error (error);
  plan_fixture_check_edit (f, before, label);
}

static void
check_refused (PlanFixture *f,
               const RemitPlacement *placements,
               gsize n_placements,
               const char *reason)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_placement_do (f->workspace, placements, n_placements, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
  plan_fixture_check_refused (f, before, &error, reason);
}

/* The assignments in a slot: "Ada Lovelace 80, Bob Martin 20" */
static void
check_slot (PlanFixture *f,
            gint64 slot,
            const char *expected)
{
  GPtrArray *assignments = remit_workspace_get_referring (f->workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_SLOT, slot);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < assignments->len; i++)
    {
      RemitEntity *assignment = g_ptr_array_index (assignments, i);
      gint64 person = remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_PERSON);

      g_string_append_printf (
          text, "%s%s %d", i > 0 ? ", " : "",
          plan_fixture_get_text (f, REMIT_KIND_PERSON, person, REMIT_PERSON_NAME),
          (int) remit_entity_get_integer (assignment, REMIT_ASSIGNMENT_ALLOCATION));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_assign (PlanFixture *f,
             gconstpointer data)
{
  RemitPlacement placement = { .person = f->ada, .slot = f->data };
  g_autoptr (GPtrArray) page = NULL;

  check_done (f, &placement, 1, "Assign Ada Lovelace to Data engineer");
  check_slot (f, f->data, "Ada Lovelace 60");
  placement.slot = f->on_call;
  placement.allocation = 5;
  check_done (f, &placement, 1, "Assign Ada Lovelace to On call");
  check_slot (f, f->on_call, "Ada Lovelace 5");

  page = remit_history_page (f->store, 0, 1, NULL);
  g_assert_cmpint (((RemitHistoryEntry *) g_ptr_array_index (page, 0))->plan, ==, f->plan);
}

static void
test_move (PlanFixture *f,
           gconstpointer data)
{
  gint64 assignment = plan_fixture_assign (f, f->ml, f->ada, 80, "2026-03-01", "2026-03-31");
  RemitPlacement placement = { .person = f->ada, .assignment = assignment, .slot = f->data };
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const RemitChange *change;

  check_done (f, &placement, 1, "Move Ada Lovelace from ML engineer to Data engineer");
  check_slot (f, f->ml, "");
  check_slot (f, f->data, "Ada Lovelace 80");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_ASSIGNMENT, assignment, REMIT_ASSIGNMENT_FROM),
                   ==, remit_day_parse ("2026-03-01"));

  /* the history has one change, of one field, of the same assignment */
  page = remit_history_page (f->store, 0, 1, NULL);
  changes = remit_history_get_changes (f->store,
                                       ((RemitHistoryEntry *) g_ptr_array_index (page, 0))->seq,
                                       NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpint (change->op, ==, REMIT_CHANGE_CHANGED);
  g_assert_cmpint (change->id, ==, assignment);
  g_assert_cmpuint (change->fields, ==, 1 << REMIT_ASSIGNMENT_SLOT);

  /* a move to elsewhere, with another allocation */
  placement.slot = f->on_call;
  placement.allocation = 70;
  check_done (f, &placement, 1, "Move Ada Lovelace from Data engineer to On call");
  check_slot (f, f->on_call, "Ada Lovelace 70");
}

static void
test_change_allocation (PlanFixture *f,
                        gconstpointer data)
{
  gint64 assignment = plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  RemitPlacement placement = { .person = f->ada, .assignment = assignment, .slot = f->ml,
                               .allocation = 50 };

  check_done (f, &placement, 1, "Change allocation of Ada Lovelace in ML engineer to 50 %");
  check_slot (f, f->ml, "Ada Lovelace 50");
  check_refused (f, &placement, 1, "Ada Lovelace stays in ML engineer");
  placement.allocation = 2000;
  check_refused (f, &placement, 1, "Allocation: 2000 is not between 1 and 1000");
}

/* To a value, and by steps, which end at what is allowed. */
static void
test_allocate (PlanFixture *f,
               gconstpointer data G_GNUC_UNUSED)
{
  gint64 assignment = plan_fixture_assign (f, f->ml, f->ada, 80, "", "");
  g_autofree char *before = plan_fixture_dump (f);
  g_autofree char *between = NULL;
  g_autofree char *last = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (remit_placement_allocate (f->workspace, assignment, 50, &error), ==, 50);
  plan_fixture_check_edit (f, before, "Change allocation of Ada Lovelace in ML engineer to 50 %");
  between = plan_fixture_dump (f);
  g_assert_cmpint (remit_placement_allocate_by (f->workspace, assignment, -60, &error), ==, 1);
  plan_fixture_check_edit (f, between, "Change allocation of Ada Lovelace in ML engineer to 1 %");

  last = plan_fixture_dump (f);
  g_assert_cmpint (remit_placement_allocate_by (f->workspace, assignment, -10, &error), ==, 0);
  plan_fixture_check_refused (f, last, &error, "Ada Lovelace stays in ML engineer");
  g_assert_cmpint (remit_placement_allocate (f->workspace, assignment, 2000, &error), ==, 0);
  plan_fixture_check_refused (f, last, &error, "Allocation: 2000 is not between 1 and 1000");
  g_assert_cmpint (remit_placement_allocate (f->workspace, f->ada, 50, &error), ==, 0);
  plan_fixture_check_refused (f, last, &error, "The assignment no longer exists");
}

static void
test_copy (PlanFixture *f,
           gconstpointer data)
{
  gint64 assignment = plan_fixture_assign (f, f->ml, f->ada, 80, "2026-03-01", "");
  RemitPlacement placement = { .person = f->ada, .assignment = assignment, .slot = f->data,
                               .copy = TRUE };
  GPtrArray *copies;

  plan_fixture_set (f, REMIT_KIND_ASSIGNMENT, assignment, REMIT_ASSIGNMENT_STATE, "proposed");
  check_done (f, &placement, 1, "Assign Ada Lovelace to Data engineer");
  check_slot (f, f->ml, "Ada Lovelace 80");
  check_slot (f, f->data, "Ada Lovelace 20");
  copies = remit_workspace_get_referring (f->workspace, REMIT_KIND_ASSIGNMENT,
                                          REMIT_ASSIGNMENT_SLOT, f->data);
  g_assert_cmpint (remit_entity_get_integer (g_ptr_array_index (copies, 0), REMIT_ASSIGNMENT_FROM),
                   ==, remit_day_parse ("2026-03-01"));
  g_assert_cmpint (remit_entity_get_integer (g_ptr_array_index (copies, 0), REMIT_ASSIGNMENT_STATE),
                   ==, REMIT_ASSIGNMENT_STATE_PROPOSED);
}

static void
test_end (PlanFixture *f,
          gconstpointer data)
{
  RemitPlacement placements[2] = {
    { .person = f->ada, .assignment = plan_fixture_assign (f, f->ml, f->ada, 80, "", "") },
    { .person = f->bob, .assignment = plan_fixture_assign (f, f->ml, f->bob, 20, "", "") },
  };
  RemitPlacement more[2] = {
    { .person = f->ada, .assignment = plan_fixture_assign (f, f->data, f->ada, 10, "", "") },
    { .person = f->bob, .assignment = plan_fixture_assign (f, f->on_call, f->bob, 10, "", "") },
  };

  check_done (f, placements, 1, "Remove Ada Lovelace from ML engineer");
  check_slot (f, f->ml, "Bob Martin 20");
  check_refused (f, placements, 1, "The assignment no longer exists");
  check_refused (f, placements, 2, "The assignment no longer exists");
  remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, NULL);
  check_done (f, placements, 2, "Remove 2 people from ML engineer");
  check_slot (f, f->ml, "");
  check_done (f, more, 2, "Remove 2 people from their slots");
}

static void
test_several (PlanFixture *f,
              gconstpointer data)
{
  RemitPlacement placements[3] = {
    { .person = f->ada, .slot = f->ml },
    { .person = f->bob, .slot = f->ml },
    { .person = f->cem, .slot = f->ml },
  };

  plan_fixture_set (f, REMIT_KIND_PERSON, f->ada, REMIT_PERSON_CAPACITY, "60");
  check_done (f, placements, 3, "Assign 3 people to ML engineer");
  check_slot (f, f->ml, "Ada Lovelace 60, Bob Martin 40, Cem Yıldız 100");
  check_refused (f, placements, 3, "Ada Lovelace is already in ML engineer");
}

static void
test_several_moves (PlanFixture *f,
                    gconstpointer data)
{
  gint64 ada = plan_fixture_assign (f, f->ml, f->ada, 60, "", "");
  gint64 bob = plan_fixture_assign (f, f->data, f->bob, 40, "", "");
  RemitPlacement placements[3] = {
    { .person = f->ada, .assignment = ada, .slot = f->on_call },
    { .person = f->bob, .assignment = bob, .slot = f->on_call },
    { .person = f->cem, .slot = f->on_call },
  };

  check_done (f, placements, 2, "Move 2 people to On call");
  check_slot (f, f->on_call, "Ada Lovelace 60, Bob Martin 40");

  /* who is there already is left out */
  check_done (f, placements, 3, "Assign Cem Yıldız to On call");
  check_slot (f, f->on_call, "Ada Lovelace 60, Bob Martin 40, Cem Yıldız 100");
  remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, NULL);

  /* some from here, some from there */
  placements[0].slot = placements[2].slot = f->ml;
  check_done (f, placements, 3, "Assign 2 people to ML engineer");
  placements[0].slot = f->data;
  placements[1].slot = f->ml;
  check_done (f, placements, 2, "Move 2 people");
  check_slot (f, f->data, "Ada Lovelace 60");
}

/* All or nothing. */
static void
test_all_or_nothing (PlanFixture *f,
                     gconstpointer data)
{
  RemitPlacement placements[2] = {
    { .person = f->ada, .slot = f->ml },
    { .person = f->ada, .slot = f->data, .allocation = 1001 },
  };

  check_refused (f, placements, 2, "Allocation: 1001 is not between 1 and 1000");
  placements[1] = (RemitPlacement){ .person = f->ada, .slot = f->ml };
  check_refused (f, placements, 2, "Ada Lovelace is already in ML engineer");
  check_slot (f, f->ml, "");
}

static void
check_swap_refused (PlanFixture *f,
                    gint64 first,
                    gint64 second,
                    const char *reason)
{
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_false (remit_placement_swap (f->workspace, first, second, &error));
  plan_fixture_check_refused (f, before, &error, reason);
}

static void
test_swap (PlanFixture *f,
           gconstpointer data)
{
  gint64 ada = plan_fixture_assign (f, f->ml, f->ada, 90, "2026-03-01", "2026-03-31");
  gint64 bob = plan_fixture_assign (f, f->data, f->bob, 60, "", "");
  gint64 again;
  g_autofree char *before = plan_fixture_dump (f);
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_placement_swap (f->workspace, ada, bob, &error));
  g_assert_no_error (error);
  check_slot (f, f->ml, "Bob Martin 60");
  check_slot (f, f->data, "Ada Lovelace 90");
  g_assert_cmpint (plan_fixture_get (f, REMIT_KIND_ASSIGNMENT, ada, REMIT_ASSIGNMENT_FROM), ==,
                   remit_day_parse ("2026-03-01"));
  plan_fixture_check_edit (f, before, "Swap Ada Lovelace and Bob Martin");

  again = plan_fixture_assign (f, f->ml, f->ada, 10, "2026-04-01", "");
  check_swap_refused (f, ada, again, "Choose two people in different slots to swap");
  check_swap_refused (f, again, bob, "Choose two people in different slots to swap");
  check_swap_refused (f, ada, ada, "Choose two people in different slots to swap");
  check_swap_refused (f, ada, 1, "The assignment no longer exists");

  /* on days that do not meet, somebody may come back; on days that do, they may not */
  remit_placement_swap (f->workspace, ada, bob, &error);
  g_assert_no_error (error);
  remit_workspace_undo (f->workspace, REMIT_HISTORY_UNDO, NULL);
  plan_fixture_set (f, REMIT_KIND_ASSIGNMENT, again, REMIT_ASSIGNMENT_FROM, "2026-03-31");
  check_swap_refused (f, ada, bob, "Ada Lovelace is already in ML engineer from 31 March on");
}

static void
test_swap_across_plans (PlanFixture *f,
                        gconstpointer data)
{
  gint64 other = 0;
  gint64 advisor = plan_fixture_add_published (f, "Advice", &other);
  gint64 ada = plan_fixture_assign (f, f->ml, f->ada, 90, "", "");
  gint64 bob = plan_fixture_assign (f, advisor, f->bob, 60, "", "");

  check_swap_refused (f, ada, bob, "Advisor belongs to another plan");
}

/* Somebody else was faster: that is seen, and nothing is changed. */
static void
test_behind_the_window (PlanFixture *f,
                        gconstpointer data)
{
  RemitPlacement placement = { .person = f->ada, .slot = f->ml };
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitStore) other = NULL;

  other = remit_store_open (remit_store_get_path (f->store), REMIT_STORE_NO_FLAGS, &error);
  g_assert_no_error (error);
  remit_test_add_assignment (other, f->plan, f->ml, f->ada, 10);

  g_assert_false (remit_placement_do (f->workspace, &placement, 1, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "Ada Lovelace is already in ML engineer");
  g_assert_cmpint (remit_test_count_rows (f->store, REMIT_KIND_ASSIGNMENT), ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  plan_fixture_add ("/placement-do/assign", test_assign);
  plan_fixture_add ("/placement-do/move", test_move);
  plan_fixture_add ("/placement-do/change-allocation", test_change_allocation);
  plan_fixture_add ("/placement-do/allocate", test_allocate);
  plan_fixture_add ("/placement-do/copy", test_copy);
  plan_fixture_add ("/placement-do/end", test_end);
  plan_fixture_add ("/placement-do/several", test_several);
  plan_fixture_add ("/placement-do/several-moves", test_several_moves);
  plan_fixture_add ("/placement-do/all-or-nothing", test_all_or_nothing);
  plan_fixture_add ("/placement-do/swap", test_swap);
  plan_fixture_add ("/placement-do/swap-across-plans", test_swap_across_plans);
  plan_fixture_add ("/placement-do/behind-the-window", test_behind_the_window);

  return g_test_run ();
}
