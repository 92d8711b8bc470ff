/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All findings of a plan, in groups. */
#include "remit-findings-view.h"

#include <glib/gi18n.h>

#include "remit-finding-filter.h"
#include "remit-finding-head.h"
#include "remit-finding-row.h"
#include "remit-findings-tree.h"
#include "remit-waive-dialog.h"
#include "widgets/pickers/remit-choices.h"
#include "widgets/remit-style.h"
#include "widgets/scrolling/remit-list-focus.h"

struct _RemitFindingsView
{
  RemitView parent_instance;

  RemitFindingFilter *filter;
  GtkFilterListModel *filtered;
  RemitFindingGroups *groups;
  GtkTreeListModel *tree;
  RemitFindingPicks *picks;
  guint regroup_id;
  gboolean filling;
  gboolean checked; /* the plan that is shown */

  GtkLabel *summary;
  GtkDropDown *grouping;
  GtkButton *fold;
  GtkActionBar *bar;
  GtkLabel *selected;
  GtkListView *list;
  GtkDropDown *severity;
  GtkDropDown *team;
  GtkDropDown *kind;
  GtkToggleButton *waived;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (RemitFindingsView, remit_findings_view, REMIT_TYPE_VIEW)

/* The number of findings up to which groups are expanded at first. */
#define FEW 20

/* In the order of the choices, after "any". */
static const RemitKind kinds[] = { REMIT_KIND_DECISION, REMIT_KIND_CONFLICT, REMIT_KIND_LADDER,
                                   REMIT_KIND_TEAM,     REMIT_KIND_SLOT,     REMIT_KIND_PERSON,
                                   REMIT_KIND_SKILL };

/* ── Summary ──────────────────────────────────────────────────────────────────────────────── */

static char *
dup_summary (RemitChecker *checker)
{
  guint counts[REMIT_N_SEVERITIES];
  guint n_waived;
  g_autofree char *errors = NULL;
  g_autofree char *warnings = NULL;
  g_autofree char *others = NULL;
  const GError *error = remit_checker_get_error (checker);

  if (error != NULL)
    return g_strdup (error->message);
  remit_checker_count (checker, counts, &n_waived);
  errors = g_strdup_printf (ngettext ("%u error", "%u errors", counts[REMIT_SEVERITY_ERROR]),
                            counts[REMIT_SEVERITY_ERROR]);
  warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings",
                                        counts[REMIT_SEVERITY_WARNING]),
                              counts[REMIT_SEVERITY_WARNING]);
  /* Translators: findings that somebody accepts */
  others = g_strdup_printf (ngettext ("%u accepted", "%u accepted", n_waived), n_waived);
  /* Translators: how many errors, warnings, and findings that are accepted */
  return g_strdup_printf (_ ("%1$s · %2$s · %3$s"), errors, warnings, others);
}

/* That there is nothing is known when a check has ended and the filter has seen all it found; until
 * then the page stays.
 *
 * Returns: (nullable) */
static const char *
get_page (RemitFindingsView *self,
          RemitChecker *checker)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    return "list";
  if (!self->checked || remit_checker_get_error (checker) != NULL
      || gtk_filter_list_model_get_pending (self->filtered) > 0)
    return NULL;
  return g_list_model_get_n_items (G_LIST_MODEL (checker)) > 0 ? "none-shown" : "nothing";
}

/* ── Groups ───────────────────────────────────────────────────────────────────────────────── */

static RemitGrouping
get_grouping (RemitFindingsView *self)
{
  guint selected = gtk_drop_down_get_selected (self->grouping);

  return selected < REMIT_N_GROUPINGS ? (RemitGrouping) selected : REMIT_GROUPING_RULE;
}

static void
show_fold (RemitFindingsView *self)
{
  gtk_button_set_label (self->fold, remit_findings_tree_is_open (self->tree) ? _ ("Collapse All")
                                                                             : _ ("Expand All"));
  gtk_widget_set_visible (GTK_WIDGET (self->fold),
                          g_list_model_get_n_items (G_LIST_MODEL (self->groups)) > 0);
}

/* A few findings are seen at once; of many one sees first what they are. */
static gboolean
regroup (gpointer data)
{
  RemitFindingsView *self = data;
  GListModel *findings = G_LIST_MODEL (self->filtered);

  self->regroup_id = 0;
  if (gtk_filter_list_model_get_pending (self->filtered) > 0)
    return G_SOURCE_REMOVE;
  gtk_tree_list_model_set_autoexpand (self->tree, g_list_model_get_n_items (findings) <= FEW);
  remit_finding_groups_take (self->groups, remit_view_get_workspace (REMIT_VIEW (self)),
                             get_grouping (self), findings);
  remit_finding_picks_retain (self->picks, findings);
  show_fold (self);
  return G_SOURCE_REMOVE;
}

/* What is filtered comes in parts; groups are made when all has come. */
static void
regroup_later (RemitFindingsView *self)
{
  if (self->regroup_id == 0)
    self->regroup_id = g_idle_add_full (G_PRIORITY_LOW, regroup, self, NULL);
}

static void
on_grouping_chosen (RemitFindingsView *self)
{
  if (!self->filling)
    regroup_later (self);
}

static void
on_fold_clicked (RemitFindingsView *self)
{
  remit_findings_tree_set_open (self->tree, !remit_findings_tree_is_open (self->tree));
}

/* ── Selection ────────────────────────────────────────────────────────────────────────────── */

static void
show_picks (RemitFindingsView *self)
{
  guint n = remit_finding_picks_count (self->picks, NULL);
  g_autofree char *words = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  gtk_label_set_label (self->selected, words);
  /* the keyboard stays where there is something */
  if (n == 0 && gtk_widget_get_state_flags (GTK_WIDGET (self->bar)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  gtk_action_bar_set_revealed (self->bar, n > 0);
}

static void
on_accept_clicked (RemitFindingsView *self)
{
  RemitView *view = REMIT_VIEW (self);
  g_autoptr (GPtrArray) picked = remit_finding_picks_list (self->picks,
                                                           G_LIST_MODEL (self->filtered));

  if (picked->len > 0)
    remit_waive_dialog_present (GTK_WIDGET (self), remit_view_get_workspace (view),
                                remit_view_get_plan (view), (RemitFinding **) picked->pdata,
                                picked->len);
}

static void
on_clear_clicked (RemitFindingsView *self)
{
  remit_finding_picks_retain (self->picks, NULL);
}

/* ── What is there ────────────────────────────────────────────────────────────────────────── */

static void
update (RemitFindingsView *self)
{
  RemitChecker *checker = remit_view_get_checker (REMIT_VIEW (self));
  g_autofree char *summary = NULL;
  const char *page;

  regroup_later (self);
  if (checker == NULL)
    return;
  summary = self->checked ? dup_summary (checker) : g_strdup (_ ("Checking…"));
  gtk_label_set_label (self->summary, summary);
  page = get_page (self, checker);
  if (page != NULL)
    gtk_stack_set_visible_child_name (self->stack, page);
}

/* Of another plan nothing is known yet. */
static void
begin (RemitFindingsView *self)
{
  RemitChecker *checker = remit_view_get_checker (REMIT_VIEW (self));

  self->checked = checker != NULL && !remit_checker_is_running (checker);
  gtk_stack_set_visible_child_name (self->stack, "list");
  update (self);
}

/* ── Filters ──────────────────────────────────────────────────────────────────────────────── */

static void
fill_teams (RemitFindingsView *self)
{
  RemitView *view = REMIT_VIEW (self);

  self->filling = TRUE;
  remit_choices_offer_parts (self->team, _ ("Any team"), FALSE, remit_view_get_workspace (view),
                             REMIT_KIND_TEAM, remit_view_get_plan (view));
  self->filling = FALSE;
}

static void
on_chosen (RemitFindingsView *self)
{
  guint severity = gtk_drop_down_get_selected (self->severity);
  guint kind = gtk_drop_down_get_selected (self->kind);

  if (self->filling)
    return;
  remit_finding_filter_set (
    self->filter,
    severity == 0 || severity > REMIT_N_SEVERITIES ? REMIT_N_SEVERITIES
                                                   : (RemitSeverity) (severity - 1),
    remit_choices_get (self->team),
    kind > 0 && kind <= G_N_ELEMENTS (kinds) ? kinds[kind - 1] : REMIT_KIND_NONE,
    gtk_toggle_button_get_active (self->waived));
  update (self);
}

/* Teams come, go, and are renamed. */
static void
remit_findings_view_changed (RemitView *view,
                             GPtrArray *changes)
{
  RemitFindingsView *self = REMIT_FINDINGS_VIEW (view);
  gboolean teams = changes->len == 0;

  for (guint i = 0; i < changes->len; i++)
    teams = teams || ((RemitChange *) changes->pdata[i])->kind == REMIT_KIND_TEAM;
  if (!teams)
    return;
  fill_teams (self);
  on_chosen (self);
}

/* What is accepted is shown when nothing else is left to clear. */
static void
on_clear_filters (GtkWidget *widget,
                  const char *name G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  RemitFindingsView *self = REMIT_FINDINGS_VIEW (widget);
  GtkDropDown *const choices[] = { self->severity, self->team, self->kind };
  gboolean is_clear = TRUE;

  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      is_clear = is_clear && gtk_drop_down_get_selected (choices[i]) == 0;
      gtk_drop_down_set_selected (choices[i], 0);
    }
  if (is_clear)
    gtk_toggle_button_set_active (self->waived, TRUE);
  self->filling = FALSE;
  /* the button that was pressed is of no use any longer */
  gtk_widget_grab_focus (GTK_WIDGET (self->severity));
  on_chosen (self);
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static void
on_setup (RemitFindingsView *self G_GNUC_UNUSED,
          GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_list_item_set_selectable (item, FALSE);
  /* the row has the keyboard, which the arrows open and fold */
  gtk_widget_set_focusable (expander, FALSE);
  gtk_list_item_set_child (item, expander);
}

/* Returns: (transfer none): what is in the row, made anew when something of another type was */
static GtkWidget *
get_content (GtkTreeExpander *expander,
             GType type)
{
  GtkWidget *content = gtk_tree_expander_get_child (expander);

  if (content != NULL && G_TYPE_CHECK_INSTANCE_TYPE (content, type))
    return content;
  gtk_tree_expander_set_child (expander, g_object_new (type, NULL));
  return gtk_tree_expander_get_child (expander);
}

/* The arrow stands beside the first line, however many there are. */
static void
raise_arrow (GtkTreeExpander *expander)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (expander)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != gtk_tree_expander_get_child (expander))
      gtk_widget_set_valign (child, GTK_ALIGN_START);
}

static void
on_bind (RemitFindingsView *self,
         GtkListItem *item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (GObject) content = gtk_tree_list_row_get_item (row);
  RemitView *view = REMIT_VIEW (self);
  const RemitFindingPlace place = { remit_view_get_workspace (view), remit_view_get_plan (view),
                                    self->picks, get_grouping (self) != REMIT_GROUPING_RULE };

  gtk_tree_expander_set_list_row (expander, row);
  raise_arrow (expander);
  gtk_list_item_set_activatable (item, REMIT_IS_FINDING_GROUP (content));
  remit_style_set_class (GTK_WIDGET (expander), "remit-finding-group",
                         REMIT_IS_FINDING_GROUP (content));
  if (REMIT_IS_FINDING_GROUP (content))
    remit_finding_head_bind (
      REMIT_FINDING_HEAD (get_content (expander, REMIT_TYPE_FINDING_HEAD)),
      REMIT_FINDING_GROUP (content), self->picks);
  else
    remit_finding_row_bind (REMIT_FINDING_ROW (get_content (expander, REMIT_TYPE_FINDING_ROW)),
                            &place, REMIT_FINDING (content));
}

static void
on_unbind (RemitFindingsView *self G_GNUC_UNUSED,
           GtkListItem *item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkWidget *content = gtk_tree_expander_get_child (expander);

  if (REMIT_IS_FINDING_HEAD (content))
    remit_finding_head_bind (REMIT_FINDING_HEAD (content), NULL, NULL);
  else
    remit_finding_row_bind (REMIT_FINDING_ROW (content), NULL, NULL);
  gtk_tree_expander_set_list_row (expander, NULL);
}

static void
on_activate (RemitFindingsView *self,
             guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);

  if (row != NULL)
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_findings_view_show_plan (RemitView *view,
                               RemitWorkspace *workspace,
                               gint64 plan)
{
  RemitFindingsView *self = REMIT_FINDINGS_VIEW (view);

  remit_finding_filter_set_workspace (self->filter, workspace);
  remit_finding_picks_set_workspace (self->picks, workspace);
  fill_teams (self);
  begin (self);
}

static void
remit_findings_view_show_checker (RemitView *view,
                                  RemitChecker *checker)
{
  RemitFindingsView *self = REMIT_FINDINGS_VIEW (view);

  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (checker));
  begin (self);
}

static void
remit_findings_view_checked (RemitView *view)
{
  REMIT_FINDINGS_VIEW (view)->checked = TRUE;
  update (REMIT_FINDINGS_VIEW (view));
}

static void
remit_findings_view_dispose (GObject *object)
{
  RemitFindingsView *self = REMIT_FINDINGS_VIEW (object);

  if (self->filtered != NULL)
    gtk_filter_list_model_set_model (self->filtered, NULL);
  self->filling = TRUE; /* the choices are heard as they go */
  g_clear_handle_id (&self->regroup_id, g_source_remove);
  g_clear_object (&self->tree);
  g_clear_object (&self->groups);
  g_clear_object (&self->picks);

  G_OBJECT_CLASS (remit_findings_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/findings/remit-findings-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, summary);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, list);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, grouping);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, fold);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, bar);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, selected);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, severity);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, team);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, kind);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, waived);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, filter);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, filtered);
  gtk_widget_class_install_action (widget_class, "view.clear-filters", NULL, on_clear_filters);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_grouping_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_fold_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
remit_findings_view_class_init (RemitFindingsViewClass *klass)
{
  RemitViewClass *view_class = REMIT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_findings_view_dispose;
  view_class->show_plan = remit_findings_view_show_plan;
  view_class->show_checker = remit_findings_view_show_checker;
  view_class->changed = remit_findings_view_changed;
  view_class->checked = remit_findings_view_checked;

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
show_tree (RemitFindingsView *self)
{
  GtkNoSelection *selection;

  self->groups = remit_finding_groups_new ();
  self->tree = remit_findings_tree_new (self->groups);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->tree)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  g_signal_connect_object (self->tree, "items-changed", G_CALLBACK (show_fold), self,
                           G_CONNECT_SWAPPED);
}

static void
remit_findings_view_init (RemitFindingsView *self)
{
  self->picks = remit_finding_picks_new ();
  g_signal_connect_object (self->picks, "changed", G_CALLBACK (show_picks), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  show_tree (self);
  remit_list_focus_keep_in_sight (GTK_WIDGET (self->list));
  remit_findings_tree_add_keys (self->list);
}
