/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of both kinds of workbooks share. */
#pragma once

#include "remit-number-format.h"
#include "remit-sheet-xml.h"
#include "remit-workbook.h"

/**
 * RemitWorkbook:
 * @sheets: (element-type RemitWorkbookSheet)
 * @strings: (nullable): the texts that cells of .xlsx refer to, one after the other, each with a
 *   zero; read when they are first needed
 * @offsets: (nullable): where each begins
 * @formats: (nullable) (element-type RemitNumberFormat): of each style of .xlsx
 */
struct _RemitWorkbook
{
  RemitPackage *package;
  gboolean is_ods;
  GPtrArray *sheets;
  gboolean from_1904;
  char *strings_part;
  GString *strings;
  GArray *offsets;
  char *styles_part;
  GArray *formats;
};

/** Adds a sheet. @name and @part: (transfer full) */
void remit_workbook_add_sheet (RemitWorkbook *self,
                               char *name,
                               gboolean is_hidden,
                               char *part);

/**
 * RemitSheetFaults:
 *
 * What is counted while a sheet is read, with the first of each, from 0.
 */
typedef struct {
  guint n_errors;
  guint error_column, error_row;
  char *error;
  guint n_uncalculated;
  guint uncalculated_column, uncalculated_row;
  guint n_hidden_rows;
  guint hidden_row;
  GArray *hidden_columns; /* pairs of the first and the last one, from 1 */
} RemitSheetFaults;

/** Empties it, for the next reading; zeroed at first. */
void remit_sheet_faults_clear (RemitSheetFaults *self);

/** Counts a cell that has an error such as #N/A, or a formula that was never calculated. */
void remit_sheet_faults_add_error (RemitSheetFaults *self,
                                   guint column,
                                   guint row,
                                   const char *error);
void remit_sheet_faults_add_uncalculated (RemitSheetFaults *self,
                                          guint column,
                                          guint row);
/** Counts rows with something in them that are hidden. */
void remit_sheet_faults_add_hidden_rows (RemitSheetFaults *self,
                                         guint row,
                                         guint n);
/** Keeps which columns are hidden, if there is something in them: from @first to @last, from 1. */
void remit_sheet_faults_add_hidden_columns (RemitSheetFaults *self,
                                            guint first,
                                            guint last);
/** Adds what was counted to the remarks, in words. @n_columns: those with something in them */
void remit_sheet_faults_say (const RemitSheetFaults *self,
                             guint n_columns,
                             GPtrArray *remarks);

/* ── .xlsx ────────────────────────────────────────────────────────────────────────────────── */

/** The namespaces of its cells: of Excel, and of the standard taken strictly. */
#define REMIT_XLSX_NAMESPACES                                      \
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",     \
    "http://purl.oclc.org/ooxml/spreadsheetml/main"

/** Finds the sheets. */
gboolean remit_xlsx_load (RemitWorkbook *self,
                          GError **error);
/** Reads styles and texts, unless they were. */
gboolean remit_xlsx_load_styles (RemitWorkbook *self,
                                 GError **error);
gboolean remit_xlsx_load_strings (RemitWorkbook *self,
                                  GError **error);
gboolean remit_xlsx_read (RemitWorkbook *self,
                          const RemitWorkbookSheet *sheet,
                          RemitSheetReading *reading,
                          GError **error);

/** Puts characters in their place that XML cannot have, and which are written as `_x000D_`. */
void remit_xlsx_unescape (GString *text);

/* ── .ods ─────────────────────────────────────────────────────────────────────────────────── */

gboolean remit_ods_load (RemitWorkbook *self,
                         GError **error);
gboolean remit_ods_read (RemitWorkbook *self,
                         guint sheet,
                         RemitSheetReading *reading,
                         GError **error);
