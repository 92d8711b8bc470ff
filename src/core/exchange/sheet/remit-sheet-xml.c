/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the XML of a workbook's parts as a stream. */
#include "remit-sheet-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "exchange/csv/remit-csv-file.h"

/* Since 2.12 the structure that tells of an error is constant. */
#if LIBXML_VERSION < 21200
typedef xmlError XmlError;
#else
typedef const xmlError XmlError;
#endif

/* The namespaces of elements, by their addresses, which are the same for the same text. */
#define N_KNOWN 8

struct _RemitSheetXml
{
  const RemitSheetXmlHandler *handler;
  gpointer data;
  RemitPackagePart *part;
  xmlParserCtxt *parser;
  const xmlChar *known[N_KNOWN];
  int places[N_KNOWN];
  guint n_known;
  int n_attributes;
  const xmlChar **attributes;
  GString *text;
  gboolean collects;
  gboolean stopped;
  GError *error;
};

static void
stop (RemitSheetXml *self)
{
  self->stopped = TRUE;
  xmlStopParser (self->parser);
}

static void
refuse (RemitSheetXml *self,
        const char *reason)
{
  if (self->error == NULL)
    remit_exchange_refuse (&self->error,
                           /* Translators: a part of a workbook's file, a line of it, and why */
                           _ ("The part “%.200s” of the workbook is damaged in line %d: %s"),
                           remit_package_part_get_name (self->part),
                           xmlSAX2GetLineNumber (self->parser), reason);
  stop (self);
}

static int
find_namespace (RemitSheetXml *self,
                const xmlChar *uri)
{
  const char *const *namespaces = self->handler->namespaces;
  int place = -1;

  for (guint i = 0; i < self->n_known; i++)
    if (self->known[i] == uri)
      return self->places[i];
  for (int i = 0; namespaces[i] != NULL && place < 0; i++)
    if (uri != NULL && g_str_equal (namespaces[i], (const char *) uri))
      place = i;
  if (self->n_known < N_KNOWN)
    {
      self->known[self->n_known] = uri;
      self->places[self->n_known++] = place;
    }
  return place;
}

/* ── What the parser finds ────────────────────────────────────────────────────────────────── */

static void
on_start (void *data,
          const xmlChar *name,
          const xmlChar *prefix G_GNUC_UNUSED,
          const xmlChar *uri,
          int n_namespaces G_GNUC_UNUSED,
          const xmlChar **namespaces G_GNUC_UNUSED,
          int n_attributes,
          int n_defaulted G_GNUC_UNUSED,
          const xmlChar **attributes)
{
  RemitSheetXml *self = data;
  int place = find_namespace (self, uri);

  if (self->stopped || place < 0 || self->handler->start == NULL)
    return;
  self->n_attributes = n_attributes;
  self->attributes = attributes;
  if (!self->handler->start (self, place, (const char *) name, self->data, &self->error))
    stop (self);
}

static void
on_end (void *data,
        const xmlChar *name,
        const xmlChar *prefix G_GNUC_UNUSED,
        const xmlChar *uri)
{
  RemitSheetXml *self = data;
  int place = find_namespace (self, uri);

  if (self->stopped || place < 0 || self->handler->end == NULL)
    return;
  if (!self->handler->end (self, place, (const char *) name, self->data, &self->error))
    stop (self);
}

static void
on_text (void *data,
         const xmlChar *text,
         int length)
{
  RemitSheetXml *self = data;

  if (self->stopped || !self->collects)
    return;
  g_string_append_len (self->text, (const char *) text, length);
  if (self->text->len > REMIT_CSV_MAX_CELL)
    refuse (self, _ ("a cell exceeds 1 MiB"));
}

static void
on_doctype (void *data,
            const xmlChar *name G_GNUC_UNUSED,
            const xmlChar *public_id G_GNUC_UNUSED,
            const xmlChar *system_id G_GNUC_UNUSED)
{
  refuse (data, _ ("document type declarations are not allowed in a workbook"));
}

static void
on_error (void *data,
          XmlError *problem)
{
  RemitSheetXml *self = data;
  g_autofree char *reason = NULL;

  if (self->stopped || problem->level < XML_ERR_ERROR)
    return;
  reason = g_strstrip (g_strdup (problem->message != NULL ? problem->message : "?"));
  refuse (self, reason);
}

static int
on_read (void *data,
         char *bytes,
         int length)
{
  RemitSheetXml *self = data;

  return (int) remit_package_part_read (self->part, bytes, (gsize) length,
                                        self->error == NULL ? &self->error : NULL);
}

/* ── The part ─────────────────────────────────────────────────────────────────────────────── */

static void
parse (RemitSheetXml *self)
{
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start,
    .endElementNs = on_end,
    .characters = on_text,
    .cdataBlock = on_text,
    .internalSubset = on_doctype,
    .serror = (xmlStructuredErrorFunc) on_error,
  };

  xmlInitParser ();
  self->parser = xmlCreateIOParserCtxt (&sax, self, on_read, NULL, self, XML_CHAR_ENCODING_NONE);
  if (self->parser == NULL)
    {
      if (self->error == NULL)
        remit_exchange_refuse (&self->error, _ ("The workbook is damaged. Save the workbook "
                                                "again."));
      return;
    }
  /* predefined entities are replaced; there are no others without a document type */
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_NOENT);
  if (xmlParseDocument (self->parser) != 0 && !self->stopped)
    refuse (self, _ ("unexpected end"));
  xmlFreeDoc (self->parser->myDoc);
  xmlFreeParserCtxt (self->parser);
}

gboolean
remit_sheet_xml_parse (RemitPackage *package,
                       const char *part,
                       const RemitSheetXmlHandler *handler,
                       gpointer data,
                       GError **error)
{
  RemitSheetXml self = { .handler = handler, .data = data };

  self.part = remit_package_begin (package, part, error);
  if (self.part == NULL)
    return FALSE;
  self.text = g_string_new (NULL);
  parse (&self);
  g_string_free (self.text, TRUE);
  remit_package_part_free (self.part);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}

/* ── Attributes and text ──────────────────────────────────────────────────────────────────── */

const char *
remit_sheet_xml_get (RemitSheetXml *self,
                     int namespace,
                     const char *name,
                     gsize *length)
{
  for (int i = 0; i < self->n_attributes; i++)
    {
      const xmlChar **attribute = self->attributes + 5 * i;

      if (g_str_equal (name, (const char *) attribute[0])
          && (attribute[2] == NULL ? namespace < 0
                                   : namespace >= 0
                                       && find_namespace (self, attribute[2]) == namespace))
        {
          *length = (gsize) (attribute[4] - attribute[3]);
          return (const char *) attribute[3];
        }
    }
  return NULL;
}

char *
remit_sheet_xml_dup (RemitSheetXml *self,
                     int namespace,
                     const char *name)
{
  gsize length;
  const char *value = remit_sheet_xml_get (self, namespace, name, &length);

  return value != NULL ? g_strndup (value, length) : NULL;
}

gboolean
remit_sheet_xml_is (RemitSheetXml *self,
                    int namespace,
                    const char *name,
                    const char *value)
{
  gsize length;
  const char *found = remit_sheet_xml_get (self, namespace, name, &length);

  return found != NULL && length == strlen (value) && memcmp (found, value, length) == 0;
}

gboolean
remit_sheet_xml_is_true (RemitSheetXml *self,
                         const char *name)
{
  return remit_sheet_xml_is (self, -1, name, "1") || remit_sheet_xml_is (self, -1, name, "true");
}

guint64
remit_sheet_xml_get_number (RemitSheetXml *self,
                            int namespace,
                            const char *name,
                            guint64 otherwise)
{
  gsize length;
  const char *value = remit_sheet_xml_get (self, namespace, name, &length);
  guint64 number = 0;

  if (value == NULL || length == 0)
    return otherwise;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (value[i]) || number > G_MAXUINT32)
        return otherwise;
      number = number * 10 + (guint64) (value[i] - '0');
    }
  return number;
}

void
remit_sheet_xml_collect (RemitSheetXml *self)
{
  self->collects = TRUE;
}

void
remit_sheet_xml_rest (RemitSheetXml *self)
{
  self->collects = FALSE;
}

GString *
remit_sheet_xml_get_text (RemitSheetXml *self)
{
  return self->text;
}
