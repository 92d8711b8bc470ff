/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A label that counts the time until something is due, or since then. */
#include "remit-clock.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "widgets/remit-style.h"

#define SECOND 1000
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
#define DAY (24 * (gint64) HOUR)
/* Less than this is urgent. */
#define SOON (4 * HOUR)

struct _RemitClock
{
  AdwBin parent_instance;

  GtkLabel *label;
  gint64 due;
  guint timer;
};

G_DEFINE_FINAL_TYPE (RemitClock, remit_clock, ADW_TYPE_BIN)

/* Seconds are told only where they count. */
static char *
dup_span (gint64 span)
{
  gulong days = (gulong) (span / DAY);

  if (days >= 2)
    return g_strdup_printf (ngettext ("%lu day", "%lu days", days), days);
  if (span >= HOUR)
    /* Translators: hours and minutes of a clock */
    return g_strdup_printf (_ ("%d h %d min"), (int) (span / HOUR), (int) (span % HOUR / MINUTE));
  if (span >= MINUTE)
    /* Translators: minutes and seconds of a clock */
    return g_strdup_printf (_ ("%d min %02d s"), (int) (span / MINUTE),
                            (int) (span % MINUTE / SECOND));
  /* Translators: seconds of a clock */
  return g_strdup_printf (_ ("%d s"), (int) (span / SECOND));
}

char *
remit_clock_dup_words (gint64 due,
                       gint64 now)
{
  g_autofree char *span = dup_span (ABS (due - now));

  if (due >= now)
    return g_steal_pointer (&span);
  /* Translators: a span of time since something was due */
  return g_strdup_printf (_ ("overdue by %s"), span);
}

static gboolean tick (gpointer data);

/* The next time at which there is something else to say. */
static guint
get_pause (gint64 left)
{
  gint64 step = left < HOUR ? SECOND : MINUTE;

  return (guint) (left > 0 ? left % step + 1 : step - (-left) % step);
}

static void
update (RemitClock *self)
{
  gint64 now = remit_time_now ();
  g_autofree char *words = NULL;
  g_autofree char *at = NULL;

  /* which may map it, and so lead here again */
  gtk_widget_set_visible (GTK_WIDGET (self), self->due != 0);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->due == 0)
    return;
  words = remit_clock_dup_words (self->due, now);
  at = remit_time_display (self->due);
  gtk_label_set_label (self->label, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), at);
  remit_style_set_class (GTK_WIDGET (self), "error", self->due < now);
  remit_style_set_class (GTK_WIDGET (self), "warning", self->due >= now && self->due - now < SOON);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->timer = g_timeout_add (get_pause (ABS (self->due - now) < HOUR
                                              ? ABS (self->due - now)
                                              : self->due - now),
                                 tick, self);
}

static gboolean
tick (gpointer data)
{
  RemitClock *self = data;

  self->timer = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
remit_clock_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (remit_clock_parent_class)->map (widget);
  update (REMIT_CLOCK (widget));
}

static void
remit_clock_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&REMIT_CLOCK (widget)->timer, g_source_remove);
  GTK_WIDGET_CLASS (remit_clock_parent_class)->unmap (widget);
}

static void
remit_clock_dispose (GObject *object)
{
  g_clear_handle_id (&REMIT_CLOCK (object)->timer, g_source_remove);
  G_OBJECT_CLASS (remit_clock_parent_class)->dispose (object);
}

static void
remit_clock_class_init (RemitClockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_clock_dispose;
  widget_class->map = remit_clock_map;
  widget_class->unmap = remit_clock_unmap;

  gtk_widget_class_set_css_name (widget_class, "remit-clock");
}

static void
remit_clock_init (RemitClock *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->label = GTK_LABEL (label);
  gtk_widget_add_css_class (label, "numeric");
  adw_bin_set_child (ADW_BIN (self), label);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
remit_clock_set_due (RemitClock *self,
                     gint64 due)
{
  g_return_if_fail (REMIT_IS_CLOCK (self));

  if (self->due == due)
    return;
  self->due = due;
  update (self);
}
