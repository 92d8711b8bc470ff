/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A check that still runs in its thread when the program ends finds what it needs. */
#include "check/rules/remit-rule.h"
#include "sketch.h"

#define PLAN "role ml key=ml-engineer\nplan P\nteam T\nslot S team=T role=ml fte=50\n"

static Sketch *sketch;
static RemitRules *rules;

/* After everything that goes by itself at the end of the program. */
static void __attribute__ ((destructor (101)))
check_late (void)
{
  RemitCheckOptions options = { .rules = rules, .plan = sketch->plan };
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = remit_check_run (remit_store_get_path (sketch->store), &options, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, >, 0);
  g_ptr_array_unref (findings);
  sketch_free (sketch);
  remit_rules_unref (rules);
}

static void
test_late (void)
{
  rules = remit_rules_load ();
  sketch = sketch_new (PLAN);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/late", test_late);
  return g_test_run ();
}
