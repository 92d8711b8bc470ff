/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pool: all people, searched and filtered, to be dragged onto the board. */
#include "remit-pool-private.h"

#include <glib/gi18n.h>

#include "board/state/remit-touched.h"
#include "plan/design/remit-design.h"
#include "plan/placement/remit-placement.h"
#include "widgets/drawing/remit-finding-mark.h"
#include "widgets/remit-announce.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-tooltip.h"
#include "widgets/remit-try.h"

/* The first frame has as many rows as the window shows, and no more than these. */
#define FIRST_ROWS 24

/* Pixels: a row is higher, and the list lower than the window. */
#define LEAST_ROW_HEIGHT 56

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

void
remit_pool_pick_up (RemitPool *self,
                    RemitEntity *person)
{
  g_autoptr (RemitDrag) drag = NULL;

  if (remit_edits_refuse (self, self->workspace))
    return;
  drag = create_drag (self, person);
  g_signal_emit_by_name (self, "pick-up", drag);
}

void
remit_pool_assign (RemitPool *self,
                   RemitEntity *person)
{
  g_autoptr (RemitDrag) drag = create_drag (self, person);
  g_autoptr (GArray) placements = NULL;

  placements = remit_drag_get_placements (drag, remit_pool_people_get_slot (self->people), 0,
                                          FALSE);
  remit_try_place (GTK_WIDGET (self), self->workspace,
                   (const RemitPlacement *) (gpointer) placements->data, placements->len, NULL);
}

static void
on_activate (RemitPool *self,
             guint position)
{
  g_autoptr (RemitEntity) person = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                          position);

  if (person == NULL)
    return;
  if (remit_pool_people_get_slot (self->people) != 0)
    remit_pool_assign (self, person);
  else
    remit_pool_pick_up (self, person);
}

RemitPoolRow *
remit_pool_get_focused_row (RemitPool *self)
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

  if (remit_pool_get_focused_row (self) == NULL || flap == NULL)
    return FALSE;
  return gtk_widget_child_focus (adw_flap_get_content (ADW_FLAP (flap)), GTK_DIR_TAB_FORWARD);
}

static gboolean
on_shift_tab (GtkWidget *widget,
              GVariant *args,
              gpointer data)
{
  RemitPool *self = REMIT_POOL (widget);

  return remit_pool_get_focused_row (self) != NULL
         && gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
on_space (GtkWidget *widget,
          GVariant *args,
          gpointer data)
{
  RemitPool *self = REMIT_POOL (widget);
  RemitPoolRow *row = remit_pool_get_focused_row (self);

  if (row == NULL || remit_pool_row_get_person (row) == NULL)
    return FALSE;
  remit_pool_pick_up (self, remit_pool_row_get_person (row));
  return TRUE;
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

  remit_drag_hub_add_source (self->hub, row, row, create_row_drag);
  g_signal_connect (click, "released", G_CALLBACK (on_row_clicked), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  remit_pool_add_menu_click (row);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (RemitPool *self,
         GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  remit_pool_row_bind (REMIT_POOL_ROW (row), self->workspace, self->plan,
                       remit_pool_people_get_slot (self->people),
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

/* ── Whom it lists ────────────────────────────────────────────────────────────────────────── */

static char *
dup_count (RemitPool *self,
           guint n,
           guint all)
{
  if (n == all)
    return g_strdup_printf (ngettext ("%'u person", "%'u people", all), all);
  /* Translators: how many people are shown, and how many there are */
  return g_strdup_printf (ngettext ("%'u of %'u person", "%'u of %'u people", all), n, all);
}

/* How many there are is known when all have been looked at. */
static void
update_count (RemitPool *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->people));
  guint all = self->workspace != NULL
                ? g_list_model_get_n_items (remit_workspace_get_list (self->workspace,
                                                                      REMIT_KIND_PERSON))
                : 0;
  g_autofree char *text = NULL;

  if (remit_pool_people_is_looking (self->people))
    return;
  text = dup_count (self, n, all);
  gtk_label_set_label (self->count, text);
  remit_announce_found (GTK_WIDGET (self->search), text);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : all > 0 ? "none" : "empty");
}

static void
show_filtered (RemitPool *self)
{
  g_autofree char *by = remit_pool_filters_dup_summary (self->filters);

  gtk_label_set_label (self->filtered_by, by != NULL ? by : "");
  remit_tooltip_set (GTK_WIDGET (self->filtered_by), by);
  gtk_widget_set_visible (self->filtered, by != NULL);
}

/* Rows tell of another slot together with the order that is for it. */
static void
show_fits (RemitPool *self)
{
  gint64 slot = remit_pool_people_get_slot (self->people);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    remit_pool_row_set_slot (row, slot);
}

static void
show_slot (RemitPool *self)
{
  gint64 slot = remit_pool_people_get_slot (self->people);
  g_autofree char *name = slot != 0 ? remit_design_dup_name (self->workspace, REMIT_KIND_SLOT, slot)
                                    : NULL;
  /* Translators: a slot */
  g_autofree char *text = name != NULL ? g_strdup_printf (_ ("Best fit for %s"), name) : NULL;

  gtk_label_set_label (self->candidates_for, text != NULL ? text : "");
  gtk_widget_set_visible (self->candidates, text != NULL);
}

/* Undo takes back what was done, and not what was typed to do it. */
static void
forget_typing (RemitPool *self)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->search), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->search), TRUE);
}

/* Whoever was to be taken by Enter before they were found is taken now. */
static void
on_found (RemitPool *self,
          gboolean is_new)
{
  gboolean take_first = self->take_first;

  self->take_first = FALSE;
  if (is_new && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
  show_filtered (self);
  show_slot (self);
  show_fits (self);
  update_count (self);
  if (!take_first || remit_pool_people_get_slot (self->people) == 0)
    return;
  on_activate (self, 0);
  forget_typing (self);
}

/* The list itself would go to where the keyboard was in it before. */
static gboolean
focus_first (RemitPool *self)
{
  g_autoptr (RemitEntity) first = g_list_model_get_item (G_LIST_MODEL (self->selection), 0);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    if (first != NULL && remit_pool_row_get_person (row) == first)
      return gtk_widget_grab_focus (gtk_widget_get_parent (row));
  return gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/* From what is searched for to what was found. */
static gboolean
on_search_key (RemitPool *self,
               guint keyval)
{
  return (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down) && focus_first (self);
}

static void
search (RemitPool *self)
{
  remit_pool_people_set_words (self->people, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* The entry tells what was typed a moment later. */
static void
on_search_activated (RemitPool *self)
{
  if (remit_pool_people_get_slot (self->people) == 0)
    return;
  search (self);
  self->take_first = TRUE;
  if (!remit_pool_people_is_looking (self->people))
    on_found (self, FALSE);
}

static void
on_clear_filters (GtkWidget *widget,
                  const char *name G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  RemitPool *self = REMIT_POOL (widget);

  remit_pool_filters_clear (self->filters);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
rebind (RemitPool *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    remit_pool_row_bind (row, self->workspace, self->plan,
                         remit_pool_people_get_slot (self->people),
                         remit_pool_row_get_person (row), self->checker);
}

void
remit_pool_show_candidates (RemitPool *self,
                            gint64 slot)
{
  g_return_if_fail (REMIT_IS_POOL (self));

  if (self->workspace == NULL
      || remit_workspace_get (self->workspace, REMIT_KIND_SLOT, slot) == NULL)
    slot = 0;
  if (remit_pool_people_get_slot (self->people) == slot)
    return;
  self->take_first = FALSE;
  remit_pool_people_set_slot (self->people, slot);
  show_slot (self);
}

static void
on_show_all (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  remit_pool_show_candidates (REMIT_POOL (widget), 0);
  remit_pool_focus_search (REMIT_POOL (widget));
}

/* Returns: (transfer full): all people, by name */
static GListModel *
list_everybody (RemitWorkspace *workspace)
{
  GtkExpression *name = gtk_property_expression_new (remit_entity_get_type_of (REMIT_KIND_PERSON),
                                                     NULL, "name");
  GListModel *all = g_object_ref (remit_workspace_get_list (workspace, REMIT_KIND_PERSON));

  return G_LIST_MODEL (gtk_sort_list_model_new (all, GTK_SORTER (gtk_string_sorter_new (name))));
}

static gboolean
complete (gpointer data)
{
  RemitPool *self = data;

  self->complete_id = 0;
  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
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

/* A list makes widgets for more rows than are in sight, for which the first frame need not wait. */
static void
complete_later (RemitPool *self)
{
  if (self->complete_id != 0)
    return;
  gtk_slice_list_model_set_size (self->shown, get_first_rows (self));
  self->complete_id = g_idle_add_full (G_PRIORITY_LOW, complete, self, NULL);
}

/* ── Following the workspace ──────────────────────────────────────────────────────────────── */

/* Whether what rows say of the slot is something else now. */
static gboolean
is_slot_touched (RemitPool *self,
                 const RemitTouched *touched)
{
  RemitEntity *slot = remit_workspace_get (self->workspace, REMIT_KIND_SLOT,
                                           remit_pool_people_get_slot (self->people));

  return slot != NULL && remit_touched_has_card (touched, self->workspace, slot);
}

static void
on_changed (RemitPool *self,
            GPtrArray *changes)
{
  g_autoptr (RemitTouched) touched = remit_touched_new (self->workspace, changes);
  gboolean all = is_slot_touched (self, touched);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    if (all || remit_touched_has (touched, remit_entity_get_id (remit_pool_row_get_person (row))))
      remit_pool_row_refresh (row);
  update_count (self);
}

static void
set_workspace (RemitPool *self,
               RemitWorkspace *workspace)
{
  static const char *const edits[] = { "pool.pick-up", "pool.assign", NULL };

  if (self->workspace != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->workspace, on_changed, self);
      g_clear_handle_id (&self->complete_id, g_source_remove);
    }
  g_clear_object (&self->everybody);
  g_set_object (&self->workspace, workspace);
  remit_edits_enable (GTK_WIDGET (self), workspace, edits);
  if (workspace == NULL)
    return;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  self->everybody = list_everybody (workspace);
  complete_later (self);
}

void
remit_pool_set_plan (RemitPool *self,
                     RemitWorkspace *workspace,
                     gint64 plan)
{
  gboolean is_new;

  g_return_if_fail (REMIT_IS_POOL (self));

  is_new = self->workspace != workspace;
  if (is_new)
    set_workspace (self, workspace);
  self->plan = plan;
  remit_pool_people_set_plan (self->people, workspace, plan, self->everybody);
  /* bound rows show the load in the former plan */
  if (!is_new)
    rebind (self);
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
  remit_pool_end_drop (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->everybody);
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
  gtk_widget_class_bind_template_child (widget_class, RemitPool, filter_button);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, filters);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, filtered);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, filtered_by);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, candidates);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, candidates_for);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, people);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, scrolled);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, list);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, count);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, shown);
  gtk_widget_class_bind_template_child (widget_class, RemitPool, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, update_count);
  gtk_widget_class_bind_template_callback (widget_class, on_found);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
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
  remit_pool_install_menu (widget_class);
  gtk_widget_class_install_action (widget_class, "pool.show-all", NULL, on_show_all);
  gtk_widget_class_install_action (widget_class, "pool.clear-filters", NULL, on_clear_filters);
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
    { GDK_KEY_space, 0, on_space },
    { GDK_KEY_Tab, 0, on_tab },
    { GDK_KEY_Tab, GDK_SHIFT_MASK, on_shift_tab },
    { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, on_shift_tab },
    { GDK_KEY_Menu, 0, remit_pool_on_menu_key },
    { GDK_KEY_F10, GDK_SHIFT_MASK, remit_pool_on_menu_key },
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
  g_type_ensure (REMIT_TYPE_POOL_FILTERS);
  g_type_ensure (REMIT_TYPE_POOL_PEOPLE);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->bound = g_hash_table_new (NULL, NULL);
  remit_pool_filters_set_people (self->filters, self->people);
  remit_pool_add_drop_target (self);
  add_keys (self);
}

RemitPool *
remit_pool_new (RemitDragHub *hub)
{
  RemitPool *self = g_object_new (REMIT_TYPE_POOL, NULL);

  self->hub = g_object_ref (hub);
  return self;
}
