/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of heads above the matrix, with the teams of the slots over them. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-rights-header.h"

#include <glib/gi18n.h>

#include "widgets/remit-tooltip.h"

/* Pixels: how high the names of the teams are. */
#define TEAM_HEIGHT 26

/* A team over its columns. */
typedef struct {
  GtkWidget *label;
  guint first;
  guint last;
} Span;

struct _RemitRightsHeader
{
  GtkWidget parent_instance;

  RemitRightsTable *table; /* the grid's */
  const RemitRightsLayout *layout;
  RemitDragHub *hub;
  guint first;
  int scrolled;

  GtkWidget *corner;
  GPtrArray *heads;
  guint n_used;
  GArray *spans;
  guint n_spans;
};

G_DEFINE_FINAL_TYPE (RemitRightsHeader, remit_rights_header, GTK_TYPE_WIDGET)

static void
remit_rights_header_measure (GtkWidget *widget G_GNUC_UNUSED,
                             GtkOrientation orientation G_GNUC_UNUSED,
                             int for_size G_GNUC_UNUSED,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline G_GNUC_UNUSED,
                             int *natural_baseline G_GNUC_UNUSED)
{
  *minimum = *natural = 0;
}

/* @x: from the start */
static void
allocate (RemitRightsHeader *self,
          GtkWidget *child,
          int x,
          int y,
          int width,
          int height)
{
  gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int whole = gtk_widget_get_width (GTK_WIDGET (self));
  GtkAllocation box = { from_right ? whole - x - width : x, y, width, height };
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  box.width = MAX (box.width, least);
  gtk_widget_size_allocate (child, &box, -1);
}

static int
get_x (RemitRightsHeader *self,
       guint column)
{
  return remit_rights_layout_get_column (self->layout, column) - self->scrolled;
}

/* A team's name stays in sight as long as one of its columns is. */
static void
allocate_span (RemitRightsHeader *self,
               const Span *span,
               int width)
{
  int from = MAX (get_x (self, span->first), self->layout->side);
  int until = MIN (get_x (self, span->last), width);

  gtk_widget_set_child_visible (span->label, until - from > 24);
  if (until - from > 24)
    allocate (self, span->label, from, 0, until - from, TEAM_HEIGHT);
}

static void
remit_rights_header_size_allocate (GtkWidget *widget,
                                   int width,
                                   int height,
                                   int baseline G_GNUC_UNUSED)
{
  RemitRightsHeader *self = REMIT_RIGHTS_HEADER (widget);
  int top = self->n_spans > 0 ? TEAM_HEIGHT : 0;

  allocate (self, self->corner, 0, 0, self->layout->side, height);
  for (guint i = 0; i < self->n_used; i++)
    allocate (self, self->heads->pdata[i], get_x (self, self->first + i), top,
              self->layout->column_width, height - top);
  for (guint i = 0; i < self->n_spans; i++)
    allocate_span (self, &g_array_index (self->spans, Span, i), width);
}

static void
remit_rights_header_snapshot (GtkWidget *widget,
                              GtkSnapshot *snapshot)
{
  RemitRightsHeader *self = REMIT_RIGHTS_HEADER (widget);
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget) - self->layout->side;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (from_right ? 0 : (float) self->layout->side, 0,
                                               (float) MAX (0, width),
                                               (float) gtk_widget_get_height (widget)));
  for (guint i = 0; i < self->n_used; i++)
    gtk_widget_snapshot_child (widget, self->heads->pdata[i], snapshot);
  for (guint i = 0; i < self->n_spans; i++)
    gtk_widget_snapshot_child (widget, g_array_index (self->spans, Span, i).label, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->corner, snapshot);
}

static void
remit_rights_header_dispose (GObject *object)
{
  RemitRightsHeader *self = REMIT_RIGHTS_HEADER (object);
  GtkWidget *child;

  self->n_used = self->n_spans = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->heads, g_ptr_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_object (&self->hub);

  G_OBJECT_CLASS (remit_rights_header_parent_class)->dispose (object);
}

static void
remit_rights_header_class_init (RemitRightsHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_rights_header_dispose;
  widget_class->measure = remit_rights_header_measure;
  widget_class->size_allocate = remit_rights_header_size_allocate;
  widget_class->snapshot = remit_rights_header_snapshot;
  gtk_widget_class_set_css_name (widget_class, "remit-rights-header");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
remit_rights_header_init (RemitRightsHeader *self)
{
  self->heads = g_ptr_array_new ();
  self->spans = g_array_new (FALSE, TRUE, sizeof (Span));
  self->corner = g_object_new (GTK_TYPE_LABEL, "label", _ ("Decision"), "accessible-role",
                               GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "xalign", 0.0, "valign",
                               GTK_ALIGN_FILL, "yalign", 1.0, "ellipsize", PANGO_ELLIPSIZE_END,
                               NULL);
  gtk_widget_add_css_class (self->corner, "remit-rights-corner");
  gtk_widget_set_parent (self->corner, GTK_WIDGET (self));
}

GtkWidget *
remit_rights_header_new (RemitRightsTable *table,
                         const RemitRightsLayout *layout,
                         RemitDragHub *hub)
{
  RemitRightsHeader *self = g_object_new (REMIT_TYPE_RIGHTS_HEADER, NULL);

  self->table = table;
  self->layout = layout;
  self->hub = g_object_ref (hub);
  return GTK_WIDGET (self);
}

/* ── Binding ──────────────────────────────────────────────────────────────────────────────── */

static void
add_span (RemitRightsHeader *self,
          gint64 team,
          guint first,
          guint last)
{
  g_autofree char *name = remit_rights_table_dup_team (self->table, team);
  Span *span;

  if (self->n_spans == self->spans->len)
    {
      Span new = { .label = gtk_label_new (NULL) };

      gtk_label_set_ellipsize (GTK_LABEL (new.label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (new.label, "remit-rights-team");
      gtk_widget_insert_before (new.label, GTK_WIDGET (self), NULL);
      g_array_append_val (self->spans, new);
    }
  span = &g_array_index (self->spans, Span, self->n_spans++);
  span->first = first;
  span->last = last;
  gtk_label_set_label (GTK_LABEL (span->label), name);
  remit_tooltip_set (span->label, name);
}

/* A team has all its columns, also those out of sight. */
static void
bind_spans (RemitRightsHeader *self,
            guint first,
            guint last)
{
  guint n = remit_rights_table_get_n_columns (self->table);

  self->n_spans = 0;
  while (first < last && first < n)
    {
      gint64 team = remit_rights_table_get_column (self->table, first)->team;
      guint from = first;
      guint until = first + 1;

      if (team == 0)
        break;
      while (from > 0 && remit_rights_table_get_column (self->table, from - 1)->team == team)
        from--;
      while (until < n && remit_rights_table_get_column (self->table, until)->team == team)
        until++;
      add_span (self, team, from, until);
      first = until;
    }
  for (guint i = self->n_spans; i < self->spans->len; i++)
    gtk_widget_set_child_visible (g_array_index (self->spans, Span, i).label, FALSE);
}

/* A line before the first column of a team. */
static gboolean
begins_team (RemitRightsHeader *self,
             guint column)
{
  return column > 0
         && remit_rights_table_get_column (self->table, column)->team
              != remit_rights_table_get_column (self->table, column - 1)->team;
}

void
remit_rights_header_bind (RemitRightsHeader *self,
                          RemitChecker *checker,
                          guint first,
                          guint last)
{
  g_return_if_fail (REMIT_IS_RIGHTS_HEADER (self));

  self->first = first;
  self->n_used = last - first;
  while (self->heads->len < self->n_used)
    {
      GtkWidget *head = remit_rights_head_new (self->table, self->hub);

      gtk_widget_insert_before (head, GTK_WIDGET (self), NULL);
      g_ptr_array_add (self->heads, head);
    }
  for (guint i = 0; i < self->heads->len; i++)
    {
      GtkWidget *head = self->heads->pdata[i];

      gtk_widget_set_child_visible (head, i < self->n_used);
      if (i >= self->n_used)
        continue;
      remit_rights_head_bind (REMIT_RIGHTS_HEAD (head), checker, first + i);
      if (begins_team (self, first + i))
        gtk_widget_add_css_class (head, "first");
      else
        gtk_widget_remove_css_class (head, "first");
    }
  bind_spans (self, first, last);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
remit_rights_header_set_scrolled (RemitRightsHeader *self,
                                  int scrolled)
{
  if (self->scrolled == scrolled)
    return;
  self->scrolled = scrolled;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

guint
remit_rights_header_get_n_widgets (RemitRightsHeader *self)
{
  return self->heads->len;
}
