/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that takes in plans, people and seats from files. */
#define G_LOG_DOMAIN "remit-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "exchange/remit-plan-reader.h"
#include "remit-cli-json.h"
#include "remit-cli-progress.h"
#include "remit-cli.h"

static gboolean dry_run;

static const GOptionEntry import_options[] = {
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run,
    N_ ("Say what would be done, and change nothing"), NULL },
  { NULL }
};

static void
print_result (RemitImportResult *result)
{
  g_auto (GStrv) lines = remit_import_result_describe (result);

  for (guint i = 0; lines[i] != NULL; i++)
    g_print ("%s\n", lines[i]);
  for (guint i = 0; i < result->notes->len; i++)
    g_print ("%s%s\n", i == 0 ? "\n" : "", (const char *) g_ptr_array_index (result->notes, i));
  if (dry_run)
    g_print ("\n%s\n", _ ("This was a dry run: nothing was changed."));
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
print_json (RemitImportResult *result)
{
  JsonBuilder *builder = remit_cli_json_new ();

  remit_cli_json_add_text (builder, "as", "plan");
  remit_cli_json_add_boolean (builder, "dry_run", dry_run);
  remit_cli_json_add_id (builder, "plan", dry_run ? 0 : result->plan);
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

static gboolean
run_import (RemitCli *cli,
            char **arguments,
            GError **error)
{
  g_auto (RemitCliProgress) progress = { NULL };
  g_autoptr (RemitImportResult) result = NULL;
  RemitImportOptions options = { .dry_run = dry_run };
  RemitStore *store = remit_cli_get_store (cli, error);

  if (store == NULL)
    return FALSE;
  remit_cli_progress_init (&progress, _ ("Importing"));
  options.cancellable = progress.cancellable;
  options.progress = remit_cli_progress_step;
  options.progress_data = &progress;
  result = remit_plan_read (store, arguments[0], &options, error);
  if (result == NULL)
    return FALSE;

  remit_cli_progress_clear (&progress);
  if (cli->json)
    print_json (result);
  else
    print_result (result);
  return TRUE;
}

const RemitCliVerb remit_cli_import_verbs[] = {
  { "import", N_ ("FILE"), 1, REMIT_CLI_CREATES | REMIT_CLI_TAKES_FILE,
    N_ ("Take in a plan (XML)"),
    N_ ("What is there already is changed to what the file says; importing the same file\n"
        "twice changes nothing the second time. A file that is refused changes nothing.\n\n"
        "JSON: as (plan), dry_run, plan, added, changed, removed, same (objects with a\n"
        "number for each kind), n_notes, notes (what was left out or made up, and why)."),
    import_options, run_import },
  { NULL }
};
