/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks through a changeset as SQLite's session extension documents its form. */
#define G_LOG_DOMAIN "remit-store"

#include "config.h"

#include "remit-changeset.h"

#include <sqlite3.h>
#include <string.h>

/* As in SQLite: more columns than any table can have. */
#define MAX_COLUMNS 65536

typedef struct {
  const guint8 *next;
  const guint8 *end;
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
skip_values (Cursor *self,
             guint64 n_values)
{
  guint64 length;
  guint8 type;

  for (; n_values > 0; n_values--)
    {
      if (!take_byte (self, &type))
        return FALSE;
      if (type == 0 || type == SQLITE_NULL)
        continue;
      if (type == SQLITE_INTEGER || type == SQLITE_FLOAT)
        length = 8;
      else if ((type != SQLITE_TEXT && type != SQLITE_BLOB) || !take_number (self, &length))
        return FALSE;
      if (!skip (self, length))
        return FALSE;
    }
  return TRUE;
}

static gboolean
skip_row (Cursor *self,
          guint8 op,
          guint64 n_columns)
{
  if (op != SQLITE_INSERT && op != SQLITE_DELETE && op != SQLITE_UPDATE)
    return FALSE;
  /* a byte that tells whether a trigger did it; an update has the old values and the new ones */
  return skip (self, 1) && skip_values (self, op == SQLITE_UPDATE ? 2 * n_columns : n_columns);
}

static gboolean
skip_table_head (Cursor *self,
                 guint64 *n_columns)
{
  const guint8 *zero;

  if (!take_number (self, n_columns) || *n_columns == 0 || *n_columns > MAX_COLUMNS)
    return FALSE;
  if (!skip (self, *n_columns))
    return FALSE;
  zero = memchr (self->next, 0, (gsize) (self->end - self->next));
  if (zero == NULL)
    return FALSE;
  self->next = zero + 1;
  return TRUE;
}

gboolean
remit_changeset_is_whole (gconstpointer changeset,
                          gsize length)
{
  Cursor cursor = { changeset, changeset };
  guint64 n_columns = 0;
  guint8 op;

  if (length > 0)
    cursor.end += length;
  while (cursor.next < cursor.end)
    {
      if (!take_byte (&cursor, &op))
        return FALSE;
      if (op == 'T' ? !skip_table_head (&cursor, &n_columns)
                    : n_columns == 0 || !skip_row (&cursor, op, n_columns))
        return FALSE;
    }
  return TRUE;
}
