/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that the checker has found in a plan, as one list. */
#include "remit-findings-view.h"

#include <glib/gi18n.h>

#include "remit-finding-filter.h"
#include "remit-finding-row.h"
#include "widgets/pickers/remit-choices.h"
#include "widgets/scrolling/remit-list-focus.h"

struct _RemitFindingsView
{
  RemitView parent_instance;

  RemitFindingFilter *filter;
  GtkFilterListModel *filtered;
  gboolean filling;
  gboolean checked; /* the plan that is shown */

  GtkLabel *summary;
  GtkListView *list;
  GtkDropDown *severity;
  GtkDropDown *team;
  GtkDropDown *kind;
  GtkToggleButton *waived;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (RemitFindingsView, remit_findings_view, REMIT_TYPE_VIEW)

/* In the order of the choices, after "any". */
static const RemitKind kinds[] = { REMIT_KIND_DECISION, REMIT_KIND_CONFLICT, REMIT_KIND_LADDER,
                                   REMIT_KIND_TEAM,     REMIT_KIND_SLOT,     REMIT_KIND_PERSON,
                                   REMIT_KIND_SKILL };

/* ── What is said above ───────────────────────────────────────────────────────────────────── */

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

static void
update (RemitFindingsView *self)
{
  RemitChecker *checker = remit_view_get_checker (REMIT_VIEW (self));
  g_autofree char *summary = NULL;
  const char *page;

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

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static void
on_setup (RemitFindingsView *self G_GNUC_UNUSED,
          GtkListItem *item)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, g_object_new (REMIT_TYPE_FINDING_ROW, NULL));
}

static void
on_bind (RemitView *self,
         GtkListItem *item)
{
  remit_finding_row_bind (REMIT_FINDING_ROW (gtk_list_item_get_child (item)),
                          remit_view_get_workspace (self), remit_view_get_plan (self),
                          gtk_list_item_get_item (item));
}

static void
on_unbind (RemitFindingsView *self G_GNUC_UNUSED,
           GtkListItem *item)
{
  remit_finding_row_bind (REMIT_FINDING_ROW (gtk_list_item_get_child (item)), NULL, 0, NULL);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_findings_view_show_plan (RemitView *view,
                               RemitWorkspace *workspace,
                               gint64 plan)
{
  RemitFindingsView *self = REMIT_FINDINGS_VIEW (view);

  remit_finding_filter_set_workspace (self->filter, workspace);
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

  G_OBJECT_CLASS (remit_findings_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/findings/remit-findings-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, summary);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, list);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, severity);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, team);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, kind);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, waived);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, filter);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingsView, filtered);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
  gtk_widget_class_bind_template_callback (widget_class, update);
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
remit_findings_view_init (RemitFindingsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  remit_list_focus_keep_in_sight (GTK_WIDGET (self->list));
}
