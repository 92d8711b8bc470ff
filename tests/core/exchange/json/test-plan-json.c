/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as JSON, and the schema that says what is in it. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "exchange/json/remit-plan-json.h"
#include "exchange/remit-exporter.h"
#include "model/remit-data.h"
#include "remit-test.h"

typedef struct {
  char *folder;
  char *path;
  RemitStore *store;
  RemitExport export;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *workspace = NULL;

  fixture->folder = remit_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "plan.json", NULL);
  workspace = g_build_filename (fixture->folder, "test.remit", NULL);
  fixture->store = remit_test_open_new (workspace);
  fixture->export = (RemitExport){ .store = fixture->store,
                                   .plan = remit_test_read_sample (fixture->store) };
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  g_free (fixture->path);
  remit_test_remove_folder (fixture->folder);
}

/* Returns: (transfer full): the plan's file, parsed */
static JsonParser *
write_plan (Fixture *fixture)
{
  JsonParser *parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  remit_exporter_write (remit_exporter_find (REMIT_EXPORT_PLAN, "json"), &fixture->export,
                        fixture->path, &error);
  g_assert_no_error (error);
  json_parser_load_from_file (parser, fixture->path, &error);
  g_assert_no_error (error);
  return parser;
}

static JsonObject *
get_first (JsonObject *object,
           const char *list)
{
  return json_array_get_object_element (json_object_get_array_member (object, list), 0);
}

/* Types, lists of parts within parts, and sections without anything. */
static void
test_whole (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (JsonParser) parser = write_plan (fixture);
  JsonObject *plan = json_node_get_object (json_parser_get_root (parser));
  JsonObject *team = get_first (plan, "teams");
  JsonObject *slot = get_first (team, "slot");

  g_assert_cmpstr (json_object_get_string_member (plan, "$schema"), ==, REMIT_PLAN_JSON_SCHEMA);
  g_assert_cmpstr (json_object_get_string_member (plan, "name"), ==, "AI teams 2026");
  g_assert_cmpstr (json_object_get_string_member (plan, "audience"), ==, "full");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (plan, "people")), ==, 43);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (plan, "waivers")), ==, 0);
  g_assert_cmpstr (json_object_get_string_member (team, "name"), ==, "Data and AI office");
  g_assert_false (json_object_get_boolean_member (team, "ml"));
  g_assert_cmpint (json_object_get_int_member (slot, "fte"), ==, 60);
  g_assert_true (json_object_get_boolean_member (slot, "required"));
  g_assert_cmpint (json_object_get_int_member (get_first (slot, "assignment"), "allocation"), ==,
                   60);
  g_assert_cmpint (json_object_get_int_member (get_first (slot, "needs"), "level"), ==, 3);
  g_assert_cmpuint (
    strlen (json_object_get_string_member (json_object_get_object_member (plan, "history"),
                                           "head")),
    ==, 64);
}

/* What is confidential is left out, not empty. */
static void
test_stakeholder (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (JsonParser) full = write_plan (fixture);
  JsonObject *plan = json_node_get_object (json_parser_get_root (full));
  g_autoptr (JsonParser) parser = NULL;

  g_assert_true (json_object_has_member (get_first (plan, "people"), "email"));
  fixture->export.audience = REMIT_AUDIENCE_STAKEHOLDER;
  parser = write_plan (fixture);
  plan = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (plan, "audience"), ==, "stakeholder");
  g_assert_false (json_object_has_member (get_first (plan, "people"), "email"));
}

/* The published schema is the one that the tables of fields make. */
static void
test_schema (void)
{
  g_autofree char *path = remit_data_dup_path ("schema/plan.schema.json");
  g_autofree char *made = remit_plan_json_dup_schema ();
  g_autofree char *published = NULL;

  g_file_get_contents (path, &published, NULL, NULL);
  if (published == NULL || !g_str_equal (g_strchomp (published), made))
    {
      g_autofree char *other = g_build_filename (g_get_tmp_dir (), "plan.schema.json", NULL);
      g_autofree char *line = g_strconcat (made, "\n", NULL);

      g_file_set_contents (other, line, -1, NULL);
      g_test_message ("data/schema/plan.schema.json is to be %s", other);
      g_test_fail ();
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  remit_test_silence_checker ();
#define ADD(path, func) \
  g_test_add ("/exchange/json/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("whole", test_whole);
  ADD ("stakeholder", test_stakeholder);
#undef ADD
  g_test_add_func ("/exchange/json/schema", test_schema);
  return g_test_run ();
}
