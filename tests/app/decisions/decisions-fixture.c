/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the matrix share: a window with decisions, keys, and what cells say. */
#include "decisions-fixture.h"

#include "decisions/matrix/remit-rights-cell.h"
#include "plan/decide/remit-matrix.h"

static void
add_right (DecisionsFixture *f,
           gint64 decision,
           guint field,
           gint64 holder,
           RemitLetter letter)
{
  RemitRecord *record = remit_record_new (REMIT_KIND_RIGHT);

  remit_record_set_integer (record, REMIT_RIGHT_PLAN, f->plan);
  remit_record_set_integer (record, REMIT_RIGHT_DECISION, decision);
  remit_record_set_integer (record, field, holder);
  remit_record_set_integer (record, REMIT_RIGHT_LETTER, letter);
  remit_test_insert (f->store, record);
}

static void
add_plan (DecisionsFixture *f)
{
  gint64 ml;
  gint64 data;

  f->plan = remit_test_add_plan (f->store, "Fraud");
  ml = remit_test_add_role (f->store, "ml-engineer", "ML engineer");
  data = remit_test_add_role (f->store, "data-engineer", "Data engineer");
  f->product_role = remit_test_add_role (f->store, "product-manager", "Product manager");
  f->alpha = remit_test_add_team (f->store, f->plan, "Alpha");
  f->beta = remit_test_add_team (f->store, f->plan, "Beta");
  f->ml = remit_test_add_slot (f->store, f->plan, f->alpha, ml);
  f->data = remit_test_add_slot (f->store, f->plan, f->alpha, data);
  f->product = remit_test_add_slot (f->store, f->plan, f->beta, f->product_role);
  f->ada = remit_test_add_person (f->store, "Ada Lovelace");
  f->cleo = remit_test_add_person (f->store, "Cleo Sol");
  remit_test_add_assignment (f->store, f->plan, f->ml, f->ada, 100);
  remit_test_add_assignment (f->store, f->plan, f->product, f->cleo, 100);
  f->release = remit_test_add_decision (f->store, f->plan, f->alpha, "Release",
                                        REMIT_FRAMEWORK_RACI);
  f->label = remit_test_add_decision (f->store, f->plan, f->alpha, "Label", REMIT_FRAMEWORK_DACI);
  f->budget = remit_test_add_decision (f->store, f->plan, 0, "Budget", REMIT_FRAMEWORK_RACI);
  add_right (f, f->release, REMIT_RIGHT_SLOT, f->ml, REMIT_LETTER_A);
  add_right (f, f->release, REMIT_RIGHT_SLOT, f->data, REMIT_LETTER_R);
  add_right (f, f->budget, REMIT_RIGHT_ROLE, f->product_role, REMIT_LETTER_A);
}

void
decisions_fixture_set_up (DecisionsFixture *f,
                          gconstpointer data G_GNUC_UNUSED)
{
  f->folder = remit_test_make_folder ();
  f->window = remit_test_app_open (f->folder);
  f->workspace = remit_window_get_workspace (f->window);
  f->store = remit_workspace_get_store (f->workspace);
  add_plan (f);
  remit_window_set_plan (f->window, f->plan);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.show-view", "s", "decisions");
  remit_test_settle ();
  f->grid = REMIT_RIGHTS_GRID (remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_RIGHTS_GRID));
}

void
decisions_fixture_tear_down (DecisionsFixture *f,
                             gconstpointer data G_GNUC_UNUSED)
{
  gpointer grid = f->grid;

  g_object_add_weak_pointer (grid, &grid);
  remit_test_app_close (f->window);
  g_assert_null (grid);
  remit_test_remove_folder (f->folder);
  g_free (f->before);
}

static gboolean
activate_shortcut (GtkWidget *widget,
                   GListModel *shortcuts,
                   guint key,
                   GdkModifierType modifiers)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger)
          && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
          && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                           gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

gboolean
decisions_fixture_key (DecisionsFixture *f,
                       guint key,
                       GdkModifierType modifiers)
{
  GtkWidget *widget = GTK_WIDGET (f->grid);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; !taken && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        taken = activate_shortcut (widget, G_LIST_MODEL (controller), key, modifiers);
      else if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &taken);
    }
  remit_test_settle ();
  return taken;
}

void
decisions_fixture_go (DecisionsFixture *f,
                      gint64 decision,
                      gint64 holder)
{
  remit_rights_grid_show (f->grid, decision, holder);
  remit_test_settle ();
}

const char *
decisions_fixture_get_spoken (DecisionsFixture *f)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window));

  g_assert_true (REMIT_IS_RIGHTS_CELL (focus));
  return remit_rights_cell_get_spoken (REMIT_RIGHTS_CELL (focus));
}

char *
decisions_fixture_get_letters (DecisionsFixture *f,
                               gint64 decision,
                               RemitKind kind,
                               gint64 holder)
{
  RemitEntity *entity = remit_workspace_get (f->workspace, REMIT_KIND_DECISION, decision);

  return remit_matrix_format_letters (
    (RemitFramework) remit_entity_get_integer (entity, REMIT_DECISION_FRAMEWORK),
    remit_matrix_get_letters (f->workspace, decision, kind, holder));
}

RemitChecker *
decisions_fixture_get_checker (DecisionsFixture *f)
{
  RemitChecker *checker;

  g_object_get (f->window, "checker", &checker, NULL);
  /* the window keeps it */
  g_object_unref (checker);
  return checker;
}

static gboolean
is_checked (gpointer checker)
{
  return !remit_checker_is_running (checker);
}

void
decisions_fixture_wait (DecisionsFixture *f)
{
  remit_test_wait (is_checked, decisions_fixture_get_checker (f));
  remit_test_settle ();
}

void
decisions_fixture_remember (DecisionsFixture *f)
{
  g_free (f->before);
  f->before = remit_test_dump (f->store);
}

void
decisions_fixture_check_undo (DecisionsFixture *f)
{
  g_autofree char *after = remit_test_dump (f->store);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL);
  remit_test_settle ();
  undone = remit_test_dump (f->store);
  g_assert_cmpstr (undone, ==, f->before);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.redo", NULL);
  remit_test_settle ();
  redone = remit_test_dump (f->store);
  g_assert_cmpstr (redone, ==, after);
}
