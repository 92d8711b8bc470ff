/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of views, used by the sidebar, the keys and the shortcuts window. */
#include "remit-views.h"

#include <glib/gi18n.h>

#include "board/remit-board-view.h"
#include "conflicts/remit-conflicts-view.h"
#include "decisions/remit-decisions-view.h"
#include "findings/remit-findings-view.h"
#include "history/remit-history-view.h"
#include "load/remit-load-view.h"
#include "overview/remit-overview-view.h"
#include "people/remit-people-view.h"
#include "roles/remit-roles-view.h"
#include "skills/remit-skills-view.h"
#include "welcome/remit-welcome.h"

const RemitViewInfo remit_views[] = {
  { "overview", N_ ("Overview"), "remit-overview-symbolic", "<Alt>0",
    remit_overview_view_get_type },
  { "board", N_ ("Board"), "remit-board-symbolic", "<Alt>1", remit_board_view_get_type,
    .get_type_without_plan = remit_welcome_get_type,
    .shows = { REMIT_KIND_SLOT, REMIT_KIND_ASSIGNMENT, REMIT_KIND_TEAM } },
  { "decisions", N_ ("Decisions"), "remit-decisions-symbolic", "<Alt>2",
    remit_decisions_view_get_type, .shows = { REMIT_KIND_DECISION } },
  { "conflicts", N_ ("Conflicts"), "remit-conflicts-symbolic", "<Alt>3",
    remit_conflicts_view_get_type, .shows = { REMIT_KIND_CONFLICT } },
  { "findings", N_ ("Findings"), "remit-findings-symbolic", "<Alt>4",
    remit_findings_view_get_type },
  { "people", N_ ("People"), "system-users-symbolic", "<Alt>5", remit_people_view_get_type,
    .shows = { REMIT_KIND_PERSON } },
  { "skills", N_ ("Skills"), "starred-symbolic", "<Alt>6", remit_skills_view_get_type },
  { "load", N_ ("Load"), "remit-overload-symbolic", "<Alt>7", remit_load_view_get_type },
  { "roles", N_ ("Roles and Skills"), "remit-roles-symbolic", "<Alt>8",
    remit_roles_view_get_type, .shows = { REMIT_KIND_ROLE, REMIT_KIND_SKILL } },
  { "history", N_ ("History"), "document-open-recent-symbolic", "<Alt>9",
    remit_history_view_get_type, .is_of_present = TRUE },
  { NULL }
};

const RemitViewInfo *
remit_views_find (const char *name)
{
  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    if (g_strcmp0 (info->name, name) == 0)
      return info;
  return NULL;
}

const RemitViewInfo *
remit_views_find_place (RemitKind kind)
{
  for (const RemitViewInfo *info = remit_views; info->name != NULL; info++)
    for (const RemitKind *shown = info->shows; *shown != REMIT_KIND_NONE; shown++)
      if (*shown == kind)
        return info;
  return NULL;
}

char *
remit_view_info_dup_action (const RemitViewInfo *self)
{
  return g_strconcat ("win.show-view::", self->name, NULL);
}
