/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that shows one conflict: what is known of it, who is in it, its ladder and its log. */
#include <glib/gi18n.h>

#include "entity/remit-cli-entity.h"
#include "model/remit-id.h"
#include "plan/conflict/remit-conflict-find.h"
#include "plan/conflict/remit-settle.h"
#include "remit-cli-conflict.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

/* What is shown beside a conflict's own fields. */
enum
{
  TEAMS, /* beside its own */
  PARTIES,
  RUNGS,
  LOG,
  N_PARTS
};

/* All that is shown of a conflict; its plan is loaded. */
typedef struct {
  RemitWorkspace *workspace;
  RemitRecord *conflict;
  GPtrArray *parts[N_PARTS]; /* of RemitRecord */
} Shown;

static void
shown_clear (Shown *self)
{
  g_clear_pointer (&self->conflict, remit_record_free);
  for (guint i = 0; i < N_PARTS; i++)
    g_clear_pointer (&self->parts[i], g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_clear)

static gboolean
load (Shown *self,
      RemitWorkspace *workspace,
      gint64 conflict,
      GError **error)
{
  static const RemitKind kinds[N_PARTS] = { REMIT_KIND_INVOLVEMENT, REMIT_KIND_PARTY,
                                            REMIT_KIND_OWN_RUNG, REMIT_KIND_CONFLICT_EVENT };
  RemitStore *store = remit_workspace_get_store (workspace);

  self->workspace = workspace;
  self->conflict = remit_store_load (store, REMIT_KIND_CONFLICT, conflict, error);
  if (self->conflict == NULL
      || !remit_workspace_open_plan (workspace, remit_design_get_plan (self->conflict), error))
    return FALSE;
  for (guint i = 0; i < N_PARTS; i++)
    {
      self->parts[i] = remit_store_load_parts (store, kinds[i], conflict, error);
      if (self->parts[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Returns: (transfer full) (element-type gint64): its own team first */
static GArray *
list_teams (const Shown *self)
{
  GArray *teams = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 team = remit_record_get_integer (self->conflict, REMIT_CONFLICT_TEAM);

  if (team != 0)
    g_array_append_val (teams, team);
  for (guint i = 0; i < self->parts[TEAMS]->len; i++)
    {
      team = remit_record_get_integer (self->parts[TEAMS]->pdata[i], REMIT_INVOLVEMENT_TEAM);
      g_array_append_val (teams, team);
    }
  return teams;
}

/* ── As text ──────────────────────────────────────────────────────────────────────────────── */

static void
add_line (RemitCliTable *table,
          const char *label,
          const char *value)
{
  if (*value == '\0')
    return;
  remit_cli_table_add (table, label);
  remit_cli_table_add (table, value);
}

static void
add_field (RemitCliTable *table,
           const Shown *self,
           guint field)
{
  g_autofree char *value = NULL;

  if (field == REMIT_CONFLICT_MODE
      && remit_record_get_integer (self->conflict, field) == REMIT_MODE_NONE)
    return;
  if (field == REMIT_CONFLICT_DUE)
    value = remit_settle_dup_until (self->workspace, self->conflict);
  else
    value = remit_design_dup_value (self->workspace, self->conflict, field);
  add_line (table, remit_field_get_label (&remit_conflict_info.fields[field]), value);
}

static void
add_teams (RemitCliTable *table,
           const Shown *self)
{
  g_autoptr (GArray) teams = list_teams (self);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < teams->len; i++)
    {
      g_autofree char *name = remit_design_dup_name (self->workspace, REMIT_KIND_TEAM,
                                                     g_array_index (teams, gint64, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  add_line (table, teams->len > 1 ? _ ("Teams") : _ ("Team"),
            teams->len > 0 ? names->str : _ ("Whole plan"));
}

static void
print_fields (const Shown *self)
{
  static const guint fields[] = {
    REMIT_CONFLICT_TYPE,       REMIT_CONFLICT_SEVERITY, REMIT_CONFLICT_DESCRIPTION,
    REMIT_CONFLICT_IMPACT,     REMIT_CONFLICT_RAISED,   REMIT_CONFLICT_RAISER,
    REMIT_CONFLICT_OWNER,      REMIT_CONFLICT_VISIBILITY, REMIT_CONFLICT_TARGET,
    REMIT_CONFLICT_DUE,        REMIT_CONFLICT_ENDED,    REMIT_CONFLICT_MODE,
    REMIT_CONFLICT_RESOLUTION, REMIT_CONFLICT_DECISION,
  };
  g_autoptr (RemitCliTable) table = remit_cli_table_new ("", "", NULL);

  add_field (table, self, REMIT_CONFLICT_STATUS);
  add_teams (table, self);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_field (table, self, fields[i]);
  remit_cli_table_print (table);
}

static void
print_parties (const Shown *self)
{
  static const guint fields[] = { REMIT_PARTY_NAME, REMIT_PARTY_POSITION, REMIT_PARTY_INTEREST };
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Party"), _ ("Position"),
                                                         _ ("Interest"), NULL);
  GPtrArray *parties = self->parts[PARTIES];

  for (guint i = 0; i < parties->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
      remit_cli_table_add (table, remit_record_get_text (parties->pdata[i], fields[j]));
  if (parties->len == 0)
    return;
  g_print ("\n");
  remit_cli_table_print (table);
}

static void
print_ladder (const Shown *self)
{
  g_autoptr (RemitCliTable) table = remit_cli_table_new ("", "", "", "", "", NULL);
  gint64 team = remit_record_get_integer (self->conflict, REMIT_CONFLICT_TEAM);
  gint64 current = remit_record_get_integer (self->conflict, REMIT_CONFLICT_RUNG);

  for (guint i = 0; i < self->parts[RUNGS]->len; i++)
    {
      const RemitRecord *rung = self->parts[RUNGS]->pdata[i];
      gint64 position = remit_record_get_integer (rung, REMIT_OWN_RUNG_POSITION);
      g_autofree char *asked = remit_settle_dup_asked (self->workspace, rung, team);
      g_autofree char *limit = remit_record_display (rung, REMIT_OWN_RUNG_LIMIT);
      g_autofree char *action = remit_record_display (rung, REMIT_OWN_RUNG_ACTION);

      remit_cli_table_add (table, position == current ? "→" : "");
      remit_cli_table_add_number (table, position);
      remit_cli_table_add (table, *asked != '\0' ? asked : _ ("nobody"));
      remit_cli_table_add (table, action);
      remit_cli_table_add (table, limit);
    }
  if (self->parts[RUNGS]->len > 0)
    g_print ("\n");
  remit_cli_table_print (table);
}

/* Returns: the number of a line of the log, from 1; 0 for none */
static guint
find_number (const Shown *self,
             gint64 event)
{
  for (guint i = 0; i < self->parts[LOG]->len; i++)
    if (remit_record_get_id (self->parts[LOG]->pdata[i]) == event)
      return i + 1;
  return 0;
}

/* "12  11/27/26 12:00  Correction, Ada: Not so (of 3)" */
static void
print_event (const Shown *self,
             guint i,
             int width)
{
  const RemitRecord *event = self->parts[LOG]->pdata[i];
  g_autofree char *time = remit_record_display (event, REMIT_CONFLICT_EVENT_AT);
  g_autofree char *kind = remit_record_display (event, REMIT_CONFLICT_EVENT_KIND);
  const char *words = remit_record_get_text (event, REMIT_CONFLICT_EVENT_TEXT);
  guint corrects = find_number (self,
                                remit_record_get_integer (event, REMIT_CONFLICT_EVENT_CORRECTS));

  g_print ("%*u  %s  %s, %s%s%s", width, i + 1, time, kind,
           remit_record_get_text (event, REMIT_CONFLICT_EVENT_ACTOR), *words != '\0' ? ": " : "",
           words);
  if (corrects != 0)
    {
      g_print (" ");
      /* Translators: the number of another line of the log */
      g_print (_ ("(corrects %u)"), corrects);
    }
  g_print ("\n");
}

static void
print_log (const Shown *self)
{
  int width = g_snprintf (NULL, 0, "%u", self->parts[LOG]->len);

  g_print ("\n");
  for (guint i = 0; i < self->parts[LOG]->len; i++)
    print_event (self, i, width);
}

static void
print_conflict (const Shown *self)
{
  char id[17];

  remit_id_format (remit_record_get_id (self->conflict), id);
  g_print ("%s (%s)\n", remit_record_get_text (self->conflict, REMIT_CONFLICT_TITLE), id);
  print_fields (self);
  print_parties (self);
  print_ladder (self);
  print_log (self);
}

/* ── As JSON ──────────────────────────────────────────────────────────────────────────────── */

static void
set_teams (JsonObject *object,
           const Shown *self)
{
  g_autoptr (GArray) teams = list_teams (self);
  JsonArray *array = remit_cli_json_add_array (object, "teams");

  for (guint i = 0; i < teams->len; i++)
    {
      gint64 id = g_array_index (teams, gint64, i);
      g_autofree char *name = remit_design_dup_name (self->workspace, REMIT_KIND_TEAM, id);
      JsonObject *team = remit_cli_json_append (array);

      remit_cli_json_set_id (team, "id", id);
      json_object_set_string_member (team, "name", name);
    }
}

static void
write_conflict (const Shown *self)
{
  JsonObject *object = remit_cli_json_new_record (self->conflict);

  set_teams (object, self);
  remit_cli_json_set_records (object, "parties", self->parts[PARTIES]);
  remit_cli_json_set_records (object, "rungs", self->parts[RUNGS]);
  remit_cli_json_set_records (object, "log", self->parts[LOG]);
  remit_cli_json_print (object);
}

/* ── The verb ─────────────────────────────────────────────────────────────────────────────── */

gboolean
remit_cli_show_conflict (RemitCli *cli,
                         gint64 conflict,
                         GError **error)
{
  g_auto (Shown) shown = { NULL };

  if (!load (&shown, cli->workspace, conflict, error))
    return FALSE;
  if (cli->json)
    write_conflict (&shown);
  else
    print_conflict (&shown);
  return TRUE;
}

static gboolean
run_show (RemitCli *cli,
          char **arguments,
          GError **error)
{
  gint64 conflict;

  if (remit_cli_get_workspace (cli, error) == NULL)
    return FALSE;
  conflict = remit_conflict_find (cli->store, arguments[0], error);
  return conflict != 0 && remit_cli_show_conflict (cli, conflict, error);
}

const RemitCliVerb remit_cli_conflict_show_verbs[] = {
  { "conflict show", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS,
    N_ ("Show a conflict with its parties, ladder and log"),
    N_ ("CONFLICT is an id or a title.\n"
        "\n"
        "JSON: id and all fields; teams (objects with id and name), the conflict’s own first;\n"
        "parties; rungs, lowest first; log, oldest first."),
    NULL, run_show },
  { NULL }
};
