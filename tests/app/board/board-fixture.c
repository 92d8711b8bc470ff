/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the board share: a window with a small plan, drops, and keys. */
#include "board-fixture.h"

#include <string.h>

#include "board/remit-board-private.h"

static void
add_need (BoardFixture *f,
          RemitStore *store)
{
  RemitRecord *need = remit_record_new (REMIT_KIND_SLOT_NEED);

  remit_record_set_integer (need, REMIT_SLOT_NEED_PLAN, f->plan);
  remit_record_set_integer (need, REMIT_SLOT_NEED_SLOT, f->ml);
  remit_record_set_integer (need, REMIT_SLOT_NEED_SKILL, f->sql);
  remit_record_set_integer (need, REMIT_SLOT_NEED_LEVEL, 2);
  remit_test_insert (store, need);
}

static void
add_skill (BoardFixture *f,
           RemitStore *store)
{
  RemitRecord *skill = remit_record_new (REMIT_KIND_PERSON_SKILL);

  remit_record_set_integer (skill, REMIT_PERSON_SKILL_PERSON, f->ada);
  remit_record_set_integer (skill, REMIT_PERSON_SKILL_SKILL, f->sql);
  remit_record_set_integer (skill, REMIT_PERSON_SKILL_LEVEL, 3);
  remit_test_insert (store, skill);
}

static void
add_plan (BoardFixture *f)
{
  RemitStore *store = remit_workspace_get_store (f->workspace);
  gint64 ml, data, product;

  f->plan = remit_test_add_plan (store, "Fraud");
  f->sql = remit_test_add_skill (store, "SQL");
  ml = remit_test_add_role (store, "ml-engineer", "ML engineer");
  data = remit_test_add_role (store, "data-engineer", "Data engineer");
  product = remit_test_add_role (store, "product-manager", "Product manager");
  f->alpha = remit_test_add_team (store, f->plan, "Alpha");
  f->beta = remit_test_add_team (store, f->plan, "Beta");
  f->ml = remit_test_add_slot (store, f->plan, f->alpha, ml);
  f->data = remit_test_add_slot (store, f->plan, f->alpha, data);
  f->product = remit_test_add_slot (store, f->plan, f->beta, product);
  f->ada = remit_test_add_person (store, "Ada Lovelace");
  f->ben = remit_test_add_person (store, "Ben Okri");
  f->cleo = remit_test_add_person (store, "Cleo Sol");
  add_need (f, store);
  add_skill (f, store);
  f->cleo_in_product = remit_test_add_assignment (store, f->plan, f->product, f->cleo, 60);
}

void
board_fixture_set_up (BoardFixture *f,
                      gconstpointer data)
{
  f->folder = remit_test_make_folder ();
  f->window = remit_test_app_open (f->folder);
  f->workspace = remit_window_get_workspace (f->window);
  add_plan (f);
  remit_window_set_plan (f->window, f->plan);
  remit_test_settle ();
  f->board = REMIT_BOARD (remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_BOARD));
  f->pool = REMIT_POOL (remit_test_find (GTK_WIDGET (f->window), REMIT_TYPE_POOL));
}

void
board_fixture_tear_down (BoardFixture *f,
                         gconstpointer data)
{
  gpointer board = f->board;
  gpointer pool = f->pool;

  g_object_add_weak_pointer (board, &board);
  g_object_add_weak_pointer (pool, &pool);
  remit_test_app_close (f->window);
  g_assert_null (board);
  g_assert_null (pool);
  remit_test_remove_folder (f->folder);
  g_free (f->before);
}

static gint64
get_shown (GtkWidget *widget)
{
  return REMIT_IS_SLOT_CARD (widget) ? remit_slot_card_get_slot (REMIT_SLOT_CARD (widget))
                                     : remit_team_head_get_team (REMIT_TEAM_HEAD (widget));
}

/* Returns: (nullable): the card or head of @type that shows @id, in @widget or within */
static GtkWidget *
find_within (GtkWidget *widget,
             GType type,
             gint64 id)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_child_visible (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return get_shown (widget) == id ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_within (child, type, id);
  return found;
}

static GtkWidget *
find_child (BoardFixture *f,
            GType type,
            gint64 id)
{
  GtkWidget *found = find_within (GTK_WIDGET (f->board), type, id);

  if (found != NULL)
    return found;
  g_error ("Nothing on the board shows it");
}

GtkWidget *
board_fixture_card (BoardFixture *f,
                    gint64 slot)
{
  return find_child (f, REMIT_TYPE_SLOT_CARD, slot);
}

GtkWidget *
board_fixture_head (BoardFixture *f,
                    gint64 team)
{
  return find_child (f, REMIT_TYPE_TEAM_HEAD, team);
}

GtkWidget *
board_fixture_chip (BoardFixture *f,
                    gint64 slot,
                    gint64 assignment)
{
  return remit_slot_card_get_chip (REMIT_SLOT_CARD (board_fixture_card (f, slot)), assignment);
}

static gpointer
find_controller (GtkWidget *widget,
                 GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  return NULL;
}

void
board_fixture_hover (BoardFixture *f,
                     GtkWidget *widget,
                     const RemitDrag *drag)
{
  GtkWidget *board = GTK_WIDGET (f->board);
  GdkDragAction action;
  double x, y;

  remit_drag_hub_set_drag (f->board->hub, drag);
  g_assert_true (gtk_widget_translate_coordinates (
    widget, board, gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget) - 4, &x, &y));
  g_signal_emit_by_name (find_controller (board, GTK_TYPE_DROP_TARGET), "motion", x, y, &action);
  remit_test_settle ();
}

gboolean
board_fixture_drop (GtkWidget *target,
                    GtkWidget *widget,
                    double x,
                    double y,
                    RemitDrag *drag)
{
  g_auto (GValue) value = G_VALUE_INIT;
  double at_x, at_y;
  gboolean taken = FALSE;

  remit_test_settle ();
  g_assert_true (gtk_widget_translate_coordinates (widget, target,
                                                   x * gtk_widget_get_width (widget),
                                                   y * gtk_widget_get_height (widget), &at_x,
                                                   &at_y));
  g_value_init (&value, REMIT_TYPE_DRAG);
  g_value_take_boxed (&value, drag);
  g_signal_emit_by_name (find_controller (target, GTK_TYPE_DROP_TARGET), "drop", &value, at_x,
                         at_y, &taken);
  remit_test_settle ();
  return taken;
}

RemitDrag *
board_fixture_drag (BoardFixture *f,
                    gint64 person,
                    gint64 assignment)
{
  RemitEntity *entity = remit_workspace_get (f->workspace, REMIT_KIND_PERSON, person);
  RemitDrag *drag = remit_drag_new (REMIT_DRAG_PEOPLE, 0,
                                    remit_entity_get_text (entity, REMIT_PERSON_NAME));

  remit_drag_add (drag, person, assignment);
  return drag;
}

static gboolean
activate_shortcut (GtkWidget *widget,
                   GListModel *shortcuts,
                   guint keyval,
                   GdkModifierType modifiers)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger)
          && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval
          && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers
          && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                           gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

gboolean
board_fixture_key (GtkWidget *widget,
                   guint keyval,
                   GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; !taken && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        taken = activate_shortcut (widget, G_LIST_MODEL (controller), keyval, modifiers);
    }
  remit_test_settle ();
  return taken;
}

gint64
board_fixture_find (BoardFixture *f,
                    gint64 person,
                    gint64 slot)
{
  GPtrArray *assignments = remit_workspace_get_referring (f->workspace, REMIT_KIND_ASSIGNMENT,
                                                          REMIT_ASSIGNMENT_SLOT, slot);

  for (guint i = 0; i < assignments->len; i++)
    if (remit_entity_get_integer (g_ptr_array_index (assignments, i), REMIT_ASSIGNMENT_PERSON)
        == person)
      return remit_entity_get_id (g_ptr_array_index (assignments, i));
  return 0;
}

void
board_fixture_remember (BoardFixture *f)
{
  g_free (f->before);
  f->before = remit_test_dump (remit_workspace_get_store (f->workspace));
}

void
board_fixture_check_undo (BoardFixture *f)
{
  RemitStore *store = remit_workspace_get_store (f->workspace);
  g_autofree char *after = remit_test_dump (store);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (after, !=, f->before);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), "win.undo", NULL));
  remit_test_settle ();
  undone = remit_test_dump (store);
  g_assert_cmpstr (undone, ==, f->before);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), "win.redo", NULL));
  remit_test_settle ();
  redone = remit_test_dump (store);
  g_assert_cmpstr (redone, ==, after);
}

void
board_fixture_check_same (BoardFixture *f)
{
  g_autofree char *now = remit_test_dump (remit_workspace_get_store (f->workspace));

  g_assert_cmpstr (now, ==, f->before);
}

void
board_fixture_check_said (BoardFixture *f,
                          const char *text)
{
  const char *said = remit_test_get_said (f->window);

  if (strstr (said, text) == NULL)
    g_error ("“%s” is not in what was said: “%s”", text, said);
}
