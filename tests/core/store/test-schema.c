/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database's schema and the tables of fields agree. */
#include "config.h"

#include <string.h>

#include "remit-test.h"

typedef struct {
  char *folder;
  RemitWorkspace *workspace;
  RemitStore *store;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = remit_test_make_folder ();
  fixture->workspace = remit_test_open_workspace (fixture->folder);
  fixture->store = remit_workspace_get_store (fixture->workspace);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->workspace);
  remit_test_remove_folder (fixture->folder);
}

static gboolean
is_number_in_database (const RemitField *field)
{
  return field->kind != REMIT_FIELD_TEXT && field->kind != REMIT_FIELD_DATE
         && field->kind != REMIT_FIELD_ENUM;
}

static void
check_column (const RemitEntityInfo *info,
              const RemitField *field,
              sqlite3_stmt *row)
{
  const char *type = (const char *) sqlite3_column_text (row, 2);
  gboolean not_null = sqlite3_column_int (row, 3);
  const char *initial = (const char *) sqlite3_column_text (row, 4);
  gboolean may_be_null = field->kind == REMIT_FIELD_DATE || field->kind == REMIT_FIELD_TIME
                         || field->kind == REMIT_FIELD_REFERENCE;

  g_test_message ("%s.%s", info->name, field->name);
  g_assert_cmpstr (type, ==, is_number_in_database (field) ? "INTEGER" : "TEXT");
  g_assert_cmpint (not_null, ==, !may_be_null || (field->flags & REMIT_FIELD_REQUIRED));

  if (may_be_null || (field->flags & REMIT_FIELD_REQUIRED))
    g_assert_null (initial);
  else if (field->kind == REMIT_FIELD_TEXT)
    g_assert_cmpstr (initial, ==, "''");
  else if (field->kind == REMIT_FIELD_ENUM)
    {
      g_autofree char *quoted = g_strdup_printf ("'%s'", field->choices[field->initial].nick);

      g_assert_cmpstr (initial, ==, quoted);
    }
  else
    g_assert_cmpint (g_ascii_strtoll (initial, NULL, 10), ==, field->initial);
}

static sqlite3_stmt *
query (RemitStore *store,
       const char *format,
       const RemitEntityInfo *info)
{
  g_autofree char *sql = g_strdup_printf (format, remit_entity_info_get_table (info));
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = remit_store_prepare (store, g_intern_string (sql), &error);

  g_assert_no_error (error);
  return statement;
}

static void
test_columns (Fixture *fixture,
              gconstpointer data)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      sqlite3_stmt *row = query (fixture->store, "SELECT * FROM pragma_table_info ('%s')", info);

      g_assert_true (remit_store_step (fixture->store, row, NULL));
      g_assert_cmpstr ((const char *) sqlite3_column_text (row, 1), ==, "id");
      for (guint i = 0; i < info->n_fields; i++)
        {
          g_assert_true (remit_store_step (fixture->store, row, NULL));
          g_assert_cmpstr ((const char *) sqlite3_column_text (row, 1), ==,
                           remit_field_get_column (&info->fields[i]));
          check_column (info, &info->fields[i], row);
        }
      g_assert_false (remit_store_step (fixture->store, row, NULL));
    }
}

static const RemitField *
find_column (const RemitEntityInfo *info,
             const char *column)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (strcmp (remit_field_get_column (&info->fields[i]), column) == 0)
      return &info->fields[i];
  return NULL;
}

static void
test_references (Fixture *fixture,
                 gconstpointer data)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      sqlite3_stmt *row = query (fixture->store,
                                 "SELECT \"from\", \"table\", on_delete "
                                 "FROM pragma_foreign_key_list ('%s')", info);
      guint n_references = 0;

      for (guint i = 0; i < info->n_fields; i++)
        n_references += info->fields[i].kind == REMIT_FIELD_REFERENCE;
      for (; remit_store_step (fixture->store, row, NULL); n_references--)
        {
          const RemitField *field = find_column (info,
                                                 (const char *) sqlite3_column_text (row, 0));
          const RemitEntityInfo *target = remit_entity_info (field->target);

          g_assert_cmpstr ((const char *) sqlite3_column_text (row, 1), ==,
                           remit_entity_info_get_table (target));
          if (field->flags & REMIT_FIELD_OWNER)
            g_assert_cmpstr ((const char *) sqlite3_column_text (row, 2), ==, "CASCADE");
          if (field->flags & REMIT_FIELD_BOUND)
            g_assert_cmpstr ((const char *) sqlite3_column_text (row, 2), ==, "CASCADE");
          else if (!(field->flags & REMIT_FIELD_REQUIRED))
            g_assert_cmpstr ((const char *) sqlite3_column_text (row, 2), ==, "SET NULL");
        }
      g_assert_cmpuint (n_references, ==, 0);
    }
}

/* Inserts a valid row and then asks for @value in @field, past our own checks. */
static int
try_value (Fixture *fixture,
           const RemitEntityInfo *info,
           guint field,
           const char *value)
{
  g_autofree char *sql = NULL;
  int code;

  sql = g_strdup_printf ("UPDATE %s SET \"%s\" = '%s'", remit_entity_info_get_table (info),
                         remit_field_get_column (&info->fields[field]), value);
  sqlite3_exec (remit_store_get_handle (fixture->store), "SAVEPOINT trial", NULL, NULL, NULL);
  code = sqlite3_exec (remit_store_get_handle (fixture->store), sql, NULL, NULL, NULL);
  sqlite3_exec (remit_store_get_handle (fixture->store), "ROLLBACK TO trial; RELEASE trial", NULL,
                NULL, NULL);
  return code;
}

static void
add_one_conflict (RemitStore *store,
                  gint64 plan)
{
  gint64 ids[REMIT_N_KINDS] = { 0 };

  for (RemitKind kind = REMIT_KIND_LADDER; kind <= REMIT_KIND_CONFLICT_EVENT; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      RemitRecord *record = remit_record_new (kind);
      int owner = remit_entity_info_find_owner (info);

      remit_record_set_integer (record, 0, plan);
      for (guint i = 0; i < info->n_fields; i++)
        if (!(info->fields[i].flags & REMIT_FIELD_REQUIRED))
          continue;
        else if (remit_field_is_text (&info->fields[i]))
          remit_record_set_text (record, i, "Ada");
        else if (info->fields[i].kind == REMIT_FIELD_TIME)
          remit_record_set_integer (record, i, 1000);
      if (info->fields[owner].target != REMIT_KIND_PLAN)
        remit_record_set_integer (record, (guint) owner, ids[info->fields[owner].target]);
      if (kind == REMIT_KIND_INVOLVEMENT)
        remit_record_set_integer (record, REMIT_INVOLVEMENT_TEAM,
                                  remit_test_add_team (store, plan, "Other"));
      ids[kind] = remit_test_insert (store, record);
    }
}

static void
add_one_decision (RemitStore *store,
                  gint64 plan,
                  gint64 slot)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_DECISION);
  gint64 decision;

  remit_record_set_integer (record, REMIT_DECISION_PLAN, plan);
  remit_record_set_text (record, REMIT_DECISION_TITLE, "Release");
  decision = remit_test_insert (store, record);
  record = remit_record_new (REMIT_KIND_RIGHT);
  remit_record_set_integer (record, REMIT_RIGHT_PLAN, plan);
  remit_record_set_integer (record, REMIT_RIGHT_DECISION, decision);
  remit_record_set_integer (record, REMIT_RIGHT_SLOT, slot);
  remit_test_insert (store, record);
  record = remit_record_new (REMIT_KIND_DECISION_EVENT);
  remit_record_set_integer (record, REMIT_DECISION_EVENT_PLAN, plan);
  remit_record_set_integer (record, REMIT_DECISION_EVENT_DECISION, decision);
  remit_record_set_integer (record, REMIT_DECISION_EVENT_AT, 1000);
  remit_record_set_text (record, REMIT_DECISION_EVENT_ACTOR, "Ada");
  remit_test_insert (store, record);
  add_one_conflict (store, plan);
  record = remit_record_new (REMIT_KIND_WAIVER);
  remit_record_set_integer (record, REMIT_WAIVER_PLAN, plan);
  remit_record_set_text (record, REMIT_WAIVER_RULE, "RACI-1");
  remit_record_set_text (record, REMIT_WAIVER_ACTOR, "Ada");
  remit_record_set_text (record, REMIT_WAIVER_REASON, "For now");
  remit_test_insert (store, record);
}

static void
add_one_of_each (RemitStore *store)
{
  gint64 person = remit_test_add_person (store, "Ada");
  gint64 skill = remit_test_add_skill (store, "SQL");
  gint64 role = remit_test_add_role (store, "ml-engineer", "ML engineer");
  gint64 plan = remit_test_add_plan (store, "Plan");
  gint64 team = remit_test_add_team (store, plan, "Team");
  gint64 slot = remit_test_add_slot (store, plan, team, role);
  RemitRecord *record;

  remit_test_add_assignment (store, plan, slot, person, 50);
  record = remit_record_new (REMIT_KIND_PERSON_SKILL);
  remit_record_set_integer (record, REMIT_PERSON_SKILL_PERSON, person);
  remit_record_set_integer (record, REMIT_PERSON_SKILL_SKILL, skill);
  remit_test_insert (store, record);
  record = remit_record_new (REMIT_KIND_SLOT_NEED);
  remit_record_set_integer (record, REMIT_SLOT_NEED_PLAN, plan);
  remit_record_set_integer (record, REMIT_SLOT_NEED_SLOT, slot);
  remit_record_set_integer (record, REMIT_SLOT_NEED_SKILL, skill);
  remit_test_insert (store, record);
  record = remit_record_new (REMIT_KIND_ABSENCE);
  remit_record_set_integer (record, REMIT_ABSENCE_PERSON, person);
  remit_record_set_integer (record, REMIT_ABSENCE_FROM, 2461000);
  remit_record_set_integer (record, REMIT_ABSENCE_UNTIL, 2461010);
  remit_test_insert (store, record);
  add_one_decision (store, plan, slot);
  record = remit_record_new (REMIT_KIND_HOLIDAY);
  remit_record_set_integer (record, REMIT_HOLIDAY_DAY, 2461000);
  remit_test_insert (store, record);
}

/* What a field does not allow, the database refuses too; and what it allows, it takes. */
static void
test_checks (Fixture *fixture,
             gconstpointer data)
{
  add_one_of_each (fixture->store);
  /* It is the columns that are asked, not what holds between them. */
  sqlite3_db_config (remit_store_get_handle (fixture->store), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0,
                     NULL);

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      g_assert_cmpint (remit_store_count (fixture->store, kind), ==,
                       kind == REMIT_KIND_TEAM ? 2 : 1);
      for (guint i = 0; i < info->n_fields; i++)
        {
          const RemitField *field = &info->fields[i];
          g_autofree char *above = g_strdup_printf ("%" G_GINT64_FORMAT, field->maximum + 1);
          g_autofree char *below = g_strdup_printf ("%" G_GINT64_FORMAT, field->minimum - 1);
          g_autofree char *most = g_strdup_printf ("%" G_GINT64_FORMAT, field->maximum);

          g_test_message ("%s.%s", info->name, field->name);
          if (field->kind == REMIT_FIELD_ENUM)
            g_assert_cmpint (try_value (fixture, info, i, "nonsense"), ==, SQLITE_CONSTRAINT);
          for (guint j = 0; field->kind == REMIT_FIELD_ENUM && field->choices[j].nick != NULL; j++)
            g_assert_cmpint (try_value (fixture, info, i, field->choices[j].nick), ==, SQLITE_OK);
          if (field->kind == REMIT_FIELD_DATE)
            g_assert_cmpint (try_value (fixture, info, i, "2026-02-30"), ==, SQLITE_CONSTRAINT);
          if (field->kind == REMIT_FIELD_BOOLEAN)
            g_assert_cmpint (try_value (fixture, info, i, "2"), ==, SQLITE_CONSTRAINT);
          if (field->kind == REMIT_FIELD_TEXT && (field->flags & REMIT_FIELD_REQUIRED))
            g_assert_cmpint (try_value (fixture, info, i, ""), ==, SQLITE_CONSTRAINT);
          if (field->kind == REMIT_FIELD_REFERENCE && (field->flags & REMIT_FIELD_OWNER))
            g_assert_cmpint (try_value (fixture, info, i, "12345"), !=, SQLITE_OK);
          if (field->kind == REMIT_FIELD_INTEGER || field->kind == REMIT_FIELD_PERCENT)
            {
              g_assert_cmpint (try_value (fixture, info, i, above), ==, SQLITE_CONSTRAINT);
              g_assert_cmpint (try_value (fixture, info, i, below), ==, SQLITE_CONSTRAINT);
              g_assert_cmpint (try_value (fixture, info, i, most), ==, SQLITE_OK);
            }
        }
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/schema/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/store/schema/references", Fixture, NULL, set_up, test_references, tear_down);
  g_test_add ("/store/schema/checks", Fixture, NULL, set_up, test_checks, tear_down);
  return g_test_run ();
}
