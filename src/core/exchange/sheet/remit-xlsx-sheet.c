/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of a sheet of .xlsx. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/remit-exchange.h"
#include "remit-workbook-private.h"

static const char *const namespaces[] = { REMIT_XLSX_NAMESPACES, NULL };

/* More merged cells than this nobody has made by hand. */
#define MAX_MERGED 1000000

/* What the type of a cell says of its value. */
typedef enum {
  CELL_NUMBER,
  CELL_TEXT,   /* itself */
  CELL_SHARED, /* the number of a text */
  CELL_BOOLEAN,
  CELL_ERROR,
  CELL_DAY, /* in ISO 8601 */
} CellType;

/* A cell that spans rows. */
typedef struct {
  guint column;
  guint row;
  guint last_row;
} Merged;

typedef struct {
  RemitWorkbook *book;
  RemitSheetReading *reading;
  RemitSheetFaults faults;

  guint row;
  gboolean row_is_hidden;
  guint n_rows; /* with those that have nothing in them, up to here */
  guint next_column;

  guint column;
  CellType type;
  guint style;
  gboolean has_formula;
  gboolean has_value;
  gboolean is_spoken;
  GString *text;

  GArray *merged;    /* found at the end of the sheet */
  GHashTable *spans; /* (nullable): the last row of each, by its first cell, once that is known */
} Sheet;

static void
sheet_clear (Sheet *self)
{
  remit_sheet_faults_clear (&self->faults);
  g_string_free (self->text, TRUE);
  g_array_unref (self->merged);
  g_clear_pointer (&self->spans, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

/* ── Places ───────────────────────────────────────────────────────────────────────────────── */

/* Returns: behind "AB12", or %NULL when there is none; both counted from 0 */
static const char *
read_place (const char *text,
            guint *column,
            guint *row)
{
  guint letters = 0;
  guint digits = 0;
  const char *p = text;

  *column = *row = 0;
  for (; g_ascii_isalpha (*p) && letters < 4; p++, letters++)
    *column = *column * 26 + (guint) (g_ascii_toupper (*p) - 'A') + 1;
  for (; g_ascii_isdigit (*p) && digits < 8; p++, digits++)
    *row = *row * 10 + (guint) (*p - '0');
  if (letters == 0 || letters > 3 || *column > REMIT_SHEET_MAX_COLUMNS || *row == 0
      || *row > REMIT_SHEET_MAX_ROWS)
    return NULL;
  --*column;
  --*row;
  return p;
}

static gpointer
get_key (guint column,
         guint row)
{
  return GSIZE_TO_POINTER ((gsize) row * REMIT_SHEET_MAX_COLUMNS + column);
}

static gboolean
refuse_place (guint row,
              GError **error)
{
  return remit_exchange_refuse (error, _ ("Row %u: the cells of the sheet are out of order, or "
                                          "beyond the last row or column"),
                                row + 1);
}

/* ── Values ───────────────────────────────────────────────────────────────────────────────── */

/* Returns: whether a number is written as nobody has to change it */
static gboolean
is_short (const char *number)
{
  gsize length;

  if (*number == '-')
    number++;
  length = strspn (number, "0123456789.");
  return length > 0 && length <= 15 && number[length] == '\0';
}

static void
use_number (Sheet *self)
{
  static const RemitNumberFormat plain = { .kind = REMIT_NUMBER_PLAIN };
  const RemitNumberFormat *format = self->style < self->book->formats->len
                                      ? &g_array_index (self->book->formats, RemitNumberFormat,
                                                        self->style)
                                      : &plain;
  char *end;
  double number;

  if (format->kind == REMIT_NUMBER_PLAIN && is_short (self->text->str))
    return;
  number = g_ascii_strtod (self->text->str, &end);
  if (end == self->text->str || *end != '\0')
    return;
  g_string_truncate (self->text, 0);
  remit_number_format_add (format, number, self->book->from_1904, self->text);
}

static gboolean
use_shared (Sheet *self,
            GError **error)
{
  guint64 number;
  g_autofree char *place = NULL;

  if (!remit_xlsx_load_strings (self->book, error))
    return FALSE;
  if (g_ascii_string_to_unsigned (self->text->str, 10, 0, G_MAXUINT32, &number, NULL)
      && number < self->book->offsets->len)
    {
      g_string_assign (self->text,
                       self->book->strings->str
                         + g_array_index (self->book->offsets, gsize, (guint) number));
      return TRUE;
    }
  place = remit_sheet_dup_place (self->column, self->row);
  return remit_exchange_refuse (error, _ ("Cell %s: the text is missing from the workbook, which "
                                          "is damaged. Save the workbook again."), place);
}

/* Midnight is the day alone. */
static void
use_day (Sheet *self)
{
  char *time = strchr (self->text->str, 'T');

  if (time != NULL && strspn (time, "T0:.Z") == strlen (time))
    g_string_truncate (self->text, (gsize) (time - self->text->str));
}

static gboolean
use_value (Sheet *self,
           GError **error)
{
  switch (self->type)
    {
    case CELL_SHARED:
      return use_shared (self, error);
    case CELL_BOOLEAN:
      g_string_assign (self->text, g_str_equal (self->text->str, "1") ? "TRUE" : "FALSE");
      return TRUE;
    case CELL_ERROR:
      remit_sheet_faults_add_error (&self->faults, self->column, self->row, self->text->str);
      g_string_truncate (self->text, 0);
      return TRUE;
    case CELL_DAY:
      use_day (self);
      return TRUE;
    case CELL_TEXT:
      remit_xlsx_unescape (self->text);
      return TRUE;
    case CELL_NUMBER:
    default:
      use_number (self);
      return TRUE;
    }
}

/* ── Cells ────────────────────────────────────────────────────────────────────────────────── */

static CellType
read_type (RemitSheetXml *xml)
{
  static const struct {
    const char *name;
    CellType type;
  } types[] = {
    { "s", CELL_SHARED },    { "str", CELL_TEXT }, { "inlineStr", CELL_TEXT },
    { "b", CELL_BOOLEAN }, { "e", CELL_ERROR },  { "d", CELL_DAY },
  };
  gsize length;
  const char *name = remit_sheet_xml_get (xml, -1, "t", &length);

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (types); i++)
    if (strlen (types[i].name) == length && memcmp (types[i].name, name, length) == 0)
      return types[i].type;
  return CELL_NUMBER;
}

static gboolean
begin_cell (Sheet *self,
            RemitSheetXml *xml,
            GError **error)
{
  gsize length;
  const char *place = remit_sheet_xml_get (xml, -1, "r", &length);
  guint row;

  self->column = self->next_column;
  if (place != NULL
      && (read_place (place, &self->column, &row) == NULL || row != self->row
          || self->column < self->next_column))
    return refuse_place (self->row, error);
  if (self->column >= REMIT_SHEET_MAX_COLUMNS)
    return refuse_place (self->row, error);
  self->next_column = self->column + 1;
  self->type = read_type (xml);
  self->style = (guint) remit_sheet_xml_get_number (xml, -1, "s", 0);
  self->has_formula = self->has_value = FALSE;
  g_string_truncate (self->text, 0);
  return TRUE;
}

static gboolean
end_cell (Sheet *self,
          GError **error)
{
  gpointer last_row;

  if (!self->has_value && self->has_formula)
    remit_sheet_faults_add_uncalculated (&self->faults, self->column, self->row);
  if (!self->has_value || self->text->len == 0)
    return TRUE;
  if (!use_value (self, error)
      || !remit_sheet_writer_add (self->reading->writer, self->column, self->text->str, error))
    return FALSE;
  if (self->spans != NULL
      && g_hash_table_lookup_extended (self->spans, get_key (self->column, self->row), NULL,
                                       &last_row))
    remit_sheet_writer_span (self->reading->writer, self->column, GPOINTER_TO_UINT (last_row),
                             self->text->str);
  return TRUE;
}

static gboolean
begin_row (Sheet *self,
           RemitSheetXml *xml,
           GError **error)
{
  guint64 row = remit_sheet_xml_get_number (xml, -1, "r", self->n_rows + 1);

  if (row <= self->n_rows || row > REMIT_SHEET_MAX_ROWS)
    return refuse_place (MAX (self->n_rows, 1) - 1, error);
  if (self->reading->max_rows > 0 && row > self->reading->max_rows)
    return FALSE;
  self->row = (guint) row - 1;
  self->n_rows = (guint) row;
  self->row_is_hidden = remit_sheet_xml_is_true (xml, "hidden");
  self->next_column = 0;
  return remit_sheet_writer_begin_row (self->reading->writer, self->row, error);
}

static void
end_row (Sheet *self)
{
  if (self->row_is_hidden && remit_sheet_writer_has_cells (self->reading->writer))
    remit_sheet_faults_add_hidden_rows (&self->faults, self->row, 1);
}

/* ── Columns and merged cells ─────────────────────────────────────────────────────────────── */

static void
add_hidden (Sheet *self,
            RemitSheetXml *xml)
{
  if (remit_sheet_xml_is_true (xml, "hidden"))
    remit_sheet_faults_add_hidden_columns (
      &self->faults, (guint) remit_sheet_xml_get_number (xml, -1, "min", 0),
      (guint) remit_sheet_xml_get_number (xml, -1, "max", 0));
}

/* Cells merged across columns only already have their value in the first column. */
static void
add_merged (Sheet *self,
            RemitSheetXml *xml)
{
  gsize length;
  const char *place = remit_sheet_xml_get (xml, -1, "ref", &length);
  Merged merged = { 0 };
  guint last_column;

  if (place == NULL || (place = read_place (place, &merged.column, &merged.row)) == NULL
      || *place != ':' || read_place (place + 1, &last_column, &merged.last_row) == NULL
      || merged.last_row <= merged.row || self->merged->len == MAX_MERGED)
    return;
  g_array_append_val (self->merged, merged);
}

static void
index_merged (Sheet *self)
{
  self->spans = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->merged->len; i++)
    {
      const Merged *merged = &g_array_index (self->merged, Merged, i);

      g_hash_table_insert (self->spans, get_key (merged->column, merged->row),
                           GUINT_TO_POINTER (merged->last_row));
    }
}

/* ── The sheet ────────────────────────────────────────────────────────────────────────────── */

static gboolean
on_start (RemitSheetXml *xml,
          int namespace G_GNUC_UNUSED,
          const char *name,
          gpointer data,
          GError **error)
{
  Sheet *self = data;

  if (g_str_equal (name, "c"))
    return begin_cell (self, xml, error);
  if (g_str_equal (name, "v") || (g_str_equal (name, "t") && !self->is_spoken))
    {
      self->has_value = TRUE;
      remit_sheet_xml_collect (xml);
    }
  else if (g_str_equal (name, "f"))
    self->has_formula = TRUE;
  else if (g_str_equal (name, "row"))
    return begin_row (self, xml, error);
  else if (g_str_equal (name, "rPh"))
    self->is_spoken = TRUE;
  else if (g_str_equal (name, "col"))
    add_hidden (self, xml);
  else if (g_str_equal (name, "mergeCell"))
    add_merged (self, xml);
  return TRUE;
}

static gboolean
on_end (RemitSheetXml *xml,
        int namespace G_GNUC_UNUSED,
        const char *name,
        gpointer data,
        GError **error)
{
  Sheet *self = data;
  GString *text = remit_sheet_xml_get_text (xml);

  if (text->len > 0)
    {
      g_string_append_len (self->text, text->str, (gssize) text->len);
      g_string_truncate (text, 0);
    }
  remit_sheet_xml_rest (xml);
  if (g_str_equal (name, "c"))
    return end_cell (self, error);
  if (g_str_equal (name, "row"))
    end_row (self);
  else if (g_str_equal (name, "rPh"))
    self->is_spoken = FALSE;
  return TRUE;
}

static gboolean
read_once (Sheet *self,
           const RemitWorkbookSheet *sheet,
           GError **error)
{
  static const RemitSheetXmlHandler handler = { namespaces, on_start, on_end };

  self->n_rows = 0;
  return remit_sheet_xml_parse (self->book->package, sheet->part, &handler, self, error);
}

/* Which cells are merged is said behind them all: where some span rows, they are read again. */
static gboolean
read_again (Sheet *self,
            const RemitWorkbookSheet *sheet,
            GError **error)
{
  index_merged (self);
  remit_sheet_faults_clear (&self->faults);
  return remit_sheet_writer_reset (self->reading->writer, error)
         && read_once (self, sheet, error);
}

gboolean
remit_xlsx_read (RemitWorkbook *self,
                 const RemitWorkbookSheet *sheet,
                 RemitSheetReading *reading,
                 GError **error)
{
  g_auto (Sheet) state = { .book = self, .reading = reading };

  state.text = g_string_new (NULL);
  state.merged = g_array_new (FALSE, FALSE, sizeof (Merged));
  if (!remit_xlsx_load_styles (self, error) || !read_once (&state, sheet, error)
      || (state.merged->len > 0 && !read_again (&state, sheet, error)))
    return FALSE;
  remit_sheet_faults_say (&state.faults, remit_sheet_writer_count_columns (reading->writer),
                          reading->remarks);
  return TRUE;
}
