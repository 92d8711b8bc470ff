/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that lists entities of any kind. */
#include "remit-cli-list.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "model/remit-id.h"
#include "store/remit-listing.h"

/* A text of a table is cut when it is longer. */
#define MAX_LETTERS 40

/* A listing while it goes on: into a table, into an array, or else written at once as JSON. */
typedef struct {
  const RemitCliList *list;
  RemitCliTable *table;
  JsonArray *array;
  guint n;
} Run;

/* ── A table ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_shown (const RemitCliList *self,
          guint field)
{
  const RemitEntityInfo *info = remit_entity_info (self->kind);
  RemitFieldFlags flags = info->fields[field].flags;
  /* what is long is what it is about only where it has to be there */
  gboolean is_aside = (flags & REMIT_FIELD_MULTILINE) && !(flags & REMIT_FIELD_REQUIRED);

  return !(flags & REMIT_FIELD_ORDER) && !is_aside && !remit_field_is_hidden (&info->fields[field])
         && (int) field != remit_entity_info_find_name (info) && (int) field != self->hidden
         && (self->field < 0 || (int) field != remit_entity_info_find_plan (info));
}

static RemitCliTable *
create_table (const RemitCliList *self)
{
  const RemitEntityInfo *info = remit_entity_info (self->kind);
  int name = remit_entity_info_find_name (info);
  g_autoptr (GPtrArray) headers = g_ptr_array_new_with_free_func (g_free);
  RemitCliTable *table;

  g_ptr_array_add (headers, g_strdup (_ ("Id")));
  if (name >= 0)
    g_ptr_array_add (headers, g_strdup (remit_field_get_label (&info->fields[name])));
  for (guint i = 0; i < info->n_fields; i++)
    if (is_shown (self, i))
      g_ptr_array_add (headers, g_strconcat (remit_field_get_label (&info->fields[i]),
                                             info->fields[i].kind == REMIT_FIELD_PERCENT ? "\t"
                                                                                         : "",
                                             NULL));
  table = remit_cli_table_newv (headers);
  remit_cli_table_hide_unused (table);
  return table;
}

static void
add_cell (RemitCliTable *table,
          const char *text)
{
  gboolean is_long = g_utf8_strlen (text, -1) > MAX_LETTERS;
  g_autofree char *line = is_long ? g_utf8_substring (text, 0, MAX_LETTERS - 1) : g_strdup (text);
  g_autofree char *cell = g_strconcat (line, is_long ? "…" : "", NULL);

  remit_cli_table_add (table, cell);
}

static void
add_row (RemitCliTable *table,
         const RemitCliList *list,
         const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  g_autofree char *name = NULL;
  char id[17];

  remit_id_format (remit_record_get_id (record), id);
  remit_cli_table_add (table, id);
  if (remit_entity_info_find_name (info) >= 0)
    {
      name = remit_design_dup_record_name (list->workspace, record);
      add_cell (table, name);
    }
  for (guint i = 0; i < info->n_fields; i++)
    if (is_shown (list, i))
      {
        g_autofree char *value = remit_design_dup_value (list->workspace, record, i);

        add_cell (table, value);
      }
}

/* ── One by one ───────────────────────────────────────────────────────────────────────────── */

static void
print_object (const RemitRecord *record,
              gboolean is_first)
{
  g_autofree char *text = remit_cli_json_dup_text (remit_cli_json_new_record (record));

  fputs (is_first ? "\n" : ",\n", stdout);
  fputs (text, stdout);
}

static gboolean
add (const RemitRecord *record,
     gpointer data,
     GError **error)
{
  Run *run = data;
  const RemitCliList *list = run->list;

  if (list->where != NULL && !remit_cli_where_matches (list->where, list->workspace, record))
    return TRUE;
  if (run->array != NULL)
    json_array_add_object_element (run->array, remit_cli_json_new_record (record));
  else if (run->table == NULL)
    print_object (record, run->n == 0);
  else if (list->limit == 0 || run->n < list->limit)
    add_row (run->table, list, record);
  run->n++;
  return TRUE;
}

static gboolean
read_all (Run *run,
          GError **error)
{
  return remit_listing_read (remit_workspace_get_store (run->list->workspace), run->list->kind,
                             run->list->field, run->list->id, add, run, error);
}

int
remit_cli_list_fill (const RemitCliList *self,
                     RemitCliTable **table,
                     GError **error)
{
  Run run = { .list = self, .table = create_table (self) };

  *table = run.table;
  return read_all (&run, error) ? (int) run.n : -1;
}

/* The plural with underscores. */
static char *
dup_member (const RemitCliList *self)
{
  return g_strdelimit (g_strdup (remit_entity_info (self->kind)->plural), "-", '_');
}

gboolean
remit_cli_list_add_json (const RemitCliList *self,
                         JsonObject *object,
                         GError **error)
{
  g_autofree char *member = dup_member (self);
  Run run = { .list = self, .array = remit_cli_json_add_array (object, member) };

  return read_all (&run, error);
}

/* Writes each object when it is read. */
static gboolean
print_json (const RemitCliList *self,
            GError **error)
{
  g_autofree char *member = dup_member (self);
  Run run = { .list = self };

  printf ("{\n  \"%s\" : [", member);
  if (!read_all (&run, error))
    return FALSE;
  fputs ("\n  ]\n}\n", stdout);
  return TRUE;
}

/* ── The verb ─────────────────────────────────────────────────────────────────────────────── */

static char **conditions;

static const GOptionEntry list_options[] = {
  { "plan", 'p', 0, G_OPTION_ARG_STRING, &remit_cli_plan_name,
    N_ ("Only this plan (default: all)"), N_ ("PLAN") },
  { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &conditions,
    N_ ("Only entries with this value; can be repeated"), N_ ("FIELD=VALUE") },
  { NULL }
};

static gboolean
take_plan (RemitCli *cli,
           RemitCliList *list,
           GError **error)
{
  const RemitEntityInfo *info = remit_entity_info (list->kind);

  if (remit_cli_plan_name == NULL)
    return TRUE;
  list->field = remit_entity_info_find_plan (info);
  if (list->field < 0)
    return remit_cli_misuse (error,
                             /* Translators: a kind of thing, such as Person */
                             _ ("%s does not belong to a plan; --plan is not allowed"),
                             _ (info->label));
  return remit_cli_entity_find_plan (cli, &list->id, error);
}

static gboolean
print_table (const RemitCliList *list,
             GError **error)
{
  g_autoptr (RemitCliTable) table = NULL;
  int n = remit_cli_list_fill (list, &table, error);

  if (n > 0)
    remit_cli_table_print (table);
  else if (n == 0)
    /* Translators: a kind of thing, such as Person */
    g_print (_ ("%s: none found\n"), _ (remit_entity_info (list->kind)->label));
  return n >= 0;
}

static gboolean
run_list (RemitCli *cli,
          char **arguments,
          GError **error)
{
  RemitCliList list = { .field = -1, .hidden = -1 };
  g_autoptr (GArray) where = NULL;

  if (g_ascii_strcasecmp (arguments[0], "kinds") == 0)
    {
      remit_cli_kind_list (cli);
      return TRUE;
    }
  list.kind = remit_cli_kind_find (arguments[0], error);
  if (list.kind == REMIT_KIND_NONE
      || (list.workspace = remit_cli_get_workspace (cli, error)) == NULL
      || !take_plan (cli, &list, error))
    return FALSE;
  where = remit_cli_where_new (cli, list.kind, list.id, conditions, error);
  list.where = where;
  if (where == NULL)
    return FALSE;
  return cli->json ? print_json (&list, error) : print_table (&list, error);
}

const RemitCliVerb remit_cli_entity_list_verbs[] = {
  { "list", N_ ("KIND"), 1, REMIT_CLI_NO_FLAGS, N_ ("List the entries of a kind"),
    N_ ("KIND is a word such as person, team or holiday, in the singular or plural. “list "
        "kinds”\n"
        "lists the kinds, and “show kind KIND” lists the fields of a kind.\n"
        "\n"
        "--where FIELD=VALUE lists only entries with the value, and --where FIELD!=VALUE "
        "entries\n"
        "with any other value. Case is ignored in texts, references are ids or names, and an\n"
        "empty VALUE matches empty fields. Numbers, dates and times can also be compared with "
        "<,\n"
        ">, <= and >=; put such conditions in quotes.\n"
        "\n"
        "JSON: an array named after the kind, such as slot_needs, of objects with id and all\n"
        "fields. With “kinds”: kinds, an array of objects with name, plural, label."),
    list_options, run_list },
  { NULL }
};
