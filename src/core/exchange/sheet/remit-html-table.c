/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a web page, or of what a spreadsheet puts on the clipboard. */
#include "remit-html-table.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "exchange/csv/remit-csv-encoding.h"
#include "exchange/remit-exchange.h"

/* A page is parsed as a whole, which takes some twenty times as much memory. */
#define MAX_PAGE (32 * 1024 * 1024)

/* ── Elements ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_one_of (const xmlNode *node,
           const char *const *names)
{
  return node->type == XML_ELEMENT_NODE
         && g_strv_contains (names, (const char *) node->name);
}

static gboolean
is_called (const xmlNode *node,
           const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

static gboolean
is_hidden (xmlNode *node)
{
  static const char *const names[] = { "script", "style", "template", "head", "noscript", NULL };
  xmlChar *style;
  gboolean hidden = FALSE;

  if (is_one_of (node, names) || xmlHasProp (node, (const xmlChar *) "hidden") != NULL)
    return TRUE;
  style = xmlGetProp (node, (const xmlChar *) "style");
  if (style != NULL)
    {
      g_auto (GStrv) parts = g_strsplit ((const char *) style, " ", -1);
      g_autofree char *joined = g_strjoinv ("", parts);

      hidden = strstr (joined, "display:none") != NULL;
    }
  xmlFree (style);
  return hidden;
}

/* Returns: (nullable): what comes after a node within another one; without what is in the node
 * unless @inside. A page can be nested as deeply as it likes, so nothing here calls itself. */
static xmlNode *
get_next (xmlNode *node,
          const xmlNode *within,
          gboolean inside)
{
  if (inside && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != within && node->next == NULL)
    node = node->parent;
  return node != within ? node->next : NULL;
}

/* ── Text ─────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  GString *text;
  gboolean begins_line; /* before the next word */
  gboolean after_space;
} Words;

static void
add_word (Words *self,
          const char *word,
          gsize length)
{
  if (self->text->len > 0 && self->begins_line)
    g_string_append_c (self->text, '\n');
  else if (self->text->len > 0 && self->after_space)
    g_string_append_c (self->text, ' ');
  self->begins_line = self->after_space = FALSE;
  g_string_append_len (self->text, word, (gssize) length);
}

static void
add_text (Words *self,
          const char *text)
{
  while (*text != '\0')
    {
      gsize space = strspn (text, " \t\r\n\f");
      gsize word = strcspn (text + space, " \t\r\n\f");

      self->after_space |= space > 0;
      if (word > 0)
        add_word (self, text + space, word);
      text += space + word;
    }
}

/* Returns: (transfer full): what is to be read in a cell, line by line */
static char *
dup_text (xmlNode *cell)
{
  static const char *const lines[] = { "br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", NULL };
  Words words = { .text = g_string_new (NULL) };
  gboolean inside = TRUE;

  for (xmlNode *node = cell->children; node != NULL; node = get_next (node, cell, inside))
    {
      inside = !is_hidden (node);
      if (is_one_of (node, lines))
        words.begins_line = TRUE;
      words.after_space |= is_called (node, "td");
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        add_text (&words, (const char *) node->content);
    }
  return g_string_free (words.text, FALSE);
}

/* ── Tables ───────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitSheetWriter *writer;
  GArray *n_taken; /* of each column, how many of the next rows a cell above spans */
  guint row;
} Table;

static gboolean
is_cell (const xmlNode *node)
{
  return is_called (node, "td") || is_called (node, "th");
}

/* Those of a table within its cells are not its own. */
static guint
count_cells (xmlNode *table)
{
  gboolean inside = TRUE;
  guint n = 0;

  for (xmlNode *node = table->children; node != NULL; node = get_next (node, table, inside))
    {
      n += is_cell (node);
      inside = !is_called (node, "table") && !is_hidden (node);
    }
  return n;
}

static xmlNode *
find_table (xmlNode *root)
{
  xmlNode *largest = NULL;
  guint n_most = 0;
  gboolean inside = TRUE;

  for (xmlNode *node = root; node != NULL; node = get_next (node, root, inside))
    {
      guint n = is_called (node, "table") ? count_cells (node) : 0;

      inside = !is_hidden (node) || is_called (node, "head");
      if (n > n_most)
        {
          n_most = n;
          largest = node;
        }
    }
  return largest;
}

/* @maximum: what is more, or nothing that makes sense, is that or one */
static guint
get_number (xmlNode *cell,
            const char *name,
            guint maximum)
{
  xmlChar *text = xmlGetProp (cell, (const xmlChar *) name);
  gint64 number = text != NULL ? g_ascii_strtoll ((const char *) text, NULL, 10) : 1;

  xmlFree (text);
  return (guint) CLAMP (number, 1, maximum);
}

/* Returns: the first column, from @column on, that no cell above spans */
static guint
skip_taken (Table *self,
            guint column)
{
  while (column < self->n_taken->len && g_array_index (self->n_taken, guint, column) > 0)
    g_array_index (self->n_taken, guint, column++)--;
  return column;
}

static void
take_below (Table *self,
            guint column,
            guint n_columns,
            guint n_rows)
{
  guint end = MIN (column + n_columns, REMIT_SHEET_MAX_COLUMNS);

  if (end > self->n_taken->len)
    g_array_set_size (self->n_taken, end);
  for (guint i = column; i < end; i++)
    g_array_index (self->n_taken, guint, i) = n_rows;
}

static gboolean
write_cell (Table *self,
            xmlNode *cell,
            guint *column,
            GError **error)
{
  guint n_columns = get_number (cell, "colspan", REMIT_SHEET_MAX_COLUMNS);
  guint n_rows = get_number (cell, "rowspan", REMIT_SHEET_MAX_ROWS);
  g_autofree char *text = dup_text (cell);

  *column = skip_taken (self, *column);
  if (!remit_sheet_writer_add (self->writer, *column, text, error))
    return FALSE;
  if (n_rows > 1)
    {
      take_below (self, *column, n_columns, n_rows - 1);
      remit_sheet_writer_span (self->writer, *column, self->row + n_rows - 1, text);
    }
  *column += n_columns;
  return TRUE;
}

static gboolean
write_row (Table *self,
           xmlNode *row,
           GError **error)
{
  guint column = 0;
  gboolean inside = TRUE;

  if (!remit_sheet_writer_begin_row (self->writer, self->row, error))
    return FALSE;
  for (xmlNode *node = row->children; node != NULL; node = get_next (node, row, inside))
    {
      inside = !is_cell (node) && !is_called (node, "table") && !is_hidden (node);
      if (is_cell (node) && !is_hidden (node) && !write_cell (self, node, &column, error))
        return FALSE;
    }
  /* behind the last cell there may be more that cells above span */
  while (column < self->n_taken->len)
    column = skip_taken (self, column) + 1;
  self->row++;
  return TRUE;
}

static gboolean
write_table (xmlNode *root,
             RemitSheetWriter *writer,
             GError **error)
{
  g_autoptr (GArray) n_taken = g_array_new (FALSE, TRUE, sizeof (guint));
  Table self = { .writer = writer, .n_taken = n_taken };
  xmlNode *table = root != NULL ? find_table (root) : NULL;
  gboolean inside = TRUE;

  if (table == NULL)
    return remit_exchange_refuse (error, _ ("The page has no table"));
  for (xmlNode *node = table->children; node != NULL; node = get_next (node, table, inside))
    {
      gboolean is_row = is_called (node, "tr");

      inside = !is_row && !is_called (node, "table") && !is_hidden (node);
      if (is_row && !is_hidden (node) && !write_row (&self, node, error))
        return FALSE;
    }
  return TRUE;
}

/* ── The page ─────────────────────────────────────────────────────────────────────────────── */

static const char *
choose_encoding (const char *html,
                 gsize length,
                 const char *encoding)
{
  if (encoding == NULL)
    encoding = remit_csv_encoding_find_utf_16 (html, length);
  if (encoding != NULL)
    return encoding;
  /* what it says of itself is wrong as often as not when it comes from a clipboard */
  return g_utf8_validate_len (html, length, NULL) ? "UTF-8" : NULL;
}

gboolean
remit_html_table_write (const char *html,
                        gsize length,
                        const char *encoding,
                        RemitSheetWriter *writer,
                        GError **error)
{
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                | HTML_PARSE_COMPACT;
  htmlDocPtr page;
  gboolean done;

  g_return_val_if_fail (html != NULL && writer != NULL, FALSE);

  if (length > MAX_PAGE)
    return remit_exchange_refuse (error, _ ("The page exceeds %u MiB. Save the table as a workbook "
                                            "or as “CSV UTF-8”."), MAX_PAGE >> 20);
  page = htmlReadMemory (html, (int) length, NULL, choose_encoding (html, length, encoding),
                         options);
  if (page == NULL)
    return remit_exchange_refuse (error, _ ("The page has no table"));
  done = write_table (xmlDocGetRootElement (page), writer, error);
  xmlFreeDoc (page);
  return done;
}
