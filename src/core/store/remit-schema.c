/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema of a file, compared with the one that its format has. */
#include "remit-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "remit-migrations.h"
#include "remit-script.h"
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

/* ── Letter by letter ─────────────────────────────────────────────────────────────────────── */

/* What stands before the SQL of a row: its length, so that none runs into the next. */
static char *
dup_head (RemitStatement *row)
{
  return g_strdup_printf ("%s\t%s\t%s\t%d\n", remit_statement_get_text (row, 0),
                          remit_statement_get_text (row, 1), remit_statement_get_text (row, 2),
                          sqlite3_column_bytes (row, 3));
}

char *
remit_schema_dup_text (RemitStore *store,
                       GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (RemitStatement) rows = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  rows = query_schema (store, error);
  while (remit_store_step (store, rows))
    {
      g_autofree char *head = dup_head (rows);

      g_string_append (text, head);
      g_string_append_len (text, (const char *) sqlite3_column_text (rows, 3),
                           sqlite3_column_bytes (rows, 3));
      g_string_append_c (text, '\n');
    }
  return remit_store_finish (store, g_steal_pointer (&rows), error)
           ? g_string_free (g_steal_pointer (&text), FALSE)
           : NULL;
}

GBytes *
remit_schema_load_newest (void)
{
  remit_migrations_get_newest (); /* registers the bundle */
  return remit_script_load ("/org/remit/store/schema.txt");
}

/* Returns: whether @rest goes on so; then it is what comes after that */
static gboolean
take (const char **rest,
      gsize *length,
      const char *text,
      gsize n)
{
  if (n > *length || memcmp (*rest, text, n) != 0)
    return FALSE;
  *rest += n;
  *length -= n;
  return TRUE;
}

static gboolean
take_column (const char **rest,
             gsize *length,
             RemitStatement *row,
             int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);
  gsize n = (gsize) sqlite3_column_bytes (row, column);

  return take (rest, length, text != NULL ? text : "", n);
}

/* Without g_strdup_printf(), which would take longer than all else. */
static gboolean
take_number (const char **rest,
             gsize *length,
             int number)
{
  char digits[16];
  char *digit = digits + sizeof digits;

  do
    *--digit = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  return take (rest, length, digit, (gsize) (digits + sizeof digits - digit));
}

static gboolean
take_row (const char **rest,
          gsize *length,
          RemitStatement *row)
{
  for (int i = 0; i < 3; i++)
    if (!take_column (rest, length, row, i) || !take (rest, length, "\t", 1))
      return FALSE;
  return take_number (rest, length, sqlite3_column_bytes (row, 3))
         && take (rest, length, "\n", 1) && take_column (rest, length, row, 3)
         && take (rest, length, "\n", 1);
}

/* What nearly every file has: then no schema need be made to compare with. */
static gboolean
is_as_written (RemitStore *store)
{
  g_autoptr (GBytes) newest = remit_schema_load_newest ();
  g_autoptr (RemitStatement) rows = query_schema (store, NULL);
  gsize length;
  const char *rest = g_bytes_get_data (newest, &length);

  while (remit_store_step (store, rows))
    if (!take_row (&rest, &length, rows))
      return FALSE;
  return length == 0 && remit_store_finish (store, g_steal_pointer (&rows), NULL);
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
        g_ptr_array_add (differences, dup_difference (_ ("%s was added"), one));
      else if (order > 0)
        g_ptr_array_add (differences, dup_difference (_ ("%s is missing"), other));
      else if (!is_same (one, other))
        g_ptr_array_add (differences, dup_difference (_ ("%s was changed"), one));
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

  g_return_val_if_fail (REMIT_IS_STORE (store), NULL);

  if (format == remit_migrations_get_newest () && is_as_written (store))
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
               _ ("“%1$s” was modified outside Remit: %2$s. The file may be harmful. Restore a "
                  "backup, or copy the data with “remit-cli repair”."),
               remit_store_get_path (store), (const char *) differences->pdata[0]);
  return FALSE;
}
