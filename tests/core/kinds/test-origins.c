/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was copied with a plan remembers what it was copied from: see REMIT_FIELD_COPIED(). Each
 * test walks over all kinds. */
#include "exchange/plan/remit-plan-reader.h"
#include "one-of-each.h"
#include "plan/design/remit-design.h"

static gboolean
is_copied (RemitKind kind)
{
  const RemitEntityInfo *info = remit_entity_info (kind);

  return remit_entity_info_find_plan (info) >= 0 && !info->stays_behind;
}

static gint64
get_origin (const RemitRecord *record)
{
  int field = remit_entity_info_find_origin (remit_record_get_info (record));

  return field >= 0 ? remit_record_get_integer (record, (guint) field) : 0;
}

/* Returns: (transfer full) (nullable): the only one of a kind in a plan */
static RemitRecord *
find_in_plan (RemitStore *store,
              RemitKind kind,
              gint64 plan)
{
  g_autoptr (GPtrArray) records = NULL;

  records = remit_store_load_all (store, kind, "WHERE t.plan = ?1", plan, NULL);
  g_assert_nonnull (records);
  g_assert_cmpuint (records->len, <=, 1);
  return records->len == 1 ? remit_record_copy (records->pdata[0]) : NULL;
}

static gint64
find_id (RemitStore *store,
         RemitKind kind,
         gint64 plan)
{
  g_autoptr (RemitRecord) record = find_in_plan (store, kind, plan);

  return record != NULL ? remit_record_get_id (record) : 0;
}

static gint64
copy_plan (OneOfEach *f,
           gint64 plan)
{
  g_autoptr (GError) error = NULL;
  gint64 copy = remit_design_copy_plan (f->workspace, plan, "Copy", &error);

  g_assert_no_error (error);
  return copy;
}

/* Asserts that what is in @copy was copied from what is in @plan. */
static void
check_origins (OneOfEach *f,
               gint64 copy,
               gint64 plan)
{
  FOR_EACH_KIND (kind)
    {
      g_autoptr (RemitRecord) record = NULL;

      if (!is_copied (kind))
        continue;
      g_test_message ("%s", remit_entity_info (kind)->name);
      record = find_in_plan (f->store, kind, copy);
      g_assert_nonnull (record);
      g_assert_cmpint (get_origin (record), !=, 0);
      g_assert_cmpint (get_origin (record), ==, find_id (f->store, kind, plan));
    }
}

/* What is copied has the field, so that the next kind does not lack it, and nothing else has. Later
 * fields may stand behind it: a migration adds columns at the end of a table. */
static void
test_table (void)
{
  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      g_test_message ("%s", info->name);
      g_assert_cmpint (remit_entity_info_find_origin (info) >= 0, ==, is_copied (kind));
    }
}

static void
test_copied (OneOfEach *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = remit_test_dump (f->store);
  gint64 plan = f->ids[REMIT_KIND_PLAN];
  gint64 copy;

  FOR_EACH_KIND (kind)
    {
      g_autoptr (RemitRecord) record = one_of_each_load (f, kind);

      g_assert_cmpint (get_origin (record), ==, 0);
    }
  copy = copy_plan (f, plan);
  check_origins (f, copy, plan);
  remit_test_undo_and_redo (f->store, before);
  check_origins (f, copy, plan);
  remit_test_verify (f->store);
}

/* Somebody else writes in between; the copy is of what there is then. */
static void
test_copy_of_copy (OneOfEach *f,
                   gconstpointer data G_GNUC_UNUSED)
{
  gint64 first = copy_plan (f, f->ids[REMIT_KIND_PLAN]);
  g_autoptr (RemitStore) second_store = remit_store_open (remit_store_get_path (f->store),
                                                          REMIT_STORE_NO_FLAGS, NULL);
  g_autofree char *before = NULL;
  gint64 second;

  remit_test_add_person (second_store, "Somebody Else");
  before = remit_test_dump (f->store);
  second = copy_plan (f, first);
  check_origins (f, second, first);
  check_origins (f, first, f->ids[REMIT_KIND_PLAN]);
  remit_test_undo_and_redo (f->store, before);
}

static void
test_origin_deleted (OneOfEach *f,
                     gconstpointer data G_GNUC_UNUSED)
{
  gint64 copy = copy_plan (f, f->ids[REMIT_KIND_PLAN]);
  g_autofree char *before = remit_test_dump (f->store);
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_PLAN, f->ids[REMIT_KIND_PLAN],
                                      &error));
  g_assert_no_error (error);
  FOR_EACH_KIND (kind)
    {
      g_autoptr (RemitRecord) record = NULL;

      if (!is_copied (kind))
        continue;
      record = find_in_plan (f->store, kind, copy);
      g_assert_cmpint (get_origin (record), ==, f->ids[kind]);
    }
  remit_test_undo_and_redo (f->store, before);
}

/* What is duplicated within a plan is new, also when its original is a copy. */
static void
test_duplicated (OneOfEach *f,
                 gconstpointer data G_GNUC_UNUSED)
{
  gint64 copy = copy_plan (f, f->ids[REMIT_KIND_PLAN]);

  FOR_EACH_KIND (kind)
    {
      g_autoptr (RemitRecord) duplicate = NULL;
      g_autoptr (GPtrArray) slots = NULL;
      g_autoptr (GError) error = NULL;
      gint64 id;

      if (!remit_design_can_duplicate (kind) || !is_copied (kind))
        continue;
      id = remit_design_duplicate (f->workspace, kind, find_id (f->store, kind, copy), &error);
      g_assert_no_error (error);
      duplicate = remit_store_load (f->store, kind, id, NULL);
      g_assert_cmpint (get_origin (duplicate), ==, 0);
      if (kind == REMIT_KIND_TEAM)
        {
          slots = remit_store_load_parts (f->store, REMIT_KIND_SLOT, id, NULL);
          g_assert_cmpuint (slots->len, ==, 1);
          g_assert_cmpint (get_origin (slots->pdata[0]), ==, 0);
        }
      g_assert_true (remit_history_undo (f->store, REMIT_HISTORY_UNDO, 0, NULL));
      remit_test_refresh (f->workspace);
    }
}

/* ── Files ────────────────────────────────────────────────────────────────────────────────── */

static RemitImportResult *
import_plan (RemitStore *store,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  RemitImportResult *result = remit_plan_read (store, path, NULL, &error);

  g_assert_no_error (error);
  return result;
}

/* A scenario that was deleted comes back from its file, with its origins. */
static void
test_imported (OneOfEach *f,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (f->folder, "plan.xml", NULL);
  gint64 copy = copy_plan (f, f->ids[REMIT_KIND_PLAN]);
  RemitImportResult *result;

  one_of_each_export (f->store, copy, REMIT_AUDIENCE_FULL, path);
  g_assert_true (remit_design_delete (f->workspace, REMIT_KIND_PLAN, copy, NULL));
  result = import_plan (f->store, path);
  check_origins (f, copy, f->ids[REMIT_KIND_PLAN]);
  remit_import_result_free (result);
}

/* What is there keeps its origin, whatever a file says: one from before, or for readers outside. */
static void
test_imported_over (OneOfEach *f,
                    gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (f->folder, "plan.xml", NULL);
  gint64 copy = copy_plan (f, f->ids[REMIT_KIND_PLAN]);
  g_autofree char *text = NULL;
  RemitImportResult *result;

  one_of_each_export (f->store, copy, REMIT_AUDIENCE_STAKEHOLDER, path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (g_strstr_len (text, -1, "origin="));
  result = import_plan (f->store, path);
  FOR_EACH_KIND (kind)
    if (kind != REMIT_KIND_PERSON)
      g_assert_cmpuint (result->changed[kind] + result->added[kind], ==, 0);
  check_origins (f, copy, f->ids[REMIT_KIND_PLAN]);
  remit_import_result_free (result);
}

/* Where the origins are not, nothing is copied from them. */
static void
test_imported_elsewhere (OneOfEach *f,
                         gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (f->folder, "plan.xml", NULL);
  g_autofree char *other_path = g_build_filename (f->folder, "other.remit", NULL);
  g_autoptr (RemitStore) other = remit_test_open_new (other_path);
  gint64 copy = copy_plan (f, f->ids[REMIT_KIND_PLAN]);
  RemitImportResult *result;

  one_of_each_export (f->store, copy, REMIT_AUDIENCE_FULL, path);
  result = import_plan (other, path);
  FOR_EACH_KIND (kind)
    {
      g_autoptr (RemitRecord) record = NULL;

      if (!is_copied (kind))
        continue;
      record = find_in_plan (other, kind, copy);
      g_assert_nonnull (record);
      g_assert_cmpint (get_origin (record), ==, 0);
    }
  remit_import_result_free (result);
}

/* A template has no origins, even when its file has and they are there. */
static void
test_template (OneOfEach *f,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (f->folder, "plan.xml", NULL);
  gint64 copy = copy_plan (f, f->ids[REMIT_KIND_PLAN]);
  g_autoptr (GError) error = NULL;
  RemitImportResult *result;

  one_of_each_export (f->store, copy, REMIT_AUDIENCE_FULL, path);
  result = remit_plan_read_template (f->store, path, "From a template", NULL, &error);
  g_assert_no_error (error);
  FOR_EACH_KIND (kind)
    {
      g_autoptr (RemitRecord) record = NULL;

      if (!is_copied (kind))
        continue;
      record = find_in_plan (f->store, kind, result->plan);
      if (record != NULL)
        g_assert_cmpint (get_origin (record), ==, 0);
    }
  remit_import_result_free (result);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/origins/table", test_table);
#define ADD(name, test) \
  g_test_add ("/origins/" name, OneOfEach, NULL, one_of_each_set_up, test, one_of_each_tear_down)
  ADD ("copied", test_copied);
  ADD ("copy-of-copy", test_copy_of_copy);
  ADD ("origin-deleted", test_origin_deleted);
  ADD ("duplicated", test_duplicated);
  ADD ("imported", test_imported);
  ADD ("imported-over", test_imported_over);
  ADD ("imported-elsewhere", test_imported_elsewhere);
  ADD ("template", test_template);
  return g_test_run ();
}
