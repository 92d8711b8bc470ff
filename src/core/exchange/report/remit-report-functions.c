/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the style sheet of a report may ask Remit for. */
#include "remit-report-functions.h"

#include <glib/gi18n-lib.h>
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>

#include "exchange/plan/remit-plan-element.h"
#include "model/remit-day.h"
#include "model/remit-framework.h"
#include "remit-report-input.h"

static void
give_back (xmlXPathParserContext *ctxt,
           const char *text)
{
  valuePush (ctxt, xmlXPathNewString (BAD_CAST text));
}

/* Takes a text, and gives back what is shown of it. */
static void
show (xmlXPathParserContext *ctxt,
      int nargs,
      char *(*dup_shown) (const char *text))
{
  xmlChar *text;
  g_autofree char *shown = NULL;

  CHECK_ARITY (1);
  text = xmlXPathPopString (ctxt);
  shown = dup_shown (text != NULL ? (const char *) text : "");
  give_back (ctxt, shown);
  xmlFree (text);
}

static char *
dup_day (const char *text)
{
  gint64 day = remit_day_parse (text);

  return day != 0 ? remit_day_display (day) : g_strdup (text);
}

static char *
dup_time (const char *text)
{
  gint64 time = remit_time_parse (text);

  return time != 0 ? remit_time_display (time) : g_strdup (text);
}

static char *
dup_number (const char *text)
{
  return g_strdup_printf ("%.12g", g_ascii_strtod (text, NULL));
}

static char *
dup_percent (const char *text)
{
  /* Translators: a percentage, such as “40 %”; without the space where your language has none */
  return g_strdup_printf (_ ("%s %%"), text);
}

static void
call_day (xmlXPathParserContext *ctxt,
          int nargs)
{
  show (ctxt, nargs, dup_day);
}

static void
call_time (xmlXPathParserContext *ctxt,
           int nargs)
{
  show (ctxt, nargs, dup_time);
}

static void
call_number (xmlXPathParserContext *ctxt,
             int nargs)
{
  show (ctxt, nargs, dup_number);
}

static void
call_percent (xmlXPathParserContext *ctxt,
              int nargs)
{
  show (ctxt, nargs, dup_percent);
}

/* Returns: (transfer none) (nullable): the label of a choice */
static const char *
find_label (const xmlNode *element,
            const char *name,
            const char *nick)
{
  const xmlNode *parent = element->parent;
  RemitKind kind = remit_plan_element_find_kind (
    (const char *) element->name,
    parent != NULL && parent->type == XML_ELEMENT_NODE ? (const char *) parent->name : NULL);
  const RemitEntityInfo *info = kind != REMIT_KIND_NONE ? remit_entity_info (kind) : NULL;
  int field = info != NULL ? remit_entity_info_find_field (info, name) : -1;
  const RemitChoice *choices = field >= 0 ? info->fields[field].choices : NULL;
  int found = choices != NULL ? remit_choice_find (choices, nick) : -1;

  return found >= 0 ? _ (choices[found].label) : NULL;
}

/* Returns: (nullable): the attribute in a set of nodes that has just one */
static const xmlNode *
get_attribute (const xmlXPathObject *object)
{
  const xmlNodeSet *nodes = object->type == XPATH_NODESET ? object->nodesetval : NULL;
  const xmlNode *node = nodes != NULL && nodes->nodeNr == 1 ? nodes->nodeTab[0] : NULL;

  return node != NULL && node->type == XML_ATTRIBUTE_NODE ? node : NULL;
}

static void
call_label (xmlXPathParserContext *ctxt,
            int nargs)
{
  xmlXPathObject *object;
  const xmlNode *attribute;
  xmlChar *text;
  const char *label = NULL;

  CHECK_ARITY (1);
  object = valuePop (ctxt);
  attribute = get_attribute (object);
  text = xmlXPathCastToString (object);
  if (attribute != NULL)
    label = find_label (attribute->parent, (const char *) attribute->name, (const char *) text);
  give_back (ctxt, label != NULL ? label : (const char *) text);
  xmlFree (text);
  xmlXPathFreeObject (object);
}

static void
call_letter (xmlXPathParserContext *ctxt,
             int nargs)
{
  xmlChar *letter;
  xmlChar *framework;
  const RemitLetterInfo *info = NULL;
  int found;

  CHECK_ARITY (2);
  letter = xmlXPathPopString (ctxt);
  framework = xmlXPathPopString (ctxt);
  found = remit_choice_find (remit_framework_choices, (const char *) framework);
  if (found >= 0)
    info = remit_framework_parse_letter ((RemitFramework) found, (const char *) letter);
  give_back (ctxt, info != NULL ? _ (info->meaning) : (const char *) letter);
  xmlFree (letter);
  xmlFree (framework);
}

void
remit_report_functions_add (xsltTransformContext *context)
{
  static const struct
  {
    const char *name;
    xmlXPathFunction function;
  } functions[] = {
    { "day", call_day },         { "time", call_time },   { "number", call_number },
    { "percent", call_percent }, { "label", call_label }, { "letter", call_letter },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    xsltRegisterExtFunction (context, BAD_CAST functions[i].name,
                             BAD_CAST REMIT_REPORT_NAMESPACE, functions[i].function);
}
