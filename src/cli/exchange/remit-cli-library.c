/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs for the libraries of roles, skills, decisions and ladders. */
#include <glib/gi18n.h>

#include "entity/remit-cli-entity.h"
#include "exchange/library/remit-library-take.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-table.h"

const char *const remit_cli_libraries[] = { "roles", "skills", "decisions", "ladders", NULL };

static char *team_name;
static char *search;
static gboolean only_missing;

#define PLACE_OPTIONS \
  { "plan", 'p', 0, G_OPTION_ARG_STRING, &remit_cli_plan_name, \
    N_ ("Plan for decisions and ladders"), N_ ("PLAN") }, \
  { "team", 't', 0, G_OPTION_ARG_STRING, &team_name, \
    N_ ("Team of the plan, instead of the whole plan"), N_ ("TEAM") }

static const GOptionEntry list_options[] = {
  PLACE_OPTIONS,
  { "missing", 0, 0, G_OPTION_ARG_NONE, &only_missing, N_ ("Only what is missing"), NULL },
  { "search", 's', 0, G_OPTION_ARG_STRING, &search, N_ ("Only entries with these words"),
    N_ ("WORDS") },
  { NULL }
};

static const GOptionEntry add_options[] = { PLACE_OPTIONS, { NULL } };

/* A library, and where what is in it is looked for. */
typedef struct {
  RemitKind kind;
  GPtrArray *items;
  GPtrArray *problems;
  gboolean is_placed;
  gint64 plan;
  gint64 team;
} Library;

static void
library_clear (Library *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Library, library_clear)

static gboolean
is_of_plan (const Library *self)
{
  return self->kind == REMIT_KIND_DECISION || self->kind == REMIT_KIND_LADDER;
}

static gboolean
open_library (Library *self,
              const char *word,
              GError **error)
{
  int which = remit_cli_find_word (remit_cli_libraries, "LIBRARY", word, error);

  if (which < 0)
    return FALSE;
  self->kind = remit_library_kinds[which];
  if (!is_of_plan (self) && (remit_cli_plan_name != NULL || team_name != NULL))
    return remit_cli_misuse (error, _ ("--plan and --team are for decisions and ladders"));
  self->items = remit_library_load (self->kind, &self->problems);
  for (guint i = 0; i < self->problems->len; i++)
    g_printerr ("%s\n", (const char *) self->problems->pdata[i]);
  return TRUE;
}

/* The plan and the team that are meant. */
static gboolean
find_place (Library *self,
            RemitCli *cli,
            GError **error)
{
  RemitWorkspace *workspace = remit_cli_get_workspace (cli, error);

  if (workspace == NULL)
    return FALSE;
  self->is_placed = TRUE;
  if (!is_of_plan (self))
    return TRUE;
  self->plan = remit_cli_plan_name != NULL
                 ? remit_cli_entity_find (cli, REMIT_KIND_PLAN, 0, remit_cli_plan_name, error)
                 : remit_cli_entity_find_only (cli, REMIT_KIND_PLAN, error);
  if (self->plan == 0 || !remit_workspace_open_plan (workspace, self->plan, error))
    return FALSE;
  if (team_name == NULL)
    return TRUE;
  self->team = remit_cli_entity_find (cli, REMIT_KIND_TEAM, self->plan, team_name, error);
  return self->team != 0;
}

/* A list needs no workspace, unless it is to say what is there. */
static gboolean
find_place_if_wanted (Library *self,
                      RemitCli *cli,
                      GError **error)
{
  gboolean is_named = remit_cli_plan_name != NULL || team_name != NULL || only_missing;

  if (is_named || (!is_of_plan (self) && remit_cli_has_workspace (cli)))
    return find_place (self, cli, error);
  return TRUE;
}

/* ── The list ─────────────────────────────────────────────────────────────────────────────── */

static RemitLibraryState
get_state (const Library *self,
           RemitCli *cli,
           const RemitLibraryItem *item)
{
  RemitLibraryState state = remit_library_get_state (cli->workspace, self->plan, self->team, item);

  /* the whole plan has what any team of it has */
  if (state == REMIT_LIBRARY_MISSING && self->plan != 0 && self->team == 0
      && remit_library_is_in_plan (cli->workspace, self->plan, item))
    return REMIT_LIBRARY_THERE;
  return state;
}

static const char *const state_nicks[] = { "missing", "incomplete", "there" };
static const char *const state_words[] = { N_ ("Missing"), N_ ("Incomplete"), N_ ("There") };

static gboolean
is_listed (const Library *self,
           RemitCli *cli,
           const RemitLibraryItem *item)
{
  return (search == NULL || remit_library_item_matches (item, search))
         && (!only_missing || get_state (self, cli, item) != REMIT_LIBRARY_THERE);
}

static void
set_parts (JsonObject *object,
           const RemitLibraryItem *item)
{
  JsonArray *array;

  if (item->kind != REMIT_KIND_DECISION && item->kind != REMIT_KIND_LADDER)
    return;
  array = remit_cli_json_add_array (object, "holders");
  for (guint i = 0; i < item->parts->len; i++)
    {
      const RemitLibraryPart *part = item->parts->pdata[i];
      JsonObject *one = remit_cli_json_append (array);

      json_object_set_string_member (one, "role", part->role);
      if (item->kind == REMIT_KIND_DECISION)
        {
          gint64 letter = remit_record_get_integer (part->record, REMIT_RIGHT_LETTER);

          json_object_set_string_member (one, "letter", remit_letter_choices[letter].nick);
        }
      else
        json_object_set_int_member (one, "level",
                                    remit_record_get_integer (part->record, REMIT_RUNG_POSITION));
    }
}

static void
print_json (const Library *self,
            RemitCli *cli)
{
  JsonObject *all = json_object_new ();
  JsonArray *array = remit_cli_json_add_array (all, "entries");

  for (guint i = 0; i < self->items->len; i++)
    {
      const RemitLibraryItem *item = self->items->pdata[i];
      JsonObject *object;

      if (!is_listed (self, cli, item))
        continue;
      object = remit_cli_json_append (array);
      json_object_set_string_member (object, "key", item->key);
      json_object_set_string_member (object, "group", item->group);
      json_object_set_string_member (object, "title", item->title);
      json_object_set_string_member (object, "text", item->text);
      if (self->is_placed)
        json_object_set_string_member (object, "state", state_nicks[get_state (self, cli, item)]);
      else
        json_object_set_null_member (object, "state");
      set_parts (object, item);
    }
  array = remit_cli_json_add_array (all, "problems");
  for (guint i = 0; i < self->problems->len; i++)
    json_array_add_string_element (array, self->problems->pdata[i]);
  remit_cli_json_print (all);
}

static void
print_table (const Library *self,
             RemitCli *cli)
{
  /* Translators: heads of columns; State: whether a plan has an entry of the library */
  g_autoptr (RemitCliTable) table = remit_cli_table_new (_ ("Key"), _ ("Title"), _ ("Group"),
                                                         _ ("State"), NULL);
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const RemitLibraryItem *item = self->items->pdata[i];

      if (!is_listed (self, cli, item))
        continue;
      remit_cli_table_add (table, item->key);
      remit_cli_table_add (table, item->title);
      remit_cli_table_add (table, item->group);
      remit_cli_table_add (table,
                           self->is_placed ? _ (state_words[get_state (self, cli, item)]) : "");
      n++;
    }
  if (n == 0)
    {
      g_print ("%s\n", _ ("No matching entries."));
      return;
    }
  remit_cli_table_hide_unused (table);
  remit_cli_table_print (table);
}

static gboolean
run_list (RemitCli *cli,
          char **arguments,
          GError **error)
{
  g_auto (Library) library = { .kind = REMIT_KIND_NONE };

  if (!open_library (&library, arguments[0], error)
      || !find_place_if_wanted (&library, cli, error))
    return FALSE;
  if (cli->json)
    print_json (&library, cli);
  else
    print_table (&library, cli);
  return TRUE;
}

/* ── Adding ───────────────────────────────────────────────────────────────────────────────── */

/* Returns: (transfer container) (nullable): the entries that are named and not there yet */
static GPtrArray *
find_items (Library *self,
            RemitCli *cli,
            char **keys,
            GError **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const RemitLibraryItem *item = remit_library_find (self->items, keys[i]);

      if (item == NULL)
        {
          /* Translators: the key of an entry of a library, and the library, such as “roles” */
          remit_design_refuse (error, _ ("The library has no entry “%1$s”. “remit-cli library list "
                                         "%2$s” lists the entries."),
                               keys[i], remit_library_get_folder (self->kind));
          return NULL;
        }
      if (remit_library_get_state (cli->workspace, self->plan, self->team, item)
            != REMIT_LIBRARY_THERE
          && !g_ptr_array_find (chosen, item, NULL))
        g_ptr_array_add (chosen, (gpointer) item);
    }
  return g_steal_pointer (&chosen);
}

static void
print_added (RemitCli *cli,
             GPtrArray *chosen)
{
  JsonObject *all;
  JsonArray *array;

  if (!cli->json)
    {
      g_print (ngettext ("%u entry added\n", "%u entries added\n", chosen->len), chosen->len);
      return;
    }
  all = json_object_new ();
  array = remit_cli_json_add_array (all, "added");
  for (guint i = 0; i < chosen->len; i++)
    json_array_add_string_element (array, ((RemitLibraryItem *) chosen->pdata[i])->key);
  remit_cli_json_print (all);
}

static gboolean
run_add (RemitCli *cli,
         char **arguments,
         GError **error)
{
  g_auto (Library) library = { .kind = REMIT_KIND_NONE };
  g_autoptr (GPtrArray) chosen = NULL;

  if (!open_library (&library, arguments[0], error) || !find_place (&library, cli, error))
    return FALSE;
  chosen = find_items (&library, cli, arguments + 1, error);
  if (chosen == NULL)
    return FALSE;
  if (chosen->len > 0
      && !remit_library_take (cli->workspace, library.plan, library.team,
                              (const RemitLibraryItem *const *) chosen->pdata, chosen->len, error))
    return FALSE;
  print_added (cli, chosen);
  return TRUE;
}

const RemitCliVerb remit_cli_library_verbs[] = {
  { "library list", N_ ("LIBRARY"), 1, REMIT_CLI_NO_FLAGS,
    N_ ("List ready-made roles, skills, decisions or ladders"),
    N_ ("The library is roles, skills, decisions or ladders. With --plan, the state says whether\n"
        "the plan or one of its teams has an entry; with --team, whether the team has it.\n"
        "\n"
        "Your own libraries are plan files in the folders roles, skills, decisions and ladders of\n"
        "~/.local/share/remit. What cannot be used in them is said on standard error.\n"
        "\n"
        "JSON: entries, an array of objects with key, group, title, text, state (missing,\n"
        "incomplete, there or null) and, for decisions and ladders, holders (objects with role "
        "and\n"
        "letter or level); problems, an array of texts."),
    list_options, run_list },
  { "library add", N_ ("LIBRARY KEY [KEY…]"), 2, REMIT_CLI_CREATES | REMIT_CLI_TAKES_MORE,
    N_ ("Add ready-made roles, skills, decisions or ladders"),
    N_ ("The slots of the team get the rights that their roles usually have. Roles and skills\n"
        "that exist get the descriptions that they lack. All is one step of undo.\n"
        "\n"
        "JSON: added, an array of keys."),
    add_options, run_add },
  { NULL }
};
