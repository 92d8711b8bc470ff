/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs that export have in common: the list of formats. */
#pragma once

#include "exchange/remit-exporter.h"
#include "remit-cli.h"

/** Returns: (transfer full): a line for each format of the #RemitExportScope that is the detail of
 *   a verb, with its audiences, for the help */
char *remit_cli_export_dup_formats (const RemitCliVerb *verb);
