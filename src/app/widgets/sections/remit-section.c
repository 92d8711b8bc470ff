/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section of a form: shows an entity, and what belongs to it. */
#include "remit-section.h"

#include <adwaita.h>

#include "store/changes/remit-changes.h"
#include "widgets/remit-edits.h"

G_DEFINE_INTERFACE (RemitSection, remit_section, GTK_TYPE_WIDGET)

static void
remit_section_default_init (RemitSectionInterface *iface)
{
}

RemitSectionLink *
remit_section_get_link (gpointer section)
{
  return G_STRUCT_MEMBER_P (section, REMIT_SECTION_GET_IFACE (section)->link);
}

/* ── What a commit changed ────────────────────────────────────────────────────────────────── */

static gboolean
refers (const RemitRecord *record,
        const RemitChange *change,
        RemitEntity *entity)
{
  const RemitEntityInfo *info = remit_entity_info (change->kind);

  for (guint i = 0; record != NULL && i < info->n_fields; i++)
    if (info->fields[i].kind == REMIT_FIELD_REFERENCE
        && info->fields[i].target == remit_entity_get_kind (entity)
        && (change->op != REMIT_CHANGE_CHANGED || (change->fields & G_GUINT64_CONSTANT (1) << i))
        && remit_record_get_integer (record, i) == remit_entity_get_id (entity))
      return TRUE;
  return FALSE;
}

/* The live row says what it refers to beside the fields that changed. */
static gboolean
is_part (RemitSectionLink *link,
         const RemitChange *change)
{
  RemitEntity *part = remit_workspace_get (link->workspace, change->kind, change->id);
  const RemitChange whole = { .op = REMIT_CHANGE_ADDED, .kind = change->kind };

  return refers (change->old, change, link->entity) || refers (change->new, change, link->entity)
         || (part != NULL && refers (remit_entity_get_record (part), &whole, link->entity));
}

static gboolean
is_shown (RemitSectionLink *link,
          const RemitChange *change)
{
  RemitKinds kind = REMIT_KIND_BIT (change->kind);

  return (link->others & kind) != 0
         || (change->kind == remit_entity_get_kind (link->entity)
             && change->id == remit_entity_get_id (link->entity))
         || ((link->parts & kind) != 0 && is_part (link, change));
}

/* What is no longer there is shown no longer by the form around the section. */
static void
on_changed (RemitSection *self,
            GPtrArray *changes)
{
  RemitSectionLink *link = remit_section_get_link (self);
  gboolean is_touched = changes->len == 0; /* a reload */

  if (remit_workspace_get (link->workspace, remit_entity_get_kind (link->entity),
                           remit_entity_get_id (link->entity))
      != link->entity)
    return;
  for (guint i = 0; !is_touched && i < changes->len; i++)
    is_touched = is_shown (link, changes->pdata[i]);
  if (is_touched)
    REMIT_SECTION_GET_IFACE (self)->update (GTK_WIDGET (self));
}

/* ── The editor ───────────────────────────────────────────────────────────────────────────── */

static void
clear (RemitSection *self)
{
  RemitSectionLink *link = remit_section_get_link (self);

  if (link->workspace != NULL)
    g_clear_signal_handler (&link->changed, link->workspace);
  g_clear_object (&link->workspace);
  g_clear_object (&link->entity);
  link->plan = 0;
}

/* What adds a part stands beside the title. */
static void
enable_adding (RemitSection *self,
               RemitWorkspace *workspace)
{
  GtkWidget *suffix =
    ADW_IS_PREFERENCES_GROUP (self)
      ? adw_preferences_group_get_header_suffix (ADW_PREFERENCES_GROUP (self))
      : NULL;

  if (suffix != NULL)
    remit_edits_set_sensitive (suffix, workspace);
}

static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitSection *self = REMIT_SECTION (editor);
  RemitSectionInterface *iface = REMIT_SECTION_GET_IFACE (self);
  RemitSectionLink *link = remit_section_get_link (self);

  clear (self);
  if (link->destroy == 0)
    link->destroy = g_signal_connect (self, "destroy", G_CALLBACK (clear), NULL);
  link->parts = iface->parts;
  link->others = iface->others;
  if (iface->edits != NULL)
    remit_edits_enable (GTK_WIDGET (self), entity != NULL ? workspace : NULL, iface->edits);
  if (entity != NULL)
    {
      link->workspace = g_object_ref (workspace);
      link->entity = g_object_ref (entity);
      link->plan = plan;
      enable_adding (self, workspace);
      link->changed = g_signal_connect_swapped (workspace, "changed", G_CALLBACK (on_changed),
                                                self);
    }
  if (iface->prepare != NULL)
    iface->prepare (GTK_WIDGET (self));
  iface->update (GTK_WIDGET (self));
}

void
remit_section_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
}

void
remit_section_show_children (GtkWidget *self)
{
  RemitSectionLink *link = remit_section_get_link (self);

  for (GtkWidget *child = gtk_widget_get_first_child (self); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    remit_editor_show_all (child, link->workspace, link->plan, link->entity);
}
