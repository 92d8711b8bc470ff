/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be known of a file before anything is read from it. */
#include "remit-store-check.h"

#include <glib/gi18n-lib.h>

#include "remit-migrations.h"
#include "remit-schema.h"
#include "remit-store-fields.h"

/* What is to be known before anything may be read: is it ours, and not newer than we are? */
gboolean
remit_store_check_format (RemitStore *self,
                          GError **error)
{
  int format = remit_store_get_format (self);
  g_autofree char *name = NULL;

  if (format < 1)
    {
      remit_store_set_error (self, SQLITE_CORRUPT, NULL, error);
      return FALSE;
    }
  if (format <= remit_migrations_get_newest ())
    return TRUE;
  name = g_filename_display_name (self->path);
  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NEWER,
               /* Translators: a file name, and two numbers of a file format */
               _ ("“%s” was written by a newer Remit (format %d; this version supports %d). Update "
                  "Remit to open the file."),
               name, format, remit_migrations_get_newest ());
  return FALSE;
}

/* Looks at the schema again once it has changed: another program may have added a trigger, which
 * would run with our next edit, or have brought the file to a newer format. */
gboolean
remit_store_check_schema (RemitStore *self,
                          GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 version = remit_store_query_integer (self, "PRAGMA main.schema_version", 0, 0,
                                              &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (version == self->schema_version)
    return TRUE;
  if (!remit_store_check_format (self, error)
      || !remit_schema_check (self, remit_store_get_format (self), error))
    return FALSE;
  self->schema_version = version;
  return TRUE;
}
