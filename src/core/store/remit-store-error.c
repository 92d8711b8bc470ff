/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The errors of SQLite, mapped once to what a person can do about them. */
#define G_LOG_DOMAIN "remit-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-store-private.h"

G_DEFINE_QUARK (remit-store-error-quark, remit_store_error)

static RemitStoreError
map_code (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      return REMIT_STORE_ERROR_NOT_A_WORKSPACE;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      return REMIT_STORE_ERROR_DAMAGED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return REMIT_STORE_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return REMIT_STORE_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return REMIT_STORE_ERROR_LOCKED;
    case SQLITE_CONSTRAINT:
      return REMIT_STORE_ERROR_CONSTRAINT;
    case SQLITE_CANTOPEN:
      return REMIT_STORE_ERROR_NOT_FOUND;
    case SQLITE_INTERRUPT:
      return REMIT_STORE_ERROR_CANCELLED;
    default:
      return REMIT_STORE_ERROR_FAILED;
    }
}

/* "UNIQUE constraint failed: role.key" to "There is already a role with this key". */
static char *
describe_unique (const char *message)
{
  const char *column = strrchr (message, ' ');
  g_auto (GStrv) parts = g_strsplit (column != NULL ? column + 1 : "", ".", 2);
  const RemitEntityInfo *info = NULL;

  if (parts[0] != NULL)
    info = remit_entity_info_by_table (parts[0]);
  for (guint i = 0; info != NULL && parts[1] != NULL && i < info->n_fields; i++)
    if (strcmp (remit_field_get_column (&info->fields[i]), parts[1]) == 0)
      /* Translators: a kind of thing, and one of its fields: "Role: another has the same Key" */
      return g_strdup_printf (_ ("%s: another one has the same %s"), _ (info->label),
                              remit_field_get_label (&info->fields[i]));
  return g_strdup (_ ("The same thing is there already"));
}

static char *
describe_constraint (const char *message)
{
  if (strstr (message, "remit:in-slot-twice") != NULL)
    return g_strdup (_ ("This person is already in this slot on these days"));
  if (strstr (message, "remit:other-plan") != NULL)
    return g_strdup (_ ("It belongs to another plan"));
  if (strstr (message, "remit:append-only") != NULL)
    return g_strdup (_ ("The history cannot be rewritten"));
  if (strstr (message, "remit:log") != NULL)
    return g_strdup (_ ("The log cannot be rewritten; add a correction to it instead"));
  if (strstr (message, "remit:letter") != NULL)
    return g_strdup (_ ("The framework of this decision has no such letter"));
  if (strstr (message, "remit:outcome-before") != NULL)
    return g_strdup (_ ("A decision cannot have been decided before it was proposed"));
  if (g_str_has_prefix (message, "UNIQUE"))
    return describe_unique (message);
  if (g_str_has_prefix (message, "FOREIGN KEY"))
    return g_strdup (_ ("It is still used by something else, or refers to something that is not "
                        "there"));
  return g_strdup_printf (_ ("A value is not allowed (%s)"), message);
}

static char *
describe (RemitStoreError kind,
          const char *path,
          const char *message)
{
  switch (kind)
    {
    case REMIT_STORE_ERROR_NOT_A_WORKSPACE:
      return g_strdup_printf (_ ("“%s” is not a Remit workspace. Choose another file."), path);
    case REMIT_STORE_ERROR_DAMAGED:
      return g_strdup_printf (_ ("“%s” is damaged. Copy it, then restore a backup of it."), path);
    case REMIT_STORE_ERROR_READ_ONLY:
      return g_strdup_printf (_ ("“%s” cannot be written. Make the file and its folder writable, "
                                 "or save a copy elsewhere."),
                              path);
    case REMIT_STORE_ERROR_FULL:
      return g_strdup (_ ("The disk is full. Nothing was changed; make room and try again."));
    case REMIT_STORE_ERROR_LOCKED:
      return g_strdup_printf (_ ("“%s” is in use by another program. Nothing was changed; try "
                                 "again when it is done."),
                              path);
    case REMIT_STORE_ERROR_NOT_FOUND:
      return g_strdup_printf (_ ("“%s” cannot be opened. "
                                 "Check the name, and that you may read it."),
                              path);
    case REMIT_STORE_ERROR_CANCELLED:
      return g_strdup (_ ("Cancelled. Nothing was changed."));
    case REMIT_STORE_ERROR_CONSTRAINT:
      return describe_constraint (message);
    case REMIT_STORE_ERROR_NEWER:
    case REMIT_STORE_ERROR_NOTHING:
    case REMIT_STORE_ERROR_CONFLICT:
    case REMIT_STORE_ERROR_NOT_ALLOWED:
    case REMIT_STORE_ERROR_NOT_A_SELECT:
    case REMIT_STORE_ERROR_FAILED:
    default:
      return g_strdup_printf (_ ("The workspace “%s” cannot be used: %s"), path, message);
    }
}

void
remit_store_set_error (RemitStore *self,
                       int code,
                       const char *doing,
                       GError **error)
{
  RemitStoreError kind = map_code (code);
  sqlite3 *db = remit_store_get_handle (self);
  g_autofree char *text = NULL;

  text = describe (kind, remit_store_get_path (self),
                   db != NULL && sqlite3_errcode (db) == (code & 0xff) ? sqlite3_errmsg (db)
                                                                       : sqlite3_errstr (code));
  if (doing != NULL)
    g_set_error (error, REMIT_STORE_ERROR, (int) kind, "%s: %s", doing, text);
  else
    g_set_error_literal (error, REMIT_STORE_ERROR, (int) kind, text);
}
