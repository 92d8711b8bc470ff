/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a column of the matrix: whose letters it has, and how many weigh. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-rights-head.h"

#include <glib/gi18n.h>

#include "widgets/remit-tooltip.h"

struct _RemitRightsHead
{
  GtkWidget parent_instance;

  RemitRightsTable *table; /* the grid's */
  guint column;
  RemitKind kind;
  gint64 id;

  GtkLabel *name;
  GtkLabel *totals;
  GtkImage *mark;
};

G_DEFINE_FINAL_TYPE (RemitRightsHead, remit_rights_head, GTK_TYPE_WIDGET)

static void
remit_rights_head_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (remit_rights_head_parent_class)->dispose (object);
}

static void
remit_rights_head_class_init (RemitRightsHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_rights_head_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "remit-rights-head");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
}

static void
remit_rights_head_init (RemitRightsHead *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)),
                                  GTK_ORIENTATION_VERTICAL);
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_wrap_mode (self->name, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->name, 2);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_justify (self->name, GTK_JUSTIFY_CENTER);
  gtk_widget_set_vexpand (GTK_WIDGET (self->name), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->name), GTK_ALIGN_END);
  gtk_widget_set_parent (GTK_WIDGET (self->name), widget);

  self->totals = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->totals), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->totals), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->totals), "numeric");
  self->mark = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_halign (foot, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->totals));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->mark));
  gtk_widget_set_parent (foot, widget);
}

/* A slot or a person goes where it is dropped; a role is not dragged. */
static RemitDrag *
create_drag (GtkWidget *widget)
{
  RemitRightsHead *self = REMIT_RIGHTS_HEAD (widget);
  const char *name = gtk_label_get_label (self->name);
  RemitDrag *drag;

  if (self->kind == REMIT_KIND_SLOT)
    return remit_drag_new (REMIT_DRAG_SLOT, self->id, name);
  if (self->kind != REMIT_KIND_PERSON)
    return NULL;
  drag = remit_drag_new (REMIT_DRAG_PEOPLE, 0, name);
  remit_drag_add (drag, self->id, 0);
  return drag;
}

static void
on_pressed (RemitRightsHead *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)", (int) self->kind,
                              self->id);
}

GtkWidget *
remit_rights_head_new (RemitRightsTable *table,
                       RemitDragHub *hub)
{
  RemitRightsHead *self = g_object_new (REMIT_TYPE_RIGHTS_HEAD, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  self->table = table;
  g_signal_connect_object (click, "released", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  remit_drag_hub_add_source (hub, GTK_WIDGET (self), GTK_WIDGET (self), create_drag);
  return GTK_WIDGET (self);
}

static char *
dup_spoken (RemitRightsHead *self,
            const RemitRightsColumn *column,
            guint n_decides,
            guint n_does,
            const RemitFindingMark *mark)
{
  g_autofree char *team = column->team != 0 ? remit_rights_table_dup_team (self->table,
                                                                           column->team)
                                            : NULL;
  g_autofree char *decides = g_strdup_printf (
    ngettext ("decides on %u", "decides on %u", n_decides), n_decides);
  g_autofree char *does = g_strdup_printf (ngettext ("does %u", "does %u", n_does), n_does);
  g_autoptr (GString) spoken = g_string_new (column->name);

  if (team != NULL)
    g_string_append_printf (spoken, ", %s", team);
  g_string_append_printf (spoken, ": %s, %s", decides, does);
  if (mark->words != NULL)
    g_string_append_printf (spoken, "\n%s", mark->words);
  return g_string_free (g_steal_pointer (&spoken), FALSE);
}

void
remit_rights_head_bind (RemitRightsHead *self,
                        RemitChecker *checker,
                        guint column)
{
  const RemitRightsColumn *at;
  g_auto (RemitFindingMark) mark = { 0 };
  g_autofree char *totals = NULL;
  g_autofree char *spoken = NULL;
  guint n_decides;
  guint n_does;

  g_return_if_fail (REMIT_IS_RIGHTS_HEAD (self));

  at = remit_rights_table_get_column (self->table, column);
  self->column = column;
  self->kind = at->kind;
  self->id = at->id;
  remit_rights_table_count (self->table, column, &n_decides, &n_does);
  remit_finding_mark_get (checker, at->kind, at->id, REMIT_KIND_NONE, 0, &mark);
  gtk_label_set_label (self->name, at->name);
  /* Translators: under a column of the matrix: on how many it decides, and how many it does; the
   * letters of RACI */
  totals = g_strdup_printf (_ ("A %1$u · R %2$u"), n_decides, n_does);
  gtk_label_set_label (self->totals, totals);
  remit_finding_mark_show (&mark, self->mark);
  spoken = dup_spoken (self, at, n_decides, n_does, &mark);
  remit_tooltip_set (GTK_WIDGET (self), spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}
