/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of all people, roles or skills of a workspace, with a search, to add, open and delete. */
#include "remit-entity-table.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "widgets/drawing/remit-load-bar.h"
#include "widgets/merge/remit-merge-dialog.h"
#include "widgets/remit-delete.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-find.h"
#include "widgets/remit-menu.h"
#include "widgets/remit-place.h"
#include "widgets/remit-text.h"
#include "widgets/remit-tooltip.h"
#include "widgets/remit-try.h"
#include "widgets/scrolling/remit-list-focus.h"

struct _RemitEntityTable
{
  AdwBin parent_instance;

  RemitKind kind;
  RemitWorkspace *workspace;
  gint64 plan;
  gulong handler;
  const RemitTableColumn *columns;
  guint n_columns;
  GtkFilter *filter;
  GtkStringFilter *names;
  GPtrArray *sorters; /* those by what is computed */
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  gboolean fresh;
  gint64 wanted; /* which is to be shown as soon as it is there */
  guint wanted_id;
  GtkMultiSelection *selection;
  GHashTable *bound; /* the items whose cells are there */
  GtkWidget *menu;
  guint width_id;

  GtkSearchEntry *search;
  GtkLabel *count;
  GtkMenuButton *add;
  GtkEntry *new_name;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkScrolledWindow *scrolled;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (RemitEntityTable, remit_entity_table, ADW_TYPE_BIN)

static const struct {
  RemitKind kind;
  const char *name;
  const char *add;
  const char *empty;
  const char *description;
  const char *icon;
} nouns[] = {
  { REMIT_KIND_PERSON, N_ ("People"), N_ ("Add a Person"), N_ ("No People Yet"),
    N_ ("Add people, or import them from a file"), "system-users-symbolic" },
  { REMIT_KIND_ROLE, N_ ("Roles"), N_ ("Add a Role"), N_ ("No Roles Yet"),
    N_ ("Add roles from the library, or create a plan from a template, which includes its roles"),
    "remit-roles-symbolic" },
  { REMIT_KIND_SKILL, N_ ("Skills"), N_ ("Add a Skill"), N_ ("No Skills Yet"),
    N_ ("Add skills from the library, or to a person or slot"), "remit-roles-symbolic" },
};

static guint
find_noun (RemitKind kind)
{
  guint i = 0;

  while (nouns[i].kind != kind)
    i++;
  return i;
}

/* ── Content ──────────────────────────────────────────────────────────────────────────────── */

/* How many there are is known when the filter has seen all. */
static void
show_count (RemitEntityTable *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint all = self->workspace != NULL
                  ? g_list_model_get_n_items (remit_workspace_get_list (self->workspace,
                                                                        self->kind))
                  : 0;
  g_autofree char *text = NULL;

  if (gtk_filter_list_model_get_pending (self->filtered) > 0)
    return;
  text = shown == all ? g_strdup_printf ("%'u", all)
                      /* Translators: how many are shown, and how many there are */
                      : g_strdup_printf (_ ("%'u of %'u"), shown, all);
  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, shown > 0 ? "list" : all > 0 ? "none" : "empty");
}

static const RemitTableColumn *
get_column (GtkListItemFactory *factory)
{
  return g_object_get_data (G_OBJECT (factory), "column");
}

static void
fill_cell (RemitEntityTable *self,
           GtkListItem *item,
           const RemitTableColumn *column)
{
  RemitEntity *entity = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;

  if (self->workspace == NULL || entity == NULL)
    return;
  if (column->get_load != NULL)
    {
      GtkWidget *bar = gtk_widget_get_first_child (label);
      int load, capacity;

      column->get_load (self->workspace, self->plan, entity, &load, &capacity);
      remit_load_bar_set (REMIT_LOAD_BAR (bar), load, capacity);
      label = gtk_widget_get_next_sibling (bar);
    }
  if (column->property != NULL)
    g_object_get (entity, column->property, &text, NULL);
  else
    text = column->dup_text (self->workspace, self->plan, entity);
  gtk_label_set_label (GTK_LABEL (label), text);
  remit_tooltip_set (label, text);
}

/* A list keeps in sight what was there before it was sorted; who has just come, or wants another
 * order, sees its begin. */
static void
show_begin (RemitEntityTable *self)
{
  GtkAdjustment *adjustment = self->fresh ? gtk_scrolled_window_get_vadjustment (self->scrolled)
                                          : NULL;

  if (adjustment == NULL || gtk_sort_list_model_get_pending (self->sorted) > 0
      || gtk_adjustment_get_page_size (adjustment) <= 0
      || g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) == 0)
    return;
  self->fresh = FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", 0);
}

static void
on_sorted_anew (RemitEntityTable *self)
{
  if (self->sorted == NULL) /* the view still sorts as its columns go */
    return;
  self->fresh = TRUE;
  show_begin (self);
}

static void
on_workspace_changed (RemitEntityTable *self)
{
  GHashTableIter iter;
  gpointer item, column;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &column))
    fill_cell (self, item, column);
  g_signal_handlers_block_by_func (gtk_column_view_get_sorter (self->view), on_sorted_anew, self);
  for (guint i = 0; i < self->sorters->len; i++)
    gtk_sorter_changed (g_ptr_array_index (self->sorters, i), GTK_SORTER_CHANGE_DIFFERENT);
  g_signal_handlers_unblock_by_func (gtk_column_view_get_sorter (self->view), on_sorted_anew, self);
  show_count (self);
}

/* ── Opening, adding, deleting ────────────────────────────────────────────────────────────── */

static void
inspect (RemitEntityTable *self,
         gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", "(ix)", (int) self->kind, id);
}

static void
on_activated (RemitEntityTable *self,
              guint position)
{
  g_autoptr (RemitEntity) entity = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (entity != NULL)
    inspect (self, remit_entity_get_id (entity));
}

static GArray *
get_selected (RemitEntityTable *self)
{
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (
      GTK_SELECTION_MODEL (self->selection));
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < gtk_bitset_get_size (bits); i++)
    {
      g_autoptr (RemitEntity) entity = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                              gtk_bitset_get_nth (bits, i));
      gint64 id = remit_entity_get_id (entity);

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
on_open (GtkWidget *widget,
         const char *action_name,
         GVariant *parameter)
{
  RemitEntityTable *self = REMIT_ENTITY_TABLE (widget);
  g_autoptr (GArray) ids = get_selected (self);

  if (ids->len > 0)
    inspect (self, g_array_index (ids, gint64, 0));
}

static void
on_show_on_board (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  RemitEntityTable *self = REMIT_ENTITY_TABLE (widget);
  g_autoptr (GArray) ids = get_selected (self);

  if (ids->len > 0)
    gtk_widget_activate_action (widget, "win.show-place", "(ixix)", (int) self->kind,
                                g_array_index (ids, gint64, 0), (int) REMIT_KIND_NONE, (gint64) 0);
}

static void
on_duplicated (GtkWidget *widget,
               RemitWorkspace *workspace,
               gint64 copy,
               gpointer data G_GNUC_UNUSED,
               const GError *error)
{
  if (remit_feedback_edit (widget, workspace, copy != 0, error))
    inspect (REMIT_ENTITY_TABLE (widget), copy);
}

static void
on_duplicate (GtkWidget *widget,
              const char *action_name,
              GVariant *parameter)
{
  RemitEntityTable *self = REMIT_ENTITY_TABLE (widget);
  g_autoptr (GArray) ids = get_selected (self);

  if (ids->len > 0)
    remit_try_duplicate (widget, self->workspace, self->kind, g_array_index (ids, gint64, 0),
                         on_duplicated);
}

/* Two that are selected are taken for duplicates; to one that is, the other has to be found. */
static void
on_merge (GtkWidget *widget,
          const char *action_name,
          GVariant *parameter)
{
  RemitEntityTable *self = REMIT_ENTITY_TABLE (widget);
  g_autoptr (GArray) ids = get_selected (self);

  if (ids->len == 1 || ids->len == 2)
    remit_merge_dialog_present (widget, self->workspace, self->kind,
                                g_array_index (ids, gint64, 0),
                                ids->len == 2 ? g_array_index (ids, gint64, 1) : 0);
}

static void
on_delete (GtkWidget *widget,
           const char *action_name,
           GVariant *parameter)
{
  RemitEntityTable *self = REMIT_ENTITY_TABLE (widget);
  g_autoptr (GArray) ids = get_selected (self);

  if (ids->len > 0)
    remit_delete_ask_all (widget, self->workspace, self->kind, (const gint64 *) (void *) ids->data,
                          ids->len);
}

/* A name that was not taken is there to be corrected. */
static void
on_added (GtkWidget *widget,
          RemitWorkspace *workspace,
          gint64 id,
          gpointer record,
          const GError *error)
{
  RemitEntityTable *self = REMIT_ENTITY_TABLE (widget);
  GtkEditable *name = GTK_EDITABLE (self->new_name);
  int field = remit_entity_info_find_field (remit_entity_info (self->kind), "name");

  if (remit_feedback_edit (widget, workspace, id != 0, error))
    inspect (self, id);
  else if (*gtk_editable_get_text (name) == '\0')
    gtk_editable_set_text (name, remit_record_get_text (record, (guint) field));
}

static void
on_add (RemitEntityTable *self)
{
  g_autofree char *name = remit_text_dup_line (self->new_name);
  g_autoptr (RemitRecord) record = remit_record_new (self->kind);
  int field = remit_entity_info_find_field (remit_entity_info (self->kind), "name");

  remit_record_set_text (record, (guint) field, name);
  if (!remit_try_create (GTK_WIDGET (self), self->workspace, record, on_added))
    return;
  gtk_menu_button_popdown (self->add);
  gtk_editable_set_text (GTK_EDITABLE (self->new_name), "");
}

/* ── The menu of a row ────────────────────────────────────────────────────────────────────── */

static GMenuModel *
create_menu (RemitEntityTable *self)
{
  g_autoptr (GArray) ids = get_selected (self);
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_Open"), "table.open");
  if (ids->len > 0 && remit_place_is_on_board (self->workspace, self->plan, self->kind,
                                               g_array_index (ids, gint64, 0)))
    g_menu_append (menu, _ ("Show on _Board"), "table.show-on-board");
  if (self->kind != REMIT_KIND_SKILL)
    g_menu_append (menu, _ ("_Duplicate"), "table.duplicate");
  if (ids->len <= 2)
    g_menu_append (menu, ids->len == 2 ? _ ("_Merge…") : _ ("_Merge With…"), "table.merge");
  g_menu_append (menu, _ ("De_lete"), "table.delete");
  return G_MENU_MODEL (menu);
}

static void
show_menu (RemitEntityTable *self,
           const GdkRectangle *place)
{
  g_autoptr (GMenuModel) model = NULL;

  if (self->menu != NULL)
    return;
  model = create_menu (self);
  g_set_weak_pointer (&self->menu, remit_menu_popup (GTK_WIDGET (self), model, place));
}

static void
on_menu_pressed (GtkGestureClick *gesture,
                 int n_press,
                 double x,
                 double y,
                 GtkListItem *item)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  RemitEntityTable *self =
    REMIT_ENTITY_TABLE (gtk_widget_get_ancestor (cell, REMIT_TYPE_ENTITY_TABLE));
  GdkRectangle place = { 0, 0, 1, 1 };
  double table_x, table_y;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (!gtk_list_item_get_selected (item))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection),
                                     gtk_list_item_get_position (item), TRUE);
  gtk_widget_translate_coordinates (cell, GTK_WIDGET (self), x, y, &table_x, &table_y);
  place.x = (int) table_x;
  place.y = (int) table_y;
  show_menu (self, &place);
}

static gboolean
on_menu_key (GtkWidget *widget,
             GVariant *args,
             gpointer data)
{
  RemitEntityTable *self = REMIT_ENTITY_TABLE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  g_autoptr (GtkBitset) bits = gtk_selection_model_get_selection (
      GTK_SELECTION_MODEL (self->selection));
  graphene_rect_t bounds;

  if (focus == NULL || gtk_bitset_is_empty (bits)
      || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return FALSE;
  show_menu (self, &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                    (int) bounds.size.width, (int) bounds.size.height });
  return TRUE;
}

/* ── Columns ──────────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
create_cell (const RemitTableColumn *column)
{
  GtkWidget *box;

  if (column->get_load == NULL)
    return create_label ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (box, 120, -1);
  gtk_box_append (GTK_BOX (box), remit_load_bar_new ());
  gtk_box_append (GTK_BOX (box), create_label ());
  return box;
}

static void
on_setup (RemitEntityTable *self,
          GtkListItem *item,
          GtkListItemFactory *factory)
{
  GtkWidget *cell = create_cell (get_column (factory));
  GtkGesture *menu = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), item);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (menu));
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (RemitEntityTable *self,
         GtkListItem *item,
         GtkListItemFactory *factory)
{
  g_hash_table_insert (self->bound, item, (gpointer) get_column (factory));
  fill_cell (self, item, get_column (factory));
}

static void
on_unbind (RemitEntityTable *self,
           GtkListItem *item,
           GtkListItemFactory *factory)
{
  g_hash_table_remove (self->bound, item);
}

typedef struct {
  RemitEntityTable *table; /* which has the sorter that this belongs to */
  const RemitTableColumn *column;
} Computed;

static gint64
compute (RemitEntity *entity,
         Computed *computed)
{
  RemitEntityTable *self = computed->table;

  return self->workspace != NULL
             ? computed->column->get_number (self->workspace, self->plan, entity)
             : 0;
}

static GtkSorter *
create_sorter (RemitEntityTable *self,
               const RemitTableColumn *column)
{
  Computed *computed;
  GtkSorter *sorter;

  if (column->property != NULL)
    return GTK_SORTER (gtk_string_sorter_new (
        gtk_property_expression_new (remit_entity_get_type_of (self->kind), NULL,
                                     column->property)));
  computed = g_new (Computed, 1);
  computed->table = self;
  computed->column = column;
  sorter = GTK_SORTER (gtk_numeric_sorter_new (
      gtk_cclosure_expression_new (G_TYPE_INT64, NULL, 0, NULL, G_CALLBACK (compute), computed,
                                   (GClosureNotify) (void (*) (void)) g_free)));
  g_ptr_array_add (self->sorters, g_object_ref (sorter));
  return sorter;
}

static void
add_column (RemitEntityTable *self,
            const RemitTableColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = create_sorter (self, column);
  g_autoptr (GtkColumnViewColumn) added = NULL;

  g_object_set_data (G_OBJECT (factory), "column", (gpointer) column);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  added = gtk_column_view_column_new (_ (column->title), factory);
  gtk_column_view_column_set_sorter (added, sorter);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_expand (added, column->get_load == NULL);
  gtk_column_view_append_column (self->view, added);
}

/* Not while sizes are allocated. */
static gboolean
on_width_changed (gpointer data)
{
  RemitEntityTable *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  self->width_id = 0;
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column =
        g_list_model_get_item (gtk_column_view_get_columns (self->view), i);

      gtk_column_view_column_set_visible (column, width >= self->columns[i].wide);
    }
  show_begin (self);
  return G_SOURCE_REMOVE;
}

static void
on_page_size_changed (RemitEntityTable *self)
{
  if (self->width_id == 0)
    self->width_id = g_idle_add (on_width_changed, self);
}

/* ── The rest ─────────────────────────────────────────────────────────────────────────────── */

static void
on_search_changed (RemitEntityTable *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  gtk_string_filter_set_search (self->names, words);
  g_signal_emit_by_name (self, "search", words);
}

void
remit_entity_table_set_filter (RemitEntityTable *self,
                               GtkFilter *filter)
{
  g_return_if_fail (REMIT_IS_ENTITY_TABLE (self));

  gtk_filter_list_model_set_filter (self->filtered, filter);
}

void
remit_entity_table_set_plan (RemitEntityTable *self,
                             RemitWorkspace *workspace,
                             gint64 plan)
{
  static const char *const edits[] = { "table.duplicate", "table.merge", "table.delete", NULL };

  g_return_if_fail (REMIT_IS_ENTITY_TABLE (self));

  if (self->workspace != NULL)
    g_clear_signal_handler (&self->handler, self->workspace);
  g_set_object (&self->workspace, workspace);
  self->plan = plan;
  if (workspace != NULL)
    self->handler = g_signal_connect_object (workspace, "changed",
                                             G_CALLBACK (on_workspace_changed), self,
                                             G_CONNECT_SWAPPED);
  remit_edits_enable (GTK_WIDGET (self), workspace, edits);
  remit_edits_set_sensitive (self->add, workspace);
  self->fresh = TRUE;
  self->wanted = 0;
  gtk_filter_list_model_set_model (
      self->filtered,
      workspace != NULL ? remit_workspace_get_list (workspace, self->kind) : NULL);
  on_workspace_changed (self);
}

GtkMultiSelection *
remit_entity_table_get_selection (RemitEntityTable *self)
{
  g_return_val_if_fail (REMIT_IS_ENTITY_TABLE (self), NULL);

  return self->selection;
}

/* ── Showing one ──────────────────────────────────────────────────────────────────────────── */

static gboolean
find_position (RemitEntityTable *self,
               gint64 id,
               guint *position)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (*position = 0; *position < g_list_model_get_n_items (model); (*position)++)
    {
      g_autoptr (RemitEntity) entity = g_list_model_get_item (model, *position);

      if (remit_entity_get_id (entity) == id)
        return TRUE;
    }
  return FALSE;
}

/* Of what is wanted, when the list has come to it: it fills by and by. */
static void
show_wanted (RemitEntityTable *self)
{
  GtkWidget *rows = self->wanted != 0 ? remit_find_widget (GTK_WIDGET (self->view),
                                                           GTK_TYPE_LIST_VIEW)
                                      : NULL;
  guint position;

  if (rows == NULL || gtk_filter_list_model_get_pending (self->filtered) > 0
      || gtk_sort_list_model_get_pending (self->sorted) > 0
      || !find_position (self, self->wanted, &position))
    return;
  self->wanted = 0;
  self->fresh = FALSE;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
on_models_changed (gpointer self)
{
  ((RemitEntityTable *) self)->wanted_id = 0;
  show_wanted (self);
  return G_SOURCE_REMOVE;
}

/* While one of the models tells of a change the next one does not know it yet: where something is
 * can be asked afterwards. */
static void
show_wanted_later (RemitEntityTable *self)
{
  if (self->wanted != 0 && self->wanted_id == 0)
    self->wanted_id = g_idle_add (on_models_changed, self);
}

void
remit_entity_table_show (RemitEntityTable *self,
                         gint64 id)
{
  guint position;

  g_return_if_fail (REMIT_IS_ENTITY_TABLE (self));

  self->wanted = id;
  if (!find_position (self, id, &position))
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  show_wanted (self);
}

static void
create_models (RemitEntityTable *self)
{
  self->names = gtk_string_filter_new (gtk_property_expression_new (
      remit_entity_get_type_of (self->kind), NULL, "name"));
  self->filtered = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->names)));
  gtk_filter_list_model_set_incremental (self->filtered, TRUE);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  gtk_sort_list_model_set_incremental (self->sorted, TRUE);
  g_signal_connect_object (self->sorted, "notify::pending", G_CALLBACK (show_begin), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sorted, "notify::pending", G_CALLBACK (show_wanted_later),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sorted, "items-changed", G_CALLBACK (show_wanted_later), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filtered, "notify::pending", G_CALLBACK (show_wanted_later),
                           self, G_CONNECT_SWAPPED);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (show_count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filtered, "notify::pending", G_CALLBACK (show_count), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled),
                           "notify::page-size", G_CALLBACK (on_page_size_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
show_noun (RemitEntityTable *self)
{
  guint noun = find_noun (self->kind);

  remit_tooltip_set (GTK_WIDGET (self->add), _ (nouns[noun].add));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (nouns[noun].add), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (nouns[noun].name), -1);
  adw_status_page_set_title (self->empty, _ (nouns[noun].empty));
  adw_status_page_set_description (self->empty, _ (nouns[noun].description));
  adw_status_page_set_icon_name (self->empty, nouns[noun].icon);
  gtk_widget_set_visible (adw_status_page_get_child (self->empty),
                          self->kind == REMIT_KIND_PERSON);
}

void
remit_entity_table_set_up (RemitEntityTable *self,
                           RemitKind kind,
                           const RemitTableColumn *columns,
                           guint n_columns)
{
  g_autoptr (GtkColumnViewColumn) first = NULL;

  g_return_if_fail (REMIT_IS_ENTITY_TABLE (self));

  self->kind = kind;
  self->columns = columns;
  self->n_columns = n_columns;
  show_noun (self);
  create_models (self);
  for (guint i = 0; i < n_columns; i++)
    add_column (self, &columns[i]);
  first = g_list_model_get_item (gtk_column_view_get_columns (self->view), 0);
  gtk_column_view_sort_by_column (self->view, first, GTK_SORT_ASCENDING);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_sorted_anew), self, G_CONNECT_SWAPPED);
}

static void
remit_entity_table_dispose (GObject *object)
{
  RemitEntityTable *self = REMIT_ENTITY_TABLE (object);

  if (self->workspace != NULL)
    g_clear_signal_handler (&self->handler, self->workspace);
  self->fresh = FALSE;
  g_clear_handle_id (&self->width_id, g_source_remove);
  g_clear_handle_id (&self->wanted_id, g_source_remove);
  if (self->menu != NULL)
    gtk_widget_unparent (self->menu);
  g_clear_weak_pointer (&self->menu);
  g_clear_object (&self->workspace);
  g_clear_object (&self->names);
  g_clear_object (&self->filtered);
  g_clear_object (&self->sorted);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->sorters, g_ptr_array_unref);

  G_OBJECT_CLASS (remit_entity_table_parent_class)->dispose (object);
  g_clear_pointer (&self->bound, g_hash_table_unref); /* after the cells */
}

static void
remit_entity_table_class_init (RemitEntityTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_entity_table_dispose;

  g_signal_new ("search", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/widgets/pickers/remit-entity-table.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitEntityTable, search);
  gtk_widget_class_bind_template_child (widget_class, RemitEntityTable, count);
  gtk_widget_class_bind_template_child (widget_class, RemitEntityTable, add);
  gtk_widget_class_bind_template_child (widget_class, RemitEntityTable, new_name);
  gtk_widget_class_bind_template_child (widget_class, RemitEntityTable, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitEntityTable, empty);
  gtk_widget_class_bind_template_child (widget_class, RemitEntityTable, scrolled);
  gtk_widget_class_bind_template_child (widget_class, RemitEntityTable, view);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);

  gtk_widget_class_install_action (widget_class, "table.open", NULL, on_open);
  gtk_widget_class_install_action (widget_class, "table.show-on-board", NULL, on_show_on_board);
  gtk_widget_class_install_action (widget_class, "table.duplicate", NULL, on_duplicate);
  gtk_widget_class_install_action (widget_class, "table.merge", NULL, on_merge);
  gtk_widget_class_install_action (widget_class, "table.delete", NULL, on_delete);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
}

static void
remit_entity_table_init (RemitEntityTable *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
  self->sorters = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  remit_list_focus_keep_in_sight (GTK_WIDGET (self->view));
}
