/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing, into a file: a test has no printer; and e-mails, by a portal of the test's own. */
#include <libxml/HTMLparser.h>
#include <string.h>

#include "exchange/remit-print-pages.h"
#include "exchange/remit-print.h"
#include "remit-test-app.h"
#include "remit-test-pdf.h"
#include "remit-test-mail.h"

static gboolean
is_written (gpointer path)
{
  g_autofree char *contents = NULL;
  gsize length = 0;

  /* which Cairo writes last */
  return g_file_get_contents (path, &contents, &length, NULL) && length > 6
         && memcmp (contents + length - 6, "%%EOF\n", 6) == 0;
}

/* The report, on the pages that a printer would get. */
static void
test_printed (RemitTestWindow *fixture,
              gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  gint64 plan = remit_test_read_sample (remit_workspace_get_store (workspace));
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autofree char *text = NULL;

  remit_print_run (GTK_WINDOW (fixture->window), workspace, plan, REMIT_AUDIENCE_FULL,
                   path);
  remit_test_wait (is_written, path);
  if (!remit_test_has_poppler ())
    {
      g_test_skip ("There is no Poppler here");
      return;
    }
  text = remit_test_run_poppler ("pdftotext", "-raw", path);
  g_assert_nonnull (strstr (text, "AI teams 2026"));
  g_assert_nonnull (strstr (text, "Ingrid Solberg"));
  g_assert_true (g_regex_match_simple ("Page (\\d+) of \\1\\b", text, 0, 0));
}

/* Others are given pages without what is not for them. */
static void
test_audience (RemitTestWindow *fixture,
               gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  gint64 plan = remit_test_read_sample (remit_workspace_get_store (workspace));
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autofree char *text = NULL;

  remit_print_run (GTK_WINDOW (fixture->window), workspace, plan, REMIT_AUDIENCE_ANONYMOUS, path);
  remit_test_wait (is_written, path);
  if (!remit_test_has_poppler ())
    {
      g_test_skip ("There is no Poppler here");
      return;
    }
  text = remit_test_run_poppler ("pdftotext", "-raw", path);
  g_assert_nonnull (strstr (text, "AI teams 2026"));
  g_assert_null (strstr (text, "Ingrid Solberg"));
}

/* What they are not given is shown first. */
static void
test_asked (RemitTestWindow *fixture,
            gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  GtkWidget *dialog;

  remit_test_add_plan (remit_workspace_get_store (workspace), "Fraud");
  remit_test_refresh (workspace);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print-for", "s", "stakeholder");
  dialog = GTK_WIDGET (remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  remit_test_wait_for_no_window (ADW_TYPE_MESSAGE_DIALOG);
}

/* Where nothing can be written, words say so. */
static void
test_refused (RemitTestWindow *fixture,
              gconstpointer data)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  gint64 plan = remit_test_add_plan (remit_workspace_get_store (workspace), "Fraud");
  g_autofree char *path = g_build_filename (fixture->folder, "none", "printed.pdf", NULL);

  remit_print_run (GTK_WINDOW (fixture->window), workspace, plan, REMIT_AUDIENCE_FULL,
                   path);
  remit_test_wait_until_said (fixture->window, "Cannot print “Fraud”: ");
  g_assert_true (
    g_str_has_prefix (remit_test_get_said (fixture->window), "Cannot print “Fraud”: "));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static xmlDoc *
make_report (guint n)
{
  g_autoptr (GString) html = g_string_new ("<html><body>");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (html, "<p>line %u</p>", i);
  g_string_append (html, "</body></html>");
  return htmlReadMemory (html->str, (int) html->len, NULL, "UTF-8", HTML_PARSE_NOERROR);
}

static gboolean
count (gpointer n)
{
  ++*(guint *) n;
  return G_SOURCE_CONTINUE;
}

/* Pages are of the paper that was chosen, and the window goes on while they are laid out. */
static void
test_paper (void)
{
  g_autoptr (GtkPrintOperation) operation = remit_print_pages_new (make_report (20000));
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (GTK_PAPER_NAME_A5);
  g_autofree char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *info = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;
  guint source = g_timeout_add_full (G_PRIORITY_HIGH, 1, count, &n, NULL);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  remit_test_wait (is_written, path);
  g_source_remove (source);
  g_assert_cmpuint (n, >, 10);
  if (remit_test_has_poppler ())
    {
      info = remit_test_run_poppler ("pdfinfo", "-box", path);
      g_assert_nonnull (strstr (info, "419.5"));
      g_assert_null (strstr (info, "Pages:           1\n"));
    }
  g_clear_object (&operation);
  remit_test_remove_folder (g_steal_pointer (&folder));
}

static void
on_done (GtkPrintOperation *operation,
         GtkPrintOperationResult result,
         gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_done (gpointer done)
{
  return *(gboolean *) done;
}

/* Somebody gives up while pages are made. */
static void
test_dropped (void)
{
  g_autoptr (GtkPrintOperation) operation = remit_print_pages_new (make_report (20000));
  g_autofree char *folder = remit_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);

  gboolean done = FALSE;

  g_signal_connect (operation, "done", G_CALLBACK (on_done), &done);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
  gtk_print_operation_cancel (operation);
  remit_test_wait (is_done, &done);
  g_clear_object (&operation);
  remit_test_remove_folder (g_steal_pointer (&folder));
}

/* ── E-mails ──────────────────────────────────────────────────────────────────────────────── */

/* Chooses it in the menu, and goes on after what is removed was shown. */
static void
send_mail (RemitTestWindow *fixture,
           const char *what)
{
  RemitWorkspace *workspace = remit_window_get_workspace (fixture->window);
  GtkWidget *dialog;

  remit_test_add_plan (remit_workspace_get_store (workspace), "Fraud");
  remit_test_refresh (workspace);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.mail", "s", what);
  dialog = GTK_WIDGET (remit_test_wait_for_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Send to Stakeholders?");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "export");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
has_attached (gpointer portal)
{
  return ((RemitTestMail *) portal)->attached != NULL;
}

static gboolean
was_called (gpointer portal)
{
  return ((RemitTestMail *) portal)->n_calls > 0;
}

static void
test_mail (RemitTestWindow *fixture,
           gconstpointer data G_GNUC_UNUSED)
{
  RemitTestMail portal = { .refuses = FALSE };

  remit_test_mail_start (&portal);
  send_mail (fixture, "html.stakeholder");
  remit_test_wait (has_attached, &portal);
  g_assert_cmpstr (portal.subject, ==, "Fraud for stakeholders.html");
  g_assert_nonnull (strstr (portal.attached, "<html"));
  g_assert_nonnull (strstr (portal.attached, "Fraud"));
  remit_test_mail_stop (&portal);
}

/* Without a program for e-mail, one is told what to do. */
static void
test_mail_failed (RemitTestWindow *fixture,
                  gconstpointer data G_GNUC_UNUSED)
{
  RemitTestMail portal = { .response = 2 };

  remit_test_mail_start (&portal);
  send_mail (fixture, "xml.stakeholder");
  remit_test_wait (was_called, &portal);
  remit_test_wait_until_said (fixture->window,
                              "No e-mail could be started. Attach this file yourself: ");
  g_assert_nonnull (strstr (remit_test_get_said (fixture->window), "Fraud for stakeholders.xml"));
  remit_test_mail_stop (&portal);
}

/* Nor does the user who has thought better of it need words. */
static void
test_mail_cancelled (RemitTestWindow *fixture,
                     gconstpointer data G_GNUC_UNUSED)
{
  RemitTestMail portal = { .response = 1 };
  g_autofree char *said = NULL;

  remit_test_mail_start (&portal);
  send_mail (fixture, "xml.stakeholder");
  said = g_strdup (remit_test_get_said (fixture->window));
  remit_test_wait (has_attached, &portal);
  remit_test_settle ();
  g_assert_cmpstr (remit_test_get_said (fixture->window), ==, said);
  remit_test_mail_stop (&portal);
}

static void
test_mail_refused (RemitTestWindow *fixture,
                   gconstpointer data G_GNUC_UNUSED)
{
  RemitTestMail portal = { .refuses = TRUE };

  remit_test_mail_start (&portal);
  send_mail (fixture, "xml.stakeholder");
  remit_test_wait_until_said (fixture->window, "No e-mail could be started (No mail here).");
  remit_test_mail_stop (&portal);
}

/* The bus has no portal at all. */
static void
test_mail_without_portal (RemitTestWindow *fixture,
                          gconstpointer data G_GNUC_UNUSED)
{
  send_mail (fixture, "xml.stakeholder");
  remit_test_wait_until_said (fixture->window, "No e-mail could be started (");
}

static void
add_tests (void)
{
#define ADD(path, func) \
  g_test_add ("/window/print/" path, RemitTestWindow, NULL, remit_test_window_set_up, func, \
              remit_test_window_tear_down)
  ADD ("printed", test_printed);
  ADD ("audience", test_audience);
  ADD ("asked", test_asked);
  ADD ("refused", test_refused);
  ADD ("mail/attached", test_mail);
  ADD ("mail/failed", test_mail_failed);
  ADD ("mail/cancelled", test_mail_cancelled);
  ADD ("mail/refused", test_mail_refused);
  ADD ("mail/without-portal", test_mail_without_portal);
#undef ADD
  g_test_add_func ("/window/print/paper", test_paper);
  g_test_add_func ("/window/print/dropped", test_dropped);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
