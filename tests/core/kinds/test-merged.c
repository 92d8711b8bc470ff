/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is merged takes along all that refers to it: a test walks over all references of all
 * kinds, so that those of a new kind are tested as soon as it is listed. */
#include "one-of-each.h"
#include "plan/design/remit-design-merge.h"

/* A reference to what is merged. */
typedef struct {
  RemitKind kind;
  guint field;
  gint64 id;
} Reference;

/* Returns: another one of the same, which is called differently */
static gint64
insert_other (OneOfEach *f,
              RemitKind kind)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  RemitRecord *record = one_of_each_load (f, kind);

  remit_record_set_id (record, 0);
  for (guint i = 0; i < info->n_fields; i++)
    if (remit_field_is_text (&info->fields[i]) && (info->fields[i].flags & REMIT_FIELD_REQUIRED))
      remit_record_set_text (record, i, "Other");
  return remit_test_insert (f->store, record);
}

/* What refers to something else instead, or to nothing, that only one thing can be. */
static void
clear_alternatives (RemitRecord *record,
                    guint field)
{
  const RemitEntityInfo *info = remit_record_get_info (record);
  RemitFieldFlags flags = info->fields[field].flags;

  for (guint i = 0; i < info->n_fields; i++)
    if (i != field && (flags & REMIT_FIELD_ALTERNATIVE)
        && (info->fields[i].flags & REMIT_FIELD_ALTERNATIVE))
      remit_record_set_integer (record, i, 0);
}

static void
insert_reference (OneOfEach *f,
                  RemitKind kind,
                  guint field,
                  gint64 id,
                  GArray *references)
{
  RemitRecord *record = one_of_each_load (f, kind);
  Reference reference = { kind, field, 0 };

  remit_record_set_id (record, 0);
  clear_alternatives (record, field);
  remit_record_set_integer (record, field, id);
  reference.id = remit_test_insert (f->store, record);
  g_array_append_val (references, reference);
}

/* Everything that can refer to entities of @target refers to @id. */
static GArray *
insert_references (OneOfEach *f,
                   RemitKind target,
                   gint64 id)
{
  GArray *references = g_array_new (FALSE, FALSE, sizeof (Reference));

  FOR_EACH_KIND (kind)
    for (guint i = 0; i < remit_entity_info (kind)->n_fields; i++)
      if (remit_entity_info (kind)->fields[i].kind == REMIT_FIELD_REFERENCE
          && remit_entity_info (kind)->fields[i].target == target)
        {
          g_test_message ("%s.%s", remit_entity_info (kind)->name,
                          remit_entity_info (kind)->fields[i].name);
          insert_reference (f, kind, i, id, references);
        }
  remit_test_refresh (f->workspace);
  return references;
}

/* Each refers to @id now; or it is gone, since one that says the same did before. */
static void
check_references (OneOfEach *f,
                  GArray *references,
                  gint64 id)
{
  for (guint i = 0; i < references->len; i++)
    {
      const Reference *reference = &g_array_index (references, Reference, i);
      const RemitEntityInfo *info = remit_entity_info (reference->kind);
      g_autoptr (RemitRecord) record = NULL;

      g_test_message ("… %s.%s", info->name, info->fields[reference->field].name);
      record = remit_store_load (f->store, reference->kind, reference->id, NULL);
      if (record != NULL)
        g_assert_cmpint (remit_record_get_integer (record, reference->field), ==, id);
      else
        g_assert_cmpint (remit_test_count_rows (f->store, reference->kind), ==, 1);
    }
}

static void
check_counts (OneOfEach *f,
              GArray *references,
              const RemitMergePreview *preview)
{
  guint expected[REMIT_N_KINDS] = { 0 };

  for (guint i = 0; i < references->len; i++)
    expected[g_array_index (references, Reference, i).kind]++;
  FOR_EACH_KIND (kind)
    g_assert_cmpuint (preview->follows[kind], ==, expected[kind]);
}

static void
merge (OneOfEach *f,
       RemitKind kind,
       gint64 keep,
       gint64 other)
{
  g_autoptr (GError) error = NULL;

  remit_design_merge (f->workspace, kind, keep, other, NULL, &error);
  g_assert_no_error (error);
}

static void
check_merged (OneOfEach *f,
              RemitKind kind)
{
  gint64 keep = f->ids[kind];
  gint64 other = insert_other (f, kind);
  g_autoptr (GArray) references = insert_references (f, kind, other);
  g_autofree char *before = remit_test_dump (f->store);
  g_autoptr (RemitMergePreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (references->len, >, 0);
  remit_design_can_merge (f->workspace, kind, keep, other, &preview, &error);
  g_assert_no_error (error);
  check_counts (f, references, preview);

  merge (f, kind, keep, other);
  check_references (f, references, keep);
  g_assert_null (remit_workspace_get (f->workspace, kind, other));
  remit_test_undo_and_redo (f->store, before);
  check_references (f, references, keep);
  remit_test_refresh (f->workspace);
}

static void
test_every_reference (OneOfEach *f,
                      gconstpointer data G_GNUC_UNUSED)
{
  FOR_EACH_KIND (kind)
    if (remit_entity_info (kind)->is_mergeable)
      {
        g_test_message ("%s", remit_entity_info (kind)->name);
        check_merged (f, kind);
      }
  remit_test_verify (f->store);
}

/* What others add while one looks follows, too: nothing of what was counted is relied on. */
static void
test_second_writer (OneOfEach *f,
                    gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitStore) second = remit_store_open (remit_store_get_path (f->store),
                                                    REMIT_STORE_NO_FLAGS, NULL);

  FOR_EACH_KIND (kind)
    {
      RemitStore *own = f->store;
      g_autoptr (GArray) references = NULL;
      gint64 other;

      if (!remit_entity_info (kind)->is_mergeable)
        continue;
      other = insert_other (f, kind);
      remit_test_refresh (f->workspace);
      f->store = second;
      references = insert_references (f, kind, other);
      f->store = own;
      merge (f, kind, f->ids[kind], other);
      check_references (f, references, f->ids[kind]);
    }
}

/* Somebody else deletes one of the two meanwhile. */
static void
test_overtaken (OneOfEach *f,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitWorkspace) second = NULL;

  second = remit_workspace_open (remit_store_get_path (f->store), REMIT_STORE_NO_FLAGS, NULL);
  FOR_EACH_KIND (kind)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gint64 other;

      if (!remit_entity_info (kind)->is_mergeable)
        continue;
      other = insert_other (f, kind);
      remit_test_refresh (f->workspace);
      remit_test_refresh (second);
      g_assert_true (remit_design_delete (second, kind, other, NULL));
      before = remit_test_dump (f->store);
      g_assert_false (remit_design_merge (f->workspace, kind, f->ids[kind], other, NULL, &error));
      g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
      after = remit_test_dump (f->store);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_other_kinds (OneOfEach *f,
                  gconstpointer data G_GNUC_UNUSED)
{
  FOR_EACH_KIND (kind)
    {
      g_autoptr (GError) error = NULL;

      if (remit_entity_info (kind)->is_mergeable)
        continue;
      g_assert_false (remit_design_merge (f->workspace, kind, f->ids[kind], 1234, NULL, &error));
      g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
    }
}

/* ── The database ─────────────────────────────────────────────────────────────────────────── */

static gboolean
is_once (const RemitField *field)
{
  return field->flags & (REMIT_FIELD_ONCE | REMIT_FIELD_KEY | REMIT_FIELD_OWNER);
}

/* The columns of a unique index are those by which parts are told apart: whoever adds an index says
 * so in the table of fields, or a merge would run into it. */
static void
check_index (RemitStore *store,
             const RemitEntityInfo *info,
             const char *index)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_index_info ('%s')", index);
  g_autoptr (RemitStatement) rows = remit_store_prepare (store, g_intern_string (sql), NULL);

  while (remit_store_step (store, rows))
    for (guint i = 0; i < info->n_fields; i++)
      if (g_str_equal (remit_field_get_column (&info->fields[i]),
                       remit_statement_get_text (rows, 0)))
        g_assert_true (is_once (&info->fields[i])
                       || (info->fields[i].flags & REMIT_FIELD_UNIQUE));
}

static void
test_indexes (OneOfEach *f,
              gconstpointer data G_GNUC_UNUSED)
{
  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_index_list ('%s')"
                                              " WHERE \"unique\"",
                                              remit_entity_info_get_table (info));
      g_autoptr (RemitStatement) rows = remit_store_prepare (f->store, g_intern_string (sql), NULL);

      while (remit_store_step (f->store, rows))
        {
          g_test_message ("%s: %s", info->name, remit_statement_get_text (rows, 0));
          check_index (f->store, info, remit_statement_get_text (rows, 0));
        }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) \
  g_test_add ("/merged/" name, OneOfEach, NULL, one_of_each_set_up, test, one_of_each_tear_down)
  ADD ("every-reference", test_every_reference);
  ADD ("second-writer", test_second_writer);
  ADD ("overtaken", test_overtaken);
  ADD ("other-kinds", test_other_kinds);
  ADD ("indexes", test_indexes);
  return g_test_run ();
}
