/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a plan differs from another one: rows by team, findings, and figures side by side. */
#include "remit-compare-dialog.h"

#include <glib/gi18n.h>

#include "check/findings/remit-finding-changes.h"
#include "exchange/remit-import-list.h"
#include "remit-adopt-dialog.h"
#include "remit-figures-dialog.h"
#include "store/remit-worker.h"
#include "widgets/pickers/remit-choices.h"
#include "widgets/remit-dialog.h"

/* So many texts of a group are listed; the others are counted. */
#define MOST_TEXTS 2000

struct _RemitCompareDialog
{
  AdwWindow parent_instance;

  GtkWidget *parent;
  RemitWorkspace *workspace;
  gint64 plan;
  gint64 other;
  RemitWorker *worker;
  GPtrArray *rows; /* of GtkWidget: those that a comparison has added, and their groups */

  AdwComboRow *with;
  GtkStack *stack;
  AdwStatusPage *problem;
  AdwPreferencesGroup *differences;
  AdwPreferencesGroup *findings;
  AdwPreferencesGroup *figures;
  AdwPreferencesGroup *scenario;
  AdwActionRow *adopt_row;
  AdwActionRow *refresh_row;
};

G_DEFINE_FINAL_TYPE (RemitCompareDialog, remit_compare_dialog, ADW_TYPE_WINDOW)

/* ── In the thread ────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitPlanMoment moments[2];
  RemitComparison *comparison;
  RemitFindingChanges *findings;
} Work;

static void
work_free (Work *self)
{
  g_clear_pointer (&self->comparison, remit_comparison_free);
  g_clear_pointer (&self->findings, remit_finding_changes_free);
  g_free (self);
}

static gpointer
compare (RemitStore *store,
         const RemitWorkControl *control,
         gpointer data,
         GError **error)
{
  Work *self = g_memdup2 (data, sizeof (Work));

  self->comparison = remit_compare (store, &self->moments[0], &self->moments[1],
                                    control->cancellable, error);
  if (self->comparison != NULL)
    self->findings =
      remit_finding_changes_read (store, &self->moments[0], &self->moments[1],
                                  self->comparison->pairs, control->cancellable, error);
  if (self->findings != NULL)
    return self;
  work_free (self);
  return NULL;
}

/* ── What is shown ────────────────────────────────────────────────────────────────────────── */

typedef struct {
  AdwPreferencesGroup *group;
  GtkWidget *row;
} Added;

static void
add_row (RemitCompareDialog *self,
         AdwPreferencesGroup *group,
         GtkWidget *row)
{
  const Added added = { group, row };

  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, g_memdup2 (&added, sizeof added));
}

static void
remove_rows (RemitCompareDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Added *added = self->rows->pdata[i];

      adw_preferences_group_remove (added->group, added->row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_texts (RemitCompareDialog *self,
           AdwPreferencesGroup *group,
           const char *title,
           const char *icon_name,
           GPtrArray *texts,
           guint n)
{
  add_row (self, group,
           remit_import_list_create_row (title, icon_name, texts, n - MIN (n, texts->len)));
}

static void
add_team (RemitCompareDialog *self,
          const char *name,
          GPtrArray *texts,
          guint n)
{
  const char *team = *name != '\0' ? name : _ ("Whole plan");
  /* Translators: a team, and how much differs in it: “Fraud: 3 differences” */
  g_autofree char *title =
    g_strdup_printf (ngettext ("%1$s: %2$u difference", "%1$s: %2$u differences", n), team, n);

  add_texts (self, self->differences, title, "system-users-symbolic", texts, n);
}

static void
show_differences (RemitCompareDialog *self,
                  GPtrArray *differences)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (guint i = 0; i < differences->len; i++)
    {
      const RemitDifference *difference = differences->pdata[i];
      const RemitDifference *next = i + 1 < differences->len ? differences->pdata[i + 1] : NULL;

      if (n++ < MOST_TEXTS)
        g_ptr_array_add (texts, remit_difference_dup_sentence (difference));
      if (next != NULL && next->team == difference->team)
        continue;
      add_team (self, difference->team_name, texts, n);
      g_ptr_array_set_size (texts, 0);
      n = 0;
    }
  if (differences->len == 0)
    add_row (self, self->differences,
             g_object_new (ADW_TYPE_ACTION_ROW, "title", _ ("No differences"), NULL));
}

static void
show_findings_of (RemitCompareDialog *self,
                  GPtrArray *findings,
                  const char *format,
                  const char *icon_name)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = g_strdup_printf (format, findings->len);

  for (guint i = 0; i < MIN (findings->len, MOST_TEXTS); i++)
    g_ptr_array_add (texts, g_strdup_printf ("%s: %s",
                                             remit_finding_get_rule_id (findings->pdata[i]),
                                             remit_finding_get_message (findings->pdata[i])));
  add_texts (self, self->findings, title, icon_name, texts, findings->len);
}

static void
show_findings (RemitCompareDialog *self,
               const RemitFindingChanges *findings)
{
  show_findings_of (self, findings->added,
                    ngettext ("%u new finding", "%u new findings", findings->added->len),
                    "dialog-warning-symbolic");
  show_findings_of (self, findings->fixed,
                    ngettext ("%u fixed finding", "%u fixed findings", findings->fixed->len),
                    "object-select-symbolic");
  show_findings_of (self, findings->same,
                    ngettext ("%u unchanged finding", "%u unchanged findings",
                              findings->same->len),
                    "dialog-information-symbolic");
}

static void
add_figure (RemitCompareDialog *self,
            const char *label,
            const char *old,
            const char *new)
{
  gboolean is_same = g_str_equal (old, new);
  g_autofree char *text = is_same ? g_strdup (old) : g_strdup_printf ("%s → %s", old, new);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", label, NULL);
  GtkWidget *value = gtk_label_new (text);

  if (is_same)
    gtk_widget_add_css_class (value, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  add_row (self, self->figures, row);
}

static void
show_figures (RemitCompareDialog *self,
              const RemitComparison *comparison)
{
  g_autofree char *old = remit_plan_figures_display_costs (&comparison->figures[0]);
  g_autofree char *new = remit_plan_figures_display_costs (&comparison->figures[1]);

  for (RemitPlanFigure i = 0; i < REMIT_N_PLAN_FIGURES; i++)
    {
      g_autofree char *first = remit_plan_figures_display (&comparison->figures[0], i);
      g_autofree char *second = remit_plan_figures_display (&comparison->figures[1], i);

      add_figure (self, remit_plan_figure_get_label (i), first, second);
    }
  if (*old != '\0' || *new != '\0')
    add_figure (self, _ ("Cost per day"), *old != '\0' ? old : _ ("none"),
                *new != '\0' ? new : _ ("none"));
}

/* A scenario can be taken over into the plan that it was copied from, whichever is compared. */
static gint64
get_scenario (RemitCompareDialog *self)
{
  RemitEntity *plan = remit_workspace_get (self->workspace, REMIT_KIND_PLAN, self->plan);
  RemitEntity *other = remit_workspace_get (self->workspace, REMIT_KIND_PLAN, self->other);

  if (plan != NULL && remit_entity_get_integer (plan, REMIT_PLAN_BASE) == self->other)
    return self->plan;
  return other != NULL && remit_entity_get_integer (other, REMIT_PLAN_BASE) == self->plan
           ? self->other
           : 0;
}

static void
show_work (RemitCompareDialog *self,
           const Work *work)
{
  const char *const *titles = (const char *const *) work->comparison->titles;
  /* Translators: the names of two plans, of which the first one is set against the second one */
  g_autofree char *description = g_strdup_printf (_ ("From “%1$s” to “%2$s”"), titles[0],
                                                  titles[1]);

  remove_rows (self);
  adw_preferences_group_set_description (self->differences, description);
  show_differences (self, work->comparison->differences);
  show_findings (self, work->findings);
  show_figures (self, work->comparison);
  gtk_widget_set_visible (GTK_WIDGET (self->scenario),
                          get_scenario (self) != 0
                            && !remit_store_is_read_only (
                              remit_workspace_get_store (self->workspace)));
  gtk_stack_set_visible_child_name (self->stack, "shown");
}

static void
on_compared (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  RemitCompareDialog *self = data;
  g_autoptr (GError) error = NULL;
  Work *work = remit_worker_finish (REMIT_WORKER (source), result, &error);

  if (work != NULL)
    {
      show_work (self, work);
      work_free (work);
    }
  else if (!remit_worker_was_cancelled (error))
    {
      adw_status_page_set_description (self->problem, error->message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
    }
}

/* From the plan that a scenario was copied from to it; else from the chosen one to this one. */
static void
update (RemitCompareDialog *self)
{
  gboolean is_base = get_scenario (self) == self->other;
  Work work = { { { is_base ? self->plan : self->other, REMIT_PLAN_STATE_NOW },
                  { is_base ? self->other : self->plan, REMIT_PLAN_STATE_NOW } } };
  const RemitWork to_do = {
    .of = remit_workspace_get_store (self->workspace),
    .flags = REMIT_STORE_READ_ONLY,
    .func = compare,
    .data = g_memdup2 (&work, sizeof work),
    .free_data = g_free,
    .free_result = (GDestroyNotify) work_free,
  };

  if (self->other == 0)
    {
      g_free (to_do.data);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  remit_worker_run (self->worker, &to_do, on_compared, self);
}

/* ── Choosing ─────────────────────────────────────────────────────────────────────────────── */

static void
on_chosen (RemitCompareDialog *self)
{
  gint64 other = remit_choices_get (self->with);

  if (other == self->other)
    return;
  self->other = other;
  gtk_stack_set_visible_child_name (self->stack, "working");
  update (self);
}

static void
open_adopt (RemitCompareDialog *self,
            RemitAdoptVerb verb)
{
  GtkWidget *parent = self->parent;
  RemitWorkspace *workspace = self->workspace;
  gint64 scenario = get_scenario (self);

  if (scenario != 0)
    remit_adopt_dialog_present (parent, workspace, scenario, verb);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_adopt (RemitCompareDialog *self)
{
  open_adopt (self, REMIT_ADOPT);
}

/* The board of the second one shows how it differs from the first one. */
static void
on_board (RemitCompareDialog *self)
{
  gboolean is_base = get_scenario (self) == self->other;
  GtkWidget *parent = self->parent;
  gint64 plan = self->plan;
  gint64 other = self->other;

  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (parent, "win.show-differences", "(xx)", is_base ? plan : other,
                              is_base ? other : plan);
}

static void
on_figures (RemitCompareDialog *self)
{
  remit_figures_dialog_present (GTK_WIDGET (self), self->workspace, self->plan);
}

static void
on_refresh (RemitCompareDialog *self)
{
  open_adopt (self, REMIT_REFRESH);
}

/* ── The dialog ───────────────────────────────────────────────────────────────────────────── */

static void
remit_compare_dialog_dispose (GObject *object)
{
  RemitCompareDialog *self = REMIT_COMPARE_DIALOG (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->workspace);
  g_clear_object (&self->parent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (remit_compare_dialog_parent_class)->dispose (object);
}

static void
remit_compare_dialog_class_init (RemitCompareDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_compare_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/compare/remit-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitCompareDialog, with);
  gtk_widget_class_bind_template_child (widget_class, RemitCompareDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitCompareDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, RemitCompareDialog, differences);
  gtk_widget_class_bind_template_child (widget_class, RemitCompareDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, RemitCompareDialog, figures);
  gtk_widget_class_bind_template_child (widget_class, RemitCompareDialog, scenario);
  gtk_widget_class_bind_template_child (widget_class, RemitCompareDialog, adopt_row);
  gtk_widget_class_bind_template_child (widget_class, RemitCompareDialog, refresh_row);
  gtk_widget_class_bind_template_callback (widget_class, on_adopt);
  gtk_widget_class_bind_template_callback (widget_class, on_refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_board);
  gtk_widget_class_bind_template_callback (widget_class, on_figures);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_compare_dialog_init (RemitCompareDialog *self)
{
  self->worker = remit_worker_new ();
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_another (gpointer item,
            gpointer data)
{
  return remit_entity_get_id (item) != *(gint64 *) data;
}

/* The plans that there are but this one. */
static void
offer_plans (RemitCompareDialog *self)
{
  RemitEntity *plan = remit_workspace_get (self->workspace, REMIT_KIND_PLAN, self->plan);
  gint64 base = plan != NULL ? remit_entity_get_integer (plan, REMIT_PLAN_BASE) : 0;
  GtkFilter *filter = GTK_FILTER (
    gtk_custom_filter_new (is_another, g_memdup2 (&self->plan, sizeof self->plan), g_free));
  GListModel *plans = G_LIST_MODEL (gtk_filter_list_model_new (
    g_object_ref (remit_workspace_get_list (self->workspace, REMIT_KIND_PLAN)), filter));
  g_autoptr (RemitEntity) first = g_list_model_get_item (plans, 0);

  remit_choices_offer (self->with, _ ("Not chosen yet"), FALSE, plans);
  if (base == 0 && first != NULL)
    base = remit_entity_get_id (first);
  if (base != 0)
    remit_choices_set (self->with, base);
  self->other = remit_choices_get (self->with);
}

void
remit_compare_dialog_present (GtkWidget *parent,
                              RemitWorkspace *workspace,
                              gint64 plan)
{
  RemitCompareDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  self = g_object_new (REMIT_TYPE_COMPARE_DIALOG, "transient-for", gtk_widget_get_root (parent),
                       NULL);
  self->parent = g_object_ref (parent);
  self->workspace = g_object_ref (workspace);
  self->plan = plan;
  offer_plans (self);
  g_signal_connect_object (self->with, "notify::selected", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  remit_dialog_present (GTK_WINDOW (self));
  remit_dialog_take_as_given (GTK_WINDOW (self));
}
