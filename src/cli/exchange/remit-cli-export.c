/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that writes a plan to a file, in one of the formats of remit-exporter.h. */
#include "remit-cli-export.h"

#include <glib/gi18n.h>

#include "entity/remit-cli-entity.h"
#include "exchange/remit-leaving.h"
#include "exchange/report/remit-report.h"
#include "remit-cli-signature.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-progress.h"
#include "support/remit-cli-table.h"

static char *format;
static char *audience;
static char *output;
static char **tables;
static char *stylesheet;
static char *paper;
static gboolean dry_run;

char *remit_cli_export_separator;
gboolean remit_cli_export_has_no_mark;
gboolean remit_cli_export_keys;

static const GOptionEntry export_options[] = {
  { "format", 'f', 0, G_OPTION_ARG_STRING, &format,
    N_ ("Format of the file, from the list below"), N_ ("FORMAT") },
  { "audience", 'a', 0, G_OPTION_ARG_STRING, &audience,
    N_ ("Audience of the file, from the list below"), N_ ("AUDIENCE") },
  { "table", 't', 0, G_OPTION_ARG_STRING_ARRAY, &tables,
    N_ ("For csv and xlsx: people, seats, rights, assignments, decisions, conflicts, skills, "
        "levels, skill-matrix or findings; more than one for xlsx"),
    N_ ("TABLE") },
  REMIT_CLI_EXPORT_CSV_OPTIONS,
  REMIT_CLI_EXPORT_KEYS_OPTION,
  { "stylesheet", 's', 0, G_OPTION_ARG_STRING, &stylesheet,
    N_ ("For html and pdf: name of a style sheet of your own; for xml: write it beside the file, "
        "for browsers"),
    N_ ("NAME") },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &paper,
    N_ ("For pdf: a4, letter, or local (as your locale has it)"), N_ ("PAPER") },
  REMIT_CLI_SIGN_OPTIONS,
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run,
    N_ ("Show what the audience is not given, and write nothing"), NULL },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("Output file, for madr a folder (default: standard output)"), N_ ("FILE") },
  { NULL }
};

/* An audience that is not there may be in a file that cannot be used. */
static void
refuse_audience (const char *known,
                 GError **error)
{
  const char *const *faults = remit_audience_list_faults ();
  g_autofree char *list = g_strjoinv ("\n", (GStrv) faults);

  remit_cli_refuse_option ("--audience", audience, known, error);
  if (*list != '\0')
    /* Translators: a list of files with what is wrong in them */
    g_prefix_error (error, _ ("Some audiences cannot be used:\n%s\n"), list);
}

/* Returns: the format asked for, which is for the audience asked for */
static const RemitExporter *
choose (RemitAudience *reader,
        GError **error)
{
  const RemitExporter *exporter =
    format != NULL || output == NULL ? remit_exporter_find (REMIT_EXPORT_PLAN, format)
                                     : remit_exporter_find_for_path (REMIT_EXPORT_PLAN, output);
  int found = audience != NULL ? remit_audience_find (audience) : REMIT_AUDIENCE_FULL;
  g_autofree char *known = exporter != NULL ? remit_exporter_dup_audiences (exporter)
                                            : remit_exporter_dup_names (REMIT_EXPORT_PLAN);

  if (exporter == NULL)
    remit_cli_refuse_option ("--format", format, known, error);
  else if (found < 0)
    refuse_audience (known, error);
  else if (!remit_exporter_knows (exporter, (RemitAudience) found))
    remit_cli_refuse_option ("--audience",
                             audience != NULL ? audience : remit_audience_nicks[0], known,
                             error);
  else
    {
      *reader = (RemitAudience) found;
      return exporter;
    }
  return NULL;
}

static gboolean
choose_tables (const RemitExporter *exporter,
               RemitExport *export,
               GError **error)
{
  guint n = tables != NULL ? g_strv_length (tables) : 0;

  if (n > 0 && exporter->tables == 0)
    return remit_cli_misuse (error, _ ("--table needs the format csv or xlsx"));
  if (n > 1 && exporter->is_single)
    return remit_cli_misuse (error, _ ("A CSV file has one table: give --table once"));
  for (guint i = 0; i < n; i++)
    {
      int table = remit_cli_find_word (remit_export_table_nicks, "--table", tables[i], error);

      if (table < 0)
        return FALSE;
      export->tables |= 1u << table;
    }
  return TRUE;
}

gboolean
remit_cli_export_choose_form (const RemitExporter *exporter,
                              RemitCsvForm *form,
                              GError **error)
{
  const char *separator = remit_cli_export_separator;
  int found = REMIT_CSV_COMMA;

  if ((separator != NULL || remit_cli_export_has_no_mark)
      && !g_str_equal (exporter->name, "csv"))
    return remit_cli_misuse (error, _ ("--separator and --no-bom need the format csv"));
  if (separator != NULL)
    found = remit_cli_find_word (remit_csv_separator_nicks, "--separator", separator, error);
  if (found < 0)
    return FALSE;
  *form = (RemitCsvForm){ (RemitCsvSeparator) found, remit_cli_export_has_no_mark };
  return TRUE;
}

gboolean
remit_cli_export_choose_keys (const RemitExporter *exporter,
                              RemitExport *export,
                              GError **error)
{
  gboolean has_keys = g_str_equal (exporter->name, "xlsx") || exporter->tables != 0;

  if (remit_cli_export_keys && !has_keys)
    return remit_cli_misuse (error, exporter->scope == REMIT_EXPORT_HISTORY
                                      ? _ ("--keys needs the format xlsx")
                                      : _ ("--keys needs the format csv or xlsx"));
  export->has_ids = remit_cli_export_keys;
  return TRUE;
}

static gboolean
choose_stylesheet (const RemitExporter *exporter,
                   RemitExport *export,
                   GError **error)
{
  gboolean is_xml = g_str_equal (exporter->name, "xml");

  if (stylesheet != NULL && !is_xml && !g_str_equal (exporter->name, "html")
      && !g_str_equal (exporter->name, "pdf"))
    return remit_cli_misuse (error, _ ("--stylesheet needs the format html, pdf or xml"));
  if (stylesheet != NULL && is_xml && output == NULL)
    return remit_cli_misuse (error, _ ("--stylesheet with xml needs a file: --output FILE"));
  export->stylesheet = stylesheet;
  return TRUE;
}

static gboolean
choose_paper (const RemitExporter *exporter,
              RemitExport *export,
              GError **error)
{
  int found = REMIT_PAPER_LOCAL;

  if (paper != NULL && !g_str_equal (exporter->name, "pdf"))
    return remit_cli_misuse (error, _ ("--paper needs the format pdf"));
  if (paper != NULL)
    found = remit_cli_find_word (remit_paper_size_nicks, "--paper", paper, error);
  if (found < 0)
    return FALSE;
  export->paper = (RemitPaperSize) found;
  return TRUE;
}

static void
show_result (RemitCli *cli,
             const RemitExporter *exporter,
             const RemitExport *export)
{
  g_autofree char *name = g_filename_display_name (output);
  JsonObject *object;

  if (!cli->json)
    {
      g_print (_ ("Wrote %s\n"), name);
      return;
    }
  object = json_object_new ();
  remit_cli_json_set_id (object, "plan", export->plan);
  json_object_set_string_member (object, "format", exporter->name);
  json_object_set_string_member (object, "audience", remit_audience_get_nick (export->audience));
  json_object_set_string_member (object, "file", name);
  remit_cli_json_print (object);
}

static gboolean
show_leaving (RemitCli *cli,
              const RemitExport *export,
              GError **error)
{
  g_autoptr (RemitLeaving) leaving = remit_leaving_find (cli->store, export->plan, export->audience,
                                                         export->cancellable, error);
  g_autofree char *text = NULL;

  if (leaving == NULL)
    return FALSE;
  text = remit_leaving_dup_text (leaving);
  g_print ("%s\n", *text != '\0' ? text : _ ("Nothing in this plan is removed."));
  return TRUE;
}

static gboolean
run_export (RemitCli *cli,
            char **arguments,
            GError **error)
{
  g_auto (RemitCliProgress) progress = { NULL };
  RemitExport export = { .progress = remit_cli_progress_step, .progress_data = &progress };
  const RemitExporter *exporter = choose (&export.audience, error);
  g_autoptr (RemitSigningKey) key = NULL;

  if (exporter == NULL || !choose_tables (exporter, &export, error)
      || !remit_cli_export_choose_form (exporter, &export.csv, error)
      || !remit_cli_export_choose_keys (exporter, &export, error)
      || !choose_stylesheet (exporter, &export, error)
      || !choose_paper (exporter, &export, error)
      || !remit_cli_signing_key_load (exporter, &key, error))
    return FALSE;
  if (cli->json && dry_run)
    return remit_cli_misuse (error, _ ("--json and --dry-run cannot be combined"));
  if (cli->json && output == NULL)
    return remit_cli_misuse (error,
                             _ ("--json needs a file for the plan: --output FILE"));
  export.plan = remit_cli_entity_find (cli, REMIT_KIND_PLAN, 0, arguments[0], error);
  if (export.plan == 0)
    return FALSE;

  export.store = cli->store;
  export.key = key;
  remit_cli_progress_init (&progress, _ ("Exporting"));
  export.cancellable = progress.cancellable;
  if (dry_run)
    return show_leaving (cli, &export, error);
  if (stylesheet != NULL && g_str_equal (exporter->name, "xml")
      && !remit_report_write_style (&export, output, error))
    return FALSE;
  if (!remit_exporter_write (exporter, &export, output != NULL ? output : "-", error))
    return FALSE;

  remit_cli_progress_clear (&progress);
  if (output != NULL)
    show_result (cli, exporter, &export);
  return TRUE;
}

char *
remit_cli_export_dup_formats (const RemitCliVerb *verb)
{
  /* Translators: heads of columns */
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Format"), _ ("Contents"),
                                                         _ ("Audiences"), NULL);
  const RemitExporter *const *exporters = remit_exporter_list ();

  for (guint i = 0; exporters[i] != NULL; i++)
    if (exporters[i]->scope == (RemitExportScope) verb->detail)
      {
        g_autofree char *audiences = remit_exporter_dup_audiences (exporters[i]);

        remit_cli_table_add (table, exporters[i]->name);
        remit_cli_table_add (table, _ (exporters[i]->label));
        remit_cli_table_add (table, audiences);
      }
  return remit_cli_table_dup_text (table);
}

const RemitCliVerb remit_cli_export_verbs[] = {
  { "export", N_ ("PLAN"), 1, REMIT_CLI_NO_FLAGS, N_ ("Export a plan to a file"),
    N_ ("XML files follow plan.xsd. With --format html, the file is a report that any browser\n"
        "opens. With --format csv, the file is a table of the plan’s decision rights, or the\n"
        "table given by --table, such as people or slots (seats); with --format xlsx, a workbook\n"
        "with a sheet for each. People, slots and decision rights can be imported again. Without\n"
        "--format, the file name extension of --output sets the format. An existing file is\n"
        "replaced when everything is written. With --format madr, --output is a folder for one\n"
        "Markdown file for each decision; a folder with other files is not written to.\n"
        "With --format pdf, the file is the report of html on pages.\n"
        "\n"
        "JSON, with --output: plan, format, audience, file."),
    export_options, run_export, remit_cli_export_dup_formats, REMIT_EXPORT_PLAN },
  { NULL }
};
