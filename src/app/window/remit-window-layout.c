/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The views of a window, and the inspector beside them. */
#include "remit-window-layout.h"

#include "inspector/remit-inspector.h"
#include "widgets/scrolling/remit-flap.h"

/* As in remit-window-layout.ui. */
#define USUAL 320
/* For the parties of a conflict side by side. */
#define MORE 480
/* From there on it leaves the views their width beside the sidebar. */
#define WIDE_WINDOW 1140

struct _RemitWindowLayout
{
  RemitView parent_instance;

  gboolean is_wide;
  gboolean is_opening; /* the window has the width at which something was chosen */
  int width;
  guint update_id;
  GtkWidget *inspected_from; /* what had the keyboard before the inspector */

  AdwFlap *flap;
  AdwBin *place;
  AdwBin *views_place;
};

G_DEFINE_FINAL_TYPE (RemitWindowLayout, remit_window_layout, REMIT_TYPE_VIEW)

enum {
  PROP_0,
  PROP_VIEWS,
  PROP_INSPECTING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Returns: (nullable): the inspector */
static RemitInspector *
get_inspector (RemitWindowLayout *self)
{
  GtkWidget *inspector = adw_bin_get_child (self->place);

  return inspector != NULL ? REMIT_INSPECTOR (inspector) : NULL;
}

/* ── Widths ───────────────────────────────────────────────────────────────────────────────── */

static void
remit_window_layout_update (RemitView *view)
{
  RemitWindowLayout *self = REMIT_WINDOW_LAYOUT (view);
  RemitInspector *inspector = get_inspector (self);
  gboolean more = self->is_wide && inspector != NULL && remit_inspector_wants_room (inspector);

  gtk_widget_set_size_request (GTK_WIDGET (self->place), more ? MORE : USUAL, -1);
}

static gboolean
on_idle (gpointer data)
{
  RemitWindowLayout *self = data;

  self->update_id = 0;
  remit_window_layout_update (data);
  return G_SOURCE_REMOVE;
}

/* ── Actions ──────────────────────────────────────────────────────────────────────────────── */

/* By keyboard, from what is to be edited to its first field. */
static void
on_enter_inspector (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  RemitWindowLayout *self = data;

  if (get_inspector (self) == NULL)
    return;
  g_set_weak_pointer (&self->inspected_from,
                      gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  remit_inspector_focus (get_inspector (self));
}

/* The keyboard goes back to where it came from. */
static void
on_close_inspector (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  RemitWindowLayout *self = data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (data));

  if (self->inspected_from != NULL && focus != NULL
      && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->place)))
    gtk_widget_grab_focus (self->inspected_from);
  g_clear_weak_pointer (&self->inspected_from);
  self->is_opening = FALSE;
  adw_flap_set_reveal_flap (self->flap, FALSE);
}

static const RemitViewAction actions[] = {
  { { .name = "enter-inspector", .activate = on_enter_inspector }, REMIT_VIEW_NEEDS_WORKSPACE },
  { { .name = "close-inspector", .activate = on_close_inspector }, REMIT_VIEW_NEEDS_WORKSPACE },
};

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
on_revealed (RemitWindowLayout *self)
{
  if (adw_flap_get_reveal_flap (self->flap) && get_inspector (self) == NULL)
    adw_bin_set_child (self->place,
                       GTK_WIDGET (remit_view_new (REMIT_TYPE_INSPECTOR, G_OBJECT (self))));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INSPECTING]);
}

/* A conflict wants more room than there is beside the views: the flap folds, and hides what was to
 * be shown. When a window becomes narrow, that is as it should be. */
static void
on_folded (RemitWindowLayout *self)
{
  if (self->is_opening && adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
remit_window_layout_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  RemitWindowLayout *self = REMIT_WINDOW_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_VIEWS:
      g_value_set_object (value, adw_bin_get_child (self->views_place));
      break;
    case PROP_INSPECTING:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_window_layout_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  RemitWindowLayout *self = REMIT_WINDOW_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_VIEWS:
      adw_bin_set_child (self->views_place, g_value_get_object (value));
      break;
    case PROP_INSPECTING:
      adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_window_layout_dispose (GObject *object)
{
  RemitWindowLayout *self = REMIT_WINDOW_LAYOUT (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_weak_pointer (&self->inspected_from);

  G_OBJECT_CLASS (remit_window_layout_parent_class)->dispose (object);
}

static void
remit_window_layout_class_init (RemitWindowLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = remit_window_layout_get_property;
  object_class->set_property = remit_window_layout_set_property;
  object_class->dispose = remit_window_layout_dispose;
  REMIT_VIEW_CLASS (klass)->actions = actions;
  REMIT_VIEW_CLASS (klass)->n_actions = G_N_ELEMENTS (actions);
  REMIT_VIEW_CLASS (klass)->update = remit_window_layout_update;

  properties[PROP_VIEWS] = g_param_spec_object ("views", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_INSPECTING] = g_param_spec_boolean ("inspecting", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/window/remit-window-layout.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitWindowLayout, flap);
  gtk_widget_class_bind_template_child (widget_class, RemitWindowLayout, place);
  gtk_widget_class_bind_template_child (widget_class, RemitWindowLayout, views_place);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_revealed);
  gtk_widget_class_bind_template_callback (widget_class, remit_flap_lay_out);
}

static void
remit_window_layout_init (RemitWindowLayout *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Updates when all sizes have been given. */
void
remit_window_layout_set_window_width (RemitWindowLayout *self,
                                      int width)
{
  gboolean was_wide;

  g_return_if_fail (REMIT_IS_WINDOW_LAYOUT (self));

  if (width != self->width)
    self->is_opening = FALSE;
  self->width = width;
  was_wide = self->is_wide;
  self->is_wide = width >= WIDE_WINDOW;
  if (self->is_wide != was_wide && self->update_id == 0)
    self->update_id = g_idle_add (on_idle, self);
}

void
remit_window_layout_inspect (RemitWindowLayout *self,
                             RemitKind kind,
                             gint64 id)
{
  g_return_if_fail (REMIT_IS_WINDOW_LAYOUT (self));

  if (!remit_inspector_can_show (kind))
    return;
  self->is_opening = TRUE;
  adw_flap_set_reveal_flap (self->flap, TRUE);
  remit_inspector_show (get_inspector (self), kind, id);
  remit_window_layout_update (REMIT_VIEW (self));
}

RemitKind
remit_window_layout_get_inspected (RemitWindowLayout *self,
                                   gint64 *id)
{
  RemitEntity *entity = NULL;

  g_return_val_if_fail (REMIT_IS_WINDOW_LAYOUT (self), REMIT_KIND_NONE);

  if (adw_flap_get_reveal_flap (self->flap) && get_inspector (self) != NULL)
    entity = remit_inspector_get_entity (get_inspector (self));
  *id = entity != NULL ? remit_entity_get_id (entity) : 0;
  return entity != NULL ? remit_entity_get_kind (entity) : REMIT_KIND_NONE;
}
