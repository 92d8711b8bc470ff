/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board: the pool of people and the teams as columns of slots. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-board-view.h"

struct _RemitBoardView
{
  AdwBin parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
};

G_DEFINE_FINAL_TYPE (RemitBoardView, remit_board_view, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_WORKSPACE,
  PROP_PLAN,
  PROP_READY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_board_view_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  RemitBoardView *self = REMIT_BOARD_VIEW (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_PLAN:
      g_value_set_int64 (value, self->plan);
      break;
    case PROP_READY:
      g_value_set_boolean (value, gtk_widget_get_mapped (GTK_WIDGET (self)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_board_view_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  RemitBoardView *self = REMIT_BOARD_VIEW (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      if (g_set_object (&self->workspace, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PLAN:
      if (self->plan != g_value_get_int64 (value))
        {
          self->plan = g_value_get_int64 (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_board_view_dispose (GObject *object)
{
  RemitBoardView *self = REMIT_BOARD_VIEW (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (remit_board_view_parent_class)->dispose (object);
}

static void
remit_board_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (remit_board_view_parent_class)->map (widget);

  g_object_notify_by_pspec (G_OBJECT (widget), properties[PROP_READY]);
}

static void
remit_board_view_class_init (RemitBoardViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = remit_board_view_get_property;
  object_class->set_property = remit_board_view_set_property;
  object_class->dispose = remit_board_view_dispose;
  widget_class->map = remit_board_view_map;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, REMIT_TYPE_WORKSPACE, flags);
  properties[PROP_PLAN] = g_param_spec_int64 ("plan", NULL, NULL, 0, G_MAXINT64, 0, flags);
  /* whether all of the plan that is in sight has been drawn */
  properties[PROP_READY] =
    g_param_spec_boolean ("ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/board/remit-board-view.ui");
}

static void
remit_board_view_init (RemitBoardView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
