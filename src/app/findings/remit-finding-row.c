/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding: the problem, why it matters, its source, and the repairs. */
#include "remit-finding-row.h"

#include <glib/gi18n.h>

#include "check/findings/remit-repair.h"
#include "check/findings/remit-waive.h"
#include "remit-finding-place.h"
#include "remit-waive-dialog.h"
#include "widgets/drawing/remit-finding-mark.h"
#include "widgets/remit-attempts.h"
#include "widgets/remit-edits.h"
#include "widgets/remit-style.h"

struct _RemitFindingRow
{
  GtkBox parent_instance;

  RemitWorkspace *workspace;
  gint64 plan;
  RemitFinding *finding;
  RemitFindingPicks *picks;
  gboolean showing;

  GtkCheckButton *picked;
  GtkImage *mark;
  GtkLabel *title;
  GtkLabel *message;
  GtkLabel *why;
  GtkLabel *source;
  GtkLabel *waiver;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (RemitFindingRow, remit_finding_row, GTK_TYPE_BOX)

/* ── Actions ──────────────────────────────────────────────────────────────────────────────── */

typedef struct {
  gint64 plan;
  RemitFinding *finding;
  RemitRepair repair;
} Repair;

static void
repair_free (gpointer data)
{
  Repair *self = data;

  g_object_unref (self->finding);
  g_free (self);
}

static gint64
repair (RemitWorkspace *workspace,
        gpointer data,
        GError **error)
{
  const Repair *self = data;

  return remit_repair_do (workspace, self->plan, self->finding, self->repair, error);
}

/* The repair binds the row again, so the list shows the toast. */
static void
on_repair (GtkButton *button,
           RemitFindingRow *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);
  Repair order = { self->plan, g_object_ref (self->finding), 0 };

  order.repair = (RemitRepair) GPOINTER_TO_UINT (
    g_object_get_qdata (G_OBJECT (button), g_quark_from_static_string ("remit-repair")));
  remit_try (list, self->workspace, repair, g_memdup2 (&order, sizeof order), repair_free);
}

static void
on_show (RemitFindingRow *self)
{
  remit_finding_place_show (self->finding, GTK_WIDGET (self));
}

static void
on_accept (RemitFindingRow *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);

  remit_waive_dialog_present (list, self->workspace, self->plan, &self->finding, 1);
}

static gint64
end_waiver (RemitWorkspace *workspace,
            gpointer waiver,
            GError **error)
{
  return remit_waive_end (workspace, *(const gint64 *) waiver, error);
}

static void
on_end_waiver (RemitFindingRow *self)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);
  gint64 waiver = remit_record_get_id (remit_finding_get_waiver (self->finding));

  remit_try (list, self->workspace, end_waiver, g_memdup2 (&waiver, sizeof waiver), g_free);
}

static GtkWidget *
add_button (RemitFindingRow *self,
            const char *label,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  GtkWidget *words = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "flat");
  if (callback != NULL)
    g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (button, callback == G_CALLBACK (on_show)
                                      || remit_edits_are_possible (self->workspace));
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

static void
add_repairs (RemitFindingRow *self)
{
  GPtrArray *repairs = remit_finding_get_repairs (self->finding);

  for (guint i = 0; i < repairs->len; i++)
    {
      RemitRepair repair = ((RemitRuleRepair *) repairs->pdata[i])->repair;
      g_autofree char *label = remit_repair_dup_label (self->workspace, self->plan, self->finding,
                                                       repair);
      GtkWidget *button;

      if (label == NULL)
        continue;
      button = add_button (self, label, NULL);
      gtk_widget_set_tooltip_text (button, label);
      g_object_set_qdata (G_OBJECT (button), g_quark_from_static_string ("remit-repair"),
                          GUINT_TO_POINTER (repair));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_repair), self, 0);
    }
}

static void
fill_buttons (RemitFindingRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), child);
  if (remit_finding_place_is_known (self->finding))
    add_button (self, _ ("_Show"), G_CALLBACK (on_show));
  if (remit_finding_get_waiver (self->finding) != NULL)
    {
      add_button (self, _ ("_Stop Accepting"), G_CALLBACK (on_end_waiver));
      return;
    }
  add_repairs (self);
  if (remit_finding_get_rule (self->finding) != NULL)
    add_button (self, _ ("_Accept…"), G_CALLBACK (on_accept));
}

/* ── Texts ────────────────────────────────────────────────────────────────────────────────── */

static void
set_label (GtkLabel *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
dup_waiver (const RemitRecord *waiver)
{
  const char *actor = remit_record_get_text (waiver, REMIT_WAIVER_ACTOR);
  const char *reason = remit_record_get_text (waiver, REMIT_WAIVER_REASON);
  g_autofree char *until = remit_record_display (waiver, REMIT_WAIVER_UNTIL);

  if (*until != '\0')
    /* Translators: who accepts a finding, a day, and why */
    return g_strdup_printf (_ ("Accepted by %1$s until %2$s: %3$s"), actor, until, reason);
  /* Translators: who accepts a finding, and why */
  return g_strdup_printf (_ ("Accepted by %1$s: %2$s"), actor, reason);
}

/* The id is for authors of rules. */
static char *
dup_origin (RemitRule *rule)
{
  return rule->source != NULL ? g_strdup_printf ("%s · %s", rule->id, rule->source)
                              : g_strdup (rule->id);
}

static void
show_mark (RemitFindingRow *self)
{
  RemitSeverity severity = remit_finding_get_severity (self->finding);

  gtk_image_set_from_icon_name (self->mark, remit_finding_mark_get_icon (severity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (remit_severity_choices[severity].label), -1);
  for (RemitSeverity i = 0; i < REMIT_N_SEVERITIES; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->mark), remit_finding_mark_get_class (i));
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), remit_finding_mark_get_class (severity));
}

/* Rows under the head of their rule do not repeat its title. */
static void
show_rule (RemitFindingRow *self,
           gboolean with_rule)
{
  RemitRule *rule = remit_finding_get_rule (self->finding);
  g_autofree char *origin = rule != NULL ? dup_origin (rule) : NULL;

  set_label (self->title, with_rule ? remit_finding_get_title (self->finding) : NULL);
  set_label (self->why, with_rule && rule != NULL ? rule->why : NULL);
  set_label (self->source, origin);
}

static void
show_words (RemitFindingRow *self,
            gboolean with_rule)
{
  const RemitRecord *waiver = remit_finding_get_waiver (self->finding);
  const char *message = remit_finding_get_message (self->finding);
  g_autofree char *accepted = waiver != NULL ? dup_waiver (waiver) : NULL;
  /* Translators: a box to tick; what was found */
  g_autofree char *name = g_strdup_printf (_ ("Select: %s"), message);

  show_mark (self);
  show_rule (self, with_rule);
  set_label (self->message, message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  message, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picked), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  set_label (self->waiver, accepted);
  remit_style_set_class (GTK_WIDGET (self), "waived", waiver != NULL);
}

/* ── Selection ────────────────────────────────────────────────────────────────────────────── */

static void
show_picked (RemitFindingRow *self)
{
  self->showing = TRUE;
  gtk_check_button_set_active (self->picked, remit_finding_picks_has (self->picks, self->finding));
  gtk_widget_set_sensitive (GTK_WIDGET (self->picked),
                            remit_edits_are_possible (self->workspace)
                              && remit_finding_picks_takes (self->finding));
  self->showing = FALSE;
}

static void
on_toggled (RemitFindingRow *self)
{
  if (!self->showing && self->finding != NULL)
    remit_finding_picks_set (self->picks, self->finding,
                             gtk_check_button_get_active (self->picked));
}

void
remit_finding_row_toggle (RemitFindingRow *self)
{
  g_return_if_fail (REMIT_IS_FINDING_ROW (self) && self->finding != NULL);

  if (remit_edits_refuse (self, self->workspace))
    return;
  remit_finding_picks_set (self->picks, self->finding,
                           !remit_finding_picks_has (self->picks, self->finding));
}

/* ── Binding ──────────────────────────────────────────────────────────────────────────────── */

static void
let_go (RemitFindingRow *self)
{
  if (self->picks != NULL)
    g_signal_handlers_disconnect_by_data (self->picks, self);
  g_clear_object (&self->picks);
  g_clear_object (&self->workspace);
  g_clear_object (&self->finding);
}

void
remit_finding_row_bind (RemitFindingRow *self,
                        const RemitFindingPlace *place,
                        RemitFinding *finding)
{
  g_return_if_fail (REMIT_IS_FINDING_ROW (self));

  let_go (self);
  if (finding == NULL)
    return;
  self->workspace = g_object_ref (place->workspace);
  self->picks = g_object_ref (place->picks);
  self->finding = g_object_ref (finding);
  self->plan = place->plan;
  g_signal_connect_object (self->picks, "changed", G_CALLBACK (show_picked), self,
                           G_CONNECT_SWAPPED);
  show_words (self, place->with_rule);
  show_picked (self);
  fill_buttons (self);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_finding_row_dispose (GObject *object)
{
  let_go (REMIT_FINDING_ROW (object));

  G_OBJECT_CLASS (remit_finding_row_parent_class)->dispose (object);
}

static void
remit_finding_row_class_init (RemitFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_finding_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/findings/remit-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitFindingRow, picked);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingRow, mark);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingRow, title);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingRow, message);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingRow, why);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingRow, source);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingRow, waiver);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingRow, buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
remit_finding_row_init (RemitFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
