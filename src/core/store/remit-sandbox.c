/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What statements that others wrote, such as the SELECT of a rule, may do on a connection. */
#include "remit-sandbox.h"

#include <string.h>

#include "remit-store-private.h"

/* A text may be long, but not so long that it takes the memory away. */
#define MAX_LENGTH (1024 * 1024)

/* So many steps of SQLite's machine between two questions whether to stop. */
#define STEPS 1000

struct _RemitSandbox
{
  RemitStore *store;
  gboolean open;
  int max_length; /* what it was before */
  RemitSandboxRead may_read;
  gpointer read_data;
  RemitSandboxStop should_stop;
  gpointer stop_data;
};

static sqlite3 *
get_handle (RemitSandbox *self)
{
  return remit_store_get_handle (self->store);
}

/* SQLite asks before it lets a statement do anything. */
static int
authorize (void *data,
           int action,
           const char *first,
           const char *second,
           const char *schema,
           const char *view)
{
  RemitSandbox *self = data;
  gboolean allowed = FALSE;

  if (self->open || action == SQLITE_SELECT || action == SQLITE_RECURSIVE)
    allowed = TRUE;
  else if (action == SQLITE_FUNCTION)
    allowed = g_strcmp0 (second, "load_extension") != 0;
  else if (action == SQLITE_READ)
    allowed = self->may_read (first, second, schema, view, self->read_data);
  return allowed ? SQLITE_OK : SQLITE_DENY;
}

static int
on_progress (void *data)
{
  RemitSandbox *self = data;

  return self->should_stop (self->stop_data);
}

RemitSandbox *
remit_sandbox_new (RemitStore *store,
                   RemitSandboxRead may_read,
                   gpointer data)
{
  RemitSandbox *self;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (may_read != NULL, NULL);

  self = g_new0 (RemitSandbox, 1);
  self->store = g_object_ref (store);
  self->may_read = may_read;
  self->read_data = data;
  self->max_length = sqlite3_limit (get_handle (self), SQLITE_LIMIT_LENGTH, -1);
  sqlite3_set_authorizer (get_handle (self), authorize, self);
  remit_sandbox_close (self);
  return self;
}

void
remit_sandbox_free (RemitSandbox *self)
{
  remit_sandbox_open (self);
  remit_store_set_limits (self->store);
  sqlite3_set_authorizer (get_handle (self), NULL, NULL);
  g_clear_object (&self->store);
  g_free (self);
}

void
remit_sandbox_set_watch (RemitSandbox *self,
                         RemitSandboxStop should_stop,
                         gpointer data)
{
  self->should_stop = should_stop;
  self->stop_data = data;
  sqlite3_progress_handler (get_handle (self), STEPS, on_progress, self);
}

void
remit_sandbox_open (RemitSandbox *self)
{
  self->open = TRUE;
  sqlite3_limit (get_handle (self), SQLITE_LIMIT_LENGTH, self->max_length);
}

void
remit_sandbox_close (RemitSandbox *self)
{
  self->open = FALSE;
  sqlite3_limit (get_handle (self), SQLITE_LIMIT_LENGTH, MAX_LENGTH);
}

static void
set_error (RemitSandbox *self,
           int code,
           GError **error)
{
  const char *message = sqlite3_errmsg (get_handle (self));
  RemitStoreError kind = REMIT_STORE_ERROR_FAILED;

  /* which is not of the statement */
  if ((code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_NOMEM
      || (code & 0xff) == SQLITE_CORRUPT)
    remit_store_set_error (self->store, code, NULL, NULL);
  /* of a function that is not allowed, SQLite only says so in words */
  if ((code & 0xff) == SQLITE_AUTH || strstr (message, "not authorized") != NULL)
    kind = REMIT_STORE_ERROR_NOT_ALLOWED;
  else if ((code & 0xff) == SQLITE_INTERRUPT)
    kind = REMIT_STORE_ERROR_CANCELLED;
  g_set_error_literal (error, REMIT_STORE_ERROR, (int) kind, message);
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n;")] == '\0';
}

RemitStatement *
remit_sandbox_compile (RemitSandbox *self,
                       const char *sql,
                       GError **error)
{
  RemitStatement *statement = NULL;
  const char *tail = "";
  int code = sqlite3_prepare_v2 (get_handle (self), sql, -1, &statement, &tail);

  if (code != SQLITE_OK)
    {
      set_error (self, code, error);
      return NULL;
    }
  if (statement != NULL && is_blank (tail) && sqlite3_stmt_readonly (statement)
      && sqlite3_column_count (statement) > 0)
    return statement;

  g_set_error_literal (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_A_SELECT,
                       "not a single SELECT");
  remit_statement_free (statement);
  return NULL;
}

gboolean
remit_sandbox_step (RemitSandbox *self,
                    RemitStatement *statement,
                    GError **error)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    set_error (self, code, error);
  return code == SQLITE_ROW;
}
