/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sheet of a workbook is read: the one that was asked for, or the one that looks right. */
#include "remit-sheet-choice.h"

#include <glib/gi18n-lib.h>

#include "exchange/matrix/remit-matrix-cell.h"
#include "exchange/skills/remit-skill-import.h"
#include "exchange/table/remit-table-mapping.h"
#include "model/remit-text.h"
#include "remit-workbook.h"

/* So many rows tell what is in a sheet; and a matrix is known as well as so many headers are. */
#define N_PEEKED 60
#define MATRIX_SCORE 3

/* ── Names ────────────────────────────────────────────────────────────────────────────────── */

static const RemitWorkbookSheet *
get_sheet (RemitWorkbook *book,
           guint index)
{
  return g_ptr_array_index (remit_workbook_get_sheets (book), index);
}

static GStrv
dup_names (RemitWorkbook *book)
{
  GPtrArray *sheets = remit_workbook_get_sheets (book);
  GStrv names = g_new0 (char *, sheets->len + 1);

  for (guint i = 0; i < sheets->len; i++)
    names[i] = g_strdup (get_sheet (book, i)->name);
  return names;
}

/* Returns: (transfer full): "1 “People”, 2 “Notes”" */
static char *
dup_list (RemitWorkbook *book)
{
  GPtrArray *sheets = remit_workbook_get_sheets (book);
  GString *list = g_string_new (NULL);
  char *valid;

  for (guint i = 0; i < sheets->len && list->len < 1000; i++)
    /* Translators: the number of a sheet, and its name, in a list; a name may be cut off */
    g_string_append_printf (list, _ ("%s%u “%.60s”"), i > 0 ? ", " : "", i + 1,
                            get_sheet (book, i)->name);
  valid = g_utf8_make_valid (list->str, (gssize) list->len);
  g_string_free (list, TRUE);
  return valid;
}

static gboolean
refuse (RemitWorkbook *book,
        const char *format,
        const char *sheet,
        GError **error)
{
  g_autofree char *list = dup_list (book);

  return remit_exchange_refuse (error, format, sheet, list);
}

/* Returns: how many sheets have the name, letter case and the like apart unless it is @exact */
static guint
find_name (RemitWorkbook *book,
           const char *name,
           gboolean exact,
           guint *index)
{
  GPtrArray *sheets = remit_workbook_get_sheets (book);
  g_autofree char *wanted = remit_text_fold (name);
  guint n = 0;

  for (guint i = 0; i < sheets->len; i++)
    {
      g_autofree char *folded = remit_text_fold (get_sheet (book, i)->name);

      if (exact ? !g_str_equal (get_sheet (book, i)->name, name) : !g_str_equal (folded, wanted))
        continue;
      if (n++ == 0)
        *index = i;
    }
  return n;
}

static gboolean
find_sheet (RemitWorkbook *book,
            const char *sheet,
            guint *index,
            GError **error)
{
  guint n_sheets = remit_workbook_get_sheets (book)->len;
  guint64 number;
  guint n = find_name (book, sheet, TRUE, index);

  if (n == 0 && g_ascii_string_to_unsigned (sheet, 10, 1, n_sheets, &number, NULL))
    {
      *index = (guint) number - 1;
      return TRUE;
    }
  if (n == 0)
    n = find_name (book, sheet, FALSE, index);
  if (n == 0)
    /* Translators: the name of a sheet, and a list of sheets */
    return refuse (book, _ ("The workbook has no sheet “%.80s”. Available sheets: %s"), sheet,
                   error);
  return n == 1
         || refuse (book, _ ("Several sheets are named “%.80s”. Choose one by its number: %s"),
                    sheet, error);
}

/* ── Sheets ───────────────────────────────────────────────────────────────────────────────── */

/* Returns: (nullable): the sheet, or its first rows; %NULL without an error when it is empty */
static RemitCsvFile *
open_sheet (RemitWorkbook *book,
            guint index,
            const char *name,
            guint max_rows,
            GError **error)
{
  g_autoptr (RemitSheetWriter) writer = remit_sheet_writer_new (error);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  RemitSheetReading reading = { writer, max_rows, remarks };
  RemitCsvFile *file;
  int fd;

  if (writer == NULL || !remit_workbook_read (book, index, &reading, error)
      || remit_sheet_writer_count_rows (writer) == 0
      || (fd = remit_sheet_writer_end (writer, error)) < 0)
    return NULL;
  file = remit_csv_file_open_rows (fd, name, remit_sheet_writer_count_columns (writer), error);
  if (file != NULL)
    {
      file->sheets = dup_names (book);
      file->sheet = (int) index;
      file->remarks = g_steal_pointer (&remarks);
    }
  return file;
}

static guint
count_known (RemitCsvFile *file)
{
  int columns[REMIT_TABLE_MAX_TARGETS];
  guint n_people = remit_table_mapping_guess (REMIT_TABLE_PEOPLE, file->headers, NULL, columns);
  guint n_seats = remit_table_mapping_guess (REMIT_TABLE_SEATS, file->headers, NULL, columns);

  return MAX (MAX (n_people, n_seats),
              remit_matrix_recognize (file) || remit_skill_recognize (file) ? MATRIX_SCORE : 0);
}

typedef struct {
  guint index;
  guint n_filled; /* sheets with something in them */
  guint n_known;  /* headers of the best one */
  guint n_best;
} Choice;

static gboolean
look_at_sheet (RemitWorkbook *book,
               guint index,
               const char *name,
               Choice *choice,
               GError **error)
{
  GError *local_error = NULL;
  g_autoptr (RemitCsvFile) file = open_sheet (book, index, name, N_PEEKED, &local_error);
  guint n_known;

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (file == NULL)
    return TRUE;
  n_known = count_known (file);
  if (choice->n_filled++ == 0 || n_known > choice->n_known)
    {
      choice->index = index;
      choice->n_known = n_known;
      choice->n_best = 0;
    }
  choice->n_best += n_known == choice->n_known;
  return TRUE;
}

static gboolean
check_choice (RemitWorkbook *book,
              const Choice *choice,
              GError **error)
{
  g_autofree char *list = NULL;

  if (choice->n_filled == 0)
    return remit_exchange_refuse (error, _ ("The workbook is empty"));
  if (choice->n_filled == 1 || (choice->n_best == 1 && choice->n_known > 0))
    return TRUE;
  list = dup_list (book);
  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_SHEET,
               _ ("The workbook has several sheets. Choose one of: %s"), list);
  return FALSE;
}

/* Sheets that are hidden are not looked for, unless there are no others. */
static gboolean
choose (RemitWorkbook *book,
        const char *name,
        guint *index,
        GError **error)
{
  GPtrArray *sheets = remit_workbook_get_sheets (book);
  Choice choice = { 0 };
  guint n_visible = 0;

  for (guint i = 0; i < sheets->len; i++)
    if (!get_sheet (book, i)->is_hidden)
      {
        n_visible++;
        choice.index = i;
      }
  if (n_visible != 1 && sheets->len > 1)
    for (guint i = 0; i < sheets->len; i++)
      if ((n_visible == 0 || !get_sheet (book, i)->is_hidden)
          && !look_at_sheet (book, i, name, &choice, error))
        return FALSE;
  *index = choice.index;
  return n_visible == 1 || sheets->len == 1 || check_choice (book, &choice, error);
}

static void
remark_choice (RemitWorkbook *book,
               RemitCsvFile *file)
{
  g_autofree char *list = NULL;

  if (remit_workbook_get_sheets (book)->len == 1)
    return;
  list = dup_list (book);
  g_ptr_array_insert (file->remarks, 0,
                      /* Translators: a sheet of a workbook, and a list of all */
                      g_strdup_printf (_ ("The sheet “%s” was read, out of: %s"),
                                       file->sheets[file->sheet], list));
}

RemitCsvFile *
remit_sheet_choice_open (int fd,
                         const char *name,
                         const char *sheet,
                         GError **error)
{
  g_autoptr (RemitWorkbook) book = remit_workbook_open (fd, error);
  RemitCsvFile *file;
  GError *local_error = NULL;
  guint index;

  if (book == NULL
      || !(sheet != NULL ? find_sheet (book, sheet, &index, error)
                         : choose (book, name, &index, error)))
    return NULL;
  file = open_sheet (book, index, name, 0, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else if (file == NULL)
    remit_exchange_refuse (error, _ ("The sheet “%.80s” is empty"),
                           get_sheet (book, index)->name);
  else if (sheet == NULL)
    remark_choice (book, file);
  return file;
}
