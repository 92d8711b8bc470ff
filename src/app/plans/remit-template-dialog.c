/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing a template, looking at what is in it, and making a plan from it. */
#include "remit-template-dialog.h"

#include "remit-template-loader.h"
#include "remit-template-outline.h"
#include "widgets/remit-dialog.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-text.h"

struct _RemitTemplateDialog
{
  AdwWindow parent_instance;

  RemitWorkspace *workspace;
  char *first;
  GPtrArray *templates;
  RemitWorker *worker;

  GtkStack *pages;
  AdwLeaflet *leaflet;
  GtkListBox *list;
  GtkLabel *title;
  GtkLabel *purpose;
  AdwEntryRow *name;
  GtkBox *outline;
  GtkScrolledWindow *details;
  GtkButton *create;
};

G_DEFINE_FINAL_TYPE (RemitTemplateDialog, remit_template_dialog, ADW_TYPE_WINDOW)

static const RemitTemplate *
get_selected (RemitTemplateDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_ptr_array_index (self->templates, gtk_list_box_row_get_index (row)) : NULL;
}

static void
on_name_changed (RemitTemplateDialog *self)
{
  g_autofree char *name = remit_text_dup_line (self->name);

  gtk_widget_set_sensitive (GTK_WIDGET (self->create),
                            get_selected (self) != NULL && *name != '\0');
}

static void
on_row_selected (RemitTemplateDialog *self)
{
  const RemitTemplate *template = get_selected (self);
  g_autoptr (GError) error = NULL;

  if (template == NULL)
    return;

  gtk_label_set_text (self->title, template->name);
  gtk_label_set_text (self->purpose, template->purpose);
  gtk_editable_set_text (GTK_EDITABLE (self->name), template->name);
  remit_dialog_take_as_given (GTK_WINDOW (self));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->details), 0);
  if (!remit_template_outline_show (self->outline, template->path, &error))
    remit_feedback_error (GTK_WIDGET (self), error);
}

static void
on_row_activated (RemitTemplateDialog *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
on_back (RemitTemplateDialog *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

typedef struct {
  char *path;
  char *name;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *self = data;

  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

static gint64
create_plan (RemitWorkspace *workspace,
             gpointer data,
             GError **error)
{
  const Choice *self = data;
  const RemitImportOptions options = { 0 };
  g_autoptr (RemitImportResult) result = remit_plan_read_template (
    remit_workspace_get_store (workspace), self->path, self->name, &options, error);

  return result != NULL ? result->plan : 0;
}

static void
on_created (GtkWidget *dialog,
            RemitWorkspace *workspace,
            gint64 plan,
            gpointer data G_GNUC_UNUSED,
            const GError *error)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (dialog)));

  if (plan == 0)
    {
      remit_feedback_error (dialog, error);
      return;
    }

  gtk_widget_activate_action (parent, "win.work-on-plan", "x", plan);
  remit_feedback_done (parent, remit_workspace_get_undo_label (workspace));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
on_create (RemitTemplateDialog *self)
{
  const RemitTemplate *template = get_selected (self);
  Choice *choice;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->create)))
    return;
  choice = g_new0 (Choice, 1);
  choice->path = g_strdup (template->path);
  choice->name = remit_text_dup_line (self->name);
  remit_try_then (GTK_WIDGET (self), self->workspace, create_plan, choice, choice_free, on_created);
}

static void
fill (RemitTemplateDialog *self)
{
  GtkListBoxRow *row;
  int first = 0;

  for (guint i = 0; i < self->templates->len; i++)
    {
      const RemitTemplate *template = g_ptr_array_index (self->templates, i);

      if (g_str_equal (template->id, self->first))
        first = (int) i;
      gtk_list_box_append (self->list,
                           g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                         template->name, "activatable", TRUE, NULL));
    }
  row = gtk_list_box_get_row_at_index (self->list, first);
  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  if (*self->first != '\0')
    on_row_activated (self);
}

static void
on_loaded (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  RemitTemplateDialog *self = data;

  self->templates = remit_worker_finish (REMIT_WORKER (source), result, NULL);
  gtk_stack_set_visible_child_name (self->pages, self->templates->len > 0 ? "choose" : "none");
  fill (self);
}

static void
remit_template_dialog_dispose (GObject *object)
{
  RemitTemplateDialog *self = REMIT_TEMPLATE_DIALOG (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->first, g_free);

  G_OBJECT_CLASS (remit_template_dialog_parent_class)->dispose (object);
  g_clear_pointer (&self->templates, g_ptr_array_unref); /* after the rows that stand for them */
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, list);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, title);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, purpose);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, name);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, outline);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, details);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, create);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_create);
}

static void
remit_template_dialog_class_init (RemitTemplateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_template_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/plans/remit-template-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_template_dialog_init (RemitTemplateDialog *self)
{
  self->worker = remit_worker_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

RemitTemplateDialog *
remit_template_dialog_new (GtkWindow *parent,
                           RemitWorkspace *workspace,
                           const char *template_id)
{
  RemitTemplateDialog *self;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (template_id != NULL, NULL);

  self = g_object_new (REMIT_TYPE_TEMPLATE_DIALOG, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  self->first = g_strdup (template_id);
  remit_template_loader_run (self->worker, on_loaded, self);
  return self;
}
