/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accepting findings: who, why, until when; undone and redone. */
#include "check/findings/remit-waive.h"

#include "model/remit-day.h"
#include "sketch.h"

#define PLAN "role ml key=ml-engineer\nplan P\nteam T\nslot S team=T role=ml\n"
#define TODAY "2026-03-10"

typedef struct {
  Sketch *sketch;
  RemitRules *rules;
  RemitFinding *finding;
} Fixture;

static void
set_up (Fixture *f,
        gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  f->sketch = sketch_new (PLAN);
  f->rules = remit_rules_load ();
  findings = sketch_check (f->sketch, f->rules, "SLOT-1", TODAY);
  g_assert_cmpuint (findings->len, ==, 1);
  f->finding = g_object_ref (findings->pdata[0]);
  remit_workspace_open_plan (f->sketch->workspace, f->sketch->plan, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_object_unref (f->finding);
  remit_rules_unref (f->rules);
  sketch_free (f->sketch);
}

#define assert_says(f, today, expected) \
  G_STMT_START \
  { \
    g_autofree char *says = sketch_say (f->sketch, f->rules, "SLOT-1", today); \
    g_assert_cmpstr (says, ==, expected); \
  } \
  G_STMT_END

static gboolean
waive (Fixture *f,
       const char *actor,
       const char *reason,
       const char *until,
       GError **error)
{
  return remit_waive (f->sketch->workspace, f->sketch->plan, f->finding, actor, reason,
                      remit_day_parse (until), error);
}

static guint
count_waivers (Fixture *f)
{
  return remit_workspace_get_referring (f->sketch->workspace, REMIT_KIND_WAIVER, REMIT_WAIVER_PLAN,
                                        f->sketch->plan)->len;
}

static void
test_waive (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = remit_test_dump (f->sketch->store);
  g_autoptr (GError) error = NULL;

  g_assert_true (waive (f, " Ada ", "Hiring in May\n", "2026-05-31", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (remit_workspace_get_undo_label (f->sketch->workspace), ==,
                   "Accept “A required slot is vacant”");
  assert_says (f, "2026-03-10", "(E S of T is vacant.)");
  assert_says (f, "2026-05-31", "(E S of T is vacant.)");
  assert_says (f, "2026-06-01", "E S of T is vacant.");
  remit_test_undo_and_redo (f->sketch->store, before);
}

/* A second one takes the place of the first. */
static void
test_again (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  waive (f, "Ada", "Hiring", "2026-03-31", &error);
  before = remit_test_dump (f->sketch->store);
  waive (f, "Bob", "Still hiring", "", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_waivers (f), ==, 1);
  assert_says (f, "2030-01-01", "(E S of T is vacant.)");
  remit_test_undo_and_redo (f->sketch->store, before);
}

/* Several at once are one edit; a reason has lines. */
static void
test_all (Fixture *f,
          gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *before = NULL;
  RemitWaiverTerms terms = { f->sketch->plan, "Ada", " Hiring:\nML first ", 0 };
  GPtrArray *waivers;
  g_autoptr (GError) error = NULL;

  sketch_add (f->sketch, "slot S2 team=T role=ml");
  findings = sketch_check (f->sketch, f->rules, "SLOT-1", TODAY);
  g_assert_cmpuint (findings->len, ==, 2);
  before = remit_test_dump (f->sketch->store);
  g_assert_true (remit_waive_all (f->sketch->workspace, findings, &terms, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (remit_workspace_get_undo_label (f->sketch->workspace), ==,
                   "Accept “A required slot is vacant”");
  g_assert_cmpuint (count_waivers (f), ==, 2);
  waivers = remit_workspace_get_referring (f->sketch->workspace, REMIT_KIND_WAIVER,
                                           REMIT_WAIVER_PLAN, f->sketch->plan);
  g_assert_cmpstr (remit_entity_get_text (waivers->pdata[0], REMIT_WAIVER_REASON), ==,
                   "Hiring:\nML first");
  assert_says (f, TODAY, "(E S of T is vacant.)\n(E S2 of T is vacant.)");
  remit_test_undo_and_redo (f->sketch->store, before);
}

/* Of several rules the history says how many; when one cannot be accepted, none is. */
static void
test_mixed (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  RemitWaiverTerms terms = { f->sketch->plan, "Ada", "Hiring", 0 };
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GError) error = NULL;

  sketch_add (f->sketch, "decision D raised=2026-03-01");
  others = sketch_check (f->sketch, f->rules, "RACI-1", TODAY);
  g_assert_cmpuint (others->len, ==, 1);
  g_ptr_array_add (findings, g_object_ref (f->finding));
  g_ptr_array_add (findings, g_object_ref (others->pdata[0]));
  g_ptr_array_add (findings, remit_finding_new (NULL, REMIT_SEVERITY_ERROR, NULL, "Bad", NULL));
  g_assert_false (remit_waive_all (f->sketch->workspace, findings, &terms, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpuint (count_waivers (f), ==, 0);

  g_ptr_array_set_size (findings, 2);
  g_assert_true (remit_waive_all (f->sketch->workspace, findings, &terms, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (remit_workspace_get_undo_label (f->sketch->workspace), ==,
                   "Accept 2 findings");
}

static void
test_end (Fixture *f,
          gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = NULL;
  GPtrArray *waivers;
  gint64 id;
  g_autoptr (GError) error = NULL;

  waive (f, "Ada", "Hiring", "", &error);
  waivers = remit_workspace_get_referring (f->sketch->workspace, REMIT_KIND_WAIVER,
                                           REMIT_WAIVER_PLAN, f->sketch->plan);
  id = remit_entity_get_id (waivers->pdata[0]);
  before = remit_test_dump (f->sketch->store);
  g_assert_true (remit_waive_end (f->sketch->workspace, id, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (remit_workspace_get_undo_label (f->sketch->workspace), ==,
                   "Stop accepting SLOT-1");
  assert_says (f, TODAY, "E S of T is vacant.");
  remit_test_undo_and_redo (f->sketch->store, before);
  remit_test_refresh (f->sketch->workspace);
  g_assert_false (remit_waive_end (f->sketch->workspace, id, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
}

static void
test_refused (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *actor;
    const char *reason;
    const char *until;
    const char *says;
  } cases[] = {
    { "", "Hiring", "", "Enter who accepts the finding, and why" },
    { "Ada", " ", "", "Enter who accepts the finding, and why" },
    { "Ada", "Hiring", "2026-03-09", "The day is in the past. Choose a later day" },
  };
  g_autofree char *before = remit_test_dump (f->sketch->store);
  g_autofree char *after = NULL;
  g_autoptr (RemitFinding) about_rule = remit_finding_new (NULL, REMIT_SEVERITY_ERROR, NULL, "M",
                                                           NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_false (waive (f, cases[i].actor, cases[i].reason, cases[i].until, &error));
      g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].says);
      g_clear_error (&error);
    }
  g_assert_false (remit_waive (f->sketch->workspace, f->sketch->plan, about_rule, "Ada", "Hiring",
                               0, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
  after = remit_test_dump (f->sketch->store);
  g_assert_cmpstr (before, ==, after);
}

/* With what it is about, a waiver goes. */
static void
test_gone (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = NULL;

  waive (f, "Ada", "Hiring", "", &error);
  edit = remit_test_begin (f->sketch->workspace, "Delete");
  remit_edit_delete (edit, REMIT_KIND_SLOT, sketch_get (f->sketch, "S"), &error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_waivers (f), ==, 0);
  g_assert_false (waive (f, "Ada", "Hiring", "", &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
}

/* Somebody else was faster. */
static void
test_writers (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (RemitWorkspace) other = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *waivers;
  gint64 id;

  other = remit_workspace_open (remit_store_get_path (f->sketch->store), REMIT_STORE_NO_FLAGS,
                                &error);
  remit_workspace_open_plan (other, f->sketch->plan, &error);
  g_assert_true (remit_waive (other, f->sketch->plan, f->finding, "Bob", "Hiring", 0, &error));
  g_assert_no_error (error);
  /* in its place, and not beside it */
  g_assert_true (waive (f, "Ada", "Hiring in May", "", &error));
  g_assert_cmpuint (count_waivers (f), ==, 1);

  waivers = remit_workspace_get_referring (f->sketch->workspace, REMIT_KIND_WAIVER,
                                           REMIT_WAIVER_PLAN, f->sketch->plan);
  id = remit_entity_get_id (waivers->pdata[0]);
  g_assert_true (remit_waive_end (other, id, &error));
  g_assert_false (remit_waive_end (f->sketch->workspace, id, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
  remit_test_verify (f->sketch->store);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  add ("/check/waive/waive", test_waive);
  add ("/check/waive/again", test_again);
  add ("/check/waive/all", test_all);
  add ("/check/waive/mixed", test_mixed);
  add ("/check/waive/end", test_end);
  add ("/check/waive/refused", test_refused);
  add ("/check/waive/gone", test_gone);
  add ("/check/waive/writers", test_writers);
  return g_test_run ();
}
