/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that check: what is wrong with a plan, and with a rule. */
#include <glib/gi18n.h>

#include "check/remit-check.h"
#include "entity/remit-cli-entity.h"
#include "exchange/plan/remit-plan-reader.h"
#include "store/history/remit-history-verified.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

/* ── A plan ───────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  guint n[REMIT_N_SEVERITIES];
  guint n_waived;
} Sums;

static void
count (GPtrArray *findings,
       Sums *sums)
{
  for (guint i = 0; i < findings->len; i++)
    {
      RemitFinding *finding = g_ptr_array_index (findings, i);

      if (remit_finding_get_waiver (finding) != NULL)
        sums->n_waived++;
      else
        sums->n[remit_finding_get_severity (finding)]++;
    }
}

static void
show_waiver (const RemitRecord *waiver)
{
  const char *actor = remit_record_get_text (waiver, REMIT_WAIVER_ACTOR);
  const char *reason = remit_record_get_text (waiver, REMIT_WAIVER_REASON);
  g_autofree char *until = remit_record_display (waiver, REMIT_WAIVER_UNTIL);

  if (*until != '\0')
    /* Translators: who accepts a finding, a day, and why */
    g_print (_ ("    Accepted by %1$s until %2$s: %3$s\n"), actor, until, reason);
  else
    /* Translators: who accepts a finding, and why */
    g_print (_ ("    Accepted by %1$s: %2$s\n"), actor, reason);
}

static void
show_finding (RemitFinding *finding)
{
  const char *severity = _ (remit_severity_choices[remit_finding_get_severity (finding)].label);
  g_auto (GStrv) lines = g_strsplit (remit_finding_get_message (finding), "\n", -1);

  /* Translators: how bad a finding is, the id of its rule, and what was found */
  g_print (_ ("%1$s %2$s: %3$s\n"), severity, remit_finding_get_rule_id (finding), lines[0]);
  for (guint i = 1; lines[i] != NULL; i++)
    g_print ("    %s\n", lines[i]);
  if (remit_finding_get_waiver (finding) != NULL)
    show_waiver (remit_finding_get_waiver (finding));
}

static void
show_text (GPtrArray *findings,
           const Sums *sums)
{
  guint n_errors = sums->n[REMIT_SEVERITY_ERROR];
  guint n_warnings = sums->n[REMIT_SEVERITY_WARNING];
  guint n_others = sums->n[REMIT_SEVERITY_INFORMATION];

  for (int waived = 0; waived < 2; waived++)
    for (guint i = 0; i < findings->len; i++)
      if ((remit_finding_get_waiver (findings->pdata[i]) != NULL) == waived)
        show_finding (findings->pdata[i]);

  g_print (ngettext ("%u error, ", "%u errors, ", n_errors), n_errors);
  g_print (ngettext ("%u warning, ", "%u warnings, ", n_warnings), n_warnings);
  /* Translators: findings that are only good to know */
  g_print (ngettext ("%u note, ", "%u notes, ", n_others),
           n_others);
  /* Translators: findings that somebody accepts */
  g_print (ngettext ("%u accepted\n", "%u accepted\n", sums->n_waived), sums->n_waived);
}

static void
set_finding (JsonObject *object,
             RemitFinding *finding)
{
  const RemitRecord *waiver = remit_finding_get_waiver (finding);
  RemitRule *rule = remit_finding_get_rule (finding);
  g_auto (GStrv) lines = g_strsplit (remit_finding_get_message (finding), "\n", -1);

  json_object_set_string_member (object, "rule", remit_finding_get_rule_id (finding));
  json_object_set_string_member (object, "severity",
                                 remit_severity_choices[remit_finding_get_severity (finding)].nick);
  json_object_set_string_member (object, "title", remit_finding_get_title (finding));
  remit_cli_json_set_texts (object, "message", (const char *const *) lines);
  for (guint i = 0; i < REMIT_N_SUBJECTS; i++)
    {
      RemitKind kind = remit_subject_get_kind (i);

      remit_cli_json_set_id (object, remit_entity_info (kind)->name,
                             remit_finding_get_subject (finding, kind));
    }
  json_object_set_string_member (object, "why", rule != NULL ? rule->why : NULL);
  json_object_set_string_member (object, "source", rule != NULL ? rule->source : NULL);
  json_object_set_boolean_member (object, "waived", waiver != NULL);
  json_object_set_string_member (
    object, "waived_by", waiver ? remit_record_get_text (waiver, REMIT_WAIVER_ACTOR) : NULL);
  json_object_set_string_member (
    object, "waived_because", waiver ? remit_record_get_text (waiver, REMIT_WAIVER_REASON) : NULL);
  remit_cli_json_set_day (
    object, "waived_until", waiver ? remit_record_get_integer (waiver, REMIT_WAIVER_UNTIL) : 0);
}

static void
show_json (GPtrArray *findings,
           const Sums *sums)
{
  JsonObject *object = json_object_new ();
  JsonArray *array;

  json_object_set_int_member (object, "errors", sums->n[REMIT_SEVERITY_ERROR]);
  json_object_set_int_member (object, "warnings", sums->n[REMIT_SEVERITY_WARNING]);
  json_object_set_int_member (object, "information", sums->n[REMIT_SEVERITY_INFORMATION]);
  json_object_set_int_member (object, "waived", sums->n_waived);
  array = remit_cli_json_add_array (object, "findings");
  for (guint i = 0; i < findings->len; i++)
    set_finding (remit_cli_json_append (array), findings->pdata[i]);
  remit_cli_json_print (object);
}

static gboolean
show_findings (RemitCli *cli,
               GPtrArray *findings)
{
  Sums sums = { 0 };

  if (findings == NULL)
    return FALSE;
  count (findings, &sums);
  cli->found = sums.n[REMIT_SEVERITY_ERROR] > 0;
  if (cli->json)
    show_json (findings, &sums);
  else
    show_text (findings, &sums);
  return TRUE;
}

static gboolean
check_plan (RemitCli *cli,
            gint64 plan,
            GError **error)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  const RemitCheckOptions options = { .rules = rules, .plan = plan };
  g_autoptr (GPtrArray) findings = remit_check_run (remit_store_get_path (cli->store), &options,
                                                    error);

  if (findings != NULL)
    remit_history_verified_save (cli->store);
  return show_findings (cli, findings);
}

/* A plan file is checked in a workspace that has no name and goes with its store, however the
 * program ends. */
static gboolean
check_file (RemitCli *cli,
            const char *file,
            GError **error)
{
  g_autoptr (RemitStore) store = remit_store_open ("", REMIT_STORE_CREATE, error);
  g_autoptr (RemitRules) rules = remit_rules_load ();
  RemitCheckOptions options = { .rules = rules };
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  /* what is wrong from here on is the file's fault, not the workspace's */
  g_set_object (&cli->store, store);
  if (store != NULL)
    result = remit_plan_read (store, file, NULL, error);
  if (result == NULL)
    return FALSE;
  options.plan = result->plan;
  findings = remit_check_run_on (store, &options, error);
  return show_findings (cli, findings);
}

static gboolean
run_check (RemitCli *cli,
           char **arguments,
           GError **error)
{
  gint64 plan;

  if (g_str_has_suffix (arguments[0], ".xml") && g_file_test (arguments[0], G_FILE_TEST_EXISTS))
    return check_file (cli, arguments[0], error);
  if (!g_utf8_validate (arguments[0], -1, NULL))
    return remit_cli_misuse (error, _ ("Argument %u is not UTF-8."), 1);

  plan = remit_cli_entity_find (cli, REMIT_KIND_PLAN, 0, arguments[0], error);
  return plan != 0 && check_plan (cli, plan, error);
}

/* ── Rules ────────────────────────────────────────────────────────────────────────────────── */

/* Both ways at once. */
static void
add_rule (RemitCliTable *table,
          JsonObject *object,
          const RemitRule *rule)
{
  remit_cli_table_add (table, rule->id);
  remit_cli_table_add (table, _ (remit_severity_choices[rule->severity].label));
  remit_cli_table_add (table, rule->title);
  json_object_set_string_member (object, "id", rule->id);
  json_object_set_string_member (object, "severity", remit_severity_choices[rule->severity].nick);
  json_object_set_string_member (object, "title", rule->title);
  json_object_set_string_member (object, "why", rule->why);
  json_object_set_string_member (object, "source", rule->source);
  json_object_set_string_member (object, "file", rule->path);
}

static gboolean
run_rules (RemitCli *cli,
           char **arguments G_GNUC_UNUSED,
           GError **error G_GNUC_UNUSED)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  /* Translators: the columns of a list of rules */
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Rule"), _ ("Severity"),
                                                         _ ("Description"), NULL);
  g_autoptr (JsonObject) all = json_object_new ();
  JsonArray *array = remit_cli_json_add_array (all, "rules");

  cli->found = rules->problems->len > 0;
  for (guint i = 0; i < rules->rules->len; i++)
    add_rule (table, remit_cli_json_append (array), rules->rules->pdata[i]);
  if (!cli->json)
    remit_cli_table_print (table);
  array = remit_cli_json_add_array (all, "problems");
  for (guint i = 0; i < rules->problems->len; i++)
    {
      const RemitRuleProblem *problem = g_ptr_array_index (rules->problems, i);
      JsonObject *object = remit_cli_json_append (array);

      json_object_set_string_member (object, "file", problem->path);
      json_object_set_string_member (object, "message", problem->error->message);
      if (!cli->json)
        /* Translators: a file, and why it is no rule */
        g_print (_ ("“%1$s” is not valid: %2$s\n"), problem->path, problem->error->message);
    }
  if (cli->json)
    remit_cli_json_print (g_steal_pointer (&all));
  return TRUE;
}

static gboolean
run_rules_check (RemitCli *cli,
                 char **arguments,
                 GError **error)
{
  g_autoptr (RemitRule) rule = remit_rule_load (arguments[0], error);

  if (rule == NULL || !remit_check_rule (rule, 0, error))
    return FALSE;
  if (cli->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", rule->id);
      json_object_set_boolean_member (object, "usable", TRUE);
      remit_cli_json_print (object);
    }
  else
    /* Translators: the id of a rule and its title */
    g_print (_ ("%1$s is valid: %2$s\n"), rule->id, rule->title);
  return TRUE;
}

const RemitCliVerb remit_cli_check_verbs[] = {
  { "check", N_ ("PLAN"), 1, REMIT_CLI_TAKES_FILE, N_ ("Check a plan for problems"),
    N_ ("PLAN is a plan of the workspace, or a plan file, whose name ends in “.xml”. The exit\n"
        "status is 1 when an error was found that is not accepted.\n"
        "\n"
        "JSON: errors, warnings, information, waived (numbers), findings, an array of objects\n"
        "with rule, severity, title, message (an array of lines), team, slot, person, decision,\n"
        "assignment, role, skill (ids of the subjects, or null), why, source, waived, "
        "waived_by,\n"
        "waived_because, waived_until."),
    NULL, run_check },
  { "rules check", N_ ("FILE"), 1, REMIT_CLI_TAKES_FILE,
    N_ ("Check whether a rule file is valid"),
    N_ ("JSON: id, usable."), NULL, run_rules_check },
  { "rules", NULL, 0, REMIT_CLI_NO_FLAGS, N_ ("List the rules"),
    N_ ("The exit status is 1 when a file is not a valid rule.\n"
        "\n"
        "JSON: rules, an array of objects with id, severity, title, why, source, file; "
        "problems,\n"
        "an array of objects with file and message."),
    NULL, run_rules },
  { NULL }
};
