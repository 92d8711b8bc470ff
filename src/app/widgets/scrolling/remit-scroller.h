/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkScrollable for widgets that draw no more than what is in sight of something larger. */
#pragma once

#include <gtk/gtk.h>

/** The four properties of GtkScrollable; a class that has others begins with the last of these. */
enum {
  REMIT_SCROLLER_PROP_HADJUSTMENT = 1,
  REMIT_SCROLLER_PROP_VADJUSTMENT,
  REMIT_SCROLLER_PROP_HSCROLL_POLICY,
  REMIT_SCROLLER_PROP_VSCROLL_POLICY,
  REMIT_SCROLLER_N_PROPS
};

/**
 * RemitScroller:
 * @widget: whose part it is; not owned
 * @scrolled: called when it has been scrolled, but not by remit_scroller_configure()
 * @from_start: whether @widget counts its pixels from where the text begins, so from the right
 *   when it runs from right to left, or always from the left
 * @page_step: the part of a page that Page Down goes on
 * @adjustments: (private): by orientation
 * @policies: (private): by orientation
 *
 * A part of a widget's struct. The instance init sets the first four, since the adjustments come
 * as soon as that is done:
 *
 * |[
 * self->scroller = (RemitScroller){
 *   .widget = GTK_WIDGET (self), .scrolled = on_scrolled, .page_step = 0.9,
 * };
 * ]|
 */
typedef struct {
  GtkWidget *widget;
  void (*scrolled) (GtkWidget *widget);
  gboolean from_start;
  double page_step;
  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
} RemitScroller;

/* ── The object ───────────────────────────────────────────────────────────────────────────── */

/** For the class init. */
void remit_scroller_install_properties (GObjectClass *klass);

/** Returns: whether it is one of the four; if not, @value is as it was */
gboolean remit_scroller_get_property (const RemitScroller *self,
                                      guint prop_id,
                                      GValue *value);

/** Returns: whether it is one of the four; if not, nothing is done */
gboolean remit_scroller_set_property (RemitScroller *self,
                                      guint prop_id,
                                      const GValue *value);

/** Lets go of the adjustments; for dispose, any number of times. */
void remit_scroller_dispose (RemitScroller *self);

/* ── Scrolling ────────────────────────────────────────────────────────────────────────────── */

/**
 * remit_scroller_get_adjustment:
 *
 * Returns: (transfer none) (nullable): none when disposed
 */
GtkAdjustment *remit_scroller_get_adjustment (const RemitScroller *self,
                                              GtkOrientation orientation);

/**
 * remit_scroller_configure:
 * @content: pixels of all there is
 * @page: pixels of the widget
 *
 * For size_allocate, and whenever there is more or less to see. What is in sight stays there as
 * long as there is something to scroll; from right to left that is counted from the right.
 */
void remit_scroller_configure (RemitScroller *self,
                               GtkOrientation orientation,
                               int content,
                               int page);

/** Returns: the first pixel in sight across; see @from_start; 0 when disposed */
int remit_scroller_get_x (const RemitScroller *self);

/** Returns: the first pixel in sight down; 0 when disposed */
int remit_scroller_get_y (const RemitScroller *self);

/**
 * remit_scroller_scroll_to:
 * @from: the first pixel; see @from_start
 * @size: pixels from there
 * @before: of what else is to be in sight before it, or lies over it there, like a header
 * @after: the same, after it
 *
 * Scrolls as little as it takes to have all of it in sight. What is larger than a page is shown
 * from its beginning; and so is everything before the first layout, which has no page yet.
 */
void remit_scroller_scroll_to (RemitScroller *self,
                               GtkOrientation orientation,
                               int from,
                               int size,
                               int before,
                               int after);

/** Scrolls to the beginning: to the top, and to where text begins. */
void remit_scroller_rewind (RemitScroller *self);
