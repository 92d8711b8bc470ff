/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema of a file, compared with the one that its format has. */
#include "remit-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-migrations.h"
#include "remit-store-private.h"

/* A row of sqlite_schema, with its SQL in the one form in which it is compared. */
typedef struct {
  char *type;
  char *name;
  char *table;
  char *sql;
} Object;

static void
object_free (Object *self)
{
  g_free (self->type);
  g_free (self->name);
  g_free (self->table);
  g_free (self->sql);
  g_free (self);
}

/* ── One form ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || (guchar) c >= 0x80;
}

static const char *
skip_comment (const char *sql)
{
  const char *end = sql[0] == '-' ? strchr (sql, '\n') : strstr (sql + 2, "*/");

  if (end == NULL)
    return sql + strlen (sql);
  return sql[0] == '-' ? end : end + 2;
}

/* Returns: after spaces and comments */
static const char *
skip_blank (const char *sql)
{
  for (;;)
    if (g_ascii_isspace (*sql))
      sql++;
    else if (g_str_has_prefix (sql, "--") || g_str_has_prefix (sql, "/*"))
      sql = skip_comment (sql);
    else
      return sql;
}

/* Returns: after what stands in quotes, a doubled one of which is part of it */
static const char *
skip_quoted (const char *sql)
{
  char end = *sql == '[' ? ']' : *sql;

  for (sql++; *sql != '\0'; sql++)
    if (*sql == end && (end == ']' || *++sql != end))
      return end == ']' ? sql + 1 : sql;
  return sql;
}

static gboolean
is_plain_name (const char *name,
               gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!is_word (name[i]))
      return FALSE;
  return length > 0 && !g_ascii_isdigit (name[0]);
}

static void
append_lower (GString *text,
              const char *word,
              gsize length)
{
  for (gsize i = 0; i < length; i++)
    g_string_append_c (text, g_ascii_tolower (word[i]));
}

/* A name has no quotes where it needs none. */
static const char *
append_quoted (GString *text,
               const char *sql)
{
  const char *end = skip_quoted (sql);
  gsize length = (gsize) (end - sql);

  if (*sql != '\'' && length > 2 && is_plain_name (sql + 1, length - 2))
    append_lower (text, sql + 1, length - 2);
  else
    g_string_append_len (text, sql, (gssize) length);
  return end;
}

/* Words are apart by one space, and nothing else is. */
static char *
normalise (const char *sql)
{
  GString *text = g_string_sized_new (strlen (sql));

  for (sql = skip_blank (sql); *sql != '\0'; sql = skip_blank (sql))
    {
      gsize before = text->len;
      gboolean apart = before > 0 && is_word (text->str[before - 1]);

      if (strchr ("'\"`[", *sql) != NULL)
        sql = append_quoted (text, sql);
      else
        do
          g_string_append_c (text, g_ascii_tolower (*sql));
        while (is_word (*sql++) && is_word (*sql));
      if (apart && is_word (text->str[before]))
        g_string_insert_c (text, (gssize) before, ' ');
    }
  return g_string_free (text, FALSE);
}

/* ── Reading ──────────────────────────────────────────────────────────────────────────────── */

/* Returns: (transfer full) (nullable): a text that is whole, without a NUL within */
static char *
dup_text (RemitStatement *row,
          int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  if (text == NULL)
    return g_strdup ("");
  return strlen (text) == (gsize) sqlite3_column_bytes (row, column) ? g_strdup (text) : NULL;
}

static Object *
read_object (RemitStatement *row)
{
  Object *self = g_new0 (Object, 1);
  g_autofree char *sql = dup_text (row, 3);

  self->type = dup_text (row, 0);
  self->name = dup_text (row, 1);
  self->table = dup_text (row, 2);
  self->sql = sql != NULL ? normalise (sql) : NULL;
  if (self->type != NULL && self->name != NULL && self->table != NULL && self->sql != NULL)
    return self;
  object_free (self);
  return NULL;
}

/* Returns: (element-type Object): by name */
static GPtrArray *
read_schema (RemitStore *store,
             GError **error)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) object_free);
  g_autoptr (RemitStatement) rows = remit_store_prepare (
    store, "SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY name, type", error);
  g_autoptr (GError) local_error = NULL;

  while (remit_store_step (store, rows, &local_error))
    {
      Object *object = read_object (rows);

      if (object == NULL)
        {
          remit_store_set_error (store, SQLITE_CORRUPT, NULL, error);
          return NULL;
        }
      g_ptr_array_add (objects, object);
    }
  if (rows != NULL && local_error == NULL)
    return g_steal_pointer (&objects);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static char *
dup_fingerprint (GPtrArray *objects)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < objects->len; i++)
    {
      const Object *object = objects->pdata[i];
      const char *const texts[] = { object->type, object->name, object->table, object->sql };

      /* with the zero at its end, so that no text runs into the next */
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        g_checksum_update (checksum, (const guchar *) texts[j], (gssize) strlen (texts[j]) + 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

char *
remit_schema_dup_fingerprint (RemitStore *store,
                              GError **error)
{
  g_autoptr (GPtrArray) objects = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  objects = read_schema (store, error);
  return objects != NULL ? dup_fingerprint (objects) : NULL;
}

/* What the steps up to a format come to, so that they need not be run at each opening. One that is
 * missing or out of date costs that time, and nothing else. */
const char *
remit_schema_get_fingerprint (int format)
{
  static const char *const fingerprints[] = {
    "",
    "d12a57b9f5299e7aeb13750e9b47b24babb672153d578d8a27b7c57f1ae8da90",
    "b1830e2feb0a8e3e699db73f1f56684e16147e76ecf96e0c53626ab79a8e292a",
    "3b9107e02c2aee2c74b263ab9bac5183e6faa778730c03c0613ca8844a2ec591",
    "0f1b011d59892bb646b43707ed7e30646b1e58100b32e69b227d01a100df59a3",
    "d28641106f2369dde6b18f9ca16008fa894205da7cc2e8f5ad3aaa99709fbecb",
    "5b67dbecb8c1ed358be379fccea5281cd229bf9a8df0ae7d9d08be5d9c134a7b",
  };

  return format < (int) G_N_ELEMENTS (fingerprints) ? fingerprints[format] : "";
}

/* ── Comparing ────────────────────────────────────────────────────────────────────────────── */

static char *
dup_object (const Object *object)
{
  static const struct
  {
    const char *type;
    const char *words;
  } names[] = {
    { "table", N_ ("the table “%s”") },
    { "index", N_ ("the index “%s”") },
    { "trigger", N_ ("the trigger “%s”") },
    { "view", N_ ("the view “%s”") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (object->type, names[i].type))
      return g_strdup_printf (_ (names[i].words), object->name);
  return g_strdup_printf ("“%s”", object->name);
}

/* Translators: these are such as: the trigger “x” */
static char *
dup_difference (const char *words,
                const Object *object)
{
  g_autofree char *what = dup_object (object);

  return g_strdup_printf (words, what);
}

static int
compare_names (const Object *one,
               const Object *other)
{
  int order;

  if (one == NULL || other == NULL)
    return one == NULL ? 1 : -1;
  order = strcmp (one->name, other->name);
  return order != 0 ? order : strcmp (one->type, other->type);
}

static gboolean
is_same (const Object *one,
         const Object *other)
{
  return g_str_equal (one->table, other->table) && g_str_equal (one->sql, other->sql);
}

/* Both are in the order of their names. */
static GPtrArray *
compare (GPtrArray *found,
         GPtrArray *expected)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (g_free);
  guint i = 0;
  guint j = 0;

  while (i < found->len || j < expected->len)
    {
      const Object *one = i < found->len ? found->pdata[i] : NULL;
      const Object *other = j < expected->len ? expected->pdata[j] : NULL;
      int order = compare_names (one, other);

      if (order < 0)
        g_ptr_array_add (differences, dup_difference (_ ("%s has been added"), one));
      else if (order > 0)
        g_ptr_array_add (differences, dup_difference (_ ("%s is missing"), other));
      else if (!is_same (one, other))
        g_ptr_array_add (differences, dup_difference (_ ("%s has been changed"), one));
      i += order <= 0;
      j += order >= 0;
    }
  return differences;
}

static GPtrArray *
make_expected (int format,
               GError **error)
{
  g_autoptr (RemitStore) store = remit_store_open_raw ("", REMIT_STORE_CREATE, error);

  return store != NULL && remit_migrations_apply (store, 0, format, error)
           ? read_schema (store, error)
           : NULL;
}

GPtrArray *
remit_schema_list_differences (RemitStore *store,
                               int format,
                               GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) expected = NULL;
  g_autofree char *fingerprint = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  found = read_schema (store, error);
  if (found == NULL)
    return NULL;
  fingerprint = dup_fingerprint (found);
  if (g_str_equal (fingerprint, remit_schema_get_fingerprint (format)))
    return g_ptr_array_new_with_free_func (g_free);
  expected = make_expected (format, error);
  return expected != NULL ? compare (found, expected) : NULL;
}

gboolean
remit_schema_check (RemitStore *store,
                    int format,
                    GError **error)
{
  g_autoptr (GPtrArray) differences = remit_schema_list_differences (store, format, error);

  if (differences == NULL || differences->len == 0)
    return differences != NULL;
  g_set_error (error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_ALTERED,
               /* Translators: a file name, and what is wrong with it */
               _ ("“%1$s” is not as Remit made it: %2$s. It may do harm. Take a backup instead, or "
                  "copy what it holds with “remit-cli repair”."),
               remit_store_get_path (store), (const char *) differences->pdata[0]);
  return FALSE;
}
