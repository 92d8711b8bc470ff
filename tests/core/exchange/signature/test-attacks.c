/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signed plans that somebody else has changed: none of them is taken for what was signed. */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "signed-plan.h"

#define N_MUTATIONS 200
#define SIGNATURE_URI "http://www.w3.org/2000/09/xmldsig#"
#define MORE_URI "http://www.w3.org/2001/04/xmldsig-more#"
#define EXCLUSIVE_URI "http://www.w3.org/2001/10/xml-exc-c14n#"
#define EXCLUSIVE "<Transform Algorithm=\"" EXCLUSIVE_URI "\"/>"

/* Each is a change of the text, in which @what is the first of its kind. */
static const struct {
  const char *name;
  const char *what;
  const char *by;
} attacks[] = {
  { "reference to a part", "Reference URI=\"\"", "Reference URI=\"#x\"" },
  { "reference to a file", "Reference URI=\"\"", "Reference URI=\"file:///etc/passwd\"" },
  { "reference to the network", "Reference URI=\"\"", "Reference URI=\"http://127.0.0.1:9/x\"" },
  { "reference to nothing", "Reference URI=\"\"", "Reference" },
  { "pointer", "Reference URI=\"\"", "Reference URI=\"#xpointer(/)\"" },
  { "kind of the reference", "Reference URI=\"\"",
    "Reference URI=\"\" Type=\"" SIGNATURE_URI "Object\"" },
  { "weak digest", "http://www.w3.org/2001/04/xmlenc#sha256", SIGNATURE_URI "sha1" },
  { "weak method", MORE_URI "rsa-sha256", SIGNATURE_URI "rsa-sha1" },
  { "secret method", MORE_URI "rsa-sha256",
    MORE_URI "hmac-sha256" },
  { "no transform", SIGNATURE_URI "enveloped-signature", EXCLUSIVE_URI },
  { "style sheet as a transform", EXCLUSIVE,
    "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"><xsl:stylesheet "
    "xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\"/></Transform>" },
  { "path as a transform", EXCLUSIVE,
    "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><XPath>false()</XPath>"
    "</Transform>" },
  { "one more transform", "</Transforms>",
    "<Transform Algorithm=\"" SIGNATURE_URI "base64\"/></Transforms>" },
  { "prefixes that do not count", EXCLUSIVE,
    "<Transform Algorithm=\"" EXCLUSIVE_URI "\"><InclusiveNamespaces "
    "xmlns=\"" EXCLUSIVE_URI "\" PrefixList=\"x\"/></Transform>" },
  { "two references", "<Reference ", "<Reference URI=\"\"><Transforms/></Reference><Reference " },
  { "object", "</Signature>", "<Object><plan xmlns=\"urn:remit:plan:1\"/></Object></Signature>" },
  { "manifest", "</Signature>", "<Object><Manifest/></Object></Signature>" },
  { "key from elsewhere", "<X509Data>",
    "<RetrievalMethod URI=\"http://127.0.0.1:9/k\"/><X509Data>" },
  { "address of a certificate", "<X509Data>", "<X509Data><X509URL>file:///x</X509URL>" },
  { "id of the signature", "<Signature ", "<Signature Id=\"s\" " },
  { "comment in the plan", "<history", "<!-- x --><history" },
  { "comment before the plan", "<plan ", "<!-- x --><plan " },
  { "instruction in the plan", "<history", "<?x y?><history" },
  { "instruction before the plan", "<plan ", "<?xml-stylesheet href=\"x\"?><plan " },
  { "document type", "<plan ", "<!DOCTYPE plan [<!ATTLIST plan note CDATA \"x\">]><plan " },
  { "entity", "<plan ", "<!DOCTYPE plan [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><plan " },
  { "text in the plan", "<history", "x<history" },
  { "space in the plan", "<history", " <history" },
  { "other name of the plan", "name=\"Fraud", "name=\"Fraut" },
  { "more work", "allocation=\"60\"", "allocation=\"90\"" },
  { "one more attribute", "<person ", "<person xmlns:a=\"urn:a\" a:b=\"c\" " },
  { "second signature", "<history",
    "<Signature xmlns=\"" SIGNATURE_URI "\"/><history" },
  { "signature not at the end", "</Signature>", "</Signature><note/>" },
};

static char *
read_plan (SignedPlan *self)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
  return text;
}

static void
assert_not_valid (SignedPlan *self,
                  const char *signer,
                  const char *name)
{
  const char *const signers[] = { signer, NULL };
  g_autoptr (RemitSignatureVerdict) verdict = remit_signature_check (self->path, signers, NULL);

  /* a file that is not XML any longer is none either */
  if (verdict != NULL && verdict->state == REMIT_SIGNATURE_VALID)
    g_error ("Taken for signed: %s", name);
  if (verdict != NULL)
    g_test_message ("%s: %s", name, remit_signature_state_nicks[verdict->state]);
}

static void
test_attacks (SignedPlan *self,
              gconstpointer data)
{
  const char *signer = signed_plan_write_certificate (self);
  g_autofree char *text = NULL;

  signed_plan_write (self, self->key, self->certificate);
  text = read_plan (self);
  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autoptr (GString) changed = g_string_new (text);

      if (g_string_replace (changed, attacks[i].what, attacks[i].by, 1) != 1)
        g_error ("Nothing to change: %s", attacks[i].name);
      g_assert_true (g_file_set_contents (self->path, changed->str, -1, NULL));
      assert_not_valid (self, signer, attacks[i].name);
    }
}

/* ── Wrapping ─────────────────────────────────────────────────────────────────────────────── */

static void
save (SignedPlan *self,
      xmlDoc *document)
{
  g_assert_cmpint (xmlSaveFile (self->path, document), >, 0);
}

static xmlNode *
find_signature (xmlDoc *document)
{
  return xmlLastElementChild (xmlDocGetRootElement (document));
}

/* The signed plan is put within another one, with its signature or beside it. */
static void
test_wrapping (SignedPlan *self,
               gconstpointer data)
{
  const char *signer = signed_plan_write_certificate (self);

  for (guint i = 0; i < 4; i++)
    {
      xmlDoc *document;
      xmlNode *root, *copy, *other, *own;
      xmlNs *ns;

      signed_plan_write (self, self->key, self->certificate);
      document = xmlReadFile (self->path, NULL, 0);
      root = xmlDocGetRootElement (document);
      copy = xmlDocCopyNode (root, document, 1);
      other = find_signature (document);
      xmlSetProp (root, BAD_CAST "name", BAD_CAST "Another plan");
      ns = xmlSearchNsByHref (document, other, BAD_CAST SIGNATURE_URI);
      switch (i)
        {
        case 0: /* within its signature */
          xmlAddChild (xmlNewChild (other, ns, BAD_CAST "Object", NULL), copy);
          break;
        case 1: /* before it, without its own */
          own = xmlLastElementChild (copy);
          xmlUnlinkNode (own);
          xmlFreeNode (own);
          xmlAddPrevSibling (other, copy);
          break;
        case 2: /* with its own, and no other */
          xmlUnlinkNode (other);
          xmlAddChild (root, copy);
          xmlFreeNode (other);
          break;
        default: /* as the first child */
          xmlAddPrevSibling (root->children, copy);
        }
      save (self, document);
      xmlFreeDoc (document);
      assert_not_valid (self, signer, "wrapping");
    }
}

/* ── Mutations ────────────────────────────────────────────────────────────────────────────── */

static void
collect (xmlNode *node,
         GPtrArray *elements)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        g_ptr_array_add (elements, node);
        collect (node->children, elements);
      }
}

static void
change_value (xmlNode *element,
              GRand *random)
{
  guint n = 0;
  guint chosen;
  xmlAttr *attribute;
  xmlChar *value;
  g_autofree char *changed = NULL;

  for (attribute = element->properties; attribute != NULL; attribute = attribute->next)
    n++;
  if (n == 0)
    {
      xmlSetProp (element, BAD_CAST "x", BAD_CAST "y");
      return;
    }
  chosen = g_rand_int_range (random, 0, (gint) n);
  for (attribute = element->properties; chosen > 0; chosen--)
    attribute = attribute->next;
  value = xmlNodeListGetString (element->doc, attribute->children, 1);
  changed = g_strconcat (value != NULL ? (const char *) value : "", "x", NULL);
  xmlSetProp (element, attribute->name, BAD_CAST changed);
  xmlFree (value);
}

/* Returns: whether the document is another one now, as canonical XML */
static gboolean
mutate (xmlNode *element,
        GRand *random)
{
  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      xmlUnlinkNode (element);
      xmlFreeNode (element);
      return TRUE;
    case 1:
      xmlAddNextSibling (element, xmlCopyNode (element, 1));
      return TRUE;
    case 2:
      xmlNodeSetName (element, BAD_CAST "x");
      return TRUE;
    case 3:
      xmlNodeAddContent (element, BAD_CAST "x");
      return TRUE;
    case 4:
      if (element->properties == NULL)
        return FALSE;
      xmlRemoveProp (element->properties);
      return TRUE;
    default:
      change_value (element, random);
      return TRUE;
    }
}

static void
test_mutations (SignedPlan *self,
                gconstpointer data)
{
  const char *signer = signed_plan_write_certificate (self);
  g_autoptr (GRand) random = g_rand_new_with_seed (20261130);
  g_autofree char *text = NULL;
  guint n = 0;

  signed_plan_write (self, self->key, self->certificate);
  text = read_plan (self);
  while (n < N_MUTATIONS)
    {
      xmlDoc *document = xmlReadMemory (text, (int) strlen (text), NULL, NULL, 0);
      g_autoptr (GPtrArray) elements = g_ptr_array_new ();
      xmlNode *root = xmlDocGetRootElement (document);
      g_autofree char *name = NULL;
      xmlNode *element;

      collect (root->children, elements);
      element = elements->pdata[g_rand_int_range (random, 0, (gint) elements->len)];
      name = g_strdup_printf ("mutation %u of <%s>", n, (const char *) element->name);
      if (mutate (element, random))
        {
          save (self, document);
          assert_not_valid (self, signer, name);
          n++;
        }
      xmlFreeDoc (document);
    }
}

#define add(path, test) \
  g_test_add ("/exchange/signature/" path, SignedPlan, NULL, signed_plan_set_up, test, \
              signed_plan_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("attacks", test_attacks);
  add ("wrapping", test_wrapping);
  add ("mutations", test_mutations);
  return g_test_run ();
}
