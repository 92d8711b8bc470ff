/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records: parsing, formatting and checking of every field of every entity. */
#include <string.h>

#include "model/remit-day.h"
#include "model/remit-entities.h"

/* A value that is not the default, for each kind of field. */
static const char *
get_example (const RemitField *field)
{
  switch (field->kind)
    {
    case REMIT_FIELD_DURATION:
      return "PT36H";
    case REMIT_FIELD_TEXT:
      if (field->flags & REMIT_FIELD_ZONE)
        return "Europe/Berlin";
      if (field->flags & REMIT_FIELD_PERIODS)
        return "2026-01-01/.. 50%";
      if (field->flags & REMIT_FIELD_MONEY)
        return "650.00 EUR";
      return "Zoë, “quoted”";
    case REMIT_FIELD_INTEGER:
      return field->initial == 3 ? "1" : "3";
    case REMIT_FIELD_PERCENT:
      return field->minimum > 60 ? "150" : field->initial == 60 ? "40" : "60";
    case REMIT_FIELD_BOOLEAN:
      return field->initial ? "false" : "true";
    case REMIT_FIELD_DATE:
      return "2026-03-31";
    case REMIT_FIELD_TIME:
      return "2026-03-31T12:00:00.000Z";
    case REMIT_FIELD_ENUM:
      return field->choices[field->initial == 1 ? 0 : 1].nick;
    case REMIT_FIELD_REFERENCE:
    case REMIT_FIELD_ORIGIN:
    default:
      return "0198f2abcdef0123";
    }
}

static void
test_every_field (void)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      g_autoptr (RemitRecord) record = remit_record_new (kind);
      g_autoptr (RemitRecord) copy = NULL;

      for (guint i = 0; i < info->n_fields; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *text = NULL;
          g_autofree char *shown = NULL;

          g_test_message ("%s %s", info->name, info->fields[i].name);
          g_assert_true (remit_record_is_initial (record, i));
          remit_record_parse (record, i, get_example (&info->fields[i]), &error);
          g_assert_no_error (error);
          text = remit_record_format (record, i);
          shown = remit_record_display (record, i);
          g_assert_cmpstr (text, ==, get_example (&info->fields[i]));
          g_assert_cmpstr (shown, !=, "");
          g_assert_false (remit_record_is_initial (record, i));
        }

      copy = remit_record_copy (record);
      for (guint i = 0; i < info->n_fields; i++)
        g_assert_true (remit_record_is_same (record, copy, i));
      remit_record_reset (record);
      for (guint i = 0; i < info->n_fields; i++)
        g_assert_true (remit_record_is_initial (record, i));
    }
}

typedef struct {
  RemitKind kind;
  guint field;
  const char *text;
  const char *expected;
} BadValue;

static void
test_bad_values (void)
{
  static const BadValue values[] = {
    { REMIT_KIND_PERSON, REMIT_PERSON_NAME, "", "Name must not be empty" },
    { REMIT_KIND_PERSON, REMIT_PERSON_NAME, "\xff", "not UTF-8" },
    { REMIT_KIND_PERSON, REMIT_PERSON_CAPACITY, "201", "not between 0 and 200" },
    { REMIT_KIND_PERSON, REMIT_PERSON_CAPACITY, "-1", "not between 0 and 200" },
    { REMIT_KIND_PERSON, REMIT_PERSON_CAPACITY, "full", "not a whole number" },
    { REMIT_KIND_PERSON, REMIT_PERSON_CAPACITY, "", "not a whole number" },
    { REMIT_KIND_PERSON, REMIT_PERSON_CAPACITY, "99999999999999999999", "not a whole number" },
    { REMIT_KIND_PERSON, REMIT_PERSON_FROM, "31.3.2026", "not a date such as" },
    { REMIT_KIND_PERSON, REMIT_PERSON_MANAGER, "boss", "not an id" },
    { REMIT_KIND_ABSENCE, REMIT_ABSENCE_FROM, "", "must not be empty" },
    { REMIT_KIND_PLAN, REMIT_PLAN_STATUS, "done", "not one of “draft”" },
    { REMIT_KIND_TEAM, REMIT_TEAM_ML, "maybe", "not “true” or “false”" },
    { REMIT_KIND_SLOT, REMIT_SLOT_ROLE, "", "must not be empty" },
    { REMIT_KIND_SLOT_NEED, REMIT_SLOT_NEED_LEVEL, "5", "not between 1 and 4" },
    { REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_ALLOCATION, "0", "not between 1 and 1000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (RemitRecord) record = remit_record_new (values[i].kind);
      g_autoptr (GError) error = NULL;

      g_assert_false (remit_record_parse (record, values[i].field, values[i].text, &error));
      g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID);
      if (strstr (error->message, values[i].expected) == NULL)
        g_error ("“%s” lacks “%s”", error->message, values[i].expected);
    }
}

static void
test_edges (void)
{
  g_autoptr (RemitRecord) person = remit_record_new (REMIT_KIND_PERSON);
  g_autofree char *long_text = g_strnfill (201, 'a');
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_record_parse (person, REMIT_PERSON_CAPACITY, "0", &error));
  g_assert_true (remit_record_parse (person, REMIT_PERSON_CAPACITY, "200", &error));
  g_assert_false (remit_record_parse (person, REMIT_PERSON_NAME, long_text, NULL));
  long_text[200] = '\0';
  g_assert_true (remit_record_parse (person, REMIT_PERSON_NAME, long_text, &error));
  g_assert_no_error (error);
}

static void
test_span (void)
{
  g_autoptr (RemitRecord) person = remit_record_new (REMIT_KIND_PERSON);
  g_autoptr (GError) error = NULL;

  remit_record_set_text (person, REMIT_PERSON_NAME, "Ada");
  remit_record_set_integer (person, REMIT_PERSON_FROM, remit_day_parse ("2026-03-01"));
  g_assert_true (remit_record_check (person, &error));
  remit_record_set_integer (person, REMIT_PERSON_UNTIL, remit_day_parse ("2026-03-01"));
  g_assert_true (remit_record_check (person, &error));
  g_assert_no_error (error);
  remit_record_set_integer (person, REMIT_PERSON_UNTIL, remit_day_parse ("2026-02-28"));
  g_assert_false (remit_record_check (person, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID);
}

/* Words of design.md: one owner an entity, references to something, properties without clashes. */
static void
test_tables (void)
{
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
      guint n_owners = 0;

      g_assert_true (remit_entity_info_by_table (remit_entity_info_get_table (info)) == info);
      for (guint i = 0; i < info->n_fields; i++)
        {
          const RemitField *field = &info->fields[i];

          g_assert_true (g_hash_table_add (names, (gpointer) field->name));
          g_assert_cmpint (remit_entity_info_find_field (info, field->name), ==, i);
          g_assert_cmpint (field->kind == REMIT_FIELD_REFERENCE, ==,
                           field->target != REMIT_KIND_NONE);
          g_assert_true (field->kind != REMIT_FIELD_ENUM || field->choices != NULL);
          n_owners += (field->flags & REMIT_FIELD_OWNER) != 0;
        }
      g_assert_cmpuint (n_owners, <=, 1);
      g_assert_cmpuint (info->n_fields, <=, 64);
    }
}

static void
test_alternatives (void)
{
  g_autoptr (RemitRecord) right = remit_record_new (REMIT_KIND_RIGHT);
  g_autoptr (GError) error = NULL;
  gint64 id = -1;

  remit_record_set_integer (right, REMIT_RIGHT_PLAN, 1);
  remit_record_set_integer (right, REMIT_RIGHT_DECISION, 2);
  g_assert_cmpint (remit_record_get_alternative (right, &id), ==, REMIT_KIND_NONE);
  g_assert_cmpint (id, ==, 0);
  remit_record_set_integer (right, REMIT_RIGHT_ROLE, 3);
  g_assert_true (remit_record_check (right, &error));
  g_assert_cmpint (remit_record_get_alternative (right, &id), ==, REMIT_KIND_ROLE);
  g_assert_cmpint (id, ==, 3);
  remit_record_set_integer (right, REMIT_RIGHT_PERSON, 4);
  g_assert_false (remit_record_check (right, &error));
  g_assert_cmpstr (error->message, ==, "Right: either Role or Person, not both");
  remit_record_set_integer (right, REMIT_RIGHT_ROLE, 0);
  g_assert_true (remit_record_check (right, NULL));
  g_assert_cmpint (remit_record_get_alternative (right, &id), ==, REMIT_KIND_PERSON);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/record/every-field", test_every_field);
  g_test_add_func ("/model/record/bad-values", test_bad_values);
  g_test_add_func ("/model/record/edges", test_edges);
  g_test_add_func ("/model/record/span", test_span);
  g_test_add_func ("/model/record/alternatives", test_alternatives);
  g_test_add_func ("/model/record/tables", test_tables);
  return g_test_run ();
}
