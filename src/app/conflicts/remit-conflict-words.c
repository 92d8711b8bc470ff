/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a conflict in several places. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-conflict-words.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "plan/conflict/remit-settle.h"
#include "plan/design/remit-design.h"

#define DAY (24 * 60 * 60 * (gint64) 1000)

char *
remit_rung_dup_action (const RemitRecord *rung)
{
  return g_strdup (remit_record_get_integer (rung, REMIT_OWN_RUNG_ACTION) == REMIT_RUNG_DECIDE
                     /* Translators: what somebody on an escalation ladder may do */
                     ? _ ("May decide")
                     : _ ("May mediate"));
}

char *
remit_rung_dup_words (RemitWorkspace *workspace,
                      const RemitRecord *rung,
                      gint64 team)
{
  g_autofree char *people = remit_settle_dup_asked (workspace, rung, team);
  g_autofree char *holder = NULL;
  gint64 id;
  RemitKind kind = remit_rung_get_holder (rung, &id);

  if (kind == REMIT_KIND_PERSON)
    return remit_design_dup_name (workspace, kind, id);
  holder = kind != REMIT_KIND_NONE ? remit_design_dup_name (workspace, kind, id) : NULL;
  if (holder == NULL || *holder == '\0')
    return g_strdup (_ ("Nobody"));
  if (*people == '\0')
    /* Translators: a seat that nobody is in */
    return g_strdup_printf (_ ("%s (nobody)"), holder);
  /* Translators: people, and the seat that they are asked in */
  return g_strdup_printf (_ ("%1$s (%2$s)"), people, holder);
}

/* "raised 3 days ago" */
static char *
dup_age (RemitEntity *conflict)
{
  gint64 age = remit_time_now () - remit_entity_get_integer (conflict, REMIT_CONFLICT_RAISED);
  gulong days = (gulong) MAX (age / DAY, 0);

  if (days == 0)
    return g_strdup (_ ("raised today"));
  return g_strdup_printf (ngettext ("raised %lu day ago", "raised %lu days ago", days), days);
}

/* "owned by Ada" */
static void
append_owner (GString *words,
              RemitWorkspace *workspace,
              gint64 owner)
{
  g_autofree char *name = remit_design_dup_name (workspace, REMIT_KIND_PERSON, owner);

  g_string_append (words, " · ");
  /* Translators: the person who sees to it that a conflict is settled */
  g_string_append_printf (words, _ ("owned by %s"), name);
}

/* "rung 2: Ada and Bob (ML engineer)" */
static void
append_asked (GString *words,
              RemitWorkspace *workspace,
              RemitEntity *conflict)
{
  gint64 team = remit_entity_get_integer (conflict, REMIT_CONFLICT_TEAM);
  g_autoptr (RemitRecord) rung = remit_settle_get_rung (remit_workspace_get_store (workspace),
                                                        remit_entity_get_record (conflict));
  g_autofree char *asked = NULL;

  if (rung == NULL)
    return;
  asked = remit_rung_dup_words (workspace, rung, team);
  g_string_append (words, " · ");
  /* Translators: the number of a rung on a ladder, and who is asked there */
  g_string_append_printf (words, _ ("rung %1$d: %2$s"),
                          (int) remit_entity_get_integer (conflict, REMIT_CONFLICT_RUNG), asked);
}

/* Who is asked stands last: they may be many, and the words are cut off where a row ends. */
char *
remit_conflict_dup_about (RemitWorkspace *workspace,
                          RemitEntity *conflict)
{
  gint64 team = remit_entity_get_integer (conflict, REMIT_CONFLICT_TEAM);
  gint64 owner = remit_entity_get_integer (conflict, REMIT_CONFLICT_OWNER);
  gint64 status = remit_entity_get_integer (conflict, REMIT_CONFLICT_STATUS);
  g_autofree char *age = dup_age (conflict);
  g_autofree char *name = team != 0 ? remit_design_dup_name (workspace, REMIT_KIND_TEAM, team)
                                    : g_strdup (_ ("Whole plan"));
  GString *words = g_string_new (name);

  if (owner != 0)
    append_owner (words, workspace, owner);
  g_string_append_printf (words, " · %s", age);
  if (remit_conflict_status_is_running ((RemitConflictStatus) status))
    append_asked (words, workspace, conflict);
  return g_string_free (words, FALSE);
}
