/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes one of two people, roles or skills that are the same; shows beforehand what that does. */
#include "remit-merge-dialog.h"

#include <glib/gi18n.h>

#include "plan/design/remit-design-merge.h"
#include "remit-merge-candidates.h"
#include "widgets/pickers/remit-entity-picker.h"
#include "widgets/remit-dialog.h"
#include "widgets/remit-feedback.h"

struct _RemitMergeDialog
{
  AdwWindow parent_instance;

  GtkWidget *parent;
  RemitWorkspace *workspace;
  RemitKind kind;
  gint64 keep;
  gint64 other;
  gboolean is_merging;

  GtkLabel *problem;
  GtkStack *stack;
  GtkButton *swap;
  AdwActionRow *keep_row;
  AdwActionRow *other_row;
  GtkMenuButton *choose;
  RemitEntityPicker *picker;
  AdwPreferencesGroup *outcome;
  AdwActionRow *following;
  AdwActionRow *filled;
  AdwActionRow *dropped;
  GtkWidget *merge;
};

G_DEFINE_FINAL_TYPE (RemitMergeDialog, remit_merge_dialog, ADW_TYPE_WINDOW)

/* ── What it would do ─────────────────────────────────────────────────────────────────────── */

static void
show_name (RemitMergeDialog *self,
           AdwActionRow *row,
           gint64 id)
{
  g_autofree char *name = remit_design_dup_name (self->workspace, self->kind, id);

  adw_action_row_set_subtitle (row, *name != '\0' ? name : _ ("Not chosen yet"));
}

static void
show_values (AdwActionRow *row,
             GStrv values)
{
  g_autofree char *lines = g_strjoinv ("\n", values);

  gtk_widget_set_visible (GTK_WIDGET (row), values[0] != NULL);
  adw_action_row_set_subtitle (row, lines);
}

static void
show_preview (RemitMergeDialog *self,
              const RemitMergePreview *preview)
{
  g_autofree char *following = remit_merge_preview_dup_following (preview);
  g_auto (GStrv) filled = remit_merge_preview_list_filled (preview, self->workspace);
  g_auto (GStrv) dropped = remit_merge_preview_list_dropped (preview, self->workspace);

  adw_action_row_set_subtitle (self->following, *following != '\0' ? following : _ ("Nothing"));
  show_values (self->filled, filled);
  show_values (self->dropped, dropped);
}

/* Also when others have changed something: what is shown is what would be done now. */
static void
update (RemitMergeDialog *self)
{
  GListModel *all = remit_workspace_get_list (self->workspace, self->kind);
  g_autoptr (RemitMergePreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  if (self->is_merging) /* by then one of them is gone */
    return;
  if (self->other != 0)
    remit_design_can_merge (self->workspace, self->kind, self->keep, self->other, &preview, &error);
  show_name (self, self->keep_row, self->keep);
  show_name (self, self->other_row, self->other);
  if (error != NULL)
    remit_dialog_refuse (self->problem, error->message);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (all) > 1 ? "two" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), preview != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->swap), self->other != 0);
  gtk_widget_set_sensitive (self->merge, preview != NULL);
  if (preview != NULL)
    show_preview (self, preview);
}

/* ── Choosing ─────────────────────────────────────────────────────────────────────────────── */

static void
on_picker_shown (RemitMergeDialog *self)
{
  RemitEntity *keep = remit_workspace_get (self->workspace, self->kind, self->keep);

  if (keep != NULL)
    remit_entity_picker_show_best (self->picker, self->workspace, self->kind, keep,
                                   remit_merge_candidates_score (self->workspace, keep),
                                   remit_merge_candidates_describe);
}

static void
on_picked (RemitMergeDialog *self,
           gint64 id)
{
  self->other = id;
  update (self);
  if (gtk_widget_is_sensitive (self->merge))
    gtk_widget_grab_focus (self->merge);
}

static void
on_swap (RemitMergeDialog *self)
{
  gint64 keep = self->keep;

  self->keep = self->other;
  self->other = keep;
  update (self);
}

/* ── Merging ──────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  RemitKind kind;
  gint64 keep;
  gint64 other;
} Merge;

static gint64
merge_now (RemitWorkspace *workspace,
           gpointer data,
           GError **error)
{
  const Merge *merge = data;

  return remit_design_merge (workspace, merge->kind, merge->keep, merge->other, NULL, error);
}

static void
on_merged (GtkWidget *widget,
           RemitWorkspace *workspace,
           gint64 result,
           gpointer data G_GNUC_UNUSED,
           const GError *error)
{
  RemitMergeDialog *self = REMIT_MERGE_DIALOG (widget);

  self->is_merging = FALSE;
  if (result == 0)
    {
      update (self);
      remit_dialog_refuse (self->problem, error->message);
      return;
    }
  remit_feedback_edit (self->parent, workspace, TRUE, NULL);
  gtk_window_close (GTK_WINDOW (self));
}

/* Ten thousand slots may change their role: that is longer than a frame. */
static void
on_merge (RemitMergeDialog *self)
{
  const Merge to_do = { self->kind, self->keep, self->other };

  self->is_merging = TRUE;
  gtk_widget_set_sensitive (self->merge, FALSE);
  remit_try_in_thread (GTK_WIDGET (self), self->workspace, merge_now,
                       g_memdup2 (&to_do, sizeof to_do), g_free, on_merged);
}

/* ── The dialog ───────────────────────────────────────────────────────────────────────────── */

static void
remit_merge_dialog_dispose (GObject *object)
{
  RemitMergeDialog *self = REMIT_MERGE_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (remit_merge_dialog_parent_class)->dispose (object);
}

static void
remit_merge_dialog_class_init (RemitMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_merge_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/widgets/merge/remit-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitMergeDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, RemitMergeDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RemitMergeDialog, swap);
  gtk_widget_class_bind_template_child (widget_class, RemitMergeDialog, keep_row);
  gtk_widget_class_bind_template_child (widget_class, RemitMergeDialog, other_row);
  gtk_widget_class_bind_template_child (widget_class, RemitMergeDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, RemitMergeDialog, picker);
  gtk_widget_class_bind_template_child (widget_class, RemitMergeDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, RemitMergeDialog, following);
  gtk_widget_class_bind_template_child (widget_class, RemitMergeDialog, filled);
  gtk_widget_class_bind_template_child (widget_class, RemitMergeDialog, dropped);
  gtk_widget_class_bind_template_child (widget_class, RemitMergeDialog, merge);
  gtk_widget_class_bind_template_callback (widget_class, on_merge);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_picker_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_swap);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
remit_merge_dialog_init (RemitMergeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
remit_merge_dialog_present (GtkWidget *parent,
                            RemitWorkspace *workspace,
                            RemitKind kind,
                            gint64 keep,
                            gint64 other)
{
  RemitMergeDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  self = g_object_new (REMIT_TYPE_MERGE_DIALOG, "transient-for", gtk_widget_get_root (parent),
                       NULL);
  self->parent = g_object_ref (parent);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->keep = keep;
  self->other = other;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  remit_dialog_present (GTK_WINDOW (self));
  gtk_window_set_focus (GTK_WINDOW (self), other == 0 ? GTK_WIDGET (self->choose) : self->merge);
}
