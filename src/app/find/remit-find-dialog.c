/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds anything by typed text and goes there, or runs the action. */
#include "remit-find-dialog.h"

#include <glib/gi18n.h>

#include "findings/remit-finding-place.h"
#include "remit-find-commands.h"
#include "remit-find-item.h"
#include "remit-find-row.h"
#include "remit-finder.h"
#include "widgets/remit-feedback.h"
#include "window/remit-views.h"

/* So many of a group stand there at first, and when all of it are wanted. */
#define SHOWN 4
#define SHOWN_ALL 100

/* No group alone. */
#define ALL_GROUPS REMIT_FIND_N_GROUPS

struct _RemitFindDialog
{
  AdwWindow parent_instance;

  GtkWidget *window;
  GPtrArray *commands;
  RemitFinder *finder;
  RemitFindGroup only;
  gboolean wants_first; /* Enter came before the answer */
  gboolean is_answered; /* what is shown belongs to what is typed */

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *list;
  GListStore *items;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (RemitFindDialog, remit_find_dialog, ADW_TYPE_WINDOW)

/* ── Going there ──────────────────────────────────────────────────────────────────────────── */

/* What is kept of the dialog when it has closed. */
typedef struct {
  GtkWidget *window;
  RemitFindItem *item;
  GPtrArray *commands;
  RemitFinding *finding;
} Goal;

static void
goal_free (gpointer data)
{
  Goal *self = data;

  g_object_unref (self->window);
  g_object_unref (self->item);
  g_ptr_array_unref (self->commands);
  g_clear_object (&self->finding);
  g_free (self);
}

static Goal *
goal_new (RemitFindDialog *dialog,
          RemitFindItem *item)
{
  Goal *self = g_new0 (Goal, 1);

  self->window = g_object_ref (dialog->window);
  self->item = g_object_ref (item);
  self->commands = g_ptr_array_ref (dialog->commands);
  if (remit_find_item_get_group (item) == REMIT_FIND_FINDINGS)
    g_set_object (&self->finding,
                  remit_finder_get_finding (dialog->finder, remit_find_item_get_id (item)));
  return self;
}

/* The window has its keyboard again by now. */
static gboolean
go (gpointer data)
{
  const Goal *self = data;
  RemitFindGroup group = remit_find_item_get_group (self->item);
  gint64 id = remit_find_item_get_id (self->item);

  switch ((int) group)
    {
    case REMIT_FIND_VIEWS:
      gtk_widget_activate_action (self->window, "win.show-view", "s", remit_views[id].name);
      break;
    case REMIT_FIND_ACTIONS:
      remit_find_command_run (g_ptr_array_index (self->commands, (guint) id), self->window);
      break;
    case REMIT_FIND_PLANS:
      gtk_widget_activate_action (self->window, "win.choose-plan", "x", id);
      break;
    case REMIT_FIND_FINDINGS:
      if (self->finding != NULL)
        remit_finding_place_show (self->finding, self->window);
      break;
    default:
      gtk_widget_activate_action (self->window, "win.show-place", "(ixix)",
                                  (int) remit_find_group_get_kind (group), id,
                                  (int) REMIT_KIND_NONE, (gint64) 0);
    }
  return G_SOURCE_REMOVE;
}

static void
search (RemitFindDialog *self)
{
  self->is_answered = FALSE;
  remit_finder_search (self->finder, gtk_editable_get_text (GTK_EDITABLE (self->search)),
                       self->only == ALL_GROUPS ? SHOWN : SHOWN_ALL);
}

static void
activate (RemitFindDialog *self,
          RemitFindItem *item)
{
  Goal *goal;

  if (remit_find_item_is_more (item))
    {
      self->only = remit_find_item_get_group (item);
      gtk_widget_grab_focus (GTK_WIDGET (self->search));
      search (self);
      return;
    }
  goal = goal_new (self, item);
  gtk_window_close (GTK_WINDOW (self));
  g_idle_add_full (G_PRIORITY_DEFAULT, go, goal, goal_free);
}

static void
on_activated (RemitFindDialog *self,
              guint position)
{
  g_autoptr (RemitFindItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    activate (self, item);
}

/* ── What was found ───────────────────────────────────────────────────────────────────────── */

static void
add_group (GPtrArray *items,
           const RemitFound *found)
{
  for (guint i = 0; i < found->entries->len; i++)
    g_ptr_array_add (items, remit_find_item_new (found->entries->pdata[i], i == 0));
  if (found->n > found->entries->len)
    g_ptr_array_add (items, remit_find_item_new_more (found->group,
                                                      found->n - found->entries->len));
}

static gboolean
is_shown_at (RemitFindDialog *self,
             guint position,
             RemitFindItem *item)
{
  g_autoptr (RemitFindItem) shown = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return shown != NULL && remit_find_item_equal (shown, item);
}

/* Rows that stay the same are not made anew: with each letter most of them do. */
static void
show_items (RemitFindDialog *self,
            GPtrArray *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint first = 0;
  guint same = 0; /* at the end */

  while (first < MIN (n, items->len) && is_shown_at (self, first, items->pdata[first]))
    first++;
  while (same < MIN (n, items->len) - first
         && is_shown_at (self, n - 1 - same, items->pdata[items->len - 1 - same]))
    same++;
  if (items->len == 0)
    g_list_store_remove_all (self->items);
  else
    g_list_store_splice (self->items, first, n - first - same, items->pdata + first,
                         items->len - first - same);
}

static const char *
get_page (RemitFindDialog *self,
          guint n_items)
{
  if (n_items > 0)
    return "list";
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0' ? "begin" : "none";
}

/* Returns: (transfer full): what is spoken of a row */
static char *
dup_spoken (RemitFindItem *item)
{
  const char *place = remit_find_item_get_place (item);

  return g_strconcat (remit_find_item_get_name (item), *place != '\0' ? ", " : "", place, ", ",
                      remit_find_group_get_title (remit_find_item_get_group (item)), NULL);
}

/* Who does not see the list hears how many there are, and the first. */
static void
announce (RemitFindDialog *self,
          guint n,
          RemitFindItem *first)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%'u result", "%'u results", n), n);
  g_autofree char *spoken = first != NULL ? dup_spoken (first) : NULL;
  g_autofree char *text = NULL;

  if (first == NULL)
    text = g_strdup (_ ("No results"));
  else
    text = g_strdup_printf ("%s: %s", count, spoken);
  remit_feedback_announce (GTK_WIDGET (self->search), text);
}

static void
on_found (RemitFindDialog *self,
          GPtrArray *found)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const RemitFound *group = found->pdata[i];

      if (self->only != ALL_GROUPS && group->group != self->only)
        continue;
      add_group (items, group);
      n += group->n;
    }
  show_items (self, items);
  if (items->len > 0 && gtk_single_selection_get_selected (self->selection) != 0)
    gtk_single_selection_set_selected (self->selection, 0);
  gtk_stack_set_visible_child_name (self->stack, get_page (self, items->len));
  self->is_answered = TRUE;
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    announce (self, n, items->len > 0 ? items->pdata[0] : NULL);
  if (self->wants_first && items->len > 0)
    activate (self, items->pdata[0]);
  self->wants_first = FALSE;
}

/* ── Typing ───────────────────────────────────────────────────────────────────────────────── */

static void
on_search_changed (RemitFindDialog *self)
{
  self->only = ALL_GROUPS;
  self->wants_first = FALSE;
  search (self);
}

/* Enter takes the one that is selected, of what belongs to what was typed. */
static void
on_search_activated (RemitFindDialog *self)
{
  if (self->is_answered)
    on_activated (self, gtk_single_selection_get_selected (self->selection));
  else
    self->wants_first = TRUE;
}

static void
select_by (RemitFindDialog *self,
           int step)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint selected = gtk_single_selection_get_selected (self->selection);
  int wanted = selected == GTK_INVALID_LIST_POSITION ? 0 : (int) selected + step;
  g_autoptr (RemitFindItem) item = NULL;
  g_autofree char *spoken = NULL;

  if (n == 0)
    return;
  wanted = CLAMP (wanted, 0, n - 1);
  gtk_single_selection_set_selected (self->selection, (guint) wanted);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", (guint) wanted);
  item = g_list_model_get_item (G_LIST_MODEL (self->items), (guint) wanted);
  spoken = dup_spoken (item);
  remit_feedback_announce (GTK_WIDGET (self->search), spoken);
}

/* The keyboard stays with what is typed, while the arrows choose. */
static gboolean
on_search_key (RemitFindDialog *self,
               guint key)
{
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      select_by (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      select_by (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      select_by (self, SHOWN);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      select_by (self, -SHOWN);
      return TRUE;
    default:
      return FALSE;
    }
}

/* ── The dialog ───────────────────────────────────────────────────────────────────────────── */

static void
on_clicked (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            GtkListItem *item)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (n_press == 1)
    gtk_widget_activate_action (row, "list.activate-item", "u", gtk_list_item_get_position (item));
}

/* A list that is activated by a single click selects what comes to lie under the pointer, while one
 * types. */
static void
on_setup (RemitFindDialog *self G_GNUC_UNUSED,
          GtkListItem *item)
{
  GtkWidget *row = g_object_new (REMIT_TYPE_FIND_ROW, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_clicked), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
on_bind (RemitFindDialog *self G_GNUC_UNUSED,
         GtkListItem *item)
{
  remit_find_row_bind (REMIT_FIND_ROW (gtk_list_item_get_child (item)),
                       gtk_list_item_get_item (item));
}

static void
remit_find_dialog_dispose (GObject *object)
{
  RemitFindDialog *self = REMIT_FIND_DIALOG (object);

  g_clear_object (&self->finder);
  g_clear_object (&self->window);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->commands, g_ptr_array_unref);

  G_OBJECT_CLASS (remit_find_dialog_parent_class)->dispose (object);
}

static void
remit_find_dialog_class_init (RemitFindDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_find_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/find/remit-find-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitFindDialog, search);
  gtk_widget_class_bind_template_child (widget_class, RemitFindDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitFindDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_find_dialog_init (RemitFindDialog *self)
{
  self->only = ALL_GROUPS;
  self->items = g_list_store_new (REMIT_TYPE_FIND_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->items));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

/* Views and actions. */
static RemitFindIndex *
create_index (RemitFindDialog *self)
{
  RemitFindIndex *index = remit_find_index_new ();

  for (guint i = 0; remit_views[i].name != NULL; i++)
    {
      GdkModifierType modifiers;
      guint key;
      g_autofree char *label = NULL;

      if (gtk_accelerator_parse (remit_views[i].key, &key, &modifiers))
        label = gtk_accelerator_get_label (key, modifiers);
      remit_find_index_add (index, REMIT_FIND_VIEWS, i, _ (remit_views[i].title), label, NULL);
    }
  for (guint i = 0; i < self->commands->len; i++)
    {
      const RemitFindCommand *command = self->commands->pdata[i];

      remit_find_index_add (index, REMIT_FIND_ACTIONS, i, command->label, command->place, NULL);
    }
  return index;
}

void
remit_find_dialog_present (GtkWidget *window,
                           RemitWorkspace *workspace,
                           gint64 plan,
                           RemitChecker *checker)
{
  g_autoptr (RemitFindIndex) index = NULL;
  RemitFindDialog *self;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  self = g_object_new (REMIT_TYPE_FIND_DIALOG, "transient-for", window, NULL);
  self->window = g_object_ref (window);
  self->commands = remit_find_commands_collect (window);
  index = create_index (self);
  self->finder = remit_finder_new (workspace, plan, checker, index);
  g_signal_connect_object (self->finder, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
