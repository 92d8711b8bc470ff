/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs for the history, undo and redo. */
#define G_LOG_DOMAIN "remit-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "remit-cli-json.h"
#include "remit-cli-progress.h"
#include "remit-cli-table.h"
#include "remit-cli.h"
#include "store/remit-history-chain.h"

#define PAGE 500

static gboolean verify;
static int limit = 20;

static const GOptionEntry history_options[] = {
  { "verify", 0, 0, G_OPTION_ARG_NONE, &verify,
    N_ ("Check that no entry was changed or removed"), NULL },
  { "limit", 'n', 0, G_OPTION_ARG_INT, &limit,
    N_ ("How many entries, the newest first; 0 for all (default: 20)"), N_ ("N") },
  { NULL }
};

static void
add_to_table (RemitCliTable *table,
              RemitHistoryEntry *entry)
{
  g_autofree char *time = remit_time_display (remit_history_entry_get_time (entry));
  g_autofree char *sentence = remit_history_entry_dup_sentence (entry);

  remit_cli_table_add_number (table, remit_history_entry_get_seq (entry));
  remit_cli_table_add (table, time);
  remit_cli_table_add (table, remit_history_entry_get_actor (entry));
  remit_cli_table_add (table, sentence);
}

static gboolean
add_to_json (JsonBuilder *builder,
             RemitStore *store,
             RemitHistoryEntry *entry,
             GError **error)
{
  g_autofree char *time = remit_time_format (remit_history_entry_get_time (entry));
  g_autoptr (GPtrArray) changes = NULL;
  gint64 target = remit_history_entry_get_target (entry);

  changes = remit_history_get_changes (store, remit_history_entry_get_seq (entry), error);
  if (changes == NULL)
    return FALSE;

  json_builder_begin_object (builder);
  remit_cli_json_add_integer (builder, "seq", remit_history_entry_get_seq (entry));
  remit_cli_json_add_text (builder, "time", time);
  remit_cli_json_add_text (builder, "actor", remit_history_entry_get_actor (entry));
  remit_cli_json_add_text (builder, "op",
                           remit_history_op_to_nick (remit_history_entry_get_op (entry)));
  remit_cli_json_add_text (builder, "label", remit_history_entry_get_label (entry));
  json_builder_set_member_name (builder, "target");
  if (target != 0)
    json_builder_add_int_value (builder, target);
  else
    json_builder_add_null_value (builder);
  remit_cli_json_add_id (builder, "plan", remit_history_entry_get_plan (entry));
  remit_cli_json_add_integer (builder, "changes", changes->len);
  json_builder_end_object (builder);
  return TRUE;
}

/* Reads the newest entries, at most @limit, page by page, into either. */
static gboolean
read_entries (RemitStore *store,
              RemitCliTable *table,
              JsonBuilder *builder,
              GError **error)
{
  guint left = limit > 0 ? (guint) limit : G_MAXUINT;
  gint64 before = 0;

  while (left > 0 && before != 1)
    {
      g_autoptr (GPtrArray) page = remit_history_page (store, before, MIN (left, PAGE), error);

      if (page == NULL)
        return FALSE;
      if (page->len == 0)
        break;
      for (guint i = 0; i < page->len; i++)
        {
          RemitHistoryEntry *entry = g_ptr_array_index (page, i);

          before = remit_history_entry_get_seq (entry);
          if (table != NULL)
            add_to_table (table, entry);
          else if (!add_to_json (builder, store, entry, error))
            return FALSE;
        }
      left -= page->len;
    }
  return TRUE;
}

static gboolean
list_as_json (RemitStore *store,
              GError **error)
{
  g_autoptr (JsonBuilder) builder = remit_cli_json_new ();
  g_autofree char *head = NULL;
  gint64 length;

  if (!remit_history_get_head (store, &length, &head, error))
    return FALSE;
  remit_cli_json_add_integer (builder, "length", length);
  remit_cli_json_add_text (builder, "head", head);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  if (!read_entries (store, NULL, builder, error))
    return FALSE;
  json_builder_end_array (builder);
  remit_cli_json_print (g_steal_pointer (&builder));
  return TRUE;
}

static gboolean
list_as_text (RemitStore *store,
              GError **error)
{
  g_autoptr (RemitCliTable) table = NULL;
  g_autofree char *head = NULL;
  gint64 length;

  /* Translators: heads of columns; a tab at the end sets a column to the right, keep it */
  table = remit_cli_table_new (_ ("No.\t"), _ ("When"), _ ("Who"), _ ("What"), NULL);
  if (!remit_history_get_head (store, &length, &head, error)
      || !read_entries (store, table, NULL, error))
    return FALSE;

  if (length == 0)
    {
      g_print ("%s\n", _ ("Nothing has been changed yet."));
      return TRUE;
    }
  remit_cli_table_print (table);
  if (limit > 0 && length > limit)
    g_print (ngettext ("and %lu earlier entry; --limit 0 shows all\n",
                       "and %lu earlier entries; --limit 0 shows all\n",
                       (gulong) (length - limit)),
             (gulong) (length - limit));
  return TRUE;
}

static void
show_verified (RemitCli *cli,
               gint64 length,
               const char *head,
               gint64 broken)
{
  if (cli->json)
    {
      JsonBuilder *builder = remit_cli_json_new ();

      remit_cli_json_add_boolean (builder, "whole", broken == 0);
      remit_cli_json_add_integer (builder, "length", length);
      remit_cli_json_add_text (builder, "head", head);
      json_builder_set_member_name (builder, "broken");
      if (broken != 0)
        json_builder_add_int_value (builder, broken);
      else
        json_builder_add_null_value (builder);
      remit_cli_json_print (builder);
    }
  else if (broken != 0)
    g_print (_ ("The history is broken at entry %ld of %ld: it, or one before it, was changed or "
                "removed by something else than Remit. Compare it with a backup.\n"),
             (long) broken, (long) length);
  else
    {
      g_print (ngettext ("The history is whole: %lu entry\n", "The history is whole: %lu entries\n",
                         (gulong) length),
               (gulong) length);
      /* Translators: a hash, in hexadecimal digits */
      g_print (_ ("Hash of the newest: %s\n"), head);
    }
}

static gboolean
verify_history (RemitCli *cli,
                RemitStore *store,
                GError **error)
{
  g_auto (RemitCliProgress) progress = { NULL };
  g_autofree char *head = NULL;
  gint64 length, broken;

  remit_cli_progress_init (&progress, _ ("Verifying"));
  if (!remit_history_get_head (store, &length, &head, error)
      || !remit_history_verify (store, progress.cancellable, remit_cli_progress_step, &progress,
                                &broken, error))
    return FALSE;

  remit_cli_progress_clear (&progress);
  cli->found = broken != 0;
  show_verified (cli, length, head, broken);
  return TRUE;
}

static gboolean
run_history (RemitCli *cli,
             char **arguments,
             GError **error)
{
  RemitStore *store;

  if (limit < 0)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("--limit has to be 0 or more"));
      return FALSE;
    }
  store = remit_cli_get_store (cli, error);
  if (store == NULL)
    return FALSE;
  if (verify)
    return verify_history (cli, store, error);
  return cli->json ? list_as_json (store, error) : list_as_text (store, error);
}

/* Says what the newest entry of the history, an undo or a redo, took back. */
static gboolean
show_newest (RemitCli *cli,
             GError **error)
{
  g_autoptr (GPtrArray) page = remit_history_page (cli->store, 0, 1, error);
  g_autoptr (JsonBuilder) builder = NULL;
  g_autofree char *sentence = NULL;

  if (page == NULL)
    return FALSE;
  if (!cli->json)
    {
      sentence = remit_history_entry_dup_sentence (g_ptr_array_index (page, 0));
      g_print ("%s\n", sentence);
      return TRUE;
    }

  builder = remit_cli_json_new ();
  json_builder_set_member_name (builder, "entry");
  if (!add_to_json (builder, cli->store, g_ptr_array_index (page, 0), error))
    return FALSE;
  remit_cli_json_print (g_steal_pointer (&builder));
  return TRUE;
}

static gboolean
run_undo (RemitCli *cli,
          char **arguments,
          GError **error)
{
  RemitStore *store = remit_cli_get_store (cli, error);

  return store != NULL && remit_history_undo (store, error) && show_newest (cli, error);
}

static gboolean
run_redo (RemitCli *cli,
          char **arguments,
          GError **error)
{
  RemitStore *store = remit_cli_get_store (cli, error);

  return store != NULL && remit_history_redo (store, error) && show_newest (cli, error);
}

const RemitCliVerb remit_cli_history_verbs[] = {
  { "history", NULL, 0, REMIT_CLI_NO_FLAGS, N_ ("List who changed what and when, or verify it"),
    N_ ("With --verify, the exit status is 1 when the history is broken.\n\n"
        "JSON: length, head (the hash of the newest entry), entries, an array of objects\n"
        "with seq, time, actor, op (edit, undo or redo), label, target (the entry taken\n"
        "back), plan, changes (how many rows). With --verify: whole, length, head, broken\n"
        "(the first entry that does not fit, or null)."),
    history_options, run_history },
  { "undo", NULL, 0, REMIT_CLI_NO_FLAGS, N_ ("Take the last change back"),
    N_ ("JSON: entry, an object as in “history”."), NULL, run_undo },
  { "redo", NULL, 0, REMIT_CLI_NO_FLAGS, N_ ("Do again what was taken back last"),
    N_ ("JSON: entry, an object as in “history”."), NULL, run_redo },
  { NULL }
};
