/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the XML of a plan as a stream of validated records. */
#include "remit-plan-parser.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include "model/remit-file.h"
#include "remit-plan-fault.h"
#include "remit-plan-input.h"
#include "remit-plan-schema.h"
#include "exchange/signature/remit-signature.h"
#include "remit-plan-writer.h"

/* The format is five deep; what the schema would allow one day stays within this. */
#define MAX_DEPTH 64

#define NAMESPACE_FAMILY "urn:remit:plan:"

typedef struct {
  const char *path;
  const RemitPlanHandler *handler;
  gpointer handler_data;
  const RemitImportOptions *options;

  RemitPlanInput input;
  double reported;

  xmlParserCtxt *parser;
  xmlSchemaValidCtxt *valid;
  xmlSAXHandler *valid_sax;
  void *valid_data;

  const char *stack[MAX_DEPTH];
  int depth;
  gboolean starting;
  int signature_depth; /* of the signature that is being read, 0 for none */
  RemitRecord *records[REMIT_N_KINDS];
  GString *value;
  char *newer;
  int audience;

  GError *error;
} Parser;

void
remit_plan_refuse (GError **error,
                   int line,
                   int column,
                   const char *reason)
{
  remit_exchange_refuse (error,
                         /* Translators: a place in a file, and what is wrong there */
                         _ ("Line %d, column %d: %s"), line, column, reason);
}

/* Only the first error counts: what follows may follow from it. The parser is not stopped here, but
 * with the next token or bytes that it asks for: to stop it frees its buffer, into which it may be
 * reading, or out of which it may be converting. */
static void
take_error (Parser *self,
            GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

static void
refuse_at (Parser *self,
           int line,
           int column,
           const char *reason)
{
  GError *error = NULL;

  if (self->error != NULL)
    return;
  remit_plan_refuse (&error, line, column, reason);
  if (self->newer != NULL)
    /* Translators: a version of the file format */
    g_prefix_error (&error, _ ("The file was written by a newer Remit (format %s). "), self->newer);
  take_error (self, error);
}

static int
count_characters (const xmlChar *from,
                  const xmlChar *to)
{
  int n = 0;

  for (const xmlChar *p = from; p < to; p++)
    n += (*p & 0xc0) != 0x80;
  return n;
}

/* Where a pointer into the text that was parsed last is in the file. libxml2 only keeps the line
 * and column of what comes next. */
static void
locate (Parser *self,
        const xmlChar *place,
        int *line,
        int *column)
{
  const xmlParserInput *input = self->parser->input;
  const xmlChar *start = place;

  *line = input->line;
  *column = input->col;
  if (place < input->base || place > input->cur)
    return;

  for (const xmlChar *p = place; p < input->cur; p++)
    *line -= *p == '\n';
  while (start > input->base && start[-1] != '\n')
    start--;
  if (*line == input->line && start == input->base)
    *column = input->col - count_characters (place, input->cur);
  else
    *column = 1 + count_characters (start, place);
}

/* The tag that was parsed last begins at the last "<", which values of attributes cannot have. */
static void
locate_tag (Parser *self,
            int *line,
            int *column)
{
  const xmlParserInput *input = self->parser->input;
  const xmlChar *p = input->cur;

  while (p > input->base && *p != '<')
    p--;
  locate (self, *p == '<' ? p : input->cur, line, column);
}

static void refuse_tag (Parser *self,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);

static void
refuse_tag (Parser *self,
            const char *format,
            ...)
{
  g_autofree char *reason = NULL;
  int line, column;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  locate_tag (self, &line, &column);
  refuse_at (self, line, column, reason);
}

static void
on_schema_error (Parser *self,
                 RemitXmlError *error)
{
  const char *element = self->depth > 0 ? self->stack[self->depth - 1] : "";
  const char *parent = self->starting && self->depth > 1 ? self->stack[self->depth - 2] : NULL;
  g_autofree char *reason = remit_plan_schema_describe (error->code, error->message, element,
                                                        parent);

  refuse_tag (self, "%s", reason);
}

/* libxml2's errors, those without a parser too, while it works for this thread. */
static void
on_error (void *data,
          RemitXmlError *error)
{
  Parser *self = data;
  g_autofree char *reason = NULL;

  if (self->error != NULL || error->level < XML_ERR_ERROR)
    return;
  if (error->domain == XML_FROM_SCHEMASV)
    {
      on_schema_error (self, error);
      return;
    }

  reason = remit_plan_describe_fault (error, self->parser, self->input.n_read == 0);
  if (error->line > 0)
    refuse_at (self, error->line, MAX (1, error->int2), reason);
  else
    refuse_at (self, self->parser != NULL ? xmlSAX2GetLineNumber (self->parser) : 1, 1, reason);
}

/* "2.0" and "urn:remit:plan:2" are newer, "1.99" may be. */
static gboolean
check_format (Parser *self,
              const char *format)
{
  guint64 major = 0, minor = 0;
  const char *dot = format != NULL ? strchr (format, '.') : NULL;

  if (dot == NULL || !g_ascii_isdigit (*format) || !g_ascii_isdigit (dot[1]))
    {
      refuse_tag (self, _ ("<plan> needs the attribute “format” with a version such as “%s”"),
                  REMIT_PLAN_FORMAT);
      return FALSE;
    }
  major = g_ascii_strtoull (format, NULL, 10);
  minor = g_ascii_strtoull (dot + 1, NULL, 10);
  if (major == 1 && minor > g_ascii_strtoull (strchr (REMIT_PLAN_FORMAT, '.') + 1, NULL, 10))
    self->newer = g_strdup (format);
  if (major > 1)
    refuse_tag (self, _ ("The plan was written by a newer Remit, in format %s; this version reads "
                         "1.x. Update Remit to import the plan."), format);
  else if (major < 1)
    refuse_tag (self, _ ("Unsupported format version “%s”; expected a version such as “%s”"),
                format,
                REMIT_PLAN_FORMAT);
  return self->error == NULL;
}

static char *
dup_attribute (const char *name,
               int n_attributes,
               const xmlChar **attributes)
{
  for (int i = 0; i < n_attributes; i++)
    if (attributes[5 * i + 1] == NULL && strcmp ((const char *) attributes[5 * i], name) == 0)
      return g_strndup ((const char *) attributes[5 * i + 3],
                        (gsize) (attributes[5 * i + 4] - attributes[5 * i + 3]));
  return NULL;
}

/* A file for readers of whom nothing is known cannot be told from one that has all. */
static gboolean
check_audience (Parser *self,
                const char *audience,
                const char *withheld)
{
  g_autofree char *known = NULL;

  self->audience = REMIT_AUDIENCE_UNKNOWN;
  if (audience == NULL)
    return TRUE;
  /* an organisation's own, which is not known everywhere: so the file says what it was not given */
  if (g_str_has_prefix (audience, REMIT_AUDIENCE_OWN) && withheld != NULL)
    self->audience = remit_audience_find_withheld (audience + strlen (REMIT_AUDIENCE_OWN),
                                                   withheld);
  else
    self->audience = remit_audience_find_built_in (audience);
  if (self->audience >= 0)
    return TRUE;
  known = g_strjoinv (", ", (GStrv) remit_audience_nicks);
  /* Translators: the audience of a file, and a list of audiences */
  refuse_tag (self, _ ("Unknown audience “%.80s”; known audiences: %s"), audience, known);
  return FALSE;
}

static gboolean
check_root (Parser *self,
            const char *name,
            const char *namespace,
            int n_attributes,
            const xmlChar **attributes)
{
  g_autofree char *format = dup_attribute ("format", n_attributes, attributes);
  g_autofree char *audience = dup_attribute ("audience", n_attributes, attributes);
  g_autofree char *withheld = dup_attribute ("withheld", n_attributes, attributes);
  gboolean is_family = namespace != NULL && g_str_has_prefix (namespace, NAMESPACE_FAMILY);

  if (strcmp (name, "plan") != 0 || !is_family)
    {
      /* Translators: the name of an XML element, and the name that its root should have */
      refuse_tag (self, _ ("This is not a Remit plan. It begins with <%s>; expected <plan "
                           "xmlns=\"%s\">."), name, REMIT_PLAN_NAMESPACE);
      return FALSE;
    }
  if (strcmp (namespace, REMIT_PLAN_NAMESPACE) == 0)
    return check_format (self, format)
           && check_audience (self, audience != NULL ? g_strstrip (audience) : NULL, withheld);

  refuse_tag (self, _ ("The plan was written by a newer Remit, in format %s; this version reads "
                       "1.x. Update Remit to import the plan."),
              format != NULL ? format : namespace + strlen (NAMESPACE_FAMILY));
  return FALSE;
}

static gboolean
parse_attributes (Parser *self,
                  RemitPlanElement *element,
                  int n_attributes,
                  const xmlChar **attributes)
{
  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **attribute = attributes + 5 * i;
      g_autoptr (GError) error = NULL;
      int line, column;

      /* The schema knows which ones with a prefix are allowed. */
      if (attribute[1] != NULL)
        continue;
      g_string_truncate (self->value, 0);
      g_string_append_len (self->value, (const char *) attribute[3], attribute[4] - attribute[3]);
      if (remit_plan_element_parse (element, (const char *) attribute[0], self->value->str, &error))
        continue;

      locate (self, attribute[3], &line, &column);
      refuse_at (self, line, column, error->message);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_required (Parser *self,
                const RemitPlanElement *element)
{
  const char *missing = remit_plan_element_find_missing (element);

  if (missing != NULL)
    /* Translators: the name of an XML element, and of an attribute */
    refuse_tag (self, _ ("<%s> needs the attribute “%s”"),
                remit_record_get_info (element->record)->element, missing);
  return missing == NULL;
}

/* Errors about what the file says are given its place; those of the store are what they are. */
static void
take_handler_error (Parser *self,
                    int line,
                    int column,
                    GError *error)
{
  if (error->domain == REMIT_MODEL_ERROR
      || g_error_matches (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_CONSTRAINT))
    {
      refuse_at (self, line, column, error->message);
      g_error_free (error);
    }
  else
    take_error (self, error);
}

static void
start_entity (Parser *self,
              const RemitPlanElement *element)
{
  GError *error = NULL;

  if (self->handler->start != NULL
      && !self->handler->start (self->handler_data, element, &error))
    take_handler_error (self, element->line, element->column, error);
}

/* To be called first for whatever libxml2 tells of: it may be stopped there.
 *
 * Returns: whether it counts */
static gboolean
take_token (Parser *self)
{
  self->input.n_read_before_token = self->input.n_read;
  if (self->error != NULL)
    xmlStopParser (self->parser);
  return self->error == NULL;
}

static gboolean
push (Parser *self,
      const char *name)
{
  if (self->depth == MAX_DEPTH)
    {
      refuse_tag (self, _ ("The elements of the file are nested too deeply"));
      return FALSE;
    }
  self->stack[self->depth++] = name;
  return TRUE;
}

/* The element around those that are open, but for @n of them. */
static const char *
get_parent (Parser *self,
            int n)
{
  return self->depth > n ? self->stack[self->depth - n - 1] : NULL;
}

/* What the schema has found right. */
static void
tell_history (Parser *self,
              int n_attributes,
              const xmlChar **attributes)
{
  g_autofree char *length = dup_attribute ("length", n_attributes, attributes);
  g_autofree char *head = dup_attribute ("head", n_attributes, attributes);

  if (head != NULL)
    self->handler->history (self->handler_data,
                            length != NULL ? g_ascii_strtoll (length, NULL, 10) : 0, head);
}

/* A signature is the schema's and, elsewhere, that of who checks it; what it contains is never part
 * of the plan, whatever it is called.
 *
 * Returns: whether the element is one, or within one */
static gboolean
start_signature (Parser *self,
                 const char *namespace)
{
  if (self->signature_depth == 0 && self->depth == 2
      && g_strcmp0 (namespace, REMIT_SIGNATURE_NAMESPACE) == 0)
    {
      self->signature_depth = self->depth;
      if (self->handler->signature != NULL)
        self->handler->signature (self->handler_data);
    }
  return self->signature_depth > 0;
}

static void
on_start_element (void *data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *namespace,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  Parser *self = data;
  RemitKind kind = remit_plan_element_find_kind ((const char *) name, get_parent (self, 0));
  RemitPlanElement element = { .record = self->records[kind] };

  if (!take_token (self) || !push (self, (const char *) name))
    return;
  if (start_signature (self, (const char *) namespace))
    kind = REMIT_KIND_NONE;
  if (self->depth == 1
      && !check_root (self, (const char *) name, (const char *) namespace, n_attributes,
                      attributes))
    return;

  element.audience = self->audience;
  if (kind != REMIT_KIND_NONE)
    {
      remit_record_reset (element.record);
      locate_tag (self, &element.line, &element.column);
      if (!parse_attributes (self, &element, n_attributes, attributes)
          || !check_required (self, &element))
        return;
    }
  self->starting = TRUE;
  self->valid_sax->startElementNs (self->valid_data, name, prefix, namespace, n_namespaces,
                                   namespaces, n_attributes, n_defaulted, attributes);
  self->starting = FALSE;
  if (self->error != NULL)
    return;
  if (kind != REMIT_KIND_NONE)
    start_entity (self, &element);
  else if (self->handler->history != NULL && self->signature_depth == 0
           && strcmp ((const char *) name, "history") == 0)
    tell_history (self, n_attributes, attributes);
}

static void
on_end_element (void *data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *namespace)
{
  Parser *self = data;
  RemitKind kind = remit_plan_element_find_kind ((const char *) name, get_parent (self, 1));
  GError *error = NULL;
  int line, column;

  if (!take_token (self))
    return;
  self->valid_sax->endElementNs (self->valid_data, name, prefix, namespace);
  if (self->signature_depth > 0)
    kind = REMIT_KIND_NONE;
  if (self->signature_depth == self->depth)
    self->signature_depth = 0;
  self->depth--;
  if (self->error != NULL || kind == REMIT_KIND_NONE || self->handler->end == NULL
      || self->handler->end (self->handler_data, kind, &error))
    return;

  locate_tag (self, &line, &column);
  take_handler_error (self, line, column, error);
}

static void
on_characters (void *data,
               const xmlChar *text,
               int length)
{
  Parser *self = data;

  if (take_token (self))
    self->valid_sax->characters (self->valid_data, text, length);
}

static void
on_cdata (void *data,
          const xmlChar *text,
          int length)
{
  Parser *self = data;

  if (take_token (self))
    self->valid_sax->cdataBlock (self->valid_data, text, length);
}

static void
on_comment (void *data,
            const xmlChar *text G_GNUC_UNUSED)
{
  take_token (data);
}

static void
on_instruction (void *data,
                const xmlChar *target G_GNUC_UNUSED,
                const xmlChar *text G_GNUC_UNUSED)
{
  take_token (data);
}

static void
on_doctype (void *data,
            const xmlChar *name G_GNUC_UNUSED,
            const xmlChar *public_id G_GNUC_UNUSED,
            const xmlChar *system_id G_GNUC_UNUSED)
{
  refuse_tag (data, _ ("The file has a document type definition (DOCTYPE), which Remit does not "
                       "read for security reasons. Remove the definition."));
  take_token (data);
}

static void
report_progress (Parser *self)
{
  double share = remit_plan_input_get_share (&self->input);

  if (self->options == NULL || self->options->progress == NULL || share < self->reported + 0.01)
    return;
  self->reported = share;
  self->options->progress (share, self->options->progress_data);
}

static gboolean
check_token (Parser *self)
{
  const xmlParserInput *input = self->parser != NULL ? self->parser->input : NULL;

  if (!remit_plan_input_is_token_long (&self->input))
    return TRUE;
  refuse_at (self, input != NULL ? input->line : 1, input != NULL ? input->col : 1,
             _ ("A tag or comment is too long for a plan"));
  return FALSE;
}

static int
read_bytes (void *data,
            char *buffer,
            int length)
{
  Parser *self = data;
  GError *error = NULL;
  gssize n;

  if (self->error != NULL)
    return -1;
  n = remit_plan_input_read (&self->input, buffer, (gsize) length,
                             self->options != NULL ? self->options->cancellable : NULL, &error);
  if (n < 0)
    {
      take_error (self, error);
      return -1;
    }
  report_progress (self);
  return check_token (self) ? (int) n : -1;
}

static void
parse (Parser *self,
       RemitPlanSchema *schema)
{
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .internalSubset = on_doctype,
    .startElementNs = on_start_element,
    .endElementNs = on_end_element,
    .characters = on_characters,
    .ignorableWhitespace = on_characters,
    .cdataBlock = on_cdata,
    .comment = on_comment,
    .processingInstruction = on_instruction,
  };
  xmlSchemaSAXPlugStruct *plug;

  self->valid = xmlSchemaNewValidCtxt (remit_plan_schema_get (schema));
  plug = xmlSchemaSAXPlug (self->valid, &self->valid_sax, &self->valid_data);
  self->parser = xmlCreateIOParserCtxt (&sax, self, read_bytes, NULL, self, XML_CHAR_ENCODING_NONE);
  if (self->parser != NULL)
    {
      /* NOENT has &amp; in values come as "&", not as "&#38;"; there are no other entities, since
       * a DOCTYPE is refused. */
      xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_NOENT);
      if (xmlParseDocument (self->parser) != 0 && self->error == NULL)
        remit_plan_refuse (&self->error, 1, 1, _ ("This is not well-formed XML"));
      xmlFreeDoc (self->parser->myDoc); /* it makes one for declarations of entities */
      xmlFreeParserCtxt (self->parser);
    }
  xmlSchemaSAXUnplug (plug);
  xmlSchemaFreeValidCtxt (self->valid);
}

/* While libxml2 works, all that it complains about on this thread is heard here. */
static void
parse_listening (Parser *self,
                 RemitPlanSchema *schema)
{
  xmlStructuredErrorFunc before = xmlStructuredError;
  void *before_data = xmlStructuredErrorContext;

  xmlSetStructuredErrorFunc (self, (xmlStructuredErrorFunc) on_error);
  parse (self, schema);
  xmlSetStructuredErrorFunc (before_data, before);
}

gboolean
remit_plan_parse (const char *path,
                  const RemitPlanHandler *handler,
                  gpointer data,
                  const RemitImportOptions *options,
                  GError **error)
{
  Parser self = { .path = path, .handler = handler, .handler_data = data, .options = options };
  g_autoptr (RemitPlanSchema) schema = NULL;

  xmlInitParser ();
  schema = remit_plan_schema_load (error);
  if (schema == NULL || !remit_plan_input_open (&self.input, path, error))
    return FALSE;

  self.value = g_string_new (NULL);
  for (RemitKind kind = REMIT_KIND_SKILL; kind < REMIT_N_KINDS; kind++)
    self.records[kind] = remit_record_new (kind);
  parse_listening (&self, schema);
  for (RemitKind kind = REMIT_KIND_SKILL; kind < REMIT_N_KINDS; kind++)
    remit_record_free (self.records[kind]);
  g_string_free (self.value, TRUE);
  g_free (self.newer);
  g_object_unref (self.input.stream);

  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}
