/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside a subject of findings: how bad they are, and what they say. */
#include "remit-finding-mark.h"

#include <glib/gi18n.h>

#include "widgets/remit-names.h"
#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"

/* So many findings are spoken; the others are counted, and in the details. */
#define MAX_SPOKEN 2

static const struct
{
  const char *icon;
  const char *style_class;
} looks[REMIT_N_SEVERITIES] = {
  [REMIT_SEVERITY_ERROR] = { "dialog-error-symbolic", "error" },
  [REMIT_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning" },
  [REMIT_SEVERITY_INFORMATION] = { "dialog-information-symbolic", "information" },
};

void
remit_finding_mark_clear (RemitFindingMark *self)
{
  g_clear_pointer (&self->words, g_free);
}

/* A finding about a decision and a holder belongs to their cell, and to the row. */
static gboolean
is_of_cell (RemitFinding *finding)
{
  return remit_finding_get_subject (finding, REMIT_KIND_DECISION) != 0
         && (remit_finding_get_subject (finding, REMIT_KIND_SLOT) != 0
             || remit_finding_get_subject (finding, REMIT_KIND_ROLE) != 0
             || remit_finding_get_subject (finding, REMIT_KIND_PERSON) != 0);
}

static gboolean
is_wanted (RemitFinding *finding,
           RemitKind kind,
           RemitKind other_kind,
           gint64 other)
{
  if (remit_finding_get_waiver (finding) != NULL)
    return FALSE;
  if (other_kind != REMIT_KIND_NONE)
    return remit_finding_is_about (finding, other_kind, other);
  /* what is about a slot or a decision of a team stands with these */
  if (kind == REMIT_KIND_TEAM)
    return remit_finding_get_subject (finding, REMIT_KIND_SLOT) == 0
           && remit_finding_get_subject (finding, REMIT_KIND_DECISION) == 0;
  return kind == REMIT_KIND_DECISION || !is_of_cell (finding);
}

static gboolean
is_misfit (RemitFinding *finding)
{
  return remit_finding_get_subject (finding, REMIT_KIND_PERSON) != 0
         && remit_finding_get_subject (finding, REMIT_KIND_SKILL) != 0
         && remit_finding_get_subject (finding, REMIT_KIND_SLOT) != 0;
}

/* The worst says what the mark looks like. */
static void
add_to_mark (RemitFindingMark *mark,
             RemitFinding *finding)
{
  RemitSeverity severity = remit_finding_get_severity (finding);

  if (severity > mark->severity)
    return;
  mark->is_misfit = is_misfit (finding) || (severity == mark->severity && mark->is_misfit);
  mark->severity = severity;
}

void
remit_finding_mark_get (RemitChecker *checker,
                        RemitKind kind,
                        gint64 id,
                        RemitKind other_kind,
                        gint64 other,
                        RemitFindingMark *mark)
{
  GPtrArray *about = checker != NULL ? remit_checker_get_about (checker, kind, id) : NULL;
  g_autoptr (GString) words = NULL;

  *mark = (RemitFindingMark){ .severity = REMIT_N_SEVERITIES };
  for (guint i = 0; about != NULL && i < about->len; i++)
    {
      RemitFinding *finding = about->pdata[i];

      if (!is_wanted (finding, kind, other_kind, other))
        continue;
      add_to_mark (mark, finding);
      if (words == NULL)
        words = g_string_new (NULL);
      else
        g_string_append_c (words, '\n');
      g_string_append (words, remit_finding_get_message (finding));
    }
  if (words != NULL)
    mark->words = g_string_free (g_steal_pointer (&words), FALSE);
}

gboolean
remit_finding_mark_watch (RemitChecker **place,
                          RemitChecker *checker,
                          GCallback on_checked,
                          gpointer owner)
{
  if (*place == checker)
    return FALSE;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, on_checked, owner);
  g_set_object (place, checker);
  if (checker != NULL)
    g_signal_connect_object (checker, "checked", on_checked, owner, G_CONNECT_SWAPPED);
  return TRUE;
}

const char *
remit_finding_mark_get_icon (RemitSeverity severity)
{
  return severity < REMIT_N_SEVERITIES ? looks[severity].icon : NULL;
}

const char *
remit_finding_mark_get_class (RemitSeverity severity)
{
  return severity < REMIT_N_SEVERITIES ? looks[severity].style_class : NULL;
}

void
remit_finding_mark_show (const RemitFindingMark *self,
                         GtkImage *image)
{
  const char *icon = remit_finding_mark_get_icon (self->severity);

  gtk_widget_set_visible (GTK_WIDGET (image), icon != NULL);
  if (icon == NULL)
    return;
  gtk_image_set_from_icon_name (image, self->is_misfit ? "remit-misfit-symbolic" : icon);
  for (RemitSeverity i = 0; i < REMIT_N_SEVERITIES; i++)
    remit_style_set_class (GTK_WIDGET (image), looks[i].style_class, i == self->severity);
  remit_tooltip_set (GTK_WIDGET (image), self->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->words, -1);
}

char *
remit_finding_mark_dup_spoken (const RemitFindingMark *self)
{
  g_auto (GStrv) lines = self->words != NULL ? g_strsplit (self->words, "\n", -1) : NULL;
  guint n = lines != NULL ? g_strv_length (lines) : 0;
  g_autofree char *first = NULL;
  g_autofree char *rest = NULL;

  if (n <= MAX_SPOKEN + 1) /* the count of one would be as long */
    return g_strdup (self->words);
  /* Translators: after the first findings about something */
  rest = g_strdup_printf (ngettext ("%u more finding", "%u more findings", n - MAX_SPOKEN),
                          n - MAX_SPOKEN);
  g_clear_pointer (&lines[MAX_SPOKEN], g_free);
  for (guint i = MAX_SPOKEN + 1; i < n; i++)
    g_free (lines[i]);
  first = g_strjoinv ("\n", lines);
  return g_strdup_printf ("%s\n%s", first, rest);
}

void
remit_finding_mark_show_in (const RemitFindingMark *self,
                            GtkBox *box,
                            GtkImage **image)
{
  GtkWidget *widget = gtk_widget_get_parent (GTK_WIDGET (box));
  g_autofree char *spoken = remit_finding_mark_dup_spoken (self);

  if (*image == NULL && self->severity == REMIT_N_SEVERITIES)
    return;
  if (*image == NULL)
    {
      *image = GTK_IMAGE (gtk_image_new ());
      gtk_box_insert_child_after (box, GTK_WIDGET (*image),
                                  gtk_widget_get_first_child (GTK_WIDGET (box)));
    }
  remit_finding_mark_show (self, *image);
  remit_names_add (widget, spoken);
}
