/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a CSV file on the command line: which field each fills, and to say so. */
#define G_LOG_DOMAIN "remit-cli"

#include "config.h"

#include "remit-cli-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

static gboolean
check_field (RemitCsvImport *import,
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

static char *
dup_headers (RemitCsvImport *import)
{
  return g_strjoinv (", ", (GStrv) remit_csv_import_get_headers (import));
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

  list = dup_headers (import);
  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED,
               /* Translators: a word, and a list of words */
               _ ("The file has no column “%s”. Its columns are: %s"), header, list);
  return -1;
}

gboolean
remit_cli_csv_map (RemitCsvImport *import,
                   const char *mapping,
                   GError **error)
{
  const char *equals = strchr (mapping, '=');
  g_autofree char *target = NULL;
  int column = -1;

  if (equals == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("--map has to be FIELD=HEADER"));
      return FALSE;
    }

  target = g_strndup (mapping, (gsize) (equals - mapping));
  if (!check_field (import, target, error))
    return FALSE;
  if (equals[1] != '\0' && (column = find_column (import, equals + 1, error)) < 0)
    return FALSE;
  return remit_csv_import_set_mapping (import, target, column, error);
}

gboolean
remit_cli_csv_check (RemitCsvImport *import,
                     GError **error)
{
  const RemitCsvTarget *missing = remit_csv_import_find_missing (import);
  g_autofree char *list = NULL;

  if (missing == NULL)
    return TRUE;
  list = dup_headers (import);
  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED,
               /* Translators: the name of a field, twice, and a list of words */
               _ ("No column fills the field “%1$s”. Name the one that does: --map %1$s=HEADER. "
                  "The columns are: %2$s"),
               missing->name, list);
  return FALSE;
}

const char *
remit_cli_csv_get_kind (RemitCsvImport *import)
{
  return remit_csv_import_get_kind (import) == REMIT_CSV_SEATS ? "seats" : "people";
}

/* Returns: (transfer full): the names of the fields that the column fills, mostly one */
static GStrv
find_filled (RemitCsvImport *import,
             int column)
{
  const RemitCsvTarget *targets = remit_csv_get_targets (remit_csv_import_get_kind (import));
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; targets[i].name != NULL; i++)
    if (remit_csv_import_get_mapping (import, targets[i].name) == column)
      g_strv_builder_add (names, targets[i].name);
  return g_strv_builder_end (names);
}

void
remit_cli_csv_print (RemitCsvImport *import)
{
  const char *const *headers = remit_csv_import_get_headers (import);
  char separator[2] = { remit_csv_import_get_separator (import), '\0' };
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Column"), _ ("Field"), NULL);

  for (int i = 0; headers[i] != NULL; i++)
    {
      g_auto (GStrv) filled = find_filled (import, i);
      g_autofree char *list = g_strjoinv (", ", filled);

      remit_cli_table_add (table, headers[i]);
      remit_cli_table_add (table, *list != '\0' ? list : _ ("(left out)"));
    }

  /* Translators: a kind (people, seats), an encoding, a separator */
  g_print (_ ("Read as %s, in %s, separated by %s\n\n"), remit_cli_csv_get_kind (import),
           remit_csv_import_get_encoding (import),
           *separator == '\t' ? _ ("tabs") : separator);
  remit_cli_table_print (table);
  g_print ("\n");
}

void
remit_cli_csv_add (JsonBuilder *builder,
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
      g_auto (GStrv) filled = find_filled (import, i);

      json_builder_begin_object (builder);
      remit_cli_json_add_text (builder, "header", headers[i]);
      json_builder_set_member_name (builder, "fields");
      json_builder_begin_array (builder);
      for (guint j = 0; filled[j] != NULL; j++)
        json_builder_add_string_value (builder, filled[j]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}
