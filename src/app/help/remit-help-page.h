/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a page of the help, which is written in Mallard. */
#pragma once

#include <glib.h>

typedef enum {
  REMIT_HELP_HEADING,
  REMIT_HELP_PARAGRAPH,
  REMIT_HELP_NOTE,
  REMIT_HELP_CODE,
  REMIT_HELP_PICTURE,
} RemitHelpBlockKind;

/**
 * RemitHelpBlock:
 * @depth: how far it is indented: 1 in a list, 2 in a list within a list
 * @marker: (nullable): the number or the dot of a list's item, before its first paragraph
 * @text: Pango markup, in which links go to pages; plain text of code; the file of a picture
 * @description: (nullable): what a picture shows
 */
typedef struct {
  RemitHelpBlockKind kind;
  guint depth;
  char *marker;
  char *text;
  char *description;
} RemitHelpBlock;

/**
 * RemitHelpPage:
 * @description: (nullable): what the page is about, in a sentence
 * @guide: (nullable): where the page stands in the contents, such as `index#board`
 * @see_also: (element-type utf8): other pages
 * @sections: (element-type utf8): the ids of headings, "" for one without, in their order
 * @blocks: (element-type RemitHelpBlock)
 */
typedef struct {
  char *title;
  char *description;
  char *guide;
  GPtrArray *see_also;
  GPtrArray *sections;
  GPtrArray *blocks;
} RemitHelpPage;

/**
 * RemitHelpTitle:
 *
 * Returns: (transfer full) (nullable): the title of another page, for a link that has no words
 */
typedef char *(*RemitHelpTitle) (const char *page,
                                 gpointer data);

/**
 * remit_help_page_read:
 * @dup_title: (nullable)
 *
 * Reads a page; elements that are not known are read for what is in them.
 *
 * Returns: (transfer full) (nullable): the page; %NULL with @error for a file that cannot be read
 *   or is no page
 */
RemitHelpPage *remit_help_page_read (const char *path,
                                     RemitHelpTitle dup_title,
                                     gpointer data,
                                     GError **error);

void remit_help_page_free (RemitHelpPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RemitHelpPage, remit_help_page_free)
