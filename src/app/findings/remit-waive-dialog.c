/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks who accepts findings, why, and until when. */
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
  GPtrArray *findings;
  GtkEditable *actor;
  GtkTextView *reason;
  AdwActionRow *until_row;
  GtkSwitch *limited;
  GtkMenuButton *calendar_button;
  GtkCalendar *calendar;
  AdwMessageDialog *dialog;
} Question;

static void
free_question (gpointer data,
               GClosure *closure G_GNUC_UNUSED)
{
  Question *self = data;

  g_object_unref (self->parent);
  g_object_unref (self->workspace);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

static gint64
get_until (Question *self)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *day = NULL;

  if (!gtk_switch_get_active (self->limited))
    return 0;
  date = gtk_calendar_get_date (self->calendar);
  day = g_date_time_format (date, "%Y-%m-%d");
  return remit_day_parse (day);
}

/* The answer. */
typedef struct {
  GPtrArray *findings;
  char *actor;
  char *reason;
  RemitWaiverTerms terms;
} Waiver;

static void
waiver_free (gpointer data)
{
  Waiver *self = data;

  g_ptr_array_unref (self->findings);
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

  return remit_waive_all (workspace, self->findings, &self->terms, error);
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
  waiver->findings = g_ptr_array_ref (self->findings);
  waiver->actor = remit_text_dup_line (self->actor);
  waiver->reason = remit_text_dup (self->reason);
  waiver->terms = (RemitWaiverTerms){ self->plan, waiver->actor, waiver->reason,
                                      get_until (self) };
  remit_try (self->parent, self->workspace, waive, waiver, waiver_free);
}

/* ── The form ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_over (gint64 until)
{
  return until != 0 && until < remit_day_today ();
}

static void
update (Question *self)
{
  g_autofree char *actor = remit_text_dup_line (self->actor);
  g_autofree char *reason = remit_text_dup (self->reason);

  adw_message_dialog_set_response_enabled (self->dialog, "accept",
                                           *actor != '\0' && *reason != '\0'
                                             && !is_over (get_until (self)));
}

/* The day is in sight without a click. */
static void
show_until (Question *self)
{
  gint64 until = get_until (self);
  g_autofree char *day = remit_day_display (until);
  g_autofree char *words = NULL;

  if (until == 0)
    words = g_strdup (_ ("No end date"));
  else if (is_over (until))
    /* Translators: a day */
    words = g_strdup_printf (_ ("%s is in the past. Choose a later day"), day);
  else
    words = g_strdup (day);
  adw_action_row_set_subtitle (self->until_row, words);
  gtk_widget_set_sensitive (GTK_WIDGET (self->calendar_button), until != 0);
}

static void
on_until_changed (Question *self)
{
  gtk_menu_button_popdown (self->calendar_button);
  show_until (self);
  if (self->dialog != NULL)
    update (self);
}

static GtkWidget *
create_calendar_button (Question *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *calendar = gtk_calendar_new ();
  GtkWidget *popover = gtk_popover_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) later = g_date_time_add_months (now, 3);

  gtk_calendar_select_day (GTK_CALENDAR (calendar), later);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a Day"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  self->calendar = GTK_CALENDAR (calendar);
  self->calendar_button = GTK_MENU_BUTTON (button);
  g_signal_connect_swapped (calendar, "day-selected", G_CALLBACK (on_until_changed), self);
  return button;
}

/* A waiver that ends by itself is the rule. */
static GtkWidget *
create_until (Question *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *limited = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Until"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_calendar_button (self));
  gtk_switch_set_active (GTK_SWITCH (limited), TRUE);
  gtk_widget_set_valign (limited, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (limited), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("End date"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), limited);
  self->until_row = ADW_ACTION_ROW (row);
  self->limited = GTK_SWITCH (limited);
  g_signal_connect_swapped (limited, "notify::active", G_CALLBACK (on_until_changed), self);
  show_until (self);
  return row;
}

static GtkWidget *
create_reason (Question *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *text = gtk_text_view_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Reason"));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_widget_add_css_class (text, "card");
  gtk_widget_add_css_class (text, "remit-record-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), text);
  self->reason = GTK_TEXT_VIEW (text);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->reason), "changed",
                            G_CALLBACK (update), self);
  return group;
}

static GtkWidget *
create_form (Question *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *actor = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (actor), _ ("Accepted by"));
  gtk_editable_set_text (GTK_EDITABLE (actor), remit_edit_get_actor ());
  self->actor = GTK_EDITABLE (actor);
  gtk_box_append (GTK_BOX (form), create_reason (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_until (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), actor);
  gtk_box_append (GTK_BOX (form), group);
  g_signal_connect_swapped (actor, "changed", G_CALLBACK (update), self);
  return form;
}

/* ── What is accepted ─────────────────────────────────────────────────────────────────────── */

/* Returns: the message of one; of several the titles of their rules, with how many each has */
static char *
dup_body (GPtrArray *findings)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GString) body = g_string_new (NULL);

  if (findings->len == 1)
    return g_strdup (remit_finding_get_message (findings->pdata[0]));
  for (guint i = 0; i < findings->len; i++)
    {
      const char *title = remit_finding_get_title (findings->pdata[i]);
      guint n = 0;

      if (g_ptr_array_find_with_equal_func (titles, title, g_str_equal, NULL))
        continue;
      g_ptr_array_add (titles, (gpointer) title);
      for (guint j = i; j < findings->len; j++)
        n += g_str_equal (remit_finding_get_title (findings->pdata[j]), title) ? 1 : 0;
      g_string_append (body, titles->len > 1 ? "\n" : "");
      /* Translators: the title of a rule, and how many findings of it there are */
      g_string_append_printf (body, _ ("%1$s: %2$u"), title, n);
    }
  return g_string_free (g_steal_pointer (&body), FALSE);
}

static char *
dup_heading (guint n)
{
  return g_strdup_printf (ngettext ("Accept %u Finding", "Accept %u Findings", n), n);
}

void
remit_waive_dialog_present (GtkWidget *parent,
                            RemitWorkspace *workspace,
                            gint64 plan,
                            RemitFinding *const *findings,
                            guint n_findings)
{
  g_autofree char *heading = dup_heading (n_findings);
  g_autofree char *body = NULL;
  GtkWidget *dialog;
  Question *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && n_findings > 0);

  self = g_new0 (Question, 1);
  self->parent = g_object_ref (parent);
  self->workspace = g_object_ref (workspace);
  self->plan = plan;
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_findings; i++)
    g_ptr_array_add (self->findings, g_object_ref (findings[i]));
  body = dup_body (self->findings);

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (parent)),
                                   n_findings == 1 ? _ ("Accept This Finding") : heading, body);
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
