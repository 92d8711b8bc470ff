/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a group of findings: its title and counts. */
#include "remit-finding-head.h"

#include <glib/gi18n.h>

#include "widgets/drawing/remit-finding-mark.h"
#include "widgets/remit-edits.h"

struct _RemitFindingHead
{
  GtkBox parent_instance;

  RemitFindingGroup *group;
  RemitFindingPicks *picks;
  gboolean showing;

  GtkCheckButton *picked;
  GtkImage *mark;
  GtkLabel *title;
  GtkLabel *counts;
  GtkLabel *why;
};

G_DEFINE_FINAL_TYPE (RemitFindingHead, remit_finding_head, GTK_TYPE_BOX)

/* ── Texts ────────────────────────────────────────────────────────────────────────────────── */

/* A line ends between two of them, not after a number. */
static void
add_words (GString *text,
           guint n,
           const char *format)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (n == 0)
    return;
  g_string_printf (words, format, n);
  g_string_replace (words, " ", "\302\240", 0);
  g_string_append (text, text->len > 0 ? "\302\240· " : "");
  g_string_append (text, words->str);
}

char *
remit_finding_counts_dup_words (const guint counts[REMIT_N_SEVERITIES],
                                guint n_waived)
{
  GString *text = g_string_new (NULL);
  guint errors = counts[REMIT_SEVERITY_ERROR];
  guint warnings = counts[REMIT_SEVERITY_WARNING];
  guint others = counts[REMIT_SEVERITY_INFORMATION];

  add_words (text, errors, ngettext ("%u error", "%u errors", errors));
  add_words (text, warnings, ngettext ("%u warning", "%u warnings", warnings));
  /* Translators: findings that are neither errors nor warnings */
  add_words (text, others, ngettext ("%u note", "%u notes", others));
  /* Translators: findings that somebody accepts */
  add_words (text, n_waived, ngettext ("%u accepted", "%u accepted", n_waived));
  return g_string_free (text, FALSE);
}

static void
show_mark (RemitFindingHead *self)
{
  RemitSeverity severity = remit_finding_group_get_severity (self->group);
  const char *class = remit_finding_mark_get_class (severity);

  for (RemitSeverity i = 0; i < REMIT_N_SEVERITIES; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->mark), remit_finding_mark_get_class (i));
  if (class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->mark), class);
  gtk_image_set_from_icon_name (self->mark, class != NULL ? remit_finding_mark_get_icon (severity)
                                                          : "emblem-ok-symbolic");
}

static void
show_group (RemitFindingHead *self)
{
  RemitRule *rule = remit_finding_group_get_rule (self->group);
  guint counts[REMIT_N_SEVERITIES];
  guint n_waived;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  remit_finding_group_count (self->group, counts, &n_waived);
  words = remit_finding_counts_dup_words (counts, n_waived);
  gtk_label_set_label (self->title, remit_finding_group_get_title (self->group));
  gtk_label_set_label (self->counts, words);
  gtk_label_set_label (self->why, rule != NULL ? rule->why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), rule != NULL);
  /* Translators: a box to tick; the title of a group of findings */
  name = g_strdup_printf (_ ("All findings: %s"), remit_finding_group_get_title (self->group));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picked), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  show_mark (self);
}

/* ── Selection ────────────────────────────────────────────────────────────────────────────── */

static void
show_picked (RemitFindingHead *self)
{
  guint n_free = remit_finding_picks_count_free (G_LIST_MODEL (self->group));
  guint n = remit_finding_picks_count (self->picks, G_LIST_MODEL (self->group));

  self->showing = TRUE;
  gtk_widget_set_sensitive (
    GTK_WIDGET (self->picked),
    n_free > 0 && remit_edits_are_possible (remit_finding_picks_get_workspace (self->picks)));
  gtk_check_button_set_active (self->picked, n > 0 && n == n_free);
  gtk_check_button_set_inconsistent (self->picked, n > 0 && n < n_free);
  self->showing = FALSE;
}

static void
on_group_changed (RemitFindingHead *self)
{
  show_group (self);
  show_picked (self);
}

static void
on_toggled (RemitFindingHead *self)
{
  if (!self->showing && self->group != NULL)
    remit_finding_head_toggle (self);
}

void
remit_finding_head_toggle (RemitFindingHead *self)
{
  g_return_if_fail (REMIT_IS_FINDING_HEAD (self) && self->group != NULL);

  if (remit_edits_refuse (self, remit_finding_picks_get_workspace (self->picks)))
    return;
  remit_finding_picks_set_all (
    self->picks, G_LIST_MODEL (self->group),
    remit_finding_picks_count (self->picks, G_LIST_MODEL (self->group))
      < remit_finding_picks_count_free (G_LIST_MODEL (self->group)));
  show_picked (self);
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
let_go (RemitFindingHead *self)
{
  if (self->group != NULL)
    g_signal_handlers_disconnect_by_data (self->group, self);
  if (self->picks != NULL)
    g_signal_handlers_disconnect_by_data (self->picks, self);
  g_clear_object (&self->group);
  g_clear_object (&self->picks);
}

void
remit_finding_head_bind (RemitFindingHead *self,
                         RemitFindingGroup *group,
                         RemitFindingPicks *picks)
{
  g_return_if_fail (REMIT_IS_FINDING_HEAD (self));

  let_go (self);
  if (group == NULL)
    return;
  self->group = g_object_ref (group);
  self->picks = g_object_ref (picks);
  g_signal_connect_object (group, "changed", G_CALLBACK (on_group_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (picks, "changed", G_CALLBACK (show_picked), self, G_CONNECT_SWAPPED);
  on_group_changed (self);
}

static void
remit_finding_head_dispose (GObject *object)
{
  let_go (REMIT_FINDING_HEAD (object));

  G_OBJECT_CLASS (remit_finding_head_parent_class)->dispose (object);
}

static void
remit_finding_head_class_init (RemitFindingHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = remit_finding_head_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/findings/remit-finding-head.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitFindingHead, picked);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingHead, mark);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingHead, title);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingHead, counts);
  gtk_widget_class_bind_template_child (widget_class, RemitFindingHead, why);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
remit_finding_head_init (RemitFindingHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
