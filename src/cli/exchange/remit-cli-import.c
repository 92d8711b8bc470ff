/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that takes in plans, people, seats and decision rights from files. */
#define G_LOG_DOMAIN "remit-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "exchange/plan/remit-plan-reader.h"
#include "remit-cli-csv.h"
#include "remit-cli-matrix.h"
#include "remit-cli.h"
#include "support/remit-cli-find.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-progress.h"

static char *plan_name;
static char *kind_name;
static char **mappings;
static gboolean dry_run;

static const GOptionEntry import_options[] = {
  { "as", 0, 0, G_OPTION_ARG_STRING, &kind_name,
    N_ ("What the file holds, if the guess is wrong: plan, people, seats or raci"),
    N_ ("CONTENT") },
  { "plan", 'p', 0, G_OPTION_ARG_STRING, &plan_name,
    N_ ("The plan that seats or decision rights go into"), N_ ("PLAN") },
  { "map", 'm', 0, G_OPTION_ARG_STRING_ARRAY, &mappings,
    N_ ("Fill a field from the column with this header, or from none"), N_ ("FIELD=HEADER") },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run,
    N_ ("Say what would be done, and change nothing"), NULL },
  { NULL }
};

static gboolean
refuse_usage (GError **error,
              const char *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return FALSE;
}

/* A plan is XML, whatever its name; everything else is taken for CSV. */
static gboolean
looks_like_xml (const char *path)
{
  FILE *file = fopen (path, "rb");
  char start[256] = "";
  const char *c = start;

  if (file != NULL)
    {
      if (fread (start, 1, sizeof start - 1, file) == 0)
        start[0] = '\0';
      fclose (file);
    }

  if (g_str_has_prefix (c, "\xef\xbb\xbf"))
    c += 3;
  while (g_ascii_isspace (*c))
    c++;
  return *c == '<' || g_str_has_suffix (path, ".xml");
}

static gboolean
check_kind (GError **error)
{
  if (kind_name == NULL || g_str_equal (kind_name, "plan") || g_str_equal (kind_name, "people")
      || g_str_equal (kind_name, "seats") || g_str_equal (kind_name, "raci"))
    return TRUE;
  return refuse_usage (error, _ ("--as has to be plan, people, seats or raci"));
}

static gboolean
is_plan (const char *path)
{
  return kind_name != NULL ? g_str_equal (kind_name, "plan") : looks_like_xml (path);
}

static gboolean
is_matrix (void)
{
  return kind_name != NULL && g_str_equal (kind_name, "raci");
}

static RemitCsvImport *
open_csv (const char *path,
          GError **error)
{
  g_autoptr (RemitCsvImport) import = remit_csv_import_open (path, error);

  if (import == NULL)
    return NULL;
  if (kind_name != NULL)
    remit_csv_import_set_kind (import, g_str_equal (kind_name, "seats") ? REMIT_CSV_SEATS
                                                                        : REMIT_CSV_PEOPLE);
  for (guint i = 0; mappings != NULL && mappings[i] != NULL; i++)
    if (!remit_cli_csv_map (import, mappings[i], error))
      return NULL;
  if (plan_name != NULL && remit_csv_import_get_kind (import) != REMIT_CSV_SEATS)
    {
      refuse_usage (error, _ ("--plan is for seats; people belong to no plan"));
      return NULL;
    }
  if (!remit_cli_csv_check (import, error))
    return NULL;
  return g_steal_pointer (&import);
}

static void
print_result (RemitCsvImport *import,
              RemitMatrixImport *matrix,
              RemitImportResult *result)
{
  g_auto (GStrv) lines = remit_import_result_describe (result);

  if (import != NULL)
    remit_cli_csv_print (import);
  if (matrix != NULL)
    remit_cli_matrix_print (matrix);
  /* The notes may be many: what counts is last, where a terminal shows it. */
  for (guint i = 0; i < result->notes->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (result->notes, i));
  if (result->notes->len > 0)
    g_print ("\n");
  for (guint i = 0; lines[i] != NULL; i++)
    g_print ("%s\n", lines[i]);
  if (dry_run)
    g_print ("%s\n", _ ("This was a dry run: nothing was changed."));
}

static void
add_counts (JsonBuilder *builder,
            const char *name,
            const guint counts[REMIT_N_KINDS])
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (counts[kind] > 0)
      remit_cli_json_add_integer (builder, remit_entity_info_get_table (remit_entity_info (kind)),
                                  counts[kind]);
  json_builder_end_object (builder);
}

static void
print_json (RemitCsvImport *import,
            RemitMatrixImport *matrix,
            RemitImportResult *result)
{
  JsonBuilder *builder = remit_cli_json_new ();

  remit_cli_json_add_text (builder, "as", import != NULL   ? remit_cli_csv_get_kind (import)
                                          : matrix != NULL ? "raci"
                                                           : "plan");
  remit_cli_json_add_boolean (builder, "dry_run", dry_run);
  remit_cli_json_add_id (builder, "plan", dry_run && plan_name == NULL ? 0 : result->plan);
  if (import != NULL)
    remit_cli_csv_add (builder, import);
  if (matrix != NULL)
    remit_cli_matrix_add (builder, matrix);
  add_counts (builder, "added", result->added);
  add_counts (builder, "changed", result->changed);
  add_counts (builder, "removed", result->removed);
  add_counts (builder, "same", result->same);

  remit_cli_json_add_integer (builder, "n_notes", result->n_notes);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->notes->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (result->notes, i));
  json_builder_end_array (builder);
  remit_cli_json_print (builder);
}

static RemitImportResult *
read_file (RemitCli *cli,
           RemitCsvImport *import,
           const char *path,
           GError **error)
{
  g_auto (RemitCliProgress) progress = { NULL };
  RemitImportOptions options = { .dry_run = dry_run };
  RemitStore *store = remit_cli_get_store (cli, error);

  if (store == NULL)
    return NULL;
  if (plan_name != NULL && (options.plan = remit_cli_find_plan (store, plan_name, error)) == 0)
    return NULL;

  remit_cli_progress_init (&progress, _ ("Importing"));
  options.cancellable = progress.cancellable;
  options.progress = remit_cli_progress_step;
  options.progress_data = &progress;
  return import != NULL ? remit_csv_import_run (import, store, &options, error)
                        : remit_plan_read (store, path, &options, error);
}

static RemitMatrixImport *
open_matrix (RemitStore *store,
             const char *path,
             GError **error)
{
  gint64 plan = remit_cli_find_plan (store, plan_name, error);
  g_autoptr (RemitMatrixImport) matrix = NULL;

  if (plan == 0)
    return NULL;
  matrix = remit_matrix_import_open (store, plan, path, error);
  for (guint i = 0; matrix != NULL && mappings != NULL && mappings[i] != NULL; i++)
    if (!remit_cli_matrix_map (matrix, mappings[i], error))
      return NULL;
  return g_steal_pointer (&matrix);
}

static gboolean
import_matrix (RemitCli *cli,
               const char *path,
               GError **error)
{
  g_auto (RemitCliProgress) progress = { NULL };
  RemitImportOptions options = { .dry_run = dry_run };
  g_autoptr (RemitMatrixImport) matrix = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  RemitStore *store;

  if (plan_name == NULL)
    return refuse_usage (error, _ ("Decision rights go into a plan: name it with --plan"));
  store = remit_cli_get_store (cli, error);
  if (store == NULL || (matrix = open_matrix (store, path, error)) == NULL)
    return FALSE;
  remit_cli_progress_init (&progress, _ ("Importing"));
  options.cancellable = progress.cancellable;
  options.progress = remit_cli_progress_step;
  options.progress_data = &progress;
  result = remit_matrix_import_run (matrix, store, &options, error);
  if (result == NULL)
    return FALSE;
  if (cli->json)
    print_json (NULL, matrix, result);
  else
    print_result (NULL, matrix, result);
  return TRUE;
}

static gboolean
run_import (RemitCli *cli,
            char **arguments,
            GError **error)
{
  g_autoptr (RemitCsvImport) import = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  const char *path = arguments[0];

  if (!check_kind (error))
    return FALSE;
  if (is_matrix ())
    return import_matrix (cli, path, error);
  if (is_plan (path) && (mappings != NULL || plan_name != NULL))
    return refuse_usage (error, _ ("--map and --plan are for CSV files; a plan in XML says itself "
                                   "what is what"));
  if (!is_plan (path) && (import = open_csv (path, error)) == NULL)
    return FALSE;

  result = read_file (cli, import, path, error);
  if (result == NULL)
    return FALSE;
  if (cli->json)
    print_json (import, NULL, result);
  else
    print_result (import, NULL, result);
  return TRUE;
}

const RemitCliVerb remit_cli_import_verbs[] = {
  { "import", N_ ("FILE"), 1, REMIT_CLI_CREATES | REMIT_CLI_TAKES_FILE,
    N_ ("Take in a plan (XML), people, seats or decision rights (CSV)"),
    N_ ("What is there already is changed to what the file says; importing the same file\n"
        "twice changes nothing the second time. A file that is refused changes nothing.\n\n"
        "The columns of a CSV file are guessed from their headers, and listed with the\n"
        "fields that they fill; --dry-run shows them beforehand.\n\n"
        "Decision rights (--as raci --plan PLAN) have a row for each decision and a column for\n"
        "each slot, role or person, with letters such as R/A. --map “Fraud: ML engineer=ML”\n"
        "says whose the column “ML” is.\n\n"
        "JSON: as (plan, people, seats or raci), dry_run, plan, for CSV encoding, separator and\n"
        "columns (objects with header and fields), added, changed, removed, same (objects\n"
        "with a number for each kind), n_notes, notes (what was left out or made up, and\n"
        "why)."),
    import_options, run_import },
  { NULL }
};
