/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What dialogs share in which something is typed or chosen. */
#include "remit-dialog.h"

#include <glib/gi18n.h>

#include "remit-feedback.h"
#include "remit-text.h"

/* ── Fields ───────────────────────────────────────────────────────────────────────────────── */

typedef gboolean (*VisitFunc) (GtkWidget *text,
                               gpointer data);

/* Visits the texts in sight in their order, until one visit returns TRUE, and returns that. */
static gboolean
visit_texts (GtkWidget *widget,
             VisitFunc visit,
             gpointer data)
{
  if (GTK_IS_POPOVER (widget) || !gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    return visit (widget, data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (visit_texts (child, visit, data))
      return TRUE;
  return FALSE;
}

static gboolean
focus_text (GtkWidget *text,
            gpointer data G_GNUC_UNUSED)
{
  return gtk_widget_is_sensitive (text) && gtk_widget_grab_focus (text);
}

/* Returns: (nullable): what stands above the fields */
static GtkWidget *
find_header (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ADW_IS_HEADER_BAR (child) ? child : find_header (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
focus_below (GtkWidget *header)
{
  while (header != NULL && (header = gtk_widget_get_next_sibling (header)) != NULL)
    if (gtk_widget_child_focus (header, GTK_DIR_TAB_FORWARD))
      return TRUE;
  return FALSE;
}

static void
focus_first (GtkWidget *dialog)
{
  if (visit_texts (dialog, focus_text, NULL))
    return;
  if (ADW_IS_MESSAGE_DIALOG (dialog))
    gtk_widget_child_focus (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)),
                            GTK_DIR_TAB_FORWARD);
  else
    focus_below (find_header (dialog));
}

/* ── What was typed ───────────────────────────────────────────────────────────────────────── */

/* The data of a dialog: what its fields had before anybody typed. */
#define GIVEN "remit-given"

/* What is searched for is no part of it, nor are empty fields, which come into sight and go. */
static gboolean
append_text (GtkWidget *text,
             gpointer all)
{
  g_autofree char *typed = GTK_IS_TEXT_VIEW (text)
                             ? remit_text_dup (GTK_TEXT_VIEW (text))
                             : g_strdup (gtk_editable_get_text (GTK_EDITABLE (text)));

  if (*typed != '\0' && gtk_widget_get_ancestor (text, GTK_TYPE_SEARCH_ENTRY) == NULL)
    g_string_append_printf (all, "%s\n", typed);
  return FALSE;
}

static char *
dup_typed (GtkWidget *dialog)
{
  GString *all = g_string_new (NULL);

  visit_texts (dialog, append_text, all);
  return g_string_free (all, FALSE);
}

static void
on_discard (GtkWindow *dialog)
{
  gtk_window_close (dialog);
}

static void
free_dialog (gpointer dialog,
             GClosure *closure G_GNUC_UNUSED)
{
  g_object_unref (dialog);
}

static void
ask (GtkWindow *dialog)
{
  GtkWidget *question = adw_message_dialog_new (dialog, _ ("Discard Text?"), NULL);
  AdwMessageDialog *self = ADW_MESSAGE_DIALOG (question);

  adw_message_dialog_add_responses (self, "keep", _ ("_Keep"), "discard", _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (self, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (self, "keep");
  adw_message_dialog_set_close_response (self, "keep");
  /* the question goes after the dialog, which it still looks at then */
  g_signal_connect_data (question, "response::discard", G_CALLBACK (on_discard),
                         g_object_ref (dialog), free_dialog, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static gboolean
is_in_popover (GtkWindow *dialog)
{
  GtkWidget *focus = gtk_window_get_focus (dialog);

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

static gboolean
on_key (GtkEventController *controller,
        guint key)
{
  GtkWidget *dialog = gtk_event_controller_get_widget (controller);
  g_autofree char *typed = NULL;

  if (key != GDK_KEY_Escape || is_in_popover (GTK_WINDOW (dialog)))
    return FALSE;
  typed = dup_typed (dialog);
  if (g_strcmp0 (typed, g_object_get_data (G_OBJECT (dialog), GIVEN)) == 0)
    return FALSE;
  ask (GTK_WINDOW (dialog));
  return TRUE;
}

void
remit_dialog_take_as_given (GtkWindow *dialog)
{
  g_return_if_fail (GTK_IS_WINDOW (dialog));

  g_object_set_data_full (G_OBJECT (dialog), GIVEN, dup_typed (GTK_WIDGET (dialog)), g_free);
}

void
remit_dialog_present (GtkWindow *dialog)
{
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_WINDOW (dialog));

  gtk_window_present (dialog);
  focus_first (GTK_WIDGET (dialog));
  remit_dialog_take_as_given (dialog);

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), NULL);
  gtk_widget_add_controller (GTK_WIDGET (dialog), keys);
}

void
remit_dialog_refuse (GtkLabel *problem,
                     const char *why)
{
  g_return_if_fail (GTK_IS_LABEL (problem));
  g_return_if_fail (why != NULL);

  gtk_label_set_label (problem, why);
  gtk_widget_set_visible (GTK_WIDGET (problem), TRUE);
  remit_feedback_announce (GTK_WIDGET (problem), why);
}
