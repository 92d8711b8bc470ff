/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help: maps views and dialogs to pages, and shows them. */
#include "remit-help.h"

#include "remit-help-files.h"
#include "remit-help-window.h"

#define CONTENTS "index"

const RemitHelpTopic remit_help_topics[] = {
  { "RemitWelcome", "plan" },
  { "RemitBoardView", "staff" },
  { "RemitDecisionsView", "decide" },
  { "RemitConflictsView", "escalate" },
  { "RemitFindingsView", "findings" },
  { "RemitPeopleView", "people" },
  { "RemitSkillsView", "skills" },
  { "RemitLoadView", "load" },
  { "RemitOverviewView", "overview" },
  { "RemitRolesView", "people" },
  { "RemitHistoryView", "history" },
  { "RemitPastBar", "history" },
  { "RemitPlanButton", "plan" },
  { "RemitFileBar", "workspace" },
  { "RemitAdoptDialog", "scenario" },
  { "RemitAllocationDialog", "staff" },
  { "RemitCompactDialog", "history" },
  { "RemitCompareDialog", "scenario" },
  { "RemitFiguresDialog", "scenario" },
  { "RemitFindDialog", "find" },
  { "RemitImportDialog", "import" },
  { "RemitLibraryDialog", "decide" },
  { "RemitMergeDialog", "people" },
  { "RemitPlanDialog", "plan" },
  { "RemitPreferences", "workspace" },
  { "RemitRaiseDialog", "escalate" },
  { "RemitRecordDialog", "decide" },
  { "RemitResolveDialog", "escalate" },
  { "RemitDifferenceBar", "scenario" },
  { "RemitSuggestBar", "suggest" },
  { "RemitSuggestDialog", "suggest" },
  { "RemitTemplateDialog", "plan" },
  { "GtkShortcutsWindow", "keyboard" },
  { NULL }
};

/* ── Which page ───────────────────────────────────────────────────────────────────────────── */

static const char *
get_page (GtkWidget *widget)
{
  for (const RemitHelpTopic *topic = remit_help_topics; topic->type != NULL; topic++)
    if (g_str_equal (topic->type, G_OBJECT_TYPE_NAME (widget)))
      return topic->page;
  return NULL;
}

static const char *
find_around (GtkWidget *widget)
{
  const char *page = NULL;

  for (; widget != NULL && page == NULL; widget = gtk_widget_get_parent (widget))
    page = get_page (widget);
  return page;
}

/* What is in sight in a window; the view, which comes after the bars, first. */
static const char *
find_shown (GtkWidget *widget)
{
  const char *page = gtk_widget_get_mapped (widget) ? get_page (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL && page == NULL;
       child = gtk_widget_get_prev_sibling (child))
    if (gtk_widget_get_mapped (child))
      page = find_shown (child);
  return page;
}

const char *
remit_help_find_page (GtkWindow *window)
{
  const char *page = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (window), CONTENTS);

  for (; window != NULL && page == NULL; window = gtk_window_get_transient_for (window))
    {
      page = find_around (gtk_window_get_focus (window));
      if (page == NULL)
        page = find_shown (GTK_WIDGET (window));
    }
  return page != NULL ? page : CONTENTS;
}

/* ── Showing it ───────────────────────────────────────────────────────────────────────────── */

static gboolean
has_browser (void)
{
  g_autoptr (GAppInfo) browser = g_app_info_get_default_for_uri_scheme ("help");

  return browser != NULL && remit_help_files_are_installed ();
}

/* The desktop's browser sees no pages that are in a sandbox. */
static gboolean
is_in_sandbox (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

static void
show_own (const char *page)
{
  remit_help_window_present (GTK_APPLICATION (g_application_get_default ()), page);
}

static void
on_shown (GObject *source,
          GAsyncResult *result,
          gpointer page)
{
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    show_own (page);
}

/* Not by gtk_show_uri_full(), which looks at the window again when that may have been closed. */
static void
show_in_browser (GtkWindow *window,
                 const char *page)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (display);
  g_autofree char *address = g_strconcat ("help:remit/", page, NULL);

  g_app_info_launch_default_for_uri_async (address, G_APP_LAUNCH_CONTEXT (context), NULL, on_shown,
                                           (gpointer) page);
}

void
remit_help_show (GtkWindow *window)
{
  const char *page;

  g_return_if_fail (GTK_IS_WINDOW (window));

  page = remit_help_find_page (window);
  if (is_in_sandbox () || !has_browser ())
    show_own (page);
  else
    show_in_browser (window, page);
}

/* ── In dialogs ───────────────────────────────────────────────────────────────────────────── */

static gboolean
on_help_key (GtkWidget *window,
             GVariant *arguments,
             gpointer data)
{
  remit_help_show (GTK_WINDOW (window));
  return TRUE;
}

static void
add_key (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                      gtk_callback_action_new (on_help_key, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
}

/* The accelerators of the application are those of its windows alone. */
static void
on_windows_changed (GListModel *windows,
                    guint position,
                    guint n_removed,
                    guint n_added,
                    gpointer data)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!GTK_IS_APPLICATION_WINDOW (window))
        add_key (window);
    }
}

void
remit_help_install (void)
{
  static gsize installed;

  if (!g_once_init_enter (&installed))
    return;
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (on_windows_changed),
                    NULL);
  g_once_init_leave (&installed, 1);
}
