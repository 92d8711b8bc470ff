/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan at a moment, as an argument: PLAN, PLAN@DATE or PLAN@ENTRY. */
#include "remit-cli-moment.h"

#include <glib/gi18n.h>
#include <string.h>

#include "entity/remit-cli-entity.h"
#include "model/remit-day.h"
#include "model/remit-id.h"
#include "store/history/remit-history.h"
#include "store/undo/remit-rewind.h"

static gboolean
find_entry (RemitCli *cli,
            const char *text,
            gint64 *seq,
            GError **error)
{
  g_autofree char *hash = NULL;
  gint64 length;

  if (!g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, seq, NULL))
    return remit_cli_misuse (error,
                             /* Translators: what was typed behind a plan's name */
                             _ ("“@%s” is neither a day such as @2026-03-01 nor the number of a "
                                "history entry"),
                             text);
  if (!remit_history_get_head (cli->store, &length, &hash, error))
    return FALSE;
  if (*seq > length)
    return remit_cli_misuse (error,
                             /* Translators: numbers of entries */
                             _ ("The history has no entry %1$s; the last one is %2$u"), text,
                             (guint) length);
  return TRUE;
}

static gboolean
find_moment (RemitCli *cli,
             const char *text,
             gint64 *seq,
             GError **error)
{
  gint64 day = remit_day_parse (text);

  if (day == 0)
    return find_entry (cli, text, seq, error);
  *seq = remit_rewind_find (cli->store, remit_time_of_day_end (day));
  return TRUE;
}

gboolean
remit_cli_moment_find (RemitCli *cli,
                       const char *text,
                       RemitPlanMoment *moment,
                       GError **error)
{
  const char *at = strrchr (text, '@');
  g_autofree char *name = at != NULL ? g_strndup (text, (gsize) (at - text)) : NULL;

  moment->seq = REMIT_PLAN_STATE_NOW;
  moment->plan = remit_cli_entity_find (cli, REMIT_KIND_PLAN, 0, text, at != NULL ? NULL : error);
  if (moment->plan != 0 || at == NULL)
    return moment->plan != 0;
  if (remit_cli_get_store (cli, error) == NULL || !find_moment (cli, at + 1, &moment->seq, error))
    return FALSE;
  moment->plan = remit_id_parse (name);
  if (moment->plan == 0)
    moment->plan = remit_cli_entity_find (cli, REMIT_KIND_PLAN, 0, name, error);
  return moment->plan != 0;
}
