/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section of a form that lists the parts of an entity: parties, levels, the entries of a log. */
#pragma once

#include <adwaita.h>

#include "remit-section.h"

/**
 * RemitListSection:
 *
 * A group with a row for each part. The title, which names the list for assistive technology, is
 * set when the instance is made. The action `part.remove` (an id) deletes a part.
 */
#define REMIT_TYPE_LIST_SECTION (remit_list_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (RemitListSection, remit_list_section, REMIT, LIST_SECTION,
                          AdwPreferencesGroup)

/**
 * RemitListSectionClass:
 * @kind: of what is listed, which refers to the entity shown
 * @others: kinds of which a row may show anything, see #RemitSectionLink
 * @get_items: (nullable): returns (transfer full) what is listed; else the live parts
 * @create_list: returns the container of rows, a #GtkListBox or a #GtkFlowBox; by default a boxed
 *   list
 * @create_row: returns the row of an item
 * @fill_part: (nullable): fills a part that is going to be added, which refers to the entity and to
 *   what was picked
 * @dup_state: (nullable): returns what the rows would show; while it is the same they stay, with
 *   what is typed into them
 * @edits: (nullable) (array zero-terminated=1): actions beside `part.remove` that change something
 * @empty: (nullable): (translatable): stands below the title when nothing is listed
 */
struct _RemitListSectionClass
{
  AdwPreferencesGroupClass parent_class;

  RemitKind kind;
  RemitKinds others;
  const char *empty;
  const char *const *edits;

  GPtrArray *(*get_items) (RemitListSection *self);
  GtkWidget *(*create_list) (RemitListSection *self);
  GtkWidget *(*create_row) (RemitListSection *self,
                            gpointer item,
                            guint index);
  void (*fill_part) (RemitListSection *self,
                     RemitRecord *part);
  char *(*dup_state) (RemitListSection *self,
                      GPtrArray *items);
};

/**
 * remit_list_section_add:
 * @field: a reference of a part to what was picked
 * @id: what was picked
 *
 * Adds a part to the entity shown, and says what was done, or why not.
 */
void remit_list_section_add (RemitListSection *self,
                             guint field,
                             gint64 id);

/**
 * remit_list_section_set_picker:
 * @label: of the button
 * @field: a reference of a part to what is picked
 *
 * Puts a button beside the title that adds a part.
 */
void remit_list_section_set_picker (RemitListSection *self,
                                    const char *label,
                                    guint field);
