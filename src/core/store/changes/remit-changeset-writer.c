/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changesets of rows that are new, written as they are inserted. */
#include "remit-changeset-writer.h"

#include <string.h>

#include "store/remit-store-private.h"

/* The most bytes that stand before those of a text: its type and length; or those of a number. */
#define MAX_HEAD 16

/* For each table that has new rows, its part of the changeset. */
struct _RemitChangesetWriter
{
  GString *tables[REMIT_N_KINDS];
  gsize length;
};

RemitChangesetWriter *
remit_changeset_writer_new (void)
{
  return g_new0 (RemitChangesetWriter, 1);
}

void
remit_changeset_writer_free (RemitChangesetWriter *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < REMIT_N_KINDS; i++)
    if (self->tables[i] != NULL)
      g_string_free (self->tables[i], TRUE);
  g_free (self);
}

/* Seven bits a byte, the highest first, and the eighth says that more follow. */
static char *
put_number (char *end,
            gsize number)
{
  guint shift = 0;

  g_assert (number < (gsize) 1 << 31);
  while (number >> shift > 0x7f)
    shift += 7;
  for (; shift > 0; shift -= 7)
    *end++ = (char) (0x80 | (number >> shift & 0x7f));
  *end++ = (char) (number & 0x7f);
  return end;
}

static char *
put_integer (char *end,
             gint64 integer)
{
  gint64 big_endian = GINT64_TO_BE (integer);

  *end++ = SQLITE_INTEGER;
  memcpy (end, &big_endian, sizeof big_endian);
  return end + sizeof big_endian;
}

static char *
put_text (char *end,
          const char *text,
          gsize length)
{
  *end++ = SQLITE_TEXT;
  end = put_number (end, length);
  memcpy (end, text, length);
  return end + length;
}

/* Makes room for a value, and puts it there; see MAX_HEAD for what stands before its bytes. */
static void
append_field (GString *bytes,
              const RemitRecord *record,
              guint field)
{
  RemitRowValue value;
  gsize length;
  gsize start = bytes->len;
  char *end;

  remit_rows_get_value (record, field, &value);
  length = value.type == SQLITE_TEXT ? strlen (value.text) : 0;
  g_string_set_size (bytes, start + MAX_HEAD + length);
  end = bytes->str + start;
  if (value.type == SQLITE_TEXT)
    end = put_text (end, value.text, length);
  else if (value.type == SQLITE_INTEGER)
    end = put_integer (end, value.integer);
  else
    *end++ = SQLITE_NULL;
  bytes->len = (gsize) (end - bytes->str);
}

/* What was done, that the user did it and no trigger, and the key. */
static void
append_head (GString *bytes,
             const RemitRecord *record)
{
  gsize start = bytes->len;
  char *end;

  g_string_set_size (bytes, start + MAX_HEAD);
  end = bytes->str + start;
  *end++ = SQLITE_INSERT;
  *end++ = FALSE;
  end = put_integer (end, remit_record_get_id (record));
  bytes->len = (gsize) (end - bytes->str);
}

/* The columns of a table are its key, and then the fields in their order, which is tested. */
static GString *
begin_table (const RemitEntityInfo *info)
{
  const char *name = remit_entity_info_get_table (info);
  GString *bytes = g_string_sized_new (4096);

  g_assert (info->n_fields + 1 < 0x80);
  g_string_append_c (bytes, 'T');
  g_string_append_c (bytes, (char) (info->n_fields + 1));
  /* Whether a column is the key. */
  g_string_append_c (bytes, TRUE);
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_c (bytes, FALSE);
  g_string_append_len (bytes, name, (gssize) strlen (name) + 1);
  return bytes;
}

void
remit_changeset_writer_add (RemitChangesetWriter *self,
                            const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  GString **table = &self->tables[info->kind];
  gsize start;

  if (*table == NULL)
    *table = begin_table (info);
  start = (*table)->len;
  append_head (*table, record);
  for (guint i = 0; i < info->n_fields; i++)
    append_field (*table, record, i);
  self->length += (*table)->len - start;
}

gsize
remit_changeset_writer_get_length (RemitChangesetWriter *self)
{
  return self->length;
}

GBytes *
remit_changeset_writer_end (RemitChangesetWriter *self)
{
  GString *all = NULL;

  self->length = 0;
  for (guint i = 0; i < REMIT_N_KINDS; i++)
    {
      g_autoptr (GString) bytes = g_steal_pointer (&self->tables[i]);

      if (bytes != NULL && all != NULL)
        g_string_append_len (all, bytes->str, (gssize) bytes->len);
      else if (bytes != NULL)
        all = g_steal_pointer (&bytes);
    }
  return all != NULL ? g_string_free_to_bytes (all) : g_bytes_new (NULL, 0);
}
