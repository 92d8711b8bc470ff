/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One entry of a log: what it is, by whom and when, and what was said. */
#include "remit-log-row.h"

#include <glib/gi18n.h>

#include "model/remit-day.h"
#include "plan/remit-log.h"
#include "widgets/sections/remit-icon-button.h"

/* What is longer is cut: all of a log is laid out at once. In characters. */
#define LONG 1000

struct _RemitLogRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *box;
  GtkWidget *words;
  GtkWidget *said;
  char *text;
};

G_DEFINE_FINAL_TYPE (RemitLogRow, remit_log_row, ADW_TYPE_PREFERENCES_ROW)

static GtkWidget *
add_label (RemitLogRow *self,
           const char *text,
           const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (self->words), label);
  return label;
}

static void
on_whole (RemitLogRow *self,
          GtkWidget *button)
{
  gtk_label_set_label (GTK_LABEL (self->said), self->text);
  gtk_widget_grab_focus (self->said);
  gtk_box_remove (GTK_BOX (self->words), button);
}

static void
add_text (RemitLogRow *self,
          const char *text,
          gboolean stands)
{
  gboolean is_long = g_utf8_strlen (text, -1) > LONG;
  g_autofree char *head = is_long ? g_utf8_substring (text, 0, LONG) : NULL;
  g_autofree char *cut = is_long ? g_strconcat (head, "…", NULL) : NULL;
  GtkWidget *button;

  self->said = add_label (self, is_long ? cut : text, stands ? "remit-said" : "remit-undone");
  if (!is_long)
    return;
  self->text = g_strdup (text);
  button = gtk_button_new_with_mnemonic (_ ("Show _Full Text"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_whole), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->words), button);
}

/* Every log has these fields. */
static guint
find_field (RemitEntity *event,
            const char *name)
{
  return (guint) remit_entity_info_find_field (
    remit_entity_info (remit_entity_get_kind (event)), name);
}

static void
remit_log_row_finalize (GObject *object)
{
  g_free (REMIT_LOG_ROW (object)->text);

  G_OBJECT_CLASS (remit_log_row_parent_class)->finalize (object);
}

static void
remit_log_row_class_init (RemitLogRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_log_row_finalize;
}

static void
remit_log_row_init (RemitLogRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_widget_add_css_class (self->box, "remit-log-entry");
  gtk_box_append (GTK_BOX (self->box), self->words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

RemitLogRow *
remit_log_row_new (RemitWorkspace *workspace,
                   RemitEntity *event,
                   const char *heading)
{
  RemitLogRow *self = g_object_new (REMIT_TYPE_LOG_ROW, NULL);
  const char *text = remit_entity_get_text (event, find_field (event, "text"));
  gboolean stands = remit_log_stands (workspace, event);
  g_autofree char *time = remit_time_display (
    remit_entity_get_integer (event, find_field (event, "at")));
  /* Translators: who wrote an entry of a log, and when */
  g_autofree char *by = g_strdup_printf (
    _ ("%1$s, %2$s"), remit_entity_get_text (event, find_field (event, "actor")), time);

  add_label (self, heading, "heading");
  gtk_widget_add_css_class (add_label (self, by, "caption"), "dim-label");
  if (*text != '\0')
    add_text (self, text, stands);
  if (!stands)
    add_label (self, _ ("Corrected by a later entry"), "dim-label");
  return self;
}

void
remit_log_row_add_part (RemitLogRow *self,
                        const char *text)
{
  g_return_if_fail (REMIT_IS_LOG_ROW (self));

  add_label (self, text, "remit-log-part");
}

void
remit_log_row_add_widget (RemitLogRow *self,
                          GtkWidget *widget)
{
  g_return_if_fail (REMIT_IS_LOG_ROW (self));

  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->words), widget);
}

void
remit_log_row_add_mark (RemitLogRow *self,
                        const char *icon,
                        const char *style_class)
{
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_if_fail (REMIT_IS_LOG_ROW (self));

  gtk_widget_add_css_class (mark, "remit-thread");
  if (style_class != NULL)
    gtk_widget_add_css_class (mark, style_class);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (mark), gtk_image_new_from_icon_name (icon));
  gtk_widget_add_css_class (line, "line");
  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (line, TRUE);
  gtk_box_append (GTK_BOX (mark), line);
  gtk_box_prepend (GTK_BOX (self->box), mark);
}

void
remit_log_row_add_take_back (RemitLogRow *self,
                             const char *action,
                             gint64 event)
{
  GtkWidget *button = remit_icon_button_new ("edit-undo-symbolic", _ ("Correct…"), action, event);

  g_return_if_fail (REMIT_IS_LOG_ROW (self));

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), button);
}
