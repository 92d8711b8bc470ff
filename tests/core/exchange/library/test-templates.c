/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates: the program's and the user's own, what is in them, and their teams in a plan. */
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/library/remit-template-details.h"
#include "model/remit-data.h"
#include "model/remit-day.h"
#include "remit-plan-test.h"
#include "store/history/remit-history.h"

static const RemitTemplate *
find (GPtrArray *templates,
      const char *id)
{
  for (guint i = 0; i < templates->len; i++)
    {
      const RemitTemplate *template = templates->pdata[i];

      if (g_str_equal (template->id, id))
        return template;
    }
  return NULL;
}

static char *
dup_own_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "remit", "templates", NULL);
}

static void
write_own (const char *name,
           const char *contents)
{
  g_autofree char *folder = dup_own_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
test_installed (void)
{
  static const char *const ids[] = {
    "ai-governance-office", "ai-red-team", "analytics-squad", "bought-ai-team",
    "data-product-team", "edge-vision-team", "hub-and-spoke", "llm-product-team",
    "medical-device-team", "minimum-viable-ml-team", "ml-operations-team", "ml-platform-team",
    "pilot-to-production", "public-service-team", "recommender-team",
    "regulated-credit-risk-model-team", "research-group",
  };
  g_autoptr (GPtrArray) templates = remit_templates_list ();

  g_assert_cmpuint (templates->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const RemitTemplate *template = find (templates, ids[i]);

      g_assert_nonnull (template);
      g_assert_true (g_file_test (template->path, G_FILE_TEST_IS_REGULAR));
      g_assert_cmpuint (strlen (template->name), >, 5);
      g_assert_cmpuint (strlen (template->purpose), >, 40);
      g_assert_cmpuint (strlen (template->category), >, 5);
      g_assert_nonnull (strchr (template->suited_for, '\n'));
      g_assert_nonnull (strchr (template->not_for, '\n'));
    }
  g_assert_cmpstr (((const RemitTemplate *) templates->pdata[0])->name, ==,
                   "AI governance office");
}

static void
test_own (void)
{
  g_autoptr (GPtrArray) templates = NULL;
  g_autofree char *text = plan_test_wrap ("");

  write_own ("ours.xml", text);
  write_own ("hub-and-spoke.xml", text);
  write_own ("broken.xml", "<plan");
  write_own ("other.xml", "<html/>");
  write_own ("empty.xml", "");
  write_own ("notes.txt", text);

  templates = remit_templates_list ();
  g_assert_cmpuint (templates->len, ==, 18);
  g_assert_cmpstr (find (templates, "ours")->name, ==, "Plan");
  g_assert_cmpstr (find (templates, "ours")->purpose, ==, "");
  g_assert_cmpstr (find (templates, "ours")->category, ==, "");
  g_assert_cmpstr (find (templates, "ours")->not_for, ==, "");
  g_assert_cmpstr (find (templates, "hub-and-spoke")->name, ==, "Plan");
}

static void
test_data_path (void)
{
  g_autofree char *schema = remit_data_dup_path ("schema/plan.xsd");
  g_autofree char *none = remit_data_dup_path ("none/of-this");
  g_autofree char *folder = g_strdup (g_getenv ("REMIT_DATA_DIR"));
  g_autofree char *built = NULL;

  g_assert_true (g_file_test (schema, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_path_is_absolute (none));

  /* a program that runs from its build folder finds them without the environment */
  g_unsetenv ("REMIT_DATA_DIR");
  built = remit_data_dup_path ("schema/plan.xsd");
  if (!g_file_test (built, G_FILE_TEST_IS_REGULAR))
    g_test_skip ("the build folder is not in the source");
  if (folder != NULL)
    g_setenv ("REMIT_DATA_DIR", folder, TRUE);
}

/* ── What is in one ───────────────────────────────────────────────────────────────────────── */

/* A bakery: the shop comes before the office above it, and a baker at night takes two people. */
static const char BAKERY[] =
  "<skills>\n<skill id=\"0000000000000011\" name=\"Sourdough\"/>\n</skills>\n"
  "<roles>\n<role id=\"0000000000000021\" key=\"baker\" name=\"Baker\" day-rate=\"300.00 EUR\"/>\n"
  "<role id=\"0000000000000022\" key=\"clerk\" name=\"Clerk\"/>\n</roles>\n"
  "<teams>\n<team id=\"0000000000000041\" name=\"Shop\" parent=\"0000000000000042\""
  " topology=\"platform\">\n"
  "<slot id=\"0000000000000051\" role=\"0000000000000021\" name=\"Night\" fte=\"150\""
  " required=\"true\" from=\"2001-01-01\" until=\"2001-01-28\">\n"
  "<needs skill=\"0000000000000011\" level=\"3\"/>\n</slot>\n"
  "<slot id=\"0000000000000052\" role=\"0000000000000022\" why=\"Sells\" fte=\"40\""
  " required=\"false\"/>\n</team>\n"
  "<team id=\"0000000000000042\" name=\"Office\"/>\n</teams>\n"
  "<decisions>\n<decision id=\"0000000000000061\" title=\"Set the price\" key=\"price\"/>\n"
  "<decision id=\"0000000000000062\" team=\"0000000000000041\" title=\"Close\" key=\"price\"/>\n"
  "</decisions>\n"
  "<ladders>\n<ladder id=\"0000000000000071\" name=\"Quarrels\"/>\n</ladders>\n";

static RemitTemplateDetails *
read_bakery (PlanFixture *fixture)
{
  g_autofree char *text = plan_test_wrap (BAKERY);
  g_autofree char *path = plan_fixture_write (fixture, text);
  g_autoptr (GError) error = NULL;
  RemitTemplateDetails *details = remit_template_details_read (path, NULL, &error);

  g_assert_no_error (error);
  return details;
}

static void
test_details (PlanFixture *fixture,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitTemplateDetails) details = read_bakery (fixture);
  g_autofree char *size = remit_template_details_dup_size (details);
  const RemitTemplateTeam *shop = details->teams->pdata[0];
  const RemitTemplateTeam *office = details->teams->pdata[1];
  const RemitTemplateSlot *night = shop->slots->pdata[0];

  g_assert_cmpstr (shop->name, ==, "Shop");
  g_assert_cmpint (shop->topology, ==, REMIT_TOPOLOGY_PLATFORM);
  g_assert_cmpint (shop->parent, ==, 1);
  g_assert_cmpint (office->parent, ==, -1);
  g_assert_cmpuint (office->slots->len, ==, 0);
  g_assert_cmpstr (night->name, ==, "Night");
  g_assert_cmpstr (night->role, ==, "baker");
  g_assert_cmpstr (night->skills->pdata[0], ==, "Sourdough 3");
  g_assert_cmpstr (((RemitTemplateSlot *) shop->slots->pdata[1])->name, ==, "Clerk");
  g_assert_cmpint (details->required.n_people, ==, 2);
  g_assert_cmpint (details->all.fte, ==, 190);
  g_assert_cmpint (remit_template_team_get_size (shop, TRUE).fte, ==, 150);
  g_assert_cmpuint (details->n_decisions, ==, 2);
  g_assert_cmpuint (details->n_ladders, ==, 1);
  g_assert_cmpstr (size, ==, "2 to 3 people, 1.5 to 1.9 FTE");
}

static void
test_broken (PlanFixture *fixture,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = plan_test_wrap ("<teams>\n<team id=\"1\"/>\n</teams>\n");
  g_autofree char *path = plan_fixture_write (fixture, text);
  g_autofree char *none = g_build_filename (fixture->folder, "none.xml", NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (remit_template_details_read (path, NULL, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "Line "));
  g_clear_error (&error);
  g_assert_null (remit_template_details_read (none, NULL, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (remit_template_details_read (path, cancelled, &error));
  g_assert_nonnull (error);
}

static void
execute (RemitStore *store,
         const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_store_exec (store, sql, NULL, &error));
  g_assert_no_error (error);
}

/* It says what remit_cost_read() says of a plan that was made from it. */
static void
test_estimate (PlanFixture *fixture,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = remit_data_dup_path ("templates/minimum-viable-ml-team.xml");
  g_autoptr (RemitTemplateDetails) details = remit_template_details_read (path, NULL, &error);
  g_autoptr (RemitTemplateEstimate) estimate = NULL;
  g_autoptr (RemitImportResult) made = NULL;
  g_autoptr (RemitCost) cost = NULL;
  gint64 from = remit_day_parse ("2027-03-01");
  const RemitCostRow *total;

  made = remit_plan_read_template (fixture->store, path, NULL, NULL, &error);
  g_assert_no_error (error);
  execute (fixture->store, "UPDATE role SET day_rate = '611.15 EUR' WHERE key = 'ml-engineer'");
  execute (fixture->store, "UPDATE role SET day_rate = '500.00 CHF' WHERE key = 'data-engineer'");
  execute (fixture->store, "UPDATE role SET day_rate = '' WHERE key = 'business-analyst'");
  execute (fixture->store, "INSERT INTO holiday (id, day) VALUES (7, '2027-05-04')");
  estimate = remit_template_estimate (details, fixture->store, from, from + 364, &error);
  g_assert_no_error (error);
  cost = remit_cost_read (fixture->store, made->plan, from, from + 364, NULL, &error);
  g_assert_no_error (error);
  total = &g_array_index (cost->rows, RemitCostRow, cost->rows->len - 1);
  g_assert_cmpuint (estimate->n_days, ==, cost->n_days);
  g_assert_cmpuint (estimate->n_days, ==, 260);
  g_assert_cmpuint (estimate->sums->len, ==, total->sums->len);
  for (guint i = 0; i < total->sums->len; i++)
    {
      const RemitCostSum *expected = &g_array_index (total->sums, RemitCostSum, i);

      g_assert_cmpint (g_array_index (estimate->sums, RemitCostSum, i).open, ==, expected->open);
      g_assert_cmpstr (g_array_index (estimate->sums, RemitCostSum, i).currency, ==,
                       expected->currency);
    }
  g_assert_cmpuint (estimate->n_unknown, >=, 1);
}

/* Without a workspace, the template's own rates count, and all days from Monday to Friday. */
static void
test_estimate_alone (PlanFixture *fixture,
                     gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitTemplateDetails) details = read_bakery (fixture);
  gint64 monday = remit_day_parse ("2027-03-01");
  g_autoptr (RemitTemplateEstimate) estimate
    = remit_template_estimate (details, NULL, monday, monday + 13, NULL);
  g_autofree char *words = remit_template_estimate_dup_words (estimate);

  g_assert_cmpuint (estimate->n_days, ==, 10);
  g_assert_cmpuint (estimate->sums->len, ==, 1);
  g_assert_cmpint (g_array_index (estimate->sums, RemitCostSum, 0).open, ==, 450000);
  g_assert_cmpuint (estimate->n_unknown, ==, 1);
  g_assert_cmpstr (words, ==, "About 5000 EUR a year, without 1 slot that has no day rate");
  g_clear_pointer (&words, g_free);
  g_array_set_size (estimate->sums, 0);
  words = remit_template_estimate_dup_words (estimate);
  g_assert_null (words);
}

/* ── Into a plan ──────────────────────────────────────────────────────────────────────────── */

static RemitImportResult *
add_bakery (PlanFixture *fixture,
            gint64 plan,
            GError **error)
{
  g_autofree char *text = plan_test_wrap (BAKERY);
  g_autofree char *path = plan_fixture_write (fixture, text);
  const RemitImportOptions options = { .plan = plan };

  return remit_plan_read_template (fixture->store, path, NULL, &options, error);
}

static gint64
count (PlanFixture *fixture,
       const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = remit_store_query_integer (fixture->store, sql, 0, 0, &error);

  g_assert_no_error (error);
  return n;
}

static void
test_into (PlanFixture *fixture,
           gconstpointer data G_GNUC_UNUSED)
{
  gint64 plan = remit_test_add_plan (fixture->store, "Bread");
  gint64 other = remit_test_add_plan (fixture->store, "Other");
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitImportResult) first = NULL;
  g_autoptr (RemitImportResult) second = NULL;
  g_autoptr (GPtrArray) page = NULL;
  g_autofree char *before = NULL;

  remit_test_add_team (fixture->store, plan, "SHOP");
  before = remit_test_dump (fixture->store);
  first = add_bakery (fixture, plan, &error);
  page = remit_history_page (fixture->store, 0, 1, NULL);
  g_assert_no_error (error);
  g_assert_cmpint (first->plan, ==, plan);
  g_assert_cmpuint (first->added[REMIT_KIND_TEAM], ==, 2);
  g_assert_cmpuint (first->added[REMIT_KIND_PLAN], ==, 0);
  g_assert_cmpstr (((RemitHistoryEntry *) page->pdata[0])->label, ==, "Add the teams of “Plan”");
  remit_test_undo_and_redo (fixture->store, before);

  g_assert_cmpint (count (fixture, "SELECT count (*) FROM team WHERE name = 'Shop 2'"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM team WHERE name = 'Office'"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM team c JOIN team p ON p.id = c.parent"
                                   " WHERE c.name = 'Shop 2' AND p.name = 'Office'"), ==, 1);
  /* behind what is there */
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM team t JOIN team s ON s.name = 'SHOP'"
                                   " WHERE t.position > s.position"), ==, 2);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM plan"), ==, 2);

  /* what is for the whole plan is there once, what is of a team comes with it */
  second = add_bakery (fixture, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->added[REMIT_KIND_TEAM], ==, 2);
  g_assert_cmpuint (second->added[REMIT_KIND_DECISION], ==, 1);
  g_assert_cmpuint (second->same[REMIT_KIND_DECISION], ==, 1);
  g_assert_cmpuint (second->added[REMIT_KIND_LADDER], ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count (*) FROM team WHERE name = 'Shop 3'"), ==, 1);
  g_assert_cmpint (other, !=, plan);
}

static void
test_into_nothing (PlanFixture *fixture,
                   gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (add_bakery (fixture, 4711, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "no longer exists"));
  after = remit_test_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

/* Days of a template count from the Monday on which it is used; others are as they are. */
static void
test_days (PlanFixture *fixture,
           gconstpointer data G_GNUC_UNUSED)
{
  static const char *const todays[][3] = { { "2027-03-01", "2027-03-01", "2027-03-28" },
                                           { "2027-03-02", "2027-03-08", "2027-04-04" },
                                           { "2027-03-07", "2027-03-08", "2027-04-04" } };

  for (guint i = 0; i < G_N_ELEMENTS (todays); i++)
    {
      g_autoptr (RemitImportResult) made = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *sql = NULL;

      g_setenv ("REMIT_TODAY", todays[i][0], TRUE);
      made = add_bakery (fixture, 0, &error);
      g_assert_no_error (error);
      sql = g_strdup_printf ("SELECT count (*) FROM slot WHERE plan = %" G_GINT64_FORMAT
                             " AND \"from\" = '%s' AND until = '%s'",
                             made->plan, todays[i][1], todays[i][2]);
      g_assert_cmpint (count (fixture, sql), ==, 1);
    }
  g_unsetenv ("REMIT_TODAY");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/templates/installed", test_installed);
  g_test_add_func ("/exchange/templates/own", test_own);
  g_test_add_func ("/exchange/templates/data-path", test_data_path);
#define ADD(name, function) \
  g_test_add ("/exchange/templates/" name, PlanFixture, NULL, plan_fixture_set_up, function, \
              plan_fixture_tear_down)
  ADD ("details", test_details);
  ADD ("broken", test_broken);
  ADD ("estimate", test_estimate);
  ADD ("estimate-alone", test_estimate_alone);
  ADD ("into", test_into);
  ADD ("into-nothing", test_into_nothing);
  ADD ("days", test_days);
#undef ADD

  return g_test_run ();
}
