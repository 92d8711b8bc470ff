/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions: who has which right, as a matrix. */
#include "remit-decisions-view.h"

#include <glib/gi18n.h>

#include "board/pool/remit-pool.h"
#include "decisions/matrix/remit-rights-grid.h"
#include "library/remit-library-dialog.h"
#include "plan/design/remit-design.h"
#include "remit-decisions-legend.h"
#include "settings/remit-state.h"
#include "widgets/pickers/remit-choices.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-try.h"
#include "widgets/scrolling/remit-flap.h"

struct _RemitDecisionsView
{
  RemitView parent_instance;

  RemitDragHub *hub;
  RemitRightsGrid *grid;
  RemitPool *pool;
  gboolean with_people;
  gboolean used_only;
  gboolean filling;

  AdwFlap *flap;
  AdwBin *pool_place;
  GtkScrolledWindow *scrolled;
  GtkStack *stack;
  GtkLabel *summary;
  GtkDropDown *columns;
  GtkToggleButton *filters;
  GtkDropDown *team;
  GtkDropDown *kind;
  GtkLabel *legend;
};

enum {
  PROP_WITH_PEOPLE = 1,
  PROP_USED_ONLY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RemitDecisionsView, remit_decisions_view, REMIT_TYPE_VIEW)

/* In the order of the choices. */
static const RemitKind column_kinds[] = { REMIT_KIND_SLOT, REMIT_KIND_ROLE, REMIT_KIND_PERSON };

/* ── Showing the plan ─────────────────────────────────────────────────────────────────────── */

/* Returns: "37 decisions", or "12 of 37 decisions" */
static char *
dup_summary (const RemitRightsCount *count)
{
  if (count->n_matching == count->n_decisions)
    return g_strdup_printf (ngettext ("%u decision", "%u decisions", count->n_decisions),
                            count->n_decisions);
  /* Translators: how many decisions the filters let through, and how many there are */
  return g_strdup_printf (ngettext ("%1$u of %2$u decision", "%1$u of %2$u decisions",
                                    count->n_decisions),
                          count->n_matching, count->n_decisions);
}

static const char *
choose_page (RemitDecisionsView *self,
             const RemitRightsCount *count)
{
  if (remit_view_get_plan (REMIT_VIEW (self)) == 0)
    return "no-plan";
  if (count->n_decisions == 0)
    return "no-decisions";
  if (count->n_matching == 0)
    return "none-shown";
  return count->n_columns == 0 ? (self->used_only ? "none-shown" : "no-columns") : "matrix";
}

static void
remit_decisions_view_update (RemitView *view)
{
  RemitDecisionsView *self = REMIT_DECISIONS_VIEW (view);
  RemitRightsCount count;
  g_autofree char *text = NULL;
  g_autofree char *legend = NULL;

  remit_rights_grid_count (self->grid, &count);
  text = dup_summary (&count);
  legend = remit_decisions_legend_dup_words (count.frameworks);
  gtk_label_set_label (self->summary, text);
  gtk_label_set_label (self->legend, legend);
  gtk_widget_set_visible (GTK_WIDGET (self->legend), *legend != '\0');
  gtk_stack_set_visible_child_name (self->stack, choose_page (self, &count));
}

/* ── Content ──────────────────────────────────────────────────────────────────────────────── */

static void
fill_choices (RemitDecisionsView *self)
{
  RemitView *view = REMIT_VIEW (self);

  self->filling = TRUE;
  remit_choices_offer_parts (self->team, _ ("All teams"), FALSE, remit_view_get_workspace (view),
                             REMIT_KIND_TEAM, remit_view_get_plan (view));
  self->filling = FALSE;
}

/* The kinds of decisions, after "all". */
static void
offer_kinds (RemitDecisionsView *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  const RemitChoice *kinds = remit_decision_info.fields[REMIT_DECISION_KIND].choices;

  gtk_string_list_append (words, _ ("All kinds"));
  for (; kinds->label != NULL; kinds++)
    gtk_string_list_append (words, _ (kinds->label));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (words));
}

static void
on_filter_chosen (RemitDecisionsView *self)
{
  guint kind = gtk_drop_down_get_selected (self->kind);
  const RemitRightsFilter filter = {
    .team = remit_choices_get (self->team),
    .kind = kind == 0 || kind == GTK_INVALID_LIST_POSITION ? REMIT_RIGHTS_ANY_KIND
                                                           : (int) kind - 1,
    .used_only = self->used_only,
  };

  if (self->filling)
    return;
  remit_rights_grid_set_filter (self->grid, &filter);
  remit_decisions_view_update (REMIT_VIEW (self));
}

static void
clear_filters (RemitDecisionsView *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->team, 0);
  gtk_drop_down_set_selected (self->kind, 0);
  self->filling = FALSE;
  g_object_set (self, "used-only", FALSE, NULL);
  on_filter_chosen (self);
}

static void
on_clear_filters (GtkWidget *widget,
                  const char *name G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  clear_filters (REMIT_DECISIONS_VIEW (widget));
}

/* Shows a decision, and with it whatever hides it. */
static void
show_decision (RemitDecisionsView *self,
               gint64 decision,
               gint64 holder)
{
  if (remit_rights_grid_show (self->grid, decision, holder))
    return;
  clear_filters (self);
  remit_rights_grid_show (self->grid, decision, holder);
}

static void
on_fold_teams (GtkWidget *widget,
               const char *name,
               GVariant *parameter G_GNUC_UNUSED)
{
  remit_rights_grid_fold_all (REMIT_DECISIONS_VIEW (widget)->grid,
                              g_str_equal (name, "view.fold-teams"));
}

/* ── Following the plan ───────────────────────────────────────────────────────────────────── */

static void
remit_decisions_view_changed (RemitView *view,
                              GPtrArray *changes)
{
  gboolean teams = changes->len == 0;

  for (guint i = 0; i < changes->len; i++)
    teams = teams || ((RemitChange *) changes->pdata[i])->kind == REMIT_KIND_TEAM;
  if (teams)
    fill_choices (REMIT_DECISIONS_VIEW (view));
}

static void
remit_decisions_view_show_plan (RemitView *view,
                                RemitWorkspace *workspace,
                                gint64 plan)
{
  static const char *const edits[] = { "view.add-decision", "view.take-decisions", NULL };
  RemitDecisionsView *self = REMIT_DECISIONS_VIEW (view);

  remit_edits_enable (GTK_WIDGET (self), workspace, edits);
  if (self->pool != NULL)
    remit_pool_set_plan (self->pool, workspace, plan);
  fill_choices (self);
  on_filter_chosen (self);
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
  show_decision (self, decision, holder);
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
    show_decision (REMIT_DECISIONS_VIEW (widget), id, 0);
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
    remit_library_dialog_present (widget, remit_view_get_workspace (view), REMIT_KIND_DECISION,
                                  remit_view_get_plan (view),
                                  find_team (REMIT_DECISIONS_VIEW (widget)));
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
    case PROP_WITH_PEOPLE:
      g_value_set_boolean (value, self->with_people);
      break;
    case PROP_USED_ONLY:
      g_value_set_boolean (value, self->used_only);
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
  gboolean *place = prop_id == PROP_WITH_PEOPLE ? &self->with_people : &self->used_only;

  if (*place == g_value_get_boolean (value))
    return;
  *place = g_value_get_boolean (value);
  if (prop_id == PROP_WITH_PEOPLE)
    remit_rights_grid_set_people (self->grid, self->with_people);
  else
    on_filter_chosen (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
remit_decisions_view_dispose (GObject *object)
{
  REMIT_DECISIONS_VIEW (object)->filling = TRUE; /* the choices are heard as they go */
  g_clear_object (&REMIT_DECISIONS_VIEW (object)->hub);

  G_OBJECT_CLASS (remit_decisions_view_parent_class)->dispose (object);
}

/* Letters can be typed at once. */
static gboolean
remit_decisions_view_take_focus (RemitView *view)
{
  return gtk_widget_grab_focus (GTK_WIDGET (REMIT_DECISIONS_VIEW (view)->grid));
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = remit_decisions_view_get_property;
  object_class->set_property = remit_decisions_view_set_property;
  properties[PROP_WITH_PEOPLE] = g_param_spec_boolean ("with-people", NULL, NULL, FALSE, flags);
  properties[PROP_USED_ONLY] = g_param_spec_boolean ("used-only", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "view.add-decision", NULL, on_add_decision);
  gtk_widget_class_install_action (widget_class, "view.take-decisions", NULL, on_take_decisions);
  gtk_widget_class_install_action (widget_class, "view.fold-teams", NULL, on_fold_teams);
  gtk_widget_class_install_action (widget_class, "view.unfold-teams", NULL, on_fold_teams);
  gtk_widget_class_install_action (widget_class, "view.clear-filters", NULL, on_clear_filters);
  gtk_widget_class_install_property_action (widget_class, "view.with-people", "with-people");
  gtk_widget_class_install_property_action (widget_class, "view.used-only", "used-only");
}

static void
remit_decisions_view_class_init (RemitDecisionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  RemitViewClass *view_class = REMIT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_decisions_view_dispose;
  view_class->show_plan = remit_decisions_view_show_plan;
  view_class->changed = remit_decisions_view_changed;
  view_class->update = remit_decisions_view_update;
  view_class->show_checker = remit_decisions_view_show_checker;
  view_class->show_entity = remit_decisions_view_show_entity;
  view_class->take_focus = remit_decisions_view_take_focus;

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
  gtk_widget_class_bind_template_child (widget_class, RemitDecisionsView, filters);
  gtk_widget_class_bind_template_child (widget_class, RemitDecisionsView, team);
  gtk_widget_class_bind_template_child (widget_class, RemitDecisionsView, kind);
  gtk_widget_class_bind_template_child (widget_class, RemitDecisionsView, legend);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_chosen);
  install_properties (G_OBJECT_CLASS (klass));
  install_actions (widget_class);
}

/* What one likes to see is remembered; a filter is not. */
static void
bind_settings (RemitDecisionsView *self)
{
  GSettings *settings = remit_state_get ();

  if (settings == NULL)
    return;
  g_settings_bind (settings, "matrix-people", self, "with-people", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "matrix-used-only", self, "used-only", G_SETTINGS_BIND_DEFAULT);
}

static void
remit_decisions_view_init (RemitDecisionsView *self)
{
  /* before the template, whose choice of columns is heard */
  self->hub = g_object_new (REMIT_TYPE_DRAG_HUB, NULL);
  self->grid = remit_rights_grid_new (self->hub);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  offer_kinds (self);
  self->filling = FALSE;

  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->grid));
  g_signal_connect_object (self->hub, "changed", G_CALLBACK (on_drag_changed), self,
                           G_CONNECT_SWAPPED);
  bind_settings (self);
}
