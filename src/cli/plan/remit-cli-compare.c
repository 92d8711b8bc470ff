/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that compares plans, or one plan at two moments. */
#include <glib/gi18n.h>

#include "check/findings/remit-finding-changes.h"
#include "exchange/book/remit-book-comparison.h"
#include "exchange/book/remit-book-figures.h"
#include "remit-cli-moment.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-progress.h"
#include "support/remit-cli-table.h"

static char *output;
static gboolean without_findings;

static const GOptionEntry compare_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("Write a workbook (FILE.xlsx) or a table (FILE.csv) instead"), N_ ("FILE") },
  { "no-findings", 0, 0, G_OPTION_ARG_NONE, &without_findings, N_ ("Do not check the plans"),
    NULL },
  { NULL }
};

/* ── As text ──────────────────────────────────────────────────────────────────────────────── */

static void
show_differences (const RemitComparison *comparison)
{
  GPtrArray *differences = comparison->differences;

  for (guint i = 0; i < differences->len; i++)
    {
      const RemitDifference *difference = differences->pdata[i];
      g_autofree char *sentence = remit_difference_dup_sentence (difference);

      if (i == 0 || difference->team != ((RemitDifference *) differences->pdata[i - 1])->team)
        /* Translators: the heading of what differs in no single team */
        g_print ("%s%s\n", i > 0 ? "\n" : "",
                 *difference->team_name != '\0' ? difference->team_name : _ ("Whole plan"));
      g_print ("  %s\n", sentence);
    }
  if (differences->len == 0)
    g_print ("%s\n", _ ("No differences."));
  else
    g_print (ngettext ("\n%u difference\n", "\n%u differences\n", differences->len),
             differences->len);
}

static void
show_findings_of (GPtrArray *findings,
                  const char *label)
{
  for (guint i = 0; i < findings->len; i++)
    {
      g_auto (GStrv) lines = g_strsplit (remit_finding_get_message (findings->pdata[i]), "\n", -1);

      /* Translators: whether a finding is new or fixed, the id of its rule, and what was found */
      g_print (_ ("  %1$s: %2$s: %3$s\n"), label, remit_finding_get_rule_id (findings->pdata[i]),
               lines[0]);
      for (guint j = 1; lines[j] != NULL; j++)
        g_print ("    %s\n", lines[j]);
    }
}

static void
show_findings (const RemitFindingChanges *findings)
{
  g_print ("\n%s\n", _ ("Findings"));
  /* Translators: findings that one of two plans has and the other has not, and those of both */
  show_findings_of (findings->added, C_ ("findings", "New"));
  show_findings_of (findings->fixed, C_ ("findings", "Fixed"));
  g_print (ngettext ("  %u in both plans\n", "  %u in both plans\n", findings->same->len),
           findings->same->len);
}

/* Returns: whether there are costs in any of the plans */
static gboolean
has_costs (GPtrArray *comparisons)
{
  for (guint i = 0; i < comparisons->len; i++)
    for (guint side = 0; side < 2; side++)
      if (((RemitComparison *) comparisons->pdata[i])->figures[side].costs->len > 0)
        return TRUE;
  return FALSE;
}

/* The first plan, and the second one of each comparison. */
static const RemitPlanFigures *
get_figures (GPtrArray *comparisons,
             guint column)
{
  RemitComparison *comparison = comparisons->pdata[column > 0 ? column - 1 : 0];

  return &comparison->figures[column > 0];
}

static const char *
get_title (GPtrArray *comparisons,
           guint column)
{
  RemitComparison *comparison = comparisons->pdata[column > 0 ? column - 1 : 0];

  return comparison->titles[column > 0];
}

static void
add_differences_row (RemitCliTable *table,
                     GPtrArray *comparisons)
{
  remit_cli_table_add (table, _ ("Differences"));
  remit_cli_table_add (table, "");
  for (guint i = 0; i < comparisons->len; i++)
    remit_cli_table_add_number (
      table, ((RemitComparison *) comparisons->pdata[i])->differences->len);
}

static void
show_figures (GPtrArray *comparisons)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RemitCliTable) table = NULL;

  g_ptr_array_add (headers, g_strdup (_ ("Figure")));
  for (guint i = 0; i <= comparisons->len; i++)
    g_ptr_array_add (headers, g_strdup_printf ("%s\t", get_title (comparisons, i)));
  table = remit_cli_table_newv (headers);
  for (RemitPlanFigure figure = 0; figure < REMIT_N_PLAN_FIGURES; figure++)
    {
      remit_cli_table_add (table, remit_plan_figure_get_label (figure));
      for (guint i = 0; i <= comparisons->len; i++)
        {
          g_autofree char *text =
            remit_plan_figures_display (get_figures (comparisons, i), figure);

          remit_cli_table_add (table, text);
        }
    }
  for (guint i = 0; has_costs (comparisons) && i <= comparisons->len; i++)
    {
      g_autofree char *text = remit_plan_figures_display_costs (get_figures (comparisons, i));

      if (i == 0)
        remit_cli_table_add (table, _ ("Cost per day"));
      remit_cli_table_add (table, text);
    }
  if (comparisons->len > 1)
    add_differences_row (table, comparisons);
  remit_cli_table_print (table);
}

static void
show_text (GPtrArray *comparisons,
           const RemitFindingChanges *findings)
{
  if (comparisons->len == 1)
    {
      show_differences (comparisons->pdata[0]);
      if (findings != NULL)
        show_findings (findings);
      g_print ("\n");
    }
  show_figures (comparisons);
}

/* ── As JSON ──────────────────────────────────────────────────────────────────────────────── */

static void
set_fields (JsonObject *object,
            const RemitDifference *difference)
{
  const RemitEntityInfo *info = remit_entity_info (difference->kind);
  JsonArray *array = remit_cli_json_add_array (object, "fields");

  for (guint i = 0; i < info->n_fields; i++)
    if (difference->fields & (G_GUINT64_CONSTANT (1) << i))
      {
        JsonObject *field = remit_cli_json_append (array);
        g_autofree char *old = remit_record_format (difference->old, i);
        g_autofree char *new = remit_record_format (difference->new, i);

        json_object_set_string_member (field, "field", remit_field_get_column (&info->fields[i]));
        json_object_set_string_member (field, "old", old);
        json_object_set_string_member (field, "new", new);
      }
}

static void
set_differences (JsonObject *object,
                 const RemitComparison *comparison)
{
  JsonArray *array = remit_cli_json_add_array (object, "differences");

  for (guint i = 0; i < comparison->differences->len; i++)
    {
      const RemitDifference *difference = comparison->differences->pdata[i];
      g_autofree char *sentence = remit_difference_dup_sentence (difference);
      JsonObject *row = remit_cli_json_append (array);

      json_object_set_string_member (row, "op", remit_difference_op_get_nick (difference->op));
      json_object_set_string_member (row, "kind", remit_entity_info (difference->kind)->name);
      remit_cli_json_set_id (row, "a", difference->a);
      remit_cli_json_set_id (row, "b", difference->b);
      remit_cli_json_set_id (row, "team", difference->team);
      json_object_set_string_member (row, "name", difference->line->name);
      json_object_set_string_member (row, "text", sentence);
      set_fields (row, difference);
    }
}

static void
set_findings_of (JsonObject *object,
                 const char *name,
                 GPtrArray *findings)
{
  JsonArray *array = remit_cli_json_add_array (object, name);

  for (guint i = 0; i < findings->len; i++)
    {
      RemitFinding *finding = findings->pdata[i];
      JsonObject *row = remit_cli_json_append (array);
      RemitSeverity severity = remit_finding_get_severity (finding);

      json_object_set_string_member (row, "rule", remit_finding_get_rule_id (finding));
      json_object_set_string_member (row, "severity", remit_severity_choices[severity].nick);
      json_object_set_string_member (row, "message", remit_finding_get_message (finding));
    }
}

static void
set_plan (JsonObject *object,
          const RemitPlanMoment *moment,
          const char *title,
          const RemitPlanFigures *figures)
{
  JsonArray *costs;

  remit_cli_json_set_id (object, "plan", moment->plan);
  if (moment->seq == REMIT_PLAN_STATE_NOW)
    json_object_set_null_member (object, "entry");
  else
    json_object_set_int_member (object, "entry", moment->seq);
  json_object_set_string_member (object, "title", title);
  for (RemitPlanFigure i = 0; i < REMIT_N_PLAN_FIGURES; i++)
    json_object_set_int_member (object, remit_plan_figure_get_nick (i), figures->values[i]);
  costs = remit_cli_json_add_array (object, "costs");
  for (guint i = 0; i < figures->costs->len; i++)
    {
      const RemitPlanCost *cost = &g_array_index (figures->costs, RemitPlanCost, i);
      JsonObject *row = remit_cli_json_append (costs);

      json_object_set_string_member (row, "currency", cost->currency);
      json_object_set_int_member (row, "amount", cost->amount);
    }
}

static void
show_json (GPtrArray *comparisons,
           const RemitPlanMoment *moments,
           const RemitFindingChanges *findings)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *plans = remit_cli_json_add_array (object, "plans");

  for (guint i = 0; i <= comparisons->len; i++)
    set_plan (remit_cli_json_append (plans), &moments[i], get_title (comparisons, i),
              get_figures (comparisons, i));
  if (comparisons->len == 1)
    set_differences (object, comparisons->pdata[0]);
  if (findings != NULL)
    {
      set_findings_of (object, "new_findings", findings->added);
      set_findings_of (object, "fixed_findings", findings->fixed);
      set_findings_of (object, "same_findings", findings->same);
    }
  remit_cli_json_print (g_steal_pointer (&object));
}

/* ── The verb ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
write_file (RemitCli *cli,
            const RemitComparison *comparison,
            const RemitFindingChanges *findings,
            GCancellable *cancellable,
            GError **error)
{
  const RemitExport export = { .store = cli->store, .cancellable = cancellable };
  const RemitBookComparison book = { comparison, findings };
  g_autofree char *name = g_filename_display_name (output);

  if (!remit_book_write_comparison (&book, &export, output, error))
    return FALSE;
  if (!g_str_equal (output, "-"))
    g_print (_ ("Wrote %s\n"), name);
  return TRUE;
}

/* Returns: (transfer full) (element-type RemitComparison): the first plan with each other one */
static GPtrArray *
compare (RemitCli *cli,
         const RemitPlanMoment *moments,
         guint n,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GPtrArray) comparisons =
    g_ptr_array_new_with_free_func ((GDestroyNotify) remit_comparison_free);

  for (guint i = 1; i < n; i++)
    {
      RemitComparison *comparison =
        remit_compare (cli->store, &moments[0], &moments[i], cancellable, error);

      if (comparison == NULL)
        return NULL;
      cli->found = cli->found || comparison->differences->len > 0;
      g_ptr_array_add (comparisons, comparison);
    }
  return g_steal_pointer (&comparisons);
}

/* Of three or more plans. */
static gboolean
write_figures (const RemitCli *cli,
               GPtrArray *comparisons,
               GCancellable *cancellable,
               GError **error)
{
  guint n = comparisons->len + 1;
  g_autofree const char **titles = g_new0 (const char *, n + 1);
  g_autofree const RemitPlanFigures **figures = g_new0 (const RemitPlanFigures *, n + 1);
  const RemitBookFigures book = { n, titles, figures, NULL };
  const RemitExport export = { .store = cli->store, .cancellable = cancellable };

  for (guint i = 0; i < n; i++)
    {
      titles[i] = get_title (comparisons, i);
      figures[i] = get_figures (comparisons, i);
    }
  return remit_book_write_figures (&book, &export, output, error);
}

static gboolean
run_compare (RemitCli *cli,
             char **arguments,
             GError **error)
{
  guint n = g_strv_length (arguments);
  g_autofree RemitPlanMoment *moments = g_new0 (RemitPlanMoment, n);
  g_auto (RemitCliProgress) progress = { NULL };
  g_autoptr (RemitFindingChanges) findings = NULL;
  g_autoptr (GPtrArray) comparisons = NULL;

  if (output != NULL && cli->json)
    return remit_cli_misuse (error, _ ("--output cannot be combined with --json"));
  for (guint i = 0; i < n; i++)
    if (!remit_cli_moment_find (cli, arguments[i], &moments[i], error))
      return FALSE;
  remit_cli_progress_init (&progress, NULL);
  comparisons = compare (cli, moments, n, progress.cancellable, error);
  if (comparisons == NULL)
    return FALSE;
  if (n == 2 && !without_findings)
    {
      findings = remit_finding_changes_read (
        cli->store, &moments[0], &moments[1],
        ((RemitComparison *) comparisons->pdata[0])->pairs, progress.cancellable, error);
      if (findings == NULL)
        return FALSE;
    }
  if (output != NULL && n > 2)
    return write_figures (cli, comparisons, progress.cancellable, error);
  if (output != NULL)
    return write_file (cli, comparisons->pdata[0], findings, progress.cancellable, error);
  if (cli->json)
    show_json (comparisons, moments, findings);
  else
    show_text (comparisons, findings);
  return TRUE;
}

const RemitCliVerb remit_cli_compare_verbs[] = {
  { "compare", N_ ("PLAN PLAN [PLAN…]"), 2, REMIT_CLI_TAKES_MORE,
    N_ ("Compare plans, or one plan at two moments"),
    N_ ("Shows what was added, removed, moved or changed from the first plan to the second, which\n"
        "findings are new and which are fixed, and figures of both side by side; of three or "
        "more\n"
        "plans the figures alone. PLAN@2026-03-01 is the plan at the end of that day, PLAN@120 "
        "as it\n"
        "was after entry 120 of the history. Conflicts are not compared.\n"
        "\n"
        "A scenario is compared with the plan that it was copied from row by row. Rows that have\n"
        "nothing to do with each other are compared when they have the same name in the same "
        "place.\n"
        "\n"
        "The exit status is 1 when the plans differ.\n"
        "\n"
        "JSON: plans, an array of objects with plan, entry (null for now), title and the figures;\n"
        "costs there, an array of objects with currency and amount (minor units for a day);\n"
        "differences, an array of objects with op (added, removed, moved or changed), kind, a "
        "and b\n"
        "(the ids), team, name, text and fields, an array of objects with field, old and new;\n"
        "new_findings, fixed_findings, same_findings, arrays of objects with rule, severity and\n"
        "message."),
    compare_options, run_compare },
  { NULL }
};
