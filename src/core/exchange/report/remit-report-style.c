/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A style sheet for reports: where it is, and what it may do. */
#include "remit-report-style.h"

#include <glib/gi18n-lib.h>
#include <libexslt/exslt.h>
#include <libxml/parser.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#include "model/remit-data.h"
#include "model/remit-day.h"
#include "model/remit-file.h"
#include "model/remit-xml.h"
#include "remit-report-functions.h"

#define FOLDER "stylesheets"
#define SUFFIX ".xsl"
#define MAX_SIZE (4 * 1024 * 1024)

/* After how many instructions, and operations of their expressions, a style sheet is taken for one
 * that never ends: so many, and more for each element of the plan, about ten times what the usual
 * one needs. */
#define MAX_INSTRUCTIONS 4000000ul
#define MAX_OPERATIONS 50000000ul
#define INSTRUCTIONS_AN_ELEMENT 100ul
#define OPERATIONS_AN_ELEMENT 1500ul

struct _RemitReportStyle
{
  char *path;
  xmlDoc *document; /* as it stands; libxslt takes spaces out of what it compiles */
  xsltStylesheet *sheet;
};

/* ── What libxslt says ────────────────────────────────────────────────────────────────────── */

/* The first of what it says in this thread, while somebody listens. */
static GPrivate heard = G_PRIVATE_INIT (NULL);

static void G_GNUC_PRINTF (2, 3)
hear (void *data G_GNUC_UNUSED,
      const char *format,
      ...)
{
  GString *text = g_private_get (&heard);
  va_list arguments;

  if (text == NULL || text->len > 1000)
    return;
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

static void
hear_xml (void *data G_GNUC_UNUSED,
          xmlError *error)
{
  hear (NULL, "%d: %s", error->line, error->message);
}

static void
listen (GString *text)
{
  g_private_set (&heard, text);
  xmlSetStructuredErrorFunc (NULL, text != NULL ? (xmlStructuredErrorFunc) hear_xml : NULL);
  xmlSetGenericErrorFunc (NULL, text != NULL ? hear : NULL);
}

/* The same for all that this process transforms: nothing is read and nothing is written. */
static xsltSecurityPrefs *
get_security (void)
{
  static xsltSecurityPrefs *security;

  if (g_once_init_enter (&security))
    {
      xsltSecurityPrefs *made = xsltNewSecurityPrefs ();

      for (int i = XSLT_SECPREF_READ_FILE; i <= XSLT_SECPREF_WRITE_NETWORK; i++)
        xsltSetSecurityPrefs (made, (xsltSecurityOption) i, xsltSecurityForbid);
      xsltSetDefaultSecurityPrefs (made);
      xsltSetGenericErrorFunc (NULL, hear);
      exsltCommonRegister ();
      g_once_init_leave (&security, made);
    }
  return security;
}

static gboolean
refuse (RemitReportStyle *self,
        GString *text,
        GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_auto (GStrv) lines = g_strsplit (g_strstrip (text->str), "\n", 3);

  /* Translators: a file name, and what is wrong in it, in English */
  return remit_exchange_refuse (error, _ ("The style sheet “%s” cannot be used: %s"), name,
                                lines[0] != NULL && *lines[0] != '\0' ? lines[0] : "XSLT");
}

/* ── Finding and reading it ───────────────────────────────────────────────────────────────── */

/* Returns: (transfer full) (nullable) */
static char *
find_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, SUFFIX, NULL);
  g_auto (GStrv) folders = remit_data_list_folders (FOLDER);

  if (strchr (name, G_DIR_SEPARATOR) != NULL)
    return NULL;
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], file, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return NULL;
}

static void
translate_text (xmlNode *node)
{
  g_autofree char *text = NULL;
  xmlChar *content = xmlNodeGetContent (node);
  const char *translated;

  text = g_strstrip (g_strdup ((const char *) content));
  translated = *text != '\0' ? _ (text) : text;
  if (translated != text)
    xmlNodeSetContent (node, BAD_CAST translated);
  xmlFree (content);
}

static void
translate (xmlNode *parent)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    if (remit_xml_is (node, "text") && node->ns != NULL
        && xmlStrEqual (node->ns->href, XSLT_NAMESPACE))
      translate_text (node);
    else if (node->type == XML_ELEMENT_NODE)
      translate (node);
}

static gboolean
compile (RemitReportStyle *self,
         const char *contents,
         gsize length,
         GError **error)
{
  g_autoptr (GString) said = g_string_new (NULL);
  xmlDoc *copy = NULL;

  get_security ();
  listen (said);
  self->document = xmlReadMemory (contents, (int) length, NULL, NULL, XML_PARSE_NONET);
  if (self->document != NULL && xmlDocGetRootElement (self->document) != NULL)
    {
      translate (xmlDocGetRootElement (self->document));
      copy = xmlCopyDoc (self->document, 1);
      self->sheet = xsltParseStylesheetDoc (copy);
    }
  if (self->sheet == NULL && copy != NULL)
    xmlFreeDoc (copy);
  listen (NULL);
  return (self->sheet != NULL && self->sheet->errors == 0) || refuse (self, said, error);
}

RemitReportStyle *
remit_report_style_load (const char *name,
                         GError **error)
{
  g_autoptr (RemitReportStyle) self = g_new0 (RemitReportStyle, 1);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;

  if (name == NULL)
    name = REMIT_REPORT_STYLE;
  self->path = find_path (name);
  if (self->path != NULL)
    contents = remit_file_load (self->path, MAX_SIZE, &length, &local_error);
  if (contents == NULL)
    {
      g_auto (GStrv) names = remit_report_style_list ();
      g_autofree char *list = g_strjoinv (", ", names);

      g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_UNREADABLE,
                   /* Translators: the name of a style sheet, and the names of all */
                   _ ("There is no style sheet “%s” that can be read. Available: %s"), name, list);
      return NULL;
    }
  return compile (self, contents, length, error) ? g_steal_pointer (&self) : NULL;
}

void
remit_report_style_free (RemitReportStyle *self)
{
  if (self->sheet != NULL)
    xsltFreeStylesheet (self->sheet);
  g_clear_pointer (&self->document, xmlFreeDoc);
  g_free (self->path);
  g_free (self);
}

static void
add_names (GStrvBuilder *names,
           GHashTable *known,
           const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *file;

  while (files != NULL && (file = g_dir_read_name (files)) != NULL)
    if (g_str_has_suffix (file, SUFFIX) && g_utf8_validate (file, -1, NULL))
      {
        char *name = g_strndup (file, strlen (file) - strlen (SUFFIX));

        if (g_hash_table_add (known, name))
          g_strv_builder_add (names, name);
      }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

GStrv
remit_report_style_list (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) folders = remit_data_list_folders (FOLDER);
  GStrv list;

  for (guint i = 0; folders[i] != NULL; i++)
    add_names (names, known, folders[i]);
  list = g_strv_builder_end (names);
  qsort (list, g_strv_length (list), sizeof *list, compare);
  return list;
}

static int
write_bytes (void *data,
             const char *bytes,
             int length)
{
  return remit_output_write (data, bytes, (gsize) length) ? length : -1;
}

gboolean
remit_report_style_write (RemitReportStyle *self,
                          RemitOutput *output)
{
  xmlOutputBuffer *buffer = xmlOutputBufferCreateIO (write_bytes, NULL, output, NULL);

  return xmlSaveFileTo (buffer, self->document, "UTF-8") >= 0;
}

/* ── Running it ───────────────────────────────────────────────────────────────────────────── */

/* Languages that are written from right to left, as far as a reader may have one of them. */
static gboolean
is_right_to_left (const char *language)
{
  static const char *const languages[] = { "ar", "ckb", "dv", "fa", "he", "ku", "ps", "ug", "ur",
                                           "yi", NULL };

  return g_strv_contains (languages, language);
}

static void
set_parameter (xsltTransformContext *context,
               const char *name,
               const char *value)
{
  xsltQuoteOneUserParam (context, BAD_CAST name, BAD_CAST value);
}

static void
set_parameters (xsltTransformContext *context)
{
  /* Translators: the code of the language that you translate into, such as de or pt-BR */
  const char *language = C_ ("code of this language", "en");
  char today[11];

  remit_day_format (remit_day_today (), today);
  set_parameter (context, "language", language);
  set_parameter (context, "direction", is_right_to_left (language) ? "rtl" : "ltr");
  set_parameter (context, "today", today);
}

static void
stop (GCancellable *cancellable G_GNUC_UNUSED,
      gpointer data)
{
  xsltTransformContext *context = data;

  context->state = XSLT_STATE_STOPPED;
}

static gulong
count_elements (const xmlNode *element)
{
  gulong n = 1;

  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      n += count_elements (child);
  return n;
}

static void
set_limits (xsltTransformContext *context,
            xmlDoc *input)
{
  const xmlNode *root = xmlDocGetRootElement (input);
  gulong n = root != NULL ? count_elements (root) : 0;

  context->opLimit = MAX_INSTRUCTIONS + n * INSTRUCTIONS_AN_ELEMENT;
  context->xpathCtxt->opLimit = MAX_OPERATIONS + n * OPERATIONS_AN_ELEMENT;
}

static xmlDoc *
transform (RemitReportStyle *self,
           xmlDoc *input,
           GCancellable *cancellable)
{
  xsltTransformContext *context = xsltNewTransformContext (self->sheet, input);
  gulong handler = 0;
  xmlDoc *result = NULL;

  if (context == NULL)
    return NULL;
  xsltSetCtxtSecurityPrefs (get_security (), context);
  xsltSetTransformErrorFunc (context, NULL, hear);
  set_limits (context, input);
  remit_report_functions_add (context);
  set_parameters (context);
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (stop), context, NULL);
  if (context->state == XSLT_STATE_OK)
    result = xsltApplyStylesheetUser (self->sheet, input, NULL, NULL, NULL, context);
  g_cancellable_disconnect (cancellable, handler);
  if (context->state != XSLT_STATE_OK)
    g_clear_pointer (&result, xmlFreeDoc);
  xsltFreeTransformContext (context);
  return result;
}

xmlDoc *
remit_report_style_apply (RemitReportStyle *self,
                          xmlDoc *input,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GString) said = g_string_new (NULL);
  xmlDoc *result;

  listen (said);
  result = transform (self, input, cancellable);
  listen (NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&result, xmlFreeDoc);
  else if (result == NULL)
    refuse (self, said, error);
  return result;
}

gboolean
remit_report_style_run (RemitReportStyle *self,
                        xmlDoc *input,
                        GCancellable *cancellable,
                        RemitOutput *output,
                        GError **error)
{
  g_autoptr (GString) said = g_string_new (NULL);
  xmlOutputBuffer *buffer;
  xmlDoc *result;

  listen (said);
  result = transform (self, input, cancellable);
  if (result != NULL)
    {
      buffer = xmlOutputBufferCreateIO (write_bytes, NULL, output, NULL);
      xsltSaveResultTo (buffer, result, self->sheet);
      xmlOutputBufferClose (buffer);
      xmlFreeDoc (result);
    }
  listen (NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return result != NULL || refuse (self, said, error);
}
