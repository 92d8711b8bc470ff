/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of windows share: an application, a window, waiting, and finding widgets. */
#include "remit-test-app.h"

#include <string.h>

#include "model/remit-percent.h"
#include "widgets/remit-feedback.h"

/* A machine may be busy, and the program slow under a sanitizer. */
static const gint64 PATIENCE = 60 * G_USEC_PER_SEC;

/* Milliseconds between two looks at what is waited for, which may be a whole window. */
#define PAUSE 8

/* Milliseconds; GTK's own is half a second. */
#define TOOLTIP_DELAY 700

RemitApplication *
remit_test_app_get (void)
{
  static RemitApplication *application = NULL;
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return application;

  application = remit_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  remit_percent_set_style (REMIT_PERCENT_PLAIN); /* texts are compared as one types them */
  return application;
}

/* Makes every warning fatal. */
static GLogWriterOutput
write_log (GLogLevelFlags level,
           const GLogField *fields,
           gsize n_fields,
           gpointer data)
{
  GLogWriterOutput output = g_log_writer_default (level, fields, n_fields, data);

  if (level & G_LOG_LEVEL_WARNING)
    g_abort ();
  return output;
}

int
remit_test_app_run (int argc,
                    char **argv,
                    void (*add_tests) (void))
{
  int failed;

  gtk_test_init (&argc, &argv);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_log_set_writer_func (write_log, NULL, NULL);
  /* what moves is for the stories that users are told (tests/e2e): here it is drawn for nobody */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  add_tests ();
  failed = g_test_run ();
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (remit_test_app_get ())));
  g_object_unref (remit_test_app_get ());
  return failed;
}

RemitWindow *
remit_test_app_open (const char *folder)
{
  RemitWindow *window = remit_window_new (GTK_APPLICATION (remit_test_app_get ()));
  g_autofree char *path = g_build_filename (folder, "test.remit", NULL);

  remit_window_open (window, path, TRUE);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static gboolean
has_open_popover (GtkWidget *root)
{
  if (GTK_IS_POPOVER (root) && gtk_widget_get_mapped (root))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_open_popover (child))
      return TRUE;
  return FALSE;
}

static gboolean
end_pause (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;
  return G_SOURCE_REMOVE;
}

/* What happens meanwhile happens at once; the processor is left to others while nothing does. */
static void
pause_for (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, end_pause, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

void
remit_test_app_close (RemitWindow *window)
{
  gpointer watched = window;

  /* A popover that opens begins a tooltip, of which GTK 4.8 is critical when it comes due over a
   * window that has just been closed. */
  if (has_open_popover (GTK_WIDGET (window)))
    pause_for (TOOLTIP_DELAY);
  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  gtk_window_close (GTK_WINDOW (window));
  remit_test_settle ();
  g_assert_null (watched);
}

void
remit_test_window_set_up (RemitTestWindow *self,
                          gconstpointer data G_GNUC_UNUSED)
{
  self->folder = remit_test_make_folder ();
  self->window = remit_test_app_open (self->folder);
  self->workspace = remit_window_get_workspace (self->window);
  self->store = remit_workspace_get_store (self->workspace);
}

void
remit_test_window_tear_down (RemitTestWindow *self,
                             gconstpointer data G_GNUC_UNUSED)
{
  remit_test_app_close (self->window);
  remit_test_remove_folder (self->folder);
}

void
remit_test_wait (gboolean (*condition) (gpointer data),
                 gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      pause_for (PAUSE);
    }
}

void
remit_test_settle (void)
{
  for (int i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

GtkWidget *
remit_test_find (GtkWidget *root,
                 GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = remit_test_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gpointer
remit_test_get_child (GtkWidget *widget,
                      const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

GtkWidget *
remit_test_find_action (GtkWidget *root,
                        const char *action)
{
  if (GTK_IS_ACTIONABLE (root)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = remit_test_find_action (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_label (GtkWidget *root,
            const char *text)
{
  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return NULL;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
remit_test_find_text (GtkWidget *root,
                      const char *text)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  GtkWidget *found;

  while ((found = find_label (root, text)) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("Nothing shows “%s”", text);
      pause_for (PAUSE);
    }
  return found;
}

gboolean
remit_test_shows (GtkWidget *root,
                  const char *text)
{
  return find_label (root, text) != NULL;
}

guint
remit_test_count (GtkWidget *root,
                  GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += remit_test_count (child, type);
  return n;
}

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static gboolean
has_window (gpointer type)
{
  return find_window (GPOINTER_TO_SIZE (type)) != NULL;
}

static gboolean
has_no_window (gpointer type)
{
  return !has_window (type);
}

GtkWidget *
remit_test_wait_for_window (GType type)
{
  remit_test_wait (has_window, GSIZE_TO_POINTER (type));
  return find_window (type);
}

void
remit_test_wait_for_no_window (GType type)
{
  remit_test_wait (has_no_window, GSIZE_TO_POINTER (type));
}

gboolean
remit_test_waits_for_nothing (gpointer window)
{
  GtkWidget *attempts = remit_test_find (window, REMIT_TYPE_ATTEMPTS);

  return !remit_attempts_are_waiting (REMIT_ATTEMPTS (attempts))
         && !gtk_widget_get_visible (adw_bin_get_child (ADW_BIN (attempts)));
}

void
remit_test_give_up (RemitWindow *window)
{
  GtkWidget *attempts = remit_test_find (GTK_WIDGET (window), REMIT_TYPE_ATTEMPTS);

  g_signal_emit_by_name (remit_test_find (attempts, GTK_TYPE_BUTTON), "clicked");
}

void
remit_test_other_hold (RemitTestOther *self,
                       RemitWindow *window)
{
  if (self->store == NULL)
    self->store = remit_test_open_new (remit_window_get_path (window));
  self->edit = remit_edit_begin (self->store, "Held", NULL);
  g_assert_nonnull (self->edit);
}

void
remit_test_other_release (RemitTestOther *self)
{
  g_clear_pointer (&self->edit, remit_edit_free);
}

void
remit_test_other_clear (RemitTestOther *self)
{
  remit_test_other_release (self);
  g_clear_object (&self->store);
}

void
remit_test_wait_until_made (RemitWindow *window)
{
  remit_test_wait (remit_test_waits_for_nothing, window);
  remit_test_settle ();
}

typedef struct {
  GtkWidget *widget;
  const char *text;
} Shown;

static gboolean
shows (gpointer data)
{
  const Shown *shown = data;

  return remit_test_shows (shown->widget, shown->text);
}

void
remit_test_wait_for_text (GtkWidget *widget,
                          const char *text)
{
  remit_test_wait (shows, &(Shown){ widget, text });
}

const char *
remit_test_get_said (RemitWindow *window)
{
  GtkWidget *feedback = remit_test_find (GTK_WIDGET (window), REMIT_TYPE_FEEDBACK);

  return remit_feedback_get_last (REMIT_FEEDBACK (feedback));
}

static gboolean
has_said (gpointer data)
{
  const Shown *said = data;

  return strstr (remit_test_get_said (REMIT_WINDOW (said->widget)), said->text) != NULL;
}

void
remit_test_wait_until_said (RemitWindow *window,
                            const char *text)
{
  remit_test_wait (has_said, &(Shown){ GTK_WIDGET (window), text });
}

GtkWidget *
remit_test_find_tip (GtkWidget *root,
                     const char *tip)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_widget_get_tooltip_text (root), tip) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = remit_test_find_tip (child, tip);
  return found;
}
