/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes to the place where a finding can be fixed. */
#include "remit-finding-place.h"

/* The most particular of what the finding is about. */
static RemitKind
find_place (RemitFinding *finding,
            gint64 *id)
{
  static const RemitKind kinds[] = { REMIT_KIND_CONFLICT, REMIT_KIND_LADDER, REMIT_KIND_DECISION,
                                     REMIT_KIND_SLOT,     REMIT_KIND_PERSON, REMIT_KIND_TEAM,
                                     REMIT_KIND_ROLE,     REMIT_KIND_SKILL };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      *id = remit_finding_get_subject (finding, kinds[i]);
      if (*id != 0)
        return kinds[i];
    }
  return REMIT_KIND_NONE;
}

static gint64
find_holder (RemitFinding *finding,
             RemitKind *kind)
{
  static const RemitKind kinds[] = { REMIT_KIND_SLOT, REMIT_KIND_ROLE, REMIT_KIND_PERSON };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (remit_finding_get_subject (finding, kinds[i]) != 0)
      {
        *kind = kinds[i];
        return remit_finding_get_subject (finding, kinds[i]);
      }
  *kind = REMIT_KIND_NONE;
  return 0;
}

gboolean
remit_finding_place_is_known (RemitFinding *finding)
{
  gint64 id;

  g_return_val_if_fail (REMIT_IS_FINDING (finding), FALSE);

  return find_place (finding, &id) != REMIT_KIND_NONE;
}

void
remit_finding_place_show (RemitFinding *finding,
                          GtkWidget *widget)
{
  RemitKind kind, holder_kind;
  gint64 id = 0, holder;

  g_return_if_fail (REMIT_IS_FINDING (finding));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  kind = find_place (finding, &id);
  holder = find_holder (finding, &holder_kind);
  gtk_widget_activate_action (widget, "win.show-place", "(ixix)", (int) kind, id,
                              (int) holder_kind, holder);
}
