/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels of a ladder that ask somebody again. */
#include "plan-fixture.h"
#include "plan/conflict/remit-ladder-repeat.h"

static void
add (GPtrArray *rungs,
     guint field,
     gint64 holder)
{
  RemitRecord *rung = remit_record_new (REMIT_KIND_RUNG);

  remit_record_set_integer (rung, field, holder);
  g_ptr_array_add (rungs, rung);
}

static void
check (PlanFixture *f,
       GPtrArray *rungs,
       const char *expected)
{
  g_autofree char *words = remit_ladder_dup_repeats (f->workspace, rungs, f->fraud);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_repeats (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) rungs = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);

  check (f, rungs, "");
  plan_fixture_assign (f, f->ml, f->ada, 100, "", "");
  plan_fixture_assign (f, f->data, f->bob, 60, "", "");
  remit_test_refresh (f->workspace);
  add (rungs, REMIT_RUNG_SLOT, f->ml);
  add (rungs, REMIT_RUNG_SLOT, f->data);
  /* nobody is there, twice: that is another matter */
  add (rungs, REMIT_RUNG_SLOT, f->on_call);
  add (rungs, REMIT_RUNG_SLOT, f->on_call);
  check (f, rungs, "");
  add (rungs, REMIT_RUNG_PERSON, f->ada);
  check (f, rungs, "Levels 1 and 5 are the same person: Ada Lovelace");
  add (rungs, REMIT_RUNG_PERSON, f->bob);
  check (f, rungs, "Levels 1 and 5 are the same person: Ada Lovelace\n"
                   "Levels 2 and 6 are the same person: Bob Martin");
}

/* Of two people one can still be asked who was not. */
static void
test_several (PlanFixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) rungs = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);

  plan_fixture_assign (f, f->ml, f->ada, 50, "", "");
  plan_fixture_assign (f, f->ml, f->bob, 50, "", "");
  remit_test_refresh (f->workspace);
  add (rungs, REMIT_RUNG_SLOT, f->ml);
  add (rungs, REMIT_RUNG_PERSON, f->ada);
  check (f, rungs, "");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  plan_fixture_add ("/plan/ladder-repeat/repeats", test_repeats);
  plan_fixture_add ("/plan/ladder-repeat/several", test_several);
  return g_test_run ();
}
