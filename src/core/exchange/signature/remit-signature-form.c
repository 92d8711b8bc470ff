/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one form of a signature that is accepted, looked at before anything of it is computed. */
#include "remit-signature-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-signature.h"

#define EXCLUSIVE "http://www.w3.org/2001/10/xml-exc-c14n#"
#define ENVELOPED REMIT_SIGNATURE_NAMESPACE "enveloped-signature"
#define MORE "http://www.w3.org/2001/04/xmldsig-more#"

static const char *const methods[] = {
  MORE "rsa-sha256",   MORE "rsa-sha384",   MORE "rsa-sha512",
  MORE "ecdsa-sha256", MORE "ecdsa-sha384", MORE "ecdsa-sha512",
  NULL,
};

static const char *const digests[] = {
  "http://www.w3.org/2001/04/xmlenc#sha256",
  MORE "sha384",
  "http://www.w3.org/2001/04/xmlenc#sha512",
  NULL,
};

static const char *const canonical[] = { EXCLUSIVE, NULL };
static const char *const enveloped[] = { ENVELOPED, NULL };

static gboolean
is_of_signature (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && strcmp ((const char *) node->ns->href, REMIT_SIGNATURE_NAMESPACE) == 0;
}

static gboolean
is_called (const xmlNode *node,
           const char *name)
{
  return node != NULL && is_of_signature (node) && strcmp ((const char *) node->name, name) == 0;
}

/* ── The document ─────────────────────────────────────────────────────────────────────────── */

static xmlNode *
get_next (const xmlNode *node,
          const xmlNode *top)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != top && node->next == NULL)
    node = node->parent;
  return node != top ? node->next : NULL;
}

static xmlNode *
find_last_element (const xmlNode *root)
{
  xmlNode *last = root->last;

  while (last != NULL && last->type != XML_ELEMENT_NODE)
    last = last->prev;
  return last;
}

/* What is not signed, though it is in the file: comments, and what a document type could make of
 * it. */
static const char *
find_unsigned (xmlDoc *document)
{
  const xmlNode *root = xmlDocGetRootElement (document);

  if (document->intSubset != NULL || document->extSubset != NULL)
    return _ ("the file has a document type definition.");
  for (const xmlNode *node = document->children; node != NULL; node = node->next)
    if (node->type == XML_COMMENT_NODE)
      return _ ("the file has comments, which are not signed.");
  for (const xmlNode *node = root; node != NULL; node = get_next (node, root))
    if (node->type == XML_COMMENT_NODE)
      return _ ("the file has comments, which are not signed.");
    else if (node->type == XML_ENTITY_REF_NODE)
      return _ ("the file has entities.");
  return NULL;
}

/* ── The signature ────────────────────────────────────────────────────────────────────────── */

/* Returns: the first element from @node on among its siblings; with anything but spaces before it
 * there is none, and @strange is set */
static xmlNode *
skip_spaces (xmlNode *node,
             gboolean *strange)
{
  while (node != NULL && node->type == XML_TEXT_NODE && xmlIsBlankNode (node))
    node = node->next;
  if (node == NULL || node->type == XML_ELEMENT_NODE)
    return node;
  *strange = TRUE;
  return NULL;
}

/* Returns: whether an element has these children and no others */
static gboolean
has_children (xmlNode *parent,
              const char *const *names,
              xmlNode **children)
{
  gboolean strange = FALSE;
  xmlNode *child = skip_spaces (parent->children, &strange);
  guint i = 0;

  for (; names[i] != NULL && is_called (child, names[i]); i++)
    {
      children[i] = child;
      child = skip_spaces (child->next, &strange);
    }
  return names[i] == NULL && child == NULL && !strange;
}

static gboolean
has_attributes (const xmlNode *node,
                guint n)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (n-- == 0)
      return FALSE;
  return n == 0;
}

/* Returns: whether an element says one of these algorithms, and nothing else */
static gboolean
says_algorithm (xmlNode *node,
                const char *const *known)
{
  xmlChar *algorithm = xmlGetNoNsProp (node, BAD_CAST "Algorithm");
  gboolean strange = FALSE;
  gboolean says = algorithm != NULL && g_strv_contains (known, (const char *) algorithm)
                  && has_attributes (node, 1) && skip_spaces (node->children, &strange) == NULL
                  && !strange;

  xmlFree (algorithm);
  return says;
}

static gboolean
has_only_text (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type != XML_TEXT_NODE)
      return FALSE;
  return has_attributes (node, 0);
}

/* Returns: whether what is signed is the whole document */
static gboolean
refers_to_all (xmlNode *reference)
{
  const char *const parts[] = { "Transforms", "DigestMethod", "DigestValue", NULL };
  const char *const two[] = { "Transform", "Transform", NULL };
  xmlNode *children[3];
  xmlNode *transforms[2];
  xmlChar *address = xmlGetNoNsProp (reference, BAD_CAST "URI");
  gboolean is_all = address != NULL && *address == '\0' && has_attributes (reference, 1);

  xmlFree (address);
  return is_all && has_children (reference, parts, children) && has_attributes (children[0], 0)
         && has_children (children[0], two, transforms)
         && says_algorithm (transforms[0], enveloped) && says_algorithm (transforms[1], canonical)
         && says_algorithm (children[1], digests) && has_only_text (children[2]);
}

/* Returns: whether certificates are there as such, and not by where they could be found, each of
 * them once */
static gboolean
has_certificates (xmlNode *data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean strange = FALSE;
  xmlNode *certificate = skip_spaces (data->children, &strange);

  for (; certificate != NULL; certificate = skip_spaces (certificate->next, &strange))
    {
      xmlChar *text = xmlNodeGetContent (certificate);
      gboolean is_new = g_hash_table_add (seen, g_strdup ((const char *) text));

      xmlFree (text);
      if (!is_new || !is_called (certificate, "X509Certificate") || !has_only_text (certificate))
        return FALSE;
    }
  return !strange && has_attributes (data, 0);
}

/* Returns: whether a key is itself in the file, alone or in its certificate */
static gboolean
is_key (xmlNode *info)
{
  const char *const value[] = { "KeyValue", NULL };
  const char *const key[] = { "RSAKeyValue", NULL };
  const char *const data[] = { "X509Data", NULL };
  xmlNode *part;
  xmlNode *child;

  if (!has_attributes (info, 0))
    return FALSE;
  return has_children (info, value, &part)
           ? has_attributes (part, 0) && has_children (part, key, &child)
           : has_children (info, data, &part) && has_certificates (part);
}

static const char *
check_signature (xmlNode *signature)
{
  const char *const without[] = { "SignedInfo", "SignatureValue", NULL };
  const char *const with[] = { "SignedInfo", "SignatureValue", "KeyInfo", NULL };
  const char *const info[] = { "CanonicalizationMethod", "SignatureMethod", "Reference", NULL };
  xmlNode *parts[3] = { NULL };
  xmlNode *said[3];

  if (!has_attributes (signature, 0)
      || (!has_children (signature, without, parts) && !has_children (signature, with, parts)))
    return _ ("it has other parts than a value, what is signed, and a key.");
  if (!has_only_text (parts[1]) || !has_attributes (parts[0], 0)
      || !has_children (parts[0], info, said))
    return _ ("it does not sign exactly one thing.");
  if (!says_algorithm (said[0], canonical) || !says_algorithm (said[1], methods))
    return _ ("it uses a method that is not secure, or not known.");
  if (!refers_to_all (said[2]))
    return _ ("it does not sign the whole plan, or changes it before.");
  if (parts[2] != NULL && !is_key (parts[2]))
    return _ ("its key is not in the file itself.");
  return NULL;
}

xmlNode *
remit_signature_form_find (xmlDoc *document,
                           char **reason)
{
  xmlNode *root = xmlDocGetRootElement (document);
  xmlNode *found = NULL;
  guint n = 0;
  const char *fault;

  g_return_val_if_fail (root != NULL, NULL);

  *reason = NULL;
  for (xmlNode *node = root; node != NULL; node = get_next (node, root))
    if (is_called (node, REMIT_SIGNATURE_ELEMENT) && n++ == 0)
      found = node;
  if (found == NULL)
    return NULL;
  fault = n > 1                                ? _ ("there is more than one.")
          : found != find_last_element (root) ? _ ("it is not at the end of the plan.")
                                               : find_unsigned (document);
  if (fault == NULL)
    fault = check_signature (found);
  *reason = g_strdup (fault);
  return fault == NULL ? found : NULL;
}
