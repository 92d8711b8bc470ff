/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of what rules find, and narrowly do not find. */
#include "rule-cases.h"

#include <string.h>

static void
run_case (RemitRules *rules,
          const RuleCase *one)
{
  g_autofree char *lines = g_strdup_printf ("%s\n%s", one->base, one->more);
  g_autoptr (Sketch) sketch = sketch_new (lines);
  g_autofree char *says = NULL;

  g_assert_nonnull (remit_rules_find (rules, one->rule));
  says = sketch_say (sketch, rules, one->rule, one->today != NULL ? one->today : "2026-03-10");
  if (strcmp (says, one->says) == 0)
    return;
  g_test_message ("%s, %s: “%s”, and not “%s”", one->rule, one->what, says, one->says);
  g_test_fail ();
}

/* A rule without a plan that has the finding, or without one that does not, is not tested. */
static void
check_both (const RuleCase *cases,
            guint n_cases,
            const char *rule)
{
  guint n_found = 0;
  guint n_not = 0;

  for (guint i = 0; i < n_cases; i++)
    if (strcmp (cases[i].rule, rule) == 0)
      *(*cases[i].says != '\0' ? &n_found : &n_not) += 1;
  if (n_found == 0 || n_not == 0)
    g_error ("%s is not tested both ways", rule);
}

void
rule_cases_run (const RuleCase *cases,
                guint n_cases)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();

  g_assert_cmpuint (rules->problems->len, ==, 0);
  for (guint i = 0; i < n_cases; i++)
    {
      check_both (cases, n_cases, cases[i].rule);
      run_case (rules, &cases[i]);
    }
}
