/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a CSV file on the command line: lists and sets their mapping. */
#include "remit-cli-columns.h"

#include <glib/gi18n.h>
#include <string.h>

#include "remit-cli.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

/* ── Both ─────────────────────────────────────────────────────────────────────────────────── */

static gboolean
refuse_mapping (GError **error)
{
  return remit_cli_misuse (error, _ ("--map must be FIELD=HEADER"));
}

/* Returns: the column with the header, letter case apart if need be; -1 when there is none */
static int
find_column (const RemitCsvFile *file,
             const char *header,
             GError **error)
{
  int column = remit_csv_file_find_column (file, header);
  g_autofree char *list = NULL;

  if (column >= 0)
    return column;
  list = g_strjoinv (", ", (GStrv) file->headers);
  remit_exchange_refuse (error,
                         /* Translators: a word, and a list of words */
                         _ ("The file has no column “%s”. Columns: %s"), header, list);
  return -1;
}

static void
print_column (RemitCliTable *table,
              const char *header,
              const char *meaning)
{
  remit_cli_table_add (table, header);
  remit_cli_table_add (table, meaning != NULL && *meaning != '\0' ? meaning : _ ("(skipped)"));
}

/* ── People and slots ─────────────────────────────────────────────────────────────────────── */

static const char *const *
get_headers (RemitTableImport *import)
{
  return import->file->headers;
}

static gboolean
check_field (RemitTableImport *import,
             const char *name,
             GError **error)
{
  const RemitTableTarget *targets = remit_table_get_targets (import->kind);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; targets[i].name != NULL; i++)
    {
      if (g_str_equal (targets[i].name, name))
        return TRUE;
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", targets[i].name);
    }
  return remit_cli_misuse (error,
                           /* Translators: a word, and a list of words */
                           _ ("Unknown field “%s”. Fields: %s"), name, list->str);
}

gboolean
remit_cli_csv_map (RemitTableImport *import,
                   const char *mapping,
                   GError **error)
{
  const char *equals = strchr (mapping, '=');
  g_autofree char *target = NULL;
  int column = -1;

  if (equals == NULL)
    return refuse_mapping (error);
  target = g_strndup (mapping, (gsize) (equals - mapping));
  if (!check_field (import, target, error))
    return FALSE;
  if (equals[1] != '\0' && (column = find_column (import->file, equals + 1, error)) < 0)
    return FALSE;
  return remit_table_import_set_mapping (import, target, column, error);
}

gboolean
remit_cli_csv_choose_unit (RemitTableImport *import,
                           const char *choice,
                           GError **error)
{
  const char *equals = strchr (choice, '=');
  g_autofree char *target = NULL;
  int unit;

  if (equals == NULL)
    return remit_cli_misuse (error, _ ("--unit must be FIELD=UNIT"));
  target = g_strndup (choice, (gsize) (equals - choice));
  unit = remit_cli_find_word (remit_table_unit_nicks + 1, "--unit", equals + 1, error);
  return unit >= 0 && check_field (import, target, error)
         && remit_table_import_choose (import, target, remit_table_unit_nicks[unit + 1], error);
}

gboolean
remit_cli_csv_choose_order (RemitTableImport *import,
                            const char *first,
                            GError **error)
{
  static const char *const words[] = { "day", "month", NULL };
  int order = remit_cli_find_word (words, "--dates", first, error);

  if (order < 0)
    return FALSE;
  remit_table_import_choose_order (import, (RemitTableDayOrder) order);
  return TRUE;
}

gboolean
remit_cli_csv_check (RemitTableImport *import,
                     GError **error)
{
  const RemitTableTarget *missing = remit_table_import_find_missing (import);
  g_autofree char *list = NULL;

  if (missing == NULL)
    return TRUE;
  list = g_strjoinv (", ", (GStrv) get_headers (import));
  return remit_exchange_refuse (error,
                                /* Translators: the name of a field, twice, and a list of words */
                                _ ("No column for the field “%1$s”. Choose one with --map "
                                   "%1$s=HEADER. The first line must name the columns; it has: "
                                   "%2$s"),
                                missing->name,
                                list);
}

const char *
remit_cli_csv_get_kind (RemitTableImport *import)
{
  return import->kind == REMIT_TABLE_SEATS ? "seats" : "people";
}

/* Of months, all fill what the first one is mapped to. */
static gboolean
is_filled (RemitTableImport *import,
           const RemitTableTarget *target,
           int column)
{
  int mapped = remit_table_import_get_mapping (import, target->name);

  return mapped == column
         || (mapped >= 0 && remit_table_import_get_period (import, (guint) mapped) != NULL
             && remit_table_import_get_period (import, (guint) column) != NULL);
}

/* Returns: (transfer full): the names of the fields that the column fills, mostly one */
static GStrv
find_filled (RemitTableImport *import,
             int column)
{
  const RemitTableTarget *targets = remit_table_get_targets (import->kind);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; targets[i].name != NULL; i++)
    if (is_filled (import, &targets[i], column))
      g_strv_builder_add (names, targets[i].name);
  return g_strv_builder_end (names);
}

/* Returns: (transfer full): how the values of a column are read, where there are several ways */
static char *
dup_reading (RemitTableImport *import,
             int column)
{
  const RemitTableTarget *targets = remit_table_get_targets (import->kind);
  char *words = NULL;

  for (guint i = 0; targets[i].name != NULL && words == NULL; i++)
    if (is_filled (import, &targets[i], column))
      words = remit_table_import_dup_reading (import, i);
  return words != NULL ? words : g_strdup ("");
}

void
remit_cli_csv_print (RemitTableImport *import)
{
  const RemitCsvFile *file = import->file;
  const char separator[2] = { file->separator, '\0' };
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Column"), _ ("Field"), _ ("Read as"),
                                                         NULL);

  for (int i = 0; file->headers[i] != NULL; i++)
    {
      g_auto (GStrv) filled = find_filled (import, i);
      g_autofree char *list = g_strjoinv (", ", filled);
      g_autofree char *reading = dup_reading (import, i);

      print_column (table, file->headers[i], list);
      remit_cli_table_add (table, reading);
    }

  if (file->sheet >= 0)
    /* Translators: a kind (people, slots), and the name of a sheet */
    g_print (_ ("Read as %s, from the sheet “%s”\n\n"), remit_cli_csv_get_kind (import),
             file->sheets[file->sheet]);
  else
    /* Translators: a kind (people, slots), an encoding, a separator */
    g_print (_ ("Read as %s, in %s, separated by %s\n\n"), remit_cli_csv_get_kind (import),
             file->encoding, *separator == '\t' ? _ ("tabs") : separator);
  remit_cli_table_print (table);
  g_print ("\n");
}

void
remit_cli_csv_set (JsonObject *object,
                   RemitTableImport *import)
{
  const RemitCsvFile *file = import->file;
  const char separator[2] = { file->separator, '\0' };
  JsonArray *array;

  json_object_set_string_member (object, "encoding", file->encoding);
  json_object_set_string_member (object, "separator", separator);
  if (file->sheet >= 0)
    json_object_set_string_member (object, "sheet", file->sheets[file->sheet]);
  array = remit_cli_json_add_array (object, "columns");
  for (int i = 0; file->headers[i] != NULL; i++)
    {
      g_auto (GStrv) filled = find_filled (import, i);
      JsonObject *column = remit_cli_json_append (array);

      g_autofree char *reading = dup_reading (import, i);

      json_object_set_string_member (column, "header", file->headers[i]);
      remit_cli_json_set_texts (column, "fields", (const char *const *) filled);
      json_object_set_string_member (column, "read_as", reading);
    }
}

/* ── Decision rights ──────────────────────────────────────────────────────────────────────── */

/* What fields are called on the command line. */
static const char *
get_name (RemitMatrixField field)
{
  return remit_decision_info.fields[remit_matrix_fields[field].field].name;
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

/* "=HEADER" */
static gboolean
leave_out (RemitMatrixImport *import,
           const char *header,
           GError **error)
{
  int column = find_column (import->file, header, error);

  if (column >= 0)
    remit_matrix_import_set_column (import, (guint) column, REMIT_MATRIX_N_FIELDS, NULL);
  return column >= 0;
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

  if (equals == NULL || equals[1] == '\0')
    return refuse_mapping (error);
  if (equals == mapping)
    return leave_out (import, equals + 1, error);
  meaning = g_strndup (mapping, (gsize) (equals - mapping));
  field = find_field (meaning);
  if (field == REMIT_MATRIX_N_FIELDS)
    holder = remit_matrix_import_find_holder (import, meaning);
  if (field == REMIT_MATRIX_N_FIELDS && holder == NULL)
    return remit_cli_misuse (error,
                             _ ("“%s” is not a slot, role or person of the plan, or a field of a "
                                "decision. A slot can be given as “Team: Slot”"),
                             meaning);
  column = find_column (import->file, equals + 1, error);
  if (column < 0)
    return FALSE;
  remit_matrix_import_set_column (import, (guint) column, field, holder);
  return TRUE;
}

gboolean
remit_cli_matrix_choose_mark (RemitMatrixImport *import,
                              const char *letter,
                              GError **error)
{
  for (int i = 0; i < REMIT_N_LETTERS; i++)
    if (g_ascii_strcasecmp (remit_letter_choices[i].nick, letter) == 0)
      {
        import->mark = i;
        return TRUE;
      }
  return remit_cli_misuse (error, _ ("“%s” is not a letter of decision rights"), letter);
}

/* Returns: (nullable): what a column stands for */
static const char *
get_meaning (RemitMatrixImport *import,
             guint column)
{
  const RemitMatrixColumn *meaning = &import->columns[column];

  if (meaning->field < REMIT_MATRIX_N_FIELDS)
    return get_name (meaning->field);
  return meaning->holder != NULL ? meaning->holder->header : NULL;
}

void
remit_cli_matrix_print (RemitMatrixImport *import)
{
  const char *const *headers = import->file->headers;
  /* Translators: the columns of a list of columns, and what they stand for */
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Column"), _ ("Stands for"), NULL);

  for (guint i = 0; headers[i] != NULL; i++)
    print_column (table, headers[i], get_meaning (import, i));
  remit_cli_table_print (table);
  g_print ("\n");
}

void
remit_cli_matrix_set (JsonObject *object,
                      RemitMatrixImport *import)
{
  const char *const *headers = import->file->headers;
  JsonArray *array = remit_cli_json_add_array (object, "columns");

  for (guint i = 0; headers[i] != NULL; i++)
    {
      JsonObject *column = remit_cli_json_append (array);

      json_object_set_string_member (column, "header", headers[i]);
      json_object_set_string_member (column, "stands_for", get_meaning (import, i));
    }
}
