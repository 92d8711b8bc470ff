/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a form for one field of an entity: what all kinds of rows do alike. */
#include "remit-field-row.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design.h"
#include "store/remit-worker.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-feedback.h"
#include "widgets/remit-style.h"

/* In milliseconds. */
#define PAUSE 700

/* Characters of a text in a question. */
#define MAX_SHOWN 300

G_DEFINE_INTERFACE (RemitFieldRow, remit_field_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  PROP_0,
  PROP_FIELD,
};

static RemitFieldLink *
get_link (RemitFieldRow *self)
{
  return G_STRUCT_MEMBER_P (self, REMIT_FIELD_ROW_GET_IFACE (self)->link);
}

static guint
get_index (RemitFieldLink *link)
{
  return (guint) (link->field - remit_entity_info (remit_entity_get_kind (link->entity))->fields);
}

/* ── Texts ────────────────────────────────────────────────────────────────────────────────── */

/* @message: (nullable): stands in the place of the label */
static void
show_title (RemitFieldRow *self,
            const char *message)
{
  RemitFieldLink *link = get_link (self);
  const char *label = link->field != NULL ? remit_field_get_label (link->field) : "";

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), message != NULL ? message : label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), message);
  remit_style_set_class (GTK_WIDGET (self), "error", message != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show_stored (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);

  link->is_showing = TRUE;
  REMIT_FIELD_ROW_GET_IFACE (self)->show_value (self);
  link->is_showing = FALSE;
  link->is_touched = FALSE;
  g_clear_pointer (&link->base, g_free);
  show_title (self, NULL);
}

/* Returns: (transfer full): a text for a question, or its beginning */
static char *
dup_shown (const char *text)
{
  g_autofree char *beginning = NULL;

  if (*text == '\0')
    return g_strdup (_ ("(empty)"));
  if (g_utf8_strlen (text, -1) <= MAX_SHOWN)
    return g_strdup (text);
  beginning = g_utf8_substring (text, 0, MAX_SHOWN);
  return g_strconcat (beginning, "…", NULL);
}

/* Returns: (transfer full) (nullable): what somebody else has saved since the user began */
static char *
dup_overtaken (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);
  g_autofree char *stored = remit_field_row_dup_text (self);

  return link->base != NULL && !g_str_equal (stored, link->base) ? g_steal_pointer (&stored) : NULL;
}

static void
show_overtaken (RemitFieldRow *self)
{
  g_autofree char *stored = dup_overtaken (self);
  g_autofree char *shown = stored != NULL ? dup_shown (stored) : NULL;
  g_autofree char *message = NULL;

  if (shown == NULL)
    return;
  /* Translators: the value of a field that somebody else has saved while the user was typing */
  message = g_strdup_printf (_ ("Changed by another user: %s"), shown);
  show_title (self, message);
}

static gboolean
check (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!REMIT_FIELD_ROW_GET_IFACE (self)->is_typed || link->entity == NULL)
    return TRUE;
  text = remit_field_row_dup_typed (self);
  remit_design_can_change (link->workspace, remit_entity_get_kind (link->entity),
                           remit_entity_get_id (link->entity), get_index (link), text, &error);
  show_title (self, error != NULL ? error->message : NULL);
  return error == NULL;
}

/* Says what is wrong with what was typed, or else what somebody else has saved. */
static void
judge (RemitFieldRow *self)
{
  if (check (self))
    show_overtaken (self);
}

/* Somebody who is typing is not disturbed, but told; in the end they choose. */
static void
on_stored_changed (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);

  if (!link->is_touched)
    show_stored (self);
  else if (!link->is_writing)
    judge (self);
}

/* ── What is written ──────────────────────────────────────────────────────────────────────── */

static void
on_response (AdwMessageDialog *dialog,
             const char *response,
             RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);

  g_clear_weak_pointer (&link->question);
  if (link->entity == NULL || !link->is_touched)
    return;
  if (g_str_equal (response, "theirs"))
    show_stored (self);
  else if (g_str_equal (response, "mine"))
    {
      g_free (link->base);
      link->base = remit_field_row_dup_text (self);
      remit_field_row_commit (self);
    }
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Two values for one field: which one it is, only the user knows. */
static void
ask (RemitFieldRow *self,
     const char *typed)
{
  RemitFieldLink *link = get_link (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *stored = remit_field_row_dup_text (self);
  g_autofree char *theirs = dup_shown (stored);
  g_autofree char *mine = dup_shown (typed);
  AdwMessageDialog *dialog;

  if (root == NULL || link->question != NULL)
    return;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (root), NULL, NULL));
  /* Translators: the name of a field */
  adw_message_dialog_format_heading (dialog, _ ("“%s” Was Changed by Another User"),
                                     remit_field_get_label (link->field));
  adw_message_dialog_format_body (dialog, _ ("Saved version:\n%1$s\n\nYour version:\n%2$s"),
                                  theirs, mine);
  adw_message_dialog_add_responses (dialog, "back", _ ("_Continue Editing"), "theirs",
                                    _ ("Keep _Other Version"), "mine", _ ("Save _My Version"),
                                    NULL);
  adw_message_dialog_set_close_response (dialog, "back");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, 0);
  g_set_weak_pointer (&link->question, GTK_WINDOW (dialog));
  gtk_window_present (link->question);
}

/* What a row writes: it may show something else when that is done. */
typedef struct {
  RemitKind kind;
  gint64 id;
  guint field;
  char *text;
  char *base;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *self = data;

  g_free (self->text);
  g_free (self->base);
  g_free (self);
}

static gint64
write_value (RemitWorkspace *workspace,
             gpointer data,
             GError **error)
{
  const Writing *self = data;
  const RemitFieldText value = { self->field, self->text, self->base };

  return remit_design_change_all (workspace, self->kind, self->id, &value, 1, error);
}

/* What is typed stays while there is something to correct, or to choose. */
static void
refuse (RemitFieldRow *self,
        const char *text,
        const GError *error)
{
  RemitFieldLink *link = get_link (self);
  gboolean is_typed = REMIT_FIELD_ROW_GET_IFACE (self)->is_typed;

  if (link->is_late && !remit_worker_was_cancelled (error))
    {
      remit_field_row_commit (self); /* what was typed later is judged instead */
      return;
    }
  if (is_typed && g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_OVERTAKEN))
    ask (self, text);
  else
    remit_feedback_error (GTK_WIDGET (self), error);
  if (is_typed && !remit_worker_was_cancelled (error))
    show_overtaken (self);
  else
    show_stored (self);
}

/* What was typed while the value waited is another value, which begins with this one. */
static void
go_on_typing (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);

  g_free (link->base);
  link->base = remit_field_row_dup_text (self);
  if (link->is_late)
    remit_field_row_commit (self);
}

static void
on_written (GtkWidget *widget,
            RemitWorkspace *workspace G_GNUC_UNUSED,
            gint64 done,
            gpointer data,
            const GError *error)
{
  RemitFieldRow *self = REMIT_FIELD_ROW (widget);
  RemitFieldLink *link = get_link (self);
  const Writing *writing = data;
  g_autofree char *stored = NULL;
  g_autofree char *shown = NULL;

  if (link->entity == NULL || remit_entity_get_id (link->entity) != writing->id)
    {
      if (done == 0)
        remit_feedback_error (widget, error);
      return;
    }
  link->is_writing = FALSE;
  stored = remit_field_row_dup_text (self);
  shown = remit_field_row_dup_typed (self);
  if (done == 0 && !g_str_equal (stored, writing->text)) /* nor has somebody else saved just that */
    refuse (self, writing->text, error);
  else if (g_str_equal (shown, writing->text))
    show_stored (self);
  else
    go_on_typing (self);
}

gboolean
remit_field_row_touch (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);

  if (link->is_showing || link->entity == NULL)
    return FALSE;
  if (link->base == NULL)
    link->base = remit_field_row_dup_text (self);
  link->is_touched = TRUE;
  judge (self);
  return TRUE;
}

static void
write_text (RemitFieldRow *self,
            char *text)
{
  RemitFieldLink *link = get_link (self);
  Writing writing = { remit_entity_get_kind (link->entity), remit_entity_get_id (link->entity),
                      get_index (link), text, g_strdup (link->base) };

  link->is_writing = TRUE;
  link->is_late = FALSE;
  remit_try_then (GTK_WIDGET (self), link->workspace, write_value,
                  g_memdup2 (&writing, sizeof writing), writing_free, on_written);
}

void
remit_field_row_commit (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);
  g_autofree char *text = NULL;
  g_autofree char *stored = NULL;

  g_clear_handle_id (&link->pause, g_source_remove);
  link->is_late = link->is_writing;
  if (!link->is_touched || link->is_writing || link->question != NULL || !check (self))
    return;
  text = remit_field_row_dup_typed (self);
  stored = remit_field_row_dup_text (self);
  if (link->entity == NULL || g_str_equal (stored, text)) /* nothing is to be written */
    show_stored (self);
  else
    write_text (self, g_steal_pointer (&text));
}

static void
on_pause (gpointer data)
{
  RemitFieldRow *self = REMIT_FIELD_ROW (data);

  get_link (self)->pause = 0;
  remit_field_row_commit (self);
}

void
remit_field_row_commit_soon (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);

  g_clear_handle_id (&link->pause, g_source_remove);
  link->pause = g_timeout_add_once (PAUSE, on_pause, self);
}

void
remit_field_row_take (RemitFieldRow *self)
{
  if (remit_field_row_touch (self))
    remit_field_row_commit (self);
}

/* ── The editor ───────────────────────────────────────────────────────────────────────────── */

static gboolean
revert (RemitEditor *editor)
{
  RemitFieldRow *self = REMIT_FIELD_ROW (editor);
  RemitFieldLink *link = get_link (self);

  if (!link->is_touched)
    return FALSE;
  g_clear_handle_id (&link->pause, g_source_remove);
  remit_try_forget (GTK_WIDGET (self));
  link->is_writing = FALSE;
  show_stored (self);
  return TRUE;
}

static gboolean
on_key_pressed (RemitFieldRow *self,
                guint key)
{
  return key == GDK_KEY_Escape && revert (REMIT_EDITOR (self));
}

static void
clear (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);

  g_clear_handle_id (&link->pause, g_source_remove);
  g_clear_pointer (&link->base, g_free);
  link->is_writing = FALSE;
  if (link->question != NULL)
    gtk_window_destroy (link->question);
  g_clear_weak_pointer (&link->question);
  if (link->entity != NULL)
    g_clear_signal_handler (&link->changed, link->entity);
  g_clear_object (&link->entity);
  g_clear_object (&link->workspace);
}

/* The field is called the same in every entity that a form shows. */
static void
set_entity (RemitFieldRow *self,
            RemitWorkspace *workspace,
            RemitEntity *entity)
{
  RemitFieldLink *link = get_link (self);
  const RemitEntityInfo *info = remit_entity_info (remit_entity_get_kind (entity));
  g_autofree char *signal = g_strconcat ("notify::", link->name, NULL);
  int field = remit_entity_info_find_field (info, link->name);

  g_assert (field >= 0);
  link->workspace = g_object_ref (workspace);
  link->entity = g_object_ref (entity);
  link->changed = g_signal_connect_swapped (entity, signal, G_CALLBACK (on_stored_changed), self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), remit_edits_are_possible (workspace));
  if (link->field == &info->fields[field])
    return;
  link->field = &info->fields[field];
  if (REMIT_FIELD_ROW_GET_IFACE (self)->set_field != NULL)
    {
      link->is_showing = TRUE;
      REMIT_FIELD_ROW_GET_IFACE (self)->set_field (self, link->field);
      link->is_showing = FALSE;
    }
}

/* Text that was typed for another entity is left; a number that was chosen is written. */
static void
show_entity (RemitEditor *editor,
             RemitWorkspace *workspace,
             gint64 plan,
             RemitEntity *entity)
{
  RemitFieldRow *self = REMIT_FIELD_ROW (editor);
  RemitFieldLink *link = get_link (self);

  if (!REMIT_FIELD_ROW_GET_IFACE (self)->is_typed)
    remit_field_row_commit (self);
  clear (self);
  if (link->destroy == 0)
    link->destroy = g_signal_connect (self, "destroy", G_CALLBACK (clear), NULL);
  if (entity != NULL)
    set_entity (self, workspace, entity);
  show_stored (self);
}

void
remit_field_row_editor_init (RemitEditorInterface *iface)
{
  iface->show = show_entity;
  iface->revert = revert;
}

/* ── The class ────────────────────────────────────────────────────────────────────────────── */

static void
remit_field_row_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, get_link (REMIT_FIELD_ROW (object))->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_field_row_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  RemitFieldLink *link = get_link (REMIT_FIELD_ROW (object));

  switch (prop_id)
    {
    case PROP_FIELD:
      link->name = g_intern_string (g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
remit_field_row_default_init (RemitFieldRowInterface *iface)
{
  g_object_interface_install_property (
    iface, g_param_spec_string ("field", NULL, NULL, NULL,
                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

void
remit_field_row_class_init (GtkWidgetClass *klass,
                            const char *name)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  g_autofree char *path = g_strdup_printf ("/org/remit/Remit/widgets/rows/%s.ui", name);

  object_class->get_property = remit_field_row_get_property;
  object_class->set_property = remit_field_row_set_property;
  g_object_class_override_property (object_class, PROP_FIELD, "field");

  gtk_widget_class_set_template_from_resource (klass, path);
  gtk_widget_class_bind_template_callback_full (klass, "on_changed",
                                                G_CALLBACK (remit_field_row_touch));
  gtk_widget_class_bind_template_callback_full (klass, "commit",
                                                G_CALLBACK (remit_field_row_commit));
  gtk_widget_class_bind_template_callback_full (klass, "take", G_CALLBACK (remit_field_row_take));
  gtk_widget_class_bind_template_callback (klass, on_key_pressed);
}

char *
remit_field_row_dup_typed (RemitFieldRow *self)
{
  return REMIT_FIELD_ROW_GET_IFACE (self)->dup_value (self);
}

/* ── What is stored ───────────────────────────────────────────────────────────────────────── */

RemitEntity *
remit_field_row_get_entity (RemitFieldRow *self)
{
  return get_link (self)->entity;
}

RemitWorkspace *
remit_field_row_get_workspace (RemitFieldRow *self)
{
  return get_link (self)->workspace;
}

const RemitField *
remit_field_row_get_field (RemitFieldRow *self)
{
  return get_link (self)->field;
}

gint64
remit_field_row_get_integer (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);

  return link->entity != NULL ? remit_entity_get_integer (link->entity, get_index (link)) : 0;
}

char *
remit_field_row_dup_text (RemitFieldRow *self)
{
  RemitFieldLink *link = get_link (self);

  if (link->entity == NULL)
    return g_strdup ("");
  return remit_record_format (remit_entity_get_record (link->entity), get_index (link));
}
