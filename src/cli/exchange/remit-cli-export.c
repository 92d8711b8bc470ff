/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that writes a plan to a file. */
#define G_LOG_DOMAIN "remit-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "exchange/matrix/remit-matrix-writer.h"
#include "exchange/plan/remit-plan-writer.h"
#include "remit-cli.h"
#include "support/remit-cli-find.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-progress.h"

static char *format;
static char *audience;
static char *output;

static const GOptionEntry export_options[] = {
  { "format", 'f', 0, G_OPTION_ARG_STRING, &format,
    N_ ("The format of the file: xml, or csv for its decision rights"), N_ ("FORMAT") },
  { "audience", 'a', 0, G_OPTION_ARG_STRING, &audience, N_ ("Who will read it: full, stakeholder"),
    N_ ("AUDIENCE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("The file to write, instead of standard output"), N_ ("FILE") },
  { NULL }
};

static gboolean
check_options (RemitCli *cli,
               GError **error)
{
  if (format != NULL && !g_str_equal (format, "xml") && !g_str_equal (format, "csv"))
    return remit_cli_refuse_option ("--format", format, "xml, csv", error);
  if (audience != NULL && !g_str_equal (audience, "full")
      && !g_str_equal (audience, "stakeholder"))
    return remit_cli_refuse_option ("--audience", audience, "full, stakeholder", error);
  if (!cli->json || output != NULL)
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                       _ ("With --json the plan needs a file of its own: --output FILE"));
  return FALSE;
}

static void
show_result (RemitCli *cli,
             gint64 plan)
{
  g_autofree char *name = g_filename_display_name (output);
  JsonBuilder *builder;

  if (!cli->json)
    {
      g_print (_ ("Wrote %s\n"), name);
      return;
    }
  builder = remit_cli_json_new ();
  remit_cli_json_add_id (builder, "plan", plan);
  remit_cli_json_add_text (builder, "format", format != NULL ? format : "xml");
  remit_cli_json_add_text (builder, "audience", audience != NULL ? audience : "full");
  remit_cli_json_add_text (builder, "file", name);
  remit_cli_json_print (builder);
}

static RemitAudience
get_audience (void)
{
  return g_strcmp0 (audience, "stakeholder") == 0 ? REMIT_AUDIENCE_STAKEHOLDER
                                                  : REMIT_AUDIENCE_FULL;
}

static gboolean
write_file (RemitStore *store,
            gint64 plan,
            RemitCliProgress *progress,
            GError **error)
{
  const char *path = output != NULL ? output : "-";

  if (format != NULL && g_str_equal (format, "csv"))
    return remit_matrix_write_csv (store, plan, path, progress->cancellable, error);
  return remit_plan_write (store, plan, get_audience (), path, progress->cancellable,
                           remit_cli_progress_step, progress, error);
}

static gboolean
run_export (RemitCli *cli,
            char **arguments,
            GError **error)
{
  g_auto (RemitCliProgress) progress = { NULL };
  RemitStore *store;
  gint64 plan;

  if (!check_options (cli, error) || (store = remit_cli_get_store (cli, error)) == NULL)
    return FALSE;
  plan = remit_cli_find_plan (store, arguments[0], error);
  if (plan == 0)
    return FALSE;

  remit_cli_progress_init (&progress, _ ("Exporting"));
  if (!write_file (store, plan, &progress, error))
    return FALSE;

  remit_cli_progress_clear (&progress);
  if (output != NULL)
    show_result (cli, plan);
  return TRUE;
}

const RemitCliVerb remit_cli_export_verbs[] = {
  { "export", N_ ("PLAN"), 1, REMIT_CLI_NO_FLAGS, N_ ("Write a plan to a file"),
    N_ ("The file is XML that plan.xsd describes; with --format csv it is a table of the plan’s\n"
        "decision rights, which import --as raci takes in again. A file that is there already is\n"
        "replaced when all is written.\n\n"
        "JSON, with --output: plan, format, audience, file."),
    export_options, run_export },
  { NULL }
};
