/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A skill of a person, or one that a slot needs, with its level. */
#include "remit-entity-rows.h"

#include "model/remit-day.h"
#include "plan/design/remit-design.h"
#include "plan/skills/remit-standing.h"
#include "widgets/pickers/remit-choices.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-try.h"
#include "widgets/rows/remit-field-row.h"
#include "widgets/sections/remit-section.h"

struct _RemitSkillRow
{
  AdwPreferencesRow parent_instance;

  RemitSectionLink link;
  gboolean showing;

  GtkDropDown *level;
  GtkLabel *standing;
  GtkListBox *details;
  gboolean has_details;
  GtkToggleButton *critical;
  GtkWidget *remove;
};

static void remit_skill_row_section_init (RemitSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemitSkillRow, remit_skill_row, ADW_TYPE_PREFERENCES_ROW,
                               REMIT_IMPLEMENT_SECTION (remit_skill_row_section_init))

static gboolean
is_need (RemitSkillRow *self)
{
  return remit_entity_get_kind (self->link.entity) == REMIT_KIND_SLOT_NEED;
}

static gint64
get_skill (RemitSkillRow *self)
{
  return remit_entity_get_integer (self->link.entity, is_need (self) ? (guint) REMIT_SLOT_NEED_SKILL
                                                                : (guint) REMIT_PERSON_SKILL_SKILL);
}

static int
get_level (RemitSkillRow *self)
{
  return (int) remit_entity_get_integer (self->link.entity,
                                         is_need (self) ? (guint) REMIT_SLOT_NEED_LEVEL
                                                        : (guint) REMIT_PERSON_SKILL_LEVEL);
}

/* What the level rests on. */
static void
show_standing (RemitSkillRow *self)
{
  RemitEntity *settings = remit_workspace_get (self->link.workspace, REMIT_KIND_SETTINGS, 1);
  g_autofree char *words = NULL;

  if (is_need (self) || settings == NULL)
    return;
  words = remit_standing_dup_words (
    remit_entity_get_record (self->link.entity), remit_day_today (),
    (int) remit_entity_get_integer (settings, REMIT_SETTINGS_EXPIRY_NOTICE));
  gtk_label_set_label (self->standing, words);
  gtk_widget_set_visible (GTK_WIDGET (self->standing), *words != '\0');
}

/* From level 1: level 0 is not stored. */
static void
update (GtkWidget *widget)
{
  RemitSkillRow *self = REMIT_SKILL_ROW (widget);
  g_autofree char *name = remit_design_dup_name (self->link.workspace, REMIT_KIND_SKILL,
                                                 get_skill (self));

  self->showing = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_drop_down_set_selected (self->level, (guint) MAX (get_level (self) - 1, 0));
  if (is_need (self))
    gtk_toggle_button_set_active (
      self->critical,
      remit_entity_get_integer (self->link.entity, REMIT_SLOT_NEED_CRITICAL) != 0);
  self->showing = FALSE;
  show_standing (self);
}

/* After a refused change, show the stored value again. */
static void
on_level_set (GtkWidget *widget,
              RemitWorkspace *workspace G_GNUC_UNUSED,
              gint64 done,
              gpointer data G_GNUC_UNUSED,
              const GError *error)
{
  if (done != 0)
    return;
  remit_feedback_error (widget, error);
  if (REMIT_SKILL_ROW (widget)->link.entity != NULL)
    update (widget);
}

static void
set_level (RemitSkillRow *self,
           int level)
{
  RemitKind kind = is_need (self) ? REMIT_KIND_SLOT : REMIT_KIND_PERSON;
  guint owner = is_need (self) ? (guint) REMIT_SLOT_NEED_SLOT : (guint) REMIT_PERSON_SKILL_PERSON;

  remit_try_set_level (GTK_WIDGET (self), self->link.workspace, kind,
                       remit_entity_get_integer (self->link.entity, owner), get_skill (self),
                       level, gtk_toggle_button_get_active (self->critical), on_level_set);
}

static void
on_changed (RemitSkillRow *self)
{
  if (!self->showing && self->link.entity != NULL)
    set_level (self, (int) gtk_drop_down_get_selected (self->level) + 1);
}

static void
on_remove (RemitSkillRow *self)
{
  set_level (self, 0);
}

/* Skills of people and of slots have different details. */
static void
add_details (RemitSkillRow *self)
{
  static const char *const of_need[] = { "target", NULL };
  static const char *const of_person[] = { "assessment", "assessed-by", "verified-by",
                                           "verified-on", "expires", NULL };
  const char *const *names = is_need (self) ? of_need : of_person;
  const RemitEntityInfo *info = remit_entity_info (remit_entity_get_kind (self->link.entity));

  for (; *names != NULL; names++)
    {
      const RemitField *field = &info->fields[remit_entity_info_find_field (info, *names)];
      GType type = field->choices != NULL ? REMIT_TYPE_CHOICE_ROW : REMIT_TYPE_TEXT_ROW;

      gtk_list_box_append (self->details, g_object_new (type, "field", *names, NULL));
    }
  self->has_details = TRUE;
}

static void
prepare (GtkWidget *widget)
{
  RemitSkillRow *self = REMIT_SKILL_ROW (widget);
  g_autoptr (GListModel) levels = remit_choices_new (remit_levels + 1);

  self->showing = TRUE;
  gtk_drop_down_set_model (self->level, levels);
  remit_edits_set_sensitive (self->level, self->link.workspace);
  remit_edits_set_sensitive (self->critical, self->link.workspace);
  remit_edits_set_sensitive (self->remove, self->link.workspace);
  gtk_widget_set_visible (GTK_WIDGET (self->critical), is_need (self));
  if (!self->has_details)
    add_details (self);
  remit_section_show_children (widget);
}

static void
remit_skill_row_section_init (RemitSectionInterface *iface)
{
  iface->link = G_STRUCT_OFFSET (RemitSkillRow, link);
  iface->others = REMIT_KIND_BIT (REMIT_KIND_SKILL);
  iface->prepare = prepare;
  iface->update = update;
}

static void
remit_skill_row_class_init (RemitSkillRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/inspector/remit-skill-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitSkillRow, level);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillRow, standing);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillRow, details);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillRow, critical);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
remit_skill_row_init (RemitSkillRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
