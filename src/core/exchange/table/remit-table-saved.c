/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the columns of a table are taken, to be kept for the next file from the same system. */
#include "remit-table-saved.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/remit-output.h"
#include "exchange/table/value/remit-table-way.h"
#include "model/remit-file.h"
#include "model/remit-text.h"
#include "remit-table-mapping.h"
#include "remit-table-private.h"

#define FILE_GROUP "Table"
#define COLUMNS "Columns"
#define READ_AS "Read As"
#define BY_MONTH "by-month"

/* More than that nobody has written by hand, nor we. */
#define MAX_LENGTH (256 * 1024)

static const char *const kinds[] = { "people", "seats", NULL };

/* ── Writing ──────────────────────────────────────────────────────────────────────────────── */

/* A header that another column has, too, is told by its place; so is one that says nothing. */
static char *
dup_header (RemitTableImport *import,
            int column)
{
  const char *header = import->file->headers[column];

  if (*header != '\0' && remit_csv_file_find_column (import->file, header) == column)
    return g_strdup (header);
  return g_strdup_printf ("#%d", column + 1);
}

static void
set_column (GKeyFile *keys,
            RemitTableImport *import,
            guint target)
{
  const char *name = remit_table_get_targets (import->kind)[target].name;
  g_autofree char *header = dup_header (import, import->columns[target]);

  g_key_file_set_string (keys, COLUMNS, name, header);
}

static void
set_target (GKeyFile *keys,
            RemitTableImport *import,
            guint target)
{
  const char *name = remit_table_get_targets (import->kind)[target].name;
  RemitTableMeasure measure;
  int way;

  if (import->columns[target] < 0)
    return;
  /* the next file has other months */
  if (remit_table_import_get_period (import, (guint) import->columns[target]) != NULL)
    g_key_file_set_boolean (keys, FILE_GROUP, BY_MONTH, TRUE);
  else
    set_column (keys, import, target);
  if (!remit_table_import_get_measure (import, target, &measure)
      || !remit_table_tally_has_question (&import->tallies[target], measure)
      || remit_table_import_is_unsure (import, target))
    return;
  way = remit_table_reading_get_way (&import->readings[target], measure);
  if (way >= 0)
    g_key_file_set_string (keys, READ_AS, name, remit_table_measure_get_ways (measure)[way]);
}

char *
remit_table_saved_dup_text (RemitTableImport *import)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  g_return_val_if_fail (import != NULL, NULL);

  g_key_file_set_string (keys, FILE_GROUP, "kind", kinds[import->kind]);
  for (guint i = 0; remit_table_get_targets (import->kind)[i].name != NULL; i++)
    set_target (keys, import, i);
  return g_key_file_to_data (keys, NULL, NULL);
}

/* ── Reading ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
apply_kind (RemitTableImport *import,
            GKeyFile *keys,
            GError **error)
{
  g_autofree char *kind = g_key_file_get_string (keys, FILE_GROUP, "kind", NULL);

  for (guint i = 0; kind != NULL && kinds[i] != NULL; i++)
    if (g_str_equal (kinds[i], kind))
      {
        remit_table_import_set_kind (import, (RemitTableKind) i);
        return TRUE;
      }
  return remit_exchange_refuse (error,
                                _ ("A mapping needs “kind=people” or “kind=seats” under "
                                   "“[Table]”"));
}

static gboolean
apply_column (RemitTableImport *import,
              const char *target,
              const char *header,
              GError **error)
{
  int column = remit_csv_file_find_column (import->file, header);
  g_autofree char *list = NULL;

  if (column >= 0)
    return remit_table_import_set_mapping (import, target, column, error);
  list = g_strjoinv (", ", (GStrv) import->file->headers);
  return remit_exchange_refuse (
    error,
    /* Translators: a header, the name of a field, a list of headers */
    _ ("The file has no column “%s”, which the mapping uses for “%s”. Columns of the file: %.300s"),
    header, target, list);
}

/* What is left out is left out, however it is called. */
static void
clear_columns (RemitTableImport *import)
{
  for (guint i = 0; remit_table_get_targets (import->kind)[i].name != NULL; i++)
    import->columns[i] = -1;
}

static gboolean
apply_group (RemitTableImport *import,
             GKeyFile *keys,
             const char *group,
             gboolean (*apply) (RemitTableImport *, const char *, const char *, GError **),
             GError **error)
{
  g_auto (GStrv) names = g_key_file_get_keys (keys, group, NULL, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_string (keys, group, names[i], error);

      if (value == NULL || !apply (import, names[i], value, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
remit_table_saved_apply (RemitTableImport *import,
                         const char *text,
                         GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (import != NULL && text != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL)
      || !g_key_file_load_from_data (keys, text, strlen (text), G_KEY_FILE_NONE, &failure))
    return remit_exchange_refuse (error, _ ("Invalid mapping: %s"),
                                  failure != NULL ? failure->message : _ ("not UTF-8"));
  if (!apply_kind (import, keys, error))
    return FALSE;
  clear_columns (import);
  if (!apply_group (import, keys, COLUMNS, apply_column, error))
    return FALSE;
  if (g_key_file_get_boolean (keys, FILE_GROUP, BY_MONTH, NULL))
    remit_table_import_set_by_month (import);
  return apply_group (import, keys, READ_AS, remit_table_import_choose, error);
}

/* ── What it is kept by ───────────────────────────────────────────────────────────────────── */

static int
compare_headers (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
remit_table_saved_dup_key (RemitTableImport *import)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (import != NULL, NULL);

  for (guint i = 0; i < import->file->n_columns; i++)
    if (*import->file->headers[i] != '\0')
      g_ptr_array_add (headers, remit_text_fold (import->file->headers[i]));
  if (headers->len == 0)
    return g_strdup ("");
  g_ptr_array_sort (headers, compare_headers);
  for (guint i = 0; i < headers->len; i++)
    g_checksum_update (sum, headers->pdata[i], (gssize) strlen (headers->pdata[i]) + 1);
  return g_strdup (g_checksum_get_string (sum));
}

/* ── Files ────────────────────────────────────────────────────────────────────────────────── */

gboolean
remit_table_saved_write (RemitTableImport *import,
                         const char *path,
                         GError **error)
{
  g_autofree char *text = NULL;
  RemitOutput *output;

  g_return_val_if_fail (import != NULL && path != NULL, FALSE);

  text = remit_table_saved_dup_text (import);
  output = remit_output_open (path, NULL, error);
  return output != NULL
         && remit_output_close (output, remit_output_write (output, text, strlen (text)), error);
}

gboolean
remit_table_saved_read (RemitTableImport *import,
                        const char *path,
                        GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (import != NULL && path != NULL, FALSE);

  text = remit_file_load (path, MAX_LENGTH, &length, &failure);
  if (text == NULL)
    {
      g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE,
                   _ ("Cannot read “%s”: %s"), path, failure->message);
      return FALSE;
    }
  if (length == MAX_LENGTH || strlen (text) != length)
    return remit_exchange_refuse (error, _ ("“%s” is not a mapping"), path);
  return remit_table_saved_apply (import, text, error);
}
