/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library of roles and skills of the workspace. */
#define G_LOG_DOMAIN "remit-app"

#include "config.h"

#include "remit-roles-view.h"

#include <glib/gi18n.h>

#include "widgets/pickers/remit-entity-table.h"

struct _RemitRolesView
{
  AdwBin parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;

  RemitEntityTable *roles;
  RemitEntityTable *skills;
};

G_DEFINE_FINAL_TYPE (RemitRolesView, remit_roles_view, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_WORKSPACE,
  PROP_PLAN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint
count (RemitWorkspace *workspace,
       RemitEntity *entity,
       RemitKind kind,
       guint field)
{
  return remit_workspace_get_referring (workspace, kind, field, remit_entity_get_id (entity))->len;
}

static gint64
get_n_slots (RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *role)
{
  return count (workspace, role, REMIT_KIND_SLOT, REMIT_SLOT_ROLE);
}

static char *
dup_n_slots (RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *role)
{
  return g_strdup_printf ("%u", (guint) get_n_slots (workspace, plan, role));
}

static gint64
get_n_people (RemitWorkspace *workspace,
              gint64 plan,
              RemitEntity *skill)
{
  return count (workspace, skill, REMIT_KIND_PERSON_SKILL, REMIT_PERSON_SKILL_SKILL);
}

static char *
dup_n_people (RemitWorkspace *workspace,
              gint64 plan,
              RemitEntity *skill)
{
  return g_strdup_printf ("%u", (guint) get_n_people (workspace, plan, skill));
}

static gint64
get_n_needs (RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *skill)
{
  return count (workspace, skill, REMIT_KIND_SLOT_NEED, REMIT_SLOT_NEED_SKILL);
}

/* Needs that nobody at all can fill are said to be a gap. */
static char *
dup_n_needs (RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *skill)
{
  guint n = (guint) get_n_needs (workspace, plan, skill);

  if (n > 0 && get_n_people (workspace, plan, skill) == 0)
    /* Translators: how many slots need a skill that nobody has */
    return g_strdup_printf (_ ("%u, nobody has it"), n);
  return g_strdup_printf ("%u", n);
}

static const RemitTableColumn role_columns[] = {
  { .title = N_ ("Role"), .property = "name" },
  { .title = N_ ("Purpose"), .property = "purpose", .wide = 420 },
  { .title = N_ ("Slots"), .dup_text = dup_n_slots, .get_number = get_n_slots },
};

static const RemitTableColumn skill_columns[] = {
  { .title = N_ ("Skill"), .property = "name" },
  { .title = N_ ("Category"), .property = "category", .wide = 420 },
  { .title = N_ ("People"), .dup_text = dup_n_people, .get_number = get_n_people },
  { .title = N_ ("Needed by slots"), .dup_text = dup_n_needs, .get_number = get_n_needs,
    .wide = 300 },
};

static void
show_library (RemitRolesView *self)
{
  remit_entity_table_set_plan (self->roles, self->workspace, self->plan);
  remit_entity_table_set_plan (self->skills, self->workspace, self->plan);
}

static void
remit_roles_view_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  RemitRolesView *self = REMIT_ROLES_VIEW (object);

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
remit_roles_view_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  RemitRolesView *self = REMIT_ROLES_VIEW (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      if (g_set_object (&self->workspace, g_value_get_object (value)))
        {
          show_library (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_PLAN:
      if (self->plan != g_value_get_int64 (value))
        {
          self->plan = g_value_get_int64 (value);
          show_library (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_roles_view_dispose (GObject *object)
{
  RemitRolesView *self = REMIT_ROLES_VIEW (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (remit_roles_view_parent_class)->dispose (object);
}

static void
remit_roles_view_class_init (RemitRolesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = remit_roles_view_get_property;
  object_class->set_property = remit_roles_view_set_property;
  object_class->dispose = remit_roles_view_dispose;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, REMIT_TYPE_WORKSPACE, flags);
  properties[PROP_PLAN] = g_param_spec_int64 ("plan", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/roles/remit-roles-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitRolesView, roles);
  gtk_widget_class_bind_template_child (widget_class, RemitRolesView, skills);
}

static void
remit_roles_view_init (RemitRolesView *self)
{
  g_type_ensure (REMIT_TYPE_ENTITY_TABLE);
  gtk_widget_init_template (GTK_WIDGET (self));
  remit_entity_table_set_columns (self->roles, role_columns, G_N_ELEMENTS (role_columns));
  remit_entity_table_set_columns (self->skills, skill_columns, G_N_ELEMENTS (skill_columns));
}
