/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a file that look like totals or headings, which can be imported all the
 * same. */
#include "remit-nobody-row.h"

#include <glib/gi18n.h>

#include "remit-import-list.h"

/* Where there are more, it is the columns that are taken wrongly. */
#define MOST_ROWS 100

struct _RemitNobodyRow {
  AdwExpanderRow parent_instance;

  GHashTable *taken;
};

G_DEFINE_FINAL_TYPE (RemitNobodyRow, remit_nobody_row, ADW_TYPE_EXPANDER_ROW)

static GQuark
get_line_quark (void)
{
  return g_quark_from_static_string ("remit-line");
}

static void
on_toggled (RemitNobodyRow *self,
            GtkCheckButton *check)
{
  gpointer line = g_object_get_qdata (G_OBJECT (check), get_line_quark ());

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->taken, line);
  else
    g_hash_table_remove (self->taken, line);
  g_signal_emit_by_name (self, "changed");
}

static void
remit_nobody_row_finalize (GObject *object)
{
  g_clear_pointer (&REMIT_NOBODY_ROW (object)->taken, g_hash_table_unref);

  G_OBJECT_CLASS (remit_nobody_row_parent_class)->finalize (object);
}

static void
remit_nobody_row_class_init (RemitNobodyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remit_nobody_row_finalize;

  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
remit_nobody_row_init (RemitNobodyRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

static GtkWidget *
create_check (RemitNobodyRow *self,
              const RemitNote *note,
              const char *words)
{
  gpointer line = GUINT_TO_POINTER (note->line);
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "valign", GTK_ALIGN_CENTER, "active",
                                   g_hash_table_contains (self->taken, line), NULL);
  /* Translators: to a row of a file, which the rest quotes */
  g_autofree char *label = g_strdup_printf (_ ("Import Anyway: %s"), words);

  g_object_set_qdata (G_OBJECT (check), get_line_quark (), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  return check;
}

static void
add_note (RemitNobodyRow *self,
          const RemitNote *note)
{
  g_autofree char *words = remit_note_dup_words (note);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", words,
                                 "title-lines", 0, NULL);
  GtkWidget *check = create_check (self, note, words);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

RemitNobodyRow *
remit_nobody_row_new (const char *title,
                      const RemitNoteGroup *group,
                      GHashTable *taken)
{
  RemitNobodyRow *self;
  guint n;

  g_return_val_if_fail (title != NULL && group != NULL && taken != NULL, NULL);

  self = g_object_new (REMIT_TYPE_NOBODY_ROW, "title", title, "subtitle",
                       _ ("Choose the rows to import anyway"), NULL);
  self->taken = g_hash_table_ref (taken);
  n = MIN (group->notes->len, MOST_ROWS);
  for (guint i = 0; i < n; i++)
    add_note (self, group->notes->pdata[i]);
  if (group->n > n)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self),
                              remit_import_list_create_more (group->n - n));
  return self;
}
