/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section is updated when something that it shows changes, and not otherwise. */
#include "plan/design/remit-design.h"
#include "remit-test-app.h"
#include "widgets/sections/remit-section.h"

/* ── A section of a team that shows its slots, and any role ───────────────────────────────── */

#define TEST_TYPE_SECTION (test_section_get_type ())
G_DECLARE_FINAL_TYPE (TestSection, test_section, TEST, SECTION, GtkWidget)

struct _TestSection
{
  GtkWidget parent_instance;

  RemitSectionLink link;
  guint n_updates;
};

static void test_section_section_init (RemitSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestSection, test_section, GTK_TYPE_WIDGET,
                               REMIT_IMPLEMENT_SECTION (test_section_section_init))

static void
update (GtkWidget *widget)
{
  TEST_SECTION (widget)->n_updates++;
}

static void
test_section_section_init (RemitSectionInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (TestSection, link);
  iface->parts = REMIT_KIND_BIT (REMIT_KIND_SLOT);
  iface->others = REMIT_KIND_BIT (REMIT_KIND_ROLE);
  iface->update = update;
}

static void
test_section_class_init (TestSectionClass *klass)
{
}

static void
test_section_init (TestSection *self)
{
}

/* ── Tests ────────────────────────────────────────────────────────────────────────────────── */

static void
change (RemitWorkspace *workspace,
        RemitKind kind,
        gint64 id,
        guint field,
        const char *text)
{
  g_autoptr (GError) error = NULL;

  remit_design_change (workspace, kind, id, field, text, &error);
  g_assert_no_error (error);
}

static void
test_touched (void)
{
  char *folder = remit_test_make_folder ();
  RemitWindow *window = remit_test_app_open (folder);
  RemitWorkspace *workspace = remit_window_get_workspace (window);
  RemitStore *store = remit_workspace_get_store (workspace);
  gint64 plan = remit_test_add_plan (store, "Plan");
  gint64 team = remit_test_add_team (store, plan, "Credit");
  gint64 other = remit_test_add_team (store, plan, "Platform");
  gint64 role = remit_test_add_role (store, "ml-engineer", "ML engineer");
  gint64 slot = remit_test_add_slot (store, plan, team, role);
  gint64 foreign = remit_test_add_slot (store, plan, other, role);
  gint64 person = remit_test_add_person (store, "Ada");
  g_autoptr (TestSection) self = g_object_ref_sink (g_object_new (TEST_TYPE_SECTION, NULL));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose-plan", "x", plan);
  remit_test_settle ();
  remit_editor_show_all (GTK_WIDGET (self), workspace, plan,
                         remit_workspace_get (workspace, REMIT_KIND_TEAM, team));
  g_assert_cmpuint (self->n_updates, ==, 1);

  change (workspace, REMIT_KIND_PERSON, person, REMIT_PERSON_UNIT, "Research");
  change (workspace, REMIT_KIND_TEAM, other, REMIT_TEAM_NAME, "Base");
  change (workspace, REMIT_KIND_SLOT, foreign, REMIT_SLOT_FTE, "50");
  g_assert_cmpuint (self->n_updates, ==, 1);

  change (workspace, REMIT_KIND_TEAM, team, REMIT_TEAM_NAME, "Loans");
  g_assert_cmpuint (self->n_updates, ==, 2);
  change (workspace, REMIT_KIND_SLOT, slot, REMIT_SLOT_FTE, "50");
  g_assert_cmpuint (self->n_updates, ==, 3);
  change (workspace, REMIT_KIND_ROLE, role, REMIT_ROLE_NAME, "Engineer");
  g_assert_cmpuint (self->n_updates, ==, 4);

  /* a part that comes or goes */
  g_assert_true (remit_design_move_slot (workspace, foreign, team, 0, NULL));
  g_assert_cmpuint (self->n_updates, ==, 5);
  g_assert_true (remit_workspace_undo (workspace, REMIT_HISTORY_UNDO, NULL));
  g_assert_cmpuint (self->n_updates, ==, 6);
  g_assert_true (remit_design_delete (workspace, REMIT_KIND_SLOT, slot, NULL));
  g_assert_cmpuint (self->n_updates, ==, 7);

  /* what is no longer there is not shown anew */
  g_assert_true (remit_design_delete (workspace, REMIT_KIND_TEAM, team, NULL));
  g_assert_cmpuint (self->n_updates, ==, 7);

  g_clear_object (&self);
  remit_test_app_close (window);
  remit_test_remove_folder (folder);
}

static void
add_tests (void)
{
  g_test_add_func ("/widgets/section/touched", test_touched);
}

int
main (int argc,
      char **argv)
{
  return remit_test_app_run (argc, argv, add_tests);
}
