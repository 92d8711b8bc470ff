/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule: what it looks for, and what it says when it finds it. */
#include "remit-rule.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#include "model/remit-data.h"
#include "model/remit-file.h"
#include "model/remit-xml.h"

G_DEFINE_QUARK (remit-rule-error-quark, remit_rule_error)

/* A rule is short; what is larger is something else. */
#define MAX_SIZE (256 * 1024)

const RemitChoice remit_severity_choices[] = {
  [REMIT_SEVERITY_ERROR] = { "error", N_ ("Error") },
  [REMIT_SEVERITY_WARNING] = { "warning", N_ ("Warning") },
  [REMIT_SEVERITY_INFORMATION] = { "information", N_ ("Information") },
  [REMIT_N_SEVERITIES] = { NULL },
};

static const char *const repair_nicks[REMIT_N_REPAIRS] = {
  [REMIT_REPAIR_DECIDE_JOINTLY] = "decide-jointly",
  [REMIT_REPAIR_KEEP_STRONGEST] = "keep-strongest",
  [REMIT_REPAIR_LOWER_QUORUM] = "lower-quorum",
  [REMIT_REPAIR_MARK_SUPERSEDED] = "mark-superseded",
  [REMIT_REPAIR_TRIM] = "trim",
  [REMIT_REPAIR_REDUCE] = "reduce",
  [REMIT_REPAIR_NEED_WHAT_IS_FILLED] = "need-what-is-filled",
};

static void
message_free (RemitRuleMessage *message)
{
  g_free (message->when);
  g_free (message->text);
  g_free (message);
}

static void
repair_free (RemitRuleRepair *repair)
{
  g_free (repair->when);
  g_free (repair);
}

static void
clear (gpointer data)
{
  RemitRule *self = data;

  g_free (self->id);
  g_free (self->path);
  g_free (self->title);
  g_free (self->phrase);
  g_ptr_array_unref (self->messages);
  g_free (self->why);
  g_free (self->source);
  g_ptr_array_unref (self->repairs);
  g_free (self->select);
}

RemitRule *
remit_rule_ref (RemitRule *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
remit_rule_unref (RemitRule *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* ── Reading ──────────────────────────────────────────────────────────────────────────────── */

static void
on_error (void *data,
          const xmlError *error)
{
  GError **result = data;
  g_autofree char *words = g_strstrip (g_strdup (error->message != NULL ? error->message : ""));

  if (*result == NULL && error->level >= XML_ERR_ERROR)
    g_set_error (result, REMIT_RULE_ERROR, REMIT_RULE_ERROR_INVALID,
                 /* Translators: a line number, and libxml2's words, in English */
                 _ ("Line %d: %s"), error->line, words);
}

/* Read once; libxml2 does not change a schema that it validates with. */
static xmlSchema *
get_schema (void)
{
  static gsize schema;

  if (g_once_init_enter (&schema))
    {
      g_autofree char *path = remit_data_dup_path ("schema/rule.xsd");
      xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt (path);
      xmlSchema *read = xmlSchemaParse (parser);

      xmlSchemaFreeParserCtxt (parser);
      /* 1 says that there is none */
      g_once_init_leave (&schema, read != NULL ? (gsize) read : 1);
    }
  return schema != 1 ? (xmlSchema *) schema : NULL;
}

static gboolean
validate (xmlDoc *doc,
          GError **error)
{
  xmlSchema *schema = get_schema ();
  xmlSchemaValidCtxt *valid = schema != NULL ? xmlSchemaNewValidCtxt (schema) : NULL;
  int code;

  if (valid == NULL)
    {
      g_set_error (error, REMIT_RULE_ERROR, REMIT_RULE_ERROR_UNREADABLE,
                   _ ("Remit is not installed correctly: “%s” is missing or damaged"),
                   "schema/rule.xsd");
      return FALSE;
    }
  xmlSchemaSetValidStructuredErrors (valid, (xmlStructuredErrorFunc) on_error, error);
  code = xmlSchemaValidateDoc (valid, doc);
  xmlSchemaFreeValidCtxt (valid);
  return code == 0;
}

static xmlDoc *
parse (const char *contents,
       gsize length,
       GError **error)
{
  xmlStructuredErrorFunc before = xmlStructuredError;
  void *before_data = xmlStructuredErrorContext;
  GError *local_error = NULL;
  xmlDoc *doc;

  xmlSetStructuredErrorFunc (&local_error, (xmlStructuredErrorFunc) on_error);
  doc = xmlReadMemory (contents, (int) length, NULL, NULL, XML_PARSE_NONET);
  if (doc != NULL && doc->intSubset != NULL)
    {
      g_set_error_literal (&local_error, REMIT_RULE_ERROR, REMIT_RULE_ERROR_INVALID,
                           _ ("A rule must not have a document type definition (DOCTYPE)"));
      g_clear_pointer (&doc, xmlFreeDoc);
    }
  if (doc != NULL && !validate (doc, &local_error))
    g_clear_pointer (&doc, xmlFreeDoc);
  xmlSetStructuredErrorFunc (before_data, before);

  if (doc == NULL && local_error == NULL)
    g_set_error_literal (&local_error, REMIT_RULE_ERROR, REMIT_RULE_ERROR_INVALID,
                         _ ("This is not an XML file"));
  if (doc == NULL)
    g_propagate_error (error, local_error);
  else
    g_clear_error (&local_error);
  return doc;
}

/* Texts may be broken into lines for their file; that says nothing. */
static char *
dup_content (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  g_auto (GStrv) words = g_strsplit_set ((const char *) content, " \t\r\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
  xmlFree (content);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* How well the language of an element serves the user: the smaller the better, G_MAXUINT not at
 * all. One without a language is English, or what the translators have made of it. */
static guint
rank_language (xmlNode *node)
{
  const char *const *wanted = g_get_language_names ();
  xmlChar *language = xmlGetNsProp (node, BAD_CAST "lang", XML_XML_NAMESPACE);
  g_autofree char *name = g_strdelimit (g_strdup (language ? (const char *) language : ""), "-",
                                        '_');
  guint rank = language != NULL ? G_MAXUINT : G_MAXUINT - 1;

  for (guint i = 0; language != NULL && wanted[i] != NULL && rank == G_MAXUINT; i++)
    if (g_ascii_strcasecmp (wanted[i], name) == 0)
      rank = i;
  xmlFree (language);
  return rank;
}

/* Returns: whether @node is in a language that the user reads better than that of @best */
static gboolean
is_better (xmlNode *node,
           xmlNode *best)
{
  guint rank = rank_language (node);

  return rank != G_MAXUINT && (best == NULL || rank < rank_language (best));
}

static char *
dup_words (xmlNode *node)
{
  g_autofree char *text = node != NULL ? dup_content (node) : NULL;

  if (text == NULL || xmlHasNsProp (node, BAD_CAST "lang", XML_XML_NAMESPACE) != NULL)
    return g_steal_pointer (&text);
  return g_strdup (_ (text));
}

static xmlNode *
find_best (xmlNode *root,
           const char *name)
{
  xmlNode *best = NULL;

  for (xmlNode *node = root->children; node != NULL; node = node->next)
    if (remit_xml_is (node, name) && is_better (node, best))
      best = node;
  return best;
}

static char *
dup_best (xmlNode *root,
          const char *name)
{
  return dup_words (find_best (root, name));
}

static xmlNode *
find_message (xmlNode *root,
              const char *when)
{
  xmlNode *best = NULL;

  for (xmlNode *node = root->children; node != NULL; node = node->next)
    {
      g_autofree char *its =
        remit_xml_is (node, "message") ? remit_xml_dup_attribute (node, "case") : NULL;

      if (remit_xml_is (node, "message") && g_strcmp0 (its, when) == 0 && is_better (node, best))
        best = node;
    }
  return best;
}

/* Each case once, in the language that serves best. */
static void
read_messages (RemitRule *self,
               xmlNode *root)
{
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    {
      g_autofree char *when =
        remit_xml_is (node, "message") ? remit_xml_dup_attribute (node, "case") : NULL;
      RemitRuleMessage *message;

      if (!remit_xml_is (node, "message") || find_message (root, when) != node)
        continue;
      message = g_new0 (RemitRuleMessage, 1);
      message->when = g_steal_pointer (&when);
      message->text = dup_words (node);
      g_ptr_array_add (self->messages, message);
    }
}

static void
read_repairs (RemitRule *self,
              xmlNode *root)
{
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    {
      g_autofree char *verb =
        remit_xml_is (node, "repair") ? remit_xml_dup_attribute (node, "verb") : NULL;

      for (guint i = 0; verb != NULL && i < REMIT_N_REPAIRS; i++)
        if (strcmp (verb, repair_nicks[i]) == 0)
          {
            RemitRuleRepair *repair = g_new0 (RemitRuleRepair, 1);

            repair->repair = i;
            repair->when = remit_xml_dup_attribute (node, "case");
            g_ptr_array_add (self->repairs, repair);
          }
    }
}

static void
read_select (RemitRule *self,
             xmlNode *root)
{
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    if (remit_xml_is (node, "select"))
      {
        xmlChar *content = xmlNodeGetContent (node);

        self->select = g_strdup ((const char *) content);
        self->line = (int) xmlGetLineNo (node);
        xmlFree (content);
      }
}

static RemitRule *
create (const char *path,
        xmlNode *root)
{
  RemitRule *self = g_atomic_rc_box_new0 (RemitRule);
  g_autofree char *severity = remit_xml_dup_attribute (root, "severity");
  xmlNode *title = find_best (root, "title");

  self->path = g_filename_display_name (path);
  self->id = remit_xml_dup_attribute (root, "id");
  self->severity = (RemitSeverity) remit_choice_find (remit_severity_choices, severity);
  self->title = dup_words (title);
  self->phrase = title != NULL ? dup_content (title) : NULL;
  self->why = dup_best (root, "why");
  self->source = dup_best (root, "source");
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) message_free);
  self->repairs = g_ptr_array_new_with_free_func ((GDestroyNotify) repair_free);
  read_messages (self, root);
  read_repairs (self, root);
  read_select (self, root);
  return self;
}

RemitRule *
remit_rule_load (const char *path,
                 GError **error)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) cause = NULL;
  g_autoptr (RemitRule) self = NULL;
  xmlDoc *doc;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);

  contents = remit_file_load (path, MAX_SIZE + 1, &length, &cause);
  if (contents == NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, REMIT_RULE_ERROR, REMIT_RULE_ERROR_UNREADABLE,
                   _ ("Cannot read “%s”: %s"), name, cause->message);
      return NULL;
    }
  if (length > MAX_SIZE)
    {
      g_set_error_literal (error, REMIT_RULE_ERROR, REMIT_RULE_ERROR_INVALID,
                           _ ("The file is too large for a rule"));
      return NULL;
    }
  doc = parse (contents, length, error);
  if (doc == NULL)
    return NULL;

  self = create (path, xmlDocGetRootElement (doc));
  xmlFreeDoc (doc);
  if (self->messages->len > 0 && self->title != NULL && self->why != NULL)
    return g_steal_pointer (&self);

  g_set_error_literal (error, REMIT_RULE_ERROR, REMIT_RULE_ERROR_INVALID,
                       _ ("Title, message and why each need one text without xml:lang, for all "
                          "other languages"));
  return NULL;
}

const char *
remit_rule_get_message (const RemitRule *self,
                        const char *when)
{
  const char *general = NULL;

  for (guint i = 0; i < self->messages->len; i++)
    {
      const RemitRuleMessage *message = g_ptr_array_index (self->messages, i);

      if (message->when == NULL)
        general = message->text;
      else if (g_strcmp0 (message->when, when) == 0)
        return message->text;
    }
  return general;
}
