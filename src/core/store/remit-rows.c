/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows: the SQL and the values of records, derived from the tables of fields. */
#include "model/remit-day.h"
#include "remit-store-private.h"

/* Statements are interned, so that a store can keep the prepared ones by their address. */
static const char *
take_interned (GString *sql)
{
  const char *interned = g_intern_string (sql->str);

  g_string_free (sql, TRUE);
  return interned;
}

const char *
remit_store_get_select (RemitKind kind,
                        const char *where)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  GString *sql = g_string_new ("SELECT t.id");

  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, ", t.\"%s\"", remit_field_get_column (&info->fields[i]));
  g_string_append_printf (sql, " FROM %s AS t %s", remit_entity_info_get_table (info),
                          where != NULL ? where : "");
  return take_interned (sql);
}

const char *
remit_rows_get_insert (RemitKind kind)
{
  static const char *cache[REMIT_N_KINDS];
  const RemitEntityInfo *info = remit_entity_info (kind);
  const char *sql = g_atomic_pointer_get (&cache[kind]);
  GString *text;

  if (sql != NULL)
    return sql;

  text = g_string_new (NULL);
  g_string_printf (text, "INSERT INTO %s (id", remit_entity_info_get_table (info));
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (text, ", \"%s\"", remit_field_get_column (&info->fields[i]));
  g_string_append (text, ") VALUES (?1");
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (text, ", ?%u", i + 2);
  g_string_append_c (text, ')');

  sql = take_interned (text);
  g_atomic_pointer_set (&cache[kind], sql);
  return sql;
}

const char *
remit_rows_get_update (RemitKind kind)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE %s SET ", remit_entity_info_get_table (info));
  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (sql, "%s\"%s\" = ?%u", i > 0 ? ", " : "",
                            remit_field_get_column (&info->fields[i]), i + 2);
  g_string_append (sql, " WHERE id = ?1");
  return take_interned (sql);
}

const char *
remit_rows_get_update_field (RemitKind kind,
                             guint field)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE %s SET \"%s\" = ?2 WHERE id = ?1",
                   remit_entity_info_get_table (info),
                   remit_field_get_column (&info->fields[field]));
  return take_interned (sql);
}

const char *
remit_rows_get_delete (RemitKind kind)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "DELETE FROM %s WHERE id = ?1",
                   remit_entity_info_get_table (remit_entity_info (kind)));
  return take_interned (sql);
}

/* The history records entities, not itself, nor what follows from them. */
static int
is_recorded (void *data G_GNUC_UNUSED,
             const char *table)
{
  return remit_entity_info_by_table (table) != NULL;
}

gboolean
remit_store_record (RemitStore *self,
                    sqlite3_session **session,
                    GError **error)
{
  int code = sqlite3session_create (remit_store_get_handle (self), "main", session);

  if (code == SQLITE_OK)
    {
      sqlite3session_table_filter (*session, is_recorded, NULL);
      code = sqlite3session_attach (*session, NULL);
    }
  if (code == SQLITE_OK)
    return TRUE;
  remit_store_set_error (self, code, NULL, error);
  g_clear_pointer (session, sqlite3session_delete);
  return FALSE;
}

static void
set_text (RemitRowValue *value,
          const char *text)
{
  value->type = SQLITE_TEXT;
  value->text = text;
}

void
remit_rows_get_value (const RemitRecord *record,
                      guint field,
                      RemitRowValue *value)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];

  value->type = SQLITE_INTEGER;
  value->integer = info->kind == REMIT_FIELD_TEXT ? 0 : remit_record_get_integer (record, field);
  switch (info->kind)
    {
    case REMIT_FIELD_TEXT:
      set_text (value, remit_record_get_text (record, field));
      break;
    case REMIT_FIELD_ENUM:
      set_text (value, info->choices[value->integer].nick);
      break;
    case REMIT_FIELD_DATE:
      if (value->integer == 0)
        value->type = SQLITE_NULL;
      else
        {
          remit_day_format (value->integer, value->day);
          set_text (value, value->day);
        }
      break;
    case REMIT_FIELD_TIME:
    case REMIT_FIELD_REFERENCE:
    case REMIT_FIELD_ORIGIN:
      if (value->integer == 0)
        value->type = SQLITE_NULL;
      break;
    case REMIT_FIELD_INTEGER:
    case REMIT_FIELD_PERCENT:
    case REMIT_FIELD_DURATION:
    case REMIT_FIELD_BOOLEAN:
    default:
      break;
    }
}

void
remit_rows_bind (sqlite3_stmt *statement,
                 int parameter,
                 const RemitRecord *record,
                 guint field)
{
  RemitRowValue value;

  remit_rows_get_value (record, field, &value);
  if (value.type == SQLITE_INTEGER)
    sqlite3_bind_int64 (statement, parameter, value.integer);
  else if (value.type == SQLITE_TEXT)
    sqlite3_bind_text (statement, parameter, value.text, -1,
                       value.text == value.day ? SQLITE_TRANSIENT : SQLITE_STATIC);
  else
    sqlite3_bind_null (statement, parameter);
}

gboolean
remit_rows_write (RemitStore *store,
                  sqlite3_stmt *statement,
                  const RemitRecord *record,
                  GError **error)
{
  guint n_fields = remit_record_get_info (record)->n_fields;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, remit_record_get_id (record));
  for (guint i = 0; i < n_fields; i++)
    remit_rows_bind (statement, (int) i + 2, record, i);
  return remit_store_run (store, statement, error);
}

void
remit_rows_read_value (RemitRecord *record,
                       guint field,
                       sqlite3_value *value)
{
  const RemitField *info = &remit_record_get_info (record)->fields[field];
  const char *text;

  switch (info->kind)
    {
    case REMIT_FIELD_TEXT:
      remit_record_set_text (record, field, (const char *) sqlite3_value_text (value));
      break;
    case REMIT_FIELD_DATE:
      text = (const char *) sqlite3_value_text (value);
      remit_record_set_integer (record, field, remit_day_parse (text));
      break;
    case REMIT_FIELD_ENUM:
      text = (const char *) sqlite3_value_text (value);
      remit_record_set_integer (record, field, MAX (0, remit_choice_find (info->choices, text)));
      break;
    case REMIT_FIELD_INTEGER:
    case REMIT_FIELD_PERCENT:
    case REMIT_FIELD_DURATION:
    case REMIT_FIELD_BOOLEAN:
    case REMIT_FIELD_TIME:
    case REMIT_FIELD_REFERENCE:
    case REMIT_FIELD_ORIGIN:
    default:
      remit_record_set_integer (record, field, sqlite3_value_int64 (value));
      break;
    }
}

void
remit_store_read (sqlite3_stmt *statement,
                  RemitRecord *record)
{
  guint n_fields = remit_record_get_info (record)->n_fields;

  remit_record_set_id (record, sqlite3_column_int64 (statement, 0));
  for (guint i = 0; i < n_fields; i++)
    remit_rows_read_value (record, i, sqlite3_column_value (statement, (int) i + 1));
}

RemitRecord *
remit_store_load (RemitStore *self,
                  RemitKind kind,
                  gint64 id,
                  GError **error)
{
  g_autoptr (RemitRecord) record = NULL;
  RemitStatement *statement;

  g_return_val_if_fail (REMIT_IS_STORE (self), NULL);

  statement = remit_store_query (self, remit_store_get_select (kind, "WHERE t.id = ?1"), id, 0,
                                 error);
  if (remit_store_step (self, statement))
    {
      record = remit_record_new (kind);
      remit_store_read (statement, record);
    }
  return remit_store_finish (self, statement, error) ? g_steal_pointer (&record) : NULL;
}

GPtrArray *
remit_store_load_all (RemitStore *self,
                      RemitKind kind,
                      const char *where,
                      gint64 id,
                      GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (
    (GDestroyNotify) remit_record_free);
  g_autoptr (RemitStatement) statement = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (self), NULL);

  statement = remit_store_query (self, remit_store_get_select (kind, where), id, 0, error);
  while (remit_store_step (self, statement))
    {
      RemitRecord *record = remit_record_new (kind);

      remit_store_read (statement, record);
      g_ptr_array_add (records, record);
    }
  return remit_store_finish (self, statement, error) ? g_steal_pointer (&records) : NULL;
}

GPtrArray *
remit_store_load_parts (RemitStore *self,
                        RemitKind kind,
                        gint64 owner,
                        GError **error)
{
  const RemitEntityInfo *info = remit_entity_info (kind);
  int field = remit_entity_info_find_owner (info);
  int rank = remit_entity_info_find_rank (info);
  g_autofree char *where = NULL;

  g_return_val_if_fail (field >= 0, NULL);

  where = g_strdup_printf ("WHERE t.\"%s\" = ?1 ORDER BY t.\"%s\", t.id",
                           remit_field_get_column (&info->fields[field]),
                           rank >= 0 ? remit_field_get_column (&info->fields[rank]) : "id");
  return remit_store_load_all (self, kind, where, owner, error);
}

GArray *
remit_store_load_ids (RemitStore *self,
                      const char *sql,
                      gint64 first,
                      GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RemitStatement) rows = NULL;

  g_return_val_if_fail (REMIT_IS_STORE (self), NULL);

  rows = remit_store_query (self, sql, first, 0, error);
  while (remit_store_step (self, rows))
    {
      gint64 id = sqlite3_column_int64 (rows, 0);

      g_array_append_val (ids, id);
    }
  return remit_store_finish (self, rows, error) ? g_steal_pointer (&ids) : NULL;
}
