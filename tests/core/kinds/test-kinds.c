/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is promised of every kind: see "How to add a kind", src/core/model/README.md. Each test
 * walks over all of them, so that a new one is tested as soon as it is listed. */
#include <string.h>

#include "exchange/plan/remit-plan-reader.h"
#include "model/remit-name.h"
#include "one-of-each.h"
#include "plan/design/remit-design-along.h"
#include "store/history/remit-history-words.h"
#include "store/history/remit-history.h"

/* Whether it is in plan files: in a section, or in its owner, or the plan. */
static gboolean
is_in_files (const RemitEntityInfo *info)
{
  RemitKind owner = remit_entity_info_get_owner (info);

  if (info->kind == REMIT_KIND_PLAN || info->section != NULL)
    return TRUE;
  return owner != REMIT_KIND_NONE && owner != REMIT_KIND_PLAN
         && is_in_files (remit_entity_info (owner));
}

/* ── The table ────────────────────────────────────────────────────────────────────────────── */

static void
test_table (void)
{
  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      int owner = remit_entity_info_find_owner (info);
      g_autofree char *one = remit_entity_info_dup_count (info, 1);
      g_autofree char *many = remit_entity_info_dup_count (info, 2);
      g_autofree char *form = g_strdup_printf ("%s/%s.ui", FORMS, info->name);

      g_test_message ("%s", info->name);
      g_assert_cmpint (info->kind, ==, kind);
      g_assert_true (remit_entity_info_by_table (remit_entity_info_get_table (info)) == info);
      g_assert_nonnull (info->plural);
      g_assert_nonnull (info->label);
      g_assert_true (g_str_has_prefix (one, "1 "));
      g_assert_true (g_str_has_prefix (many, "2 "));
      g_assert_true (remit_entity_info_find_name (info) >= 0 || info->pattern != NULL);
      g_assert_true (g_file_test (form, G_FILE_TEST_EXISTS) == info->has_form);
      /* kinds come after those that they require */
      for (guint i = 0; i < info->n_fields; i++)
        if (info->fields[i].flags & REMIT_FIELD_REQUIRED)
          g_assert_cmpint (info->fields[i].target, <, kind);
      if (!remit_entity_info_has_id (info) || info->is_log || info->is_detail)
        g_assert_cmpint (owner, >=, 0);
      if (info->is_log)
        g_assert_cmpint (remit_entity_info_find_field (info, "corrects"), >=, 0);
    }
}

/* ── Names, and the history ───────────────────────────────────────────────────────────────── */

static void
test_named (OneOfEach *f,
            gconstpointer data G_GNUC_UNUSED)
{
  FOR_EACH_KIND (kind)
    {
      g_autoptr (RemitRecord) record = one_of_each_load (f, kind);
      g_autofree char *name = remit_design_dup_name (f->workspace, kind, f->ids[kind]);
      g_autofree char *told = remit_history_dup_name (f->store, record);

      g_test_message ("%s: %s", remit_entity_info (kind)->name, name);
      g_assert_cmpstr (name, !=, "");
      g_assert_cmpstr (name, ==, told);
      g_assert_null (strchr (name, '{'));
    }
}

/* What the history says of the newest edit, a line for each entity. */
static GPtrArray *
tell_last (OneOfEach *f)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 seq;
  g_autofree char *hash = NULL;

  g_assert_true (remit_history_get_head (f->store, &seq, &hash, &error));
  changes = remit_history_get_changes (f->store, seq, &error);
  g_assert_no_error (error);
  return remit_history_get_lines (f->store, changes, G_MAXUINT);
}

/* Another one of the same: with other keys, or in another day. */
static gint64
insert_again (OneOfEach *f,
              RemitKind kind)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  RemitRecord *record = one_of_each_load (f, kind);

  remit_record_set_id (record, 0);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const RemitField *field = &info->fields[i];
      g_autofree char *text = NULL;

      if (remit_field_is_text (field) && (field->flags & REMIT_FIELD_UNIQUE))
        {
          text = g_strdup_printf ("%s again", remit_record_get_text (record, i));
          remit_record_set_text (record, i, text);
        }
      else if (field->kind == REMIT_FIELD_DATE && (field->flags & REMIT_FIELD_UNIQUE))
        remit_record_set_integer (record, i, remit_record_get_integer (record, i) + 1);
    }
  return remit_test_insert (f->store, record);
}

static gboolean
can_be_there_twice (const RemitEntityInfo *info)
{
  if (info->kind == REMIT_KIND_SETTINGS || info->kind == REMIT_KIND_ASSIGNMENT
      || info->kind == REMIT_KIND_INVOLVEMENT || info->kind == REMIT_KIND_OWN_RUNG)
    return FALSE;
  return remit_entity_info_has_id (info) || info->may_repeat;
}

static void
test_told (OneOfEach *f,
           gconstpointer data G_GNUC_UNUSED)
{
  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      g_autoptr (GPtrArray) lines = NULL;
      g_autofree char *name = NULL;
      g_autofree char *sentence = NULL;
      gint64 id;

      if (!can_be_there_twice (info))
        continue;
      id = insert_again (f, kind);
      lines = tell_last (f);
      name = remit_design_dup_name (f->workspace, kind, id);
      sentence = remit_history_line_dup_sentence (lines->pdata[0]);
      g_test_message ("%s", sentence);
      g_assert_nonnull (strstr (sentence, info->label));
      g_assert_nonnull (strstr (sentence, name));
    }
  remit_test_verify (f->store);
}

/* ── Undo ─────────────────────────────────────────────────────────────────────────────────── */

static void
test_undone (OneOfEach *f,
             gconstpointer data G_GNUC_UNUSED)
{
  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      g_autofree char *before = remit_test_dump (f->store);
      g_autoptr (GError) error = NULL;

      /* a log is answered, not taken back; see the tests of undo */
      if (!can_be_there_twice (info) || info->is_log || info->is_kept)
        continue;
      g_test_message ("%s", info->name);
      insert_again (f, kind);
      remit_test_undo_and_redo (f->store, before);
      remit_history_undo (f->store, REMIT_HISTORY_UNDO, 0, &error);
      g_assert_no_error (error);
    }
  remit_test_verify (f->store);
}

/* ── Live objects ─────────────────────────────────────────────────────────────────────────── */

static void
test_live (OneOfEach *f,
           gconstpointer data G_GNUC_UNUSED)
{
  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      g_autoptr (RemitRecord) record = one_of_each_load (f, kind);
      RemitEntity *entity;

      g_test_message ("%s", info->name);
      if (info->on_demand && remit_entity_info_get_owner (info) == REMIT_KIND_PLAN)
        g_assert_true (remit_workspace_open_whole (f->workspace, kind, f->ids[kind], NULL));
      entity = remit_workspace_get (f->workspace, kind, f->ids[kind]);
      g_assert_nonnull (entity);
      g_assert_true (remit_entity_is (entity, kind));
      for (guint i = 0; i < info->n_fields; i++)
        g_assert_true (remit_record_is_same (record, remit_entity_get_record (entity), i));
    }
}

/* ── Files ────────────────────────────────────────────────────────────────────────────────── */

static char *
export_plan (RemitStore *store,
             gint64 plan,
             const char *path)
{
  return one_of_each_export_text (store, plan, REMIT_AUDIENCE_FULL, path);
}

/* What has no id in files is the only one of its kind here. */
static RemitRecord *
find_imported (RemitStore *store,
               const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  g_autoptr (RemitStatement) rows = NULL;
  RemitRecord *found = remit_record_new (info->kind);
  const char *where = remit_entity_info_has_id (info) ? "WHERE t.id = ?1" : "WHERE ?1 <> 0";

  rows = remit_store_prepare (store, remit_store_get_select (info->kind, where), NULL);
  remit_statement_bind_integer (rows, 1, remit_record_get_id (record));
  g_assert_true (remit_store_step (store, rows));
  remit_store_read (rows, found);
  g_assert_false (remit_store_step (store, rows));
  return found;
}

static void
test_in_files (OneOfEach *f,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (f->folder, "plan.xml", NULL);
  g_autofree char *other_path = g_build_filename (f->folder, "other.remit", NULL);
  g_autoptr (RemitStore) other = remit_test_open_new (other_path);
  g_autofree char *written = export_plan (f->store, f->ids[REMIT_KIND_PLAN], path);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  RemitImportResult *result = remit_plan_read (other, path, NULL, &error);

  g_assert_no_error (error);
  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      g_autoptr (RemitRecord) record = one_of_each_load (f, kind);
      g_autoptr (RemitRecord) found = NULL;

      g_test_message ("%s", info->name);
      g_assert_cmpuint (result->added[kind], ==, is_in_files (info));
      if (!is_in_files (info))
        continue;
      found = find_imported (other, record);
      for (guint i = 0; i < info->n_fields; i++)
        g_assert_true (remit_record_is_same (record, found, i));
    }
  again = export_plan (other, f->ids[REMIT_KIND_PLAN], path);
  g_assert_cmpstr (written, ==, again);
  remit_import_result_free (result);
}

/* What stays in the house is in files for the house, and in no others. */
static void
test_internal (OneOfEach *f,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (f->folder, "plan.xml", NULL);
  g_autofree char *full = export_plan (f->store, f->ids[REMIT_KIND_PLAN], path);
  g_autofree char *outside = one_of_each_export_text (f->store, f->ids[REMIT_KIND_PLAN],
                                                     REMIT_AUDIENCE_STAKEHOLDER, path);
  g_autoptr (GError) error = NULL;
  RemitImportResult *result = remit_plan_read (f->store, path, NULL, &error);

  g_assert_no_error (error);
  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      g_autofree char *element = g_strdup_printf ("<%s ", info->element);

      if (!info->is_internal)
        continue;
      g_test_message ("%s", info->name);
      g_assert_nonnull (strstr (full, element));
      g_assert_null (strstr (outside, element));
      /* what comes back from outside does not take it away */
      g_assert_cmpuint (result->removed[kind], ==, 0);
      g_assert_cmpint (remit_test_count_rows (f->store, kind), ==, 1);
    }
  remit_import_result_free (result);
}

/* The file once more: nothing changes. Without an entity: it goes, unless it or its owner stays. */
static void
test_merged (OneOfEach *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (f->folder, "plan.xml", NULL);
  g_autofree char *written = export_plan (f->store, f->ids[REMIT_KIND_PLAN], path);
  g_autoptr (GError) error = NULL;
  RemitImportResult *result = remit_plan_read (f->store, path, NULL, &error);

  g_assert_no_error (error);
  FOR_EACH_KIND (kind)
    {
      g_test_message ("%s", remit_entity_info (kind)->name);
      g_assert_cmpuint (result->same[kind], ==, is_in_files (remit_entity_info (kind)));
      g_assert_cmpuint (result->added[kind] + result->changed[kind] + result->removed[kind], ==, 0);
    }
  remit_import_result_free (result);
}

/* ── Copying a plan ───────────────────────────────────────────────────────────────────────── */

static guint
count_in_plan (RemitStore *store,
               RemitKind kind,
               gint64 plan)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  g_autoptr (RemitStatement) rows = NULL;
  g_autofree char *where = g_strdup_printf (
    "WHERE t.\"%s\" = ?1",
    remit_field_get_column (&info->fields[remit_entity_info_find_plan (info)]));
  guint n = 0;

  rows = remit_store_prepare (store, remit_store_get_select (kind, where), NULL);
  remit_statement_bind_integer (rows, 1, plan);
  while (remit_store_step (store, rows))
    n++;
  return n;
}

static void
test_copied (OneOfEach *f,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 copy = remit_design_copy_plan (f->workspace, f->ids[REMIT_KIND_PLAN], "Copy", &error);

  g_assert_no_error (error);
  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      g_test_message ("%s", info->name);
      if (remit_entity_info_find_plan (info) >= 0)
        g_assert_cmpuint (count_in_plan (f->store, kind, copy), ==, !info->stays_behind);
    }
  remit_test_verify (f->store);
}

/* ── Deleting ─────────────────────────────────────────────────────────────────────────────── */

/* The database and the table of fields agree about what a deletion does. */
static void
check_foreign_keys (RemitStore *store,
                    const RemitEntityInfo *info)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"from\", on_delete FROM "
                                          "pragma_foreign_key_list ('%s')",
                                          remit_entity_info_get_table (info));
  g_autoptr (RemitStatement) rows = remit_store_prepare (store, g_intern_string (sql), NULL);
  guint n = 0;

  for (; remit_store_step (store, rows); n++)
    for (guint i = 0; i < info->n_fields; i++)
      {
        const RemitField *field = &info->fields[i];
        const char *wanted = field->flags & REMIT_FIELD_HOLDS  ? "RESTRICT"
                             : remit_field_goes_along (field) ? "CASCADE"
                                                              : "SET NULL";

        if (g_str_equal (remit_field_get_column (field), remit_statement_get_text (rows, 0)))
          g_assert_cmpstr (remit_statement_get_text (rows, 1), ==, wanted);
      }
  for (guint i = 0; i < info->n_fields; i++)
    n -= info->fields[i].kind == REMIT_FIELD_REFERENCE;
  g_assert_cmpuint (n, ==, 0);
}

static void
test_foreign_keys (OneOfEach *f,
                   gconstpointer data G_GNUC_UNUSED)
{
  FOR_EACH_KIND (kind)
    {
      g_test_message ("%s", remit_entity_info (kind)->name);
      check_foreign_keys (f->store, remit_entity_info (kind));
    }
}

static void
count_all (RemitStore *store,
           gint64 *counts)
{
  FOR_EACH_KIND (kind)
    counts[kind] = remit_test_count_rows (store, kind);
}

/* What is said to go along goes, and nothing else; undo brings all of it back. */
static void
check_deleted (OneOfEach *f,
               RemitKind kind)
{
  g_autofree char *dump = remit_test_dump (f->store);
  g_autoptr (RemitAlong) along = remit_along_new (f->store, kind, &f->ids[kind], 1);
  g_autoptr (GError) error = NULL;
  guint expected[REMIT_N_KINDS];
  gint64 before[REMIT_N_KINDS], after[REMIT_N_KINDS];

  FOR_EACH_KIND (other)
    {
      g_assert_true (remit_along_count (along, other, &expected[other], NULL));
      expected[other] += other == kind;
    }
  count_all (f->store, before);
  g_assert_true (remit_design_delete (f->workspace, kind, f->ids[kind], &error));
  g_assert_no_error (error);
  count_all (f->store, after);
  FOR_EACH_KIND (other)
    {
      const RemitEntityInfo *info = remit_entity_info (other);

      g_test_message ("… %s", info->name);
      if (info->is_detail)
        g_assert_cmpint (before[other] - after[other], >=, expected[other]);
      else
        g_assert_cmpint (before[other] - after[other], ==, expected[other]);
    }
  remit_test_undo_and_redo (f->store, dump);
  remit_history_undo (f->store, REMIT_HISTORY_UNDO, 0, &error);
  g_assert_no_error (error);
}

static void
test_deleted (OneOfEach *f,
              gconstpointer data G_GNUC_UNUSED)
{
  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      g_autofree char *words = NULL;
      g_autoptr (GError) reason = NULL;

      g_test_message ("%s", info->name);
      if (remit_design_can_delete (f->workspace, kind, f->ids[kind], &words, &reason))
        check_deleted (f, kind);
      else
        g_assert_cmpstr (reason->message, !=, "");
      /* a log is never deleted but with what it is the log of; a role has a slot here */
      g_assert_true ((reason != NULL)
                     == (info->is_log || info->undeletable != NULL || kind == REMIT_KIND_ROLE
                         || remit_entity_info_get_log (info) != REMIT_KIND_NONE));
    }
  remit_test_verify (f->store);
}

/* ── Changing ─────────────────────────────────────────────────────────────────────────────── */

/* Every text can be typed, seen by a second process, and taken back. */
static void
test_changed (OneOfEach *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_strdup (remit_store_get_path (f->store));
  g_autoptr (RemitStore) second = remit_store_open (path, REMIT_STORE_NO_FLAGS, NULL);

  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      g_autofree char *before = remit_test_dump (f->store);

      for (guint i = 0; i < info->n_fields; i++)
        {
          g_autoptr (GError) reason = NULL;
          g_autoptr (RemitRecord) seen = NULL;

          if (!remit_field_is_text (&info->fields[i])
              || (info->fields[i].flags & REMIT_FIELD_FORMED)
              || !remit_design_can_change (f->workspace, kind, f->ids[kind], i, "Other", &reason))
            continue;
          g_test_message ("%s: %s", info->name, info->fields[i].name);
          g_assert_true (remit_design_change (f->workspace, kind, f->ids[kind], i, "Other", NULL));
          seen = remit_store_load (second, kind, f->ids[kind], NULL);
          g_assert_cmpstr (remit_record_get_text (seen, i), ==, "Other");
          remit_test_undo_and_redo (f->store, before);
          g_assert_true (remit_history_undo (f->store, REMIT_HISTORY_UNDO, 0, NULL));
          break;
        }
    }
  remit_test_verify (f->store);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kinds/table", test_table);
#define ADD(name, test) \
  g_test_add ("/kinds/" name, OneOfEach, NULL, one_of_each_set_up, test, one_of_each_tear_down)
  ADD ("named", test_named);
  ADD ("told", test_told);
  ADD ("undone", test_undone);
  ADD ("live", test_live);
  ADD ("in-files", test_in_files);
  ADD ("internal", test_internal);
  ADD ("merged", test_merged);
  ADD ("copied", test_copied);
  ADD ("foreign-keys", test_foreign_keys);
  ADD ("deleted", test_deleted);
  ADD ("changed", test_changed);
  return g_test_run ();
}
