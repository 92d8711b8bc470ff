/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions, rights, logs and waivers in plan files. */
#include <string.h>

#include "remit-plan-test.h"

#define BEFORE                                                                               \
  "<roles>\n<role id=\"0000000000000021\" key=\"k\" name=\"R\"/>\n</roles>\n"                \
  "<people>\n<person id=\"0000000000000031\" name=\"Ada\"/>\n</people>\n"                    \
  "<teams>\n<team id=\"0000000000000041\" name=\"T\">\n"                                     \
  "<slot id=\"0000000000000051\" role=\"0000000000000021\"/>\n</team>\n</teams>\n"
#define DECISIONS(inner) BEFORE "<decisions>\n" inner "</decisions>\n"
#define DECISION(attributes, inner) \
  "<decision id=\"0000000000000071\" title=\"Release\" " attributes ">\n" inner "</decision>\n"
#define A_SLOT "<right slot=\"0000000000000051\" letter=\"A\"/>\n"
#define R_ROLE "<right role=\"0000000000000021\" letter=\"R\" acknowledgement=\"accepted\"/>\n"
#define C_ADA "<right person=\"0000000000000031\" letter=\"C\"/>\n"
#define OUTCOME \
  "<event id=\"0000000000000081\" at=\"2026-03-01T10:00:00Z\" actor=\"Ada\" " \
  "person=\"0000000000000031\" kind=\"outcome\" result=\"accepted\" text=\"Good\"/>\n"
#define TEAM "team=\"0000000000000041\" raised=\"2026-02-01T00:00:00Z\""
#define WHOLE DECISIONS (DECISION (TEAM " status=\"accepted\"", A_SLOT R_ROLE C_ADA OUTCOME))

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
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autoptr (RemitImportResult) result = read_body (fixture, WHOLE);
  g_autoptr (RemitImportResult) again = NULL;
  g_autoptr (RemitRecord) decision = NULL;

  g_assert_cmpuint (result->added[REMIT_KIND_DECISION], ==, 1);
  g_assert_cmpuint (result->added[REMIT_KIND_RIGHT], ==, 3);
  g_assert_cmpuint (result->added[REMIT_KIND_DECISION_EVENT], ==, 1);
  decision = remit_store_load (fixture->store, REMIT_KIND_DECISION, 0x71, NULL);
  g_assert_cmpint (remit_record_get_integer (decision, REMIT_DECISION_TEAM), ==, 0x41);
  g_assert_cmpint (remit_record_get_integer (decision, REMIT_DECISION_RAISED), ==,
                   G_GINT64_CONSTANT (1769904000000));
  remit_test_undo_and_redo (fixture->store, before);

  again = read_body (fixture, WHOLE);
  g_assert_cmpuint (again->same[REMIT_KIND_RIGHT], ==, 3);
  g_assert_cmpuint (again->same[REMIT_KIND_DECISION_EVENT], ==, 1);
  g_assert_cmpuint (again->added[REMIT_KIND_RIGHT] + again->removed[REMIT_KIND_RIGHT], ==, 0);
}

/* The file has other rights, and another framework. */
static void
test_rights (PlanFixture *fixture,
             gconstpointer data)
{
  g_autoptr (RemitImportResult) first
    = read_body (fixture, DECISIONS (DECISION (TEAM, A_SLOT R_ROLE)));
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autoptr (RemitImportResult) second = NULL;
  g_autoptr (RemitImportResult) third = NULL;

  second = read_body (fixture, DECISIONS (DECISION (TEAM, C_ADA A_SLOT)));
  g_assert_cmpuint (second->added[REMIT_KIND_RIGHT], ==, 1);
  g_assert_cmpuint (second->removed[REMIT_KIND_RIGHT], ==, 1);
  g_assert_cmpuint (second->same[REMIT_KIND_RIGHT], ==, 1);
  remit_test_undo_and_redo (fixture->store, before);

  g_clear_pointer (&before, g_free);
  before = remit_test_dump (fixture->store);
  third = read_body (fixture, DECISIONS (DECISION (
    TEAM " framework=\"RAPID\"", "<right slot=\"0000000000000051\" letter=\"D\"/>\n")));
  g_assert_cmpuint (third->added[REMIT_KIND_RIGHT], ==, 1);
  g_assert_cmpuint (third->removed[REMIT_KIND_RIGHT], ==, 2);
  g_assert_cmpint (count (fixture, REMIT_KIND_RIGHT), ==, 1);
  remit_test_undo_and_redo (fixture->store, before);
}

/* What a file no longer has goes, but for what has a log. */
static void
test_log_stays (PlanFixture *fixture,
                gconstpointer data)
{
  g_autoptr (RemitImportResult) first = read_body (fixture, DECISIONS (
    DECISION (TEAM, OUTCOME) "<decision id=\"0000000000000072\" title=\"Budget\">\n" C_ADA
    "</decision>\n"));
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autoptr (RemitImportResult) second = read_body (fixture, BEFORE);

  g_assert_cmpuint (second->removed[REMIT_KIND_DECISION], ==, 1);
  g_assert_cmpuint (second->removed[REMIT_KIND_RIGHT], ==, 1);
  g_assert_cmpint (count (fixture, REMIT_KIND_DECISION), ==, 1);
  g_assert_cmpint (count (fixture, REMIT_KIND_DECISION_EVENT), ==, 1);
  remit_test_undo_and_redo (fixture->store, before);
}

/* An entry that came with a file to a decision that was there: an undo leaves it, and corrects. */
static void
test_undo_of_entry (PlanFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (RemitImportResult) first = read_body (fixture, DECISIONS (DECISION (TEAM, A_SLOT)));
  g_autoptr (RemitImportResult) second = read_body (fixture, WHOLE);
  g_autoptr (RemitRecord) decision = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (second->added[REMIT_KIND_DECISION_EVENT], ==, 1);
  remit_history_undo (fixture->store, REMIT_HISTORY_UNDO, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, REMIT_KIND_DECISION_EVENT), ==, 2);
  g_assert_cmpint (count (fixture, REMIT_KIND_RIGHT), ==, 1);
  decision = remit_store_load (fixture->store, REMIT_KIND_DECISION, 0x71, NULL);
  g_assert_cmpint (remit_record_get_integer (decision, REMIT_DECISION_STATUS), ==,
                   REMIT_DECISION_STATUS_PROPOSED);
}

#define WAIVER(id) \
  "<waiver id=\"" id "\" rule=\"RACI-3\" decision=\"0000000000000071\" actor=\"Ada\" " \
  "reason=\"Soon\" until=\"2026-12-31\"/>\n"

/* A file with others takes one away; one with none may be for readers outside, and does not. */
static void
test_waivers (PlanFixture *fixture,
              gconstpointer data)
{
  static const char waived[] = DECISIONS (DECISION (TEAM, A_SLOT))
    "<waivers>\n" WAIVER ("0000000000000091") WAIVER ("0000000000000092") "</waivers>\n";
  static const char fewer[] = DECISIONS (DECISION (TEAM, A_SLOT))
    "<waivers>\n" WAIVER ("0000000000000091") "</waivers>\n";
  g_autoptr (RemitImportResult) first = read_body (fixture, waived);
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autoptr (RemitImportResult) none = NULL;
  g_autoptr (RemitImportResult) second = NULL;

  g_assert_cmpuint (first->added[REMIT_KIND_WAIVER], ==, 2);
  none = read_body (fixture, DECISIONS (DECISION (TEAM, A_SLOT)));
  g_assert_cmpuint (none->removed[REMIT_KIND_WAIVER], ==, 0);
  second = read_body (fixture, fewer);
  g_assert_cmpuint (second->removed[REMIT_KIND_WAIVER], ==, 1);
  remit_test_undo_and_redo (fixture->store, before);
}

/* Used as a template, everything is new, and proposed now. */
static void
test_as_template (PlanFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *text = plan_test_wrap (DECISIONS (
    "<decision id=\"0000000000000071\" title=\"Release\">\n" A_SLOT R_ROLE "</decision>\n"
    "<decision id=\"0000000000000072\" title=\"Release 2\" supersedes=\"0000000000000071\"/>\n"));
  g_autofree char *path = plan_fixture_write (fixture, text);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (RemitImportResult) result = remit_plan_read_template (fixture->store, path, "P",
                                                                      NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (result->added[REMIT_KIND_DECISION], ==, 2);
      g_assert_cmpuint (result->added[REMIT_KIND_RIGHT], ==, 2);
    }
  {
    g_autoptr (RemitStatement) row = remit_store_prepare (
      fixture->store, "SELECT count (*) FROM decision AS d"
                      " JOIN decision AS o ON o.id = d.supersedes"
                      " AND o.plan = d.plan WHERE d.raised > 0 AND o.raised > 0", &error);

    g_assert_true (remit_store_step (fixture->store, row));
    g_assert_cmpint (sqlite3_column_int (row, 0), ==, 2);
  }
}

typedef struct {
  const char *name;
  const char *body;
  const char *message;
} BadFile;

static const BadFile bad_files[] = {
  { "other-letter", DECISIONS (DECISION ("", "<right slot=\"0000000000000051\" letter=\"S\"/>\n")),
    "Line 15, column 1: “S” is not a letter of RACI; use R, A, C, I" },
  { "no-letter", DECISIONS (DECISION ("", "<right slot=\"0000000000000051\" letter=\"X\"/>\n")),
    "Line 15, column 40: " },
  { "no-holder", DECISIONS (DECISION ("", "<right letter=\"A\"/>\n")),
    "Line 15, column 1: A right needs exactly one holder: a slot, a role or a person" },
  { "two-holders", DECISIONS (DECISION ("", "<right slot=\"0000000000000051\" "
                                            "person=\"0000000000000031\" letter=\"A\"/>\n")),
    "Line 15, column 1: A right needs exactly one holder: a slot, a role or a person" },
  { "right-twice", DECISIONS (DECISION ("", A_SLOT A_SLOT)),
    "Line 16, column 1: This <right> repeats an earlier one" },
  { "other-plan", DECISIONS (DECISION ("", "<right slot=\"0000000000000099\" letter=\"A\"/>\n")),
    "Line 15, column 1: slot=\"0000000000000099\" does not exist: the file has no <slot>" },
  { "framework", DECISIONS (DECISION ("framework=\"RASI\"", "")), "Line 14, column " },
  { "quorum", DECISIONS (DECISION ("framework=\"JOINT\" quorum=\"0\"", "")), "Line 14, column " },
  { "supersedes-itself", DECISIONS (DECISION ("supersedes=\"0000000000000071\"", "")),
    "Line 14, column 1: " },
  { "circle", DECISIONS (DECISION ("supersedes=\"0000000000000072\"", "")
                         "<decision id=\"0000000000000072\" title=\"B\" "
                         "supersedes=\"0000000000000071\"/>\n"),
    "Line 14, column 1: The attribute “supersedes” refers to the same <decision>" },
  { "supersedes-nothing", DECISIONS (DECISION ("supersedes=\"0000000000000079\"", "")),
    "Line 14, column 1: supersedes=\"0000000000000079\" does not exist" },
  { "outcome-before", DECISIONS (DECISION ("raised=\"2026-03-02T00:00:00Z\"", OUTCOME)),
    "Line 15, column 1: The decision date is before the proposal" },
  { "event-without-time", DECISIONS (DECISION ("", "<event id=\"0000000000000081\" actor=\"A\"/>")),
    "<event> needs the attribute “at”" },
  { "bad-time", DECISIONS (DECISION ("", "<event id=\"0000000000000081\" actor=\"A\" "
                                         "at=\"yesterday\"/>\n")),
    "Line 15, column " },
  { "event-twice", DECISIONS (DECISION ("", OUTCOME OUTCOME)),
    "Line 16, column 1: The file already has a <event> with this id" },
  { "corrects-nothing", DECISIONS (DECISION ("", "<event id=\"0000000000000081\" actor=\"A\" "
                                                 "at=\"2026-03-01T10:00:00Z\" kind=\"correction\" "
                                                 "corrects=\"0000000000000082\"/>\n")),
    "corrects=\"0000000000000082\" does not exist" },
  { "waiver-without-reason",
    DECISIONS ("") "<waivers>\n"
    "<waiver id=\"0000000000000091\" rule=\"X\" actor=\"A\"/></waivers>\n",
    "<waiver> needs the attribute “reason”" },
  { "decisions-before-teams", "<decisions/>\n<teams/>\n", "Unexpected <teams>" },
};

static void
assert_refused (PlanFixture *fixture,
                const char *body,
                const char *message)
{
  g_autofree char *text = plan_test_wrap (body);
  g_autofree char *path = plan_fixture_write (fixture, text);
  g_autofree char *before = remit_test_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (remit_plan_read (fixture->store, path, NULL, &error));
  g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED);
  if (strstr (error->message, message) == NULL)
    g_error ("“%s” does not say “%s”", error->message, message);
  after = remit_test_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_bad_file (PlanFixture *fixture,
               gconstpointer data)
{
  const BadFile *file = data;

  assert_refused (fixture, file->body, file->message);
}

/* A log entry that is not what it was. */
static void
test_rewritten (PlanFixture *fixture,
                gconstpointer data)
{
  g_autoptr (RemitImportResult) first = read_body (fixture, WHOLE);

  assert_refused (fixture,
                  DECISIONS (DECISION (TEAM, "<event id=\"0000000000000081\" "
                                             "at=\"2026-03-01T10:00:00Z\" actor=\"Ada\" "
                                             "kind=\"outcome\" result=\"rejected\"/>\n")),
                  "This log entry differs from the one in the workspace. Logs cannot be rewritten");
}

#define CORRECTED \
  "<event id=\"0000000000000082\" at=\"2026-03-01T09:00:00Z\" actor=\"Ada\" kind=\"outcome\"/>\n"
#define CORRECTION(id) \
  "<event id=\"0000000000000081\" at=\"2026-03-01T10:00:00Z\" actor=\"Ada\" kind=\"correction\" " \
  "corrects=\"" id "\"/>\n"

/* What an entry that is there corrects may come after it in the file, but stays what it was. */
static void
test_corrects_other (PlanFixture *fixture,
                     gconstpointer data)
{
  g_autoptr (RemitImportResult) first = NULL;
  g_autoptr (RemitImportResult) second = NULL;

  first = read_body (fixture, DECISIONS (DECISION (TEAM, CORRECTED
                                                         CORRECTION ("0000000000000082"))));
  g_assert_cmpuint (first->added[REMIT_KIND_DECISION_EVENT], ==, 2);
  second = read_body (fixture, DECISIONS (DECISION (TEAM, CORRECTION ("0000000000000082")
                                                          CORRECTED)));
  g_assert_cmpuint (second->same[REMIT_KIND_DECISION_EVENT], ==, 2);
  assert_refused (fixture,
                  DECISIONS (DECISION (TEAM, CORRECTION ("00000000000000ff") CORRECTED)),
                  "This log entry differs from the one in the workspace");
}

/* Nor does one begin to correct what the file does not have. */
static void
test_corrects_unknown (PlanFixture *fixture,
                       gconstpointer data)
{
  g_autoptr (RemitImportResult) first = read_body (fixture, WHOLE);

  assert_refused (fixture,
                  DECISIONS (DECISION (TEAM, "<event id=\"0000000000000081\" "
                                             "at=\"2026-03-01T10:00:00Z\" actor=\"Ada\" "
                                             "corrects=\"00000000000000ff\"/>\n")),
                  "This log entry differs from the one in the workspace");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(name, test) \
  g_test_add ("/exchange/plan-decisions/" name, PlanFixture, NULL, plan_fixture_set_up, test, \
              plan_fixture_tear_down)
  add ("new", test_new);
  add ("rights", test_rights);
  add ("log-stays", test_log_stays);
  add ("undo-of-entry", test_undo_of_entry);
  add ("waivers", test_waivers);
  add ("as-template", test_as_template);
  add ("rewritten", test_rewritten);
  add ("corrects-other", test_corrects_other);
  add ("corrects-unknown", test_corrects_unknown);
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *name = g_strconcat ("/exchange/plan-decisions/refused/", bad_files[i].name,
                                           NULL);

      g_test_add (name, PlanFixture, &bad_files[i], plan_fixture_set_up, test_bad_file,
                  plan_fixture_tear_down);
    }
  return g_test_run ();
}
