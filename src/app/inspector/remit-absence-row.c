/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An absence of a person. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-absence-row.h"

#include <glib/gi18n.h>
#include "plan/load/remit-period.h"
#include "widgets/remit-delete.h"
#include "widgets/remit-editor.h"

struct _RemitAbsenceRow
{
  AdwExpanderRow parent_instance;

  RemitWorkspace *workspace;
  RemitEntity *entity;
};

G_DEFINE_FINAL_TYPE (RemitAbsenceRow, remit_absence_row, ADW_TYPE_EXPANDER_ROW)

static void
update (RemitAbsenceRow *self)
{
  const char *reason = remit_entity_get_text (self->entity, REMIT_ABSENCE_REASON);
  g_autofree char *period = remit_period_dup_words (
      remit_entity_get_integer (self->entity, REMIT_ABSENCE_FROM),
      remit_entity_get_integer (self->entity, REMIT_ABSENCE_UNTIL));
  /* Translators: “in August”, “from 3 to 28 March” */
  g_autofree char *title = g_strdup_printf (_ ("Away %s"), period);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), reason);
}

static void
on_remove (RemitAbsenceRow *self)
{
  remit_delete_ask (gtk_widget_get_parent (GTK_WIDGET (self)), self->workspace, REMIT_KIND_ABSENCE,
                    remit_entity_get_id (self->entity));
}

static void
remit_absence_row_dispose (GObject *object)
{
  RemitAbsenceRow *self = REMIT_ABSENCE_ROW (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->entity);

  G_OBJECT_CLASS (remit_absence_row_parent_class)->dispose (object);
}

static void
remit_absence_row_class_init (RemitAbsenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_absence_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/inspector/remit-absence-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
remit_absence_row_init (RemitAbsenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
remit_absence_row_new (RemitWorkspace *workspace,
                       RemitEntity *entity,
                       RemitKind subject)
{
  RemitAbsenceRow *self = g_object_new (REMIT_TYPE_ABSENCE_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  self->entity = g_object_ref (entity);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    remit_editor_show_all (child, workspace, 0, entity);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
