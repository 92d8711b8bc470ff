/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a plan as XML, as a stream from the rows of the workspace to the file. */
#include "remit-plan-writer.h"

#include <libxml/xmlsave.h>
#include <libxml/xmlwriter.h>
#include <string.h>

#include "exchange/remit-plan-source.h"
#include "model/remit-id.h"
#include "store/history/remit-history.h"

typedef struct {
  const RemitExport *export;
  RemitPlanSource *source;
  RemitOutput *output;
  gboolean failed; /* to write; what reading or writing came to, the source and output know */
  xmlTextWriter *xml; /* or else, straight into a tree: */
  xmlDoc *tree;
  xmlNode *node;
  xmlNs *ns;
  GString *text;

  gint64 n_rows;
  gint64 n_written;
} Writer;

static int
write_bytes (void *data,
             const char *bytes,
             int length)
{
  Writer *self = data;

  self->failed = self->failed || !remit_output_write (self->output, bytes, (gsize) length);
  return self->failed ? -1 : length;
}

/* Files, and texts typed into a window, may hold characters that XML does not have. */
static gboolean
is_xml_character (gunichar c)
{
  return c >= 0x20 ? c != 0xfffe && c != 0xffff : c == '\t' || c == '\n' || c == '\r';
}

static void
append_xml_text (GString *allowed,
                 const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (allowed, is_xml_character (c) ? c : 0xfffd);
    }
}

char *
remit_plan_dup_xml_text (const char *text)
{
  GString *allowed = g_string_sized_new (strlen (text) + 1);

  append_xml_text (allowed, text);
  return g_string_free (allowed, FALSE);
}

static const char *
to_xml_text (Writer *self,
             const char *text)
{
  const char *p = text;

  while (*p != '\0' && is_xml_character (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p == '\0')
    return text;

  g_string_truncate (self->text, 0);
  append_xml_text (self->text, text);
  return self->text->str;
}

/* ── Elements and attributes ──────────────────────────────────────────────────────────────── */

static void
begin (Writer *self,
       const char *name)
{
  xmlNode *node;

  if (self->xml != NULL)
    {
      xmlTextWriterStartElement (self->xml, BAD_CAST name);
      return;
    }
  node = xmlNewDocNode (self->tree, self->ns, BAD_CAST name, NULL);
  if (self->node != NULL)
    xmlAddChild (self->node, node);
  else
    {
      xmlDocSetRootElement (self->tree, node);
      self->ns = xmlNewNs (node, BAD_CAST REMIT_PLAN_NAMESPACE, NULL);
      xmlSetNs (node, self->ns);
    }
  self->node = node;
}

static void
end (Writer *self)
{
  if (self->xml != NULL)
    xmlTextWriterEndElement (self->xml);
  else
    self->node = self->node->parent;
}

static void
write_attribute (Writer *self,
                 const char *name,
                 const char *value)
{
  if (self->xml != NULL)
    xmlTextWriterWriteAttribute (self->xml, BAD_CAST name, BAD_CAST value);
  else
    xmlNewNsProp (self->node, NULL, BAD_CAST name, BAD_CAST value);
}

static void
write_id (Writer *self,
          const char *name,
          gint64 id)
{
  char buffer[17];

  remit_id_format (id, buffer);
  write_attribute (self, name, buffer);
}

/* Numbers, choices and yes or no are always written, so that a tool that has not read the schema
 * need not know the defaults; what is empty is left out. */
static void
write_field (Writer *self,
             const RemitRecord *record,
             guint i)
{
  const RemitField *field = &remit_record_get_info (record)->fields[i];

  switch (field->kind)
    {
    case REMIT_FIELD_TEXT:
      if (*remit_record_get_text (record, i) != '\0')
        write_attribute (self, field->name, to_xml_text (self, remit_record_get_text (record, i)));
      break;
    case REMIT_FIELD_REFERENCE:
    case REMIT_FIELD_ORIGIN:
      if (remit_record_get_integer (record, i) != 0)
        write_id (self, field->name, remit_record_get_integer (record, i));
      break;
    case REMIT_FIELD_DATE:
    case REMIT_FIELD_TIME:
      if (remit_record_get_integer (record, i) == 0)
        break;
      G_GNUC_FALLTHROUGH;
    case REMIT_FIELD_INTEGER:
    case REMIT_FIELD_PERCENT:
    case REMIT_FIELD_DURATION:
    case REMIT_FIELD_BOOLEAN:
    case REMIT_FIELD_ENUM:
    default:
      {
        g_autofree char *value = remit_record_format (record, i);

        write_attribute (self, field->name, value);
      }
    }
}

/* One that others may not know says what it was not given. */
static void
write_audience (Writer *self)
{
  g_autofree char *audience = remit_audience_dup_attribute (self->export->audience);
  const char *withheld = remit_audience_get_withheld (self->export->audience);

  write_attribute (self, "audience", audience);
  if (withheld != NULL)
    write_attribute (self, "withheld", withheld);
}

static void
start_element (Writer *self,
               const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  begin (self, info->element);
  if (info->kind == REMIT_KIND_PLAN)
    {
      if (self->xml != NULL)
        write_attribute (self, "xmlns", REMIT_PLAN_NAMESPACE);
      write_attribute (self, "format", REMIT_PLAN_FORMAT);
      write_audience (self);
    }
  if (remit_entity_info_has_id (info))
    write_id (self, "id", remit_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    if (!(info->fields[i].flags & REMIT_FIELD_IMPLIED)
        && remit_plan_source_shows (self->source, &info->fields[i]))
      write_field (self, record, i);
}

static void
report_progress (Writer *self)
{
  self->n_written++;
  if (self->n_written % 512 == 0)
    remit_export_step (self->export, (double) self->n_written / (double) MAX (1, self->n_rows));
}

static void write_rows (Writer *self,
                        RemitKind kind,
                        gint64 parent);

static void
write_row (Writer *self,
           const RemitRecord *record)
{
  RemitKind kind = remit_record_get_kind (record);

  start_element (self, record);
  for (RemitKind part = kind + 1; part < REMIT_N_KINDS; part++)
    if (remit_entity_info_get_owner (remit_entity_info (part)) == kind)
      write_rows (self, part, remit_record_get_id (record));
  end (self);
  report_progress (self);
}

static void
write_rows (Writer *self,
            RemitKind kind,
            gint64 parent)
{
  const RemitRecord *record;

  remit_plan_source_begin (self->source, kind, parent);
  while (!self->failed && (record = remit_plan_source_next (self->source, kind)) != NULL)
    write_row (self, record);
}

static void
write_section (Writer *self,
               RemitKind kind)
{
  begin (self, remit_entity_info (kind)->section);
  write_rows (self, kind, 0);
  end (self);
}

static gboolean
write_history (Writer *self,
               GError **error)
{
  g_autofree char *hash = NULL;
  g_autofree char *entries = NULL;
  gint64 length;

  if (!remit_history_get_head (self->export->store, &length, &hash, error))
    return FALSE;

  entries = g_strdup_printf ("%" G_GINT64_FORMAT, length);
  begin (self, "history");
  write_attribute (self, "length", entries);
  write_attribute (self, "head", hash);
  end (self);
  return TRUE;
}

/* Names the style sheet with which a browser shows the file. */
static void
write_stylesheet (Writer *self)
{
  g_autofree char *address = NULL;

  if (self->export->stylesheet == NULL)
    return;
  address = g_markup_escape_text (self->export->stylesheet, -1);
  xmlTextWriterStartPI (self->xml, BAD_CAST "xml-stylesheet");
  xmlTextWriterWriteFormatRaw (self->xml, "type=\"text/xsl\" href=\"%s.xsl\"", address);
  xmlTextWriterEndPI (self->xml);
}

static gboolean
write_elements (Writer *self,
                GError **error)
{
  start_element (self, remit_plan_source_get_plan (self->source));
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (remit_entity_info (kind)->section != NULL)
      write_section (self, kind);
  if (!remit_plan_source_check (self->source, error) || !write_history (self, error))
    return FALSE;
  end (self);
  return TRUE;
}

static gboolean
write_plan (Writer *self,
            GError **error)
{
  xmlTextWriterSetIndent (self->xml, 1);
  xmlTextWriterSetIndentString (self->xml, BAD_CAST "  ");
  xmlTextWriterStartDocument (self->xml, NULL, "UTF-8", NULL);
  write_stylesheet (self);
  if (!write_elements (self, error))
    return FALSE;

  xmlTextWriterEndDocument (self->xml);
  return xmlTextWriterFlush (self->xml) >= 0 && !self->failed;
}

static void
ignore_error (void *data G_GNUC_UNUSED,
              void *error G_GNUC_UNUSED)
{
}

/* What libxml2 would print of a stream that cannot be written, the stream's own error says
 * better. */
static gboolean
write_quietly (Writer *self,
               xmlDoc **document,
               GError **error)
{
  xmlStructuredErrorFunc before = xmlStructuredError;
  void *before_data = xmlStructuredErrorContext;
  gboolean done;

  xmlSetStructuredErrorFunc (NULL, (xmlStructuredErrorFunc) (void (*) (void)) ignore_error);
  self->xml = document != NULL
                ? xmlNewTextWriterDoc (document, 0)
                : xmlNewTextWriter (xmlOutputBufferCreateIO (write_bytes, NULL, self, NULL));
  done = write_plan (self, error);
  xmlFreeTextWriter (self->xml);
  xmlSetStructuredErrorFunc (before_data, before);
  return done;
}

/* Writes to @output, or makes @document as the file would have it; or fills a @tree. */
static gboolean
write_or_build (const RemitExport *export,
                RemitOutput *output,
                xmlDoc **document,
                xmlDoc *tree,
                GError **error)
{
  g_autoptr (RemitPlanSource) source = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Writer self = { .export = export, .output = output, .text = text, .tree = tree };

  source = remit_plan_source_open (export->store, export->plan, export->audience, error);
  if (source == NULL)
    return FALSE;
  self.source = source;
  self.n_rows = export->progress != NULL ? remit_plan_source_count (source) : 0;
  return tree != NULL ? write_elements (&self, error) : write_quietly (&self, document, error);
}

xmlDoc *
remit_plan_build (const RemitExport *export,
                  GError **error)
{
  xmlDoc *tree = xmlNewDoc (BAD_CAST "1.0");

  if (!write_or_build (export, NULL, NULL, tree, error))
    g_clear_pointer (&tree, xmlFreeDoc);
  return tree;
}

/* With the spaces between elements. */
static xmlDoc *
build_file (const RemitExport *export,
            GError **error)
{
  xmlDoc *document = NULL;

  if (!write_or_build (export, NULL, &document, NULL, error))
    g_clear_pointer (&document, xmlFreeDoc);
  return document;
}

/* A signature is over the whole, which is at hand as a tree. */
static gboolean
write_signed (const RemitExport *export,
              RemitOutput *output,
              GError **error)
{
  xmlDoc *document = build_file (export, error);
  Writer self = { .export = export, .output = output };
  gboolean done = document != NULL && remit_signing_key_sign (export->key, document, error);
  xmlSaveCtxt *save = done ? xmlSaveToIO (write_bytes, NULL, &self, "UTF-8", 0) : NULL;

  if (save != NULL)
    {
      xmlSaveDoc (save, document);
      xmlSaveClose (save);
    }
  g_clear_pointer (&document, xmlFreeDoc);
  return save != NULL && !self.failed;
}

gboolean
remit_plan_write (const RemitExport *export,
                  RemitOutput *output,
                  GError **error)
{
  return export->key != NULL ? write_signed (export, output, error)
                             : write_or_build (export, output, NULL, NULL, error);
}
