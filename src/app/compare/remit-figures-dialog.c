/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans side by side in figures, with the best of each. */
#include "remit-figures-dialog.h"

#include <glib/gi18n.h>

#include "check/remit-check.h"
#include "exchange/book/remit-book-figures.h"
#include "exchange/remit-saved.h"
#include "plan/compare/remit-compare.h"
#include "store/remit-worker.h"
#include "widgets/remit-ask-file.h"
#include "widgets/remit-dialog.h"
#include "widgets/remit-names.h"

/* What a plan amounts to. */
typedef struct {
  char *title;
  RemitPlanFigures figures;
  guint n_findings;
} Column;

/* @chosen: (element-type gint64); @columns: (element-type Column) (nullable): once they are read */
struct _RemitFiguresDialog
{
  AdwWindow parent_instance;

  RemitWorkspace *workspace;
  GtkWindow *window;
  GArray *chosen;
  RemitWorker *worker;
  GPtrArray *columns;

  GtkButton *save;
  AdwExpanderRow *plans;
  GtkLabel *problem;
  GtkGrid *table;
};

G_DEFINE_FINAL_TYPE (RemitFiguresDialog, remit_figures_dialog, ADW_TYPE_WINDOW)

/* ── In the thread ────────────────────────────────────────────────────────────────────────── */

static void
column_free (Column *self)
{
  g_free (self->title);
  remit_plan_figures_clear (&self->figures);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Column, column_free)

static gboolean
count_findings (Column *self,
                RemitStore *store,
                const RemitCheckOptions *options,
                GError **error)
{
  g_autoptr (GPtrArray) findings = remit_check_run (remit_store_get_path (store), options, error);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    self->n_findings += remit_finding_get_waiver (findings->pdata[i]) == NULL;
  return findings != NULL;
}

/* Returns: (transfer full) (nullable): %NULL with @error set */
static Column *
read_column (RemitStore *store,
             const RemitCheckOptions *options,
             GError **error)
{
  const RemitPlanMoment moment = { options->plan, REMIT_PLAN_STATE_NOW };
  g_autoptr (RemitPlanState) state =
    remit_plan_state_read (store, moment.plan, moment.seq, options->cancellable, error);
  g_autoptr (Column) self = NULL;

  if (state == NULL)
    return NULL;
  self = g_new0 (Column, 1);
  self->title = remit_plan_moment_dup_title (&moment, state);
  if (!remit_plan_figures_read (&self->figures, state, error)
      || !count_findings (self, store, options, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gpointer
read_columns (RemitStore *store,
              const RemitWorkControl *control,
              gpointer data,
              GError **error)
{
  const GArray *plans = data;
  g_autoptr (RemitRules) rules = remit_rules_load ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);

  for (guint i = 0; i < plans->len; i++)
    {
      const RemitCheckOptions options = { .rules = rules,
                                          .plan = g_array_index (plans, gint64, i),
                                          .cancellable = control->cancellable };
      Column *column = read_column (store, &options, error);

      if (column == NULL)
        return NULL;
      g_ptr_array_add (columns, column);
    }
  return g_steal_pointer (&columns);
}

/* ── The table ────────────────────────────────────────────────────────────────────────────── */

static const Column *
get_column (RemitFiguresDialog *self,
            guint plan)
{
  return self->columns->pdata[plan];
}

/* @of: what it is: a figure and a plan, for who does not see the table */
static void
add_cell (RemitFiguresDialog *self,
          int column,
          int row,
          const char *text,
          const char *css_class,
          const char *of)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           row == 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), row == 0 && column > 0 ? 12 : -1);
  gtk_widget_set_hexpand (label, column == 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (of != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s: %s", of, text);

      remit_names_set (label, name);
    }
  gtk_grid_attach (self->table, label, column, row, 1, 1);
}

/* @values: (array): of each plan; @better: 1 where more is better, -1 where less is, 0 where
 * neither is; where all are the same, none is best */
static gboolean
is_best (const gint64 *values,
         guint n,
         guint i,
         int better)
{
  gboolean differs = FALSE;

  for (guint j = 0; j < n; j++)
    {
      if (better * (values[j] - values[i]) > 0)
        return FALSE;
      differs = differs || values[j] != values[i];
    }
  return differs && better != 0;
}

static void
add_row (RemitFiguresDialog *self,
         int row,
         const char *label,
         const gint64 *values,
         GStrv texts,
         int better)
{
  guint n = self->columns->len;

  add_cell (self, 0, row, label, NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      gboolean best = is_best (values, n, i, better);
      g_autofree char *text = best ? g_strdup_printf ("★ %s", texts[i]) : g_strdup (texts[i]);
      /* Translators: a figure, and the plan that it is of */
      g_autofree char *of = g_strdup_printf (_ ("%1$s of %2$s"), label,
                                             get_column (self, i)->title);

      add_cell (self, (int) i + 1, row, text, best ? "heading" : "numeric", of);
    }
}

static void
add_figure (RemitFiguresDialog *self,
            int row,
            RemitPlanFigure figure)
{
  guint n = self->columns->len;
  g_autofree gint64 *values = g_new (gint64, n);
  g_auto (GStrv) texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      values[i] = get_column (self, i)->figures.values[figure];
      texts[i] = remit_plan_figures_display (&get_column (self, i)->figures, figure);
    }
  add_row (self, row, remit_plan_figure_get_label (figure), values, texts,
           remit_plan_figure_get_better (figure));
}

static void
add_findings (RemitFiguresDialog *self,
              int row)
{
  guint n = self->columns->len;
  g_autofree gint64 *values = g_new (gint64, n);
  g_auto (GStrv) texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      values[i] = get_column (self, i)->n_findings;
      texts[i] = g_strdup_printf ("%u", (guint) values[i]);
    }
  add_row (self, row, _ ("Findings"), values, texts, -1);
}

/* Of costs in one currency the least is best. */
static void
add_costs (RemitFiguresDialog *self,
           int row)
{
  guint n = self->columns->len;
  g_autofree gint64 *values = g_new0 (gint64, n);
  g_auto (GStrv) texts = g_new0 (char *, n + 1);
  gboolean has_any = FALSE;
  gboolean is_one = TRUE;

  for (guint i = 0; i < n; i++)
    {
      const GArray *costs = get_column (self, i)->figures.costs;
      const GArray *first = get_column (self, 0)->figures.costs;

      texts[i] = remit_plan_figures_display_costs (&get_column (self, i)->figures);
      has_any = has_any || costs->len > 0;
      is_one = is_one && costs->len == 1 && first->len == 1
               && g_str_equal (g_array_index (costs, RemitPlanCost, 0).currency,
                               g_array_index (first, RemitPlanCost, 0).currency);
      values[i] = costs->len > 0 ? g_array_index (costs, RemitPlanCost, 0).amount : 0;
    }
  if (has_any)
    add_row (self, row, _ ("Cost per day"), values, texts, is_one ? -1 : 0);
}

static void
clear_table (RemitFiguresDialog *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->table))) != NULL)
    gtk_grid_remove (self->table, child);
}

static void
show_figures (RemitFiguresDialog *self)
{
  clear_table (self);
  for (guint i = 0; i < self->columns->len; i++)
    add_cell (self, (int) i + 1, 0, get_column (self, i)->title, "heading", NULL);
  for (RemitPlanFigure i = 0; i < REMIT_N_PLAN_FIGURES; i++)
    add_figure (self, (int) i + 1, i);
  add_findings (self, REMIT_N_PLAN_FIGURES + 1);
  add_costs (self, REMIT_N_PLAN_FIGURES + 2);
}

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  RemitFiguresDialog *self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *columns = remit_worker_finish (REMIT_WORKER (source), result, &error);

  if (columns == NULL && remit_worker_was_cancelled (error))
    return;
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  self->columns = columns;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), columns != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), columns == NULL);
  if (columns != NULL)
    {
      show_figures (self);
      return;
    }
  clear_table (self);
  gtk_label_set_label (self->problem, error->message);
}

static void
update (RemitFiguresDialog *self)
{
  const RemitWork work = {
    .of = remit_workspace_get_store (self->workspace),
    .flags = REMIT_STORE_READ_ONLY,
    .func = read_columns,
    .data = g_array_copy (self->chosen),
    .free_data = (GDestroyNotify) g_array_unref,
    .free_result = (GDestroyNotify) g_ptr_array_unref,
  };
  g_autofree char *text = NULL;

  /* Translators: how many plans are chosen */
  text = g_strdup_printf (ngettext ("%u chosen", "%u chosen", self->chosen->len),
                          self->chosen->len);
  adw_expander_row_set_subtitle (self->plans, text);
  if (self->chosen->len > 1)
    {
      remit_worker_run (self->worker, &work, on_read, self);
      return;
    }
  g_array_unref (work.data);
  clear_table (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_label_set_label (self->problem, _ ("Choose two or more plans"));
}

/* ── Saving ───────────────────────────────────────────────────────────────────────────────── */

static gboolean
save (RemitFiguresDialog *self,
      const char *path,
      GError **error)
{
  guint n = self->columns->len;
  g_autofree const char **titles = g_new0 (const char *, n + 1);
  g_autofree const RemitPlanFigures **figures = g_new0 (const RemitPlanFigures *, n + 1);
  g_autofree guint *n_findings = g_new0 (guint, n);
  const RemitBookFigures book = { n, titles, figures, n_findings };
  const RemitExport export = {
    .store = remit_workspace_get_store (self->workspace),
    .plan = g_array_index (self->chosen, gint64, 0),
  };

  for (guint i = 0; i < n; i++)
    {
      titles[i] = get_column (self, i)->title;
      figures[i] = &get_column (self, i)->figures;
      n_findings[i] = get_column (self, i)->n_findings;
    }
  return remit_book_write_figures (&book, &export, path, error);
}

static void
on_file (gpointer data,
         GFile *file)
{
  g_autoptr (RemitFiguresDialog) self = data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->columns == NULL)
    return;
  if (path == NULL)
    {
      remit_saved_refuse_place (self->window, file);
      return;
    }
  if (save (self, path, &error))
    /* Translators: the name of a file */
    remit_saved_say (self->window, path, _ ("Saved as %s"), NULL);
  else
    remit_saved_say (self->window, NULL, NULL, error);
}

static void
on_save (RemitFiguresDialog *self)
{
  static const char *const suffixes[] = { "xlsx", "csv", NULL };
  const RemitFileQuestion question = {
    .title = _ ("Save Figures"),
    .action = _ ("_Save"),
    .files = _ ("Tables"),
    .suffixes = suffixes,
    .name = _ ("plans.xlsx"),
  };

  remit_ask_file (GTK_WINDOW (self), &question, on_file, g_object_ref (self));
}

/* ── Choosing plans ───────────────────────────────────────────────────────────────────────── */

static gint64
get_plan (GtkCheckButton *check)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (check), "plan");
}

static void
on_toggled (GtkCheckButton *check,
            RemitFiguresDialog *self)
{
  gint64 plan = get_plan (check);

  if (gtk_check_button_get_active (check))
    g_array_append_val (self->chosen, plan);
  else
    for (guint i = self->chosen->len; i-- > 0;)
      if (g_array_index (self->chosen, gint64, i) == plan)
        g_array_remove_index (self->chosen, i);
  update (self);
}

static gboolean
is_related (RemitEntity *plan,
            RemitEntity *other)
{
  gint64 base = remit_entity_get_integer (plan, REMIT_PLAN_BASE);
  gint64 base_of_other = remit_entity_get_integer (other, REMIT_PLAN_BASE);

  return base == remit_entity_get_id (other) || base_of_other == remit_entity_get_id (plan)
         || (base != 0 && base == base_of_other);
}

static void
add_plan (RemitFiguresDialog *self,
          RemitEntity *plan,
          gboolean is_chosen)
{
  gint64 id = remit_entity_get_id (plan);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                 remit_entity_get_text (plan, REMIT_PLAN_NAME), NULL);

  if (is_chosen)
    g_array_append_val (self->chosen, id);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen);
  g_object_set_data_full (G_OBJECT (check), "plan", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  remit_names_set (check, remit_entity_get_text (plan, REMIT_PLAN_NAME));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (self->plans, row);
}

static void
offer_plans (RemitFiguresDialog *self,
             gint64 plan)
{
  GListModel *plans = remit_workspace_get_list (self->workspace, REMIT_KIND_PLAN);
  RemitEntity *first = remit_workspace_get (self->workspace, REMIT_KIND_PLAN, plan);

  if (first == NULL)
    return;
  add_plan (self, first, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (plans); i++)
    {
      g_autoptr (RemitEntity) other = g_list_model_get_item (plans, i);

      if (other != first)
        add_plan (self, other, is_related (first, other));
    }
}

/* ── The dialog ───────────────────────────────────────────────────────────────────────────── */

static void
remit_figures_dialog_dispose (GObject *object)
{
  RemitFiguresDialog *self = REMIT_FIGURES_DIALOG (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->workspace);
  g_clear_weak_pointer (&self->window);
  g_clear_pointer (&self->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (remit_figures_dialog_parent_class)->dispose (object);
}

static void
remit_figures_dialog_finalize (GObject *object)
{
  g_array_unref (REMIT_FIGURES_DIALOG (object)->chosen);

  G_OBJECT_CLASS (remit_figures_dialog_parent_class)->finalize (object);
}

static void
remit_figures_dialog_class_init (RemitFiguresDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_figures_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = remit_figures_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/compare/remit-figures-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitFiguresDialog, save);
  gtk_widget_class_bind_template_child (widget_class, RemitFiguresDialog, plans);
  gtk_widget_class_bind_template_child (widget_class, RemitFiguresDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, RemitFiguresDialog, table);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_figures_dialog_init (RemitFiguresDialog *self)
{
  self->worker = remit_worker_new ();
  self->chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_figures_dialog_present (GtkWidget *parent,
                              RemitWorkspace *workspace,
                              gint64 plan)
{
  RemitFiguresDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  self = g_object_new (REMIT_TYPE_FIGURES_DIALOG, "transient-for", gtk_widget_get_root (parent),
                       NULL);
  g_set_weak_pointer (&self->window, GTK_WINDOW (gtk_widget_get_root (parent)));
  self->workspace = g_object_ref (workspace);
  offer_plans (self, plan);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  remit_dialog_present (GTK_WINDOW (self));
  remit_dialog_take_as_given (GTK_WINDOW (self));
}
