/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section of a form: shows an entity, and what belongs to it. */
#pragma once

#include "widgets/remit-editor.h"

/* A set of kinds. */
typedef guint64 RemitKinds;
G_STATIC_ASSERT (REMIT_N_KINDS <= 64);

#define REMIT_KIND_BIT(kind) (G_GUINT64_CONSTANT (1) << (kind))

/** What says who is behind a slot, a role or a person today. */
#define REMIT_HOLDER_KINDS                                                                         \
  (REMIT_KIND_BIT (REMIT_KIND_PERSON) | REMIT_KIND_BIT (REMIT_KIND_ROLE)                           \
   | REMIT_KIND_BIT (REMIT_KIND_TEAM) | REMIT_KIND_BIT (REMIT_KIND_SLOT)                           \
   | REMIT_KIND_BIT (REMIT_KIND_ASSIGNMENT))

/**
 * RemitSection:
 *
 * An editor (see remit-editor.h) of a whole entity, which is updated when a commit has changed
 * something that it shows, and only then. This is an interface with its implementation, since
 * sections derive from different widgets. A kind of section embeds a #RemitSectionLink, is defined
 * with REMIT_IMPLEMENT_SECTION(), and says what it reads and how it shows that.
 */
#define REMIT_TYPE_SECTION (remit_section_get_type ())
G_DECLARE_INTERFACE (RemitSection, remit_section, REMIT, SECTION, GtkWidget)

/**
 * RemitSectionLink:
 * @subject: of a section within that of another entity, the kind of that one
 * @parts: kinds of which the section shows what refers to the entity
 * @others: kinds of which it may show anything
 *
 * What a section knows. While it shows nothing, @entity and @workspace are %NULL. The entity itself
 * is always read.
 */
typedef struct {
  RemitWorkspace *workspace;
  RemitEntity *entity;
  gint64 plan;
  RemitKind subject;
  RemitKinds parts;
  RemitKinds others;
  gulong changed;
  gulong destroy;
} RemitSectionLink;

/**
 * RemitSectionInterface:
 * @link: the offset of the #RemitSectionLink in the instance
 * @parts, @others: what the link has first
 * @edits: (nullable) (array zero-terminated=1): the actions of the section that change something
 * @prepare: (nullable): called when another entity is going to be shown, or nothing; may set what
 *   the link reads
 * @update: shows the entity as it is now, or nothing
 */
struct _RemitSectionInterface
{
  GTypeInterface parent_interface;

  glong link;
  RemitKinds parts;
  RemitKinds others;
  const char *const *edits;

  void (*prepare) (GtkWidget *self);
  void (*update) (GtkWidget *self);
};

void remit_section_editor_init (RemitEditorInterface *iface);

/** For G_DEFINE_FINAL_TYPE_WITH_CODE() and the like. */
#define REMIT_IMPLEMENT_SECTION(init)                                                              \
  G_IMPLEMENT_INTERFACE (REMIT_TYPE_EDITOR, remit_section_editor_init)                             \
  G_IMPLEMENT_INTERFACE (REMIT_TYPE_SECTION, init)

RemitSectionLink *remit_section_get_link (gpointer section);

/** Shows the entity in the editors within the section, which it hides from the form around it. */
void remit_section_show_children (GtkWidget *self);
