/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs that export have in common: the list of formats, and how CSV is written. */
#pragma once

#include <glib/gi18n.h>

#include "exchange/remit-exporter.h"
#include "remit-cli.h"

/** Returns: (transfer full): a line for each format of the #RemitExportScope that is the detail of
 *   a verb, with its audiences, for the help */
char *remit_cli_export_dup_formats (const RemitCliVerb *verb);

/** What the options say that follow. */
extern char *remit_cli_export_separator;
extern gboolean remit_cli_export_has_no_mark;

/** Options of a verb that writes CSV. */
#define REMIT_CLI_EXPORT_CSV_OPTIONS \
  { "separator", 0, 0, G_OPTION_ARG_STRING, &remit_cli_export_separator, \
    N_ ("For csv: comma, semicolon, tab, or local (as spreadsheets expect in your locale)"), \
    N_ ("SEPARATOR") }, \
  { "bom", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &remit_cli_export_has_no_mark, \
    N_ ("For csv: start with a byte-order mark, by which spreadsheets detect UTF-8 (default)"), \
    NULL }, \
  { "no-bom", 0, 0, G_OPTION_ARG_NONE, &remit_cli_export_has_no_mark, \
    N_ ("For csv: omit the byte-order mark"), NULL }

/** The option of a verb that writes tables. */
extern gboolean remit_cli_export_keys;
#define REMIT_CLI_EXPORT_KEYS_OPTION \
  { "keys", 0, 0, G_OPTION_ARG_NONE, &remit_cli_export_keys, \
    N_ ("For tables: add columns of the identifiers that Remit uses"), NULL }

/** Reads it. Returns: whether it fits the format */
gboolean remit_cli_export_choose_keys (const RemitExporter *exporter,
                                       RemitExport *export,
                                       GError **error);

/** Reads them. Returns: whether they fit the format */
gboolean remit_cli_export_choose_form (const RemitExporter *exporter,
                                       RemitCsvForm *form,
                                       GError **error);
