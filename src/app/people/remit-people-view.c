/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all people of the workspace. */
#include "remit-people-view.h"

#include <glib/gi18n.h>

#include "remit-people-filter.h"
#include "plan/design/remit-design.h"
#include "plan/load/remit-load.h"
#include "widgets/pickers/remit-entity-table.h"

struct _RemitPeopleView
{
  RemitView parent_instance;

  RemitPeopleFilter *filter;

  RemitEntityTable *table;
  GtkToggleButton *free_only;
  GtkToggleButton *unassigned_only;
};

G_DEFINE_FINAL_TYPE (RemitPeopleView, remit_people_view, REMIT_TYPE_VIEW)

/* ── Columns ──────────────────────────────────────────────────────────────────────────────── */

static GPtrArray *
get_assignments (RemitWorkspace *workspace,
                 RemitEntity *person)
{
  return remit_workspace_get_referring (workspace, REMIT_KIND_ASSIGNMENT, REMIT_ASSIGNMENT_PERSON,
                                        remit_entity_get_id (person));
}

static gint64
get_n_slots (RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *person)
{
  GPtrArray *assignments = get_assignments (workspace, person);
  gint64 n = 0;

  for (guint i = 0; i < assignments->len; i++)
    n += remit_entity_get_integer (g_ptr_array_index (assignments, i), REMIT_ASSIGNMENT_PLAN)
         == plan;
  return n;
}

static char *
dup_n_slots (RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *person)
{
  return g_strdup_printf ("%u", (guint) get_n_slots (workspace, plan, person));
}

static void
get_load (RemitWorkspace *workspace,
          gint64 plan,
          RemitEntity *person,
          int *load,
          int *capacity)
{
  RemitLoad now;

  remit_load_get (workspace, plan, remit_entity_get_id (person), &now);
  *load = now.over ? now.peak.load : now.now;
  *capacity = now.over ? now.peak.capacity : now.capacity;
}

static char *
dup_load (RemitWorkspace *workspace,
          gint64 plan,
          RemitEntity *person)
{
  RemitLoad now;

  remit_load_get (workspace, plan, remit_entity_get_id (person), &now);
  return remit_load_dup_summary (&now);
}

static gint64
get_load_over (RemitWorkspace *workspace,
               gint64 plan,
               RemitEntity *person)
{
  int load, capacity;

  get_load (workspace, plan, person, &load, &capacity);
  return load - capacity;
}

static char *
dup_skills (RemitWorkspace *workspace,
            gint64 plan,
            RemitEntity *person)
{
  GPtrArray *skills = remit_workspace_get_referring (workspace, REMIT_KIND_PERSON_SKILL,
                                                     REMIT_PERSON_SKILL_PERSON,
                                                     remit_entity_get_id (person));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < skills->len; i++)
    {
      g_autofree char *name = remit_design_dup_name (
          workspace, REMIT_KIND_SKILL,
          remit_entity_get_integer (g_ptr_array_index (skills, i), REMIT_PERSON_SKILL_SKILL));

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", name);
    }
  return g_string_free (text, FALSE);
}

static gint64
get_n_skills (RemitWorkspace *workspace,
              gint64 plan,
              RemitEntity *person)
{
  return remit_workspace_get_referring (workspace, REMIT_KIND_PERSON_SKILL,
                                        REMIT_PERSON_SKILL_PERSON, remit_entity_get_id (person))
      ->len;
}

static const RemitTableColumn columns[] = {
  { .title = N_ ("Name"), .property = "name" },
  { .title = N_ ("Job title"), .property = "title", .wide = 500 },
  { .title = N_ ("Unit"), .property = "unit", .wide = 700 },
  { .title = N_ ("Skills"), .dup_text = dup_skills, .get_number = get_n_skills, .wide = 900 },
  { .title = N_ ("Slots"), .dup_text = dup_n_slots, .get_number = get_n_slots, .wide = 800 },
  { .title = N_ ("Load"), .dup_text = dup_load, .get_number = get_load_over,
    .get_load = get_load },
};

/* ── Filters ──────────────────────────────────────────────────────────────────────────────── */

static void
on_search (RemitPeopleView *self,
           const char *words)
{
  remit_people_filter_set_words (self->filter, words);
}

static void
on_toggled (RemitPeopleView *self)
{
  remit_people_filter_set_only (self->filter, gtk_toggle_button_get_active (self->free_only),
                                gtk_toggle_button_get_active (self->unassigned_only));
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_people_view_show_plan (RemitView *view,
                             RemitWorkspace *workspace,
                             gint64 plan)
{
  RemitPeopleView *self = REMIT_PEOPLE_VIEW (view);

  remit_people_filter_set_plan (self->filter, workspace, plan);
  remit_entity_table_set_plan (self->table, workspace, plan);
}

static void
remit_people_view_changed (RemitView *view,
                           GPtrArray *changes)
{
  remit_people_filter_refresh (REMIT_PEOPLE_VIEW (view)->filter);
}

/* The filters of the view may hide whom one goes to. */
static void
remit_people_view_show_entity (RemitView *view,
                               RemitKind kind,
                               gint64 id,
                               RemitKind other_kind,
                               gint64 other)
{
  RemitPeopleView *self = REMIT_PEOPLE_VIEW (view);

  gtk_toggle_button_set_active (self->free_only, FALSE);
  gtk_toggle_button_set_active (self->unassigned_only, FALSE);
  remit_entity_table_show (self->table, id);
}

static void
remit_people_view_dispose (GObject *object)
{
  g_clear_object (&REMIT_PEOPLE_VIEW (object)->filter);

  G_OBJECT_CLASS (remit_people_view_parent_class)->dispose (object);
}

static void
remit_people_view_class_init (RemitPeopleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_people_view_dispose;
  REMIT_VIEW_CLASS (klass)->show_plan = remit_people_view_show_plan;
  REMIT_VIEW_CLASS (klass)->changed = remit_people_view_changed;
  REMIT_VIEW_CLASS (klass)->show_entity = remit_people_view_show_entity;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/people/remit-people-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPeopleView, table);
  gtk_widget_class_bind_template_child (widget_class, RemitPeopleView, free_only);
  gtk_widget_class_bind_template_child (widget_class, RemitPeopleView, unassigned_only);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
remit_people_view_init (RemitPeopleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = g_object_new (REMIT_TYPE_PEOPLE_FILTER, NULL);
  remit_entity_table_set_up (self->table, REMIT_KIND_PERSON, columns, G_N_ELEMENTS (columns));
  remit_entity_table_set_filter (self->table, GTK_FILTER (self->filter));
}
