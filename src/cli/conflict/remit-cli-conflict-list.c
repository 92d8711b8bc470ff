/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that list conflicts: those of a plan, and what is due. */
#include <glib/gi18n.h>

#include "entity/remit-cli-entity.h"
#include "model/remit-day.h"
#include "model/remit-duration.h"
#include "model/remit-id.h"
#include "plan/conflict/remit-conflict-query.h"
#include "plan/conflict/remit-settle.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

static gboolean all;
static char *state;
static char *type;
static char *severity;
static char *owner;
static char *sort;
static char *within;
static gboolean write_log;

/* Those that are shown, as in RemitConflictsShown, then each status. */
const char *const remit_cli_conflict_states[] = {
  "running",  "over",   "all",       "open", "mediating", "escalated",
  "resolved", "closed", "withdrawn", NULL,
};
#define FIRST_STATUS (REMIT_CONFLICTS_ALL + 1)

const char *const remit_cli_conflict_orders[] = {
  "age", "clock", "severity", "state", "rung", "owner", NULL,
};
static const RemitConflictsOrder orders[] = {
  REMIT_CONFLICTS_BY_AGE,   REMIT_CONFLICTS_BY_CLOCK, REMIT_CONFLICTS_BY_SEVERITY,
  REMIT_CONFLICTS_BY_STATE, REMIT_CONFLICTS_BY_RUNG,  REMIT_CONFLICTS_BY_OWNER,
};

static const GOptionEntry list_options[] = {
  { "all", 'a', 0, G_OPTION_ARG_NONE, &all, N_ ("Include closed conflicts"), NULL },
  { "state", 0, 0, G_OPTION_ARG_STRING, &state,
    N_ ("running, over, all, or one of open, mediating, escalated, resolved, closed, withdrawn"),
    N_ ("STATE") },
  { "type", 0, 0, G_OPTION_ARG_STRING, &type,
    N_ ("technical, priority, resource, data, ethics, compliance or interpersonal"),
    N_ ("TYPE") },
  { "severity", 's', 0, G_OPTION_ARG_STRING, &severity, N_ ("1 (low), 2, 3 or 4 (critical)"),
    N_ ("N") },
  { "owner", 'o', 0, G_OPTION_ARG_STRING, &owner,
    N_ ("Owner of the conflicts; “nobody” for conflicts without an owner"), N_ ("PERSON") },
  { "sort", 0, 0, G_OPTION_ARG_STRING, &sort,
    N_ ("Sort order: age, clock, severity, state, rung or owner"), N_ ("ORDER") },
  { NULL }
};

static const GOptionEntry due_options[] = {
  { "within", 'i', 0, G_OPTION_ARG_STRING, &within,
    N_ ("Include conflicts due within this time: 30m, 8h, 2d or PT8H"), N_ ("TIME") },
  { "plan", 'p', 0, G_OPTION_ARG_STRING, &remit_cli_plan_name,
    N_ ("Only this plan (default: all plans that are not archived)"), N_ ("PLAN") },
  { "log", 'l', 0, G_OPTION_ARG_NONE, &write_log,
    N_ ("Log the expired time limits, and escalate where the ladder does so automatically"),
    NULL },
  { NULL }
};

/* ── Which ────────────────────────────────────────────────────────────────────────────────── */

/* Returns: whether @value is one of the choices of a field, which is left alone without a value */
static gboolean
find_choice (const char *option,
             const char *value,
             guint field,
             int *found,
             GError **error)
{
  const RemitField *info = &remit_conflict_info.fields[field];
  g_autoptr (GPtrArray) nicks = g_ptr_array_new ();
  int index;

  if (value == NULL)
    return TRUE;
  for (const RemitChoice *choice = info->choices + info->minimum; choice->nick != NULL; choice++)
    g_ptr_array_add (nicks, (gpointer) choice->nick);
  g_ptr_array_add (nicks, NULL);
  index = remit_cli_find_word ((const char *const *) nicks->pdata, option, value, error);
  *found = (int) info->minimum + index;
  return index >= 0;
}

static gboolean
find_state (RemitConflictQuery *query,
            GError **error)
{
  int index = all ? REMIT_CONFLICTS_ALL : REMIT_CONFLICTS_RUNNING;

  if (state != NULL)
    index = remit_cli_find_word (remit_cli_conflict_states, "--state", state, error);
  query->shown = (RemitConflictsShown) MIN (index, REMIT_CONFLICTS_ALL);
  if (index >= FIRST_STATUS)
    query->status = index - FIRST_STATUS;
  return index >= 0;
}

static gboolean
find_order (RemitConflictQuery *query,
            GError **error)
{
  int index = sort != NULL
                ? remit_cli_find_word (remit_cli_conflict_orders, "--sort", sort, error)
                : 0;

  query->order = orders[MAX (index, 0)];
  return index >= 0;
}

/* The workspace is loaded for the name of a person only. */
static gboolean
find_owner (RemitCli *cli,
            RemitConflictQuery *query,
            GError **error)
{
  if (owner == NULL)
    return TRUE;
  if (g_ascii_strcasecmp (owner, "nobody") == 0)
    {
      query->owner = REMIT_CONFLICTS_NOBODY;
      return TRUE;
    }
  query->owner = remit_cli_entity_find_argument (cli, REMIT_KIND_PERSON, owner, error);
  return query->owner != 0;
}

/* ── Those of a plan ──────────────────────────────────────────────────────────────────────── */

static void
add_row (RemitCliTable *table,
         RemitStore *store,
         const RemitRecord *record)
{
  static const guint fields[] = { REMIT_CONFLICT_STATUS, REMIT_CONFLICT_SEVERITY,
                                  REMIT_CONFLICT_RUNG, REMIT_CONFLICT_DUE };
  gint64 who = remit_record_get_integer (record, REMIT_CONFLICT_OWNER);
  g_autoptr (RemitRecord) person
    = who != 0 ? remit_store_load (store, REMIT_KIND_PERSON, who, NULL) : NULL;
  char id[17];

  remit_id_format (remit_record_get_id (record), id);
  remit_cli_table_add (table, id);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *cell = remit_record_display (record, fields[i]);

      remit_cli_table_add (table, cell);
    }
  remit_cli_table_add (table,
                       person != NULL ? remit_record_get_text (person, REMIT_PERSON_NAME) : "");
  remit_cli_table_add (table, remit_record_get_text (record, REMIT_CONFLICT_TITLE));
}

static gboolean
list_rows (RemitCli *cli,
           const RemitConflictQuery *query,
           GError **error)
{
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Id"), _ ("Status"), _ ("Severity"),
                                                         _ ("Level\t"), _ ("Due"), _ ("Owner"),
                                                         _ ("Title"), NULL);
  g_autoptr (GPtrArray) records = remit_conflict_query_load (query, cli->store, error);
  JsonObject *object;

  if (records == NULL)
    return FALSE;
  if (cli->json)
    {
      object = json_object_new ();
      remit_cli_json_set_records (object, "conflicts", records);
      remit_cli_json_print (object);
      return TRUE;
    }
  for (guint i = 0; i < records->len; i++)
    add_row (table, cli->store, records->pdata[i]);
  remit_cli_table_print (table);
  return TRUE;
}

static gboolean
run_list (RemitCli *cli,
          char **arguments,
          GError **error)
{
  RemitConflictQuery query = REMIT_CONFLICT_QUERY_INIT (0);

  if (!find_state (&query, error)
      || !find_choice ("--type", type, REMIT_CONFLICT_TYPE, &query.type, error)
      || !find_choice ("--severity", severity, REMIT_CONFLICT_SEVERITY, &query.severity, error)
      || !find_order (&query, error) || !find_owner (cli, &query, error))
    return FALSE;
  query.plan = remit_cli_entity_find (cli, REMIT_KIND_PLAN, 0, arguments[0], error);
  return query.plan != 0 && list_rows (cli, &query, error);
}

/* ── What is due ──────────────────────────────────────────────────────────────────────────── */

static gboolean
parse_within (gint64 *minutes,
              GError **error)
{
  if (remit_duration_understand (within != NULL ? within : "0m", minutes))
    return TRUE;
  return remit_cli_misuse (error,
                           _ ("Invalid value “%s” for --within. Examples: 30m, 8h, 2d, PT8H"),
                           within);
}

static gboolean
log_due (RemitWorkspace *workspace,
         GPtrArray *due,
         GError **error)
{
  for (guint i = 0; i < due->len; i++)
    {
      const RemitDue *one = due->pdata[i];

      if (!one->ran_out && !remit_settle_run_out (workspace, one->conflict, 0, error))
        return FALSE;
    }
  return TRUE;
}

/* Both ways at once. */
static void
add_due (RemitCliTable *table,
         JsonObject *object,
         const RemitDue *due)
{
  g_autofree char *time = remit_time_format (due->due);
  g_autofree char *displayed = remit_time_display (due->due);
  char id[17];

  remit_id_format (due->conflict, id);
  remit_cli_table_add (table, id);
  remit_cli_table_add (table, displayed);
  remit_cli_table_add_number (table, due->rung);
  remit_cli_table_add (table, due->title);
  remit_cli_json_set_id (object, "id", due->conflict);
  remit_cli_json_set_id (object, "plan", due->plan);
  json_object_set_string_member (object, "title", due->title);
  json_object_set_int_member (object, "rung", due->rung);
  json_object_set_string_member (object, "due", time);
  json_object_set_boolean_member (object, "ran_out", due->due <= remit_time_now ());
}

static void
show_due (RemitCli *cli,
          GPtrArray *due)
{
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Id"), _ ("Due"), _ ("Level\t"),
                                                         _ ("Title"), NULL);
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *array = remit_cli_json_add_array (object, "due");

  for (guint i = 0; i < due->len; i++)
    add_due (table, remit_cli_json_append (array), due->pdata[i]);
  if (cli->json)
    remit_cli_json_print (g_steal_pointer (&object));
  else if (due->len > 0)
    remit_cli_table_print (table);
  else
    g_print (_ ("No conflicts are due.\n"));
}

static gboolean
run_due (RemitCli *cli,
         char **arguments G_GNUC_UNUSED,
         GError **error)
{
  g_autoptr (GPtrArray) due = NULL;
  gint64 minutes, plan, until;

  if (!parse_within (&minutes, error)
      || (write_log && remit_cli_get_workspace (cli, error) == NULL)
      || remit_cli_get_store (cli, error) == NULL
      || !remit_cli_entity_find_plan (cli, &plan, error))
    return FALSE;
  until = remit_time_now () + minutes * 60 * 1000;
  due = remit_settle_get_due (cli->store, plan, until, error);
  if (due == NULL || (write_log && !log_due (cli->workspace, due, error)))
    return FALSE;
  show_due (cli, due);
  return TRUE;
}

const RemitCliVerb remit_cli_conflict_list_verbs[] = {
  { "conflict list", N_ ("PLAN"), 1, REMIT_CLI_NO_FLAGS, N_ ("List the conflicts of a plan"),
    N_ ("Lists open conflicts, oldest first, unless options say otherwise.\n"
        "\n"
        "JSON: conflicts (objects with id and all fields)."), list_options,
    run_list },
  { "due", NULL, 0, REMIT_CLI_NO_FLAGS, N_ ("List conflicts that are due"),
    N_ ("For your own timers. With --log, overdue conflicts are logged and escalated as in the "
        "window.\n"
        "\n"
        "JSON: due (objects with id, plan, title, rung, due, ran_out), earliest first."),
    due_options, run_due },
  { NULL }
};
