/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import did, and has to say, on the command line. */
#include "remit-cli-import-result.h"

#include <glib/gi18n.h>

#include "support/remit-cli-json.h"

/* ── Words ────────────────────────────────────────────────────────────────────────────────── */

static void
print_notes (RemitImportResult *result)
{
  guint n = remit_notes_get_n_kept (result->notes);
  guint n_more = remit_notes_get_n (result->notes) - n;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = remit_note_dup_words (remit_notes_get (result->notes, i));

      g_print ("%s\n", words);
    }
  if (n_more > 0)
    g_print (ngettext ("… and %'u more note\n", "… and %'u more notes\n", n_more), n_more);
}

/* What is alike is one line, so that what matters is not lost among hundreds of the same. */
static void
print_groups (RemitImportResult *result)
{
  g_autoptr (GPtrArray) groups = remit_notes_group (result->notes);
  gboolean is_all = TRUE;

  for (guint i = 0; i < groups->len; i++)
    {
      const RemitNoteGroup *group = groups->pdata[i];
      g_autofree char *words = remit_note_group_dup_words (group);

      g_print ("%s\n", words);
      is_all &= !group->is_mixed;
    }
  if (!is_all)
    g_print ("%s\n", _ ("--verbose lists every note with its line."));
}

void
remit_cli_import_print_notes (RemitImportResult *result,
                              gboolean verbose)
{
  (verbose ? print_notes : print_groups) (result);
  if (result->n_notes > 0)
    g_print ("\n");
}

/* ── JSON ─────────────────────────────────────────────────────────────────────────────────── */

static void
add_texts (JsonObject *object,
           const char *name,
           GPtrArray *texts)
{
  JsonArray *array = remit_cli_json_add_array (object, name);

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (texts, i));
}

static JsonObject *
create_group (const RemitNoteGroup *group)
{
  JsonObject *object = json_object_new ();
  JsonArray *lines;

  json_object_set_string_member (object, "kind", remit_note_kind_get_nick (group->kind));
  json_object_set_string_member (object, "text", group->title);
  json_object_set_boolean_member (object, "mixed", group->is_mixed);
  json_object_set_boolean_member (object, "left_out", group->is_left_out);
  json_object_set_int_member (object, "n", group->n);
  lines = remit_cli_json_add_array (object, "lines");
  for (guint i = 0; i < group->notes->len; i++)
    json_array_add_int_element (lines, ((RemitNote *) group->notes->pdata[i])->line);
  return object;
}

static void
add_notes (JsonObject *object,
           RemitImportResult *result)
{
  g_autoptr (GPtrArray) groups = remit_notes_group (result->notes);
  JsonArray *array;

  json_object_set_int_member (object, "n_notes", result->n_notes);
  array = remit_cli_json_add_array (object, "notes");
  for (guint i = 0; i < remit_notes_get_n_kept (result->notes); i++)
    {
      g_autofree char *words = remit_note_dup_words (remit_notes_get (result->notes, i));

      json_array_add_string_element (array, words);
    }
  array = remit_cli_json_add_array (object, "note_groups");
  for (guint i = 0; i < groups->len; i++)
    json_array_add_object_element (array, create_group (groups->pdata[i]));
}

static void
add_missing (JsonObject *object,
             RemitImportResult *result)
{
  JsonArray *array = remit_cli_json_add_array (object, "missing");

  for (guint i = 0; i < result->missing->len; i++)
    {
      const RemitImportMissing *missing = result->missing->pdata[i];
      JsonObject *person = remit_cli_json_append (array);

      remit_cli_json_set_id (person, "id", missing->id);
      json_object_set_string_member (person, "name", missing->name);
    }
}

void
remit_cli_import_set_result (JsonObject *object,
                             RemitImportResult *result)
{
  remit_cli_json_set_counts (object, "added", result->added);
  remit_cli_json_set_counts (object, "changed", result->changed);
  remit_cli_json_set_counts (object, "removed", result->removed);
  remit_cli_json_set_counts (object, "same", result->same);

  json_object_set_int_member (object, "n_shared", result->n_shared);
  add_texts (object, "shared", result->shared);
  json_object_set_int_member (object, "n_left_out", result->n_left_out);
  add_notes (object, result);
  add_missing (object, result);
}
