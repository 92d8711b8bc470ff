/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of heads above the matrix, with the teams of the slots over them. */
#include "remit-rights-header.h"

#include <glib/gi18n.h>

#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"
#include "widgets/scrolling/remit-in-use.h"

/* A team over its columns. */
typedef struct {
  GtkWidget *label;
  guint first;
  guint last;
} Span;

struct _RemitRightsHeader
{
  RemitRightsStrip parent_instance;

  const RemitRightsLayout *layout;
  RemitDragHub *hub;
  GArray *spans;
  guint n_spans;
};

G_DEFINE_FINAL_TYPE (RemitRightsHeader, remit_rights_header, REMIT_TYPE_RIGHTS_STRIP)

static GtkWidget *
create_head (RemitRightsStrip *strip)
{
  return remit_rights_head_new (remit_rights_strip_get_table (strip),
                                REMIT_RIGHTS_HEADER (strip)->hub);
}

/* A team's name stays in sight as long as one of its columns is. */
static void
allocate_span (RemitRightsHeader *self,
               const Span *span,
               int width)
{
  RemitRightsStrip *strip = REMIT_RIGHTS_STRIP (self);
  int from = MAX (remit_rights_strip_get_x (strip, span->first), self->layout->side);
  int until = MIN (remit_rights_strip_get_x (strip, span->last), width);

  remit_in_use_set (span->label, until - from > 24);
  if (until - from > 24)
    remit_rights_strip_allocate (strip, span->label, from, 0, until - from,
                                 self->layout->team_height);
}

static void
remit_rights_header_size_allocate (GtkWidget *widget,
                                   int width,
                                   int height,
                                   int baseline)
{
  RemitRightsHeader *self = REMIT_RIGHTS_HEADER (widget);

  GTK_WIDGET_CLASS (remit_rights_header_parent_class)
    ->size_allocate (widget, width, height, baseline);

  for (guint i = 0; i < self->n_spans; i++)
    allocate_span (self, &g_array_index (self->spans, Span, i), width);
}

static void
remit_rights_header_dispose (GObject *object)
{
  RemitRightsHeader *self = REMIT_RIGHTS_HEADER (object);

  self->n_spans = 0;
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_object (&self->hub);

  G_OBJECT_CLASS (remit_rights_header_parent_class)->dispose (object);
}

static void
remit_rights_header_class_init (RemitRightsHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_rights_header_dispose;
  REMIT_RIGHTS_STRIP_CLASS (klass)->create_part = create_head;
  widget_class->size_allocate = remit_rights_header_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "remit-rights-header");
}

static void
remit_rights_header_init (RemitRightsHeader *self)
{
  GtkWidget *corner =
    g_object_new (GTK_TYPE_LABEL, "label", _ ("Decision"), "accessible-role",
                  GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "xalign", 0.0, "valign", GTK_ALIGN_FILL,
                  "yalign", 1.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  self->spans = g_array_new (FALSE, TRUE, sizeof (Span));
  gtk_widget_add_css_class (corner, "remit-rights-corner");
  gtk_widget_set_parent (corner, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Holders of rights"), -1);
}

GtkWidget *
remit_rights_header_new (RemitRightsTable *table,
                         const RemitRightsLayout *layout,
                         RemitDragHub *hub)
{
  GtkWidget *widget = remit_rights_strip_new (REMIT_TYPE_RIGHTS_HEADER, table, layout);

  REMIT_RIGHTS_HEADER (widget)->layout = layout;
  REMIT_RIGHTS_HEADER (widget)->hub = g_object_ref (hub);
  return widget;
}

/* ── Binding ──────────────────────────────────────────────────────────────────────────────── */

static void
add_span (RemitRightsHeader *self,
          gint64 team,
          guint first,
          guint last)
{
  g_autofree char *name =
    remit_rights_table_dup_team (remit_rights_strip_get_table (REMIT_RIGHTS_STRIP (self)), team);
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
  RemitRightsTable *table = remit_rights_strip_get_table (REMIT_RIGHTS_STRIP (self));
  guint n = remit_rights_table_get_n_columns (table);

  self->n_spans = 0;
  while (first < last && first < n)
    {
      gint64 team = remit_rights_table_get_column (table, first)->team;
      guint from = first;
      guint until = first + 1;

      if (team == 0)
        break;
      while (from > 0 && remit_rights_table_get_column (table, from - 1)->team == team)
        from--;
      while (until < n && remit_rights_table_get_column (table, until)->team == team)
        until++;
      add_span (self, team, from, until);
      first = until;
    }
  for (guint i = self->n_spans; i < self->spans->len; i++)
    remit_in_use_set (g_array_index (self->spans, Span, i).label, FALSE);
}

/* A line before the first column of a team. */
static gboolean
begins_team (RemitRightsTable *table,
             guint column)
{
  return column > 0
         && remit_rights_table_get_column (table, column)->team
              != remit_rights_table_get_column (table, column - 1)->team;
}

void
remit_rights_header_bind (RemitRightsHeader *self,
                          RemitChecker *checker,
                          guint first,
                          guint last)
{
  RemitRightsStrip *strip = REMIT_RIGHTS_STRIP (self);
  RemitRightsTable *table = remit_rights_strip_get_table (strip);

  remit_rights_strip_show (strip, first, last);
  for (guint i = first; i < last; i++)
    {
      GtkWidget *head = remit_rights_strip_get_part (strip, i);

      remit_rights_head_bind (REMIT_RIGHTS_HEAD (head), checker, i,
                              self->layout->with_people);
      remit_style_set_class (head, "first", begins_team (table, i));
    }
  bind_spans (self, first, last);
  remit_rights_strip_set_top (strip, self->n_spans > 0 ? self->layout->team_height : 0);
}
