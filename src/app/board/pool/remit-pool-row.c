/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person in the pool: name, title, how much of their time is taken, and how they fit a slot. */
#include "remit-pool-row.h"

#include <glib/gi18n.h>

#include "model/remit-percent.h"
#include "plan/load/remit-load.h"
#include "plan/roster/remit-candidate.h"
#include "widgets/drawing/remit-avatar.h"
#include "widgets/drawing/remit-finding-mark.h"
#include "widgets/drawing/remit-load-bar.h"
#include "widgets/remit-names.h"
#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"

struct _RemitPoolRow
{
  GtkWidget parent_instance;

  RemitWorkspace *workspace;
  RemitEntity *person;
  gint64 plan;
  gint64 slot;
  RemitFindingMark mark;

  GtkLabel *avatar;
  GtkLabel *name;
  GtkLabel *title;
  RemitLoadBar *bar;
  GtkLabel *load;
  GtkImage *overload;
  GtkLabel *fit;
  GtkLabel *skills;
  GtkLabel *place;
};

G_DEFINE_FINAL_TYPE (RemitPoolRow, remit_pool_row, GTK_TYPE_WIDGET)

static void
remit_pool_row_dispose (GObject *object)
{
  RemitPoolRow *self = REMIT_POOL_ROW (object);
  GtkWidget *child;

  remit_pool_row_unbind (self);
  remit_finding_mark_clear (&self->mark);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (remit_pool_row_parent_class)->dispose (object);
}

static void
remit_pool_row_class_init (RemitPoolRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_pool_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/board/pool/remit-pool-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPoolRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, RemitPoolRow, name);
  gtk_widget_class_bind_template_child (widget_class, RemitPoolRow, title);
  gtk_widget_class_bind_template_child (widget_class, RemitPoolRow, bar);
  gtk_widget_class_bind_template_child (widget_class, RemitPoolRow, load);
  gtk_widget_class_bind_template_child (widget_class, RemitPoolRow, overload);
  gtk_widget_class_bind_template_child (widget_class, RemitPoolRow, fit);
  gtk_widget_class_bind_template_child (widget_class, RemitPoolRow, skills);
  gtk_widget_class_bind_template_child (widget_class, RemitPoolRow, place);
  gtk_widget_class_set_css_name (widget_class, "remit-pool-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
remit_pool_row_init (RemitPoolRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->mark.severity = REMIT_N_SEVERITIES;
}

static void
show_name (RemitPoolRow *self)
{
  const char *name = remit_entity_get_text (self->person, REMIT_PERSON_NAME);
  const char *title = remit_entity_get_text (self->person, REMIT_PERSON_TITLE);

  remit_avatar_set_name (self->avatar, name);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->title, title);
}

static void
describe (RemitPoolRow *self,
          const char *summary)
{
  const char *title = gtk_label_get_label (self->title);
  g_autofree char *description = g_strconcat (title, *title != '\0' ? ", " : "", summary, NULL);

  remit_names_set_row (GTK_WIDGET (self), gtk_label_get_label (self->name), description);
}

static void
show_text (GtkLabel *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* Returns: (transfer full) (nullable): in words, for whom does not see the labels */
static char *
show_fit (RemitPoolRow *self)
{
  g_autoptr (RemitOpening) opening = remit_opening_new (self->workspace, self->slot);
  gint64 person = remit_entity_get_id (self->person);
  g_autofree char *fit = NULL;
  g_autofree char *skills = NULL;
  g_autofree char *place = NULL;

  if (opening != NULL)
    {
      fit = remit_candidate_dup_summary (self->workspace, opening, person);
      skills = remit_candidate_dup_skills (self->workspace, opening, person);
      place = remit_candidate_dup_place (self->workspace, opening, person);
    }
  gtk_widget_set_valign (GTK_WIDGET (self->avatar),
                         opening != NULL ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  remit_style_set_class (GTK_WIDGET (self), "candidate", opening != NULL);
  show_text (self->fit, fit);
  show_text (self->skills, skills);
  show_text (self->place, place);
  return opening != NULL ? g_strjoin ("\n", fit, *skills != '\0' ? skills : place,
                                      *skills != '\0' ? place : NULL, NULL)
                         : NULL;
}

/* What is said of a person, a line each. */
static char *
join_lines (const char *first,
            const char *second,
            const char *third)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  const char *const all[] = { first, second, third };
  g_auto (GStrv) given = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL)
      g_strv_builder_add (lines, all[i]);
  given = g_strv_builder_end (lines);
  return g_strjoinv ("\n", given);
}

void
remit_pool_row_refresh (RemitPoolRow *self)
{
  RemitLoad load;
  g_autofree char *summary = NULL;
  g_autofree char *fit = NULL;
  g_autofree char *words = NULL;
  g_autofree char *short_text = NULL;
  g_autofree char *load_words = NULL;
  g_autofree char *findings = NULL;
  g_autofree char *spoken = NULL;
  int shown, capacity;

  g_return_if_fail (REMIT_IS_POOL_ROW (self));

  if (self->person == NULL)
    return;
  show_name (self);
  remit_load_get (self->workspace, self->plan, remit_entity_get_id (self->person), &load);
  summary = remit_load_dup_summary (&load);
  shown = load.over ? load.peak.load : load.now;
  capacity = load.over ? load.peak.capacity : load.capacity;
  /* Translators: percent of a person's time that is taken */
  short_text = remit_percent_printf (_ ("%d %%"), shown);
  gtk_label_set_label (self->load, short_text);
  /* what else the rules have found of them is a matter of their slots, and in the words */
  gtk_widget_set_visible (GTK_WIDGET (self->overload), load.over);
  remit_load_bar_set (self->bar, shown, capacity);
  fit = show_fit (self);
  words = join_lines (fit, summary, self->mark.words);
  remit_tooltip_set (GTK_WIDGET (self), words);
  /* Translators: the load of a person: "80 % of 100 %" */
  load_words = g_strdup_printf (_ ("Load: %s"), summary);
  findings = remit_finding_mark_dup_spoken (&self->mark);
  spoken = join_lines (fit, load_words, findings);
  describe (self, spoken);
}

/* Returns: whether there is something else to say */
static gboolean
take_findings (RemitPoolRow *self,
               RemitChecker *checker)
{
  g_autofree char *words = g_steal_pointer (&self->mark.words);
  RemitSeverity severity = self->mark.severity;

  remit_finding_mark_get (checker, REMIT_KIND_PERSON, remit_entity_get_id (self->person),
                          REMIT_KIND_NONE, 0, &self->mark);
  return severity != self->mark.severity || g_strcmp0 (words, self->mark.words) != 0;
}

void
remit_pool_row_show_findings (RemitPoolRow *self,
                              RemitChecker *checker)
{
  g_return_if_fail (REMIT_IS_POOL_ROW (self));

  if (self->person == NULL)
    return;
  if (take_findings (self, checker))
    remit_pool_row_refresh (self);
}

void
remit_pool_row_set_slot (RemitPoolRow *self,
                         gint64 slot)
{
  g_return_if_fail (REMIT_IS_POOL_ROW (self));

  if (self->slot == slot)
    return;
  self->slot = slot;
  remit_pool_row_refresh (self);
}

void
remit_pool_row_bind (RemitPoolRow *self,
                     RemitWorkspace *workspace,
                     gint64 plan,
                     gint64 slot,
                     RemitEntity *person,
                     RemitChecker *checker)
{
  g_return_if_fail (REMIT_IS_POOL_ROW (self));

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->person, person);
  self->plan = plan;
  self->slot = slot;
  take_findings (self, checker);
  remit_pool_row_refresh (self);
}

void
remit_pool_row_unbind (RemitPoolRow *self)
{
  g_clear_object (&self->person);
  g_clear_object (&self->workspace);
}

RemitEntity *
remit_pool_row_get_person (RemitPoolRow *self)
{
  g_return_val_if_fail (REMIT_IS_POOL_ROW (self), NULL);

  return self->person;
}
