/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The errors of SQLite, mapped once to what a person can do about them. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-store-fields.h"

G_DEFINE_QUARK (remit-store-error-quark, remit_store_error)

/* What a disk does not do, of which SQLite knows some thirty ways. */
static RemitStoreError
map_disk (int extended)
{
  switch (extended)
    {
    case SQLITE_IOERR_NOMEM:
      return REMIT_STORE_ERROR_NO_MEMORY;
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_DELETE:
    case SQLITE_IOERR_SHMSIZE:
      return REMIT_STORE_ERROR_UNWRITABLE;
    default:
      return REMIT_STORE_ERROR_UNREADABLE;
    }
}

static RemitStoreError
map_code (int code,
          int extended)
{
  switch (code & 0xff)
    {
    case SQLITE_IOERR:
      return map_disk (extended);
    case SQLITE_NOMEM:
      return REMIT_STORE_ERROR_NO_MEMORY;
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
      return g_strdup_printf (_ ("%s: the %s is already in use"), _ (info->label),
                              remit_field_get_label (&info->fields[i]));
  return g_strdup (_ ("The same item already exists"));
}

static char *
describe_constraint (const char *message)
{
  /* What the triggers say, see the migrations. */
  static const struct
  {
    const char *mark;
    const char *words;
  } refusals[] = {
    { "remit:in-slot-twice", N_ ("This person is already in this slot on these dates") },
    { "remit:other-plan", N_ ("The item belongs to another plan") },
    { "remit:archive", N_ ("Archives are read-only") },
    { "remit:append-only", N_ ("The history cannot be rewritten") },
    { "remit:log", N_ ("Logs cannot be rewritten. Add a correction instead") },
    { "remit:letter", N_ ("The framework of this decision has no such letter") },
    { "remit:outcome-before",
      N_ ("The decision date is before the proposal") },
    { "FOREIGN KEY", N_ ("The item is still in use, or refers to a missing item") },
  };

  if (g_str_has_prefix (message, "UNIQUE"))
    return describe_unique (message);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (strstr (message, refusals[i].mark) != NULL)
      return g_strdup (_ (refusals[i].words));
  return g_strdup_printf (_ ("Invalid value (%s)"), message);
}

static char *
describe (RemitStoreError kind,
          const char *path,
          const char *message)
{
  static const char *const sentences[] = {
    [REMIT_STORE_ERROR_NOT_A_WORKSPACE] = N_ ("“%s” is not a Remit workspace. Choose another "
                                              "file."),
    [REMIT_STORE_ERROR_DAMAGED] = N_ ("“%s” is damaged. Copy the file, then restore a backup."),
    [REMIT_STORE_ERROR_READ_ONLY] = N_ ("Cannot write “%s”. Make the file and its folder writable, "
                                        "or save a copy elsewhere."),
    [REMIT_STORE_ERROR_FULL] = N_ ("The disk is full. Nothing was changed; free some space and try "
                                   "again."),
    [REMIT_STORE_ERROR_LOCKED] = N_ ("“%s” is in use by another program. Nothing was changed; try "
                                     "again later."),
    [REMIT_STORE_ERROR_NOT_FOUND] = N_ ("Cannot open “%s”. Check the name and your permission to "
                                        "read the file."),
    [REMIT_STORE_ERROR_CANCELLED] = N_ ("Cancelled. Nothing was changed."),
    [REMIT_STORE_ERROR_EXHAUSTED] = N_ ("“%s” needs unusually much work to open and may be "
                                        "damaged. Nothing was changed."),
    [REMIT_STORE_ERROR_UNREADABLE] =
      N_ ("Cannot read “%s” at the moment. Check the disk or network and try again."),
    [REMIT_STORE_ERROR_UNWRITABLE] =
      N_ ("Writing “%s” failed. Check the disk or network, and whether your change was saved, "
          "before you repeat it."),
    [REMIT_STORE_ERROR_NO_MEMORY] = N_ ("Not enough memory. Close other programs and try again."),
    [REMIT_STORE_ERROR_FAILED] = NULL,
  };

  if (kind == REMIT_STORE_ERROR_CONSTRAINT)
    return describe_constraint (message);
  if (sentences[kind] != NULL)
    return g_strdup_printf (_ (sentences[kind]), path);
  return g_strdup_printf (_ ("Cannot use the workspace “%s”: %s"), path, message);
}

static GError *
make_error (RemitStore *self,
            int code,
            const char *doing)
{
  sqlite3 *db = remit_store_get_handle (self);
  gboolean is_last = db != NULL && sqlite3_errcode (db) == (code & 0xff);
  RemitStoreError kind = remit_store_is_exhausted (self)
                           ? REMIT_STORE_ERROR_EXHAUSTED
                           : map_code (code, is_last ? sqlite3_extended_errcode (db) : code);
  g_autofree char *name = g_filename_display_name (remit_store_get_path (self));
  g_autofree char *text = describe (kind, name,
                                    is_last ? sqlite3_errmsg (db) : sqlite3_errstr (code));

  if (doing != NULL)
    return g_error_new (REMIT_STORE_ERROR, (int) kind, "%s: %s", doing, text);
  return g_error_new_literal (REMIT_STORE_ERROR, (int) kind, text);
}

void
remit_store_set_error (RemitStore *self,
                       int code,
                       const char *doing,
                       GError **error)
{
  g_autoptr (GError) problem = make_error (self, code, doing);

  if ((code & 0xff) != SQLITE_CONSTRAINT)
    remit_transaction_note (self, problem, error != NULL);
  /* of several statements that are prepared at once, the first that fails says why */
  if (error != NULL && *error == NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
}
