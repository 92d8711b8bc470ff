/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds one entity among all of its kind, by typing a part of its name. */
#include "remit-entity-picker.h"

#include <glib/gi18n.h>

#include "plan/decide/remit-concerned.h"
#include "plan/design/remit-design.h"
#include "widgets/remit-text.h"
#include "widgets/remit-tooltip.h"

struct _RemitEntityPicker
{
  AdwBin parent_instance;

  RemitWorkspace *workspace;
  RemitEntity *subject;
  GHashTable *scores;
  RemitDescribeFunc describe;
  gboolean can_create;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  GtkSearchEntry *search;
  GtkListView *list;
  GtkButton *create;
};

G_DEFINE_FINAL_TYPE (RemitEntityPicker, remit_entity_picker, ADW_TYPE_BIN)

static gboolean
is_offered (gpointer item,
            gpointer data)
{
  RemitEntityPicker *self = data;
  RemitKind kind = remit_entity_get_kind (item);
  RemitKind subject_kind;
  int plan, subject_plan;

  if (self->subject == NULL)
    return TRUE;
  if (item == (gpointer) self->subject)
    return FALSE;

  subject_kind = remit_entity_get_kind (self->subject);
  plan = remit_entity_info_find_field (remit_entity_info (kind), "plan");
  subject_plan = remit_entity_info_find_field (remit_entity_info (subject_kind), "plan");
  return plan < 0 || subject_plan < 0
         || remit_entity_get_integer (item, (guint) plan)
                == remit_entity_get_integer (self->subject, (guint) subject_plan);
}

static char *
dup_name (gpointer entity,
          gpointer workspace)
{
  return remit_design_dup_record_name (workspace, remit_entity_get_record (entity));
}

/* By what is read in the row, whether it is a field or made from others. */
static GtkExpression *
create_name (RemitEntityPicker *self)
{
  return gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_name),
                                      g_object_ref (self->workspace),
                                      (GClosureNotify) (void (*) (void)) g_object_unref);
}

/* What has no name of its own is named after other things, and names repeat: what it is part of
 * is said below.
 *
 * Returns: (transfer full) (nullable) */
static char *
dup_owner (RemitWorkspace *workspace,
           RemitEntity *subject G_GNUC_UNUSED,
           RemitEntity *entity)
{
  const RemitEntityInfo *info = remit_entity_info (remit_entity_get_kind (entity));
  int owner = remit_entity_info_find_owner (info);

  if (info->pattern == NULL || owner < 0)
    return NULL;
  return remit_design_dup_name (workspace, info->fields[owner].target,
                                remit_entity_get_integer (entity, (guint) owner));
}

/* Namesakes are told apart by what they do. */
static char *
dup_person (RemitWorkspace *workspace,
            RemitEntity *subject G_GNUC_UNUSED,
            RemitEntity *person)
{
  return remit_concerned_dup_words (workspace, person);
}

static GtkFilter *
create_filter (RemitEntityPicker *self)
{
  GtkStringFilter *text = gtk_string_filter_new (create_name (self));
  GtkEveryFilter *every = gtk_every_filter_new ();

  g_object_bind_property (self->search, "text", text, "search", G_BINDING_SYNC_CREATE);
  gtk_multi_filter_append (GTK_MULTI_FILTER (every), GTK_FILTER (text));
  gtk_multi_filter_append (GTK_MULTI_FILTER (every),
                           GTK_FILTER (gtk_custom_filter_new (is_offered, self, NULL)));
  return GTK_FILTER (every);
}

static int
get_score (RemitEntityPicker *self,
           RemitEntity *entity)
{
  gint64 id = remit_entity_get_id (entity);

  return self->scores != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->scores, &id)) : 0;
}

static int
compare_scores (gconstpointer a,
                gconstpointer b,
                gpointer data)
{
  return get_score (data, (gpointer) b) - get_score (data, (gpointer) a);
}

static GtkSorter *
create_sorter (RemitEntityPicker *self)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  if (self->scores != NULL)
    gtk_multi_sorter_append (sorter,
                             GTK_SORTER (gtk_custom_sorter_new (compare_scores, self, NULL)));
  gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_string_sorter_new (create_name (self))));
  return GTK_SORTER (sorter);
}

static GListModel *
create_model (RemitEntityPicker *self,
              RemitKind kind)
{
  GListModel *all = g_object_ref (remit_workspace_get_list (self->workspace, kind));

  self->filtered = gtk_filter_list_model_new (all, create_filter (self));
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                          create_sorter (self));
  gtk_filter_list_model_set_incremental (self->filtered, TRUE);
  gtk_sort_list_model_set_incremental (self->sorted, TRUE);
  return g_object_ref (G_LIST_MODEL (self->sorted));
}

/* While one types, the first that was found is the one that Enter takes, whoever was it before. */
static void
highlight_first (RemitEntityPicker *self)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->list);

  if (model != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (model), 0);
}

static void
clear (RemitEntityPicker *self)
{
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_pointer (&self->scores, g_hash_table_unref);
  g_clear_object (&self->workspace);
  g_clear_object (&self->subject);
}

static void
show (RemitEntityPicker *self,
      RemitWorkspace *workspace,
      RemitKind kind,
      RemitEntity *subject)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->subject, subject);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  selection = gtk_single_selection_new (create_model (self, kind));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (highlight_first), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
remit_entity_picker_show (RemitEntityPicker *self,
                          RemitWorkspace *workspace,
                          RemitKind kind,
                          RemitEntity *subject)
{
  g_return_if_fail (REMIT_IS_ENTITY_PICKER (self));

  clear (self);
  self->describe = kind == REMIT_KIND_PERSON ? dup_person : dup_owner;
  if (kind == REMIT_KIND_PERSON)
    self->scores = remit_concerned_rank (workspace, subject);
  show (self, workspace, kind, subject);
}

void
remit_entity_picker_show_best (RemitEntityPicker *self,
                               RemitWorkspace *workspace,
                               RemitKind kind,
                               RemitEntity *subject,
                               GHashTable *scores,
                               RemitDescribeFunc describe)
{
  g_return_if_fail (REMIT_IS_ENTITY_PICKER (self));

  clear (self);
  self->scores = scores;
  self->describe = describe != NULL ? describe : dup_owner;
  show (self, workspace, kind, subject);
}

void
remit_entity_picker_set_can_create (RemitEntityPicker *self,
                                    gboolean can_create)
{
  g_return_if_fail (REMIT_IS_ENTITY_PICKER (self));

  self->can_create = can_create;
}

/* Before anything is done: the picker may go with what is updated. */
static void
close_popover (RemitEntityPicker *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
pick (RemitEntityPicker *self,
      RemitEntity *entity)
{
  close_popover (self);
  g_signal_emit_by_name (self, "picked", remit_entity_get_id (entity));
}

static void
on_activated (RemitEntityPicker *self,
              guint position)
{
  g_autoptr (RemitEntity) entity = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);

  pick (self, entity);
}

static void
on_create (RemitEntityPicker *self)
{
  g_autofree char *name = remit_text_dup_line (self->search);

  close_popover (self);
  g_signal_emit_by_name (self, "create", name);
}

/* The list fills and sorts by and by, and may not have come to what was typed last.
 *
 * Returns: (transfer full) (nullable): the first of those that are left */
static RemitEntity *
find_first (RemitEntityPicker *self)
{
  GListModel *all = gtk_filter_list_model_get_model (self->filtered);
  GtkFilter *filter = gtk_filter_list_model_get_filter (self->filtered);
  GtkSorter *sorter = gtk_sort_list_model_get_sorter (self->sorted);
  RemitEntity *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (RemitEntity) entity = g_list_model_get_item (all, i);

      if (gtk_filter_match (filter, entity)
          && (first == NULL || gtk_sorter_compare (sorter, entity, first) < 0))
        g_set_object (&first, entity);
    }
  return first;
}

/* Enter takes the first that is left; if none is, it makes one. */
static void
on_search_activated (RemitEntityPicker *self)
{
  g_autoptr (RemitEntity) first = self->filtered != NULL ? find_first (self) : NULL;

  if (first != NULL)
    pick (self, first);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->create)))
    on_create (self);
}

static void
on_search_changed (RemitEntityPicker *self)
{
  g_autofree char *name = remit_text_dup_line (self->search);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->create), self->can_create && *name != '\0');
  /* Translators: a name that was typed */
  label = g_strdup_printf (_ ("Create “%s”"), name);
  gtk_button_set_label (self->create, label);
}

/* From the search into the list. */
static gboolean
on_search_key (RemitEntityPicker *self,
               guint key)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, css_class);
    }
  return label;
}

static void
on_setup (RemitEntityPicker *self,
          GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), create_label (NULL));
  gtk_box_append (GTK_BOX (box), create_label ("dim-label"));
  gtk_list_item_set_child (item, box);
}

static void
on_bind (RemitEntityPicker *self,
         GtkListItem *item)
{
  RemitEntity *entity = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *description = gtk_widget_get_next_sibling (name);
  g_autofree char *text = dup_name (entity, self->workspace);
  g_autofree char *said = self->describe (self->workspace, self->subject, entity);

  gtk_label_set_label (GTK_LABEL (name), text);
  gtk_label_set_label (GTK_LABEL (description), said);
  gtk_widget_set_visible (description, said != NULL && *said != '\0');
  remit_tooltip_set (gtk_list_item_get_child (item), said);
}

/* The list is there while it is looked at. */
static void
remit_entity_picker_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (remit_entity_picker_parent_class)->unmap (widget);
  clear (REMIT_ENTITY_PICKER (widget));
}

static void
remit_entity_picker_dispose (GObject *object)
{
  RemitEntityPicker *self = REMIT_ENTITY_PICKER (object);

  if (self->list != NULL)
    clear (self);

  G_OBJECT_CLASS (remit_entity_picker_parent_class)->dispose (object);
}

static void
remit_entity_picker_class_init (RemitEntityPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_entity_picker_dispose;
  widget_class->unmap = remit_entity_picker_unmap;

  g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_INT64);
  g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/widgets/pickers/remit-entity-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitEntityPicker, search);
  gtk_widget_class_bind_template_child (widget_class, RemitEntityPicker, list);
  gtk_widget_class_bind_template_child (widget_class, RemitEntityPicker, create);
  gtk_widget_class_bind_template_callback (widget_class, close_popover);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_create);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
}

static void
remit_entity_picker_init (RemitEntityPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
