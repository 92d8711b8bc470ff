/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database's schema and the tables of fields agree. */
#include <string.h>

#include "one-of-each.h"

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
                         || field->kind == REMIT_FIELD_REFERENCE
                         || field->kind == REMIT_FIELD_ORIGIN;

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
test_columns (OneOfEach *fixture,
              gconstpointer data)
{
  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      sqlite3_stmt *row = query (fixture->store, "SELECT * FROM pragma_table_info ('%s')", info);

      g_assert_true (remit_store_step (fixture->store, row));
      g_assert_cmpstr ((const char *) sqlite3_column_text (row, 1), ==, "id");
      for (guint i = 0; i < info->n_fields; i++)
        {
          g_assert_true (remit_store_step (fixture->store, row));
          g_assert_cmpstr ((const char *) sqlite3_column_text (row, 1), ==,
                           remit_field_get_column (&info->fields[i]));
          check_column (info, &info->fields[i], row);
        }
      g_assert_false (remit_store_step (fixture->store, row));
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
test_references (OneOfEach *fixture,
                 gconstpointer data)
{
  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      sqlite3_stmt *row = query (fixture->store,
                                 "SELECT \"from\", \"table\", on_delete "
                                 "FROM pragma_foreign_key_list ('%s')", info);
      guint n_references = 0;

      for (guint i = 0; i < info->n_fields; i++)
        n_references += info->fields[i].kind == REMIT_FIELD_REFERENCE;
      for (; remit_store_step (fixture->store, row); n_references--)
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

/* Asks for @value in @field of the row that is there, past our own checks. */
static int
try_value (OneOfEach *fixture,
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

/* What a field does not allow, the database refuses too; and what it allows, it takes. */
static void
test_checks (OneOfEach *fixture,
             gconstpointer data)
{
  /* It is the columns that are asked, not what holds between them. */
  sqlite3_db_config (remit_store_get_handle (fixture->store), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0,
                     NULL);

  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      g_assert_cmpint (remit_test_count_rows (fixture->store, kind), ==, 1);
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
#define ADD(path, test)                                                              \
  g_test_add (path, OneOfEach, NULL, one_of_each_set_up, test, one_of_each_tear_down)
  ADD ("/schema/columns", test_columns);
  ADD ("/schema/references", test_references);
  ADD ("/schema/checks", test_checks);
#undef ADD
  return g_test_run ();
}
