/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result in a list: its name and place, and for the first one the title of the group. */
#include "remit-find-row.h"

#include "widgets/remit-names.h"
#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"

struct _RemitFindRow
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *place;
};

G_DEFINE_FINAL_TYPE (RemitFindRow, remit_find_row, GTK_TYPE_BOX)

static const char *const icons[REMIT_FIND_N_GROUPS] = {
  [REMIT_FIND_VIEWS] = "view-grid-symbolic",
  [REMIT_FIND_TEAMS] = "system-users-symbolic",
  [REMIT_FIND_PEOPLE] = "avatar-default-symbolic",
  [REMIT_FIND_SLOTS] = "remit-board-symbolic",
  [REMIT_FIND_DECISIONS] = "remit-decisions-symbolic",
  [REMIT_FIND_CONFLICTS] = "remit-conflicts-symbolic",
  [REMIT_FIND_ROLES] = "remit-roles-symbolic",
  [REMIT_FIND_SKILLS] = "remit-library-symbolic",
  [REMIT_FIND_PLANS] = "view-list-symbolic",
  [REMIT_FIND_ACTIONS] = "system-run-symbolic",
  [REMIT_FIND_FINDINGS] = "remit-findings-symbolic",
};

static void
remit_find_row_class_init (RemitFindRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/find/remit-find-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitFindRow, title);
  gtk_widget_class_bind_template_child (widget_class, RemitFindRow, icon);
  gtk_widget_class_bind_template_child (widget_class, RemitFindRow, name);
  gtk_widget_class_bind_template_child (widget_class, RemitFindRow, place);
}

static void
remit_find_row_init (RemitFindRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* It is the item around the row that has the keyboard, and is spoken; some speak of what is in
 * it. */
static void
name_row (RemitFindRow *self,
          RemitFindItem *item)
{
  const char *title = remit_find_group_get_title (remit_find_item_get_group (item));
  const char *place = remit_find_item_get_place (item);
  g_autofree char *more = *place != '\0' ? g_strdup_printf ("%s, %s", place, title)
                                         : g_strdup (title);

  remit_names_set_row (GTK_WIDGET (self), remit_find_item_get_name (item), more);
}

void
remit_find_row_bind (RemitFindRow *self,
                     RemitFindItem *item)
{
  RemitFindGroup group = remit_find_item_get_group (item);
  const char *place = remit_find_item_get_place (item);
  gboolean is_more = remit_find_item_is_more (item);

  g_return_if_fail (REMIT_IS_FIND_ROW (self));

  gtk_label_set_label (self->title, remit_find_group_get_title (group));
  gtk_widget_set_visible (GTK_WIDGET (self->title), remit_find_item_is_first (item));
  gtk_image_set_from_icon_name (self->icon, is_more ? "view-more-symbolic" : icons[group]);
  gtk_label_set_label (self->name, remit_find_item_get_name (item));
  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *place != '\0');
  remit_tooltip_set (GTK_WIDGET (self->place), *place != '\0' ? place : NULL);
  remit_style_set_class (GTK_WIDGET (self->name), "dim-label", is_more);
  name_row (self, item);
}
