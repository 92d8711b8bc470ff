/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure in large letters, with what it is of, that leads to a view. */
#include "remit-tile.h"

#include "widgets/remit-names.h"

enum { PROP_VIEW = 1, PROP_WORDS, N_PROPS };

static GParamSpec *properties[N_PROPS];

struct _RemitTile
{
  GtkButton parent_instance;

  GtkLabel *figure;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (RemitTile, remit_tile, GTK_TYPE_BUTTON)

static void
remit_tile_set_property (GObject *object,
                         guint prop_id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  RemitTile *self = REMIT_TILE (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-view");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", g_value_get_string (value));
      break;
    case PROP_WORDS:
      gtk_label_set_label (self->words, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_tile_class_init (RemitTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = remit_tile_set_property;
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "", flags);
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/overview/remit-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitTile, figure);
  gtk_widget_class_bind_template_child (widget_class, RemitTile, words);
}

static void
remit_tile_init (RemitTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_tile_set (RemitTile *self,
                char *figure,
                char *words)
{
  g_autofree char *name = NULL;

  g_return_if_fail (REMIT_IS_TILE (self));

  gtk_label_set_label (self->figure, figure);
  if (words != NULL)
    gtk_label_set_label (self->words, words);
  name = g_strdup_printf ("%s %s", figure, gtk_label_get_label (self->words));
  remit_names_set (GTK_WIDGET (self), name);
  g_free (figure);
  g_free (words);
}

const char *
remit_tile_get_figure (RemitTile *self)
{
  g_return_val_if_fail (REMIT_IS_TILE (self), NULL);

  return gtk_label_get_label (self->figure);
}
