/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running rules over a plan, in threads of their own and within limits. */
#include "remit-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/remit-day.h"
#include "remit-check-pass.h"
#include "store/history/remit-history.h"

/* From so many assignments and rights on, the rules are shared by two threads. */
#define LARGE 4000
/* How often a check begins anew when somebody writes while its two threads begin. */
#define TRIES 3

/* ── Waivers ──────────────────────────────────────────────────────────────────────────────── */

static void
waive (GPtrArray *findings,
       gint64 today,
       const RemitRecord *waiver)
{
  gint64 until = remit_record_get_integer (waiver, REMIT_WAIVER_UNTIL);

  if (until != 0 && until < today)
    return;
  for (guint i = 0; i < findings->len; i++)
    if (remit_finding_is_meant_by (findings->pdata[i], waiver))
      remit_finding_set_waiver (findings->pdata[i], waiver);
}

static gboolean
apply_waivers (RemitStore *store,
               const RemitCheckOptions *options,
               GPtrArray *findings,
               GError **error)
{
  gint64 today = options->today != 0 ? options->today : remit_day_today ();
  g_autoptr (GPtrArray) waivers = remit_store_load_all (store, REMIT_KIND_WAIVER,
                                                        "WHERE t.plan = ?1", options->plan, error);

  for (guint i = 0; waivers != NULL && i < waivers->len; i++)
    waive (findings, today, waivers->pdata[i]);
  return waivers != NULL;
}

/* ── Two threads ──────────────────────────────────────────────────────────────────────────── */

/* What one thread does. */
typedef struct {
  const char *path;
  const RemitCheckOptions *options;
  GPtrArray *rules;
  GPtrArray *findings;
  gint64 head;
  GError *error;
} Half;

static gint64
measure (RemitStore *store,
         gint64 plan)
{
  return remit_store_query_integer (
    store, "SELECT (SELECT count (*) FROM main.assignment WHERE plan = ?1)"
           " + (SELECT count (*) FROM main.right WHERE plan = ?1)", plan, 0, NULL);
}

static gboolean
read_head (RemitStore *store,
           gint64 *head,
           GError **error)
{
  g_autofree char *hash = NULL;

  return remit_history_get_head (store, head, &hash, error);
}

static void
run_on (Half *half,
        RemitStore *store)
{
  g_autoptr (RemitCheckPass) pass = remit_check_pass_new (store, half->options, &half->error);

  if (pass != NULL)
    half->findings = remit_check_pass_run (pass, half->rules, &half->error);
  g_clear_pointer (&pass, remit_check_pass_free);
  if (half->findings != NULL
      && (!read_head (store, &half->head, &half->error)
          || !apply_waivers (store, half->options, half->findings, &half->error)))
    g_clear_pointer (&half->findings, g_ptr_array_unref);
}

static gpointer
run_half (gpointer data)
{
  Half *half = data;
  g_autoptr (RemitStore) store = remit_store_open (half->path, REMIT_STORE_READ_ONLY, &half->error);

  if (store != NULL)
    run_on (half, store);
  return NULL;
}

/* Only how the work is shared hangs on this, not what is found. */
static gboolean
is_about_decisions (const RemitRule *rule)
{
  static const char *const views[] = { "rule_right", "rule_count", "rule_holder", "rule_decider" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (strstr (rule->select, views[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
share (RemitRules *rules,
       gboolean in_two,
       Half halves[2])
{
  for (guint i = 0; i < 2; i++)
    halves[i].rules = g_ptr_array_new ();
  for (guint i = 0; i < rules->rules->len; i++)
    g_ptr_array_add (halves[in_two && is_about_decisions (rules->rules->pdata[i])].rules,
                     rules->rules->pdata[i]);
}

static void
run_halves (Half halves[2])
{
  GThread *thread = NULL;

  if (halves[1].rules->len > 0)
    thread = g_thread_new ("check", run_half, &halves[1]);
  run_half (&halves[0]);
  if (thread != NULL)
    g_thread_join (thread);
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

static void
add_problems (RemitRules *rules,
              GPtrArray *findings)
{
  for (guint i = 0; i < rules->problems->len; i++)
    {
      const RemitRuleProblem *problem = rules->problems->pdata[i];
      g_autofree char *message = NULL;

      /* Translators: the file of a rule, and what is wrong with it */
      message = g_strdup_printf (_ ("%1$s: %2$s"), problem->path, problem->error->message);
      g_ptr_array_add (findings, remit_finding_new (NULL, REMIT_SEVERITY_ERROR, NULL, message,
                                                    NULL));
    }
}

static void
add_of_rule (GPtrArray *from,
             guint *place,
             RemitRule *rule,
             GPtrArray *to)
{
  for (; from != NULL && *place < from->len
         && remit_finding_get_rule (from->pdata[*place]) == rule; (*place)++)
    g_ptr_array_add (to, g_object_ref (from->pdata[*place]));
}

/* In the order of the rules. What is wrong with a rule has none, and comes where it was found. */
static GPtrArray *
merge (RemitRules *rules,
       Half halves[2])
{
  GPtrArray *merged = g_ptr_array_new_with_free_func (g_object_unref);
  guint places[2] = { 0 };

  add_problems (rules, merged);
  for (guint i = 0; i <= rules->rules->len; i++)
    for (guint j = 0; j < 2; j++)
      {
        add_of_rule (halves[j].findings, &places[j], NULL, merged);
        if (i < rules->rules->len)
          add_of_rule (halves[j].findings, &places[j], rules->rules->pdata[i], merged);
      }
  return merged;
}

static GPtrArray *
sort (GPtrArray *findings)
{
  GPtrArray *sorted = g_ptr_array_new_full (findings->len, g_object_unref);

  for (RemitSeverity severity = 0; severity < REMIT_N_SEVERITIES; severity++)
    for (guint i = 0; i < findings->len; i++)
      if (remit_finding_get_severity (findings->pdata[i]) == severity)
        g_ptr_array_add (sorted, g_object_ref (findings->pdata[i]));
  return sorted;
}

static void
half_clear (Half *half)
{
  g_clear_pointer (&half->rules, g_ptr_array_unref);
  g_clear_pointer (&half->findings, g_ptr_array_unref);
  g_clear_error (&half->error);
}

/* Returns: the findings, or %NULL with @error set, or without one when the two halves were not of
 * one moment */
static GPtrArray *
end_halves (Half halves[2],
            const RemitCheckOptions *options,
            GError **error)
{
  g_autoptr (GPtrArray) merged = NULL;
  gboolean done = TRUE;

  for (guint i = 0; done && i < 2; i++)
    {
      done = halves[i].error == NULL;
      if (!done)
        g_propagate_error (error, g_steal_pointer (&halves[i].error));
    }
  if (done && (halves[1].findings == NULL || halves[0].head == halves[1].head))
    merged = merge (options->rules, halves);
  for (guint i = 0; i < 2; i++)
    half_clear (&halves[i]);
  return merged != NULL ? sort (merged) : NULL;
}

static GPtrArray *
try (const char *path,
     const RemitCheckOptions *options,
     gboolean in_two,
     GError **error)
{
  Half halves[2] = { { .path = path, .options = options }, { .path = path, .options = options } };

  share (options->rules, in_two, halves);
  run_halves (halves);
  return end_halves (halves, options, error);
}

GPtrArray *
remit_check_run_on (RemitStore *store,
                    const RemitCheckOptions *options,
                    GError **error)
{
  Half halves[2] = { { .options = options }, { .options = options } };

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (options != NULL && options->rules != NULL, NULL);

  share (options->rules, FALSE, halves);
  run_on (&halves[0], store);
  return end_halves (halves, options, error);
}

GPtrArray *
remit_check_run (const char *path,
                 const RemitCheckOptions *options,
                 GError **error)
{
  g_autoptr (RemitStore) store = NULL;
  gboolean in_two;

  g_return_val_if_fail (path != NULL && options != NULL && options->rules != NULL, NULL);

  store = remit_store_open (path, REMIT_STORE_READ_ONLY, error);
  if (store == NULL)
    return NULL;
  in_two = measure (store, options->plan) >= LARGE;
  g_clear_object (&store);

  for (int i = 0; i < TRIES; i++)
    {
      g_autoptr (GError) local_error = NULL;
      GPtrArray *findings = try (path, options, in_two && i + 1 < TRIES, &local_error);

      if (findings != NULL)
        return findings;
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
  g_assert_not_reached ();
}

gboolean
remit_check_rule (RemitRule *rule,
                  guint time_limit,
                  GError **error)
{
  RemitCheckOptions options = { .time_limit = time_limit, .plan = 1 };
  g_autoptr (RemitStore) store = remit_store_open (":memory:", REMIT_STORE_CREATE, error);
  g_autoptr (RemitCheckPass) pass = NULL;

  g_return_val_if_fail (rule != NULL, FALSE);

  if (store == NULL)
    return FALSE;
  pass = remit_check_pass_new (store, &options, error);
  return pass != NULL && remit_check_pass_try (pass, rule, error);
}
