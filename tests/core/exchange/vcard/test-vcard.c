/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vCards: what is in them, and that whatever is typed comes back as it was. */
#include <string.h>

#include "exchange/vcard/remit-vcard.h"
#include "model/remit-person.h"
#include "remit-test.h"

/* Returns: (transfer full): the card of a person with that name, as it is written */
static char *
write_card (const char *name,
            const char *title)
{
  char *folder = remit_test_make_folder ();
  g_autoptr (RemitWorkspace) workspace = remit_test_open_workspace (folder);
  RemitStore *store = remit_workspace_get_store (workspace);
  gint64 id = remit_test_add_person (store, name);
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  GString *card = g_string_new (NULL);

  edit = remit_edit_begin (store, "Change", &error);
  remit_edit_set_text (edit, REMIT_KIND_PERSON, id, REMIT_PERSON_TITLE, title, &error);
  remit_edit_set_text (edit, REMIT_KIND_PERSON, id, REMIT_PERSON_EMAIL, "x@example.org", &error);
  remit_edit_set_text (edit, REMIT_KIND_PERSON, id, REMIT_PERSON_NOTES, "hush", &error);
  g_assert_no_error (error);
  remit_edit_commit (edit, &error);
  g_assert_no_error (error);
  remit_test_refresh (workspace);
  remit_vcard_add (card, remit_workspace_get (workspace, REMIT_KIND_PERSON, id));
  g_clear_object (&workspace);
  remit_test_remove_folder (folder);
  return g_string_free (card, FALSE);
}

/* Returns: (transfer full): the lines as they were before they were folded */
static GStrv
unfold (const char *card)
{
  g_autoptr (GString) text = g_string_new (card);

  g_string_replace (text, "\r\n ", "", 0);
  return g_strsplit (text->str, "\r\n", -1);
}

/* Returns: (transfer full): what the property of that name says */
static char *
find (const char *card,
      const char *name)
{
  g_auto (GStrv) lines = unfold (card);
  GString *text = NULL;

  for (guint i = 0; lines[i] != NULL && text == NULL; i++)
    if (g_str_has_prefix (lines[i], name) && lines[i][strlen (name)] == ':')
      {
        text = g_string_new (lines[i] + strlen (name) + 1);
        g_string_replace (text, "\\n", "\n", 0);
        g_string_replace (text, "\\,", ",", 0);
        g_string_replace (text, "\\;", ";", 0);
        g_string_replace (text, "\\\\", "\\", 0);
      }
  g_assert_nonnull (text);
  return g_string_free (text, FALSE);
}

static void
test_whole (void)
{
  g_autofree char *card = write_card ("Ingrid Anna Solberg", "Head");

  g_assert_true (g_str_has_prefix (card,
                                   "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ingrid Anna Solberg\r\n"
                                   "N:Solberg;Ingrid Anna;;;\r\nTITLE:Head\r\n"
                                   "EMAIL:x@example.org\r\nUID;VALUE=text:"));
  g_assert_true (g_str_has_suffix (card, "\r\nEND:VCARD\r\n"));
  g_assert_null (strstr (card, "ORG"));
  g_assert_null (strstr (card, "hush"));
}

/* Names of one word, and what would end a value, a line or a card. */
static void
test_odd (void)
{
  static const char *const names[] = { "Plato", "a;b,c", "back\\slash", "Ærø Øst", "名前",
                                       "END:VCARD" };
  static const char *const titles[] = { "one\ntwo", "x\r\nEND:VCARD\r\nBEGIN:VCARD", "a,b;c" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < G_N_ELEMENTS (titles); j++)
      {
        g_autofree char *card = write_card (names[i], titles[j]);
        g_autofree char *name = find (card, "FN");
        g_autofree char *title = find (card, "TITLE");
        g_auto (GStrv) parts = g_strsplit (titles[j], "\r", -1);
        g_autofree char *kept = g_strjoinv ("", parts);

        g_assert_cmpstr (name, ==, names[i]);
        g_assert_cmpstr (title, ==, kept);
        g_assert_true (strstr (card, "\r\nEND:VCARD\r\n") + strlen ("\r\nEND:VCARD\r\n")
                       == card + strlen (card));
      }
}

/* Long ones are folded, between letters. */
static void
test_folded (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *card = NULL;
  g_autofree char *found = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append (name, i % 3 == 0 ? "ß" : i % 3 == 1 ? "x" : "名");
  card = write_card (name->str, "");
  found = find (card, "FN");
  g_assert_cmpstr (found, ==, name->str);
  lines = g_strsplit (card, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 8);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/vcard/whole", test_whole);
  g_test_add_func ("/exchange/vcard/odd", test_odd);
  g_test_add_func ("/exchange/vcard/folded", test_folded);
  return g_test_run ();
}
