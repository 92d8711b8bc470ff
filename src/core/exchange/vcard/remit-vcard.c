/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person as a vCard, for address books and mail programs. */
#include "remit-vcard.h"

#include <string.h>

#include "model/remit-id.h"
#include "model/remit-person.h"

/* RFC 6350, 3.2: a line has at most so many bytes, without its end; the next goes on after a
 * space. */
#define MAX_LINE 75

/* RFC 6350, 3.4. What is between the parts of a value is escaped in all of them. */
static void
add_escaped (GString *line,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\n')
      g_string_append (line, "\\n");
    else if (*p == '\\' || *p == ',' || *p == ';')
      g_string_append_printf (line, "\\%c", *p);
    else if (!g_ascii_iscntrl (*p))
      g_string_append_c (line, *p);
    else if (*p == '\t')
      g_string_append_c (line, ' ');
}

/* No letter is parted. */
static void
add_folded (GString *cards,
            const char *line)
{
  gsize used = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize length = (gsize) (g_utf8_next_char (p) - p);

      if (used + length > MAX_LINE)
        {
          g_string_append (cards, "\r\n ");
          used = 1;
        }
      g_string_append_len (cards, p, (gssize) length);
      used += length;
    }
  g_string_append (cards, "\r\n");
}

static void
add_property (GString *cards,
              const char *name,
              const char *text)
{
  g_autoptr (GString) line = g_string_new (name);

  if (*text == '\0')
    return;
  g_string_append_c (line, ':');
  add_escaped (line, text);
  add_folded (cards, line->str);
}

/* Address books sort by the last word, as they do with names that are typed into them. */
static void
add_name (GString *cards,
          const char *name)
{
  const char *last = strrchr (name, ' ');
  g_autofree char *given = g_strndup (name, last != NULL ? (gsize) (last - name) : 0);
  g_autoptr (GString) line = g_string_new ("N:");

  add_escaped (line, last != NULL ? last + 1 : name);
  g_string_append_c (line, ';');
  add_escaped (line, given);
  g_string_append (line, ";;;");
  add_folded (cards, line->str);
}

void
remit_vcard_add (GString *cards,
                 RemitEntity *person)
{
  char id[17];

  g_return_if_fail (remit_entity_get_kind (person) == REMIT_KIND_PERSON);

  remit_id_format (remit_entity_get_id (person), id);
  g_string_append (cards, "BEGIN:VCARD\r\nVERSION:4.0\r\n");
  add_property (cards, "FN", remit_entity_get_text (person, REMIT_PERSON_NAME));
  add_name (cards, remit_entity_get_text (person, REMIT_PERSON_NAME));
  add_property (cards, "TITLE", remit_entity_get_text (person, REMIT_PERSON_TITLE));
  add_property (cards, "ORG", remit_entity_get_text (person, REMIT_PERSON_UNIT));
  add_property (cards, "EMAIL", remit_entity_get_text (person, REMIT_PERSON_EMAIL));
  add_property (cards, "UID;VALUE=text", id);
  g_string_append (cards, "END:VCARD\r\n");
}
