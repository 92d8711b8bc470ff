/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a file in XML, in words. */
#include "remit-plan-fault.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
describe_encoding (void)
{
  return g_strdup (_ ("The text is not in the encoding given in the first line of the file, or the "
                      "encoding is unknown. Save the file as UTF-8"));
}

/* libxml2 looks so far ahead, unless the file ends before. */
#define LOOK_AHEAD 250

/* What is missing, whatever it is, would have come after the end: no tag ends any more. */
static gboolean
is_at_end (const xmlParserCtxt *parser)
{
  const xmlParserInput *input = parser != NULL ? parser->input : NULL;

  return input != NULL && input->end - input->cur < LOOK_AHEAD
         && (input->cur >= input->end
             || memchr (input->cur, '>', (gsize) (input->end - input->cur)) == NULL);
}

char *
remit_plan_describe_fault (RemitXmlError *error,
                           xmlParserCtxt *parser,
                           gboolean is_empty)
{
  g_autofree char *words = g_strstrip (g_strdup (error->message != NULL ? error->message : ""));

  switch (error->code)
    {
    case XML_ERR_DOCUMENT_EMPTY:
      return g_strdup (is_empty ? _ ("The file is empty") : _ ("This is not an XML file"));
    case XML_ERR_DOCUMENT_END:
      return g_strdup (_ ("The file has content after the end of the plan"));
    case XML_ERR_TAG_NOT_FINISHED:
      return g_strdup (_ ("The file ends unexpectedly"));
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_I18N_CONV_FAILED:
    case XML_I18N_NO_NAME:
    case XML_I18N_NO_HANDLER:
      return describe_encoding ();
    case XML_ERR_INVALID_CHAR:
      if (parser != NULL && parser->input != NULL && *parser->input->cur >= 0x80)
        return describe_encoding ();
      return g_strdup (_ ("The file has a character that XML does not allow"));
    default:
      if (is_at_end (parser))
        return g_strdup (_ ("The file ends unexpectedly"));
      /* Translators: libxml2's words, in English */
      return g_strdup_printf (_ ("This is not well-formed XML: %s"), words);
    }
}
