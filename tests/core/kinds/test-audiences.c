/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may read what, field by field: in every format, for every audience, as the tables say. */
#include <string.h>

#include "exchange/plan/remit-plan-reader.h"
#include "exchange/remit-exporter.h"
#include "exchange/remit-plan-select.h"
#include "one-of-each.h"

/* A text that is found again wherever it is written. */
static char *
dup_marker (const RemitEntityInfo *info,
            guint field)
{
  return g_strdup_printf ("marker-%s-%s-end", info->name, info->fields[field].name);
}

static gboolean
is_marked (const RemitField *field)
{
  return field->kind == REMIT_FIELD_TEXT && !(field->flags & REMIT_FIELD_ZONE);
}

static void
mark (RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (is_marked (&info->fields[i]))
      {
        g_autofree char *marker = dup_marker (info, i);

        remit_record_set_text (record, i, marker);
      }
}

/* A log is only appended to: its entries are marked in one more. */
static void
mark_entity (OneOfEach *f,
             RemitKind kind)
{
  g_autoptr (RemitRecord) record = one_of_each_load (f, kind);
  gboolean is_log = remit_entity_info (kind)->is_log;
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  mark (record);
  /* a conflict is raised once */
  if (kind == REMIT_KIND_CONFLICT_EVENT)
    remit_record_set_integer (record, REMIT_CONFLICT_EVENT_KIND, REMIT_CONFLICT_EVENT_STATEMENT);
  if (is_log)
    remit_record_set_id (record, 0);
  edit = remit_edit_begin (f->store, "Mark", &error);
  g_assert_no_error (error);
  if (is_log)
    remit_edit_insert (edit, record, &error);
  else
    remit_edit_update (edit, record, &error);
  g_assert_no_error (error);
  g_assert_true (remit_edit_commit (edit, &error));
}

static gboolean
may_read (RemitAudience audience,
          const RemitEntityInfo *info,
          const RemitField *field)
{
  return audience == REMIT_AUDIENCE_FULL
         || (!info->is_internal && !(field->flags & REMIT_FIELD_CONFIDENTIAL));
}

static gboolean
is_in_plans (const RemitEntityInfo *info)
{
  return info->kind == REMIT_KIND_PLAN || remit_plan_select_all (info->kind) != NULL;
}

/* Nothing is where it may not be read; and the format that has all of a plan has all that may. */
static void
check_markers (const char *text,
               const RemitExporter *exporter,
               RemitAudience audience)
{
  gboolean has_all = exporter == remit_exporter_find (REMIT_EXPORT_PLAN, NULL);

  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          g_autofree char *marker = dup_marker (info, i);
          gboolean may = may_read (audience, info, &info->fields[i]);

          if (!is_marked (&info->fields[i]))
            continue;
          g_test_message ("%s for %s: %s", exporter->name, remit_audience_nicks[audience], marker);
          if (!may)
            g_assert_null (strstr (text, marker));
          else if (has_all && is_in_plans (info))
            g_assert_nonnull (strstr (text, marker));
        }
    }
}

static void
test_every_field (OneOfEach *f,
                  gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "exported", NULL);
  const RemitExporter *const *exporters = remit_exporter_list ();

  FOR_EACH_KIND (kind)
    mark_entity (f, kind);
  for (guint i = 0; exporters[i] != NULL; i++)
    for (RemitAudience audience = 0; audience < REMIT_N_AUDIENCES; audience++)
      {
        RemitExport export = { .store = f->store, .plan = f->ids[REMIT_KIND_PLAN],
                               .audience = audience };
        g_autoptr (GError) error = NULL;
        g_autofree char *text = NULL;

        if (!remit_exporter_write (exporters[i], &export, path, &error))
          {
            g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_AUDIENCE);
            continue;
          }
        g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
        check_markers (text, exporters[i], audience);
      }
}

static char *
export_plan (OneOfEach *f,
             const char *path,
             RemitAudience audience)
{
  return one_of_each_export_text (f->store, f->ids[REMIT_KIND_PLAN], audience, path);
}

/* What the reader outside was not given is not gone when their file comes back. */
static void
test_comes_back (OneOfEach *f,
                 gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "plan.xml", NULL);
  g_autofree char *before = NULL;
  g_autofree char *outside = NULL;
  g_autofree char *after = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  FOR_EACH_KIND (kind)
    mark_entity (f, kind);
  before = export_plan (f, path, REMIT_AUDIENCE_FULL);
  outside = export_plan (f, path, REMIT_AUDIENCE_STAKEHOLDER);
  g_assert_cmpstr (before, !=, outside);
  result = remit_plan_read (f->store, path, NULL, &error);
  g_assert_no_error (error);
  FOR_EACH_KIND (kind)
    g_assert_cmpuint (result->added[kind] + result->changed[kind] + result->removed[kind], ==, 0);
  after = export_plan (f, path, REMIT_AUDIENCE_FULL);
  g_assert_cmpstr (before, ==, after);
}

/* What a reader outside is not to be told, whatever else is decided: contact, employee number,
 * judgement, health, and what somebody said in a conflict. */
static void
test_decided (void)
{
  const struct {
    RemitKind kind;
    guint field;
  } hidden[] = {
    { REMIT_KIND_PERSON, REMIT_PERSON_EMAIL },
    { REMIT_KIND_PERSON, REMIT_PERSON_EXTERNAL_ID },
    { REMIT_KIND_PERSON, REMIT_PERSON_NOTES },
    { REMIT_KIND_ABSENCE, REMIT_ABSENCE_REASON },
    { REMIT_KIND_PARTY, REMIT_PARTY_POSITION },
    { REMIT_KIND_PARTY, REMIT_PARTY_INTEREST },
    { REMIT_KIND_CONFLICT_EVENT, REMIT_CONFLICT_EVENT_TEXT },
    { REMIT_KIND_DECISION_EVENT, REMIT_DECISION_EVENT_OVERRIDE },
    { REMIT_KIND_WAIVER, REMIT_WAIVER_REASON },
    { REMIT_KIND_COMMENT, REMIT_COMMENT_TEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      const RemitEntityInfo *info = remit_entity_info (hidden[i].kind);

      g_test_message ("%s %s", info->name, info->fields[hidden[i].field].name);
      g_assert_false (may_read (REMIT_AUDIENCE_STAKEHOLDER, info, &info->fields[hidden[i].field]));
    }
}

/* A file for readers outside without what has to be there could not be read. */
static void
test_required (void)
{
  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      for (guint i = 0; i < info->n_fields; i++)
        g_assert_false ((info->fields[i].flags & REMIT_FIELD_CONFIDENTIAL)
                        && (info->fields[i].flags & REMIT_FIELD_REQUIRED));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/kinds/audiences/every-field", OneOfEach, NULL, one_of_each_set_up,
              test_every_field, one_of_each_tear_down);
  g_test_add ("/kinds/audiences/comes-back", OneOfEach, NULL, one_of_each_set_up,
              test_comes_back, one_of_each_tear_down);
  g_test_add_func ("/kinds/audiences/decided", test_decided);
  g_test_add_func ("/kinds/audiences/required", test_required);

  return g_test_run ();
}
