/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import has to remember of its file: a database of its own, beside the workspace. */
#include "remit-import-scratch.h"

#include "exchange/remit-exchange.h"
#include "store/remit-scratch.h"

enum
{
  CLAIM,
  FIND,
  ADD_ALIAS,
  FIND_ALIAS,
  ADD_EMAIL,
  FIND_EMAIL,
  ADD_USED,
  FIND_USED,
  ADD_PENDING,
  NEXT_PENDING,
  N_STATEMENTS
};

static const char *const texts[N_STATEMENTS] = {
  [CLAIM] = "INSERT OR IGNORE INTO claim VALUES (?1, ?2, ?3)",
  [FIND] = "SELECT id FROM claim WHERE kind = ?1 AND file_id = ?2",
  [ADD_ALIAS] = "INSERT INTO alias VALUES (?1, ?2)",
  [FIND_ALIAS] = "SELECT id FROM alias WHERE kind = ?1 AND id = ?2",
  [ADD_EMAIL] = "INSERT INTO email VALUES (?1, ?2)",
  [FIND_EMAIL] = "SELECT person FROM email WHERE address = ?1 LIMIT 2",
  [ADD_USED] = "INSERT OR IGNORE INTO used VALUES (?1, ?2)",
  [FIND_USED] = "SELECT id FROM used WHERE kind = ?1 AND id = ?2",
  [ADD_PENDING] = "INSERT INTO pending VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  [NEXT_PENDING] = "SELECT * FROM pending ORDER BY rowid",
};

/* An alias is a row that has another id in the file than in the workspace. */
static const char schema[] =
  "CREATE TABLE claim (kind INTEGER, file_id INTEGER, id INTEGER,"
  "  PRIMARY KEY (kind, file_id)) WITHOUT ROWID;"
  "CREATE TABLE alias (kind INTEGER, id INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID;"
  "CREATE TABLE used (kind INTEGER, id INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID;"
  "CREATE TABLE email (address TEXT COLLATE NOCASE, person INTEGER);"
  "CREATE INDEX email_address ON email (address, person);"
  "CREATE TABLE pending (kind INTEGER, row INTEGER, field INTEGER, file_id INTEGER,"
  "  before INTEGER, line INTEGER, \"column\" INTEGER, touched INTEGER)";

struct _RemitImportScratch
{
  RemitScratch *scratch;
  gboolean has_aliases;
};

void
remit_import_scratch_free (RemitImportScratch *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->scratch, remit_scratch_free);
  g_free (self);
}

static RemitStatement *
bind (RemitImportScratch *self,
      guint which,
      gint64 first,
      gint64 second)
{
  RemitStatement *statement = remit_scratch_get (self->scratch, which);

  remit_statement_bind_integer (statement, 1, first);
  remit_statement_bind_integer (statement, 2, second);
  return statement;
}

/* Returns: the number that the statement finds, or 0 */
static gint64
find (RemitImportScratch *self,
      RemitStatement *statement)
{
  gint64 found = remit_scratch_step (self->scratch, statement)
                   ? remit_statement_get_integer (statement, 0)
                   : 0;

  remit_statement_reset (statement);
  return found;
}

static gboolean
refuse (const GError *problem,
        GError **error)
{
  g_set_error_literal (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNWRITABLE,
                       problem->message);
  return FALSE;
}

RemitImportScratch *
remit_import_scratch_new (GError **error)
{
  g_autoptr (RemitImportScratch) self = g_new0 (RemitImportScratch, 1);
  g_autoptr (GError) problem = NULL;

  self->scratch = remit_scratch_new (schema, texts, N_STATEMENTS, &problem);
  return self->scratch != NULL || refuse (problem, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
remit_import_scratch_check (RemitImportScratch *self,
                            GError **error)
{
  g_autoptr (GError) problem = NULL;

  return remit_scratch_check (self->scratch, &problem) || refuse (problem, error);
}

static RemitClaim
claim_alias (RemitImportScratch *self,
             RemitKind kind,
             gint64 id)
{
  if (remit_import_scratch_is_claimed (self, kind, id))
    return REMIT_CLAIM_SAME;
  self->has_aliases = TRUE;
  remit_scratch_run (self->scratch, bind (self, ADD_ALIAS, kind, id));
  return REMIT_CLAIM_NEW;
}

RemitClaim
remit_import_scratch_claim (RemitImportScratch *self,
                            RemitKind kind,
                            gint64 file_id,
                            gint64 id)
{
  RemitStatement *statement = bind (self, CLAIM, kind, file_id);

  remit_statement_bind_integer (statement, 3, id);
  if (!remit_scratch_run (self->scratch, statement))
    return REMIT_CLAIM_TWICE;
  if (file_id != id)
    return claim_alias (self, kind, id);
  if (self->has_aliases && find (self, bind (self, FIND_ALIAS, kind, id)) != 0)
    return REMIT_CLAIM_SAME;
  return REMIT_CLAIM_NEW;
}

gint64
remit_import_scratch_find (RemitImportScratch *self,
                           RemitKind kind,
                           gint64 file_id)
{
  return find (self, bind (self, FIND, kind, file_id));
}

gboolean
remit_import_scratch_is_claimed (RemitImportScratch *self,
                                 RemitKind kind,
                                 gint64 id)
{
  return remit_import_scratch_find (self, kind, id) == id
         || find (self, bind (self, FIND_ALIAS, kind, id)) != 0;
}

void
remit_import_scratch_add_email (RemitImportScratch *self,
                                const char *email,
                                gint64 person)
{
  RemitStatement *statement = remit_scratch_get (self->scratch, ADD_EMAIL);

  remit_statement_bind_text (statement, 1, email);
  remit_statement_bind_integer (statement, 2, person);
  remit_scratch_run (self->scratch, statement);
}

guint
remit_import_scratch_find_email (RemitImportScratch *self,
                                 const char *email,
                                 gint64 *person)
{
  RemitStatement *statement = remit_scratch_get (self->scratch, FIND_EMAIL);
  guint n = 0;

  remit_statement_bind_text (statement, 1, email);
  for (; remit_scratch_step (self->scratch, statement); n++)
    *person = remit_statement_get_integer (statement, 0);
  remit_statement_reset (statement);
  return n;
}

void
remit_import_scratch_add_used (RemitImportScratch *self,
                               RemitKind kind,
                               gint64 id)
{
  remit_scratch_run (self->scratch, bind (self, ADD_USED, kind, id));
}

gboolean
remit_import_scratch_is_used (RemitImportScratch *self,
                              RemitKind kind,
                              gint64 id)
{
  return find (self, bind (self, FIND_USED, kind, id)) != 0;
}

void
remit_import_scratch_add_pending (RemitImportScratch *self,
                                  const RemitPendingReference *pending)
{
  RemitStatement *statement = bind (self, ADD_PENDING, pending->kind, pending->row);

  remit_statement_bind_integer (statement, 3, pending->field);
  remit_statement_bind_integer (statement, 4, pending->file_id);
  remit_statement_bind_integer (statement, 5, pending->before);
  remit_statement_bind_integer (statement, 6, pending->line);
  remit_statement_bind_integer (statement, 7, pending->column);
  remit_statement_bind_integer (statement, 8, pending->touched);
  remit_scratch_run (self->scratch, statement);
}

gboolean
remit_import_scratch_next_pending (RemitImportScratch *self,
                                   RemitPendingReference *pending)
{
  RemitStatement *statement = remit_scratch_get (self->scratch, NEXT_PENDING);

  if (!remit_scratch_step (self->scratch, statement))
    {
      remit_statement_reset (statement);
      return FALSE;
    }
  pending->kind = (int) remit_statement_get_integer (statement, 0);
  pending->row = remit_statement_get_integer (statement, 1);
  pending->field = (guint) remit_statement_get_integer (statement, 2);
  pending->file_id = remit_statement_get_integer (statement, 3);
  pending->before = remit_statement_get_integer (statement, 4);
  pending->line = (int) remit_statement_get_integer (statement, 5);
  pending->column = (int) remit_statement_get_integer (statement, 6);
  pending->touched = (int) remit_statement_get_integer (statement, 7);
  return TRUE;
}
