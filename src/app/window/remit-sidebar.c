/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar with the list of views. */
#include "remit-sidebar.h"

#include <glib/gi18n.h>

#include "remit-views.h"
#include "widgets/remit-announce.h"

struct _RemitSidebar
{
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (RemitSidebar, remit_sidebar, ADW_TYPE_BIN)

static GtkListBoxRow *
find_row (RemitSidebar *self,
          const char *view)
{
  const RemitViewInfo *info = remit_views_find (view);

  return info != NULL ? gtk_list_box_get_row_at_index (self->list, (int) (info - remit_views))
                      : NULL;
}

static void
on_row_selected (RemitSidebar *self)
{
  g_object_notify (G_OBJECT (self), "view");
}

static void
on_row_activated (RemitSidebar *self)
{
  g_signal_emit_by_name (self, "chosen");
}

static GtkWidget *
create_row (const RemitViewInfo *info)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (info->icon);
  GtkWidget *label = gtk_label_new (_ (info->title));

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  return row;
}

static GtkWidget *
create_badge (void)
{
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_widget_add_css_class (badge, "remit-badge");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  return badge;
}

/* Returns: the badge at the end of the row, made when there is none yet */
static GtkWidget *
get_badge (GtkListBoxRow *row)
{
  GtkWidget *box = gtk_list_box_row_get_child (row);
  GtkWidget *last = gtk_widget_get_last_child (box);

  if (!gtk_widget_has_css_class (last, "remit-badge"))
    gtk_box_append (GTK_BOX (box), last = create_badge ());
  return last;
}

static void
remit_sidebar_get_property (GObject *object,
                            guint prop_id G_GNUC_UNUSED,
                            GValue *value,
                            GParamSpec *pspec G_GNUC_UNUSED)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (REMIT_SIDEBAR (object)->list);

  g_value_set_string (value,
                      row != NULL ? remit_views[gtk_list_box_row_get_index (row)].name : NULL);
}

static void
remit_sidebar_set_property (GObject *object,
                            guint prop_id G_GNUC_UNUSED,
                            const GValue *value,
                            GParamSpec *pspec G_GNUC_UNUSED)
{
  RemitSidebar *self = REMIT_SIDEBAR (object);
  GtkListBoxRow *row = find_row (self, g_value_get_string (value));

  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

/* One stop for Tab, which leads to the view that is shown, and past it: in a list that goes from
 * row to row, another view would be shown with each. */
static gboolean
remit_sidebar_focus (GtkWidget *widget,
                     GtkDirectionType direction)
{
  RemitSidebar *self = REMIT_SIDEBAR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return GTK_WIDGET_CLASS (remit_sidebar_parent_class)->focus (widget, direction);
  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
remit_sidebar_class_init (RemitSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_sidebar_get_property;
  object_class->set_property = remit_sidebar_set_property;
  widget_class->focus = remit_sidebar_focus;

  g_object_class_install_property (
    object_class, 1,
    g_param_spec_string ("view", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/window/remit-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
remit_sidebar_init (RemitSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    gtk_list_box_append (self->list, create_row (info));
}

void
remit_sidebar_set_badge (RemitSidebar *self,
                         const char *view,
                         guint n,
                         const char *words)
{
  g_autofree char *number = g_strdup_printf ("%'u", n);
  GtkListBoxRow *row;
  GtkWidget *badge;

  g_return_if_fail (REMIT_IS_SIDEBAR (self));

  row = find_row (self, view);
  badge = get_badge (row);
  gtk_widget_set_visible (badge, n > 0);
  gtk_label_set_label (GTK_LABEL (badge), number);
  gtk_widget_set_tooltip_text (badge, words);
  remit_announce_describe (GTK_WIDGET (row), n > 0 ? words : NULL);
}

/* They are there always, and do not call. */
static void
show_findings (RemitSidebar *self,
               RemitChecker *checker)
{
  guint counts[REMIT_N_SEVERITIES];
  guint n_waived;
  guint n = 0;
  g_autofree char *words = NULL;

  remit_checker_count (checker, counts, &n_waived);
  for (RemitSeverity i = 0; i < REMIT_N_SEVERITIES; i++)
    n += counts[i];
  words = g_strdup_printf (ngettext ("%'u open finding", "%'u open findings", n), n);
  remit_sidebar_set_badge (self, "findings", n, words);
  gtk_widget_add_css_class (get_badge (find_row (self, "findings")), "calm");
}

void
remit_sidebar_watch_findings (RemitSidebar *self,
                              RemitChecker *checker)
{
  g_return_if_fail (REMIT_IS_SIDEBAR (self) && REMIT_IS_CHECKER (checker));

  g_signal_connect_object (checker, "checked", G_CALLBACK (show_findings), self,
                           G_CONNECT_SWAPPED);
}

void
remit_sidebar_set_past (RemitSidebar *self)
{
  g_return_if_fail (REMIT_IS_SIDEBAR (self));

  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    if (info->is_of_present)
      gtk_widget_set_visible (GTK_WIDGET (find_row (self, info->name)), FALSE);
}
