/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of the workspace, newest first. */
#include "remit-history-view.h"

#include <glib/gi18n.h>

#include "exchange/remit-export.h"
#include "model/remit-day.h"
#include "past/remit-past-bar.h"
#include "remit-archive-bar.h"
#include "remit-compact-dialog.h"
#include "remit-history-filter-bar.h"
#include "remit-history-model.h"
#include "remit-history-row.h"
#include "remit-history-time.h"
#include "remit-history-verifier.h"
#include "widgets/remit-announce.h"
#include "widgets/remit-ask-file.h"
#include "widgets/remit-ask.h"
#include "widgets/remit-dialog.h"
#include "widgets/remit-feedback.h"
#include "widgets/scrolling/remit-list-focus.h"

/* Times are told in minutes. */
#define UPDATE_SECONDS 60

/* How many heights of the view ahead of its end entries are loaded. */
#define HEIGHTS_AHEAD 2

struct _RemitHistoryView
{
  RemitView parent_instance;

  RemitHistoryModel *model;
  GPtrArray *rows; /* those that show an entry */
  guint update_id;

  GtkSearchEntry *search;
  RemitHistoryFilterBar *filter_bar;
  RemitHistoryVerifier *verifier;
  RemitArchiveBar *archive_bar;
  GtkStack *stack;
  GtkWidget *bar;
  GtkScrolledWindow *scrolled;
  GtkListView *list;
  GMenu *exports;
};

G_DEFINE_FINAL_TYPE (RemitHistoryView, remit_history_view, REMIT_TYPE_VIEW)

/* More of them may be found when one scrolls. */
static void
announce_found (RemitHistoryView *self,
                guint n)
{
  g_autofree char *text = NULL;

  if (remit_history_model_is_loading (self->model))
    return;
  /* Translators: entries of the history */
  text = g_strdup_printf (ngettext ("%'u entry found", "%'u entries found", n), n);
  remit_announce_found (GTK_WIDGET (self->search), text);
}

static void
update_page (RemitHistoryView *self)
{
  gboolean searching = !remit_history_filter_is_empty (
    remit_history_filter_bar_get_filter (self->filter_bar));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const char *page = "list";
  gboolean is_used;

  if (searching)
    announce_found (self, n);
  if (n == 0)
    page = remit_history_model_is_loading (self->model) ? "busy" : searching ? "none" : "empty";
  /* while a text is replaced by another there is none for a moment: the keyboard stays in it */
  is_used = !g_str_equal (page, "empty")
            || (gtk_widget_get_state_flags (self->bar) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->bar, is_used);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), is_used);
}

/* Loads more when the end comes near. */
static void
on_scrolled (RemitHistoryView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double height = gtk_adjustment_get_page_size (adjustment);
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment)
                - height;

  if (height > 0 && left < HEIGHTS_AHEAD * height)
    remit_history_model_load_more (self->model);
}

static void
on_loading_changed (RemitHistoryView *self)
{
  const GError *error = remit_history_model_get_error (self->model);

  update_page (self);
  if (error != NULL)
    remit_feedback_error (GTK_WIDGET (self), error);
  else if (!remit_history_model_is_loading (self->model))
    on_scrolled (self);
}

/* The list keeps what it shows in place. At the top, what is new is what one wants to see. */
static void
on_items_changed (RemitHistoryView *self,
                  guint position,
                  guint removed,
                  guint added)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);

  update_page (self);
  if (position == 0 && added > 0 && gtk_adjustment_get_value (adjustment) <= 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

static void
on_filter_changed (RemitHistoryView *self)
{
  remit_history_model_set_filter (self->model,
                                  remit_history_filter_bar_get_filter (self->filter_bar));
  update_page (self);
}

static void
on_search_changed (RemitHistoryView *self)
{
  remit_history_filter_bar_set_words (self->filter_bar,
                                      gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_stop_search (RemitHistoryView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
on_activate (RemitHistoryView *self,
             guint position)
{
  g_autoptr (RemitHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  remit_history_item_set_expanded (item, !remit_history_item_get_expanded (item),
                                   remit_workspace_get_store (
                                     remit_view_get_workspace (REMIT_VIEW (self))));
}

static void
on_setup (RemitHistoryView *self,
          GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, g_object_new (REMIT_TYPE_HISTORY_ROW, NULL));
}

static void
on_bind (RemitHistoryView *self,
         GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  remit_history_row_bind (REMIT_HISTORY_ROW (row), remit_view_get_workspace (REMIT_VIEW (self)),
                          gtk_list_item_get_item (list_item));
  g_ptr_array_add (self->rows, row);
}

static void
on_unbind (RemitHistoryView *self,
           GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  g_ptr_array_remove_fast (self->rows, row);
  remit_history_row_unbind (REMIT_HISTORY_ROW (row));
}

static gboolean
update_times (gpointer data)
{
  RemitHistoryView *self = data;

  for (guint i = 0; i < self->rows->len; i++)
    remit_history_row_update_time (g_ptr_array_index (self->rows, i));
  return G_SOURCE_CONTINUE;
}

/* What was linked to may be gone, or back. */
static void
remit_history_view_changed (RemitView *view,
                            GPtrArray *changes)
{
  RemitHistoryView *self = REMIT_HISTORY_VIEW (view);

  for (guint i = 0; i < self->rows->len; i++)
    remit_history_row_update_changes (g_ptr_array_index (self->rows, i));
  remit_archive_bar_update (self->archive_bar, remit_view_get_workspace (view));
}

static void
remit_history_view_map (GtkWidget *widget)
{
  RemitHistoryView *self = REMIT_HISTORY_VIEW (widget);

  GTK_WIDGET_CLASS (remit_history_view_parent_class)->map (widget);
  update_times (self);
  self->update_id = g_timeout_add_seconds (UPDATE_SECONDS, update_times, self);
}

static void
remit_history_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&REMIT_HISTORY_VIEW (widget)->update_id, g_source_remove);
  GTK_WIDGET_CLASS (remit_history_view_parent_class)->unmap (widget);
}

static void
on_verify (GtkWidget *widget,
           const char *action_name,
           GVariant *parameter)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (widget));

  if (workspace != NULL)
    remit_history_verifier_run (REMIT_HISTORY_VIEW (widget)->verifier, workspace, NULL);
}

static void
on_plan_chosen (gpointer data,
                GFile *file)
{
  g_autoptr (GtkWidget) self = data;
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL)
    gtk_widget_activate_action (self, "history.compare-file", "^ay", path);
}

static void
on_compare_file (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (widget));

  if (workspace != NULL)
    remit_history_verifier_run (REMIT_HISTORY_VIEW (widget)->verifier, workspace,
                                g_variant_get_bytestring (parameter));
}

static void
on_compare (GtkWidget *widget,
            const char *action_name,
            GVariant *parameter)
{
  static const char *const suffixes[] = { "xml", NULL };
  const RemitFileQuestion question = {
    .title = _ ("Compare With an Exported Plan"),
    .action = _ ("_Compare"),
    .files = _ ("Plans"),
    .suffixes = suffixes,
  };

  remit_ask_file (GTK_WINDOW (gtk_widget_get_root (widget)), &question, on_plan_chosen,
                  g_object_ref (widget));
}

static void
on_close_verdict (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  remit_history_verifier_close (REMIT_HISTORY_VIEW (widget)->verifier);
}

static void
on_compact (GtkWidget *widget,
            const char *action_name,
            GVariant *parameter)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (widget));
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));

  if (workspace != NULL)
    remit_dialog_present (GTK_WINDOW (remit_compact_dialog_new (window, workspace)));
}

static void
on_open_archive (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  remit_archive_bar_open (widget, remit_view_get_workspace (REMIT_VIEW (widget)));
}

static void
on_copy_hash (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (widget));
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  gint64 length;

  if (workspace == NULL)
    return;
  if (!remit_history_get_head (remit_workspace_get_store (workspace), &length, &hash, &error))
    {
      remit_feedback_error (widget, error);
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), hash);
  remit_feedback_say (widget, _ ("Hash of the newest entry copied"));
}

/* ── Other moments ────────────────────────────────────────────────────────────────────────── */

static void
show_everything (RemitHistoryView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  remit_history_filter_bar_set_words (self->filter_bar, "");
  remit_history_filter_bar_clear (self->filter_bar);
}

static void
on_clear_filters (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  RemitHistoryView *self = REMIT_HISTORY_VIEW (widget);

  show_everything (self);
  /* the button that was pressed is of no use any longer */
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Everything is shown, since what one goes to may be hidden by what was asked for. */
static void
on_go_to (GtkWidget *widget,
          const char *action_name,
          GVariant *parameter)
{
  RemitHistoryView *self = REMIT_HISTORY_VIEW (widget);
  int position;

  show_everything (self);
  position = remit_history_model_find (self->model, g_variant_get_int64 (parameter));
  if (position < 0)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              (guint) position);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* A day, of which the end counts, or a time. */
static void
on_moment (GtkWidget *widget,
           gint64 subject G_GNUC_UNUSED,
           const char *text)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (widget));
  gint64 day = remit_day_parse (text);
  gint64 time = day != 0 ? remit_time_of_day_end (day) - 1 : remit_history_time_parse (text);

  if (time == 0)
    remit_feedback_say (widget,
                        _ ("Enter a date or a time, for example 2026-03-01 or 2026-03-01 14:30"));
  else if (workspace != NULL)
    gtk_widget_activate_action (widget, "win.show-past", "(xx)", REMIT_PAST_AT_TIME, time);
}

static void
on_ask_moment (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  RemitQuestion question = {
    .heading = _ ("View Earlier Version"),
    .body = _ ("Opens a read-only window with the workspace as of a day or time."),
    .label = _ ("Date or time"),
    .placeholder = _ ("2026-03-01 14:30"),
    .action = _ ("_Show"),
  };

  remit_ask (widget, &question, 0, on_moment);
}

static void
on_export (GtkWidget *widget,
           const char *action_name,
           GVariant *parameter)
{
  RemitHistoryView *self = REMIT_HISTORY_VIEW (widget);
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (widget));
  RemitAudience audience;
  const RemitExporter *exporter
    = remit_export_parse_target (REMIT_EXPORT_HISTORY, parameter, &audience);

  if (workspace != NULL && exporter != NULL)
    remit_export_ask (GTK_WINDOW (gtk_widget_get_root (widget)), workspace, 0,
                      remit_history_filter_bar_get_filter (self->filter_bar), exporter, audience);
}

/* All that ever happened to an entity, and to what is or was part of it. */
static void
remit_history_view_show_entity (RemitView *view,
                                RemitKind kind,
                                gint64 id,
                                RemitKind other_kind,
                                gint64 other)
{
  RemitHistoryView *self = REMIT_HISTORY_VIEW (view);

  show_everything (self);
  remit_history_filter_bar_set_entity (self->filter_bar, kind, id);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_history_view_show_workspace (RemitView *view,
                                   RemitWorkspace *workspace)
{
  RemitHistoryView *self = REMIT_HISTORY_VIEW (view);

  remit_history_verifier_close (self->verifier);
  /* rows are bound to the old one until the list is empty */
  remit_history_model_set_workspace (self->model, NULL);
  remit_history_filter_bar_set_workspace (self->filter_bar, workspace);
  remit_history_model_set_workspace (self->model, workspace);
  remit_archive_bar_update (self->archive_bar, workspace);
  update_page (self);
}

static void
remit_history_view_dispose (GObject *object)
{
  RemitHistoryView *self = REMIT_HISTORY_VIEW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);

  G_OBJECT_CLASS (remit_history_view_parent_class)->dispose (object);
  g_clear_pointer (&self->rows, g_ptr_array_unref); /* after the list */
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/history/remit-history-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryView, search);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryView, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryView, verifier);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryView, archive_bar);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryView, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryView, bar);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryView, list);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryView, model);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryView, exports);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_items_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_loading_changed);
}

static void
remit_history_view_class_init (RemitHistoryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RemitViewClass *view_class = REMIT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_history_view_dispose;
  widget_class->map = remit_history_view_map;
  widget_class->unmap = remit_history_view_unmap;
  view_class->show_workspace = remit_history_view_show_workspace;
  view_class->show_entity = remit_history_view_show_entity;
  view_class->changed = remit_history_view_changed;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "history.verify", NULL, on_verify);
  gtk_widget_class_install_action (widget_class, "history.compare", NULL, on_compare);
  gtk_widget_class_install_action (widget_class, "history.compare-file", "ay", on_compare_file);
  gtk_widget_class_install_action (widget_class, "history.compact", NULL, on_compact);
  gtk_widget_class_install_action (widget_class, "history.open-archive", NULL, on_open_archive);
  gtk_widget_class_install_action (widget_class, "history.close-verdict", NULL, on_close_verdict);
  gtk_widget_class_install_action (widget_class, "history.copy-hash", NULL, on_copy_hash);
  gtk_widget_class_install_action (widget_class, "history.clear-filters", NULL, on_clear_filters);
  gtk_widget_class_install_action (widget_class, "history.go-to", "x", on_go_to);
  gtk_widget_class_install_action (widget_class, "history.ask-moment", NULL, on_ask_moment);
  gtk_widget_class_install_action (widget_class, "history.export", "s", on_export);
}

static void
remit_history_view_init (RemitHistoryView *self)
{
  GtkAdjustment *adjustment;

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  remit_list_focus_keep_in_sight (GTK_WIDGET (self->list));

  remit_export_fill_menu (self->exports, REMIT_EXPORT_HISTORY, "history.export");
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  update_page (self);
}
