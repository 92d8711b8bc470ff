/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the matrix: a fixed widget at its start, and a widget for each visible column.
 */
#include "remit-rights-strip.h"

#include "widgets/scrolling/remit-in-use.h"

typedef struct {
  RemitRightsTable *table; /* the grid's */
  const RemitRightsLayout *layout;
  GPtrArray *parts; /* of the columns from the first on */
  guint first;
  guint n_used;
  int top;
  int scrolled;
} RemitRightsStripPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RemitRightsStrip, remit_rights_strip, GTK_TYPE_WIDGET)

static RemitRightsStripPrivate *
get_private (RemitRightsStrip *self)
{
  return remit_rights_strip_get_instance_private (self);
}

static gboolean
is_from_right (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

void
remit_rights_strip_allocate (
  RemitRightsStrip *self, GtkWidget *child, int x, int y, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkAllocation box = { x, y, width, height };
  int least;

  if (is_from_right (widget))
    box.x = gtk_widget_get_width (widget) - x - width;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  box.width = MAX (width, least);
  gtk_widget_size_allocate (child, &box, -1);
}

static void
remit_rights_strip_size_allocate (GtkWidget *widget,
                                  int width,
                                  int height,
                                  int baseline)
{
  RemitRightsStrip *self = REMIT_RIGHTS_STRIP (widget);
  RemitRightsStripPrivate *priv = get_private (self);
  int margin = REMIT_RIGHTS_STRIP_GET_CLASS (self)->margin;

  remit_rights_strip_allocate (self, gtk_widget_get_first_child (widget), 0, 0,
                               priv->n_used > 0 ? priv->layout->side : width, height);
  for (guint i = 0; i < priv->n_used; i++)
    remit_rights_strip_allocate (self, priv->parts->pdata[i],
                                 remit_rights_strip_get_x (self, priv->first + i) + margin,
                                 priv->top + margin, priv->layout->column_width - 2 * margin,
                                 height - priv->top - 2 * margin);
}

static void
remit_rights_strip_snapshot (GtkWidget *widget,
                             GtkSnapshot *snapshot)
{
  RemitRightsStripPrivate *priv = get_private (REMIT_RIGHTS_STRIP (widget));
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int side = priv->layout->side;
  graphene_rect_t box = GRAPHENE_RECT_INIT (is_from_right (widget) ? 0 : (float) side, 0,
                                            (float) MAX (0, gtk_widget_get_width (widget) - side),
                                            (float) gtk_widget_get_height (widget));

  gtk_snapshot_push_clip (snapshot, &box);
  for (GtkWidget *child = gtk_widget_get_next_sibling (first); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, first, snapshot);
}

static void
remit_rights_strip_dispose (GObject *object)
{
  RemitRightsStripPrivate *priv = get_private (REMIT_RIGHTS_STRIP (object));
  GtkWidget *child;

  priv->n_used = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&priv->parts, g_ptr_array_unref);

  G_OBJECT_CLASS (remit_rights_strip_parent_class)->dispose (object);
}

static void
remit_rights_strip_class_init (RemitRightsStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_rights_strip_dispose;
  widget_class->size_allocate = remit_rights_strip_size_allocate;
  widget_class->snapshot = remit_rights_strip_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
remit_rights_strip_init (RemitRightsStrip *self)
{
  get_private (self)->parts = g_ptr_array_new ();
}

GtkWidget *
remit_rights_strip_new (GType type,
                        RemitRightsTable *table,
                        const RemitRightsLayout *layout)
{
  RemitRightsStrip *self = g_object_new (type, NULL);

  get_private (self)->table = table;
  get_private (self)->layout = layout;
  return GTK_WIDGET (self);
}

RemitRightsTable *
remit_rights_strip_get_table (RemitRightsStrip *self)
{
  return get_private (self)->table;
}

void
remit_rights_strip_show (RemitRightsStrip *self,
                         guint first,
                         guint last)
{
  RemitRightsStripPrivate *priv = get_private (self);

  priv->first = first;
  priv->n_used = last - first;
  while (priv->parts->len < priv->n_used)
    {
      GtkWidget *part = REMIT_RIGHTS_STRIP_GET_CLASS (self)->create_part (self);

      gtk_widget_insert_before (part, GTK_WIDGET (self), NULL);
      g_ptr_array_add (priv->parts, part);
    }
  for (guint i = 0; i < priv->parts->len; i++)
    remit_in_use_set (priv->parts->pdata[i], i < priv->n_used);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

GtkWidget *
remit_rights_strip_get_part (RemitRightsStrip *self,
                             guint column)
{
  RemitRightsStripPrivate *priv = get_private (self);

  return column >= priv->first && column < priv->first + priv->n_used
           ? priv->parts->pdata[column - priv->first]
           : NULL;
}

void
remit_rights_strip_set_top (RemitRightsStrip *self,
                            int top)
{
  get_private (self)->top = top;
}

void
remit_rights_strip_set_scrolled (RemitRightsStrip *self,
                                 int scrolled)
{
  RemitRightsStripPrivate *priv = get_private (self);

  if (priv->scrolled == scrolled)
    return;
  priv->scrolled = scrolled;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

int
remit_rights_strip_get_x (RemitRightsStrip *self,
                          guint column)
{
  RemitRightsStripPrivate *priv = get_private (self);

  return remit_rights_layout_get_column (priv->layout, column) - priv->scrolled;
}

guint
remit_rights_strip_get_n_widgets (RemitRightsStrip *self)
{
  return get_private (self)->parts->len;
}
