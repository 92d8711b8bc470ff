/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The published schema says of each attribute what the table of fields says of its field. */
#include <libxml/parser.h>
#include <string.h>

#include "model/remit-data.h"
#include "remit-plan-test.h"

static char *
get (xmlNode *node,
     const char *attribute)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST attribute);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static gboolean
is (xmlNode *node,
    const char *name)
{
  return node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, BAD_CAST name);
}

/* The child with a local name and, if @value is given, an attribute of that value. */
static xmlNode *
find (xmlNode *parent,
      const char *name,
      const char *attribute,
      const char *value)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autofree char *has = is (node, name) && value != NULL ? get (node, attribute) : NULL;

      if (is (node, name) && (value == NULL || g_strcmp0 (has, value) == 0))
        return node;
    }
  return NULL;
}

static xmlDoc *
load (void)
{
  g_autofree char *path = remit_data_dup_path ("schema/plan.xsd");
  xmlDoc *doc = xmlReadFile (path, NULL, XML_PARSE_NONET);

  g_assert_nonnull (doc);
  return doc;
}

/* The simple type of an attribute: named "r:…", or its own; NULL for one of XML Schema's. */
static xmlNode *
find_type (xmlNode *root,
           xmlNode *attribute)
{
  g_autofree char *type = get (attribute, "type");

  if (type == NULL)
    return find (attribute, "simpleType", NULL, NULL);
  if (g_str_has_prefix (type, "r:"))
    return find (root, "simpleType", "name", type + 2);
  return NULL;
}

static char *
get_facet (xmlNode *type,
           const char *facet)
{
  xmlNode *restriction = find (type, "restriction", NULL, NULL);
  xmlNode *node = restriction != NULL ? find (restriction, facet, NULL, NULL) : NULL;

  return node != NULL ? get (node, "value") : NULL;
}

static void
assert_facet (xmlNode *type,
              const char *facet,
              gint64 expected)
{
  g_autofree char *value = get_facet (type, facet);

  g_assert_nonnull (value);
  g_assert_cmpint (g_ascii_strtoll (value, NULL, 10), ==, expected);
}

static void
assert_choices (xmlNode *type,
                const RemitChoice *choices)
{
  xmlNode *node = find (type, "restriction", NULL, NULL)->children;

  for (; choices->nick != NULL; choices++, node = node->next)
    {
      g_autofree char *value = NULL;

      while (node != NULL && !is (node, "enumeration"))
        node = node->next;
      g_assert_nonnull (node);
      value = get (node, "value");
      g_assert_cmpstr (value, ==, choices->nick);
    }
  for (; node != NULL; node = node->next)
    g_assert_false (is (node, "enumeration"));
}

static void
check_text_type (const RemitField *field,
                 xmlNode *type)
{
  g_autofree char *minimum = get_facet (type, "minLength");

  assert_facet (type, "maxLength", field->maximum > 0 ? field->maximum : REMIT_TEXT_MAX);
  g_assert_cmpstr (minimum, ==, field->flags & REMIT_FIELD_REQUIRED ? "1" : NULL);
}

static void
check_type (const RemitField *field,
            xmlNode *root,
            xmlNode *attribute)
{
  g_autofree char *name = get (attribute, "type");
  xmlNode *type = find_type (root, attribute);

  switch (field->kind)
    {
    case REMIT_FIELD_TEXT:
      check_text_type (field, type);
      break;
    case REMIT_FIELD_INTEGER:
    case REMIT_FIELD_PERCENT:
      assert_facet (type, "minInclusive", field->minimum);
      assert_facet (type, "maxInclusive", field->maximum);
      break;
    case REMIT_FIELD_BOOLEAN:
      g_assert_cmpstr (name, ==, "xs:boolean");
      break;
    case REMIT_FIELD_DATE:
      g_assert_cmpstr (name, ==, "r:day");
      break;
    case REMIT_FIELD_ENUM:
      assert_choices (type, field->choices);
      break;
    case REMIT_FIELD_REFERENCE:
    case REMIT_FIELD_ORIGIN:
      g_assert_cmpstr (name, ==, "r:id");
      break;
    case REMIT_FIELD_DURATION:
      g_assert_cmpstr (name, ==, "r:duration");
      break;
    case REMIT_FIELD_TIME:
      g_assert_cmpstr (name, ==, "r:time");
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Numbers and choices have a default; a place among sisters is left out for the place in
 * the file. */
static void
check_default (RemitRecord *record,
               guint i,
               xmlNode *attribute)
{
  const RemitField *field = &remit_record_get_info (record)->fields[i];
  gboolean has_default = field->kind == REMIT_FIELD_INTEGER || field->kind == REMIT_FIELD_PERCENT
                         || field->kind == REMIT_FIELD_BOOLEAN || field->kind == REMIT_FIELD_ENUM
                         || field->kind == REMIT_FIELD_DURATION;
  g_autofree char *value = get (attribute, "default");
  g_autofree char *initial = remit_record_format (record, i);

  if (has_default && !(field->flags & REMIT_FIELD_ORDER))
    g_assert_cmpstr (value, ==, initial);
  else
    g_assert_null (value);
}

static gboolean
has_id (RemitKind kind)
{
  return kind != REMIT_KIND_PERSON_SKILL && kind != REMIT_KIND_ABSENCE
         && kind != REMIT_KIND_SLOT_NEED && kind != REMIT_KIND_RIGHT;
}

static guint
count_attributes (xmlNode *type)
{
  guint n = 0;

  for (xmlNode *node = type->children; node != NULL; node = node->next)
    n += is (node, "attribute");
  return n;
}

/* Two kinds that have elements of one name have types of their own. */
static xmlNode *
find_complex_type (xmlNode *root,
                   const RemitEntityInfo *info)
{
  xmlNode *type = find (root, "complexType", "name", info->name);

  return type != NULL ? type : find (root, "complexType", "name", info->element);
}

static void
check_kind (RemitKind kind,
            xmlNode *root)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  xmlNode *type = find_complex_type (root, info);
  g_autoptr (RemitRecord) record = remit_record_new (kind);
  /* a plan has its format, its audience and what is withheld as well */
  guint n = has_id (kind) + (kind == REMIT_KIND_PLAN ? 3 : 0);

  g_assert_nonnull (type);
  g_assert_true (!has_id (kind) || find (type, "attribute", "name", "id") != NULL);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const RemitField *field = &info->fields[i];
      xmlNode *attribute = find (type, "attribute", "name", field->name);
      g_autofree char *use = NULL;

      if (field->flags & REMIT_FIELD_IMPLIED)
        continue;
      n++;
      g_test_message ("%s: %s", info->element, field->name);
      g_assert_nonnull (attribute);
      use = get (attribute, "use");
      g_assert_cmpstr (use, ==, field->flags & REMIT_FIELD_REQUIRED ? "required" : NULL);
      check_type (field, root, attribute);
      check_default (record, i, attribute);
    }
  g_assert_cmpuint (count_attributes (type), ==, n);
}

static void
test_fields (void)
{
  xmlDoc *doc = load ();

  for (RemitKind kind = REMIT_KIND_SKILL; kind < REMIT_N_KINDS; kind++)
    check_kind (kind, xmlDocGetRootElement (doc));
  xmlFreeDoc (doc);
}

/* The schema has the same audiences, and a file need not say which. */
static void
test_audiences (void)
{
  xmlDoc *doc = load ();
  xmlNode *plan = find_complex_type (xmlDocGetRootElement (doc), &remit_plan_info);
  xmlNode *attribute = find (plan, "attribute", "name", "audience");
  RemitChoice choices[REMIT_N_AUDIENCES + 1] = { { NULL } };
  xmlNode *either;

  for (RemitAudience i = 0; i < REMIT_N_AUDIENCES; i++)
    choices[i].nick = remit_audience_nicks[i];
  g_assert_nonnull (attribute);
  g_assert_null (get (attribute, "use"));
  either = find (find (attribute, "simpleType", NULL, NULL), "union", NULL, NULL);
  assert_choices (find (either, "simpleType", NULL, NULL), choices);
  xmlFreeDoc (doc);
}

static void
check_documented (xmlNode *node)
{
  static const char *const wanted[] = { "element", "attribute", "complexType", "key", "keyref",
                                        "unique", NULL };
  gboolean named = node->type == XML_ELEMENT_NODE
                   && g_strv_contains (wanted, (const char *) node->name);

  if (named)
    {
      g_autofree char *name = get (node, "name");
      xmlNode *annotation = find (node, "annotation", NULL, NULL);
      xmlNode *words = annotation != NULL ? find (annotation, "documentation", NULL, NULL) : NULL;

      g_test_message ("%s %s", (const char *) node->name, name != NULL ? name : "");
      g_assert_nonnull (words);
      g_assert_cmpuint (strlen ((const char *) words->children->content), >, 5);
    }
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    check_documented (child);
}

static void
test_documented (void)
{
  xmlDoc *doc = load ();

  check_documented (xmlDocGetRootElement (doc));
  xmlFreeDoc (doc);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/plan-schema/fields", test_fields);
  g_test_add_func ("/exchange/plan-schema/audiences", test_audiences);
  g_test_add_func ("/exchange/plan-schema/documented", test_documented);

  return g_test_run ();
}
