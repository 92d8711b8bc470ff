/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit on the board in the real window: a person is dropped on a slot, until the frame with it.
 *
 * Main-loop time: what the loop waits for events is left out, and what it waits for the disk is
 * not. */
#include <time.h>

#include "application/remit-application.h"
#include "board/cards/remit-slot-card.h"
#include "board/remit-board.h"
#include "window/remit-window.h"

/* Rounds, after some that do not count. */
#define ROUNDS 60
#define WARM_UP 4

typedef struct {
  RemitWindow *window;
  RemitWorkspace *workspace;
  GtkWidget *board;
  GtkWidget *card;
  guint n_frames;
} Bench;

static gint64 idle_time;

static gint
poll_and_count (GPollFD *fds,
                guint n_fds,
                gint timeout)
{
  gint64 begin = g_get_monotonic_time ();
  gint ready = g_poll (fds, n_fds, timeout);

  idle_time += g_get_monotonic_time () - begin;
  return ready;
}

/* Microseconds that the processor worked in this thread. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

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

static void
on_after_paint (GdkFrameClock *clock G_GNUC_UNUSED,
                Bench *self)
{
  self->n_frames++;
}

static void
wait_for_frame (Bench *self)
{
  self->n_frames = 0;
  while (self->n_frames == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Until nothing comes for a while: what the frame brought with it, toasts and checks. */
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

/* What is on the board of the person that was dropped last. */
static gboolean
is_shown (Bench *self)
{
  GPtrArray *assignments = remit_workspace_get_referring (
    self->workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT,
    remit_slot_card_get_slot (REMIT_SLOT_CARD (self->card)));
  RemitEntity *last = g_ptr_array_index (assignments, assignments->len - 1);
  GtkWidget *chip = remit_slot_card_get_chip (REMIT_SLOT_CARD (self->card),
                                              remit_entity_get_id (last));

  return chip != NULL && gtk_widget_get_mapped (chip) && gtk_widget_get_width (chip) > 0;
}

static void
drop (Bench *self,
      guint number)
{
  GListModel *people = remit_workspace_get_list (self->workspace, REMIT_KIND_PERSON);
  guint position = g_list_model_get_n_items (people) - 1 - number;
  g_autoptr (RemitEntity) person = g_list_model_get_item (people, position);
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
measure (Bench *self,
         guint number,
         GArray *times,
         GArray *cpu_times)
{
  guint before = count_assignments (self);
  gint64 idle = idle_time;
  gint64 begin = g_get_monotonic_time ();
  gint64 cpu_begin = get_cpu_time ();
  gint64 time, cpu_time;

  drop (self, number);
  wait_for_frame (self);
  time = g_get_monotonic_time () - begin - (idle_time - idle);
  cpu_time = get_cpu_time () - cpu_begin;
  g_assert_cmpuint (count_assignments (self), ==, before + 1);
  g_assert_true (is_shown (self));
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  settle ();
  g_assert_cmpuint (count_assignments (self), ==, before);
  if (number < WARM_UP)
    return;
  g_array_append_val (times, time);
  g_array_append_val (cpu_times, cpu_time);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static void
print_times (const char *what,
             GArray *times)
{
  g_array_sort (times, compare_times);
  g_printerr ("%s p50 %" G_GINT64_FORMAT " p95 %" G_GINT64_FORMAT "\n", what,
              g_array_index (times, gint64, times->len / 2),
              g_array_index (times, gint64, times->len * 95 / 100));
}

int
main (int argc,
      char **argv)
{
  g_autoptr (RemitApplication) application = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) cpu_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint rounds = argc > 2 ? (guint) atoi (argv[2]) : ROUNDS;
  Bench self = { 0 };

  if (argc < 2)
    g_error ("Usage: remit-bench-edit WORKSPACE [ROUNDS]");
  g_main_context_set_poll_func (NULL, poll_and_count);
  application = remit_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  remit_application_open_workspace (application, argv[1], TRUE);
  self.window = REMIT_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
  while ((self.card = find (GTK_WIDGET (self.window), REMIT_TYPE_SLOT_CARD)) == NULL
         || gtk_widget_get_width (self.card) == 0)
    g_main_context_iteration (NULL, TRUE);
  self.board = gtk_widget_get_ancestor (self.card, REMIT_TYPE_BOARD);
  self.workspace = remit_window_get_workspace (self.window);
  g_signal_connect (gtk_widget_get_frame_clock (self.board), "after-paint",
                    G_CALLBACK (on_after_paint), &self);
  settle ();

  for (guint i = 0; i < WARM_UP + rounds; i++)
    measure (&self, i, times, cpu_times);
  print_times ("edit", times);
  print_times ("cpu", cpu_times);
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (self.board), &self);
  gtk_window_destroy (GTK_WINDOW (self.window));
  return 0;
}
