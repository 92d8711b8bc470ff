/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row in the list of conflicts: title, severity, owner and due date. */
#include "remit-conflict-row.h"

#include <glib/gi18n.h>

#include "conflicts/due/remit-clock.h"
#include "conflicts/remit-conflict-words.h"
#include "model/remit-day.h"
#include "plan/conflict/remit-settle.h"
#include "plan/design/remit-design.h"
#include "widgets/remit-names.h"
#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"

#define DAY (24 * 60 * 60 * (gint64) 1000)

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

/* "raised 3 days ago" */
static char *
dup_age (RemitEntity *conflict)
{
  gint64 age = remit_time_now () - remit_entity_get_integer (conflict, REMIT_CONFLICT_RAISED);
  gulong days = (gulong) MAX (age / DAY, 0);

  if (days == 0)
    return g_strdup (_ ("raised today"));
  return g_strdup_printf (ngettext ("raised %lu day ago", "raised %lu days ago", days), days);
}

/* "owned by Ada" */
static void
append_owner (GString *words,
              RemitWorkspace *workspace,
              gint64 owner)
{
  g_autofree char *name = remit_design_dup_name (workspace, REMIT_KIND_PERSON, owner);

  g_string_append (words, " · ");
  /* Translators: the person who sees to it that a conflict is settled */
  g_string_append_printf (words, _ ("owner: %s"), name);
}

/* "rung 2: Ada and Bob (ML engineer)" */
static void
append_asked (GString *words,
              RemitWorkspace *workspace,
              RemitEntity *conflict)
{
  gint64 team = remit_entity_get_integer (conflict, REMIT_CONFLICT_TEAM);
  g_autoptr (RemitRecord) rung = remit_settle_get_rung (remit_workspace_get_store (workspace),
                                                        remit_entity_get_record (conflict));
  g_autofree char *asked = NULL;

  if (rung == NULL)
    return;
  asked = remit_rung_dup_words (workspace, rung, team);
  g_string_append (words, " · ");
  /* Translators: the number of a rung on a ladder, and who is asked there */
  g_string_append_printf (words, _ ("level %1$d: %2$s"),
                          (int) remit_entity_get_integer (conflict, REMIT_CONFLICT_RUNG), asked);
}

/* Who is asked stands last: they may be many, and the words are cut off where a row ends. */
static char *
dup_about (RemitWorkspace *workspace,
           RemitEntity *conflict)
{
  gint64 team = remit_entity_get_integer (conflict, REMIT_CONFLICT_TEAM);
  gint64 owner = remit_entity_get_integer (conflict, REMIT_CONFLICT_OWNER);
  gint64 status = remit_entity_get_integer (conflict, REMIT_CONFLICT_STATUS);
  g_autofree char *age = dup_age (conflict);
  g_autofree char *name = team != 0 ? remit_design_dup_name (workspace, REMIT_KIND_TEAM, team)
                                    : g_strdup (_ ("Whole plan"));
  GString *words = g_string_new (name);

  if (owner != 0)
    append_owner (words, workspace, owner);
  g_string_append_printf (words, " · %s", age);
  if (remit_conflict_status_is_running ((RemitConflictStatus) status))
    append_asked (words, workspace, conflict);
  return g_string_free (words, FALSE);
}

static const char *
get_severity_word (gint64 severity)
{
  const RemitField *field = &remit_conflict_info.fields[REMIT_CONFLICT_SEVERITY];

  return g_dgettext (GETTEXT_PACKAGE, field->choices[severity].label);
}

static void
show_severity (RemitConflictRow *self,
               gint64 severity)
{
  static const char *const classes[] = { "", "low", "medium", "high", "critical" };
  const char *word = get_severity_word (severity);
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

static void
speak (RemitConflictRow *self,
       const char *severity,
       const char *status)
{
  g_autofree char *name = NULL;

  /* Translators: the title of a conflict, how severe it is, what has become of it, and its team */
  name = g_strdup_printf (_ ("%s, %s, %s, %s"), gtk_label_get_label (self->title), severity,
                          status, gtk_label_get_label (self->about));
  remit_names_set_row (GTK_WIDGET (self), name, NULL);
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
  about = dup_about (workspace, conflict);
  status = remit_record_display (remit_entity_get_record (conflict), REMIT_CONFLICT_STATUS);
  show_severity (self, remit_entity_get_integer (conflict, REMIT_CONFLICT_SEVERITY));
  show_text (self->title, remit_entity_get_text (conflict, REMIT_CONFLICT_TITLE));
  show_text (self->about, about);
  gtk_label_set_label (self->status, status);
  speak (self, get_severity_word (remit_entity_get_integer (conflict, REMIT_CONFLICT_SEVERITY)),
         status);
}
