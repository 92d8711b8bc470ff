/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hash of a line of the history, which makes a rewritten line show. */
#include "remit-history-hash.h"

#include <string.h>
#include <sys/random.h>

#include "store/remit-store-private.h"

void
remit_history_hasher_init (RemitHistoryHasher *self)
{
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->text = g_string_sized_new (1024);
}

void
remit_history_hasher_clear (RemitHistoryHasher *self)
{
  g_clear_pointer (&self->checksum, g_checksum_free);
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}

/* ── Values ───────────────────────────────────────────────────────────────────────────────── */

/* As "%ld" does; a million entries have twenty million numbers. */
static void
append_decimal (GString *text,
                gint64 integer)
{
  char digits[20];
  gsize n = 0;
  guint64 rest = integer < 0 ? -(guint64) integer : (guint64) integer;

  do
    digits[sizeof digits - ++n] = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (integer < 0)
    g_string_append_c (text, '-');
  g_string_append_len (text, digits + sizeof digits - n, (gssize) n);
}

static void
append_length (GString *text,
               gsize length)
{
  append_decimal (text, (gint64) length);
  g_string_append_c (text, ':');
}

static void
append_bytes (GString *text,
              gconstpointer bytes,
              gsize length)
{
  append_length (text, length);
  g_string_append_len (text, bytes, (gssize) length);
}

static void
append_text (GString *text,
             const char *value)
{
  append_bytes (text, value, strlen (value));
}

static void
append_integer (GString *text,
                gint64 integer)
{
  gsize start = text->len;
  gsize length;

  /* a length of two digits or less stands before it */
  append_decimal (text, integer);
  length = text->len - start;
  g_string_insert_c (text, (gssize) start, ':');
  g_string_insert_c (text, (gssize) start, (char) ('0' + length % 10));
  if (length >= 10)
    g_string_insert_c (text, (gssize) start, (char) ('0' + length / 10));
}

static void
update (GChecksum *checksum,
        gconstpointer bytes,
        gsize length)
{
  for (gsize done = 0; done < length; done += G_MAXINT / 2)
    g_checksum_update (checksum, (const guchar *) bytes + done,
                       (gssize) MIN (length - done, G_MAXINT / 2));
}

void
remit_history_hash_bytes (GChecksum *checksum,
                          gconstpointer bytes,
                          gsize length)
{
  g_autoptr (GString) head = g_string_sized_new (24);

  append_length (head, length);
  update (checksum, head->str, head->len);
  update (checksum, bytes, length);
}

/* ── Form 1 ───────────────────────────────────────────────────────────────────────────────── */

const char *
remit_history_hasher_run_1 (RemitHistoryHasher *self,
                            const RemitHistoryRow *row,
                            const char *previous)
{
  GString *text = self->text;

  g_string_truncate (text, 0);
  append_text (text, previous);
  append_integer (text, row->seq);
  append_integer (text, row->at);
  append_text (text, row->actor);
  append_text (text, row->label);
  append_text (text, remit_history_op_nicks[row->op]);
  append_integer (text, row->target);
  append_integer (text, row->plan);
  append_integer (text, row->below);
  append_integer (text, row->undo_top);
  append_integer (text, row->redo_top);
  append_text (text, row->parts);
  append_length (text, row->changeset_length);

  g_checksum_reset (self->checksum);
  update (self->checksum, text->str, text->len);
  update (self->checksum, row->changeset, row->changeset_length);
  return g_checksum_get_string (self->checksum);
}

/* ── Form 2 ───────────────────────────────────────────────────────────────────────────────── */

void
remit_history_hasher_begin (RemitHistoryHasher *self,
                            const RemitHistoryRow *row,
                            const RemitHistoryTarget *target,
                            const char *previous)
{
  GString *text = self->text;

  g_string_truncate (text, 0);
  append_text (text, previous);
  append_integer (text, REMIT_HISTORY_FORM);
  append_integer (text, row->desk);
  append_integer (text, row->count);
  append_integer (text, row->at);
  append_text (text, row->actor);
  append_text (text, remit_history_op_nicks[row->op]);
  append_integer (text, target->desk);
  append_integer (text, target->count);
  append_integer (text, row->plan);
  append_text (text, row->label);
}

void
remit_history_hasher_add_part (RemitHistoryHasher *self,
                               const char *compartment,
                               gconstpointer digest)
{
  append_text (self->text, compartment);
  append_bytes (self->text, digest, REMIT_HISTORY_DIGEST);
}

const char *
remit_history_hasher_end (RemitHistoryHasher *self)
{
  g_checksum_reset (self->checksum);
  update (self->checksum, self->text->str, self->text->len);
  return g_checksum_get_string (self->checksum);
}

void
remit_history_hasher_make_digest (RemitHistoryHasher *self,
                                  gconstpointer salt,
                                  gconstpointer changeset,
                                  gsize length,
                                  guint8 *digest)
{
  gsize size = REMIT_HISTORY_DIGEST;

  g_checksum_reset (self->checksum);
  update (self->checksum, salt, REMIT_HISTORY_SALT);
  update (self->checksum, changeset, length);
  g_checksum_get_digest (self->checksum, digest, &size);
}

void
remit_history_draw_salt (guint8 *salt)
{
  /* so few bytes come at once, always */
  if (getrandom (salt, REMIT_HISTORY_SALT, 0) != REMIT_HISTORY_SALT)
    g_error ("The system has no random numbers");
}

gboolean
remit_history_hasher_is_digest (RemitHistoryHasher *self,
                                RemitStatement *part,
                                int column)
{
  guint8 digest[REMIT_HISTORY_DIGEST];

  if (sqlite3_column_bytes (part, column) != REMIT_HISTORY_DIGEST)
    return FALSE;
  if (sqlite3_column_type (part, column + 1) == SQLITE_NULL)
    return sqlite3_column_bytes (part, column + 2) == 0;
  if (sqlite3_column_bytes (part, column + 1) != REMIT_HISTORY_SALT)
    return FALSE;
  remit_history_hasher_make_digest (self, sqlite3_column_blob (part, column + 1),
                                    sqlite3_column_blob (part, column + 2),
                                    (gsize) sqlite3_column_bytes (part, column + 2), digest);
  return memcmp (digest, sqlite3_column_blob (part, column), sizeof digest) == 0;
}
