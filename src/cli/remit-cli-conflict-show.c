/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that show conflicts: in a list, one with its log, and what is due. */
#define G_LOG_DOMAIN "remit-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "model/remit-duration.h"
#include "model/remit-id.h"
#include "plan/remit-conflict-find.h"
#include "plan/remit-conflict-query.h"
#include "plan/remit-design.h"
#include "plan/remit-settle.h"
#include "remit-cli-conflict.h"
#include "remit-cli-find.h"
#include "remit-cli-json.h"
#include "remit-cli-table.h"

static gboolean all;
static char *within;
static char *due_plan;
static gboolean write_log;

static const GOptionEntry list_options[] = {
  { "all", 'a', 0, G_OPTION_ARG_NONE, &all, N_ ("Those that are over, too"), NULL },
  { NULL }
};

static const GOptionEntry due_options[] = {
  { "within", 'i', 0, G_OPTION_ARG_STRING, &within,
    N_ ("What will be due in so much time, too: 30m, 8h, 2d, or PT8H"), N_ ("TIME") },
  { "plan", 'p', 0, G_OPTION_ARG_STRING, &due_plan,
    N_ ("Of one plan, instead of all that are not archived"), N_ ("PLAN") },
  { "log", 'l', 0, G_OPTION_ARG_NONE, &write_log,
    N_ ("Write into the logs that the time ran out, and escalate where the ladder says so"),
    NULL },
  { NULL }
};

/* ── One ──────────────────────────────────────────────────────────────────────────────────── */

static void
print_field (RemitCliTable *table,
             const RemitRecord *record,
             guint field)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];
  g_autofree char *value = remit_record_display (record, field);

  if (*value == '\0')
    return;
  remit_cli_table_add (table, remit_field_get_label (info));
  remit_cli_table_add (table, value);
}

static void
print_log (GPtrArray *log)
{
  for (guint i = 0; i < log->len; i++)
    {
      const RemitRecord *event = log->pdata[i];
      g_autofree char *time = remit_record_display (event, REMIT_CONFLICT_EVENT_AT);
      g_autofree char *kind = remit_record_display (event, REMIT_CONFLICT_EVENT_KIND);
      const char *words = remit_record_get_text (event, REMIT_CONFLICT_EVENT_TEXT);

      g_print ("%s  %s, %s%s%s\n", time, kind,
               remit_record_get_text (event, REMIT_CONFLICT_EVENT_ACTOR),
               *words != '\0' ? ": " : "", words);
    }
}

static void
print_ladder (RemitWorkspace *workspace,
              const RemitRecord *conflict,
              GPtrArray *rungs)
{
  g_autoptr (RemitCliTable) table = remit_cli_table_new ("", "", "", "", "", NULL);
  gint64 team = remit_record_get_integer (conflict, REMIT_CONFLICT_TEAM);

  for (guint i = 0; i < rungs->len; i++)
    {
      const RemitRecord *rung = rungs->pdata[i];
      gint64 position = remit_record_get_integer (rung, REMIT_OWN_RUNG_POSITION);
      g_autofree char *asked = remit_settle_dup_asked (workspace, rung, team);
      g_autofree char *limit = remit_record_display (rung, REMIT_OWN_RUNG_LIMIT);
      g_autofree char *action = remit_record_display (rung, REMIT_OWN_RUNG_ACTION);

      remit_cli_table_add (table,
                           position == remit_record_get_integer (conflict, REMIT_CONFLICT_RUNG)
                             ? "→"
                             : "");
      remit_cli_table_add_number (table, position);
      remit_cli_table_add (table, *asked != '\0' ? asked : _ ("nobody"));
      remit_cli_table_add (table, action);
      remit_cli_table_add (table, limit);
    }
  remit_cli_table_print (table);
}

static void
print_conflict (RemitWorkspace *workspace,
                const RemitRecord *conflict,
                GPtrArray *rungs,
                GPtrArray *log)
{
  static const guint fields[] = {
    REMIT_CONFLICT_STATUS, REMIT_CONFLICT_TYPE,   REMIT_CONFLICT_SEVERITY,
    REMIT_CONFLICT_RAISED, REMIT_CONFLICT_RAISER, REMIT_CONFLICT_TARGET,
    REMIT_CONFLICT_DUE,    REMIT_CONFLICT_ENDED,  REMIT_CONFLICT_RESOLUTION,
  };
  g_autoptr (RemitCliTable) table = remit_cli_table_new ("", "", NULL);
  char id[17];

  remit_id_format (remit_record_get_id (conflict), id);
  g_print ("%s (%s)\n", remit_record_get_text (conflict, REMIT_CONFLICT_TITLE), id);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    print_field (table, conflict, fields[i]);
  remit_cli_table_print (table);
  print_ladder (workspace, conflict, rungs);
  print_log (log);
}

static void
add_records (JsonBuilder *builder,
             const char *name,
             GPtrArray *records)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    {
      json_builder_begin_object (builder);
      remit_cli_json_add_fields (builder, records->pdata[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

gboolean
remit_cli_show_conflict (RemitCli *cli,
                         RemitWorkspace *workspace,
                         gint64 conflict,
                         GError **error)
{
  RemitStore *store = remit_workspace_get_store (workspace);
  g_autoptr (RemitRecord) record = remit_store_load (store, REMIT_KIND_CONFLICT, conflict, error);
  g_autoptr (GPtrArray) rungs = NULL;
  g_autoptr (GPtrArray) log = NULL;
  JsonBuilder *builder;

  if (record == NULL
      || !remit_workspace_open_plan (workspace,
                                     remit_record_get_integer (record, REMIT_CONFLICT_PLAN), error))
    return FALSE;
  rungs = remit_settle_get_rungs (store, conflict, error);
  log = rungs != NULL ? remit_settle_get_log (store, conflict, error) : NULL;
  if (log == NULL)
    return FALSE;
  if (!cli->json)
    {
      print_conflict (workspace, record, rungs, log);
      return TRUE;
    }
  builder = remit_cli_json_new ();
  remit_cli_json_add_fields (builder, record);
  add_records (builder, "rungs", rungs);
  add_records (builder, "log", log);
  remit_cli_json_print (builder);
  return TRUE;
}

static gboolean
run_show (RemitCli *cli,
          char **arguments,
          GError **error)
{
  RemitWorkspace *workspace = remit_cli_get_workspace (cli, error);
  gint64 conflict;

  if (workspace == NULL)
    return FALSE;
  conflict = remit_conflict_find (remit_workspace_get_store (workspace), arguments[0], error);
  return conflict != 0 && remit_cli_show_conflict (cli, workspace, conflict, error);
}

/* ── Many ─────────────────────────────────────────────────────────────────────────────────── */

static void
add_row (RemitCliTable *table,
         const RemitRecord *record)
{
  static const guint fields[] = { REMIT_CONFLICT_STATUS, REMIT_CONFLICT_SEVERITY,
                                  REMIT_CONFLICT_RUNG, REMIT_CONFLICT_DUE };
  char id[17];

  remit_id_format (remit_record_get_id (record), id);
  remit_cli_table_add (table, id);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *cell = remit_record_display (record, fields[i]);

      remit_cli_table_add (table, cell);
    }
  remit_cli_table_add (table, remit_record_get_text (record, REMIT_CONFLICT_TITLE));
}

static gboolean
list_rows (RemitCli *cli,
           RemitStore *store,
           gint64 plan,
           GError **error)
{
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Id"), _ ("Status"), _ ("Severity"),
                                                         _ ("Rung\t"), _ ("Due"), _ ("Title"),
                                                         NULL);
  RemitConflictQuery query = REMIT_CONFLICT_QUERY_INIT (plan);
  g_autoptr (GPtrArray) records = NULL;
  JsonBuilder *builder;

  query.shown = all ? REMIT_CONFLICTS_ALL : REMIT_CONFLICTS_RUNNING;
  query.order = REMIT_CONFLICTS_BY_AGE;
  records = remit_conflict_query_load (&query, store, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    add_row (table, records->pdata[i]);
  if (!cli->json)
    {
      remit_cli_table_print (table);
      return TRUE;
    }
  builder = remit_cli_json_new ();
  add_records (builder, "conflicts", records);
  remit_cli_json_print (builder);
  return TRUE;
}

static gboolean
run_list (RemitCli *cli,
          char **arguments,
          GError **error)
{
  RemitStore *store = remit_cli_get_store (cli, error);
  gint64 plan = store != NULL ? remit_cli_find_plan (store, arguments[0], error) : 0;

  return plan != 0 && list_rows (cli, store, plan, error);
}

/* ── What is due ──────────────────────────────────────────────────────────────────────────── */

/* "30m", "8h" and "2d" are what people type. */
static gboolean
parse_within (gint64 *minutes,
              GError **error)
{
  g_autofree char *upper = within != NULL ? g_ascii_strup (within, -1) : g_strdup ("PT0M");
  g_autofree char *iso = NULL;

  if (g_ascii_isdigit (*upper))
    iso = g_strconcat (g_str_has_suffix (upper, "D") ? "P" : "PT", upper, NULL);
  if (remit_duration_parse (iso != NULL ? iso : upper, minutes))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("--within cannot be “%s”; it can be, for instance: 30m, 8h, 2d, PT8H"), within);
  return FALSE;
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

static void
add_due (JsonBuilder *builder,
         const RemitDue *due)
{
  g_autofree char *time = remit_time_format (due->due);

  json_builder_begin_object (builder);
  remit_cli_json_add_id (builder, "id", due->conflict);
  remit_cli_json_add_id (builder, "plan", due->plan);
  remit_cli_json_add_text (builder, "title", due->title);
  remit_cli_json_add_integer (builder, "rung", due->rung);
  remit_cli_json_add_text (builder, "due", time);
  remit_cli_json_add_boolean (builder, "ran_out", due->due <= remit_time_now ());
  json_builder_end_object (builder);
}

static void
show_due (RemitCli *cli,
          GPtrArray *due)
{
  g_autoptr (RemitCliTable) table = NULL;
  JsonBuilder *builder;

  if (cli->json)
    {
      builder = remit_cli_json_new ();
      json_builder_set_member_name (builder, "due");
      json_builder_begin_array (builder);
      for (guint i = 0; i < due->len; i++)
        add_due (builder, due->pdata[i]);
      json_builder_end_array (builder);
      remit_cli_json_print (builder);
      return;
    }
  table = remit_cli_table_new (_ ("Id"), _ ("Due"), _ ("Rung\t"), _ ("Title"), NULL);
  for (guint i = 0; i < due->len; i++)
    {
      const RemitDue *one = due->pdata[i];
      g_autofree char *time = remit_time_display (one->due);
      char id[17];

      remit_id_format (one->conflict, id);
      remit_cli_table_add (table, id);
      remit_cli_table_add (table, time);
      remit_cli_table_add_number (table, one->rung);
      remit_cli_table_add (table, one->title);
    }
  if (due->len > 0)
    remit_cli_table_print (table);
  else
    g_print (_ ("Nothing is due.\n"));
}

static gboolean
run_due (RemitCli *cli,
         char **arguments G_GNUC_UNUSED,
         GError **error)
{
  g_autoptr (GPtrArray) due = NULL;
  RemitWorkspace *workspace;
  RemitStore *store;
  gint64 minutes, until;
  gint64 plan = 0;

  if (!parse_within (&minutes, error))
    return FALSE;
  workspace = write_log ? remit_cli_get_workspace (cli, error) : NULL;
  store = write_log ? (workspace != NULL ? remit_workspace_get_store (workspace) : NULL)
                    : remit_cli_get_store (cli, error);
  if (store == NULL)
    return FALSE;
  if (due_plan != NULL && (plan = remit_cli_find_plan (store, due_plan, error)) == 0)
    return FALSE;
  until = remit_time_now () + minutes * 60 * 1000;
  due = remit_settle_get_due (store, plan, until, error);
  if (due == NULL || (write_log && !log_due (workspace, due, error)))
    return FALSE;
  show_due (cli, due);
  return TRUE;
}

const RemitCliVerb remit_cli_conflict_show_verbs[] = {
  { "conflict list", N_ ("PLAN"), 1, REMIT_CLI_NO_FLAGS, N_ ("List the conflicts of a plan"),
    N_ ("JSON: conflicts (objects with id and all that is known of each)."), list_options,
    run_list },
  { "conflict show", N_ ("CONFLICT"), 1, REMIT_CLI_NO_FLAGS,
    N_ ("Show a conflict with its ladder and its log"),
    N_ ("CONFLICT is an id, or a title.\n\n"
        "JSON: id and all that is known of it; rungs, lowest first; log, oldest first."),
    NULL, run_show },
  { "due", NULL, 0, REMIT_CLI_NO_FLAGS, N_ ("List the conflicts whose time is up"),
    N_ ("For timers of your own: with --log, it does what the window does when a time runs\n"
        "out.\n\n"
        "JSON: due (objects with id, plan, title, rung, due, ran_out), earliest first."),
    due_options, run_due },
  { NULL }
};
