/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The details pane: the form of a person, slot, team or other entity. */
#include "remit-inspector.h"

#include <string.h>

#include "plan/design/remit-design.h"
#include "remit-form.h"
#include "store/history/remit-history.h"
#include "widgets/remit-delete.h"
#include "widgets/remit-editor.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-place.h"
#include "widgets/remit-try.h"

struct _RemitInspector
{
  RemitView parent_instance;

  RemitKind shown_kind;
  RemitEntity *entity;
  RemitForm *form;

  GtkStack *stack;
  GtkWidget *nothing;
  GtkWidget *details;
  GtkLabel *name;
  GtkLabel *kind;
  GtkScrolledWindow *scrolled;
};

G_DEFINE_FINAL_TYPE (RemitInspector, remit_inspector, REMIT_TYPE_VIEW)

static void
use_form (RemitInspector *self,
          RemitKind kind)
{
  g_autoptr (RemitForm) form = NULL;

  if (self->form != NULL && self->shown_kind == kind)
    return;
  form = remit_form_create (kind);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (form));
  self->form = form;
  self->shown_kind = kind;
}

static void
name_entity (RemitInspector *self)
{
  RemitKind kind = remit_entity_get_kind (self->entity);
  g_autofree char *name = remit_design_dup_name (remit_view_get_workspace (REMIT_VIEW (self)), kind,
                                                 remit_entity_get_id (self->entity));

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->kind,
                       g_dgettext (GETTEXT_PACKAGE, remit_entity_info (kind)->label));
}

static void
clear (RemitInspector *self)
{
  if (self->entity == NULL)
    return;
  g_clear_object (&self->entity);
  remit_editor_show_all (GTK_WIDGET (self->form), remit_view_get_workspace (REMIT_VIEW (self)),
                         remit_view_get_plan (REMIT_VIEW (self)), NULL);
  gtk_stack_set_visible_child (self->stack, self->nothing);
}

/* A workspace as it stood once has no history of its own. */
static gboolean
has_history (RemitInspector *self)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (self));
  g_autofree char *hash = NULL;
  gint64 length;

  return remit_history_get_head (remit_workspace_get_store (workspace), &length, &hash, NULL)
         && length > 0;
}

/* What stays when it is undone cannot be deleted, either. */
static void
show_actions (RemitInspector *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const RemitEntityInfo *info = remit_entity_info (remit_entity_get_kind (self->entity));
  gboolean can_change =
    remit_edits_are_possible (remit_view_get_workspace (REMIT_VIEW (self)));

  gtk_widget_action_set_enabled (
    widget, "inspector.show-on-board",
    remit_place_is_on_board (remit_view_get_workspace (REMIT_VIEW (self)),
                             remit_view_get_plan (REMIT_VIEW (self)), info->kind,
                             remit_entity_get_id (self->entity)));
  gtk_widget_action_set_enabled (widget, "inspector.duplicate",
                                 can_change && remit_design_can_duplicate (info->kind));
  gtk_widget_action_set_enabled (widget, "inspector.delete",
                                 can_change && info->undeletable == NULL && !info->is_kept);
  gtk_widget_action_set_enabled (widget, "inspector.show-story", has_history (self));
  gtk_widget_action_set_enabled (widget, "inspector.raise-conflict",
                                 can_change && info->has_conflicts
                                   && remit_view_has_plan (REMIT_VIEW (self)));
}

/* The entity may have been deleted, here or by another program. */
static void
remit_inspector_changed (RemitView *view,
                         GPtrArray *changes)
{
  RemitInspector *self = REMIT_INSPECTOR (view);

  if (self->entity == NULL)
    return;
  if (remit_workspace_get (remit_view_get_workspace (view), remit_entity_get_kind (self->entity),
                           remit_entity_get_id (self->entity))
      != self->entity)
    {
      clear (self);
      return;
    }
  name_entity (self);
  show_actions (self);
}

static void
remit_inspector_show_plan (RemitView *view,
                           RemitWorkspace *workspace,
                           gint64 plan)
{
  clear (REMIT_INSPECTOR (view));
}

/* The copy takes the place of its original, unless something else is shown by then. */
static void
on_duplicated (GtkWidget *widget,
               RemitWorkspace *workspace,
               gint64 copy,
               gpointer data,
               const GError *error)
{
  const RemitTryEntity *original = data;
  RemitInspector *self = REMIT_INSPECTOR (widget);

  if (remit_feedback_edit (widget, workspace, copy != 0, error) && self->entity != NULL
      && remit_entity_get_id (self->entity) == original->id)
    remit_inspector_show (self, original->kind, copy);
}

static void
on_duplicate (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  RemitInspector *self = REMIT_INSPECTOR (widget);

  remit_try_duplicate (widget, remit_view_get_workspace (REMIT_VIEW (widget)),
                       remit_entity_get_kind (self->entity), remit_entity_get_id (self->entity),
                       on_duplicated);
}

static void
on_delete (GtkWidget *widget,
           const char *action_name,
           GVariant *parameter)
{
  RemitInspector *self = REMIT_INSPECTOR (widget);

  remit_delete_ask (widget, remit_view_get_workspace (REMIT_VIEW (widget)),
                    remit_entity_get_kind (self->entity), remit_entity_get_id (self->entity));
}

/* To the action of the window with the same name. */
static void
on_passed_on (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  RemitInspector *self = REMIT_INSPECTOR (widget);
  g_autofree char *name = g_strconcat ("win", strchr (action_name, '.'), NULL);

  if (self->entity != NULL)
    gtk_widget_activate_action (widget, name, "(ix)", (int) remit_entity_get_kind (self->entity),
                                remit_entity_get_id (self->entity));
}

static void
on_show_on_board (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  RemitInspector *self = REMIT_INSPECTOR (widget);

  if (self->entity != NULL)
    gtk_widget_activate_action (widget, "win.show-place", "(ixix)",
                                (int) remit_entity_get_kind (self->entity),
                                remit_entity_get_id (self->entity), (int) REMIT_KIND_NONE,
                                (gint64) 0);
}

/* What is typed is taken back by the editor itself, which is asked first. */
static gboolean
on_key_pressed (RemitInspector *self,
                guint key)
{
  return key == GDK_KEY_Escape
         && gtk_widget_activate_action (GTK_WIDGET (self), "win.close-inspector", NULL);
}

static void
remit_inspector_dispose (GObject *object)
{
  g_clear_object (&REMIT_INSPECTOR (object)->entity);

  G_OBJECT_CLASS (remit_inspector_parent_class)->dispose (object);
}

static void
remit_inspector_class_init (RemitInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_inspector_dispose;
  REMIT_VIEW_CLASS (klass)->show_plan = remit_inspector_show_plan;
  REMIT_VIEW_CLASS (klass)->changed = remit_inspector_changed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/inspector/remit-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitInspector, nothing);
  gtk_widget_class_bind_template_child (widget_class, RemitInspector, details);
  gtk_widget_class_bind_template_child (widget_class, RemitInspector, name);
  gtk_widget_class_bind_template_child (widget_class, RemitInspector, kind);
  gtk_widget_class_bind_template_child (widget_class, RemitInspector, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_install_action (widget_class, "inspector.show-on-board", NULL,
                                   on_show_on_board);
  gtk_widget_class_install_action (widget_class, "inspector.duplicate", NULL, on_duplicate);
  gtk_widget_class_install_action (widget_class, "inspector.delete", NULL, on_delete);
  gtk_widget_class_install_action (widget_class, "inspector.show-story", NULL, on_passed_on);
  gtk_widget_class_install_action (widget_class, "inspector.raise-conflict", NULL, on_passed_on);
}

static void
remit_inspector_init (RemitInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
remit_inspector_can_show (RemitKind kind)
{
  return kind != REMIT_KIND_NONE && remit_entity_info (kind)->has_form;
}

void
remit_inspector_show (RemitInspector *self,
                      RemitKind kind,
                      gint64 id)
{
  RemitWorkspace *workspace;
  RemitEntity *entity = NULL;

  g_return_if_fail (REMIT_IS_INSPECTOR (self));
  g_return_if_fail (remit_inspector_can_show (kind));

  workspace = remit_view_get_workspace (REMIT_VIEW (self));
  if (workspace != NULL && remit_entity_info (kind)->on_demand)
    remit_workspace_open_whole (workspace, kind, id, NULL);
  if (workspace != NULL)
    entity = remit_workspace_get (workspace, kind, id);
  if (entity == NULL)
    {
      clear (self);
      return;
    }
  if (!g_set_object (&self->entity, entity))
    return;

  use_form (self, kind);
  remit_editor_show_all (GTK_WIDGET (self->form), workspace,
                         remit_view_get_plan (REMIT_VIEW (self)), entity);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  name_entity (self);
  show_actions (self);
  gtk_stack_set_visible_child (self->stack, self->details);
}

gboolean
remit_inspector_wants_room (RemitInspector *self)
{
  g_return_val_if_fail (REMIT_IS_INSPECTOR (self), FALSE);

  return self->entity != NULL && gtk_widget_has_css_class (GTK_WIDGET (self->form), "wide");
}

static gboolean
focus_when_shown (GtkWidget *widget,
                  GdkFrameClock *clock,
                  gpointer data)
{
  GtkWidget *scrolled = GTK_WIDGET (REMIT_INSPECTOR (widget)->scrolled);

  if (!gtk_widget_get_mapped (scrolled) || gtk_widget_get_height (scrolled) == 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_child_focus (scrolled, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

void
remit_inspector_focus (RemitInspector *self)
{
  g_return_if_fail (REMIT_IS_INSPECTOR (self));

  if (self->entity != NULL && focus_when_shown (GTK_WIDGET (self), NULL, NULL))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_when_shown, NULL, NULL);
}

RemitEntity *
remit_inspector_get_entity (RemitInspector *self)
{
  g_return_val_if_fail (REMIT_IS_INSPECTOR (self), NULL);

  return self->entity;
}
