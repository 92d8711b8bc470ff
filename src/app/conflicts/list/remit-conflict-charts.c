/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of a plan's conflicts: open ones by age and level, time to resolution, types. */
#include "remit-conflict-charts.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "store/remit-worker.h"
#include "widgets/remit-names.h"

#define WIDTH 320

/* In the order of RemitAge. */
static const char *const ages[] = { N_ ("a day"), N_ ("a week"), N_ ("a month"), N_ ("longer") };

static void
add_chart (GtkBox *box,
           const char *title,
           GtkWidget *chart)
{
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  if (REMIT_IS_BARS (chart))
    remit_names_set (chart, title);
  gtk_box_append (box, heading);
  gtk_box_append (box, chart);
}

static GtkWidget *
create_nothing (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

guint
remit_conflict_charts_set_rungs (RemitBars *bars,
                                 const RemitConflictFigures *figures)
{
  static const char *const names[] = { N_ ("No level"), N_ ("Level 1"), N_ ("Level 2"),
                                       N_ ("Level 3"),     N_ ("Level 4"), N_ ("Higher") };
  const char *parts[REMIT_N_AGES];
  RemitBarsRow rows[REMIT_FIGURES_N_RUNGS] = { 0 };
  guint n = 0;

  for (guint rung = 0; rung < REMIT_FIGURES_N_RUNGS; rung++)
    {
      guint sum = 0;

      for (guint age = 0; age < REMIT_N_AGES; age++)
        sum += rows[n].parts[age] = figures->running[rung][age];
      rows[n].name = _ (names[rung]);
      n += sum > 0;
    }
  for (guint age = 0; age < REMIT_N_AGES; age++)
    parts[age] = _ (ages[age]);
  remit_bars_set (bars, rows, n, REMIT_N_AGES, parts);
  return n;
}

static GtkWidget *
create_rungs (const RemitConflictFigures *figures)
{
  GtkWidget *bars = remit_bars_new (NULL, 0, 0, NULL);

  if (remit_conflict_charts_set_rungs (REMIT_BARS (bars), figures) > 0)
    return bars;
  g_object_unref (g_object_ref_sink (bars));
  return create_nothing (_ ("None"));
}

static GtkWidget *
create_settled (const RemitConflictFigures *figures)
{
  static const char *const names[] = { N_ ("Up to a day"), N_ ("Up to a week"),
                                       N_ ("Up to a month"), N_ ("Longer") };
  RemitBarsRow rows[REMIT_N_AGES] = { 0 };
  guint sum = 0;

  for (guint age = 0; age < REMIT_N_AGES; age++)
    {
      rows[age].name = _ (names[age]);
      sum += rows[age].parts[0] = figures->settled[age];
    }
  return sum > 0 ? remit_bars_new (rows, REMIT_N_AGES, 1, NULL)
                 : create_nothing (_ ("No resolved conflicts yet"));
}

static GtkWidget *
create_types (const RemitConflictFigures *figures)
{
  const RemitChoice *types = remit_conflict_info.fields[REMIT_CONFLICT_TYPE].choices;
  const char *parts[] = { _ ("closed"), _ ("open") };
  RemitBarsRow rows[REMIT_FIGURES_N_TYPES] = { 0 };
  guint n = 0;

  for (guint type = 0; type < REMIT_FIGURES_N_TYPES; type++)
    {
      rows[n].name = g_dgettext (GETTEXT_PACKAGE, types[type].label);
      rows[n].parts[0] = figures->types[type][1];
      rows[n].parts[1] = figures->types[type][0];
      n += rows[n].parts[0] + rows[n].parts[1] > 0;
    }
  return n > 0 ? remit_bars_new (rows, n, 2, parts) : create_nothing (_ ("None"));
}

static GtkWidget *
create_charts (const RemitConflictFigures *figures)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_widget_add_css_class (box, "remit-charts");
  add_chart (GTK_BOX (box), _ ("Open Conflicts by Level and Age"), create_rungs (figures));
  add_chart (GTK_BOX (box), _ ("Time to Resolution"), create_settled (figures));
  add_chart (GTK_BOX (box), _ ("By Type"), create_types (figures));
  return box;
}

/* ── In a thread ──────────────────────────────────────────────────────────────────────────── */

typedef struct {
  GtkPopover *popover;
  RemitWorker *worker;
  gint64 plan;
} Counting;

static void
counting_free (Counting *self)
{
  g_object_unref (self->popover);
  g_object_unref (self->worker);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Counting, counting_free)

static gpointer
count (RemitStore *store,
       const RemitWorkControl *control G_GNUC_UNUSED,
       gpointer data,
       GError **error)
{
  const Counting *self = data;
  g_autofree RemitConflictFigures *figures = g_new0 (RemitConflictFigures, 1);

  return remit_conflict_figures_count (store, self->plan, remit_time_now (), figures, error)
           ? g_steal_pointer (&figures)
           : NULL;
}

static void
on_counted (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (Counting) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree RemitConflictFigures *figures = remit_worker_finish (REMIT_WORKER (source), result,
                                                                  &error);

  gtk_popover_set_child (self->popover, figures != NULL ? create_charts (figures)
                                                        : create_nothing (error->message));
}

void
remit_conflict_charts_show (GtkPopover *popover,
                            RemitWorkspace *workspace,
                            gint64 plan)
{
  RemitWork work = { .func = count, .free_result = g_free };
  Counting *counting;

  g_return_if_fail (GTK_IS_POPOVER (popover));
  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  counting = g_new0 (Counting, 1);
  counting->popover = g_object_ref (popover);
  counting->worker = remit_worker_new ();
  counting->plan = plan;
  work.of = remit_workspace_get_store (workspace);
  work.flags = REMIT_STORE_READ_ONLY;
  work.data = counting;
  remit_worker_run (counting->worker, &work, on_counted, counting);
}
