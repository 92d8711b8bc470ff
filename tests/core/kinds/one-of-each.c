/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace with one entity of each kind, made from the tables of fields alone. */
#include "one-of-each.h"

#include <string.h>

#include "model/remit-day.h"

/* Days that are in order however many fields there are. */
#define FIRST_DAY "2026-03-01"

static gint64 ensure (OneOfEach *self,
                      RemitKind kind);

static void
fill_field (OneOfEach *self,
            RemitRecord *record,
            guint field)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  g_autofree char *text = NULL;

  switch ((int) info->fields[field].kind)
    {
    case REMIT_FIELD_TEXT:
      text = g_strdup_printf ("%s %s", info->name, info->fields[field].name);
      remit_record_set_text (record, field, text);
      break;
    case REMIT_FIELD_DATE:
      remit_record_set_integer (record, field, remit_day_parse (FIRST_DAY) + field);
      break;
    case REMIT_FIELD_TIME:
      remit_record_set_integer (record, field, remit_time_parse (FIRST_DAY "T12:00:00.000Z"));
      break;
    case REMIT_FIELD_REFERENCE:
      remit_record_set_integer (record, field, ensure (self, info->fields[field].target));
      break;
    default:
      break;
    }
}

/* Fills what has to be there; of references to something that the entity is bound to, one. */
static void
fill (OneOfEach *self,
      RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  gboolean is_bound = FALSE;

  for (guint i = 0; i < info->n_fields; i++)
    {
      gboolean binds = (info->fields[i].flags & REMIT_FIELD_BOUND) && !is_bound
                       && info->fields[i].target != info->kind;

      if ((info->fields[i].flags & REMIT_FIELD_REQUIRED) || binds)
        fill_field (self, record, i);
      is_bound = is_bound || binds;
    }
}

/* A conflict is where its log leads: raised, on the first of its levels. */
static void
fill_story (RemitRecord *record)
{
  if (remit_record_get_kind (record) == REMIT_KIND_CONFLICT)
    remit_record_set_integer (record, REMIT_CONFLICT_RUNG, 1);
  if (remit_record_get_kind (record) == REMIT_KIND_CONFLICT_EVENT)
    {
      remit_record_set_integer (record, REMIT_CONFLICT_EVENT_KIND, REMIT_CONFLICT_EVENT_RAISED);
      remit_record_set_integer (record, REMIT_CONFLICT_EVENT_RUNG, 1);
    }
}

static gint64
ensure (OneOfEach *self,
        RemitKind kind)
{
  RemitRecord *record;

  if (self->ids[kind] != 0)
    return self->ids[kind];
  if (kind == REMIT_KIND_SETTINGS)
    return self->ids[kind] = 1;
  record = remit_record_new (kind);
  fill (self, record);
  fill_story (record);
  return self->ids[kind] = remit_test_insert (self->store, record);
}

void
one_of_each_set_up (OneOfEach *self,
                    gconstpointer data G_GNUC_UNUSED)
{
  self->folder = remit_test_make_folder ();
  self->workspace = remit_test_open_workspace (self->folder);
  self->store = remit_workspace_get_store (self->workspace);
  FOR_EACH_KIND (kind)
    ensure (self, kind);
  g_assert_true (remit_workspace_open_plan (self->workspace, self->ids[REMIT_KIND_PLAN], NULL));
}

void
one_of_each_tear_down (OneOfEach *self,
                       gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (self->workspace);
  remit_test_remove_folder (self->folder);
}

RemitRecord *
one_of_each_load (OneOfEach *self,
                  RemitKind kind)
{
  g_autoptr (GError) error = NULL;
  RemitRecord *record = remit_store_load (self->store, kind, self->ids[kind], &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

void
one_of_each_export (RemitStore *store,
                    gint64 plan,
                    RemitAudience audience,
                    const char *path)
{
  RemitExport job = { .store = store, .plan = plan, .audience = audience };
  g_autoptr (GError) error = NULL;

  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "xml"), &job, path, &error);
  g_assert_no_error (error);
}

char *
one_of_each_export_text (RemitStore *store,
                         gint64 plan,
                         RemitAudience audience,
                         const char *path)
{
  char *text = NULL;
  char *history;

  one_of_each_export (store, plan, audience, path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  history = strstr (text, "<history");
  g_assert_nonnull (history);
  *history = '\0';
  return text;
}
