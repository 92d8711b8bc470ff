/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of one workspace: sidebar, views, inspector. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-window.h"

#include <glib/gi18n.h>

#include "board/remit-board-view.h"
#include "history/remit-history-view.h"
#include "inspector/remit-inspector.h"
#include "people/remit-people-view.h"
#include "roles/remit-roles-view.h"
#include "widgets/remit-feedback.h"

struct _RemitWindow
{
  AdwApplicationWindow parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  char *path;

  AdwFlap *sidebar_flap;
  AdwFlap *inspector_flap;
  AdwBin *inspector_place;
  AdwViewStack *views;
  GtkListBox *navigation;
};

G_DEFINE_FINAL_TYPE (RemitWindow, remit_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_0,
  PROP_WORKSPACE,
  PROP_PLAN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The views are made when they are first shown. */
static GType
get_view_type (const char *name)
{
  static const struct {
    const char *name;
    GType (*get_type) (void);
  } types[] = {
    { "board", remit_board_view_get_type },
    { "people", remit_people_view_get_type },
    { "roles", remit_roles_view_get_type },
    { "history", remit_history_view_get_type },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].name, name))
      return types[i].get_type ();
  g_assert_not_reached ();
}

static GtkWidget *
create_bound (RemitWindow *self,
              GType type)
{
  GtkWidget *view = g_object_new (type, NULL);

  g_object_bind_property (self, "workspace", view, "workspace", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "plan", view, "plan", G_BINDING_SYNC_CREATE);
  return view;
}

static void
select_row (RemitWindow *self)
{
  const char *shown = adw_view_stack_get_visible_child_name (self->views);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->navigation, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), shown) == 0)
      gtk_list_box_select_row (self->navigation, row);
}

static void
on_view_changed (RemitWindow *self)
{
  GtkWidget *place = adw_view_stack_get_visible_child (self->views);
  const char *name = adw_view_stack_get_visible_child_name (self->views);

  if (name == NULL || self->navigation == NULL)
    return;
  if (adw_bin_get_child (ADW_BIN (place)) == NULL)
    adw_bin_set_child (ADW_BIN (place), create_bound (self, get_view_type (name)));
  select_row (self);
}

static void
on_row_activated (RemitWindow *self,
                  GtkListBoxRow *row)
{
  adw_view_stack_set_visible_child_name (self->views, gtk_widget_get_name (GTK_WIDGET (row)));
  if (adw_flap_get_folded (self->sidebar_flap))
    adw_flap_set_reveal_flap (self->sidebar_flap, FALSE);
}

static GtkWidget *
create_row (AdwViewStackPage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (adw_view_stack_page_get_icon_name (page));
  GtkWidget *label = gtk_label_new (adw_view_stack_page_get_title (page));

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, adw_view_stack_page_get_name (page));
  return row;
}

static void
fill_navigation (RemitWindow *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->views);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      gtk_list_box_append (self->navigation, create_row (page));
    }
}

static void
on_show_view (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->views, g_variant_get_string (parameter, NULL));
}

static void
on_inspect (GtkWidget *widget,
            const char *action_name,
            GVariant *parameter)
{
  RemitWindow *self = REMIT_WINDOW (widget);
  RemitInspector *inspector;
  gint64 id;
  int kind;

  g_variant_get (parameter, "(ix)", &kind, &id);
  if (adw_bin_get_child (self->inspector_place) == NULL)
    adw_bin_set_child (self->inspector_place, create_bound (self, REMIT_TYPE_INSPECTOR));
  inspector = REMIT_INSPECTOR (adw_bin_get_child (self->inspector_place));

  remit_inspector_show (inspector, (RemitKind) kind, id);
  adw_flap_set_reveal_flap (self->inspector_flap, TRUE);
}

static void
on_undo (GtkWidget *widget,
         const char *action_name,
         GVariant *parameter)
{
  g_autoptr (GError) error = NULL;

  if (!remit_workspace_undo (REMIT_WINDOW (widget)->workspace, &error))
    remit_feedback_error (widget, error);
}

static void
on_redo (GtkWidget *widget,
         const char *action_name,
         GVariant *parameter)
{
  g_autoptr (GError) error = NULL;

  if (!remit_workspace_redo (REMIT_WINDOW (widget)->workspace, &error))
    remit_feedback_error (widget, error);
}

static void
remit_window_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  RemitWindow *self = REMIT_WINDOW (object);

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
remit_window_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  RemitWindow *self = REMIT_WINDOW (object);

  switch (prop_id)
    {
    case PROP_PLAN:
      remit_window_set_plan (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_window_dispose (GObject *object)
{
  RemitWindow *self = REMIT_WINDOW (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (remit_window_parent_class)->dispose (object);
}

static void
remit_window_finalize (GObject *object)
{
  RemitWindow *self = REMIT_WINDOW (object);

  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (remit_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-view", "s", on_show_view);
  gtk_widget_class_install_action (widget_class, "win.inspect", "(ix)", on_inspect);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, on_redo);
}

static void
remit_window_class_init (RemitWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = remit_window_get_property;
  object_class->set_property = remit_window_set_property;
  object_class->dispose = remit_window_dispose;
  object_class->finalize = remit_window_finalize;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, REMIT_TYPE_WORKSPACE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLAN] =
    g_param_spec_int64 ("plan", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (REMIT_TYPE_FEEDBACK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/remit-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, inspector_place);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, views);
  gtk_widget_class_bind_template_child (widget_class, RemitWindow, navigation);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  install_actions (widget_class);
}

static void
remit_window_init (RemitWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_navigation (self);
  on_view_changed (self);
}

RemitWindow *
remit_window_new (GtkApplication *application)
{
  return g_object_new (REMIT_TYPE_WINDOW, "application", application, NULL);
}

/* The newest plan, until the user chooses another one. */
static gint64
choose_plan (RemitWorkspace *workspace)
{
  GListModel *plans = remit_workspace_get_list (workspace, REMIT_KIND_PLAN);
  guint n = g_list_model_get_n_items (plans);
  g_autoptr (RemitEntity) newest = n > 0 ? g_list_model_get_item (plans, n - 1) : NULL;

  return newest != NULL ? remit_entity_get_id (newest) : 0;
}

void
remit_window_open (RemitWindow *self,
                   const char *path,
                   gboolean create)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitWorkspace) workspace = NULL;

  g_return_if_fail (REMIT_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  g_free (self->path);
  self->path = g_strdup (path);
  workspace = remit_workspace_open (path, create ? REMIT_STORE_CREATE : REMIT_STORE_NO_FLAGS,
                                    &error);
  if (workspace == NULL)
    {
      remit_feedback_error (GTK_WIDGET (self), error);
      return;
    }

  remit_window_set_plan (self, 0);
  g_set_object (&self->workspace, workspace);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
  remit_window_set_plan (self, choose_plan (workspace));
  remit_workspace_watch (workspace);
}

const char *
remit_window_get_path (RemitWindow *self)
{
  g_return_val_if_fail (REMIT_IS_WINDOW (self), NULL);

  return self->path;
}

RemitWorkspace *
remit_window_get_workspace (RemitWindow *self)
{
  g_return_val_if_fail (REMIT_IS_WINDOW (self), NULL);

  return self->workspace;
}

gint64
remit_window_get_plan (RemitWindow *self)
{
  g_return_val_if_fail (REMIT_IS_WINDOW (self), 0);

  return self->plan;
}

void
remit_window_set_plan (RemitWindow *self,
                       gint64 plan)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (REMIT_IS_WINDOW (self));

  if (self->plan == plan)
    return;
  if (plan != 0 && !remit_workspace_open_plan (self->workspace, plan, &error))
    {
      remit_feedback_error (GTK_WIDGET (self), error);
      return;
    }
  self->plan = plan;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAN]);
}
