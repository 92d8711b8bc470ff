/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds somebody for a slot: the best fit first. */
#include "remit-board-dialogs.h"

#include <adwaita.h>

#include "board/pool/remit-pool-filter.h"
#include "board/pool/remit-pool-row.h"
#include "plan/design/remit-design.h"
#include "plan/load/remit-load.h"
#include "plan/placement/remit-fit.h"
#include "plan/placement/remit-placement.h"
#include "widgets/remit-try.h"
#include "widgets/remit-dialog.h"
#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"

struct _RemitAssignDialog
{
  AdwWindow parent_instance;

  GtkWidget *parent;
  RemitWorkspace *workspace;
  gint64 plan;
  gint64 slot;
  RemitPoolFilter *filter;
  GtkSingleSelection *selection;
  GHashTable *scores;

  AdwWindowTitle *title;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkGridView *list;
};

G_DEFINE_FINAL_TYPE (RemitAssignDialog, remit_assign_dialog, ADW_TYPE_WINDOW)

/* ── Who fits best ────────────────────────────────────────────────────────────────────────── */

static gboolean
is_in_slot (RemitAssignDialog *self,
            gint64 person)
{
  GPtrArray *assignments = remit_workspace_get_referring (
    self->workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_SLOT, self->slot);

  for (guint i = 0; i < assignments->len; i++)
    if (remit_entity_get_integer (g_ptr_array_index (assignments, i), REMIT_ASSIGNMENT_PERSON)
        == person)
      return TRUE;
  return FALSE;
}

/* Skills weigh more than time: at equal skills, whoever has more of the time that is needed. Those
 * who are in the slot already come last. */
static int
get_score (RemitAssignDialog *self,
           RemitEntity *person)
{
  RemitEntity *slot = remit_workspace_get (self->workspace, REMIT_KIND_SLOT, self->slot);
  gint64 id = remit_entity_get_id (person);
  int need = (int) remit_entity_get_integer (slot, REMIT_SLOT_FTE);
  g_auto (RemitFit) fit = { 0 };
  int free_time;

  if (is_in_slot (self, id))
    return G_MININT;
  remit_fit_get (self->workspace, id, self->slot, &fit);
  free_time = remit_load_get_free (self->workspace, self->plan, id,
                                   remit_entity_get_integer (slot, REMIT_SLOT_FROM),
                                   remit_entity_get_integer (slot, REMIT_SLOT_UNTIL));
  return fit.fitting * 1000 + CLAMP (free_time, -need, need);
}

/* The score of each is computed once. */
static int
ensure_score (RemitAssignDialog *self,
              RemitEntity *person)
{
  gpointer score;

  if (!g_hash_table_lookup_extended (self->scores, person, NULL, &score))
    {
      score = GINT_TO_POINTER (get_score (self, person));
      g_hash_table_insert (self->scores, person, score);
    }
  return GPOINTER_TO_INT (score);
}

static int
compare_people (gconstpointer a,
                gconstpointer b,
                gpointer data)
{
  int first = ensure_score (data, REMIT_ENTITY ((gpointer) a));
  int second = ensure_score (data, REMIT_ENTITY ((gpointer) b));

  if (first != second)
    return first > second ? -1 : 1;
  return g_utf8_collate (remit_entity_get_text (REMIT_ENTITY ((gpointer) a), REMIT_PERSON_NAME),
                         remit_entity_get_text (REMIT_ENTITY ((gpointer) b), REMIT_PERSON_NAME));
}

/* ── Choosing ─────────────────────────────────────────────────────────────────────────────── */

static void
assign (RemitAssignDialog *self,
        RemitEntity *person)
{
  RemitPlacement placement = { .person = remit_entity_get_id (person), .slot = self->slot };

  remit_try_place (self->parent, self->workspace, &placement, 1, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_activate (RemitAssignDialog *self,
             guint position)
{
  g_autoptr (RemitEntity) person = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                          position);

  if (person != NULL)
    assign (self, person);
}

/* Enter in the search takes the first. */
static void
on_search_activated (RemitAssignDialog *self)
{
  on_activate (self, 0);
}

static void
on_search_changed (RemitAssignDialog *self)
{
  remit_pool_filter_set_words (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_items_changed (RemitAssignDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
}

/* ── Rows: who it is, and what it would lead to ───────────────────────────────────────────── */

static void
on_setup (RemitAssignDialog *self,
          GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *outcome = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (outcome), 0);
  gtk_label_set_ellipsize (GTK_LABEL (outcome), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (outcome, "caption");
  gtk_box_append (GTK_BOX (box), g_object_new (REMIT_TYPE_POOL_ROW, NULL));
  gtk_box_append (GTK_BOX (box), outcome);
  gtk_widget_add_css_class (box, "remit-candidate");
  gtk_list_item_set_child (item, box);
}

static void
on_bind (RemitAssignDialog *self,
         GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_last_child (box);
  RemitEntity *person = gtk_list_item_get_item (item);
  RemitPlacement placement = { .person = remit_entity_get_id (person), .slot = self->slot };
  g_auto (RemitOutcome) outcome = { 0 };
  g_autofree char *summary = NULL;

  remit_pool_row_bind (REMIT_POOL_ROW (gtk_widget_get_first_child (box)), self->workspace,
                       self->plan, person, NULL);
  remit_placement_ask (self->workspace, &placement, &outcome);
  summary = remit_outcome_dup_summary (&outcome);
  gtk_label_set_label (GTK_LABEL (label), summary);
  remit_tooltip_set (label, summary);
  remit_style_set_class (label, "warning", outcome.verdict != REMIT_VERDICT_FINE);
}

static void
on_unbind (RemitAssignDialog *self,
           GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  remit_pool_row_unbind (REMIT_POOL_ROW (gtk_widget_get_first_child (box)));
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_assign_dialog_dispose (GObject *object)
{
  RemitAssignDialog *self = REMIT_ASSIGN_DIALOG (object);

  if (self->list != NULL)
    gtk_grid_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->scores, g_hash_table_unref);
  g_clear_object (&self->workspace);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (remit_assign_dialog_parent_class)->dispose (object);
}

static void
remit_assign_dialog_class_init (RemitAssignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_assign_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/board/dialogs/remit-assign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitAssignDialog, title);
  gtk_widget_class_bind_template_child (widget_class, RemitAssignDialog, search);
  gtk_widget_class_bind_template_child (widget_class, RemitAssignDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitAssignDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_assign_dialog_init (RemitAssignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->scores = g_hash_table_new (NULL, NULL);
  self->filter = g_object_new (REMIT_TYPE_POOL_FILTER, NULL);
}

static void
list_people (RemitAssignDialog *self)
{
  GListModel *people = remit_workspace_get_list (self->workspace, REMIT_KIND_PERSON);
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_people, self, NULL));
  GtkSortListModel *sorted = gtk_sort_list_model_new (g_object_ref (people), sorter);
  GtkFilterListModel *filtered = gtk_filter_list_model_new (
    G_LIST_MODEL (sorted), GTK_FILTER (g_object_ref (self->filter)));

  remit_pool_filter_set_plan (self->filter, self->workspace, self->plan);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_grid_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  on_items_changed (self);
}

void
remit_assign_dialog_present (GtkWidget *parent,
                             RemitWorkspace *workspace,
                             gint64 slot)
{
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_SLOT, slot);
  RemitAssignDialog *self;
  g_autofree char *name = NULL;

  if (entity == NULL)
    return;
  self = g_object_new (REMIT_TYPE_ASSIGN_DIALOG, "transient-for", gtk_widget_get_root (parent),
                       NULL);
  self->parent = g_object_ref (parent);
  self->workspace = g_object_ref (workspace);
  self->slot = slot;
  self->plan = remit_entity_get_integer (entity, REMIT_SLOT_PLAN);
  name = remit_design_dup_name (workspace, REMIT_KIND_SLOT, slot);
  adw_window_title_set_subtitle (self->title, name);
  list_people (self);
  remit_dialog_present (GTK_WINDOW (self));
}
