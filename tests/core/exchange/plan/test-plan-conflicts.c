/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Escalation ladders and conflicts in plan files. */
#include <string.h>

#include "remit-plan-test.h"

#define BEFORE                                                                               \
  "<roles>\n<role id=\"0000000000000021\" key=\"k\" name=\"R\"/>\n</roles>\n"                \
  "<people>\n<person id=\"0000000000000031\" name=\"Ada\" time-zone=\"Europe/Berlin\"/>\n"   \
  "<person id=\"0000000000000032\" name=\"Bob\"/>\n</people>\n"                              \
  "<teams>\n<team id=\"0000000000000041\" name=\"T\">\n"                                     \
  "<slot id=\"0000000000000051\" role=\"0000000000000021\"/>\n</team>\n"                     \
  "<team id=\"0000000000000042\" name=\"U\"/>\n</teams>\n"
#define RUNG_1 "<rung id=\"0000000000000062\" slot=\"0000000000000051\" limit=\"P1D\"/>\n"
#define RUNG_2 "<rung id=\"0000000000000063\" person=\"0000000000000031\" action=\"decide\"/>\n"
#define LADDERS(inner)                                                                       \
  BEFORE "<ladders>\n<ladder id=\"0000000000000061\" team=\"0000000000000041\" name=\"L\">\n" \
         inner "</ladder>\n</ladders>\n"
#define OWN                                                                                  \
  "<rung id=\"0000000000000091\" position=\"1\" slot=\"0000000000000051\"/>\n"               \
  "<rung id=\"0000000000000092\" position=\"2\" person=\"0000000000000031\"/>\n"
#define PARTIES                                                                              \
  "<involves id=\"0000000000000081\" team=\"0000000000000042\"/>\n"                          \
  "<party id=\"0000000000000082\" person=\"0000000000000031\" name=\"Ada\" position=\"P\"/>\n"
#define EVENT(id, day, attributes)                                                           \
  "<event id=\"00000000000000a" id "\" at=\"2026-03-" day "T10:00:00Z\" actor=\"Ada\" "      \
  "person=\"0000000000000031\" " attributes "/>\n"
#define RAISED EVENT ("1", "01", "kind=\"raised\" rung=\"1\"")
#define ESCALATED EVENT ("2", "02", "kind=\"escalated\" rung=\"2\" text=\"Why\"")
#define CONFLICT(attributes, inner)                                                          \
  "<conflict id=\"0000000000000071\" team=\"0000000000000041\" title=\"Metric\" "            \
  "raised=\"2026-03-01T10:00:00Z\" raiser=\"Ada\" person=\"0000000000000031\" "              \
  "ladder=\"0000000000000061\" " attributes ">\n" inner "</conflict>\n"
#define WITH(conflict) LADDERS (RUNG_1 RUNG_2) "<conflicts>\n" conflict "</conflicts>\n"
#define OPEN WITH (CONFLICT ("rung=\"1\" due=\"2026-03-03T10:00:00Z\"", PARTIES OWN RAISED))
#define ON_TWO \
  WITH (CONFLICT ("status=\"escalated\" rung=\"2\"", PARTIES OWN RAISED ESCALATED))

static RemitImportResult *
read_body (PlanFixture *fixture,
           const char *body)
{
  g_autofree char *text = plan_test_wrap (body);
  g_autofree char *path = plan_fixture_write (fixture, text);

  plan_test_assert_valid (path);
  return plan_fixture_read (fixture, text);
}

static gint64
count (PlanFixture *fixture,
       RemitKind kind)
{
  return remit_test_count_rows (fixture->store, kind);
}

static void
test_new (PlanFixture *fixture,
          gconstpointer data)
{
  g_autoptr (RemitImportResult) result = read_body (fixture, OPEN);
  g_autoptr (RemitImportResult) again = NULL;
  g_autoptr (RemitImportResult) next = NULL;
  g_autoptr (RemitRecord) rung = NULL;
  g_autoptr (RemitRecord) conflict = NULL;

  g_assert_cmpuint (result->added[REMIT_KIND_LADDER], ==, 1);
  g_assert_cmpuint (result->added[REMIT_KIND_RUNG], ==, 2);
  g_assert_cmpuint (result->added[REMIT_KIND_CONFLICT], ==, 1);
  g_assert_cmpuint (result->added[REMIT_KIND_OWN_RUNG], ==, 2);
  g_assert_cmpuint (result->added[REMIT_KIND_PARTY], ==, 1);
  g_assert_cmpuint (result->added[REMIT_KIND_INVOLVEMENT], ==, 1);
  g_assert_cmpuint (result->added[REMIT_KIND_CONFLICT_EVENT], ==, 1);
  rung = remit_store_load (fixture->store, REMIT_KIND_RUNG, 0x62, NULL);
  g_assert_cmpint (remit_record_get_integer (rung, REMIT_RUNG_LIMIT), ==, 24 * 60);
  conflict = remit_store_load (fixture->store, REMIT_KIND_CONFLICT, 0x71, NULL);
  g_assert_cmpint (remit_record_get_integer (conflict, REMIT_CONFLICT_DUE), ==,
                   G_GINT64_CONSTANT (1772532000000));

  again = read_body (fixture, OPEN);
  g_assert_cmpuint (again->same[REMIT_KIND_CONFLICT], ==, 1);
  g_assert_cmpuint (again->same[REMIT_KIND_CONFLICT_EVENT], ==, 1);
  g_assert_cmpuint (again->added[REMIT_KIND_PARTY] + again->changed[REMIT_KIND_CONFLICT], ==, 0);
  next = read_body (fixture, ON_TWO);
  g_assert_cmpuint (next->changed[REMIT_KIND_CONFLICT], ==, 1);
  g_assert_cmpuint (next->added[REMIT_KIND_CONFLICT_EVENT], ==, 1);
}

/* What is undone of a file leaves the log, and what it is of. */
static void
test_undo (PlanFixture *fixture,
           gconstpointer data)
{
  g_autoptr (RemitImportResult) first = read_body (fixture, LADDERS (RUNG_1 RUNG_2));
  g_autoptr (RemitImportResult) second = read_body (fixture, OPEN);
  g_autoptr (RemitRecord) conflict = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_history_undo (fixture->store, REMIT_HISTORY_UNDO, 0, &error));
  g_assert_no_error (error);
  conflict = remit_store_load (fixture->store, REMIT_KIND_CONFLICT, 0x71, NULL);
  g_assert_nonnull (conflict);
  g_assert_cmpint (remit_record_get_integer (conflict, REMIT_CONFLICT_STATUS), ==,
                   REMIT_CONFLICT_WITHDRAWN);
  g_assert_cmpint (count (fixture, REMIT_KIND_CONFLICT_EVENT), ==, 2);
  g_assert_cmpint (count (fixture, REMIT_KIND_PARTY), ==, 1);
  g_assert_true (remit_history_undo (fixture->store, REMIT_HISTORY_REDO, 0, &error));
  g_assert_no_error (error);
  g_clear_pointer (&conflict, remit_record_free);
  conflict = remit_store_load (fixture->store, REMIT_KIND_CONFLICT, 0x71, NULL);
  g_assert_cmpint (remit_record_get_integer (conflict, REMIT_CONFLICT_STATUS), ==,
                   REMIT_CONFLICT_OPEN);
}

/* With its plan, everything goes. */
static void
test_undo_of_plan (PlanFixture *fixture,
                   gconstpointer data)
{
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autoptr (RemitImportResult) result = read_body (fixture, ON_TWO);

  remit_test_undo_and_redo (fixture->store, before);
}

/* What a file no longer has goes, but for conflicts. */
static void
test_removed (PlanFixture *fixture,
              gconstpointer data)
{
  g_autoptr (RemitImportResult) first = read_body (fixture, OPEN);
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autoptr (RemitImportResult) second = NULL;
  g_autoptr (RemitImportResult) third = NULL;

  second = read_body (fixture, LADDERS (RUNG_2) "<conflicts>\n" CONFLICT (
    "rung=\"1\"", OWN RAISED) "</conflicts>\n");
  g_assert_cmpuint (second->removed[REMIT_KIND_RUNG], ==, 1);
  g_assert_cmpuint (second->removed[REMIT_KIND_PARTY], ==, 1);
  g_assert_cmpuint (second->removed[REMIT_KIND_INVOLVEMENT], ==, 1);
  remit_test_undo_and_redo (fixture->store, before);

  third = read_body (fixture, BEFORE);
  g_assert_cmpuint (third->removed[REMIT_KIND_LADDER], ==, 1);
  g_assert_cmpint (count (fixture, REMIT_KIND_CONFLICT), ==, 1);
  g_assert_cmpint (count (fixture, REMIT_KIND_CONFLICT_EVENT), ==, 1);
}

typedef struct {
  const char *name;
  const char *first;
  const char *body;
  const char *message;
} Refusal;

static const Refusal refusals[] = {
  { "no-log", NULL, WITH (CONFLICT ("", OWN)), "must begin with a single “raised” entry" },
  { "raised-twice", NULL,
    WITH (CONFLICT ("rung=\"1\"", OWN RAISED EVENT ("2", "02", "kind=\"raised\" rung=\"1\""))),
    "must begin with a single “raised” entry" },
  { "other-status", NULL, WITH (CONFLICT ("status=\"resolved\" rung=\"1\"", OWN RAISED)),
    "has the status “resolved”, but its log says “open”" },
  { "other-rung", NULL, WITH (CONFLICT ("rung=\"2\"", OWN RAISED)),
    "has level 2, but its log says level 1" },
  { "no-such-rung", NULL,
    WITH (CONFLICT ("rung=\"3\" status=\"escalated\"",
                    OWN RAISED EVENT ("2", "02", "kind=\"escalated\" rung=\"3\""))),
    "is on level 3, but has no such level" },
  { "not-running", NULL,
    WITH (CONFLICT ("status=\"escalated\" rung=\"2\"",
                    OWN RAISED EVENT ("2", "02", "kind=\"withdrawn\" rung=\"1\"")
                      EVENT ("3", "03", "kind=\"escalated\" rung=\"2\""))),
    "is withdrawn. Reopen it first" },
  { "reopened-open", NULL,
    WITH (CONFLICT ("rung=\"1\"", OWN RAISED EVENT ("2", "02", "kind=\"reopened\" rung=\"1\""))),
    "is still open" },
  { "rewritten", ON_TWO,
    WITH (CONFLICT ("status=\"escalated\" rung=\"2\"",
                    OWN RAISED EVENT ("2", "02", "kind=\"escalated\" rung=\"2\" text=\"Other\""))),
    "This log entry differs from the one in the workspace" },
  { "shortened", ON_TWO, OPEN, "has the status “open”, but its log says “escalated”" },
  { "zero", NULL, LADDERS ("<rung id=\"0000000000000062\" limit=\"PT0H\"/>\n"), "limit" },
  { "ten-years", NULL, LADDERS ("<rung id=\"0000000000000062\" limit=\"P3653D\"/>\n"),
    "Time limit: 87672 hours is not between 1 minute and 8784 hours" },
  { "no-duration", NULL, LADDERS ("<rung id=\"0000000000000062\" limit=\"2 days\"/>\n"),
    "is not a duration such as 2 days, 16 hours, 30 min or PT48H" },
  { "no-zone", NULL,
    "<people>\n<person id=\"0000000000000031\" name=\"Ada\" time-zone=\"Europe/Atlantis\"/>\n"
    "</people>\n",
    "is not a known time zone" },
  { "nobody", NULL,
    WITH (CONFLICT ("rung=\"1\"", "<party id=\"0000000000000082\" "
                                  "person=\"0000000000000039\" name=\"X\"/>\n" OWN RAISED)),
    "does not exist" },
};

static void
test_refused (PlanFixture *fixture,
              gconstpointer data)
{
  const Refusal *refusal = data;
  g_autoptr (RemitImportResult) first = refusal->first != NULL
                                          ? read_body (fixture, refusal->first)
                                          : NULL;
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *text = plan_test_wrap (refusal->body);
  g_autofree char *path = plan_fixture_write (fixture, text);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (remit_plan_read (fixture->store, path, NULL, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "Line "));
  g_assert_nonnull (strstr (error->message, refusal->message));
  after = remit_test_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

/* What is for the parties alone does not leave the house, nor who is in it alone. */
static void
test_audience (PlanFixture *fixture,
               gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (RemitImportResult) result = read_body (
    fixture,
    BEFORE "<conflicts>\n"
           "<conflict id=\"0000000000000071\" title=\"Open secret\" visibility=\"parties\" "
           "raised=\"2026-03-01T10:00:00Z\" raiser=\"Bob\" person=\"0000000000000032\">\n"
           "<event id=\"00000000000000a1\" at=\"2026-03-01T10:00:00Z\" actor=\"Bob\" "
           "kind=\"raised\"/>\n</conflict>\n"
           "<conflict id=\"0000000000000072\" title=\"Known to all\" "
           "raised=\"2026-03-01T10:00:00Z\" raiser=\"Ada\" person=\"0000000000000031\">\n"
           "<event id=\"00000000000000a2\" at=\"2026-03-01T10:00:00Z\" actor=\"Ada\" "
           "kind=\"raised\"/>\n</conflict>\n</conflicts>\n"
           "<waivers>\n<waiver id=\"0000000000000099\" rule=\"CONF-1\" actor=\"A\" reason=\"R\" "
           "conflict=\"0000000000000071\"/>\n</waivers>\n");
  g_autoptr (GError) error = NULL;

  plan_test_write (fixture->store, 1, REMIT_AUDIENCE_STAKEHOLDER, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  plan_test_assert_valid (path);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Known to all"));
  g_assert_nonnull (strstr (text, "Ada"));
  g_assert_null (strstr (text, "Open secret"));
  g_assert_null (strstr (text, "Bob"));
  g_assert_null (strstr (text, "CONF-1"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/exchange/plan-conflicts/new", PlanFixture, NULL, plan_fixture_set_up, test_new,
              plan_fixture_tear_down);
  g_test_add ("/exchange/plan-conflicts/undo", PlanFixture, NULL, plan_fixture_set_up, test_undo,
              plan_fixture_tear_down);
  g_test_add ("/exchange/plan-conflicts/undo-of-plan", PlanFixture, NULL, plan_fixture_set_up,
              test_undo_of_plan, plan_fixture_tear_down);
  g_test_add ("/exchange/plan-conflicts/removed", PlanFixture, NULL, plan_fixture_set_up,
              test_removed, plan_fixture_tear_down);
  g_test_add ("/exchange/plan-conflicts/audience", PlanFixture, NULL, plan_fixture_set_up,
              test_audience, plan_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/plan-conflicts/refused/", refusals[i].name,
                                           NULL);

      g_test_add (path, PlanFixture, &refusals[i], plan_fixture_set_up, test_refused,
                  plan_fixture_tear_down);
    }
  return g_test_run ();
}
