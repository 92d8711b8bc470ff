/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The base of what shows a plan of a workspace: views, the inspector, the list of plans. */
#include "remit-view.h"

#include "remit-edits.h"
#include "remit-try.h"

typedef struct {
  RemitWorkspace *workspace;
  gint64 plan;
  RemitChecker *checker;
  GSignalGroup *workspace_signals;
  GSignalGroup *checker_signals;
  GActionMap *window; /* which has the actions; not kept */
} RemitViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (RemitView, remit_view, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_WORKSPACE,
  PROP_PLAN,
  PROP_CHECKER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static RemitViewPrivate *
get_private (RemitView *self)
{
  return remit_view_get_instance_private (self);
}

static gboolean
has_need (RemitView *self,
          RemitViewNeed need)
{
  RemitViewPrivate *priv = get_private (self);

  switch (need)
    {
    case REMIT_VIEW_NEEDS_PLAN:
      return remit_view_has_plan (self);
    case REMIT_VIEW_CHANGES_WORKSPACE:
      return remit_edits_are_possible (priv->workspace);
    case REMIT_VIEW_CHANGES_PLAN:
      return remit_view_has_plan (self) && remit_edits_are_possible (priv->workspace);
    case REMIT_VIEW_NEEDS_WORKSPACE:
    default:
      return priv->workspace != NULL;
    }
}

static void
enable_actions (RemitView *self)
{
  RemitViewClass *klass = REMIT_VIEW_GET_CLASS (self);

  for (guint i = 0; i < klass->n_actions; i++)
    remit_view_enable_action (self, klass->actions[i].entry.name,
                              has_need (self, klass->actions[i].need));
}

/* Connects last, so that a view is told of a change after what it shows was. */
static void
show_plan (RemitView *self)
{
  RemitViewPrivate *priv = get_private (self);
  RemitViewClass *klass = REMIT_VIEW_GET_CLASS (self);

  g_signal_group_set_target (priv->workspace_signals, NULL);
  enable_actions (self);
  if (klass->show_plan != NULL)
    klass->show_plan (self, priv->workspace, priv->plan);
  if (klass->update != NULL)
    klass->update (self);
  g_signal_group_set_target (priv->workspace_signals, priv->workspace);
}

static void
set_workspace (RemitView *self,
               RemitWorkspace *workspace)
{
  RemitViewPrivate *priv = get_private (self);
  RemitViewClass *klass = REMIT_VIEW_GET_CLASS (self);
  g_autoptr (RemitWorkspace) before = NULL;
  gboolean had_plan;

  if (priv->workspace == workspace)
    return;
  before = g_steal_pointer (&priv->workspace);
  g_set_object (&priv->workspace, workspace);
  had_plan = priv->plan != 0;
  priv->plan = 0;
  if (klass->show_workspace != NULL)
    klass->show_workspace (self, workspace);
  show_plan (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
  if (had_plan)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAN]);
}

static void
set_plan (RemitView *self,
          gint64 plan)
{
  RemitViewPrivate *priv = get_private (self);

  if (priv->plan == plan)
    return;
  priv->plan = plan;
  show_plan (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAN]);
}

static void
set_checker (RemitView *self,
             RemitChecker *checker)
{
  RemitViewPrivate *priv = get_private (self);
  RemitViewClass *klass = REMIT_VIEW_GET_CLASS (self);

  if (!g_set_object (&priv->checker, checker))
    return;
  g_signal_group_set_target (priv->checker_signals, checker);
  if (klass->show_checker != NULL)
    klass->show_checker (self, checker);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECKER]);
}

static void
on_changed (RemitView *self,
            GPtrArray *changes)
{
  RemitViewClass *klass = REMIT_VIEW_GET_CLASS (self);

  if (klass->changed != NULL)
    klass->changed (self, changes);
  if (klass->update != NULL)
    klass->update (self);
}

static void
on_checked (RemitView *self)
{
  RemitViewClass *klass = REMIT_VIEW_GET_CLASS (self);

  if (klass->checked != NULL)
    klass->checked (self);
}

/* ── Searching ────────────────────────────────────────────────────────────────────────────── */

/* The first field for searching that is in sight. */
static GtkWidget *
find_search (GtkWidget *widget)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_SEARCH_BAR (widget))
    gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (widget), TRUE);
  if (GTK_IS_SEARCH_ENTRY (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_search (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
remit_view_real_focus_search (RemitView *self)
{
  GtkWidget *entry = find_search (GTK_WIDGET (self));

  if (entry != NULL)
    gtk_widget_grab_focus (entry);
}

static gboolean
remit_view_real_take_focus (RemitView *self)
{
  return gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_view_get_property (GObject *object,
                         guint prop_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  RemitViewPrivate *priv = get_private (REMIT_VIEW (object));

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, priv->workspace);
      break;
    case PROP_PLAN:
      g_value_set_int64 (value, priv->plan);
      break;
    case PROP_CHECKER:
      g_value_set_object (value, priv->checker);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_view_set_property (GObject *object,
                         guint prop_id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  RemitView *self = REMIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      set_workspace (self, g_value_get_object (value));
      break;
    case PROP_PLAN:
      set_plan (self, g_value_get_int64 (value));
      break;
    case PROP_CHECKER:
      set_checker (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_view_dispose (GObject *object)
{
  RemitViewPrivate *priv = get_private (REMIT_VIEW (object));
  RemitViewClass *klass = REMIT_VIEW_GET_CLASS (object);

  for (guint i = 0; priv->window != NULL && i < klass->n_actions; i++)
    g_action_map_remove_action (priv->window, klass->actions[i].entry.name);
  g_clear_weak_pointer (&priv->window);
  g_clear_object (&priv->workspace_signals);
  g_clear_object (&priv->checker_signals);
  g_clear_object (&priv->checker);
  g_clear_object (&priv->workspace);

  G_OBJECT_CLASS (remit_view_parent_class)->dispose (object);
}

static void
remit_view_class_init (RemitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = remit_view_get_property;
  object_class->set_property = remit_view_set_property;
  object_class->dispose = remit_view_dispose;
  klass->focus_search = remit_view_real_focus_search;
  klass->take_focus = remit_view_real_take_focus;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, REMIT_TYPE_WORKSPACE, flags);
  properties[PROP_PLAN] = g_param_spec_int64 ("plan", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_CHECKER] =
    g_param_spec_object ("checker", NULL, NULL, REMIT_TYPE_CHECKER, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
remit_view_init (RemitView *self)
{
  RemitViewPrivate *priv = get_private (self);

  priv->workspace_signals = g_signal_group_new (REMIT_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (priv->workspace_signals, "changed", G_CALLBACK (on_changed),
                                  self);
  priv->checker_signals = g_signal_group_new (REMIT_TYPE_CHECKER);
  g_signal_group_connect_swapped (priv->checker_signals, "checked", G_CALLBACK (on_checked), self);
}

RemitView *
remit_view_new (GType type,
                GObject *source)
{
  RemitView *self;

  g_return_val_if_fail (g_type_is_a (type, REMIT_TYPE_VIEW), NULL);
  g_return_val_if_fail (G_IS_OBJECT (source), NULL);

  self = g_object_new (type, NULL);
  for (guint i = PROP_WORKSPACE; i < N_PROPS; i++)
    g_object_bind_property (source, properties[i]->name, self, properties[i]->name,
                            G_BINDING_SYNC_CREATE);
  return self;
}

static void
add_edit (const char *name)
{
  g_autofree char *action = g_strconcat ("win.", name, NULL);

  remit_edits_add_action (action);
}

void
remit_view_add_actions (RemitView *self,
                        GActionMap *window)
{
  RemitViewClass *klass;

  g_return_if_fail (REMIT_IS_VIEW (self));

  klass = REMIT_VIEW_GET_CLASS (self);
  for (guint i = 0; i < klass->n_actions; i++)
    {
      g_action_map_add_action_entries (window, &klass->actions[i].entry, 1, self);
      if (klass->actions[i].need >= REMIT_VIEW_CHANGES_WORKSPACE)
        add_edit (klass->actions[i].entry.name);
    }
  g_set_weak_pointer (&get_private (self)->window, window);
  enable_actions (self);
}

/* Returns: (nullable): %NULL while the window has none */
static GSimpleAction *
find_action (RemitView *self,
             const char *name)
{
  GActionMap *window = get_private (self)->window;

  return window != NULL ? G_SIMPLE_ACTION (g_action_map_lookup_action (window, name)) : NULL;
}

void
remit_view_enable_action (RemitView *self,
                          const char *name,
                          gboolean enabled)
{
  g_return_if_fail (REMIT_IS_VIEW (self));

  if (find_action (self, name) != NULL)
    g_simple_action_set_enabled (find_action (self, name), enabled);
}

void
remit_view_set_action_state (RemitView *self,
                             const char *name,
                             GVariant *state)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (state);

  g_return_if_fail (REMIT_IS_VIEW (self));

  if (find_action (self, name) != NULL)
    g_simple_action_set_state (find_action (self, name), sunk);
}

RemitWorkspace *
remit_view_get_workspace (RemitView *self)
{
  g_return_val_if_fail (REMIT_IS_VIEW (self), NULL);

  return get_private (self)->workspace;
}

gint64
remit_view_get_plan (RemitView *self)
{
  g_return_val_if_fail (REMIT_IS_VIEW (self), 0);

  return get_private (self)->plan;
}

RemitChecker *
remit_view_get_checker (RemitView *self)
{
  g_return_val_if_fail (REMIT_IS_VIEW (self), NULL);

  return get_private (self)->checker;
}

gboolean
remit_view_has_plan (RemitView *self)
{
  g_return_val_if_fail (REMIT_IS_VIEW (self), FALSE);

  return get_private (self)->workspace != NULL && get_private (self)->plan != 0;
}

void
remit_view_mark_entity (RemitView *self,
                        RemitKind kind,
                        gint64 id)
{
  g_return_if_fail (REMIT_IS_VIEW (self));

  if (REMIT_VIEW_GET_CLASS (self)->mark_entity != NULL)
    REMIT_VIEW_GET_CLASS (self)->mark_entity (self, kind, id);
}

void
remit_view_show_entity (RemitView *self,
                        RemitKind kind,
                        gint64 id,
                        RemitKind other_kind,
                        gint64 other)
{
  g_return_if_fail (REMIT_IS_VIEW (self));

  if (REMIT_VIEW_GET_CLASS (self)->show_entity != NULL)
    REMIT_VIEW_GET_CLASS (self)->show_entity (self, kind, id, other_kind, other);
}

void
remit_view_inspect_created (GtkWidget *view,
                            RemitWorkspace *workspace,
                            gint64 id,
                            gpointer record,
                            const GError *error)
{
  if (remit_feedback_edit (view, workspace, id != 0, error) && remit_try_is_attended (view))
    gtk_widget_activate_action (view, "win.inspect", "(ix)", (int) remit_record_get_kind (record),
                                id);
}

void
remit_view_create_entity (RemitView *self,
                          const RemitRecord *record)
{
  remit_try_create (GTK_WIDGET (self), remit_view_get_workspace (self), record,
                    remit_view_inspect_created);
}

void
remit_view_focus_search (RemitView *self)
{
  g_return_if_fail (REMIT_IS_VIEW (self));

  REMIT_VIEW_GET_CLASS (self)->focus_search (self);
}

gboolean
remit_view_take_focus (RemitView *self)
{
  g_return_val_if_fail (REMIT_IS_VIEW (self), FALSE);

  return REMIT_VIEW_GET_CLASS (self)->take_focus (self);
}
