/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What forms are made of: widgets that show and change one entity, or a field of it. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-editor.h"

#include "plan/design/remit-design.h"
#include "remit-feedback.h"

G_DEFINE_INTERFACE (RemitEditor, remit_editor, GTK_TYPE_WIDGET)

static void
remit_editor_default_init (RemitEditorInterface *iface)
{
}

void
remit_editor_show_all (GtkWidget *form,
                       RemitWorkspace *workspace,
                       gint64 plan,
                       RemitEntity *entity)
{
  if (REMIT_IS_EDITOR (form))
    {
      REMIT_EDITOR_GET_IFACE (form)->show (REMIT_EDITOR (form), workspace, plan, entity);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (form); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    remit_editor_show_all (child, workspace, plan, entity);
}

gboolean
remit_editor_revert (GtkWidget *widget)
{
  GtkWidget *editor = gtk_widget_get_ancestor (widget, REMIT_TYPE_EDITOR);

  return editor != NULL && REMIT_EDITOR_GET_IFACE (editor)->revert != NULL
         && REMIT_EDITOR_GET_IFACE (editor)->revert (REMIT_EDITOR (editor));
}

void
remit_entity_link_set (RemitEntityLink *self,
                       GtkWidget *owner,
                       RemitWorkspace *workspace,
                       gint64 plan,
                       RemitEntity *entity,
                       void (*on_changed) (GtkWidget *owner))
{
  remit_entity_link_clear (self);
  if (entity != NULL)
    {
      self->workspace = g_object_ref (workspace);
      self->entity = g_object_ref (entity);
      self->plan = plan;
      self->handler = g_signal_connect_swapped (workspace, "changed", G_CALLBACK (on_changed),
                                                owner);
    }
  on_changed (owner);
}

void
remit_entity_link_clear (RemitEntityLink *self)
{
  if (self->workspace != NULL)
    g_clear_signal_handler (&self->handler, self->workspace);
  g_clear_object (&self->workspace);
  g_clear_object (&self->entity);
  self->plan = 0;
}

void
remit_field_link_set (RemitFieldLink *self,
                      GtkWidget *owner,
                      RemitWorkspace *workspace,
                      RemitEntity *entity,
                      void (*on_changed) (GtkWidget *owner))
{
  g_autofree char *signal = NULL;
  g_autofree char *name = g_steal_pointer (&self->name);
  int field;

  remit_field_link_clear (self);
  self->owner = owner;
  self->name = g_steal_pointer (&name);
  if (entity != NULL)
    {
      field = remit_entity_info_find_field (remit_entity_info (remit_entity_get_kind (entity)),
                                            self->name);
      g_assert (field >= 0);
      self->field = (guint) field;
      self->workspace = g_object_ref (workspace);
      self->entity = g_object_ref (entity);
      signal = g_strconcat ("notify::", self->name, NULL);
      self->handler = g_signal_connect_swapped (entity, signal, G_CALLBACK (on_changed), owner);
    }
  on_changed (owner);
}

void
remit_field_link_clear (RemitFieldLink *self)
{
  if (self->entity != NULL)
    g_clear_signal_handler (&self->handler, self->entity);
  g_clear_object (&self->entity);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->name, g_free);
}

const RemitField *
remit_field_link_get_field (const RemitFieldLink *self)
{
  if (self->entity == NULL)
    return NULL;
  return &remit_entity_info (remit_entity_get_kind (self->entity))->fields[self->field];
}

gint64
remit_field_link_get_integer (const RemitFieldLink *self)
{
  return self->entity != NULL ? remit_entity_get_integer (self->entity, self->field) : 0;
}

char *
remit_field_link_dup_text (const RemitFieldLink *self)
{
  if (self->entity == NULL)
    return g_strdup ("");
  return remit_record_format (remit_entity_get_record (self->entity), self->field);
}

gboolean
remit_field_link_check (const RemitFieldLink *self,
                        const char *text,
                        GError **error)
{
  return self->entity == NULL
         || remit_design_can_change (self->workspace, remit_entity_get_kind (self->entity),
                                     remit_entity_get_id (self->entity), self->field, text, error);
}

gboolean
remit_field_link_commit (const RemitFieldLink *self,
                         const char *text)
{
  g_autofree char *stored = remit_field_link_dup_text (self);
  g_autoptr (GError) error = NULL;

  if (self->entity == NULL || g_str_equal (stored, text))
    return TRUE;
  if (remit_design_change (self->workspace, remit_entity_get_kind (self->entity),
                           remit_entity_get_id (self->entity), self->field, text, &error))
    return TRUE;
  remit_feedback_error (self->owner, error);
  return FALSE;
}
