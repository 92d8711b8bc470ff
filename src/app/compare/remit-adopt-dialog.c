/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a scenario over into its plan, or the other way: what is chosen, and clashes decided. */
#include "remit-adopt-dialog.h"

#include <glib/gi18n.h>

#include "exchange/remit-import-choice-row.h"
#include "exchange/remit-import-list.h"
#include "model/remit-id.h"
#include "store/remit-worker.h"
#include "widgets/remit-dialog.h"
#include "widgets/remit-feedback.h"

/* So many rows and clashes are listed; the others are counted. */
#define MOST_ROWS 2000
#define MOST_CLASHES 200

struct _RemitAdoptDialog
{
  AdwWindow parent_instance;

  GtkWidget *parent;
  RemitWorkspace *workspace;
  gint64 scenario;
  RemitAdoptVerb verb;
  RemitWorker *worker;
  RemitAdoption *adoption;
  GHashTable *choices; /* of RemitSide, by the key of a clash */
  GHashTable *taken;   /* of RemitImportChoice, by the id of a row */
  GPtrArray *lists;    /* of GPtrArray of RemitImportRow */
  GPtrArray *rows;     /* of GtkWidget: those of the two groups */
  char *shown[2];      /* what the groups show, as one text each */
  gboolean is_adopting;
  gboolean is_deciding; /* all clashes at once */

  GtkLabel *title;
  GtkLabel *problem;
  GtkStack *stack;
  AdwStatusPage *nothing;
  AdwPreferencesGroup *changes;
  AdwPreferencesGroup *clashes;
  GtkButton *adopt;
};

G_DEFINE_FINAL_TYPE (RemitAdoptDialog, remit_adopt_dialog, ADW_TYPE_WINDOW)

/* ── Options ──────────────────────────────────────────────────────────────────────────────── */

/* What a thread is given: the tables stay as they are meanwhile. */
typedef struct {
  gint64 scenario;
  RemitAdoptOptions options;
} Work;

static void
work_free (Work *self)
{
  g_clear_pointer (&self->options.choices, g_hash_table_unref);
  g_clear_pointer (&self->options.left, g_hash_table_unref);
  g_free (self);
}

static Work *
work_new (RemitAdoptDialog *self)
{
  Work *work = g_new0 (Work, 1);
  GHashTableIter iter;
  gpointer key, value;

  work->scenario = self->scenario;
  work->options.verb = self->verb;
  work->options.choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, self->choices);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (work->options.choices, g_strdup (key), value);
  work->options.left = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, self->taken);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gint64 id = remit_id_parse (key);

      if (GPOINTER_TO_INT (value) == REMIT_IMPORT_LEAVE)
        g_hash_table_add (work->options.left, g_memdup2 (&id, sizeof id));
    }
  return work;
}

/* ── Clashes ──────────────────────────────────────────────────────────────────────────────── */

static void
update_button (RemitAdoptDialog *self)
{
  gboolean has_changes =
    self->adoption != NULL
    && (self->adoption->changes->len > 0 || self->adoption->clashes->len > 0);
  guint n_open = 0;

  for (guint i = 0; self->adoption != NULL && i < self->adoption->clashes->len; i++)
    {
      const RemitClash *clash = self->adoption->clashes->pdata[i];

      n_open += GPOINTER_TO_INT (g_hash_table_lookup (self->choices, clash->key)) == 0;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->adopt), self->adoption != NULL && n_open == 0
                                                        && !self->is_adopting
                                                        && !remit_worker_is_running (self->worker)
                                                        && has_changes);
}

static const char *
get_key (GObject *row)
{
  return g_object_get_data (row, "key");
}

/* What is decided may let others clash, or no longer. */
static void update (RemitAdoptDialog *self);

static void
on_decided (AdwComboRow *row,
            GParamSpec *pspec,
            RemitAdoptDialog *self)
{
  RemitSide side = (RemitSide) adw_combo_row_get_selected (row);

  if (side == REMIT_SIDE_NONE)
    g_hash_table_remove (self->choices, get_key (G_OBJECT (row)));
  else
    g_hash_table_replace (self->choices, g_strdup (get_key (G_OBJECT (row))),
                          GINT_TO_POINTER (side));
  if (!self->is_deciding)
    update (self);
}

static void
add_row (RemitAdoptDialog *self,
         AdwPreferencesGroup *group,
         GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (RemitAdoptDialog *self,
             AdwPreferencesGroup *group)
{
  for (guint i = self->rows->len; i-- > 0;)
    if (g_object_get_data (self->rows->pdata[i], "group") == group)
      {
        adw_preferences_group_remove (group, self->rows->pdata[i]);
        g_ptr_array_remove_index (self->rows, i);
      }
}

/* Returns: (transfer full) (nullable): the key of the clash that has the keyboard */
static char *
dup_focused (RemitAdoptDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_COMBO_ROW) : NULL;

  return row != NULL ? g_strdup (get_key (G_OBJECT (row))) : NULL;
}

static void
focus_clash (RemitAdoptDialog *self,
             const char *key)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (get_key (self->rows->pdata[i]), key) == 0)
      gtk_widget_grab_focus (self->rows->pdata[i]);
}

/* Returns: whether a group has something else to show than it does; @text: (transfer full) */
static gboolean
is_other (RemitAdoptDialog *self,
          guint group,
          char *text)
{
  g_autofree char *before = g_steal_pointer (&self->shown[group]);

  self->shown[group] = text;
  return g_strcmp0 (before, text) != 0;
}

static void
add_clash (RemitAdoptDialog *self,
           const RemitClash *clash)
{
  const char *const sides[] = { _ ("Not decided"), self->adoption->titles[0],
                                self->adoption->titles[1], NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (sides);
  g_autofree char *values = g_strdup_printf (
    "%s: %s\n%s: %s\n%s: %s", _ ("Before"), clash->values[0], sides[1], clash->values[1], sides[2],
    clash->values[2]);
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "use-markup", FALSE, "title", clash->reason,
                                 "title-lines", 0, "subtitle", values, "subtitle-lines", 0,
                                 "model", model, NULL);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) GPOINTER_TO_INT (g_hash_table_lookup (
                                                     self->choices, clash->key)));
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (clash->key), g_free);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_decided), self, 0);
  add_row (self, self->clashes, row);
}

static char *
dup_clashes (RemitAdoptDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->adoption->clashes->len; i++)
    {
      const RemitClash *clash = self->adoption->clashes->pdata[i];

      g_string_append_printf (text, "%s\n%s\n%s\n%s\n%s\n", clash->key, clash->reason,
                              clash->values[0], clash->values[1], clash->values[2]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Those that are there stay as they are, with the keyboard, as long as they are the same. */
static void
show_clashes (RemitAdoptDialog *self)
{
  GPtrArray *clashes = self->adoption->clashes;
  g_autofree char *focused = dup_focused (self);

  if (!is_other (self, 1, dup_clashes (self)))
    return;
  remove_rows (self, self->clashes);
  gtk_widget_set_visible (GTK_WIDGET (self->clashes), clashes->len > 0);
  for (guint i = 0; i < MIN (clashes->len, MOST_CLASHES); i++)
    add_clash (self, clashes->pdata[i]);
  if (clashes->len > MOST_CLASHES)
    add_row (self, self->clashes, remit_import_list_create_more (clashes->len - MOST_CLASHES));
  if (focused != NULL)
    focus_clash (self, focused);
}

static void
decide_all (RemitAdoptDialog *self,
            RemitSide side)
{
  for (guint i = 0; self->adoption != NULL && i < self->adoption->clashes->len; i++)
    {
      const RemitClash *clash = self->adoption->clashes->pdata[i];

      g_hash_table_replace (self->choices, g_strdup (clash->key), GINT_TO_POINTER (side));
    }
  self->is_deciding = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    if (ADW_IS_COMBO_ROW (self->rows->pdata[i]))
      adw_combo_row_set_selected (self->rows->pdata[i], side);
  self->is_deciding = FALSE;
  update (self);
}

static void
on_all_mine (RemitAdoptDialog *self)
{
  decide_all (self, REMIT_SIDE_MINE);
}

static void
on_all_theirs (RemitAdoptDialog *self)
{
  decide_all (self, REMIT_SIDE_THEIRS);
}

/* ── Changes ──────────────────────────────────────────────────────────────────────────────── */

static RemitImportRow *
create_choice (const RemitDifference *change)
{
  RemitImportRow *row = g_new0 (RemitImportRow, 1);
  char id[17];

  remit_id_format (change->a != 0 ? change->a : change->b, id);
  row->key = g_strdup (id);
  row->is_taken = TRUE;
  row->text = remit_difference_dup_sentence (change);
  return row;
}

static void
add_list (RemitAdoptDialog *self,
          RemitDifferenceOp op)
{
  g_autoptr (GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) remit_import_row_free);
  GPtrArray *changes = self->adoption->changes;
  g_autofree char *title = NULL;
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    if (((RemitDifference *) changes->pdata[i])->op == op && n++ < MOST_ROWS)
      g_ptr_array_add (list, create_choice (changes->pdata[i]));
  if (n == 0)
    return;
  /* Translators: what becomes of rows, and of how many: “Added: 3” */
  title = g_strdup_printf (_ ("%1$s: %2$u"), remit_difference_op_get_label (op), n);
  add_row (self, self->changes,
           GTK_WIDGET (remit_import_choice_row_new (title, NULL, list, n - list->len,
                                                    self->taken)));
  g_ptr_array_add (self->lists, g_ptr_array_ref (list));
}

static char *
dup_changes (RemitAdoptDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->adoption->changes->len; i++)
    {
      g_autofree char *sentence =
        remit_difference_dup_sentence (self->adoption->changes->pdata[i]);

      g_string_append_printf (text, "%s\n", sentence);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_changes (RemitAdoptDialog *self)
{
  if (!is_other (self, 0, dup_changes (self)))
    return;
  remove_rows (self, self->changes);
  g_ptr_array_set_size (self->lists, 0);
  for (RemitDifferenceOp op = 0; op < REMIT_N_DIFFERENCE_OPS; op++)
    add_list (self, op);
}

static void
show_adoption (RemitAdoptDialog *self)
{
  const char *const *titles = (const char *const *) self->adoption->titles;
  guint from = self->verb == REMIT_ADOPT ? 0 : 1;
  g_autofree char *description = NULL;

  /* Translators: the names of two plans; the changes of the first one go into the second one */
  description = g_strdup_printf (_ ("From “%1$s” into “%2$s”"), titles[from], titles[1 - from]);
  adw_preferences_group_set_description (self->changes, description);
  show_changes (self);
  show_clashes (self);
  gtk_stack_set_visible_child_name (
    self->stack,
    self->adoption->changes->len > 0 || self->adoption->clashes->len > 0 ? "shown" : "nothing");
  update_button (self);
}

/* ── In the thread ────────────────────────────────────────────────────────────────────────── */

static gpointer
judge (RemitStore *store,
       const RemitWorkControl *control,
       gpointer data,
       GError **error)
{
  Work *work = data;

  work->options.cancellable = control->cancellable;
  return remit_adopt_judge (store, work->scenario, &work->options, error);
}

static void
on_judged (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  RemitAdoptDialog *self = data;
  g_autoptr (GError) error = NULL;
  RemitAdoption *adoption = remit_worker_finish (REMIT_WORKER (source), result, &error);

  if (adoption != NULL)
    {
      g_clear_pointer (&self->adoption, remit_adoption_free);
      self->adoption = adoption;
      show_adoption (self);
    }
  else if (!remit_worker_was_cancelled (error))
    {
      adw_status_page_set_title (self->nothing, _ ("Operation Failed"));
      adw_status_page_set_icon_name (self->nothing, "dialog-warning-symbolic");
      adw_status_page_set_description (self->nothing, error->message);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
    }
}

/* Also when others have changed something; what was chosen stays chosen. */
static void
update (RemitAdoptDialog *self)
{
  const RemitWork to_do = {
    .of = remit_workspace_get_store (self->workspace),
    .flags = REMIT_STORE_READ_ONLY,
    .func = judge,
    .data = work_new (self),
    .free_data = (GDestroyNotify) work_free,
    .free_result = (GDestroyNotify) remit_adoption_free,
  };

  /* rows that are not taken stay in the list */
  g_hash_table_remove_all (((Work *) to_do.data)->options.left);
  if (!self->is_adopting)
    remit_worker_run (self->worker, &to_do, on_judged, self);
  else
    work_free (to_do.data);
  update_button (self);
}

/* ── Doing ────────────────────────────────────────────────────────────────────────────────── */

static gint64
adopt_now (RemitWorkspace *workspace,
           gpointer data,
           GError **error)
{
  const Work *work = data;

  return remit_adopt (workspace, work->scenario, &work->options, NULL, error);
}

static void
on_adopted (GtkWidget *widget,
            RemitWorkspace *workspace,
            gint64 result,
            gpointer data G_GNUC_UNUSED,
            const GError *error)
{
  RemitAdoptDialog *self = REMIT_ADOPT_DIALOG (widget);

  self->is_adopting = FALSE;
  if (result == 0)
    {
      remit_dialog_refuse (self->problem, error->message);
      update (self);
      return;
    }
  remit_feedback_edit (self->parent, workspace, TRUE, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_adopt (RemitAdoptDialog *self)
{
  self->is_adopting = TRUE;
  update_button (self);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  remit_try_in_thread (GTK_WIDGET (self), self->workspace, adopt_now, work_new (self),
                       (GDestroyNotify) work_free, on_adopted);
}

/* ── The dialog ───────────────────────────────────────────────────────────────────────────── */

static void
remit_adopt_dialog_dispose (GObject *object)
{
  RemitAdoptDialog *self = REMIT_ADOPT_DIALOG (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->workspace);
  g_clear_object (&self->parent);
  g_clear_pointer (&self->adoption, remit_adoption_free);

  G_OBJECT_CLASS (remit_adopt_dialog_parent_class)->dispose (object);
}

static void
remit_adopt_dialog_finalize (GObject *object)
{
  RemitAdoptDialog *self = REMIT_ADOPT_DIALOG (object);

  g_hash_table_unref (self->choices);
  g_hash_table_unref (self->taken);
  g_free (self->shown[0]);
  g_free (self->shown[1]);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->lists);

  G_OBJECT_CLASS (remit_adopt_dialog_parent_class)->finalize (object);
}

static void
remit_adopt_dialog_class_init (RemitAdoptDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_adopt_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = remit_adopt_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/compare/remit-adopt-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitAdoptDialog, title);
  gtk_widget_class_bind_template_child (widget_class, RemitAdoptDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, RemitAdoptDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitAdoptDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, RemitAdoptDialog, changes);
  gtk_widget_class_bind_template_child (widget_class, RemitAdoptDialog, clashes);
  gtk_widget_class_bind_template_child (widget_class, RemitAdoptDialog, adopt);
  gtk_widget_class_bind_template_callback (widget_class, on_adopt);
  gtk_widget_class_bind_template_callback (widget_class, on_all_mine);
  gtk_widget_class_bind_template_callback (widget_class, on_all_theirs);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_adopt_dialog_init (RemitAdoptDialog *self)
{
  self->worker = remit_worker_new ();
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_ptr_array_new ();
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_adopt_dialog_present (GtkWidget *parent,
                            RemitWorkspace *workspace,
                            gint64 scenario,
                            RemitAdoptVerb verb)
{
  RemitAdoptDialog *self;
  const char *title = verb == REMIT_ADOPT ? _ ("Adopt Scenario") : _ ("Refresh Scenario");

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  self = g_object_new (REMIT_TYPE_ADOPT_DIALOG, "transient-for", gtk_widget_get_root (parent),
                       "title", title, NULL);
  self->parent = g_object_ref (parent);
  self->workspace = g_object_ref (workspace);
  self->scenario = scenario;
  self->verb = verb;
  gtk_label_set_label (self->title, title);
  gtk_button_set_label (self->adopt, verb == REMIT_ADOPT ? _ ("_Adopt") : _ ("_Refresh"));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  remit_dialog_present (GTK_WINDOW (self));
}
