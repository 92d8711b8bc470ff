/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds decisions from the library to a team, or to the whole plan. */
#include "remit-library-dialog.h"

#include <glib/gi18n.h>

#include "exchange/library/remit-decision-library.h"
#include "widgets/pickers/remit-choices.h"
#include "widgets/remit-attempts.h"
#include "widgets/remit-dialog.h"

struct _RemitLibraryDialog
{
  AdwWindow parent_instance;

  GtkWidget *parent;
  RemitWorkspace *workspace;
  gint64 plan;
  GPtrArray *library;
  GPtrArray *rows; /* one for each decision */

  AdwComboRow *team;
  AdwPreferencesGroup *decisions;
  GtkButton *take;
  GtkLabel *problems;
};

G_DEFINE_FINAL_TYPE (RemitLibraryDialog, remit_library_dialog, ADW_TYPE_WINDOW)

static GtkCheckButton *
get_check (RemitLibraryDialog *self,
           guint i)
{
  return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (self->rows->pdata[i]));
}

static gboolean
is_chosen (RemitLibraryDialog *self,
           guint i)
{
  return gtk_widget_get_sensitive (self->rows->pdata[i])
         && gtk_check_button_get_active (get_check (self, i));
}

static void
update_button (RemitLibraryDialog *self)
{
  guint n = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    n += is_chosen (self, i);
  /* Translators: a button; how many decisions are taken from the library */
  label = g_strdup_printf (ngettext ("_Add %u", "_Add %u", n), n);
  gtk_button_set_label (self->take, n > 0 ? label : _ ("_Add"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), n > 0);
}

/* What the team has already, it does not take again. */
static void
on_team_chosen (RemitLibraryDialog *self)
{
  gint64 team = remit_choices_get (self->team);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const RemitLibraryDecision *decision = self->library->pdata[i];
      gboolean taken = remit_decision_library_is_taken (self->workspace, self->plan, team,
                                                        decision->key);

      gtk_widget_set_sensitive (self->rows->pdata[i], !taken);
      adw_action_row_set_subtitle (self->rows->pdata[i],
                                   taken ? _ ("Already added") : decision->description);
    }
  update_button (self);
}

static void
on_all (RemitLibraryDialog *self)
{
  gboolean all = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_sensitive (self->rows->pdata[i]))
      all = all && gtk_check_button_get_active (get_check (self, i));
  for (guint i = 0; i < self->rows->len; i++)
    gtk_check_button_set_active (get_check (self, i), !all);
}

typedef struct {
  gint64 plan;
  gint64 team;
  GPtrArray *library; /* keeps those that are chosen */
  GPtrArray *chosen;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *self = data;

  g_ptr_array_unref (self->chosen);
  g_ptr_array_unref (self->library);
  g_free (self);
}

static gint64
take (RemitWorkspace *workspace,
      gpointer data,
      GError **error)
{
  const Taking *self = data;

  return remit_decision_library_take (workspace, self->plan, self->team,
                                      (const RemitLibraryDecision *const *) self->chosen->pdata,
                                      self->chosen->len, error);
}

static void
on_take (RemitLibraryDialog *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  Taking *taking;

  for (guint i = 0; i < self->library->len; i++)
    if (is_chosen (self, i))
      g_ptr_array_add (chosen, self->library->pdata[i]);
  if (chosen->len == 0)
    return;
  taking = g_new0 (Taking, 1);
  taking->plan = self->plan;
  taking->team = remit_choices_get (self->team);
  taking->library = g_ptr_array_ref (self->library);
  taking->chosen = g_steal_pointer (&chosen);
  remit_try (self->parent, self->workspace, take, taking, taking_free);
  gtk_window_close (GTK_WINDOW (self));
}

/* ── The lists ────────────────────────────────────────────────────────────────────────────── */

static void
add_decision (RemitLibraryDialog *self,
              const RemitLibraryDecision *decision)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", decision->title,
                                 NULL);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->decisions, row);
  g_ptr_array_add (self->rows, row);
}

static void
fill_decisions (RemitLibraryDialog *self)
{
  g_autoptr (GPtrArray) problems = NULL;

  self->library = remit_decision_library_load (&problems);
  for (guint i = 0; i < self->library->len; i++)
    add_decision (self, self->library->pdata[i]);
  if (problems->len == 0)
    return;
  g_ptr_array_add (problems, NULL);
  {
    g_autofree char *words = g_strjoinv ("\n", (char **) problems->pdata);

    gtk_label_set_label (self->problems, words);
    gtk_widget_set_visible (GTK_WIDGET (self->problems), TRUE);
  }
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_library_dialog_dispose (GObject *object)
{
  RemitLibraryDialog *self = REMIT_LIBRARY_DIALOG (object);

  g_clear_object (&self->parent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->library, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (remit_library_dialog_parent_class)->dispose (object);
}

static void
remit_library_dialog_class_init (RemitLibraryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_library_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/decisions/remit-library-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitLibraryDialog, team);
  gtk_widget_class_bind_template_child (widget_class, RemitLibraryDialog, decisions);
  gtk_widget_class_bind_template_child (widget_class, RemitLibraryDialog, take);
  gtk_widget_class_bind_template_child (widget_class, RemitLibraryDialog, problems);
  gtk_widget_class_bind_template_callback (widget_class, on_take);
  gtk_widget_class_bind_template_callback (widget_class, on_all);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_library_dialog_init (RemitLibraryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

void
remit_library_dialog_present (GtkWidget *parent,
                              RemitWorkspace *workspace,
                              gint64 plan,
                              gint64 team)
{
  RemitLibraryDialog *self = g_object_new (REMIT_TYPE_LIBRARY_DIALOG, "transient-for",
                                           gtk_widget_get_root (parent), NULL);

  self->parent = g_object_ref (parent);
  self->workspace = g_object_ref (workspace);
  self->plan = plan;
  remit_choices_offer_parts (self->team, _ ("Whole plan"), TRUE, workspace, REMIT_KIND_TEAM, plan);
  if (team != 0)
    remit_choices_set (self->team, team);
  fill_decisions (self);
  on_team_chosen (self);
  g_signal_connect_object (self->team, "notify::selected", G_CALLBACK (on_team_chosen), self,
                           G_CONNECT_SWAPPED);
  remit_dialog_present (GTK_WINDOW (self));
}
