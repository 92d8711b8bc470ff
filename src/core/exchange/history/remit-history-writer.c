/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the history, or a part of it, for other programs. */
#include "remit-history-writer.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "exchange/book/remit-book-sink.h"
#include "exchange/csv/remit-csv-line.h"
#include "model/remit-day.h"
#include "model/remit-id.h"
#include "store/history/remit-history-chain.h"
#include "store/history/remit-history-words.h"

#define PAGE 1000
/* Of what an entry changed, so much is put in words. */
#define MAX_LINES 100
/* More than this a cell of a workbook does not take, in characters that may count twice. */
#define MAX_CELL 16000

typedef struct _Writer Writer;

struct _Writer {
  RemitStore *store;
  RemitOutput *output;
  RemitCsvLine *csv;
  GString *line;
  RemitBookSink *sink;
  GHashTable *plans; /* their names, by id */
  gboolean (*write_entry) (Writer *self,
                           RemitHistoryEntry *entry,
                           GPtrArray *changes,
                           const char *hash,
                           GError **error);
};

static void
format_id (gint64 id,
           char buffer[17])
{
  buffer[0] = '\0';
  if (id != 0)
    remit_id_format (id, buffer);
}

/* ── CSV ──────────────────────────────────────────────────────────────────────────────────── */

static gboolean
write_header (Writer *self)
{
  static const char *const headers[] = { N_ ("No."), N_ ("When"), N_ ("Who"),
                                         N_ ("What"), N_ ("Changes"), N_ ("Operation"),
                                         N_ ("Takes back"), N_ ("Plan"), N_ ("Hash") };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    remit_csv_line_add (self->csv, _ (headers[i]));
  return remit_csv_line_begin (self->csv) && remit_csv_line_end (self->csv);
}

static char *
dup_changes (Writer *self,
             GPtrArray *changes)
{
  g_autoptr (GPtrArray) lines = remit_history_get_lines (self->store, changes, MAX_LINES);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *sentence = remit_history_line_dup_sentence (lines->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", sentence);
    }
  if (changes->len > lines->len)
    g_string_append_printf (
      text, ngettext ("; and %'u more", "; and %'u more", changes->len - lines->len),
      changes->len - lines->len);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
write_csv (Writer *self,
           RemitHistoryEntry *entry,
           GPtrArray *changes,
           const char *hash,
           GError **error G_GNUC_UNUSED)
{
  g_autofree char *time = remit_time_format (entry->at);
  g_autofree char *sentence = remit_history_entry_dup_sentence (entry);
  g_autofree char *words = dup_changes (self, changes);
  char plan[17];

  format_id (entry->plan, plan);
  remit_csv_line_add_integer (self->csv, entry->seq);
  remit_csv_line_add (self->csv, time);
  remit_csv_line_add (self->csv, entry->actor);
  remit_csv_line_add (self->csv, sentence);
  remit_csv_line_add (self->csv, words);
  remit_csv_line_add (self->csv, remit_history_op_nicks[entry->op]);
  remit_csv_line_add_integer (self->csv, entry->target);
  remit_csv_line_add (self->csv, plan);
  remit_csv_line_add (self->csv, hash);
  return remit_csv_line_end (self->csv);
}

/* ── Workbooks ────────────────────────────────────────────────────────────────────────────── */

static void
begin_sheet (Writer *self)
{
  gboolean keys = self->sink->export->has_ids;

  remit_book_sink_begin_table (self->sink, _ ("History"), 1);
  remit_book_sink_add_column (self->sink, REMIT_BOOK_NUMBER, _ ("No."));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_TIME, _ ("When"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_TEXT, _ ("Who"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_LINES, _ ("What"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_LINES, _ ("Changes"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_NUMBER, _ ("Takes back"));
  remit_book_sink_add_column (self->sink, REMIT_BOOK_TEXT, _ ("Plan"));
  if (keys)
    remit_book_sink_add_column (self->sink, REMIT_BOOK_KEY, _ ("Remit ID of the plan"));
  if (keys)
    remit_book_sink_add_column (self->sink, REMIT_BOOK_KEY, _ ("Hash"));
}

/* Returns: (nullable): what a plan is called, nothing for one that is gone; %NULL with @error
 * set */
static const char *
find_plan (Writer *self,
           gint64 plan,
           GError **error)
{
  char *name = g_hash_table_lookup (self->plans, &plan);
  RemitStatement *rows;

  if (name != NULL || plan == 0)
    return name != NULL ? name : "";
  rows = remit_store_query (self->store, "SELECT name FROM plan WHERE id = ?1", plan, 0, error);
  name = g_strdup (remit_store_step (self->store, rows) ? remit_statement_get_text (rows, 0) : "");
  g_hash_table_insert (self->plans, g_memdup2 (&plan, sizeof plan), name);
  return remit_store_finish (self->store, rows, error) ? name : NULL;
}

/* What does not fit into a cell is in the other formats. */
static char *
take_cell (char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_CELL)
    return text;
  start = g_utf8_substring (text, 0, MAX_CELL);
  g_free (text);
  /* Translators: the start of a long text in a workbook */
  return g_strdup_printf (_ ("%s… (shortened; CSV has all)"), start);
}

static gboolean
write_row (Writer *self,
           RemitHistoryEntry *entry,
           GPtrArray *changes,
           const char *hash,
           GError **error)
{
  g_autofree char *sentence = take_cell (remit_history_entry_dup_sentence (entry));
  g_autofree char *words = take_cell (dup_changes (self, changes));
  const char *name = find_plan (self, entry->plan, error);
  char plan[17];

  if (name == NULL)
    return FALSE;
  remit_book_sink_add_integer (self->sink, entry->seq);
  remit_book_sink_add_some (self->sink, entry->at);
  remit_book_sink_add_text (self->sink, entry->actor);
  remit_book_sink_add_text (self->sink, sentence);
  remit_book_sink_add_text (self->sink, words);
  remit_book_sink_add_some (self->sink, entry->target);
  remit_book_sink_add_text (self->sink, name);
  format_id (entry->plan, plan);
  if (self->sink->export->has_ids)
    remit_book_sink_add_text (self->sink, plan);
  if (self->sink->export->has_ids)
    remit_book_sink_add_text (self->sink, hash);
  return remit_book_sink_end_row (self->sink, error);
}

/* ── JSON ─────────────────────────────────────────────────────────────────────────────────── */

static void
add_text (JsonBuilder *json,
          const char *name,
          const char *text)
{
  json_builder_set_member_name (json, name);
  if (*text != '\0')
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

static void
add_integer (JsonBuilder *json,
             const char *name,
             gint64 integer)
{
  json_builder_set_member_name (json, name);
  if (integer != 0)
    json_builder_add_int_value (json, integer);
  else
    json_builder_add_null_value (json);
}

static void
add_value (JsonBuilder *json,
           const RemitRecord *record,
           guint field)
{
  g_autofree char *value = record != NULL ? remit_record_format (record, field) : NULL;

  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

static void
add_change (JsonBuilder *json,
            const RemitChange *change)
{
  static const char *const ops[] = { "added", "changed", "removed" };
  const RemitEntityInfo *info = remit_entity_info (change->kind);
  char id[17];

  remit_id_format (change->id, id);
  json_builder_begin_object (json);
  add_text (json, "op", ops[change->op]);
  add_text (json, "kind", info->name);
  add_text (json, "id", id);
  json_builder_set_member_name (json, "fields");
  json_builder_begin_object (json);
  for (guint i = 0; i < info->n_fields; i++)
    {
      if (change->op == REMIT_CHANGE_CHANGED && !(change->fields >> i & 1))
        continue;
      json_builder_set_member_name (json, info->fields[i].name);
      json_builder_begin_array (json);
      add_value (json, change->old, i);
      add_value (json, change->new, i);
      json_builder_end_array (json);
    }
  json_builder_end_object (json);
  json_builder_end_object (json);
}

static gboolean
write_json (Writer *self,
            RemitHistoryEntry *entry,
            GPtrArray *changes,
            const char *hash,
            GError **error G_GNUC_UNUSED)
{
  g_autofree char *time = remit_time_format (entry->at);
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  char plan[17];

  format_id (entry->plan, plan);
  json_builder_begin_object (json);
  add_integer (json, "seq", entry->seq);
  add_text (json, "time", time);
  add_text (json, "actor", entry->actor);
  add_text (json, "op", remit_history_op_nicks[entry->op]);
  add_text (json, "label", entry->label);
  add_integer (json, "target", entry->target);
  add_text (json, "plan", plan);
  add_text (json, "hash", hash);
  json_builder_set_member_name (json, "changes");
  json_builder_begin_array (json);
  for (guint i = 0; i < changes->len; i++)
    add_change (json, changes->pdata[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  text = json_to_string (root, FALSE);
  g_string_append_printf (self->line, "%s\n", text);
  if (!remit_output_write (self->output, self->line->str, self->line->len))
    return FALSE;
  g_string_truncate (self->line, 0);
  return TRUE;
}

/* ── All ──────────────────────────────────────────────────────────────────────────────────── */

/* Returns: (transfer full) (element-type gint64): the numbers of what is wanted, newest first */
static GArray *
find (RemitStore *store,
      const RemitHistoryFilter *filter,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (RemitHistorySearch) search = remit_history_search_new (store, filter);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (!remit_history_search_is_complete (search))
    {
      g_autoptr (GPtrArray) page = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      page = remit_history_search_next (search, PAGE, error);
      if (page == NULL)
        return NULL;
      for (guint i = 0; i < page->len; i++)
        {
          gint64 seq = ((RemitHistoryEntry *) page->pdata[i])->seq;

          g_array_append_val (found, seq);
        }
    }
  return g_steal_pointer (&found);
}

static gboolean
write_entry (Writer *self,
             gint64 seq,
             GError **error)
{
  g_autoptr (RemitHistoryEntry) entry = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *hash = NULL;

  if (!remit_history_find_entry (self->store, seq, &entry, error))
    return FALSE;
  if (entry == NULL)
    return TRUE;
  changes = remit_history_get_changes (self->store, seq, error);
  hash = changes != NULL ? remit_history_dup_hash (self->store, seq, error) : NULL;
  if (hash == NULL)
    return FALSE;
  return self->write_entry (self, entry, changes, hash, error);
}

static gboolean
write_all (Writer *self,
           const RemitExport *export,
           GError **error)
{
  g_autoptr (GArray) found = find (export->store, export->filter, export->cancellable, error);

  if (found == NULL)
    return FALSE;
  for (guint i = found->len; i > 0; i--)
    {
      if (g_cancellable_set_error_if_cancelled (export->cancellable, error)
          || !write_entry (self, g_array_index (found, gint64, i - 1), error))
        return FALSE;
      if (i % PAGE == 0)
        remit_export_step (export, 1 - (double) i / found->len);
    }
  return TRUE;
}

gboolean
remit_history_write_csv (const RemitExport *export,
                         RemitOutput *output,
                         GError **error)
{
  g_autoptr (RemitCsvLine) csv = remit_csv_line_new (output, &export->csv);
  Writer self = { .store = export->store, .output = output, .csv = csv, .write_entry = write_csv };

  return write_header (&self) && write_all (&self, export, error);
}

gboolean
remit_history_write_json (const RemitExport *export,
                          RemitOutput *output,
                          GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  Writer self = { .store = export->store, .output = output, .line = line,
                  .write_entry = write_json };

  return write_all (&self, export, error);
}

gboolean
remit_history_write_xlsx (const RemitExport *export,
                          RemitOutput *output,
                          GError **error)
{
  g_autoptr (RemitBookSink) sink = remit_book_xlsx_new (export, output, _ ("History"), error);
  g_autoptr (GHashTable) plans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        g_free);
  Writer self = { .store = export->store, .output = output, .sink = sink, .plans = plans,
                  .write_entry = write_row };

  if (sink == NULL)
    return FALSE;
  begin_sheet (&self);
  return remit_book_sink_begin_rows (sink, error) && write_all (&self, export, error)
         && remit_book_sink_end_table (sink, error) && remit_book_sink_finish (sink, error);
}
