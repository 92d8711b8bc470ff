/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a plan as XML, as a stream from the rows of the workspace to the file. */
#define G_LOG_DOMAIN "remit-exchange"

#include "config.h"

#include "remit-plan-writer.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>

#include "exchange/remit-output.h"
#include "model/remit-id.h"
#include "remit-plan-element.h"
#include "store/history/remit-history.h"

/* The conflicts of the plan that the audience may read of; ?2: whether it is the whole house. */
#define SEEN "t.plan = ?1 AND (?2 OR t.visibility = 'team')"

/* The people in the plan's slots, decisions, conflicts and waivers, and their managers up to the
 * top: a file in which somebody's manager is missing would take the manager away from whoever
 * imports it. */
#define PEOPLE_OF_PLAN                                                                             \
  "(WITH RECURSIVE wanted (id) AS (SELECT person FROM assignment WHERE plan = ?1"                  \
  "   UNION SELECT person FROM right WHERE plan = ?1 AND person IS NOT NULL"                       \
  "   UNION SELECT person FROM decision_event WHERE plan = ?1 AND person IS NOT NULL"              \
  "   UNION SELECT person FROM waiver WHERE plan = ?1 AND person IS NOT NULL"                      \
  "   UNION SELECT person FROM rung WHERE plan = ?1 AND person IS NOT NULL"                        \
  "   UNION SELECT person FROM conflict AS t WHERE " SEEN " AND person IS NOT NULL"                \
  "   UNION SELECT owner FROM conflict AS t WHERE " SEEN " AND owner IS NOT NULL"                  \
  "   UNION SELECT p.person FROM party AS p JOIN conflict AS t ON t.id = p.conflict"               \
  "   WHERE " SEEN " AND p.person IS NOT NULL"                                                     \
  "   UNION SELECT p.person FROM own_rung AS p JOIN conflict AS t ON t.id = p.conflict"            \
  "   WHERE " SEEN " AND p.person IS NOT NULL"                                                     \
  "   UNION SELECT p.person FROM conflict_event AS p JOIN conflict AS t ON t.id = p.conflict"      \
  "   WHERE " SEEN " AND p.person IS NOT NULL"                                                     \
  "   UNION SELECT p.manager FROM wanted JOIN person AS p ON p.id = wanted.id"                     \
  "   WHERE p.manager IS NOT NULL)"                                                                \
  " SELECT id FROM wanted)"

/* Which rows, and in which order, so that equal plans give equal bytes. */
static const char *const wheres[REMIT_N_KINDS] = {
  [REMIT_KIND_SKILL] = "WHERE t.id IN (SELECT skill FROM slot_need WHERE plan = ?1"
                       "   UNION ALL SELECT skill FROM waiver WHERE plan = ?1)"
                       " OR EXISTS (SELECT 1 FROM person_skill AS s WHERE s.skill = t.id"
                       "   AND s.person IN " PEOPLE_OF_PLAN ") ORDER BY t.id",
  [REMIT_KIND_ROLE] = "WHERE t.id IN (SELECT role FROM slot WHERE plan = ?1"
                      "   UNION ALL SELECT role FROM right WHERE plan = ?1"
                      "   UNION ALL SELECT role FROM rung WHERE plan = ?1"
                      "   UNION ALL SELECT r.role FROM own_rung AS r"
                      "     JOIN conflict AS t ON t.id = r.conflict WHERE " SEEN
                      "   UNION ALL SELECT role FROM waiver WHERE plan = ?1) ORDER BY t.id",
  [REMIT_KIND_PERSON] = "WHERE t.id IN " PEOPLE_OF_PLAN " ORDER BY t.id",
  [REMIT_KIND_PERSON_SKILL] = "WHERE t.person = ?1 ORDER BY t.skill",
  [REMIT_KIND_ABSENCE] = "WHERE t.person = ?1 ORDER BY t.\"from\", t.\"until\", t.reason, t.id",
  [REMIT_KIND_PLAN] = "WHERE t.id = ?1",
  [REMIT_KIND_TEAM] = "WHERE t.plan = ?1 ORDER BY t.position, t.id",
  [REMIT_KIND_SLOT] = "WHERE t.team = ?1 ORDER BY t.position, t.id",
  [REMIT_KIND_SLOT_NEED] = "WHERE t.slot = ?1 ORDER BY t.skill",
  [REMIT_KIND_ASSIGNMENT] = "WHERE t.slot = ?1 ORDER BY t.id",
  [REMIT_KIND_DECISION] = "WHERE t.plan = ?1 ORDER BY t.position, t.id",
  [REMIT_KIND_RIGHT] = "WHERE t.decision = ?1 ORDER BY t.slot, t.role, t.person, t.letter",
  [REMIT_KIND_DECISION_EVENT] = "WHERE t.decision = ?1 ORDER BY t.at, t.id",
  [REMIT_KIND_LADDER] = "WHERE t.plan = ?1 ORDER BY t.position, t.id",
  [REMIT_KIND_RUNG] = "WHERE t.ladder = ?1 ORDER BY t.position, t.id",
  [REMIT_KIND_CONFLICT] = "WHERE " SEEN " ORDER BY t.raised, t.id",
  [REMIT_KIND_INVOLVEMENT] = "WHERE t.conflict = ?1 ORDER BY t.id",
  [REMIT_KIND_PARTY] = "WHERE t.conflict = ?1 ORDER BY t.id",
  [REMIT_KIND_OWN_RUNG] = "WHERE t.conflict = ?1 ORDER BY t.position, t.id",
  [REMIT_KIND_CONFLICT_EVENT] = "WHERE t.conflict = ?1 ORDER BY t.at, t.id",
  /* a waiver about a conflict that is left out is left out with it */
  [REMIT_KIND_WAIVER] = "WHERE t.plan = ?1 AND (?2 OR t.conflict IS NULL OR EXISTS (SELECT 1"
                        "   FROM conflict AS c WHERE c.id = t.conflict AND c.visibility = 'team'))"
                        " ORDER BY t.id",
};

typedef struct {
  RemitStore *store;
  RemitAudience audience;
  RemitOutput *output;
  xmlTextWriter *xml;
  const char *selects[REMIT_N_KINDS];
  RemitRecord *records[REMIT_N_KINDS];
  GString *text;

  RemitProgress progress;
  gpointer progress_data;
  gint64 n_rows;
  gint64 n_written;

  GError *error;
} Writer;

static int
write_bytes (void *data,
             const char *bytes,
             int length)
{
  Writer *self = data;

  if (self->error != NULL || !remit_output_write (self->output, bytes, (gsize) length))
    return -1;
  return length;
}

/* Files, and texts typed into a window, may hold characters that XML does not have. */
static gboolean
is_xml_character (gunichar c)
{
  return c >= 0x20 ? c != 0xfffe && c != 0xffff : c == '\t' || c == '\n' || c == '\r';
}

static const char *
to_xml_text (Writer *self,
             const char *text)
{
  const char *p = text;

  while (*p != '\0' && is_xml_character (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p == '\0')
    return text;

  g_string_truncate (self->text, 0);
  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (self->text, is_xml_character (c) ? c : 0xfffd);
    }
  return self->text->str;
}

static void
write_attribute (Writer *self,
                 const char *name,
                 const char *value)
{
  xmlTextWriterWriteAttribute (self->xml, BAD_CAST name, BAD_CAST value);
}

static void
write_id (Writer *self,
          const char *name,
          gint64 id)
{
  char buffer[17];

  remit_id_format (id, buffer);
  write_attribute (self, name, buffer);
}

static gboolean
leaves_the_house (Writer *self,
                  const RemitField *field)
{
  if (field->flags & REMIT_FIELD_IMPLIED)
    return FALSE;
  return self->audience == REMIT_AUDIENCE_FULL || !(field->flags & REMIT_FIELD_CONFIDENTIAL);
}

/* Numbers, choices and yes or no are always written, so that a tool that has not read the schema
 * need not know the defaults; what is empty is left out. */
static void
write_field (Writer *self,
             const RemitRecord *record,
             guint i)
{
  const RemitField *field = &remit_record_get_info (record)->fields[i];

  switch (field->kind)
    {
    case REMIT_FIELD_TEXT:
      if (*remit_record_get_text (record, i) != '\0')
        write_attribute (self, field->name, to_xml_text (self, remit_record_get_text (record, i)));
      break;
    case REMIT_FIELD_REFERENCE:
      if (remit_record_get_integer (record, i) != 0)
        write_id (self, field->name, remit_record_get_integer (record, i));
      break;
    case REMIT_FIELD_DATE:
    case REMIT_FIELD_TIME:
      if (remit_record_get_integer (record, i) == 0)
        break;
      G_GNUC_FALLTHROUGH;
    case REMIT_FIELD_INTEGER:
    case REMIT_FIELD_PERCENT:
    case REMIT_FIELD_DURATION:
    case REMIT_FIELD_BOOLEAN:
    case REMIT_FIELD_ENUM:
    default:
      {
        g_autofree char *value = remit_record_format (record, i);

        write_attribute (self, field->name, value);
      }
    }
}

static void
start_element (Writer *self,
               const RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  xmlTextWriterStartElement (self->xml, BAD_CAST info->element);
  if (info->kind == REMIT_KIND_PLAN)
    {
      write_attribute (self, "xmlns", REMIT_PLAN_NAMESPACE);
      write_attribute (self, "format", REMIT_PLAN_FORMAT);
    }
  if (remit_entity_info_has_id (info))
    write_id (self, "id", remit_record_get_id (record));
  for (guint i = 0; i < info->n_fields; i++)
    if (leaves_the_house (self, &info->fields[i]))
      write_field (self, record, i);
}

static void
report_progress (Writer *self)
{
  self->n_written++;
  if (self->progress != NULL && self->n_written % 512 == 0)
    self->progress (MIN (1.0, (double) self->n_written / (double) MAX (1, self->n_rows)),
                    self->progress_data);
}

static gboolean write_rows (Writer *self,
                            RemitKind kind,
                            gint64 parent);

static gboolean
write_row (Writer *self,
           const RemitRecord *record)
{
  RemitKind kind = remit_record_get_kind (record);

  start_element (self, record);
  for (RemitKind part = kind + 1; part < REMIT_N_KINDS; part++)
    if (remit_entity_info_get_owner (remit_entity_info (part)) == kind
        && !write_rows (self, part, remit_record_get_id (record)))
      return FALSE;
  xmlTextWriterEndElement (self->xml);
  report_progress (self);

  return self->error == NULL;
}

static gboolean
write_rows (Writer *self,
            RemitKind kind,
            gint64 parent)
{
  g_autoptr (RemitStatement) rows = NULL;

  rows = remit_store_prepare (self->store, self->selects[kind], &self->error);
  if (rows == NULL)
    return FALSE;

  remit_statement_bind_integer (rows, 1, parent);
  remit_statement_bind_integer (rows, 2, self->audience == REMIT_AUDIENCE_FULL);
  while (remit_store_step (self->store, rows, &self->error))
    {
      remit_store_read (rows, self->records[kind]);
      if (!write_row (self, self->records[kind]))
        return FALSE;
    }
  return self->error == NULL;
}

static gboolean
write_section (Writer *self,
               RemitKind kind,
               gint64 plan)
{
  xmlTextWriterStartElement (self->xml, BAD_CAST remit_entity_info (kind)->section);
  if (!write_rows (self, kind, plan))
    return FALSE;
  xmlTextWriterEndElement (self->xml);
  return TRUE;
}

static gboolean
write_history (Writer *self)
{
  g_autofree char *hash = NULL;
  gint64 length;

  if (!remit_history_get_head (self->store, &length, &hash, &self->error))
    return FALSE;

  xmlTextWriterStartElement (self->xml, BAD_CAST "history");
  xmlTextWriterWriteFormatAttribute (self->xml, BAD_CAST "length", "%" G_GINT64_FORMAT, length);
  write_attribute (self, "head", hash);
  xmlTextWriterEndElement (self->xml);
  return TRUE;
}

static gboolean
load_plan (Writer *self,
           gint64 plan)
{
  g_autoptr (RemitRecord) record = NULL;

  record = remit_store_load (self->store, REMIT_KIND_PLAN, plan, &self->error);
  if (record == NULL && self->error == NULL)
    g_set_error_literal (&self->error, REMIT_STORE_ERROR, REMIT_STORE_ERROR_NOT_FOUND,
                         _ ("The plan is no longer there; somebody has deleted it"));
  if (record == NULL)
    return FALSE;

  start_element (self, record);
  return TRUE;
}

static gboolean
write_plan (Writer *self,
            gint64 plan)
{
  xmlTextWriterSetIndent (self->xml, 1);
  xmlTextWriterSetIndentString (self->xml, BAD_CAST "  ");
  xmlTextWriterStartDocument (self->xml, NULL, "UTF-8", NULL);

  if (!load_plan (self, plan))
    return FALSE;
  for (RemitKind kind = REMIT_KIND_NONE + 1; kind < REMIT_N_KINDS; kind++)
    if (remit_entity_info (kind)->section != NULL && !write_section (self, kind, plan))
      return FALSE;
  if (!write_history (self))
    return FALSE;

  xmlTextWriterEndDocument (self->xml);
  return xmlTextWriterFlush (self->xml) >= 0 && self->error == NULL;
}

static gint64
count_rows (Writer *self,
            gint64 plan)
{
  static const char sql[] =
    "SELECT (SELECT count (*) FROM assignment WHERE plan = ?1)"
    " + (SELECT count (*) FROM slot WHERE plan = ?1)"
    " + (SELECT count (*) FROM slot_need WHERE plan = ?1)"
    " + (SELECT count (*) FROM decision WHERE plan = ?1)"
    " + (SELECT count (*) FROM right WHERE plan = ?1)"
    " + (SELECT count (*) FROM decision_event WHERE plan = ?1)"
    " + (SELECT count (*) FROM conflict WHERE plan = ?1)"
    " + (SELECT count (*) FROM conflict_event WHERE plan = ?1)"
    " + (SELECT count (*) FROM person_skill) + (SELECT count (*) FROM person)";
  g_autoptr (RemitStatement) statement = remit_store_prepare (self->store, sql, NULL);

  if (statement == NULL)
    return 0;
  remit_statement_bind_integer (statement, 1, plan);
  return remit_store_step (self->store, statement, NULL)
           ? remit_statement_get_integer (statement, 0)
           : 0;
}

/* Everything that the file says is of one moment, whoever else writes meanwhile. */
static gboolean
write_snapshot (Writer *self,
                gint64 plan)
{
  gboolean done;

  if (!remit_store_begin_read (self->store, _ ("Exporting"), &self->error))
    return FALSE;
  self->n_rows = self->progress != NULL ? count_rows (self, plan) : 0;
  done = write_plan (self, plan);
  remit_store_end_read (self->store);
  return done;
}

static void
writer_open (Writer *self)
{
  for (RemitKind kind = REMIT_KIND_SKILL; kind < REMIT_N_KINDS; kind++)
    {
      self->selects[kind] = remit_store_get_select (kind, wheres[kind]);
      self->records[kind] = remit_record_new (kind);
    }
  self->text = g_string_new (NULL);
  self->xml = xmlNewTextWriter (xmlOutputBufferCreateIO (write_bytes, NULL, self, NULL));
}

static void
writer_close (Writer *self)
{
  for (RemitKind kind = REMIT_KIND_SKILL; kind < REMIT_N_KINDS; kind++)
    remit_record_free (self->records[kind]);
  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->xml, xmlFreeTextWriter);
}

static void
ignore_error (void *data G_GNUC_UNUSED,
              void *error G_GNUC_UNUSED)
{
}

/* What libxml2 would print of a stream that cannot be written, the stream's own error says
 * better. */
static gboolean
write_quietly (Writer *self,
               gint64 plan)
{
  xmlStructuredErrorFunc before = xmlStructuredError;
  void *before_data = xmlStructuredErrorContext;
  gboolean done;

  xmlSetStructuredErrorFunc (NULL, (xmlStructuredErrorFunc) (void (*) (void)) ignore_error);
  writer_open (self);
  done = write_snapshot (self, plan);
  writer_close (self);
  xmlSetStructuredErrorFunc (before_data, before);
  return done;
}

gboolean
remit_plan_write (RemitStore *store,
                  gint64 plan,
                  RemitAudience audience,
                  const char *path,
                  GCancellable *cancellable,
                  RemitProgress progress,
                  gpointer progress_data,
                  GError **error)
{
  Writer self = { .store = store, .audience = audience, .progress = progress,
                  .progress_data = progress_data };
  gboolean done;

  g_return_val_if_fail (REMIT_IS_STORE (store), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  self.output = remit_output_open (path, cancellable, error);
  if (self.output == NULL)
    return FALSE;

  done = write_quietly (&self, plan);
  if (self.error != NULL)
    remit_output_take_error (self.output, self.error);
  if (!remit_output_close (self.output, done, error))
    return FALSE;
  if (progress != NULL)
    progress (1.0, progress_data);
  return TRUE;
}
