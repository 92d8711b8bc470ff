/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of who is assigned to what. */
#include <glib/gi18n-lib.h>

#include "remit-book-fields.h"

static const guint fields[] = {
  REMIT_ASSIGNMENT_ALLOCATION,
  REMIT_ASSIGNMENT_FROM,
  REMIT_ASSIGNMENT_UNTIL,
  REMIT_ASSIGNMENT_STATE,
};

static void
add_columns (RemitBook *self)
{
  remit_book_sink_begin_table (self->sink, _ ("Assignments"), 1);
  remit_book_add_field_column (self, &remit_assignment_info.fields[REMIT_ASSIGNMENT_PERSON], NULL);
  remit_book_add_field_column (self, &remit_slot_info.fields[REMIT_SLOT_TEAM], NULL);
  remit_book_add_field_column (self, &remit_slot_info.fields[REMIT_SLOT_ROLE], NULL);
  remit_book_add_field_column (self, &remit_slot_info.fields[REMIT_SLOT_NAME], _ ("Slot name"));
  remit_book_add_field_columns (self, &remit_assignment_info, fields, G_N_ELEMENTS (fields));
  remit_book_add_key_column (self, _ ("Remit ID"));
  remit_book_add_key_column (self, _ ("Remit ID of the slot"));
}

static gboolean
write_assignment (RemitBook *self,
                  const RemitRecord *slot,
                  const RemitRecord *assignment,
                  GError **error)
{
  remit_book_add_field (self, &remit_assignment_info, assignment, REMIT_ASSIGNMENT_PERSON);
  remit_book_add_field (self, &remit_slot_info, slot, REMIT_SLOT_TEAM);
  remit_book_add_field (self, &remit_slot_info, slot, REMIT_SLOT_ROLE);
  remit_book_add_field (self, &remit_slot_info, slot, REMIT_SLOT_NAME);
  remit_book_add_fields (self, assignment, fields, G_N_ELEMENTS (fields));
  remit_book_add_key (self, assignment);
  remit_book_add_key (self, slot);
  return remit_book_sink_end_row (self->sink, error);
}

static gboolean
write_slot (RemitBook *self,
            const RemitRecord *slot,
            GError **error)
{
  const RemitRecord *assignment;

  remit_plan_source_begin (self->source, REMIT_KIND_ASSIGNMENT, remit_record_get_id (slot));
  while ((assignment = remit_plan_source_next (self->source, REMIT_KIND_ASSIGNMENT)) != NULL)
    if (!write_assignment (self, slot, assignment, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_team (RemitBook *self,
            const RemitRecord *team,
            GError **error)
{
  const RemitRecord *slot;

  remit_plan_source_begin (self->source, REMIT_KIND_SLOT, remit_record_get_id (team));
  while ((slot = remit_plan_source_next (self->source, REMIT_KIND_SLOT)) != NULL)
    if (!write_slot (self, slot, error))
      return FALSE;
  return TRUE;
}

gboolean
remit_book_assignments_write (RemitBook *self,
                              GError **error)
{
  const RemitRecord *team;

  add_columns (self);
  if (!remit_book_sink_begin_rows (self->sink, error))
    return FALSE;
  remit_plan_source_begin (self->source, REMIT_KIND_TEAM, 0);
  while ((team = remit_plan_source_next (self->source, REMIT_KIND_TEAM)) != NULL)
    if (!write_team (self, team, error))
      return FALSE;
  return remit_book_sink_end_table (self->sink, error);
}
