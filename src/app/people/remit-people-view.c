/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all people of the workspace. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-people-view.h"

#include <glib/gi18n.h>

#include "board/pool/remit-pool-filter.h"
#include "plan/design/remit-design.h"
#include "plan/load/remit-load.h"
#include "widgets/pickers/remit-entity-table.h"

struct _RemitPeopleView
{
  AdwBin parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  RemitPoolFilter *filter;
  gulong handler;

  RemitEntityTable *table;
  GtkToggleButton *free_only;
  GtkToggleButton *unassigned_only;
};

G_DEFINE_FINAL_TYPE (RemitPeopleView, remit_people_view, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_WORKSPACE,
  PROP_PLAN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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
  remit_pool_filter_set_words (self->filter, words);
}

static void
on_free_toggled (RemitPeopleView *self)
{
  remit_pool_filter_set_free_only (self->filter, gtk_toggle_button_get_active (self->free_only));
}

static void
on_unassigned_toggled (RemitPeopleView *self)
{
  remit_pool_filter_set_unassigned_only (self->filter,
                                         gtk_toggle_button_get_active (self->unassigned_only));
}

static void
show_people (RemitPeopleView *self)
{
  remit_pool_filter_set_plan (self->filter, self->workspace, self->plan);
  remit_entity_table_set_plan (self->table, self->workspace, self->plan);
}

static void
set_workspace (RemitPeopleView *self,
               RemitWorkspace *workspace)
{
  if (self->workspace != NULL)
    g_clear_signal_handler (&self->handler, self->workspace);
  if (!g_set_object (&self->workspace, workspace))
    return;
  if (workspace != NULL)
    self->handler = g_signal_connect_object (workspace, "changed",
                                             G_CALLBACK (remit_pool_filter_refresh), self->filter,
                                             G_CONNECT_SWAPPED);
  show_people (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

static void
remit_people_view_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  RemitPeopleView *self = REMIT_PEOPLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_PLAN:
      g_value_set_int64 (value, self->plan);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_people_view_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  RemitPeopleView *self = REMIT_PEOPLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      set_workspace (self, g_value_get_object (value));
      break;
    case PROP_PLAN:
      if (self->plan != g_value_get_int64 (value))
        {
          self->plan = g_value_get_int64 (value);
          show_people (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_people_view_dispose (GObject *object)
{
  RemitPeopleView *self = REMIT_PEOPLE_VIEW (object);

  if (self->workspace != NULL)
    g_clear_signal_handler (&self->handler, self->workspace);
  g_clear_object (&self->workspace);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (remit_people_view_parent_class)->dispose (object);
}

static void
remit_people_view_class_init (RemitPeopleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = remit_people_view_get_property;
  object_class->set_property = remit_people_view_set_property;
  object_class->dispose = remit_people_view_dispose;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, REMIT_TYPE_WORKSPACE, flags);
  properties[PROP_PLAN] = g_param_spec_int64 ("plan", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/people/remit-people-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitPeopleView, table);
  gtk_widget_class_bind_template_child (widget_class, RemitPeopleView, free_only);
  gtk_widget_class_bind_template_child (widget_class, RemitPeopleView, unassigned_only);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_free_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_unassigned_toggled);
}

static void
remit_people_view_init (RemitPeopleView *self)
{
  g_type_ensure (REMIT_TYPE_ENTITY_TABLE);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = remit_pool_filter_new ();
  remit_entity_table_set_filter (self->table, GTK_FILTER (self->filter));
  remit_entity_table_set_columns (self->table, columns, G_N_ELEMENTS (columns));
}
