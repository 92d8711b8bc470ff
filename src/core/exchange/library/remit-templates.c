/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's data files, and the plans among them that new plans can be made from. */
#include "remit-templates.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>
#include <unistd.h>

#include "exchange/plan/remit-plan-writer.h"
#include "model/remit-data.h"
#include "model/remit-entities.h"
#include "model/remit-file.h"

static void
free_template (RemitTemplate *self)
{
  g_free (self->id);
  g_free (self->path);
  g_free (self->name);
  g_free (self->purpose);
  g_free (self->category);
  g_free (self->suited_for);
  g_free (self->not_for);
  g_free (self);
}

/* The program's own templates are in English; their names and purposes are translated where they
 * are shown, line by line, as translators have them. Returns: (transfer full) */
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
dup_attribute (xmlTextReader *reader,
               const char *name)
{
  xmlChar *text = xmlTextReaderGetAttribute (reader, BAD_CAST name);
  char *translated = dup_translated (text != NULL ? (const char *) text : "");

  xmlFree (text);
  return translated;
}

/* By their names skills are compared with what people have. */
static gboolean
is_translated (const RemitEntityInfo *info,
               guint field)
{
  if (info->kind == REMIT_KIND_SKILL)
    return field >= REMIT_SKILL_LEVEL_0 && field <= REMIT_SKILL_LEVEL_0 + REMIT_LEVEL_MAX;
  return remit_field_is_text (&info->fields[field]);
}

void
remit_template_translate (RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (is_translated (info, i))
      {
        g_autofree char *text = dup_translated (remit_record_get_text (record, i));

        remit_record_set_text (record, i, text);
      }
}

/* Reads no further than the first tag. */
static RemitTemplate *
read_head (const char *path)
{
  int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  int fd = remit_file_open (path, NULL);
  xmlTextReader *reader = fd >= 0 ? xmlReaderForFd (fd, NULL, NULL, options) : NULL;
  RemitTemplate *self = NULL;
  int got = reader != NULL ? xmlTextReaderRead (reader) : 0;

  while (got == 1 && xmlTextReaderNodeType (reader) == XML_READER_TYPE_COMMENT)
    got = xmlTextReaderRead (reader);
  if (got == 1 && xmlStrEqual (xmlTextReaderConstLocalName (reader), BAD_CAST "plan")
      && xmlStrEqual (xmlTextReaderConstNamespaceUri (reader), BAD_CAST REMIT_PLAN_NAMESPACE))
    {
      self = g_new0 (RemitTemplate, 1);
      self->id = g_filename_display_basename (path);
      self->id[strlen (self->id) - strlen (".xml")] = '\0';
      self->path = g_strdup (path);
      self->name = dup_attribute (reader, "name");
      self->purpose = dup_attribute (reader, "purpose");
      self->category = dup_attribute (reader, "category");
      self->suited_for = dup_attribute (reader, "suited-for");
      self->not_for = dup_attribute (reader, "not-for");
    }
  xmlFreeTextReader (reader);
  if (fd >= 0)
    close (fd);
  return self;
}

static gboolean
has_id (gconstpointer template,
        gconstpointer id)
{
  return g_str_equal (((const RemitTemplate *) template)->id, id);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate ((*(const RemitTemplate *const *) a)->name,
                         (*(const RemitTemplate *const *) b)->name);
}

const RemitTemplate *
remit_templates_find (GPtrArray *templates,
                      const char *id)
{
  guint place;

  g_return_val_if_fail (templates != NULL && id != NULL, NULL);

  return g_ptr_array_find_with_equal_func (templates, id, has_id, &place)
           ? g_ptr_array_index (templates, place) : NULL;
}

GPtrArray *
remit_templates_list (void)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) free_template);
  g_autoptr (GPtrArray) paths = remit_data_list_with_own ("templates");

  for (guint i = 0; i < paths->len; i++)
    {
      RemitTemplate *template = read_head (paths->pdata[i]);

      if (template == NULL)
        continue;
      if (remit_templates_find (templates, template->id) != NULL)
        free_template (template);
      else
        g_ptr_array_add (templates, template);
    }
  g_ptr_array_sort (templates, compare_names);
  return templates;
}
