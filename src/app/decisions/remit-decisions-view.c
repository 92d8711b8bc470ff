/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions: who has which right, as a matrix. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-decisions-view.h"

#include <glib/gi18n.h>

#include "board/pool/remit-pool.h"
#include "decisions/matrix/remit-rights-grid.h"
#include "plan/design/remit-design.h"
#include "remit-library-dialog.h"
#include "widgets/remit-feedback.h"

struct _RemitDecisionsView
{
  AdwBin parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  RemitChecker *checker;

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

G_DEFINE_FINAL_TYPE (RemitDecisionsView, remit_decisions_view, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_WORKSPACE,
  PROP_PLAN,
  PROP_CHECKER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* In the order of the choices. */
static const RemitKind column_kinds[] = { REMIT_KIND_SLOT, REMIT_KIND_ROLE, REMIT_KIND_PERSON };

/* ── Showing the plan ─────────────────────────────────────────────────────────────────────── */

static void
update_summary (RemitDecisionsView *self)
{
  guint n_decisions;
  guint n_columns;
  g_autofree char *text = NULL;

  remit_rights_grid_count (self->grid, &n_decisions, &n_columns);
  text = g_strdup_printf (ngettext ("%u decision", "%u decisions", n_decisions), n_decisions);
  gtk_label_set_label (self->summary, text);
  gtk_stack_set_visible_child_name (self->stack, self->plan == 0    ? "no-plan"
                                                 : n_decisions == 0 ? "no-decisions"
                                                 : n_columns == 0   ? "no-columns"
                                                                    : "matrix");
}

static void
show_plan (RemitDecisionsView *self)
{
  if (self->pool != NULL)
    remit_pool_set_plan (self->pool, self->workspace, self->plan);
  remit_rights_grid_set_plan (self->grid, self->workspace, self->plan);
  update_summary (self);
}

static void
on_columns_chosen (RemitDecisionsView *self)
{
  guint chosen = gtk_drop_down_get_selected (self->columns);

  if (chosen >= G_N_ELEMENTS (column_kinds))
    return;
  remit_rights_grid_set_columns (self->grid, column_kinds[chosen]);
  update_summary (self);
}

/* The pool is made when it is wanted for the first time. */
static void
on_pool_revealed (RemitDecisionsView *self)
{
  if (self->pool != NULL || !adw_flap_get_reveal_flap (self->flap))
    return;
  self->pool = remit_pool_new (self->hub);
  adw_bin_set_child (self->pool_place, GTK_WIDGET (self->pool));
  remit_pool_set_plan (self->pool, self->workspace, self->plan);
  remit_pool_set_checker (self->pool, self->checker);
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
  gint64 beside = remit_rights_grid_get_decision (self->grid);
  RemitEntity *decision = beside != 0 ? remit_workspace_get (self->workspace,
                                                             REMIT_KIND_DECISION, beside)
                                      : NULL;
  g_autoptr (GPtrArray) teams = remit_design_get_teams (self->workspace, self->plan);

  if (decision != NULL)
    return remit_entity_get_integer (decision, REMIT_DECISION_TEAM);
  return teams->len > 0 ? remit_entity_get_id (teams->pdata[0]) : 0;
}

static void
on_add_decision (GtkWidget *widget,
                 const char *name G_GNUC_UNUSED,
                 GVariant *parameter G_GNUC_UNUSED)
{
  RemitDecisionsView *self = REMIT_DECISIONS_VIEW (widget);
  g_autoptr (RemitRecord) decision = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (self->workspace == NULL || self->plan == 0)
    return;
  decision = remit_record_new (REMIT_KIND_DECISION);
  remit_record_set_integer (decision, REMIT_DECISION_PLAN, self->plan);
  remit_record_set_integer (decision, REMIT_DECISION_TEAM, find_team (self));
  remit_record_set_text (decision, REMIT_DECISION_TITLE, _ ("New decision"));
  id = remit_design_create (self->workspace, decision, &error);
  if (id == 0)
    {
      remit_feedback_error (widget, error);
      return;
    }
  remit_feedback_done (widget, remit_workspace_get_undo_label (self->workspace));
  remit_rights_grid_show (self->grid, id, 0);
  gtk_widget_activate_action (widget, "win.inspect", "(ix)", (int) REMIT_KIND_DECISION, id);
}

static void
on_take_decisions (GtkWidget *widget,
                   const char *name G_GNUC_UNUSED,
                   GVariant *parameter G_GNUC_UNUSED)
{
  RemitDecisionsView *self = REMIT_DECISIONS_VIEW (widget);

  if (self->workspace != NULL && self->plan != 0)
    remit_library_dialog_present (widget, self->workspace, self->plan, find_team (self));
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_decisions_view_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  RemitDecisionsView *self = REMIT_DECISIONS_VIEW (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_PLAN:
      g_value_set_int64 (value, self->plan);
      break;
    case PROP_CHECKER:
      g_value_set_object (value, self->checker);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_decisions_view_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  RemitDecisionsView *self = REMIT_DECISIONS_VIEW (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      if (!g_set_object (&self->workspace, g_value_get_object (value)))
        return;
      /* its plan is told next */
      self->plan = 0;
      show_plan (self);
      break;
    case PROP_PLAN:
      if (self->plan == g_value_get_int64 (value))
        return;
      self->plan = g_value_get_int64 (value);
      show_plan (self);
      break;
    case PROP_CHECKER:
      g_set_object (&self->checker, g_value_get_object (value));
      remit_rights_grid_set_checker (self->grid, self->checker);
      if (self->pool != NULL)
        remit_pool_set_checker (self->pool, self->checker);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
remit_decisions_view_dispose (GObject *object)
{
  RemitDecisionsView *self = REMIT_DECISIONS_VIEW (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->checker);
  g_clear_object (&self->hub);

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
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = remit_decisions_view_get_property;
  object_class->set_property = remit_decisions_view_set_property;
  object_class->dispose = remit_decisions_view_dispose;
  widget_class->grab_focus = remit_decisions_view_grab_focus;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, REMIT_TYPE_WORKSPACE, flags);
  properties[PROP_PLAN] = g_param_spec_int64 ("plan", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_CHECKER] =
    g_param_spec_object ("checker", NULL, NULL, REMIT_TYPE_CHECKER, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

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
  gtk_widget_class_install_action (widget_class, "view.add-decision", NULL, on_add_decision);
  gtk_widget_class_install_action (widget_class, "view.take-decisions", NULL, on_take_decisions);
}

static void
remit_decisions_view_init (RemitDecisionsView *self)
{
  /* before the template, whose choice of columns is heard */
  self->hub = remit_drag_hub_new ();
  self->grid = remit_rights_grid_new (self->hub);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->grid));
  g_signal_connect_object (self->grid, "rebound", G_CALLBACK (update_summary), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hub, "notify::drag", G_CALLBACK (on_drag_changed), self,
                           G_CONNECT_SWAPPED);
}

void
remit_decisions_view_show (RemitDecisionsView *self,
                           gint64 decision,
                           RemitKind kind,
                           gint64 holder)
{
  g_return_if_fail (REMIT_IS_DECISIONS_VIEW (self));

  for (guint i = 0; i < G_N_ELEMENTS (column_kinds); i++)
    if (holder != 0 && column_kinds[i] == kind)
      gtk_drop_down_set_selected (self->columns, i);
  remit_rights_grid_show (self->grid, decision, holder);
}
