/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that raises a conflict. */
#define G_LOG_DOMAIN "remit-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "plan/conflict/remit-settle.h"
#include "plan/design/remit-design.h"
#include "remit-cli-conflict.h"
#include "remit-cli.h"

static char **teams;
static char **parties;
static char *description;
static char *impact;
static char *type;
static char *severity;
static char *visibility;
static char *by;
static char *owner;
static char *target;
static char *ladder;

static const GOptionEntry raise_options[] = {
  { "team", 't', 0, G_OPTION_ARG_STRING_ARRAY, &teams,
    N_ ("A team that it is in; the first one’s ladder is taken"), N_ ("TEAM") },
  { "party", 'p', 0, G_OPTION_ARG_STRING_ARRAY, &parties,
    N_ ("Who is in it, and what they want"), N_ ("PERSON[=POSITION]") },
  { "description", 'd', 0, G_OPTION_ARG_STRING, &description, N_ ("What it is about"),
    N_ ("TEXT") },
  { "impact", 0, 0, G_OPTION_ARG_STRING, &impact, N_ ("What it does harm to"), N_ ("TEXT") },
  { "type", 0, 0, G_OPTION_ARG_STRING, &type,
    N_ ("technical, priority, resource, data, ethics, compliance or interpersonal"),
    N_ ("TYPE") },
  { "severity", 's', 0, G_OPTION_ARG_STRING, &severity, N_ ("1 low, 2, 3, or 4 critical"),
    N_ ("N") },
  { "visibility", 0, 0, G_OPTION_ARG_STRING, &visibility,
    N_ ("Who may read of it: team, parties or private"), N_ ("WHO") },
  { "by", 'b', 0, G_OPTION_ARG_STRING, &by, N_ ("Who raises it, instead of you"),
    N_ ("PERSON") },
  { "owner", 'o', 0, G_OPTION_ARG_STRING, &owner, N_ ("Who sees to it that it is settled"),
    N_ ("PERSON") },
  { "target", 0, 0, G_OPTION_ARG_STRING, &target, N_ ("The day by which it should be settled"),
    N_ ("DAY") },
  { "ladder", 'l', 0, G_OPTION_ARG_STRING, &ladder, N_ ("Another ladder than the team’s"),
    N_ ("LADDER") },
  { NULL }
};

static gboolean
set_text (RemitRecord *record,
          guint field,
          const char *text,
          GError **error)
{
  return text == NULL || remit_record_parse (record, field, text, error);
}

static gboolean
set_reference (RemitWorkspace *workspace,
               RemitRecord *record,
               guint field,
               const char *name,
               GError **error)
{
  RemitKind kind = remit_record_get_info (record)->fields[field].target;
  gint64 plan = kind == REMIT_KIND_PERSON
                  ? 0
                  : remit_record_get_integer (record, REMIT_CONFLICT_PLAN);
  RemitEntity *entity;

  if (name == NULL)
    return TRUE;
  entity = remit_design_find (workspace, kind, plan, name, error);
  if (entity == NULL)
    return FALSE;
  remit_record_set_integer (record, field, remit_entity_get_id (entity));
  return TRUE;
}

static gboolean
add_teams (RemitWorkspace *workspace,
           gint64 plan,
           GArray *further,
           GError **error)
{
  for (guint i = 1; teams != NULL && teams[0] != NULL && teams[i] != NULL; i++)
    {
      RemitEntity *team = remit_design_find (workspace, REMIT_KIND_TEAM, plan, teams[i], error);
      gint64 id;

      if (team == NULL)
        return FALSE;
      id = remit_entity_get_id (team);
      g_array_append_val (further, id);
    }
  return TRUE;
}

/* Whom the workspace does not know is a party by name. */
static void
add_party (RemitWorkspace *workspace,
           const char *text,
           GPtrArray *records)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  RemitEntity *person = remit_design_find (workspace, REMIT_KIND_PERSON, 0, parts[0], NULL);
  RemitRecord *party = remit_record_new (REMIT_KIND_PARTY);

  if (person != NULL)
    remit_record_set_integer (party, REMIT_PARTY_PERSON, remit_entity_get_id (person));
  remit_record_set_text (party, REMIT_PARTY_NAME, parts[0]);
  if (parts[1] != NULL)
    remit_record_set_text (party, REMIT_PARTY_POSITION, parts[1]);
  g_ptr_array_add (records, party);
}

static gboolean
fill (RemitWorkspace *workspace,
      RemitRecord *conflict,
      GError **error)
{
  return set_text (conflict, REMIT_CONFLICT_DESCRIPTION, description, error)
         && set_text (conflict, REMIT_CONFLICT_IMPACT, impact, error)
         && set_text (conflict, REMIT_CONFLICT_TYPE, type, error)
         && set_text (conflict, REMIT_CONFLICT_SEVERITY, severity, error)
         && set_text (conflict, REMIT_CONFLICT_VISIBILITY, visibility, error)
         && set_text (conflict, REMIT_CONFLICT_TARGET, target, error)
         && set_reference (workspace, conflict, REMIT_CONFLICT_TEAM,
                           teams != NULL ? teams[0] : NULL, error)
         && set_reference (workspace, conflict, REMIT_CONFLICT_PERSON, by, error)
         && set_reference (workspace, conflict, REMIT_CONFLICT_OWNER, owner, error)
         && set_reference (workspace, conflict, REMIT_CONFLICT_LADDER, ladder, error);
}

static gboolean
run_raise (RemitCli *cli,
           char **arguments,
           GError **error)
{
  RemitWorkspace *workspace = remit_cli_get_workspace (cli, error);
  g_autoptr (RemitRecord) conflict = remit_record_new (REMIT_KIND_CONFLICT);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (
    (GDestroyNotify) remit_record_free);
  g_autoptr (GArray) further = g_array_new (FALSE, FALSE, sizeof (gint64));
  RemitEntity *plan;
  gint64 id;

  if (workspace == NULL)
    return FALSE;
  plan = remit_design_find (workspace, REMIT_KIND_PLAN, 0, arguments[0], error);
  if (plan == NULL
      || !remit_workspace_open_plan (workspace, remit_entity_get_id (plan), error))
    return FALSE;
  remit_record_set_integer (conflict, REMIT_CONFLICT_PLAN, remit_entity_get_id (plan));
  remit_record_set_text (conflict, REMIT_CONFLICT_TITLE, arguments[1]);
  if (!fill (workspace, conflict, error)
      || !add_teams (workspace, remit_entity_get_id (plan), further, error))
    return FALSE;
  for (guint i = 0; parties != NULL && parties[i] != NULL; i++)
    add_party (workspace, parties[i], records);
  id = remit_settle_raise (workspace, conflict, further, records, error);
  return id != 0 && remit_cli_show_conflict (cli, workspace, id, error);
}

const RemitCliVerb remit_cli_conflict_raise_verbs[] = {
  { "conflict raise", N_ ("PLAN TITLE"), 2, REMIT_CLI_NO_FLAGS, N_ ("Raise a conflict"),
    N_ ("It stands on the first rung of the team’s ladder from now on.\n\n"
        "JSON: as in “conflict show”."),
    raise_options, run_raise },
  { NULL }
};
