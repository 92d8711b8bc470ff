/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's data files, and the plans among them that new plans can be made from. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-templates.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "exchange/plan/remit-plan-writer.h"
#include "model/remit-data.h"

static void
free_template (RemitTemplate *self)
{
  g_free (self->id);
  g_free (self->path);
  g_free (self->name);
  g_free (self->purpose);
  g_free (self);
}

/* The program's own templates are in English; their names and purposes are translated where they
 * are shown. Returns: (transfer full) */
/* Line by line, as translators have them. */
static char *
dup_translated (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      {
        char *translated = g_strdup (_ (lines[i]));

        g_free (lines[i]);
        lines[i] = translated;
      }
  return g_strjoinv ("\n", lines);
}

static char *
take_translated (xmlChar *text)
{
  char *translated = dup_translated (text != NULL ? (const char *) text : "");

  xmlFree (text);
  return translated;
}

void
remit_template_translate (RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; info->kind != REMIT_KIND_SKILL && i < info->n_fields; i++)
    if (remit_field_is_text (&info->fields[i]))
      {
        g_autofree char *text = dup_translated (remit_record_get_text (record, i));

        remit_record_set_text (record, i, text);
      }
}

/* Reads no further than the first tag. */
static RemitTemplate *
read_head (const char *folder,
           const char *file_name)
{
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  xmlTextReader *reader = xmlReaderForFile (path, NULL, options);
  RemitTemplate *self = NULL;
  int got = reader != NULL ? xmlTextReaderRead (reader) : 0;

  while (got == 1 && xmlTextReaderNodeType (reader) == XML_READER_TYPE_COMMENT)
    got = xmlTextReaderRead (reader);
  if (got == 1 && xmlStrEqual (xmlTextReaderConstLocalName (reader), BAD_CAST "plan")
      && xmlStrEqual (xmlTextReaderConstNamespaceUri (reader), BAD_CAST REMIT_PLAN_NAMESPACE))
    {
      self = g_new0 (RemitTemplate, 1);
      self->id = g_strndup (file_name, strlen (file_name) - strlen (".xml"));
      self->path = g_steal_pointer (&path);
      self->name = take_translated (xmlTextReaderGetAttribute (reader, BAD_CAST "name"));
      self->purpose = take_translated (xmlTextReaderGetAttribute (reader, BAD_CAST "purpose"));
    }
  xmlFreeTextReader (reader);
  return self;
}

static gboolean
has_id (gconstpointer template,
        gconstpointer id)
{
  return g_str_equal (((const RemitTemplate *) template)->id, id);
}

static void
list_folder (const char *folder,
             GPtrArray *templates)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      RemitTemplate *template = g_str_has_suffix (name, ".xml") ? read_head (folder, name) : NULL;

      if (template == NULL)
        continue;
      if (g_ptr_array_find_with_equal_func (templates, template->id, has_id, NULL))
        free_template (template);
      else
        g_ptr_array_add (templates, template);
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate ((*(const RemitTemplate *const *) a)->name,
                         (*(const RemitTemplate *const *) b)->name);
}

GPtrArray *
remit_templates_list (void)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) free_template);
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "remit", "templates", NULL);
  g_autofree char *installed = remit_data_dup_path ("templates");

  list_folder (own, templates);
  list_folder (installed, templates);
  g_ptr_array_sort (templates, compare_names);
  return templates;
}
