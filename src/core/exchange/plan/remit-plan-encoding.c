/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which encoding a file in XML says that it is in. */
#include "remit-plan-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As far as a declaration is looked for: longer than any has to be, in UTF-16. */
#define DECLARATION 1000

/* How files begin that libxml2 would have converted without being asked, four bytes each. */
static const struct {
  const char *begin;
  const char *name;
} beginnings[] = {
  { "\0\0\0<", "UTF-32" },       { "<\0\0\0", "UTF-32" },       { "\0\0\376\377", "UTF-32" },
  { "\377\376\0\0", "UTF-32" }, { "\0\0<\0", "UCS-4" },        { "\0<\0\0", "UCS-4" },
  { "\0\0\377\376", "UCS-4" },  { "\376\377\0\0", "UCS-4" },  { "\114\157\247\224", "EBCDIC" },
};

static const char *const known[] = { "UTF-8",    "UTF8",     "UTF-16", "UTF16",
                                     "UTF-16LE", "UTF-16BE", "ASCII",  "US-ASCII" };

/* The first line, without the zeros that UTF-16 has between letters of ASCII. */
static char *
dup_beginning (const char *bytes,
               gsize length)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < MIN (length, DECLARATION); i++)
    if (bytes[i] == '>')
      break;
    else if (bytes[i] != '\0')
      g_string_append_c (text, bytes[i]);
  return g_string_free (text, FALSE);
}

/* Whether a name is one that XML allows, and words can show. */
static gboolean
is_name (const char *text)
{
  return *text != '\0'
         && strspn (text, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "._-") == strlen (text);
}

/* Returns: (nullable): what stands after encoding=, or a question mark for what is no name */
static char *
dup_declared (const char *text)
{
  const char *declaration = strstr (text, "<?xml");
  const char *name = declaration != NULL ? strstr (declaration, "encoding") : NULL;
  g_autofree char *declared = NULL;
  const char *end;

  if (name == NULL)
    return NULL;
  name += strcspn (name, "\"'");
  end = *name != '\0' ? strchr (name + 1, *name) : NULL;
  declared = end != NULL ? g_strndup (name + 1, (gsize) (end - name - 1)) : g_strdup ("");
  return is_name (declared) ? g_steal_pointer (&declared) : g_strdup ("?");
}

static gboolean
is_known (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (name, known[i]) == 0)
      return TRUE;
  return FALSE;
}

char *
remit_plan_encoding_dup_other (const char *bytes,
                               gsize length)
{
  g_autofree char *text = NULL;
  g_autofree char *declared = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (length >= 4 && memcmp (bytes, beginnings[i].begin, 4) == 0)
      return g_strdup (beginnings[i].name);
  text = dup_beginning (bytes, length);
  declared = dup_declared (text);
  return declared == NULL || is_known (declared) ? NULL : g_steal_pointer (&declared);
}

char *
remit_plan_encoding_dup_refusal (const char *bytes,
                                 gsize length)
{
  g_autofree char *encoding = remit_plan_encoding_dup_other (bytes, length);

  /* Translators: the name of an encoding, such as Shift_JIS */
  return encoding != NULL
           ? g_strdup_printf (_ ("The file is in the encoding “%s”. Save it as UTF-8."), encoding)
           : NULL;
}
