/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A slot, in the form of its team. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-slot-row.h"

#include <glib/gi18n.h>
#include "plan/design/remit-design.h"
#include "plan/load/remit-load.h"

struct _RemitSlotRow
{
  AdwActionRow parent_instance;

  RemitWorkspace *workspace;
  RemitEntity *entity;
};

G_DEFINE_FINAL_TYPE (RemitSlotRow, remit_slot_row, ADW_TYPE_ACTION_ROW)

static void
update (RemitSlotRow *self)
{
  gint64 id = remit_entity_get_id (self->entity);
  g_autofree char *name = remit_design_dup_name (self->workspace, REMIT_KIND_SLOT, id);
  /* Translators: how much of what a slot needs is filled, in percent */
  g_autofree char *filled =
    g_strdup_printf (_ ("%d %% of %d %% filled"), remit_load_get_filled (self->workspace, id),
                     (int) remit_entity_get_integer (self->entity, REMIT_SLOT_FTE));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), filled);
}

static void
on_activated (RemitSlotRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)", (int) REMIT_KIND_SLOT,
                              remit_entity_get_id (self->entity));
}

static void
remit_slot_row_dispose (GObject *object)
{
  RemitSlotRow *self = REMIT_SLOT_ROW (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->entity);

  G_OBJECT_CLASS (remit_slot_row_parent_class)->dispose (object);
}

static void
remit_slot_row_class_init (RemitSlotRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_slot_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/inspector/remit-slot-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
remit_slot_row_init (RemitSlotRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
remit_slot_row_new (RemitWorkspace *workspace,
                    RemitEntity *entity,
                    RemitKind subject)
{
  RemitSlotRow *self = g_object_new (REMIT_TYPE_SLOT_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  self->entity = g_object_ref (entity);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
