/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a table of skills is read, which of a taxonomy's skills are imported, and what becomes of
 * unknown people. */
#include "remit-skill-page.h"

struct _RemitSkillPage {
  AdwBin parent_instance;

  RemitSkillImport *import;
  gboolean showing;

  RemitImportFileGroup *file;
  AdwActionRow *form;
  AdwEntryRow *filter;
  AdwActionRow *create_row;
  GtkSwitch *create;
};

G_DEFINE_FINAL_TYPE (RemitSkillPage, remit_skill_page, ADW_TYPE_BIN)

static void
on_filter (RemitSkillPage *self)
{
  if (!self->showing)
    remit_skill_import_set_filter (self->import,
                                   gtk_editable_get_text (GTK_EDITABLE (self->filter)));
}

static void
on_create (RemitSkillPage *self)
{
  if (!self->showing)
    self->import->creates = gtk_switch_get_active (self->create);
}

static void
remit_skill_page_class_init (RemitSkillPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/remit/Remit/exchange/remit-skill-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitSkillPage, file);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillPage, form);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillPage, filter);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillPage, create_row);
  gtk_widget_class_bind_template_child (widget_class, RemitSkillPage, create);
  gtk_widget_class_bind_template_callback (widget_class, on_filter);
  gtk_widget_class_bind_template_callback (widget_class, on_create);
}

static void
remit_skill_page_init (RemitSkillPage *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = FALSE;
}

void
remit_skill_page_show (RemitSkillPage *self,
                       RemitSkillImport *import)
{
  g_autofree char *words = NULL;
  gboolean is_taxonomy;

  g_return_if_fail (REMIT_IS_SKILL_PAGE (self));
  g_return_if_fail (import != NULL);

  words = remit_skill_import_describe (import);
  is_taxonomy = remit_skill_import_is_taxonomy (import);
  self->import = import;
  self->showing = TRUE;
  adw_action_row_set_subtitle (self->form, words);
  gtk_editable_set_text (GTK_EDITABLE (self->filter), import->filter != NULL ? import->filter : "");
  gtk_widget_set_visible (GTK_WIDGET (self->filter), is_taxonomy);
  gtk_switch_set_active (self->create, import->creates);
  gtk_widget_set_visible (GTK_WIDGET (self->create_row), !is_taxonomy);
  self->showing = FALSE;
}

RemitImportFileGroup *
remit_skill_page_get_file_group (RemitSkillPage *self)
{
  g_return_val_if_fail (REMIT_IS_SKILL_PAGE (self), NULL);

  return self->file;
}
