/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of the matrix: letters and findings. Drawn, since there are many. */
#include "remit-rights-cell.h"

#include <glib/gi18n.h>

#include "widgets/remit-style.h"
#include "widgets/remit-tooltip.h"

struct _RemitRightsCell
{
  GtkWidget parent_instance;

  char *text;
  char *spoken;
  const char *part; /* the style classes that it has */
  const char *severity;
  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (RemitRightsCell, remit_rights_cell, GTK_TYPE_WIDGET)

static PangoLayout *
get_layout (RemitRightsCell *self)
{
  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  return self->layout;
}

static void
remit_rights_cell_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  RemitRightsCell *self = REMIT_RIGHTS_CELL (widget);
  PangoLayout *layout;
  GdkRGBA colour;
  int width;
  int height;

  if (self->text == NULL || *self->text == '\0')
    return;
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  G_GNUC_END_IGNORE_DEPRECATIONS
  layout = get_layout (self);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (widget) - width) / 2,
                                    (float) (gtk_widget_get_height (widget) - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
remit_rights_cell_css_changed (GtkWidget *widget,
                               GtkCssStyleChange *change)
{
  RemitRightsCell *self = REMIT_RIGHTS_CELL (widget);

  GTK_WIDGET_CLASS (remit_rights_cell_parent_class)->css_changed (widget, change);

  g_clear_object (&self->layout);
}

static void
remit_rights_cell_finalize (GObject *object)
{
  RemitRightsCell *self = REMIT_RIGHTS_CELL (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  g_free (self->spoken);

  G_OBJECT_CLASS (remit_rights_cell_parent_class)->finalize (object);
}

static void
remit_rights_cell_class_init (RemitRightsCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = remit_rights_cell_finalize;
  widget_class->snapshot = remit_rights_cell_snapshot;
  widget_class->css_changed = remit_rights_cell_css_changed;
  gtk_widget_class_set_css_name (widget_class, "remit-rights-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
remit_rights_cell_init (RemitRightsCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/* The style class of what weighs most, or of what is only inherited, or none. */
static const char *
find_part (RemitFramework framework,
           const RemitRightsLetters *letters)
{
  if (letters->own == REMIT_LETTERS_NONE)
    return letters->inherited != REMIT_LETTERS_NONE ? "inherited" : NULL;
  for (RemitPart part = 0; part < REMIT_N_PARTS; part++)
    {
      const RemitLetterInfo *letter = remit_framework_find_part (framework, part);

      if (letter != NULL && (letters->own & REMIT_LETTERS (letter->letter)))
        return remit_part_nicks[part];
    }
  return NULL;
}

static void
set_class (GtkWidget *widget,
           const char **place,
           const char *style_class)
{
  if (*place == style_class)
    return;
  if (*place != NULL)
    gtk_widget_remove_css_class (widget, *place);
  *place = style_class;
  if (style_class != NULL)
    gtk_widget_add_css_class (widget, style_class);
}

static char *
dup_spoken (const char *name,
            RemitFramework framework,
            const RemitRightsLetters *letters,
            const RemitFindingMark *mark)
{
  g_autofree char *own = remit_matrix_describe_letters (framework, letters->own);
  g_autofree char *inherited = remit_matrix_describe_letters (framework, letters->inherited);
  g_autoptr (GString) spoken = g_string_new (name);

  if (letters->own != REMIT_LETTERS_NONE)
    /* Translators: what somebody has in a decision: “: Accountable” */
    g_string_append_printf (spoken, _ (": %s"), own);
  else if (letters->inherited == REMIT_LETTERS_NONE)
    g_string_append (spoken, _ (": none"));
  if (letters->inherited != REMIT_LETTERS_NONE)
    /* Translators: what somebody has in a decision through a slot or role */
    g_string_append_printf (spoken, _ (": %s, through a slot or role"), inherited);
  if (mark->words != NULL)
    g_string_append_printf (spoken, ". %s", mark->words);
  return g_string_free (g_steal_pointer (&spoken), FALSE);
}

static char *
dup_text (RemitFramework framework,
          const RemitRightsLetters *letters)
{
  return remit_matrix_format_letters (framework, letters->own != REMIT_LETTERS_NONE
                                                   ? letters->own
                                                   : letters->inherited);
}

void
remit_rights_cell_bind (RemitRightsCell *self,
                        const char *name,
                        RemitFramework framework,
                        const RemitRightsLetters *letters,
                        const RemitFindingMark *mark)
{
  g_autofree char *spoken = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (REMIT_IS_RIGHTS_CELL (self));

  set_class (GTK_WIDGET (self), &self->part, find_part (framework, letters));
  set_class (GTK_WIDGET (self), &self->severity, remit_finding_mark_get_class (mark->severity));
  spoken = dup_spoken (name, framework, letters, mark);
  if (g_strcmp0 (spoken, self->spoken) == 0)
    return;
  g_free (self->spoken);
  self->spoken = g_steal_pointer (&spoken);
  text = dup_text (framework, letters);
  if (g_strcmp0 (text, self->text) != 0)
    {
      g_free (self->text);
      self->text = g_steal_pointer (&text);
      g_clear_object (&self->layout);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  remit_tooltip_set (GTK_WIDGET (self), *self->text != '\0' || mark->words != NULL ? self->spoken
                                                                                   : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->spoken, -1);
}

void
remit_rights_cell_set_selected (RemitRightsCell *self,
                                gboolean selected)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_has_css_class (widget, "selected") == selected)
    return;
  remit_style_set_class (widget, "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

const char *
remit_rights_cell_get_spoken (RemitRightsCell *self)
{
  g_return_val_if_fail (REMIT_IS_RIGHTS_CELL (self), NULL);

  return self->spoken;
}
