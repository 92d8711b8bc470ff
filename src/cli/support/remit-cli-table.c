/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of text with aligned columns. */
#include "remit-cli-table.h"

#define GAP 2

typedef struct {
  int width;
  gboolean to_the_right;
  gboolean is_used;
} Column;

struct _RemitCliTable
{
  GArray *columns;
  GPtrArray *cells;
  gboolean hides_unused;
};

/* How many places a text takes on a terminal. */
static int
measure (const char *text)
{
  int width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (!g_unichar_iszerowidth (letter))
        width += g_unichar_iswide (letter) ? 2 : 1;
    }
  return width;
}

static void
add_column (RemitCliTable *self,
            const char *header)
{
  Column column = { 0, g_str_has_suffix (header, "\t"), FALSE };

  g_array_append_val (self->columns, column);
}

RemitCliTable *
remit_cli_table_newv (GPtrArray *headers)
{
  RemitCliTable *self = g_new0 (RemitCliTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < headers->len; i++)
    add_column (self, headers->pdata[i]);
  for (guint i = 0; i < headers->len; i++)
    remit_cli_table_add (self, headers->pdata[i]);
  return self;
}

RemitCliTable *
remit_cli_table_new (const char *header,
                     ...)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  va_list headers;

  va_start (headers, header);
  for (const char *text = header; text != NULL; text = va_arg (headers, const char *))
    g_ptr_array_add (all, (gpointer) text);
  va_end (headers);
  return remit_cli_table_newv (all);
}

void
remit_cli_table_hide_unused (RemitCliTable *self)
{
  self->hides_unused = TRUE;
}

void
remit_cli_table_free (RemitCliTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
remit_cli_table_add (RemitCliTable *self,
                     const char *cell)
{
  Column *column = &g_array_index (self->columns, Column, self->cells->len % self->columns->len);
  char *text = g_strdup (cell);

  /* A line break or a tab would tear the table apart. */
  g_strdelimit (g_strchomp (text), "\t\r\n", ' ');
  column->width = MAX (column->width, measure (text));
  column->is_used |= self->cells->len >= self->columns->len && *text != '\0';
  g_ptr_array_add (self->cells, text);
}

void
remit_cli_table_add_number (RemitCliTable *self,
                            gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  remit_cli_table_add (self, text);
}

static void
append_cell (GString *line,
             const char *cell,
             const Column *column)
{
  int padding = column->width - measure (cell);

  if (column->to_the_right)
    g_string_append_printf (line, "%*s%s", padding, "", cell);
  else
    g_string_append_printf (line, "%s%*s", cell, padding, "");
}

static gboolean
has_head (RemitCliTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (*(const char *) g_ptr_array_index (self->cells, i) != '\0')
      return TRUE;
  return FALSE;
}

char *
remit_cli_table_dup_text (RemitCliTable *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  for (guint i = has_head (self) ? 0 : self->columns->len; i < self->cells->len; i++)
    {
      guint place = i % self->columns->len;
      const Column *column = &g_array_index (self->columns, Column, place);

      if (column->is_used || !self->hides_unused)
        {
          append_cell (line, g_ptr_array_index (self->cells, i), column);
          g_string_append_printf (line, "%*s", GAP, "");
        }
      if (place + 1 < self->columns->len)
        continue;
      g_string_append_printf (text, "%s\n", g_strchomp (line->str));
      g_string_truncate (line, 0);
    }
  return g_string_free (text, FALSE);
}

void
remit_cli_table_print (RemitCliTable *self)
{
  g_autofree char *text = remit_cli_table_dup_text (self);

  g_print ("%s", text);
}
