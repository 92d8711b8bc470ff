/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of tables, in the languages that they come in. */
#include "remit-words.h"

#include <string.h>

#include "model/remit-data.h"
#include "model/remit-text.h"

#define N_PAIRS 1024

struct _RemitWords {
  GStrv all;
  GHashTable *folded;
  gsize longest;     /* in bytes, however it is written */
  guint8 first[256]; /* whether one begins with the byte, in either case */
  guint8 pairs[N_PAIRS]; /* whether one may begin with two bytes, see get_pair() */
};

/* What is written otherwise may have more bytes than what it is folded to. */
#define ROOM 8

/* Of the first two bytes, in either case. */
static guint
get_pair (const char *text)
{
  guint first = (guchar) g_ascii_tolower (text[0]);
  guint second = text[0] != '\0' ? (guchar) g_ascii_tolower (text[1]) : 0;

  return (first * 31 + second) % N_PAIRS;
}

static RemitWords *
words_new (GStrv all)
{
  RemitWords *self = g_new0 (RemitWords, 1);

  self->all = all;
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; all[i] != NULL; i++)
    {
      char *folded = remit_text_fold (all[i]);

      self->longest = MAX (self->longest, MAX (strlen (folded), strlen (all[i])));
      self->first[(guchar) *folded] = self->first[(guchar) g_ascii_toupper (*folded)] = TRUE;
      self->pairs[get_pair (folded)] = TRUE;
      g_hash_table_add (self->folded, folded);
    }
  return self;
}

static void
words_free (RemitWords *self)
{
  g_strfreev (self->all);
  g_hash_table_unref (self->folded);
  g_free (self);
}

/* Returns: (element-type utf8 RemitWords): all lists, by group and name */
static GHashTable *
load (void)
{
  GHashTable *lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) words_free);
  g_autofree char *path = remit_data_dup_path ("words/tables.ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error))
    g_warning ("The words of tables are missing: %s", error->message);
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (file, groups[i], NULL, NULL);

      for (guint j = 0; keys[j] != NULL; j++)
        g_hash_table_insert (lists, g_strconcat (groups[i], "/", keys[j], NULL),
                             words_new (g_key_file_get_string_list (file, groups[i], keys[j], NULL,
                                                                    NULL)));
    }
  return lists;
}

const RemitWords *
remit_words_get (const char *group,
                 const char *name)
{
  static GHashTable *lists;
  static RemitWords *none;
  g_autofree char *key = g_strconcat (group, "/", name, NULL);
  const RemitWords *self;

  if (g_once_init_enter (&lists))
    {
      none = words_new (g_new0 (char *, 1));
      g_once_init_leave (&lists, load ());
    }
  self = g_hash_table_lookup (lists, key);
  return self != NULL ? self : none;
}

const char *const *
remit_words_get_all (const RemitWords *self)
{
  return (const char *const *) self->all;
}

gboolean
remit_words_have_folded (const RemitWords *self,
                         const char *folded)
{
  return g_hash_table_contains (self->folded, folded);
}

/* Whether something else stands there once it is folded, or nothing. */
static gboolean
is_folded_away (char byte)
{
  return (guchar) byte >= 0x80 || byte == '`' || byte == ' ' || g_ascii_iscntrl (byte);
}

/* Whether a combining mark begins there, which is one with the letter before it when folded. */
static gboolean
is_mark (char byte)
{
  return byte == '\xcc' || byte == '\xcd';
}

gboolean
remit_words_may_begin (const RemitWords *self,
                       const char *text)
{
  if (*text == '\0')
    return FALSE;
  if (is_folded_away (text[0]) || is_mark (text[1]))
    return TRUE;
  return self->first[(guchar) text[0]]
         && (text[1] == '\0' || is_folded_away (text[1]) || is_mark (text[2])
             || self->pairs[get_pair (text)]);
}

/* Most texts are plain: they are lowered, and nothing is allocated.
 * Returns: whether @text is one, which is in @plain then */
static gboolean
lower_plain (const char *text,
             char *plain,
             gsize size)
{
  gsize i;

  for (i = 0; i < size && text[i] != '\0'; i++)
    if ((guchar) text[i] >= 0x80 || text[i] == '`' || g_ascii_iscntrl (text[i])
        || (text[i] == ' ' && (i == 0 || text[i + 1] == ' ' || text[i + 1] == '\0')))
      return FALSE;
    else
      plain[i] = g_ascii_tolower (text[i]);
  if (i == size)
    return FALSE;
  plain[i] = '\0';
  return TRUE;
}

/* Most texts are longer than any word, or begin otherwise. */
gboolean
remit_words_have (const RemitWords *self,
                  const char *text)
{
  g_autofree char *folded = NULL;
  char plain[64];

  if (!remit_words_may_begin (self, text)
      || strnlen (text, self->longest + ROOM) == self->longest + ROOM)
    return FALSE;
  if (lower_plain (text, plain, sizeof plain))
    return remit_words_have_folded (self, plain);
  folded = remit_text_fold (text);
  return remit_words_have_folded (self, folded);
}

gsize
remit_words_match_beginning (const RemitWords *self,
                             const char *folded)
{
  GHashTableIter iter;
  gpointer word;
  gsize longest = 0;

  if (!self->first[(guchar) *folded])
    return 0;
  g_hash_table_iter_init (&iter, self->folded);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      gsize length = strlen (word);

      if (length > longest && strncmp (folded, word, length) == 0
          && !(g_unichar_isalnum (g_utf8_get_char (folded + length))
               && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char ((char *) word + length)))))
        longest = length;
    }
  return longest;
}
