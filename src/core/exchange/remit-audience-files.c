/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the audiences that an organisation has made; data/audiences/README.md describes them. */
#include "remit-audience-files.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>

#include "model/remit-data.h"
#include "model/remit-file.h"
#include "model/remit-text.h"
#include "model/remit-xml.h"
#include "plan/remit-plan-fault.h"
#include "remit-exchange.h"

#define MAX_SIZE 65536
#define MAX_TITLE 200

static gboolean
fail_at (const xmlNode *node,
         const char *words,
         GError **error)
{
  return remit_exchange_refuse (error,
                                /* Translators: the number of a line, and what is wrong there */
                                _ ("line %ld: %s"), xmlGetLineNo ((xmlNode *) node), words);
}

/* ── Elements ─────────────────────────────────────────────────────────────────────────────── */

/* @names: (array zero-terminated=1): what it may have */
static gboolean
check_attributes (xmlNode *element,
                  const char *const *names,
                  GError **error)
{
  for (xmlAttr *attribute = element->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns != NULL || !g_strv_contains (names, (const char *) attribute->name))
      {
        g_autofree char *words = g_strdup_printf (
          _ ("<%s> cannot have the attribute “%s”"), (const char *) element->name,
          (const char *) attribute->name);

        return fail_at (element, words, error);
      }
  return TRUE;
}

static gboolean
read_rule (RemitOwnAudience *self,
           xmlNode *element,
           GError **error)
{
  static const char *const names[] = { "kind", "field", NULL };
  g_autofree char *kind = remit_xml_dup_attribute (element, "kind");
  g_autofree char *field = remit_xml_dup_attribute (element, "field");
  g_autoptr (GError) fault = NULL;
  gboolean is_given = remit_xml_is (element, "give");

  if (!is_given && !remit_xml_is (element, "withhold"))
    return fail_at (element, _ ("only <withhold> and <give> can stand here"), error);
  if (!check_attributes (element, names, error))
    return FALSE;
  if (kind == NULL)
    return fail_at (element, _ ("the attribute “kind” is missing"), error);
  return remit_own_audience_set (self, kind, field, is_given, &fault)
         || fail_at (element, fault->message, error);
}

static gboolean
read_rules (RemitOwnAudience *self,
            xmlNode *root,
            GError **error)
{
  g_autoptr (GError) fault = NULL;

  for (xmlNode *node = root->children; node != NULL; node = node->next)
    {
      if (node->type == XML_TEXT_NODE && !xmlIsBlankNode (node))
        return fail_at (root, _ ("<audience> cannot have text in it"), error);
      if (node->type == XML_ELEMENT_NODE && !read_rule (self, node, error))
        return FALSE;
    }
  return remit_own_audience_finish (self, &fault) || fail_at (root, fault->message, error);
}

/* ── Files ────────────────────────────────────────────────────────────────────────────────── */

static gboolean
check_root (xmlNode *root,
            GError **error)
{
  static const char *const names[] = { "name", "title", "base", NULL };

  if (!remit_xml_is (root, "audience") || root->ns == NULL
      || strcmp ((const char *) root->ns->href, REMIT_AUDIENCE_NAMESPACE) != 0)
    return fail_at (root, _ ("expected <audience xmlns=\"urn:remit:audience:1\">"), error);
  return check_attributes (root, names, error);
}

static RemitOwnAudience *
read_audience (xmlNode *root,
               GError **error)
{
  g_autofree char *nick = remit_xml_dup_attribute (root, "name");
  g_autofree char *title = remit_xml_dup_attribute (root, "title");
  g_autofree char *base = remit_xml_dup_attribute (root, "base");
  int found = REMIT_AUDIENCE_STAKEHOLDER;
  g_autoptr (RemitOwnAudience) self = NULL;

  if (!check_root (root, error))
    return NULL;
  if (nick == NULL || !remit_own_audience_is_nick (nick))
    return fail_at (root, _ ("“name” must have 1 to 40 small letters, digits or hyphens"), error),
           NULL;
  if (title == NULL || *g_strstrip (title) == '\0' || strlen (title) > MAX_TITLE)
    return fail_at (root, _ ("“title” must have 1 to 200 bytes"), error), NULL;
  if (base != NULL)
    found = remit_audience_find_built_in (base);
  if (found < 0)
    return fail_at (root, _ ("“base” must be full, stakeholder or anonymous"), error), NULL;
  if (remit_audience_find_built_in (nick) >= 0)
    return fail_at (root, _ ("this name is that of a built-in audience"), error), NULL;
  self = remit_own_audience_new (nick, title, (RemitAudience) found);
  return read_rules (self, root, error) ? g_steal_pointer (&self) : NULL;
}

static void
on_fault (void *data,
          RemitXmlError *fault)
{
  char **words = data;

  if (*words == NULL && fault->level >= XML_ERR_ERROR)
    *words = g_strstrip (g_strdup_printf (_ ("line %ld: %s"), (long) fault->line, fault->message));
}

static xmlDoc *
parse (const char *contents,
       gsize length,
       GError **error)
{
  g_autofree char *words = NULL;
  xmlStructuredErrorFunc before = xmlStructuredError;
  void *before_data = xmlStructuredErrorContext;
  xmlDoc *document;

  xmlSetStructuredErrorFunc (&words, (xmlStructuredErrorFunc) (void (*) (void)) on_fault);
  document = xmlReadMemory (contents, (int) length, NULL, NULL, XML_PARSE_NONET);
  xmlSetStructuredErrorFunc (before_data, before);
  if (document != NULL && (document->intSubset != NULL || xmlDocGetRootElement (document) == NULL))
    {
      g_clear_pointer (&document, xmlFreeDoc);
      g_free (words);
      words = g_strdup (_ ("line 1: a document type definition (DOCTYPE) is not allowed"));
    }
  if (document == NULL)
    remit_exchange_refuse (error, "%s", words != NULL ? words : _ ("This is not an XML file"));
  return document;
}

RemitOwnAudience *
remit_audience_files_read (const char *path,
                           GError **error)
{
  gsize length = 0;
  g_autofree char *contents = remit_file_load (path, MAX_SIZE + 1, &length, error);
  RemitOwnAudience *self;
  xmlDoc *document;

  if (contents == NULL)
    return NULL;
  if (length > MAX_SIZE)
    return remit_exchange_refuse (error, _ ("The file is too large")), NULL;
  document = parse (contents, length, error);
  if (document == NULL)
    return NULL;
  self = read_audience (xmlDocGetRootElement (document), error);
  xmlFreeDoc (document);
  return self;
}

/* ── All of them ──────────────────────────────────────────────────────────────────────────── */

static gboolean
is_there (GPtrArray *all,
          const char *nick)
{
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((RemitOwnAudience *) all->pdata[i])->nick, nick))
      return TRUE;
  return FALSE;
}

static void
add_file (GPtrArray *all,
          GPtrArray *faults,
          const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitOwnAudience) self = remit_audience_files_read (path, &error);
  g_autofree char *name = g_filename_display_name (path);

  if (self == NULL)
    /* Translators: the name of a file, and what is wrong with it */
    g_ptr_array_add (faults, g_strdup_printf (_ ("%s: %s"), name, error->message));
  else if (!is_there (all, self->nick))
    g_ptr_array_add (all, g_steal_pointer (&self));
}

GPtrArray *
remit_audience_files_load (GPtrArray *faults)
{
  GPtrArray *all = g_ptr_array_new ();
  g_auto (GStrv) folders = remit_data_list_folders ("audiences");

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) paths = remit_data_list_files (folders[i]);

      for (guint k = 0; k < paths->len; k++)
        add_file (all, faults, paths->pdata[k]);
    }
  return all;
}

char *
remit_audience_files_dup_stamp (void)
{
  g_autoptr (GString) stamp = g_string_new (NULL);
  g_auto (GStrv) folders = remit_data_list_folders ("audiences");

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) paths = remit_data_list_files (folders[i]);

      for (guint k = 0; k < paths->len; k++)
        {
          GStatBuf status = { 0 };

          if (g_stat (paths->pdata[k], &status) == 0)
            g_string_append_printf (stamp, "%s %" G_GINT64_FORMAT ".%09ld %" G_GINT64_FORMAT "\n",
                                    (const char *) paths->pdata[k],
                                    (gint64) status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
                                    (gint64) status.st_size);
        }
    }
  return g_string_free (g_steal_pointer (&stamp), FALSE);
}
