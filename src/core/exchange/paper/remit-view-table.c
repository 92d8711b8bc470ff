/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a section of the report says, in rows. */
#include "remit-view-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/csv/remit-csv-line.h"
#include "model/remit-xml.h"
#include "remit-paper-maker.h"

static GPtrArray *
table_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
add_row (GPtrArray *rows)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (rows, row);
  return row;
}

static void
add_head (GPtrArray *rows,
          const char *const *titles)
{
  GPtrArray *row = add_row (rows);

  for (guint i = 0; titles[i] != NULL; i++)
    g_ptr_array_add (row, g_strdup (_ (titles[i])));
}

/* ── Finding what the report has ──────────────────────────────────────────────────────────── */

static gboolean
is_it (const xmlNode *node,
       const char *name,
       const char *class_name)
{
  return remit_xml_is (node, name)
         && (class_name == NULL || remit_paper_has_class (node, class_name));
}

/* Returns: (nullable): the first of these elements in another, at any depth */
static const xmlNode *
find (const xmlNode *parent,
      const char *name,
      const char *class_name)
{
  const xmlNode *found = NULL;

  for (const xmlNode *node = parent->children; node != NULL && found == NULL; node = node->next)
    if (is_it (node, name, class_name))
      found = node;
    else if (node->type == XML_ELEMENT_NODE)
      found = find (node, name, class_name);
  return found;
}

static char *
dup_text (const xmlNode *element)
{
  return element != NULL ? remit_paper_dup_text (element) : g_strdup ("");
}

/* ── The board ────────────────────────────────────────────────────────────────────────────── */

/* A row of a slot, with one of those who have it. */
static void
add_holder (GPtrArray *rows,
            const xmlNode *team,
            const xmlNode *slot,
            const xmlNode *holder)
{
  GPtrArray *row = add_row (rows);
  const xmlNode *head = find (slot, "div", "head");

  g_ptr_array_add (row, dup_text (find (team, "h3", NULL)));
  g_ptr_array_add (row, dup_text (head != NULL ? find (head, "strong", NULL) : NULL));
  g_ptr_array_add (row, dup_text (head != NULL ? find (head, "span", "figure") : NULL));
  g_ptr_array_add (row, dup_text (holder != NULL ? find (holder, "a", NULL) : NULL));
  g_ptr_array_add (row, dup_text (holder != NULL ? find (holder, "span", "figure") : NULL));
}

static void
add_slot (GPtrArray *rows,
          const xmlNode *team,
          const xmlNode *slot)
{
  guint before = rows->len;

  for (const xmlNode *node = slot->children; node != NULL; node = node->next)
    if (is_it (node, "div", "person"))
      add_holder (rows, team, slot, node);
  if (rows->len == before)
    add_holder (rows, team, slot, NULL);
}

static const xmlNode *
get_first_slot (const xmlNode *team)
{
  const xmlNode *list = find (team, "ul", "slots");

  return list != NULL ? list->children : NULL;
}

static const xmlNode *
get_first_team (const xmlNode *section)
{
  const xmlNode *board = find (section, "div", "board");

  return board != NULL ? board->children : NULL;
}

GPtrArray *
remit_view_table_new_board (const xmlNode *section)
{
  static const char *const titles[] = { N_ ("Team"), N_ ("Slot"), N_ ("Demand"), N_ ("Person"),
                                        N_ ("Allocation"), NULL };
  GPtrArray *rows = table_new ();

  add_head (rows, titles);
  for (const xmlNode *team = get_first_team (section); team != NULL; team = team->next)
    for (const xmlNode *slot = is_it (team, "article", NULL) ? get_first_slot (team) : NULL;
         slot != NULL; slot = slot->next)
      if (is_it (slot, "li", NULL))
        add_slot (rows, team, slot);
  return rows;
}

/* ── The map ──────────────────────────────────────────────────────────────────────────────── */

static void
add_team (GPtrArray *rows,
          const xmlNode *team)
{
  GPtrArray *row = add_row (rows);
  const xmlNode *about = find (team, "p", "dim");
  guint n_slots = 0;
  guint n_filled = 0;

  for (const xmlNode *slot = get_first_slot (team); slot != NULL; slot = slot->next)
    if (is_it (slot, "li", NULL))
      {
        n_slots++;
        n_filled += find (slot, "div", "person") != NULL ? 1 : 0;
      }
  g_ptr_array_add (row, dup_text (find (team, "h3", NULL)));
  g_ptr_array_add (row, dup_text (about != NULL ? find (about, "a", NULL) : NULL));
  g_ptr_array_add (row, g_strdup_printf ("%u", n_filled));
  g_ptr_array_add (row, g_strdup_printf ("%u", n_slots));
}

GPtrArray *
remit_view_table_new_map (const xmlNode *section)
{
  static const char *const titles[] = { N_ ("Team"), N_ ("Parent team"), N_ ("Slots filled"),
                                        N_ ("Slots"), NULL };
  GPtrArray *rows = table_new ();

  add_head (rows, titles);
  for (const xmlNode *team = get_first_team (section); team != NULL; team = team->next)
    if (is_it (team, "article", NULL))
      add_team (rows, team);
  return rows;
}

/* ── The matrix ───────────────────────────────────────────────────────────────────────────── */

static void
add_rows_of (GPtrArray *rows,
             const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (remit_xml_is (node, "tr"))
      {
        GPtrArray *row = add_row (rows);

        for (const xmlNode *cell = node->children; cell != NULL; cell = cell->next)
          if (remit_xml_is (cell, "th") || remit_xml_is (cell, "td"))
            g_ptr_array_add (row, remit_paper_dup_text (cell));
      }
    else if (node->type == XML_ELEMENT_NODE)
      add_rows_of (rows, node);
}

GPtrArray *
remit_view_table_new_matrix (const xmlNode *section)
{
  GPtrArray *rows = table_new ();
  const xmlNode *name = NULL;

  for (const xmlNode *node = section->children; node != NULL; node = node->next)
    if (remit_xml_is (node, "h3"))
      name = node;
    else if (node->type == XML_ELEMENT_NODE && find (node, "table", NULL) != NULL)
      {
        g_ptr_array_add (add_row (rows), dup_text (name));
        add_rows_of (rows, node);
      }
  return rows;
}

/* ── Writing them ─────────────────────────────────────────────────────────────────────────── */

static guint
get_width (const GPtrArray *rows)
{
  guint width = 0;

  for (guint i = 0; i < rows->len; i++)
    width = MAX (width, ((const GPtrArray *) rows->pdata[i])->len);
  return width;
}

/* Returns: what is put before a text that a spreadsheet would take for a formula */
static const char *
get_guard (const char *text)
{
  return remit_csv_line_guards (text) ? "'" : "";
}

static void
add_html_row (GString *html,
              const GPtrArray *row,
              guint width,
              gboolean is_head)
{
  const char *name = is_head || row->len == 1 ? "th" : "td";

  g_string_append (html, "<tr>");
  for (guint i = 0; i < row->len; i++)
    {
      g_autofree char *text = g_markup_escape_text (row->pdata[i], -1);

      g_string_append_printf (html, "<%s", name);
      if (row->len == 1 && width > 1)
        g_string_append_printf (html, " colspan=\"%u\"", width);
      g_string_append_printf (html, ">%s%s</%s>", get_guard (row->pdata[i]), text, name);
    }
  g_string_append (html, "</tr>\n");
}

char *
remit_view_table_dup_html (const GPtrArray *rows)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\">\n<table>\n");
  guint width = get_width (rows);

  for (guint i = 0; i < rows->len; i++)
    add_html_row (html, rows->pdata[i], width, i == 0);
  g_string_append (html, "</table>\n");
  return g_string_free (html, FALSE);
}

char *
remit_view_table_dup_text (const GPtrArray *rows)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *row = rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        g_string_append_printf (lines, "%s%s%s", j > 0 ? "\t" : "",
                                get_guard (row->pdata[j]),
                                (const char *) row->pdata[j]);
      g_string_append_c (lines, '\n');
    }
  return g_string_free (lines, FALSE);
}
