/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that shows one entity of any kind, with what belongs to it. */
#include <glib/gi18n.h>

#include "model/remit-id.h"
#include "remit-cli-list.h"

/* How many parts of a kind are shown. */
#define MAX_PARTS 50

/* ── As text ──────────────────────────────────────────────────────────────────────────────── */

/* A label and a value, whose further lines stand under the first one. */
static void
print_line (const char *label,
            const char *value,
            int width)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);
  int padding = width - (int) g_utf8_strlen (label, -1);

  g_print ("%s%*s  %s\n", label, padding, "", lines[0] != NULL ? lines[0] : "");
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    g_print ("%*s  %s\n", width, "", lines[i]);
}

/* Returns: how wide the labels are that are shown */
static int
measure_labels (const RemitEntityInfo *info)
{
  int width = (int) g_utf8_strlen (_ ("Id"), -1);

  for (guint i = 0; i < info->n_fields; i++)
    if (!remit_field_is_hidden (&info->fields[i]))
      width = MAX (width, (int) g_utf8_strlen (remit_field_get_label (&info->fields[i]), -1));
  return width;
}

static void
print_field (RemitWorkspace *workspace,
             const RemitRecord *record,
             guint field,
             int width)
{
  const char *label = remit_field_get_label (&remit_record_get_info (record)->fields[field]);
  g_autofree char *value = remit_design_dup_value (workspace, record, field);

  print_line (label, *value != '\0' ? value : "–", width);
}

static void
print_fields (RemitWorkspace *workspace,
              const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  int width = measure_labels (info);
  char id[17];

  remit_id_format (remit_record_get_id (record), id);
  print_line (_ ("Id"), id, width);
  for (guint i = 0; i < info->n_fields; i++)
    if (!remit_field_is_hidden (&info->fields[i]))
      print_field (workspace, record, i, width);
}

static gboolean
print_parts (const RemitCliList *list,
             GError **error)
{
  g_autoptr (RemitCliTable) table = NULL;
  int n = remit_cli_list_fill (list, &table, error);
  g_autofree char *count = NULL;

  if (n <= 0)
    return n == 0;
  count = remit_entity_info_dup_count (remit_entity_info (list->kind), (guint) n);
  g_print ("\n%s:\n", count);
  remit_cli_table_print (table);
  if ((guint) n > list->limit)
    g_print (ngettext ("and %u more\n", "and %u more\n", (guint) n - list->limit),
             (guint) n - list->limit);
  return TRUE;
}

/* ── Both ─────────────────────────────────────────────────────────────────────────────────── */

/* @parts: (nullable): takes them; else they are printed */
static gboolean
show_parts (RemitWorkspace *workspace,
            const RemitRecord *record,
            JsonObject *parts,
            GError **error)
{
  RemitCliList list = { .workspace = workspace, .id = remit_record_get_id (record),
                        .limit = MAX_PARTS };

  for (list.kind = REMIT_KIND_NONE + 1; list.kind < REMIT_N_KINDS; list.kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (list.kind);

      if (remit_entity_info_get_owner (info) != remit_record_get_kind (record))
        continue;
      list.field = list.hidden = remit_entity_info_find_owner (info);
      if (parts != NULL ? !remit_cli_list_add_json (&list, parts, error)
                        : !print_parts (&list, error))
        return FALSE;
    }
  return TRUE;
}

void
remit_cli_show_record (const char *member,
                       const RemitRecord *record)
{
  JsonObject *object = json_object_new ();

  json_object_set_object_member (object, member, remit_cli_json_new_record (record));
  remit_cli_json_print (object);
}

static gboolean
show_as_json (RemitWorkspace *workspace,
              const RemitRecord *record,
              GError **error)
{
  const char *table = remit_entity_info_get_table (remit_record_get_info (record));
  g_autofree char *name = remit_design_dup_record_name (workspace, record);
  g_autoptr (JsonObject) object = json_object_new ();
  JsonObject *parts = json_object_new ();

  json_object_set_object_member (object, table, remit_cli_json_new_record (record));
  json_object_set_string_member (object, "called", name);
  json_object_set_object_member (object, "parts", parts);
  if (!show_parts (workspace, record, parts, error))
    return FALSE;
  remit_cli_json_print (g_steal_pointer (&object));
  return TRUE;
}

gboolean
remit_cli_show_entity (RemitCli *cli,
                       RemitKind kind,
                       gint64 id,
                       GError **error)
{
  g_autoptr (RemitRecord) record = remit_store_load (cli->store, kind, id, error);

  if (record == NULL)
    return FALSE;
  if (cli->json)
    return show_as_json (cli->workspace, record, error);
  print_fields (cli->workspace, record);
  return show_parts (cli->workspace, record, NULL, error);
}

/* ── The verb ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
run_show (RemitCli *cli,
          char **arguments,
          GError **error)
{
  gboolean is_kind = g_str_equal (arguments[0], "kind") && arguments[1] != NULL;
  RemitKind kind = remit_cli_kind_find (arguments[is_kind ? 1 : 0], error);
  gint64 id;

  if (kind == REMIT_KIND_NONE)
    return FALSE;
  if (is_kind)
    {
      remit_cli_kind_show (cli, remit_entity_info (kind));
      return TRUE;
    }
  id = remit_cli_entity_find_argument (cli, kind, arguments[1], error);
  return id != 0 && remit_cli_show_entity (cli, kind, id, error);
}

const RemitCliVerb remit_cli_entity_show_verbs[] = {
  { "show", N_ ("KIND ID|NAME"), 1, REMIT_CLI_TAKES_MORE,
    N_ ("Show an entry and its parts"),
    N_ ("KIND is a word such as person, team or holiday. ID|NAME can be omitted for kinds with "
        "a\n"
        "single entry, such as settings. A slot can be given as TEAM/SLOT. “show kind KIND” "
        "lists\n"
        "the fields of a kind, with their values and defaults.\n"
        "\n"
        "JSON: an object named after the kind, such as slot_need, with id and all fields; "
        "called\n"
        "(its name); parts, an object with an array for each kind of its parts. With “kind”:\n"
        "kind, an object with name, plural, label and fields, an array of objects with name,\n"
        "label, type, required, default, target, minimum, maximum, choices."),
    remit_cli_plan_options, run_show },
  { NULL }
};
