/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reads plans: rules, lists of conflicts, exports, questions before something is done. */
#include "fault-reads.h"

#include "check/remit-check.h"
#include "exchange/remit-exporter.h"
#include "model/remit-day.h"
#include "plan/conflict/remit-conflict-figures.h"
#include "plan/conflict/remit-conflict-find.h"
#include "plan/conflict/remit-conflict-query.h"
#include "plan/decide/remit-decide.h"
#include "plan/decide/remit-matrix.h"
#include "plan/design/remit-design-merge.h"
#include "store/remit-listing.h"
#include "store/remit-search.h"

static void
add_conflict (PlanFixture *f,
              gint64 *ids,
              const char *title)
{
  g_autoptr (GError) error = NULL;

  ids[1] = settle_raise (f, title);
  remit_settle_step (f->workspace, ids[1], REMIT_CONFLICT_EVENT_STATEMENT, 0, f->ada,
                     "Ours at night", &error);
  g_assert_no_error (error);
  plan_fixture_set (f, REMIT_KIND_CONFLICT, ids[1], REMIT_CONFLICT_PERSON, "");
}

static void
fill (PlanFixture *f,
      gint64 *ids)
{
  const RemitLogEntry entry = { .decision = plan_fixture_add_decision (f, f->fraud, "Release"),
                                .kind = REMIT_DECISION_EVENT_INPUT,
                                .text = "As we said" };
  const RemitCell cell = { .decision = entry.decision, .holder_kind = REMIT_KIND_SLOT,
                           .holder = f->ml, .letters = REMIT_LETTERS (REMIT_LETTER_C) };
  g_autoptr (GError) error = NULL;

  settle_add_ladder (f);
  ids[0] = entry.decision;
  add_conflict (f, ids, "GPUs");
  add_conflict (f, ids, "Which metric");
  remit_test_refresh (f->workspace);
  remit_matrix_set (f->workspace, &cell, 1, &error);
  g_assert_no_error (error);
  remit_decide_log (f->workspace, &entry, &error);
  g_assert_no_error (error);
  plan_fixture_assign (f, f->on_call, f->ada, 90, "", "");
  plan_fixture_assign (f, f->on_call, f->bob, 40, "", "");
  plan_fixture_add_need (f, f->ml, f->sql, 3);
  plan_fixture_add_skill (f, f->bob, f->sql, 2);
}

const PlanVerb fault_filled_plan = { "read", TRUE, fill, NULL };

static void
add_record (const RemitRecord *record,
            GString *text)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  g_string_append_printf (text, "%s %016" G_GINT64_MODIFIER "x", info->name,
                          remit_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *value = remit_record_format (record, i);

      g_string_append_printf (text, " %s", value);
    }
  g_string_append_c (text, '\n');
}

static char *
describe_records (GPtrArray *records)
{
  GString *text;

  if (records == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < records->len; i++)
    add_record (records->pdata[i], text);
  return g_string_free (text, FALSE);
}

static char *
describe_ids (GArray *ids)
{
  GString *text;

  if (ids == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "\n", g_array_index (ids, gint64, i));
  return g_string_free (text, FALSE);
}

static char *
check_plan (FaultScene *scene,
            GError **error)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  const RemitCheckOptions options = { .rules = rules, .plan = scene->f.plan };
  g_autoptr (GPtrArray) findings = remit_check_run (scene->path, &options, error);
  GString *text;

  if (findings == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (text, "%s %s\n", remit_finding_get_rule_id (findings->pdata[i]),
                            remit_finding_get_message (findings->pdata[i]));
  return g_string_free (text, FALSE);
}

static RemitConflictQuery
create_query (FaultScene *scene)
{
  RemitConflictQuery query = REMIT_CONFLICT_QUERY_INIT (scene->f.plan);

  query.shown = REMIT_CONFLICTS_ALL;
  return query;
}

static char *
list_conflicts (FaultScene *scene,
                GError **error)
{
  const RemitConflictQuery query = create_query (scene);
  g_autoptr (GPtrArray) records = remit_conflict_query_load (&query, scene->f.store, error);

  return describe_records (records);
}

static char *
list_conflicts_by_owner (FaultScene *scene,
                         GError **error)
{
  RemitConflictQuery query = create_query (scene);
  g_autoptr (GPtrArray) records = NULL;

  query.order = REMIT_CONFLICTS_BY_OWNER;
  records = remit_conflict_query_load (&query, scene->f.store, error);
  return describe_records (records);
}

static char *
list_owners (FaultScene *scene,
             GError **error)
{
  g_autoptr (GArray) owners = remit_conflict_query_list_owners (scene->f.store, scene->f.plan,
                                                                error);

  return describe_ids (owners);
}

static char *
search_conflicts (FaultScene *scene,
                  GError **error)
{
  const RemitConflictQuery query = create_query (scene);
  g_autofree char *match = remit_search_dup_query ("night");
  g_autoptr (GArray) found = remit_conflict_query_run (&query, scene->f.store, match, NULL, error);

  return describe_ids (found);
}

static char *
find_conflict (FaultScene *scene,
               GError **error)
{
  gint64 id = remit_conflict_find (scene->f.store, "Which metric", error);

  return id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

static char *
count_conflicts (FaultScene *scene,
                 GError **error)
{
  RemitConflictFigures figures;

  if (!remit_conflict_figures_count (scene->f.store, scene->f.plan, remit_time_now (), &figures,
                                     error))
    return NULL;
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) &figures,
                                      sizeof figures);
}

static char *
list_due (FaultScene *scene,
          GError **error)
{
  g_autoptr (GPtrArray) all = remit_settle_get_due (scene->f.store, 0,
                                                    remit_time_parse ("2026-03-01T00:00:00Z"),
                                                    error);
  GString *text;

  if (all == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (text, "%s\n", ((RemitDue *) all->pdata[i])->title);
  return g_string_free (text, FALSE);
}

static gboolean
add_listed (const RemitRecord *record,
            gpointer data,
            GError **error G_GNUC_UNUSED)
{
  add_record (record, data);
  return TRUE;
}

static char *
list_all (FaultScene *scene,
          GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (!remit_listing_read (scene->f.store, kind, -1, 0, add_listed, text, error))
      return NULL;
  return g_strdup (text->str);
}

static char *
load_log (FaultScene *scene,
          GError **error)
{
  g_autoptr (GPtrArray) log = remit_store_load_parts (scene->f.store, REMIT_KIND_CONFLICT_EVENT,
                                                      scene->ids[1], error);

  return describe_records (log);
}

/* Each format of plans, one file after the other. */
static char *
export_plan (FaultScene *scene,
             GError **error)
{
  const RemitExporter *const *exporters = remit_exporter_list ();
  const RemitExport export = { .store = scene->f.store, .plan = scene->f.plan };
  g_autofree char *path = g_build_filename (scene->f.folder, "exported", NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; exporters[i] != NULL; i++)
    {
      g_autoptr (GString) contents = NULL;

      if (exporters[i]->scope != REMIT_EXPORT_PLAN)
        continue;
      if (!remit_exporter_write (exporters[i], &export, path, error))
        return NULL;
      contents = remit_test_read_files (path);
      remit_test_remove (path);
      g_string_append (text, contents->str);
    }
  return g_strdup (text->str);
}

static char *
ask_delete (FaultScene *scene,
            GError **error)
{
  char *consequence = NULL;

  return remit_design_can_delete (scene->f.workspace, REMIT_KIND_TEAM, scene->f.fraud,
                                  &consequence, error) ? consequence : NULL;
}

static char *
ask_merge (FaultScene *scene,
           GError **error)
{
  g_autoptr (RemitMergePreview) preview = NULL;

  return remit_design_can_merge (scene->f.workspace, REMIT_KIND_PERSON, scene->f.cem,
                                 scene->f.bob, &preview, error)
           ? remit_merge_preview_dup_following (preview) : NULL;
}

const FaultReader fault_readers_of_plans[] = {
  { "check", check_plan },
  { "conflicts", list_conflicts },
  { "conflicts-by-owner", list_conflicts_by_owner },
  { "owners", list_owners },
  { "search", search_conflicts },
  { "find", find_conflict },
  { "figures", count_conflicts },
  { "due", list_due },
  { "list", list_all },
  { "log", load_log },
  { "export", export_plan },
  { "can-delete", ask_delete },
  { "can-merge", ask_merge },
  { NULL }
};
