/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that are for assistive technology alone. */
#include "remit-announce.h"

#include <gmodule.h>

/* What gets the keyboard is spoken first, in milliseconds. */
static const guint AFTER_FOCUS = 150;

/* A widget that loses focus within this time, in microseconds, was not spoken. */
#define SOON (G_USEC_PER_SEC / 2)

/* How many times that is waited for a window to be active: what one that is not says is ignored. */
#define MAX_WAITS 7

/* GtkAccessibleAnnouncementPriority, which 4.8 does not have. */
static const int MEDIUM = 1;

typedef void (*Announce) (GtkAccessible *accessible,
                          const char *message,
                          int priority);

static GQuark
get_description_quark (void)
{
  return g_quark_from_static_string ("remit-description");
}

/* Of a widget: that what was announced stands in place of its own description. */
static GQuark
get_announced_quark (void)
{
  return g_quark_from_static_string ("remit-announced");
}

static GQuark
get_described_quark (void)
{
  return g_quark_from_static_string ("remit-described");
}

static GQuark
get_pending_quark (void)
{
  return g_quark_from_static_string ("remit-announcement");
}

/* What a window has described last. */
typedef struct {
  char *text;
  gint64 at;
  gboolean is_again;
} Described;

static void
described_free (Described *self)
{
  g_free (self->text);
  g_free (self);
}

/* What is spoken in a moment. */
typedef struct {
  char *text;
  guint source;
  guint n_waits;
  gboolean was_inactive;
  gboolean is_again;
} Pending;

static void
pending_free (Pending *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self->text);
  g_free (self);
}

static Announce
find_announce (void)
{
  static Announce found;
  static gsize looked;

  if (g_once_init_enter (&looked))
    {
      GModule *program = g_module_open (NULL, G_MODULE_BIND_LAZY);
      gpointer symbol = NULL;

      if (program != NULL && g_module_symbol (program, "gtk_accessible_announce", &symbol))
        found = (Announce) symbol;
      g_once_init_leave (&looked, 1);
    }
  return found;
}

static void
set_description (GtkWidget *widget,
                 const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static void
give_back (GtkWidget *widget)
{
  const char *own = g_object_get_qdata (G_OBJECT (widget), get_description_quark ());

  g_object_set_qdata (G_OBJECT (widget), get_announced_quark (), NULL);
  set_description (widget, own != NULL ? own : gtk_widget_get_tooltip_text (widget));
}

/* What was said before is not said again, now or later. */
static void
forget_last (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL)
    return;
  g_object_set_qdata (G_OBJECT (root), get_described_quark (), NULL);
  g_object_set_qdata (G_OBJECT (root), get_pending_quark (), NULL);
}

static gboolean speak (gpointer data);

/* What waits goes with its widget. */
static void
announce (GtkWidget *widget,
          const char *text,
          gboolean is_again)
{
  Pending *pending;

  forget_last (widget);
  pending = g_new0 (Pending, 1);
  pending->text = g_strdup (text);
  pending->is_again = is_again;
  pending->source = g_timeout_add (AFTER_FOCUS, speak, widget);
  g_object_set_qdata_full (G_OBJECT (widget), get_pending_quark (), pending,
                           (GDestroyNotify) pending_free);
}

/* A button that was pressed may go with what it was for: what has the keyboard next says it. It
 * does so once: whoever goes on fast would hear it at each step. */
static void
say_again (GtkWindow *window)
{
  Described *last = g_object_steal_qdata (G_OBJECT (window), get_described_quark ());

  if (last == NULL)
    return;
  if (!last->is_again && g_get_monotonic_time () < last->at + SOON)
    announce (GTK_WIDGET (window), last->text, TRUE);
  described_free (last);
}

static void
on_focus_moved (GtkWindow *window,
                GParamSpec *pspec,
                GtkWidget *described)
{
  g_signal_handlers_disconnect_by_func (window, on_focus_moved, described);
  give_back (described);
  give_back (GTK_WIDGET (window));
  say_again (window);
}

/* An entry is told apart from the text in it by the eye alone. */
static GtkWidget *
get_presented (GtkWidget *focus)
{
  GtkWidget *parent = GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : NULL;

  while (parent != NULL && !GTK_IS_EDITABLE (parent))
    parent = gtk_widget_get_parent (parent);
  return parent != NULL ? parent : focus;
}

static void
describe_focus (GtkWindow *window,
                const char *text,
                gboolean is_again)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *widget = focus != NULL ? get_presented (focus) : GTK_WIDGET (window);
  Described *last = g_new0 (Described, 1);

  g_signal_handlers_disconnect_by_func (window, on_focus_moved, widget);
  /* the same words again are spoken again */
  set_description (widget, NULL);
  set_description (widget, text);
  g_object_set_qdata (G_OBJECT (widget), get_announced_quark (), widget);
  /* Orca minds its focus alone, which is a window that has just been activated itself */
  if (widget != GTK_WIDGET (window))
    {
      set_description (GTK_WIDGET (window), NULL);
      set_description (GTK_WIDGET (window), text);
    }
  last->text = g_strdup (text);
  last->at = g_get_monotonic_time ();
  last->is_again = is_again;
  g_object_set_qdata_full (G_OBJECT (window), get_described_quark (), last,
                           (GDestroyNotify) described_free);
  g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (on_focus_moved), widget, 0);
}

/* Returns: (transfer none) (nullable): the window with the keyboard, which may be a dialog over the
 * widget's, or the one that it leaves behind */
static GtkWindow *
find_active (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GListModel *windows = gtk_window_get_toplevels ();

  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    return GTK_WINDOW (root);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_is_active (window))
        return window;
    }
  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* A dialog that closes leaves the keyboard to no window for a moment. Returns: whether nobody would
 * hear what is spoken now */
static gboolean
is_early (Pending *self,
          GtkWidget *widget)
{
  GtkWindow *window = find_active (widget);
  gboolean is_active = window != NULL && gtk_window_is_active (window);
  gboolean was_inactive = self->was_inactive;

  self->was_inactive = !is_active;
  return (!is_active || was_inactive) && self->n_waits++ < MAX_WAITS;
}

static void
announce_now (GtkWidget *widget,
              const Pending *pending)
{
  GtkWindow *window = find_active (widget);
  Announce native = find_announce ();

  if (window == NULL)
    return;
  if (native != NULL)
    native (GTK_ACCESSIBLE (window), pending->text, MEDIUM);
  else
    describe_focus (window, pending->text, pending->is_again);
}

static gboolean
speak (gpointer data)
{
  Pending *pending = g_object_get_qdata (data, get_pending_quark ());

  if (is_early (pending, data))
    return G_SOURCE_CONTINUE;
  g_object_steal_qdata (data, get_pending_quark ());
  pending->source = 0;
  announce_now (data, pending);
  pending_free (pending);
  return G_SOURCE_REMOVE;
}

void
remit_announce (GtkWidget *widget,
                const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  announce (widget, text, FALSE);
}

void
remit_announce_found (GtkWidget *search,
                      const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (search));

  if (gtk_widget_get_state_flags (search) & GTK_STATE_FLAG_FOCUS_WITHIN)
    remit_announce (search, text);
}

void
remit_announce_describe (GtkWidget *widget,
                         const char *description)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_qdata_full (G_OBJECT (widget), get_description_quark (), g_strdup (description),
                           g_free);
  if (g_object_get_qdata (G_OBJECT (widget), get_announced_quark ()) == NULL)
    set_description (widget, description);
}
