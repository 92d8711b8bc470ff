/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a file is read: content, sheet, encoding, and target plan. */
#include "remit-import-file-group.h"

#include <glib/gi18n.h>

#include "widgets/pickers/remit-choices.h"

struct _RemitImportFileGroup
{
  AdwPreferencesGroup parent_instance;

  gboolean showing;

  AdwComboRow *content;
  AdwComboRow *sheet;
  AdwComboRow *into;
  AdwActionRow *into_plan;
  AdwEntryRow *plan_name;
  AdwActionRow *header;
  AdwActionRow *separator;
  AdwComboRow *encoding;
  const char *proposed; /* an encoding, which is the first choice; or NULL */
};

G_DEFINE_FINAL_TYPE (RemitImportFileGroup, remit_import_file_group, ADW_TYPE_PREFERENCES_GROUP)

/* In the order of their names; the first choice is to find out. */
static const struct
{
  const char *name;
  const char *label;
} encodings[] = {
  { "UTF-8", N_ ("UTF-8") },
  { "UTF-16LE", N_ ("UTF-16") },
  { "UTF-16BE", N_ ("UTF-16, big-endian") },
  { "WINDOWS-1252", N_ ("Western Europe (Windows-1252)") },
  { "ISO-8859-15", N_ ("Western Europe (Latin-9)") },
  { "WINDOWS-1250", N_ ("Central Europe (Windows-1250)") },
  { "ISO-8859-2", N_ ("Central Europe (Latin-2)") },
  { "WINDOWS-1251", N_ ("Cyrillic (Windows-1251)") },
  { "KOI8-R", N_ ("Cyrillic (KOI8-R)") },
  { "WINDOWS-1253", N_ ("Greek (Windows-1253)") },
  { "WINDOWS-1254", N_ ("Turkish (Windows-1254)") },
  { "WINDOWS-1255", N_ ("Hebrew (Windows-1255)") },
  { "WINDOWS-1256", N_ ("Arabic (Windows-1256)") },
  { "WINDOWS-1257", N_ ("Baltic (Windows-1257)") },
  { "GB18030", N_ ("Chinese, simplified (GB18030)") },
  { "BIG5", N_ ("Chinese, traditional (Big5)") },
  { "SHIFT_JIS", N_ ("Japanese (Shift JIS)") },
  { "EUC-JP", N_ ("Japanese (EUC-JP)") },
  { "EUC-KR", N_ ("Korean (EUC-KR)") },
  { "MACINTOSH", N_ ("Mac (Roman)") },
  { "CP850", N_ ("DOS (850)") },
};

static const char *
name_separator (char separator)
{
  switch (separator)
    {
    case ',':
      return _ ("Comma");
    case ';':
      return _ ("Semicolon");
    case '\t':
      return _ ("Tab");
    case '|':
      return _ ("Vertical bar");
    default:
      return _ ("Other character");
    }
}

/* ── What it is ───────────────────────────────────────────────────────────────────────────── */

static void
show_content (RemitImportFileGroup *self,
              const RemitImportSource *source,
              gboolean has_plan)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("People"));
  gtk_string_list_append (list, _ ("Slots"));
  gtk_string_list_append (list, _ ("Skills"));
  if (has_plan)
    gtk_string_list_append (list, _ ("Decision rights"));
  adw_combo_row_set_model (self->content, G_LIST_MODEL (list));
  if (source != NULL)
    adw_combo_row_set_selected (self->content, source->content - REMIT_IMPORT_PEOPLE);
  gtk_widget_set_visible (GTK_WIDGET (self->content), source != NULL);
}

static void
show_sheets (RemitImportFileGroup *self,
             const RemitCsvFile *file)
{
  gboolean has_sheets = file != NULL && file->sheets != NULL;
  g_autoptr (GtkStringList) list = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->sheet), has_sheets);
  if (!has_sheets)
    return;
  list = gtk_string_list_new ((const char *const *) file->sheets);
  adw_combo_row_set_model (self->sheet, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->sheet, (guint) MAX (file->sheet, 0));
}

/* ── Where it goes ────────────────────────────────────────────────────────────────────────── */

/* Those that there are now: one that is deleted meanwhile leaves its place to no other. */
static void
offer_plans (RemitImportFileGroup *self,
             RemitWorkspace *workspace)
{
  GListModel *all = remit_workspace_get_list (workspace, REMIT_KIND_PLAN);
  GListStore *plans = g_list_store_new (REMIT_TYPE_ENTITY);
  gint64 chosen = remit_choices_get (self->into);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (RemitEntity) plan = g_list_model_get_item (all, i);

      g_list_store_append (plans, plan);
    }
  remit_choices_offer (self->into, _ ("New plan"), FALSE, G_LIST_MODEL (plans));
  remit_choices_set (self->into, chosen);
}

static void
show_plan_name (RemitImportFileGroup *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->plan_name),
                          gtk_widget_get_visible (GTK_WIDGET (self->into))
                            && remit_choices_get (self->into) == 0);
}

static void
show_into (RemitImportFileGroup *self,
           const RemitImportSource *source,
           RemitWorkspace *workspace,
           gint64 plan)
{
  RemitImportContent content = source != NULL ? source->content : REMIT_IMPORT_ANYTHING;
  RemitEntity *entity = remit_workspace_get (workspace, REMIT_KIND_PLAN, plan);

  offer_plans (self, workspace);
  gtk_widget_set_visible (GTK_WIDGET (self->into), content == REMIT_IMPORT_SEATS);
  gtk_widget_set_visible (GTK_WIDGET (self->into_plan), content == REMIT_IMPORT_RIGHTS);
  if (entity != NULL)
    adw_action_row_set_subtitle (self->into_plan, remit_entity_get_text (entity, REMIT_PLAN_NAME));
  show_plan_name (self);
}

/* ── How it is read ───────────────────────────────────────────────────────────────────────── */

static void
show_header (RemitImportFileGroup *self,
             const RemitCsvFile *file)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->header), file != NULL && file->n_before > 0);
  if (file == NULL || file->n_before == 0)
    return;
  text = g_strdup_printf (ngettext ("Line %2$u (%1$'u line above is skipped)",
                                    "Line %2$u (%1$'u lines above are skipped)",
                                    file->n_before),
                          file->n_before, file->header_line);
  adw_action_row_set_subtitle (self->header, text);
}

/* Returns: (transfer full): what is read when nobody says otherwise */
static char *
dup_found (const RemitCsvFile *file,
           const char *chosen)
{
  if (file == NULL || chosen != NULL)
    return g_strdup (_ ("Automatic"));
  if (file->odd_line == 0)
    return g_strdup (file->encoding);
  /* Translators: the name of an encoding */
  return g_strdup_printf (_ ("%s (not valid UTF-8)"),
                          g_str_equal (file->encoding, "ISO-8859-1") ? _ ("Latin-1")
                                                                     : file->encoding);
}

static void
append_proposed (RemitImportFileGroup *self,
                 GtkStringList *list)
{
  const char *label = self->proposed;
  g_autofree char *text = NULL;

  if (self->proposed == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (g_str_equal (encodings[i].name, self->proposed))
      label = _ (encodings[i].label);
  /* Translators: an encoding such as “Central Europe (Windows-1250)” */
  text = g_strdup_printf (_ ("%s, proposed"), label);
  gtk_string_list_append (list, text);
}

static void
show_encodings (RemitImportFileGroup *self,
                const RemitCsvFile *file)
{
  const char *chosen = remit_import_file_group_get_encoding (self);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *found = dup_found (file, chosen);
  guint selected = adw_combo_row_get_selected (self->encoding);

  gtk_string_list_append (list, found);
  append_proposed (self, list);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    gtk_string_list_append (list, _ (encodings[i].label));
  adw_combo_row_set_model (self->encoding, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->encoding, chosen != NULL ? selected : 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->encoding),
                               file != NULL && file->odd_line > 0
                                 ? _ ("Check that accented letters look right")
                                 : "");
}

static void
on_chosen (RemitImportFileGroup *self)
{
  if (!self->showing)
    g_signal_emit_by_name (self, "reopen");
}

/* ── The widget ───────────────────────────────────────────────────────────────────────────── */

static void
remit_import_file_group_class_init (RemitImportFileGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_signal_new ("reopen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/remit/Remit/exchange/remit-import-file-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RemitImportFileGroup, content);
  gtk_widget_class_bind_template_child (widget_class, RemitImportFileGroup, sheet);
  gtk_widget_class_bind_template_child (widget_class, RemitImportFileGroup, into);
  gtk_widget_class_bind_template_child (widget_class, RemitImportFileGroup, into_plan);
  gtk_widget_class_bind_template_child (widget_class, RemitImportFileGroup, plan_name);
  gtk_widget_class_bind_template_child (widget_class, RemitImportFileGroup, header);
  gtk_widget_class_bind_template_child (widget_class, RemitImportFileGroup, separator);
  gtk_widget_class_bind_template_child (widget_class, RemitImportFileGroup, encoding);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, show_plan_name);
}

static void
remit_import_file_group_init (RemitImportFileGroup *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = FALSE;
}

void
remit_import_file_group_show (RemitImportFileGroup *self,
                              const RemitImportSource *source,
                              RemitWorkspace *workspace,
                              gint64 plan,
                              const char *plan_name)
{
  const RemitCsvFile *file;
  gboolean is_text;

  g_return_if_fail (REMIT_IS_IMPORT_FILE_GROUP (self));
  g_return_if_fail (REMIT_IS_WORKSPACE (workspace));

  file = source != NULL ? remit_import_source_get_file (source) : NULL;
  is_text = file == NULL || !file->counts_rows;
  self->showing = TRUE;
  show_content (self, source, plan != 0);
  show_sheets (self, file);
  gtk_editable_set_text (GTK_EDITABLE (self->plan_name), plan_name);
  show_into (self, source, workspace, plan);
  show_header (self, file);
  gtk_widget_set_visible (GTK_WIDGET (self->separator), file != NULL && is_text);
  if (file != NULL)
    adw_action_row_set_subtitle (self->separator, name_separator (file->separator));
  show_encodings (self, file);
  gtk_widget_set_visible (GTK_WIDGET (self->encoding), is_text);
  self->showing = FALSE;
}

void
remit_import_file_group_ask_sheet (RemitImportFileGroup *self,
                                   const char *const *sheets)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (sheets);

  g_return_if_fail (REMIT_IS_IMPORT_FILE_GROUP (self));

  self->showing = TRUE;
  adw_combo_row_set_model (self->sheet, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->sheet, GTK_INVALID_LIST_POSITION);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->encoding), FALSE);
  self->showing = FALSE;
}

void
remit_import_file_group_propose_encoding (RemitImportFileGroup *self,
                                          const char *encoding)
{
  g_return_if_fail (REMIT_IS_IMPORT_FILE_GROUP (self));

  self->showing = TRUE;
  adw_combo_row_set_selected (self->encoding, 0);
  self->proposed = encoding;
  show_encodings (self, NULL);
  self->showing = FALSE;
}

void
remit_import_file_group_choose_encoding (RemitImportFileGroup *self,
                                         const char *encoding)
{
  guint place = 1;

  g_return_if_fail (REMIT_IS_IMPORT_FILE_GROUP (self));

  if (g_strcmp0 (remit_import_file_group_get_encoding (self), encoding) == 0)
    return;
  while (place <= G_N_ELEMENTS (encodings)
         && !g_str_equal (encodings[place - 1].name, encoding))
    place++;
  /* one that is in no list was proposed */
  remit_import_file_group_propose_encoding (
    self, place > G_N_ELEMENTS (encodings) ? encoding : NULL);
  self->showing = TRUE;
  adw_combo_row_set_selected (self->encoding, place > G_N_ELEMENTS (encodings) ? 1 : place);
  self->showing = FALSE;
}

RemitImportContent
remit_import_file_group_get_content (RemitImportFileGroup *self)
{
  g_return_val_if_fail (REMIT_IS_IMPORT_FILE_GROUP (self), REMIT_IMPORT_ANYTHING);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->content)))
    return REMIT_IMPORT_ANYTHING;
  return REMIT_IMPORT_PEOPLE + adw_combo_row_get_selected (self->content);
}

char *
remit_import_file_group_dup_sheet (RemitImportFileGroup *self)
{
  guint selected;

  g_return_val_if_fail (REMIT_IS_IMPORT_FILE_GROUP (self), NULL);

  selected = adw_combo_row_get_selected (self->sheet);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->sheet)) || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return g_strdup_printf ("%u", selected + 1);
}

const char *
remit_import_file_group_get_encoding (RemitImportFileGroup *self)
{
  guint selected;

  g_return_val_if_fail (REMIT_IS_IMPORT_FILE_GROUP (self), NULL);

  selected = adw_combo_row_get_selected (self->encoding);
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  if (self->proposed == NULL)
    return encodings[selected - 1].name;
  return selected == 1 ? self->proposed : encodings[selected - 2].name;
}

gint64
remit_import_file_group_get_plan (RemitImportFileGroup *self)
{
  g_return_val_if_fail (REMIT_IS_IMPORT_FILE_GROUP (self), 0);

  return remit_choices_get (self->into);
}

const char *
remit_import_file_group_get_plan_name (RemitImportFileGroup *self)
{
  g_return_val_if_fail (REMIT_IS_IMPORT_FILE_GROUP (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->plan_name));
}
