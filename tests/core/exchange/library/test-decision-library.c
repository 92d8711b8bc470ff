/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking decisions from the library, and the matrices that the templates have from it. */
#include <string.h>

#include "check/remit-check.h"
#include "exchange/library/remit-library-take.h"
#include "exchange/plan/remit-plan-reader.h"
#include "plan/decide/remit-matrix.h"
#include "plan/design/remit-design.h"
#include "remit-test.h"

typedef struct {
  char *folder;
  RemitWorkspace *workspace;
  RemitStore *store;
  GPtrArray *library;
} Fixture;

static void
set_up (Fixture *f,
        gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) problems = NULL;

  f->folder = remit_test_make_folder ();
  f->workspace = remit_test_open_workspace (f->folder);
  f->store = remit_workspace_get_store (f->workspace);
  f->library = remit_library_load (REMIT_KIND_DECISION, &problems);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
tear_down (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_ptr_array_unref (f->library);
  g_assert_finalize_object (f->workspace);
  remit_test_remove_folder (f->folder);
}

/* ── Taking ───────────────────────────────────────────────────────────────────────────────── */

static gint64
add_slot (Fixture *f,
          gint64 plan,
          gint64 team,
          const char *key,
          const char *name)
{
  gint64 role = remit_test_add_role (f->store, key, name);

  return remit_test_add_slot (f->store, plan, team, role);
}

static char *
get_letters (Fixture *f,
             gint64 decision,
             RemitKind kind,
             gint64 holder)
{
  RemitLetters letters = remit_matrix_get_letters (f->workspace, decision, kind, holder);

  return remit_matrix_format_letters (REMIT_FRAMEWORK_RACI, letters);
}

#define assert_letters(f, decision, kind, holder, expected) \
  G_STMT_START \
  { \
    g_autofree char *has = get_letters (f, decision, kind, holder); \
    g_assert_cmpstr (has, ==, expected); \
  } \
  G_STMT_END

static gint64
get_decision (Fixture *f,
              guint index)
{
  GListModel *decisions = remit_workspace_get_list (f->workspace, REMIT_KIND_DECISION);
  g_autoptr (RemitEntity) decision = g_list_model_get_item (decisions, index);

  g_assert_nonnull (decision);
  return remit_entity_get_id (decision);
}

static void
test_take (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  gint64 plan = remit_test_add_plan (f->store, "Churn");
  gint64 team = remit_test_add_team (f->store, plan, "Fraud");
  gint64 ml = add_slot (f, plan, team, "ml-engineer", "ML engineer");
  gint64 pm = add_slot (f, plan, team, "product-manager", "Product manager");
  gint64 data_engineer = add_slot (f, plan, team, "data-engineer", "Data engineer");
  const RemitLibraryItem *both[] = { remit_library_find (f->library, "release"),
                                         remit_library_find (f->library, "data-access") };
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  remit_workspace_open_plan (f->workspace, plan, &error);
  g_assert_no_error (error);
  before = remit_test_dump (f->store);
  g_assert_cmpint (remit_library_get_state (f->workspace, plan, team, both[0]), ==,
                   REMIT_LIBRARY_MISSING);
  g_assert_true (remit_library_take (f->workspace, plan, team, both, 2, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (remit_workspace_get_undo_label (f->workspace), ==, "Add 2 decisions");
  g_assert_cmpint (remit_library_get_state (f->workspace, plan, team, both[0]), ==,
                   REMIT_LIBRARY_THERE);
  g_assert_cmpint (remit_library_get_state (f->workspace, plan, 0, both[0]), ==,
                   REMIT_LIBRARY_MISSING);
  g_assert_true (remit_library_is_in_plan (f->workspace, plan, both[0]));

  assert_letters (f, get_decision (f, 0), REMIT_KIND_SLOT, pm, "A");
  assert_letters (f, get_decision (f, 0), REMIT_KIND_SLOT, ml, "R");
  assert_letters (f, get_decision (f, 0), REMIT_KIND_SLOT, data_engineer, "C");
  /* the data steward is missing: the next one decides, and never who grants the access */
  assert_letters (f, get_decision (f, 1), REMIT_KIND_SLOT, pm, "A");
  assert_letters (f, get_decision (f, 1), REMIT_KIND_SLOT, data_engineer, "R");
  remit_test_undo_and_redo (f->store, before);
}

/* Who decides may do the work as well, unless proposing and approving have to be apart. */
static void
test_alone (Fixture *f,
            gconstpointer data G_GNUC_UNUSED)
{
  gint64 plan = remit_test_add_plan (f->store, "Churn");
  gint64 team = remit_test_add_team (f->store, plan, "Fraud");
  gint64 ml = add_slot (f, plan, team, "ml-engineer", "ML engineer");
  const RemitLibraryItem *both[] = { remit_library_find (f->library, "model-choice"),
                                         remit_library_find (f->library, "retraining") };
  g_autoptr (GError) error = NULL;

  remit_workspace_open_plan (f->workspace, plan, &error);
  remit_library_take (f->workspace, plan, team, both, 2, &error);
  g_assert_no_error (error);
  assert_letters (f, get_decision (f, 0), REMIT_KIND_SLOT, ml, "R/A");
  assert_letters (f, get_decision (f, 1), REMIT_KIND_SLOT, ml, "R");
}

/* For the whole plan roles get the rights. */
static void
test_plan_wide (Fixture *f,
                gconstpointer data G_GNUC_UNUSED)
{
  gint64 plan = remit_test_add_plan (f->store, "Churn");
  gint64 pm = remit_test_add_role (f->store, "product-manager", "Product manager");
  const RemitLibraryItem *release = remit_library_find (f->library, "release");
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  remit_workspace_open_plan (f->workspace, plan, &error);
  before = remit_test_dump (f->store);
  remit_library_take (f->workspace, plan, 0, &release, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (remit_workspace_get_undo_label (f->workspace), ==,
                   "Add decision Release the model");
  assert_letters (f, get_decision (f, 0), REMIT_KIND_ROLE, pm, "A");
  remit_test_undo_and_redo (f->store, before);
}

static void
test_no_team (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 plan = remit_test_add_plan (f->store, "Churn");
  const RemitLibraryItem *release = remit_library_find (f->library, "release");
  g_autoptr (GError) error = NULL;

  remit_workspace_open_plan (f->workspace, plan, &error);
  g_assert_false (remit_library_take (f->workspace, plan, 17, &release, 1, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
}

/* Somebody else has deleted the team in the meantime. */
static void
test_writers (Fixture *f,
              gconstpointer data G_GNUC_UNUSED)
{
  gint64 plan = remit_test_add_plan (f->store, "Churn");
  gint64 team = remit_test_add_team (f->store, plan, "Fraud");
  const RemitLibraryItem *release = remit_library_find (f->library, "release");
  g_autoptr (RemitWorkspace) other = NULL;
  g_autoptr (GError) error = NULL;

  remit_workspace_open_plan (f->workspace, plan, &error);
  other = remit_workspace_open (remit_store_get_path (f->store), REMIT_STORE_NO_FLAGS, &error);
  g_assert_true (remit_design_delete (other, REMIT_KIND_TEAM, team, &error));
  g_assert_no_error (error);
  g_assert_false (remit_library_take (f->workspace, plan, team, &release, 1, &error));
  g_assert_error (error, REMIT_MODEL_ERROR, REMIT_MODEL_ERROR_REFUSED);
}

/* ── The templates ────────────────────────────────────────────────────────────────────────── */

/* Somebody for a slot, who can all that it needs. */
static void
fill (Fixture *f,
      gint64 plan,
      RemitEntity *slot,
      guint number)
{
  g_autofree char *name = g_strdup_printf ("Person %u", number);
  gint64 person = remit_test_add_person (f->store, name);
  gint64 id = remit_entity_get_id (slot);
  GPtrArray *needs = remit_workspace_get_referring (f->workspace, REMIT_KIND_SLOT_NEED,
                                                    REMIT_SLOT_NEED_SLOT, id);

  for (guint i = 0; i < needs->len; i++)
    {
      RemitRecord *has = remit_record_new (REMIT_KIND_PERSON_SKILL);

      remit_record_set_integer (has, REMIT_PERSON_SKILL_PERSON, person);
      remit_record_set_integer (has, REMIT_PERSON_SKILL_SKILL,
                                remit_entity_get_integer (needs->pdata[i], REMIT_SLOT_NEED_SKILL));
      remit_record_set_integer (has, REMIT_PERSON_SKILL_LEVEL,
                                remit_entity_get_integer (needs->pdata[i], REMIT_SLOT_NEED_LEVEL));
      remit_test_insert (f->store, has);
    }
  remit_test_add_assignment (f->store, plan, id, person,
                             (int) remit_entity_get_integer (slot, REMIT_SLOT_FTE));
}

static void
check_key (Fixture *f,
           RemitEntity *decision)
{
  const RemitLibraryItem *one
    = remit_library_find (f->library, remit_entity_get_text (decision, REMIT_DECISION_KEY));

  g_assert_nonnull (one);
  g_assert_cmpstr (remit_entity_get_text (decision, REMIT_DECISION_TITLE), ==, one->title);
  g_assert_cmpstr (remit_entity_get_text (decision, REMIT_DECISION_DESCRIPTION), ==,
                   remit_record_get_text (one->record, REMIT_DECISION_DESCRIPTION));
  g_assert_cmpint (remit_entity_get_integer (decision, REMIT_DECISION_KIND), ==,
                   remit_record_get_integer (one->record, REMIT_DECISION_KIND));
}

/* Filled with people who fit, a template has no error, and nothing is wrong with its matrix. */
static void
check_plan (Fixture *f,
            gint64 plan)
{
  g_autoptr (RemitRules) rules = remit_rules_load ();
  RemitCheckOptions options = { .rules = rules, .plan = plan };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = remit_check_run (remit_store_get_path (f->store), &options,
                                                    &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      RemitFinding *finding = findings->pdata[i];
      const char *rule = remit_finding_get_rule_id (finding);

      /* that nobody else in the team covers a skill is for whoever fills it to judge */
      if (remit_finding_get_severity (finding) == REMIT_SEVERITY_ERROR
          || !g_str_has_prefix (rule, "SKILL-"))
        g_error ("%s: %s", rule, remit_finding_get_message (finding));
    }
}

/* The others are made for the rules that are to come. */
static gboolean
is_checked (const char *id)
{
  static const char *const ids[] = { "hub-and-spoke", "llm-product-team", "minimum-viable-ml-team",
                                     "ml-platform-team", "regulated-credit-risk-model-team", NULL };

  return g_strv_contains (ids, id);
}

static void
test_template (Fixture *f,
               gconstpointer data)
{
  const char *id = data;
  g_autoptr (GPtrArray) templates = remit_templates_list ();
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (GPtrArray) decisions = NULL;
  GListModel *slots;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < templates->len && result == NULL; i++)
    if (strcmp (((RemitTemplate *) templates->pdata[i])->id, id) == 0)
      result = remit_plan_read_template (f->store, ((RemitTemplate *) templates->pdata[i])->path,
                                         NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (result);
  remit_test_refresh (f->workspace);
  remit_workspace_open_plan (f->workspace, result->plan, &error);
  g_assert_no_error (error);

  decisions = remit_design_get_parts (f->workspace, REMIT_KIND_DECISION, result->plan);
  g_assert_cmpuint (decisions->len, >, 0);
  for (guint i = 0; i < decisions->len; i++)
    {
      /* what only such a team decides is not in the library */
      if (*remit_entity_get_text (decisions->pdata[i], REMIT_DECISION_KEY) == '\0')
        continue;
      check_key (f, decisions->pdata[i]);
    }
  slots = remit_workspace_get_list (f->workspace, REMIT_KIND_SLOT);
  for (guint i = 0; is_checked (id) && i < g_list_model_get_n_items (slots); i++)
    {
      g_autoptr (RemitEntity) slot = g_list_model_get_item (slots, i);

      fill (f, result->plan, slot, i);
    }
  if (is_checked (id))
    check_plan (f, result->plan);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define add(name, data, test) \
  g_test_add ("/exchange/decision-library/" name, Fixture, data, set_up, test, tear_down)
  add ("take", NULL, test_take);
  add ("alone", NULL, test_alone);
  add ("plan-wide", NULL, test_plan_wide);
  add ("no-team", NULL, test_no_team);
  add ("writers", NULL, test_writers);
#define add_template(id) add ("templates/" id, id, test_template)
  add_template ("ai-governance-office");
  add_template ("ai-red-team");
  add_template ("analytics-squad");
  add_template ("bought-ai-team");
  add_template ("data-product-team");
  add_template ("edge-vision-team");
  add_template ("hub-and-spoke");
  add_template ("llm-product-team");
  add_template ("medical-device-team");
  add_template ("minimum-viable-ml-team");
  add_template ("ml-operations-team");
  add_template ("ml-platform-team");
  add_template ("pilot-to-production");
  add_template ("public-service-team");
  add_template ("recommender-team");
  add_template ("regulated-credit-risk-model-team");
  add_template ("research-group");
  return g_test_run ();
}
