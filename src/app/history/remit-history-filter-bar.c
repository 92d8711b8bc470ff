/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filters of the history: time, author, plan, entity. */
#include "remit-history-filter-bar.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "plan/design/remit-design.h"
#include "store/remit-worker.h"
#include "widgets/pickers/remit-choices.h"
#include "widgets/remit-style.h"

/* In the order of the choices. */
enum {
  ANY_TIME,
  TODAY,
  WEEK,
  MONTH,
  YEAR,
  BETWEEN,
};

struct _RemitHistoryFilterBar
{
  AdwBin parent_instance;

  RemitWorkspace *workspace;
  RemitHistoryFilter *filter;
  RemitWorker *worker; /* looks who there is */
  gboolean filling;

  GtkDropDown *when;
  GtkEditable *from;
  GtkEditable *until;
  GtkWidget *between;
  GtkDropDown *who;
  GtkStringList *actors;
  GtkDropDown *plan;
  GtkWidget *about;
  GtkLabel *about_label;
};

G_DEFINE_FINAL_TYPE (RemitHistoryFilterBar, remit_history_filter_bar, ADW_TYPE_BIN)

static void
emit_changed (RemitHistoryFilterBar *self)
{
  if (!self->filling)
    g_signal_emit_by_name (self, "changed");
}

/* ── When ─────────────────────────────────────────────────────────────────────────────────── */

/* The beginning of a day that somebody types; 0 for none, or what is no day. */
static gint64
read_day (GtkEditable *entry,
          gboolean end)
{
  const char *text = gtk_editable_get_text (entry);
  gint64 day = remit_day_parse (text);

  remit_style_set_class (GTK_WIDGET (entry), "error", *text != '\0' && day == 0);
  return day != 0 ? remit_time_of_day_end (end ? day : day - 1) : 0;
}

static void
on_when (RemitHistoryFilterBar *self)
{
  static const int days[] = { [TODAY] = 1, [WEEK] = 7, [MONTH] = 30, [YEAR] = 365 };
  guint chosen = gtk_drop_down_get_selected (self->when);
  gint64 today = remit_day_of_time (remit_time_now ());

  gtk_widget_set_visible (self->between, chosen == BETWEEN);
  self->filter->from = self->filter->until = 0;
  if (chosen == BETWEEN)
    {
      self->filter->from = read_day (self->from, FALSE);
      self->filter->until = read_day (self->until, TRUE);
    }
  else if (chosen > ANY_TIME && chosen < BETWEEN)
    self->filter->from = remit_time_of_day_end (today - days[chosen]);
  emit_changed (self);
}

/* ── Who ──────────────────────────────────────────────────────────────────────────────────── */

static void
on_who (RemitHistoryFilterBar *self)
{
  guint chosen = gtk_drop_down_get_selected (self->who);

  g_clear_pointer (&self->filter->actor, g_free);
  if (chosen > 0 && chosen != GTK_INVALID_LIST_POSITION)
    self->filter->actor = g_strdup (gtk_string_list_get_string (self->actors, chosen));
  emit_changed (self);
}

/* In a thread: a long history is looked through. */
static gpointer
list_actors (RemitStore *store,
             const RemitWorkControl *control G_GNUC_UNUSED,
             gpointer data G_GNUC_UNUSED,
             GError **error)
{
  return remit_history_list_actors (store, error);
}

static void
on_actors (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  RemitHistoryFilterBar *self = data;
  g_auto (GStrv) actors = remit_worker_finish (REMIT_WORKER (source), result, NULL);

  if (actors == NULL)
    return;
  self->filling = TRUE;
  gtk_string_list_splice (self->actors, 1,
                          g_list_model_get_n_items (G_LIST_MODEL (self->actors)) - 1,
                          (const char *const *) actors);
  self->filling = FALSE;
}

static void
fill_actors (RemitHistoryFilterBar *self)
{
  RemitWork work = {
    .flags = REMIT_STORE_READ_ONLY,
    .func = list_actors,
    .free_result = (GDestroyNotify) g_strfreev,
  };

  remit_worker_stop (self->worker);
  if (self->workspace == NULL)
    return;
  work.of = remit_workspace_get_store (self->workspace);
  remit_worker_run (self->worker, &work, on_actors, self);
}

/* ── Which plan ───────────────────────────────────────────────────────────────────────────── */

static void
on_plan (RemitHistoryFilterBar *self)
{
  self->filter->plan = remit_choices_get (self->plan);
  emit_changed (self);
}

static void
offer_plans (RemitHistoryFilterBar *self)
{
  GListModel *plans = self->workspace != NULL
                        ? g_object_ref (remit_workspace_get_list (self->workspace, REMIT_KIND_PLAN))
                        : G_LIST_MODEL (g_list_store_new (REMIT_TYPE_ENTITY));

  self->filling = TRUE;
  remit_choices_offer (self->plan, _ ("All plans"), FALSE, plans);
  self->filling = FALSE;
}

/* ── About what ───────────────────────────────────────────────────────────────────────────── */

static void
on_forget_entity (RemitHistoryFilterBar *self)
{
  remit_history_filter_bar_set_entity (self, REMIT_KIND_NONE, 0);
}

void
remit_history_filter_bar_set_entity (RemitHistoryFilterBar *self,
                                     RemitKind kind,
                                     gint64 id)
{
  g_return_if_fail (REMIT_IS_HISTORY_FILTER_BAR (self));

  self->filter->entity = id;
  if (id != 0 && self->workspace != NULL)
    {
      g_autofree char *name = remit_design_dup_name (self->workspace, kind, id);
      /* Translators: what it is, such as "Slot", and its name */
      g_autofree char *text = g_strdup_printf (_ ("%s: %s"), _ (remit_entity_info (kind)->label),
                                               name);

      gtk_label_set_label (self->about_label, text);
    }
  gtk_widget_set_visible (self->about, id != 0);
  emit_changed (self);
}

void
remit_history_filter_bar_set_words (RemitHistoryFilterBar *self,
                                    const char *words)
{
  g_return_if_fail (REMIT_IS_HISTORY_FILTER_BAR (self));

  g_free (self->filter->words);
  self->filter->words = g_strdup (words);
  emit_changed (self);
}

void
remit_history_filter_bar_clear (RemitHistoryFilterBar *self)
{
  g_return_if_fail (REMIT_IS_HISTORY_FILTER_BAR (self));

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->when, ANY_TIME);
  gtk_drop_down_set_selected (self->who, 0);
  gtk_drop_down_set_selected (self->plan, 0);
  remit_history_filter_bar_set_entity (self, REMIT_KIND_NONE, 0);
  self->filling = FALSE;
  emit_changed (self);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

const RemitHistoryFilter *
remit_history_filter_bar_get_filter (RemitHistoryFilterBar *self)
{
  g_return_val_if_fail (REMIT_IS_HISTORY_FILTER_BAR (self), NULL);

  return self->filter;
}

void
remit_history_filter_bar_set_workspace (RemitHistoryFilterBar *self,
                                        RemitWorkspace *workspace)
{
  g_return_if_fail (REMIT_IS_HISTORY_FILTER_BAR (self));

  g_set_object (&self->workspace, workspace);
  self->filling = TRUE;
  remit_history_filter_bar_clear (self);
  self->filling = FALSE;
  offer_plans (self);
  fill_actors (self);
}

static void
remit_history_filter_bar_dispose (GObject *object)
{
  RemitHistoryFilterBar *self = REMIT_HISTORY_FILTER_BAR (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (remit_history_filter_bar_parent_class)->dispose (object);
  /* after the choices, which are heard */
  g_clear_pointer (&self->filter, remit_history_filter_free);
}

static void
remit_history_filter_bar_class_init (RemitHistoryFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_history_filter_bar_dispose;
  g_signal_new ("changed", REMIT_TYPE_HISTORY_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/history/remit-history-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryFilterBar, when);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryFilterBar, from);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryFilterBar, until);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryFilterBar, between);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryFilterBar, who);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryFilterBar, actors);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryFilterBar, plan);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryFilterBar, about);
  gtk_widget_class_bind_template_child (widget_class, RemitHistoryFilterBar, about_label);
  gtk_widget_class_bind_template_callback (widget_class, on_when);
  gtk_widget_class_bind_template_callback (widget_class, on_who);
  gtk_widget_class_bind_template_callback (widget_class, on_plan);
  gtk_widget_class_bind_template_callback (widget_class, on_forget_entity);
}

static void
remit_history_filter_bar_init (RemitHistoryFilterBar *self)
{
  self->filter = remit_history_filter_copy (NULL);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  self->worker = remit_worker_new ();
}
