/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of the program: its workspace, refusals, the exit status. */
#include "remit-cli.h"

#include <errno.h>
#include <glib/gi18n.h>

/* The file to open: the user's own is in a folder that is made when it is not there. */
static char *
dup_path (RemitCli *self,
          GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "remit", NULL);
  g_autofree char *name = g_filename_display_name (folder);

  if (self->path != NULL)
    return g_strdup (self->path);
  if (self->read_only || g_mkdir_with_parents (folder, 0700) == 0)
    return g_build_filename (folder, "workspace.remit", NULL);

  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_READ_ONLY,
               /* Translators: the name of a folder, and the system's words for what is wrong */
               _ ("Cannot create the folder “%s”: %s. Choose a workspace with --workspace."), name,
               g_strerror (errno));
  return NULL;
}

/* Whether the file may be made; then it is also filled, and the run ends. */
static RemitStoreFlags
get_flags (RemitCli *self)
{
  if (self->read_only)
    return REMIT_STORE_READ_ONLY;
  return self->path == NULL || (self->verb->flags & REMIT_CLI_CREATES)
           ? REMIT_STORE_CREATE | REMIT_STORE_NO_LOG
           : REMIT_STORE_NO_FLAGS;
}

/* Somebody may miss what is in it. */
static void
tell_of_old_log (RemitCli *self)
{
  const char *path = self->store != NULL ? remit_store_get_old_log (self->store) : NULL;
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : NULL;

  if (name != NULL)
    /* Translators: a file name */
    g_printerr (_ ("Warning: a change log next to the workspace belongs to another file. It was "
                   "renamed to “%s” and not read.\n"), name);
}

gboolean
remit_cli_has_workspace (RemitCli *self)
{
  g_autofree char *path = self->store == NULL ? dup_path (self, NULL) : NULL;

  return self->store != NULL || (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS));
}

RemitStore *
remit_cli_get_store (RemitCli *self,
                     GError **error)
{
  g_autofree char *path = self->store == NULL ? dup_path (self, error) : NULL;

  if (path == NULL)
    return self->store;
  self->store = remit_store_open (path, get_flags (self), error);
  tell_of_old_log (self);
  return self->store;
}

RemitWorkspace *
remit_cli_get_workspace (RemitCli *self,
                         GError **error)
{
  g_autofree char *path = self->workspace == NULL ? dup_path (self, error) : NULL;

  if (path == NULL)
    return self->workspace;
  g_assert (self->store == NULL);
  self->workspace = remit_workspace_open (path, get_flags (self), error);
  if (self->workspace != NULL)
    self->store = g_object_ref (remit_workspace_get_store (self->workspace));
  tell_of_old_log (self);
  return self->workspace;
}

gboolean
remit_cli_misuse (GError **error,
                  const char *format,
                  ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, format,
                                                args));
  va_end (args);
  return FALSE;
}

gboolean
remit_cli_refuse_option (const char *option,
                         const char *value,
                         const char *allowed,
                         GError **error)
{
  /* Translators: an option's name, a value, and the values that there are */
  return remit_cli_misuse (error, _ ("Invalid value “%2$s” for %1$s; possible values: %3$s"),
                           option, value, allowed);
}

int
remit_cli_find_word (const char *const *words,
                     const char *option,
                     const char *value,
                     GError **error)
{
  g_autofree char *allowed = NULL;

  for (int i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], value) == 0)
      return i;
  allowed = g_strjoinv (", ", (GStrv) words);
  remit_cli_refuse_option (option, value, allowed, error);
  return -1;
}

RemitCliStatus
remit_cli_get_status (RemitCli *self,
                      const GError *error)
{
  if (error->domain == G_OPTION_ERROR)
    return REMIT_CLI_USAGE;
  if (error->domain != REMIT_STORE_ERROR)
    return REMIT_CLI_REFUSED;
  /* Whatever keeps a workspace from being opened makes it unusable. */
  if (self->store == NULL)
    return REMIT_CLI_UNUSABLE;

  switch ((RemitStoreError) error->code)
    {
    case REMIT_STORE_ERROR_CONSTRAINT:
    case REMIT_STORE_ERROR_ARCHIVED:
    case REMIT_STORE_ERROR_NOTHING:
    case REMIT_STORE_ERROR_OVERTAKEN:
    case REMIT_STORE_ERROR_CONFLICT:
    case REMIT_STORE_ERROR_NOT_FOUND:
    case REMIT_STORE_ERROR_CANCELLED:
    case REMIT_STORE_ERROR_NOT_ALLOWED:
    case REMIT_STORE_ERROR_NOT_A_SELECT:
      return REMIT_CLI_REFUSED;
    case REMIT_STORE_ERROR_NOT_A_WORKSPACE:
    case REMIT_STORE_ERROR_DAMAGED:
    case REMIT_STORE_ERROR_ALTERED:
    case REMIT_STORE_ERROR_EXHAUSTED:
    case REMIT_STORE_ERROR_NEWER:
    case REMIT_STORE_ERROR_OLDER:
    case REMIT_STORE_ERROR_READ_ONLY:
    case REMIT_STORE_ERROR_FULL:
    case REMIT_STORE_ERROR_LOCKED:
    case REMIT_STORE_ERROR_UNREADABLE:
    case REMIT_STORE_ERROR_UNWRITABLE:
    case REMIT_STORE_ERROR_NO_MEMORY:
    case REMIT_STORE_ERROR_GONE:
    case REMIT_STORE_ERROR_REPLACED:
    case REMIT_STORE_ERROR_LOG_LOST:
    case REMIT_STORE_ERROR_UNCLEAR:
    case REMIT_STORE_ERROR_FAILED:
    default:
      return REMIT_CLI_UNUSABLE;
    }
}

void
remit_cli_clear (RemitCli *self)
{
  g_clear_object (&self->workspace);
  g_clear_object (&self->store);
  g_clear_pointer (&self->path, g_free);
}
