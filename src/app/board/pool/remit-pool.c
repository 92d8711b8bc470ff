/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pool: all people, searched and filtered, to be dragged onto the board. */
#include "remit-pool.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "board/state/remit-touched.h"
#include "plan/placement/remit-placement.h"
#include "remit-pool-filter.h"
#include "remit-pool-row.h"
#include "widgets/drawing/remit-finding-mark.h"
#include "widgets/pickers/remit-choices.h"
#include "widgets/remit-announce.h"
#include "widgets/remit-try.h"
#include "widgets/remit-menu.h"
#include "widgets/remit-place.h"
#include "widgets/scrolling/remit-edge-scroll.h"
#include "widgets/scrolling/remit-tick.h"

/* The first frame has as many rows as the window shows, and no more than these. */
#define FIRST_ROWS 24

/* Pixels: a row is higher, and the list lower than the window. */
#define LEAST_ROW_HEIGHT 56

struct _RemitPool
{
  GtkWidget parent_instance;

  RemitWorkspace *workspace;
  RemitChecker *checker;
  gint64 plan;
  RemitDragHub *hub;
  RemitPoolFilter *filter;
  GtkFilterListModel *filtered;
  GtkSliceListModel *shown;
  GtkMultiSelection *selection;
  GHashTable *bound;
  guint complete_id;
  guint scroll_tick;
  double pointer_y;

  GtkWidget *box;
  GtkSearchEntry *search;
  GtkToggleButton *free_button;
  GtkToggleButton *unassigned_button;
  GtkDropDown *skill;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkGridView *list;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (RemitPool, remit_pool, GTK_TYPE_WIDGET)

/* ── What is carried ──────────────────────────────────────────────────────────────────────── */

static char *
dup_drag_name (GPtrArray *people)
{
  if (people->len == 1)
    return g_strdup (remit_entity_get_text (g_ptr_array_index (people, 0), REMIT_PERSON_NAME));
  return g_strdup_printf (ngettext ("%u person", "%u people", people->len), people->len);
}

/* Everybody who is selected, if @person is; else @person alone. */
static RemitDrag *
create_drag (RemitPool *self,
             RemitEntity *person)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (
    GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *name = NULL;
  GtkBitsetIter iter;
  RemitDrag *drag;
  gboolean among = FALSE;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      RemitEntity *other = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      among = among || other == person;
      g_ptr_array_add (people, other);
    }
  if (!among)
    {
      g_ptr_array_set_size (people, 0);
      g_ptr_array_add (people, g_object_ref (person));
    }

  name = dup_drag_name (people);
  drag = remit_drag_new (REMIT_DRAG_PEOPLE, 0, name);
  for (guint i = 0; i < people->len; i++)
    remit_drag_add (drag, remit_entity_get_id (g_ptr_array_index (people, i)), 0);
  return drag;
}

static RemitDrag *
create_row_drag (GtkWidget *row)
{
  RemitPool *self = REMIT_POOL (gtk_widget_get_ancestor (row, REMIT_TYPE_POOL));
  RemitEntity *person = remit_pool_row_get_person (REMIT_POOL_ROW (row));

  return self != NULL && person != NULL ? create_drag (self, person) : NULL;
}

static void
pick_up (RemitPool *self,
         RemitEntity *person)
{
  g_autoptr (RemitDrag) drag = create_drag (self, person);

  g_signal_emit_by_name (self, "pick-up", drag);
}

static void
on_activate (RemitPool *self,
             guint position)
{
  g_autoptr (RemitEntity) person = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                          position);

  if (person != NULL)
    pick_up (self, person);
}

static RemitPoolRow *
get_focused_row (RemitPool *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return REMIT_IS_POOL_ROW (child) ? REMIT_POOL_ROW (child) : NULL;
}

/* Tab leaves the list for the board; else it would visit every person on the way. */
static gboolean
on_tab (GtkWidget *widget,
        GVariant *args,
        gpointer data)
{
  RemitPool *self = REMIT_POOL (widget);
  GtkWidget *flap = gtk_widget_get_ancestor (widget, ADW_TYPE_FLAP);

  if (get_focused_row (self) == NULL || flap == NULL)
    return FALSE;
  return gtk_widget_child_focus (adw_flap_get_content (ADW_FLAP (flap)), GTK_DIR_TAB_FORWARD);
}

static gboolean
on_shift_tab (GtkWidget *widget,
              GVariant *args,
              gpointer data)
{
  RemitPool *self = REMIT_POOL (widget);

  return get_focused_row (self) != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->skill));
}

static gboolean
on_space (GtkWidget *widget,
          GVariant *args,
          gpointer data)
{
  RemitPool *self = REMIT_POOL (widget);
  RemitPoolRow *row = get_focused_row (self);

  if (row == NULL || remit_pool_row_get_person (row) == NULL)
    return FALSE;
  pick_up (self, remit_pool_row_get_person (row));
  return TRUE;
}

/* ── The menu of a person ─────────────────────────────────────────────────────────────────── */

static void
on_pick_up (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  RemitPool *self = REMIT_POOL (widget);
  RemitEntity *person = remit_workspace_get (self->workspace, REMIT_KIND_PERSON,
                                             g_variant_get_int64 (parameter));

  if (person != NULL)
    pick_up (self, person);
}

static void
show_menu (GtkWidget *row,
           const GdkRectangle *place)
{
  gint64 person = remit_entity_get_id (remit_pool_row_get_person (REMIT_POOL_ROW (row)));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) put = g_menu_item_new (_ ("Put Into a Slot…"), NULL);
  g_autoptr (GMenuItem) inspect = g_menu_item_new (_ ("Details"), NULL);
  g_autoptr (GMenuItem) show = g_menu_item_new (_ ("Show on Board"), NULL);
  RemitPool *pool = (RemitPool *) gtk_widget_get_ancestor (row, REMIT_TYPE_POOL);

  g_menu_item_set_action_and_target (put, "pool.pick-up", "x", person);
  g_menu_item_set_action_and_target (inspect, "win.inspect", "(ix)", (int) REMIT_KIND_PERSON,
                                     person);
  g_menu_append_item (menu, put);
  g_menu_append_item (menu, inspect);
  if (pool != NULL
      && remit_place_is_on_board (pool->workspace, pool->plan, REMIT_KIND_PERSON, person))
    {
      g_menu_item_set_action_and_target (show, "win.show-place", "(ixix)", (int) REMIT_KIND_PERSON,
                                         person, (int) REMIT_KIND_NONE, (gint64) 0);
      g_menu_append_item (menu, show);
    }
  remit_menu_popup (row, G_MENU_MODEL (menu), place);
}

static gboolean
on_menu_key (GtkWidget *widget,
             GVariant *args,
             gpointer data)
{
  RemitPool *self = REMIT_POOL (widget);
  RemitPoolRow *row = get_focused_row (self);
  GdkRectangle place = { 0 };

  if (row == NULL || remit_pool_row_get_person (row) == NULL)
    return FALSE;
  place.width = gtk_widget_get_width (GTK_WIDGET (row));
  place.height = gtk_widget_get_height (GTK_WIDGET (row));
  show_menu (GTK_WIDGET (row), &place);
  return TRUE;
}

static void
on_menu_pressed (GtkGestureClick *gesture,
                 int n_press,
                 double x,
                 double y,
                 GtkWidget *row)
{
  GtkWidget *pool = gtk_widget_get_ancestor (row, REMIT_TYPE_POOL);
  GdkRectangle place = { (int) x, (int) y, 1, 1 };

  if (pool == NULL || remit_pool_row_get_person (REMIT_POOL_ROW (row)) == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (row, &place);
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static void
on_row_clicked (GtkGestureClick *gesture,
                int n_press,
                double x,
                double y,
                GtkWidget *row)
{
  RemitEntity *person = remit_pool_row_get_person (REMIT_POOL_ROW (row));
  GdkModifierType state = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (gesture));

  if (person != NULL && n_press == 1 && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    gtk_widget_activate_action (row, "win.inspect", "(ix)", (int) REMIT_KIND_PERSON,
                                remit_entity_get_id (person));
}

static void
on_setup (RemitPool *self,
          GtkListItem *item)
{
  GtkWidget *row = g_object_new (REMIT_TYPE_POOL_ROW, NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  remit_drag_hub_add_source (self->hub, row, row, create_row_drag);
  g_signal_connect (click, "released", G_CALLBACK (on_row_clicked), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (menu));
  gtk_list_item_set_child (item, row);
}

static void
on_bind (RemitPool *self,
         GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  remit_pool_row_bind (REMIT_POOL_ROW (row), self->workspace, self->plan,
                       gtk_list_item_get_item (item), self->checker);
  g_hash_table_add (self->bound, row);
}

static void
on_unbind (RemitPool *self,
           GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_hash_table_remove (self->bound, row);
  remit_pool_row_unbind (REMIT_POOL_ROW (row));
}

/* ── Filters ──────────────────────────────────────────────────────────────────────────────── */

/* How many there are is known when the filter has seen all. */
static void
update_count (RemitPool *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint all = self->workspace != NULL
                ? g_list_model_get_n_items (remit_workspace_get_list (self->workspace,
                                                                      REMIT_KIND_PERSON))
                : 0;
  g_autofree char *text = NULL;

  if (gtk_filter_list_model_get_pending (self->filtered) > 0)
    return;
  if (n == all)
    text = g_strdup_printf (ngettext ("%'u person", "%'u people", all), all);
  else
    /* Translators: how many people are shown, and how many there are */
    text = g_strdup_printf (ngettext ("%'u of %'u person", "%'u of %'u people", all), n, all);
  gtk_label_set_label (self->count, text);
  remit_announce_found (GTK_WIDGET (self->search), text);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : all > 0 ? "none" : "empty");
}

/* From what is searched for to what was found. */
static gboolean
on_search_key (RemitPool *self,
               guint keyval,
               guint keycode,
               GdkModifierType state)
{
  return (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
         && gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
on_search_changed (RemitPool *self)
{
  remit_pool_filter_set_words (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_toggled (RemitPool *self)
{
  remit_pool_filter_set_only (self->filter, gtk_toggle_button_get_active (self->free_button),
                              gtk_toggle_button_get_active (self->unassigned_button));
}

static void
on_skill_selected (RemitPool *self)
{
  remit_pool_filter_set_skill (self->filter, remit_choices_get (self->skill));
}

/* Returns: (transfer full): all entities of a kind, by name */
static GListModel *
create_list (RemitPool *self,
             RemitKind kind)
{
  GtkExpression *name = gtk_property_expression_new (remit_entity_get_type_of (kind), NULL,
                                                     "name");
  GListModel *all = g_object_ref (remit_workspace_get_list (self->workspace, kind));

  return G_LIST_MODEL (gtk_sort_list_model_new (all, GTK_SORTER (gtk_string_sorter_new (name))));
}

static gboolean
complete (gpointer data)
{
  RemitPool *self = data;

  self->complete_id = 0;
  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
  remit_choices_offer (self->skill, _ ("Any skill"), FALSE,
                       create_list (self, REMIT_KIND_SKILL));
  return G_SOURCE_REMOVE;
}

/* How many there are is known with the window. */
static guint
get_first_rows (RemitPool *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int width, height;

  if (!GTK_IS_WINDOW (root))
    return 0;
  if (gtk_window_is_maximized (GTK_WINDOW (root)))
    return FIRST_ROWS;
  gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  return (guint) CLAMP (height / LEAST_ROW_HEIGHT, 1, FIRST_ROWS);
}

/* A list and a drop-down make widgets for more rows than are in sight, for which the first frame
 * need not wait. */
static void
complete_later (RemitPool *self)
{
  if (self->complete_id != 0)
    return;
  gtk_slice_list_model_set_size (self->shown, get_first_rows (self));
  self->complete_id = g_idle_add_full (G_PRIORITY_LOW, complete, self, NULL);
}

/* ── Following the workspace ──────────────────────────────────────────────────────────────── */

static void
on_changed (RemitPool *self,
            GPtrArray *changes)
{
  g_autoptr (RemitTouched) touched = remit_touched_new (self->workspace, changes);
  GHashTableIter iter;
  gpointer row;

  if (remit_pool_filter_is_touched (self->filter, self->filtered, touched))
    remit_pool_filter_refresh (self->filter);
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    if (remit_touched_has (touched, remit_entity_get_id (remit_pool_row_get_person (row))))
      remit_pool_row_refresh (row);
  update_count (self);
}

void
remit_pool_set_plan (RemitPool *self,
                     RemitWorkspace *workspace,
                     gint64 plan)
{
  gboolean is_new = self->workspace != workspace;

  g_return_if_fail (REMIT_IS_POOL (self));

  if (is_new && self->workspace != NULL)
    {
      gtk_filter_list_model_set_model (self->filtered, NULL);
      g_signal_handlers_disconnect_by_func (self->workspace, on_changed, self);
      gtk_drop_down_set_model (self->skill, NULL);
      g_clear_handle_id (&self->complete_id, g_source_remove);
    }
  g_set_object (&self->workspace, workspace);
  self->plan = plan;
  remit_pool_filter_set_plan (self->filter, workspace, plan);
  if (workspace == NULL)
    return;

  if (is_new)
    {
      g_autoptr (GListModel) people = create_list (self, REMIT_KIND_PERSON);

      g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self,
                               G_CONNECT_SWAPPED);
      complete_later (self);
      gtk_filter_list_model_set_model (self->filtered, people);
    }
  else
    {
      /* Bound rows show the load in the former plan. */
      GHashTableIter iter;
      gpointer row;

      g_hash_table_iter_init (&iter, self->bound);
      while (g_hash_table_iter_next (&iter, &row, NULL))
        remit_pool_row_bind (row, workspace, plan, remit_pool_row_get_person (row),
                             self->checker);
    }
  update_count (self);
}

static void
show_findings (RemitPool *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    remit_pool_row_show_findings (row, self->checker);
}

void
remit_pool_set_checker (RemitPool *self,
                        RemitChecker *checker)
{
  g_return_if_fail (REMIT_IS_POOL (self));

  if (remit_finding_mark_watch (&self->checker, checker, G_CALLBACK (show_findings), self))
    show_findings (self);
}

void
remit_pool_focus_search (RemitPool *self)
{
  g_return_if_fail (REMIT_IS_POOL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* ── Drops: out of a slot, back to the pool ───────────────────────────────────────────────── */

static gboolean
may_drop (const RemitDrag *drag)
{
  if (drag == NULL || drag->kind != REMIT_DRAG_PEOPLE)
    return FALSE;
  for (guint i = 0; i < drag->placements->len; i++)
    if (g_array_index (drag->placements, RemitPlacement, i).assignment != 0)
      return TRUE;
  return FALSE;
}

/* The edges are those of the list, which begins below search and filters. */
static gboolean
on_scroll_tick (GtkWidget *widget,
                GdkFrameClock *clock,
                gpointer data)
{
  RemitPool *self = REMIT_POOL (widget);
  GtkWidget *scrolled = GTK_WIDGET (self->scrolled);
  double x, y;

  if (gtk_widget_get_mapped (scrolled)
      && gtk_widget_translate_coordinates (widget, scrolled, 0, self->pointer_y, &x, &y))
    remit_edge_scroll (gtk_scrolled_window_get_vadjustment (self->scrolled), MAX (0, y),
                       gtk_widget_get_height (scrolled));
  return G_SOURCE_CONTINUE;
}

static GdkDragAction
on_motion (GtkDropTarget *target,
           double x,
           double y,
           RemitPool *self)
{
  if (!may_drop (remit_drag_hub_get_drag (self->hub)))
    return 0;
  self->pointer_y = y;
  remit_tick_start (GTK_WIDGET (self), &self->scroll_tick, on_scroll_tick);
  gtk_widget_add_css_class (GTK_WIDGET (self), "target");
  return GDK_ACTION_MOVE;
}

static void
on_leave (GtkDropTarget *target,
          RemitPool *self)
{
  remit_tick_stop (GTK_WIDGET (self), &self->scroll_tick);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "target");
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         RemitPool *self)
{
  const RemitDrag *drag = g_value_get_boxed (value);
  g_autoptr (GArray) placements = NULL;

  remit_tick_stop (GTK_WIDGET (self), &self->scroll_tick);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "target");
  if (self->workspace == NULL || !may_drop (drag))
    return FALSE;

  placements = remit_drag_get_placements (drag, 0, FALSE);
  return remit_try_place (GTK_WIDGET (self), self->workspace,
                          (const RemitPlacement *) placements->data, placements->len, NULL);
}

static void
add_drop_target (RemitPool *self)
{
  GtkDropTarget *target = gtk_drop_target_new (REMIT_TYPE_DRAG, GDK_ACTION_COPY | GDK_ACTION_MOVE);

  g_signal_connect (target, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_pool_root (GtkWidget *widget)
{
  RemitPool *self = REMIT_POOL (widget);

  GTK_WIDGET_CLASS (remit_pool_parent_class)->root (widget);

  if (self->complete_id != 0)
    gtk_slice_list_model_set_size (self->shown, get_first_rows (self));
}

static void
remit_pool_dispose (GObject *object)
{
  RemitPool *self = REMIT_POOL (object);

  g_clear_handle_id (&self->complete_id, g_source_remove);
  remit_tick_stop (GTK_WIDGET (self), &self->scroll_tick);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->checker);
  g_clear_object (&self->hub);

  G_OBJECT_CLASS (remit_pool_parent_class)->dispose (object);
  g_clear_pointer (&self->bound, g_hash_table_unref); /* after the rows */
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/board/pool/remit-pool.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPool, box);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, search);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, free_button);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, unassigned_button);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, skill);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, scrolled);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, list);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, count);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, filter);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, filtered);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, shown);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, update_count);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_skill_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
remit_pool_class_init (RemitPoolClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_pool_dispose;
  widget_class->root = remit_pool_root;

  g_signal_new ("pick-up", REMIT_TYPE_POOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                REMIT_TYPE_DRAG);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "pool.pick-up", "x", on_pick_up);
  gtk_widget_class_set_css_name (widget_class, "remit-pool");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Before the list takes Space for its own selection, and Tab for the next row. */
static void
add_keys (RemitPool *self)
{
  static const struct {
    guint keyval;
    GdkModifierType modifiers;
    GtkShortcutFunc func;
  } keys[] = {
    { GDK_KEY_space, 0, on_space },        { GDK_KEY_Tab, 0, on_tab },
    { GDK_KEY_Tab, GDK_SHIFT_MASK, on_shift_tab },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, on_shift_tab },
    { GDK_KEY_Menu, 0, on_menu_key },      { GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, keys[i].modifiers),
                        gtk_callback_action_new (keys[i].func, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
remit_pool_init (RemitPool *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->bound = g_hash_table_new (NULL, NULL);
  add_drop_target (self);
  add_keys (self);
}

RemitPool *
remit_pool_new (RemitDragHub *hub)
{
  RemitPool *self = g_object_new (REMIT_TYPE_POOL, NULL);

  self->hub = g_object_ref (hub);
  return self;
}
