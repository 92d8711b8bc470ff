/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One conflict in the list: what it is, how bad, who has it, and until when. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-conflict-row.h"

#include <glib/gi18n.h>

#include "conflicts/due/remit-clock.h"
#include "conflicts/remit-conflict-words.h"
#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"

struct _RemitConflictRow
{
  GtkBox parent_instance;

  GtkLabel *severity;
  GtkLabel *title;
  GtkLabel *about;
  GtkLabel *status;
  RemitClock *clock;
};

G_DEFINE_FINAL_TYPE (RemitConflictRow, remit_conflict_row, GTK_TYPE_BOX)

static void
remit_conflict_row_class_init (RemitConflictRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (REMIT_TYPE_CLOCK);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/conflicts/list/remit-conflict-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitConflictRow, severity);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictRow, title);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictRow, about);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictRow, status);
  gtk_widget_class_bind_template_child (widget_class, RemitConflictRow, clock);
}

static void
remit_conflict_row_init (RemitConflictRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_severity (RemitConflictRow *self,
               gint64 severity)
{
  static const char *const classes[] = { "", "low", "medium", "high", "critical" };
  const RemitField *field = &remit_conflict_info.fields[REMIT_CONFLICT_SEVERITY];
  const char *word = g_dgettext (GETTEXT_PACKAGE, field->choices[severity].label);
  g_autofree char *number = severity > 0 ? g_strdup_printf ("%d", (int) severity)
                                         : g_strdup ("–");

  gtk_label_set_label (self->severity, number);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->severity), word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->severity), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  word, -1);
  for (guint i = 1; i < G_N_ELEMENTS (classes); i++)
    remit_style_set_class (GTK_WIDGET (self->severity), classes[i], i == severity);
}

/* What does not fit into two lines is in a tooltip. */
static void
show_text (GtkLabel *label,
           const char *text)
{
  gtk_label_set_label (label, text);
  remit_tooltip_set (GTK_WIDGET (label), text);
}

void
remit_conflict_row_bind (RemitConflictRow *self,
                         RemitWorkspace *workspace,
                         RemitEntity *conflict)
{
  g_autofree char *about = NULL;
  g_autofree char *status = NULL;

  g_return_if_fail (REMIT_IS_CONFLICT_ROW (self));

  remit_clock_set_due (self->clock,
                       conflict != NULL ? remit_entity_get_integer (conflict, REMIT_CONFLICT_DUE)
                                        : 0);
  if (conflict == NULL)
    return;
  about = remit_conflict_dup_about (workspace, conflict);
  status = remit_record_display (remit_entity_get_record (conflict), REMIT_CONFLICT_STATUS);
  show_severity (self, remit_entity_get_integer (conflict, REMIT_CONFLICT_SEVERITY));
  show_text (self->title, remit_entity_get_text (conflict, REMIT_CONFLICT_TITLE));
  show_text (self->about, about);
  gtk_label_set_label (self->status, status);
}
