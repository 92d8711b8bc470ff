/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing a template, looking at what is in it, and making a plan from it, or adding its teams to
 * one. */
#include "remit-template-dialog.h"

#include <glib/gi18n.h>

#include "model/remit-text.h"
#include "remit-template-loader.h"
#include "remit-template-outline.h"
#include "remit-template-picture.h"
#include "widgets/remit-dialog.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-text.h"

/**
 * RemitTemplateDialog:
 * @plan: the plan that teams are added to, 0 for a new one
 * @first: the id of the template to show first, or the empty string
 * @templates: (element-type RemitTemplate): in the order of the rows
 * @contents: (nullable) (element-type RemitTemplateContent): what is in them, once that is known
 * @query: what is searched for, folded
 */
struct _RemitTemplateDialog
{
  AdwWindow parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  char *first;
  GPtrArray *templates;
  GPtrArray *contents;
  char *query;
  RemitWorker *worker;

  GtkStack *pages;
  AdwLeaflet *leaflet;
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkLabel *title;
  GtkLabel *purpose;
  RemitTemplatePicture *picture;
  GtkLabel *size;
  GtkLabel *cost;
  GtkWidget *suited;
  GtkLabel *suited_for;
  GtkWidget *unsuited;
  GtkLabel *not_for;
  GtkWidget *naming;
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

/* Returns: (nullable): what is in the template of a row, once that is known */
static const RemitTemplateContent *
get_content (RemitTemplateDialog *self,
             GtkListBoxRow *row)
{
  return row != NULL && self->contents != NULL
           ? g_ptr_array_index (self->contents, gtk_list_box_row_get_index (row)) : NULL;
}

static void
update_button (RemitTemplateDialog *self)
{
  const RemitTemplateContent *content
    = get_content (self, gtk_list_box_get_selected_row (self->list));
  g_autofree char *name = remit_text_dup_line (self->name);

  gtk_widget_set_sensitive (GTK_WIDGET (self->create),
                            content != NULL && content->details != NULL && *name != '\0');
}

/* ── What is shown of it ──────────────────────────────────────────────────────────────────── */

/* One point a line. */
static void
show_points (GtkWidget *group,
             GtkLabel *label,
             const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\n• ", lines);
  g_autofree char *points = g_strconcat ("• ", joined, NULL);

  gtk_label_set_text (label, points);
  gtk_widget_set_visible (group, *text != '\0');
}

static void
show_content (RemitTemplateDialog *self)
{
  const RemitTemplateContent *content
    = get_content (self, gtk_list_box_get_selected_row (self->list));
  const RemitTemplateDetails *details = content != NULL ? content->details : NULL;

  remit_template_picture_set (self->picture, details);
  remit_template_outline_show (self->outline, details);
  gtk_label_set_text (self->size, details != NULL ? content->size : "");
  gtk_label_set_text (self->cost, details != NULL && content->cost != NULL ? content->cost : "");
  gtk_widget_set_visible (GTK_WIDGET (self->cost), details != NULL && content->cost != NULL);
  if (content != NULL && content->error != NULL)
    remit_feedback_error (GTK_WIDGET (self), content->error);
  update_button (self);
}

static void
on_row_selected (RemitTemplateDialog *self)
{
  const RemitTemplate *template = get_selected (self);

  if (self->workspace == NULL) /* the dialog is going */
    return;
  gtk_stack_set_visible_child_name (self->pages, template != NULL ? "choose" : "loading");
  if (template != NULL)
    {
      gtk_label_set_text (self->title, template->name);
      gtk_label_set_text (self->purpose, template->purpose);
      show_points (self->suited, self->suited_for, template->suited_for);
      show_points (self->unsuited, self->not_for, template->not_for);
      gtk_editable_set_text (GTK_EDITABLE (self->name), template->name);
      remit_dialog_take_as_given (GTK_WINDOW (self));
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->details), 0);
    }
  show_content (self);
}

static void
on_row_activated (RemitTemplateDialog *self)
{
  if (get_selected (self) != NULL)
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
on_back (RemitTemplateDialog *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* ── The list ─────────────────────────────────────────────────────────────────────────────── */

/* All words that are searched for are in it. */
static gboolean
is_match (GtkListBoxRow *row,
          gpointer data)
{
  RemitTemplateDialog *self = data;
  const RemitTemplateContent *content = get_content (self, row);
  g_auto (GStrv) words = g_strsplit (self->query, " ", -1);

  for (guint i = 0; content != NULL && words[i] != NULL; i++)
    if (strstr (content->words, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Returns: (nullable): the first row in sight */
static GtkListBoxRow *
find_first (RemitTemplateDialog *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_match (row, self))
      return row;
  return NULL;
}

/* What is shown is always one of those that are found. */
static void
on_search_changed (RemitTemplateDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  g_free (self->query);
  self->query = remit_text_fold_letters (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
  if (row == NULL || !is_match (row, self))
    gtk_list_box_select_row (self->list, find_first (self));
}

static void
on_stop_search (RemitTemplateDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static const char *
get_category (RemitTemplateDialog *self,
              GtkListBoxRow *row)
{
  const RemitTemplate *template = g_ptr_array_index (self->templates,
                                                     gtk_list_box_row_get_index (row));

  /* Translators: a group of templates */
  return *template->category != '\0' ? template->category : _ ("Other");
}

/* Those without a group come last: when the first has none, there are no groups. */
static void
set_header (GtkListBoxRow *row,
            GtkListBoxRow *before,
            gpointer data)
{
  RemitTemplateDialog *self = data;
  gboolean has_groups = *((const RemitTemplate *) self->templates->pdata[0])->category != '\0';
  GtkWidget *header;

  if (!has_groups)
    return;
  if (before != NULL && g_str_equal (get_category (self, row), get_category (self, before)))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = g_object_new (GTK_TYPE_LABEL, "label", get_category (self, row), "xalign", 0.0, "wrap",
                         TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (header, "heading");
  gtk_widget_add_css_class (header, "remit-template-category");
  gtk_list_box_row_set_header (row, header);
}

/* ── Making it ────────────────────────────────────────────────────────────────────────────── */

/* @plan: that teams are added to, 0 for a new one called @name */
typedef struct {
  char *path;
  char *name;
  gint64 plan;
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
  const RemitImportOptions options = { .plan = self->plan };
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
  choice->plan = self->plan;
  remit_try_then (GTK_WIDGET (self), self->workspace, create_plan, choice, choice_free, on_created);
}

/* ── Loading ──────────────────────────────────────────────────────────────────────────────── */

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
  gtk_list_box_set_header_func (self->list, set_header, self, NULL);
  row = gtk_list_box_get_row_at_index (self->list, first);
  gtk_list_box_select_row (self->list, row);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  if (*self->first != '\0')
    on_row_activated (self);
}

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  RemitTemplateDialog *self = data;

  self->contents = remit_worker_finish (REMIT_WORKER (source), result, NULL);
  for (guint i = 0; self->contents != NULL && i < self->contents->len; i++)
    {
      const RemitTemplateContent *content = self->contents->pdata[i];
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (content->size != NULL)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), content->size);
    }
  gtk_list_box_set_filter_func (self->list, is_match, self, NULL);
  show_content (self);
}

static void
on_loaded (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  RemitTemplateDialog *self = data;

  self->templates = remit_worker_finish (REMIT_WORKER (source), result, NULL);
  gtk_stack_set_visible_child_name (self->pages, self->templates->len > 0 ? "choose" : "none");
  gtk_widget_set_visible (GTK_WIDGET (self->search), self->templates->len > 0);
  if (self->templates->len == 0)
    return;
  fill (self);
  remit_template_loader_read (self->worker, self->templates,
                              remit_workspace_get_store (self->workspace), on_read, self);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_template_dialog_dispose (GObject *object)
{
  RemitTemplateDialog *self = REMIT_TEMPLATE_DIALOG (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->first, g_free);

  G_OBJECT_CLASS (remit_template_dialog_parent_class)->dispose (object);
  /* after the widgets that stand for them */
  g_clear_pointer (&self->contents, g_ptr_array_unref);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->query, g_free);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, search);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, list);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, title);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, purpose);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, size);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, cost);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, suited);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, suited_for);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, unsuited);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, not_for);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, naming);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, name);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, outline);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, details);
  gtk_widget_class_bind_template_child (widget_class, RemitTemplateDialog, create);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, update_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
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
  g_type_ensure (REMIT_TYPE_TEMPLATE_PICTURE);
  bind_children (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_template_dialog_init (RemitTemplateDialog *self)
{
  self->worker = remit_worker_new ();
  self->query = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_adding (RemitTemplateDialog *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Add Teams From Template"));
  gtk_button_set_label (self->create, _ ("_Add Teams"));
  gtk_widget_set_visible (self->naming, FALSE);
}

RemitTemplateDialog *
remit_template_dialog_new (GtkWindow *parent,
                           RemitWorkspace *workspace,
                           gint64 plan,
                           const char *template_id)
{
  RemitTemplateDialog *self;

  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (template_id != NULL, NULL);

  self = g_object_new (REMIT_TYPE_TEMPLATE_DIALOG, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  self->plan = plan;
  self->first = g_strdup (template_id);
  if (plan != 0)
    set_adding (self);
  remit_template_loader_run (self->worker, on_loaded, self);
  return self;
}
