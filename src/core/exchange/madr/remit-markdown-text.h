/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts in Markdown files, where nothing that was typed becomes markup. */
#pragma once

#include <glib.h>

/** Appends a text of one line; line breaks become spaces. */
void remit_markdown_append_line (GString *file,
                                 const char *text);

/**
 * remit_markdown_append_lines:
 * @indent: what each line but the first begins with, within a list
 *
 * Appends a text of several lines: an empty line begins a paragraph, others are kept as they are.
 * There is no line break at the end.
 */
void remit_markdown_append_lines (GString *file,
                                  const char *text,
                                  const char *indent);

/** Appends a text in double quotes, as YAML and JSON have it. */
void remit_markdown_append_quoted (GString *file,
                                   const char *text);
