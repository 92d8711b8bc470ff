/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What dialogs share in which something is typed or chosen. */
#include "remit-dialog.h"

#include <glib/gi18n.h>

#include "remit-feedback.h"
#include "remit-find.h"
#include "remit-text.h"

/* ── Fields ───────────────────────────────────────────────────────────────────────────────── */

typedef gboolean (*VisitFunc) (GtkWidget *text,
                               gpointer data);

/* Visits the texts in their order, until one visit returns TRUE, and returns that. */
static gboolean
visit_texts (GtkWidget *widget,
             gboolean in_sight,
             VisitFunc visit,
             gpointer data)
{
  if (GTK_IS_POPOVER (widget) || (in_sight && !gtk_widget_get_mapped (widget)))
    return FALSE;
  if (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    return visit (widget, data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (visit_texts (child, in_sight, visit, data))
      return TRUE;
  return FALSE;
}

static gboolean
focus_text (GtkWidget *text,
            gpointer data G_GNUC_UNUSED)
{
  return gtk_widget_is_sensitive (text) && gtk_widget_grab_focus (text);
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
  if (visit_texts (dialog, TRUE, focus_text, NULL))
    return;
  if (ADW_IS_MESSAGE_DIALOG (dialog))
    gtk_widget_child_focus (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)),
                            GTK_DIR_TAB_FORWARD);
  else
    focus_below (remit_find_widget (dialog, ADW_TYPE_HEADER_BAR));
}

/* ── What was typed ───────────────────────────────────────────────────────────────────────── */

/* The data of a dialog: the texts that were in its fields before anybody typed, as a set. */
#define GIVEN "remit-given"

static char *
dup_content (GtkWidget *text)
{
  return GTK_IS_TEXT_VIEW (text) ? remit_text_dup (GTK_TEXT_VIEW (text))
                                 : g_strdup (gtk_editable_get_text (GTK_EDITABLE (text)));
}

static gboolean
add_content (GtkWidget *text,
             gpointer given)
{
  g_hash_table_add (given, dup_content (text));
  return FALSE;
}

/* What is searched for is not typed, in this sense. */
static gboolean
is_typed (GtkWidget *text,
          gpointer given)
{
  g_autofree char *content = dup_content (text);

  return *content != '\0' && gtk_widget_get_ancestor (text, GTK_TYPE_SEARCH_ENTRY) == NULL
         && !g_hash_table_contains (given, content);
}

static GHashTable *
collect_texts (GtkWidget *dialog)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* also those that come into sight later */
  visit_texts (dialog, FALSE, add_content, texts);
  return texts;
}

/* Something was typed in its place. */
static gboolean
lacks_given (GtkWidget *dialog,
             GHashTable *given)
{
  g_autoptr (GHashTable) texts = collect_texts (dialog);
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, given);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (*(const char *) text != '\0' && !g_hash_table_contains (texts, text))
      return TRUE;
  return FALSE;
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
  GHashTable *given;

  if (key != GDK_KEY_Escape || is_in_popover (GTK_WINDOW (dialog)))
    return FALSE;
  given = g_object_get_data (G_OBJECT (dialog), GIVEN);
  if (!visit_texts (dialog, TRUE, is_typed, given) && !lacks_given (dialog, given))
    return FALSE;
  ask (GTK_WINDOW (dialog));
  return TRUE;
}

void
remit_dialog_take_as_given (GtkWindow *dialog)
{
  g_return_if_fail (GTK_IS_WINDOW (dialog));

  g_object_set_data_full (G_OBJECT (dialog), GIVEN, collect_texts (GTK_WIDGET (dialog)),
                          (GDestroyNotify) g_hash_table_unref);
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
