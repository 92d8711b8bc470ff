/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of rules, as users write them. */
#pragma once

#include <glib.h>

#define RULE(inner) \
  "<rule xmlns=\"urn:remit:rule:1\" id=\"OWN-1\" severity=\"warning\">\n" inner "</rule>\n"
#define WORDS "<title>T</title><message>M</message><why>W</why>\n"
#define SELECT(sql) RULE (WORDS "<select>" sql "</select>")

/** Returns: (transfer full): the path of the file */
char *rule_file_write (const char *folder,
                       const char *name,
                       const char *contents);
