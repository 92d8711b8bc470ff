/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verbs for the history, undo and redo. */
#include <glib/gi18n.h>

#include "entity/remit-cli-entity.h"
#include "exchange/remit-cli-export.h"
#include "model/remit-day.h"
#include "model/remit-id.h"
#include "remit-cli-history.h"
#include "store/archive/remit-anchor.h"
#include "store/history/remit-history-chain.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-progress.h"
#include "support/remit-cli-table.h"

#define PAGE 500

static gboolean verify;
static char *against;
static char **archives;
static char *since;
static char *until;
static char *by;
static char *about;
static char *words;
static char *export_to;
static char *format;
static int limit = 20;

/* Elsewhere the letter names the workspace: whoever means that here does not search another one. */
static gboolean
take_words (const char *option,
            const char *value,
            gpointer data,
            GError **error)
{
  if (g_str_equal (option, "-w")
      && (g_str_has_suffix (value, ".remit") || g_file_test (value, G_FILE_TEST_IS_REGULAR)))
    return remit_cli_misuse (error,
                             /* Translators: the name of a file, twice */
                             _ ("After “history”, -w means --words. If “%s” is a workspace, use "
                                "--workspace; otherwise --words=“%s”."),
                             value, value);
  g_free (words);
  words = g_strdup (value);
  return TRUE;
}

static const GOptionEntry history_options[] = {
  { "verify", 0, 0, G_OPTION_ARG_NONE, &verify,
    N_ ("Check that no entry was changed or removed, and that no data was modified outside Remit"),
   NULL },
  { "against", 0, 0, G_OPTION_ARG_FILENAME, &against,
    N_ ("Check that the workspace still contains the state of an exported plan"),
    N_ ("PLAN.xml") },
  { "archive", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &archives,
    N_ ("Check that the history continues from an archive, and that the archive is intact"),
   N_ ("FILE") },
  { "since", 's', 0, G_OPTION_ARG_STRING, &since,
    N_ ("From this date or time"), N_ ("TIME") },
  { "until", 'u', 0, G_OPTION_ARG_STRING, &until, N_ ("Until this date, or before this time"),
    N_ ("TIME") },
  { "by", 'b', 0, G_OPTION_ARG_STRING, &by, N_ ("Changes by this author"), N_ ("NAME") },
  { "plan", 'p', 0, G_OPTION_ARG_STRING, &remit_cli_plan_name, N_ ("Only this plan"),
    N_ ("PLAN") },
  { "about", 'a', 0, G_OPTION_ARG_STRING, &about,
    N_ ("Changes of one entry and its present and former parts"), N_ ("ID") },
  { "words", 'w', 0, G_OPTION_ARG_CALLBACK, take_words,
    N_ ("Words in the description, the author or a changed text"), N_ ("WORDS") },
  { "export", 'e', 0, G_OPTION_ARG_FILENAME, &export_to,
    N_ ("Write the selected entries to a file, oldest first: CSV, a workbook for .xlsx files, or "
        "one JSON object per line for .jsonl files; “-” for standard output"), N_ ("FILE") },
  { "format", 'f', 0, G_OPTION_ARG_STRING, &format,
    N_ ("Format of the file, from the list below"), N_ ("FORMAT") },
  REMIT_CLI_EXPORT_CSV_OPTIONS,
  REMIT_CLI_EXPORT_KEYS_OPTION,
  { "limit", 'n', 0, G_OPTION_ARG_INT, &limit,
    N_ ("Number of entries, newest first; 0 for all (default: 20)"), N_ ("N") },
  { NULL }
};

static void
add_to_table (RemitCliTable *table,
              RemitHistoryEntry *entry)
{
  g_autofree char *time = remit_time_display (entry->at);
  g_autofree char *sentence = remit_history_entry_dup_sentence (entry);

  remit_cli_table_add_number (table, entry->seq);
  remit_cli_table_add (table, time);
  remit_cli_table_add (table, entry->actor);
  remit_cli_table_add (table, sentence);
}

static gboolean
set_entry (JsonObject *object,
           RemitStore *store,
           RemitHistoryEntry *entry,
           GError **error)
{
  g_autofree char *time = remit_time_format (entry->at);
  g_autoptr (GPtrArray) changes = NULL;
  gint64 target = entry->target;

  changes = remit_history_get_changes (store, entry->seq, error);
  if (changes == NULL)
    return FALSE;

  json_object_set_int_member (object, "seq", entry->seq);
  json_object_set_string_member (object, "time", time);
  json_object_set_string_member (object, "actor", entry->actor);
  json_object_set_string_member (object, "op", remit_history_op_nicks[entry->op]);
  json_object_set_string_member (object, "label", entry->label);
  if (target != 0)
    json_object_set_int_member (object, "target", target);
  else
    json_object_set_null_member (object, "target");
  remit_cli_json_set_id (object, "plan", entry->plan);
  json_object_set_int_member (object, "changes", changes->len);
  return TRUE;
}

/* Reads the newest entries that are wanted, at most @limit, page by page, into either. @more is how
 * many others were met. */
static gboolean
read_entries (RemitStore *store,
              const RemitHistoryFilter *filter,
              RemitCliTable *table,
              JsonArray *array,
              gulong *more,
              GError **error)
{
  g_autoptr (RemitHistorySearch) search = remit_history_search_new (store, filter);
  gulong n = 0;

  while (!remit_history_search_is_complete (search))
    {
      g_autoptr (GPtrArray) page = remit_history_search_next (search, PAGE, error);

      if (page == NULL)
        return FALSE;
      for (guint i = 0; i < page->len; i++, n++)
        {
          if (limit > 0 && n >= (gulong) limit)
            continue;
          if (table != NULL)
            add_to_table (table, page->pdata[i]);
          else if (!set_entry (remit_cli_json_append (array), store, page->pdata[i], error))
            return FALSE;
        }
    }
  *more = limit > 0 && n > (gulong) limit ? n - (gulong) limit : 0;
  return TRUE;
}

static void
print_list (RemitCliTable *table,
            const RemitAnchor *anchor,
            gulong more)
{
  g_autofree char *sentence = anchor->seq > 0 ? remit_anchor_dup_sentence (anchor) : NULL;

  remit_cli_table_print (table);
  if (more > 0)
    g_print (ngettext ("and %lu earlier entry; --limit 0 shows all\n",
                       "and %lu earlier entries; --limit 0 shows all\n", more),
             more);
  if (sentence != NULL)
    g_print ("%s\n", sentence);
}

static void
set_head (JsonObject *object,
          gint64 length,
          const char *hash,
          const RemitAnchor *anchor)
{
  json_object_set_int_member (object, "length", length);
  json_object_set_string_member (object, "head", hash);
  json_object_set_int_member (object, "sealed", anchor->seq);
  if (anchor->archive != NULL)
    json_object_set_string_member (object, "archive", anchor->archive);
  else
    json_object_set_null_member (object, "archive");
}

static gboolean
list (RemitCli *cli,
      const RemitHistoryFilter *filter,
      GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (RemitCliTable) table = NULL;
  g_autofree char *head = NULL;
  g_auto (RemitAnchor) anchor = { 0 };
  gint64 length;
  gulong more;

  if (!cli->json)
    /* Translators: heads of columns; a tab at the end sets a column to the right, keep it */
    table = remit_cli_table_new (_ ("No.\t"), _ ("When"), _ ("Who"), _ ("What"), NULL);
  if (!remit_history_get_head (cli->store, &length, &head, error)
      || !remit_anchor_read (&anchor, cli->store, error))
    return FALSE;
  set_head (object, length, head, &anchor);
  if (!read_entries (cli->store, filter, table, remit_cli_json_add_array (object, "entries"), &more,
                     error))
    return FALSE;

  if (cli->json)
    remit_cli_json_print (g_steal_pointer (&object));
  else if (length == 0)
    g_print ("%s\n", _ ("No changes yet."));
  else
    print_list (table, &anchor, more);
  return TRUE;
}

/* A moment, or a day: its beginning, or, for @end, its end. */
static gboolean
parse_moment (const char *text,
              gboolean end,
              gint64 *moment,
              GError **error)
{
  gint64 day = remit_day_parse (text);

  *moment = day != 0 ? remit_time_of_day_end (end ? day : day - 1) : remit_time_parse (text);
  if (*moment != 0)
    return TRUE;
  return remit_cli_misuse (error,
                           _ ("“%s” is not a date such as 2026-03-01 or a time such as "
                              "2026-03-01T12:00:00Z"), text);
}

static RemitHistoryFilter *
create_filter (RemitCli *cli,
               GError **error)
{
  g_autoptr (RemitHistoryFilter) filter = remit_history_filter_copy (NULL);

  filter->actor = g_strdup (by);
  filter->words = g_strdup (words);
  if ((since != NULL && !parse_moment (since, FALSE, &filter->from, error))
      || (until != NULL && !parse_moment (until, TRUE, &filter->until, error))
      || !remit_cli_entity_find_plan (cli, &filter->plan, error))
    return NULL;
  if (about != NULL)
    filter->entity = remit_id_parse (about);
  if (about != NULL && filter->entity == 0)
    {
      remit_cli_misuse (error, _ ("“%s” is not an id; ids have 16 digits, such as "
                                  "01890a5d6c1a2b3c"),
                        about);
      return NULL;
    }
  return g_steal_pointer (&filter);
}

static gboolean
export_history (RemitStore *store,
                const RemitHistoryFilter *filter,
                GError **error)
{
  g_auto (RemitCliProgress) progress = { NULL };
  RemitExport export = { .store = store, .filter = filter, .progress = remit_cli_progress_step,
                         .progress_data = &progress };
  const RemitExporter *exporter
    = format != NULL ? remit_exporter_find (REMIT_EXPORT_HISTORY, format)
                     : remit_exporter_find_for_path (REMIT_EXPORT_HISTORY, export_to);
  g_autofree char *names = remit_exporter_dup_names (REMIT_EXPORT_HISTORY);

  if (exporter == NULL)
    return remit_cli_refuse_option ("--format", format, names, error);
  if (!remit_cli_export_choose_form (exporter, &export.csv, error)
      || !remit_cli_export_choose_keys (exporter, &export, error))
    return FALSE;
  remit_cli_progress_init (&progress, _ ("Exporting"));
  export.cancellable = progress.cancellable;
  return remit_exporter_write (exporter, &export, export_to, error);
}

static gboolean
run_history (RemitCli *cli,
             char **arguments,
             GError **error)
{
  g_autoptr (RemitHistoryFilter) filter = NULL;

  if (limit < 0)
    return remit_cli_misuse (error, _ ("--limit must be 0 or more"));
  if (remit_cli_get_store (cli, error) == NULL)
    return FALSE;
  if (verify || against != NULL || archives != NULL)
    return remit_cli_verify_history (cli, against, (const char *const *) archives, error);
  filter = create_filter (cli, error);
  if (filter == NULL)
    return FALSE;
  if (export_to != NULL)
    return export_history (cli->store, filter, error);
  return list (cli, filter, error);
}

/* Says what the newest entry of the history, an undo or a redo, took back. */
static gboolean
show_newest (RemitCli *cli,
             GError **error)
{
  g_autoptr (GPtrArray) page = remit_history_page (cli->store, 0, 1, error);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *sentence = NULL;
  JsonObject *entry;

  if (page == NULL)
    return FALSE;
  if (!cli->json)
    {
      sentence = remit_history_entry_dup_sentence (g_ptr_array_index (page, 0));
      g_print ("%s\n", sentence);
      return TRUE;
    }

  entry = json_object_new ();
  json_object_set_object_member (object, "entry", entry);
  if (!set_entry (entry, cli->store, g_ptr_array_index (page, 0), error))
    return FALSE;
  remit_cli_json_print (g_steal_pointer (&object));
  return TRUE;
}

static gboolean
run_undo (RemitCli *cli,
          char **arguments,
          GError **error)
{
  RemitStore *store = remit_cli_get_store (cli, error);

  return store != NULL && remit_history_undo (store, (RemitHistoryOp) cli->verb->detail, 0, error)
         && show_newest (cli, error);
}

const RemitCliVerb remit_cli_history_verbs[] = {
  { "history", NULL, 0, REMIT_CLI_NO_FLAGS, N_ ("List who changed what and when, or verify the "
                                                "history"),
    N_ ("With --verify, the exit status is 1 when the history was modified. --export includes\n"
        "confidential items: an audit trail has no gaps.\n"
        "\n"
        "JSON: length, head (the hash of the newest entry), entries, an array of objects with\n"
        "seq, time, actor, op (edit, undo or redo), label, target (the reverted entry), plan,\n"
        "changes (number of rows); sealed (number of archived entries, or 0) and archive (its\n"
        "name, or null). With --verify: whole, length, sealed, head, broken (the first modified\n"
        "entry, or null), archives, an array of objects with file, right, length, head and\n"
        "sentence; with --against, contained."),
    history_options, run_history, remit_cli_export_dup_formats, REMIT_EXPORT_HISTORY },
  { "undo", NULL, 0, REMIT_CLI_NO_FLAGS, N_ ("Undo the last change"),
    N_ ("JSON: entry, an object as in “history”."), NULL, run_undo,
    .detail = REMIT_HISTORY_UNDO },
  { "redo", NULL, 0, REMIT_CLI_NO_FLAGS, N_ ("Redo the last undone change"),
    N_ ("JSON: entry, an object as in “history”."), NULL, run_undo,
    .detail = REMIT_HISTORY_REDO },
  { NULL }
};
