/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding plans by what stands on the command line, and loading them. */
#define G_LOG_DOMAIN "remit-cli"

#include "config.h"

#include "remit-cli-find.h"

#include <glib/gi18n.h>

#include "model/remit-id.h"
#include "plan/design/remit-design.h"

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
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (RemitStatement) statement = NULL;
  g_autoptr (RemitRecord) plan = remit_record_new (REMIT_KIND_PLAN);
  gint64 id = remit_id_parse (text);

  statement = remit_store_prepare (store, remit_store_get_select (REMIT_KIND_PLAN, "ORDER BY t.id"),
                                   error);
  if (statement == NULL)
    return NULL;

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) remit_record_free);
  while (remit_store_step (store, statement, NULL))
    {
      remit_store_read (statement, plan);
      if ((id != 0 && remit_record_get_id (plan) == id) || is_called (plan, text))
        g_ptr_array_add (found, remit_record_copy (plan));
    }

  return remit_store_finish (store, statement, error) ? g_steal_pointer (&found) : NULL;
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
  g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED,
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
    g_set_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED,
                 _ ("There is no plan “%s”. “remit-cli plan list” lists those that there are."),
                 text);
  return 0;
}

gboolean
remit_cli_open_all_plans (RemitWorkspace *workspace,
                          GError **error)
{
  GListModel *plans = remit_workspace_get_list (workspace, REMIT_KIND_PLAN);

  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (RemitEntity) entity = g_list_model_get_item (plans, i);

      if (!remit_workspace_open_plan (workspace, remit_entity_get_id (entity), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
remit_cli_open_plans (RemitWorkspace *workspace,
                      const char *name,
                      gint64 *plan,
                      GError **error)
{
  RemitEntity *named;

  *plan = 0;
  if (name == NULL)
    return remit_cli_open_all_plans (workspace, error);
  named = remit_design_find (workspace, REMIT_KIND_PLAN, 0, name, error);
  *plan = named != NULL ? remit_entity_get_id (named) : 0;
  return named != NULL && remit_workspace_open_plan (workspace, *plan, error);
}
