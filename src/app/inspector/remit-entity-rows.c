/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a form that lists what refers to the entity shown: its skills, assignments, … */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-entity-rows.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "remit-absence-row.h"
#include "remit-add-rows.h"
#include "remit-assignment-row.h"
#include "remit-skill-row.h"
#include "remit-slot-row.h"
#include "widgets/pickers/remit-entity-picker.h"
#include "widgets/remit-editor.h"

typedef struct {
  RemitKind kind;
  GtkWidget *(*create) (RemitWorkspace *workspace, RemitEntity *entity, RemitKind subject);
  const char *empty;
  const char *add;
} RowType;

static const RowType row_types[] = {
  { REMIT_KIND_PERSON_SKILL, remit_skill_row_new, N_ ("No skills yet"), N_ ("Add a Skill") },
  { REMIT_KIND_SLOT_NEED, remit_skill_row_new, N_ ("No skills needed yet"), N_ ("Add a Skill") },
  { REMIT_KIND_ABSENCE, remit_absence_row_new, N_ ("Never away"), N_ ("Add an Absence") },
  { REMIT_KIND_ASSIGNMENT, remit_assignment_row_new, N_ ("Nobody yet"), N_ ("Assign…") },
  { REMIT_KIND_SLOT, remit_slot_row_new, N_ ("No slots yet"), N_ ("Add a Slot") },
};

struct _RemitEntityRows
{
  AdwPreferencesGroup parent_instance;

  char *kind_name;
  char *field_name;
  const RowType *type;
  RemitEntityLink link;
  GListStore *shown;

  GtkListBox *list;
  GtkLabel *empty;
  GtkButton *add;
  GtkMenuButton *pick;
  RemitEntityPicker *picker;
};

static void remit_entity_rows_editor_init (RemitEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitEntityRows, remit_entity_rows, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR,
                                                      remit_entity_rows_editor_init))

enum {
  PROP_0,
  PROP_KIND,
  PROP_FIELD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const RowType *
find_type (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (row_types); i++)
    if (g_str_equal (remit_entity_info (row_types[i].kind)->name, name))
      return &row_types[i];
  g_assert_not_reached ();
}

static GPtrArray *
get_wanted (RemitEntityRows *self)
{
  gint64 id = remit_entity_get_id (self->link.entity);
  int field;

  if (self->type->kind == REMIT_KIND_SLOT)
    return remit_design_get_slots (self->link.workspace, id);
  field = remit_entity_info_find_field (remit_entity_info (self->type->kind), self->field_name);
  g_assert (field >= 0);
  return g_ptr_array_ref (
      remit_workspace_get_referring (self->link.workspace, self->type->kind, (guint) field, id));
}

static gboolean
has (GPtrArray *wanted,
     guint from,
     gpointer entity)
{
  for (guint i = from; i < wanted->len; i++)
    if (g_ptr_array_index (wanted, i) == entity)
      return TRUE;
  return FALSE;
}

/* Rows that stay keep their widgets, and so the focus and what is open in them. */
static void
update (GtkWidget *widget)
{
  RemitEntityRows *self = REMIT_ENTITY_ROWS (widget);
  g_autoptr (GPtrArray) wanted = NULL;
  GListModel *shown = G_LIST_MODEL (self->shown);

  if (self->link.entity != NULL)
    wanted = get_wanted (self);
  else
    wanted = g_ptr_array_new ();

  for (guint i = 0; i < wanted->len; i++)
    {
      gpointer entity = g_ptr_array_index (wanted, i);
      g_autoptr (RemitEntity) at = g_list_model_get_item (shown, i);

      while (at != NULL && at != entity && !has (wanted, i, at))
        {
          g_list_store_remove (self->shown, i);
          g_set_object (&at, NULL);
          at = g_list_model_get_item (shown, i);
        }
      if (at != entity)
        g_list_store_insert (self->shown, i, entity);
    }
  if (g_list_model_get_n_items (shown) > wanted->len)
    g_list_store_splice (self->shown, wanted->len, g_list_model_get_n_items (shown) - wanted->len,
                         NULL, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), wanted->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), wanted->len == 0);
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  RemitEntityRows *self = data;

  return self->type->create (self->link.workspace, item, remit_entity_get_kind (self->link.entity));
}

static void
on_add_clicked (RemitEntityRows *self)
{
  remit_add_rows_add (GTK_WIDGET (self), self->link.workspace, self->link.entity);
}

static void
on_picked (RemitEntityRows *self,
           gint64 id)
{
  gtk_menu_button_popdown (self->pick);
  remit_add_rows_add_picked (GTK_WIDGET (self), self->link.workspace, self->link.entity, id);
}

static void
on_create (RemitEntityRows *self,
           const char *name)
{
  gtk_menu_button_popdown (self->pick);
  remit_add_rows_create_skill (GTK_WIDGET (self), self->link.workspace, self->link.entity, name);
}

static void
on_popover_shown (RemitEntityRows *self)
{
  if (self->link.entity != NULL)
    remit_add_rows_fill (self->picker, self->link.workspace, self->type->kind, self->link.entity);
}

static void
on_popover_closed (RemitEntityRows *self)
{
  remit_entity_picker_clear (self->picker);
}

static void
name_button (GtkWidget *button,
             const char *label)
{
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* A person gets into a slot from the slot, or on the board. */
static void
show_buttons (RemitEntityRows *self)
{
  RemitKind kind = self->type->kind;
  gboolean by_button = kind == REMIT_KIND_ABSENCE || kind == REMIT_KIND_SLOT;
  gboolean of_person = kind == REMIT_KIND_ASSIGNMENT && self->link.entity != NULL
                       && remit_entity_get_kind (self->link.entity) == REMIT_KIND_PERSON;

  gtk_widget_set_visible (GTK_WIDGET (self->add), by_button);
  gtk_widget_set_visible (GTK_WIDGET (self->pick), !by_button && !of_person);
  g_object_set (self->picker, "can-create", kind != REMIT_KIND_ASSIGNMENT, NULL);
  gtk_label_set_label (self->empty, of_person ? _ ("In no slot yet") : _ (self->type->empty));
}

static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitEntityRows *self = REMIT_ENTITY_ROWS (editor);

  g_list_store_remove_all (self->shown);
  self->type = find_type (self->kind_name);
  remit_entity_link_set (&self->link, GTK_WIDGET (self), workspace, plan, entity, update);
  if (entity == NULL)
    return;
  name_button (GTK_WIDGET (self->add), _ (self->type->add));
  name_button (GTK_WIDGET (self->pick), _ (self->type->add));
  show_buttons (self);
}

static void
remit_entity_rows_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
}

static void
remit_entity_rows_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  RemitEntityRows *self = REMIT_ENTITY_ROWS (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind_name = g_value_dup_string (value);
      break;
    case PROP_FIELD:
      self->field_name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_entity_rows_dispose (GObject *object)
{
  RemitEntityRows *self = REMIT_ENTITY_ROWS (object);

  remit_entity_link_clear (&self->link);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (remit_entity_rows_parent_class)->dispose (object);
}

static void
remit_entity_rows_finalize (GObject *object)
{
  RemitEntityRows *self = REMIT_ENTITY_ROWS (object);

  g_free (self->kind_name);
  g_free (self->field_name);

  G_OBJECT_CLASS (remit_entity_rows_parent_class)->finalize (object);
}

static void
remit_entity_rows_class_init (RemitEntityRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = remit_entity_rows_set_property;
  object_class->dispose = remit_entity_rows_dispose;
  object_class->finalize = remit_entity_rows_finalize;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/inspector/remit-entity-rows.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitEntityRows, list);
  gtk_widget_class_bind_template_child (widget_class, RemitEntityRows, empty);
  gtk_widget_class_bind_template_child (widget_class, RemitEntityRows, add);
  gtk_widget_class_bind_template_child (widget_class, RemitEntityRows, pick);
  gtk_widget_class_bind_template_child (widget_class, RemitEntityRows, picker);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_create);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_closed);
}

static void
remit_entity_rows_init (RemitEntityRows *self)
{
  g_type_ensure (REMIT_TYPE_ENTITY_PICKER);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = g_list_store_new (REMIT_TYPE_ENTITY);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), create_row, self, NULL);
}
