/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a deletion takes along, as the tables of fields say. */
#include "remit-design-along.h"

#include "remit-design-private.h"

struct _RemitAlong
{
  RemitStore *store;
  RemitKind kind;
  char *ids; /* "[1,2]" */
  /* which rows of each kind go, as a condition on the table t; %NULL: none */
  char *conditions[REMIT_N_KINDS];
};

static char *
join_ids (const gint64 *ids,
          gsize n_ids)
{
  GString *list = g_string_new ("[");

  for (gsize i = 0; i < n_ids; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
  g_string_append_c (list, ']');
  return g_string_free (list, FALSE);
}

/* "t.slot IN (SELECT t.id FROM slot AS t WHERE …)" */
static void
add_reference (const RemitAlong *self,
               GString *condition,
               const RemitField *field)
{
  g_string_append_printf (condition, "%st.\"%s\" IN (SELECT t.id FROM %s AS t WHERE %s)",
                          condition->len > 0 ? " OR " : "", remit_field_get_column (field),
                          remit_entity_info_get_table (remit_entity_info (field->target)),
                          self->conditions[field->target]);
}

/* What has a log stays. */
static void
add_silence (GString *condition,
             const RemitEntityInfo *info)
{
  RemitKind log = remit_entity_info_get_log (info);
  const RemitEntityInfo *log_info = log != REMIT_KIND_NONE ? remit_entity_info (log) : NULL;

  if (log_info != NULL)
    g_string_append_printf (
      condition, " AND NOT EXISTS (SELECT 1 FROM %s AS l WHERE l.\"%s\" = t.id)",
      remit_entity_info_get_table (log_info),
      remit_field_get_column (&log_info->fields[remit_entity_info_find_owner (log_info)]));
}

/* @counted: only what is worth a word */
static char *
create_condition (const RemitAlong *self,
                  const RemitEntityInfo *info,
                  gboolean counted)
{
  GString *condition = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const RemitField *field = &info->fields[i];
      gboolean follows = field->flags & REMIT_FIELD_FOLLOWS;

      if (field->kind != REMIT_FIELD_REFERENCE || field->target == info->kind
          || self->conditions[field->target] == NULL
          || (!follows && !remit_field_goes_along (field))
          || (counted && info->is_detail && (field->flags & REMIT_FIELD_IMPLIED)))
        continue;
      add_reference (self, condition, field);
      if (follows)
        add_silence (condition, info);
    }
  return g_string_free (condition, condition->len == 0);
}

RemitAlong *
remit_along_new (RemitStore *store,
                 RemitKind kind,
                 const gint64 *ids,
                 gsize n_ids)
{
  RemitAlong *self = g_new0 (RemitAlong, 1);

  self->store = g_object_ref (store);
  self->kind = kind;
  self->ids = join_ids (ids, n_ids);
  self->conditions[kind] = g_strdup ("t.id IN (SELECT value FROM json_each (?1))");
  /* kinds come after those that they require */
  for (RemitKind part = kind + 1; part < REMIT_N_KINDS; part++)
    self->conditions[part] = create_condition (self, remit_entity_info (part), FALSE);
  return self;
}

void
remit_along_free (RemitAlong *self)
{
  for (RemitKind kind = 0; kind < REMIT_N_KINDS; kind++)
    g_free (self->conditions[kind]);
  g_free (self->ids);
  g_object_unref (self->store);
  g_free (self);
}

/* Returns: (nullable): rows to step through and to finish; %NULL with @error set */
static RemitStatement *
select_rows (RemitAlong *self,
             RemitKind kind,
             const char *columns,
             const char *condition,
             GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s AS t WHERE %s", columns,
                                          remit_entity_info_get_table (remit_entity_info (kind)),
                                          condition);
  RemitStatement *rows = remit_store_prepare (self->store, g_intern_string (sql), error);

  if (rows != NULL)
    remit_statement_bind_text (rows, 1, self->ids);
  return rows;
}

gboolean
remit_along_count (RemitAlong *self,
                   RemitKind kind,
                   guint *n,
                   GError **error)
{
  g_autofree char *condition = NULL;
  RemitStatement *row;

  *n = 0;
  if (kind != self->kind)
    condition = create_condition (self, remit_entity_info (kind), TRUE);
  if (condition == NULL)
    return TRUE;
  row = select_rows (self, kind, "count (*)", condition, error);
  if (remit_store_step (self->store, row))
    *n = (guint) remit_statement_get_integer (row, 0);
  return remit_store_finish (self->store, row, error);
}

/* Returns: (nullable): when such a one follows */
static char *
create_following (RemitAlong *self,
                  const RemitEntityInfo *info)
{
  GString *condition = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & REMIT_FIELD_FOLLOWS)
        && self->conditions[info->fields[i].target] != NULL)
      {
        add_reference (self, condition, &info->fields[i]);
        add_silence (condition, info);
      }
  return g_string_free (condition, condition->len == 0);
}

GArray *
remit_along_get_following (RemitAlong *self,
                           RemitKind kind,
                           GError **error)
{
  g_autofree char *condition = create_following (self, remit_entity_info (kind));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  RemitStatement *rows;

  if (condition == NULL)
    return g_steal_pointer (&ids);
  rows = select_rows (self, kind, "t.id", condition, error);
  while (remit_store_step (self->store, rows))
    {
      gint64 id = remit_statement_get_integer (rows, 0);

      g_array_append_val (ids, id);
    }
  return remit_store_finish (self->store, rows, error) ? g_steal_pointer (&ids) : NULL;
}

char *
remit_along_dup_words (RemitAlong *self,
                       GError **error)
{
  guint counts[REMIT_N_KINDS] = { 0 };

  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (!remit_along_count (self, kind, &counts[kind], error))
      return NULL;
  return remit_design_dup_counts (counts);
}
