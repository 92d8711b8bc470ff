/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reads the history, and opens and copies workspaces. */
#include "fault-reads.h"

#include <glib/gstdio.h>

#include "exchange/remit-exporter.h"
#include "model/remit-day.h"
#include "remit-faults.h"
#include "store/archive/remit-compact.h"
#include "store/history/remit-history-search.h"
#include "store/history/remit-history-words.h"
#include "store/past/remit-past.h"

static void
add_entries (GPtrArray *entries,
             GString *text)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const RemitHistoryEntry *entry = entries->pdata[i];

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s\n", entry->seq, entry->label);
    }
}

static char *
page (FaultScene *scene,
      GError **error)
{
  g_autoptr (GPtrArray) entries = remit_history_page (scene->f.store, 0, 100, error);
  GString *text;

  if (entries == NULL)
    return NULL;
  text = g_string_new (NULL);
  add_entries (entries, text);
  return g_string_free (text, FALSE);
}

static char *
get_changes (FaultScene *scene,
             GError **error)
{
  g_autoptr (GPtrArray) changes = remit_history_get_changes (scene->f.store, 12, error);
  g_autoptr (GPtrArray) lines = NULL;
  GString *text;

  if (changes == NULL)
    return NULL;
  lines = remit_history_get_lines (scene->f.store, changes, 10);
  text = g_string_new (NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *sentence = remit_history_line_dup_sentence (lines->pdata[i]);

      g_string_append_printf (text, "%s\n", sentence);
    }
  return g_string_free (text, FALSE);
}

static char *
search (FaultScene *scene,
        GError **error)
{
  const RemitHistoryFilter filter = { .words = (char *) "GPUs" };
  g_autoptr (RemitHistorySearch) found = remit_history_search_new (scene->f.store, &filter);
  g_autoptr (GString) text = g_string_new (NULL);

  while (!remit_history_search_is_complete (found))
    {
      g_autoptr (GPtrArray) entries = remit_history_search_next (found, 100, error);

      if (entries == NULL)
        return NULL;
      add_entries (entries, text);
    }
  return g_strdup (text->str);
}

static char *
list_actors (FaultScene *scene,
             GError **error)
{
  g_auto (GStrv) actors = remit_history_list_actors (scene->f.store, error);

  return actors != NULL ? g_strjoinv ("\n", actors) : NULL;
}

static char *
get_head (FaultScene *scene,
          GError **error)
{
  char *hash = NULL;
  gint64 length;

  return remit_history_get_head (scene->f.store, &length, &hash, error) ? hash : NULL;
}

static char *
verify (FaultScene *scene,
        GError **error)
{
  gboolean is_whole;

  return remit_test_dup_verdict (scene->f.store, &is_whole, error);
}

static char *
export_history (FaultScene *scene,
                GError **error)
{
  const RemitExporter *const *exporters = remit_exporter_list ();
  const RemitExport order = { .store = scene->f.store };
  g_autofree char *path = g_build_filename (scene->f.folder, "exported", NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; exporters[i] != NULL; i++)
    {
      g_autofree char *contents = NULL;

      if (exporters[i]->scope != REMIT_EXPORT_HISTORY)
        continue;
      if (!remit_exporter_write (exporters[i], &order, path, error)
          || !g_file_get_contents (path, &contents, NULL, error))
        return NULL;
      g_string_append (text, contents);
    }
  return g_strdup (text->str);
}

/* A file that is there only when it is whole. */
static char *
write_past (FaultScene *scene,
            GError **error)
{
  g_autofree char *path = g_build_filename (scene->f.folder, "past.remit", NULL);
  g_autoptr (RemitStore) past = NULL;
  g_autoptr (GError) problem = NULL;
  gboolean is_written;

  g_unlink (path);
  is_written = remit_past_write (scene->f.store, 12, path, NULL, error);
  g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, is_written);
  if (!is_written)
    return NULL;
  remit_faults_disarm ();
  past = remit_store_open (path, REMIT_STORE_READ_ONLY, error);
  return past != NULL ? remit_test_dump (past) : NULL;
}

static char *
plan_compact (FaultScene *scene,
              GError **error)
{
  RemitCompactPlan plan;

  if (!remit_compact_plan (scene->f.store, remit_day_today () + 1, &plan, error))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT, plan.n_lines, plan.n_kept);
}

static char *
open_whole (FaultScene *scene,
            GError **error)
{
  g_autoptr (RemitWorkspace) other = remit_workspace_open (scene->path, REMIT_STORE_NO_WAIT, error);

  if (other == NULL || !remit_workspace_open_plan (other, scene->f.plan, error)
      || !remit_workspace_open_whole (other, REMIT_KIND_CONFLICT, scene->ids[1], error))
    return NULL;
  return fault_scene_dup_live (other);
}

static char *
copy (FaultScene *scene,
      GError **error)
{
  g_autoptr (RemitStore) other = remit_store_copy (scene->f.store, NULL, error);

  remit_faults_disarm ();
  return other != NULL ? remit_test_dump (other) : NULL;
}

const FaultReader fault_readers_of_history[] = {
  { "history", page },
  { "history-changes", get_changes },
  { "history-search", search },
  { "history-actors", list_actors },
  { "history-head", get_head },
  { "verify", verify },
  { "history-export", export_history },
  { "past", write_past },
  { "compact-plan", plan_compact },
  { "open", open_whole },
  { "copy", copy },
  { NULL }
};
