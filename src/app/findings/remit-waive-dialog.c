/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks who accepts a finding, why, and until when. */
#include "remit-waive-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "check/findings/remit-waive.h"
#include "model/remit-day.h"
#include "widgets/remit-attempts.h"
#include "widgets/remit-dialog.h"
#include "widgets/remit-text.h"

/* What is asked about, until it is answered. */
typedef struct {
  GtkWidget *parent;
  RemitWorkspace *workspace;
  gint64 plan;
  RemitFinding *finding;
  GtkEditable *actor;
  GtkEditable *reason;
  AdwExpanderRow *limited;
  GtkCalendar *until;
  AdwMessageDialog *dialog;
} Question;

static void
free_question (gpointer data,
               GClosure *closure G_GNUC_UNUSED)
{
  Question *self = data;

  g_object_unref (self->parent);
  g_object_unref (self->workspace);
  g_object_unref (self->finding);
  g_free (self);
}

static gint64
get_until (Question *self)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *day = NULL;

  if (!adw_expander_row_get_enable_expansion (self->limited))
    return 0;
  date = gtk_calendar_get_date (self->until);
  day = g_date_time_format (date, "%Y-%m-%d");
  return remit_day_parse (day);
}

/* The answer. */
typedef struct {
  gint64 plan;
  RemitFinding *finding;
  char *actor;
  char *reason;
  gint64 until;
} Waiver;

static void
waiver_free (gpointer data)
{
  Waiver *self = data;

  g_object_unref (self->finding);
  g_free (self->actor);
  g_free (self->reason);
  g_free (self);
}

static gint64
waive (RemitWorkspace *workspace,
       gpointer data,
       GError **error)
{
  const Waiver *self = data;

  return remit_waive (workspace, self->plan, self->finding, self->actor, self->reason, self->until,
                      error);
}

static void
on_response (AdwMessageDialog *dialog G_GNUC_UNUSED,
             const char *response,
             Question *self)
{
  Waiver *waiver;

  if (!g_str_equal (response, "accept"))
    return;
  waiver = g_new0 (Waiver, 1);
  waiver->plan = self->plan;
  waiver->finding = g_object_ref (self->finding);
  waiver->actor = remit_text_dup_line (self->actor);
  waiver->reason = remit_text_dup_line (self->reason);
  waiver->until = get_until (self);
  remit_try (self->parent, self->workspace, waive, waiver, waiver_free);
}

static gboolean
is_blank (GtkEditable *editable)
{
  g_autofree char *text = remit_text_dup_line (editable);

  return *text == '\0';
}

static void
on_edited (GtkEditable *editable G_GNUC_UNUSED,
           Question *self)
{
  adw_message_dialog_set_response_enabled (self->dialog, "accept",
                                           !is_blank (self->actor) && !is_blank (self->reason));
}

static GtkWidget *
create_until (Question *self)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *calendar = gtk_calendar_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) later = g_date_time_add_months (now, 3);

  /* a waiver that ends by itself is the rule */
  gtk_calendar_select_day (GTK_CALENDAR (calendar), later);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Until a day"));
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (row), TRUE);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), TRUE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), calendar);
  self->limited = ADW_EXPANDER_ROW (row);
  self->until = GTK_CALENDAR (calendar);
  return row;
}

static GtkWidget *
create_form (Question *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *actor = adw_entry_row_new ();
  GtkWidget *reason = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (actor), _ ("By"));
  gtk_editable_set_text (GTK_EDITABLE (actor), remit_edit_get_actor ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (reason), _ ("Reason"));
  self->actor = GTK_EDITABLE (actor);
  self->reason = GTK_EDITABLE (reason);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), reason);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), actor);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_until (self));
  g_signal_connect (actor, "changed", G_CALLBACK (on_edited), self);
  g_signal_connect (reason, "changed", G_CALLBACK (on_edited), self);
  return group;
}

void
remit_waive_dialog_present (GtkWidget *parent,
                            RemitWorkspace *workspace,
                            gint64 plan,
                            RemitFinding *finding)
{
  GtkWidget *dialog;
  Question *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && REMIT_IS_FINDING (finding));

  self = g_new0 (Question, 1);
  self->parent = g_object_ref (parent);
  self->workspace = g_object_ref (workspace);
  self->plan = plan;
  self->finding = g_object_ref (finding);

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (parent)),
                                   _ ("Accept This Finding"),
                                   remit_finding_get_message (finding));
  self->dialog = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_set_extra_child (self->dialog, create_form (self));
  adw_message_dialog_add_responses (self->dialog, "cancel", _ ("_Cancel"), "accept",
                                    _ ("_Accept"), NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (self->dialog, "accept", FALSE);
  adw_message_dialog_set_default_response (self->dialog, "accept");
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), self, free_question, 0);
  remit_dialog_present (GTK_WINDOW (dialog));
}
