/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form says first: load and overload, how far a slot or team is filled, who uses a role,
 * who gave a plan its status. */
#include <adwaita.h>
#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "model/remit-percent.h"
#include "plan/design/remit-design.h"
#include "plan/load/remit-load.h"
#include "plan/load/remit-period.h"
#include "plan/load/remit-timeline.h"
#include "widgets/drawing/remit-load-bar.h"
#include "widgets/sections/remit-section.h"

/* More spans of too much load than this are counted, not told. */
#define MAX_SPANS 6

/**
 * RemitSummary:
 *
 * An editor (see remit-editor.h) that only tells.
 */
#define REMIT_TYPE_SUMMARY (remit_summary_get_type ())
G_DECLARE_FINAL_TYPE (RemitSummary, remit_summary, REMIT, SUMMARY, AdwBin)

struct _RemitSummary
{
  AdwBin parent_instance;

  RemitSectionLink link;
  guint summary; /* which of them */

  RemitLoadBar *bar;
  GtkLabel *words;
};

static void remit_summary_section_init (RemitSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitSummary, remit_summary, ADW_TYPE_BIN,
                               REMIT_IMPLEMENT_SECTION (remit_summary_section_init))

static gboolean
is_over_from_today (const RemitLoadSpan *span)
{
  return remit_load_span_is_over (span) && remit_load_span_meets (span, remit_day_today (), 0);
}

static void
add_overload (GString *words,
              GArray *spans)
{
  guint n_over = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const RemitLoadSpan *span = &g_array_index (spans, RemitLoadSpan, i);
      g_autofree char *period = NULL;

      if (!is_over_from_today (span) || ++n_over > MAX_SPANS)
        continue;
      period = remit_period_dup_words (MAX (span->from, remit_day_today ()), span->until);
      g_string_append_c (words, '\n');
      if (span->away)
        /* Translators: a load, and when: “80 % while away in August” */
        g_string_append_printf (words, _ ("%d %% while absent %s"), span->load, period);
      else
        /* Translators: a load, a capacity, how much too much, and when: “in March” */
        g_string_append_printf (words, _ ("%3$d %% over capacity (%1$d %% of %2$d %%), %4$s"),
                                span->load,
                                span->capacity, span->load - span->capacity, period);
    }
  if (n_over > MAX_SPANS)
    {
      guint more = n_over - MAX_SPANS;

      g_string_append_c (words, '\n');
      g_string_append_printf (words, ngettext ("and one more period", "and %u more periods", more),
                              more);
    }
}

static char *
dup_person_words (RemitSummary *self)
{
  gint64 id = remit_entity_get_id (self->link.entity);
  g_autoptr (GArray) spans = remit_load_get_spans (self->link.workspace, self->link.plan, id);
  GString *words;
  RemitLoad load;

  remit_load_get (self->link.workspace, self->link.plan, id, &load);
  remit_load_bar_set (self->bar, load.now, load.capacity);
  words = g_string_new (NULL);
  /* Translators: load and capacity of a person, in percent */
  g_string_append_printf (words, _ ("Load today: %d %% of %d %%"), load.now, load.capacity);
  add_overload (words, spans);
  return remit_percent_keep (g_string_free (words, FALSE));
}

static char *
dup_slot_words (RemitSummary *self)
{
  int need = (int) remit_entity_get_integer (self->link.entity, REMIT_SLOT_FTE);
  int filled = remit_load_get_filled (self->link.workspace,
                                      remit_entity_get_id (self->link.entity));
  g_autofree char *team = remit_design_dup_name (
    self->link.workspace, REMIT_KIND_TEAM,
    remit_entity_get_integer (self->link.entity, REMIT_SLOT_TEAM));

  remit_load_bar_set (self->bar, filled, need);
  /* Translators: how much of a slot is filled, in percent; the name of its team */
  return remit_percent_printf (_ ("%d %% of %d %% filled, in %s"), filled, need, team);
}

static char *
dup_team_words (RemitSummary *self)
{
  gint64 id = remit_entity_get_id (self->link.entity);
  g_autoptr (GPtrArray) slots = remit_design_get_parts (self->link.workspace, REMIT_KIND_SLOT, id);
  guint n_filled = 0;
  int filled = 0;
  int need = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      RemitEntity *slot = g_ptr_array_index (slots, i);
      int wants = (int) remit_entity_get_integer (slot, REMIT_SLOT_FTE);
      int has = remit_load_get_filled (self->link.workspace, remit_entity_get_id (slot));

      need += wants;
      filled += MIN (has, wants);
      n_filled += has >= wants;
    }
  remit_load_bar_set (self->bar, filled, need);
  return g_strdup_printf (ngettext ("%u of %u slot filled", "%u of %u slots filled", slots->len),
                          n_filled, slots->len);
}

static guint
count (RemitSummary *self,
       RemitKind kind,
       guint field)
{
  return remit_workspace_get_referring (self->link.workspace, kind, field,
                                        remit_entity_get_id (self->link.entity))
      ->len;
}

static char *
dup_role_words (RemitSummary *self)
{
  guint n = count (self, REMIT_KIND_SLOT, REMIT_SLOT_ROLE);

  return g_strdup_printf (ngettext ("%u slot in the open plans has this role",
                                    "%u slots in the open plans have this role", n),
                          n);
}

static char *
dup_skill_words (RemitSummary *self)
{
  guint n_people = count (self, REMIT_KIND_PERSON_SKILL, REMIT_PERSON_SKILL_SKILL);
  guint n_slots = count (self, REMIT_KIND_SLOT_NEED, REMIT_SLOT_NEED_SKILL);
  g_autofree char *people =
    g_strdup_printf (ngettext ("%u person has this skill", "%u people have this skill", n_people),
                     n_people);
  g_autofree char *slots = g_strdup_printf (
      ngettext ("%u slot in the open plans needs this skill",
                "%u slots in the open plans need this skill",
                n_slots),
      n_slots);

  return g_strdup_printf ("%s\n%s", people, slots);
}

/* Which plan a scenario was copied from, and who gave it its status. */
static char *
dup_plan_words (RemitSummary *self)
{
  const RemitRecord *plan = remit_entity_get_record (self->link.entity);
  const char *by = remit_record_get_text (plan, REMIT_PLAN_STATUS_BY);
  g_autofree char *base = remit_design_dup_value (self->link.workspace, plan, REMIT_PLAN_BASE);
  g_autofree char *status = remit_record_display (plan, REMIT_PLAN_STATUS);
  g_autofree char *time = remit_record_display (plan, REMIT_PLAN_STATUS_AT);
  g_autoptr (GString) words = g_string_new (NULL);

  if (remit_record_get_integer (plan, REMIT_PLAN_BASE) != 0)
    /* Translators: the plan that a scenario was copied from */
    g_string_append_printf (words, _ ("Scenario of “%s”"), base);
  if (*by != '\0')
    {
      if (words->len > 0)
        g_string_append_c (words, '\n');
      /* Translators: the status of a plan, who gave it to it, and when: “Approved: Ada, …” */
      g_string_append_printf (words, _ ("%1$s: %2$s, %3$s"), status, by, time);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* What is said of each kind, and what that is read from. */
static const struct
{
  RemitKind kind;
  char *(*dup_words) (RemitSummary *self);
  gboolean has_bar;
  RemitKinds parts;
  RemitKinds others;
} summaries[] = {
  { REMIT_KIND_PERSON, dup_person_words, TRUE,
    REMIT_KIND_BIT (REMIT_KIND_ASSIGNMENT) | REMIT_KIND_BIT (REMIT_KIND_ABSENCE),
    REMIT_KIND_BIT (REMIT_KIND_PLAN) },
  { REMIT_KIND_SLOT, dup_slot_words, TRUE, REMIT_KIND_BIT (REMIT_KIND_ASSIGNMENT),
    REMIT_KIND_BIT (REMIT_KIND_TEAM) },
  { REMIT_KIND_TEAM, dup_team_words, TRUE, REMIT_KIND_BIT (REMIT_KIND_SLOT),
    REMIT_KIND_BIT (REMIT_KIND_ASSIGNMENT) },
  { REMIT_KIND_ROLE, dup_role_words, FALSE, REMIT_KIND_BIT (REMIT_KIND_SLOT), 0 },
  { REMIT_KIND_SKILL, dup_skill_words, FALSE,
    REMIT_KIND_BIT (REMIT_KIND_PERSON_SKILL) | REMIT_KIND_BIT (REMIT_KIND_SLOT_NEED), 0 },
  { REMIT_KIND_PLAN, dup_plan_words, FALSE, 0, REMIT_KIND_BIT (REMIT_KIND_PLAN) },
};

static void
prepare (GtkWidget *widget)
{
  RemitSummary *self = REMIT_SUMMARY (widget);
  RemitKind kind = self->link.entity != NULL ? remit_entity_get_kind (self->link.entity)
                                             : REMIT_KIND_NONE;

  for (self->summary = 0; self->summary < G_N_ELEMENTS (summaries); self->summary++)
    if (summaries[self->summary].kind == kind)
      {
        self->link.parts = summaries[self->summary].parts;
        self->link.others = summaries[self->summary].others;
        gtk_widget_set_visible (GTK_WIDGET (self->bar), summaries[self->summary].has_bar);
        break;
      }
}

static void
update (GtkWidget *widget)
{
  RemitSummary *self = REMIT_SUMMARY (widget);
  g_autofree char *words = NULL;

  gtk_widget_set_visible (widget, self->summary < G_N_ELEMENTS (summaries));
  if (self->summary == G_N_ELEMENTS (summaries))
    return;
  words = summaries[self->summary].dup_words (self);
  gtk_widget_set_visible (widget, *words != '\0');
  gtk_label_set_label (self->words, words);
}

static void
remit_summary_section_init (RemitSectionInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (RemitSummary, link);
  iface->prepare = prepare;
  iface->update = update;
}

static void
remit_summary_class_init (RemitSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/inspector/remit-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitSummary, bar);
  gtk_widget_class_bind_template_child (widget_class, RemitSummary, words);
}

static void
remit_summary_init (RemitSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
