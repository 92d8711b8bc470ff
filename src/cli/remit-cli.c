/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of the program: the workspace that it opens, and the exit status of an error. */
#define G_LOG_DOMAIN "remit-cli"

#include "config.h"

#include "remit-cli.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "exchange/remit-exchange.h"

/* The user's own workspace, in a folder that is made when it is not there. */
static char *
dup_own_path (RemitCli *self,
              GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "remit", NULL);

  if (self->read_only || g_mkdir_with_parents (folder, 0700) == 0)
    return g_build_filename (folder, "workspace.remit", NULL);

  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_READ_ONLY,
               /* Translators: the name of a folder, and the system's words for what is wrong */
               _ ("The folder “%s” cannot be made: %s. Name a workspace with --workspace."), folder,
               g_strerror (errno));
  return NULL;
}

/* Finds out which file to open, and whether it may be made. */
static char *
choose_file (RemitCli *self,
             RemitStoreFlags *flags,
             GError **error)
{
  *flags = self->read_only                               ? REMIT_STORE_READ_ONLY
           : self->path == NULL || self->may_create ? REMIT_STORE_CREATE
                                                         : REMIT_STORE_NO_FLAGS;
  return self->path != NULL ? g_strdup (self->path) : dup_own_path (self, error);
}

RemitStore *
remit_cli_get_store (RemitCli *self,
                     GError **error)
{
  g_autofree char *path = NULL;
  RemitStoreFlags flags;

  if (self->store == NULL && (path = choose_file (self, &flags, error)) != NULL)
    self->store = remit_store_open (path, flags, error);
  return self->store;
}

RemitWorkspace *
remit_cli_get_workspace (RemitCli *self,
                         GError **error)
{
  g_autofree char *path = NULL;
  RemitStoreFlags flags;

  if (self->workspace != NULL)
    return self->workspace;
  g_assert (self->store == NULL);

  path = choose_file (self, &flags, error);
  if (path == NULL)
    return NULL;
  self->workspace = remit_workspace_open (path, flags, error);
  if (self->workspace != NULL)
    self->store = g_object_ref (remit_workspace_get_store (self->workspace));
  return self->workspace;
}

gboolean
remit_cli_refuse_option (const char *option,
                         const char *value,
                         const char *allowed,
                         GError **error)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               /* Translators: an option's name, a value, and the values that there are */
               _ ("%s cannot be “%s”; it can be: %s"), option, value, allowed);
  return FALSE;
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
    case REMIT_STORE_ERROR_NOTHING:
    case REMIT_STORE_ERROR_CONFLICT:
    case REMIT_STORE_ERROR_NOT_FOUND:
    case REMIT_STORE_ERROR_CANCELLED:
    case REMIT_STORE_ERROR_NOT_ALLOWED:
    case REMIT_STORE_ERROR_NOT_A_SELECT:
      return REMIT_CLI_REFUSED;
    case REMIT_STORE_ERROR_NOT_A_WORKSPACE:
    case REMIT_STORE_ERROR_DAMAGED:
    case REMIT_STORE_ERROR_NEWER:
    case REMIT_STORE_ERROR_READ_ONLY:
    case REMIT_STORE_ERROR_FULL:
    case REMIT_STORE_ERROR_LOCKED:
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
