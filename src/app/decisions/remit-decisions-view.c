/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions: who has which right, as a matrix. */
#include "remit-decisions-view.h"

#include <glib/gi18n.h>

#include "board/pool/remit-pool.h"
#include "decisions/matrix/remit-rights-grid.h"
#include "plan/design/remit-design.h"
#include "remit-library-dialog.h"
#include "widgets/remit-try.h"
#include "widgets/scrolling/remit-flap.h"

struct _RemitDecisionsView
{
  RemitView parent_instance;

  RemitDragHub *hub;
  RemitRightsGrid *grid;
  RemitPool *pool;

  AdwFlap *flap;
  AdwBin *pool_place;
  GtkScrolledWindow *scrolled;
  GtkStack *stack;
  GtkLabel *summary;
  GtkDropDown *columns;
};

G_DEFINE_FINAL_TYPE (RemitDecisionsView, remit_decisions_view, REMIT_TYPE_VIEW)

/* In the order of the choices. */
static const RemitKind column_kinds[] = { REMIT_KIND_SLOT, REMIT_KIND_ROLE, REMIT_KIND_PERSON };

/* ── Showing the plan ─────────────────────────────────────────────────────────────────────── */

static void
remit_decisions_view_update (RemitView *view)
{
  RemitDecisionsView *self = REMIT_DECISIONS_VIEW (view);
  guint n_decisions;
  guint n_columns;
  g_autofree char *text = NULL;

  remit_rights_grid_count (self->grid, &n_decisions, &n_columns);
  text = g_strdup_printf (ngettext ("%u decision", "%u decisions", n_decisions), n_decisions);
  gtk_label_set_label (self->summary, text);
  gtk_stack_set_visible_child_name (self->stack,
                                    remit_view_get_plan (view) == 0 ? "no-plan"
                                    : n_decisions == 0              ? "no-decisions"
                                    : n_columns == 0                ? "no-columns"
                                                                    : "matrix");
}

static void
remit_decisions_view_show_plan (RemitView *view,
                                RemitWorkspace *workspace,
                                gint64 plan)
{
  RemitDecisionsView *self = REMIT_DECISIONS_VIEW (view);

  if (self->pool != NULL)
    remit_pool_set_plan (self->pool, workspace, plan);
  remit_rights_grid_set_plan (self->grid, workspace, plan);
}

static void
remit_decisions_view_show_checker (RemitView *view,
                                   RemitChecker *checker)
{
  RemitDecisionsView *self = REMIT_DECISIONS_VIEW (view);

  remit_rights_grid_set_checker (self->grid, checker);
  if (self->pool != NULL)
    remit_pool_set_checker (self->pool, checker);
}

/* Scrolls to a decision, and gives its cell for a holder the keyboard. */
static void
remit_decisions_view_show_entity (RemitView *view,
                                  RemitKind kind,
                                  gint64 decision,
                                  RemitKind holder_kind,
                                  gint64 holder)
{
  RemitDecisionsView *self = REMIT_DECISIONS_VIEW (view);

  for (guint i = 0; i < G_N_ELEMENTS (column_kinds); i++)
    if (holder != 0 && column_kinds[i] == holder_kind)
      gtk_drop_down_set_selected (self->columns, i);
  remit_rights_grid_show (self->grid, decision, holder);
}

static void
on_columns_chosen (RemitDecisionsView *self)
{
  guint chosen = gtk_drop_down_get_selected (self->columns);

  if (chosen >= G_N_ELEMENTS (column_kinds))
    return;
  remit_rights_grid_set_columns (self->grid, column_kinds[chosen]);
  remit_decisions_view_update (REMIT_VIEW (self));
}

/* The pool is made when it is wanted for the first time. */
static void
on_pool_revealed (RemitDecisionsView *self)
{
  RemitView *view = REMIT_VIEW (self);

  if (self->pool != NULL || !adw_flap_get_reveal_flap (self->flap))
    return;
  self->pool = remit_pool_new (self->hub);
  adw_bin_set_child (self->pool_place, GTK_WIDGET (self->pool));
  remit_pool_set_plan (self->pool, remit_view_get_workspace (view), remit_view_get_plan (view));
  remit_pool_set_checker (self->pool, remit_view_get_checker (view));
}

/* The folded pool lies over the matrix; a drag out of it has to see where it goes. */
static void
on_drag_changed (RemitDecisionsView *self)
{
  if (remit_drag_hub_get_drag (self->hub) == NULL)
    return;
  remit_feedback_hush (GTK_WIDGET (self));
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* ── Actions ──────────────────────────────────────────────────────────────────────────────── */

/* A new decision is of the team in whose rows the keyboard is, else of the first one. */
static gint64
find_team (RemitDecisionsView *self)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (self));
  gint64 beside = remit_rights_grid_get_decision (self->grid);
  RemitEntity *decision =
    beside != 0 ? remit_workspace_get (workspace, REMIT_KIND_DECISION, beside) : NULL;
  g_autoptr (GPtrArray) teams =
    remit_design_get_parts (workspace, REMIT_KIND_TEAM, remit_view_get_plan (REMIT_VIEW (self)));

  if (decision != NULL)
    return remit_entity_get_integer (decision, REMIT_DECISION_TEAM);
  return teams->len > 0 ? remit_entity_get_id (teams->pdata[0]) : 0;
}

static void
on_decision_added (GtkWidget *widget,
                   RemitWorkspace *workspace,
                   gint64 id,
                   gpointer decision,
                   const GError *error)
{
  remit_view_inspect_created (widget, workspace, id, decision, error);
  if (id != 0 && remit_try_is_attended (widget))
    remit_rights_grid_show (REMIT_DECISIONS_VIEW (widget)->grid, id, 0);
}

static void
on_add_decision (GtkWidget *widget,
                 const char *name G_GNUC_UNUSED,
                 GVariant *parameter G_GNUC_UNUSED)
{
  RemitDecisionsView *self = REMIT_DECISIONS_VIEW (widget);
  RemitView *view = REMIT_VIEW (widget);
  g_autoptr (RemitRecord) decision = NULL;

  if (!remit_view_has_plan (view))
    return;
  decision = remit_record_new (REMIT_KIND_DECISION);
  remit_record_set_integer (decision, REMIT_DECISION_PLAN, remit_view_get_plan (view));
  remit_record_set_integer (decision, REMIT_DECISION_TEAM, find_team (self));
  remit_record_set_text (decision, REMIT_DECISION_TITLE, _ ("New decision"));
  remit_try_create (widget, remit_view_get_workspace (view), decision, on_decision_added);
}

static void
on_take_decisions (GtkWidget *widget,
                   const char *name G_GNUC_UNUSED,
                   GVariant *parameter G_GNUC_UNUSED)
{
  RemitView *view = REMIT_VIEW (widget);

  if (remit_view_has_plan (view))
    remit_library_dialog_present (widget, remit_view_get_workspace (view),
                                  remit_view_get_plan (view),
                                  find_team (REMIT_DECISIONS_VIEW (widget)));
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_decisions_view_dispose (GObject *object)
{
  g_clear_object (&REMIT_DECISIONS_VIEW (object)->hub);

  G_OBJECT_CLASS (remit_decisions_view_parent_class)->dispose (object);
}

/* Letters can be typed at once. */
static gboolean
remit_decisions_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (REMIT_DECISIONS_VIEW (widget)->grid));
}

static void
remit_decisions_view_class_init (RemitDecisionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RemitViewClass *view_class = REMIT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_decisions_view_dispose;
  view_class->show_plan = remit_decisions_view_show_plan;
  view_class->update = remit_decisions_view_update;
  view_class->show_checker = remit_decisions_view_show_checker;
  view_class->show_entity = remit_decisions_view_show_entity;
  widget_class->grab_focus = remit_decisions_view_grab_focus;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/decisions/remit-decisions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitDecisionsView, flap);
  gtk_widget_class_bind_template_child (widget_class, RemitDecisionsView, pool_place);
  gtk_widget_class_bind_template_child (widget_class, RemitDecisionsView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, RemitDecisionsView, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitDecisionsView, summary);
  gtk_widget_class_bind_template_child (widget_class, RemitDecisionsView, columns);
  gtk_widget_class_bind_template_callback (widget_class, on_columns_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_pool_revealed);
  gtk_widget_class_bind_template_callback (widget_class, remit_flap_lay_out);
  gtk_widget_class_install_action (widget_class, "view.add-decision", NULL, on_add_decision);
  gtk_widget_class_install_action (widget_class, "view.take-decisions", NULL, on_take_decisions);
}

static void
remit_decisions_view_init (RemitDecisionsView *self)
{
  /* before the template, whose choice of columns is heard */
  self->hub = g_object_new (REMIT_TYPE_DRAG_HUB, NULL);
  self->grid = remit_rights_grid_new (self->hub);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->grid));
  g_signal_connect_object (self->hub, "changed", G_CALLBACK (on_drag_changed), self,
                           G_CONNECT_SWAPPED);
}
