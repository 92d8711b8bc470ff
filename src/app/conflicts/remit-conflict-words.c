/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts about a level that are shown in several places. */
#include "remit-conflict-words.h"

#include <glib/gi18n.h>

#include "plan/conflict/remit-settle.h"
#include "plan/design/remit-design.h"

char *
remit_rung_dup_words (RemitWorkspace *workspace,
                      const RemitRecord *rung,
                      gint64 team)
{
  g_autofree char *people = remit_settle_dup_asked (workspace, rung, team);
  g_autofree char *holder = NULL;
  gint64 id;
  RemitKind kind = remit_record_get_alternative (rung, &id);

  if (kind == REMIT_KIND_PERSON)
    return remit_design_dup_name (workspace, kind, id);
  holder = kind != REMIT_KIND_NONE ? remit_design_dup_name (workspace, kind, id) : NULL;
  if (holder == NULL || *holder == '\0')
    return g_strdup (_ ("Nobody"));
  if (*people == '\0')
    /* Translators: a vacant slot */
    return g_strdup_printf (_ ("%s (vacant)"), holder);
  /* Translators: people, and the slot in which they are asked */
  return g_strdup_printf (_ ("%1$s (%2$s)"), people, holder);
}
