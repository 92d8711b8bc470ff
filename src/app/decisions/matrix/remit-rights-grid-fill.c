/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widgets of the matrix: made for what is in sight, and used again. */
#include "remit-rights-grid-private.h"
#include "widgets/scrolling/remit-in-use.h"
#include "widgets/scrolling/remit-tick.h"

GtkWidget *
remit_rights_grid_get_cell (RemitRightsGrid *self,
                            int row,
                            int column)
{
  RemitRightsLine *line = row >= 0 ? g_hash_table_lookup (self->lines, GUINT_TO_POINTER (row))
                                   : NULL;

  return line != NULL && column >= 0
           ? remit_rights_strip_get_part (REMIT_RIGHTS_STRIP (line), (guint) column)
           : NULL;
}

/* A line that goes out of sight with the keyboard in it leaves it to the grid. */
static void
release (RemitRightsGrid *self,
         GtkWidget *line)
{
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == line)
    {
      gtk_widget_set_focus_child (GTK_WIDGET (self), NULL);
      GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->grab_focus (GTK_WIDGET (self));
    }
  remit_in_use_set (line, FALSE);
  g_ptr_array_add (self->spare, line);
}

static void
release_beyond (RemitRightsGrid *self,
                guint first,
                guint last)
{
  GHashTableIter iter;
  gpointer row;
  gpointer line;

  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, &row, &line))
    if (GPOINTER_TO_UINT (row) < first || GPOINTER_TO_UINT (row) >= last)
      {
        g_hash_table_iter_remove (&iter);
        release (self, line);
      }
}

static GtkWidget *
take_line (RemitRightsGrid *self)
{
  GtkWidget *line;

  if (self->spare->len == 0)
    {
      line = remit_rights_strip_new (REMIT_TYPE_RIGHTS_LINE, self->table, &self->layout);
      gtk_widget_insert_before (line, GTK_WIDGET (self), self->header);
      return line;
    }
  line = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
  remit_in_use_set (line, TRUE);
  return line;
}

static void
select_in_line (RemitRightsGrid *self,
                guint row,
                RemitRightsLine *line)
{
  RemitRightsRange range;
  gboolean within = remit_rights_grid_get_range (self, &range) && row >= range.first_row
                    && row < range.last_row;

  remit_rights_line_select (line, within ? range.first_column : 0,
                            within ? range.last_column : 0);
}

static void
bind_line (RemitRightsGrid *self,
           guint row,
           RemitRightsLine *line)
{
  remit_rights_line_bind (line, self->checker, row, self->first_column, self->last_column);
  remit_rights_line_set_target (line, (int) row == self->target_row);
  select_in_line (self, row, line);
}

void
remit_rights_grid_show_selection (RemitRightsGrid *self)
{
  GHashTableIter iter;
  gpointer row;
  gpointer line;

  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, &row, &line))
    select_in_line (self, GPOINTER_TO_UINT (row), line);
}

static void
scroll_lines (RemitRightsGrid *self)
{
  int scrolled = remit_scroller_get_x (&self->scroller);
  GHashTableIter iter;
  gpointer line;

  remit_rights_strip_set_scrolled (REMIT_RIGHTS_STRIP (self->header), scrolled);
  g_hash_table_iter_init (&iter, self->lines);
  while (g_hash_table_iter_next (&iter, NULL, &line))
    remit_rights_strip_set_scrolled (line, scrolled);
}

static void
fill_rows (RemitRightsGrid *self,
           gboolean all_anew)
{
  guint first;
  guint last;

  remit_rights_layout_find_rows (&self->layout, remit_scroller_get_y (&self->scroller),
                                 gtk_widget_get_height (GTK_WIDGET (self)), &first, &last);
  release_beyond (self, first, last);
  for (guint row = first; row < last; row++)
    {
      gpointer line = g_hash_table_lookup (self->lines, GUINT_TO_POINTER (row));

      if (line == NULL)
        {
          line = take_line (self);
          g_hash_table_insert (self->lines, GUINT_TO_POINTER (row), line);
          bind_line (self, row, line);
        }
      else if (all_anew)
        bind_line (self, row, line);
    }
}

static void
fill (RemitRightsGrid *self,
      gboolean anew)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  /* and not the menu */
  gboolean has_keyboard = REMIT_IS_RIGHTS_LINE (child) || gtk_widget_is_focus (GTK_WIDGET (self));
  guint first;
  guint last;

  if (self->header == NULL)
    return;
  remit_rights_layout_find_columns (&self->layout, remit_scroller_get_x (&self->scroller),
                                    gtk_widget_get_width (GTK_WIDGET (self)), &first, &last);
  anew = anew || first != self->first_column || last != self->last_column;
  self->first_column = first;
  self->last_column = last;
  if (anew)
    remit_rights_header_bind (REMIT_RIGHTS_HEADER (self->header), self->checker, first, last);
  fill_rows (self, anew);
  scroll_lines (self);

  /* the widget with the keyboard may stand for another row or column now */
  if (has_keyboard)
    {
      GtkWidget *cell = remit_rights_grid_get_cell (self, self->row, self->column);

      if (cell != NULL)
        gtk_widget_grab_focus (cell);
      else
        GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->grab_focus (GTK_WIDGET (self));
    }
}

void
remit_rights_grid_fill (RemitRightsGrid *self)
{
  fill (self, FALSE);
}

static gboolean
on_fill_tick (GtkWidget *widget,
              GdkFrameClock *clock G_GNUC_UNUSED,
              gpointer data G_GNUC_UNUSED)
{
  RemitRightsGrid *self = REMIT_RIGHTS_GRID (widget);

  self->fill_tick = 0;
  remit_rights_grid_fill (self);
  return G_SOURCE_REMOVE;
}

/* Widgets do not come and go while sizes are allocated. */
void
remit_rights_grid_fill_later (RemitRightsGrid *self)
{
  guint first;
  guint last;
  guint first_row;
  guint last_row;

  remit_rights_layout_find_columns (&self->layout, remit_scroller_get_x (&self->scroller),
                                    gtk_widget_get_width (GTK_WIDGET (self)), &first, &last);
  remit_rights_layout_find_rows (&self->layout, remit_scroller_get_y (&self->scroller),
                                 gtk_widget_get_height (GTK_WIDGET (self)), &first_row, &last_row);
  if (first == self->first_column && last == self->last_column
      && g_hash_table_size (self->lines) == last_row - first_row
      && (first_row == last_row
          || (g_hash_table_contains (self->lines, GUINT_TO_POINTER (first_row))
              && g_hash_table_contains (self->lines, GUINT_TO_POINTER (last_row - 1)))))
    return;
  remit_tick_start (GTK_WIDGET (self), &self->fill_tick, on_fill_tick);
}

void
remit_rights_grid_rebind (RemitRightsGrid *self)
{
  fill (self, TRUE);
}

void
remit_rights_grid_configure (RemitRightsGrid *self,
                             int width,
                             int height)
{
  remit_scroller_configure (&self->scroller, GTK_ORIENTATION_HORIZONTAL,
                            remit_rights_layout_get_width (&self->layout), width);
  remit_scroller_configure (&self->scroller, GTK_ORIENTATION_VERTICAL,
                            remit_rights_layout_get_height (&self->layout), height);
}

void
remit_rights_grid_lay_out (RemitRightsGrid *self)
{
  remit_rights_layout_begin (&self->layout, remit_rights_table_get_n_columns (self->table));
  for (guint i = 0; i < remit_rights_table_get_n_rows (self->table); i++)
    remit_rights_layout_add_row (&self->layout,
                                 remit_rights_table_get_row (self->table, i)->decision == NULL);
  remit_rights_grid_configure (self, gtk_widget_get_width (GTK_WIDGET (self)),
                               gtk_widget_get_height (GTK_WIDGET (self)));
}

void
remit_rights_grid_rebuild (RemitRightsGrid *self)
{
  remit_rights_table_fill (self->table, self->workspace, self->plan, self->column_kind);
  remit_rights_grid_lay_out (self);
  self->target_row = -1;
  remit_rights_grid_restore_cursor (self);
  fill (self, TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
