/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suggests who fills vacant slots, row by row, to be taken whole, in part or not. */
#include "remit-suggest-dialog.h"

#include <glib/gi18n.h>

#include "board/over/remit-suggest-bar.h"
#include "board/over/remit-suggest-take.h"
#include "board/remit-board-view.h"
#include "plan/design/remit-design.h"
#include "remit-suggest-list.h"
#include "store/remit-worker.h"
#include "widgets/remit-dialog.h"
#include "widgets/remit-feedback.h"

/* @slots: (nullable) (element-type gint64); @pins: (element-type RemitSuggestPin) */
struct _RemitSuggestDialog
{
  AdwWindow parent_instance;

  RemitView *view;
  RemitWorkspace *workspace;
  gint64 plan;
  gint64 team;
  GArray *slots;
  GArray *pins;
  RemitWorker *worker;
  RemitSuggestion *suggestion;

  AdwWindowTitle *heading;
  GtkButton *take;
  GtkProgressBar *progress;
  GtkStack *stack;
  GtkLabel *summary;
  GtkBox *pinned;
  GtkLabel *pinned_text;
  AdwStatusPage *failed;
  GtkButton *lay_over;
  RemitSuggestList *list;
};

G_DEFINE_FINAL_TYPE (RemitSuggestDialog, remit_suggest_dialog, ADW_TYPE_WINDOW)

/* ── Suggesting, in a thread ──────────────────────────────────────────────────────────────── */

typedef struct {
  char *path;
  RemitSuggestQuery query;
  GArray *slots;
  GArray *pins;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  g_free (self->path);
  g_clear_pointer (&self->slots, g_array_unref);
  g_array_unref (self->pins);
  g_free (self);
}

static gpointer
suggest_in_thread (RemitStore *store G_GNUC_UNUSED,
                   const RemitWorkControl *control,
                   gpointer data,
                   GError **error)
{
  const Asked *asked = data;
  g_autoptr (RemitWorkspace) own = remit_workspace_open (asked->path, REMIT_STORE_READ_ONLY,
                                                         error);

  if (own == NULL || !remit_workspace_open_plan (own, asked->query.plan, error))
    return NULL;
  return remit_suggest_run (own, &asked->query, control, error);
}

static void
free_suggestion (gpointer suggestion)
{
  remit_suggestion_free (suggestion);
}

static void
update_button (RemitSuggestDialog *self)
{
  g_autoptr (GArray) taken = remit_suggest_list_dup_taken (self->list);
  g_autofree char *label = NULL;

  /* Translators: a button; how many people are assigned as suggested */
  label = g_strdup_printf (ngettext ("_Assign %u", "_Assign %u", taken->len), taken->len);
  gtk_button_set_label (self->take, taken->len > 0 ? label : _ ("_Assign"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->take),
                            taken->len > 0 && !remit_worker_is_running (self->worker));
}

static void
show_suggestion (RemitSuggestDialog *self)
{
  g_autofree char *summary = remit_suggest_dup_summary (self->suggestion);

  remit_suggest_list_set (self->list, self->workspace, self->suggestion);
  gtk_label_set_label (self->summary, summary);
  gtk_stack_set_visible_child_name (self->stack,
                                    self->suggestion->rows->len > 0 ? "rows" : "nothing");
  remit_feedback_announce (GTK_WIDGET (self), summary);
  remit_dialog_take_as_given (GTK_WINDOW (self));
}

static void
on_suggested (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  RemitSuggestDialog *self = data;
  g_autoptr (GError) error = NULL;
  RemitSuggestion *suggestion = remit_worker_finish (REMIT_WORKER (source), result, &error);

  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), TRUE);
  if (suggestion != NULL)
    {
      remit_suggest_list_set (self->list, self->workspace, NULL);
      g_clear_pointer (&self->suggestion, remit_suggestion_free);
      self->suggestion = suggestion;
      show_suggestion (self);
    }
  else
    {
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  update_button (self);
}

static GArray *
copy (const GArray *array)
{
  GArray *new = NULL;

  if (array == NULL)
    return NULL;
  new = g_array_new (FALSE, FALSE, g_array_get_element_size ((GArray *) array));
  if (array->len > 0)
    g_array_append_vals (new, array->data, array->len);
  return new;
}

static void
suggest (RemitSuggestDialog *self)
{
  Asked *asked = g_new0 (Asked, 1);
  const RemitWork work = {
    .func = suggest_in_thread, .data = asked, .free_data = asked_free,
    .free_result = free_suggestion,
  };

  asked->path = g_strdup (remit_store_get_path (remit_workspace_get_store (self->workspace)));
  asked->slots = copy (self->slots);
  asked->pins = copy (self->pins);
  asked->query = (RemitSuggestQuery){ self->plan, self->team, asked->slots, asked->pins };
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), FALSE);
  remit_worker_run (self->worker, &work, on_suggested, self);
  update_button (self);
}

static void
on_share (RemitSuggestDialog *self)
{
  gtk_progress_bar_set_fraction (self->progress, remit_worker_get_share (self->worker));
}

/* ── What the user decides ────────────────────────────────────────────────────────────────── */

static void
update_pinned (RemitSuggestDialog *self)
{
  g_autofree char *text = g_strdup_printf (
    /* Translators: how many times the user said who is to be where, or not to be */
    ngettext ("%u choice of yours", "%u choices of yours", self->pins->len), self->pins->len);

  gtk_label_set_label (self->pinned_text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->pinned), self->pins->len > 0);
}

static void
on_pin (RemitSuggestDialog *self,
        gint64 person,
        gint64 slot,
        gboolean is_out)
{
  const RemitSuggestPin pin = { person, slot, is_out };

  g_array_append_val (self->pins, pin);
  update_pinned (self);
  suggest (self);
}

static void
on_forget (RemitSuggestDialog *self)
{
  g_array_set_size (self->pins, 0);
  update_pinned (self);
  suggest (self);
}

static void
on_show (RemitSuggestDialog *self,
         gint64 slot)
{
  gtk_widget_activate_action (GTK_WIDGET (self->view), "win.show-place", "(ixix)",
                              (int) REMIT_KIND_SLOT, slot, (int) REMIT_KIND_NONE, (gint64) 0);
}

/* ── Taking it ────────────────────────────────────────────────────────────────────────────── */

static void
on_take (RemitSuggestDialog *self)
{
  remit_suggest_take (GTK_WIDGET (self->view), self->workspace, self->plan,
                      remit_suggest_list_dup_taken (self->list), NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The board shows it from now on, with what is selected. */
static void
on_lay_over (RemitSuggestDialog *self)
{
  RemitBoardView *view = REMIT_BOARD_VIEW (self->view);

  remit_board_view_lay_over (
    view, remit_suggest_bar_new (self->view, remit_board_view_get_board (view), self->suggestion,
                                 remit_suggest_list_get_left (self->list)));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_suggest_dialog_dispose (GObject *object)
{
  RemitSuggestDialog *self = REMIT_SUGGEST_DIALOG (object);

  g_clear_object (&self->worker);
  if (self->list != NULL)
    remit_suggest_list_set (self->list, NULL, NULL);
  g_clear_pointer (&self->suggestion, remit_suggestion_free);
  g_clear_object (&self->view);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->slots, g_array_unref);
  g_clear_pointer (&self->pins, g_array_unref);

  G_OBJECT_CLASS (remit_suggest_dialog_parent_class)->dispose (object);
}

static void
remit_suggest_dialog_class_init (RemitSuggestDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_suggest_dialog_dispose;

  g_type_ensure (REMIT_TYPE_SUGGEST_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/board/dialogs/remit-suggest-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitSuggestDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, RemitSuggestDialog, take);
  gtk_widget_class_bind_template_child (widget_class, RemitSuggestDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, RemitSuggestDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitSuggestDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, RemitSuggestDialog, pinned);
  gtk_widget_class_bind_template_child (widget_class, RemitSuggestDialog, pinned_text);
  gtk_widget_class_bind_template_child (widget_class, RemitSuggestDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, RemitSuggestDialog, lay_over);
  gtk_widget_class_bind_template_child (widget_class, RemitSuggestDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_take);
  gtk_widget_class_bind_template_callback (widget_class, on_lay_over);
  gtk_widget_class_bind_template_callback (widget_class, on_forget);
  gtk_widget_class_bind_template_callback (widget_class, update_button);
  gtk_widget_class_bind_template_callback (widget_class, on_pin);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_suggest_dialog_init (RemitSuggestDialog *self)
{
  self->pins = g_array_new (FALSE, FALSE, sizeof (RemitSuggestPin));
  self->worker = remit_worker_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->worker, "notify::share", G_CALLBACK (on_share), self,
                           G_CONNECT_SWAPPED);
}

/* Returns: (transfer full): what it is about, by name */
static char *
dup_place (RemitSuggestDialog *self)
{
  if (self->slots != NULL)
    return remit_design_dup_name (self->workspace, REMIT_KIND_SLOT,
                                  g_array_index (self->slots, gint64, 0));
  if (self->team != 0)
    return remit_design_dup_name (self->workspace, REMIT_KIND_TEAM, self->team);
  return remit_design_dup_name (self->workspace, REMIT_KIND_PLAN, self->plan);
}

void
remit_suggest_dialog_present (RemitView *view,
                              gint64 team,
                              gint64 slot)
{
  RemitSuggestDialog *self;
  g_autofree char *place = NULL;

  g_return_if_fail (REMIT_IS_VIEW (view));

  self = g_object_new (REMIT_TYPE_SUGGEST_DIALOG, "transient-for",
                       gtk_widget_get_root (GTK_WIDGET (view)), NULL);
  self->view = g_object_ref (view);
  self->workspace = g_object_ref (remit_view_get_workspace (view));
  self->plan = remit_view_get_plan (view);
  self->team = team;
  if (slot != 0)
    {
      self->slots = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (self->slots, slot);
    }
  place = dup_place (self);
  adw_window_title_set_subtitle (self->heading, place);
  g_signal_connect_object (view, "notify::plan", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED);
  suggest (self);
  remit_dialog_present (GTK_WINDOW (self));
}
