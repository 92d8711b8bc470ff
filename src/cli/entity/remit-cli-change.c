/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that add, change and delete entities of any kind. */
#include <glib/gi18n.h>

#include "model/remit-id.h"
#include "remit-cli-entity.h"

static const GOptionEntry add_options[] = {
  { "plan", 'p', 0, G_OPTION_ARG_STRING, &remit_cli_plan_name,
    N_ ("Plan to add the entry to, if the values do not determine it"), N_ ("PLAN") },
  { NULL }
};

/* ── Refusals ─────────────────────────────────────────────────────────────────────────────── */

/* Whether there are verbs for what can be done to a kind, such as “conflict escalate”. */
static gboolean
has_verbs (const RemitEntityInfo *info)
{
  g_autofree char *family = remit_cli_verbs_dup_list (info->name);

  return *family != '\0';
}

/* Adds to a refusal which verbs of its own the kind has, or what it is part of. */
static gboolean
explain (RemitKind kind,
         GError **error)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  int owner = remit_entity_info_find_owner (info);

  if (!has_verbs (info) && owner >= 0 && info->fields[owner].target != REMIT_KIND_PLAN)
    info = remit_entity_info (info->fields[owner].target);
  if (error != NULL && g_error_matches (*error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED)
      && has_verbs (info))
    {
      g_autofree char *message = g_steal_pointer (&(*error)->message);
      g_autofree char *hint = g_strdup_printf (_ ("“remit-cli help %s” lists the options."),
                                               info->name);

      (*error)->message = g_strconcat (message, "\n", hint, NULL);
    }
  return FALSE;
}

/* ── Adding and changing ──────────────────────────────────────────────────────────────────── */

/* Says what was done: in JSON, or in @words, which take a kind, a name and an id. */
static gboolean
show_done (RemitCli *cli,
           RemitKind kind,
           gint64 id,
           const char *words,
           GError **error)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  g_autoptr (RemitRecord) record = remit_store_load (cli->store, kind, id, error);
  g_autofree char *name = NULL;
  char text[17];

  if (record == NULL)
    return FALSE;
  if (cli->json)
    {
      remit_cli_show_record (remit_entity_info_get_table (info), record);
      return TRUE;
    }
  name = remit_design_dup_name (cli->workspace, kind, id);
  remit_id_format (id, text);
  g_print (words, _ (info->label), name, text);
  return TRUE;
}

static RemitRecord *
create_record (const RemitEntityInfo *info,
               gint64 plan,
               GArray *values,
               GError **error)
{
  g_autoptr (RemitRecord) record = remit_record_new (info->kind);
  int field = remit_entity_info_find_plan (info);

  if (field >= 0)
    remit_record_set_integer (record, (guint) field, plan);
  for (guint i = 0; i < values->len; i++)
    {
      const RemitFieldText *value = &g_array_index (values, RemitFieldText, i);

      if (!remit_record_parse (record, value->field, value->text, error))
        return NULL;
    }
  return g_steal_pointer (&record);
}

static gboolean
run_add (RemitCli *cli,
         char **arguments,
         GError **error)
{
  RemitKind kind = remit_cli_kind_find (arguments[0], error);
  g_autoptr (GArray) values = NULL;
  g_autoptr (RemitRecord) record = NULL;
  gint64 plan, id;

  if (kind == REMIT_KIND_NONE || remit_cli_get_workspace (cli, error) == NULL
      || !remit_cli_entity_find_plan (cli, &plan, error))
    return FALSE;
  values = remit_cli_values_parse (cli, kind, &plan, arguments + 1, error);
  if (values != NULL)
    record = create_record (remit_entity_info (kind), plan, values, error);
  if (record == NULL)
    return FALSE;
  id = remit_design_create (cli->workspace, record, error);
  if (id == 0)
    return explain (kind, error);
  /* Translators: a kind such as Person, a name, and an id */
  return show_done (cli, kind, id, _ ("%1$s added: %2$s (%3$s)\n"), error);
}

static gboolean
change (RemitCli *cli,
        RemitKind kind,
        gint64 id,
        char **words,
        GError **error)
{
  g_autoptr (RemitRecord) record = remit_store_load (cli->store, kind, id, error);
  gint64 plan = record != NULL ? remit_design_get_plan (record) : 0;
  g_autoptr (GArray) values = NULL;

  if (record != NULL)
    values = remit_cli_values_parse (cli, kind, &plan, words, error);
  if (values == NULL)
    return FALSE;
  if (values->len == 0)
    return remit_cli_misuse (error, _ ("Enter at least one FIELD=VALUE"));
  return remit_design_change_all (cli->workspace, kind, id, (const RemitFieldText *) values->data,
                                  values->len, error)
         || explain (kind, error);
}

static gboolean
run_set (RemitCli *cli,
         char **arguments,
         GError **error)
{
  RemitKind kind = remit_cli_kind_find (arguments[0], error);
  gboolean is_named;
  gint64 id;

  if (kind == REMIT_KIND_NONE)
    return FALSE;
  is_named = arguments[1] != NULL && !remit_cli_value_is_pair (remit_entity_info (kind),
                                                               arguments[1]);
  id = remit_cli_entity_find_argument (cli, kind, is_named ? arguments[1] : NULL, error);
  return id != 0 && change (cli, kind, id, arguments + (is_named ? 2 : 1), error)
         /* Translators: a kind such as Person, a name, and an id */
         && show_done (cli, kind, id, _ ("%1$s changed: %2$s (%3$s)\n"), error);
}

/* ── Deleting ─────────────────────────────────────────────────────────────────────────────── */

gboolean
remit_cli_delete (RemitCli *cli,
                  RemitKind kind,
                  gint64 id,
                  GError **error)
{
  g_autofree char *name = remit_design_dup_name (cli->workspace, kind, id);
  g_autoptr (RemitRecord) record = remit_store_load (cli->store, kind, id, error);
  g_autofree char *consequence = NULL;

  if (record == NULL)
    return FALSE;
  if (!remit_design_can_delete (cli->workspace, kind, id, &consequence, error)
      || !remit_design_delete (cli->workspace, kind, id, error))
    return explain (kind, error);

  if (cli->json)
    {
      remit_cli_show_record ("deleted", record);
      return TRUE;
    }
  /* Translators: a kind such as Person, and a name */
  g_print (_ ("%1$s deleted: %2$s. “remit-cli undo” restores it.\n"),
           _ (remit_entity_info (kind)->label), name);
  if (consequence != NULL && *consequence != '\0')
    /* Translators: a list: "3 slots and 5 assignments" */
    g_print (_ ("Also deleted: %s.\n"), consequence);
  return TRUE;
}

static gboolean
run_delete (RemitCli *cli,
            char **arguments,
            GError **error)
{
  RemitKind kind = remit_cli_kind_find (arguments[0], error);
  gint64 id;

  if (kind == REMIT_KIND_NONE)
    return FALSE;
  id = remit_cli_entity_find_argument (cli, kind, arguments[1], error);
  return id != 0 && remit_cli_delete (cli, kind, id, error);
}

const RemitCliVerb remit_cli_entity_change_verbs[] = {
  { "add", N_ ("KIND FIELD=VALUE…"), 1, REMIT_CLI_CREATES | REMIT_CLI_TAKES_MORE,
    N_ ("Add an entry of any kind"),
    N_ ("The entry becomes part of the plan of its team, slot or similar, or of the only plan.\n"
        "\n"
        "Values are written as in files, or as people write them: 50%, yes, 2026-03-31, 48h, a\n"
        "choice by its value or label, references by id or name. An empty value clears a field "
        "or\n"
        "resets it to its default. “show kind KIND” lists the fields.\n"
        "\n"
        "JSON: an object named after the kind, such as slot_need, with id and all fields."),
    add_options, run_add },
  { "set", N_ ("KIND ID|NAME FIELD=VALUE…"), 2, REMIT_CLI_TAKES_MORE,
    N_ ("Change fields of an entry"),
    N_ ("ID|NAME can be omitted for kinds with a single entry, such as settings. Values are\n"
        "written as for “add” and checked together.\n"
        "\n"
        "JSON: an object named after the kind, such as slot_need, with id and all fields."),
    remit_cli_plan_options, run_set },
  { "delete", N_ ("KIND ID|NAME"), 2, REMIT_CLI_NO_FLAGS, N_ ("Delete an entry"),
    N_ ("Parts of the entry are deleted and listed too. You can undo this.\n"
        "\n"
        "JSON: deleted, an object with id and all fields."),
    remit_cli_plan_options, run_delete },
  { NULL }
};
