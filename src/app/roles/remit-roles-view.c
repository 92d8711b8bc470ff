/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library of roles and skills of the workspace. */
#include "remit-roles-view.h"

#include <glib/gi18n.h>

#include "library/remit-library-dialog.h"
#include "widgets/pickers/remit-entity-table.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-tooltip.h"

struct _RemitRolesView
{
  RemitView parent_instance;

  RemitEntityTable *roles;
  RemitEntityTable *skills;
  AdwViewStack *tables;
  GtkButton *library;
};

G_DEFINE_FINAL_TYPE (RemitRolesView, remit_roles_view, REMIT_TYPE_VIEW)

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

/* Required skills that nobody has are a gap. */
static char *
dup_n_needs (RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *skill)
{
  guint n = (guint) get_n_needs (workspace, plan, skill);

  if (n > 0 && get_n_people (workspace, plan, skill) == 0)
    /* Translators: how many slots need a skill that nobody has */
    return g_strdup_printf (_ ("%u, held by nobody"), n);
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
  { .title = N_ ("Required by slots"), .dup_text = dup_n_needs, .get_number = get_n_needs,
    .wide = 300 },
};

static void
remit_roles_view_show_plan (RemitView *view,
                            RemitWorkspace *workspace,
                            gint64 plan)
{
  static const char *const edits[] = { "view.take-roles", "view.take-skills", NULL };
  RemitRolesView *self = REMIT_ROLES_VIEW (view);

  remit_edits_enable (GTK_WIDGET (self), workspace, edits);
  remit_entity_table_set_plan (self->roles, workspace, plan);
  remit_entity_table_set_plan (self->skills, workspace, plan);
}

static void
remit_roles_view_show_entity (RemitView *view,
                              RemitKind kind,
                              gint64 id,
                              RemitKind other_kind,
                              gint64 other)
{
  RemitRolesView *self = REMIT_ROLES_VIEW (view);
  RemitEntityTable *table = kind == REMIT_KIND_SKILL ? self->skills : self->roles;
  GtkWidget *stack = gtk_widget_get_ancestor (GTK_WIDGET (table), ADW_TYPE_VIEW_STACK);

  if (stack != NULL)
    adw_view_stack_set_visible_child (ADW_VIEW_STACK (stack), GTK_WIDGET (table));
  remit_entity_table_show (table, id);
}

/* ── The library ──────────────────────────────────────────────────────────────────────────── */

static void
on_take (GtkWidget *widget,
         const char *name,
         GVariant *parameter G_GNUC_UNUSED)
{
  RemitWorkspace *workspace = remit_view_get_workspace (REMIT_VIEW (widget));
  gboolean roles = g_str_equal (name, "view.take-roles");

  if (workspace != NULL)
    remit_library_dialog_present (widget, workspace, roles ? REMIT_KIND_ROLE : REMIT_KIND_SKILL, 0,
                                  0);
}

/* The library of what is shown. */
static void
offer_library (RemitRolesView *self)
{
  gboolean roles = adw_view_stack_get_visible_child (self->tables) == GTK_WIDGET (self->roles);
  const char *label = roles ? _ ("Add Roles From Library") : _ ("Add Skills From Library");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->library),
                                  roles ? "view.take-roles" : "view.take-skills");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->library), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  remit_tooltip_set (GTK_WIDGET (self->library), label);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_roles_view_class_init (RemitRolesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  REMIT_VIEW_CLASS (klass)->show_plan = remit_roles_view_show_plan;
  REMIT_VIEW_CLASS (klass)->show_entity = remit_roles_view_show_entity;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/roles/remit-roles-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitRolesView, roles);
  gtk_widget_class_bind_template_child (widget_class, RemitRolesView, skills);
  gtk_widget_class_bind_template_child (widget_class, RemitRolesView, tables);
  gtk_widget_class_bind_template_child (widget_class, RemitRolesView, library);
  gtk_widget_class_bind_template_callback (widget_class, offer_library);
  gtk_widget_class_install_action (widget_class, "view.take-roles", NULL, on_take);
  gtk_widget_class_install_action (widget_class, "view.take-skills", NULL, on_take);
}

static void
remit_roles_view_init (RemitRolesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  remit_entity_table_set_up (self->roles, REMIT_KIND_ROLE, role_columns,
                             G_N_ELEMENTS (role_columns));
  remit_entity_table_set_up (self->skills, REMIT_KIND_SKILL, skill_columns,
                             G_N_ELEMENTS (skill_columns));
  offer_library (self);
}
