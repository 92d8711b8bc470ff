/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section of a form that lists the entity's skills, assignments and the like. */
#include "remit-entity-rows.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "remit-add-rows.h"
#include "widgets/pickers/remit-entity-picker.h"
#include "widgets/sections/remit-icon-button.h"
#include "widgets/sections/remit-section.h"

/* What is listed, and how an entry is added: by a button, or with a picker. */
typedef struct {
  RemitKind kind;
  RemitKind subject; /* in whose form */
  guint field;       /* which refers to that */
  GType (*get_type) (void);
  const char *empty;
  const char *add_label;
  void (*add) (GtkWidget *widget, RemitWorkspace *workspace, RemitEntity *subject);
  void (*offer) (RemitEntityPicker *picker, RemitWorkspace *workspace, RemitEntity *subject);
  void (*add_picked) (GtkWidget *widget, RemitWorkspace *workspace, RemitEntity *subject,
                      gint64 id);
  void (*add_new) (GtkWidget *widget, RemitWorkspace *workspace, RemitEntity *subject,
                   const char *name);
} RowType;

static const RowType row_types[] = {
  { REMIT_KIND_PERSON_SKILL, REMIT_KIND_PERSON, REMIT_PERSON_SKILL_PERSON,
    remit_skill_row_get_type, N_ ("No skills yet"), N_ ("Add a Skill"),
    .offer = remit_add_offer_skills, .add_picked = remit_add_skill,
    .add_new = remit_add_new_skill },
  { REMIT_KIND_SLOT_NEED, REMIT_KIND_SLOT, REMIT_SLOT_NEED_SLOT, remit_skill_row_get_type,
    N_ ("No required skills"), N_ ("Add a Skill"), .offer = remit_add_offer_skills,
    .add_picked = remit_add_skill, .add_new = remit_add_new_skill },
  { REMIT_KIND_ABSENCE, REMIT_KIND_PERSON, REMIT_ABSENCE_PERSON, remit_absence_row_get_type,
    N_ ("No absences"), N_ ("Add an Absence"), .add = remit_add_absence },
  /* a person gets into a slot from the slot, or on the board */
  { REMIT_KIND_ASSIGNMENT, REMIT_KIND_PERSON, REMIT_ASSIGNMENT_PERSON,
    remit_assignment_row_get_type, N_ ("No assignments") },
  { REMIT_KIND_ASSIGNMENT, REMIT_KIND_SLOT, REMIT_ASSIGNMENT_SLOT, remit_assignment_row_get_type,
    N_ ("Vacant"), N_ ("Assign…"), .offer = remit_add_offer_people,
    .add_picked = remit_add_person },
  { REMIT_KIND_SLOT, REMIT_KIND_TEAM, REMIT_SLOT_TEAM, remit_slot_row_get_type,
    N_ ("No slots yet"), N_ ("Add a Slot"), .add = remit_add_slot },
};

struct _RemitEntityRows
{
  AdwPreferencesGroup parent_instance;

  const char *kind_name;
  const RowType *type;
  RemitSectionLink link;
  GListStore *shown;

  GtkListBox *list;
  GtkLabel *empty;
  GtkButton *add;
  GtkMenuButton *pick;
  RemitEntityPicker *picker;
};

static void remit_entity_rows_section_init (RemitSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitEntityRows, remit_entity_rows, ADW_TYPE_PREFERENCES_GROUP,
                               REMIT_IMPLEMENT_SECTION (remit_entity_rows_section_init))

static const RowType *
find_type (const char *name,
           RemitKind subject)
{
  for (guint i = 0; i < G_N_ELEMENTS (row_types); i++)
    if (g_str_equal (remit_entity_info (row_types[i].kind)->name, name)
        && row_types[i].subject == subject)
      return &row_types[i];
  g_assert_not_reached ();
}

static GPtrArray *
get_wanted (RemitEntityRows *self)
{
  const RemitEntityInfo *info = remit_entity_info (self->type->kind);
  gint64 id;

  if (self->link.entity == NULL)
    return g_ptr_array_new ();
  id = remit_entity_get_id (self->link.entity);
  if (remit_entity_info_find_order (info) >= 0)
    return remit_design_get_parts (self->link.workspace, info->kind, id);
  return g_ptr_array_ref (remit_workspace_get_referring (self->link.workspace, info->kind,
                                                         self->type->field, id));
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

/* Rows that stay keep their widgets, and so focus and expanded state. */
static void
update (GtkWidget *widget)
{
  RemitEntityRows *self = REMIT_ENTITY_ROWS (widget);
  g_autoptr (GPtrArray) wanted = get_wanted (self);
  GListModel *shown = G_LIST_MODEL (self->shown);

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
  GtkWidget *row = g_object_new (self->type->get_type (), NULL);

  remit_section_get_link (REMIT_SECTION (row))->subject = remit_entity_get_kind (self->link.entity);
  remit_editor_show_all (row, self->link.workspace, 0, item);
  return row;
}

static void
on_add_clicked (RemitEntityRows *self)
{
  self->type->add (GTK_WIDGET (self), self->link.workspace, self->link.entity);
}

static void
on_picked (RemitEntityRows *self,
           gint64 id)
{
  self->type->add_picked (GTK_WIDGET (self), self->link.workspace, self->link.entity, id);
}

static void
on_create (RemitEntityRows *self,
           const char *name)
{
  self->type->add_new (GTK_WIDGET (self), self->link.workspace, self->link.entity, name);
}

static void
on_popover_shown (RemitEntityRows *self)
{
  if (self->link.entity != NULL)
    self->type->offer (self->picker, self->link.workspace, self->link.entity);
}

static void
show_buttons (RemitEntityRows *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->add), self->type->add != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->pick), self->type->offer != NULL);
  remit_entity_picker_set_can_create (self->picker, self->type->add_new != NULL);
  gtk_label_set_label (self->empty, _ (self->type->empty));
  if (self->type->add_label == NULL)
    return;
  remit_icon_button_set_label (GTK_WIDGET (self->add), _ (self->type->add_label));
  remit_icon_button_set_label (GTK_WIDGET (self->pick), _ (self->type->add_label));
}

static void
prepare (GtkWidget *widget)
{
  RemitEntityRows *self = REMIT_ENTITY_ROWS (widget);

  g_list_store_remove_all (self->shown);
  if (self->link.entity == NULL)
    return;
  self->type = find_type (self->kind_name, remit_entity_get_kind (self->link.entity));
  self->link.parts = REMIT_KIND_BIT (self->type->kind);
  show_buttons (self);
}

static void
remit_entity_rows_section_init (RemitSectionInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (RemitEntityRows, link);
  iface->prepare = prepare;
  iface->update = update;
}

static void
remit_entity_rows_set_property (GObject *object,
                                guint prop_id G_GNUC_UNUSED,
                                const GValue *value,
                                GParamSpec *pspec G_GNUC_UNUSED)
{
  REMIT_ENTITY_ROWS (object)->kind_name = g_intern_string (g_value_get_string (value));
}

static void
remit_entity_rows_dispose (GObject *object)
{
  g_clear_object (&REMIT_ENTITY_ROWS (object)->shown);

  G_OBJECT_CLASS (remit_entity_rows_parent_class)->dispose (object);
}

static void
remit_entity_rows_class_init (RemitEntityRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = remit_entity_rows_set_property;
  object_class->dispose = remit_entity_rows_dispose;

  g_object_class_install_property (
    object_class, 1,
    g_param_spec_string ("kind", NULL, NULL, NULL,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

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
}

static void
remit_entity_rows_init (RemitEntityRows *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = g_list_store_new (REMIT_TYPE_ENTITY);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->shown), create_row, self, NULL);
}
