/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of the program: its workspace, the plan that is meant, refusals, the exit status. */
#include "remit-cli.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "exchange/remit-exchange.h"
#include "model/remit-id.h"

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

static gboolean
is_called (const RemitRecord *plan,
           const char *text)
{
  g_autofree char *name = g_utf8_casefold (remit_record_get_text (plan, REMIT_PLAN_NAME), -1);
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  return g_utf8_collate (name, wanted) == 0;
}

/* Returns: (element-type RemitRecord): the plan with the id, or all with the name */
static GPtrArray *
list_candidates (RemitStore *store,
                 const char *text,
                 GError **error)
{
  GPtrArray *plans = remit_store_load_all (store, REMIT_KIND_PLAN, "ORDER BY t.id", 0, error);
  gint64 id = remit_id_parse (text);

  for (guint i = plans != NULL ? plans->len : 0; i-- > 0;)
    if (remit_record_get_id (plans->pdata[i]) != id && !is_called (plans->pdata[i], text))
      g_ptr_array_remove_index (plans, i);
  return plans;
}

static void
set_ambiguous (GPtrArray *found,
               const char *text,
               GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);
  char id[17];

  for (guint i = 0; i < found->len; i++)
    {
      const RemitRecord *plan = g_ptr_array_index (found, i);

      remit_id_format (remit_record_get_id (plan), id);
      g_string_append_printf (list, "\n  %s  %s", id,
                              remit_record_get_text (plan, REMIT_PLAN_NAME));
    }
  remit_cli_refuse (error,
                    /* Translators: a name, and a list of lines */
                    _ ("Several plans are called “%s”. Name one by its id:%s"), text, list->str);
}

gint64
remit_cli_find_plan (RemitStore *store,
                     const char *text,
                     GError **error)
{
  g_autoptr (GPtrArray) found = list_candidates (store, text, error);

  if (found == NULL)
    return 0;
  if (found->len == 1)
    return remit_record_get_id (g_ptr_array_index (found, 0));

  if (found->len > 1)
    set_ambiguous (found, text, error);
  else
    remit_cli_refuse (error,
                      _ ("There is no plan “%s”. “remit-cli plan list” lists those that there "
                         "are."), text);
  return 0;
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
remit_cli_refuse (GError **error,
                  const char *format,
                  ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED,
                                                format, args));
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
  return remit_cli_misuse (error, _ ("%s cannot be “%s”; it can be: %s"), option, value, allowed);
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
