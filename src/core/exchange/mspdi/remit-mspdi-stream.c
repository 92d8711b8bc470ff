/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file in XML as a stream of elements and their texts, with the limits that a plan has. */
#include "remit-mspdi-stream.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <string.h>
#include <unistd.h>

#include "exchange/plan/remit-plan-fault.h"
#include "exchange/plan/remit-plan-input.h"
#include "exchange/plan/remit-plan-parser.h"
#include "model/remit-file.h"
#include "remit-mspdi-format.h"

/* No file of a project is that deep. */
#define MAX_DEPTH 64
/* More of a text than any field takes is not kept. */
#define MAX_TEXT (256 * 1024)
/* Bytes in which a root is looked for. */
#define HEAD 16384
/* The share of the work that reading is. */
#define SHARE 0.3

typedef struct {
  const RemitMspdiHandler *handler;
  gpointer handler_data;
  const RemitImportOptions *options;
  RemitPlanInput input;
  xmlParserCtxt *parser;
  RemitMspdiPath path;
  guint depth;
  GString *text;
  GError *error;
} Stream;

/* Only the first error counts; the parser is stopped with its next token. */
static void
refuse (Stream *self,
        int line,
        int column,
        const char *reason)
{
  if (self->error == NULL)
    remit_plan_refuse (&self->error, line, column, reason);
}

static void
refuse_here (Stream *self,
             const char *reason)
{
  const xmlParserInput *input = self->parser != NULL ? self->parser->input : NULL;

  refuse (self, input != NULL ? input->line : 1, input != NULL ? MAX (1, input->col) : 1, reason);
}

static gboolean
take_token (Stream *self)
{
  self->input.n_read_before_token = self->input.n_read;
  if (self->error != NULL)
    xmlStopParser (self->parser);
  return self->error == NULL;
}

static void
on_error (void *data,
          RemitXmlError *error)
{
  Stream *self = data;
  g_autofree char *reason = NULL;

  if (self->error != NULL || error->level < XML_ERR_ERROR)
    return;
  reason = remit_plan_describe_fault (error, self->parser, self->input.n_read == 0);
  if (error->line > 0)
    refuse (self, error->line, MAX (1, error->int2), reason);
  else
    refuse_here (self, reason);
}

/* What the handler says is wrong is so in this line. */
static void
take_handler_error (Stream *self,
                    GError *error)
{
  if (g_error_matches (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_REFUSED))
    refuse_here (self, error->message);
  else if (self->error == NULL)
    self->error = g_error_copy (error);
  g_error_free (error);
}

/* ── Elements ─────────────────────────────────────────────────────────────────────────────── */

/* Some programs leave the namespace out; those of other schemas are other files. */
static gboolean
is_project (const char *name,
            const char *namespace)
{
  return strcmp (name, "Project") == 0
         && (namespace == NULL || g_str_has_prefix (namespace, REMIT_MSPDI_NAMESPACE));
}

static void
check_root (Stream *self,
            const char *name,
            const char *namespace)
{
  g_autofree char *reason = NULL;

  if (is_project (name, namespace))
    return;
  /* Translators: the name of an XML element, and the name that its root should have */
  reason = g_strdup_printf (_ ("This is not a project in Microsoft’s XML. It begins with <%s>; "
                               "expected <Project xmlns=\"%s\">."), name, REMIT_MSPDI_NAMESPACE);
  refuse_here (self, reason);
}

static void
on_start_element (void *data,
                  const xmlChar *name,
                  const xmlChar *prefix G_GNUC_UNUSED,
                  const xmlChar *namespace,
                  int n_namespaces G_GNUC_UNUSED,
                  const xmlChar **namespaces G_GNUC_UNUSED,
                  int n_attributes G_GNUC_UNUSED,
                  int n_defaulted G_GNUC_UNUSED,
                  const xmlChar **attributes G_GNUC_UNUSED)
{
  Stream *self = data;
  GError *error = NULL;

  if (!take_token (self))
    return;
  if (self->depth == 0)
    check_root (self, (const char *) name, (const char *) namespace);
  if (++self->depth > MAX_DEPTH)
    refuse_here (self, _ ("The elements of the file are nested too deeply"));
  if (self->error != NULL || self->depth > REMIT_MSPDI_DEPTH)
    return;
  g_string_truncate (self->text, 0);
  self->path.names[self->path.depth++] = (const char *) name;
  self->path.line = (guint) MAX (0, self->parser->input->line);
  if (!self->handler->start (self->handler_data, &self->path, &error))
    take_handler_error (self, error);
}

static void
on_end_element (void *data,
                const xmlChar *name G_GNUC_UNUSED,
                const xmlChar *prefix G_GNUC_UNUSED,
                const xmlChar *namespace G_GNUC_UNUSED)
{
  Stream *self = data;
  GError *error = NULL;

  if (!take_token (self))
    return;
  if (self->depth <= REMIT_MSPDI_DEPTH)
    {
      if (!self->handler->end (self->handler_data, &self->path, self->text->str, &error))
        take_handler_error (self, error);
      self->path.depth--;
      g_string_truncate (self->text, 0);
    }
  self->depth--;
}

static void
on_characters (void *data,
               const xmlChar *text,
               int length)
{
  Stream *self = data;

  if (take_token (self) && self->text->len < MAX_TEXT)
    g_string_append_len (self->text, (const char *) text, length);
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
  refuse_here (data, _ ("The file has a document type definition (DOCTYPE), which Remit does not "
                        "read for security reasons. Remove the definition."));
  take_token (data);
}

/* ── Bytes ────────────────────────────────────────────────────────────────────────────────── */

static void
report (Stream *self)
{
  if (self->options != NULL && self->options->progress != NULL && self->input.size > 0)
    self->options->progress (SHARE * remit_plan_input_get_share (&self->input),
                             self->options->progress_data);
}

static int
read_bytes (void *data,
            char *buffer,
            int length)
{
  Stream *self = data;
  gssize n;

  if (self->error != NULL)
    return -1;
  n = remit_plan_input_read (&self->input, buffer, (gsize) length,
                             self->options != NULL ? self->options->cancellable : NULL,
                             &self->error);
  if (n < 0)
    return -1;
  report (self);
  if (remit_plan_input_is_token_long (&self->input))
    refuse_here (self, _ ("A tag or comment is too long for a project"));
  return self->error == NULL ? (int) n : -1;
}

static void
parse (Stream *self)
{
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .internalSubset = on_doctype,
    .startElementNs = on_start_element,
    .endElementNs = on_end_element,
    .characters = on_characters,
    .ignorableWhitespace = on_characters,
    .cdataBlock = on_characters,
    .comment = on_comment,
    .processingInstruction = on_instruction,
  };

  self->parser = xmlCreateIOParserCtxt (&sax, self, read_bytes, NULL, self, XML_CHAR_ENCODING_NONE);
  if (self->parser == NULL)
    return;
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET | XML_PARSE_NOENT);
  if (xmlParseDocument (self->parser) != 0)
    refuse (self, 1, 1, _ ("This is not well-formed XML"));
  xmlFreeDoc (self->parser->myDoc);
  xmlFreeParserCtxt (self->parser);
  self->parser = NULL;
}

/* While libxml2 works, all that it complains about on this thread is heard here. */
static void
parse_listening (Stream *self)
{
  xmlStructuredErrorFunc before = xmlStructuredError;
  void *before_data = xmlStructuredErrorContext;

  xmlSetStructuredErrorFunc (self, (xmlStructuredErrorFunc) on_error);
  parse (self);
  xmlSetStructuredErrorFunc (before_data, before);
}

gboolean
remit_mspdi_stream_read (const char *path,
                         const RemitMspdiHandler *handler,
                         gpointer data,
                         const RemitImportOptions *options,
                         GError **error)
{
  Stream self = { .handler = handler, .handler_data = data, .options = options };

  xmlInitParser ();
  if (!remit_plan_input_open (&self.input, path, error))
    return FALSE;
  self.text = g_string_new (NULL);
  parse_listening (&self);
  if (self.input.n_read == 0 && self.error == NULL)
    refuse (&self, 1, 1, _ ("The file is empty"));
  g_string_free (self.text, TRUE);
  g_object_unref (self.input.stream);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}

/* ── What it is ───────────────────────────────────────────────────────────────────────────── */

/* The beginning, without the zeros that UTF-16 has between letters of ASCII. */
static char *
dup_head (const char *path)
{
  int fd = remit_file_open (path, NULL);
  char bytes[HEAD];
  gssize n = fd >= 0 ? read (fd, bytes, sizeof bytes) : 0;
  GString *text = g_string_new (NULL);

  for (gssize i = 0; i < n; i++)
    if (bytes[i] != '\0')
      g_string_append_c (text, bytes[i]);
  if (fd >= 0)
    close (fd);
  return g_string_free (text, FALSE);
}

/* Returns: (nullable): the first tag of an element */
static const char *
find_root (const char *text)
{
  const char *p = text;

  while ((p = strchr (p, '<')) != NULL)
    {
      if (g_str_has_prefix (p, "<!--"))
        p = strstr (p, "-->");
      else if (p[1] != '?' && p[1] != '!')
        return p + 1;
      else
        p = strchr (p, '>');
      if (p == NULL)
        return NULL;
    }
  return NULL;
}

gboolean
remit_mspdi_recognize (const char *path)
{
  g_autofree char *head = dup_head (path);
  const char *root = find_root (head);
  g_autofree char *tag = NULL;
  g_autofree char *name = NULL;
  const char *colon;

  if (root == NULL)
    return FALSE;
  tag = g_strndup (root, strcspn (root, ">"));
  name = g_strndup (tag, strcspn (tag, " \t\r\n/"));
  colon = strchr (name, ':');
  if (strcmp (colon != NULL ? colon + 1 : name, "Project") != 0)
    return FALSE;
  /* other tools have projects, too */
  return strstr (tag, REMIT_MSPDI_NAMESPACE) != NULL
         || (strstr (tag, "xmlns=") == NULL && strstr (tag, "Sdk=") == NULL);
}
