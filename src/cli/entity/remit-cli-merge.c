/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verb that makes one of two that are the same. */
#include <glib/gi18n.h>

#include "plan/design/remit-design-merge.h"
#include "remit-cli-entity.h"
#include "support/remit-cli-json.h"

static gboolean dry_run;

static const GOptionEntry merge_options[] = {
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run,
    N_ ("Show the result without changing anything"), NULL },
  { NULL }
};

/* ── As text ──────────────────────────────────────────────────────────────────────────────── */

static void
print_values (const char *format,
              GStrv values)
{
  g_autofree char *list = g_strjoinv ("; ", values);

  if (values[0] != NULL)
    g_print (format, list);
}

static void
print_preview (RemitCli *cli,
               const RemitMergePreview *preview)
{
  g_autofree char *following = remit_merge_preview_dup_following (preview);
  g_auto (GStrv) filled = remit_merge_preview_list_filled (preview, cli->workspace);
  g_auto (GStrv) dropped = remit_merge_preview_list_dropped (preview, cli->workspace);

  if (*following != '\0')
    /* Translators: a list: "3 slots and 5 assignments" */
    g_print (_ ("Moved to the kept entry: %s\n"), following);
  /* Translators: a list of labels of fields, with their values */
  print_values (_ ("Filled in: %s\n"), filled);
  /* Translators: a list of labels of fields, with their values */
  print_values (_ ("Not kept: %s\n"), dropped);
}

static void
print_all (RemitCli *cli,
           const RemitMergePreview *preview)
{
  g_autofree char *keep = remit_design_dup_record_name (cli->workspace, preview->merged);
  g_autofree char *other = remit_design_dup_record_name (cli->workspace, preview->other);

  if (dry_run)
    /* Translators: two names; the first one goes */
    g_print (_ ("%1$s would be merged into %2$s.\n"), other, keep);
  else
    /* Translators: two names; the first one is gone */
    g_print (_ ("%1$s merged into %2$s. “remit-cli undo” separates them again.\n"), other, keep);
  print_preview (cli, preview);
  if (dry_run)
    g_print ("%s\n", _ ("Dry run: nothing was changed."));
}

/* ── As JSON ──────────────────────────────────────────────────────────────────────────────── */

static void
set_fields (JsonObject *object,
            const char *member,
            const RemitEntityInfo *info,
            guint64 fields)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < info->n_fields; i++)
    if (fields & (G_GUINT64_CONSTANT (1) << i))
      g_strv_builder_add (names, remit_field_get_column (&info->fields[i]));
  words = g_strv_builder_end (names);
  remit_cli_json_set_texts (object, member, (const char *const *) words);
}

static void
print_json (const RemitMergePreview *preview)
{
  const RemitEntityInfo *info = remit_record_get_info (preview->merged);
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_boolean_member (object, "dry_run", dry_run);
  json_object_set_object_member (object, "kept", remit_cli_json_new_record (preview->merged));
  json_object_set_object_member (object, "merged", remit_cli_json_new_record (preview->other));
  remit_cli_json_set_counts (object, "follow", preview->follows);
  set_fields (object, "filled", info, preview->filled);
  set_fields (object, "dropped", info, preview->dropped);
  remit_cli_json_print (g_steal_pointer (&object));
}

/* ── The verb ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
run_merge (RemitCli *cli,
           char **arguments,
           GError **error)
{
  RemitKind kind = remit_cli_kind_find (arguments[0], error);
  gint64 keep = kind != REMIT_KIND_NONE
                  ? remit_cli_entity_find_argument (cli, kind, arguments[1], error)
                  : 0;
  gint64 other = keep != 0 ? remit_cli_entity_find_argument (cli, kind, arguments[2], error) : 0;
  g_autoptr (RemitMergePreview) preview = NULL;

  if (other == 0
      || !(dry_run ? remit_design_can_merge : remit_design_merge) (cli->workspace, kind, keep,
                                                                   other, &preview, error))
    return FALSE;
  if (cli->json)
    print_json (preview);
  else
    print_all (cli, preview);
  return TRUE;
}

const RemitCliVerb remit_cli_entity_merge_verbs[] = {
  { "merge", N_ ("KIND ID|NAME ID|NAME"), 3, REMIT_CLI_NO_FLAGS,
    N_ ("Merge the second of two people, roles or skills into the first"),
    N_ ("Use this for duplicates. All references to the second entry, in all plans, are moved "
        "to\n"
        "the first. Empty fields of the first, such as the e-mail address, are filled from the\n"
        "second, and the second is deleted. Of two levels of a skill, the higher is kept. You "
        "can\n"
        "undo this.\n"
        "\n"
        "JSON: dry_run; kept and merged, objects with id and all fields; follow, an object with\n"
        "the number of references of each kind; filled and dropped, arrays of fields."),
    merge_options, run_merge },
  { NULL }
};
