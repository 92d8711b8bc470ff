/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits that wait while another program holds the workspace: tried, and tried again. */
#include "remit-attempts.h"

#include <glib/gi18n.h>

#include "remit-feedback.h"

/* Milliseconds: between two attempts, and until it is worth a word that an edit waits. */
#define PAUSE 50
#define PATIENCE 500

/* Milliseconds that an edit in a thread waits for others itself: what it has to read first takes
 * longer than a pause. */
#define PATIENCE_IN_THREAD 500

struct _RemitAttempts
{
  AdwBin parent_instance;

  GQueue queue; /* of Attempt */
  const struct Attempt *told; /* while who asked is told */
  guint retry_id;
  guint patience_id;
  guint n_refused;
  gboolean closes_when_done;

  GtkWidget *bar;
  GtkLabel *reason;
  GtkLabel *outlook;
};

G_DEFINE_FINAL_TYPE (RemitAttempts, remit_attempts, ADW_TYPE_BIN)

/* One edit, with all that it needs. */
typedef struct Attempt {
  RemitAttempts *owner; /* not kept; NULL when its window is gone, or has none */
  GtkWidget *widget;    /* weak */
  GtkWidget *focus;     /* weak: where the keyboard was */
  RemitWorkspace *workspace;
  RemitTryFunc func;
  RemitTryStartFunc start; /* of one that is made in a thread; may do without @func */
  gpointer data;
  GDestroyNotify free_data;
  RemitTriedFunc tried;
  gboolean is_running;  /* in a thread */
  gboolean is_refused;  /* another program holds the file */
  gboolean is_given_up; /* while it was running */
  gboolean is_hidden;   /* the dialog that asked */
  gboolean is_left;     /* the keyboard is elsewhere by now */
} Attempt;

static void
attempt_free (Attempt *attempt)
{
  g_clear_weak_pointer (&attempt->widget);
  g_clear_weak_pointer (&attempt->focus);
  g_object_unref (attempt->workspace);
  if (attempt->free_data != NULL)
    attempt->free_data (attempt->data);
  g_free (attempt);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attempt, attempt_free)

static gboolean
has_to_wait (const GError *error)
{
  return g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_LOCKED);
}

static GError *
create_cancelled (void)
{
  return g_error_new_literal (REMIT_STORE_ERROR, REMIT_STORE_ERROR_CANCELLED,
                              _ ("Cancelled. Nothing was changed."));
}

/* A row may be gone from its list while somebody still keeps it. */
static GtkWidget *
get_widget (const Attempt *attempt)
{
  return attempt->widget != NULL && gtk_widget_get_root (attempt->widget) != NULL ? attempt->widget
                                                                                  : NULL;
}

/* ── The keyboard ─────────────────────────────────────────────────────────────────────────── */

/* A menu goes once something is chosen from it: then the keyboard is where it was opened. */
static GtkWidget *
find_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *popover;

  while (focus != NULL && (popover = gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER)) != NULL)
    focus = gtk_widget_get_parent (popover);
  return focus;
}

/* What had the keyboard may have given it to a part of itself, or to what it is a part of. */
static gboolean
is_left (const Attempt *attempt)
{
  GtkWidget *widget = get_widget (attempt);
  GtkWidget *focus = widget != NULL ? find_focus (widget) : NULL;

  if (focus == NULL || focus == attempt->focus)
    return FALSE;
  return attempt->focus == NULL
         || (!gtk_widget_is_ancestor (focus, attempt->focus)
             && !gtk_widget_is_ancestor (attempt->focus, focus));
}

gboolean
remit_try_is_attended (GtkWidget *widget)
{
  RemitAttempts *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  self = remit_feedback_find_attempts (widget);
  return self == NULL || self->told == NULL || !self->told->is_left;
}

/* ── The outcome ──────────────────────────────────────────────────────────────────────────── */

/* A dialog would keep the user from the window that says what it waits for. */
static void
hide_dialog (Attempt *attempt)
{
  GtkWidget *widget = get_widget (attempt);

  if (!GTK_IS_WINDOW (widget) || gtk_window_get_transient_for (GTK_WINDOW (widget)) == NULL)
    return;
  attempt->is_hidden = TRUE;
  gtk_widget_set_visible (widget, FALSE);
}

/* Which may edit again, and so tell others in between. */
static void
tell_tried (const Attempt *attempt,
            GtkWidget *widget,
            gint64 result,
            const GError *error)
{
  g_autoptr (RemitAttempts) owner = attempt->owner != NULL ? g_object_ref (attempt->owner) : NULL;
  const Attempt *outer = owner != NULL ? owner->told : NULL;

  if (owner != NULL)
    owner->told = attempt;
  attempt->tried (widget, attempt->workspace, result, attempt->data, error);
  if (owner != NULL)
    owner->told = outer;
}

static void
tell (Attempt *attempt,
      gint64 result,
      const GError *error)
{
  GtkWidget *widget = get_widget (attempt);

  if (error != NULL && attempt->owner != NULL)
    attempt->owner->n_refused++;
  if (attempt->is_hidden && widget != NULL && error != NULL)
    gtk_window_present (GTK_WINDOW (widget));
  if (attempt->tried != NULL && widget != NULL)
    tell_tried (attempt, widget, result, error);
  else if (widget != NULL || attempt->owner != NULL)
    remit_feedback_edit (widget != NULL ? widget : GTK_WIDGET (attempt->owner), attempt->workspace,
                         result != 0, error);
}

/* ── Content ──────────────────────────────────────────────────────────────────────────────── */

/* Two short lines, for narrow windows. */
typedef struct {
  const char *reason;
  const char *outlook;
} Words;

/* What is behind a change of our own waits for that one. */
static Words
get_words (RemitAttempts *self)
{
  const Attempt *first = g_queue_peek_head (&self->queue);

  if (self->closes_when_done)
    return (Words){ _ ("Your change is not saved yet"), _ ("The window closes afterwards") };
  if (first->is_refused)
    return (Words){ _ ("Another program is writing to the file"), _ ("Your change is waiting") };
  return (Words){ _ ("A change is still being saved"), _ ("The next change is waiting") };
}

/* A dialog that lies over the window says it, too. */
static void
show_words (RemitAttempts *self)
{
  GtkWidget *widget = get_widget (g_queue_peek_head (&self->queue));
  Words words = get_words (self);
  g_autofree char *spoken = g_strdup_printf ("%s. %s.", words.reason, words.outlook);

  gtk_label_set_label (self->reason, words.reason);
  gtk_label_set_label (self->outlook, words.outlook);
  gtk_widget_set_visible (self->bar, TRUE);
  if (widget == NULL || gtk_widget_get_root (widget) == gtk_widget_get_root (GTK_WIDGET (self)))
    remit_feedback_announce (GTK_WIDGET (self), spoken);
  else
    remit_feedback_say (widget, spoken);
}

static void
on_patience_ended (gpointer data)
{
  RemitAttempts *self = data;

  self->patience_id = 0;
  show_words (self);
}

static void
begin_to_wait (RemitAttempts *self)
{
  if (self->patience_id == 0 && !gtk_widget_get_visible (self->bar))
    self->patience_id = g_timeout_add_once (PATIENCE, on_patience_ended, self);
}

static void
stop_waiting (RemitAttempts *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean closes = self->closes_when_done && GTK_IS_WINDOW (root);

  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_widget_set_visible (self->bar, FALSE);
  self->closes_when_done = FALSE;
  if (closes)
    gtk_window_close (GTK_WINDOW (root));
}

/* ── Trying ───────────────────────────────────────────────────────────────────────────────── */

static void go_on (RemitAttempts *self,
                   guint pause);

static void
end_first (RemitAttempts *self,
           gint64 result,
           const GError *error)
{
  g_autoptr (Attempt) attempt = g_queue_pop_head (&self->queue);
  g_autoptr (RemitAttempts) keep = g_object_ref (self);

  if (error != NULL) /* the user gets a dialog to look at */
    self->closes_when_done = FALSE;
  tell (attempt, result, error);
  go_on (self, 0);
}

/* It stays the first in the queue. */
static void
refuse_first (RemitAttempts *self)
{
  Attempt *attempt = g_queue_peek_head (&self->queue);

  if (attempt->is_given_up)
    {
      g_autoptr (GError) error = create_cancelled ();

      remit_feedback_error (GTK_WIDGET (self), error);
      end_first (self, 0, error);
      return;
    }
  if (!attempt->is_refused)
    hide_dialog (attempt);
  attempt->is_refused = TRUE;
  begin_to_wait (self);
  go_on (self, PAUSE);
}

static void
on_thread_ended (GObject *source,
                 GAsyncResult *result,
                 gpointer data)
{
  Attempt *attempt = data;
  RemitAttempts *owner = attempt->owner;
  g_autoptr (GError) error = NULL;
  gint64 number = remit_workspace_run_finish (REMIT_WORKSPACE (source), result, &error);

  attempt->is_running = FALSE;
  if (owner == NULL)
    {
      tell (attempt, number, error);
      attempt_free (attempt);
    }
  else if (has_to_wait (error))
    refuse_first (owner);
  else
    end_first (owner, number, error);
}

static void
run_in_thread (Attempt *attempt)
{
  attempt->is_running = TRUE;
  attempt->start (attempt->workspace, attempt->func != NULL ? attempt : attempt->data,
                  on_thread_ended, attempt);
}

static void
try_first (RemitAttempts *self)
{
  Attempt *attempt = g_queue_peek_head (&self->queue);
  g_autoptr (GError) error = NULL;
  gint64 result;

  /* before the edit moves what is on the screen */
  attempt->is_left = is_left (attempt);
  if (attempt->start != NULL)
    {
      run_in_thread (attempt);
      return;
    }
  attempt->is_running = TRUE; /* others may edit while they are told of this one */
  result = attempt->func (attempt->workspace, attempt->data, &error);
  attempt->is_running = FALSE;
  if (has_to_wait (error))
    refuse_first (self);
  else
    end_first (self, result, error);
}

static gboolean
on_retry (gpointer data)
{
  RemitAttempts *self = data;

  self->retry_id = 0;
  try_first (self);
  return G_SOURCE_REMOVE;
}

/* One edit at a time, so that frames are drawn in between. */
static void
go_on (RemitAttempts *self,
       guint pause)
{
  const Attempt *first = g_queue_peek_head (&self->queue);

  if (self->bar == NULL) /* who was told has closed the window */
    return;
  if (first == NULL)
    stop_waiting (self);
  else if (self->retry_id == 0 && !first->is_running)
    self->retry_id = g_timeout_add (pause, on_retry, self);
}

/* ── Asking ───────────────────────────────────────────────────────────────────────────────── */

static Attempt *
attempt_new (GtkWidget *widget,
             RemitWorkspace *workspace,
             gpointer data,
             GDestroyNotify free_data,
             RemitTriedFunc tried)
{
  Attempt *attempt = g_new0 (Attempt, 1);

  attempt->owner = remit_feedback_find_attempts (widget);
  g_set_weak_pointer (&attempt->widget, widget);
  g_set_weak_pointer (&attempt->focus, find_focus (widget));
  attempt->workspace = g_object_ref (workspace);
  attempt->data = data;
  attempt->free_data = free_data;
  attempt->tried = tried;
  return attempt;
}

/* Returns: whether there are others to wait for */
static gboolean
queue_up (Attempt *attempt)
{
  RemitAttempts *owner = attempt->owner;

  if (owner == NULL || g_queue_is_empty (&owner->queue))
    return FALSE;
  hide_dialog (attempt);
  begin_to_wait (owner);
  g_queue_push_tail (&owner->queue, attempt);
  return TRUE;
}

/* Behind others, or at once. Returns: whether it is made or waits */
static gboolean
try_now (Attempt *new_attempt)
{
  g_autoptr (Attempt) attempt = NULL;
  RemitAttempts *owner = new_attempt->owner;
  g_autoptr (GError) error = NULL;
  gint64 result;

  if (queue_up (new_attempt))
    return TRUE;
  attempt = new_attempt;
  result = attempt->func (attempt->workspace, attempt->data, &error);
  if (owner != NULL && has_to_wait (error))
    {
      g_queue_push_tail (&owner->queue, g_steal_pointer (&attempt));
      refuse_first (owner);
      return TRUE;
    }
  tell (attempt, result, error);
  return result != 0;
}

gboolean
remit_try_then (GtkWidget *widget,
                RemitWorkspace *workspace,
                RemitTryFunc func,
                gpointer data,
                GDestroyNotify free_data,
                RemitTriedFunc tried)
{
  Attempt *attempt;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (REMIT_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  attempt = attempt_new (widget, workspace, data, free_data, tried);
  attempt->func = func;
  return try_now (attempt);
}

gboolean
remit_try (GtkWidget *widget,
           RemitWorkspace *workspace,
           RemitTryFunc func,
           gpointer data,
           GDestroyNotify free_data)
{
  return remit_try_then (widget, workspace, func, data, free_data, NULL);
}

static void
try_in_thread (Attempt *attempt)
{
  if (queue_up (attempt))
    return;
  if (attempt->owner != NULL)
    g_queue_push_tail (&attempt->owner->queue, attempt);
  run_in_thread (attempt);
}

void
remit_try_async (GtkWidget *widget,
                 RemitWorkspace *workspace,
                 RemitTryStartFunc start,
                 gpointer data,
                 GDestroyNotify free_data,
                 RemitTriedFunc tried)
{
  Attempt *attempt;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));
  g_return_if_fail (start != NULL);

  attempt = attempt_new (widget, workspace, data, free_data, tried);
  attempt->start = start;
  try_in_thread (attempt);
}

static gint64
run_func (RemitStore *store,
          gpointer data,
          GError **error)
{
  const Attempt *attempt = data;
  g_autoptr (RemitWorkspace) own = remit_workspace_open (remit_store_get_path (store),
                                                         REMIT_STORE_NO_WAIT, error);

  if (own == NULL)
    return 0;
  remit_store_set_patience (remit_workspace_get_store (own), PATIENCE_IN_THREAD);
  return attempt->func (own, attempt->data, error);
}

static void
start_func (RemitWorkspace *workspace,
            gpointer attempt,
            GAsyncReadyCallback callback,
            gpointer callback_data)
{
  remit_workspace_run_async (workspace, run_func, attempt, NULL, callback, callback_data);
}

void
remit_try_in_thread (GtkWidget *widget,
                     RemitWorkspace *workspace,
                     RemitTryFunc func,
                     gpointer data,
                     GDestroyNotify free_data,
                     RemitTriedFunc tried)
{
  Attempt *attempt;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));
  g_return_if_fail (func != NULL);

  attempt = attempt_new (widget, workspace, data, free_data, tried);
  attempt->start = start_func;
  attempt->func = func;
  try_in_thread (attempt);
}

/* ── Giving up ────────────────────────────────────────────────────────────────────────────── */

/* Takes out of the queue what waits (of @widget, or of everybody); what runs goes on. */
static GQueue
take_waiting (RemitAttempts *self,
              GtkWidget *widget)
{
  GQueue taken = G_QUEUE_INIT;
  GList *next;

  for (GList *link = self->queue.head; link != NULL; link = next)
    {
      Attempt *attempt = link->data;

      next = link->next;
      if (attempt->is_running || (widget != NULL && attempt->widget != widget))
        continue;
      g_queue_unlink (&self->queue, link);
      g_queue_push_tail_link (&taken, link);
    }
  return taken;
}

void
remit_try_forget (GtkWidget *widget)
{
  RemitAttempts *self;
  GQueue taken;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  self = remit_feedback_find_attempts (widget);
  if (self == NULL || g_queue_is_empty (&self->queue))
    return;
  taken = take_waiting (self, widget);
  g_queue_clear_full (&taken, (GDestroyNotify) attempt_free);
  if (g_queue_is_empty (&self->queue))
    stop_waiting (self);
}

/* Who gives up a change that the window was to close after has something to look at. What runs in a
 * thread goes on, and says itself what came of it; it is not tried again. */
static void
on_cancel (RemitAttempts *self)
{
  GQueue taken = take_waiting (self, NULL);
  Attempt *running = g_queue_peek_head (&self->queue);
  g_autoptr (GError) error = create_cancelled ();
  Attempt *attempt;

  self->closes_when_done = FALSE;
  if (running != NULL)
    running->is_given_up = TRUE;
  else
    {
      stop_waiting (self);
      remit_feedback_error (GTK_WIDGET (self), error);
    }
  while ((attempt = g_queue_pop_head (&taken)) != NULL)
    {
      tell (attempt, 0, error);
      attempt_free (attempt);
    }
}

gboolean
remit_attempts_are_waiting (RemitAttempts *self)
{
  g_return_val_if_fail (REMIT_IS_ATTEMPTS (self), FALSE);

  return !g_queue_is_empty (&self->queue);
}

guint
remit_attempts_count_refused (RemitAttempts *self)
{
  g_return_val_if_fail (REMIT_IS_ATTEMPTS (self), 0);

  return self->n_refused;
}

void
remit_attempts_close_when_done (RemitAttempts *self)
{
  g_return_if_fail (REMIT_IS_ATTEMPTS (self));
  g_return_if_fail (!g_queue_is_empty (&self->queue));

  g_clear_handle_id (&self->patience_id, g_source_remove);
  self->closes_when_done = TRUE;
  show_words (self);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

/* What runs in a thread goes on without the window. */
static void
remit_attempts_dispose (GObject *object)
{
  RemitAttempts *self = REMIT_ATTEMPTS (object);
  GQueue taken = take_waiting (self, NULL);
  Attempt *running;

  g_queue_clear_full (&taken, (GDestroyNotify) attempt_free);
  while ((running = g_queue_pop_head (&self->queue)) != NULL)
    running->owner = NULL;
  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  self->bar = NULL;

  G_OBJECT_CLASS (remit_attempts_parent_class)->dispose (object);
}

static void
remit_attempts_class_init (RemitAttemptsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_attempts_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/widgets/remit-attempts.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitAttempts, bar);
  gtk_widget_class_bind_template_child (widget_class, RemitAttempts, reason);
  gtk_widget_class_bind_template_child (widget_class, RemitAttempts, outlook);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
remit_attempts_init (RemitAttempts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
