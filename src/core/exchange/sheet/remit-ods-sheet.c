/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of a sheet of OpenDocument. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/remit-exchange.h"
#include "remit-ods.h"

/* A cell of a row, which is kept as the row can be repeated. */
typedef struct {
  guint column;
  guint n_rows; /* that it spans */
  char *text;
} Cell;

typedef struct {
  RemitSheetReading *reading;
  RemitSheetFaults faults;
  guint sheet;
  guint n_sheets; /* that have begun */
  guint depth;    /* of tables: 1 in the sheet, more in a table within its cells */
  gboolean is_wanted;

  guint64 row;
  guint64 n_same_rows;
  gboolean row_is_hidden;
  GArray *cells;

  guint64 column;
  guint64 n_same_cells;
  guint n_span;
  gboolean in_cell;
  guint note_depth; /* of elements with texts that are not the cell's */
  guint n_paragraphs;
  char *value; /* (nullable): what it says without a format */
  gboolean has_formula;
  gboolean is_error;
  gboolean is_covered;

  guint64 n_columns; /* whose definitions have been seen */
} Sheet;

static void
cell_clear (gpointer data)
{
  g_free (((Cell *) data)->text);
}

static void
sheet_clear (Sheet *self)
{
  remit_sheet_faults_clear (&self->faults);
  g_array_unref (self->cells);
  g_free (self->value);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

/* ── Values ───────────────────────────────────────────────────────────────────────────────── */

static char *
dup_number (const char *value,
            RemitNumberKind kind)
{
  const RemitNumberFormat format = { .kind = kind };
  g_autoptr (GString) text = g_string_new (NULL);
  char *end;
  double number = g_ascii_strtod (value, &end);

  if (end == value || *end != '\0')
    return g_strdup (value);
  remit_number_format_add (&format, number, FALSE, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "2026-03-31", with a time unless it is midnight */
static char *
dup_day (const char *value)
{
  g_autofree char *text = g_strdup (value);
  char *time = strchr (text, 'T');

  if (time == NULL)
    return g_steal_pointer (&text);
  if (strspn (time, "T0:.Z") == strlen (time))
    *time = '\0';
  else
    *time = ' ';
  return g_steal_pointer (&text);
}

/* "PT08H30M00S" */
static char *
dup_time (const char *value)
{
  const char *p = g_str_has_prefix (value, "PT") ? value + 2 : value;
  const RemitNumberFormat format = { .kind = REMIT_NUMBER_DURATION };
  GString *text;
  double seconds = 0;

  while (*p != '\0')
    {
      char *end;
      double number = g_ascii_strtod (p, &end);

      if (end == p || *end == '\0' || strchr ("HMS", *end) == NULL)
        return g_strdup (value);
      seconds += number * (*end == 'H' ? 3600 : *end == 'M' ? 60 : 1);
      p = end + 1;
    }
  if (p == value)
    return g_strdup (value);
  text = g_string_new (NULL);
  remit_number_format_add (&format, seconds / 86400, FALSE, text);
  return g_string_free (text, FALSE);
}

/* Returns: (transfer full) (nullable): what the cell says, but for a text, which is within it */
static char *
dup_value (RemitSheetXml *xml)
{
  g_autofree char *type = remit_sheet_xml_dup (xml, REMIT_ODS_OFFICE, "value-type");
  g_autofree char *value = remit_sheet_xml_dup (xml, REMIT_ODS_OFFICE, "value");

  if (type == NULL)
    return NULL;
  if (g_str_equal (type, "percentage") && value != NULL)
    return dup_number (value, REMIT_NUMBER_PERCENT);
  if ((g_str_equal (type, "float") || g_str_equal (type, "currency")) && value != NULL)
    return dup_number (value, REMIT_NUMBER_PLAIN);
  g_free (value);
  value = remit_sheet_xml_dup (xml, REMIT_ODS_OFFICE, "date-value");
  if (g_str_equal (type, "date") && value != NULL)
    return dup_day (value);
  g_free (value);
  value = remit_sheet_xml_dup (xml, REMIT_ODS_OFFICE, "time-value");
  if (g_str_equal (type, "time") && value != NULL)
    return dup_time (value);
  if (g_str_equal (type, "boolean"))
    return g_strdup (remit_sheet_xml_is (xml, REMIT_ODS_OFFICE, "boolean-value", "true") ? "TRUE"
                                                                                      : "FALSE");
  return remit_sheet_xml_dup (xml, REMIT_ODS_OFFICE, "string-value");
}

/* ── Cells ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
refuse_wide (guint64 row,
             GError **error)
{
  return remit_exchange_refuse (error, _ ("Row %u has more than %'u columns"), (guint) row + 1,
                                REMIT_SHEET_MAX_COLUMNS);
}

static void
begin_cell (Sheet *self,
            RemitSheetXml *xml,
            gboolean is_covered)
{
  gsize length;

  self->in_cell = TRUE;
  self->is_covered = is_covered;
  self->n_same_cells = remit_sheet_xml_get_number (xml, REMIT_ODS_TABLE,
                                                   "number-columns-repeated", 1);
  self->n_span = (guint) remit_sheet_xml_get_number (xml, REMIT_ODS_TABLE, "number-rows-spanned",
                                                     1);
  self->has_formula = remit_sheet_xml_get (xml, REMIT_ODS_TABLE, "formula", &length) != NULL;
  self->is_error = remit_sheet_xml_is (xml, REMIT_ODS_EXTENSION, "value-type", "error");
  self->n_paragraphs = self->note_depth = 0;
  g_free (self->value);
  self->value = dup_value (xml);
  g_string_truncate (remit_sheet_xml_get_text (xml), 0);
}

/* What has an error says "#N/A" or "Err:502" as its text. */
static gboolean
is_error (const Sheet *self,
          const char *text)
{
  return self->is_error || (self->has_formula && g_str_has_prefix (text, "Err:"));
}

static gboolean
add_cells (Sheet *self,
           const char *text,
           GError **error)
{
  if (self->column + self->n_same_cells > REMIT_SHEET_MAX_COLUMNS)
    return refuse_wide (self->row, error);
  for (guint64 i = 0; i < self->n_same_cells; i++)
    {
      Cell cell = { (guint) (self->column + i), self->n_span, g_strdup (text) };

      g_array_append_val (self->cells, cell);
    }
  return TRUE;
}

/* What is covered by a cell that spans it may have a text of its own, which nobody sees. */
static gboolean
end_cell (Sheet *self,
          RemitSheetXml *xml,
          GError **error)
{
  GString *inner = remit_sheet_xml_get_text (xml);
  const char *text = self->value != NULL ? self->value : inner->str;
  guint column = (guint) MIN (self->column, REMIT_SHEET_MAX_COLUMNS);

  self->in_cell = FALSE;
  if (is_error (self, inner->str))
    remit_sheet_faults_add_error (&self->faults, column, (guint) self->row, inner->str);
  else if (self->has_formula && self->value == NULL && self->n_paragraphs == 0)
    remit_sheet_faults_add_uncalculated (&self->faults, column, (guint) self->row);
  else if (*text != '\0' && !self->is_covered && !add_cells (self, text, error))
    return FALSE;
  self->column = MIN (self->column + self->n_same_cells, G_MAXUINT32);
  g_string_truncate (inner, 0);
  return TRUE;
}

/* ── Texts ────────────────────────────────────────────────────────────────────────────────── */

static void
add_spaces (RemitSheetXml *xml)
{
  guint64 n = remit_sheet_xml_get_number (xml, REMIT_ODS_TEXT, "c", 1);
  GString *text = remit_sheet_xml_get_text (xml);

  for (guint64 i = 0; i < MIN (n, 1000); i++)
    g_string_append_c (text, ' ');
}

static void
begin_text (Sheet *self,
            RemitSheetXml *xml,
            const char *name)
{
  if (self->note_depth > 0)
    return;
  if (g_str_equal (name, "p"))
    {
      if (self->n_paragraphs++ > 0)
        g_string_append_c (remit_sheet_xml_get_text (xml), '\n');
      remit_sheet_xml_collect (xml);
    }
  else if (g_str_equal (name, "s"))
    add_spaces (xml);
  else if (g_str_equal (name, "tab"))
    g_string_append_c (remit_sheet_xml_get_text (xml), '\t');
  else if (g_str_equal (name, "line-break"))
    g_string_append_c (remit_sheet_xml_get_text (xml), '\n');
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_hidden (RemitSheetXml *xml)
{
  return remit_sheet_xml_is (xml, REMIT_ODS_TABLE, "visibility", "collapse")
         || remit_sheet_xml_is (xml, REMIT_ODS_TABLE, "visibility", "filter");
}

static void
begin_row (Sheet *self,
           RemitSheetXml *xml)
{
  self->n_same_rows = remit_sheet_xml_get_number (xml, REMIT_ODS_TABLE, "number-rows-repeated", 1);
  self->row_is_hidden = is_hidden (xml);
  self->column = 0;
  g_array_set_size (self->cells, 0);
}

static gboolean
write_row (Sheet *self,
           guint64 row,
           GError **error)
{
  RemitSheetWriter *writer = self->reading->writer;

  if (row >= REMIT_SHEET_MAX_ROWS)
    return remit_exchange_refuse (error, _ ("Row %u: a sheet has %'u rows at most"),
                                  (guint) MIN (row + 1, G_MAXUINT), REMIT_SHEET_MAX_ROWS);
  if (!remit_sheet_writer_begin_row (writer, (guint) row, error))
    return FALSE;
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      if (!remit_sheet_writer_add (writer, cell->column, cell->text, error))
        return FALSE;
      if (cell->n_rows > 1)
        remit_sheet_writer_span (writer, cell->column, (guint) row + cell->n_rows - 1, cell->text);
    }
  return TRUE;
}

/* Of rows without anything there can be a million, up to the end of the sheet. */
static gboolean
end_row (Sheet *self,
         GError **error)
{
  guint64 first = self->row;
  guint max_rows = self->reading->max_rows;

  self->row = MIN (self->row + self->n_same_rows, G_MAXUINT32);
  if (self->cells->len == 0)
    return TRUE;
  if (self->row_is_hidden)
    remit_sheet_faults_add_hidden_rows (&self->faults, (guint) first,
                                        (guint) (self->row - first));
  for (guint64 row = first; row < self->row; row++)
    {
      if (max_rows > 0 && row >= max_rows)
        return FALSE;
      if (!write_row (self, row, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_column (Sheet *self,
            RemitSheetXml *xml)
{
  guint64 n = remit_sheet_xml_get_number (xml, REMIT_ODS_TABLE, "number-columns-repeated", 1);
  guint first = (guint) MIN (self->n_columns + 1, G_MAXUINT32);
  guint last = (guint) MIN (self->n_columns + n, G_MAXUINT32);

  self->n_columns = last;
  if (is_hidden (xml))
    remit_sheet_faults_add_hidden_columns (&self->faults, first, last);
}

/* ── The sheet ────────────────────────────────────────────────────────────────────────────── */

static void
begin_table (Sheet *self,
             RemitSheetXml *xml,
             const char *name)
{
  if (g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell"))
    begin_cell (self, xml, *name == 'c');
  else if (g_str_equal (name, "table-row"))
    begin_row (self, xml);
  else if (g_str_equal (name, "table-column"))
    add_column (self, xml);
}

static gboolean
on_start (RemitSheetXml *xml,
          int namespace,
          const char *name,
          gpointer data,
          GError **error G_GNUC_UNUSED)
{
  Sheet *self = data;

  if (namespace == REMIT_ODS_TABLE && g_str_equal (name, "table"))
    {
      if (self->depth++ == 0)
        self->is_wanted = self->n_sheets++ == self->sheet;
      return TRUE;
    }
  if (!self->is_wanted || self->depth != 1)
    return TRUE;
  /* remarks have texts, and so has what is drawn */
  if (self->in_cell && namespace == REMIT_ODS_OFFICE && g_str_has_prefix (name, "annotation"))
    self->note_depth++;
  else if (self->in_cell && namespace == REMIT_ODS_TEXT)
    begin_text (self, xml, name);
  else if (!self->in_cell && namespace == REMIT_ODS_TABLE)
    begin_table (self, xml, name);
  return TRUE;
}

static gboolean
on_end (RemitSheetXml *xml,
        int namespace,
        const char *name,
        gpointer data,
        GError **error)
{
  Sheet *self = data;

  if (namespace == REMIT_ODS_TABLE && g_str_equal (name, "table"))
    return --self->depth > 0 || !self->is_wanted;
  if (!self->is_wanted || self->depth != 1)
    return TRUE;
  if (namespace == REMIT_ODS_TEXT && g_str_equal (name, "p"))
    remit_sheet_xml_rest (xml);
  else if (namespace == REMIT_ODS_OFFICE && g_str_has_prefix (name, "annotation"))
    self->note_depth--;
  else if (namespace == REMIT_ODS_TABLE && self->in_cell
           && (g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell")))
    return end_cell (self, xml, error);
  else if (namespace == REMIT_ODS_TABLE && g_str_equal (name, "table-row"))
    return end_row (self, error);
  return TRUE;
}

gboolean
remit_ods_read (RemitWorkbook *self,
                guint sheet,
                RemitSheetReading *reading,
                GError **error)
{
  static const RemitSheetXmlHandler handler = { remit_ods_namespaces, on_start, on_end };
  g_auto (Sheet) state = { .reading = reading, .sheet = sheet };

  state.cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (state.cells, cell_clear);
  if (!remit_sheet_xml_parse (self->package, "content.xml", &handler, &state, error))
    return FALSE;
  remit_sheet_faults_say (&state.faults, remit_sheet_writer_count_columns (reading->writer),
                          reading->remarks);
  return TRUE;
}
