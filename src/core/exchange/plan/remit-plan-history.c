/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan file says of the history of the workspace that wrote it. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-plan-history.h"

#include <glib/gi18n-lib.h>

#include "remit-plan-parser.h"

typedef struct {
  gint64 length;
  char *head;
} Found;

static gboolean
on_start (gpointer data G_GNUC_UNUSED,
          const RemitPlanElement *element G_GNUC_UNUSED,
          GError **error G_GNUC_UNUSED)
{
  return TRUE;
}

static gboolean
on_end (gpointer data G_GNUC_UNUSED,
        RemitKind kind G_GNUC_UNUSED,
        GError **error G_GNUC_UNUSED)
{
  return TRUE;
}

static void
on_history (gpointer data,
            gint64 length,
            const char *head)
{
  Found *found = data;

  found->length = length;
  g_free (found->head);
  found->head = g_strdup (head);
}

gboolean
remit_plan_read_history (const char *path,
                         gint64 *length,
                         char **head,
                         GError **error)
{
  static const RemitPlanHandler handler = { on_start, on_end, on_history };
  RemitImportOptions options = { 0 };
  Found found = { 0, NULL };

  g_return_val_if_fail (path != NULL, FALSE);

  if (!remit_plan_parse (path, &handler, &found, &options, error))
    {
      g_free (found.head);
      return FALSE;
    }
  if (found.head == NULL)
    {
      g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED,
                   _ ("“%s” says nothing of the history of its workspace. Export the plan with all "
                      "that is known, to have it."),
                   path);
      return FALSE;
    }
  *length = found.length;
  *head = found.head;
  return TRUE;
}
