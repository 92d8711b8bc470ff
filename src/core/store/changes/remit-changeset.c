/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks through a changeset as SQLite's session extension documents its form. */
#include "remit-changeset.h"

#include <sqlite3.h>
#include <string.h>

/* As in SQLite: more columns than any table can have. */
#define MAX_COLUMNS 65536

typedef struct {
  const guint8 *next;
  const guint8 *end;
  RemitChangesetRow row; /* its table is that of the rows that follow */
  GArray *values; /* of RemitChangesetValue, or NULL when nobody asks for them */
} Cursor;

static gboolean
skip (Cursor *self,
      guint64 n_bytes)
{
  if (n_bytes > (guint64) (self->end - self->next))
    return FALSE;
  self->next += n_bytes;
  return TRUE;
}

static gboolean
take_byte (Cursor *self,
           guint8 *byte)
{
  *byte = self->next < self->end ? *self->next : 0;
  return skip (self, 1);
}

/* Seven bits a byte, the highest first. SQLite's numbers can be longer; these lengths can't. */
static gboolean
take_number (Cursor *self,
             guint64 *number)
{
  guint8 byte;

  *number = 0;
  for (guint i = 0; i < 5; i++)
    {
      if (!take_byte (self, &byte))
        return FALSE;
      *number = *number << 7 | (byte & 0x7f);
      if (!(byte & 0x80))
        return TRUE;
    }
  return FALSE;
}

static gboolean
take_integer (Cursor *self,
              gint64 *integer)
{
  guint64 bits;

  if (self->end - self->next < (gssize) sizeof bits)
    return FALSE;
  memcpy (&bits, self->next, sizeof bits);
  *integer = (gint64) GUINT64_FROM_BE (bits);
  return skip (self, sizeof bits);
}

static gboolean
take_value (Cursor *self,
            RemitChangesetValue *value)
{
  guint64 length;

  memset (value, 0, sizeof *value);
  if (!take_byte (self, &value->type))
    return FALSE;
  switch (value->type)
    {
    case 0:
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return take_integer (self, &value->integer);
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      if (!take_number (self, &length))
        return FALSE;
      value->bytes = (const char *) self->next;
      value->length = (gsize) length;
      return skip (self, length);
    default:
      return FALSE;
    }
}

static gboolean
take_values (Cursor *self,
             guint first,
             guint n_values)
{
  RemitChangesetValue ignored;

  for (guint i = first; i < first + n_values; i++)
    if (!take_value (self, self->values != NULL
                             ? &g_array_index (self->values, RemitChangesetValue, i)
                             : &ignored))
      return FALSE;
  return TRUE;
}

/* The first byte is the operation, the second tells whether a trigger did it; an update has the old
 * values and the new ones. */
static gboolean
take_row (Cursor *self,
          guint8 op)
{
  RemitChangesetRow *row = &self->row;
  const guint8 *start = self->next - 1;
  gboolean is_update = op == SQLITE_UPDATE;

  if (op != SQLITE_INSERT && op != SQLITE_DELETE && !is_update)
    return FALSE;
  if (row->n_columns == 0 || !skip (self, 1)
      || !take_values (self, 0, is_update ? 2 * row->n_columns : row->n_columns))
    return FALSE;
  row->op = op;
  row->bytes = start;
  row->length = (gsize) (self->next - start);
  if (self->values != NULL)
    {
      const RemitChangesetValue *first = (const RemitChangesetValue *) (gpointer)
                                           self->values->data;

      row->old = op == SQLITE_INSERT ? NULL : first;
      row->new = op == SQLITE_DELETE ? NULL : is_update ? first + row->n_columns : first;
    }
  return TRUE;
}

static gboolean
take_table_head (Cursor *self)
{
  RemitChangesetRow *row = &self->row;
  const guint8 *start = self->next - 1;
  const guint8 *zero;
  guint64 n_columns;

  if (!take_number (self, &n_columns) || n_columns == 0 || n_columns > MAX_COLUMNS)
    return FALSE;
  if (!skip (self, n_columns))
    return FALSE;
  zero = memchr (self->next, 0, (gsize) (self->end - self->next));
  if (zero == NULL)
    return FALSE;
  row->table = (const char *) self->next;
  row->n_columns = (guint) n_columns;
  row->head = start;
  row->head_length = (gsize) (zero + 1 - start);
  if (self->values != NULL)
    g_array_set_size (self->values, 2 * row->n_columns);
  self->next = zero + 1;
  return TRUE;
}

static gboolean
walk (Cursor *self,
      gconstpointer changeset,
      gsize length,
      RemitChangesetFunc func,
      gpointer data)
{
  guint8 op;

  self->next = self->end = changeset;
  if (length > 0)
    self->end += length;
  while (self->next < self->end)
    {
      if (!take_byte (self, &op))
        return FALSE;
      if (op == 'T')
        {
          if (!take_table_head (self))
            return FALSE;
          continue;
        }
      if (!take_row (self, op))
        return FALSE;
      if (func != NULL && !func (&self->row, data))
        return TRUE;
    }
  return TRUE;
}

gboolean
remit_changeset_is_whole (gconstpointer changeset,
                          gsize length)
{
  Cursor cursor = { NULL };

  return walk (&cursor, changeset, length, NULL, NULL);
}

gboolean
remit_changeset_foreach (gconstpointer changeset,
                         gsize length,
                         RemitChangesetFunc func,
                         gpointer data)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (RemitChangesetValue));
  Cursor cursor = { .values = values };

  g_return_val_if_fail (func != NULL, FALSE);

  return walk (&cursor, changeset, length, func, data);
}

gint64
remit_changeset_row_get_id (const RemitChangesetRow *row)
{
  const RemitChangesetValue *values = row->old != NULL ? row->old : row->new;

  return values[0].type == SQLITE_INTEGER ? values[0].integer : 0;
}

gint64
remit_changeset_get_integer (const RemitChangesetValue *values,
                             guint n_values,
                             int field)
{
  guint column = (guint) field + 1;

  return values != NULL && field >= 0 && column < n_values && values[column].type == SQLITE_INTEGER
           ? values[column].integer
           : 0;
}
