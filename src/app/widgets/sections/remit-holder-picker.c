/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds who is to hold something: a slot, a role or a person. */
#include "remit-holder-picker.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "remit-section.h"
#include "widgets/pickers/remit-picker-button.h"

static const RemitKind kinds[] = { REMIT_KIND_SLOT, REMIT_KIND_ROLE, REMIT_KIND_PERSON };

struct _RemitHolderPicker
{
  GtkBox parent_instance;

  GtkDropDown *kind;
  RemitEntityPicker *picker;
};

G_DEFINE_FINAL_TYPE (RemitHolderPicker, remit_holder_picker, GTK_TYPE_BOX)

static RemitKind
get_kind (RemitHolderPicker *self)
{
  return kinds[MIN (gtk_drop_down_get_selected (self->kind), G_N_ELEMENTS (kinds) - 1)];
}

/* The slots of the entity's own team come first. */
static GHashTable *
score_slots (RemitSectionLink *link)
{
  GHashTable *scores = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const RemitEntityInfo *info = remit_entity_info (remit_entity_get_kind (link->entity));
  int field = remit_entity_info_find_field (info, "team");
  gint64 team = field >= 0 ? remit_entity_get_integer (link->entity, (guint) field) : 0;
  g_autoptr (GPtrArray) slots = team != 0 ? remit_design_get_parts (link->workspace,
                                                                    REMIT_KIND_SLOT, team)
                                          : g_ptr_array_new ();

  for (guint i = 0; i < slots->len; i++)
    {
      gint64 id = remit_entity_get_id (slots->pdata[i]);

      g_hash_table_insert (scores, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (1));
    }
  return scores;
}

static void
fill (RemitHolderPicker *self)
{
  GtkWidget *section = gtk_widget_get_ancestor (GTK_WIDGET (self), REMIT_TYPE_SECTION);
  RemitSectionLink *link = remit_section_get_link (section);
  RemitKind kind = get_kind (self);

  if (link->entity == NULL)
    return;
  if (kind == REMIT_KIND_SLOT)
    remit_entity_picker_show_best (self->picker, link->workspace, kind, link->entity,
                                   score_slots (link), NULL);
  else
    remit_entity_picker_show (self->picker, link->workspace, kind, link->entity);
}

static void
on_picked (RemitHolderPicker *self,
           gint64 id)
{
  g_signal_emit_by_name (self, "picked", (int) get_kind (self), id);
}

static void
remit_holder_picker_class_init (RemitHolderPickerClass *klass)
{
  g_signal_new ("picked", REMIT_TYPE_HOLDER_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
}

static void
remit_holder_picker_init (RemitHolderPicker *self)
{
  const char *words[] = { _ ("Slot"), _ ("Role"), _ ("Person"), NULL };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->kind = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (words));
  self->picker = g_object_new (REMIT_TYPE_ENTITY_PICKER, NULL);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->kind));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->picker));
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
}

RemitHolderPicker *
remit_holder_picker_new (const char *label)
{
  RemitHolderPicker *self = g_object_new (REMIT_TYPE_HOLDER_PICKER, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  return self;
}

GtkWidget *
remit_holder_picker_create_button (RemitHolderPicker *self,
                                   const char *label)
{
  GtkWidget *button;

  g_return_val_if_fail (REMIT_IS_HOLDER_PICKER (self), NULL);

  button = remit_picker_button_new (label, self->picker, GTK_WIDGET (self), G_CALLBACK (fill),
                                    self);
  /* after the popover has closed: the button may go with what is updated */
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (on_picked), self,
                           G_CONNECT_SWAPPED);
  return button;
}
