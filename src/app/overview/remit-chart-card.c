/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card with a chart: its title leads to a view, its menu copies it and shows its table. */
#include "remit-chart-card.h"

#include <glib/gi18n.h>

#include "exchange/remit-picture.h"
#include "widgets/charts/remit-text-table.h"
#include "widgets/remit-names.h"

enum { PROP_TITLE = 1, PROP_VIEW, PROP_CHART, PROP_TABLE, N_PROPS };

static GParamSpec *properties[N_PROPS];

struct _RemitChartCard
{
  AdwBin parent_instance;

  char *title;
  char *view;
  GtkWidget *chart;
  gboolean is_table;

  GtkButton *title_button;
  GtkLabel *title_label;
  GtkMenuButton *menu_button;
  GtkLabel *nothing;
  GtkScrolledWindow *scrolled;
};

G_DEFINE_FINAL_TYPE (RemitChartCard, remit_chart_card, ADW_TYPE_BIN)

/* ── What is shown ────────────────────────────────────────────────────────────────────────── */

static void
show_content (RemitChartCard *self)
{
  g_autoptr (GPtrArray) rows = self->is_table ? remit_chart_dup_rows (REMIT_CHART (self->chart))
                                              : NULL;
  GtkWidget *content = rows != NULL ? remit_text_table_new (rows) : self->chart;
  gboolean scrolls = rows != NULL || GTK_IS_SCROLLABLE (self->chart);

  gtk_scrolled_window_set_policy (self->scrolled,
                                  scrolls ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (self->scrolled, rows != NULL ? 200 : -1);
  if (content != self->chart)
    remit_names_set (content, self->title);
  gtk_scrolled_window_set_child (self->scrolled, content);
}

static void
set_table (RemitChartCard *self,
           gboolean is_table)
{
  if (self->is_table == is_table)
    return;
  self->is_table = is_table;
  show_content (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TABLE]);
}

/* ── Copies ───────────────────────────────────────────────────────────────────────────────── */

static GtkWindow *
get_window (GtkWidget *widget)
{
  return GTK_WINDOW (gtk_widget_get_root (widget));
}

static void
on_copy (GtkWidget *widget,
         const char *name G_GNUC_UNUSED,
         GVariant *parameter G_GNUC_UNUSED)
{
  RemitChartCard *self = REMIT_CHART_CARD (widget);

  remit_picture_copy_chart (get_window (widget), REMIT_CHART (self->chart), self->title);
}

static void
on_save (GtkWidget *widget,
         const char *name G_GNUC_UNUSED,
         GVariant *parameter G_GNUC_UNUSED)
{
  RemitChartCard *self = REMIT_CHART_CARD (widget);

  remit_picture_ask_chart (get_window (widget), REMIT_CHART (self->chart), self->title);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
name_parts (RemitChartCard *self)
{
  /* Translators: the menu of a chart, followed by the title of the chart */
  g_autofree char *menu = g_strdup_printf (_ ("Menu of %s"), self->title);

  gtk_label_set_label (self->title_label, self->title);
  remit_names_set (GTK_WIDGET (self), self->title);
  remit_names_set (GTK_WIDGET (self->menu_button), menu);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), menu);
  if (self->chart != NULL)
    remit_names_set (self->chart, self->title);
}

static void
remit_chart_card_constructed (GObject *object)
{
  RemitChartCard *self = REMIT_CHART_CARD (object);

  G_OBJECT_CLASS (remit_chart_card_parent_class)->constructed (object);

  if (self->title == NULL || self->chart == NULL)
    return;
  name_parts (self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->title_button), "win.show-view");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->title_button), "s", self->view);
  show_content (self);
}

static void
remit_chart_card_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_TABLE)
    g_value_set_boolean (value, REMIT_CHART_CARD (object)->is_table);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
remit_chart_card_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  RemitChartCard *self = REMIT_CHART_CARD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    case PROP_VIEW:
      self->view = g_value_dup_string (value);
      break;
    case PROP_CHART:
      self->chart = g_object_ref_sink (g_value_get_object (value));
      break;
    case PROP_TABLE:
      set_table (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_chart_card_dispose (GObject *object)
{
  g_clear_object (&REMIT_CHART_CARD (object)->chart);

  G_OBJECT_CLASS (remit_chart_card_parent_class)->dispose (object);
}

static void
remit_chart_card_finalize (GObject *object)
{
  g_free (REMIT_CHART_CARD (object)->title);
  g_free (REMIT_CHART_CARD (object)->view);

  G_OBJECT_CLASS (remit_chart_card_parent_class)->finalize (object);
}

static void
remit_chart_card_class_init (RemitChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = remit_chart_card_constructed;
  object_class->get_property = remit_chart_card_get_property;
  object_class->set_property = remit_chart_card_set_property;
  object_class->dispose = remit_chart_card_dispose;
  object_class->finalize = remit_chart_card_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, NULL, flags);
  properties[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, REMIT_TYPE_CHART, flags);
  properties[PROP_TABLE] = g_param_spec_boolean ("table", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                   | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/overview/remit-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitChartCard, title_button);
  gtk_widget_class_bind_template_child (widget_class, RemitChartCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, RemitChartCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RemitChartCard, nothing);
  gtk_widget_class_bind_template_child (widget_class, RemitChartCard, scrolled);
  gtk_widget_class_install_property_action (widget_class, "card.table", "table");
  gtk_widget_class_install_action (widget_class, "card.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "card.save", NULL, on_save);
}

static void
remit_chart_card_init (RemitChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_chart_card_update (RemitChartCard *self,
                         const char *nothing)
{
  gboolean has_chart = nothing == NULL;

  g_return_if_fail (REMIT_IS_CHART_CARD (self));

  gtk_label_set_label (self->nothing, has_chart ? "" : nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), !has_chart);
  gtk_widget_set_visible (GTK_WIDGET (self->scrolled), has_chart);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), has_chart);
  if (self->is_table)
    show_content (self);
}
