/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan file changes of what other plans use is told, and refused to whoever does not want
 * it. */
#include <string.h>

#include "remit-plan-test.h"

/* Ada, her manager Cy, her skill, and a role are used by both plans; Bob, his skill and another
 * role by the first alone. */
#define PLAN(id, body)                                                                             \
  "<plan xmlns=\"urn:remit:plan:1\" format=\"1.5\" audience=\"full\" id=\"000000000000000" id "\"" \
  " name=\"Plan " id "\">\n" body "</plan>\n"
#define PYTHON "<skill id=\"0000000000000011\" name=\"Python\"/>\n"
#define SQL "<skill id=\"0000000000000012\" name=\"SQL\"/>\n"
#define LEAD "<role id=\"0000000000000021\" key=\"lead\" name=\"Lead\"/>\n"
#define COOK "<role id=\"0000000000000022\" key=\"cook\" name=\"Cook\"/>\n"
#define ADA "<person id=\"0000000000000031\" name=\"Ada\" manager=\"0000000000000033\">\n" \
            "<has skill=\"0000000000000011\" level=\"3\"/>\n"                              \
            "<absence from=\"2026-03-01\" until=\"2026-03-02\"/>\n</person>\n"
#define BOB "<person id=\"0000000000000032\" name=\"Bob\">\n" \
            "<has skill=\"0000000000000012\"/>\n</person>\n"
#define CY "<person id=\"0000000000000033\" name=\"Cy\"/>\n"
#define FIRST                                                                               \
  PLAN ("1", "<skills>\n" PYTHON SQL "</skills>\n<roles>\n" LEAD COOK "</roles>\n"          \
             "<people>\n" ADA BOB CY "</people>\n<teams>\n"                                 \
             "<team id=\"0000000000000041\" name=\"T\">\n"                                  \
             "<slot id=\"0000000000000051\" role=\"0000000000000021\">\n"                   \
             "<assignment id=\"0000000000000061\" person=\"0000000000000031\"/>\n</slot>\n" \
             "<slot id=\"0000000000000052\" role=\"0000000000000022\">\n"                   \
             "<assignment id=\"0000000000000062\" person=\"0000000000000032\"/>\n</slot>\n" \
             "</team>\n</teams>\n")
#define SECOND                                                                              \
  PLAN ("2", "<skills>\n" PYTHON "</skills>\n<roles>\n" LEAD "</roles>\n"                   \
             "<people>\n" ADA CY "</people>\n<teams>\n"                                     \
             "<team id=\"0000000000000042\" name=\"T\">\n"                                  \
             "<slot id=\"0000000000000053\" role=\"0000000000000021\">\n"                   \
             "<assignment id=\"0000000000000063\" person=\"0000000000000031\"/>\n</slot>\n" \
             "</team>\n</teams>\n")

/* What stands in the first plan's file, what comes instead, and what is told, if anything. */
typedef struct {
  const char *name;
  const char *old;
  const char *new;
  const char *told;
} SharedCase;

static const SharedCase cases[] = {
  { "nothing", "Plan 1", "Plan One", NULL },
  { "person", "name=\"Ada\"", "name=\"Ada\" title=\"Boss\"",
    "Person Ada: Job title none → Boss" },
  { "person-by-manager", "name=\"Cy\"", "name=\"Cyrus\"", "Person Cy: Name Cy → Cyrus" },
  { "own-person", "name=\"Bob\"", "name=\"Bert\"", NULL },
  { "level", "level=\"3\"", "level=\"1\"",
    "Skill of a person Python of Ada: Level 3 · Full → 1 · Supervised" },
  { "skill-added", "level=\"3\"/>\n", "level=\"3\"/>\n<has skill=\"0000000000000012\"/>\n",
    "Skill of a person SQL of Ada: added" },
  { "skill-removed", "<has skill=\"0000000000000011\" level=\"3\"/>\n", "",
    "Skill of a person Python of Ada: removed" },
  { "own-skill-of-person", "<has skill=\"0000000000000012\"/>\n", "", NULL },
  { "absence-removed", "<absence from=\"2026-03-01\" until=\"2026-03-02\"/>\n", "",
    "Absence Ada: removed" },
  { "absence-moved", "until=\"2026-03-02\"", "until=\"2026-03-03\"", "Absence Ada: added" },
  { "skill", "name=\"Python\"", "name=\"Pyton\"", "Skill Python: Name Python → Pyton" },
  { "own-skill", "name=\"SQL\"", "name=\"Sequel\"", NULL },
  { "role", "name=\"Lead\"", "name=\"Chief\"", "Role Lead: Name Lead → Chief" },
  { "own-role", "name=\"Cook\"", "name=\"Chef\"", NULL },
  { "manager-before", "manager=\"0000000000000033\"", "", "Person Ada: Manager Cy → none" },
  { "manager-later", "manager=\"0000000000000033\"", "manager=\"0000000000000032\"",
    "Person Ada: Manager Cy → Bob" },
  { "new-person", "</people>",
    "<person id=\"0000000000000034\" name=\"Di\" manager=\"0000000000000035\"/>\n"
    "<person id=\"0000000000000035\" name=\"Ed\">\n<has skill=\"0000000000000011\"/>\n</person>\n"
    "</people>",
    NULL },
  { "new-manager", "manager=\"0000000000000033\">",
    "manager=\"0000000000000034\">", "Person Ada: Manager Cy → Di" },
};

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  g_autoptr (GString) string = g_string_new (text);

  g_assert_cmpuint (g_string_replace (string, old, new, 1), ==, 1);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static char *
dup_changed (const SharedCase *shared)
{
  g_autofree char *text = replace (FIRST, shared->old, shared->new);

  if (!g_str_equal (shared->name, "new-manager"))
    return g_steal_pointer (&text);
  return replace (text, "</people>", "<person id=\"0000000000000034\" name=\"Di\"/>\n</people>");
}

static void
fill (PlanFixture *fixture)
{
  g_autoptr (RemitImportResult) first = plan_fixture_read (fixture, FIRST);
  g_autoptr (RemitImportResult) second = plan_fixture_read (fixture, SECOND);

  g_assert_cmpuint (first->n_shared + second->n_shared, ==, 0);
}

static void
assert_told (RemitImportResult *result,
             const char *told)
{
  gboolean found = FALSE;

  for (guint i = 0; i < result->shared->len; i++)
    {
      g_test_message ("%s", (const char *) result->shared->pdata[i]);
      found = found || g_strcmp0 (result->shared->pdata[i], told) == 0;
    }
  g_assert_cmpuint (result->shared->len, ==, result->n_shared);
  g_assert_true (told != NULL ? found : result->n_shared == 0);
}

/* Looked at, refused, and done. */
static void
test_case (PlanFixture *fixture,
           gconstpointer data)
{
  const SharedCase *shared = data;
  RemitImportOptions options = { .dry_run = TRUE, .spare_shared = TRUE };
  g_autofree char *text = dup_changed (shared);
  g_autofree char *path = plan_fixture_write (fixture, text);
  g_autoptr (RemitImportResult) looked = NULL;
  g_autoptr (RemitImportResult) spared = NULL;
  g_autoptr (RemitImportResult) done = NULL;
  g_autofree char *before = NULL;
  g_autofree char *refused = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  before = remit_test_dump (fixture->store);
  looked = remit_plan_read (fixture->store, path, &options, &error);
  g_assert_no_error (error);
  assert_told (looked, shared->told);

  options.dry_run = FALSE;
  if (shared->told != NULL)
    {
      spared = remit_plan_read (fixture->store, path, &options, &error);
      g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_SHARED);
      g_assert_nonnull (strstr (error->message, shared->told));
      g_clear_error (&error);
      refused = remit_test_dump (fixture->store);
      g_assert_cmpstr (refused, ==, before);
      options.spare_shared = FALSE;
    }
  done = remit_plan_read (fixture->store, path, &options, &error);
  g_assert_no_error (error);
  assert_told (done, shared->told);
  remit_test_undo_and_redo (fixture->store, before);
}

/* Who is the only plan, changes what it wants. */
static void
test_alone (PlanFixture *fixture,
            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dup_changed (&cases[i]);
      g_autoptr (RemitImportResult) whole = plan_fixture_read (fixture, FIRST);
      g_autoptr (RemitImportResult) changed = plan_fixture_read (fixture, text);

      g_assert_cmpuint (whole->n_shared + changed->n_shared, ==, 0);
    }
}

/* A plan that is new changes what others use, too; a template does not. */
static void
test_new_plan (PlanFixture *fixture,
               gconstpointer data)
{
  const RemitImportOptions options = { .spare_shared = TRUE };
  g_autofree char *text = replace (SECOND, "name=\"Ada\"", "name=\"Adele\"");
  g_autoptr (RemitImportResult) first = plan_fixture_read (fixture, FIRST);
  g_autofree char *path = plan_fixture_write (fixture, text);
  g_autoptr (RemitImportResult) plan = NULL;
  g_autoptr (RemitImportResult) template = NULL;
  g_autoptr (GError) error = NULL;

  plan = remit_plan_read (fixture->store, path, &options, &error);
  g_assert_null (plan);
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_SHARED);
  g_clear_error (&error);
  template = remit_plan_read_template (fixture->store, path, NULL, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (template->n_shared, ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/plan-shared/", cases[i].name, NULL);

      g_test_add (path, PlanFixture, &cases[i], plan_fixture_set_up, test_case,
                  plan_fixture_tear_down);
    }
  g_test_add ("/exchange/plan-shared/alone", PlanFixture, NULL, plan_fixture_set_up, test_alone,
              plan_fixture_tear_down);
  g_test_add ("/exchange/plan-shared/new-plan", PlanFixture, NULL, plan_fixture_set_up,
              test_new_plan, plan_fixture_tear_down);

  return g_test_run ();
}
