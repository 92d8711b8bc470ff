/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbered slots in a table: rows with the same number belong to one slot. */
#include "remit-table-numbers.h"

#include <glib/gi18n-lib.h>

struct _RemitTableNumbers
{
  GHashTable *slots; /* text from dup_key() to RemitTableSlot */
  GPtrArray *made;   /* those of them that the file has made */
};

static void
slot_free (gpointer data)
{
  RemitTableSlot *slot = data;

  remit_record_free (slot->record);
  g_ptr_array_unref (slot->assignments);
  g_free (slot);
}

RemitTableNumbers *
remit_table_numbers_new (void)
{
  RemitTableNumbers *self = g_new0 (RemitTableNumbers, 1);

  self->slots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->made = g_ptr_array_new_with_free_func (slot_free);
  return self;
}

void
remit_table_numbers_free (RemitTableNumbers *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->slots);
  g_ptr_array_unref (self->made);
  g_free (self);
}

guint
remit_table_numbers_read (RemitTableJob *job,
                          const RemitCsvRow *row)
{
  const char *text = remit_table_job_get (job, row, REMIT_TABLE_SEATS_NUMBER);
  guint64 number = 0;

  if (*text != '\0' && !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL))
    remit_import_result_note (job->result, REMIT_NOTE_VALUE, row->line,
                              /* Translators: what stands in a cell */
                              _ ("“%.80s” is not a slot number, such as 1; skipped"), text);
  return (guint) number;
}

static char *
dup_key (const RemitTablePlace *place,
         guint number)
{
  return g_strdup_printf ("%" G_GINT64_MODIFIER "x %" G_GINT64_MODIFIER "x %u", place->team->id,
                          place->role->id, number);
}

/* Returns: (nullable): the slot at that place in the plan, unless another row has it */
static RemitTableSlot *
find_in_plan (const RemitTablePlace *place,
              guint number)
{
  for (guint i = 0; i < place->team->slots->len; i++)
    {
      RemitTableSlot *slot = g_ptr_array_index (place->team->slots, i);

      if (remit_record_get_integer (slot->record, REMIT_SLOT_ROLE) == place->role->id
          && --number == 0)
        return slot->taken ? NULL : slot;
    }
  return NULL;
}

RemitTableSlot *
remit_table_numbers_find (RemitTableNumbers *self,
                          const RemitTablePlace *place,
                          guint number)
{
  g_autofree char *key = dup_key (place, number);
  RemitTableSlot *slot = g_hash_table_lookup (self->slots, key);

  if (slot != NULL)
    return slot;
  slot = find_in_plan (place, number);
  if (slot != NULL)
    g_hash_table_insert (self->slots, g_steal_pointer (&key), slot);
  return slot;
}

RemitTableSlot *
remit_table_numbers_add (RemitTableNumbers *self,
                         const RemitTablePlace *place,
                         guint number,
                         const RemitRecord *record)
{
  RemitTableSlot *slot = g_new0 (RemitTableSlot, 1);

  slot->id = remit_record_get_id (record);
  slot->record = remit_record_copy (record);
  slot->assignments = g_ptr_array_new ();
  slot->taken = TRUE;
  g_ptr_array_add (self->made, slot);
  g_hash_table_insert (self->slots, dup_key (place, number), slot);
  return slot;
}
