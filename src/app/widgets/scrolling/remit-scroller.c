/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkScrollable for widgets that draw no more than what is in sight of something larger. */
#include "remit-scroller.h"

/* ── The object ───────────────────────────────────────────────────────────────────────────── */

void
remit_scroller_install_properties (GObjectClass *klass)
{
  g_object_class_override_property (klass, REMIT_SCROLLER_PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (klass, REMIT_SCROLLER_PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (klass, REMIT_SCROLLER_PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (klass, REMIT_SCROLLER_PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
drop_adjustment (RemitScroller *self,
                 GtkOrientation orientation)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place == NULL)
    return;
  g_signal_handlers_disconnect_by_func (*place, self->scrolled, self->widget);
  g_clear_object (place);
}

static void
set_adjustment (RemitScroller *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  if (adjustment != NULL && self->adjustments[orientation] == adjustment)
    return;
  drop_adjustment (self, orientation);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (self->scrolled), self->widget,
                           G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (self->widget);
}

gboolean
remit_scroller_get_property (const RemitScroller *self,
                             guint prop_id,
                             GValue *value)
{
  switch (prop_id)
    {
    case REMIT_SCROLLER_PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      return TRUE;
    case REMIT_SCROLLER_PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      return TRUE;
    case REMIT_SCROLLER_PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_HORIZONTAL]);
      return TRUE;
    case REMIT_SCROLLER_PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_VERTICAL]);
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
remit_scroller_set_property (RemitScroller *self,
                             guint prop_id,
                             const GValue *value)
{
  switch (prop_id)
    {
    case REMIT_SCROLLER_PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      return TRUE;
    case REMIT_SCROLLER_PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      return TRUE;
    case REMIT_SCROLLER_PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      return TRUE;
    case REMIT_SCROLLER_PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      return TRUE;
    default:
      return FALSE;
    }
}

void
remit_scroller_dispose (RemitScroller *self)
{
  drop_adjustment (self, GTK_ORIENTATION_HORIZONTAL);
  drop_adjustment (self, GTK_ORIENTATION_VERTICAL);
}

/* ── Scrolling ────────────────────────────────────────────────────────────────────────────── */

GtkAdjustment *
remit_scroller_get_adjustment (const RemitScroller *self,
                               GtkOrientation orientation)
{
  return self->adjustments[orientation];
}

static gboolean
is_from_right (const RemitScroller *self,
               GtkOrientation orientation)
{
  return orientation == GTK_ORIENTATION_HORIZONTAL
         && gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
}

static double
get_most (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

void
remit_scroller_configure (RemitScroller *self,
                          GtkOrientation orientation,
                          int content,
                          int page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double upper = MAX (content, page);
  double value;

  if (adjustment == NULL)
    return;
  value = gtk_adjustment_get_value (adjustment);
  /* From right to left, what stays in place is the distance from the right. */
  if (is_from_right (self, orientation))
    value += upper - page - get_most (adjustment);
  g_signal_handlers_block_by_func (adjustment, self->scrolled, self->widget);
  gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - page), 0, upper, page * 0.1,
                            page * self->page_step, page);
  g_signal_handlers_unblock_by_func (adjustment, self->scrolled, self->widget);
}

/* What the adjustment has, as the widget counts it; and the other way round. */
static double
convert (const RemitScroller *self,
         GtkOrientation orientation,
         double value)
{
  if (self->from_start && is_from_right (self, orientation))
    return get_most (self->adjustments[orientation]) - value;
  return value;
}

static int
get_first (const RemitScroller *self,
           GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return 0;
  return (int) convert (self, orientation, gtk_adjustment_get_value (adjustment));
}

int
remit_scroller_get_x (const RemitScroller *self)
{
  return get_first (self, GTK_ORIENTATION_HORIZONTAL);
}

int
remit_scroller_get_y (const RemitScroller *self)
{
  return get_first (self, GTK_ORIENTATION_VERTICAL);
}

void
remit_scroller_scroll_to (RemitScroller *self,
                          GtkOrientation orientation,
                          int from,
                          int size,
                          int before,
                          int after)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double page, value;

  if (adjustment == NULL)
    return;
  page = gtk_adjustment_get_page_size (adjustment);
  value = convert (self, orientation, gtk_adjustment_get_value (adjustment));
  /* nor where there is no room for it yet, as before the first layout */
  if (from - before < value || page < before + size + after)
    value = from - before;
  else if (from + size + after > value + page)
    value = from + size + after - page;
  gtk_adjustment_set_value (adjustment, convert (self, orientation, value));
}

void
remit_scroller_rewind (RemitScroller *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      gtk_adjustment_set_value (self->adjustments[i],
                                is_from_right (self, (GtkOrientation) i)
                                  ? get_most (self->adjustments[i])
                                  : 0);
}
