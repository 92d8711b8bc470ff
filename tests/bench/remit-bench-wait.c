/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit in the real window while another process holds the workspace: how long the main loop is
 * away at most, from one wait for events to the next, until the edit is made. The edit itself is
 * that of remit-bench-edit. */
#include "application/remit-application.h"
#include "board/cards/remit-slot-card.h"
#include "board/remit-board.h"
#include "window/remit-window.h"

typedef struct {
  RemitWindow *window;
  RemitWorkspace *workspace;
  GtkWidget *board;
  GtkWidget *card;
} Bench;

static gint64 left_poll_at;
static gint64 longest;

static gint
poll_and_measure (GPollFD *fds,
                  guint n_fds,
                  gint timeout)
{
  gint ready;

  if (left_poll_at != 0)
    longest = MAX (longest, g_get_monotonic_time () - left_poll_at);
  ready = g_poll (fds, n_fds, timeout);
  left_poll_at = g_get_monotonic_time ();
  return ready;
}

/* ── The other process ────────────────────────────────────────────────────────────────────── */

/* Says when it holds the file. */
static int
hold (const char *path,
      guint seconds)
{
  g_autoptr (RemitStore) store = remit_store_open (path, REMIT_STORE_NO_FLAGS, NULL);
  g_autoptr (RemitEdit) edit = store != NULL ? remit_edit_begin (store, "Held", NULL) : NULL;

  if (edit == NULL)
    return 1;
  g_print ("held\n");
  g_usleep (seconds * G_USEC_PER_SEC);
  return 0;
}

static GSubprocess *
start_holder (const char *program,
              const char *path,
              const char *seconds)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *holder = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "hold",
                                          path, seconds, NULL);
  char byte;

  if (holder == NULL)
    g_error ("%s", error->message);
  if (g_input_stream_read (g_subprocess_get_stdout_pipe (holder), &byte, 1, NULL, NULL) != 1)
    g_error ("The other process does not get the lock");
  return holder;
}

/* ── The window ───────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
find (GtkWidget *root,
      GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) && gtk_widget_get_mapped (root)
                       ? root
                       : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static gpointer
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  g_error ("The board takes no drops");
}

/* Until nothing comes for a while: what an edit brought with it, toasts and checks. */
static void
settle (void)
{
  for (gint64 quiet = g_get_monotonic_time ();
       g_get_monotonic_time () - quiet < G_USEC_PER_SEC / 5;)
    if (g_main_context_iteration (NULL, FALSE))
      quiet = g_get_monotonic_time ();
}

static guint
count_assignments (Bench *self)
{
  return remit_workspace_get_referring (
           self->workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT,
           remit_slot_card_get_slot (REMIT_SLOT_CARD (self->card)))->len;
}

/* Drops the last of all people. */
static void
drop (Bench *self)
{
  GListModel *people = remit_workspace_get_list (self->workspace, REMIT_KIND_PERSON);
  g_autoptr (RemitEntity) person = g_list_model_get_item (people,
                                                          g_list_model_get_n_items (people) - 1);
  RemitDrag *drag = remit_drag_new (REMIT_DRAG_PEOPLE, 0, "Somebody");
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;
  double x, y;

  remit_drag_add (drag, remit_entity_get_id (person), 0);
  g_value_init (&value, REMIT_TYPE_DRAG);
  g_value_take_boxed (&value, drag);
  gtk_widget_translate_coordinates (self->card, self->board, 20, 10, &x, &y);
  g_signal_emit_by_name (find_drop_target (self->board), "drop", &value, x, y, &taken);
  if (!taken)
    g_error ("The board does not take the drop");
}

static void
open_window (Bench *self,
             RemitApplication *application,
             const char *path)
{
  remit_application_open_workspace (application, path, TRUE);
  self->window = REMIT_WINDOW (
    gtk_application_get_active_window (GTK_APPLICATION (application)));
  while ((self->card = find (GTK_WIDGET (self->window), REMIT_TYPE_SLOT_CARD)) == NULL
         || gtk_widget_get_width (self->card) == 0)
    g_main_context_iteration (NULL, TRUE);
  self->board = gtk_widget_get_ancestor (self->card, REMIT_TYPE_BOARD);
  self->workspace = remit_window_get_workspace (self->window);
  settle ();
}

/* Returns: the longest turn of the main loop before the one that made the edit; that one is not
 * measured yet when it ends */
static gint64
assign (Bench *self)
{
  guint before = count_assignments (self);
  gint64 result;

  left_poll_at = g_get_monotonic_time ();
  longest = 0;
  drop (self);
  while (count_assignments (self) == before)
    g_main_context_iteration (NULL, TRUE);
  result = longest;
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  settle ();
  return result;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (RemitApplication) application = NULL;
  g_autoptr (GSubprocess) holder = NULL;
  Bench self = { 0 };

  if (argc == 4 && g_str_equal (argv[1], "hold"))
    return hold (argv[2], (guint) atoi (argv[3]));
  if (argc != 3)
    g_error ("Usage: remit-bench-wait WORKSPACE SECONDS");
  g_main_context_set_poll_func (NULL, poll_and_measure);
  application = remit_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  open_window (&self, application, argv[1]);
  assign (&self); /* what is done for the first time is not of interest */
  holder = start_holder (argv[0], argv[1], argv[2]);
  g_printerr ("longest %" G_GINT64_FORMAT "\n", assign (&self));
  g_subprocess_wait (holder, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (self.window));
  return 0;
}
