/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A slot, in the form of its team. */
#include "remit-entity-rows.h"

#include <glib/gi18n.h>

#include "model/remit-percent.h"
#include "plan/design/remit-design.h"
#include "plan/load/remit-load.h"
#include "widgets/sections/remit-section.h"

struct _RemitSlotRow
{
  AdwActionRow parent_instance;

  RemitSectionLink link;
};

static void remit_slot_row_section_init (RemitSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitSlotRow, remit_slot_row, ADW_TYPE_ACTION_ROW,
                               REMIT_IMPLEMENT_SECTION (remit_slot_row_section_init))

static void
update (GtkWidget *widget)
{
  RemitSlotRow *self = REMIT_SLOT_ROW (widget);
  gint64 id = remit_entity_get_id (self->link.entity);
  g_autofree char *name = remit_design_dup_name (self->link.workspace, REMIT_KIND_SLOT, id);
  /* Translators: how much of what a slot needs is filled, in percent */
  g_autofree char *filled =
    remit_percent_printf (_ ("%d %% of %d %% filled"),
                          remit_load_get_filled (self->link.workspace, id),
                          (int) remit_entity_get_integer (self->link.entity, REMIT_SLOT_FTE));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), filled);
}

static void
on_activated (RemitSlotRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)", (int) REMIT_KIND_SLOT,
                              remit_entity_get_id (self->link.entity));
}

static void
remit_slot_row_section_init (RemitSectionInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (RemitSlotRow, link);
  iface->parts = REMIT_KIND_BIT (REMIT_KIND_ASSIGNMENT);
  iface->others = REMIT_KIND_BIT (REMIT_KIND_ROLE);
  iface->update = update;
}

static void
remit_slot_row_class_init (RemitSlotRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/inspector/remit-slot-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
remit_slot_row_init (RemitSlotRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
