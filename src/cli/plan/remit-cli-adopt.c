/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs that take a scenario over into the plan that it was copied from, and the other way. */
#include <glib/gi18n.h>

#include "entity/remit-cli-entity.h"
#include "model/remit-id.h"
#include "plan/adopt/remit-adopt.h"
#include "remit-cli.h"
#include "support/remit-cli-json.h"

static gboolean dry_run;
static gboolean all_mine;
static gboolean all_theirs;
static char **left;
static char **choices;

static const GOptionEntry adopt_options[] = {
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run,
    N_ ("Show changes and clashes, and change nothing"), NULL },
  { "mine", 0, 0, G_OPTION_ARG_NONE, &all_mine,
    N_ ("Where both plans clash, take the scenario"), NULL },
  { "theirs", 0, 0, G_OPTION_ARG_NONE, &all_theirs,
    N_ ("Where both plans clash, take the plan that it was copied from"), NULL },
  { "choose", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choices,
    N_ ("Decide one clash, by its key: KEY=mine or KEY=theirs"), N_ ("KEY=SIDE") },
  { "leave", 0, 0, G_OPTION_ARG_STRING_ARRAY, &left,
    N_ ("Skip the changes of one row, by its id"), N_ ("ID") },
  { NULL }
};

/* ── Options ──────────────────────────────────────────────────────────────────────────────── */

static gboolean
read_left (RemitAdoptOptions *options,
           GError **error)
{
  options->left = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; left != NULL && left[i] != NULL; i++)
    {
      gint64 id = remit_id_parse (left[i]);

      if (id == 0)
        return remit_cli_misuse (error, _ ("--leave needs an id of 16 hexadecimal digits"));
      g_hash_table_add (options->left, g_memdup2 (&id, sizeof id));
    }
  return TRUE;
}

static gboolean
read_choices (RemitAdoptOptions *options,
              GError **error)
{
  options->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    {
      char *end = strrchr (choices[i], '=');
      RemitSide side = end == NULL                       ? REMIT_SIDE_NONE
                       : g_str_equal (end + 1, "mine")   ? REMIT_SIDE_MINE
                       : g_str_equal (end + 1, "theirs") ? REMIT_SIDE_THEIRS
                                                         : REMIT_SIDE_NONE;

      if (side == REMIT_SIDE_NONE)
        return remit_cli_misuse (error, _ ("--choose needs KEY=mine or KEY=theirs"));
      g_hash_table_insert (options->choices, g_strndup (choices[i], (gsize) (end - choices[i])),
                           GINT_TO_POINTER (side));
    }
  return TRUE;
}

static void
options_clear (RemitAdoptOptions *options)
{
  g_clear_pointer (&options->left, g_hash_table_unref);
  g_clear_pointer (&options->choices, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RemitAdoptOptions, options_clear)

static gboolean
read_options (RemitAdoptOptions *options,
              GError **error)
{
  if (all_mine && all_theirs)
    return remit_cli_misuse (error, _ ("--mine and --theirs cannot be combined"));
  options->all = all_mine     ? REMIT_SIDE_MINE
                 : all_theirs ? REMIT_SIDE_THEIRS
                              : REMIT_SIDE_NONE;
  return read_left (options, error) && read_choices (options, error);
}

/* ── As text ──────────────────────────────────────────────────────────────────────────────── */

static const char *const sides[] = { NULL, "mine", "theirs" };

static void
show_clash (const RemitClash *clash,
            const RemitAdoption *adoption)
{
  g_print ("  %s: %s\n", remit_clash_kind_get_label (clash->kind), clash->reason);
  g_print ("    %s: %s\n", _ ("Before"), clash->values[0]);
  g_print ("    %s: %s\n", adoption->titles[0], clash->values[1]);
  g_print ("    %s: %s\n", adoption->titles[1], clash->values[2]);
  if (clash->choice == REMIT_SIDE_NONE)
    /* Translators: how a clash is decided on the command line */
    g_print (_ ("    Decide with --choose %s=mine or =theirs\n"), clash->key);
  else
    /* Translators: the name of the plan that a clash was decided for */
    g_print (_ ("    Decided for “%s”\n"),
             adoption->titles[clash->choice == REMIT_SIDE_MINE ? 0 : 1]);
}

static void
show_text (const RemitAdoption *adoption)
{
  for (guint i = 0; i < adoption->changes->len; i++)
    {
      const RemitDifference *change = adoption->changes->pdata[i];
      g_autofree char *sentence = remit_difference_dup_sentence (change);
      char id[17];

      remit_id_format (change->a != 0 ? change->a : change->b, id);
      g_print ("  [%s] %s\n", id, sentence);
    }
  g_print (ngettext ("%u change\n", "%u changes\n", adoption->changes->len),
           adoption->changes->len);
  if (adoption->clashes->len > 0)
    g_print ("\n%s\n", _ ("Clashes"));
  for (guint i = 0; i < adoption->clashes->len; i++)
    show_clash (adoption->clashes->pdata[i], adoption);
}

static void
show_end (const RemitAdoption *adoption,
          RemitAdoptVerb verb)
{
  const char *first = adoption->titles[verb == REMIT_ADOPT ? 0 : 1];
  const char *second = adoption->titles[verb == REMIT_ADOPT ? 1 : 0];

  if (dry_run)
    g_print ("%s\n", _ ("Dry run: nothing was changed."));
  else
    /* Translators: two names of plans; the second one was changed */
    g_print (_ ("The changes of “%1$s” are now in “%2$s”. “remit-cli undo” takes them back.\n"),
             first, second);
  if (verb == REMIT_ADOPT && adoption->n_level > 0)
    /* Translators: the name of a scenario */
    g_print (ngettext ("“%1$s” follows in %2$u row, so that both are level.\n",
                       "“%1$s” follows in %2$u rows, so that both are level.\n",
                       adoption->n_level),
             adoption->titles[0], adoption->n_level);
}

/* ── As JSON ──────────────────────────────────────────────────────────────────────────────── */

static void
set_clash (JsonObject *object,
           const RemitClash *clash)
{
  json_object_set_string_member (object, "key", clash->key);
  json_object_set_string_member (object, "clash", remit_clash_kind_get_nick (clash->kind));
  json_object_set_string_member (object, "kind", remit_entity_info (clash->entity)->name);
  remit_cli_json_set_id (object, "mine_id", clash->mine);
  remit_cli_json_set_id (object, "theirs_id", clash->theirs);
  json_object_set_string_member (object, "name", clash->name);
  json_object_set_string_member (object, "reason", clash->reason);
  json_object_set_string_member (object, "base", clash->values[0]);
  json_object_set_string_member (object, "mine", clash->values[1]);
  json_object_set_string_member (object, "theirs", clash->values[2]);
  json_object_set_string_member (object, "choice", sides[clash->choice]);
}

static void
show_json (const RemitAdoption *adoption,
           gboolean is_done)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonArray *array;

  json_object_set_boolean_member (object, "dry_run", dry_run);
  json_object_set_boolean_member (object, "done", is_done);
  remit_cli_json_set_id (object, "scenario", adoption->scenario);
  remit_cli_json_set_id (object, "origin", adoption->origin);
  array = remit_cli_json_add_array (object, "changes");
  for (guint i = 0; i < adoption->changes->len; i++)
    {
      const RemitDifference *change = adoption->changes->pdata[i];
      g_autofree char *sentence = remit_difference_dup_sentence (change);
      JsonObject *row = remit_cli_json_append (array);

      json_object_set_string_member (row, "op", remit_difference_op_get_nick (change->op));
      json_object_set_string_member (row, "kind", remit_entity_info (change->kind)->name);
      remit_cli_json_set_id (row, "id", change->a);
      remit_cli_json_set_id (row, "source_id", change->b);
      json_object_set_string_member (row, "text", sentence);
    }
  json_object_set_int_member (object, "level", adoption->n_level);
  array = remit_cli_json_add_array (object, "clashes");
  for (guint i = 0; i < adoption->clashes->len; i++)
    set_clash (remit_cli_json_append (array), adoption->clashes->pdata[i]);
  remit_cli_json_print (g_steal_pointer (&object));
}

/* ── The verbs ────────────────────────────────────────────────────────────────────────────── */

static gboolean
run_adopt (RemitCli *cli,
           char **arguments,
           GError **error)
{
  g_auto (RemitAdoptOptions) options = { .verb = (RemitAdoptVerb) cli->verb->detail };
  g_autoptr (RemitAdoption) adoption = NULL;
  gboolean is_done;
  gint64 plan;

  if (!read_options (&options, error))
    return FALSE;
  plan = remit_cli_entity_find_argument (cli, REMIT_KIND_PLAN, arguments[0], error);
  if (plan == 0)
    return FALSE;
  if (dry_run)
    adoption = remit_adopt_judge (cli->store, plan, &options, error);
  is_done = dry_run ? adoption != NULL
                    : remit_adopt (cli->workspace, plan, &options, &adoption, error);
  if (adoption != NULL && cli->json)
    show_json (adoption, is_done && !dry_run);
  else if (adoption != NULL)
    {
      show_text (adoption);
      if (is_done)
        show_end (adoption, options.verb);
    }
  return is_done;
}

const RemitCliVerb remit_cli_adopt_verbs[] = {
  { "adopt", N_ ("PLAN"), 1, REMIT_CLI_NO_FLAGS,
    N_ ("Take the changes of a scenario over into the plan that it was copied from"),
    N_ ("Both may have changed since they were last level: what only one of them changed goes "
        "on.\n"
        "The scenario takes over what the other plan has changed meanwhile, so that both are "
        "level.\n"
        "\n"
        "Clashes are not decided by themselves: without --mine, --theirs or --choose nothing is\n"
        "changed, and each is shown with its key and all three values. You can undo all with one\n"
        "“remit-cli undo”. The conflicts of a plan, the logs of its decisions and what was "
        "decided\n"
        "there stay as they are.\n"
        "\n"
        "JSON: dry_run, done, scenario, origin (ids); changes, an array of objects with op, "
        "kind, id,\n"
        "source_id and text; level (a number of rows); clashes, an array of objects with "
        "key, clash\n"
        "(cell, deletion, rule or guard), kind, mine_id, theirs_id, name, reason, base, "
        "mine, theirs\n"
        "and choice (mine, theirs or null)."),
    adopt_options, run_adopt, NULL, REMIT_ADOPT },
  { "refresh", N_ ("PLAN"), 1, REMIT_CLI_NO_FLAGS,
    N_ ("Bring a scenario up to date with the plan that it was copied from"),
    N_ ("The changes of the scenario stay.\n"
        "\n"
        "Clashes are not decided by themselves: without --mine, --theirs or --choose nothing is\n"
        "changed, and each is shown with its key and all three values. You can undo all with one\n"
        "“remit-cli undo”. The conflicts of a plan, the logs of its decisions and what was "
        "decided\n"
        "there stay as they are.\n"
        "\n"
        "JSON: dry_run, done, scenario, origin (ids); changes, an array of objects with op, "
        "kind, id,\n"
        "source_id and text; level (a number of rows); clashes, an array of objects with "
        "key, clash\n"
        "(cell, deletion, rule or guard), kind, mine_id, theirs_id, name, reason, base, "
        "mine, theirs\n"
        "and choice (mine, theirs or null)."),
    adopt_options, run_adopt, NULL, REMIT_REFRESH },
  { NULL }
};
