/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats that Remit writes: one table, for the window, the command line and the tests. */
#pragma once

#include "exchange/csv/remit-csv-line.h"
#include "exchange/paper/remit-paper-size.h"
#include "exchange/signature/remit-signing-key.h"
#include "store/history/remit-history-search.h"

/** The tables of a plan. */
typedef enum {
  REMIT_EXPORT_PEOPLE,
  REMIT_EXPORT_SEATS,
  REMIT_EXPORT_RIGHTS,
  REMIT_EXPORT_ASSIGNMENTS,
  REMIT_EXPORT_DECISIONS,
  REMIT_EXPORT_CONFLICTS,
  REMIT_EXPORT_SKILLS,
  REMIT_EXPORT_LEVELS,
  REMIT_EXPORT_SKILL_MATRIX,
  REMIT_EXPORT_FINDINGS,
  REMIT_N_EXPORT_TABLES
} RemitExportTable;

/** Their names on the command line, ending with %NULL. */
extern const char *const remit_export_table_nicks[REMIT_N_EXPORT_TABLES + 1];

/**
 * RemitExport:
 * @plan: for what is of a plan
 * @filter: (nullable): for the history, which entries
 * @tables: a bit for each table that is written; 0 for the usual ones of the format
 * @csv: how CSV is written
 * @stylesheet: (nullable): for a report, the name of its style sheet, %NULL for the usual one; for
 *   a plan in XML, the name of the one beside it with which a browser shows it, %NULL for none
 * @key: (nullable): for a plan in XML, with what it is signed
 * @has_ids: whether tables have columns of what Remit knows their rows by
 * @paper: for a report as PDF
 *
 * What is to be written, for whom, and how one follows it.
 */
typedef struct {
  RemitStore *store;
  gint64 plan;
  const RemitHistoryFilter *filter;
  RemitAudience audience;
  GCancellable *cancellable;
  RemitProgress progress;
  gpointer progress_data;
  guint tables;
  RemitCsvForm csv;
  const char *stylesheet;
  const RemitSigningKey *key;
  gboolean has_ids;
  RemitPaperSize paper;
} RemitExport;

/** Reports that a share (0 to 1) of the work is done. */
void remit_export_step (const RemitExport *self,
                        double share);

/** What is written: something of a plan, or the history of the workspace. */
typedef enum {
  REMIT_EXPORT_PLAN,
  REMIT_EXPORT_HISTORY,
} RemitExportScope;

#define REMIT_EXPORTER_N_SUFFIXES 3

/**
 * RemitExporter:
 * @name: what the command line calls it, unique in its scope
 * @label: translatable: what it is
 * @files: translatable: what files of that kind are called where one is chosen
 * @suffixes: the endings of such files without the dot, the usual one first
 * @audiences: those that it can be written for, a bit each
 * @tables: the tables that it has if nothing else is asked for, a bit each; 0 when it has none
 * @is_single: whether it has only one of them at once
 * @titles: (nullable): translatable, for each audience: what the window calls the export, in its
 *   menu; %NULL where it offers none
 * @own_title: (nullable): translatable: the same for an organisation's own audience, with "%s" for
 *   its title
 * @mark: (nullable): of a format of several files, what each has near its start; they are written
 *   into a folder, whose files with it are replaced, unless one file or standard output is asked
 *   for
 * @write: writes all, in whatever thread has the store
 *
 * A format. A new one is its function and a line in the table of remit-exporter.c. What is written
 * for an audience is what a #RemitPlanSource gives out for it; a format that reads elsewhere is for
 * the audience `full` alone, and others are refused.
 */
typedef struct {
  RemitExportScope scope;
  const char *name;
  const char *label;
  const char *files;
  const char *media_type;
  const char *suffixes[REMIT_EXPORTER_N_SUFFIXES];
  guint audiences;
  guint tables;
  gboolean is_single;
  const char *titles[REMIT_N_AUDIENCES];
  const char *own_title;
  const char *mark;
  gboolean (*write) (const RemitExport *export, RemitOutput *output, GError **error);
} RemitExporter;

/** Returns: (transfer none) (array zero-terminated=1): all, in their order */
const RemitExporter *const *remit_exporter_list (void);

/** Returns: (nullable): the one with that name; the usual one of its scope for %NULL */
const RemitExporter *remit_exporter_find (RemitExportScope scope,
                                          const char *name);

/** Returns: the one whose files end as @path does, else the usual one */
const RemitExporter *remit_exporter_find_for_path (RemitExportScope scope,
                                                   const char *path);

gboolean remit_exporter_knows (const RemitExporter *self,
                               RemitAudience audience);

/** Returns: (transfer full) (nullable): what the window calls the export for an audience, with a
 *   mnemonic; %NULL where it offers none */
char *remit_exporter_dup_title (const RemitExporter *self,
                                RemitAudience audience);

/** Returns: (transfer full): the names of a scope, as a list: "xml, csv" */
char *remit_exporter_dup_names (RemitExportScope scope);
/** Returns: (transfer full): the names of the audiences it knows, as a list: "full, stakeholder" */
char *remit_exporter_dup_audiences (const RemitExporter *self);

/** Returns: whether the format writes a folder at @path: it is one of several files, and the name
 *   is not that of a single one, nor "-" */
gboolean remit_exporter_fills_folder (const RemitExporter *self,
                                      const char *path);

/**
 * remit_exporter_write:
 * @path: the file or folder to write, replaced as a whole when all is written; "-" for standard
 *   output
 *
 * Errors: %REMIT_EXCHANGE_ERROR_UNWRITABLE; %REMIT_EXCHANGE_ERROR_AUDIENCE;
 *   %REMIT_EXCHANGE_ERROR_REFUSED: it does not fit into the format; %REMIT_STORE_ERROR;
 *   %G_IO_ERROR_CANCELLED; nothing is left behind then
 */
gboolean remit_exporter_write (const RemitExporter *self,
                               const RemitExport *export,
                               const char *path,
                               GError **error);
