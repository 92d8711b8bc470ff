/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for one field of an entity: what all kinds of rows do alike. */
#include "remit-field-row.h"

#include "plan/design/remit-design.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-style.h"

/* In milliseconds. */
#define PAUSE 700

G_DEFINE_INTERFACE (RemitFieldRow, remit_field_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  PROP_0,
  PROP_FIELD,
};

static RemitFieldLink *
get_link (RemitFieldRow *self)
{
  return G_STRUCT_MEMBER_P (self, REMIT_FIELD_ROW_GET_IFACE (self)->link);
}

static guint
get_index (RemitFieldLink *link)
{
  return (guint) (link->field - remit_entity_info (remit_entity_get_kind (link->entity))->fields);
}

/* ── What is said ─────────────────────────────────────────────────────────────────────────── */

/* @message: (nullable): stands in the place of the label */
static void
show_title (RemitFieldRow *self,
            const char *message)
{
  RemitFieldLink *link = get_link (self);
  const char *label = link->field != NULL ? remit_field_get_label (link->field) : "";

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), message != NULL ? message : label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), message);
  remit_style_set_class (GTK_WIDGET (self), "error", message != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show_stored (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);

  link->is_showing = TRUE;
  REMIT_FIELD_ROW_GET_IFACE (self)->show_value (self);
  link->is_showing = FALSE;
  link->is_touched = FALSE;
  show_title (self, NULL);
}

/* Somebody who is typing is not disturbed; what they typed is committed over it, or taken back. */
static void
on_stored_changed (RemitFieldRow *self)
{
  if (!get_link (self)->is_touched)
    show_stored (self);
}

/* ── What is written ──────────────────────────────────────────────────────────────────────── */

static gboolean
check (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!REMIT_FIELD_ROW_GET_IFACE (self)->is_typed || link->entity == NULL)
    return TRUE;
  text = REMIT_FIELD_ROW_GET_IFACE (self)->dup_value (self);
  remit_design_can_change (link->workspace, remit_entity_get_kind (link->entity),
                           remit_entity_get_id (link->entity), get_index (link), text, &error);
  show_title (self, error != NULL ? error->message : NULL);
  return error == NULL;
}

/* Nothing is done for the value that is stored. */
static gboolean
write_value (RemitFieldRow *self,
             const char *text)
{
  RemitFieldLink *link = get_link (self);
  g_autofree char *stored = remit_field_row_dup_text (self);
  g_autoptr (GError) error = NULL;

  if (link->entity == NULL || g_str_equal (stored, text)
      || remit_design_change (link->workspace, remit_entity_get_kind (link->entity),
                              remit_entity_get_id (link->entity), get_index (link), text, &error))
    return TRUE;
  remit_feedback_error (GTK_WIDGET (self), error);
  return FALSE;
}

gboolean
remit_field_row_touch (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);

  if (link->is_showing || link->entity == NULL)
    return FALSE;
  link->is_touched = TRUE;
  check (self);
  return TRUE;
}

void
remit_field_row_commit (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);
  g_autofree char *text = NULL;

  g_clear_handle_id (&link->pause, g_source_remove);
  if (!link->is_touched || !check (self))
    return;
  text = REMIT_FIELD_ROW_GET_IFACE (self)->dup_value (self);
  link->is_touched = FALSE;
  if (write_value (self, text) || !REMIT_FIELD_ROW_GET_IFACE (self)->is_typed)
    show_stored (self);
  else
    link->is_touched = TRUE;
}

static void
on_pause (gpointer data)
{
  RemitFieldRow *self = REMIT_FIELD_ROW (data);

  get_link (self)->pause = 0;
  remit_field_row_commit (self);
}

void
remit_field_row_commit_soon (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);

  g_clear_handle_id (&link->pause, g_source_remove);
  link->pause = g_timeout_add_once (PAUSE, on_pause, self);
}

void
remit_field_row_take (RemitFieldRow *self)
{
  if (remit_field_row_touch (self))
    remit_field_row_commit (self);
}

/* ── The editor ───────────────────────────────────────────────────────────────────────────── */

static gboolean
revert (RemitEditor *editor)
{
  RemitFieldRow *self = REMIT_FIELD_ROW (editor);
  RemitFieldLink *link = get_link (self);

  if (!link->is_touched)
    return FALSE;
  g_clear_handle_id (&link->pause, g_source_remove);
  show_stored (self);
  return TRUE;
}

static gboolean
on_key_pressed (RemitFieldRow *self,
                guint key)
{
  return key == GDK_KEY_Escape && revert (REMIT_EDITOR (self));
}

static void
clear (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);

  g_clear_handle_id (&link->pause, g_source_remove);
  if (link->entity != NULL)
    g_clear_signal_handler (&link->changed, link->entity);
  g_clear_object (&link->entity);
  g_clear_object (&link->workspace);
}

/* The field is called the same in every entity that a form shows. */
static void
set_entity (RemitFieldRow *self,
            RemitWorkspace *workspace,
            RemitEntity *entity)
{
  RemitFieldLink *link = get_link (self);
  const RemitEntityInfo *info = remit_entity_info (remit_entity_get_kind (entity));
  g_autofree char *signal = g_strconcat ("notify::", link->name, NULL);
  int field = remit_entity_info_find_field (info, link->name);

  g_assert (field >= 0);
  link->workspace = g_object_ref (workspace);
  link->entity = g_object_ref (entity);
  link->changed = g_signal_connect_swapped (entity, signal, G_CALLBACK (on_stored_changed), self);
  if (link->field == &info->fields[field])
    return;
  link->field = &info->fields[field];
  if (REMIT_FIELD_ROW_GET_IFACE (self)->set_field != NULL)
    {
      link->is_showing = TRUE;
      REMIT_FIELD_ROW_GET_IFACE (self)->set_field (self, link->field);
      link->is_showing = FALSE;
    }
}

/* Text that was typed for another entity is left; a number that was chosen is written. */
static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitFieldRow *self = REMIT_FIELD_ROW (editor);
  RemitFieldLink *link = get_link (self);

  if (!REMIT_FIELD_ROW_GET_IFACE (self)->is_typed)
    remit_field_row_commit (self);
  clear (self);
  if (link->destroy == 0)
    link->destroy = g_signal_connect (self, "destroy", G_CALLBACK (clear), NULL);
  if (entity != NULL)
    set_entity (self, workspace, entity);
  show_stored (self);
}

void
remit_field_row_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
  iface->revert = revert;
}

/* ── The class ────────────────────────────────────────────────────────────────────────────── */

static void
remit_field_row_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, get_link (REMIT_FIELD_ROW (object))->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_field_row_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  RemitFieldLink *link = get_link (REMIT_FIELD_ROW (object));

  switch (prop_id)
    {
    case PROP_FIELD:
      link->name = g_intern_string (g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_field_row_default_init (RemitFieldRowInterface *iface)
{
  g_object_interface_install_property (
    iface, g_param_spec_string ("field", NULL, NULL, NULL,
                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

void
remit_field_row_class_init (GtkWidgetClass *klass,
                            const char *name)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  g_autofree char *path = g_strdup_printf ("/org/remit/Remit/widgets/rows/%s.ui", name);

  object_class->get_property = remit_field_row_get_property;
  object_class->set_property = remit_field_row_set_property;
  g_object_class_override_property (object_class, PROP_FIELD, "field");

  gtk_widget_class_set_template_from_resource (klass, path);
  gtk_widget_class_bind_template_callback_full (klass, "on_changed",
                                                G_CALLBACK (remit_field_row_touch));
  gtk_widget_class_bind_template_callback_full (klass, "commit",
                                                G_CALLBACK (remit_field_row_commit));
  gtk_widget_class_bind_template_callback_full (klass, "take", G_CALLBACK (remit_field_row_take));
  gtk_widget_class_bind_template_callback (klass, on_key_pressed);
}

/* ── What is stored ───────────────────────────────────────────────────────────────────────── */

RemitEntity *
remit_field_row_get_entity (RemitFieldRow *self)
{
  return get_link (self)->entity;
}

RemitWorkspace *
remit_field_row_get_workspace (RemitFieldRow *self)
{
  return get_link (self)->workspace;
}

const RemitField *
remit_field_row_get_field (RemitFieldRow *self)
{
  return get_link (self)->field;
}

gint64
remit_field_row_get_integer (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);

  return link->entity != NULL ? remit_entity_get_integer (link->entity, get_index (link)) : 0;
}

char *
remit_field_row_dup_text (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);

  if (link->entity == NULL)
    return g_strdup ("");
  return remit_record_format (remit_entity_get_record (link->entity), get_index (link));
}
