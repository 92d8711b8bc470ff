/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form at the side in which a person, a slot or a team is edited. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-inspector.h"

struct _RemitInspector
{
  AdwBin parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
};

G_DEFINE_FINAL_TYPE (RemitInspector, remit_inspector, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_WORKSPACE,
  PROP_PLAN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
remit_inspector_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  RemitInspector *self = REMIT_INSPECTOR (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_PLAN:
      g_value_set_int64 (value, self->plan);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_inspector_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  RemitInspector *self = REMIT_INSPECTOR (object);

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
remit_inspector_dispose (GObject *object)
{
  RemitInspector *self = REMIT_INSPECTOR (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (remit_inspector_parent_class)->dispose (object);
}

static void
remit_inspector_class_init (RemitInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = remit_inspector_get_property;
  object_class->set_property = remit_inspector_set_property;
  object_class->dispose = remit_inspector_dispose;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, REMIT_TYPE_WORKSPACE, flags);
  properties[PROP_PLAN] = g_param_spec_int64 ("plan", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/inspector/remit-inspector.ui");
}

static void
remit_inspector_init (RemitInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_inspector_show (RemitInspector *self,
                      RemitKind kind,
                      gint64 id)
{
  g_return_if_fail (REMIT_IS_INSPECTOR (self));
}

void
remit_inspector_clear (RemitInspector *self)
{
  g_return_if_fail (REMIT_IS_INSPECTOR (self));
}
