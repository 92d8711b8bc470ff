/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out an icon beside a text of several lines. */
#include "remit-icon-layout.h"

struct _RemitIconLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (RemitIconLayout, remit_icon_layout, GTK_TYPE_LAYOUT_MANAGER)

/* As the image does it, but for the baseline. */
static void
remit_icon_layout_measure (GtkLayoutManager *manager G_GNUC_UNUSED,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  int ignored = -1;

  GTK_WIDGET_GET_CLASS (widget)->measure (widget, orientation, for_size, minimum, natural, &ignored,
                                          &ignored);
  *minimum_baseline = -1;
  *natural_baseline = -1;
}

static void
remit_icon_layout_allocate (GtkLayoutManager *manager G_GNUC_UNUSED,
                            GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, width, height, baseline);
}

static void
remit_icon_layout_class_init (RemitIconLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = remit_icon_layout_measure;
  layout_class->allocate = remit_icon_layout_allocate;
}

static void
remit_icon_layout_init (RemitIconLayout *self G_GNUC_UNUSED)
{
}
