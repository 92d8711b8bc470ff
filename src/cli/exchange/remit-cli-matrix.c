/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a matrix's file on the command line: what each stands for, and to say so. */
#define G_LOG_DOMAIN "remit-cli"

#include "config.h"

#include "remit-cli-matrix.h"

#include <glib/gi18n.h>
#include <string.h>

#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

/* What fields are called on the command line. */
static const char *
get_name (RemitMatrixField field)
{
  return remit_decision_info.fields[remit_matrix_field_get_field (field)].name;
}

static RemitMatrixField
find_field (const char *name)
{
  RemitMatrixField field = 0;

  if (g_str_equal (name, "decision"))
    return REMIT_MATRIX_DECISION;
  while (field < REMIT_MATRIX_N_FIELDS && !g_str_equal (get_name (field), name))
    field++;
  return field;
}

static int
find_column (RemitMatrixImport *import,
             const char *header,
             GError **error)
{
  const char *const *headers = remit_matrix_import_get_headers (import);
  g_autofree char *wanted = g_utf8_casefold (header, -1);
  g_autofree char *list = NULL;

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

gboolean
remit_cli_matrix_map (RemitMatrixImport *import,
                      const char *mapping,
                      GError **error)
{
  const char *equals = strrchr (mapping, '=');
  g_autofree char *meaning = NULL;
  RemitMatrixField field;
  const RemitMatrixHolder *holder = NULL;
  int column;

  if (equals == NULL || equals == mapping || equals[1] == '\0')
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("--map has to be FIELD=HEADER"));
      return FALSE;
    }
  meaning = g_strndup (mapping, (gsize) (equals - mapping));
  field = find_field (meaning);
  if (field == REMIT_MATRIX_N_FIELDS)
    holder = remit_matrix_holders_find (remit_matrix_import_get_holders (import), meaning);
  if (field == REMIT_MATRIX_N_FIELDS && holder == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _ ("“%s” is no slot, role or person of the plan, and no field of a decision. A "
                      "slot can be named “Team: Slot”"), meaning);
      return FALSE;
    }
  column = find_column (import, equals + 1, error);
  if (column < 0)
    return FALSE;
  remit_matrix_import_set_column (import, (guint) column, field, holder);
  return TRUE;
}

/* Returns: (nullable): what a column stands for */
static const char *
get_meaning (RemitMatrixImport *import,
             guint column)
{
  const RemitMatrixColumn *meaning = remit_matrix_import_get_column (import, column);

  if (meaning->field < REMIT_MATRIX_N_FIELDS)
    return get_name (meaning->field);
  return meaning->holder != NULL ? meaning->holder->header : NULL;
}

void
remit_cli_matrix_print (RemitMatrixImport *import)
{
  const char *const *headers = remit_matrix_import_get_headers (import);
  g_autoptr (RemitCliTable) table = NULL;

  /* Translators: the columns of a list of columns, and what they stand for */
  table = remit_cli_table_new (_ ("Column"), _ ("Stands for"), NULL);
  for (guint i = 0; headers[i] != NULL; i++)
    {
      const char *meaning = get_meaning (import, i);

      remit_cli_table_add (table, headers[i]);
      remit_cli_table_add (table, meaning != NULL ? meaning : _ ("(left out)"));
    }
  remit_cli_table_print (table);
  g_print ("\n");
}

void
remit_cli_matrix_add (JsonBuilder *builder,
                      RemitMatrixImport *import)
{
  const char *const *headers = remit_matrix_import_get_headers (import);

  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; headers[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      remit_cli_json_add_text (builder, "header", headers[i]);
      remit_cli_json_add_text (builder, "stands_for", get_meaning (import, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}
