/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that seals the beginning of the history into an archive. */
#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "remit-cli.h"
#include "store/archive/remit-archive.h"
#include "store/archive/remit-compact.h"
#include "support/remit-cli-json.h"
#include "support/remit-cli-progress.h"

static char *before;
static char *archive;

static const GOptionEntry compact_options[] = {
  { "before", 'b', 0, G_OPTION_ARG_STRING, &before,
    N_ ("First day of the changes to keep (default: a year ago)"), N_ ("DAY") },
  { "archive", 'a', 0, G_OPTION_ARG_FILENAME, &archive,
    N_ ("New archive file (default: next to the workspace)"), N_ ("FILE") },
  { NULL }
};

static gboolean
parse_day (gint64 *day,
           GError **error)
{
  *day = before != NULL ? remit_day_parse (before) : remit_compact_get_default_day ();
  return *day != 0
         || remit_cli_misuse (error, _ ("“%s” is not a date such as 2026-03-01"), before);
}

static void
print_compacted (const RemitCompacted *compacted,
                 const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *was = g_format_size ((guint64) compacted->size_before);
  g_autofree char *is = g_format_size ((guint64) compacted->size_after);

  /* Translators: a number of entries, and a file name */
  g_print (ngettext ("Archived %'lu entry to “%s”\n", "Archived %'lu entries to “%s”\n",
                     (gulong) compacted->n_lines),
           (gulong) compacted->n_lines, name);
  /* Translators: two sizes of the workspace, such as 117.4 MB */
  g_print (_ ("Size of the workspace: %s, now %s\n"), was, is);
  if (compacted->size_after >= compacted->size_before)
    g_print (_ ("The file could not be reduced now, but has free space for new data.\n"));
}

static void
print_json (const RemitCompacted *compacted,
            const char *path,
            gint64 day)
{
  JsonObject *object = json_object_new ();
  g_autofree char *name = g_filename_display_name (path);
  char text[11];

  remit_day_format (day, text);
  json_object_set_string_member (object, "archive", name);
  json_object_set_string_member (object, "before", text);
  json_object_set_int_member (object, "entries", compacted->n_lines);
  json_object_set_int_member (object, "size-before", compacted->size_before);
  json_object_set_int_member (object, "size-after", compacted->size_after);
  json_object_set_int_member (object, "archive-size", compacted->archive_size);
  remit_cli_json_print (object);
}

static gboolean
run_compact (RemitCli *cli,
             char **arguments,
             GError **error)
{
  g_auto (RemitCliProgress) progress = { NULL };
  RemitStore *store = remit_cli_get_store (cli, error);
  RemitWorkControl control = { NULL, remit_cli_progress_step, &progress };
  g_autofree char *path = NULL;
  RemitCompacted compacted;
  gboolean done;
  gint64 day;

  if (store == NULL || !parse_day (&day, error))
    return FALSE;
  path = archive != NULL ? g_strdup (archive)
                         : remit_archive_dup_path (remit_store_get_path (store), day);
  remit_cli_progress_init (&progress, _ ("Archiving"));
  control.cancellable = progress.cancellable;
  done = remit_compact (store, day, path, &control, &compacted, error);
  remit_cli_progress_clear (&progress);
  if (!done)
    return FALSE;
  if (cli->json)
    print_json (&compacted, path, day);
  else
    print_compacted (&compacted, path);
  return TRUE;
}

const RemitCliVerb remit_cli_compact_verbs[] = {
  { "compact", NULL, 0, REMIT_CLI_NO_FLAGS,
    N_ ("Move older history to an archive file, to make the workspace smaller"),
    N_ ("Moves entries before the date to a new file, an archive, which opens as a workspace "
        "with\n"
        "the data of that time and can be verified. The workspace keeps the data and newer\n"
        "entries, and its history continues from the archive: keep both files. Archived changes\n"
        "cannot be undone.\n"
        "\n"
        "JSON: archive, before, entries (the number of archived entries), size-before, "
        "size-after\n"
        "and archive-size (in bytes)."),
    compact_options, run_compact },
  { NULL }
};
