/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats that Remit writes: one table, for the window, the command line and the tests. */
#include "remit-exporter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/book/remit-book-writer.h"
#include "exchange/calendar/remit-deadlines.h"
#include "exchange/history/remit-history-writer.h"
#include "exchange/json/remit-plan-json.h"
#include "exchange/madr/remit-madr.h"
#include "exchange/mspdi/remit-mspdi-writer.h"
#include "exchange/paper/remit-paper-pdf.h"
#include "exchange/plan/remit-plan-writer.h"
#include "exchange/report/remit-report.h"

#define FULL (1u << REMIT_AUDIENCE_FULL)
#define ALL ((1u << REMIT_N_AUDIENCES) - 1)

static const RemitExporter plan_xml = {
  .scope = REMIT_EXPORT_PLAN,
  .name = "xml",
  .label = N_ ("Plan"),
  .files = N_ ("Plans (XML)"),
  .media_type = "application/xml",
  .suffixes = { "xml" },
  .audiences = ALL,
  .titles = { N_ ("_Export Plan…"), N_ ("Export for _Stakeholders…"),
              N_ ("Export without _Names…") },
  /* Translators: the title of an audience that an organisation has made */
  .own_title = N_ ("Export for “%s”…"),
  .write = remit_plan_write,
};

static const RemitExporter plan_html = {
  .scope = REMIT_EXPORT_PLAN,
  .name = "html",
  .label = N_ ("Report, for any browser"),
  .files = N_ ("Reports (HTML)"),
  .media_type = "text/html",
  .suffixes = { "html", "htm" },
  .audiences = ALL,
  .titles = { N_ ("Export _Report…"), N_ ("Export Report for S_takeholders…"),
              N_ ("Export Report without Na_mes…") },
  .own_title = N_ ("Export Report for “%s”…"),
  .write = remit_report_write_html,
};

static const RemitExporter plan_pdf = {
  .scope = REMIT_EXPORT_PLAN,
  .name = "pdf",
  .label = N_ ("Report, for paper"),
  .files = N_ ("Documents (PDF)"),
  .media_type = "application/pdf",
  .suffixes = { "pdf" },
  .audiences = ALL,
  .titles = { N_ ("Export PD_F…"), N_ ("Export PDF for Sta_keholders…"),
              N_ ("Export PDF witho_ut Names…") },
  .own_title = N_ ("Export PDF for “%s”…"),
  .write = remit_paper_write_pdf,
};

static const RemitExporter plan_json = {
  .scope = REMIT_EXPORT_PLAN,
  .name = "json",
  .label = N_ ("Plan, for other programs"),
  .files = N_ ("Plans (JSON)"),
  .media_type = "application/json",
  .suffixes = { "json" },
  .audiences = ALL,
  .write = remit_plan_write_json,
};

static const RemitExporter plan_ics = {
  .scope = REMIT_EXPORT_PLAN,
  .name = "ics",
  .label = N_ ("Deadlines of decisions and conflicts, for calendars"),
  .files = N_ ("Calendars (ICS)"),
  .media_type = "text/calendar",
  .suffixes = { "ics" },
  .audiences = ALL,
  .titles = { N_ ("Export Dea_dlines…") },
  .write = remit_deadlines_write,
};

static const RemitExporter plan_mspdi = {
  .scope = REMIT_EXPORT_PLAN,
  .name = "mspdi",
  .label = N_ ("Project, for Microsoft Project and other planning programs"),
  .files = N_ ("Projects (MSPDI)"),
  .media_type = "application/xml",
  .suffixes = { "mspdi.xml", "xml" },
  .audiences = ALL,
  .titles = { N_ ("Export Pro_ject…") },
  .write = remit_mspdi_write,
};

static const RemitExporter plan_csv = {
  .scope = REMIT_EXPORT_PLAN,
  .name = "csv",
  .label = N_ ("Decision rights, or another table"),
  .files = N_ ("Tables (CSV)"),
  .media_type = "text/csv",
  .suffixes = { "csv" },
  .audiences = ALL,
  .tables = 1u << REMIT_EXPORT_RIGHTS,
  .is_single = TRUE,
  .titles = { N_ ("Export _Decision Rights…") },
  .write = remit_book_write_csv,
};

static const RemitExporter plan_xlsx = {
  .scope = REMIT_EXPORT_PLAN,
  .name = "xlsx",
  .label = N_ ("Workbook with a sheet for each table"),
  .files = N_ ("Workbooks (XLSX)"),
  .media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  .suffixes = { "xlsx" },
  .audiences = ALL,
  .tables = (1u << REMIT_N_EXPORT_TABLES) - 1,
  .titles = { N_ ("Export _Workbook…") },
  .write = remit_book_write_xlsx,
};

static const RemitExporter plan_madr = {
  .scope = REMIT_EXPORT_PLAN,
  .name = "madr",
  .label = N_ ("Decisions as Markdown (MADR), a folder with a file for each"),
  .files = N_ ("Decisions (Markdown)"),
  .media_type = "text/markdown",
  .suffixes = { "md", "markdown" },
  .audiences = ALL,
  .titles = { N_ ("Export De_cisions as Markdown…") },
  .mark = REMIT_MADR_MARK,
  .write = remit_madr_write,
};

/* A history has all that is confidential, since an audit trail has no gaps. */
static const RemitExporter history_csv = {
  .scope = REMIT_EXPORT_HISTORY,
  .name = "csv",
  .label = N_ ("History"),
  .files = N_ ("Tables (CSV)"),
  .media_type = "text/csv",
  .suffixes = { "csv" },
  .audiences = FULL,
  .titles = { N_ ("Export as _CSV…") },
  .write = remit_history_write_csv,
};

static const RemitExporter history_xlsx = {
  .scope = REMIT_EXPORT_HISTORY,
  .name = "xlsx",
  .label = N_ ("History"),
  .files = N_ ("Workbooks (XLSX)"),
  .media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  .suffixes = { "xlsx" },
  .audiences = FULL,
  .titles = { N_ ("Export as _Workbook…") },
  .write = remit_history_write_xlsx,
};

static const RemitExporter history_jsonl = {
  .scope = REMIT_EXPORT_HISTORY,
  .name = "jsonl",
  .label = N_ ("History"),
  .files = N_ ("JSON lines"),
  .media_type = "application/jsonl",
  .suffixes = { "jsonl", "json" },
  .audiences = FULL,
  .titles = { N_ ("Export as _JSON Lines…") },
  .write = remit_history_write_json,
};

/* The usual one of a scope is the first. */
static const RemitExporter *const exporters[] = {
  &plan_xml,  &plan_html, &plan_pdf,    &plan_json,    &plan_mspdi,
  &plan_csv,  &plan_xlsx, &plan_ics,    &plan_madr,    &history_csv,
  &history_xlsx,
  &history_jsonl, NULL,
};

const char *const remit_export_table_nicks[REMIT_N_EXPORT_TABLES + 1] = {
  [REMIT_EXPORT_PEOPLE] = "people",
  [REMIT_EXPORT_SEATS] = "seats",
  [REMIT_EXPORT_RIGHTS] = "rights",
  [REMIT_EXPORT_ASSIGNMENTS] = "assignments",
  [REMIT_EXPORT_DECISIONS] = "decisions",
  [REMIT_EXPORT_CONFLICTS] = "conflicts",
  [REMIT_EXPORT_SKILLS] = "skills",
  [REMIT_EXPORT_LEVELS] = "levels",
  [REMIT_EXPORT_SKILL_MATRIX] = "skill-matrix",
  [REMIT_EXPORT_FINDINGS] = "findings",
};

void
remit_export_step (const RemitExport *self,
                   double share)
{
  if (self->progress != NULL)
    self->progress (MIN (1, share), self->progress_data);
}

const RemitExporter *const *
remit_exporter_list (void)
{
  return exporters;
}

const RemitExporter *
remit_exporter_find (RemitExportScope scope,
                     const char *name)
{
  for (guint i = 0; exporters[i] != NULL; i++)
    if (exporters[i]->scope == scope
        && (name == NULL || g_str_equal (exporters[i]->name, name)))
      return exporters[i];
  return NULL;
}

/* Returns: how long the ending is that a path shares with a format, 0 for none */
static gsize
match_suffix (const RemitExporter *self,
              const char *path)
{
  gsize longest = 0;

  for (guint i = 0; i < REMIT_EXPORTER_N_SUFFIXES && self->suffixes[i] != NULL; i++)
    {
      gsize length = strlen (self->suffixes[i]);
      gsize n = strlen (path);

      if (n > length && path[n - length - 1] == '.' && g_str_has_suffix (path, self->suffixes[i]))
        longest = MAX (longest, length);
    }
  return longest;
}

const RemitExporter *
remit_exporter_find_for_path (RemitExportScope scope,
                              const char *path)
{
  const RemitExporter *found = NULL;
  gsize longest = 0;

  g_return_val_if_fail (path != NULL, NULL);

  for (guint i = 0; exporters[i] != NULL; i++)
    if (exporters[i]->scope == scope && match_suffix (exporters[i], path) > longest)
      {
        found = exporters[i];
        longest = match_suffix (found, path);
      }
  return found != NULL ? found : remit_exporter_find (scope, NULL);
}

gboolean
remit_exporter_knows (const RemitExporter *self,
                      RemitAudience audience)
{
  /* an organisation's own may be like any of them */
  return audience < REMIT_N_AUDIENCES ? (self->audiences >> audience & 1) != 0
                                      : self->audiences == ALL;
}

char *
remit_exporter_dup_title (const RemitExporter *self,
                          RemitAudience audience)
{
  g_autoptr (GString) title = NULL;

  if (audience < REMIT_N_AUDIENCES)
    return self->titles[audience] != NULL ? g_strdup (_ (self->titles[audience])) : NULL;
  if (self->own_title == NULL)
    return NULL;
  title = g_string_new (remit_audience_get_title (audience));
  g_string_replace (title, "_", "__", 0); /* which would be a mnemonic */
  return g_strdup_printf (_ (self->own_title), title->str);
}

static void
add_word (GString *list,
          const char *word)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", word);
}

char *
remit_exporter_dup_names (RemitExportScope scope)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; exporters[i] != NULL; i++)
    if (exporters[i]->scope == scope)
      add_word (list, exporters[i]->name);
  return g_string_free (list, FALSE);
}

char *
remit_exporter_dup_audiences (const RemitExporter *self)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < remit_audience_count (); i++)
    if (remit_exporter_knows (self, remit_audience_get_nth (i)))
      add_word (list, remit_audience_get_nick (remit_audience_get_nth (i)));
  return g_string_free (list, FALSE);
}

static gboolean
refuse_audience (const RemitExporter *self,
                 RemitAudience audience,
                 GError **error)
{
  g_autofree char *known = remit_exporter_dup_audiences (self);

  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_AUDIENCE,
               /* Translators: the names of a format and an audience, and a list of audiences */
               _ ("The format %s is not available for the audience “%s”. Available: %s"),
               self->name, remit_audience_get_nick (audience), known);
  return FALSE;
}

/* Findings say what they rest on, whoever may read that. */
static gboolean
refuse_findings (RemitAudience audience,
                 GError **error)
{
  g_set_error (error, REMIT_EXCHANGE_ERROR, REMIT_EXCHANGE_ERROR_AUDIENCE,
               /* Translators: the name of an audience */
               _ ("Findings may name confidential items and are not available for the audience "
                  "“%s”"),
               remit_audience_get_nick (audience));
  return FALSE;
}

/* Returns: whether there is anything to be written of what was asked for */
static gboolean
choose_tables (const RemitExporter *self,
               RemitExport *export,
               GError **error)
{
  guint hidden = export->audience != REMIT_AUDIENCE_FULL ? 1u << REMIT_EXPORT_FINDINGS : 0;

  if (self->tables == 0)
    return TRUE;
  if (export->tables == 0)
    export->tables = self->tables & ~hidden;
  g_return_val_if_fail (!self->is_single || (export->tables & (export->tables - 1)) == 0, FALSE);
  return (export->tables & hidden) == 0 || refuse_findings (export->audience, error);
}

gboolean
remit_exporter_fills_folder (const RemitExporter *self,
                             const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return self->mark != NULL && !g_str_equal (path, "-") && match_suffix (self, path) == 0;
}

static RemitOutput *
open_output (const RemitExporter *self,
             const RemitExport *export,
             const char *path,
             GError **error)
{
  if (remit_exporter_fills_folder (self, path))
    return remit_output_open_folder (path, self->mark, export->cancellable, error);
  return remit_output_open (path, export->cancellable, error);
}

gboolean
remit_exporter_write (const RemitExporter *self,
                      const RemitExport *export,
                      const char *path,
                      GError **error)
{
  RemitExport chosen = *export;
  RemitOutput *output;
  GError *problem = NULL;
  gboolean done;

  g_return_val_if_fail (REMIT_IS_STORE (export->store), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!remit_exporter_knows (self, export->audience))
    return refuse_audience (self, export->audience, error);
  if (!choose_tables (self, &chosen, error))
    return FALSE;
  output = open_output (self, export, path, error);
  if (output == NULL)
    return FALSE;
  done = self->write (&chosen, output, &problem);
  if (!done && g_cancellable_is_cancelled (export->cancellable))
    {
      /* whichever part of the work noticed it first */
      g_clear_error (&problem);
      g_cancellable_set_error_if_cancelled (export->cancellable, &problem);
    }
  if (problem != NULL)
    remit_output_take_error (output, problem);
  if (!remit_output_close (output, done, error))
    return FALSE;
  remit_export_step (export, 1);
  return TRUE;
}
