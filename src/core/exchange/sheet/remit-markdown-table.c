/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a text in which bars part the cells, as in Markdown. */
#include "remit-markdown-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/csv/remit-csv-file.h"

/* ── Lines ────────────────────────────────────────────────────────────────────────────────── */

/* Returns: the line behind what quotes it */
static const char *
skip_quote (const char *line)
{
  return line + strspn (line, " \t>");
}

/* Returns: how many bars part the cells of a line */
static guint
count_bars (const char *line)
{
  guint n = 0;

  for (const char *c = line; *c != '\0'; c++)
    if (*c == '\\' && c[1] != '\0')
      c++;
    else
      n += *c == '|';
  return n;
}

/* "|---|:-:|", "|---+---|", "----+----" */
static gboolean
is_rule (const char *line)
{
  line = skip_quote (line);
  return line[strspn (line, "-:=|+ \t\r")] == '\0' && strpbrk (line, "-=") != NULL
         && strpbrk (line, "|+") != NULL;
}

typedef gboolean (*LineFunc) (char *line,
                              guint number,
                              gpointer data,
                              GError **error);

/* Returns: whether all went well: @func says whether to read on */
static gboolean
take_lines (GString *pending,
            guint *number,
            gboolean is_last,
            LineFunc func,
            gpointer data,
            GError **error)
{
  char *line = pending->str;
  char *end;

  while ((end = strpbrk (line, "\r\n")) != NULL)
    {
      /* of "\r\n" the second may be still to come */
      if (*end == '\r' && end[1] == '\0' && !is_last)
        break;
      if (*end == '\r' && end[1] == '\n')
        *end++ = '\0';
      *end = '\0';
      if (!func (line, ++*number, data, error))
        return FALSE;
      line = end + 1;
    }
  g_string_erase (pending, 0, line - pending->str);
  if (pending->len > REMIT_CSV_MAX_ROW)
    return remit_exchange_refuse (error, _ ("Line %u exceeds 8 MiB"), *number + 1);
  if (is_last && pending->len > 0)
    return func (pending->str, ++*number, data, error);
  return TRUE;
}

static gboolean
read_lines (RemitCsvText *text,
            LineFunc func,
            gpointer data,
            GError **error)
{
  g_autoptr (GString) pending = g_string_new (NULL);
  const char *block;
  gsize length = 1;
  guint number = 0;

  if (!remit_csv_text_rewind (text, error))
    return FALSE;
  while (length > 0)
    {
      if (!remit_csv_text_read (text, &block, &length, error))
        return FALSE;
      g_string_append_len (pending, block, (gssize) length);
      if (!take_lines (pending, &number, length == 0, func, data, error))
        return FALSE;
    }
  return TRUE;
}

/* ── Where it is ──────────────────────────────────────────────────────────────────────────── */

/* The lines of a table, from its header on, and how many cells it has. */
typedef struct {
  guint from;
  guint until;
  guint n_cells;
} Extent;

typedef struct {
  Extent best;
  Extent table;
  guint header; /* the line before, if it has bars */
  guint n_bars; /* in it */
} Search;

static void
begin_table (Search *self,
             guint number)
{
  if (self->table.from == 0 && self->header != 0)
    self->table = (Extent){ self->header, number, self->n_bars };
}

static gboolean
search_line (char *line,
             guint number,
             gpointer data,
             GError **error G_GNUC_UNUSED)
{
  Search *self = data;
  guint n_bars = count_bars (line);

  if (is_rule (line))
    begin_table (self, number);
  else if (n_bars > 0 && self->table.from != 0)
    {
      self->table.until = number;
      self->table.n_cells += n_bars;
    }
  else
    {
      self->table = (Extent){ 0 };
      self->header = n_bars > 0 ? number : 0;
      self->n_bars = n_bars;
    }
  if (self->table.n_cells > self->best.n_cells)
    self->best = self->table;
  return TRUE;
}

/* Of a CSV file, a cell may have such a text in it.
 * Returns: whether a quote is open where a line begins */
static gboolean
is_quoted (const char *text,
           guint line)
{
  gboolean is_open = FALSE;

  for (; *text != '\0' && line > 1; text++)
    {
      is_open ^= *text == '"';
      line -= *text == '\n';
    }
  return is_open;
}

gboolean
remit_markdown_table_recognize (const char *bytes,
                                gsize length)
{
  g_autoptr (GString) start = g_string_sized_new (length);
  g_autofree char *text = NULL;
  Search search = { 0 };
  guint number = 0;

  for (gsize i = 0; i < length; i++)
    if (bytes[i] != '\0')
      g_string_append_c (start, bytes[i]);
  text = g_strdup (start->str);
  return take_lines (start, &number, TRUE, search_line, &search, NULL) && search.best.from > 0
         && !is_quoted (text, search.best.from + 1);
}

/* ── Cells ────────────────────────────────────────────────────────────────────────────────── */

static const struct {
  const char *code;
  const char *text;
} entities[] = { { "&amp;", "&" },   { "&lt;", "<" },    { "&gt;", ">" },      { "&nbsp;", " " },
                 { "&#124;", "|" },  { "&quot;", "\"" }, { "<br>", "\n" },     { "<br/>", "\n" },
                 { "<br />", "\n" }, { "<BR>", "\n" },   { "&vert;", "|" },    { "&#39;", "'" } };

/* Returns: how many bytes at @text are a code; @plain: (out): what they stand for */
static gsize
measure_code (const char *text,
              const char **plain)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (text, entities[i].code))
      {
        *plain = entities[i].text;
        return strlen (entities[i].code);
      }
  return 0;
}

/* "**R**", "`R`" */
static void
strip_emphasis (char *text)
{
  static const char *const marks[] = { "**", "__", "*", "_", "`", "~~" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize n = strlen (marks[i]);
      gsize length = strlen (g_strstrip (text));

      if (length <= 2 * n || !g_str_has_prefix (text, marks[i])
          || !g_str_has_suffix (text, marks[i]) || strchr (text + n, *marks[i]) < text + length - n)
        continue;
      text[length - n] = '\0';
      memmove (text, text + n, length - 2 * n + 1);
    }
}

/* Returns: (transfer full): the text of a cell */
static char *
dup_plain (const char *cell)
{
  static GRegex *links;
  g_autofree char *unlinked = NULL;
  GString *plain = g_string_new (NULL);

  if (g_once_init_enter (&links))
    g_once_init_leave (&links, g_regex_new ("!?\\[([^\\]]*)\\]\\([^)]*\\)", G_REGEX_OPTIMIZE, 0,
                                            NULL));
  unlinked = g_regex_replace (links, cell, -1, 0, "\\1", 0, NULL);
  if (unlinked == NULL)
    unlinked = g_strdup (cell);
  strip_emphasis (unlinked);
  for (const char *c = unlinked; *c != '\0'; c++)
    {
      const char *text;
      gsize n = measure_code (c, &text);

      if (n > 0)
        {
          g_string_append (plain, text);
          c += n - 1;
          continue;
        }
      if (*c == '\\' && g_ascii_ispunct (c[1]))
        c++;
      g_string_append_c (plain, *c);
    }
  return g_strstrip (g_string_free (plain, FALSE));
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  Extent extent;
  RemitSheetWriter *writer;
} Writing;

static gboolean
add_cell (RemitSheetWriter *writer,
          guint column,
          const char *from,
          const char *end,
          GError **error)
{
  g_autofree char *cell = g_strndup (from, (gsize) (end - from));
  g_autofree char *plain = dup_plain (g_strstrip (cell));

  return remit_sheet_writer_add (writer, column, plain, error);
}

/* Bars at the ends are none between cells. */
static gboolean
write_cells (Writing *self,
             char *line,
             GError **error)
{
  const char *from = skip_quote (line);
  guint column = 0;

  g_strchomp (line);
  from += *from == '|';
  for (const char *c = from; *c != '\0'; c++)
    {
      if (*c == '\\' && c[1] != '\0')
        {
          c++;
          continue;
        }
      if (*c != '|')
        continue;
      if (!add_cell (self->writer, column++, from, c, error))
        return FALSE;
      from = c + 1;
    }
  return *from == '\0' || add_cell (self->writer, column, from, from + strlen (from), error);
}

static gboolean
write_line (char *line,
            guint number,
            gpointer data,
            GError **error)
{
  Writing *self = data;

  if (number < self->extent.from || number > self->extent.until || is_rule (line))
    return TRUE;
  return remit_sheet_writer_begin_row (self->writer, number - 1, error)
         && write_cells (self, line, error);
}

gboolean
remit_markdown_table_write (int fd,
                            const char *name,
                            const char *encoding,
                            RemitSheetWriter *writer,
                            GError **error)
{
  const char *found;
  guint odd_line;
  g_autoptr (RemitCsvText) text = remit_csv_text_open (fd, name, encoding, &found, &odd_line,
                                                       error);
  Search search = { 0 };
  Writing writing = { .writer = writer };

  if (text == NULL || !read_lines (text, search_line, &search, error))
    return FALSE;
  if (search.best.from == 0)
    return remit_exchange_refuse (error, _ ("The text has no table"));
  writing.extent = search.best;
  return read_lines (text, write_line, &writing, error);
}
