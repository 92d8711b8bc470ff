/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that takes in plans, people and seats from files. */
#define G_LOG_DOMAIN "remit-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "exchange/remit-csv-import.h"
#include "exchange/remit-plan-reader.h"
#include "remit-cli-find.h"
#include "remit-cli-json.h"
#include "remit-cli-progress.h"
#include "remit-cli-table.h"
#include "remit-cli.h"

static char *plan_name;
static char *kind_name;
static char **mappings;
static gboolean dry_run;

static const GOptionEntry import_options[] = {
  { "as", 0, 0, G_OPTION_ARG_STRING, &kind_name,
    N_ ("What the file holds, if the guess is wrong: plan, people or seats"), N_ ("KIND") },
  { "plan", 'p', 0, G_OPTION_ARG_STRING, &plan_name,
    N_ ("The plan that seats go into, instead of a new one"), N_ ("PLAN") },
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
      || g_str_equal (kind_name, "seats"))
    return TRUE;
  return refuse_usage (error, _ ("--as has to be plan, people or seats"));
}

static gboolean
is_plan (const char *path)
{
  return kind_name != NULL ? g_str_equal (kind_name, "plan") : looks_like_xml (path);
}

static gboolean
find_target (RemitCsvImport *import,
             const char *name,
             GError **error)
{
  const RemitCsvTarget *targets = remit_csv_get_targets (remit_csv_import_get_kind (import));
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; targets[i].name != NULL; i++)
    {
      if (g_str_equal (targets[i].name, name))
        return TRUE;
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", targets[i].name);
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               /* Translators: a word, and a list of words */
               _ ("There is no field “%s”. The fields are: %s"), name, list->str);
  return FALSE;
}

/* Returns: the column with the header, letter case apart if need be; -1 when there is none */
static int
find_column (RemitCsvImport *import,
             const char *header,
             GError **error)
{
  const char *const *headers = remit_csv_import_get_headers (import);
  g_autofree char *wanted = g_utf8_casefold (header, -1);
  g_autofree char *list = NULL;

  for (int i = 0; headers[i] != NULL; i++)
    if (g_str_equal (headers[i], header))
      return i;
  for (int i = 0; headers[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (headers[i], -1);

      if (g_str_equal (folded, wanted))
        return i;
    }

  list = g_strjoinv (", ", (GStrv) headers);
  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED,
               /* Translators: a word, and a list of words */
               _ ("The file has no column “%s”. Its columns are: %s"), header, list);
  return -1;
}

/* "FIELD=HEADER", or "FIELD=" for a field that no column fills */
static gboolean
apply_mapping (RemitCsvImport *import,
               const char *mapping,
               GError **error)
{
  const char *equals = strchr (mapping, '=');
  g_autofree char *target = NULL;
  int column = -1;

  if (equals == NULL)
    return refuse_usage (error, _ ("--map has to be FIELD=HEADER"));

  target = g_strndup (mapping, (gsize) (equals - mapping));
  if (!find_target (import, target, error))
    return FALSE;
  if (equals[1] != '\0' && (column = find_column (import, equals + 1, error)) < 0)
    return FALSE;
  return remit_csv_import_set_mapping (import, target, column, error);
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
    if (!apply_mapping (import, mappings[i], error))
      return NULL;
  if (plan_name != NULL && remit_csv_import_get_kind (import) != REMIT_CSV_SEATS)
    {
      refuse_usage (error, _ ("--plan is for seats; people belong to no plan"));
      return NULL;
    }
  return g_steal_pointer (&import);
}

static const char *
get_kind_name (RemitCsvImport *import)
{
  if (import == NULL)
    return "plan";
  return remit_csv_import_get_kind (import) == REMIT_CSV_SEATS ? "seats" : "people";
}

/* Returns: the name of the field that the column fills, or %NULL */
static const char *
find_filled (RemitCsvImport *import,
             int column)
{
  const RemitCsvTarget *targets = remit_csv_get_targets (remit_csv_import_get_kind (import));

  for (guint i = 0; targets[i].name != NULL; i++)
    if (remit_csv_import_get_mapping (import, targets[i].name) == column)
      return targets[i].name;
  return NULL;
}

static void
print_mapping (RemitCsvImport *import)
{
  const char *const *headers = remit_csv_import_get_headers (import);
  char separator[2] = { remit_csv_import_get_separator (import), '\0' };
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Column"), _ ("Field"), NULL);

  for (int i = 0; headers[i] != NULL; i++)
    {
      const char *filled = find_filled (import, i);

      remit_cli_table_add (table, headers[i]);
      remit_cli_table_add (table, filled != NULL ? filled : _ ("(left out)"));
    }

  /* Translators: a kind (people, seats), an encoding, a separator */
  g_print (_ ("Read as %s, in %s, separated by %s\n"), get_kind_name (import),
           remit_csv_import_get_encoding (import),
           *separator == '\t' ? _ ("tabs") : separator);
  remit_cli_table_print (table);
  g_print ("\n");
}

static void
print_result (RemitCsvImport *import,
              RemitImportResult *result)
{
  g_auto (GStrv) lines = remit_import_result_describe (result);

  if (import != NULL)
    print_mapping (import);
  for (guint i = 0; lines[i] != NULL; i++)
    g_print ("%s\n", lines[i]);
  for (guint i = 0; i < result->notes->len; i++)
    g_print ("%s%s\n", i == 0 ? "\n" : "", (const char *) g_ptr_array_index (result->notes, i));
  if (dry_run)
    g_print ("\n%s\n", _ ("This was a dry run: nothing was changed."));
}

static void
add_mapping (JsonBuilder *builder,
             RemitCsvImport *import)
{
  const char *const *headers = remit_csv_import_get_headers (import);
  char separator[2] = { remit_csv_import_get_separator (import), '\0' };

  remit_cli_json_add_text (builder, "encoding", remit_csv_import_get_encoding (import));
  remit_cli_json_add_text (builder, "separator", separator);
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (int i = 0; headers[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      remit_cli_json_add_text (builder, "header", headers[i]);
      remit_cli_json_add_text (builder, "field", find_filled (import, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
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
            RemitImportResult *result)
{
  JsonBuilder *builder = remit_cli_json_new ();

  remit_cli_json_add_text (builder, "as", get_kind_name (import));
  remit_cli_json_add_boolean (builder, "dry_run", dry_run);
  remit_cli_json_add_id (builder, "plan", dry_run && plan_name == NULL ? 0 : result->plan);
  if (import != NULL)
    add_mapping (builder, import);
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
  if (is_plan (path) && (mappings != NULL || plan_name != NULL))
    return refuse_usage (error, _ ("--map and --plan are for CSV files; a plan in XML says itself "
                                   "what is what"));
  if (!is_plan (path) && (import = open_csv (path, error)) == NULL)
    return FALSE;

  result = read_file (cli, import, path, error);
  if (result == NULL)
    return FALSE;
  if (cli->json)
    print_json (import, result);
  else
    print_result (import, result);
  return TRUE;
}

const RemitCliVerb remit_cli_import_verbs[] = {
  { "import", N_ ("FILE"), 1, REMIT_CLI_CREATES | REMIT_CLI_TAKES_FILE,
    N_ ("Take in a plan (XML), people or seats (CSV)"),
    N_ ("What is there already is changed to what the file says; importing the same file twice "
        "changes nothing the second time. A file that is refused changes nothing.\n\n"
        "Fields of people: name, email, … and of seats: team, role, person, …; a wrong --map "
        "lists them.\n\n"
        "JSON: as (plan, people or seats), dry_run, plan, for CSV encoding, separator and columns "
        "(objects with header and field), added, changed, removed, same (objects with a number "
        "for each kind), n_notes, notes (what was left out or made up, and why)."),
    import_options, run_import },
  { NULL }
};
