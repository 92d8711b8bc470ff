/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An absence of a person. */
#include "remit-entity-rows.h"

#include <glib/gi18n.h>

#include "plan/load/remit-period.h"
#include "widgets/remit-delete.h"
#include "widgets/remit-edits.h"
#include "widgets/sections/remit-section.h"

struct _RemitAbsenceRow
{
  AdwExpanderRow parent_instance;

  RemitSectionLink link;

  GtkWidget *remove;
};

static void remit_absence_row_section_init (RemitSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitAbsenceRow, remit_absence_row, ADW_TYPE_EXPANDER_ROW,
                               REMIT_IMPLEMENT_SECTION (remit_absence_row_section_init))

static void
update (GtkWidget *widget)
{
  RemitAbsenceRow *self = REMIT_ABSENCE_ROW (widget);
  const char *reason = remit_entity_get_text (self->link.entity, REMIT_ABSENCE_REASON);
  g_autofree char *period = remit_period_dup_words (
      remit_entity_get_integer (self->link.entity, REMIT_ABSENCE_FROM),
      remit_entity_get_integer (self->link.entity, REMIT_ABSENCE_UNTIL));
  /* Translators: “in August”, “from 3 to 28 March” */
  g_autofree char *title = g_strdup_printf (_ ("Absent %s"), period);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), reason);
  remit_edits_set_sensitive (self->remove, self->link.workspace);
}

static void
on_remove (RemitAbsenceRow *self)
{
  remit_delete_ask (gtk_widget_get_parent (GTK_WIDGET (self)), self->link.workspace,
                    REMIT_KIND_ABSENCE, remit_entity_get_id (self->link.entity));
}

static void
remit_absence_row_section_init (RemitSectionInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (RemitAbsenceRow, link);
  iface->prepare = remit_section_show_children;
  iface->update = update;
}

static void
remit_absence_row_class_init (RemitAbsenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/inspector/remit-absence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitAbsenceRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
remit_absence_row_init (RemitAbsenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
