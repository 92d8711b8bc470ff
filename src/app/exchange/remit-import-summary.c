/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary of an import: changes, and omissions with reasons. */
#include "remit-import-summary.h"

#include <glib/gi18n.h>

#include "remit-import-choice-row.h"
#include "remit-import-list.h"
#include "remit-missing-group.h"
#include "remit-nobody-row.h"

struct _RemitImportSummary {
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *description;
  GtkListBox *counts;
  GtkWidget *notes_part;
  GtkLabel *notes_title;
  GtkListBox *notes;
  RemitMissingGroup *missing;

  gboolean asks;
  GHashTable *taken; /* the lines of rows, as guint */
  GHashTable *choices; /* of rows of a plan, by their keys */
};

G_DEFINE_FINAL_TYPE (RemitImportSummary, remit_import_summary, ADW_TYPE_BIN)

static void
on_changed (RemitImportSummary *self)
{
  g_signal_emit_by_name (self, "changed");
}

static guint
sum (const guint counts[REMIT_N_KINDS])
{
  guint n = 0;

  for (guint i = 0; i < REMIT_N_KINDS; i++)
    n += counts[i];
  return n;
}

static void
clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
add_row (GtkListBox *list,
         const char *title,
         const char *icon_name,
         GPtrArray *texts,
         guint n_more)
{
  gtk_list_box_append (list, remit_import_list_create_row (title, icon_name, texts, n_more));
}

/* ── Rows that are chosen ─────────────────────────────────────────────────────────────────── */

/* @n: how many there are of these in all */
static void
add_choices (RemitImportSummary *self,
             const char *title,
             const char *icon_name,
             GPtrArray *rows,
             guint n)
{
  RemitImportChoiceRow *row = remit_import_choice_row_new (
    title, icon_name, rows, n - MIN (n, rows->len), self->choices);

  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->counts, GTK_WIDGET (row));
}

/* Returns: (transfer full) (element-type RemitImportRow): those that are taken for an outcome */
static GPtrArray *
find_taken (RemitImportResult *result,
            RemitImportOutcome outcome)
{
  GPtrArray *taken = g_ptr_array_new ();

  for (guint i = 0; i < result->rows->len; i++)
    {
      RemitImportRow *row = result->rows->pdata[i];

      if (row->is_taken && row->outcome == outcome)
        g_ptr_array_add (taken, row);
    }
  return taken;
}

/* What stays as it is, and why; what clashes is in sight. */
static void
show_kept (RemitImportSummary *self,
           RemitImportResult *result)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autofree char *title = NULL;

  for (guint i = 0; i < result->rows->len; i++)
    if (!((RemitImportRow *) result->rows->pdata[i])->is_taken)
      g_ptr_array_add (kept, result->rows->pdata[i]);
  if (result->n_kept == 0)
    return;
  title = g_strdup_printf (ngettext ("Kept as it is here: %'u row",
                                     "Kept as they are here: %'u rows", result->n_kept),
                           result->n_kept);
  add_choices (self, title, "changes-prevent-symbolic", kept, result->n_kept);
  adw_expander_row_set_expanded (
    ADW_EXPANDER_ROW (gtk_widget_get_last_child (GTK_WIDGET (self->counts))), TRUE);
}

/* ── What becomes of rows ─────────────────────────────────────────────────────────────────── */

static void
add_outcome (RemitImportSummary *self,
             RemitImportResult *result,
             RemitImportOutcome outcome,
             const char *title,
             const char *icon_name,
             guint n)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = find_taken (result, outcome);
  GPtrArray *texts = result->told != NULL ? remit_import_told_get (result->told, outcome) : none;

  if (self->asks && rows->len > 0)
    add_choices (self, title, icon_name, rows, n);
  else
    add_row (self->counts, title, icon_name, texts, n > texts->len ? n - texts->len : 0);
}

/* What other plans use is never changed unseen. */
static void
show_shared (RemitImportSummary *self,
             RemitImportResult *result)
{
  GtkWidget *row = remit_import_list_create_row (
    _ ("Also Changes Other Plans"), "dialog-warning-symbolic", result->shared,
    result->n_shared - MIN (result->n_shared, result->shared->len));

  gtk_list_box_append (self->counts, row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
}

static const char *
get_signature_icon (const RemitSignatureVerdict *verdict)
{
  if (verdict->state == REMIT_SIGNATURE_VALID)
    return "emblem-ok-symbolic";
  return remit_signature_verdict_is_bad (verdict) ? "dialog-warning-symbolic"
                                                  : "dialog-question-symbolic";
}

/* remit_import_result_describe() has a line for each of these that is not empty, in this order. */
static void
show_counts (RemitImportSummary *self,
             RemitImportResult *result)
{
  const struct {
    const guint *counts;
    const char *icon_name;
  } parts[REMIT_IMPORT_N_OUTCOMES] = {
    [REMIT_IMPORT_ADDED] = { result->added, "list-add-symbolic" },
    [REMIT_IMPORT_CHANGED] = { result->changed, "document-edit-symbolic" },
    [REMIT_IMPORT_REMOVED] = { result->removed, "list-remove-symbolic" },
    [REMIT_IMPORT_SAME] = { result->same, "object-select-symbolic" },
  };
  g_auto (GStrv) lines = remit_import_result_describe (result);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  guint n = 0;

  clear (self->counts);
  for (guint i = 0; i < REMIT_IMPORT_N_OUTCOMES; i++)
    if (sum (parts[i].counts) > 0 && lines[n] != NULL)
      add_outcome (self, result, (RemitImportOutcome) i, lines[n++], parts[i].icon_name,
                   sum (parts[i].counts));
  if (self->asks)
    show_kept (self, result);
  /* the signature's is the last */
  for (; lines[n] != NULL; n++)
    add_row (self->counts, lines[n],
             result->signature != NULL && lines[n + 1] == NULL
               ? get_signature_icon (result->signature)
               : "dialog-information-symbolic",
             none, 0);
  if (result->n_shared > 0)
    show_shared (self, result);
}

/* ── What there is to say ─────────────────────────────────────────────────────────────────── */

/* Returns: (transfer full) (element-type utf8): what a group has behind it; nothing of a single
 * note, which is said in full */
static GPtrArray *
list_notes (const RemitNoteGroup *group)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; group->n > 1 && i < group->notes->len; i++)
    g_ptr_array_add (texts, remit_note_dup_words (group->notes->pdata[i]));
  return texts;
}

static char *
dup_title (const RemitNoteGroup *group)
{
  if (group->n == 1 && group->notes->len == 1)
    return remit_note_dup_words (group->notes->pdata[0]);
  /* Translators: what several notes have in common, and how many they are */
  return g_strdup_printf (ngettext ("%s: %'u line", "%s: %'u lines", group->n), group->title,
                          group->n);
}

/* What is asked about elsewhere needs no note. */
static gboolean
is_asked (RemitImportSummary *self,
          const RemitNoteGroup *group)
{
  return self->asks && group->kind == REMIT_NOTE_MISSING
         && remit_missing_group_get_day (self->missing) == 0;
}

static void
add_nobody (RemitImportSummary *self,
            const RemitNoteGroup *group,
            const char *title)
{
  RemitNobodyRow *row = remit_nobody_row_new (title, group, self->taken);

  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->notes, GTK_WIDGET (row));
}

static void
add_group (RemitImportSummary *self,
           const RemitNoteGroup *group)
{
  g_autoptr (GPtrArray) texts = list_notes (group);
  g_autofree char *title = dup_title (group);

  if (self->asks && (group->kind == REMIT_NOTE_NOBODY || group->kind == REMIT_NOTE_HEADING)
      && group->notes->len > 0)
    add_nobody (self, group, title);
  else
    add_row (self->notes, title, group->is_left_out ? "action-unavailable-symbolic" : NULL, texts,
             texts->len > 0 ? group->n - texts->len : 0);
}

static void
show_notes (RemitImportSummary *self,
            RemitImportResult *result)
{
  g_autoptr (GPtrArray) groups = remit_notes_group (result->notes);
  g_autofree char *title = NULL;
  guint n = result->n_notes;
  guint n_shown = 0;

  clear (self->notes);
  for (guint i = 0; i < groups->len; i++)
    {
      const RemitNoteGroup *group = groups->pdata[i];

      if (is_asked (self, group))
        {
          n -= group->n;
          continue;
        }
      add_group (self, group);
      n_shown++;
    }
  title = g_strdup_printf (ngettext ("%'u note", "%'u notes", n), n);
  gtk_label_set_text (self->notes_title, title);
  gtk_widget_set_visible (self->notes_part, n_shown > 0);
}

static void
remit_import_summary_finalize (GObject *object)
{
  g_clear_pointer (&REMIT_IMPORT_SUMMARY (object)->taken, g_hash_table_unref);
  g_clear_pointer (&REMIT_IMPORT_SUMMARY (object)->choices, g_hash_table_unref);

  G_OBJECT_CLASS (remit_import_summary_parent_class)->finalize (object);
}

static void
remit_import_summary_class_init (RemitImportSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = remit_import_summary_finalize;

  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/exchange/remit-import-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitImportSummary, title);
  gtk_widget_class_bind_template_child (widget_class, RemitImportSummary, description);
  gtk_widget_class_bind_template_child (widget_class, RemitImportSummary, counts);
  gtk_widget_class_bind_template_child (widget_class, RemitImportSummary, notes_part);
  gtk_widget_class_bind_template_child (widget_class, RemitImportSummary, notes_title);
  gtk_widget_class_bind_template_child (widget_class, RemitImportSummary, notes);
  gtk_widget_class_bind_template_child (widget_class, RemitImportSummary, missing);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
remit_import_summary_init (RemitImportSummary *self)
{
  g_type_ensure (REMIT_TYPE_MISSING_GROUP);
  self->taken = g_hash_table_new (NULL, NULL);
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_import_summary_show (RemitImportSummary *self,
                           const char *title,
                           const char *description,
                           RemitImportResult *result,
                           gboolean asks)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  g_return_if_fail (REMIT_IS_IMPORT_SUMMARY (self));
  g_return_if_fail (result != NULL);

  self->asks = asks;
  remit_missing_group_show (self->missing, asks ? result->missing : nobody);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->description, description);
  show_counts (self, result);
  show_notes (self, result);
}

gint64
remit_import_summary_get_end_missing (RemitImportSummary *self)
{
  g_return_val_if_fail (REMIT_IS_IMPORT_SUMMARY (self), 0);

  return remit_missing_group_get_day (self->missing);
}

GHashTable *
remit_import_summary_get_taken (RemitImportSummary *self)
{
  g_return_val_if_fail (REMIT_IS_IMPORT_SUMMARY (self), NULL);

  return self->taken;
}

void
remit_import_summary_reset (RemitImportSummary *self)
{
  g_return_if_fail (REMIT_IS_IMPORT_SUMMARY (self));

  remit_missing_group_reset (self->missing);
  g_hash_table_remove_all (self->taken);
  g_hash_table_remove_all (self->choices);
}

GHashTable *
remit_import_summary_get_choices (RemitImportSummary *self)
{
  g_return_val_if_fail (REMIT_IS_IMPORT_SUMMARY (self), NULL);

  return self->choices;
}
