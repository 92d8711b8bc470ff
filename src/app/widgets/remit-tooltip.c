/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tooltips of widgets that are bound anew again and again, or that open menus. */
#include "remit-tooltip.h"

static const char KEY[] = "remit-tooltip";

/* Whether all that the tooltip would say can be read on the widget. */
static gboolean
is_shown_anyway (GtkWidget *widget,
                 const char *text)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0
         && !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
}

static gboolean
has_open_popover (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
      return TRUE;
  return FALSE;
}

gboolean
remit_tooltip_rest (GtkWidget *widget,
                    int x,
                    int y,
                    gboolean keyboard,
                    GtkTooltip *tooltip,
                    gpointer data)
{
  if (has_open_popover (widget))
    g_signal_stop_emission_by_name (widget, "query-tooltip");
  return FALSE;
}

static gboolean
on_query (GtkWidget *widget,
          int x,
          int y,
          gboolean keyboard,
          GtkTooltip *tooltip,
          gpointer data)
{
  const char *text = remit_tooltip_get (widget);

  if (text == NULL || is_shown_anyway (widget, text) || has_open_popover (widget))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

void
remit_tooltip_set (GtkWidget *widget,
                   const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (text == NULL && !gtk_widget_get_has_tooltip (widget))
    return;
  if (!gtk_widget_get_has_tooltip (widget))
    {
      gtk_widget_set_has_tooltip (widget, TRUE);
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query), NULL);
    }
  g_object_set_data_full (G_OBJECT (widget), KEY, g_strdup (text), g_free);
}

const char *
remit_tooltip_get (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  return g_object_get_data (G_OBJECT (widget), KEY);
}
