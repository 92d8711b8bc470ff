/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section of a form that lists the parts of an entity: parties, levels, the entries of a log. */
#include "remit-list-section.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "widgets/pickers/remit-picker-button.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-try.h"

typedef struct {
  RemitSectionLink link;
  GtkWidget *list;
  char *shown; /* what the rows are of, to make them anew only when it changes */
  RemitEntityPicker *picker;
  guint picked; /* the field of a part for what is picked */
} RemitListSectionPrivate;

static void remit_list_section_section_init (RemitSectionInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (RemitListSection, remit_list_section, ADW_TYPE_PREFERENCES_GROUP,
                                  G_ADD_PRIVATE (RemitListSection)
                                  REMIT_IMPLEMENT_SECTION (remit_list_section_section_init))

static RemitListSectionPrivate *
get_private (RemitListSection *self)
{
  return remit_list_section_get_instance_private (self);
}

/* ── Rows ─────────────────────────────────────────────────────────────────────────────────── */

static GPtrArray *
get_items (RemitListSection *self)
{
  RemitListSectionClass *klass = REMIT_LIST_SECTION_GET_CLASS (self);
  RemitSectionLink *link = &get_private (self)->link;
  int owner;

  if (link->entity == NULL)
    return g_ptr_array_new ();
  if (klass->get_items != NULL)
    return klass->get_items (self);
  owner = remit_entity_info_find_owner (remit_entity_info (klass->kind));
  return g_ptr_array_ref (remit_workspace_get_referring (
    link->workspace, klass->kind, (guint) owner, remit_entity_get_id (link->entity)));
}

static void
remove_rows (GtkWidget *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (list)) != NULL)
    if (GTK_IS_FLOW_BOX (list))
      gtk_flow_box_remove (GTK_FLOW_BOX (list), child);
    else
      gtk_list_box_remove (GTK_LIST_BOX (list), child);
}

static void
add_row (GtkWidget *list,
         GtkWidget *row)
{
  if (GTK_IS_FLOW_BOX (list))
    gtk_flow_box_append (GTK_FLOW_BOX (list), row);
  else
    gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static gboolean
is_shown (RemitListSection *self,
          GPtrArray *items)
{
  RemitListSectionClass *klass = REMIT_LIST_SECTION_GET_CLASS (self);
  RemitListSectionPrivate *priv = get_private (self);
  g_autofree char *state = NULL;
  gboolean is_same;

  if (klass->dup_state == NULL)
    return FALSE;
  state = priv->link.entity != NULL ? klass->dup_state (self, items) : NULL;
  is_same = state != NULL && g_strcmp0 (state, priv->shown) == 0;
  g_free (priv->shown);
  priv->shown = g_steal_pointer (&state);
  return is_same;
}

static void
update (GtkWidget *widget)
{
  RemitListSection *self = REMIT_LIST_SECTION (widget);
  RemitListSectionClass *klass = REMIT_LIST_SECTION_GET_CLASS (self);
  GtkWidget *list = get_private (self)->list;
  g_autoptr (GPtrArray) items = get_items (self);

  if (is_shown (self, items))
    return;
  remove_rows (list);
  for (guint i = 0; i < items->len; i++)
    add_row (list, klass->create_row (self, items->pdata[i], i));
  gtk_widget_set_visible (list, items->len > 0);
  if (klass->empty != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                           items->len > 0 ? NULL : _ (klass->empty));
}

static void
prepare (GtkWidget *widget)
{
  RemitListSection *self = REMIT_LIST_SECTION (widget);
  RemitListSectionClass *klass = REMIT_LIST_SECTION_GET_CLASS (self);
  RemitListSectionPrivate *priv = get_private (self);

  g_clear_pointer (&priv->shown, g_free);
  priv->link.parts = REMIT_KIND_BIT (klass->kind);
  priv->link.others = klass->others;
  if (klass->edits != NULL)
    remit_edits_enable (widget, priv->link.workspace, klass->edits);
}

static void
remit_list_section_section_init (RemitSectionInterface *iface)
{
  static const char *const edits[] = { "part.remove", NULL };

  iface->link = G_PRIVATE_OFFSET (RemitListSection, link);
  iface->edits = edits;
  iface->prepare = prepare;
  iface->update = update;
}

/* ── Adding and removing ──────────────────────────────────────────────────────────────────── */

static void
on_remove (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RemitListSection *self = REMIT_LIST_SECTION (widget);
  RemitWorkspace *workspace = get_private (self)->link.workspace;

  if (workspace != NULL)
    remit_try_delete (widget, workspace, REMIT_LIST_SECTION_GET_CLASS (self)->kind,
                      g_variant_get_int64 (parameter), NULL);
}

void
remit_list_section_add (RemitListSection *self,
                        guint field,
                        gint64 id)
{
  RemitListSectionClass *klass = REMIT_LIST_SECTION_GET_CLASS (self);
  RemitSectionLink *link = &get_private (self)->link;
  const RemitEntityInfo *info = remit_entity_info (klass->kind);
  g_autoptr (RemitRecord) part = remit_record_new (klass->kind);

  if (link->entity == NULL)
    return;
  remit_record_set_integer (part, (guint) remit_entity_info_find_plan (info),
                            remit_design_get_plan (remit_entity_get_record (link->entity)));
  remit_record_set_integer (part, (guint) remit_entity_info_find_owner (info),
                            remit_entity_get_id (link->entity));
  remit_record_set_integer (part, field, id);
  if (klass->fill_part != NULL)
    klass->fill_part (self, part);
  remit_try_create (GTK_WIDGET (self), link->workspace, part, NULL);
}

static void
on_picked (RemitListSection *self,
           gint64 id)
{
  remit_list_section_add (self, get_private (self)->picked, id);
}

static void
fill (RemitListSection *self)
{
  RemitListSectionPrivate *priv = get_private (self);
  const RemitEntityInfo *info = remit_entity_info (REMIT_LIST_SECTION_GET_CLASS (self)->kind);

  if (priv->link.entity != NULL)
    remit_entity_picker_show (priv->picker, priv->link.workspace,
                              info->fields[priv->picked].target, priv->link.entity);
}

void
remit_list_section_set_picker (RemitListSection *self,
                               const char *label,
                               guint field)
{
  RemitListSectionPrivate *priv = get_private (self);

  priv->picked = field;
  priv->picker = g_object_new (REMIT_TYPE_ENTITY_PICKER, NULL);
  g_signal_connect_object (priv->picker, "picked", G_CALLBACK (on_picked), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (
    ADW_PREFERENCES_GROUP (self),
    remit_picker_button_new (label, priv->picker, NULL, G_CALLBACK (fill), self));
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
create_list (RemitListSection *self G_GNUC_UNUSED)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}

static void
remit_list_section_constructed (GObject *object)
{
  RemitListSection *self = REMIT_LIST_SECTION (object);
  RemitListSectionPrivate *priv = get_private (self);

  G_OBJECT_CLASS (remit_list_section_parent_class)->constructed (object);

  priv->list = REMIT_LIST_SECTION_GET_CLASS (self)->create_list (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self)),
                                  -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), priv->list);
}

static void
remit_list_section_finalize (GObject *object)
{
  g_free (get_private (REMIT_LIST_SECTION (object))->shown);

  G_OBJECT_CLASS (remit_list_section_parent_class)->finalize (object);
}

static void
remit_list_section_class_init (RemitListSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = remit_list_section_constructed;
  G_OBJECT_CLASS (klass)->finalize = remit_list_section_finalize;

  klass->create_list = create_list;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "part.remove", "x", on_remove);
}

static void
remit_list_section_init (RemitListSection *self)
{
}
