/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a plan from XML: what the parser finds is merged in one edit. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-plan-reader.h"

#include "remit-plan-merge.h"

static RemitImportResult *
read_plan (RemitStore *store,
           const char *path,
           gboolean as_template,
           const char *name,
           const RemitImportOptions *options,
           GError **error)
{
  g_autoptr (RemitPlanMerge) merge = remit_plan_merge_begin (store, as_template, name, error);

  if (merge == NULL || !remit_plan_parse (path, &remit_plan_merge_handler, merge, options, error))
    return NULL;
  return remit_plan_merge_finish (merge, options != NULL && options->dry_run, error);
}

RemitImportResult *
remit_plan_read (RemitStore *store,
                 const char *path,
                 const RemitImportOptions *options,
                 GError **error)
{
  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return read_plan (store, path, FALSE, NULL, options, error);
}

RemitImportResult *
remit_plan_read_template (RemitStore *store,
                          const char *path,
                          const char *name,
                          const RemitImportOptions *options,
                          GError **error)
{
  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return read_plan (store, path, TRUE, name, options, error);
}
