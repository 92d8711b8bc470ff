/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may read what, field by field: in every format, for every audience, as the tables say. */
#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/paper/remit-view-picture.h"
#include "exchange/plan/remit-plan-reader.h"
#include "exchange/remit-exporter.h"
#include "exchange/remit-plan-select.h"
#include "one-of-each.h"
#include "remit-test-pdf.h"
#include "store/history/remit-history.h"

/* A text that is found again wherever it is written. */
static char *
dup_marker (const RemitEntityInfo *info,
            guint field)
{
  return g_strdup_printf ("marker-%s-%s-end", info->name, info->fields[field].name);
}

static gboolean
is_marked (const RemitField *field)
{
  return field->kind == REMIT_FIELD_TEXT
         && !(field->flags & REMIT_FIELD_FORMED);
}

static void
mark (RemitRecord *record)
{
  const RemitEntityInfo *info = remit_record_get_info (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (is_marked (&info->fields[i]))
      {
        g_autofree char *marker = dup_marker (info, i);

        remit_record_set_text (record, i, marker);
      }
}

/* A log is only appended to: its entries are marked in one more. */
static void
mark_entity (OneOfEach *f,
             RemitKind kind)
{
  g_autoptr (RemitRecord) record = one_of_each_load (f, kind);
  gboolean is_log = remit_entity_info (kind)->is_log;
  g_autoptr (RemitEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  mark (record);
  /* a conflict is raised once */
  if (kind == REMIT_KIND_CONFLICT_EVENT)
    remit_record_set_integer (record, REMIT_CONFLICT_EVENT_KIND, REMIT_CONFLICT_EVENT_STATEMENT);
  if (is_log)
    remit_record_set_id (record, 0);
  edit = remit_edit_begin (f->store, "Mark", &error);
  g_assert_no_error (error);
  if (is_log)
    remit_edit_insert (edit, record, &error);
  else
    remit_edit_update (edit, record, &error);
  g_assert_no_error (error);
  g_assert_true (remit_edit_commit (edit, &error));
}

static void
mark_all (OneOfEach *f)
{
  FOR_EACH_KIND (kind)
  mark_entity (f, kind);
}

/* Audiences of one's own, as their files below have them. */
static gboolean
is_of_board (const RemitEntityInfo *info,
             const RemitField *field)
{
  static const RemitKind kinds[] = { REMIT_KIND_ABSENCE, REMIT_KIND_WAIVER, REMIT_KIND_COMMENT,
                                     REMIT_KIND_DECISION_EVENT, REMIT_KIND_LADDER,
                                     REMIT_KIND_RUNG };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (info->kind == kinds[i])
      return FALSE;
  if (info->kind == REMIT_KIND_PERSON && g_str_equal (field->name, "email"))
    return TRUE;
  return !(field->flags & REMIT_FIELD_CONFIDENTIAL)
         && !(info->kind == REMIT_KIND_TEAM && g_str_equal (field->name, "purpose"));
}

static gboolean
is_of_works_council (const RemitEntityInfo *info,
                     const RemitField *field)
{
  return info->kind != REMIT_KIND_WAIVER
         && !(info->kind == REMIT_KIND_PERSON && g_str_equal (field->name, "notes"));
}

static gboolean
is_of_press (const RemitEntityInfo *info,
             const RemitField *field)
{
  return !info->is_internal && info->kind != REMIT_KIND_ABSENCE
         && remit_entity_info_get_owner (info) != REMIT_KIND_CONFLICT
         && info->kind != REMIT_KIND_CONFLICT
         && !(field->flags & (REMIT_FIELD_PERSON_NAME | REMIT_FIELD_CONFIDENTIAL))
         && (!(field->flags & REMIT_FIELD_PERSONAL)
             || (info->kind == REMIT_KIND_PERSON && g_str_equal (field->name, "unit")));
}

static const struct
{
  const char *nick;
  const char *text;
  gboolean (*may_read) (const RemitEntityInfo *info,
                        const RemitField *field);
} owns[] = {
  { "board",
    "<audience xmlns='urn:remit:audience:1' name='board' title='The board'>"
    "<withhold kind='absence'/><withhold kind='decision-event'/><withhold kind='ladder'/>"
    "<withhold kind='team' field='purpose'/><give kind='person' field='email'/></audience>",
    is_of_board },
  { "council",
    "<audience xmlns='urn:remit:audience:1' name='council' title='Works council' base='full'>"
    "<withhold kind='waiver'/><withhold kind='person' field='notes'/></audience>",
    is_of_works_council },
  { "press",
    "<audience xmlns='urn:remit:audience:1' name='press' title='The press' base='anonymous'>"
    "<withhold kind='conflict'/><give kind='person' field='unit'/></audience>",
    is_of_press },
};

static gboolean
may_read (RemitAudience audience,
          const RemitEntityInfo *info,
          const RemitField *field)
{
  for (guint i = 0; audience >= REMIT_N_AUDIENCES && i < G_N_ELEMENTS (owns); i++)
    if (g_str_equal (remit_audience_get_nick (audience), owns[i].nick))
      return owns[i].may_read (info, field);
  if (audience == REMIT_AUDIENCE_ANONYMOUS
      && (info->kind == REMIT_KIND_ABSENCE
          || (field->flags & (REMIT_FIELD_PERSONAL | REMIT_FIELD_PERSON_NAME))))
    return FALSE;
  return audience == REMIT_AUDIENCE_FULL
         || (!info->is_internal && !(field->flags & REMIT_FIELD_CONFIDENTIAL));
}

static gboolean
is_in_plans (const RemitEntityInfo *info)
{
  return info->kind == REMIT_KIND_PLAN
         || remit_plan_select_all (info->kind, REMIT_AUDIENCE_FULL) != NULL;
}

/* What is in the report is in its pages, too: of them so much that a file without it is noticed. */
static void
check_pages (const GString *text,
             const RemitExporter *exporter,
             RemitAudience audience)
{
  if (!g_str_equal (exporter->name, "pdf") || text->len == 0)
    return;
  g_assert_nonnull (strstr (text->str, "marker-team-name-end"));
  g_assert_nonnull (strstr (text->str, "marker-decision-title-end"));
  g_assert_true ((strstr (text->str, "marker-person-name-end") != NULL)
                 == may_read (audience, &remit_person_info,
                              &remit_person_info.fields[REMIT_PERSON_NAME]));
}

/* Nothing is where it may not be read; and the format that has all of a plan has all that may. */
static void
check_markers (const GString *text,
               const RemitExporter *exporter,
               RemitAudience audience)
{
  gboolean has_all = exporter == remit_exporter_find (REMIT_EXPORT_PLAN, NULL)
                     || exporter == remit_exporter_find (REMIT_EXPORT_PLAN, "json");

  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          g_autofree char *marker = dup_marker (info, i);
          gboolean may = may_read (audience, info, &info->fields[i]);

          if (!is_marked (&info->fields[i]))
            continue;
          g_test_message ("%s for %s: %s", exporter->name, remit_audience_get_nick (audience),
                          marker);
          if (!may)
            g_assert_null (g_strstr_len (text->str, (gssize) text->len, marker));
          else if (has_all && is_in_plans (info))
            g_assert_nonnull (g_strstr_len (text->str, (gssize) text->len, marker));
        }
    }
}

/* Returns: (transfer full) (nullable): all files in an archive, or %NULL when it is none */
static GString *
unpack (const char *path)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  GString *text = NULL;

  archive_read_support_format_zip (archive);
  if (archive_read_open_filename (archive, path, 65536) == ARCHIVE_OK)
    while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
      {
        char buffer[4096];
        la_ssize_t length;

        if (text == NULL)
          text = g_string_new (NULL);
        while ((length = archive_read_data (archive, buffer, sizeof buffer)) > 0)
          g_string_append_len (text, buffer, length);
      }
  archive_read_free (archive);
  return text;
}

static GString *
read_exported (const char *path)
{
  GString *text = remit_test_read_pdf (path);

  if (text == NULL)
    text = unpack (path);
  if (text == NULL)
    text = remit_test_read_files (path);
  remit_test_remove (path);
  return text;
}

/* @tables: one of those of the format, or 0 for its usual ones */
static void
check_exported (OneOfEach *f,
                const RemitExporter *exporter,
                RemitAudience audience,
                guint tables)
{
  g_autofree char *path = g_build_filename (f->folder, "exported", NULL);
  RemitExport export = { .store = f->store, .plan = f->ids[REMIT_KIND_PLAN],
                         .audience = audience, .tables = tables };
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = NULL;

  if (!remit_exporter_write (exporter, &export, path, &error))
    {
      g_assert_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_AUDIENCE);
      return;
    }
  text = read_exported (path);
  check_markers (text, exporter, audience);
  check_pages (text, exporter, audience);
}

static void
test_every_field (OneOfEach *f,
                  gconstpointer data)
{
  const RemitExporter *const *exporters = remit_exporter_list ();

  mark_all (f);
  for (guint i = 0; exporters[i] != NULL; i++)
    for (RemitAudience audience = 0; audience < remit_audience_count (); audience++)
      {
        check_exported (f, exporters[i], audience, 0);
        for (guint table = 0; exporters[i]->tables != 0 && table < REMIT_N_EXPORT_TABLES; table++)
          check_exported (f, exporters[i], audience, 1u << table);
      }
}

/* Pictures, as the text that is drawn in them, and their tables. */
static void
check_picture (OneOfEach *f,
               RemitPictureSubject subject,
               RemitAudience audience)
{
  const RemitExport export = { .store = f->store, .plan = f->ids[REMIT_KIND_PLAN],
                               .audience = audience };
  g_autofree char *path = g_build_filename (f->folder, "picture.pdf", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitViewPicture) picture = remit_view_picture_new (&export, subject, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) text = NULL;
  g_autofree char *html = NULL;
  g_autofree char *lines = NULL;

  g_assert_no_error (error);
  bytes = remit_view_picture_draw (picture, REMIT_PICTURE_PDF, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  text = remit_test_read_pdf (path);
  html = remit_view_picture_dup_html (picture);
  lines = remit_view_picture_dup_text (picture);
  g_assert_nonnull (strstr (html, subject == REMIT_PICTURE_MATRIX ? "marker-decision-title-end"
                                                                  : "marker-team-name-end"));
  g_string_append_printf (text, "%s%s", html, lines);
  check_markers (text, remit_exporter_find (REMIT_EXPORT_PLAN, "pdf"), audience);
}

static void
test_pictures (OneOfEach *f,
               gconstpointer data)
{
  mark_all (f);
  for (guint i = 0; i < REMIT_N_PICTURES; i++)
    for (RemitAudience audience = 0; audience < REMIT_N_AUDIENCES; audience++)
      check_picture (f, (RemitPictureSubject) i, audience);
}

static char *
export_plan (OneOfEach *f,
             const char *path,
             RemitAudience audience)
{
  return one_of_each_export_text (f->store, f->ids[REMIT_KIND_PLAN], audience, path);
}

static void
set_visibility (OneOfEach *f,
                RemitVisibility visibility)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RemitEdit) edit = remit_edit_begin (f->store, "Hide", &error);

  g_assert_no_error (error);
  remit_edit_set_integer (edit, REMIT_KIND_CONFLICT, f->ids[REMIT_KIND_CONFLICT],
                          REMIT_CONFLICT_VISIBILITY, visibility, &error);
  g_assert_no_error (error);
  g_assert_true (remit_edit_commit (edit, &error));
}

/* ── Files that come back ─────────────────────────────────────────────────────────────────── */

static gint64
count_history (RemitStore *store)
{
  g_autofree char *hash = NULL;
  gint64 length = -1;

  g_assert_true (remit_history_get_head (store, &length, &hash, NULL));
  return length;
}

static RemitImportResult *
read_text (OneOfEach *f,
           const char *text)
{
  g_autofree char *path = g_build_filename (f->folder, "comes-back.xml", NULL);
  g_autoptr (GError) error = NULL;
  RemitImportResult *result;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  result = remit_plan_read (f->store, path, NULL, &error);
  g_assert_no_error (error);
  return result;
}

/* Reads the file, and asserts that nothing was done, of which the history has no line either. */
static void
assert_unchanged (OneOfEach *f,
                  const char *text,
                  guint n_notes)
{
  g_autofree char *before = remit_test_dump (f->store);
  gint64 length = count_history (f->store);
  g_autoptr (RemitImportResult) result = read_text (f, text);
  g_autofree char *after = remit_test_dump (f->store);

  FOR_EACH_KIND (kind)
  g_assert_cmpuint (result->added[kind] + result->changed[kind] + result->removed[kind], ==, 0);
  g_assert_cmpuint (result->n_notes, ==, n_notes);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (count_history (f->store), ==, length);
}

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  g_autoptr (GString) string = g_string_new (text);

  g_assert_cmpuint (g_string_replace (string, old, new, 1), ==, 1);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* What the reader was not given is not gone when their file comes back: nor when it does not say
 * who it is for, as files of older versions. */
static void
test_comes_back (OneOfEach *f,
                 gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "plan.xml", NULL);

  mark_all (f);
  for (RemitVisibility seen = REMIT_VISIBILITY_TEAM; seen <= REMIT_VISIBILITY_PRIVATE;
       seen++)
    {
      set_visibility (f, seen);
      for (RemitAudience audience = 0; audience < remit_audience_count (); audience++)
        {
          g_autofree char *text = export_plan (f, path, audience);
          g_autofree char *whole = g_strconcat (text, "</plan>", NULL);
          g_autofree char *attribute = remit_audience_dup_attribute (audience);
          g_autofree char *says = g_strdup_printf (" audience=\"%s\"", attribute);
          g_autofree char *older = replace (whole, says, "");

          g_test_message ("%s, visibility %d", says, (int) seen);
          assert_unchanged (f, whole, 0);
          /* which had no audience without names */
          if (audience < REMIT_AUDIENCE_ANONYMOUS)
            assert_unchanged (f, older, 0);
        }
    }
}

/* The file with an attribute in the first element of a kind. */
static char *
put_attribute (const char *text,
               const RemitEntityInfo *info,
               const char *name,
               const char *value)
{
  RemitKind owner = remit_entity_info_get_owner (info);
  g_autofree char *outer = owner != REMIT_KIND_NONE
                             ? g_strdup_printf ("<%s ", remit_entity_info (owner)->element)
                             : g_strdup ("");
  g_autofree char *start = g_strdup_printf ("<%s ", info->element);
  const char *place = strstr (strstr (text, outer), start) + strlen (start);
  g_autofree char *head = g_strndup (text, (gsize) (place - text));

  return g_strdup_printf ("%s%s=\"%s\" %s", head, name, value, place);
}

/* A file for readers outside cannot speak of what they are not given, and what it says of it is
 * noted. */
static void
test_intruding_fields (OneOfEach *f,
                       gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "plan.xml", NULL);
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;

  mark_all (f);
  text = export_plan (f, path, REMIT_AUDIENCE_STAKEHOLDER);
  whole = g_strconcat (text, "</plan>", NULL);
  FOR_EACH_KIND (kind)
    {
      const RemitEntityInfo *info = remit_entity_info (kind);

    for (guint i = 0; i < info->n_fields; i++)
      if (is_in_plans (info) && !info->is_internal && is_marked (&info->fields[i])
          && !may_read (REMIT_AUDIENCE_STAKEHOLDER, info, &info->fields[i]))
        {
          g_autofree char *intruding = put_attribute (whole, info, info->fields[i].name, "new");

          g_test_message ("%s %s", info->name, info->fields[i].name);
          assert_unchanged (f, intruding, 1);
        }
  }
}

/* Nor can it have something internal, or what has become private since. */
static void
test_intruding_rows (OneOfEach *f,
                     gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "plan.xml", NULL);
  g_autofree char *full = NULL;
  g_autofree char *pretending = NULL;
  g_autofree char *before = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  g_autofree char *after = NULL;

  mark_all (f);
  full = export_plan (f, path, REMIT_AUDIENCE_FULL);
  pretending = replace (full, "audience=\"full\"", "audience=\"stakeholder\"");
  changed = replace (pretending, "marker-comment-text-end", "never said");
  g_clear_pointer (&full, g_free);
  full = replace (changed, "marker-conflict-title-end", "never raised");
  g_clear_pointer (&full, g_free);
  full = g_strconcat (changed, "</plan>", NULL);
  set_visibility (f, REMIT_VISIBILITY_PRIVATE);

  before = remit_test_dump (f->store);
  result = read_text (f, full);
  after = remit_test_dump (f->store);
  g_assert_cmpstr (before, ==, after);
  /* the waiver, the comment and the conflict */
  g_assert_cmpuint (result->n_left_out, ==, 3);
}

/* What a file for the house does not have is gone; it can be undone. */
static void
test_emptied (OneOfEach *f,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "plan.xml", NULL);
  g_autofree char *text = NULL;
  g_autofree char *no_email = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *before = NULL;
  g_autoptr (RemitImportResult) result = NULL;
  g_autoptr (RemitRecord) person = NULL;
  char *comments;

  mark_all (f);
  text = export_plan (f, path, REMIT_AUDIENCE_FULL);
  no_email = replace (text, " email=\"marker-person-email-end\"", "");
  comments = strstr (no_email, "<comments>");
  g_assert_nonnull (comments);
  *comments = '\0';
  whole = g_strconcat (no_email, "</plan>", NULL);

  before = remit_test_dump (f->store);
  result = read_text (f, whole);
  g_assert_cmpuint (result->changed[REMIT_KIND_PERSON], ==, 1);
  g_assert_cmpuint (result->removed[REMIT_KIND_COMMENT], ==, 1);
  person = one_of_each_load (f, REMIT_KIND_PERSON);
  g_assert_cmpstr (remit_record_get_text (person, REMIT_PERSON_EMAIL), ==, "");
  remit_test_undo_and_redo (f->store, before);
}

/* ── What leads where ─────────────────────────────────────────────────────────────────────── */

/* Whether a kind is of the workspace, and is in a file only when something there leads to it. */
static gboolean
is_shared (RemitKind kind)
{
  return kind != REMIT_KIND_NONE && remit_entity_info (kind)->section != NULL
         && remit_entity_info_find_plan (remit_entity_info (kind)) < 0;
}

/* Whether it, or what it is part of, is a conflict. */
static gboolean
is_of_conflict (const RemitEntityInfo *info)
{
  return info->kind == REMIT_KIND_CONFLICT
         || remit_entity_info_get_owner (info) == REMIT_KIND_CONFLICT;
}

static gint64
add_shared (OneOfEach *f,
            RemitKind kind,
            const char *text)
{
  RemitRecord *record = remit_record_new (kind);
  const RemitEntityInfo *info = remit_entity_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (is_marked (&info->fields[i]) && (info->fields[i].flags & REMIT_FIELD_REQUIRED))
      remit_record_set_text (record, i, text);
  return remit_test_insert (f->store, record);
}

/* Adds a row like the one there is, which alone leads to @target. */
static void
add_leading (OneOfEach *f,
             const RemitEntityInfo *info,
             guint field,
             gint64 target)
{
  RemitRecord *record = one_of_each_load (f, info->kind);

  remit_record_set_id (record, 0);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == REMIT_FIELD_REFERENCE
        && !(info->fields[i].flags & REMIT_FIELD_REQUIRED))
      remit_record_set_integer (record, i, 0);
  if (info->kind == REMIT_KIND_WAIVER)
    remit_record_set_integer (record, REMIT_WAIVER_CONFLICT, f->ids[REMIT_KIND_CONFLICT]);
  if (info->kind == REMIT_KIND_OWN_RUNG)
    remit_record_set_integer (record, REMIT_OWN_RUNG_POSITION, 2 + field);
  if (info->kind == REMIT_KIND_CONFLICT_EVENT)
    remit_record_set_integer (record, REMIT_CONFLICT_EVENT_KIND, REMIT_CONFLICT_EVENT_STATEMENT);
  remit_record_set_integer (record, field, target);
  remit_test_insert (f->store, record);
}

/* Nobody is told of what only a private conflict, or something internal, leads to: for each kind
 * and each of its references something of its own, which is in the file for the house alone. */
static GPtrArray *
add_hidden (OneOfEach *f)
{
  GPtrArray *markers = g_ptr_array_new_with_free_func (g_free);

  FOR_EACH_KIND (kind)
  {
    const RemitEntityInfo *info = remit_entity_info (kind);

    for (guint i = 0; (info->is_internal || is_of_conflict (info)) && i < info->n_fields; i++)
      if (is_shared (info->fields[i].target))
        {
          char *marker = g_strdup_printf ("hidden-%s-%s", info->name, info->fields[i].name);

          add_leading (f, info, i, add_shared (f, info->fields[i].target, marker));
          g_ptr_array_add (markers, marker);
        }
  }
  return markers;
}

static void
test_reached (OneOfEach *f,
              gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "exported", NULL);
  const RemitExporter *const *exporters = remit_exporter_list ();
  g_autoptr (GPtrArray) markers = NULL;
  g_autofree char *full = NULL;

  set_visibility (f, REMIT_VISIBILITY_PRIVATE);
  markers = add_hidden (f);
  g_assert_cmpuint (markers->len, >, 5);
  full = export_plan (f, path, REMIT_AUDIENCE_FULL);
  remit_test_remove (path);
  for (guint i = 0; i < markers->len; i++)
    g_assert_nonnull (strstr (full, markers->pdata[i]));

  for (guint i = 0; exporters[i] != NULL; i++)
    {
      RemitExport export = { .store = f->store, .plan = f->ids[REMIT_KIND_PLAN],
                             .audience = REMIT_AUDIENCE_STAKEHOLDER };
      g_autoptr (GString) text = NULL;

      if (!remit_exporter_knows (exporters[i], export.audience))
        continue;
      g_assert_true (remit_exporter_write (exporters[i], &export, path, NULL));
      text = read_exported (path);
      for (guint m = 0; m < markers->len; m++)
        {
          g_test_message ("%s: %s", exporters[i]->name, (const char *) markers->pdata[m]);
          g_assert_null (g_strstr_len (text->str, (gssize) text->len, markers->pdata[m]));
        }
    }
}

/* What a reader outside is not to be told, whatever else is decided: contact, employee number,
 * judgement, health, and what somebody said in a conflict. */
static void
test_decided (void)
{
  const struct {
    RemitKind kind;
    guint field;
  } hidden[] = {
    { REMIT_KIND_PERSON, REMIT_PERSON_EMAIL },
    { REMIT_KIND_PERSON, REMIT_PERSON_EXTERNAL_ID },
    { REMIT_KIND_PERSON, REMIT_PERSON_NOTES },
    { REMIT_KIND_ABSENCE, REMIT_ABSENCE_REASON },
    { REMIT_KIND_PARTY, REMIT_PARTY_POSITION },
    { REMIT_KIND_PARTY, REMIT_PARTY_INTEREST },
    { REMIT_KIND_CONFLICT_EVENT, REMIT_CONFLICT_EVENT_TEXT },
    { REMIT_KIND_DECISION_EVENT, REMIT_DECISION_EVENT_OVERRIDE },
    { REMIT_KIND_WAIVER, REMIT_WAIVER_REASON },
    { REMIT_KIND_COMMENT, REMIT_COMMENT_TEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      const RemitEntityInfo *info = remit_entity_info (hidden[i].kind);

      g_test_message ("%s %s", info->name, info->fields[hidden[i].field].name);
      g_assert_false (may_read (REMIT_AUDIENCE_STAKEHOLDER, info, &info->fields[hidden[i].field]));
    }
}

/* A file for readers outside without what has to be there could not be read. */
static void
test_required (void)
{
  FOR_EACH_KIND (kind)
  {
    const RemitEntityInfo *info = remit_entity_info (kind);

      for (guint i = 0; i < info->n_fields; i++)
        g_assert_false ((info->fields[i].flags & REMIT_FIELD_CONFIDENTIAL)
                        && (info->fields[i].flags & REMIT_FIELD_REQUIRED));
    }
}

/* They are read when they are first asked for. */
static char *
write_owns (void)
{
  char *folder = g_dir_make_tmp ("remit-test-XXXXXX", NULL);
  g_autofree char *audiences = g_build_filename (folder, "remit", "audiences", NULL);

  g_assert_cmpint (g_mkdir_with_parents (audiences, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (owns); i++)
    {
      g_autofree char *name = g_strconcat (owns[i].nick, ".xml", NULL);
      g_autofree char *path = g_build_filename (audiences, name, NULL);

      g_assert_true (g_file_set_contents (path, owns[i].text, -1, NULL));
    }
  g_setenv ("XDG_DATA_DIRS", folder, TRUE);
  return folder;
}

int
main (int argc,
      char *argv[])
{
  char *folder = write_owns ();
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpuint (remit_audience_count (), ==, REMIT_N_AUDIENCES + G_N_ELEMENTS (owns));

  g_test_add ("/kinds/audiences/every-field", OneOfEach, NULL, one_of_each_set_up,
              test_every_field, one_of_each_tear_down);
  g_test_add ("/kinds/audiences/pictures", OneOfEach, NULL, one_of_each_set_up, test_pictures,
              one_of_each_tear_down);
  g_test_add ("/kinds/audiences/comes-back", OneOfEach, NULL, one_of_each_set_up,
              test_comes_back, one_of_each_tear_down);
  g_test_add ("/kinds/audiences/intruding-fields", OneOfEach, NULL, one_of_each_set_up,
              test_intruding_fields, one_of_each_tear_down);
  g_test_add ("/kinds/audiences/intruding-rows", OneOfEach, NULL, one_of_each_set_up,
              test_intruding_rows, one_of_each_tear_down);
  g_test_add ("/kinds/audiences/emptied", OneOfEach, NULL, one_of_each_set_up, test_emptied,
              one_of_each_tear_down);
  g_test_add ("/kinds/audiences/reached", OneOfEach, NULL, one_of_each_set_up, test_reached,
              one_of_each_tear_down);
  g_test_add_func ("/kinds/audiences/decided", test_decided);
  g_test_add_func ("/kinds/audiences/required", test_required);

  status = g_test_run ();
  remit_test_remove_folder (folder);
  return status;
}
