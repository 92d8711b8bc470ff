/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of windows share: an application, a window, waiting, and finding widgets. */
#pragma once

#include <adwaita.h>

#include "application/remit-application.h"
#include "remit-test.h"
#include "window/remit-window.h"

/** Initializes GTK and the tests; returns what g_test_run() does. */
int remit_test_app_run (int argc,
                        char **argv,
                        void (*add_tests) (void));

/** Returns: (transfer none): the application, which is registered */
RemitApplication *remit_test_app_get (void);

/** Returns: (transfer none): a window with a new workspace in @folder, shown */
RemitWindow *remit_test_app_open (const char *folder);

/** Closes @window and everything that belongs to it, and asserts that it is gone. */
void remit_test_app_close (RemitWindow *window);

/**
 * RemitTestWindow:
 *
 * A fixture: a window with a new workspace in a folder of its own.
 */
typedef struct {
  char *folder;
  RemitWindow *window;
  RemitWorkspace *workspace; /* that of the window at first */
  RemitStore *store;
} RemitTestWindow;

void remit_test_window_set_up (RemitTestWindow *self,
                               gconstpointer data);
void remit_test_window_tear_down (RemitTestWindow *self,
                                  gconstpointer data);

/** Runs the main loop until @condition holds; fails the test when it does not within a minute. */
void remit_test_wait (gboolean (*condition) (gpointer data),
                      gpointer data);

/** Runs the main loop until it has nothing to do. */
void remit_test_settle (void);

/** Returns: (transfer none) (nullable): the first widget of @type in @root, in its order */
GtkWidget *remit_test_find (GtkWidget *root,
                            GType type);

/** Returns: (transfer none): a part of what a widget's template makes */
gpointer remit_test_get_child (GtkWidget *widget,
                               const char *name);

/** Returns: (transfer none) (nullable): the first widget in @root that activates @action */
GtkWidget *remit_test_find_action (GtkWidget *root,
                                   const char *action);

/** Returns: (transfer none): the first widget in @root that shows @text; waits for it, and fails
 * when there is none within a minute */
GtkWidget *remit_test_find_text (GtkWidget *root,
                                 const char *text);

/** Returns: whether a label in @root shows @text, or has it in what it shows */
gboolean remit_test_shows (GtkWidget *root,
                           const char *text);

/** Returns: how many widgets of @type there are in @root */
guint remit_test_count (GtkWidget *root,
                        GType type);

/** Returns: (transfer none): the window of @type that is there; waits for it */
GtkWidget *remit_test_wait_for_window (GType type);

/** Waits until there is no window of @type. */
void remit_test_wait_for_no_window (GType type);

/** Returns: whether no change of a window waits, and no words say so; for remit_test_wait() */
gboolean remit_test_waits_for_nothing (gpointer window);

/** Presses Cancel where the window says that a change waits. */
void remit_test_give_up (RemitWindow *window);

/**
 * RemitTestOther:
 * @store: the file of a window, opened once more
 * @edit: (nullable): what it is writing, while it holds the file
 *
 * Another program: what the window writes waits for it.
 */
typedef struct {
  RemitStore *store;
  RemitEdit *edit;
} RemitTestOther;

/** Opens the file of @window, unless that is done, and holds it. */
void remit_test_other_hold (RemitTestOther *self,
                            RemitWindow *window);

/** Lets go of the file; what was written and not committed is gone. */
void remit_test_other_release (RemitTestOther *self);

/** Lets go of the file, and closes it. */
void remit_test_other_clear (RemitTestOther *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitTestOther, remit_test_other_clear)

/** Waits until no change of @window waits any longer. */
void remit_test_wait_until_made (RemitWindow *window);

/** Waits until @widget shows a text. */
void remit_test_wait_for_text (GtkWidget *widget,
                               const char *text);

/** Returns: (nullable): the button in @root with a tooltip */
GtkWidget *remit_test_find_tip (GtkWidget *root,
                                const char *tip);

/** Waits until @window has said a text, alone or with other words. */
void remit_test_wait_until_said (RemitWindow *window,
                                 const char *text);

/** Returns: what the window said last */
const char *remit_test_get_said (RemitWindow *window);
