/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The libraries: what comes with Remit, one’s own files, and adding roles, skills and ladders. */
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/library/remit-library-take.h"
#include "exchange/library/remit-templates.h"
#include "exchange/plan/remit-plan-parser.h"
#include "model/remit-data.h"
#include "model/remit-role-group.h"
#include "remit-test.h"

typedef struct {
  char *folder;
  RemitWorkspace *workspace;
  RemitStore *store;
} Fixture;

static void
set_up (Fixture *f,
        gconstpointer data G_GNUC_UNUSED)
{
  f->folder = remit_test_make_folder ();
  f->workspace = remit_test_open_workspace (f->folder);
  f->store = remit_workspace_get_store (f->workspace);
}

static void
tear_down (Fixture *f,
           gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->workspace);
  remit_test_remove_folder (f->folder);
}

static GPtrArray *
load (RemitKind kind)
{
  g_autoptr (GPtrArray) problems = NULL;
  GPtrArray *library = remit_library_load (kind, &problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (library->len, >, 0);
  return library;
}

/* ── What comes with Remit ────────────────────────────────────────────────────────────────── */

/* Keys are unique over all files, and everything says what it is. */
static void
test_all (Fixture *f G_GNUC_UNUSED,
          gconstpointer data G_GNUC_UNUSED)
{
  for (const RemitKind *kind = remit_library_kinds; *kind != REMIT_KIND_NONE; kind++)
    {
      g_autoptr (GPtrArray) library = load (*kind);

      for (guint i = 0; i < library->len; i++)
        {
          const RemitLibraryItem *item = library->pdata[i];

          g_assert_true (remit_library_find (library, item->key) == item);
          g_assert_cmpstr (item->group, !=, "");
          g_assert_cmpuint (strlen (item->title), >, 2);
          g_assert_cmpuint (strlen (item->text), >, 40);
        }
    }
}

/* Others can rely on something, whatever the role. */
static void
test_roles (Fixture *f G_GNUC_UNUSED,
            gconstpointer data G_GNUC_UNUSED)
{
  static const char *const keys[] = { "ml-engineer", "end-user", "incident-commander",
                                      "executive-sponsor", "labour-representative" };
  g_autoptr (GPtrArray) library = load (REMIT_KIND_ROLE);

  g_assert_cmpuint (library->len, ==, 45);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_nonnull (remit_library_find (library, keys[i]));
  for (guint i = 0; i < library->len; i++)
    {
      const RemitRecord *role = ((RemitLibraryItem *) library->pdata[i])->record;

      g_assert_nonnull (strchr (remit_record_get_text (role, REMIT_ROLE_ACCOUNTABILITIES), '\n'));
      g_assert_nonnull (strchr (remit_record_get_text (role, REMIT_ROLE_EXPECTATIONS), '\n'));
      g_assert_cmpint (remit_record_get_integer (role, REMIT_ROLE_GROUP), ==,
                       remit_role_guess_group (remit_record_get_text (role, REMIT_ROLE_KEY)));
    }
}

/* Each level differs from the one below. */
static void
test_skills (Fixture *f G_GNUC_UNUSED,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) library = load (REMIT_KIND_SKILL);

  g_assert_cmpuint (library->len, ==, 87);
  for (guint i = 0; i < library->len; i++)
    {
      const RemitRecord *skill = ((RemitLibraryItem *) library->pdata[i])->record;

      for (guint level = 0; level < REMIT_LEVEL_MAX; level++)
        {
          const char *lower = remit_record_get_text (skill, REMIT_SKILL_LEVEL_0 + level);
          const char *upper = remit_record_get_text (skill, REMIT_SKILL_LEVEL_0 + level + 1);

          g_assert_cmpstr (lower, !=, "");
          g_assert_cmpstr (upper, !=, "");
          g_assert_cmpstr (lower, !=, upper);
        }
    }
}

/* ── What others refer to ─────────────────────────────────────────────────────────────────── */

typedef struct {
  GPtrArray *roles;
  GPtrArray *skills;
} Libraries;

/* A role is called the same wherever it is, and a skill has the same category. */
static gboolean
check_element (gpointer data,
               const RemitPlanElement *element,
               GError **error G_GNUC_UNUSED)
{
  const Libraries *self = data;
  const RemitRecord *record = element->record;
  const RemitLibraryItem *item;

  if (remit_record_get_kind (record) == REMIT_KIND_ROLE)
    {
      item = remit_library_find (self->roles, remit_record_get_text (record, REMIT_ROLE_KEY));
      g_assert_nonnull (item);
      g_assert_true (remit_record_is_same (record, item->record, REMIT_ROLE_NAME));
      g_assert_cmpint (remit_record_get_id (record), ==, remit_record_get_id (item->record));
    }
  if (remit_record_get_kind (record) == REMIT_KIND_SKILL)
    {
      item = remit_library_find (self->skills, remit_record_get_text (record, REMIT_SKILL_NAME));
      g_assert_nonnull (item);
      g_assert_true (remit_record_is_same (record, item->record, REMIT_SKILL_CATEGORY));
      g_assert_cmpint (remit_record_get_id (record), ==, remit_record_get_id (item->record));
    }
  return TRUE;
}

static void
check_file (const Libraries *libraries,
            const char *path)
{
  static const RemitPlanHandler handler = { .start = check_element };
  g_autoptr (GError) error = NULL;

  remit_plan_parse (path, &handler, (gpointer) libraries, NULL, &error);
  g_assert_no_error (error);
}

/* Every role and skill of a template, a decision or a ladder is in the library. */
static void
test_references (Fixture *f G_GNUC_UNUSED,
                 gconstpointer data G_GNUC_UNUSED)
{
  static const char *const folders[] = { "templates", "decisions", "ladders" };
  g_autoptr (GPtrArray) roles = load (REMIT_KIND_ROLE);
  g_autoptr (GPtrArray) skills = load (REMIT_KIND_SKILL);
  Libraries libraries = { roles, skills };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = remit_data_dup_path (folders[i]);
      g_autoptr (GPtrArray) paths = remit_data_list_files (folder);

      g_assert_cmpuint (paths->len, >, 0);
      for (guint j = 0; j < paths->len; j++)
        check_file (&libraries, paths->pdata[j]);
    }
}

static void
test_search (Fixture *f G_GNUC_UNUSED,
             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) skills = load (REMIT_KIND_SKILL);
  const RemitLibraryItem *skill = remit_library_find (skills, "incident command");

  g_assert_nonnull (skill);
  g_assert_true (remit_library_item_matches (skill, ""));
  g_assert_true (remit_library_item_matches (skill, "COMMAND  incid"));
  g_assert_true (remit_library_item_matches (skill, "major several"));
  g_assert_false (remit_library_item_matches (skill, "command vision"));
}

/* ── Files of one's own ───────────────────────────────────────────────────────────────────── */

#define HEAD \
  "<plan xmlns=\"urn:remit:plan:1\" format=\"1.1\" id=\"0000000000000001\" name=\"Ours\">\n"
#define ROLES "<roles><role id=\"0000000000000002\" key=\"baker\" name=\"Baker\"/></roles>\n"
#define DECISION(ID, FIELDS, RIGHTS) \
  "<decision id=\"000000000000000" ID "\" title=\"Bake\" " FIELDS ">" RIGHTS "</decision>\n"
#define RIGHT(LETTER) "<right role=\"0000000000000002\" letter=\"" LETTER "\"/>"

static char *
write_own (const char *folder,
           const char *name,
           const char *text)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "remit", folder, NULL);
  char *file = g_build_filename (path, name, NULL);

  g_mkdir_with_parents (path, 0700);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  return file;
}

/* What is wrong in a file of decisions, and how many of it can be used nevertheless. */
static const struct {
  const char *text;
  const char *problem;
  guint n_used;
} wrong[] = {
  { "<plan", "Line 1", 0 },
  { HEAD "</plan>", "nothing for the library", 0 },
  { HEAD ROLES "<decisions>\n" DECISION ("3", "", "") DECISION ("4", "key=\"bake\"", "")
      "</decisions></plan>", "Line 4", 1 },
  { HEAD ROLES "<decisions>\n" DECISION ("3", "key=\"bake\"", "")
      DECISION ("4", "key=\"bake\"", "") "</decisions></plan>", "“bake” is already", 1 },
  { HEAD ROLES "<decisions>\n" DECISION ("3", "key=\"bake\"", RIGHT ("D") RIGHT ("A"))
      "</decisions></plan>", "RACI has no letter D", 1 },
  { HEAD "<roles/><decisions>\n" DECISION ("3", "key=\"bake\"", RIGHT ("A"))
      "</decisions></plan>", "The role is not in this file", 1 },
  { HEAD ROLES "<decisions>\n"
      DECISION ("3", "key=\"bake\"", "<right slot=\"0000000000000009\" letter=\"A\"/>")
      "</decisions></plan>", "a role has to hold", 1 },
  { HEAD ROLES "<decisions>\n" DECISION ("3", "key=\"bake\" framework=\"RICA\"", "")
      "</decisions></plan>", "Line 4", 0 },
  { HEAD ROLES "<decisions>\n" DECISION ("3", "key=\"bake\" colour=\"red\"", "")
      "</decisions></plan>", "Line 4", 0 },
};

static void
test_wrong (Fixture *f G_GNUC_UNUSED,
            gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = write_own ("decisions", "ours.xml", wrong[i].text);
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GPtrArray) library = remit_library_load (REMIT_KIND_DECISION, &problems);

      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_true (g_str_has_prefix (problems->pdata[0], path));
      if (strstr (problems->pdata[0], wrong[i].problem) == NULL)
        g_error ("“%s” does not say “%s”", (char *) problems->pdata[0], wrong[i].problem);
      g_assert_cmpint (remit_library_find (library, "bake") != NULL, ==, wrong[i].n_used > 0);
      g_assert_nonnull (remit_library_find (library, "rollback"));
      g_unlink (path);
    }
}

/* A file of an older format, whose items replace those with the same key. */
static void
test_own (Fixture *f G_GNUC_UNUSED,
          gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *decisions = write_own (
    "decisions", "ours.xml",
    HEAD ROLES "<decisions>\n" DECISION ("3", "key=\"release\" kind=\"deploy\"", RIGHT ("A"))
    DECISION ("4", "key=\"fork\" framework=\"DACI\"", "") "</decisions></plan>");
  g_autofree char *roles = write_own ("roles", "ours.xml", HEAD ROLES "</plan>");
  g_autofree char *skills = write_own (
    "skills", "ours.xml",
    HEAD "<skills><skill id=\"0000000000000005\" name=\"python\"/></skills></plan>");
  g_autoptr (GPtrArray) decided = load (REMIT_KIND_DECISION);
  g_autoptr (GPtrArray) known = load (REMIT_KIND_ROLE);
  g_autoptr (GPtrArray) able = load (REMIT_KIND_SKILL);
  const RemitLibraryItem *release = remit_library_find (decided, "release");
  const RemitLibraryItem *fork = remit_library_find (decided, "fork");

  g_assert_cmpstr (release->title, ==, "Bake");
  g_assert_cmpstr (release->group, ==, "Ours");
  g_assert_cmpuint (release->parts->len, ==, 1);
  g_assert_cmpstr (((RemitLibraryPart *) release->parts->pdata[0])->role, ==, "baker");
  g_assert_nonnull (strstr (release->text, "Accountable: Baker"));
  g_assert_cmpint (remit_record_get_integer (fork->record, REMIT_DECISION_FRAMEWORK), ==,
                   REMIT_FRAMEWORK_DACI);
  g_assert_nonnull (remit_library_find (decided, "rollback"));
  g_assert_nonnull (remit_library_find (known, "baker"));
  /* skills are the same in either case, and one's own is first */
  g_assert_cmpstr (remit_library_find (able, "Python")->title, ==, "python");
  g_assert_cmpuint (able->len, ==, 87);
  g_unlink (decisions);
  g_unlink (roles);
  g_unlink (skills);
}

/* ── Taking ───────────────────────────────────────────────────────────────────────────────── */

static void
take (Fixture *f,
      gint64 plan,
      gint64 team,
      const RemitLibraryItem *const *items,
      gsize n_items)
{
  g_autofree char *before = remit_test_dump (f->store);
  g_autoptr (GError) error = NULL;

  g_assert_true (remit_library_take (f->workspace, plan, team, items, n_items, &error));
  g_assert_no_error (error);
  for (gsize i = 0; i < n_items; i++)
    g_assert_cmpint (remit_library_get_state (f->workspace, plan, team, items[i]), ==,
                     REMIT_LIBRARY_THERE);
  remit_test_undo_and_redo (f->store, before);
}

static RemitEntity *
get (Fixture *f,
     RemitKind kind,
     guint index)
{
  g_autoptr (RemitEntity) entity
    = g_list_model_get_item (remit_workspace_get_list (f->workspace, kind), index);

  g_assert_nonnull (entity);
  return entity;
}

/* A role of one's own keeps what it says, and gets what it does not say. */
static void
test_take_roles (Fixture *f,
                 gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) library = load (REMIT_KIND_ROLE);
  const RemitLibraryItem *items[] = { remit_library_find (library, "ml-engineer"),
                                      remit_library_find (library, "end-user") };
  gint64 own = remit_test_add_role (f->store, "ml-engineer", "Model person");
  RemitEntity *role;

  remit_test_refresh (f->workspace);
  g_assert_cmpint (remit_library_get_state (f->workspace, 0, 0, items[0]), ==,
                   REMIT_LIBRARY_INCOMPLETE);
  g_assert_cmpint (remit_library_get_state (f->workspace, 0, 0, items[1]), ==,
                   REMIT_LIBRARY_MISSING);
  take (f, 0, 0, items, 2);
  role = remit_workspace_get (f->workspace, REMIT_KIND_ROLE, own);
  g_assert_cmpstr (remit_entity_get_text (role, REMIT_ROLE_NAME), ==, "Model person");
  g_assert_cmpstr (remit_entity_get_text (role, REMIT_ROLE_PURPOSE), ==,
                   remit_record_get_text (items[0]->record, REMIT_ROLE_PURPOSE));
  g_assert_cmpuint (
    g_list_model_get_n_items (remit_workspace_get_list (f->workspace, REMIT_KIND_ROLE)), ==, 2);
}

static void
test_take_skills (Fixture *f,
                  gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) library = load (REMIT_KIND_SKILL);
  const RemitLibraryItem *python = remit_library_find (library, "Python");
  gint64 own = remit_test_add_skill (f->store, "PYTHON");
  RemitEntity *skill;

  remit_test_refresh (f->workspace);
  take (f, 0, 0, &python, 1);
  skill = remit_workspace_get (f->workspace, REMIT_KIND_SKILL, own);
  g_assert_cmpstr (remit_entity_get_text (skill, REMIT_SKILL_NAME), ==, "PYTHON");
  g_assert_cmpstr (remit_entity_get_text (skill, REMIT_SKILL_LEVEL_0 + 3), ==,
                   remit_record_get_text (python->record, REMIT_SKILL_LEVEL_0 + 3));
  g_assert_cmpstr (remit_workspace_get_undo_label (f->workspace), ==,
                   "Add skill Python from the library");
}

static gint64
get_holder (Fixture *f,
            guint rung,
            guint field)
{
  return remit_entity_get_integer (get (f, REMIT_KIND_RUNG, rung), field);
}

/* Slots of the team hold the levels, and roles the others; those that are missing are added. */
static void
test_take_ladder (Fixture *f,
                  gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) library = load (REMIT_KIND_LADDER);
  const RemitLibraryItem *ladder = remit_library_find (library, "data");
  gint64 plan = remit_test_add_plan (f->store, "Churn");
  gint64 team = remit_test_add_team (f->store, plan, "Fraud");
  gint64 pm = remit_test_add_slot (
    f->store, plan, team, remit_test_add_role (f->store, "product-manager", "Product manager"));
  RemitEntity *sponsor;
  g_autoptr (GError) error = NULL;

  remit_workspace_open_plan (f->workspace, plan, &error);
  g_assert_no_error (error);
  take (f, plan, team, &ladder, 1);
  g_assert_cmpuint (
    g_list_model_get_n_items (remit_workspace_get_list (f->workspace, REMIT_KIND_RUNG)), ==, 3);
  /* nobody owns the data, so the product manager decides */
  g_assert_cmpint (get_holder (f, 1, REMIT_RUNG_SLOT), ==, pm);
  g_assert_cmpint (get_holder (f, 2, REMIT_RUNG_SLOT), ==, 0);
  sponsor = remit_workspace_get (f->workspace, REMIT_KIND_ROLE,
                                 get_holder (f, 2, REMIT_RUNG_ROLE));
  g_assert_cmpstr (remit_entity_get_text (sponsor, REMIT_ROLE_KEY), ==, "executive-sponsor");
  g_assert_cmpstr (remit_entity_get_text (sponsor, REMIT_ROLE_PURPOSE), !=, "");
}

/* Above all who may be parties is somebody who decides. */
static void
test_ladders (Fixture *f G_GNUC_UNUSED,
              gconstpointer data G_GNUC_UNUSED)
{
  static const char *const above[] = { "executive-sponsor", "committee-chair", NULL };
  g_autoptr (GPtrArray) library = load (REMIT_KIND_LADDER);

  for (guint i = 0; i < library->len; i++)
    {
      const RemitLibraryItem *item = library->pdata[i];
      const RemitLibraryPart *first = item->parts->pdata[0];
      const RemitLibraryPart *top = item->parts->pdata[item->parts->len - 1];

      g_assert_false (remit_record_is_same (first->record, top->record, REMIT_RUNG_POSITION));
      g_assert_cmpint (remit_record_get_integer (top->record, REMIT_RUNG_ACTION), ==,
                       REMIT_RUNG_DECIDE);
      g_assert_true (g_strv_contains (above, top->role));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define add(name, test) \
  g_test_add ("/exchange/library/" name, Fixture, NULL, set_up, test, tear_down)
  add ("all", test_all);
  add ("roles", test_roles);
  add ("skills", test_skills);
  add ("ladders", test_ladders);
  add ("references", test_references);
  add ("search", test_search);
  add ("wrong", test_wrong);
  add ("own", test_own);
  add ("take-roles", test_take_roles);
  add ("take-skills", test_take_skills);
  add ("take-ladder", test_take_ladder);
  return g_test_run ();
}
