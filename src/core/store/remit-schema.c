/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema of a file, compared with the one that its format has. */
#include "remit-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-migrations.h"
#include "remit-store-private.h"

/* A row of sqlite_schema. */
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
  const char *text = remit_statement_get_text (row, column);

  if (text == NULL)
    return g_strdup ("");
  return strlen (text) == (gsize) sqlite3_column_bytes (row, column) ? g_strdup (text) : NULL;
}

static Object *
read_object (RemitStatement *row)
{
  Object *self = g_new0 (Object, 1);

  self->type = dup_text (row, 0);
  self->name = dup_text (row, 1);
  self->table = dup_text (row, 2);
  self->sql = dup_text (row, 3);
  if (self->type != NULL && self->name != NULL && self->table != NULL && self->sql != NULL)
    return self;
  object_free (self);
  return NULL;
}

static RemitStatement *
query_schema (RemitStore *store,
              GError **error)
{
  return remit_store_prepare (
    store, "SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY name, type", error);
}

/* Returns: (element-type Object): by name */
static GPtrArray *
read_schema (RemitStore *store,
             GError **error)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) object_free);
  g_autoptr (RemitStatement) rows = query_schema (store, error);

  while (remit_store_step (store, rows))
    {
      Object *object = read_object (rows);

      if (object == NULL)
        {
          remit_store_set_error (store, SQLITE_CORRUPT, NULL, error);
          return NULL;
        }
      g_ptr_array_add (objects, object);
    }
  return remit_store_finish (store, g_steal_pointer (&rows), error) ? g_steal_pointer (&objects)
                                                                    : NULL;
}

/* Each text goes in with its length, so that none runs into the next. */
static void
add_text (GChecksum *checksum,
          RemitStatement *row,
          int column)
{
  const guchar *text = sqlite3_column_text (row, column);
  gint32 length = GINT32_TO_LE (sqlite3_column_bytes (row, column));

  g_checksum_update (checksum, (const guchar *) &length, sizeof length);
  if (text != NULL)
    g_checksum_update (checksum, text, sqlite3_column_bytes (row, column));
}

char *
remit_schema_dup_fingerprint (RemitStore *store,
                              GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (RemitStatement) rows = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  rows = query_schema (store, error);
  while (remit_store_step (store, rows))
    for (int i = 0; i < 4; i++)
      add_text (checksum, rows, i);
  return remit_store_finish (store, g_steal_pointer (&rows), error)
           ? g_strdup (g_checksum_get_string (checksum))
           : NULL;
}

/* What the steps up to a format come to, letter by letter, so that they need not be run at each
 * opening. One that is missing or out of date costs that time, and nothing else. */
const char *
remit_schema_get_fingerprint (int format)
{
  static const char *const fingerprints[] = {
    "",
    "718e64c4c650490f501208bb53d853007aa7afdb86bca754f13a6f43e4326677",
    "44eca92d1b55c5a66c05ce671cd847fe7e00708873171c7ee5948f12c4c6300d",
    "7d93be0ebd5af94d069d580c6b4796e1671b9871300d98e097b6109bac18d4bc",
    "262379949ce200e35ea1df5d9ba38a0c116137aa9fc03e0fc127ef6ae535e9d3",
    "3c2a02c54f7da20d75e3494fe37d76a2fa9e45efdde763bec6af05be56d2405d",
    "01724dd2a347fc41e2f8d427bc614a2fb497e408432aa1064530f754ae94404f",
    "7cb9b5c277e86785933b784f80354fcd6d0733d188d5297cf4d4f6614e674733",
    "5d9ea356a47ab5a4058349daea31102d55004bcf7a9185f5500b2ae575a52ff4",
    "10a3cf2ffe751d4e53efb1981a898d7d9bff79e9b87cba185cadfef194060647",
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
  g_autofree char *sql = normalise (one->sql);
  g_autofree char *other_sql = normalise (other->sql);

  return g_str_equal (one->table, other->table) && g_str_equal (sql, other_sql);
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

  fingerprint = remit_schema_dup_fingerprint (store, error);
  if (fingerprint == NULL)
    return NULL;
  if (g_str_equal (fingerprint, remit_schema_get_fingerprint (format)))
    return g_ptr_array_new_with_free_func (g_free);
  found = read_schema (store, error);
  expected = found != NULL ? make_expected (format, error) : NULL;
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
